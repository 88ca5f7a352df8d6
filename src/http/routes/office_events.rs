//! What the office itself puts into the books: money under agreements, deposits, rent, capital, donations, bills, cash for the bank.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        format::fields::Money,
        office::{
            BillPaid, CashBanked, DepositReturned, DepositTaken, DonationsPassedOn, GiveBack, MemberCapitalPaidIn, MemberCapitalWithdrawn,
            Receive, RentPaid, RentWaived, Reverse, Said, Settle, SharePaid, ShareRedonated, Spend, Waive,
        },
    },
    auth::policy::ReadBooks,
    domain::{
        id::{DocumentId, InstrumentId, PersonId},
        money::Unit,
    },
    http::{
        page::Page,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::office_events::{self, Filter, PostedEvent},
};

/// Money under an agreement with a supporter.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnderAgreement {
    /// Which agreement.
    pub instrument_id: Uuid,
    /// How much.
    pub amount: Money,
    /// `safe` or `bank`; the bank where it is missing.
    #[schema(pattern = "^(safe|bank)$")]
    pub through: Option<String>,
    /// When it happened; today where it is missing.
    pub day: Option<NaiveDate>,
}

impl UnderAgreement {
    fn said(&self) -> Said {
        Said { amount: self.amount.clone(), through: self.through.clone(), day: self.day }
    }
}

request! {
    /// Money comes in under an agreement: a gift, a loan, share capital. Never more than was agreed.
    receive_from_supporter, "/instrument-receipts", "money", UnderAgreement as body =>
        Receive { instrument: InstrumentId(body.instrument_id), said: body.said() }
}

request! {
    /// Pay a loan back, or let share capital be withdrawn. Never more than is left of it.
    give_back_to_supporter, "/instrument-repayments", "money", UnderAgreement as body =>
        GiveBack { instrument: InstrumentId(body.instrument_id), said: body.said() }
}

/// A restricted gift that is spent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiftSpending {
    /// Which gift.
    pub instrument_id: Uuid,
    /// On what: the purpose that it was given for.
    #[schema(pattern = "^(training|rent|equipment|goods|health|relief|events)$")]
    pub purpose: String,
    /// How much.
    pub amount: Money,
    /// `safe` or `bank`; the bank where it is missing.
    #[schema(pattern = "^(safe|bank)$")]
    pub through: Option<String>,
    /// When it happened; today where it is missing.
    pub day: Option<NaiveDate>,
}

request! {
    /// Spend a restricted gift: on its purpose only, and never beyond what was received.
    spend_gift, "/gift-spendings", "money", GiftSpending as body => Spend {
        instrument: InstrumentId(body.instrument_id),
        purpose: body.purpose.clone(),
        said: Said { amount: body.amount.clone(), through: body.through.clone(), day: body.day },
    }
}

/// A loan whose rest is waived.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LoanWaiver {
    /// Which loan.
    pub instrument_id: Uuid,
    /// When; today where it is missing.
    pub day: Option<NaiveDate>,
}

request! {
    /// Record that a lender waives the rest of a loan. Their wish to do so is logged first.
    waive_loan, "/loan-waivers", "money", LoanWaiver as body => Waive { instrument: InstrumentId(body.instrument_id), day: body.day }
}

/// Money of one person.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfPerson {
    /// Whose.
    pub person_id: Uuid,
    /// How much.
    pub amount: Money,
    /// `safe` or `bank`; where it is missing, the one that is usual.
    #[schema(pattern = "^(safe|bank)$")]
    pub through: Option<String>,
    /// When it happened; today where it is missing.
    pub day: Option<NaiveDate>,
}

impl OfPerson {
    fn settles<S>(&self, what: S) -> Settle<S> {
        let said = Said { amount: self.amount.clone(), through: self.through.clone(), day: self.day };
        Settle { what, person: Some(PersonId(self.person_id)), said, bill: None, paper: None }
    }
}

request! {
    /// Take a deposit (押金), usually into the safe.
    take_deposit, "/deposits", "money", OfPerson as body => body.settles(DepositTaken)
}

