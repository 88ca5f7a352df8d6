//! What became of each command: one id, one effect, for ever.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx};
use crate::{
    domain::{
        chain::Hash,
        id::{CommandId, CoopId},
        time::{Date, Ts},
    },
    sql,
};

/// A command that has been decided.
#[derive(Clone, Debug, FromRow)]
pub struct Decided {
    /// The sender's id for it.
    pub id: CommandId,
    /// What was asked or reported.
    pub kind: String,
    /// `person`, `till` or `operator`.
    pub sender_kind: String,
    /// Which.
    pub sender_id: Uuid,
    /// SHA-256 over the kind and the bytes as received.
    pub body_hash: Hash,
    /// `posted` or `quarantined`.
    pub outcome: String,
    /// What it made.
    pub document_id: Option<Uuid>,
    /// Its entry, if it moved money.
    pub entry_number: Option<i64>,
    /// The entry's or the document's day.
    pub day: Option<Date>,
    /// When it arrived.
    pub received_at: Ts,
}

/// A command by its id.
pub async fn find(tx: &mut Tx, coop: CoopId, id: CommandId) -> Result<Option<Decided>> {
    let text = sql!(
        "SELECT id, kind, sender_kind, sender_id, body_hash, outcome, document_id, entry_number, day, received_at
         FROM command WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(id).opt().await
}

/// Remembers a command for ever.
pub async fn save(tx: &mut Tx, coop: CoopId, command: &Decided) -> Result<()> {
    let text = sql!(
        "INSERT INTO command (coop_id, id, kind, sender_kind, sender_id, body_hash, outcome, document_id, entry_number, day, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    );
    let insert = tx.q(text).bind(coop).bind(command.id).bind(command.kind.clone()).bind(command.sender_kind.clone());
    let insert = insert.bind(command.sender_id).bind(command.body_hash).bind(command.outcome.clone()).bind(command.document_id);
    insert.bind(command.entry_number).bind(command.day).bind(command.received_at).run().await.map(drop)
}
