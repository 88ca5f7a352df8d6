//! What was agreed with love shareholders: gifts, loans, share capital, shares of sales; and what they want done.

use axum::{Json, extract::State};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::office_events::OfficeEventView;
use crate::{
    app::{
        Refusal, Service,
        format::fields::Money,
        office::{AddInstrument, EndInstrument, LogWish, NewInstalment},
    },
    auth::policy::{Allowed, ReadInstruments, ReadPapers, allow},
    domain::{
        id::{InstrumentId, PersonId},
        money::{Minor, Unit},
        office::{Instalment, InstrumentKind},
        time::{Date, Ts},
    },
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        instruments::{self, InstrumentRow, WishRow},
        office_events, papers,
    },
};

/// Something to be agreed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInstrument {
    /// The love shareholder or fund.
    pub supporter_id: Uuid,
    /// `gift`, `restricted_gift`, `loan` (without interest), `share_capital`, `goods_gift`, `goods_at_cost`, `share_of_sales` or `training`;
    /// a share of sales where it is missing.
    #[schema(pattern = "^(gift|restricted_gift|loan|share_capital|goods_gift|goods_at_cost|share_of_sales|training)$")]
    pub kind: Option<String>,
    /// What may come in, in all: what is lent or subscribed, what a gift comes to, what a share of sales may reach. A loan and share capital
    /// state it; no limit where it is missing.
    pub cap: Option<Money>,
    /// What a restricted gift is for: `training`, `rent`, `equipment`, `goods`, `health`, `relief` or `events`.
    #[schema(pattern = "^(training|rent|equipment|goods|health|relief|events)$")]
    pub purpose: Option<String>,
    /// The first day; today where it is missing.
    #[schema(example = "2026-07-01")]
    pub begins_on: Option<NaiveDate>,
    /// The last day on which it receives; no end where it is missing.
    #[schema(example = "2027-12-31")]
    pub ends_on: Option<NaiveDate>,
    /// When a loan is paid back: it comes to what is lent. Where it is missing, when its lender asks.
    pub schedule: Option<Vec<InstalmentText>>,
}

/// An instalment of a loan.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstalmentText {
    /// When it is due.
    #[schema(example = "2027-01-31")]
    pub due_on: NaiveDate,
    /// How much.
    pub amount: Money,
}

request! {
    /// Agree something with a love shareholder. Agreements' versions name shares of sales. Nothing promises a return.
    add_instrument, "/instruments", "agreements", NewInstrument as body => AddInstrument {
        supporter: PersonId(body.supporter_id),
        kind: body.kind.clone(),
        purpose: body.purpose.clone(),
        cap: body.cap.clone(),
        begins_on: body.begins_on,
        ends_on: body.ends_on,
        schedule: body.schedule.iter().flatten().map(|text| NewInstalment { due_on: text.due_on, amount: text.amount.clone() }).collect(),
    }
}

/// Which agreement ends.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstrumentEnding {
    /// Which.
    pub instrument_id: Uuid,
}

request! {
    /// End an agreement with a love shareholder today: nothing more comes in under it. What came in is spent or paid back as agreed.
    end_instrument, "/instrument-endings", "agreements", InstrumentEnding as body =>
        EndInstrument { instrument: InstrumentId(body.instrument_id) }
}

/// What was agreed with a supporter. Of a share of sales they see one total per period: what each family sold is nobody's to see.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InstrumentView {
    /// The instrument.
    pub id: Uuid,
    /// The love shareholder or fund.
    pub supporter_id: Uuid,
    /// Of what kind.
    #[schema(example = "share_of_sales")]
    pub kind: String,
    /// `agreed` (not begun), `in_force`, `ended` or, where a loan is paid back or waived and capital withdrawn, `settled`.
    #[schema(example = "in_force")]
    pub state: String,
    /// What a restricted gift is for.
    pub purpose: Option<String>,
    /// What may come in, in all.
    pub cap: Option<String>,
    /// The first day.
    pub begins_on: NaiveDate,
    /// The last day on which it receives.
    pub ends_on: Option<NaiveDate>,
    /// What came in, less what was refunded or undone. A share of sales does not show it to its supporter: the running total before and
    /// after a sale would tell that sale.
    pub received: Option<String>,
    /// What was spent, paid back, withdrawn or waived of it.
    pub used: String,
    /// What may still come in; not shown to the supporter of a share of sales, for the same reason.
    pub left: Option<String>,
    /// What is left of what came in: unspent, not paid back.
    pub held: Option<String>,
    /// When it was agreed.
    pub created_at: DateTime<Utc>,
}

