//! Goods and their prices.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        format::fields::Money,
        shop::{AddGood, NewLook, SetPicture, SetPrice},
    },
    auth::policy::ReadShop,
    domain::id::{GoodId, GridId, LotId, SiteId},
    http::{
        art::{self, Size},
        page::{ListOrder, Page},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        coop::Coop,
        goods::{self, GoodRow, Goods, ListedGood, PriceRow, PricedGood},
        grids,
    },
};

/// A good to be added.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGood {
    /// The grid that it is sold from.
    pub grid_id: Uuid,
    /// The lot that its pieces are of; the grid's owner's own where it is missing.
    pub lot_id: Option<Uuid>,
    /// No other good of the grid has it.
    #[schema(min_length = 1, max_length = 80, example = "玉米")]
    pub name: String,
    /// `piece` or `kg`.
    #[schema(pattern = "^(piece|kg)$", example = "piece")]
    pub measure: String,
    /// As printed on the label; missing for goods without one.
    #[schema(min_length = 1, max_length = 64)]
    pub barcode: Option<String>,
    /// Its first price, per piece or kilogram; missing where the price is agreed at the till.
    pub price: Option<Money>,
    /// Its picture: a drawing's name.
    #[schema(max_length = 40, example = "corn-cake")]
    pub drawing: Option<String>,
    /// Or an uploaded picture, as `POST /images` named it.
    #[schema(max_length = 64)]
    pub image: Option<String>,
}

request! {
    /// Add a good.
    add_good, "/goods", "shop", NewGood as body => AddGood {
        grid: GridId(body.grid_id),
        lot: body.lot_id.map(LotId),
        name: body.name.clone(),
        measure: body.measure.clone(),
        barcode: body.barcode.clone(),
        price: body.price.clone(),
        look: NewLook { drawing: body.drawing.clone(), image: body.image.clone() },
    }
}

/// A good's picture.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGoodPicture {
    /// Of which good.
    pub good_id: Uuid,
    /// A drawing's name.
    #[schema(max_length = 40, example = "corn-cake")]
    pub drawing: Option<String>,
    /// Or an uploaded picture, as `POST /images` named it. Without either the good has no picture.
    #[schema(max_length = 64)]
    pub image: Option<String>,
}

request! {
    /// Set a good's picture: a drawing of the library, an uploaded one, or none.
    set_picture, "/good-pictures", "shop", NewGoodPicture as body => SetPicture {
        good: GoodId(body.good_id),
        look: NewLook { drawing: body.drawing.clone(), image: body.image.clone() },
    }
}

/// A price to be set.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPrice {
    /// Of which good.
    pub good_id: Uuid,
    /// Per piece or kilogram, from now on.
    pub price: Money,
}

request! {
    /// Set a good's price. What is sold already keeps its own.
    set_price, "/prices", "shop", NewPrice as body => SetPrice { good: GoodId(body.good_id), price: body.price.clone() }
}

/// A good.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GoodView {
    /// The good.
    pub id: Uuid,
    /// The grid that it is sold from.
    pub grid_id: Uuid,
    /// Its code.
    pub grid: String,
    /// The lot that its pieces are of; the grid's owner's own where there is none.
    #[schema(required = true, nullable)]
    pub lot_id: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// As printed on the label.
    pub barcode: Option<String>,
    /// Per piece or kilogram, today.
    pub price: Option<String>,
    /// Where its picture is.
    #[schema(required = true, nullable, example = "/art/goods/corn-cake.svg")]
    pub picture: Option<String>,
}

fn view(row: ListedGood, coop: &Coop) -> GoodView {
    let ListedGood { good: PricedGood { good, price_minor }, grid } = row;
    let price = price_minor.map(|price| coop.unit.format(price));
    let picture = art::of_good(coop, &good.look, Size::Page);
    let GoodRow { id, grid_id, lot_id, name, measure, barcode, .. } = good;
    GoodView { id: id.0, grid_id: grid_id.0, grid, lot_id: lot_id.map(|lot| lot.0), name, measure, barcode, price, picture }
}

/// Which goods.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GoodQuery {
    /// A part of the name or of the barcode.
    #[param(max_length = 100)]
    text: Option<String>,
    /// Of one grid only.
    grid_id: Option<Uuid>,
    /// Of one site only.
    site_id: Option<Uuid>,
    /// As they were added where it is missing.
    #[serde(default)]
    #[param(inline)]
    sort: ListOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Goods with their prices, as they were added or as `sort` says.
#[utoipa::path(get, path = "/goods", tag = "shop", params(GoodQuery), responses(
    (status = 200, body = Page<GoodView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_goods(mut reading: Reading<ReadShop>, Query(query): Query<GoodQuery>) -> Result<Json<Page<GoodView>>, Problem> {
    let GoodQuery { text, grid_id, site_id, sort, limit, after } = query;
    let paging = read::paging(limit, after);
    let (limit, after) = (paging.rows()?, paging.in_order(sort)?);
    let wanted = Goods { grid: grid_id.map(GridId), site: site_id.map(SiteId), text: read::wanted(text), way: sort.way() };
    let rows = goods::list(&mut reading.tx, &reading.allowed, &wanted, &after, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| sort.key(row.good.good.id.0, &row.good.good.name), |row| view(row, &reading.coop))))
}

/// A price.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PriceView {
    /// Per piece or kilogram.
    pub price: String,
    /// Who set it; missing where the command line did.
    pub set_by: Option<Uuid>,
    /// When, RFC 3339.
    pub set_at: String,
}

/// A good with its prices.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GoodInFull {
    /// The good.
    #[serde(flatten)]
    pub good: GoodView,
    /// The last first, at most 100.
    pub prices: Vec<PriceView>,
}

/// A good with its prices.
#[utoipa::path(get, path = "/goods/{id}", tag = "shop", params(("id" = Uuid, Path)), responses(
    (status = 200, body = GoodInFull),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_good(mut reading: Reading<ReadShop>, Path(id): Path<Uuid>) -> Result<Json<GoodInFull>, Problem> {
    let good = goods::find(&mut reading.tx, &reading.allowed, GoodId(id)).await?.ok_or(Refusal::NotFound("good"))?;
    let prices = goods::prices(&mut reading.tx, &reading.allowed, good.id).await?;
    let price_minor = prices.first().map(|price| price.price_minor);
    let price = |row: PriceRow| PriceView {
        price: reading.coop.unit.format(row.price_minor),
        set_by: row.set_by.map(|person| person.0),
        set_at: row.set_at.rfc3339(),
    };
    let grid = grids::find(&mut reading.tx, &reading.allowed, good.grid_id).await?.ok_or(Refusal::NotFound("grid"))?.code;
    let good = view(ListedGood { good: PricedGood { good, price_minor }, grid }, &reading.coop);
    Ok(Json(GoodInFull { good, prices: prices.into_iter().map(price).collect() }))
}
