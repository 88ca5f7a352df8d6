//! What an owner's month is made of: the entries that touch them, and the lines of the documents behind these.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, agreements::PartRow, db::Args};
use crate::{
    domain::{
        id::{CoopId, DocumentId, PersonId},
        money::Minor,
        time::{Date, Month},
    },
    sql,
};

/// A posting of the owner with its entry.
#[derive(Clone, Debug, FromRow)]
pub struct OwnPosting {
    /// The entry.
    pub number: i64,
    /// Its day.
    pub day: Date,
    /// What happened.
    pub kind: String,
    /// The document behind it.
    pub document_id: DocumentId,
    /// The account's code.
    pub account: String,
    /// The unit's code.
    pub unit: String,
    /// Debit positive.
    pub amount_minor: Minor,
}

/// The owner's postings of a month, up to an entry, on whatever account.
pub async fn postings(tx: &mut Tx, coop: CoopId, owner: PersonId, month: Month, head: i64) -> Result<Vec<OwnPosting>> {
    let text = sql!(
        "SELECT p.number, p.day, e.kind, e.document_id, p.account, p.unit, p.amount_minor
         FROM posting p JOIN entry e ON e.coop_id = p.coop_id AND e.number = p.number
         WHERE p.coop_id = $1 AND p.party = $2 AND p.day >= $3 AND p.day <= $4 AND p.number <= $5
         ORDER BY p.day, p.number, p.place LIMIT 1000000"
    );
    let query = tx.q(text).bind(coop).bind(owner).bind(month.first_day()).bind(month.last_day());
    query.bind(head).all().await
}

/// The owner's postings dated before a month that came after an entry: what the statement before could not list.
///
/// Reads all entries since then, a month's as a rule, and never the owner's whole history.
pub async fn late(tx: &mut Tx, coop: CoopId, owner: PersonId, month: Month, after: i64, head: i64) -> Result<Vec<OwnPosting>> {
    let text = sql!(
        "SELECT p.number, p.day, e.kind, e.document_id, p.account, p.unit, p.amount_minor
         FROM entry e JOIN posting p ON p.coop_id = e.coop_id AND p.number = e.number
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.day < $4 AND p.party = $5
         ORDER BY e.day, e.number, p.place LIMIT 1000000"
    );
    tx.q(text).bind(coop).bind(after).bind(head).bind(month.first_day()).bind(owner).all().await
}

/// A part of a line that the owner has a part in: what was sold, came back or was allocated.
#[derive(Clone, Debug, FromRow)]
pub struct OwnPart {
    /// The document.
    pub document_id: DocumentId,
    /// The line in it.
    pub line: i64,
    /// As sold.
    pub name: Option<String>,
    /// The grid's code.
    pub grid: Option<String>,
    /// `piece` or `kg`.
    pub measure: Option<String>,
    /// Thousandths; 0 where an amount was stated.
    pub milli: i64,
    /// What was split or came back.
    pub base: Minor,
    /// As sold, per piece or kilogram.
    pub price: Option<Minor>,
    /// Of the whole line as sold: quantity × price.
    pub gross: Option<Minor>,
    /// Of the whole line as sold: what the owner gave away.
    pub owner_discount: Option<Minor>,
    /// Whose part.
    #[sqlx(flatten)]
    pub part: PartRow,
}

fn of_coop(coop: CoopId) -> impl FnOnce(&mut Args) {
    move |args| {
        args.add(coop);
    }
}

/// All parts of the lines of these sales.
pub async fn sold(tx: &mut Tx, coop: CoopId, sales: &[Uuid]) -> Result<Vec<OwnPart>> {
    let text = sql!(
        "SELECT l.sale_id AS document_id, l.line, l.name, g.code AS grid, l.measure, l.quantity_milli AS milli, l.base - l.cost AS base,
                l.price, l.gross, l.owner_discount,
                p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM sale_line l
         JOIN sale_part p ON p.coop_id = l.coop_id AND p.sale_id = l.sale_id AND p.line = l.line
         LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         WHERE l.coop_id = $1 AND l.sale_id IN ($list) ORDER BY l.sale_id, l.line, p.place LIMIT 10000000"
    );
    tx.q_list(text, of_coop(coop), sales).all().await
}

