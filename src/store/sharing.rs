//! Owners' consents that the shop's pages show how their sales are shared.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, Consent},
    domain::{
        id::{CoopId, GridId, PersonId},
        time::Ts,
    },
    sql,
};

/// A consent.
#[derive(Clone, Debug, FromRow)]
pub struct ConsentRow {
    /// The command that logged it.
    pub id: Uuid,
    /// Of which grid.
    pub grid_id: GridId,
    /// Whose.
    pub owner_id: PersonId,
    /// `self`, `guardian`, `paper` or `spoken`.
    pub manner: String,
    /// Who logged it.
    pub logged_by: Option<PersonId>,
    /// When.
    pub logged_at: Ts,
}

/// Logs a consent.
pub async fn consent(tx: &mut Tx, allowed: &Allowed<Consent>, row: &ConsentRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO sharing_consent (coop_id, id, grid_id, owner_id, manner, logged_by, logged_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.grid_id).bind(row.owner_id).bind(row.manner.clone());
    insert.bind(row.logged_by).bind(row.logged_at).run().await.map(drop)
}

/// Takes an owner's consent back, and tells how many stood.
pub async fn withdraw(tx: &mut Tx, allowed: &Allowed<Consent>, grid: GridId, owner: PersonId, by: Option<PersonId>, at: Ts) -> Result<u64> {
    let text = sql!(
        "UPDATE sharing_consent SET withdrawn_by = $4, withdrawn_at = $5
         WHERE coop_id = $1 AND grid_id = $2 AND owner_id = $3 AND withdrawn_at IS NULL"
    );
    tx.q(text).bind(allowed.coop()).bind(grid).bind(owner).bind(by).bind(at).run().await
}

/// Whether an owner agrees today.
pub async fn is_shown(tx: &mut Tx, coop: CoopId, grid: GridId, owner: PersonId) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM sharing_consent WHERE coop_id = $1 AND grid_id = $2 AND owner_id = $3 AND withdrawn_at IS NULL");
    Ok(tx.q(text).bind(coop).bind(grid).bind(owner).scalar::<i64>().await? > 0)
}
