//! Issued statements: numbered without gaps, with the bytes that were handed out.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, IssueStatements, ReadStatements},
    domain::{
        chain::Hash,
        id::{CoopId, DocumentId, PersonId},
        money::Minor,
        time::Ts,
    },
    sql,
};

/// A statement without its bytes.
#[derive(Clone, Debug, FromRow)]
pub struct StatementRow {
    /// The statement.
    pub id: DocumentId,
    /// Its running number in the cooperative.
    pub number: i64,
    /// Whose.
    pub owner_id: PersonId,
    /// `2026-06`.
    pub month: String,
    /// The last entry that it knows.
    pub head_number: i64,
    /// That entry's hash.
    pub head_hash: Hash,
    /// What was owed before: credit positive.
    pub opening: Minor,
    /// What was owed after.
    pub closing: Minor,
    /// SHA-256 of its bytes.
    pub pdf_hash: Hash,
    /// Who issued it; nil for the command line.
    pub issued_by: Uuid,
    /// When.
    pub issued_at: Ts,
}

/// The last statement of an owner.
pub async fn latest(tx: &mut Tx, coop: CoopId, owner: PersonId) -> Result<Option<StatementRow>> {
    let text = sql!(
        "SELECT id, number, owner_id, month, head_number, head_hash, opening, closing, pdf_hash, issued_by, issued_at
         FROM statement WHERE coop_id = $1 AND owner_id = $2 ORDER BY month DESC LIMIT 1"
    );
    tx.q(text).bind(coop).bind(owner).opt().await
}

/// The last statement of an owner before a month.
pub async fn before(tx: &mut Tx, coop: CoopId, owner: PersonId, month: &str) -> Result<Option<StatementRow>> {
    let text = sql!(
        "SELECT id, number, owner_id, month, head_number, head_hash, opening, closing, pdf_hash, issued_by, issued_at
         FROM statement WHERE coop_id = $1 AND owner_id = $2 AND month < $3 ORDER BY month DESC LIMIT 1"
    );
    tx.q(text).bind(coop).bind(owner).bind(month.to_owned()).opt().await
}

/// Keeps an issued statement with its bytes.
pub async fn save(tx: &mut Tx, allowed: &Allowed<IssueStatements>, row: &StatementRow, pdf: Vec<u8>) -> Result<()> {
    let text = sql!(
        "INSERT INTO statement (coop_id, id, number, owner_id, month, head_number, head_hash, opening, closing, pdf_hash, pdf, issued_by, issued_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.number).bind(row.owner_id).bind(row.month.clone());
    let insert = insert.bind(row.head_number).bind(row.head_hash).bind(row.opening).bind(row.closing).bind(row.pdf_hash).bind(pdf);
    insert.bind(row.issued_by).bind(row.issued_at).run().await.map(drop)
}

/// Statements that the permission covers, newest first: `limit` rows below a number; of one owner where one is given.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadStatements>,
    owner: Option<PersonId>,
    below: i64,
    limit: i64,
) -> Result<Vec<StatementRow>> {
    let text = sql!(
        "SELECT id, number, owner_id, month, head_number, head_hash, opening, closing, pdf_hash, issued_by, issued_at
         FROM statement
         WHERE coop_id = $1 AND number < $2 AND (CAST($3 AS INTEGER) = 1 OR owner_id IN ($list))
         ORDER BY number DESC LIMIT $4"
    );
    let one: Option<Vec<PersonId>> = owner.map(|owner| vec![owner]);
    let some = one.as_deref().or(allowed.only());
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(below).add(i32::from(some.is_none())).add(limit);
    };
    tx.q_list(text, bind, some.unwrap_or_default()).all().await
}

/// A statement by its id, if the permission covers it.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadStatements>, id: DocumentId) -> Result<Option<StatementRow>> {
    let text = sql!(
        "SELECT id, number, owner_id, month, head_number, head_hash, opening, closing, pdf_hash, issued_by, issued_at
         FROM statement WHERE coop_id = $1 AND id = $2"
    );
    let row: Option<StatementRow> = tx.q(text).bind(allowed.coop()).bind(id).opt().await?;
    Ok(row.filter(|row| allowed.covers(row.owner_id)))
}

/// The bytes of a statement; `None` after an erasure.
pub async fn bytes(tx: &mut Tx, allowed: &Allowed<ReadStatements>, id: DocumentId) -> Result<Option<Vec<u8>>> {
    let text = sql!("SELECT pdf FROM statement WHERE coop_id = $1 AND id = $2");
    Ok(tx.q(text).bind(allowed.coop()).bind(id).maybe_scalar::<Option<Vec<u8>>>().await?.flatten())
}
