//! What one person proposes and another decides: repairs of quarantined commands, numbers declared lost.

use axum::{
    Json,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::repairs::OpenPaging;
use crate::{
    app::{
        Refusal, Service,
        repairs::{AgreeToProposal, ProposeLoss, ProposeRepair, Proposed, RejectProposal},
        words::Words,
    },
    auth::policy::{ReadRepairs, Repair, allow},
    domain::{
        id::{CommandId, ProposalId, ShiftId, TillId},
        time::Ts,
    },
    http::{caller::Caller, command::Command, page::Page, problem::Problem, reply::Made},
    store::proposals,
};

/// How a command in quarantine is to be repaired: `post` or `dismiss`, one of the two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRepair {
    /// The command.
    pub command_id: Uuid,
    /// Post it.
    pub post: Option<RepairPost>,
    /// Let it be.
    pub dismiss: Option<RepairDismissal>,
}

/// Post a command in a shift.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RepairPost {
    /// The shift; where it is missing, the one that was open when the command arrived, else the one that is open now. An opening
    /// makes its own.
    pub shift_id: Option<Uuid>,
    /// What happened, in the format of the command's kind; as the till reported it where it is missing.
    #[schema(value_type = Option<Object>)]
    pub body: Option<serde_json::Value>,
}

/// Dismiss a command: it did not happen, or it was reported twice.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RepairDismissal {
    /// Why.
    #[schema(min_length = 1, max_length = 200)]
    pub reason: String,
}

/// Propose what becomes of a command in quarantine. Another person agrees or rejects.
#[utoipa::path(post, path = "/repair-proposals", tag = "repairs", request_body = NewRepair,
    params(("Idempotency-Key" = Uuid, Header, description = "The proposal takes it as its id")),
    responses(
        (status = 201, body = Made),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn propose_repair(State(service): State<Service>, command: Command<NewRepair>) -> Result<Made, Problem> {
    allow::<Repair>(&command.caller.actor)?;
    let NewRepair { command_id, post, dismiss } = &command.body;
    let how = match (post, dismiss) {
        (Some(RepairPost { shift_id, body }), None) => Ok((shift_id.map(ShiftId), body.clone())),
        (None, Some(dismiss)) => Err(dismiss.reason.clone()),
        _ => {
            let words = Words::new("处理办法是 post 或 dismiss，二选一", "a repair is post or dismiss, one of the two");
            return Err(Refusal::invalid("post", words).into());
        }
    };
    command.run(&service, ProposeRepair { command: CommandId(*command_id), how }).await
}

/// Numbers of a till that will never arrive.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGap {
    /// The till.
    pub till_id: Uuid,
    /// Its enrolment.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub epoch: i64,
    /// The last of them; the first is the one that is due.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub last_seq: i64,
}

/// Propose to declare missing numbers of a till lost. Once another person agrees, what waits for them is posted.
#[utoipa::path(post, path = "/gap-proposals", tag = "repairs", request_body = NewGap,
    params(("Idempotency-Key" = Uuid, Header, description = "The proposal takes it as its id")),
    responses(
        (status = 201, body = Made),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn propose_loss(State(service): State<Service>, command: Command<NewGap>) -> Result<Made, Problem> {
    let NewGap { till_id, epoch, last_seq } = command.body;
    command.run(&service, ProposeLoss { till: TillId(till_id), epoch, last_seq }).await
}

/// Which proposal is decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalDecision {
    /// The proposal.
    pub proposal_id: Uuid,
}

/// Agree to another person's proposal: now it happens.
#[utoipa::path(post, path = "/proposal-agreements", tag = "repairs", request_body = ProposalDecision,
    params(("Idempotency-Key" = Uuid, Header, description = "The sender's own id for the command")),
    responses(
        (status = 201, description = "Done; the entry, if money moved", body = Made),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn agree_to_proposal(State(service): State<Service>, command: Command<ProposalDecision>) -> Result<Made, Problem> {
    command.run(&service, AgreeToProposal { proposal: ProposalId(command.body.proposal_id) }).await
}

/// Reject a proposal, or take one's own back.
#[utoipa::path(post, path = "/proposal-rejections", tag = "repairs", request_body = ProposalDecision,
    params(("Idempotency-Key" = Uuid, Header, description = "The sender's own id for the command")),
    responses(
        (status = 201, body = Made),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn reject_proposal(State(service): State<Service>, command: Command<ProposalDecision>) -> Result<Made, Problem> {
    command.run(&service, RejectProposal { proposal: ProposalId(command.body.proposal_id) }).await
}

/// What one person proposed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalView {
    /// The proposal.
    pub id: Uuid,
    /// `repair` or `gap`.
    pub kind: String,
    /// The command in quarantine, or the till.
    pub subject_id: Uuid,
    /// `post` with shift and body, `dismiss` with a reason, or `lost` with epoch and numbers.
    #[schema(value_type = Object)]
    pub proposed: Proposed,
    /// Who proposed it.
    pub proposed_by: Uuid,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// Who decided it.
    pub decided_by: Option<Uuid>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// `agreed` or `rejected`.
    pub outcome: Option<String>,
}

impl TryFrom<proposals::Proposal> for ProposalView {
    type Error = Refusal;

    fn try_from(row: proposals::Proposal) -> Result<Self, Refusal> {
        Ok(Self {
            id: row.id.0,
            kind: row.kind,
            subject_id: row.subject_id,
            proposed: Proposed::read(&row.payload)?,
            proposed_by: row.proposed_by.0,
            proposed_at: row.proposed_at.instant(),
            decided_by: row.decided_by.map(|person| person.0),
            decided_at: row.decided_at.map(Ts::instant),
            outcome: row.outcome,
        })
    }
}

/// Proposals, the oldest first.
#[utoipa::path(get, path = "/proposals", tag = "repairs", params(OpenPaging), responses(
    (status = 200, body = Page<ProposalView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_proposals(
    State(service): State<Service>,
    caller: Caller,
    paging: Result<Query<OpenPaging>, QueryRejection>,
) -> Result<Json<Page<ProposalView>>, Problem> {
    let allowed = allow::<ReadRepairs>(&caller.actor)?;
    let (open, paging) = paging?.0.parts();
    let (limit, after) = (paging.rows()?, paging.cursor::<(i64, Uuid)>()?.map(|(at, id)| (Ts(at), ProposalId(id))));
    let mut tx = service.db.snapshot().await?;
    let rows = proposals::list(&mut tx, &allowed, open, after, limit + 1).await?;
    let page = Page::of(rows, limit, |row| (row.proposed_at.0, row.id.0), ProposalView::try_from);
    Ok(Json(Page { items: page.items.into_iter().collect::<Result<_, _>>()?, next: page.next }))
}

/// One proposal.
#[utoipa::path(get, path = "/proposals/{id}", tag = "repairs", params(("id" = Uuid, Path, description = "The proposal")), responses(
    (status = 200, body = ProposalView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn view_proposal(
    State(service): State<Service>,
    caller: Caller,
    id: Result<Path<Uuid>, PathRejection>,
) -> Result<Json<ProposalView>, Problem> {
    let allowed = allow::<ReadRepairs>(&caller.actor)?;
    let Path(id) = id?;
    let mut tx = service.db.snapshot().await?;
    let row = proposals::find(&mut tx, &allowed, ProposalId(id)).await?.ok_or(Refusal::NotFound("proposal"))?;
    Ok(Json(ProposalView::try_from(row)?))
}
