//! Failed attempts at a password, a PIN or a code, once there are so many that waiting begins. Subjects are keyed digests.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    domain::{id::CoopId, time::Ts},
    sql,
};

/// How often something was tried in vain.
#[derive(Clone, Debug, FromRow)]
pub struct Failed {
    /// At what, or from where.
    pub subject: String,
    /// How often.
    pub failures: i64,
    /// When last.
    pub last_at: Ts,
}

/// What is kept of some subjects since an instant.
pub async fn find(tx: &mut Tx, coop: CoopId, subjects: &[String], since: Ts) -> Result<Vec<Failed>> {
    let text = sql!(
        "SELECT subject, failures, last_at FROM attempt
         WHERE coop_id = $1 AND last_at > $2 AND subject IN ($list) ORDER BY subject LIMIT 100"
    );
    tx.q_list(text, |args| _ = args.add(coop).add(since), subjects).all().await
}

/// Keeps how it stands, or stood worse: another service on this database may have counted more.
pub async fn save(tx: &mut Tx, coop: CoopId, failed: &[Failed]) -> Result<()> {
    let text = sql!(
        "INSERT INTO attempt (coop_id, subject, failures, last_at) VALUES $rows
         ON CONFLICT (coop_id, subject) DO UPDATE SET
           failures = CASE WHEN excluded.failures > attempt.failures THEN excluded.failures ELSE attempt.failures END,
           last_at = CASE WHEN excluded.last_at > attempt.last_at THEN excluded.last_at ELSE attempt.last_at END"
    );
    tx.insert(text, failed, |failed, args| {
        args.add(coop).add(failed.subject.clone()).add(failed.failures).add(failed.last_at);
    })
    .await
}

/// Forgets a subject: the secret was shown.
pub async fn forget(tx: &mut Tx, coop: CoopId, subject: &str) -> Result<()> {
    let text = sql!("DELETE FROM attempt WHERE coop_id = $1 AND subject = $2");
    tx.q(text).bind(coop).bind(subject.to_owned()).run().await.map(drop)
}

/// Forgets what is not younger than an instant.
pub async fn forget_before(tx: &mut Tx, coop: CoopId, before: Ts) -> Result<()> {
    tx.q(sql!("DELETE FROM attempt WHERE coop_id = $1 AND last_at <= $2")).bind(coop).bind(before).run().await.map(drop)
}