request! {
    /// Give a deposit back, usually from the safe. Never more than is held.
    return_deposit, "/deposit-returns", "money", OfPerson as body => body.settles(DepositReturned)
}

request! {
    /// An owner pays rent that was charged, usually in cash. Never more than is owed.
    pay_rent, "/rent-payments", "money", OfPerson as body => body.settles(RentPaid)
}

request! {
    /// A member pays share capital in, usually in cash.
    pay_member_capital, "/member-capital-payments", "money", OfPerson as body => body.settles(MemberCapitalPaidIn)
}

request! {
    /// A member withdraws share capital, usually by the bank. Never more than was paid in.
    withdraw_member_capital, "/member-capital-withdrawals", "money", OfPerson as body => body.settles(MemberCapitalWithdrawn)
}

request! {
    /// Pay a supporter's share of sales, usually by the bank. Never more than is due; refused where they want it to become a gift.
    pay_share, "/share-payments", "money", OfPerson as body => body.settles(SharePaid)
}

/// Something of one person that moves no cash.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfPersonWithoutCash {
    /// Whose.
    pub person_id: Uuid,
    /// How much.
    pub amount: Money,
    /// When it happened; today where it is missing.
    pub day: Option<NaiveDate>,
}

impl OfPersonWithoutCash {
    fn settles<S>(&self, what: S) -> Settle<S> {
        let said = Said { amount: self.amount.clone(), through: None, day: self.day };
        Settle { what, person: Some(PersonId(self.person_id)), said, bill: None, paper: None }
    }
}

request! {
    /// Waive rent after it was charged. Never more than is owed.
    waive_rent, "/rent-waivers", "money", OfPersonWithoutCash as body => body.settles(RentWaived)
}

request! {
    /// A supporter's share of sales becomes a gift, as they want it. Never more than is due.
    redonate_share, "/share-redonations", "money", OfPersonWithoutCash as body => body.settles(ShareRedonated)
}

/// Money that is nobody's in particular.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfNobody {
    /// How much.
    pub amount: Money,
    /// When it happened; today where it is missing.
    pub day: Option<NaiveDate>,
}

impl OfNobody {
    fn settles<S>(&self, what: S) -> Settle<S> {
        Settle { what, person: None, said: Said { amount: self.amount.clone(), through: None, day: self.day }, bill: None, paper: None }
    }
}

request! {
    /// Pass on what customers rounded up for charity, by the bank. Never more than is held.
    pass_donations_on, "/donation-transfers", "money", OfNobody as body => body.settles(DonationsPassedOn)
}

request! {
    /// Bring cash from the safe to the bank.
    bank_cash, "/cash-bankings", "money", OfNobody as body => body.settles(CashBanked)
}

/// A bill that is paid.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BillPayment {
    /// What it was for.
    #[schema(pattern = "^(utilities|telecom|premises|insurance|services|supplies|repairs|other)$")]
    pub bill: String,
    /// How much.
    pub amount: Money,
    /// `safe` or `bank`; the bank where it is missing.
    #[schema(pattern = "^(safe|bank)$")]
    pub through: Option<String>,
    /// When it happened; today where it is missing.
    pub day: Option<NaiveDate>,
    /// The uploaded bill, by its name.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub paper: Option<String>,
}

request! {
    /// Pay a bill, usually by the bank.
    pay_bill, "/bill-payments", "money", BillPayment as body => Settle {
        what: BillPaid,
        person: None,
        said: Said { amount: body.amount.clone(), through: body.through.clone(), day: body.day },
        bill: Some(body.bill.clone()),
        paper: body.paper.clone(),
    }
}

/// An entry to be undone.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reversal {
    /// Its number.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub entry_number: i64,
    /// Why: `wrong_amount`, `wrong_person`, `wrong_account`, `twice` or `never_happened`.
    #[schema(pattern = "^(wrong_amount|wrong_person|wrong_account|twice|never_happened)$")]
    pub reason: String,
}

