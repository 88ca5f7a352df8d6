//! The shop as a till shows it: places, grids with their owners' nicknames, goods with today's prices. No finances, no names.

use std::collections::HashMap;

use sqlx::FromRow;

use super::{Result, Tx, db::Args, goods::Look};
use crate::{
    auth::policy::{Allowed, Sell},
    domain::{
        id::{GoodId, GridId, PersonId, SiteId},
        money::Minor,
        time::Date,
    },
    sql,
};

/// A place.
#[derive(Clone, Debug, FromRow)]
pub struct SiteRow {
    /// The site.
    pub id: SiteId,
    /// What people call it.
    pub name: String,
}

/// The first thousand sites, by name.
pub async fn sites(tx: &mut Tx, allowed: &Allowed<Sell>) -> Result<Vec<SiteRow>> {
    tx.q(sql!("SELECT id, name FROM site WHERE coop_id = $1 ORDER BY name LIMIT 1000")).bind(allowed.coop()).all().await
}

/// A grid and whose it is today.
#[derive(Clone, Debug, FromRow)]
pub struct GridRow {
    /// The grid.
    pub id: GridId,
    /// Where it stands.
    pub site_id: SiteId,
    /// What is written on it.
    pub code: String,
    /// Its place at the site, from 1.
    pub number: i64,
    /// Its owner.
    pub owner_id: Option<PersonId>,
    /// What the owner wants to be called.
    pub nickname: Option<String>,
    /// The owner's face.
    pub face: Option<String>,
}

/// The first two thousand grids, by code, with their owners on a day.
pub async fn grids(tx: &mut Tx, allowed: &Allowed<Sell>, day: Date) -> Result<Vec<GridRow>> {
    let text = sql!(
        "SELECT g.id, g.site_id, g.code, g.number, o.owner_id, p.nickname, p.face
         FROM grid g
         LEFT JOIN grid_owner o ON o.coop_id = g.coop_id AND o.grid_id = g.id
           AND o.from_day = (SELECT max(l.from_day) FROM grid_owner l
                             WHERE l.coop_id = $1 AND l.grid_id = g.id AND l.from_day <= $2)
         LEFT JOIN person p ON p.coop_id = o.coop_id AND p.id = o.owner_id
         WHERE g.coop_id = $1 ORDER BY g.code LIMIT 2000"
    );
    tx.q(text).bind(allowed.coop()).bind(day).all().await
}

/// Somebody who may stand at the till.
#[derive(Clone, Debug, FromRow)]
pub struct StaffRow {
    /// The person.
    pub id: PersonId,
    /// What they want to be called.
    pub nickname: Option<String>,
    /// Their face.
    pub face: Option<String>,
    /// Whether they may approve a refund with their PIN.
    pub approves: bool,
    /// Whether three pictures say that it is them.
    pub has_pictures: bool,
}

/// The first thousand people who work at a till, by id.
pub async fn staff(tx: &mut Tx, allowed: &Allowed<Sell>) -> Result<Vec<StaffRow>> {
    let text = sql!(
        "SELECT p.id, p.nickname, p.face,
                EXISTS (SELECT 1 FROM role_grant r JOIN pin n ON n.coop_id = r.coop_id AND n.person_id = r.person_id
                        WHERE r.coop_id = $1 AND r.person_id = p.id AND r.ended_at IS NULL
                          AND r.role IN ('helper', 'organiser', 'treasurer')) AS approves,
                EXISTS (SELECT 1 FROM picture_pin n WHERE n.coop_id = $1 AND n.person_id = p.id) AS has_pictures
         FROM person p
         WHERE p.coop_id = $1
           AND EXISTS (SELECT 1 FROM role_grant r
                       WHERE r.coop_id = $1 AND r.person_id = p.id AND r.ended_at IS NULL
                         AND r.role IN ('stallholder', 'helper', 'organiser', 'treasurer'))
         ORDER BY p.id LIMIT 1000"
    );
    tx.q(text).bind(allowed.coop()).all().await
}

/// A good with its price of now.
#[derive(Clone, Debug, FromRow)]
pub struct GoodRow {
    /// The good.
    pub id: GoodId,
    /// Its grid.
    pub grid_id: GridId,
    /// What is written on its tile.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// If it has one.
    pub barcode: Option<String>,
    /// Per piece or kilogram; `None` until one is set.
    pub price_minor: Option<Minor>,
    /// Its picture.
    #[sqlx(flatten)]
    pub look: Look,
}

/// Goods by id, from after one.
pub async fn goods(tx: &mut Tx, allowed: &Allowed<Sell>, after: GoodId, limit: i64) -> Result<Vec<GoodRow>> {
    let text = sql!(
        "SELECT g.id, g.grid_id, g.name, g.measure, g.barcode, g.drawing, g.image_hash,
                (SELECT p.price_minor FROM good_price p
                 WHERE p.coop_id = $1 AND p.good_id = g.id ORDER BY p.place DESC LIMIT 1) AS price_minor
         FROM good g WHERE g.coop_id = $1 AND g.id > $2 ORDER BY g.id LIMIT $3"
    );
    tx.q(text).bind(allowed.coop()).bind(after).bind(limit).all().await
}

/// What each of these goods costs now, as far as the office has set it.
pub async fn prices(tx: &mut Tx, allowed: &Allowed<Sell>, goods: &[GoodId]) -> Result<HashMap<GoodId, Minor>> {
    #[derive(FromRow)]
    struct PriceRow {
        good_id: GoodId,
        price_minor: Minor,
    }
    if goods.is_empty() {
        return Ok(HashMap::new());
    }
    let text = sql!(
        "SELECT p.good_id, p.price_minor FROM good_price p
         WHERE p.coop_id = $1 AND p.good_id IN ($list)
           AND p.place = (SELECT max(l.place) FROM good_price l WHERE l.coop_id = $1 AND l.good_id = p.good_id)
         ORDER BY p.good_id LIMIT 1000"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    let rows = tx.q_list(text, bind, goods).all::<PriceRow>().await?;
    Ok(rows.into_iter().map(|row| (row.good_id, row.price_minor)).collect())
}
