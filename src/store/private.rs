//! Names and contacts, sealed; and the log of everyone who read them.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, ManagePeople, ReadReadings},
    domain::{
        id::{CoopId, PersonId},
        time::Ts,
    },
    sql,
};

/// What is kept of a person: their key under the master key, and their particulars under that.
#[derive(Clone, Debug, FromRow)]
pub struct SealedRow {
    /// The person's key, wrapped.
    pub wrapped_key: Vec<u8>,
    /// The particulars.
    pub sealed: Vec<u8>,
}

/// Keeps a person's particulars in place of earlier ones.
pub async fn keep(tx: &mut Tx, allowed: &Allowed<ManagePeople>, person: PersonId, row: &SealedRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO person_private (coop_id, person_id, wrapped_key, sealed) VALUES ($1, $2, $3, $4)
         ON CONFLICT (coop_id, person_id) DO UPDATE SET wrapped_key = excluded.wrapped_key, sealed = excluded.sealed"
    );
    tx.q(text).bind(allowed.coop()).bind(person).bind(row.wrapped_key.clone()).bind(row.sealed.clone()).run().await.map(drop)
}

/// A person's sealed particulars.
pub async fn of(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<Option<SealedRow>> {
    let text = sql!("SELECT wrapped_key, sealed FROM person_private WHERE coop_id = $1 AND person_id = $2");
    tx.q(text).bind(coop).bind(person).opt().await
}

/// Somebody read a person's particulars.
#[derive(Clone, Debug, FromRow)]
pub struct ReadingRow {
    /// This reading.
    pub id: Uuid,
    /// Whose particulars.
    pub person_id: PersonId,
    /// Who read them; the command line if nobody.
    pub reader_id: Option<PersonId>,
    /// Why, as the reader says.
    pub purpose: String,
    /// When.
    pub read_at: Ts,
}

/// Logs a reading.
pub async fn log_reading(tx: &mut Tx, coop: CoopId, row: &ReadingRow) -> Result<()> {
    let text = sql!("INSERT INTO person_read (coop_id, id, person_id, reader_id, purpose, read_at) VALUES ($1, $2, $3, $4, $5, $6)");
    let insert = tx.q(text).bind(coop).bind(row.id).bind(row.person_id).bind(row.reader_id).bind(row.purpose.clone());
    insert.bind(row.read_at).run().await.map(drop)
}

/// Readings by id, which is by time, after one of them; of one person or of all.
pub async fn readings(
    tx: &mut Tx,
    allowed: &Allowed<ReadReadings>,
    person: Option<PersonId>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<ReadingRow>> {
    let text = sql!(
        "SELECT id, person_id, reader_id, purpose, read_at FROM person_read
         WHERE coop_id = $1 AND (person_id = $2 OR $2 IS NULL) AND id > $3 AND ($4 OR person_id IN ($list))
         ORDER BY id LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(person).add(after).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}
