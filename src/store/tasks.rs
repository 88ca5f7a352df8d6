//! Tasks: what broke a rule but happened, and a person should look at.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx};
use crate::{
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
