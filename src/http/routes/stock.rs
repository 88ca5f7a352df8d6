//! The stock book of owners' goods: what lies where, every movement, counts and what was decided about their differences.

use axum::{Json, extract::State};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        stock::{CountGood, DecideCount, MoveGoods, SetLow},
    },
    auth::policy::ReadStock,
    domain::{
        id::{DocumentId, GoodId, SiteId},
        money::{Unit, quantity_text},
        time::Ts,
    },
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::stock::{self, CountRow, StockMovementRow, StockRow},
};

/// Goods that come or go.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoodsMove {
    /// Which.
    pub good_id: Uuid,
    /// Pieces, or kilograms with at most three decimals.
    #[schema(pattern = r"^[0-9]{1,6}(\.[0-9]{1,3})?$", example = "12")]
    pub quantity: String,
    /// When; today where it is missing.
    pub day: Option<NaiveDate>,
}

impl GoodsMove {
    fn goes(&self, goes_home: bool) -> MoveGoods {
        MoveGoods { good: GoodId(self.good_id), quantity: self.quantity.clone(), goes_home, day: self.day }
    }
}

request! {
    /// Record goods that their owner brought. A good's stock book begins with its first receipt.
    receive_goods, "/goods-receipts", "stock", GoodsMove as body => body.goes(false)
}

request! {
    /// Record goods that their owner took home. Never more than the book has.
    take_goods_home, "/goods-returns", "stock", GoodsMove as body => body.goes(true)
}

/// From when on there is little of a good.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StockLevel {
    /// Which good.
    pub good_id: Uuid,
    /// At so much and below its owner is told; never where it is missing.
    #[schema(pattern = r"^[0-9]{1,6}(\.[0-9]{1,3})?$", example = "3")]
    pub low: Option<String>,
}

request! {
    /// Set from when on there is little of a good.
    set_stock_level, "/stock-levels", "stock", StockLevel as body => SetLow { good: GoodId(body.good_id), low: body.low.clone() }
}

/// A good that somebody counted.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCount {
    /// Which.
    pub good_id: Uuid,
    /// What was there; `"0"` where there was none.
    #[schema(pattern = r"^[0-9]{1,6}(\.[0-9]{1,3})?$", example = "11")]
    pub counted: String,
}

request! {
    /// Record what a count found. Where the book has something else, another person decides (`POST /count-decisions`).
    count_good, "/stock-counts", "stock", NewCount as body => CountGood { good: GoodId(body.good_id), counted: body.counted.clone() }
}

/// What a difference is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountDecision {
    /// Of which count.
    pub count_id: Uuid,
    /// `shop` (lost in its keeping: the owner is credited their share of the price), `owner` (no money), `found` (there was more), or
    /// `counted_again` (the count was wrong: the book stays).
    #[schema(pattern = "^(shop|owner|found|counted_again)$")]
    pub outcome: String,
}

request! {
    /// Decide what the difference of a count is: by another person than who counted.
    decide_count, "/count-decisions", "stock", CountDecision as body =>
        DecideCount { count: DocumentId(body.count_id), outcome: body.outcome.clone() }
}

/// What lies of a good.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StockView {
    /// Which.
    pub good_id: Uuid,
    /// Its name.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// The code of its grid.
    pub grid: String,
    /// The grid's site.
    pub site_id: Uuid,
    /// Whose grid it is today.
    #[schema(required = true, nullable)]
    pub owner_id: Option<Uuid>,
    /// By the book; below zero where a till sold what it does not have.
    #[schema(example = "12")]
    pub on_hand: String,
    /// From when on there is little of it.
    #[schema(required = true, nullable)]
    pub low: Option<String>,
    /// Whether there is.
    pub is_low: bool,
}

/// Thousandths as people read them, with a sign where there is one.
fn signed(milli: i64) -> String {
    let text = quantity_text(milli.saturating_abs());
    if milli < 0 { format!("-{text}") } else { text }
}

fn view(row: StockRow) -> StockView {
    StockView {
        good_id: row.good_id.0,
        name: row.name,
        measure: row.measure,
        grid: row.grid,
        site_id: row.site_id.0,
        owner_id: row.owner_id.map(|owner| owner.0),
        on_hand: signed(row.on_hand_milli),
        low: row.low_milli.map(quantity_text),
        is_low: row.low_milli.is_some_and(|low| row.on_hand_milli <= low),
    }
}

/// Which goods.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StockQuery {
    /// Of this site only.
    site_id: Option<Uuid>,
    /// Only what there is little of.
    #[serde(default)]
    low: bool,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// What lies of goods that have a stock book, as they were added. An owner sees their own.
