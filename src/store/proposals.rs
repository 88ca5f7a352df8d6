//! What one person proposes and another decides.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, looking::Waiting};
use crate::{
    auth::policy::{Allowed, ReadRepairs, Repair},
    domain::{
        id::{PersonId, ProposalId},
        time::Ts,
    },
    sql,
};

/// A proposal.
#[derive(Clone, Debug, FromRow)]
pub struct Proposal {
    /// Which.
    pub id: ProposalId,
    /// `repair`, `gap`, `opening`, `manual_entry` or `reversal`.
    pub kind: String,
    /// The command in quarantine, the till, the cooperative, the draft itself, or the document whose entry is reversed.
    pub subject_id: Uuid,
    /// What exactly, as JSON.
    pub payload: String,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Ts,
    /// Who decided it.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Ts>,
    /// `agreed` or `rejected`.
    pub outcome: Option<String>,
}

/// Keeps a new proposal.
pub async fn save(tx: &mut Tx, allowed: &Allowed<Repair>, proposal: &Proposal) -> Result<()> {
    let text = sql!(
        "INSERT INTO proposal (coop_id, id, kind, subject_id, payload, proposed_by, proposed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(proposal.id).bind(proposal.kind.clone()).bind(proposal.subject_id);
    insert.bind(proposal.payload.clone()).bind(proposal.proposed_by).bind(proposal.proposed_at).run().await.map(drop)
}

/// Whether somebody has proposed something for a subject that nobody has decided.
pub async fn is_open(tx: &mut Tx, allowed: &Allowed<Repair>, subject: Uuid) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM proposal WHERE coop_id = $1 AND subject_id = $2 AND outcome IS NULL");
    Ok(tx.q(text).bind(allowed.coop()).bind(subject).scalar::<i64>().await? > 0)
}

/// A proposal, to be decided.
pub async fn load(tx: &mut Tx, allowed: &Allowed<Repair>, id: ProposalId) -> Result<Option<Proposal>> {
    let text = sql!(
        "SELECT id, kind, subject_id, payload, proposed_by, proposed_at, decided_by, decided_at, outcome
         FROM proposal WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(allowed.coop()).bind(id).opt().await
}

/// Notes how a proposal was decided.
pub async fn decide(tx: &mut Tx, allowed: &Allowed<Repair>, id: ProposalId, by: PersonId, outcome: &str, now: Ts) -> Result<()> {
    let text = sql!("UPDATE proposal SET decided_by = $3, decided_at = $4, outcome = $5 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(id).bind(by).bind(now).bind(outcome.to_owned()).run().await.map(drop)
}

/// A proposal, to be looked at.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadRepairs>, id: ProposalId) -> Result<Option<Proposal>> {
    let text = sql!(
        "SELECT id, kind, subject_id, payload, proposed_by, proposed_at, decided_by, decided_at, outcome
         FROM proposal WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(allowed.coop()).bind(id).opt().await
}

/// What two people agreed on about a subject, the latest where it was more than once.
pub async fn agreed(tx: &mut Tx, allowed: &Allowed<ReadRepairs>, subject: Uuid) -> Result<Option<Proposal>> {
    let text = sql!(
        "SELECT id, kind, subject_id, payload, proposed_by, proposed_at, decided_by, decided_at, outcome
         FROM proposal WHERE coop_id = $1 AND subject_id = $2 AND outcome = 'agreed' ORDER BY proposed_at DESC, id DESC LIMIT 1"
    );
    tx.q(text).bind(allowed.coop()).bind(subject).opt().await
}

/// Proposals, from after one.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadRepairs>,
    of: &Waiting,
    after: Option<(Ts, ProposalId)>,
    limit: i64,
) -> Result<Vec<Proposal>> {
    let text = sql!(
        "SELECT id, kind, subject_id, payload, proposed_by, proposed_at, decided_by, decided_at, outcome
         FROM proposal
         WHERE coop_id = $1 AND (CAST($2 AS INTEGER) = 0 OR outcome IS NULL) AND (proposed_at, id) $beyond ($3, $4)
           AND (CAST($5 AS TEXT) = '' OR kind = $5) AND proposed_at >= $6 AND proposed_at < $7
         ORDER BY proposed_at $way, id $way LIMIT $8"
    );
    let (start, nobody) = of.start();
    let (proposed_at, id) = after.unwrap_or((start, ProposalId(nobody)));
    let query = tx.q(text).running(of.way).bind(allowed.coop()).bind(i32::from(of.open)).bind(proposed_at).bind(id);
    query.bind(of.kind.clone()).bind(of.raised.0).bind(of.raised.1).bind(limit).all().await
}
