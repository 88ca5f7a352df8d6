//! Lots and what became of their pieces, put together again from their rows; and lots' counts, added up from lines and events.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::Window;
use crate::{
    domain::{
        id::{CoopId, InstrumentId, LotId},
        lot::{Lot, LotEvent, LotEventKind, LotReceipt, Nature, Pieces},
        money::Minor,
        office::Book,
    },
    sql,
    store::{
        Result, Tx,
        lots::{LotEventRow, LotRow},
    },
};

/// The lots of a window that came in with an entry of one kind, by its number. One that nobody can read is left out.
pub async fn receipts(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Vec<LotReceipt>> {
    let text = sql!(
        "SELECT l.id, l.nature, l.name, l.day, l.supporter_id, l.instrument_id, l.is_restricted, l.value_minor, l.received, l.basis,
                l.paper_hash, l.appraised_by, l.also_appraised_by, l.through, l.made_by, l.made_at, l.sold, l.given, l.lost
         FROM entry e JOIN lot l ON l.coop_id = e.coop_id AND l.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned()).all::<LotRow>().await?;
    Ok(rows.iter().filter_map(LotRow::receipt).collect())
}

/// What became of pieces in a window, by the number of its entry.
pub async fn lot_events(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Vec<LotEvent>> {
    let text = sql!(
        "SELECT v.id, v.kind, v.day, v.lot_id, v.pieces, v.person_id, v.of_id, v.made_by
         FROM entry e JOIN lot_event v ON v.coop_id = e.coop_id AND v.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned()).all::<LotEventRow>().await?;
    let event = |row: LotEventRow| {
        Some(LotEvent {
            id: row.id,
            kind: LotEventKind::parse(&row.kind)?,
            day: row.day,
            lot: row.lot_id,
            pieces: row.pieces,
            person: row.person_id,
            of: row.of_id,
        })
    };
    Ok(rows.into_iter().filter_map(event).collect())
}

/// Every lot as it is kept, beside the pieces that its lines and events make.
pub async fn lots(tx: &mut Tx, coop: CoopId) -> Result<Vec<(Lot, Pieces)>> {
    #[derive(FromRow)]
    struct SumRow {
        lot_id: LotId,
        kind: String,
        pieces: i64,
    }
    let kept = sql!(
        "SELECT id, nature, name, day, supporter_id, instrument_id, is_restricted, value_minor, received, basis, paper_hash,
                appraised_by, also_appraised_by, through, made_by, made_at, sold, given, lost
         FROM lot WHERE coop_id = $1 ORDER BY id LIMIT 1000000"
    );
    let sums = sql!(
        "SELECT lot_id, 'sold' AS kind, CAST(sum((quantity_milli + 999) / 1000) AS BIGINT) AS pieces
         FROM sale_line WHERE coop_id = $1 AND lot_id IS NOT NULL GROUP BY lot_id
         UNION ALL
         SELECT l.lot_id, 'returned', CAST(sum(r.restocked) AS BIGINT)
         FROM returned_line r JOIN sale_line l ON l.coop_id = r.coop_id AND l.sale_id = r.sale_id AND l.line = r.line
         WHERE r.coop_id = $1 AND l.lot_id IS NOT NULL GROUP BY l.lot_id
         UNION ALL
         SELECT lot_id, kind, CAST(sum(pieces) AS BIGINT) FROM lot_event WHERE coop_id = $1 GROUP BY lot_id, kind
         ORDER BY 1, 2 LIMIT 1000000"
    );
    let mut pieces: BTreeMap<LotId, Pieces> = BTreeMap::new();
    for row in tx.q(sums).bind(coop).all::<SumRow>().await? {
        let of = pieces.entry(row.lot_id).or_default();
        match (row.kind.as_str(), LotEventKind::parse(&row.kind)) {
            ("sold", _) => of.sold += row.pieces,
            ("returned", _) => of.sold -= row.pieces,
            (_, Some(LotEventKind::Given)) => of.given += row.pieces,
            (_, Some(LotEventKind::Missing)) => of.lost += row.pieces,
            (_, Some(LotEventKind::Found)) => of.lost -= row.pieces,
            (_, Some(LotEventKind::WrittenOff) | None) => {}
        }
    }
    let rows = tx.q(kept).bind(coop).all::<LotRow>().await?;
    rows.iter()
        .map(|row| {
            let sum = Pieces { received: row.received, ..pieces.remove(&row.id).unwrap_or_default() };
            Ok((row.lot()?, sum))
        })
        .collect()
}

/// What lots brought to the books of the agreements that they came in under, and what has left the shelf of it.
pub async fn books(tx: &mut Tx, coop: CoopId) -> Result<BTreeMap<InstrumentId, Book>> {
    let mut books: BTreeMap<InstrumentId, Book> = BTreeMap::new();
    for (lot, sum) in lots(tx, coop).await? {
        let (Nature::Donated, Some((instrument, _))) = (lot.nature, lot.under) else { continue };
        let book = books.entry(instrument).or_default();
        let shelf = sum.stock().max(0).min(sum.received);
        let add = |amount: &mut Minor, pieces: i64| amount.0 = amount.0.saturating_add(lot.value.0.saturating_mul(pieces));
        add(&mut book.received, sum.received);
        add(&mut book.used, sum.received - shelf);
        add(&mut book.goods, shelf);
    }
    Ok(books)
}
