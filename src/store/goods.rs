//! Goods and their prices. The price last set is the price; sales keep the one they were made at.

use sqlx::FromRow;
use uuid::Uuid;

use super::{
    Result, Tx,
    looking::{Begun, Way, holding},
};
use crate::{
    auth::policy::{Allowed, ReadShop, SetUpShop},
    domain::{
        chain::Hash,
        id::{CoopId, GoodId, GridId, LotId, PersonId, SiteId},
        money::Minor,
        time::Ts,
    },
    sql,
};

/// A kind of goods sold from a grid.
#[derive(Clone, Debug, FromRow)]
pub struct GoodRow {
    /// The good.
    pub id: GoodId,
    /// Whose goods these are follows from the grid.
    pub grid_id: GridId,
    /// The lot that its pieces are of; the grid's owner's own where there is none.
    pub lot_id: Option<LotId>,
    /// Unique in the grid.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Unique in the cooperative; none for goods without a label.
    pub barcode: Option<String>,
    /// Its picture.
    #[sqlx(flatten)]
    pub look: Look,
    /// When it was added.
    pub created_at: Ts,
}

/// What a good looks like: one of the two, or neither.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Look {
    /// A drawing of the library.
    pub drawing: Option<String>,
    /// An uploaded picture.
    pub image_hash: Option<Hash>,
}

/// A good, to be decided on.
pub async fn load(tx: &mut Tx, coop: CoopId, good: GoodId) -> Result<Option<GoodRow>> {
    let text = sql!(
        "SELECT id, grid_id, lot_id, name, measure, barcode, drawing, image_hash, created_at FROM good WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(good).opt().await
}

/// The grid of a good and its present price, if one was set.
pub async fn grid_and_price(tx: &mut Tx, coop: CoopId, good: GoodId) -> Result<Option<(GridId, Option<Minor>)>> {
    let Some(row) = load(tx, coop, good).await? else { return Ok(None) };
    let text = sql!("SELECT price_minor FROM good_price WHERE coop_id = $1 AND good_id = $2 ORDER BY place DESC LIMIT 1");
    let price = tx.q(text).bind(coop).bind(good).maybe_scalar::<Minor>().await?;
    Ok(Some((row.grid_id, price)))
}

/// Adds a good.
pub async fn add(tx: &mut Tx, allowed: &Allowed<SetUpShop>, good: &GoodRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO good (coop_id, id, grid_id, name, measure, barcode, drawing, image_hash, created_at, lot_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(good.id).bind(good.grid_id).bind(good.name.clone());
    let insert = insert.bind(good.measure.clone()).bind(good.barcode.clone()).bind(good.look.drawing.clone());
    insert.bind(good.look.image_hash).bind(good.created_at).bind(good.lot_id).run().await.map(drop)
}

/// Gives a good another picture, or none.
pub async fn set_look(tx: &mut Tx, allowed: &Allowed<SetUpShop>, good: GoodId, look: &Look) -> Result<()> {
    let text = sql!("UPDATE good SET drawing = $3, image_hash = $4 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(good).bind(look.drawing.clone()).bind(look.image_hash).run().await.map(drop)
}

/// Whether a grid has a good of that name already.
pub async fn name_taken(tx: &mut Tx, coop: CoopId, grid: GridId, name: &str) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM good WHERE coop_id = $1 AND grid_id = $2 AND name = $3");
    Ok(tx.q(text).bind(coop).bind(grid).bind(name.to_owned()).scalar::<i64>().await? > 0)
}

/// Whether a barcode is another good's.
pub async fn barcode_taken(tx: &mut Tx, coop: CoopId, barcode: &str) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM good WHERE coop_id = $1 AND barcode = $2");
    Ok(tx.q(text).bind(coop).bind(barcode.to_owned()).scalar::<i64>().await? > 0)
}

/// Whether there is such a good.
pub async fn exists(tx: &mut Tx, coop: CoopId, good: GoodId) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM good WHERE coop_id = $1 AND id = $2");
    Ok(tx.q(text).bind(coop).bind(good).scalar::<i64>().await? > 0)
}

/// A price of a good.
#[derive(Clone, Debug, FromRow)]
pub struct PriceRow {
    /// The command that set it.
    pub id: Uuid,
    /// Per piece or kilogram.
    pub price_minor: Minor,
    /// Who set it; the command line if nobody.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Ts,
}

/// Sets a good's price.
pub async fn set_price(tx: &mut Tx, allowed: &Allowed<SetUpShop>, good: GoodId, price: &PriceRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO good_price (coop_id, id, good_id, place, price_minor, set_by, set_at)
         SELECT $1, $2, $3, COALESCE(max(place), 0) + 1, $4, $5, $6
         FROM good_price WHERE coop_id = $1 AND good_id = $3"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(price.id).bind(good).bind(price.price_minor).bind(price.set_by);
    insert.bind(price.set_at).run().await.map(drop)
}

