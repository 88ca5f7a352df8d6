//! Shifts: the list, and each one's report: X while it is open, Z once it is closed.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::Refusal,
    auth::policy::ReadBooks,
    domain::{
        id::{ShiftId, TillId},
        money::Minor,
    },
    http::{
        page::Page,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        shift_reports::{self, PiecesRow, ShiftRow},
        shifts,
    },
};

/// A shift (班次).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftHeading {
    /// The shift.
    pub id: Uuid,
    /// The till.
    pub till_id: Uuid,
    /// Its name.
    pub till: String,
    /// Where it stands.
    pub site: String,
    /// The day that it counts for.
    pub business_date: NaiveDate,
    /// When it was opened, by the till's corrected clock.
    pub opened_at: DateTime<Utc>,
    /// Who opened it.
    pub opened_by: Uuid,
    /// When it was closed; missing while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<DateTime<Utc>>,
    /// Who closed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<Uuid>,
    /// Over (长款) or short (短款), at the closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "-0.50")]
    pub difference: Option<String>,
}

/// A shift's report: X (so far) or Z (closed).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftReport {
    /// Its heading.
    #[serde(flatten)]
    pub heading: ShiftHeading,
    /// How it was opened.
    pub opening: ShiftOpeningView,
    /// Sales.
    pub sales: i64,
    /// What customers paid for them.
    pub sold: String,
    /// Refunds.
    pub refunds: i64,
    /// What customers got back.
    pub paid_back: String,
    /// Net takings of each means: sales less change and refunds.
    pub tenders: Vec<MeansTotal>,
    /// What moved in the drawer.
    pub drawer: Drawer,
    /// How it was closed; missing while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing: Option<ShiftClosingView>,
}

/// How a shift was opened.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftOpeningView {
    /// Found in the drawer.
    pub counted: String,
    /// Brought from the safe; below zero: taken to it.
    pub brought: String,
    /// Counted, less what the books and waiting commands said.
    pub difference: String,
    /// By denomination, largest first; empty where a sum was stated.
    pub count: Vec<Pieces>,
}

/// Net takings of one means.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MeansTotal {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// Sales less change and refunds.
    pub amount: String,
}

/// The drawer's sum: float + cash sales + paid in − cash refunds − paid out − dropped − counted before = expected.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Drawer {
    /// 备用金.
    pub float: String,
    /// Cash sales less change.
    pub cash_sales: String,
    /// Cash paid back.
    pub cash_refunds: String,
    /// From the safe.
    pub paid_in: String,
    /// Small expenses.
    pub paid_out: String,
    /// To the safe.
    pub dropped: String,
    /// Cash of repaired commands of this shift that lay in the drawer when it was opened: the float holds it already.
    pub counted_before: String,
    /// What should be there by the books.
    pub expected: String,
    /// Cash of quarantined commands that are not repaired yet, besides.
    pub waiting: String,
}

/// How a shift was closed. These figures never change.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftClosingView {
    /// The closing.
    pub id: Uuid,
    /// By the books at that moment.
    pub expected: String,
    /// Cash of quarantined commands at that moment.
    pub waiting: String,
    /// Found.
    pub counted: String,
    /// Counted − waiting − expected.
    pub difference: String,
    /// By denomination, largest first.
    pub count: Vec<Pieces>,
    /// Number of the last entry at that moment: what `verify --head` compares.
    pub head_number: i64,
    /// Its hash.
    pub head_hash: String,
}

/// Notes or coins of one kind.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Pieces {
    /// Worth of one.
    pub denomination: String,
    /// How many.
    pub pieces: i64,
}

impl ShiftHeading {
    fn of(reading: &Reading<ReadBooks>, row: &ShiftRow) -> Self {
        Self {
            id: row.id.0,
            till_id: row.till_id.0,
            till: row.till.clone(),
            site: row.site.clone(),
            business_date: row.business_date,
            opened_at: row.opened_at.instant(),
            opened_by: row.opened_by.0,
            closed_at: row.closed_at.map(crate::domain::time::Ts::instant),
            closed_by: row.closed_by.map(|person| person.0),
            difference: row.difference.map(|amount| reading.money(amount)),
        }
    }
}

