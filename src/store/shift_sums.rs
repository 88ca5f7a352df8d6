//! What a shift's sales and refunds come to: for each owner, and on the way from the goods to what was paid.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, ReadShifts},
    domain::{
        id::{GridId, PersonId, ShiftId, TillId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

/// Goods of one grid that went over the counter, or came back.
#[derive(Clone, Debug, FromRow)]
pub struct GridRow {
    /// The grid; `None` where the till named none.
    pub grid_id: Option<GridId>,
    /// Its code, if the cooperative has it.
    pub code: Option<String>,
    /// Whose it was on the shift's day.
    pub owner_id: Option<PersonId>,
    /// What the owner wants to be called.
    pub nickname: Option<String>,
    /// Lines.
    pub lines: i64,
    /// What they come to, before what the shop bore.
    pub amount: Minor,
}

/// What was sold in a shift, by grid; vouchers are nobody's goods.
pub async fn sold(tx: &mut Tx, allowed: &Allowed<ReadShifts>, shift: ShiftId, day: Date) -> Result<Vec<GridRow>> {
    let text = sql!(
        "SELECT l.grid_id, g.code, o.owner_id, p.nickname, count(*) AS lines, CAST(sum(l.base) AS BIGINT) AS amount
         FROM sale s
         CROSS JOIN sale_line l
         LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         LEFT JOIN grid_owner o ON o.coop_id = l.coop_id AND o.grid_id = l.grid_id
           AND o.from_day = (SELECT max(f.from_day) FROM grid_owner f
                             WHERE f.coop_id = $1 AND f.grid_id = l.grid_id AND f.from_day <= $3)
         LEFT JOIN person p ON p.coop_id = o.coop_id AND p.id = o.owner_id
         WHERE s.coop_id = $1 AND s.shift_id = $2 AND l.coop_id = $1 AND l.sale_id = s.id AND l.voucher IS NULL
         GROUP BY l.grid_id, g.code, o.owner_id, p.nickname ORDER BY l.grid_id LIMIT 2000"
    );
    tx.q(text).bind(allowed.coop()).bind(shift).bind(day).all().await
}

/// What came back in a shift, by grid.
pub async fn returned(tx: &mut Tx, allowed: &Allowed<ReadShifts>, shift: ShiftId, day: Date) -> Result<Vec<GridRow>> {
    let text = sql!(
        "SELECT l.grid_id, g.code, o.owner_id, p.nickname, count(*) AS lines, CAST(sum(r.amount) AS BIGINT) AS amount
         FROM refund d
         CROSS JOIN returned_line r
         CROSS JOIN sale_line l
         LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         LEFT JOIN grid_owner o ON o.coop_id = l.coop_id AND o.grid_id = l.grid_id
           AND o.from_day = (SELECT max(f.from_day) FROM grid_owner f
                             WHERE f.coop_id = $1 AND f.grid_id = l.grid_id AND f.from_day <= $3)
         LEFT JOIN person p ON p.coop_id = o.coop_id AND p.id = o.owner_id
         WHERE d.coop_id = $1 AND d.shift_id = $2 AND r.coop_id = $1 AND r.document_id = d.id
           AND l.coop_id = $1 AND l.sale_id = r.sale_id AND l.line = r.line AND l.voucher IS NULL
         GROUP BY l.grid_id, g.code, o.owner_id, p.nickname ORDER BY l.grid_id LIMIT 2000"
    );
    tx.q(text).bind(allowed.coop()).bind(shift).bind(day).all().await
}

/// What lies between the goods and what customers paid.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct BetweenRow {
    /// Vouchers that were sold.
    pub vouchers: Minor,
    /// Discounts that the shop bore.
    pub discounts: Minor,
    /// Taken off to round sums.
    pub rounding: Minor,
    /// Rounded up for charity.
    pub donations: Minor,
}

/// What lies between a shift's goods and what customers paid for them.
pub async fn between(tx: &mut Tx, allowed: &Allowed<ReadShifts>, shift: ShiftId) -> Result<BetweenRow> {
    let text = sql!(
        "SELECT (SELECT CAST(COALESCE(sum(l.base), 0) AS BIGINT) FROM sale s CROSS JOIN sale_line l
                 WHERE s.coop_id = $1 AND s.shift_id = $2 AND l.coop_id = $1 AND l.sale_id = s.id AND l.voucher IS NOT NULL) AS vouchers,
                (SELECT CAST(COALESCE(sum(l.line_discount + l.order_discount), 0) AS BIGINT)
                 FROM sale s CROSS JOIN sale_line l
                 WHERE s.coop_id = $1 AND s.shift_id = $2 AND l.coop_id = $1 AND l.sale_id = s.id) AS discounts,
                (SELECT CAST(COALESCE(sum(s.rounding_off), 0) AS BIGINT) FROM sale s
                 WHERE s.coop_id = $1 AND s.shift_id = $2) AS rounding,
                (SELECT CAST(COALESCE(sum(s.donation), 0) AS BIGINT) FROM sale s
                 WHERE s.coop_id = $1 AND s.shift_id = $2) AS donations"
    );
    tx.q(text).bind(allowed.coop()).bind(shift).one().await
}

/// Cash that moved without a sale.
#[derive(Clone, Debug, FromRow)]
pub struct MovedRow {
    /// When, by the till's corrected clock.
    pub occurred_at: Ts,
    /// `pay_in`, `pay_out` or `drop`.
    pub movement: String,
    /// What an expense was for.
    pub reason: Option<String>,
    /// How much.
    pub amount: Minor,
}

/// Cash that moved in a shift without a sale, oldest first.
pub async fn moved(tx: &mut Tx, allowed: &Allowed<ReadShifts>, shift: ShiftId) -> Result<Vec<MovedRow>> {
    let text = sql!(
        "SELECT occurred_at, movement, reason, amount FROM cash_movement
         WHERE coop_id = $1 AND shift_id = $2 ORDER BY occurred_at, id LIMIT 500"
    );
    tx.q(text).bind(allowed.coop()).bind(shift).all().await
}

/// The number of the closing of a till before another one: enrolment and number.
pub async fn closing_before(tx: &mut Tx, allowed: &Allowed<ReadShifts>, till: TillId, number: (i64, i64)) -> Result<Option<(i64, i64)>> {
    #[derive(FromRow)]
    struct Number {
        epoch: i64,
        seq: i64,
    }
    let text = sql!(
        "SELECT c.epoch, c.seq FROM shift s JOIN shift_close c ON c.coop_id = s.coop_id AND c.shift_id = s.id
         WHERE s.coop_id = $1 AND s.till_id = $2 AND (c.epoch, c.seq) < ($3, $4)
         ORDER BY c.epoch DESC, c.seq DESC LIMIT 1"
    );
    let before = tx.q(text).bind(allowed.coop()).bind(till).bind(number.0).bind(number.1).opt::<Number>().await?;
    Ok(before.map(|number| (number.epoch, number.seq)))
}
