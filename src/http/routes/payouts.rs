//! Payouts: a run that is looked at and drafted, each payout with where it stands, and its voucher.

use axum::{Json, response::Response};
use chrono::{DateTime, Utc};
use receipts::payout_pdf;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        laying_out::lay_out,
        payouts::{CancelPayout, DraftRun, FailPayout, OwnerLine, PayPayout, Payout, paper as form_of, preview, with_steps},
    },
    auth::policy::{DraftPayouts, ReadBooks, ReadStatements},
    domain::{
        id::{PayoutId, PersonId},
        money::{Minor, Unit},
        time::Ts,
    },
    http::{
        page::{Page, Paging},
        paper,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        coop,
        payouts::{self, RunRow, StepRow, Wanted},
    },
};

/// Payouts to be drafted.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPayoutRun {
    /// To these owners only; to everybody to whom something is due where it is missing.
    #[schema(max_items = 1000)]
    pub owner_ids: Option<Vec<Uuid>>,
    /// Pay in cash, also those who have a bank account.
    #[serde(default)]
    pub in_cash: bool,
}

request! {
    /// Draft payouts (结款): what is due to each owner, less rent that is owed as far as the limit lets it. Each then goes to its owner, to a helper
    /// or a guardian where the support plan says so, and to the treasurer; nobody acts twice in one, and the drafter has acted.
    draft_payouts, "/payout-runs", "payouts", NewPayoutRun as body => DraftRun {
        owners: body.owner_ids.clone().map(|owners| owners.into_iter().map(PersonId).collect()),
        in_cash: body.in_cash,
    }
}

/// A payout.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OnePayout {
    /// Which.
    pub payout_id: Uuid,
}

request! {
    /// Take a payout back before it is paid.
    cancel_payout, "/payout-cancellations", "payouts", OnePayout as body => CancelPayout { payout: PayoutId(body.payout_id) }
}

request! {
    /// Pay a payout that everybody signed: cash from the safe, or a transfer, which then stands in the run's file for the bank. What is due, the
    /// account and the support plan are looked at again.
    pay_payout, "/payout-payments", "payouts", OnePayout as body => PayPayout { payout: PayoutId(body.payout_id) }
}

/// A payout that did not arrive.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PayoutFailure {
    /// Which.
    pub payout_id: Uuid,
    /// `wrong_account`, `returned` (by the bank) or `not_handed_over`.
    #[schema(pattern = "^(wrong_account|returned|not_handed_over)$")]
    pub reason: String,
}

request! {
    /// Record that a paid payout did not arrive: its entry is reversed, and what was due is due again.
    fail_payout, "/payout-failures", "payouts", PayoutFailure as body =>
        FailPayout { payout: PayoutId(body.payout_id), reason: body.reason.clone() }
}

/// An owner in a run.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayoutLineView {
    /// Who.
    pub owner_id: Uuid,
    /// What they are called.
    #[schema(required = true, nullable)]
    pub nickname: Option<String>,
    /// What is due to them; negative where more came back than was sold.
    pub due: String,
    /// What they owe for rent.
    pub rent: String,
    /// What of the due would go to rent.
    pub offset: String,
    /// What would be paid.
    pub paid: String,
    /// Why nothing: `nothing_due`, `negative` (carried on, never collected), `below_minimum` (waits) or `on_its_way`.
    pub why: Option<String>,
    /// The help that it needs: `independent`, `helper_confirms` or `guardian_co_signs`.
    pub help: String,
    /// `bank` where an approved account is known, else `safe`.
    pub through: String,
}

/// What a run would draft.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayoutPreview {
    /// What would be paid.
    pub paid: String,
    /// What would go to rent.
    pub offset: String,
    /// Everybody to whom something was ever due, or who ever owed rent.
    pub owners: Vec<PayoutLineView>,
}