/// A good's prices, the last first.
pub async fn prices(tx: &mut Tx, allowed: &Allowed<ReadShop>, good: GoodId) -> Result<Vec<PriceRow>> {
    let text = sql!(
        "SELECT id, price_minor, set_by, set_at FROM good_price
         WHERE coop_id = $1 AND good_id = $2 ORDER BY place DESC LIMIT 100"
    );
    tx.q(text).bind(allowed.coop()).bind(good).all().await
}

/// A good with its price.
#[derive(Clone, Debug, FromRow)]
pub struct PricedGood {
    /// The good.
    #[sqlx(flatten)]
    pub good: GoodRow,
    /// Its present price, if one was set.
    pub price_minor: Option<Minor>,
}

/// The good of a name in a grid, with its price.
pub async fn of_name(tx: &mut Tx, coop: CoopId, grid: GridId, name: &str) -> Result<Option<PricedGood>> {
    let text = sql!(
        "SELECT g.id, g.grid_id, g.lot_id, g.name, g.measure, g.barcode, g.drawing, g.image_hash, g.created_at,
                (SELECT p.price_minor FROM good_price p WHERE p.coop_id = $1 AND p.good_id = g.id
                 ORDER BY p.place DESC LIMIT 1) AS price_minor
         FROM good g WHERE g.coop_id = $1 AND g.grid_id = $2 AND g.name = $3"
    );
    tx.q(text).bind(coop).bind(grid).bind(name.to_owned()).opt().await
}

/// A good in a list.
#[derive(Clone, Debug, FromRow)]
pub struct ListedGood {
    /// The good, priced.
    #[sqlx(flatten)]
    pub good: PricedGood,
    /// The code of its grid.
    pub grid: String,
}

/// Which goods.
#[derive(Clone, Debug)]
pub struct Goods {
    /// Of this grid only.
    pub grid: Option<GridId>,
    /// Of this site only.
    pub site: Option<SiteId>,
    /// The name or the barcode holds this; empty for all.
    pub text: String,
    /// By age or by name.
    pub way: Way,
}

/// Goods after one of them: by id, which is by age, or by name.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadShop>, of: &Goods, after: &Begun, limit: i64) -> Result<Vec<ListedGood>> {
    let by_age = sql!(
        "SELECT g.id, g.grid_id, g.lot_id, g.name, g.measure, g.barcode, g.drawing, g.image_hash, g.created_at, r.code AS grid,
                (SELECT p.price_minor FROM good_price p WHERE p.coop_id = $1 AND p.good_id = g.id
                 ORDER BY p.place DESC LIMIT 1) AS price_minor
         FROM good g CROSS JOIN grid r
         WHERE g.coop_id = $1 AND r.coop_id = $1 AND r.id = g.grid_id AND (g.grid_id = $2 OR $2 IS NULL) AND (r.site_id = $3 OR $3 IS NULL)
           AND (lower(g.name) LIKE $4 ESCAPE '!' OR lower(COALESCE(g.barcode, '')) LIKE $4 ESCAPE '!')
           AND g.id $beyond $5
         ORDER BY g.id $way LIMIT $6"
    );
    let by_name = sql!(
        "SELECT g.id, g.grid_id, g.lot_id, g.name, g.measure, g.barcode, g.drawing, g.image_hash, g.created_at, r.code AS grid,
                (SELECT p.price_minor FROM good_price p WHERE p.coop_id = $1 AND p.good_id = g.id
                 ORDER BY p.place DESC LIMIT 1) AS price_minor
         FROM good g CROSS JOIN grid r
         WHERE g.coop_id = $1 AND r.coop_id = $1 AND r.id = g.grid_id AND (g.grid_id = $2 OR $2 IS NULL) AND (r.site_id = $3 OR $3 IS NULL)
           AND (lower(g.name) LIKE $4 ESCAPE '!' OR lower(COALESCE(g.barcode, '')) LIKE $4 ESCAPE '!')
           AND (g.name, g.id) $beyond ($5, $6)
         ORDER BY g.name $way, g.id $way LIMIT $7"
    );
    let query = tx.q(if matches!(after, Begun::Added(_)) { by_age } else { by_name }).running(of.way).bind(allowed.coop()).bind(of.grid);
    let query = query.bind(of.site).bind(holding(&of.text));
    after.bind(query).bind(limit).all().await
}

/// A good.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadShop>, good: GoodId) -> Result<Option<GoodRow>> {
    load(tx, allowed.coop(), good).await
}
