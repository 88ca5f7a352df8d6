//! What anybody may see of a cooperative: sites, and the grids that their owners of today show, with their goods. No permission is
//! asked for, so nothing is read here that is not public; a grid that nobody has published is in no answer.

use sqlx::FromRow;

use super::{Result, Tx, goods::Look, looking::holding};
use crate::{
    domain::{
        id::{CoopId, GoodId, GridId, PersonId, SiteId},
        money::Minor,
        time::Date,
    },
    sql,
};

/// A site where something is shown.
#[derive(Clone, Debug, FromRow)]
pub struct SiteRow {
    /// The site.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: Option<String>,
    /// When somebody is there.
    pub opening: Option<String>,
}

/// The first two hundred sites with grids that are shown, by name.
pub async fn sites(tx: &mut Tx, coop: CoopId, day: Date) -> Result<Vec<SiteRow>> {
    let text = sql!(
        "SELECT s.id, s.name, s.address, s.opening FROM site s
         WHERE s.coop_id = $1 AND EXISTS (
           SELECT 1 FROM grid g
           JOIN grid_owner o ON o.coop_id = g.coop_id AND o.grid_id = g.id
             AND o.from_day = (SELECT max(l.from_day) FROM grid_owner l
                               WHERE l.coop_id = $1 AND l.grid_id = g.id AND l.from_day <= $2)
           JOIN grid_page w ON w.coop_id = g.coop_id AND w.grid_id = g.id AND w.owner_id = o.owner_id AND w.published
           WHERE g.coop_id = $1 AND g.site_id = s.id)
         ORDER BY s.name LIMIT 200"
    );
    tx.q(text).bind(coop).bind(day).all().await
}

/// A grid as anybody may see it.
#[derive(Clone, Debug, FromRow)]
pub struct GridRow {
    /// The grid.
    pub id: GridId,
    /// Where it stands.
    pub site_id: SiteId,
    /// What is written on it.
    pub code: String,
    /// Its place at the site.
    pub number: i64,
    /// Whose it is: for looking further, on no page.
    pub owner_id: PersonId,
    /// What the owner wants to be called.
    pub nickname: Option<String>,
    /// The owner's face.
    pub face: Option<String>,
    /// In the owner's words.
    pub story: Option<String>,
}

/// A site's grids by number, after one of them.
pub async fn grids(tx: &mut Tx, coop: CoopId, day: Date, site: SiteId, after: i64, limit: i64) -> Result<Vec<GridRow>> {
    let text = sql!(
        "SELECT g.id, g.site_id, g.code, g.number, o.owner_id, p.nickname, p.face, w.story
         FROM grid g
         JOIN grid_owner o ON o.coop_id = g.coop_id AND o.grid_id = g.id
           AND o.from_day = (SELECT max(l.from_day) FROM grid_owner l
                             WHERE l.coop_id = $1 AND l.grid_id = g.id AND l.from_day <= $2)
         JOIN grid_page w ON w.coop_id = g.coop_id AND w.grid_id = g.id AND w.owner_id = o.owner_id AND w.published
         JOIN person p ON p.coop_id = o.coop_id AND p.id = o.owner_id
         WHERE g.coop_id = $1 AND g.site_id = $3 AND g.number > $4 ORDER BY g.number, g.id LIMIT $5"
    );
    tx.q(text).bind(coop).bind(day).bind(site).bind(after).bind(limit).all().await
}

/// A grid, if it is shown.
pub async fn grid(tx: &mut Tx, coop: CoopId, day: Date, grid: GridId) -> Result<Option<GridRow>> {
    let text = sql!(
        "SELECT g.id, g.site_id, g.code, g.number, o.owner_id, p.nickname, p.face, w.story
         FROM grid g
         JOIN grid_owner o ON o.coop_id = g.coop_id AND o.grid_id = g.id
           AND o.from_day = (SELECT max(l.from_day) FROM grid_owner l
                             WHERE l.coop_id = $1 AND l.grid_id = g.id AND l.from_day <= $2)
         JOIN grid_page w ON w.coop_id = g.coop_id AND w.grid_id = g.id AND w.owner_id = o.owner_id AND w.published
         JOIN person p ON p.coop_id = o.coop_id AND p.id = o.owner_id
         WHERE g.coop_id = $1 AND g.id = $3"
    );
    tx.q(text).bind(coop).bind(day).bind(grid).opt().await
}

/// A good with its price of now, and whose it is.
#[derive(Clone, Debug, FromRow)]
pub struct GoodRow {
    /// The good.
    pub id: GoodId,
    /// Its grid.
    pub grid_id: GridId,
    /// Its name.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Its picture.
    #[sqlx(flatten)]
    pub look: Look,
    /// What the owner wants to be called.
    pub nickname: Option<String>,
    /// The grid's place at the site.
    pub number: i64,
    /// What is written on the grid.
    pub code: String,
    /// Where the grid stands.
    pub site_id: SiteId,
    /// Per piece or kilogram; `None` where it is agreed at the till.
    pub price_minor: Option<Minor>,
}

/// Whole rows of goods `d` of grids `g` that are shown on the day $2.
macro_rules! good_rows {
    () => {
        "SELECT d.id, d.grid_id, d.name, d.measure, d.drawing, d.image_hash, p.nickname, g.number, g.code, g.site_id,
                (SELECT l.price_minor FROM good_price l
                 WHERE l.coop_id = $1 AND l.good_id = d.id ORDER BY l.place DESC LIMIT 1) AS price_minor
         FROM grid g
         JOIN grid_owner o ON o.coop_id = g.coop_id AND o.grid_id = g.id
           AND o.from_day = (SELECT max(l.from_day) FROM grid_owner l
                             WHERE l.coop_id = $1 AND l.grid_id = g.id AND l.from_day <= $2)
         JOIN grid_page w ON w.coop_id = g.coop_id AND w.grid_id = g.id AND w.owner_id = o.owner_id AND w.published
         JOIN person p ON p.coop_id = o.coop_id AND p.id = o.owner_id
         JOIN good d ON d.coop_id = g.coop_id AND d.grid_id = g.id"
    };
}

/// A shown grid's goods by age, after one of them.
pub async fn goods(tx: &mut Tx, coop: CoopId, day: Date, grid: GridId, after: GoodId, limit: i64) -> Result<Vec<GoodRow>> {
    let text = sql!(good_rows!(), " WHERE g.coop_id = $1 AND g.id = $3 AND d.id > $4 ORDER BY d.id LIMIT $5");
    tx.q(text).bind(coop).bind(day).bind(grid).bind(after).bind(limit).all().await
}

/// Goods whose names, or the English names of whose drawings, hold a word, by age, after one of them.
pub async fn search(tx: &mut Tx, coop: CoopId, day: Date, word: &str, after: GoodId, limit: i64) -> Result<Vec<GoodRow>> {
    let text = sql!(
        good_rows!(),
        " WHERE g.coop_id = $1 AND (lower(d.name) LIKE $3 ESCAPE '!' OR d.drawing LIKE $4 ESCAPE '!') AND d.id > $5
         ORDER BY d.id LIMIT $6"
    );
    let drawing = holding(&word.replace(' ', "-"));
    tx.q(text).bind(coop).bind(day).bind(holding(word)).bind(drawing).bind(after).bind(limit).all().await
}

/// A good, if its grid is shown.
pub async fn good(tx: &mut Tx, coop: CoopId, day: Date, good: GoodId) -> Result<Option<GoodRow>> {
    let text = sql!(good_rows!(), " WHERE g.coop_id = $1 AND d.id = $3");
    tx.q(text).bind(coop).bind(day).bind(good).opt().await
}
