//! What tills reported and nobody could post, and what waits for a missing number.

use axum::Json;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::proposals::ProposalView;
use crate::{
    app::{Refusal, repairs::may_stand},
    auth::policy::ReadRepairs,
    domain::{
        id::{CommandId, TillId},
        money::Unit,
        time::Ts,
    },
    http::{
        page::{Page, Paging, TimeOrder},
        problem::Problem,
        read::{Path, Query, Reading},
    },
    store::{books, looking::Waiting, proposals, quarantine, tills},
};

/// Which part of a list, and all of it or only what is open.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OpenPaging {
    /// Only what still needs somebody.
    pub open: Option<bool>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    pub after: Option<String>,
}

impl OpenPaging {
    /// Only the open ones, and the page.
    #[must_use]
    pub fn parts(self) -> (bool, Paging) {
        (self.open.unwrap_or(false), Paging { limit: self.limit, after: self.after })
    }
}

/// Which of what waits for somebody, and in which order.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OpenQuery {
    /// Only what still needs somebody.
    open: Option<bool>,
    /// Of this kind only.
    #[param(max_length = 40)]
    kind: Option<String>,
    /// Raised at this moment or later.
    since: Option<DateTime<Utc>>,
    /// Raised before this moment.
    before: Option<DateTime<Utc>>,
    /// Oldest first where it is missing.
    #[serde(default = "TimeOrder::oldest")]
    #[param(inline)]
    sort: TimeOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

impl OpenQuery {
    /// Which, and the page.
    #[must_use]
    pub fn parts(self) -> (Waiting, Paging) {
        let raised = (self.since.map_or(Ts(i64::MIN), Ts::of).held(), self.before.map_or(Ts(i64::MAX), Ts::of).held());
        let (open, kind, way) = (self.open.unwrap_or(false), self.kind.unwrap_or_default(), self.sort.way());
        (Waiting { open, kind, raised, way }, Paging { limit: self.limit, after: self.after })
    }
}

/// A command that was set aside.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuarantinedView {
    /// The sender's own id for it.
    pub command_id: Uuid,
    /// The till.
    pub till_id: Uuid,
    /// Its enrolment.
    pub epoch: i64,
    /// Its number.
    pub seq: i64,
    /// The shift that was open when it arrived.
    pub shift_id: Option<Uuid>,
    /// What it reports, e.g. `sale`.
    pub kind: String,
    /// A name for programs.
    pub reason: String,
    /// Why, in Chinese.
    pub detail: String,
    /// The same in English.
    pub detail_en: String,
    /// Whether it may be posted as the till reported it: what stood in its way lay outside, e.g. no shift was open.
    pub as_reported: bool,
    /// The cash that it declares: into the drawer without a sign, out of it with a leading `-`.
    pub cash: String,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// `posted` or `dismissed` once two people have repaired it.
    pub outcome: Option<String>,
    /// The command that repaired it.
    pub repaired_by: Option<Uuid>,
}

/// A command that was set aside, whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuarantinedWhole {
    /// What is known of it.
    #[serde(flatten)]
    pub command: QuarantinedView,
    /// The envelope with its body, as it arrived; one that no program reads stands in `text`.
    #[schema(value_type = HashMap<String, serde_json::Value>)]
    pub received: serde_json::Value,
    /// How two people repaired it.
    #[schema(required = true, nullable)]
    pub repaired: Option<RepairedView>,
}

/// Who repaired a command, how, and what came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RepairedView {
    /// What one person proposed and another agreed to.
    pub proposal: ProposalView,
    /// The entry, if money moved.
    #[schema(required = true, nullable)]
    pub entry_number: Option<i64>,
}

fn view(kept: &quarantine::Quarantined, unit: &Unit) -> QuarantinedView {
    let (zh, en) = kept.detail.split_once('\n').unwrap_or((&kept.detail, &kept.detail));
    QuarantinedView {
        command_id: kept.command_id.0,
        till_id: kept.till_id.0,
        epoch: kept.epoch,
        seq: kept.seq,
        shift_id: kept.shift_id.map(|shift| shift.0),
        kind: kept.kind.clone(),
        reason: kept.reason.clone(),
        detail: zh.to_owned(),
        detail_en: en.to_owned(),
        as_reported: may_stand(&kept.reason),
        cash: unit.format(kept.cash_minor),
        received_at: kept.received_at.instant(),
        outcome: kept.outcome.clone(),
        repaired_by: kept.repaired_by.map(|command| command.0),
    }
}

