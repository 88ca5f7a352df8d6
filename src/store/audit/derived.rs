//! What is kept beside the journal so that decisions need not add it up: vouchers, open items, carries, instruments' receipts.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::{lots, office};
use crate::{
    domain::{
        id::{CoopId, InstrumentId, VersionId},
        money::Minor,
        office::Book,
    },
    sql,
    store::{Result, Tx},
};

/// What remains on all vouchers.
pub async fn vouchers_left(tx: &mut Tx, coop: CoopId) -> Result<Minor> {
    let text = sql!("SELECT CAST(COALESCE(sum(remaining_minor), 0) AS BIGINT) FROM voucher WHERE coop_id = $1");
    tx.q(text).bind(coop).scalar().await
}

/// What waits to be allocated: credit positive.
pub async fn open_items(tx: &mut Tx, coop: CoopId) -> Result<Minor> {
    let text = sql!("SELECT CAST(COALESCE(sum(amount), 0) AS BIGINT) FROM open_item WHERE coop_id = $1 AND allocated_by IS NULL");
    tx.q(text).bind(coop).scalar().await
}

/// Versions whose carries do not sum to zero; at most 100.
pub async fn lopsided_carries(tx: &mut Tx, coop: CoopId) -> Result<Vec<VersionId>> {
    let text = sql!(
        "SELECT version_id FROM agreement_carry WHERE coop_id = $1
         GROUP BY version_id HAVING sum(carry_e8) <> 0 ORDER BY version_id LIMIT 100"
    );
    tx.q(text).bind(coop).scalars().await
}

/// What an agreement's book is kept as, and what it comes to.
#[derive(Clone, Copy, Debug, Default)]
pub struct BookRow {
    /// As the writer keeps it.
    pub kept: Book,
    /// By the parts of all lines, and by the office's events.
    pub sum: Book,
}

/// Agreements' books as they are kept, and as the parts of all lines and the office's events make them.
pub async fn received(tx: &mut Tx, coop: CoopId) -> Result<BTreeMap<InstrumentId, BookRow>> {
    #[derive(FromRow)]
    struct ReceivedRow {
        id: InstrumentId,
        amount: Minor,
    }
    #[derive(FromRow)]
    struct KeptRow {
        id: InstrumentId,
        received_minor: Minor,
        used_minor: Minor,
        goods_minor: Minor,
    }
    let kept = sql!("SELECT id, received_minor, used_minor, goods_minor FROM instrument WHERE coop_id = $1 ORDER BY id LIMIT 1000000");
    let sold = sql!(
        "SELECT instrument_id AS id, CAST(sum(uncapped - moved) AS BIGINT) AS amount
         FROM sale_part WHERE coop_id = $1 AND instrument_id IS NOT NULL GROUP BY instrument_id ORDER BY 1 LIMIT 1000000"
    );
    let allocated = sql!(
        "SELECT instrument_id AS id, CAST(sum(uncapped - moved) AS BIGINT) AS amount
         FROM allocation_part WHERE coop_id = $1 AND instrument_id IS NOT NULL GROUP BY instrument_id ORDER BY 1 LIMIT 1000000"
    );
    let returned = sql!(
        "SELECT s.instrument_id AS id, CAST(sum(q.moved - q.uncapped) AS BIGINT) AS amount
         FROM returned_line r CROSS JOIN returned_part q CROSS JOIN sale_part s
         WHERE r.coop_id = $1 AND q.coop_id = r.coop_id AND q.document_id = r.document_id AND q.line_place = r.place
           AND s.coop_id = r.coop_id AND s.sale_id = r.sale_id AND s.line = r.line AND s.place = q.place AND s.instrument_id IS NOT NULL
         GROUP BY s.instrument_id ORDER BY 1 LIMIT 1000000"
    );
    let returned_of_allocated = sql!(
        "SELECT s.instrument_id AS id, CAST(sum(q.moved - q.uncapped) AS BIGINT) AS amount
         FROM returned_line r CROSS JOIN returned_part q CROSS JOIN allocation a CROSS JOIN allocation_part s
         WHERE r.coop_id = $1 AND q.coop_id = r.coop_id AND q.document_id = r.document_id AND q.line_place = r.place
           AND a.coop_id = r.coop_id AND a.of_id = r.sale_id AND a.line = r.line
           AND s.coop_id = a.coop_id AND s.allocation_id = a.id AND s.place = q.place AND s.instrument_id IS NOT NULL
         GROUP BY s.instrument_id ORDER BY 1 LIMIT 1000000"
    );
    let mut all: BTreeMap<InstrumentId, BookRow> = BTreeMap::new();
    for row in tx.q(kept).bind(coop).all::<KeptRow>().await? {
        all.entry(row.id).or_default().kept = Book { received: row.received_minor, used: row.used_minor, goods: row.goods_minor };
    }
    for (instrument, book) in office::books(tx, coop).await? {
        all.entry(instrument).or_default().sum = book;
    }
    for (instrument, book) in lots::books(tx, coop).await? {
        let sum = &mut all.entry(instrument).or_default().sum;
        sum.received = Minor(sum.received.0.saturating_add(book.received.0));
        sum.used = Minor(sum.used.0.saturating_add(book.used.0));
        sum.goods = book.goods;
    }
    for text in [sold, allocated, returned, returned_of_allocated] {
        for row in tx.q(text).bind(coop).all::<ReceivedRow>().await? {
            let sum = &mut all.entry(row.id).or_default().sum.received;
            *sum = Minor(sum.0.saturating_add(row.amount.0));
        }
    }
    Ok(all)
}
