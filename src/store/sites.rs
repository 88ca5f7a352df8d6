//! Sites: places where grids stand.

use sqlx::FromRow;

use super::{
    Result, Tx,
    looking::{Way, holding},
};
use crate::{
    auth::policy::{Allowed, ReadShop, SetUpShop},
    domain::{
        id::{CoopId, SiteId},
        time::Ts,
    },
    sql,
};

/// A site.
#[derive(Clone, Debug, FromRow)]
pub struct SiteRow {
    /// The site.
    pub id: SiteId,
    /// Its name, unique in the cooperative.
    pub name: String,
    /// Where it is, and when somebody is there.
    #[sqlx(flatten)]
    pub door: Door,
    /// When it was added.
    pub created_at: Ts,
}

/// Where a site is, and when somebody is there.
#[derive(Clone, Debug, Default, FromRow)]
pub struct Door {
    /// Street and number.
    pub address: Option<String>,
    /// In words.
    pub opening: Option<String>,
}

/// Adds a site.
pub async fn add(tx: &mut Tx, allowed: &Allowed<SetUpShop>, site: &SiteRow) -> Result<()> {
    let text = sql!("INSERT INTO site (coop_id, id, name, address, opening, created_at) VALUES ($1, $2, $3, $4, $5, $6)");
    let insert = tx.q(text).bind(allowed.coop()).bind(site.id).bind(site.name.clone()).bind(site.door.address.clone());
    insert.bind(site.door.opening.clone()).bind(site.created_at).run().await.map(drop)
}

/// Changes where a site is and when somebody is there.
pub async fn set_door(tx: &mut Tx, allowed: &Allowed<SetUpShop>, site: SiteId, door: &Door) -> Result<()> {
    let text = sql!("UPDATE site SET address = $3, opening = $4 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(site).bind(door.address.clone()).bind(door.opening.clone()).run().await.map(drop)
}

/// The site of a name.
pub async fn of_name(tx: &mut Tx, coop: CoopId, name: &str) -> Result<Option<SiteId>> {
    let text = sql!("SELECT id FROM site WHERE coop_id = $1 AND name = $2");
    tx.q(text).bind(coop).bind(name.to_owned()).maybe_scalar().await
}

/// Whether there is such a site.
pub async fn exists(tx: &mut Tx, coop: CoopId, site: SiteId) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM site WHERE coop_id = $1 AND id = $2");
    Ok(tx.q(text).bind(coop).bind(site).scalar::<i64>().await? > 0)
}

/// Sites by name, one way or the other, after one of them: those whose name or address holds a text.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadShop>, text: &str, way: Way, after: &str, limit: i64) -> Result<Vec<SiteRow>> {
    let list = sql!(
        "SELECT id, name, address, opening, created_at FROM site
         WHERE coop_id = $1 AND name $beyond $2 AND (lower(name) LIKE $3 ESCAPE '!' OR lower(COALESCE(address, '')) LIKE $3 ESCAPE '!')
         ORDER BY name $way LIMIT $4"
    );
    tx.q(list).running(way).bind(allowed.coop()).bind(after.to_owned()).bind(holding(text)).bind(limit).all().await
}

/// A site.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadShop>, site: SiteId) -> Result<Option<SiteRow>> {
    let text = sql!("SELECT id, name, address, opening, created_at FROM site WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(site).opt().await
}
