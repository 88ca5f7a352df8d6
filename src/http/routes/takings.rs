//! What came in over some days, added up: the figures of the office's first page, and its charts.

use std::collections::BTreeMap;

use axum::Json;
use chrono::{NaiveDate, Timelike};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    auth::policy::ReadBooks,
    domain::money::Minor,
    http::{
        problem::Problem,
        read::{self, Query, Reading},
    },
    store::{
        books::Days,
        takings::{self, PaidRow},
    },
};

/// A year and a day: more is no question of a screen.
const A_YEAR: i64 = 366;
/// By hour each payment is looked at.
const A_MONTH: i64 = 31;

/// How takings are added up.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// By business day and means.
    Day,
    /// By hour of the day, in the cooperative's zone, and means.
    Hour,
    /// By grid: what was split.
    Grid,
    /// By till.
    Till,
}

/// Which takings.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TakingsQuery {
    /// From this day on.
    #[param(format = Date)]
    from: NaiveDate,
    /// Up to this day, at most a year later; by hour, a month.
    #[param(format = Date)]
    to: NaiveDate,
    /// How they are added up.
    #[param(inline)]
    by: By,
}

/// What came in.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Takings {
    /// Sales.
    pub sales: i64,
    /// What customers paid.
    pub sold: String,
    /// Refunds.
    pub refunds: i64,
    /// What customers got back.
    pub paid_back: String,
    /// Added up. What was sold comes to `sold`, except by grid: discounts, rounding-off and vouchers are no grid's.
    pub rows: Vec<TakingsRow>,
}

/// A sum of takings.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TakingsRow {
    /// The day, the hour from `0` to `23`, or the name of the grid or till; empty for goods whose grid nobody knows.
    pub key: String,
    /// The grid or till.
    #[schema(required = true, nullable)]
    pub id: Option<Uuid>,
    /// By day and hour: `cash`, `wechat`, `alipay` or `voucher`.
    #[schema(required = true, nullable)]
    pub means: Option<String>,
    /// Sales (by till), lines (by grid), payments (else).
    pub count: i64,
    /// How much, cash less change.
    pub amount: String,
}

fn span(from: NaiveDate, to: NaiveDate, most: i64) -> Result<Days, Problem> {
    if (0..=most).contains(&(to - from).num_days()) {
        return Ok(read::days(Some(from), Some(to)));
    }
    let zh = format!("from 不晚于 to，最多早 {most} 天");
    Err(Problem::unreadable(zh, format!("from is not after to, and {most} days before it at most")))
}

/// What customers paid over some days, added up for a chart or a day's report.
#[utoipa::path(get, path = "/takings", tag = "books", params(TakingsQuery), responses(
    (status = 200, body = Takings),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_takings(mut reading: Reading<ReadBooks>, query: Query<TakingsQuery>) -> Result<Json<Takings>, Problem> {
    let TakingsQuery { from, to, by } = query.0;
    let days = span(from, to, if by == By::Hour { A_MONTH } else { A_YEAR })?;
    let totals = takings::totals(&mut reading.tx, &reading.allowed, days).await?;
    let rows = match by {
        By::Hour => {
            let rows = takings::moments(&mut reading.tx, &reading.allowed, days).await?;
            folded(&reading, by, rows)
        }
        By::Day => {
            let rows = takings::days(&mut reading.tx, &reading.allowed, days).await?;
            folded(&reading, by, rows)
        }
        By::Grid => {
            let rows = takings::grids(&mut reading.tx, &reading.allowed, days).await?;
            let view = |row: takings::GridRow| (row.grid.unwrap_or_default(), row.grid_id.map(|grid| grid.0), row.lines, row.amount);
            rows.into_iter().map(view).map(|row| named(&reading, row)).collect()
        }
        By::Till => {
            let rows = takings::tills(&mut reading.tx, &reading.allowed, days).await?;
            rows.into_iter().map(|row| named(&reading, (row.till, Some(row.till_id.0), row.sales, row.amount))).collect()
        }
    };
    let (sold, paid_back) = (reading.money(totals.sold), reading.money(totals.paid_back));
    Ok(Json(Takings { sales: totals.sales, sold, refunds: totals.refunds, paid_back, rows }))
}

fn named(reading: &Reading<ReadBooks>, (key, id, count, amount): (String, Option<Uuid>, i64, Minor)) -> TakingsRow {
    TakingsRow { key, id, means: None, count, amount: reading.money(amount) }
}

/// The hour of a business day at which something was paid: a shift that runs past midnight goes on at 24.
fn hour_of(reading: &Reading<ReadBooks>, row: &PaidRow) -> i64 {
    let paid = row.at.instant().with_timezone(&reading.coop.zone);
    (paid.date_naive() - row.day).num_days().max(0) * 24 + i64::from(paid.hour())
}

/// Payments and change, put together. The first part of the key sorts, the second is shown.
fn folded(reading: &Reading<ReadBooks>, by: By, rows: Vec<PaidRow>) -> Vec<TakingsRow> {
    let mut sums: BTreeMap<(i64, String, String), (i64, Minor)> = BTreeMap::new();
    for row in rows {
        let (place, key) = match hour_of(reading, &row) {
            hour if by == By::Hour => (hour, hour.to_string()),
            _ => (0, row.day.to_string()),
        };
        let (payments, amount) = sums.entry((place, key, row.means)).or_default();
        *payments += row.payments;
        amount.0 += row.amount.0;
    }
    let view = |((_, key, means), (count, amount))| TakingsRow { key, id: None, means: Some(means), count, amount: reading.money(amount) };
    sums.into_iter().map(view).collect()
}
