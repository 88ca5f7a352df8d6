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
    domain::id::{GoodId, GridId},
    http::{
        art::{self, Size},
        page::Page,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        coop::Coop,
        goods::{self, PriceRow, PricedGood},
    },
};

/// A good to be added.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGood {
    /// The grid that it is sold from.
    pub grid_id: Uuid,
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

fn view(row: PricedGood, coop: &Coop) -> GoodView {
    let PricedGood { good, price_minor } = row;
    let price = price_minor.map(|price| coop.unit.format(price));
    let picture = art::of_good(coop, &good.look, Size::Page);
    GoodView { id: good.id.0, grid_id: good.grid_id.0, name: good.name, measure: good.measure, barcode: good.barcode, price, picture }
}

/// Which goods.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GoodsWanted {
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    pub after: Option<String>,
    /// Of one grid only.
    pub grid_id: Option<Uuid>,
}

/// Goods with their prices, in the order in which they were added.
#[utoipa::path(get, path = "/goods", tag = "shop", params(GoodsWanted), responses(
    (status = 200, body = Page<GoodView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_goods(mut reading: Reading<ReadShop>, Query(wanted): Query<GoodsWanted>) -> Result<Json<Page<GoodView>>, Problem> {
    let paging = read::paging(wanted.limit, wanted.after);
    let limit = paging.rows()?;
    let rows = goods::list(&mut reading.tx, &reading.allowed, wanted.grid_id.map(GridId), paging.id_cursor()?, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.good.id.0, |row| view(row, &reading.coop))))
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
    let good = view(PricedGood { good, price_minor }, &reading.coop);
    Ok(Json(GoodInFull { good, prices: prices.into_iter().map(price).collect() }))
}
