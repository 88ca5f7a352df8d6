//! Sales and refunds, read back as they were sold: headings, lines with parts, tenders, and what came back.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, agreements::PartRow, books::Days, db::Args, heading::Heading, looking::Way};
use crate::{
    auth::policy::{Allowed, ReadSales},
    domain::{
        id::{CoopId, DocumentId, GoodId, GridId, PersonId, ShiftId, TillId, VersionId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

/// A sale without its lines.
#[derive(Clone, Debug, FromRow)]
pub struct SaleRow {
    /// Its heading.
    #[sqlx(flatten)]
    pub heading: Heading,
    /// Where its till stands.
    pub site: String,
    /// Behind the receipt's QR code.
    pub receipt_token: Option<String>,
    /// Given back in cash.
    pub change_given: Minor,
    /// Taken off to a round sum.
    pub rounding_off: Minor,
    /// Rounded up for charity.
    pub donation: Minor,
    /// What the customer paid.
    pub total: Minor,
    /// Paid back so far.
    pub refunded: Minor,
}

/// A place in a list that is newest first: the day, when it arrived, its id.
pub type Place = (Date, Ts, Uuid);

/// Which refunds, and in which order.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Of these days.
    pub days: Days,
    /// Of this shift only.
    pub shift: Option<ShiftId>,
    /// Of this till only.
    pub till: Option<TillId>,
    /// What the customer got: at least and at most.
    pub paid: (Minor, Minor),
    /// Why they came back; empty for all.
    pub reason: String,
    /// By time.
    pub way: Way,
}

/// The open shift of a till.
pub async fn open_shift(tx: &mut Tx, allowed: &Allowed<ReadSales>, till: TillId) -> Result<Option<ShiftId>> {
    let text = sql!("SELECT open_shift_id FROM till WHERE coop_id = $1 AND id = $2");
    Ok(tx.q(text).bind(allowed.coop()).bind(till).maybe_scalar::<Option<ShiftId>>().await?.flatten())
}

/// Whole rows of sales: `s`.
macro_rules! sale_rows {
    () => {
        "SELECT s.id, s.till_id, t.name AS till, i.name AS site, s.epoch, s.seq, s.shift_id, s.business_date, s.occurred_at, s.received_at,
                s.actor_id, p.nickname AS seller, s.receipt_token, s.change_given, s.rounding_off, s.donation, s.total,
                (SELECT CAST(COALESCE(sum(r.paid), 0) AS BIGINT) FROM refund r WHERE r.coop_id = $1 AND r.sale_id = s.id) AS refunded,
                (SELECT min(e.number) FROM entry e WHERE e.coop_id = $1 AND e.document_id = s.id) AS entry_number
         FROM sale s
         JOIN till t ON t.coop_id = s.coop_id AND t.id = s.till_id
         JOIN site i ON i.coop_id = s.coop_id AND i.id = t.site_id
         LEFT JOIN person p ON p.coop_id = s.coop_id AND p.id = s.actor_id"
    };
}

/// A sale by its id.
pub async fn sale(tx: &mut Tx, coop: CoopId, id: DocumentId) -> Result<Option<SaleRow>> {
    let text = sql!(sale_rows!(), " WHERE s.coop_id = $1 AND s.id = $2");
    tx.q(text).bind(coop).bind(id).opt().await
}

/// Sales by their ids, in any order.
pub async fn sales_by_id(tx: &mut Tx, allowed: &Allowed<ReadSales>, ids: &[DocumentId]) -> Result<Vec<SaleRow>> {
    let text = sql!(sale_rows!(), " WHERE s.coop_id = $1 AND s.id IN ($list) ORDER BY s.id LIMIT 1000");
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    tx.q_list(text, bind, ids).all().await
}

/// A sale by the token behind its receipt's QR code.
pub async fn sale_by_token(tx: &mut Tx, coop: CoopId, token: &str) -> Result<Option<SaleRow>> {
    let text = sql!("SELECT id FROM sale WHERE coop_id = $1 AND receipt_token = $2 ORDER BY received_at, id LIMIT 1");
    match tx.q(text).bind(coop).bind(token.to_owned()).maybe_scalar().await? {
        Some(id) => sale(tx, coop, id).await,
        None => Ok(None),
    }
}

/// A sale of a till by the number on its receipt, if it is of a day from `from` on.
pub async fn sale_by_number(tx: &mut Tx, coop: CoopId, till: TillId, number: (i64, i64), from: Date) -> Result<Option<SaleRow>> {
    let text = sql!(
        "SELECT id FROM sale WHERE coop_id = $1 AND till_id = $2 AND epoch = $3 AND seq = $4 AND business_date >= $5
         ORDER BY received_at, id LIMIT 1"
    );
    match tx.q(text).bind(coop).bind(till).bind(number.0).bind(number.1).bind(from).maybe_scalar().await? {
        Some(id) => sale(tx, coop, id).await,
        None => Ok(None),
    }
}

/// A line of a sale, with what has come back of it.
#[derive(Clone, Debug, FromRow)]
pub struct LineRow {
    /// From 1.
    pub line: i64,
    /// The grid.
    pub grid_id: Option<GridId>,
    /// Its code, if the cooperative has it.
    pub grid: Option<String>,
    /// The good.
    pub good_id: Option<GoodId>,
    /// A voucher that was sold.
    pub voucher: Option<String>,
    /// As shown to the customer.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Thousandths.
    pub quantity_milli: i64,
    /// Per piece or kilogram.
    pub price: Minor,
    /// Quantity × price.
    pub gross: Minor,
    /// Owner-funded.
    pub owner_discount: Minor,
    /// What is split.
    pub base: Minor,
    /// Shop-funded, the line's own.
    pub line_discount: Minor,
    /// Its part of the order's discount.
    pub order_discount: Minor,
    /// Its part of the rounding-off.
    pub rounding: Minor,
    /// The version that split it.
    pub version_id: Option<VersionId>,
    /// Of the base, what came back.
    pub returned: Minor,
    /// Thousandths that came back.
    pub returned_milli: i64,
    /// Of what came back, what the shop had borne.
    pub returned_borne: Minor,
}

/// The lines of a sale in order.
pub async fn lines(tx: &mut Tx, coop: CoopId, sale: DocumentId) -> Result<Vec<LineRow>> {
    let text = sql!(
        "SELECT l.line, l.grid_id, g.code AS grid, l.good_id, l.voucher, l.name, l.measure, l.quantity_milli, l.price, l.gross,
                l.owner_discount, l.base, l.line_discount, l.order_discount, l.rounding, l.version_id,
                (SELECT CAST(COALESCE(sum(r.amount), 0) AS BIGINT) FROM returned_line r
                 WHERE r.coop_id = $1 AND r.sale_id = $2 AND r.line = l.line) AS returned,
                (SELECT CAST(COALESCE(sum(r.milli), 0) AS BIGINT) FROM returned_line r
                 WHERE r.coop_id = $1 AND r.sale_id = $2 AND r.line = l.line) AS returned_milli,
                (SELECT CAST(COALESCE(sum(r.borne), 0) AS BIGINT) FROM returned_line r
                 WHERE r.coop_id = $1 AND r.sale_id = $2 AND r.line = l.line) AS returned_borne
         FROM sale_line l LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         WHERE l.coop_id = $1 AND l.sale_id = $2 ORDER BY l.line LIMIT 1000"
    );
    tx.q(text).bind(coop).bind(sale).all().await
}

/// A part of a line of a sale.
#[derive(Clone, Debug, FromRow)]
pub struct LinePartRow {
    /// The line, from 1.
    pub line: i64,
    /// Whose part.
    #[sqlx(flatten)]
    pub part: PartRow,
}

/// The parts of a sale's lines: as sold, or as allocated later.
pub async fn parts(tx: &mut Tx, allowed: &Allowed<ReadSales>, sale: DocumentId) -> Result<Vec<LinePartRow>> {
    let text = sql!(
        "SELECT line, place, party, person_id, percent_e6, instrument_id, fallback, uncapped, moved
         FROM sale_part WHERE coop_id = $1 AND sale_id = $2
         UNION ALL
         SELECT a.line, p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM allocation a CROSS JOIN allocation_part p
         WHERE a.coop_id = $1 AND a.of_id = $2 AND p.coop_id = a.coop_id AND p.allocation_id = a.id
         ORDER BY 1, 2 LIMIT 10000"
    );
    tx.q(text).bind(allowed.coop()).bind(sale).all().await
}

/// A payment of a sale or a refund.
#[derive(Clone, Debug, FromRow)]
pub struct TenderRow {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// The voucher's number.
    pub voucher: Option<String>,
    /// How much.
    pub amount: Minor,
}

/// How a document was paid, in its order.
pub async fn tenders(tx: &mut Tx, coop: CoopId, document: DocumentId) -> Result<Vec<TenderRow>> {
    let text = sql!("SELECT means, voucher, amount FROM tender WHERE coop_id = $1 AND document_id = $2 ORDER BY place LIMIT 100");
    tx.q(text).bind(coop).bind(document).all().await
}

/// A refund without its lines.
#[derive(Clone, Debug, FromRow)]
pub struct RefundRow {
    /// Its heading.
    #[sqlx(flatten)]
    pub heading: Heading,
    /// The sale, if it names one that is known.
    pub sale_id: Option<DocumentId>,
    /// Whose approval it had.
    pub approved_by: Option<PersonId>,
    /// What that person is called.
    pub approver: Option<String>,
    /// A donation that was paid back.
    pub donation: Minor,
    /// What the customer got.
    pub paid: Minor,
    /// Why it came back, where the till said so.
    pub reason: Option<String>,
}

/// Whole rows of refunds: `r`.
macro_rules! refund_rows {
    () => {
        "SELECT r.id, r.till_id, t.name AS till, r.epoch, r.seq, r.shift_id, r.business_date, r.occurred_at, r.received_at, r.actor_id,
                p.nickname AS seller, r.sale_id, r.approved_by, a.nickname AS approver, r.donation, r.paid, r.reason,
                (SELECT min(e.number) FROM entry e WHERE e.coop_id = $1 AND e.document_id = r.id) AS entry_number
         FROM refund r JOIN till t ON t.coop_id = r.coop_id AND t.id = r.till_id
         LEFT JOIN person p ON p.coop_id = r.coop_id AND p.id = r.actor_id
         LEFT JOIN person a ON a.coop_id = r.coop_id AND a.id = r.approved_by"
    };
}

/// A refund by its id.
pub async fn refund(tx: &mut Tx, allowed: &Allowed<ReadSales>, id: DocumentId) -> Result<Option<RefundRow>> {
    let text = sql!(refund_rows!(), " WHERE r.coop_id = $1 AND r.id = $2");
    tx.q(text).bind(allowed.coop()).bind(id).opt().await
}

/// Refunds: `limit` rows after a place.
pub async fn refunds(tx: &mut Tx, allowed: &Allowed<ReadSales>, wanted: &Wanted, after: Place, limit: i64) -> Result<Vec<RefundRow>> {
    let text = sql!(
        refund_rows!(),
        " WHERE r.coop_id = $1 AND r.business_date >= $2 AND r.business_date <= $3
           AND (r.shift_id = $4 OR $4 IS NULL) AND (r.till_id = $5 OR $5 IS NULL) AND r.paid >= $6 AND r.paid <= $7
           AND (CAST($8 AS TEXT) = '' OR r.reason = $8)
           AND (r.business_date, r.received_at, r.id) $beyond ($9, $10, $11)
         ORDER BY r.business_date $way, r.received_at $way, r.id $way LIMIT $12"
    );
    let query = tx.q(text).running(wanted.way).bind(allowed.coop()).bind(wanted.days.from).bind(wanted.days.to);
    let query = query.bind(wanted.shift).bind(wanted.till).bind(wanted.paid.0).bind(wanted.paid.1).bind(wanted.reason.clone());
    query.bind(after.0).bind(after.1).bind(after.2).bind(limit).all().await
}

/// What was paid back by one means in all refunds that are wanted.
#[derive(Clone, Debug, FromRow)]
pub struct PaidBack {
    /// `cash`, `wechat`, `alipay` or `voucher`; nothing where nothing was paid.
    pub means: Option<String>,
    /// In how many refunds.
    pub refunds: i64,
    /// How much.
    pub amount: Minor,
}

/// All refunds that are wanted: how many and what they come to (no means), then by means.
pub async fn paid_back(tx: &mut Tx, allowed: &Allowed<ReadSales>, wanted: &Wanted) -> Result<Vec<PaidBack>> {
    let text = sql!(
        "WITH wanted AS (
           SELECT r.coop_id, r.id, r.paid FROM refund r
           WHERE r.coop_id = $1 AND r.business_date >= $2 AND r.business_date <= $3
             AND (r.shift_id = $4 OR $4 IS NULL) AND (r.till_id = $5 OR $5 IS NULL) AND r.paid >= $6 AND r.paid <= $7
             AND (CAST($8 AS TEXT) = '' OR r.reason = $8))
         SELECT CAST(NULL AS TEXT) AS means, count(*) AS refunds, CAST(COALESCE(sum(w.paid), 0) AS BIGINT) AS amount FROM wanted w
         WHERE w.coop_id = $1
         UNION ALL
         SELECT b.means, count(DISTINCT w.id), CAST(sum(b.amount) AS BIGINT) FROM wanted w CROSS JOIN tender b
         WHERE w.coop_id = $1 AND b.coop_id = w.coop_id AND b.document_id = w.id
         GROUP BY b.means ORDER BY 1 LIMIT 100"
    );
    let query = tx.q(text).bind(allowed.coop()).bind(wanted.days.from).bind(wanted.days.to).bind(wanted.shift).bind(wanted.till);
    query.bind(wanted.paid.0).bind(wanted.paid.1).bind(wanted.reason.clone()).all().await
}

/// The refunds of a sale, oldest first.
pub async fn refunds_of(tx: &mut Tx, allowed: &Allowed<ReadSales>, sale: DocumentId) -> Result<Vec<DocumentId>> {
    let text = sql!("SELECT id FROM refund WHERE coop_id = $1 AND sale_id = $2 ORDER BY received_at, id LIMIT 1000");
    tx.q(text).bind(allowed.coop()).bind(sale).scalars().await
}

/// What came back of a line.
#[derive(Clone, Debug, FromRow)]
pub struct ReturnedRow {
    /// Its place in the refund.
    pub place: i64,
    /// The sale's line.
    pub line: i64,
    /// As sold.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Thousandths; 0 where an amount was stated.
    pub milli: i64,
    /// Of the line's base.
    pub amount: Minor,
    /// Of it, what the shop had borne.
    pub borne: Minor,
}

/// What came back in a refund.
pub async fn returned(tx: &mut Tx, allowed: &Allowed<ReadSales>, document: DocumentId) -> Result<Vec<ReturnedRow>> {
    let text = sql!(
        "SELECT r.place, r.line, l.name, l.measure, r.milli, r.amount, r.borne
         FROM returned_line r JOIN sale_line l ON l.coop_id = r.coop_id AND l.sale_id = r.sale_id AND l.line = r.line
         WHERE r.coop_id = $1 AND r.document_id = $2 ORDER BY r.place LIMIT 1000"
    );
    tx.q(text).bind(allowed.coop()).bind(document).all().await
}
