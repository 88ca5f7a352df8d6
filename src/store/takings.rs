//! What came in over some days, added up: by day and hour, grid and till. Nothing here writes.

use sqlx::FromRow;

use super::{Result, Tx, books::Days};
use crate::{
    auth::policy::{Allowed, ReadBooks},
    domain::{
        id::{GridId, TillId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

/// Sales and refunds of some days.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct Totals {
    /// Sales.
    pub sales: i64,
    /// What customers paid.
    pub sold: Minor,
    /// Refunds.
    pub refunds: i64,
    /// What customers got back.
    pub paid_back: Minor,
}

/// How many sales and refunds, and how much.
pub async fn totals(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Totals> {
    let text = sql!(
        "SELECT s.sales, s.sold, r.refunds, r.paid_back
         FROM (SELECT count(*) AS sales, CAST(COALESCE(sum(total), 0) AS BIGINT) AS sold
               FROM sale WHERE coop_id = $1 AND business_date >= $2 AND business_date <= $3) s
         CROSS JOIN (SELECT count(*) AS refunds, CAST(COALESCE(sum(paid), 0) AS BIGINT) AS paid_back
               FROM refund WHERE coop_id = $1 AND business_date >= $2 AND business_date <= $3) r"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).one().await
}

/// What customers handed over in one means; below zero, what they got back as change.
#[derive(Clone, Debug, FromRow)]
pub struct PaidRow {
    /// The business day.
    pub day: Date,
    /// When, by the till's corrected clock: the first of the day where it is added up.
    pub at: Ts,
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// Payments; none in a row of change.
    pub payments: i64,
    /// How much.
    pub amount: Minor,
}

/// What customers paid, added up by day and means.
pub async fn days(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<PaidRow>> {
    let text = sql!(
        "SELECT s.business_date AS day, min(s.occurred_at) AS at, t.means, count(*) AS payments, CAST(sum(t.amount) AS BIGINT) AS amount
         FROM sale s CROSS JOIN tender t
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND t.coop_id = s.coop_id AND t.document_id = s.id
         GROUP BY s.business_date, t.means
         UNION ALL
         SELECT s.business_date, min(s.occurred_at), 'cash', CAST(0 AS BIGINT), CAST(-sum(s.change_given) AS BIGINT)
         FROM sale s
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND s.change_given > 0
         GROUP BY s.business_date
         ORDER BY 1, 2, 3 LIMIT 10000"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).all().await
}

/// What customers paid, each payment and each change by itself: the hour is the zone's, which no database knows.
pub async fn moments(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<PaidRow>> {
    let text = sql!(
        "SELECT s.business_date AS day, s.occurred_at AS at, t.means, CAST(1 AS BIGINT) AS payments, t.amount
         FROM sale s CROSS JOIN tender t
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND t.coop_id = s.coop_id AND t.document_id = s.id
         UNION ALL
         SELECT s.business_date, s.occurred_at, 'cash', CAST(0 AS BIGINT), -s.change_given
         FROM sale s
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND s.change_given > 0
         ORDER BY 1, 2, 3 LIMIT 200000"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).all().await
}

/// What was sold of a grid.
#[derive(Clone, Debug, FromRow)]
pub struct GridRow {
    /// The grid; missing where nobody knows whose goods they were.
    pub grid_id: Option<GridId>,
    /// Its code, if the cooperative has it.
    pub grid: Option<String>,
    /// Lines sold.
    pub lines: i64,
    /// What was split.
    pub amount: Minor,
}

/// What was sold, by grid, the most first.
pub async fn grids(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<GridRow>> {
    let text = sql!(
        "SELECT l.grid_id, g.code AS grid, count(*) AS lines, CAST(sum(l.base) AS BIGINT) AS amount
         FROM sale s
         CROSS JOIN sale_line l
         LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND l.coop_id = s.coop_id AND l.sale_id = s.id AND l.voucher IS NULL
         GROUP BY l.grid_id, g.code
         ORDER BY amount DESC, l.grid_id LIMIT 5000"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).all().await
}

/// What went over a till.
#[derive(Clone, Debug, FromRow)]
pub struct TillRow {
    /// The till.
    pub till_id: TillId,
    /// Its name.
    pub till: String,
    /// Sales.
    pub sales: i64,
    /// What customers paid.
    pub amount: Minor,
}

/// What customers paid, by till, the most first.
pub async fn tills(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<TillRow>> {
    let text = sql!(
        "SELECT s.till_id, t.name AS till, count(*) AS sales, CAST(sum(s.total) AS BIGINT) AS amount
         FROM sale s JOIN till t ON t.coop_id = s.coop_id AND t.id = s.till_id
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3
         GROUP BY s.till_id, t.name
         ORDER BY amount DESC, s.till_id LIMIT 5000"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).all().await
}
