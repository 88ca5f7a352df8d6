//! What stands beside the chain and must follow from it: closings, vouchers, open items, commands, statements' sums.

use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    domain::{
        id::{CoopId, DocumentId, PersonId, ShiftId, VersionId},
        money::Minor,
    },
    sql,
    store::{Result, Tx},
};

/// A closed shift.
#[derive(Clone, Debug, FromRow)]
pub struct ClosedRow {
    /// Which.
    pub shift_id: ShiftId,
    /// The last entry before the closing.
    pub head_number: i64,
    /// What it began with.
    pub float: Minor,
    /// Kept: by the books.
    pub expected: Minor,
    /// Kept: found.
    pub counted: Minor,
    /// Kept: cash of commands that waited.
    pub waiting: Minor,
    /// Kept: over or short.
    pub difference: Minor,
    /// The sum of the notes and coins counted.
    pub by_piece: Minor,
}

/// All closed shifts: a few a day.
pub async fn closed_shifts(tx: &mut Tx, coop: CoopId) -> Result<Vec<ClosedRow>> {
    let text = sql!(
        "SELECT c.shift_id, c.head_number, s.counted + s.brought AS float, c.expected, c.counted, c.waiting, c.difference,
                (SELECT CAST(COALESCE(sum(n.denomination * n.pieces), 0) AS BIGINT) FROM cash_count n
                 WHERE n.coop_id = $1 AND n.document_id = c.id) AS by_piece
         FROM shift_close c JOIN shift s ON s.coop_id = c.coop_id AND s.id = c.shift_id
         WHERE c.coop_id = $1 ORDER BY c.shift_id LIMIT 10000000"
    );
    tx.q(text).bind(coop).all().await
}

/// A repaired command whose cash an opening had counted.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct CountedRow {
    /// The command, and the document that it became.
    pub command_id: DocumentId,
    /// The shift of the opening.
    pub counted_in: ShiftId,
    /// Cash.
    pub cash_minor: Minor,
}

/// The repaired commands whose cash an opening had counted.
pub async fn counted_before(tx: &mut Tx, coop: CoopId) -> Result<Vec<CountedRow>> {
    let text = sql!(
        "SELECT command_id, counted_in, cash_minor FROM quarantine
         WHERE coop_id = $1 AND outcome = 'posted' AND counted_in IS NOT NULL ORDER BY command_id LIMIT 10000000"
    );
    tx.q(text).bind(coop).all().await
}

/// A voucher.
#[derive(Clone, Debug, FromRow)]
pub struct VoucherRow {
    /// Its number.
    pub number: String,
    /// What it was worth.
    pub issued_minor: Minor,
    /// What is left on it.
    pub remaining_minor: Minor,
}

/// All vouchers.
pub async fn vouchers(tx: &mut Tx, coop: CoopId) -> Result<Vec<VoucherRow>> {
    let text = sql!("SELECT number, issued_minor, remaining_minor FROM voucher WHERE coop_id = $1 ORDER BY number LIMIT 10000000");
    tx.q(text).bind(coop).all().await
}

/// What lies open of a document, or was found an owner by an allocation.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct OpenRow {
    /// Which.
    pub document_id: DocumentId,
    /// Credit positive.
    pub amount: Minor,
}

/// What each document left open, allocated since or not.
pub async fn open_by_document(tx: &mut Tx, coop: CoopId) -> Result<Vec<OpenRow>> {
    let text = sql!(
        "SELECT document_id, CAST(sum(amount) AS BIGINT) AS amount FROM open_item
         WHERE coop_id = $1 GROUP BY document_id ORDER BY document_id LIMIT 10000000"
    );
    tx.q(text).bind(coop).all().await
}

/// What each allocation found an owner for.
pub async fn open_by_allocation(tx: &mut Tx, coop: CoopId) -> Result<Vec<OpenRow>> {
    let text = sql!(
        "SELECT allocated_by AS document_id, CAST(sum(amount) AS BIGINT) AS amount FROM open_item
         WHERE coop_id = $1 AND allocated_by IS NOT NULL GROUP BY allocated_by ORDER BY allocated_by LIMIT 10000000"
    );
    tx.q(text).bind(coop).all().await
}

/// An issued statement without its pages.
#[derive(Clone, Debug, FromRow)]
pub struct IssuedRow {
    /// Its running number.
    pub number: i64,
    /// Whose.
    pub owner_id: PersonId,
    /// `2026-06`.
    pub month: String,
    /// The last entry that it knows.
    pub head_number: i64,
    /// What it says is owed.
    pub closing: Minor,
}

/// All issued statements: one per owner and month.
pub async fn issued(tx: &mut Tx, coop: CoopId) -> Result<Vec<IssuedRow>> {
    let text =
        sql!("SELECT number, owner_id, month, head_number, closing FROM statement WHERE coop_id = $1 ORDER BY number LIMIT 10000000");
    tx.q(text).bind(coop).all().await
}

/// A share of a version.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct PercentRow {
    /// The version.
    pub version_id: VersionId,
    /// Its place.
    pub place: i64,
    /// In millionths of a percent.
    pub percent_e6: i64,
}

/// The percentages of all versions.
pub async fn percents(tx: &mut Tx, coop: CoopId) -> Result<Vec<PercentRow>> {
    let text = sql!(
        "SELECT version_id, place, percent_e6 FROM agreement_share
         WHERE coop_id = $1 ORDER BY version_id, place LIMIT 10000000"
    );
    tx.q(text).bind(coop).all().await
}

/// Entries that a command says are its own and that name another; at most 100.
pub async fn foreign_entries(tx: &mut Tx, coop: CoopId) -> Result<Vec<i64>> {
    let text = sql!(
        "SELECT e.number FROM command c JOIN entry e ON e.coop_id = c.coop_id AND e.number = c.entry_number
         WHERE c.coop_id = $1 AND e.command_id <> c.id ORDER BY e.number LIMIT 100"
    );
    tx.q(text).bind(coop).scalars().await
}

/// Posted openings and closings whose shift is not there; at most 100.
pub async fn lost_shifts(tx: &mut Tx, coop: CoopId) -> Result<Vec<Uuid>> {
    let text = sql!(
        "SELECT c.id FROM command c
         WHERE c.coop_id = $1 AND c.outcome = 'posted' AND c.kind = 'shift_closed'
           AND NOT EXISTS (SELECT 1 FROM shift_close z WHERE z.coop_id = $1 AND z.id = c.document_id)
         UNION ALL
         SELECT c.id FROM command c
         WHERE c.coop_id = $1 AND c.outcome = 'posted' AND c.kind = 'shift_opened'
           AND NOT EXISTS (SELECT 1 FROM shift s WHERE s.coop_id = $1 AND s.id = c.document_id)
         ORDER BY 1 LIMIT 100"
    );
    tx.q(text).bind(coop).scalars().await
}

/// Numbers below one, which nothing ever gets; at most 100.
pub async fn below_one(tx: &mut Tx, coop: CoopId) -> Result<Vec<i64>> {
    let text = sql!(
        "SELECT number FROM entry WHERE coop_id = $1 AND number < 1
         UNION SELECT number FROM posting WHERE coop_id = $1 AND number < 1
         UNION SELECT number FROM statement WHERE coop_id = $1 AND number < 1
         ORDER BY 1 LIMIT 100"
    );
    tx.q(text).bind(coop).scalars().await
}
