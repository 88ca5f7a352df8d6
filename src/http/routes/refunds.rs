//! Refunds: the list, and each one whole: what came back, and how it was paid.

use axum::Json;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    heading::TillHeading,
    sales::{TenderView, tender_views, within},
};
use crate::{
    app::{Refusal, format::fields::Money},
    auth::policy::ReadSales,
    domain::{
        id::{DocumentId, ShiftId, TillId},
        money::{LIMIT_MINOR, Minor, quantity_text},
    },
    http::{
        page::{Page, Paging, TimeOrder},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::sold::{self, RefundRow, Wanted},
};

/// A refund without its lines.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RefundHeading {
    /// Its heading.
    #[serde(flatten)]
    pub heading: TillHeading,
    /// The sale, if it names one that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale_id: Option<Uuid>,
    /// Whose approval it had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<Uuid>,
    /// What that person is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approver: Option<String>,
    /// A donation that was paid back.
    pub donation: String,
    /// What the customer got.
    pub paid: String,
    /// Why it came back: `broken`, `unsuitable`, `wrong_goods`, `overcharged`, `unwanted` or `other`; missing where the till did not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A refund (退款), whole.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RefundView {
    /// Its heading.
    #[serde(flatten)]
    pub heading: RefundHeading,
    /// What came back.
    pub lines: Vec<ReturnedLineView>,
    /// How it was paid.
    pub tenders: Vec<TenderView>,
}

/// What came back of a line.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReturnedLineView {
    /// The sale's line.
    pub line: i64,
    /// As sold.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Pieces or kilograms; `0` where an amount was stated.
    pub quantity: String,
    /// Of the line's base.
    pub amount: String,
    /// Of it, what the shop had borne: not paid back.
    pub borne_by_shop: String,
}

impl RefundHeading {
    fn of(reading: &Reading<ReadSales>, row: RefundRow) -> Self {
        Self {
            heading: row.heading.into(),
            sale_id: row.sale_id.map(|sale| sale.0),
            approved_by: row.approved_by.map(|person| person.0),
            approver: row.approver,
            donation: reading.money(row.donation),
            paid: reading.money(row.paid),
            reason: row.reason,
        }
    }
}

/// Which refunds.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RefundQuery {
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Of this shift only.
    shift_id: Option<Uuid>,
    /// Of this till only.
    till_id: Option<Uuid>,
    /// Of this amount or more: what the customer got.
    #[param(value_type = Option<String>, pattern = r"^(0|[1-9][0-9]{0,12})\.[0-9]{2}$", example = "10.00")]
    at_least: Option<Money>,
    /// Of this amount or less.
    #[param(value_type = Option<String>, pattern = r"^(0|[1-9][0-9]{0,12})\.[0-9]{2}$", example = "20.00")]
    at_most: Option<Money>,
    /// For this reason only.
    #[param(pattern = "^(broken|unsuitable|wrong_goods|overcharged|unwanted|other)$")]
    reason: Option<String>,
    /// Newest first where it is missing.
    #[serde(default)]
    #[param(inline)]
    sort: TimeOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

impl RefundQuery {
    async fn wanted(self, reading: &mut Reading<ReadSales>) -> Result<(Wanted, TimeOrder, Paging), Problem> {
        let Self { from, to, shift_id, till_id, at_least, at_most, reason, sort, limit, after } = self;
        let unit = &reading.coop.unit;
        let amount = |money: Option<Money>, at: &str| money.map(|money| money.read(at, unit)).transpose().map_err(Refusal::from);
        let least = amount(at_least, "at_least")?.unwrap_or(Minor(-LIMIT_MINOR));
        let most = amount(at_most, "at_most")?.unwrap_or(Minor(LIMIT_MINOR));
        let (days, shift) = within(reading, read::days(from, to), shift_id.map(ShiftId)).await?;
        let (till, reason) = (till_id.map(TillId), reason.unwrap_or_default());
        let wanted = Wanted { days, shift, till, paid: (least, most), reason, way: sort.way() };
        Ok((wanted, sort, read::paging(limit, after)))
    }
}

/// Refunds, newest first or as `sort` says. A till sees those of its open shift.
#[utoipa::path(get, path = "/refunds", tag = "books", params(RefundQuery), responses(
    (status = 200, body = Page<RefundHeading>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_refunds(mut reading: Reading<ReadSales>, query: Query<RefundQuery>) -> Result<Json<Page<RefundHeading>>, Problem> {
    let (wanted, sort, paging) = query.0.wanted(&mut reading).await?;
    let limit = paging.rows()?;
    let after = paging.in_time(sort, wanted.days)?;
    let rows = sold::refunds(&mut reading.tx, &reading.allowed, &wanted, after, limit + 1).await?;
    let view = |row: RefundRow| RefundHeading::of(&reading, row);
    Ok(Json(Page::of(rows, limit, |row| (row.heading.business_date, row.heading.received_at.0, row.heading.id.0), view)))
}

/// What refunds come to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RefundTotals {
    /// How many.
    pub refunds: i64,
    /// What customers got.
    pub paid: String,
    /// By means: they add up to what was paid.
    pub tenders: Vec<PaidBackTotal>,
}

/// What was paid back by one means.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PaidBackTotal {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// How much.
    pub amount: String,
}

/// What all refunds that match come to, however many pages they fill. `sort`, `limit` and `after` change nothing.
#[utoipa::path(get, path = "/refund-totals", tag = "books", params(RefundQuery), responses(
    (status = 200, body = RefundTotals),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn total_refunds(mut reading: Reading<ReadSales>, query: Query<RefundQuery>) -> Result<Json<RefundTotals>, Problem> {
    let (wanted, ..) = query.0.wanted(&mut reading).await?;
    let (mut refunds, mut paid, mut tenders) = (0, Minor::ZERO, Vec::new());
    for row in sold::paid_back(&mut reading.tx, &reading.allowed, &wanted).await? {
        match row.means {
            None => (refunds, paid) = (row.refunds, row.amount),
            Some(means) => tenders.push(PaidBackTotal { means, amount: reading.money(row.amount) }),
        }
    }
    Ok(Json(RefundTotals { refunds, paid: reading.money(paid), tenders }))
}

/// One refund.
#[utoipa::path(get, path = "/refunds/{id}", tag = "books", params(("id" = Uuid, Path)), responses(
    (status = 200, body = RefundView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_refund(mut reading: Reading<ReadSales>, id: Path<Uuid>) -> Result<Json<RefundView>, Problem> {
    let id = DocumentId(id.0);
    let row = sold::refund(&mut reading.tx, &reading.allowed, id).await?.ok_or(Refusal::NotFound("refund"))?;
    let returned = sold::returned(&mut reading.tx, &reading.allowed, id).await?;
    let tenders = tender_views(&mut reading, id).await?;
    let line = |row: sold::ReturnedRow| ReturnedLineView {
        line: row.line,
        name: row.name,
        measure: row.measure,
        quantity: quantity_text(row.milli),
        amount: reading.money(row.amount),
        borne_by_shop: reading.money(row.borne),
    };
    let heading = RefundHeading::of(&reading, row);
    Ok(Json(RefundView { heading, lines: returned.into_iter().map(line).collect(), tenders }))
}
