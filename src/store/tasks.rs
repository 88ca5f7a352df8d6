//! Tasks: what broke a rule but happened, and a person should look at.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, looking::Waiting};
use crate::{
    auth::policy::{Allowed, ReadRepairs, Repair},
    domain::{
        id::{CoopId, PersonId},
        money::Minor,
        time::Ts,
    },
    sql,
};

/// A task.
#[derive(Clone, Debug, FromRow)]
pub struct TaskRow {
    /// The document that raised it.
    pub document_id: Uuid,
    /// Its place among the document's tasks, from 1.
    pub place: i64,
    /// What, e.g. `unknown_grid`.
    pub kind: String,
    /// The line, from 1; 0 for the whole.
    pub line: i64,
    /// The amount in question.
    pub amount: Minor,
    /// When it was raised.
    pub raised_at: Ts,
    /// When a person closed it.
    pub done_at: Option<Ts>,
    /// Who.
    pub done_by: Option<PersonId>,
}

/// The tasks that a document raised, done or not.
pub async fn of_document(tx: &mut Tx, coop: CoopId, document: Uuid) -> Result<Vec<TaskRow>> {
    let text = sql!(
        "SELECT document_id, place, kind, line, amount, raised_at, done_at, done_by
         FROM task WHERE coop_id = $1 AND document_id = $2 ORDER BY place LIMIT 1000"
    );
    tx.q(text).bind(coop).bind(document).all().await
}

/// Tasks, from after one.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadRepairs>,
    of: &Waiting,
    after: Option<(Ts, Uuid, i64)>,
    limit: i64,
) -> Result<Vec<TaskRow>> {
    let text = sql!(
        "SELECT document_id, place, kind, line, amount, raised_at, done_at, done_by
         FROM task
         WHERE coop_id = $1 AND (CAST($2 AS INTEGER) = 0 OR done_at IS NULL) AND (raised_at, document_id, place) $beyond ($3, $4, $5)
           AND (CAST($6 AS TEXT) = '' OR kind = $6) AND raised_at >= $7 AND raised_at < $8
         ORDER BY raised_at $way, document_id $way, place $way LIMIT $9"
    );
    let (start, nobody) = of.start();
    let (raised_at, document, place) = after.unwrap_or((start, nobody, of.way.first(0, i64::MAX)));
    let query = tx.q(text).running(of.way).bind(allowed.coop()).bind(i32::from(of.open)).bind(raised_at).bind(document);
    query.bind(place).bind(of.kind.clone()).bind(of.raised.0).bind(of.raised.1).bind(limit).all().await
}

/// Closes a task.
pub async fn close(tx: &mut Tx, allowed: &Allowed<Repair>, document: Uuid, place: i64, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!("UPDATE task SET done_at = $4, done_by = $5 WHERE coop_id = $1 AND document_id = $2 AND place = $3");
    tx.q(text).bind(allowed.coop()).bind(document).bind(place).bind(now).bind(by).run().await.map(drop)
}
