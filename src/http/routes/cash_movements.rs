//! Cash that was put into a drawer or taken out: the list behind a shift's sums.

use axum::Json;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{heading::TillHeading, sales::days_of};
use crate::{
    auth::policy::ReadBooks,
    domain::id::{ShiftId, TillId},
    http::{
        page::{Page, TimeOrder},
        problem::Problem,
        read::{self, Query, Reading},
    },
    store::shift_reports::{self, MovementRow, Movements},
};

/// Cash that was put into a drawer or taken out.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CashMovementView {
    /// Its heading.
    #[serde(flatten)]
    pub heading: TillHeading,
    /// `pay_in` (from the safe), `pay_out` (a small expense) or `drop` (to the safe).
    pub movement: String,
    /// How much.
    pub amount: String,
    /// What an expense was for: `supplies`, `transport`, `repairs` or `other`; missing where the till did not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Which movements.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CashMovementQuery {
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
    /// Of this kind only.
    #[param(pattern = "^(pay_in|pay_out|drop)$")]
    movement: Option<String>,
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

/// Cash movements, newest first or as `sort` says.
#[utoipa::path(get, path = "/cash-movements", tag = "books", params(CashMovementQuery), responses(
    (status = 200, body = Page<CashMovementView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_cash_movements(
    mut reading: Reading<ReadBooks>,
    query: Query<CashMovementQuery>,
) -> Result<Json<Page<CashMovementView>>, Problem> {
    let CashMovementQuery { from, to, shift_id, till_id, movement, sort, limit, after } = query.0;
    let (paging, shift) = (read::paging(limit, after), shift_id.map(ShiftId));
    let limit = paging.rows()?;
    let days = days_of(&mut reading, read::days(from, to), shift).await?;
    let after = paging.in_time(sort, days)?;
    let wanted = Movements { days, shift, till: till_id.map(TillId), movement: movement.unwrap_or_default(), way: sort.way() };
    let rows = shift_reports::movements(&mut reading.tx, &reading.allowed, &wanted, after, limit + 1).await?;
    let view = |row: MovementRow| CashMovementView {
        heading: row.heading.into(),
        movement: row.movement,
        amount: reading.money(row.amount),
        reason: row.reason,
    };
    Ok(Json(Page::of(rows, limit, |row| (row.heading.business_date, row.heading.received_at.0, row.heading.id.0), view)))
}
