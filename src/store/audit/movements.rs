//! Shifts, cash without a sale, allocations and joinings, put together again from their rows.

use std::collections::HashMap;

use sqlx::FromRow;

use super::{Window, documents::OriginRow, returns::returned};
use crate::{
    domain::{
        agreement::LinePart,
        allocation::Allocation,
        id::{CoopId, DocumentId, PersonId, VersionId},
        membership::Membership,
        money::Minor,
        reason::Expense,
        shift::{CashMovement, Closing, Count, Movement, Opening},
        time::Date,
    },
    sql,
    store::{Result, Tx, agreements::PartRow},
};

/// Counts by denomination of the openings or closings of a window.
async fn counts(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<HashMap<DocumentId, Count>> {
    #[derive(FromRow)]
    struct PiecesRow {
        document_id: DocumentId,
        denomination: Minor,
        pieces: i64,
    }
    let text = sql!(
        "SELECT c.document_id, c.denomination, c.pieces
         FROM entry e JOIN cash_count c ON c.coop_id = e.coop_id AND c.document_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number, c.denomination LIMIT 1000000"
    );
    let mut counts: HashMap<DocumentId, Count> = HashMap::new();
    let query = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned());
    for row in query.all::<PiecesRow>().await? {
        counts.entry(row.document_id).or_default().0.insert(row.denomination, row.pieces);
    }
    Ok(counts)
}

/// The openings of a window that moved cash, by the number of their entry.
pub async fn openings(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<Opening>> {
    #[derive(FromRow)]
    struct OpeningRow {
        #[sqlx(flatten)]
        origin: OriginRow,
        counted: Minor,
        brought: Minor,
        difference: Minor,
    }
    let text = sql!(
        "SELECT s.till_id, s.epoch, s.seq, s.id AS shift_id, s.business_date, s.occurred_at, s.received_at, s.actor_id,
                s.counted, s.brought, s.difference
         FROM entry e JOIN shift s ON s.coop_id = e.coop_id AND s.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'shift_opened'
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<OpeningRow>().await?;
    let mut counts = counts(tx, coop, "shift_opened", window).await?;
    let opening = |row: OpeningRow| {
        let origin = row.origin.origin();
        let count = counts.remove(&DocumentId(origin.shift.0)).unwrap_or_default();
        Opening { origin, counted: row.counted, count, brought: row.brought, difference: row.difference }
    };
    Ok(rows.into_iter().map(opening).collect())
}

/// The closings of a window with cash over or short, by the number of their entry.
pub async fn closings(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<Closing>> {
    #[derive(FromRow)]
    struct ClosingRow {
        id: DocumentId,
        #[sqlx(flatten)]
        origin: OriginRow,
        expected: Minor,
        counted: Minor,
        waiting: Minor,
        difference: Minor,
    }
    let text = sql!(
        "SELECT c.id, s.till_id, c.epoch, c.seq, c.shift_id, s.business_date, c.occurred_at, c.received_at, c.actor_id,
                c.expected, c.counted, c.waiting, c.difference
         FROM entry e
         JOIN shift_close c ON c.coop_id = e.coop_id AND c.id = e.document_id
         JOIN shift s ON s.coop_id = e.coop_id AND s.id = c.shift_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'shift_closed'
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<ClosingRow>().await?;
    let mut counts = counts(tx, coop, "shift_closed", window).await?;
    let closing = |row: ClosingRow| Closing {
        id: row.id,
        origin: row.origin.origin(),
        count: counts.remove(&row.id).unwrap_or_default(),
        expected: row.expected,
        counted: row.counted,
        waiting: row.waiting,
        difference: row.difference,
    };
    Ok(rows.into_iter().map(closing).collect())
}

/// Cash that moved without a sale in a window, by the number of its entry. A movement that nobody knows is left out.
pub async fn movements(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<CashMovement>> {
    #[derive(FromRow)]
    struct MovementRow {
        id: DocumentId,
        #[sqlx(flatten)]
        origin: OriginRow,
        movement: String,
        amount: Minor,
        reason: Option<String>,
    }
    let text = sql!(
        "SELECT m.id, m.till_id, m.epoch, m.seq, m.shift_id, m.business_date, m.occurred_at, m.received_at, m.actor_id,
                m.movement, m.amount, m.reason
         FROM entry e JOIN cash_movement m ON m.coop_id = e.coop_id AND m.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'cash_moved'
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<MovementRow>().await?;
    let moved = |row: MovementRow| {
        let expense = match row.reason {
            Some(slug) => Some(Expense::parse(&slug)?),
            None => None,
        };
        let movement = Movement::of(&row.movement, expense)?;
        Some(CashMovement { id: row.id, origin: row.origin.origin(), movement, amount: row.amount })
    };
    Ok(rows.into_iter().filter_map(moved).collect())
}

/// The allocations of a window, by the number of their entry; `kind` is what their entries are called.
pub async fn allocations(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Vec<Allocation>> {
    #[derive(FromRow)]
    struct AllocationRow {
        id: DocumentId,
        day: Date,
        of_id: DocumentId,
        line: i64,
        amount: Minor,
        version_id: VersionId,
    }
    #[derive(FromRow)]
    struct AllocationPartRow {
        allocation_id: DocumentId,
        #[sqlx(flatten)]
        part: PartRow,
    }
    let text = sql!(
        "SELECT a.id, a.day, a.of_id, a.line, a.amount, a.version_id
         FROM entry e JOIN allocation a ON a.coop_id = e.coop_id AND a.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number LIMIT 1000000"
    );
    let query = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned());
    let rows = query.all::<AllocationRow>().await?;
    let text = sql!(
        "SELECT p.allocation_id, p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM entry e JOIN allocation_part p ON p.coop_id = e.coop_id AND p.allocation_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number, p.place LIMIT 1000000"
    );
    let mut parts: HashMap<DocumentId, Vec<LinePart>> = HashMap::new();
    let query = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned());
    for row in query.all::<AllocationPartRow>().await? {
        // A part that cannot be read any more is missing in the hash, which then differs.
        parts.entry(row.allocation_id).or_default().extend(row.part.part());
    }
    let mut returned = returned(tx, coop, kind, window).await?;
    let allocation = |row: AllocationRow| Allocation {
        id: row.id,
        date: row.day,
        of: row.of_id,
        line: usize::try_from(row.line).unwrap_or(usize::MAX),
        amount: row.amount,
        version: row.version_id,
        parts: parts.remove(&row.id).unwrap_or_default(),
        taken: returned.remove(&row.id).and_then(|lines| lines.into_iter().next()),
    };
    Ok(rows.into_iter().map(allocation).collect())
}

/// The joinings of a window that moved a balance, by the number of their entry.
pub async fn memberships(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<Membership>> {
    #[derive(FromRow)]
    struct MembershipRow {
        id: DocumentId,
        person_id: PersonId,
        joined_on: Date,
        moved_minor: Minor,
    }
    let text = sql!(
        "SELECT m.id, m.person_id, m.joined_on, m.moved_minor
         FROM entry e JOIN membership m ON m.coop_id = e.coop_id AND m.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'member_joined'
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<MembershipRow>().await?;
    let membership =
        |row: MembershipRow| Membership { id: row.id, person: row.person_id, joined_on: row.joined_on, moved: row.moved_minor };
    Ok(rows.into_iter().map(membership).collect())
}
