//! A day at a glance: what came in, whose it is, which hours brought it, how the tills stand. Every figure has its list.

use axum::{Json, extract::State};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        reports::day::{self, Day},
    },
    auth::policy::ReadBooks,
    domain::money::Minor,
    http::{
        problem::Problem,
        read::{self, Query, Reading},
    },
    store::{
        day as rows, shifts,
        waiting::{self, TillRow},
    },
};

/// Which day.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DayQuery {
    /// The business day; today on the cooperative's clock where it is missing.
    #[serde(default, deserialize_with = "read::day")]
    day: Option<NaiveDate>,
}

/// What came in by one means.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReceivedView {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// Sales that were paid by it, in whole or in part.
    pub sales: i64,
    /// Refunds that were paid back by it.
    pub refunds: i64,
    /// Sales less change and refunds.
    pub amount: String,
}

/// A part of the day's money.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DayPart {
    /// `owner`, `cooperative`, `supporter`, `donation`, `voucher` (sold, goods still owed) or `unallocated`.
    pub whose: String,
    /// The account that was credited.
    pub account: String,
    /// The person.
    #[schema(required = true, nullable)]
    pub person_id: Option<Uuid>,
    /// What that person is called at the till, or their number.
    #[schema(required = true, nullable)]
    pub name: Option<String>,
    /// How much; below zero where more came back than was sold.
    pub amount: String,
}

/// A till and how it stands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TillToday {
    /// The till.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub site: String,
    /// Whether a device is enrolled and not shut out.
    pub enrolled: bool,
    /// Commands that wait for one before them; 0 where no number is missing.
    pub waiting: i64,
    /// Its open shift.
    #[schema(required = true, nullable)]
    pub shift: Option<OpenShift>,
}

/// A shift that is open.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OpenShift {
    /// The shift.
    pub id: Uuid,
    /// The day that it counts for.
    pub business_date: NaiveDate,
    /// When it was opened, by the till's corrected clock.
    pub opened_at: DateTime<Utc>,
    /// What who opened it is called.
    #[schema(required = true, nullable)]
    pub opened_by: Option<String>,
    /// What who sold last is called.
    #[schema(required = true, nullable)]
    pub seller: Option<String>,
    /// When something arrived last.
    pub last_contact: DateTime<Utc>,
    /// 备用金.
    pub float: String,
    /// Cash sales less change and refunds, with what was paid in and out.
    pub cash_net: String,
    /// What should be in the drawer by the books.
    pub expected: String,
}

/// A business day at a glance.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DayView {
    /// The day.
    pub day: NaiveDate,
    /// The day on the cooperative's clock.
    pub today: NaiveDate,
    /// When these figures were read.
    pub as_of: DateTime<Utc>,
    /// The last day on which something was sold, up to this one.
    #[schema(required = true, nullable)]
    pub last_day: Option<NaiveDate>,
    /// Sales.
    pub sales: i64,
    /// What customers paid for them.
    pub sold: String,
    /// Refunds.
    pub refunds: i64,
    /// What customers got back.
    pub paid_back: String,
    /// Sold − paid back.
    pub received: String,
    /// The same by means.
    pub tenders: Vec<ReceivedView>,
    /// Discounts and rounding-off that the shop bears.
    pub given: String,
    /// Their account.
    #[schema(required = true, nullable)]
    pub given_account: Option<String>,
    /// Received + given: what `parts` add up to.
    pub shared: String,
    /// Whose it is, by the entries of this day's sales and refunds.
    pub parts: Vec<DayPart>,
    /// Every till as it stands now.
    pub tills: Vec<TillToday>,
}

/// A business day at a glance; today where none is named.
#[utoipa::path(get, path = "/today", tag = "books", params(DayQuery), responses(
    (status = 200, body = DayView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_day(
    State(service): State<Service>,
    mut reading: Reading<ReadBooks>,
    query: Query<DayQuery>,
) -> Result<Json<DayView>, Problem> {
    let (now, zone) = (service.clock.now(), reading.coop.zone);
    let today = now.day_in(zone);
    let of = query.0.day.unwrap_or(today);
    let figures = day::day(&mut reading.tx, &reading.allowed, of).await?;
    let last_day = rows::last_day(&mut reading.tx, &reading.allowed, of).await?;
    let mut tills = Vec::new();
    for row in waiting::tills(&mut reading.tx, &reading.allowed).await? {
        tills.push(till(&mut reading, row).await?);
    }
    let Day { sales, sold, refunds, paid_back, received, given, given_account, parts } = figures;
    let net = sold.minus(paid_back).map_err(Refusal::from)?;
    let money = |amount: Minor| reading.money(amount);
    let tenders =
        received.into_iter().map(|(means, of)| ReceivedView { means, sales: of.sales, refunds: of.refunds, amount: money(of.amount) });
    let parts = parts.into_iter().map(|part| DayPart {
        whose: part.whose.slug().to_owned(),
        account: part.account,
        person_id: part.person,
        name: part.name,
        amount: money(part.amount),
    });
    Ok(Json(DayView {
        day: of,
        today,
        as_of: now.instant(),
        last_day,
        sales,
        sold: money(sold),
        refunds,
        paid_back: money(paid_back),
        received: money(net),
        tenders: tenders.collect(),
        given: money(given),
        given_account,
        shared: money(net.plus(given).map_err(Refusal::from)?),
        parts: parts.collect(),
        tills,
    }))
}

async fn till(reading: &mut Reading<ReadBooks>, row: TillRow) -> Result<TillToday, Problem> {
    let opened = (row.shift_id, row.business_date, row.opened_at, row.opening_arrived);
    let shift = match opened {
        (Some(id), Some(business_date), Some(opened_at), Some(arrived)) => {
            let totals = shifts::totals(&mut reading.tx, reading.coop.id, id).await?;
            let expected = totals.expected().map_err(Refusal::from)?;
            let cash_net = expected.minus(totals.float).map_err(Refusal::from)?;
            Some(OpenShift {
                id: id.0,
                business_date,
                opened_at: opened_at.instant(),
                opened_by: row.opened_by.clone(),
                seller: row.last_seller.or(row.opened_by),
                last_contact: row.last_sale.map_or(arrived, |last| last.max(arrived)).instant(),
                float: reading.money(totals.float),
                cash_net: reading.money(cash_net),
                expected: reading.money(expected),
            })
        }
        _ => None,
    };
    Ok(TillToday { id: row.id.0, name: row.name, site: row.site, enrolled: row.enrolled, waiting: row.early, shift })
}
