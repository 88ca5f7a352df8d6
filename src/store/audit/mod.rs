//! Everything that the books hold, read in windows for whoever checks or exports it: memory does not grow with the history.
//!
//! A window is a stretch of entry numbers. What an entry stands on is found by joining from the entry, so a document is read
//! exactly where the chain names it.

mod beside;
mod derived;
mod documents;
mod lots;
mod movements;
mod office;
mod papers;
mod returns;
mod stock;
mod trainings;

pub use beside::{
    ClosedRow, CountedRow, IssuedRow, OpenRow, PercentRow, VoucherRow, below_one, closed_shifts, counted_before, foreign_entries, issued,
    lost_shifts, open_by_allocation, open_by_document, percents, vouchers,
};
pub use derived::{BookRow, lopsided_carries, open_items, received, vouchers_left};
pub use documents::sales;
pub use lots::{lot_events, lots, receipts};
pub use movements::{allocations, closings, memberships, movements, openings};
pub use office::{books, odd_payouts, odd_rents, office_events};
pub use papers::{HeadRow, StatementRow, Upload, UploadBytes, statements, strays, uploads, z_heads};
pub use returns::refunds;
pub use stock::{StockDiffers, decisions, stock_differs};
pub use trainings::trainings;

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, books::EntryRow};
use crate::{
    domain::{entry::Posting, id::CoopId, money::Minor, time::Date},
    sql,
};

/// A stretch of entry numbers.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// After this number,
    pub after: i64,
    /// up to this one.
    pub upto: i64,
}

/// The entries of a window by number.
pub async fn entries(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<EntryRow>> {
    let text = sql!(
        "SELECT number, day, document_day, kind, document_id, document_hash, command_id, memo, reverses, previous_hash, hash, posted_at
         FROM entry WHERE coop_id = $1 AND number > $2 AND number <= $3 ORDER BY number LIMIT 1000000"
    );
    tx.q(text).bind(coop).bind(window.after).bind(window.upto).all().await
}

/// How many entries there are.
pub async fn entry_count(tx: &mut Tx, coop: CoopId) -> Result<i64> {
    tx.q(sql!("SELECT count(*) FROM entry WHERE coop_id = $1 AND number > 0")).bind(coop).scalar().await
}

/// Where a window of `limit` entries that are there ends; `None` where there is none after `after`.
pub async fn window_end(tx: &mut Tx, coop: CoopId, after: i64, limit: i64) -> Result<Option<i64>> {
    let text =
        sql!("SELECT max(number) FROM (SELECT number FROM entry WHERE coop_id = $1 AND number > $2 ORDER BY number LIMIT $3) AS next");
    tx.q(text).bind(coop).bind(after).bind(limit).scalar().await
}

/// The number of the last entry; 0 before the first.
pub async fn last_number(tx: &mut Tx, coop: CoopId) -> Result<i64> {
    let text = sql!("SELECT COALESCE(max(number), 0) FROM entry WHERE coop_id = $1");
    tx.q(text).bind(coop).scalar().await
}

/// The highest entry number that a command or a posting remembers; 0 before the first.
pub async fn last_remembered(tx: &mut Tx, coop: CoopId) -> Result<i64> {
    let text = sql!("SELECT COALESCE(max(entry_number), 0) FROM command WHERE coop_id = $1");
    let by_commands: i64 = tx.q(text).bind(coop).scalar().await?;
    let text = sql!("SELECT COALESCE(max(number), 0) FROM posting WHERE coop_id = $1");
    let by_postings: i64 = tx.q(text).bind(coop).scalar().await?;
    Ok(by_commands.max(by_postings))
}

/// A posting as it stands, with its own copy of the day.
#[derive(Clone, Debug)]
pub struct Leg {
    /// Its entry.
    pub number: i64,
    /// Its own copy of the day.
    pub day: Date,
    /// The posting.
    pub posting: Posting,
}

/// The postings of a window by number and place.
pub async fn postings(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<Leg>> {
    #[derive(FromRow)]
    struct LegRow {
        number: i64,
        day: Date,
        account: String,
        party: Option<Uuid>,
        unit: String,
        amount_minor: Minor,
    }
    let text = sql!(
        "SELECT number, day, account, party, unit, amount_minor
         FROM posting WHERE coop_id = $1 AND number > $2 AND number <= $3 ORDER BY number, place LIMIT 10000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<LegRow>().await?;
    let leg = |row: LegRow| {
        let posting = Posting { account: row.account, party: row.party, unit: row.unit, amount: row.amount_minor };
        Leg { number: row.number, day: row.day, posting }
    };
    Ok(rows.into_iter().map(leg).collect())
}

/// The shift of each entry of a window that a till reported: (number, shift).
pub async fn shifts_of(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<(i64, Uuid)>> {
    #[derive(FromRow)]
    struct ShiftRow {
        number: i64,
        shift_id: Option<Uuid>,
    }
    let text = sql!(
        "SELECT e.number, COALESCE(s.shift_id, r.shift_id, m.shift_id, o.id, c.shift_id) AS shift_id
         FROM entry e
         LEFT JOIN sale s ON s.coop_id = e.coop_id AND s.id = e.document_id
         LEFT JOIN refund r ON r.coop_id = e.coop_id AND r.id = e.document_id
         LEFT JOIN cash_movement m ON m.coop_id = e.coop_id AND m.id = e.document_id
         LEFT JOIN shift o ON o.coop_id = e.coop_id AND o.id = e.document_id
         LEFT JOIN shift_close c ON c.coop_id = e.coop_id AND c.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<ShiftRow>().await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.number, row.shift_id?))).collect())
}

/// A kept balance.
#[derive(Clone, Debug, FromRow)]
pub struct BalanceRow {
    /// `2026-06`, or empty for all time.
    pub month: String,
    /// The account's code.
    pub account: String,
    /// Whose; nil for nobody's.
    pub party: Uuid,
    /// The unit's code.
    pub unit: String,
    /// All debits.
    pub debit_minor: Minor,
    /// All credits.
    pub credit_minor: Minor,
}

/// Kept balances, `limit` of them after a place.
pub async fn balances(tx: &mut Tx, coop: CoopId, after: Option<&BalanceRow>, limit: i64) -> Result<Vec<BalanceRow>> {
    let text = sql!(
        "SELECT month, account, party, unit, debit_minor, credit_minor
         FROM balance WHERE coop_id = $1 AND (CAST($2 AS INTEGER) = 0 OR (month, account, party, unit) > ($3, $4, $5, $6))
         ORDER BY month, account, party, unit LIMIT $7"
    );
    let query = tx.q(text).bind(coop).bind(i32::from(after.is_some()));
    let query = query.bind(after.map_or_else(String::new, |row| row.month.clone()));
    let query = query.bind(after.map_or_else(String::new, |row| row.account.clone())).bind(after.map_or(Uuid::nil(), |row| row.party));
    query.bind(after.map_or_else(String::new, |row| row.unit.clone())).bind(limit).all().await
}

/// Kept balances of all time: at most as many as there are people, tills and accounts between them.
pub async fn all_time(tx: &mut Tx, coop: CoopId) -> Result<Vec<BalanceRow>> {
    let text = sql!(
        "SELECT month, account, party, unit, debit_minor, credit_minor
         FROM balance WHERE coop_id = $1 AND month = '' ORDER BY account, party, unit LIMIT 1000000"
    );
    tx.q(text).bind(coop).all().await
}
