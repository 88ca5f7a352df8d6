//! Contracts of grids, what a grid costs, who waits for one, and the month's rent.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        format::fields::Money,
        rent::{AddContract, AddWish, EndContract, EndWish, SetPrice},
    },
    auth::policy::{ReadAgreements, ReadPeople, ReadShop},
    domain::{
        id::{ContractId, GridId, InstrumentId, PersonId, SiteId},
        money::Unit,
        time::Date,
    },
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::rent::{self, ContractRow, Contracts, SiteRentRow, WishRow},
};

/// A grid to be let.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGridContract {
    /// Which.
    pub grid_id: Uuid,
    /// To whom: its owner on the first day.
    pub owner_id: Uuid,
    /// The first day.
    pub begins_on: NaiveDate,
    /// The last day, if it has one.
    pub ends_on: Option<NaiveDate>,
    /// A month's rent; the site's price of the first day where it is missing.
    pub rent: Option<Money>,
    /// Whether a month that is not whole is paid by its days; a whole month's rent is due for it otherwise.
    #[serde(default)]
    pub by_days: bool,
    /// `charged`, `waived` (nobody pays) or `sponsored` (a supporter's gift for rent pays); charged where it is missing.
    #[schema(pattern = "^(charged|waived|sponsored)$")]
    pub met: Option<String>,
    /// The gift that pays, where it is sponsored.
    pub instrument_id: Option<Uuid>,
}

request! {
    /// Let a grid to its owner: from when to when, for how much a month, and how that is met.
    add_grid_contract, "/grid-contracts", "rent", NewGridContract as body => AddContract {
        grid: GridId(body.grid_id),
        owner: PersonId(body.owner_id),
        begins_on: body.begins_on,
        ends_on: body.ends_on,
        rent: body.rent.clone(),
        by_days: body.by_days,
        met: body.met.clone(),
        gift: body.instrument_id.map(InstrumentId),
    }
}

/// A contract that ends.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GridContractEnding {
    /// Which.
    pub contract_id: Uuid,
    /// The last day: no earlier than what is charged, no later than it ends already.
    pub ends_on: NaiveDate,
}

request! {
    /// Give a contract its last day.
    end_grid_contract, "/grid-contract-endings", "rent", GridContractEnding as body =>
        EndContract { contract: ContractId(body.contract_id), ends_on: body.ends_on }
}

/// A contract about a grid.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GridContractView {
    /// Which.
    pub id: Uuid,
    /// The grid.
    pub grid_id: Uuid,
    /// Who holds it.
    pub owner_id: Uuid,
    /// The first day.
    pub begins_on: NaiveDate,
    /// The last day, if it has one.
    pub ends_on: Option<NaiveDate>,
    /// A month's rent.
    pub rent: String,
    /// Whether a month that is not whole is paid by its days.
    pub by_days: bool,
    /// `charged`, `waived` or `sponsored`.
    pub met: String,
    /// The gift that pays.
    pub instrument_id: Option<Uuid>,
    /// Who added it.
    pub added_by: Option<Uuid>,
    /// When.
    pub added_at: DateTime<Utc>,
}

fn contract_view(row: ContractRow, unit: &Unit) -> GridContractView {
    GridContractView {
        id: row.id.0,
        grid_id: row.grid_id.0,
        owner_id: row.owner_id.0,
        begins_on: row.begins_on,
        ends_on: row.ends_on,
        rent: unit.format(row.rent_minor),
        by_days: row.by_days,
        met: row.met,
        instrument_id: row.instrument_id.map(|gift| gift.0),
        added_by: row.added_by.map(|person| person.0),
        added_at: row.added_at.instant(),
    }
}

/// Which contracts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GridContractQuery {
    /// Of this grid only.
    grid_id: Option<Uuid>,
    /// Of this owner only.
    owner_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Contracts about grids, in the order in which they were added. An owner sees their own, a guardian their wards'.
