//! Shifts, read: how they were opened and closed, and how much went over the counter.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, books::Days, heading::Heading, looking::Way, sold::Place};
use crate::{
    auth::policy::{Allowed, ReadBooks, ReadShifts},
    domain::{
        chain::Hash,
        id::{PersonId, ShiftId, TillId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

/// A shift with its closing, if it is closed.
#[derive(Clone, Debug, FromRow)]
pub struct ShiftRow {
    /// The shift.
    pub id: ShiftId,
    /// The till.
    pub till_id: TillId,
    /// Its name.
    pub till: String,
    /// Where it stands.
    pub site: String,
    /// The day that it counts for.
    pub business_date: Date,
    /// When it was opened, by the till's corrected clock.
    pub opened_at: Ts,
    /// When the opening arrived.
    pub received_at: Ts,
    /// Who opened it.
    pub opened_by: PersonId,
    /// What that person is called at the till.
    pub opener: Option<String>,
    /// Found in the drawer at the opening.
    pub opening_counted: Minor,
    /// Brought from the safe; negative: taken to it.
    pub brought: Minor,
    /// Counted at the opening, less what the books said.
    pub opening_difference: Minor,
    /// The closing.
    pub closing_id: Option<Uuid>,
    /// When it was closed.
    pub closed_at: Option<Ts>,
    /// Who closed it.
    pub closed_by: Option<PersonId>,
    /// What that person is called at the till.
    pub closer: Option<String>,
    /// The enrolment that closed it.
    pub closing_epoch: Option<i64>,
    /// The till's own number of the closing.
    pub closing_seq: Option<i64>,
    /// By the books, at the closing.
    pub expected: Option<Minor>,
    /// Found at the closing.
    pub counted: Option<Minor>,
    /// Cash of quarantined commands at the closing.
    pub waiting: Option<Minor>,
    /// Counted − waiting − expected.
    pub difference: Option<Minor>,
    /// Number of the last entry when it was closed.
    pub head_number: Option<i64>,
    /// That entry's hash.
    pub head_hash: Option<Hash>,
}

/// Whole rows of shifts: `s`.
macro_rules! shift_rows {
    () => {
        "SELECT s.id, s.till_id, t.name AS till, i.name AS site, s.business_date, s.occurred_at AS opened_at, s.received_at, s.actor_id AS opened_by,
                a.nickname AS opener, b.nickname AS closer, c.epoch AS closing_epoch, c.seq AS closing_seq,
                s.counted AS opening_counted, s.brought, s.difference AS opening_difference,
                c.id AS closing_id, c.occurred_at AS closed_at, c.actor_id AS closed_by, c.expected, c.counted, c.waiting, c.difference,
                c.head_number, c.head_hash
         FROM shift s
         JOIN till t ON t.coop_id = s.coop_id AND t.id = s.till_id
         JOIN site i ON i.coop_id = s.coop_id AND i.id = t.site_id
         LEFT JOIN shift_close c ON c.coop_id = s.coop_id AND c.shift_id = s.id
         LEFT JOIN person a ON a.coop_id = s.coop_id AND a.id = s.actor_id
         LEFT JOIN person b ON b.coop_id = c.coop_id AND b.id = c.actor_id"
    };
}

/// Shifts of some days, newest first: `limit` rows after a place.
pub async fn shifts(
    tx: &mut Tx,
    allowed: &Allowed<ReadShifts>,
    days: Days,
    till: Option<TillId>,
    after: Place,
    limit: i64,
) -> Result<Vec<ShiftRow>> {
    let text = sql!(
        shift_rows!(),
        " WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND (s.business_date, s.received_at, s.id) < ($4, $5, $6)
           AND (CAST($7 AS INTEGER) = 0 OR s.till_id = $8)
         ORDER BY s.business_date DESC, s.received_at DESC, s.id DESC LIMIT $9"
    );
    let query = tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).bind(after.0).bind(after.1).bind(after.2);
    query.bind(i32::from(till.is_some())).bind(till).bind(limit).all().await
}

/// A shift by its id.
pub async fn shift(tx: &mut Tx, allowed: &Allowed<ReadShifts>, id: ShiftId) -> Result<Option<ShiftRow>> {
    let text = sql!(shift_rows!(), " WHERE s.coop_id = $1 AND s.id = $2");
    tx.q(text).bind(allowed.coop()).bind(id).opt().await
}

/// Cash that was put into a drawer or taken out.
#[derive(Clone, Debug, FromRow)]
pub struct MovementRow {
    /// Its heading.
    #[sqlx(flatten)]
    pub heading: Heading,
    /// `pay_in`, `pay_out` or `drop`.
    pub movement: String,
    /// How much.
    pub amount: Minor,
    /// What an expense was for.
    pub reason: Option<String>,
}

/// Which cash movements, in which order.
#[derive(Clone, Debug)]
pub struct Movements {
    /// Of these days.
    pub days: Days,
    /// Of this shift only.
    pub shift: Option<ShiftId>,
    /// Of this till only.
    pub till: Option<TillId>,
    /// `pay_in`, `pay_out` or `drop`; empty for all.
    pub movement: String,
    /// By time.
    pub way: Way,
}

/// Cash movements: `limit` rows after a place.
pub async fn movements(tx: &mut Tx, allowed: &Allowed<ReadBooks>, of: &Movements, after: Place, limit: i64) -> Result<Vec<MovementRow>> {
    let text = sql!(
        "SELECT m.id, m.till_id, t.name AS till, m.epoch, m.seq, m.shift_id, m.business_date, m.occurred_at, m.received_at, m.actor_id,
                p.nickname AS seller, m.movement, m.amount, m.reason, (SELECT min(e.number) FROM entry e WHERE e.coop_id = $1 AND e.document_id = m.id) AS entry_number
         FROM cash_movement m JOIN till t ON t.coop_id = m.coop_id AND t.id = m.till_id
         LEFT JOIN person p ON p.coop_id = m.coop_id AND p.id = m.actor_id
         WHERE m.coop_id = $1 AND m.business_date >= $2 AND m.business_date <= $3
           AND (m.business_date, m.received_at, m.id) $beyond ($4, $5, $6)
           AND (CAST($7 AS INTEGER) = 0 OR m.shift_id = $8) AND (m.till_id = $9 OR $9 IS NULL)
           AND (CAST($10 AS TEXT) = '' OR m.movement = $10)
         ORDER BY m.business_date $way, m.received_at $way, m.id $way LIMIT $11"
    );
    let query =
        tx.q(text).running(of.way).bind(allowed.coop()).bind(of.days.from).bind(of.days.to).bind(after.0).bind(after.1).bind(after.2);
    let query = query.bind(i32::from(of.shift.is_some())).bind(of.shift).bind(of.till).bind(of.movement.clone());
    query.bind(limit).all().await
}

/// How many sales and refunds a shift has, and what was sold and paid back.
#[derive(Clone, Debug, FromRow)]
pub struct Counts {
    /// Sales.
    pub sales: i64,
    /// What customers paid for them.
    pub sold: Minor,
    /// Refunds.
    pub refunds: i64,
    /// What customers got back.
    pub paid_back: Minor,
}

/// Counts the documents of a shift.
pub async fn counts(tx: &mut Tx, allowed: &Allowed<ReadShifts>, shift: ShiftId) -> Result<Counts> {
    let text = sql!(
        "SELECT (SELECT count(*) FROM sale s WHERE s.coop_id = $1 AND s.shift_id = $2) AS sales,
                (SELECT CAST(COALESCE(sum(s.total), 0) AS BIGINT) FROM sale s WHERE s.coop_id = $1 AND s.shift_id = $2) AS sold,
                (SELECT count(*) FROM refund r WHERE r.coop_id = $1 AND r.shift_id = $2) AS refunds,
                (SELECT CAST(COALESCE(sum(r.paid), 0) AS BIGINT) FROM refund r WHERE r.coop_id = $1 AND r.shift_id = $2) AS paid_back"
    );
    tx.q(text).bind(allowed.coop()).bind(shift).one().await
}

/// Notes or coins of one kind.
#[derive(Clone, Debug, FromRow)]
pub struct PiecesRow {
    /// Worth of one.
    pub denomination: Minor,
    /// How many.
    pub pieces: i64,
}

/// A count by denomination, largest first.
pub async fn count(tx: &mut Tx, allowed: &Allowed<ReadShifts>, document: Uuid) -> Result<Vec<PiecesRow>> {
    let text = sql!(
        "SELECT denomination, pieces FROM cash_count
         WHERE coop_id = $1 AND document_id = $2 ORDER BY denomination DESC LIMIT 100"
    );
    tx.q(text).bind(allowed.coop()).bind(document).all().await
}
