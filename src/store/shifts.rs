//! Shifts: opened, closed, and what moved between.

use sqlx::FromRow;

use super::{Result, Tx, coop::Head, sales::add_origin};
use crate::{
    auth::policy::{Allowed, Sell},
    domain::{
        cash::Origin,
        id::{CoopId, DocumentId, ShiftId, TillId},
        money::Minor,
        shift::{CashMovement, Closing, Count, Opening, Totals},
        time::{Date, Ts},
    },
    sql,
};

/// The cash of a shift's quarantined commands that are not repaired yet.
async fn waiting_cash(tx: &mut Tx, coop: CoopId, till: TillId, shift: ShiftId) -> Result<Minor> {
    let text = sql!(
        "SELECT CAST(COALESCE(sum(cash_minor), 0) AS BIGINT) FROM quarantine
         WHERE coop_id = $1 AND till_id = $2 AND outcome IS NULL AND shift_id = $3"
    );
    tx.q(text).bind(coop).bind(till).bind(shift).scalar().await
}

/// The cash of the till's quarantined commands that the count of an opening holds already, as far as they are not repaired yet.
/// Remembers that it was counted there: a repair in that very shift must not count it twice.
pub async fn count_waiting(tx: &mut Tx, allowed: &Allowed<Sell>, origin: &Origin) -> Result<Minor> {
    // An opening that is itself repaired comes before what its till has reported since.
    let text = sql!(
        "UPDATE quarantine SET counted_in = $3
         WHERE coop_id = $1 AND till_id = $2 AND outcome IS NULL AND cash_minor <> 0 AND NOT (epoch = $4 AND seq > $5)"
    );
    let update = tx.q(text).bind(allowed.coop()).bind(origin.till).bind(origin.shift).bind(origin.epoch).bind(origin.seq);
    if update.run().await? == 0 {
        return Ok(Minor::ZERO);
    }
    let text = sql!(
        "SELECT CAST(COALESCE(sum(cash_minor), 0) AS BIGINT) FROM quarantine
         WHERE coop_id = $1 AND till_id = $2 AND outcome IS NULL AND counted_in = $3"
    );
    tx.q(text).bind(allowed.coop()).bind(origin.till).bind(origin.shift).scalar().await
}

/// Whose a shift is, its day, and when it was closed.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct ShiftSpan {
    /// The till.
    pub till_id: TillId,
    /// The day that it was opened.
    pub business_date: Date,
    /// When its closing arrived.
    pub closed_at: Option<Ts>,
}

/// A shift, for a repair that names it.
pub async fn span(tx: &mut Tx, coop: CoopId, shift: ShiftId) -> Result<Option<ShiftSpan>> {
    let text = sql!(
        "SELECT s.till_id, s.business_date, c.received_at AS closed_at
         FROM shift s LEFT JOIN shift_close c ON c.coop_id = s.coop_id AND c.shift_id = s.id
         WHERE s.coop_id = $1 AND s.id = $2"
    );
    tx.q(text).bind(coop).bind(shift).opt().await
}

/// Saves an opening.
pub async fn save_opening(tx: &mut Tx, allowed: &Allowed<Sell>, opening: &Opening) -> Result<()> {
    let text = sql!(
        "INSERT INTO shift (coop_id, id, till_id, epoch, seq, business_date, occurred_at, received_at, actor_id, counted, brought, difference)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    );
    let origin = &opening.origin;
    let insert = tx.q(text).bind(allowed.coop()).bind(origin.shift).bind(origin.till).bind(origin.epoch).bind(origin.seq);
    let insert = insert.bind(origin.business_date).bind(origin.occurred_at).bind(origin.received_at).bind(origin.actor);
    insert.bind(opening.counted).bind(opening.brought).bind(opening.difference).run().await?;
    save_count(tx, allowed.coop(), DocumentId(origin.shift.0), &opening.count).await
}

/// Saves a count by denomination.
pub async fn save_count(tx: &mut Tx, coop: CoopId, document: DocumentId, count: &Count) -> Result<()> {
    let rows: Vec<_> = count.0.iter().collect();
    let text = sql!("INSERT INTO cash_count (coop_id, document_id, denomination, pieces) VALUES $rows");
    tx.insert(text, &rows, |(denomination, pieces), args| {
        args.add(coop).add(document).add(**denomination).add(**pieces);
    })
    .await
}

/// Saves a pay-in, pay-out or drop.
pub async fn save_movement(tx: &mut Tx, allowed: &Allowed<Sell>, movement: &CashMovement) -> Result<()> {
    let text = sql!(
        "INSERT INTO cash_movement (coop_id, id, till_id, epoch, seq, shift_id, business_date, occurred_at, received_at, actor_id,
                                    movement, amount, reason) VALUES $rows"
    );
    tx.insert(text, std::slice::from_ref(movement), |movement, args| {
        args.add(allowed.coop()).add(movement.id);
        add_origin(args, &movement.origin);
        args.add(movement.movement.slug().to_owned()).add(movement.amount);
        args.add(movement.movement.expense().map(|expense| expense.slug().to_owned()));
    })
    .await
}

