//! Sales as they stand in the tables, put together again as the domain had them when their hash was taken.

use std::collections::HashMap;

use sqlx::FromRow;

use super::Window;
use crate::{
    domain::{
        agreement::LinePart,
        cash::{Means, Origin, Tender},
        id::{CoopId, DocumentId, GoodId, GridId, LotId, PersonId, ShiftId, TillId, VersionId},
        money::{Minor, Quantity},
        sale::{Measure, Sale, SoldLine, What},
        time::{Date, Ts},
    },
    sql,
    store::{Result, Tx, agreements::PartRow},
};

/// The columns that every till document has.
#[derive(Clone, Copy, Debug, FromRow)]
pub(super) struct OriginRow {
    till_id: TillId,
    epoch: i64,
    seq: i64,
    shift_id: ShiftId,
    business_date: Date,
    occurred_at: Ts,
    received_at: Ts,
    actor_id: PersonId,
}

impl OriginRow {
    pub(super) fn origin(self) -> Origin {
        Origin {
            till: self.till_id,
            epoch: self.epoch,
            seq: self.seq,
            shift: self.shift_id,
            business_date: self.business_date,
            occurred_at: self.occurred_at,
            received_at: self.received_at,
            actor: self.actor_id,
        }
    }
}

pub(super) fn corrupt(what: &'static str) -> sqlx::Error {
    sqlx::Error::Decode(what.into())
}

/// Tenders by document, in their order.
pub(super) type Tenders = HashMap<DocumentId, Vec<Tender>>;

/// The tenders of the documents of a kind in a window.
pub(super) async fn tenders(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Tenders> {
    #[derive(FromRow)]
    struct TenderRow {
        document_id: DocumentId,
        means: String,
        voucher: Option<String>,
        amount: Minor,
    }
    let text = sql!(
        "SELECT t.document_id, t.means, t.voucher, t.amount
         FROM entry e JOIN tender t ON t.coop_id = e.coop_id AND t.document_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number, t.place LIMIT 10000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned()).all::<TenderRow>().await?;
    let mut tenders = Tenders::new();
    for row in rows {
        // A means that nobody knows is a changed row: as cash of another voucher number it cannot have the same hash.
        let means = Means::of(&row.means, row.voucher.clone()).unwrap_or_else(|| Means::Voucher(format!("?{}", row.means)));
        tenders.entry(row.document_id).or_default().push(Tender { means, amount: row.amount });
    }
    Ok(tenders)
}

#[derive(FromRow)]
struct SaleRow {
    id: DocumentId,
    #[sqlx(flatten)]
    origin: OriginRow,
    change_given: Minor,
    rounding_off: Minor,
    donation: Minor,
    total: Minor,
}

#[derive(FromRow)]
struct LineRow {
    sale_id: DocumentId,
    line: i64,
    grid_id: Option<GridId>,
    good_id: Option<GoodId>,
    voucher: Option<String>,
    measure: String,
    quantity_milli: i64,
    price: Minor,
    gross: Minor,
    owner_discount: Minor,
    base: Minor,
    line_discount: Minor,
    order_discount: Minor,
    rounding: Minor,
    version_id: Option<VersionId>,
    lot_id: Option<LotId>,
    cost: Minor,
}

#[derive(FromRow)]
struct LinePartRow {
    sale_id: DocumentId,
    line: i64,
    #[sqlx(flatten)]
    part: PartRow,
}

/// The sales of a window, by the number of their entry. A sale whose rows make no sale any more is left out.
pub async fn sales(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<Sale>> {
    let text = sql!(
        "SELECT s.id, s.till_id, s.epoch, s.seq, s.shift_id, s.business_date, s.occurred_at, s.received_at, s.actor_id,
                s.change_given, s.rounding_off, s.donation, s.total
         FROM entry e JOIN sale s ON s.coop_id = e.coop_id AND s.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'sale'
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<SaleRow>().await?;
    let text = sql!(
        "SELECT l.sale_id, l.line, l.grid_id, l.good_id, l.voucher, l.measure, l.quantity_milli, l.price, l.gross, l.owner_discount,
                l.base, l.line_discount, l.order_discount, l.rounding, l.version_id, l.lot_id, l.cost
         FROM entry e JOIN sale_line l ON l.coop_id = e.coop_id AND l.sale_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'sale'
         ORDER BY e.number, l.line LIMIT 10000000"
    );
    let mut lines: HashMap<DocumentId, Vec<LineRow>> = HashMap::new();
    for row in tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<LineRow>().await? {
        lines.entry(row.sale_id).or_default().push(row);
    }
    let text = sql!(
        "SELECT p.sale_id, p.line, p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM entry e JOIN sale_part p ON p.coop_id = e.coop_id AND p.sale_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'sale'
         ORDER BY e.number, p.line, p.place LIMIT 10000000"
    );
    let mut parts: HashMap<(DocumentId, i64), Vec<PartRow>> = HashMap::new();
    for row in tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<LinePartRow>().await? {
        parts.entry((row.sale_id, row.line)).or_default().push(row.part);
    }
    let mut tenders = tenders(tx, coop, "sale", window).await?;
    let mut sales = Vec::with_capacity(rows.len());
    for row in rows {
        let own = lines.remove(&row.id).unwrap_or_default();
        let own: Result<Vec<SoldLine>> = own
            .into_iter()
            .map(|line| {
                let key = (line.sale_id, line.line);
                sold(line, &parts.remove(&key).unwrap_or_default())
            })
            .collect();
        if let Ok(lines) = own {
            let SaleRow { id, origin, change_given: change, rounding_off, donation, total } = row;
            let tenders = tenders.remove(&id).unwrap_or_default();
            sales.push(Sale { id, origin: origin.origin(), lines, tenders, change, rounding_off, donation, total });
        }
    }
    Ok(sales)
}

/// A stored line. Its name is in no hash and stays where it is.
fn sold(row: LineRow, parts: &[PartRow]) -> Result<SoldLine> {
    let what = What::stored(row.grid_id, row.good_id, row.voucher);
    let what = what.ok_or_else(|| corrupt("a stored line is neither goods nor a voucher"))?;
    let parts: Result<Vec<LinePart>> = parts.iter().map(PartRow::part).collect();
    Ok(SoldLine {
        what,
        name: String::new(),
        measure: Measure::parse(&row.measure).ok_or_else(|| corrupt("a stored measure cannot be read"))?,
        quantity: Quantity::from_milli(row.quantity_milli).ok_or_else(|| corrupt("a stored quantity cannot be read"))?,
        price: row.price,
        gross: row.gross,
        owner_discount: row.owner_discount,
        base: row.base,
        line_discount: row.line_discount,
        order_discount: row.order_discount,
        rounding: row.rounding,
        version: row.version_id,
        parts: parts?,
        lot: row.lot_id,
        cost: row.cost,
    })
}