/// Commands that were set aside, the oldest first.
#[utoipa::path(get, path = "/quarantine", tag = "repairs", params(OpenPaging), responses(
    (status = 200, body = Page<QuarantinedView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_quarantine(
    mut reading: Reading<ReadRepairs>,
    Query(paging): Query<OpenPaging>,
) -> Result<Json<Page<QuarantinedView>>, Problem> {
    let (open, paging) = paging.parts();
    let (limit, after) = (paging.rows()?, paging.cursor::<(i64, Uuid)>()?.map(|(at, id)| (Ts(at), CommandId(id))));
    let rows = quarantine::list(&mut reading.tx, &reading.allowed, open, after, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| (row.received_at.0, row.command_id.0), |row| view(&row, &reading.coop.unit))))
}

/// One command that was set aside, with everything that the till sent.
#[utoipa::path(get, path = "/quarantine/{id}", tag = "repairs", params(("id" = Uuid, Path, description = "The command")), responses(
    (status = 200, body = QuarantinedWhole),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn view_quarantined(mut reading: Reading<ReadRepairs>, Path(id): Path<Uuid>) -> Result<Json<QuarantinedWhole>, Problem> {
    let kept = quarantine::find(&mut reading.tx, reading.allowed.coop(), CommandId(id)).await?;
    let kept = kept.ok_or(Refusal::NotFound("quarantined command"))?;
    // A body may be nested deeper, or hold larger numbers, than anybody reads: then it is shown as it stands.
    let as_text = |_| serde_json::json!({ "text": String::from_utf8_lossy(&kept.body) });
    let received = serde_json::from_slice(&kept.body).unwrap_or_else(as_text);
    let repaired = repaired(&mut reading, &kept).await?;
    Ok(Json(QuarantinedWhole { command: view(&kept, &reading.coop.unit), received, repaired }))
}

async fn repaired(reading: &mut Reading<ReadRepairs>, kept: &quarantine::Quarantined) -> Result<Option<RepairedView>, Problem> {
    let Some(agreed) = proposals::agreed(&mut reading.tx, &reading.allowed, kept.command_id.0).await? else { return Ok(None) };
    // A repaired command keeps its id as its document's.
    let entries = books::entries_of_document(&mut reading.tx, reading.allowed.coop(), kept.command_id.0).await?;
    Ok(Some(RepairedView { proposal: ProposalView::try_from(agreed)?, entry_number: entries.first().map(|entry| entry.number) }))
}

/// A command that waits for an earlier number of its till.
#[derive(Debug, Serialize, ToSchema)]
pub struct EarlyView {
    /// The till.
    pub till_id: Uuid,
    /// Its enrolment.
    pub epoch: i64,
    /// Its number.
    pub seq: i64,
    /// The number that is missing.
    pub next_seq: i64,
    /// The sender's own id for it.
    pub command_id: Uuid,
    /// What it reports, e.g. `sale`.
    pub kind: String,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
}

/// Commands that wait for an earlier number, till by till.
#[utoipa::path(get, path = "/till-inbox", tag = "repairs", params(Paging), responses(
    (status = 200, body = Page<EarlyView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_early(mut reading: Reading<ReadRepairs>, Query(paging): Query<Paging>) -> Result<Json<Page<EarlyView>>, Problem> {
    let after = paging.cursor::<(Uuid, i64, i64, Uuid)>()?.map(|(till, epoch, seq, id)| (TillId(till), epoch, seq, CommandId(id)));
    let limit = paging.rows()?;
    let rows = tills::inbox_list(&mut reading.tx, &reading.allowed, after, limit + 1).await?;
    let early = |row: tills::InboxRow| EarlyView {
        till_id: row.till_id.0,
        epoch: row.epoch,
        seq: row.seq,
        next_seq: row.next_seq,
        command_id: row.command_id.0,
        kind: row.kind,
        received_at: row.received_at.instant(),
    };
    Ok(Json(Page::of(rows, limit, |row| (row.till_id.0, row.epoch, row.seq, row.command_id.0), early)))
}
