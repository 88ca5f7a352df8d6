//! Grids and whose they are.

use axum::{Json, extract::State};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        shop::{AddGrid, GiveGrid},
    },
    auth::policy::ReadShop,
    domain::id::{GridId, PersonId, SiteId},
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{Path, Query, Reading},
    },
    store::grids::{self, GridOnDay, OwnerRow},
};

/// A grid to be added.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrid {
    /// Where it stands.
    pub site_id: Uuid,
    /// What is written on it; no other grid of the cooperative has it.
    #[schema(min_length = 1, max_length = 20, example = "A01")]
    pub code: String,
}

request! {
    /// Add a grid.
    add_grid, "/grids", "shop", NewGrid as body => AddGrid { site: SiteId(body.site_id), code: body.code.clone() }
}

/// A grid that goes to an owner.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGridOwner {
    /// Which.
    pub grid_id: Uuid,
    /// Whose from then on.
    pub owner_id: Uuid,
    /// The first day: any for a grid's first owner, tomorrow at the earliest for a later one.
    #[schema(example = "2026-07-01")]
    pub from_day: NaiveDate,
}

request! {
    /// Give a grid to an owner. It needs an agreement with them: without one its sales wait to be allocated.
    give_grid, "/grid-owners", "shop", NewGridOwner as body => GiveGrid {
        grid: GridId(body.grid_id),
        owner: PersonId(body.owner_id),
        from_day: body.from_day,
    }
}

/// A grid.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GridView {
    /// The grid.
    pub id: Uuid,
    /// Where it stands.
    pub site_id: Uuid,
    /// What is written on it.
    pub code: String,
    /// Whose it is today.
    pub owner_id: Option<Uuid>,
}

impl From<GridOnDay> for GridView {
    fn from(row: GridOnDay) -> Self {
        let (grid, owner_id) = (row.grid, row.owner_id.map(|owner| owner.0));
        Self { id: grid.id.0, site_id: grid.site_id.0, code: grid.code, owner_id }
    }
}

/// Grids, by code.
#[utoipa::path(get, path = "/grids", tag = "shop", params(Paging), responses(
    (status = 200, body = Page<GridView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_grids(
    State(service): State<Service>,
    mut reading: Reading<ReadShop>,
    Query(paging): Query<Paging>,
) -> Result<Json<Page<GridView>>, Problem> {
    let limit = paging.rows()?;
    let today = service.clock.now().day_in(reading.coop.zone);
    let rows = grids::list(&mut reading.tx, &reading.allowed, today, &paging.text_cursor()?, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.grid.code.clone(), GridView::from)))
}

/// From a day on, a grid is somebody's.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GridOwnerView {
    /// The first day.
    pub from_day: NaiveDate,
    /// Whose.
    pub owner_id: Uuid,
}

impl From<OwnerRow> for GridOwnerView {
    fn from(row: OwnerRow) -> Self {
        Self { from_day: row.from_day, owner_id: row.owner_id.0 }
    }
}

/// A grid with its owners.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GridInFull {
    /// The grid.
    pub id: Uuid,
    /// Where it stands.
    pub site_id: Uuid,
    /// What is written on it.
    pub code: String,
    /// When it was added, RFC 3339.
    pub created_at: String,
    /// Whose it was, is and will be, the first first.
    pub owners: Vec<GridOwnerView>,
}

/// A grid with its owners.
#[utoipa::path(get, path = "/grids/{id}", tag = "shop", params(("id" = Uuid, Path)), responses(
    (status = 200, body = GridInFull),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_grid(mut reading: Reading<ReadShop>, Path(id): Path<Uuid>) -> Result<Json<GridInFull>, Problem> {
    let grid = grids::find(&mut reading.tx, &reading.allowed, GridId(id)).await?.ok_or(Refusal::NotFound("grid"))?;
    let owners = grids::owners(&mut reading.tx, reading.allowed.coop(), grid.id).await?;
    Ok(Json(GridInFull {
        id: grid.id.0,
        site_id: grid.site_id.0,
        code: grid.code,
        created_at: grid.created_at.rfc3339(),
        owners: owners.into_iter().map(GridOwnerView::from).collect(),
    }))
}