/// Which shifts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ShiftQuery {
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Of this till only.
    till_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Shifts, newest first.
#[utoipa::path(get, path = "/shifts", tag = "books", params(ShiftQuery), responses(
    (status = 200, body = Page<ShiftHeading>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_shifts(mut reading: Reading<ReadBooks>, query: Query<ShiftQuery>) -> Result<Json<Page<ShiftHeading>>, Problem> {
    let ShiftQuery { from, to, till_id, limit, after } = query.0;
    let (paging, days) = (read::paging(limit, after), read::days(from, to));
    let limit = paging.rows()?;
    let after = paging.newest_first(days.to)?;
    let rows = shift_reports::shifts(&mut reading.tx, &reading.allowed, days, till_id.map(TillId), after, limit + 1).await?;
    let view = |row: ShiftRow| ShiftHeading::of(&reading, &row);
    Ok(Json(Page::of(rows, limit, |row| (row.business_date, row.received_at.0, row.id.0), view)))
}

/// A shift's report: X while it is open, Z once it is closed.
#[utoipa::path(get, path = "/shifts/{id}", tag = "books", params(("id" = Uuid, Path)), responses(
    (status = 200, body = ShiftReport),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_shift(mut reading: Reading<ReadBooks>, id: Path<Uuid>) -> Result<Json<ShiftReport>, Problem> {
    let id = ShiftId(id.0);
    let row = shift_reports::shift(&mut reading.tx, &reading.allowed, id).await?.ok_or(Refusal::NotFound("shift"))?;
    let totals = shifts::totals(&mut reading.tx, reading.allowed.coop(), id).await?;
    let counts = shift_reports::counts(&mut reading.tx, &reading.allowed, id).await?;
    let opening_count = shift_reports::count(&mut reading.tx, &reading.allowed, id.0).await?;
    let closing_count = match row.closing_id {
        Some(closing) => shift_reports::count(&mut reading.tx, &reading.allowed, closing).await?,
        None => Vec::new(),
    };
    let money = |amount: Minor| reading.money(amount);
    let pieces = |rows: Vec<PiecesRow>| -> Vec<Pieces> {
        rows.into_iter().map(|row| Pieces { denomination: money(row.denomination), pieces: row.pieces }).collect()
    };
    let closing = match (row.closing_id, row.expected, row.waiting, row.counted, row.difference, row.head_number, row.head_hash) {
        (Some(id), Some(expected), Some(waiting), Some(counted), Some(difference), Some(head_number), Some(head_hash)) => {
            let count = pieces(closing_count);
            let [expected, waiting, counted, difference] = [expected, waiting, counted, difference].map(money);
            Some(ShiftClosingView { id, expected, waiting, counted, difference, count, head_number, head_hash: head_hash.to_string() })
        }
        _ => None,
    };
    let (counted, brought, difference) = (money(row.opening_counted), money(row.brought), money(row.opening_difference));
    let tenders = totals.tenders.iter().map(|(means, amount)| MeansTotal { means: means.clone(), amount: money(*amount) });
    let drawer = Drawer {
        float: money(totals.float),
        cash_sales: money(totals.cash_sales),
        cash_refunds: money(totals.cash_refunds),
        paid_in: money(totals.paid_in),
        paid_out: money(totals.paid_out),
        dropped: money(totals.dropped),
        counted_before: money(totals.counted_before),
        expected: money(totals.expected().map_err(Refusal::from)?),
        waiting: money(totals.waiting),
    };
    Ok(Json(ShiftReport {
        heading: ShiftHeading::of(&reading, &row),
        opening: ShiftOpeningView { counted, brought, difference, count: pieces(opening_count) },
        sales: counts.sales,
        sold: money(counts.sold),
        refunds: counts.refunds,
        paid_back: money(counts.paid_back),
        tenders: tenders.collect(),
        drawer,
        closing,
    }))
}
