//! Grids and whose they are, from which day on.

use sqlx::FromRow;

use super::{
    Result, Tx,
    looking::{Way, holding},
};
use crate::{
    auth::policy::{Allowed, ReadShop, SetUpShop},
    domain::{
        id::{CoopId, GridId, PersonId, SiteId},
        time::{Date, Ts},
    },
    sql,
};

/// A grid.
#[derive(Clone, Debug, FromRow)]
pub struct GridRow {
    /// The grid.
    pub id: GridId,
    /// Where it stands.
    pub site_id: SiteId,
    /// What is written on it, unique in the cooperative.
    pub code: String,
    /// Its place at the site, from 1.
    pub number: i64,
    /// When it was added.
    pub created_at: Ts,
}

/// Adds a grid; its number follows the last one of its site.
pub async fn add(tx: &mut Tx, allowed: &Allowed<SetUpShop>, grid: GridId, site: SiteId, code: &str, at: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO grid (coop_id, id, site_id, code, number, created_at)
         SELECT $1, $2, $3, $4, COALESCE(max(number), 0) + 1, $5 FROM grid WHERE coop_id = $1 AND site_id = $3"
    );
    tx.q(text).bind(allowed.coop()).bind(grid).bind(site).bind(code.to_owned()).bind(at).run().await.map(drop)
}

/// The grid of a code.
pub async fn of_code(tx: &mut Tx, coop: CoopId, code: &str) -> Result<Option<GridId>> {
    tx.q(sql!("SELECT id FROM grid WHERE coop_id = $1 AND code = $2")).bind(coop).bind(code.to_owned()).maybe_scalar().await
}

/// Whether there is such a grid.
pub async fn exists(tx: &mut Tx, coop: CoopId, grid: GridId) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM grid WHERE coop_id = $1 AND id = $2");
    Ok(tx.q(text).bind(coop).bind(grid).scalar::<i64>().await? > 0)
}

/// From a day on, a grid is somebody's.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct OwnerRow {
    /// The first day.
    pub from_day: Date,
    /// Whose.
    pub owner_id: PersonId,
}

/// Gives a grid to an owner.
pub async fn give(tx: &mut Tx, allowed: &Allowed<SetUpShop>, grid: GridId, owner: OwnerRow) -> Result<()> {
    let text = sql!("INSERT INTO grid_owner (coop_id, grid_id, from_day, owner_id) VALUES ($1, $2, $3, $4)");
    tx.q(text).bind(allowed.coop()).bind(grid).bind(owner.from_day).bind(owner.owner_id).run().await.map(drop)
}

/// A grid's owners, the first first.
pub async fn owners(tx: &mut Tx, coop: CoopId, grid: GridId) -> Result<Vec<OwnerRow>> {
    let text = sql!("SELECT from_day, owner_id FROM grid_owner WHERE coop_id = $1 AND grid_id = $2 ORDER BY from_day LIMIT 1000");
    tx.q(text).bind(coop).bind(grid).all().await
}

/// A grid's owner on a day.
pub async fn owner_on(tx: &mut Tx, coop: CoopId, grid: GridId, day: Date) -> Result<Option<PersonId>> {
    let text = sql!(
        "SELECT owner_id FROM grid_owner WHERE coop_id = $1 AND grid_id = $2 AND from_day <= $3
         ORDER BY from_day DESC LIMIT 1"
    );
    tx.q(text).bind(coop).bind(grid).bind(day).maybe_scalar().await
}

/// A grid with its owner on a day.
#[derive(Clone, Debug, FromRow)]
pub struct GridOnDay {
    /// The grid.
    #[sqlx(flatten)]
    pub grid: GridRow,
    /// The site's name.
    pub site: String,
    /// Whose it is.
    pub owner_id: Option<PersonId>,
    /// What they are called.
    pub owner: Option<String>,
}

/// Which grids.
#[derive(Clone, Debug)]
pub struct Grids {
    /// The code holds this; empty for all.
    pub text: String,
    /// Of this site only.
    pub site: Option<SiteId>,
    /// By code.
    pub way: Way,
}

/// Grids by code, after one of them, with their owners on a day.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadShop>, day: Date, of: &Grids, after: &str, limit: i64) -> Result<Vec<GridOnDay>> {
    let text = sql!(
        "SELECT g.id, g.site_id, g.code, g.number, g.created_at, s.name AS site, p.id AS owner_id, p.nickname AS owner
         FROM grid g
         JOIN site s ON s.coop_id = g.coop_id AND s.id = g.site_id
         LEFT JOIN person p ON p.coop_id = g.coop_id
           AND p.id = (SELECT o.owner_id FROM grid_owner o WHERE o.coop_id = $1 AND o.grid_id = g.id AND o.from_day <= $2
                       ORDER BY o.from_day DESC LIMIT 1)
         WHERE g.coop_id = $1 AND g.code $beyond $3 AND lower(g.code) LIKE $4 ESCAPE '!' AND (g.site_id = $5 OR $5 IS NULL)
         ORDER BY g.code $way LIMIT $6"
    );
    let query = tx.q(text).running(of.way).bind(allowed.coop()).bind(day).bind(after.to_owned()).bind(holding(&of.text));
    query.bind(of.site).bind(limit).all().await
}

/// A grid.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadShop>, grid: GridId) -> Result<Option<GridRow>> {
    let text = sql!("SELECT id, site_id, code, number, created_at FROM grid WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(grid).opt().await
}
