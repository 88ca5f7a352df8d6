//! What needs two people: one proposes a repair, another agrees. Nothing happens until then, and either may still say no.
//!
//! `quarantine` posts or dismisses what was set aside; `gap` declares numbers of a till lost that will never arrive. The office's own
//! drafts, which `office` writes, are agreed to here as well.

mod gap;
mod quarantine;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub use gap::ProposeLoss;
pub use quarantine::{ProposeRepair, Repaired, may_stand};

use super::{
    ctx::{Ctx, Done},
    execute::UseCase,
    lots::{self, Found, NewLot},
    office::{self, Written},
    refusal::Refusal,
    two_people,
};
use crate::{
    auth::policy::{Allowed, Repair},
    domain::{
        id::{CommandId, PersonId, ProposalId},
        office::EventKind,
    },
    store::proposals::{self, Proposal},
};

/// What is proposed, as it is kept.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Proposed {
    /// Post a command in quarantine.
    Post {
        /// In this shift; an opening makes its own.
        shift_id: Option<Uuid>,
        /// With these values.
        #[schema(value_type = HashMap<String, serde_json::Value>)]
        body: serde_json::Value,
    },
    /// Let a command in quarantine be: it did not happen, or it was reported twice.
    Dismiss {
        /// Why.
        reason: String,
    },
    /// Numbers of a till that will never arrive: from the one that is due up to this one.
    Lost {
        /// The till's enrolment.
        epoch: i64,
        /// The first.
        first_seq: i64,
        /// The last.
        last_seq: i64,
    },
    /// The opening balances.
    Opening(Written),
    /// A manual entry.
    Entry(Written),
    /// A given lot, at the value that the first of two people took it for.
    Lot(NewLot),
    /// Pieces of a lot that were missing and turned up.
    Found(Found),
    /// An entry that is reversed.
    Reversal {
        /// Its number.
        entry_number: i64,
        /// Why.
        reason: String,
    },
}

impl Proposed {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Post { .. } | Self::Dismiss { .. } => "repair",
            Self::Lost { .. } => "gap",
            Self::Opening(_) => "opening",
            Self::Entry(_) => "manual_entry",
            Self::Lot(_) => "lot",
            Self::Found(_) => "lot_finding",
            Self::Reversal { .. } => "reversal",
        }
    }

    /// Reads what was kept.
    pub fn read(payload: &str) -> Result<Self, Refusal> {
        serde_json::from_str(payload).map_err(|error| Refusal::Broken(format!("a kept proposal cannot be read: {error}")))
    }
}

/// The person who asks: a proposal and its decision are signed by people, never by a till or the command line.
pub(super) fn signer(ctx: &Ctx<'_>) -> Result<PersonId, Refusal> {
    ctx.actor.person().ok_or_else(|| {
        Refusal::not_now(
            "needs_a_person",
            "这一步要由登录的人来签，命令行不行",
            "a person who signed in must sign this, not the command line",
        )
    })
}

/// Keeps a proposal, one at a time for a subject.
pub(super) async fn propose(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<Repair>,
    id: CommandId,
    subject: Uuid,
    what: Proposed,
) -> Result<Done, Refusal> {
    let proposed_by = signer(ctx)?;
    if proposals::is_open(ctx.tx, allowed, subject).await? {
        let (zh, en) = ("已经有人提出过处理办法，请先同意或否决", "something is proposed already: agree to it or reject it first");
        return Err(Refusal::not_now("already_proposed", zh, en));
    }
    let payload = serde_json::to_string(&what).map_err(|error| Refusal::Broken(error.to_string()))?;
    let proposal = Proposal {
        id: ProposalId(id.0),
        kind: what.kind().to_owned(),
        subject_id: subject,
        payload,
        proposed_by,
        proposed_at: ctx.now,
        decided_by: None,
        decided_at: None,
        outcome: None,
    };
    proposals::save(ctx.tx, allowed, &proposal).await?;
    Ok(Done::made(id.0))
}

/// An undecided proposal.
async fn undecided(ctx: &mut Ctx<'_>, allowed: &Allowed<Repair>, id: ProposalId) -> Result<Proposal, Refusal> {
    let proposal = proposals::load(ctx.tx, allowed, id).await?.ok_or(Refusal::NotFound("proposal"))?;
    if proposal.outcome.is_some() {
        return Err(Refusal::DecidedBefore("proposal"));
    }
    Ok(proposal)
}

/// A second person agrees: now it happens.
#[derive(Clone, Debug)]
pub struct AgreeToProposal {
    /// To what.
    pub proposal: ProposalId,
}

impl UseCase for AgreeToProposal {
    const KIND: &'static str = "proposal_agreed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Repair>()?;
        let second = signer(ctx)?;
        let proposal = undecided(ctx, &allowed, self.proposal).await?;
        two_people::check::<Repair>(ctx, proposal.proposed_by, second).await?;

        let done = match Proposed::read(&proposal.payload)? {
            Proposed::Post { shift_id, body } => {
                let repaired = Repaired { command: CommandId(proposal.subject_id), shift: shift_id.map(Into::into), body: &body };
                quarantine::post(ctx, &allowed, id, second, &repaired).await?
            }
            Proposed::Dismiss { .. } => quarantine::dismiss(ctx, &allowed, id, CommandId(proposal.subject_id)).await?,
            Proposed::Lost { epoch, first_seq, last_seq } => {
                gap::lose(ctx, proposal.subject_id.into(), epoch, first_seq, last_seq).await?;
                Done::made(proposal.id.0)
            }
            Proposed::Opening(written) => {
                office::post_written(ctx, &allowed, id, proposal.id, EventKind::OpeningBalances, &written).await?
            }
            Proposed::Entry(written) => office::post_written(ctx, &allowed, id, proposal.id, EventKind::ManualEntry, &written).await?,
            Proposed::Lot(lot) => lots::take_in_agreed(ctx, &allowed, id, proposal.id, (proposal.proposed_by, second), &lot).await?,
            Proposed::Found(found) => lots::find_agreed(ctx, &allowed, id, proposal.id, &found).await?,
            Proposed::Reversal { entry_number, reason } => office::reverse_agreed(ctx, &allowed, id, entry_number, &reason).await?,
        };

        proposals::decide(ctx.tx, &allowed, proposal.id, second, "agreed", ctx.now).await?;
        Ok(done)
    }
}

/// Somebody says no, or whoever proposed it takes it back.
#[derive(Clone, Debug)]
pub struct RejectProposal {
    /// To what.
    pub proposal: ProposalId,
}

impl UseCase for RejectProposal {
    const KIND: &'static str = "proposal_rejected";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Repair>()?;
        let person = signer(ctx)?;
        let proposal = undecided(ctx, &allowed, self.proposal).await?;
        proposals::decide(ctx.tx, &allowed, proposal.id, person, "rejected", ctx.now).await?;
        Ok(Done::made(proposal.id.0))
    }
}