fn view(row: &InstrumentRow, unit: &Unit, allowed: &Allowed<ReadInstruments>, today: Date) -> InstrumentView {
    let is_share = row.kind == InstrumentKind::ShareOfSales.slug();
    let running = allowed.only().is_none() || !is_share;
    let left = row.cap_minor.filter(|_| running).map(|cap| Minor(cap.0.saturating_sub(row.received_minor.0).max(0)));
    InstrumentView {
        id: row.id.0,
        supporter_id: row.supporter_id.0,
        kind: row.kind.clone(),
        state: state(row, today).to_owned(),
        purpose: row.purpose.clone(),
        cap: row.cap_minor.map(|cap| unit.format(cap)),
        begins_on: row.begins_on,
        ends_on: row.ends_on,
        received: running.then(|| unit.format(row.received_minor)),
        used: unit.format(row.used_minor),
        left: left.map(|left| unit.format(left)),
        held: (!is_share).then(|| unit.format(row.book().held())),
        created_at: row.created_at.instant(),
    }
}

fn state(row: &InstrumentRow, today: Date) -> &'static str {
    let is_paid_back = [InstrumentKind::Loan, InstrumentKind::ShareCapital].iter().any(|kind| row.kind == kind.slug());
    let is_full = row.cap_minor.is_some_and(|cap| row.received_minor >= cap);
    let is_over = row.ends_on.is_some_and(|end| end < today) || row.ended_at.is_some();
    if is_paid_back && row.book().left().is_zero() && (is_full || is_over) && row.received_minor > Minor::ZERO {
        "settled"
    } else if is_over {
        "ended"
    } else if row.begins_on > today {
        "agreed"
    } else {
        "in_force"
    }
}

/// Which agreements.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InstrumentQuery {
    /// Of this supporter only.
    supporter_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// What was agreed with love shareholders, in the order in which it was agreed. A love shareholder sees their own.
#[utoipa::path(get, path = "/instruments", tag = "agreements", params(InstrumentQuery), responses(
    (status = 200, body = Page<InstrumentView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_instruments(
    State(service): State<Service>,
    mut reading: Reading<ReadInstruments>,
    query: Query<InstrumentQuery>,
) -> Result<Json<Page<InstrumentView>>, Problem> {
    let InstrumentQuery { supporter_id, limit, after } = query.0;
    let paging = read::paging(limit, after);
    let (limit, supporter, today) = (paging.rows()?, supporter_id.map(PersonId), service.clock.now().day_in(reading.coop.zone));
    let rows = instruments::list(&mut reading.tx, &reading.allowed, supporter, paging.id_cursor()?, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.id.0, |row| view(&row, &reading.coop.unit, &reading.allowed, today))))
}

/// An instalment, and what of it is paid back.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InstalmentView {
    /// When it is due.
    pub due_on: NaiveDate,
    /// How much.
    pub amount: String,
    /// How much of it is still to be paid: what is paid back counts for the earliest first.
    pub open: String,
}

/// An agreement with what belongs to it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InstrumentPage {
    /// The agreement.
    #[serde(flatten)]
    pub instrument: InstrumentView,
    /// When a loan is paid back.
    pub schedule: Vec<InstalmentView>,
    /// Its papers, by their names, for whoever may read them.
    pub papers: Vec<String>,
    /// The supporter's last word on it: `waive` or `pay_back` of a loan, `redonate` or `pay_out` of a share of sales.
    #[schema(required = true, nullable)]
    pub wish: Option<String>,
}

fn instalments(schedule: &[Instalment], used: Minor, unit: &Unit) -> Vec<InstalmentView> {
    let mut paid = used.0;
    let view = |instalment: &Instalment| {
        let own = paid.min(instalment.amount.0);
        paid -= own;
        let open = Minor(instalment.amount.0 - own);
        InstalmentView { due_on: instalment.due_on, amount: unit.format(instalment.amount), open: unit.format(open) }
    };
    schedule.iter().map(view).collect()
}

/// What was agreed with a supporter, with a loan's schedule and the supporter's last word.
#[utoipa::path(get, path = "/instruments/{id}", tag = "agreements", params(("id" = Uuid, Path)), responses(
    (status = 200, body = InstrumentPage),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_instrument(
    State(service): State<Service>,
    mut reading: Reading<ReadInstruments>,
    Path(id): Path<Uuid>,
) -> Result<Json<InstrumentPage>, Problem> {
    let today = service.clock.now().day_in(reading.coop.zone);
    let row = instruments::find(&mut reading.tx, &reading.allowed, InstrumentId(id)).await?.ok_or(Refusal::NotFound("instrument"))?;
    let (coop, unit) = (reading.coop.id, &reading.coop.unit);
    let schedule = instruments::schedule(&mut reading.tx, coop, row.id).await?;
    let of = Some(row.id).filter(|_| row.kind != InstrumentKind::ShareOfSales.slug());
    let wish = instruments::wish(&mut reading.tx, coop, row.supporter_id, of).await?;
    let papers = match allow::<ReadPapers>(&reading.caller.actor) {
        Ok(_) => papers::of_instrument(&mut reading.tx, coop, row.id).await?,
        Err(_) => Vec::new(),
    };
    Ok(Json(InstrumentPage {
        papers: papers.iter().map(ToString::to_string).collect(),
        instrument: view(&row, unit, &reading.allowed, today),
        schedule: instalments(&schedule, row.used_minor, unit),
        wish,
    }))
}

