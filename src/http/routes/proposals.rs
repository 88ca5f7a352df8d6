//! What one person proposes and another decides: repairs of quarantined commands, numbers declared lost.

use axum::Json;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::repairs::OpenQuery;
use crate::{
    app::{
        Refusal,
        repairs::{AgreeToProposal, ProposeLoss, ProposeRepair, Proposed, RejectProposal},
    },
    auth::policy::ReadRepairs,
    domain::{
        id::{CommandId, ProposalId, ShiftId, TillId},
        time::Ts,
    },
    http::{
        page::Page,
        problem::Problem,
        read::{Path, Query, Reading},
    },
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
    #[schema(value_type = Option<HashMap<String, serde_json::Value>>)]
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

request! {
    /// Propose what becomes of a command in quarantine. Another person agrees or rejects.
    propose_repair, "/repair-proposals", "repairs", NewRepair as body => ProposeRepair {
        command: CommandId(body.command_id),
        post: body.post.as_ref().map(|post| (post.shift_id.map(ShiftId), post.body.clone())),
        dismiss: body.dismiss.as_ref().map(|dismiss| dismiss.reason.clone()),
    }
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

request! {
    /// Propose to declare missing numbers of a till lost. Once another person agrees, what waits for them is posted.
    propose_loss, "/gap-proposals", "repairs", NewGap as body =>
        ProposeLoss { till: TillId(body.till_id), epoch: body.epoch, last_seq: body.last_seq }
}

/// Which proposal is decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalDecision {
    /// The proposal.
    pub proposal_id: Uuid,
}

request! {
    /// Agree to another person's proposal: now it happens. The answer names the entry, if money moved.
    agree_to_proposal, "/proposal-agreements", "repairs", ProposalDecision as body =>
        AgreeToProposal { proposal: ProposalId(body.proposal_id) }
}

request! {
    /// Reject a proposal, or take one's own back.
    reject_proposal, "/proposal-rejections", "repairs", ProposalDecision as body =>
        RejectProposal { proposal: ProposalId(body.proposal_id) }
}

/// What one person proposed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalView {
    /// The proposal.
    pub id: Uuid,
    /// `repair`, `gap`, `opening`, `manual_entry` or `reversal`.
    pub kind: String,
    /// The command in quarantine, the till, the cooperative, the draft itself, or the document whose entry is reversed.
    pub subject_id: Uuid,
    /// `post` with shift and body, `dismiss` with a reason, `lost` with epoch and numbers, `opening` or `entry` with day and lines, or
    /// `reversal` with an entry and a reason.
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

/// Proposals, the oldest first or as `sort` says.
#[utoipa::path(get, path = "/proposals", tag = "repairs", params(OpenQuery), responses(
    (status = 200, body = Page<ProposalView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_proposals(
    mut reading: Reading<ReadRepairs>,
    Query(query): Query<OpenQuery>,
) -> Result<Json<Page<ProposalView>>, Problem> {
    let (waiting, paging) = query.parts();
    let (limit, after) = (paging.rows()?, paging.cursor::<(i64, Uuid)>()?.map(|(at, id)| (Ts(at), ProposalId(id))));
    let rows = proposals::list(&mut reading.tx, &reading.allowed, &waiting, after, limit + 1).await?;
    let page = Page::of(rows, limit, |row| (row.proposed_at.0, row.id.0), ProposalView::try_from);
    Ok(Json(Page { items: page.items.into_iter().collect::<Result<_, _>>()?, next: page.next }))
}

/// One proposal.
#[utoipa::path(get, path = "/proposals/{id}", tag = "repairs", params(("id" = Uuid, Path, description = "The proposal")), responses(
    (status = 200, body = ProposalView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn view_proposal(mut reading: Reading<ReadRepairs>, Path(id): Path<Uuid>) -> Result<Json<ProposalView>, Problem> {
    let row = proposals::find(&mut reading.tx, &reading.allowed, ProposalId(id)).await?.ok_or(Refusal::NotFound("proposal"))?;
    Ok(Json(ProposalView::try_from(row)?))
}