#[utoipa::path(get, path = "/grid-contracts", tag = "rent", params(GridContractQuery), responses(
    (status = 200, body = Page<GridContractView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_grid_contracts(
    mut reading: Reading<ReadAgreements>,
    Query(query): Query<GridContractQuery>,
) -> Result<Json<Page<GridContractView>>, Problem> {
    let GridContractQuery { grid_id, owner_id, limit, after } = query;
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let of = Contracts { grid: grid_id.map(GridId), owner: owner_id.map(PersonId) };
    let rows = rent::list(&mut reading.tx, &reading.allowed, of, paging.id_cursor()?, limit + 1).await?;
    let unit = &reading.coop.unit;
    Ok(Json(Page::of(rows, limit, |row| row.id.0, |row| contract_view(row, unit))))
}

/// A contract about a grid.
#[utoipa::path(get, path = "/grid-contracts/{id}", tag = "rent", params(("id" = Uuid, Path)), responses(
    (status = 200, body = GridContractView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_grid_contract(mut reading: Reading<ReadAgreements>, Path(id): Path<Uuid>) -> Result<Json<GridContractView>, Problem> {
    let row = rent::find(&mut reading.tx, &reading.allowed, ContractId(id)).await?.ok_or(Refusal::NotFound("grid contract"))?;
    Ok(Json(contract_view(row, &reading.coop.unit)))
}

/// What a grid costs at a site.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSiteRent {
    /// Where.
    pub site_id: Uuid,
    /// From this day on.
    pub from_day: NaiveDate,
    /// How much a month.
    pub rent: Money,
}

request! {
    /// Set what a grid costs a month at a site, from a day on. Contracts keep what they say.
    set_site_rent, "/site-rents", "rent", NewSiteRent as body =>
        SetPrice { site: SiteId(body.site_id), from_day: body.from_day, rent: body.rent.clone() }
}

/// What a grid costs at a site.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SiteRentView {
    /// Which.
    pub id: Uuid,
    /// Where.
    pub site_id: Uuid,
    /// From this day on.
    pub from_day: NaiveDate,
    /// How much a month.
    pub rent: String,
    /// Who set it.
    pub set_by: Option<Uuid>,
    /// When.
    pub set_at: DateTime<Utc>,
}

/// What grids cost by site, in the order in which it was set; the latest of a day counts.
#[utoipa::path(get, path = "/site-rents", tag = "rent", params(Paging), responses(
    (status = 200, body = Page<SiteRentView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_site_rents(mut reading: Reading<ReadShop>, Query(paging): Query<Paging>) -> Result<Json<Page<SiteRentView>>, Problem> {
    let limit = paging.rows()?;
    let rows = rent::prices(&mut reading.tx, &reading.allowed, paging.id_cursor()?, limit + 1).await?;
    let unit = &reading.coop.unit;
    let view = |row: SiteRentRow| SiteRentView {
        id: row.id,
        site_id: row.site_id.0,
        from_day: row.from_day,
        rent: unit.format(row.rent_minor),
        set_by: row.set_by.map(|person| person.0),
        set_at: row.set_at.instant(),
    };
    Ok(Json(Page::of(rows, limit, |row| row.id, view)))
}

/// Somebody who would like a grid.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGridWish {
    /// Who.
    pub person_id: Uuid,
    /// Where.
    pub site_id: Uuid,
    /// What they would like.
    #[schema(min_length = 1, max_length = 200, example = "靠门口，放得下一个冰柜")]
    pub wish: String,
    /// Since when; today where it is missing.
    pub since: Option<NaiveDate>,
}

request! {
    /// Put somebody on the waiting list for a grid.
    add_grid_wish, "/grid-wishes", "rent", NewGridWish as body => AddWish {
        person: PersonId(body.person_id),
        site: SiteId(body.site_id),
        wish: body.wish.clone(),
        since: body.since,
    }
}

/// Somebody who waits no longer.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GridWishEnding {
    /// Which.
    pub wish_id: Uuid,
    /// `given` or `withdrawn`.
    #[schema(pattern = "^(given|withdrawn)$")]
    pub outcome: String,
}

request! {
    /// Take somebody off the waiting list.
    end_grid_wish, "/grid-wish-endings", "rent", GridWishEnding as body => EndWish { wish: body.wish_id, outcome: body.outcome.clone() }
}

/// Somebody who waits for a grid.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GridWishView {
    /// Which.
    pub id: Uuid,
    /// Who.
    pub person_id: Uuid,
    /// Where.
    pub site_id: Uuid,
    /// What they would like.
    pub wish: String,
    /// Since when.
    pub since: NaiveDate,
    /// Who wrote it down.
    pub added_by: Option<Uuid>,
}

/// Who waits for a grid, longest first. Everybody sees their own.
#[utoipa::path(get, path = "/grid-wishes", tag = "rent", params(Paging), responses(
    (status = 200, body = Page<GridWishView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_grid_wishes(mut reading: Reading<ReadPeople>, Query(paging): Query<Paging>) -> Result<Json<Page<GridWishView>>, Problem> {
    let limit = paging.rows()?;
    let after = paging.cursor::<(Date, Uuid)>()?.unwrap_or((read::days(None, None).from, Uuid::nil()));
    let rows = rent::waiting(&mut reading.tx, &reading.allowed, after, limit + 1).await?;
    let view = |row: WishRow| GridWishView {
        id: row.id,
        person_id: row.person_id.0,
        site_id: row.site_id.0,
        wish: row.wish,
        since: row.since,
        added_by: row.added_by.map(|person| person.0),
    };
    Ok(Json(Page::of(rows, limit, |row| (row.since, row.id), view)))
}
