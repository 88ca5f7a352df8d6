//! Cash that was put into a drawer or taken out: the list behind a shift's sums.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::sales::days_of;
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
    /// The movement.
    pub id: Uuid,
    /// The till.
    pub till_id: Uuid,
    /// Its name.
    pub till: String,
    /// The till's enrolment.
    pub epoch: i64,
    /// The till's own number.
    pub seq: i64,
    /// The shift.
    pub shift_id: Uuid,
    /// The day that it counts for.
    pub business_date: NaiveDate,
    /// When it happened, by the till's corrected clock.
    pub occurred_at: DateTime<Utc>,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Who was at the till.
    pub seller_id: Uuid,
    /// `pay_in` (from the safe), `pay_out` (a small expense) or `drop` (to the safe).
    pub movement: String,
    /// How much.
    pub amount: String,
    /// What an expense was for: `supplies`, `transport`, `repairs` or `other`; missing where the till did not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The journal entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_number: Option<i64>,
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
        id: row.id.0,
        till_id: row.till_id.0,
        till: row.till,
        epoch: row.epoch,
        seq: row.seq,
        shift_id: row.shift_id.0,
        business_date: row.business_date,
        occurred_at: row.occurred_at.instant(),
        received_at: row.received_at.instant(),
        seller_id: row.actor_id.0,
        movement: row.movement,
        amount: reading.money(row.amount),
        reason: row.reason,
        entry_number: row.entry_number,
    };
    Ok(Json(Page::of(rows, limit, |row| (row.business_date, row.received_at.0, row.id.0), view)))
}
