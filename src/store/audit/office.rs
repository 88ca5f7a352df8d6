//! The office's events, put together again from their rows; and agreements' books, added up from them.

use std::collections::{BTreeMap, HashMap};

use sqlx::FromRow;

use super::Window;
use crate::{
    domain::{
        id::{CoopId, DocumentId, InstrumentId},
        money::Minor,
        office::{Book, Event, EventKind, Flow, Line},
    },
    sql,
    store::{
        Result, Tx,
        office_events::{EventRow, LineRow},
    },
};

/// The events of a window whose entries are of one kind, by the number of their entry. One that nobody can read is left out.
pub async fn office_events(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Vec<Event>> {
    let text = sql!(
        "SELECT o.id, o.kind, o.day, o.instrument_id, o.party_id, o.through, o.amount, o.code, o.paper_hash, o.reverses, o.subject_id, o.made_by, o.made_at
         FROM entry e JOIN office_event o ON o.coop_id = e.coop_id AND o.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number LIMIT 1000000"
    );
    let query = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned());
    let rows = query.all::<EventRow>().await?;
    let text = sql!(
        "SELECT l.event_id, l.account, l.party_id, l.instrument_id, l.amount
         FROM entry e JOIN office_line l ON l.coop_id = e.coop_id AND l.event_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number, l.place LIMIT 1000000"
    );
    let mut lines: HashMap<DocumentId, Vec<Line>> = HashMap::new();
    let query = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned());
    for row in query.all::<LineRow>().await? {
        lines.entry(row.event_id).or_default().push(row.line());
    }
    Ok(rows.into_iter().filter_map(|row| row.event(lines.remove(&row.id).unwrap_or_default())).collect())
}

/// What came in under each agreement and went out of it, by the events that nothing undid.
pub async fn books(tx: &mut Tx, coop: CoopId) -> Result<BTreeMap<InstrumentId, Book>> {
    #[derive(FromRow)]
    struct SumRow {
        instrument_id: InstrumentId,
        kind: String,
        amount: Minor,
    }
    #[derive(FromRow)]
    struct OpeningRow {
        instrument_id: InstrumentId,
        amount: Minor,
    }
    let text = sql!(
        "SELECT o.instrument_id, o.kind, CAST(sum(o.amount) AS BIGINT) AS amount
         FROM office_event o
         WHERE o.coop_id = $1 AND o.instrument_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM entry e CROSS JOIN office_event u
                           WHERE e.coop_id = $1 AND e.document_id = o.id AND u.coop_id = $1 AND u.reverses = e.number)
         GROUP BY o.instrument_id, o.kind ORDER BY o.instrument_id, o.kind LIMIT 1000000"
    );
    let mut books: BTreeMap<InstrumentId, Book> = BTreeMap::new();
    for row in tx.q(text).bind(coop).all::<SumRow>().await? {
        let book = books.entry(row.instrument_id).or_default();
        let side = match EventKind::parse(&row.kind).map(EventKind::flow) {
            Some(Flow::Adds) => &mut book.received,
            Some(Flow::Takes) => &mut book.used,
            Some(Flow::Neither) | None => continue,
        };
        *side = Minor(side.0.saturating_add(row.amount.0));
    }
    let text = sql!(
        "SELECT instrument_id, CAST(sum(-amount) AS BIGINT) AS amount
         FROM office_line WHERE coop_id = $1 AND instrument_id IS NOT NULL GROUP BY instrument_id ORDER BY instrument_id LIMIT 1000000"
    );
    for row in tx.q(text).bind(coop).all::<OpeningRow>().await? {
        let received = &mut books.entry(row.instrument_id).or_default().received;
        *received = Minor(received.0.saturating_add(row.amount.0));
    }
    Ok(books)
}

/// Charges of rent that are not what their contract and month say, or stand on one side only; at most 100.
pub async fn odd_rents(tx: &mut Tx, coop: CoopId) -> Result<Vec<DocumentId>> {
    let text = sql!(
        "SELECT o.id FROM office_event o
         WHERE o.coop_id = $1 AND o.kind = 'rent_charged' AND NOT EXISTS (
             SELECT 1 FROM rent_charge r JOIN grid_contract c ON c.coop_id = r.coop_id AND c.id = r.contract_id
             WHERE r.coop_id = $1 AND r.id = o.id AND c.id = o.subject_id AND c.owner_id = o.party_id
               AND r.month = substr(CAST(o.day AS TEXT), 1, 7))
         UNION ALL
         SELECT r.id FROM rent_charge r
         WHERE r.coop_id = $1 AND NOT EXISTS (SELECT 1 FROM office_event o WHERE o.coop_id = $1 AND o.id = r.id AND o.kind = 'rent_charged')
         ORDER BY 1 LIMIT 100"
    );
    tx.q(text).bind(coop).scalars().await
}

/// Payouts whose entry and steps do not tell one story; at most 100.
pub async fn odd_payouts(tx: &mut Tx, coop: CoopId) -> Result<Vec<DocumentId>> {
    let text = sql!(
        "SELECT o.id FROM office_event o
         WHERE o.coop_id = $1 AND o.kind = 'payout_paid' AND NOT EXISTS (
             SELECT 1 FROM payout p JOIN payout_step s ON s.coop_id = p.coop_id AND s.payout_id = p.id AND s.step = 'paid'
             WHERE p.coop_id = $1 AND p.id = o.subject_id AND s.event_id = o.id AND p.owner_id = o.party_id AND p.due_minor = o.amount
               AND p.through = o.through AND p.due_minor = p.offset_minor + p.paid_minor
               AND EXISTS (SELECT 1 FROM payout_step c WHERE c.coop_id = $1 AND c.payout_id = p.id AND c.step = 'confirmed'
                                                         AND c.by_id = p.owner_id)
               AND (p.help = 'independent'
                    OR EXISTS (SELECT 1 FROM payout_step c WHERE c.coop_id = $1 AND c.payout_id = p.id AND c.step = 'co_signed')))
         UNION ALL
         SELECT s.payout_id FROM payout_step s
         WHERE s.coop_id = $1 AND s.step = 'paid'
           AND NOT EXISTS (SELECT 1 FROM office_event o WHERE o.coop_id = $1 AND o.id = s.event_id AND o.kind = 'payout_paid')
         ORDER BY 1 LIMIT 100"
    );
    tx.q(text).bind(coop).scalars().await
}