/// What came in under an agreement and what went out of it, newest first.
#[utoipa::path(get, path = "/instruments/{id}/events", tag = "agreements", params(("id" = Uuid, Path), Paging), responses(
    (status = 200, body = Page<OfficeEventView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn instrument_events(
    mut reading: Reading<ReadInstruments>,
    Path(id): Path<Uuid>,
    Query(paging): Query<Paging>,
) -> Result<Json<Page<OfficeEventView>>, Problem> {
    let row = instruments::find(&mut reading.tx, &reading.allowed, InstrumentId(id)).await?.ok_or(Refusal::NotFound("instrument"))?;
    let limit = paging.rows()?;
    let after = paging.newest_first(read::days(None, None).to)?;
    let rows = office_events::of_instrument(&mut reading.tx, &reading.allowed, row.id, after, limit + 1).await?;
    let (unit, is_theirs) = (&reading.coop.unit, reading.allowed.only().is_some());
    let view = |row| {
        let view = OfficeEventView::of(row, unit);
        // Which grid a gift pays for tells the office, and tells a giver of one family.
        if is_theirs { OfficeEventView { subject_id: None, ..view } } else { view }
    };
    Ok(Json(Page::of(rows, limit, |row| (row.event.day, row.event.made_at.0, row.event.id.0), view)))
}

/// What a supporter wants done from now on.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWish {
    /// The love shareholder.
    pub supporter_id: Uuid,
    /// A loan of theirs; their shares of sales where it is missing.
    pub instrument_id: Option<Uuid>,
    /// Of shares of sales `redonate` or `pay_out`; of a loan `waive` or `pay_back`.
    #[schema(pattern = "^(redonate|pay_out|waive|pay_back)$")]
    pub wish: String,
    /// `paper` or `spoken`, where it is logged for them; who says it themselves states none.
    #[schema(pattern = "^(paper|spoken)$")]
    pub manner: Option<String>,
}

request! {
    /// Log what a supporter wants done: give shares of sales back as gifts, or waive the rest of a loan. Nothing moves by it; the treasurer does
    /// as they want, and nothing else.
    log_wish, "/supporter-wishes", "agreements", NewWish as body => LogWish {
        supporter: PersonId(body.supporter_id),
        instrument: body.instrument_id.map(InstrumentId),
        wish: body.wish.clone(),
        manner: body.manner.clone(),
    }
}

/// What a supporter wanted.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WishView {
    /// Which.
    pub id: Uuid,
    /// The love shareholder.
    pub supporter_id: Uuid,
    /// A loan of theirs; their shares of sales where it is missing.
    pub instrument_id: Option<Uuid>,
    /// `redonate`, `pay_out`, `waive` or `pay_back`.
    pub wish: String,
    /// `self`, `paper` or `spoken`.
    pub manner: String,
    /// Who logged it.
    pub logged_by: Option<Uuid>,
    /// When.
    pub logged_at: DateTime<Utc>,
}

/// What supporters wanted, in the order in which they said it; the last word counts. A love shareholder sees their own.
#[utoipa::path(get, path = "/supporter-wishes", tag = "agreements", params(Paging), responses(
    (status = 200, body = Page<WishView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_wishes(mut reading: Reading<ReadInstruments>, Query(paging): Query<Paging>) -> Result<Json<Page<WishView>>, Problem> {
    let limit = paging.rows()?;
    let rows = instruments::wishes(&mut reading.tx, &reading.allowed, paging.id_cursor()?, limit + 1).await?;
    let view = |row: WishRow| WishView {
        id: row.id,
        supporter_id: row.supporter_id.0,
        instrument_id: row.instrument_id.map(|instrument| instrument.0),
        wish: row.wish,
        manner: row.manner,
        logged_by: row.logged_by.map(|person| person.0),
        logged_at: Ts::instant(row.logged_at),
    };
    Ok(Json(Page::of(rows, limit, |row| row.id, view)))
}
