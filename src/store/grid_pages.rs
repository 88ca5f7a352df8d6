//! What a grid's owner lets the shop's pages tell.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, SetUpShop},
    domain::{
        id::{CoopId, GridId, PersonId},
        time::Ts,
    },
    sql,
};

/// A grid's page, of one owner.
#[derive(Clone, Debug, FromRow)]
pub struct PageRow {
    /// Whose grid it was then.
    pub owner_id: PersonId,
    /// In the owner's words.
    pub story: Option<String>,
    /// Whether the shop shows it.
    pub published: bool,
    /// Who wrote it down last.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Ts,
}

/// Writes a page down, in place of the owner's earlier one.
pub async fn set(tx: &mut Tx, allowed: &Allowed<SetUpShop>, grid: GridId, page: &PageRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO grid_page (coop_id, grid_id, owner_id, story, published, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (coop_id, grid_id, owner_id) DO UPDATE
         SET story = excluded.story, published = excluded.published, set_by = excluded.set_by, set_at = excluded.set_at"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(grid).bind(page.owner_id).bind(page.story.clone()).bind(page.published);
    insert.bind(page.set_by).bind(page.set_at).run().await.map(drop)
}

/// An owner's page of a grid.
pub async fn of(tx: &mut Tx, coop: CoopId, grid: GridId, owner: PersonId) -> Result<Option<PageRow>> {
    let text =
        sql!("SELECT owner_id, story, published, set_by, set_at FROM grid_page WHERE coop_id = $1 AND grid_id = $2 AND owner_id = $3");
    tx.q(text).bind(coop).bind(grid).bind(owner).opt().await
}
