//! Uploaded papers, named by their bytes: kept once, never changed.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, KeepPapers, ManageAgreements, ReadPapers},
    domain::{
        chain::Hash,
        id::{CoopId, InstrumentId, PersonId},
        time::Ts,
    },
    sql,
};

/// A paper.
#[derive(Clone, Debug, FromRow)]
pub struct PaperRow {
    /// Of `bytes`.
    pub hash: Hash,
    /// `application/pdf` or `image/jpeg`.
    pub media: String,
    /// As it is kept.
    pub bytes: Vec<u8>,
    /// Who uploaded it first.
    pub uploaded_by: Option<PersonId>,
    /// When.
    pub uploaded_at: Ts,
}

/// Keeps a paper.
pub async fn keep(tx: &mut Tx, allowed: &Allowed<KeepPapers>, row: &PaperRow) -> Result<()> {
    let text = sql!("INSERT INTO paper (coop_id, hash, media, bytes, uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6)");
    let insert = tx.q(text).bind(allowed.coop()).bind(row.hash).bind(row.media.clone()).bind(row.bytes.clone());
    insert.bind(row.uploaded_by).bind(row.uploaded_at).run().await.map(drop)
}

/// Whether there is such a paper.
pub async fn exists(tx: &mut Tx, coop: CoopId, hash: Hash) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM paper WHERE coop_id = $1 AND hash = $2");
    Ok(tx.q(text).bind(coop).bind(hash).scalar::<i64>().await? > 0)
}

/// A paper, to be read.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadPapers>, hash: Hash) -> Result<Option<PaperRow>> {
    let text = sql!("SELECT hash, media, bytes, uploaded_by, uploaded_at FROM paper WHERE coop_id = $1 AND hash = $2");
    tx.q(text).bind(allowed.coop()).bind(hash).opt().await
}

/// Puts a paper with an agreement.
pub async fn add_to_instrument(
    tx: &mut Tx,
    allowed: &Allowed<ManageAgreements>,
    id: Uuid,
    instrument: InstrumentId,
    paper: Hash,
    by: Option<PersonId>,
    now: Ts,
) -> Result<()> {
    let text =
        sql!("INSERT INTO instrument_paper (coop_id, id, instrument_id, paper_hash, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6)");
    let insert = tx.q(text).bind(allowed.coop()).bind(id).bind(instrument).bind(paper);
    insert.bind(by).bind(now).run().await.map(drop)
}

/// The papers of an agreement, the oldest first.
pub async fn of_instrument(tx: &mut Tx, coop: CoopId, instrument: InstrumentId) -> Result<Vec<Hash>> {
    let text = sql!("SELECT paper_hash FROM instrument_paper WHERE coop_id = $1 AND instrument_id = $2 ORDER BY added_at, id LIMIT 200");
    tx.q(text).bind(coop).bind(instrument).scalars().await
}