fn line_view(line: OwnerLine, unit: &Unit) -> PayoutLineView {
    let offer = line.outcome.ok();
    let part = |part: Option<Minor>| unit.format(part.unwrap_or_default());
    PayoutLineView {
        owner_id: line.owner.0,
        nickname: line.nickname,
        due: unit.format(line.owed.due),
        rent: unit.format(line.owed.rent),
        offset: part(offer.map(|offer| offer.offset)),
        paid: part(offer.map(|offer| offer.paid)),
        why: line.outcome.err().map(|left| left.slug().to_owned()),
        help: line.help.slug().to_owned(),
        through: if line.account.is_some() { "bank" } else { "safe" }.to_owned(),
    }
}

/// Who would be paid what, and why somebody would not. Nothing is written.
#[utoipa::path(get, path = "/payout-runs/preview", tag = "payouts", responses(
    (status = 200, body = PayoutPreview),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn preview_payouts(mut reading: Reading<DraftPayouts>) -> Result<Json<PayoutPreview>, Problem> {
    let id = reading.allowed.coop();
    let (coop, chart) = coop::with_chart(&mut reading.tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let run = preview(&mut reading.tx, &coop, &chart).await?;
    let unit = &coop.unit;
    Ok(Json(PayoutPreview {
        paid: unit.format(run.paid),
        offset: unit.format(run.offset),
        owners: run.owners.into_iter().map(|line| line_view(line, unit)).collect(),
    }))
}

/// A run that was drafted.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayoutRunView {
    /// Which.
    pub id: Uuid,
    /// How many payouts it drafted.
    pub drafts: i64,
    /// What they pay.
    pub paid: String,
    /// What of them goes to rent.
    pub offset: String,
    /// Who drafted it.
    pub made_by: Uuid,
    /// When.
    pub made_at: DateTime<Utc>,
}

