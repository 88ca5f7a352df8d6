//! Uploaded pictures, named by their bytes: kept once, never changed.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, SetUpShop},
    domain::{
        chain::Hash,
        id::{CoopId, PersonId},
        time::Ts,
    },
    sql,
};

/// A picture in two sizes.
#[derive(Clone, Debug, FromRow)]
pub struct ImageRow {
    /// Of `bytes`.
    pub hash: Hash,
    /// For a page.
    pub bytes: Vec<u8>,
    /// For a tile.
    pub tile: Vec<u8>,
    /// Who uploaded it first.
    pub uploaded_by: Option<PersonId>,
    /// When.
    pub uploaded_at: Ts,
}

/// Keeps a picture.
pub async fn keep(tx: &mut Tx, allowed: &Allowed<SetUpShop>, image: &ImageRow) -> Result<()> {
    let text = sql!("INSERT INTO image (coop_id, hash, bytes, tile, uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6)");
    let insert = tx.q(text).bind(allowed.coop()).bind(image.hash).bind(image.bytes.clone()).bind(image.tile.clone());
    insert.bind(image.uploaded_by).bind(image.uploaded_at).run().await.map(drop)
}

/// Whether there is such a picture.
pub async fn exists(tx: &mut Tx, coop: CoopId, hash: Hash) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM image WHERE coop_id = $1 AND hash = $2");
    Ok(tx.q(text).bind(coop).bind(hash).scalar::<i64>().await? > 0)
}

/// A picture as a page shows it. Whoever knows its name may see it: the name cannot be guessed.
pub async fn page(tx: &mut Tx, coop: CoopId, hash: Hash) -> Result<Option<Vec<u8>>> {
    tx.q(sql!("SELECT bytes FROM image WHERE coop_id = $1 AND hash = $2")).bind(coop).bind(hash).maybe_scalar().await
}

/// The same as a tile shows it.
pub async fn tile(tx: &mut Tx, coop: CoopId, hash: Hash) -> Result<Option<Vec<u8>>> {
    tx.q(sql!("SELECT tile FROM image WHERE coop_id = $1 AND hash = $2")).bind(coop).bind(hash).maybe_scalar().await
}