request! {
    /// Reverse an entry (冲销) that the office recorded: its opposite is posted, and the two show each other. Once, and only as long as nothing
    /// later stands on it.
    reverse_entry, "/reversals", "money", Reversal as body => Reverse { entry: body.entry_number, reason: body.reason.clone() }
}

/// What the office put into the books.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfficeEventView {
    /// Which.
    pub id: Uuid,
    /// What happened.
    #[schema(example = "gift_received")]
    pub kind: String,
    /// The entry's day.
    pub day: NaiveDate,
    /// The agreement whose money it is.
    pub instrument_id: Option<Uuid>,
    /// Whose money it is.
    pub person_id: Option<Uuid>,
    /// `safe` or `bank`, where money moved.
    pub through: Option<String>,
    /// How much.
    pub amount: String,
    /// What for or why: a word of the kind's own list; empty where it has none.
    pub code: String,
    /// The uploaded paper behind it, by its name.
    pub paper: Option<String>,
    /// Its journal entry.
    pub entry_number: i64,
    /// The entry that it reverses.
    pub reverses: Option<i64>,
    /// The entry that undid it.
    pub reversed_by: Option<i64>,
    /// What it is about, for the office: the contract of a grid, the charge that a gift pays.
    pub subject_id: Option<Uuid>,
    /// Who recorded it.
    pub made_by: Option<Uuid>,
    /// When.
    pub made_at: DateTime<Utc>,
}

impl OfficeEventView {
    /// As the wire has it.
    pub fn of(row: PostedEvent, unit: &Unit) -> Self {
        let PostedEvent { event, entry_number, reversed_by } = row;
        Self {
            id: event.id.0,
            kind: event.kind,
            day: event.day,
            instrument_id: event.instrument_id.map(|instrument| instrument.0),
            person_id: event.party_id.map(|person| person.0),
            through: event.through,
            amount: unit.format(event.amount),
            code: event.code,
            paper: event.paper_hash.map(|paper| paper.to_string()),
            entry_number,
            reverses: event.reverses,
            reversed_by,
            subject_id: event.subject_id,
            made_by: event.made_by.map(|person| person.0),
            made_at: event.made_at.instant(),
        }
    }
}

/// Which events.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfficeEventQuery {
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Of this kind only, e.g. `gift_received`.
    #[param(max_length = 40)]
    kind: Option<String>,
    /// Under this agreement only.
    instrument_id: Option<Uuid>,
    /// Of this person only.
    person_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// What the office put into the books, newest first.
#[utoipa::path(get, path = "/office-events", tag = "money", params(OfficeEventQuery), responses(
    (status = 200, body = Page<OfficeEventView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_office_events(
    mut reading: Reading<ReadBooks>,
    query: Query<OfficeEventQuery>,
) -> Result<Json<Page<OfficeEventView>>, Problem> {
    let OfficeEventQuery { from, to, kind, instrument_id, person_id, limit, after } = query.0;
    let (paging, days) = (read::paging(limit, after), read::days(from, to));
    let (limit, after) = (paging.rows()?, paging.newest_first(days.to)?);
    let filter = Filter { kind, instrument: instrument_id.map(InstrumentId), party: person_id.map(PersonId) };
    let rows = office_events::list(&mut reading.tx, &reading.allowed, days, &filter, after, limit + 1).await?;
    let unit = &reading.coop.unit;
    Ok(Json(Page::of(rows, limit, |row| (row.event.day, row.event.made_at.0, row.event.id.0), |row| OfficeEventView::of(row, unit))))
}

/// One of them.
#[utoipa::path(get, path = "/office-events/{id}", tag = "money", params(("id" = Uuid, Path)), responses(
    (status = 200, body = OfficeEventView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_office_event(mut reading: Reading<ReadBooks>, Path(id): Path<Uuid>) -> Result<Json<OfficeEventView>, Problem> {
    let row = office_events::find(&mut reading.tx, &reading.allowed, DocumentId(id)).await?.ok_or(Refusal::NotFound("office event"))?;
    Ok(Json(OfficeEventView::of(row, &reading.coop.unit)))
}
