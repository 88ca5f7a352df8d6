//! Failed attempts at a secret: how many, and when the last one was.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    domain::{id::CoopId, time::Ts},
    sql,
};

/// What is kept of failed attempts.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct Attempts {
    /// How many in a row.
    pub failures: i64,
    /// The last one.
    pub last_at: Ts,
}

/// The failed attempts at something, e.g. `pin 0198…`.
pub async fn find(tx: &mut Tx, coop: CoopId, subject: &str) -> Result<Option<Attempts>> {
    let text = sql!("SELECT failures, last_at FROM attempt WHERE coop_id = $1 AND subject = $2");
    tx.q(text).bind(coop).bind(subject.to_owned()).opt().await
}

/// Counts one more; those before `forgotten` no longer count.
pub async fn fail(tx: &mut Tx, coop: CoopId, subject: &str, now: Ts, forgotten: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO attempt (coop_id, subject, failures, last_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (coop_id, subject) DO UPDATE
         SET failures = CASE WHEN attempt.last_at < $4 THEN 1 ELSE attempt.failures + 1 END, last_at = excluded.last_at"
    );
    tx.q(text).bind(coop).bind(subject.to_owned()).bind(now).bind(forgotten).run().await.map(drop)
}

/// Forgets them: the secret was right.
pub async fn clear(tx: &mut Tx, coop: CoopId, subject: &str) -> Result<()> {
    let text = sql!("DELETE FROM attempt WHERE coop_id = $1 AND subject = $2");
    tx.q(text).bind(coop).bind(subject.to_owned()).run().await.map(drop)
}