/// All parts of what came back by these refunds and allocations, each with the share that it was sold under.
pub async fn returned(tx: &mut Tx, coop: CoopId, documents: &[Uuid]) -> Result<Vec<OwnPart>> {
    let as_sold = sql!(
        "SELECT r.document_id, r.place AS line, l.name, g.code AS grid, l.measure, r.milli, r.amount - r.cost AS base,
                l.price, l.gross, l.owner_discount,
                s.place, s.party, s.person_id, s.percent_e6, s.instrument_id, s.fallback, q.uncapped, q.moved
         FROM returned_line r
         JOIN returned_part q ON q.coop_id = r.coop_id AND q.document_id = r.document_id AND q.line_place = r.place
         JOIN sale_part s ON s.coop_id = r.coop_id AND s.sale_id = r.sale_id AND s.line = r.line AND s.place = q.place
         JOIN sale_line l ON l.coop_id = r.coop_id AND l.sale_id = r.sale_id AND l.line = r.line
         LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         WHERE r.coop_id = $1 AND r.document_id IN ($list) ORDER BY r.document_id, r.place, q.place LIMIT 10000000"
    );
    let as_allocated = sql!(
        "SELECT r.document_id, r.place AS line, l.name, g.code AS grid, l.measure, r.milli, r.amount - r.cost AS base,
                l.price, l.gross, l.owner_discount,
                s.place, s.party, s.person_id, s.percent_e6, s.instrument_id, s.fallback, q.uncapped, q.moved
         FROM returned_line r
         CROSS JOIN returned_part q CROSS JOIN allocation a CROSS JOIN allocation_part s CROSS JOIN sale_line l
         LEFT JOIN agreement_version v ON v.coop_id = a.coop_id AND v.id = a.version_id
         LEFT JOIN grid g ON g.coop_id = v.coop_id AND g.id = v.grid_id
         WHERE r.coop_id = $1 AND r.document_id IN ($list)
           AND q.coop_id = r.coop_id AND q.document_id = r.document_id AND q.line_place = r.place
           AND a.coop_id = r.coop_id AND a.of_id = r.sale_id AND a.line = r.line
           AND s.coop_id = a.coop_id AND s.allocation_id = a.id AND s.place = q.place
           AND l.coop_id = r.coop_id AND l.sale_id = r.sale_id AND l.line = r.line
         ORDER BY r.document_id, r.place, q.place LIMIT 10000000"
    );
    let mut parts: Vec<OwnPart> = tx.q_list(as_sold, of_coop(coop), documents).all().await?;
    parts.extend(tx.q_list(as_allocated, of_coop(coop), documents).all::<OwnPart>().await?);
    Ok(parts)
}

/// All parts of the sales that these allocations gave to somebody.
pub async fn allocated(tx: &mut Tx, coop: CoopId, allocations: &[Uuid]) -> Result<Vec<OwnPart>> {
    let text = sql!(
        "SELECT a.id AS document_id, a.line, l.name, g.code AS grid, l.measure, COALESCE(l.quantity_milli, 0) AS milli, a.amount AS base,
                l.price, l.gross, l.owner_discount,
                p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM allocation a
         JOIN allocation_part p ON p.coop_id = a.coop_id AND p.allocation_id = a.id
         LEFT JOIN sale_line l ON l.coop_id = a.coop_id AND l.sale_id = a.of_id AND l.line = a.line
         LEFT JOIN agreement_version v ON v.coop_id = a.coop_id AND v.id = a.version_id
         LEFT JOIN grid g ON g.coop_id = v.coop_id AND g.id = v.grid_id
         WHERE a.coop_id = $1 AND a.id IN ($list) ORDER BY a.id, a.line, p.place LIMIT 10000000"
    );
    tx.q_list(text, of_coop(coop), allocations).all().await
}

/// Did somebody ever have a grid, or a posting on these two accounts?
pub async fn is_owner(tx: &mut Tx, coop: CoopId, person: PersonId, accounts: &[String; 2]) -> Result<bool> {
    let text = sql!(
        "SELECT EXISTS (SELECT 1 FROM grid_owner WHERE coop_id = $1 AND owner_id = $2)
             OR EXISTS (SELECT 1 FROM posting WHERE coop_id = $1 AND party = $2 AND account IN ($3, $4))"
    );
    let [one, other] = accounts.clone();
    tx.q(text).bind(coop).bind(person).bind(one).bind(other).scalar().await
}

/// Codes of the grids that were the owner's in a month.
pub async fn grids(tx: &mut Tx, coop: CoopId, owner: PersonId, month: Month) -> Result<Vec<String>> {
    let text = sql!(
        "SELECT DISTINCT g.code
         FROM grid_owner o JOIN grid g ON g.coop_id = o.coop_id AND g.id = o.grid_id
         WHERE o.coop_id = $1 AND o.owner_id = $2 AND o.from_day <= $3
           AND NOT EXISTS (SELECT 1 FROM grid_owner n
                           WHERE n.coop_id = $1 AND n.grid_id = o.grid_id AND n.from_day > o.from_day AND n.from_day <= $4)
         ORDER BY g.code LIMIT 1000"
    );
    tx.q(text).bind(coop).bind(owner).bind(month.last_day()).bind(month.first_day()).scalars().await
}