#[utoipa::path(get, path = "/stock", tag = "stock", params(StockQuery), responses(
    (status = 200, body = Page<StockView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_stock(
    State(service): State<Service>,
    mut reading: Reading<ReadStock>,
    query: Query<StockQuery>,
) -> Result<Json<Page<StockView>>, Problem> {
    let StockQuery { site_id, low, limit, after } = query.0;
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let from = (service.clock.now().day_in(reading.coop.zone), paging.id_cursor()?);
    let rows = stock::list(&mut reading.tx, &reading.allowed, site_id.map(SiteId), low, from, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.good_id.0, view)))
}

/// A movement of a good.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StockMovement {
    /// The sale, refund, count's decision or request.
    pub document_id: Uuid,
    /// `received`, `taken_home`, `sold`, `refunded`, `lost` or `found`.
    #[schema(example = "received")]
    pub kind: String,
    /// Above zero where goods came.
    #[schema(example = "-2")]
    pub quantity: String,
    /// Its day.
    pub day: NaiveDate,
    /// Who did it.
    #[schema(required = true, nullable)]
    pub made_by: Option<Uuid>,
    /// When it was written down.
    pub made_at: DateTime<Utc>,
}

/// The stock book of a good, oldest first. An owner sees their own goods'.
#[utoipa::path(get, path = "/goods/{id}/movements", tag = "stock", params(("id" = Uuid, Path), Paging), responses(
    (status = 200, body = Page<StockMovement>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn stock_movements(
    State(service): State<Service>,
    mut reading: Reading<ReadStock>,
    Path(id): Path<Uuid>,
    Query(paging): Query<Paging>,
) -> Result<Json<Page<StockMovement>>, Problem> {
    let (coop, limit) = (reading.coop.id, paging.rows()?);
    let today = service.clock.now().day_in(reading.coop.zone);
    if !stock::may_read(&mut reading.tx, &reading.allowed, GoodId(id), today).await? {
        return Err(Refusal::NotFound("good").into());
    }
    let (at, document, place) = paging.cursor::<(i64, Uuid, i64)>()?.unwrap_or_default();
    let rows = stock::movements(&mut reading.tx, coop, GoodId(id), (Ts(at), document, place), limit + 1).await?;
    let view = |row: StockMovementRow| StockMovement {
        document_id: row.document_id.0,
        kind: row.kind,
        quantity: signed(row.milli),
        day: row.day,
        made_by: row.made_by.map(|person| person.0),
        made_at: row.made_at.instant(),
    };
    Ok(Json(Page::of(rows, limit, |row| (row.made_at.0, row.document_id.0, row.place), view)))
}

/// A count.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CountView {
    /// Which.
    pub id: Uuid,
    /// Of which good.
    pub good_id: Uuid,
    /// What the book had.
    pub expected: String,
    /// What was there.
    pub counted: String,
    /// Counted less expected.
    pub difference: String,
    /// Its day.
    pub day: NaiveDate,
    /// Who counted.
    pub counted_by: Uuid,
    /// When.
    pub counted_at: DateTime<Utc>,
    /// `shop`, `owner`, `found` or `counted_again`; none while it waits for another person, or where there is no difference.
    #[schema(required = true, nullable)]
    pub outcome: Option<String>,
    /// Who decided.
    #[schema(required = true, nullable)]
    pub decided_by: Option<Uuid>,
    /// What the owner was credited.
    #[schema(required = true, nullable)]
    pub amount: Option<String>,
}

fn count_view(row: CountRow, unit: &Unit) -> CountView {
    CountView {
        id: row.id.0,
        good_id: row.good_id.0,
        expected: signed(row.expected_milli),
        counted: signed(row.counted_milli),
        difference: signed(row.counted_milli - row.expected_milli),
        day: row.day,
        counted_by: row.counted_by.0,
        counted_at: row.counted_at.instant(),
        outcome: row.outcome,
        decided_by: row.decided_by.map(|person| person.0),
        amount: row.amount.map(|amount| unit.format(amount)),
    }
}

/// Which counts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CountQuery {
    /// Only those that wait for another person.
    #[serde(default)]
    open: bool,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Counts, oldest first. An owner sees those of their own goods.
#[utoipa::path(get, path = "/stock-counts", tag = "stock", params(CountQuery), responses(
    (status = 200, body = Page<CountView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_counts(mut reading: Reading<ReadStock>, query: Query<CountQuery>) -> Result<Json<Page<CountView>>, Problem> {
    let CountQuery { open, limit, after } = query.0;
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let (at, id) = paging.cursor::<(i64, Uuid)>()?.unwrap_or_default();
    let rows = stock::counts(&mut reading.tx, &reading.allowed, open, (Ts(at), id), limit + 1).await?;
    let unit = &reading.coop.unit;
    Ok(Json(Page::of(rows, limit, |row| (row.counted_at.0, row.id.0), |row| count_view(row, unit))))
}
