//! What was printed of the books: heads on Z reports and statements. And what stands beside the chain without an entry.

use sqlx::FromRow;
use uuid::Uuid;

use super::super::{Result, Tx};
use crate::{
    domain::{
        chain::Hash,
        id::{CoopId, DocumentId, PersonId},
        money::Minor,
    },
    sql,
};

/// A head as it was printed, beside the hash that the entry of that number has now.
#[derive(Clone, Debug, FromRow)]
pub struct HeadRow {
    /// The document that shows it.
    pub id: Uuid,
    /// The number of the entry.
    pub head_number: i64,
    /// Its hash at that time.
    pub head_hash: Hash,
    /// Its hash now; missing where there is no such entry.
    pub hash_now: Option<Hash>,
}

/// The heads on Z reports, `limit` of them after a shift.
pub async fn z_heads(tx: &mut Tx, coop: CoopId, after: Uuid, limit: i64) -> Result<Vec<HeadRow>> {
    let text = sql!(
        "SELECT c.shift_id AS id, c.head_number, c.head_hash, e.hash AS hash_now
         FROM shift_close c LEFT JOIN entry e ON e.coop_id = c.coop_id AND e.number = c.head_number
         WHERE c.coop_id = $1 AND c.shift_id > $2 ORDER BY c.shift_id LIMIT $3"
    );
    tx.q(text).bind(coop).bind(after).bind(limit).all().await
}

/// What is uploaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upload {
    /// Pictures of goods.
    Image,
    /// Papers behind agreements and entries.
    Paper,
}

/// Uploads by their names, `limit` of them after one: the name, and the bytes that it is the hash of.
pub async fn uploads(tx: &mut Tx, coop: CoopId, what: Upload, after: Hash, limit: i64) -> Result<Vec<UploadBytes>> {
    let text = match what {
        Upload::Image => sql!("SELECT hash, bytes FROM image WHERE coop_id = $1 AND hash > $2 ORDER BY hash LIMIT $3"),
        Upload::Paper => sql!("SELECT hash, bytes FROM paper WHERE coop_id = $1 AND hash > $2 ORDER BY hash LIMIT $3"),
    };
    tx.q(text).bind(coop).bind(after).bind(limit).all().await
}

/// An upload.
#[derive(Clone, Debug, FromRow)]
pub struct UploadBytes {
    /// Its name.
    pub hash: Hash,
    /// As it is kept.
    pub bytes: Vec<u8>,
}

/// An issued statement.
#[derive(Clone, Debug, FromRow)]
pub struct StatementRow {
    /// Its running number.
    pub number: i64,
    /// Whose.
    pub owner_id: PersonId,
    /// What was owed before.
    pub opening: Minor,
    /// What was owed after.
    pub closing: Minor,
    /// SHA-256 of its bytes.
    pub pdf_hash: Hash,
    /// Its bytes; missing after an erasure.
    pub pdf: Option<Vec<u8>>,
    /// The head on it.
    #[sqlx(flatten)]
    pub head: HeadRow,
}

/// Issued statements by number, `limit` of them after one.
pub async fn statements(tx: &mut Tx, coop: CoopId, after: i64, limit: i64) -> Result<Vec<StatementRow>> {
    let text = sql!(
        "SELECT s.id, s.number, s.owner_id, s.opening, s.closing, s.pdf_hash, s.pdf, s.head_number, s.head_hash, e.hash AS hash_now
         FROM statement s LEFT JOIN entry e ON e.coop_id = s.coop_id AND e.number = s.head_number
         WHERE s.coop_id = $1 AND s.number > $2 ORDER BY s.number LIMIT $3"
    );
    tx.q(text).bind(coop).bind(after).bind(limit).all().await
}

/// Documents that say that money moved and have no entry; at most 100.
pub async fn strays(tx: &mut Tx, coop: CoopId) -> Result<Vec<DocumentId>> {
    let text = sql!(
        "SELECT s.id FROM sale s
         WHERE s.coop_id = $1 AND s.total <> 0 AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = s.id)
         UNION ALL
         SELECT r.id FROM refund r
         WHERE r.coop_id = $1 AND r.paid <> 0 AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = r.id)
         UNION ALL
         SELECT m.id FROM cash_movement m
         WHERE m.coop_id = $1 AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = m.id)
         UNION ALL
         SELECT s.id FROM shift s
         WHERE s.coop_id = $1 AND (s.brought <> 0 OR s.difference <> 0)
           AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = s.id)
         UNION ALL
         SELECT c.id FROM shift_close c
         WHERE c.coop_id = $1 AND c.difference <> 0
           AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = c.id)
         UNION ALL
         SELECT a.id FROM allocation a
         WHERE a.coop_id = $1 AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = a.id)
         UNION ALL
         SELECT o.id FROM office_event o
         WHERE o.coop_id = $1 AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = o.id)
         UNION ALL
         SELECT d.id FROM stock_decision d
         WHERE d.coop_id = $1 AND d.amount <> 0 AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = d.id)
         UNION ALL
         SELECT l.id FROM lot l
         WHERE l.coop_id = $1 AND l.nature <> 'at_cost' AND l.value_minor <> 0
           AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = l.id)
         UNION ALL
         SELECT v.id FROM lot_event v
         WHERE v.coop_id = $1 AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = v.id)
         UNION ALL
         SELECT m.id FROM membership m
         WHERE m.coop_id = $1 AND m.moved_minor <> 0
           AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.coop_id = $1 AND e.document_id = m.id)
         ORDER BY 1 LIMIT 100"
    );
    tx.q(text).bind(coop).scalars().await
}