/// Runs, in the order in which they were drafted.
#[utoipa::path(get, path = "/payout-runs", tag = "payouts", params(Paging), responses(
    (status = 200, body = Page<PayoutRunView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_payout_runs(mut reading: Reading<ReadBooks>, Query(paging): Query<Paging>) -> Result<Json<Page<PayoutRunView>>, Problem> {
    let limit = paging.rows()?;
    let rows = payouts::runs(&mut reading.tx, &reading.allowed, paging.id_cursor()?, limit + 1).await?;
    let unit = &reading.coop.unit;
    let view = |row: RunRow| PayoutRunView {
        id: row.id,
        drafts: row.drafts,
        paid: unit.format(row.paid_minor),
        offset: unit.format(row.offset_minor),
        made_by: row.made_by.0,
        made_at: row.made_at.instant(),
    };
    Ok(Json(Page::of(rows, limit, |row| row.id, view)))
}

/// A step of a payout.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayoutStepView {
    /// `confirmed`, `co_signed`, `refused`, `cancelled`, `paid` or `failed`.
    pub step: String,
    /// Who took it.
    pub by_id: Uuid,
    /// `sign_in` or `till`.
    pub manner: String,
    /// Why, where somebody said no or it did not arrive.
    pub reason: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A payout.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayoutView {
    /// Which.
    pub id: Uuid,
    /// The run that drafted it.
    pub run_id: Uuid,
    /// To whom.
    pub owner_id: Uuid,
    /// What was due.
    pub due: String,
    /// What of it goes to rent.
    pub offset: String,
    /// What is paid.
    pub paid: String,
    /// `safe` or `bank`.
    pub through: String,
    /// The help that it needs: `independent`, `helper_confirms` or `guardian_co_signs`.
    pub help: String,
    /// `for_owner`, `for_co_signer`, `for_treasurer`, `paid`, `failed`, `refused` or `cancelled`.
    pub state: String,
    /// Who drafted it.
    pub drafted_by: Uuid,
    /// When.
    pub drafted_at: DateTime<Utc>,
    /// What happened to it, in order.
    pub steps: Vec<PayoutStepView>,
    /// What was put into the books once it was paid.
    pub event_id: Option<Uuid>,
}

impl PayoutView {
    /// As the wire has it.
    pub fn of(payout: Payout, unit: &Unit) -> Self {
        let state = payout.state().slug().to_owned();
        let Payout { row, steps } = payout;
        let event_id = steps.iter().find_map(|step| step.event_id).map(|event| event.0);
        let step = |step: StepRow| PayoutStepView {
            step: step.step,
            by_id: step.by_id.0,
            manner: step.manner,
            reason: step.reason,
            at: Ts::instant(step.taken_at),
        };
        Self {
            id: row.id.0,
            run_id: row.run_id,
            owner_id: row.owner_id.0,
            due: unit.format(row.due_minor),
            offset: unit.format(row.offset_minor),
            paid: unit.format(row.paid_minor),
            through: row.through,
            help: row.help,
            state,
            drafted_by: row.drafted_by.0,
            drafted_at: row.drafted_at.instant(),
            steps: steps.into_iter().map(step).collect(),
            event_id,
        }
    }
}

/// Which payouts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PayoutQuery {
    /// Of this run only.
    run_id: Option<Uuid>,
    /// To this owner only.
    owner_id: Option<Uuid>,
    /// Only those on their way: neither paid, refused nor taken back.
    #[serde(default)]
    open: bool,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Payouts, newest first. An owner sees their own, a guardian their wards'.
#[utoipa::path(get, path = "/payouts", tag = "payouts", params(PayoutQuery), responses(
    (status = 200, body = Page<PayoutView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_payouts(
    mut reading: Reading<ReadStatements>,
    Query(query): Query<PayoutQuery>,
) -> Result<Json<Page<PayoutView>>, Problem> {
    let PayoutQuery { run_id, owner_id, open, limit, after } = query;
    let paging = read::paging(limit, after);
    let (limit, before) = (paging.rows()?, paging.cursor::<Uuid>()?.unwrap_or(Uuid::max()));
    let wanted = Wanted { run: run_id, owner: owner_id.map(PersonId), open };
    let rows = payouts::list(&mut reading.tx, &reading.allowed, wanted, before, limit + 1).await?;
    let all = with_steps(&mut reading.tx, reading.allowed.coop(), rows).await?;
    let unit = &reading.coop.unit;
    Ok(Json(Page::of(all, limit, |payout| payout.row.id.0, |payout| PayoutView::of(payout, unit))))
}

async fn one(reading: &mut Reading<ReadStatements>, id: Uuid) -> Result<Payout, Problem> {
    let row = payouts::find(&mut reading.tx, &reading.allowed, PayoutId(id)).await?.ok_or(Refusal::NotFound("payout"))?;
    let found = with_steps(&mut reading.tx, reading.allowed.coop(), vec![row]).await?.pop();
    Ok(found.ok_or(Refusal::NotFound("payout"))?)
}

/// A payout.
#[utoipa::path(get, path = "/payouts/{id}", tag = "payouts", params(("id" = Uuid, Path)), responses(
    (status = 200, body = PayoutView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_payout(mut reading: Reading<ReadStatements>, Path(id): Path<Uuid>) -> Result<Json<PayoutView>, Problem> {
    let payout = one(&mut reading, id).await?;
    Ok(Json(PayoutView::of(payout, &reading.coop.unit)))
}

/// A payout's voucher (结款单) with the amount in capitals, to be signed.
#[utoipa::path(get, path = "/payouts/{id}/voucher.pdf", tag = "paper", params(("id" = Uuid, Path)), responses(
    (status = 200, body = Vec<u8>, content_type = "application/pdf"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn payout_on_paper(mut reading: Reading<ReadStatements>, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    let payout = one(&mut reading, id).await?;
    let form = form_of(&mut reading.tx, &reading.coop, &payout).await?;
    drop(reading.tx);
    Ok(paper::pdf(&format!("payout-{id}"), lay_out(move || payout_pdf(&form)).await?))
}