/// What moved in a shift, from its documents.
pub async fn totals(tx: &mut Tx, coop: CoopId, shift: ShiftId) -> Result<Totals> {
    #[derive(FromRow)]
    struct Frame {
        till_id: TillId,
        float: Minor,
        change_given: Minor,
        paid_in: Minor,
        paid_out: Minor,
        dropped: Minor,
        counted_before: Minor,
    }
    #[derive(FromRow)]
    struct Taken {
        is_refund: i64,
        means: String,
        amount: Minor,
    }
    let text = sql!(
        "SELECT s.till_id, s.counted + s.brought AS float,
                (SELECT CAST(COALESCE(sum(d.change_given), 0) AS BIGINT) FROM sale d
                 WHERE d.coop_id = $1 AND d.shift_id = $2) AS change_given,
                (SELECT CAST(COALESCE(sum(m.amount), 0) AS BIGINT) FROM cash_movement m
                 WHERE m.coop_id = $1 AND m.shift_id = $2 AND m.movement = 'pay_in') AS paid_in,
                (SELECT CAST(COALESCE(sum(m.amount), 0) AS BIGINT) FROM cash_movement m
                 WHERE m.coop_id = $1 AND m.shift_id = $2 AND m.movement = 'pay_out') AS paid_out,
                (SELECT CAST(COALESCE(sum(m.amount), 0) AS BIGINT) FROM cash_movement m
                 WHERE m.coop_id = $1 AND m.shift_id = $2 AND m.movement = 'drop') AS dropped,
                (SELECT CAST(COALESCE(sum(q.cash_minor), 0) AS BIGINT) FROM quarantine q
                 WHERE q.coop_id = $1 AND q.till_id = s.till_id AND q.outcome = 'posted' AND q.counted_in = $2
                   AND q.command_id IN (SELECT d.id FROM sale d WHERE d.coop_id = $1 AND d.shift_id = $2
                                        UNION ALL SELECT r.id FROM refund r WHERE r.coop_id = $1 AND r.shift_id = $2
                                        UNION ALL SELECT m.id FROM cash_movement m WHERE m.coop_id = $1 AND m.shift_id = $2))
                    AS counted_before
         FROM shift s WHERE s.coop_id = $1 AND s.id = $2"
    );
    let frame = tx.q(text).bind(coop).bind(shift).one::<Frame>().await?;
    let text = sql!(
        "SELECT CAST(0 AS BIGINT) AS is_refund, t.means, CAST(sum(t.amount) AS BIGINT) AS amount
         FROM sale d CROSS JOIN tender t
         WHERE d.coop_id = $1 AND d.shift_id = $2 AND t.coop_id = d.coop_id AND t.document_id = d.id GROUP BY t.means
         UNION ALL
         SELECT CAST(1 AS BIGINT), t.means, CAST(sum(t.amount) AS BIGINT)
         FROM refund d CROSS JOIN tender t
         WHERE d.coop_id = $1 AND d.shift_id = $2 AND t.coop_id = d.coop_id AND t.document_id = d.id GROUP BY t.means
         ORDER BY 1, 2 LIMIT 100"
    );
    let mut totals = Totals {
        float: frame.float,
        cash_sales: Minor(-frame.change_given.0),
        paid_in: frame.paid_in,
        paid_out: frame.paid_out,
        dropped: frame.dropped,
        counted_before: frame.counted_before,
        ..Totals::default()
    };
    for taken in tx.q(text).bind(coop).bind(shift).all::<Taken>().await? {
        let sign = if taken.is_refund == 1 { -1 } else { 1 };
        totals.tenders.entry(taken.means.clone()).or_default().0 += sign * taken.amount.0;
        match (taken.means.as_str(), taken.is_refund) {
            ("cash", 0) => totals.cash_sales.0 += taken.amount.0,
            ("cash", _) => totals.cash_refunds.0 += taken.amount.0,
            _ => {}
        }
    }
    if frame.change_given.0 != 0 {
        totals.tenders.entry("cash".to_owned()).or_default().0 -= frame.change_given.0;
    }
    totals.waiting = waiting_cash(tx, coop, frame.till_id, shift).await?;
    Ok(totals)
}

/// Saves a closing, with where the books stood: the Z report prints it.
pub async fn save_closing(tx: &mut Tx, allowed: &Allowed<Sell>, closing: &Closing, head: Head) -> Result<()> {
    let text = sql!(
        "INSERT INTO shift_close (coop_id, shift_id, id, epoch, seq, occurred_at, received_at, actor_id, expected, counted, waiting,
                                  difference, head_number, head_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
    );
    let origin = &closing.origin;
    let insert = tx.q(text).bind(allowed.coop()).bind(origin.shift).bind(closing.id).bind(origin.epoch).bind(origin.seq);
    let insert = insert.bind(origin.occurred_at).bind(origin.received_at).bind(origin.actor).bind(closing.expected);
    let insert = insert.bind(closing.counted).bind(closing.waiting).bind(closing.difference);
    insert.bind(head.number).bind(head.hash).run().await?;
    save_count(tx, allowed.coop(), closing.id, &closing.count).await
}
