//! What a till reported and nobody could post: kept whole until two people repair it.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, ReadRepairs, Repair},
    domain::{
        id::{CommandId, CoopId, ShiftId, TillId},
        money::Minor,
        time::Ts,
    },
    sql,
};

/// A command in quarantine.
#[derive(Clone, Debug, FromRow)]
pub struct Quarantined {
    /// The sender's id for it.
    pub command_id: CommandId,
    /// The till.
    pub till_id: TillId,
    /// Its enrolment.
    pub epoch: i64,
    /// Its number.
    pub seq: i64,
    /// The till's open shift when it arrived.
    pub shift_id: Option<ShiftId>,
    /// What it reports.
    pub kind: String,
    /// As received.
    pub body: Vec<u8>,
    /// Why, as a slug.
    pub reason: String,
    /// Why, in words (Chinese, a line feed, English).
    pub detail: String,
    /// The cash that it declares: into the drawer positive.
    pub cash_minor: Minor,
    /// When it arrived.
    pub received_at: Ts,
    /// `posted` or `dismissed` once repaired.
    pub outcome: Option<String>,
    /// The command that repaired it.
    pub repaired_by: Option<CommandId>,
}

/// Keeps a command.
pub async fn save(tx: &mut Tx, coop: CoopId, kept: &Quarantined) -> Result<()> {
    let text = sql!(
        "INSERT INTO quarantine (coop_id, command_id, till_id, epoch, seq, shift_id, kind, body, reason, detail, cash_minor, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    );
    let insert = tx.q(text).bind(coop).bind(kept.command_id).bind(kept.till_id).bind(kept.epoch).bind(kept.seq).bind(kept.shift_id);
    let insert = insert.bind(kept.kind.clone()).bind(kept.body.clone()).bind(kept.reason.clone()).bind(kept.detail.clone());
    insert.bind(kept.cash_minor).bind(kept.received_at).run().await.map(drop)
}

/// One command in quarantine.
pub async fn find(tx: &mut Tx, coop: CoopId, id: CommandId) -> Result<Option<Quarantined>> {
    let text = sql!(
        "SELECT command_id, till_id, epoch, seq, shift_id, kind, body, reason, detail, cash_minor, received_at, outcome, repaired_by
         FROM quarantine WHERE coop_id = $1 AND command_id = $2"
    );
    tx.q(text).bind(coop).bind(id).opt().await
}

/// Commands in quarantine, the oldest first, from after one; only those not yet repaired where `open`.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadRepairs>,
    open: bool,
    after: Option<(Ts, CommandId)>,
    limit: i64,
) -> Result<Vec<Quarantined>> {
    let text = sql!(
        "SELECT command_id, till_id, epoch, seq, shift_id, kind, body, reason, detail, cash_minor, received_at, outcome, repaired_by
         FROM quarantine
         WHERE coop_id = $1 AND (CAST($2 AS INTEGER) = 0 OR outcome IS NULL) AND (received_at, command_id) > ($3, $4)
         ORDER BY received_at, command_id LIMIT $5"
    );
    let (received_at, id) = after.unwrap_or((Ts(i64::MIN), CommandId(uuid::Uuid::nil())));
    tx.q(text).bind(allowed.coop()).bind(i32::from(open)).bind(received_at).bind(id).bind(limit).all().await
}

/// Notes what two people made of a command. False if it was repaired before.
pub async fn settle(tx: &mut Tx, allowed: &Allowed<Repair>, id: CommandId, outcome: &str, by: CommandId) -> Result<bool> {
    let text = sql!("UPDATE quarantine SET outcome = $3, repaired_by = $4 WHERE coop_id = $1 AND command_id = $2 AND outcome IS NULL");
    Ok(tx.q(text).bind(allowed.coop()).bind(id).bind(outcome.to_owned()).bind(by).run().await? > 0)
}
