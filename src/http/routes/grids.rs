//! Grids and whose they are.

use axum::{Json, extract::State};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        shop::{AddGrid, GiveGrid, SetGridPage},
    },
    auth::policy::ReadShop,
    domain::id::{GridId, PersonId, SiteId},
    http::{
        art,
        page::{NameOrder, Page},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        grid_pages,
        grids::{self, GridOnDay, Grids, OwnerRow},
        sharing,
    },
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

/// What the shop shows of a grid.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGridPage {
    /// Which.
    pub grid_id: Uuid,
    /// In the owner's words; none where it is missing.
    #[schema(min_length = 1, max_length = 2000)]
    pub story: Option<String>,
    /// Whether the shop shows the grid: its story, its owner's nickname and face, its goods.
    pub published: bool,
}

request! {
    /// Write down a grid's story, and show the grid in the shop or take it out. It counts for today's owner only.
    set_grid_page, "/grid-pages", "shop", NewGridPage as body => SetGridPage {
        grid: GridId(body.grid_id),
        story: body.story.clone(),
        published: body.published,
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
    /// Its place at the site, from 1.
    pub number: i64,
    /// Which of nine colours tells it apart, from 1.
    pub colour: i64,
    /// The site's name.
    pub site: String,
    /// Whose it is today.
    pub owner_id: Option<Uuid>,
    /// What they are called.
    #[schema(required = true, nullable)]
    pub owner: Option<String>,
}

impl From<GridOnDay> for GridView {
    fn from(row: GridOnDay) -> Self {
        let GridOnDay { grid, site, owner_id, owner } = row;
        let (number, colour) = (grid.number, art::colour(grid.number));
        Self {
            id: grid.id.0,
            site_id: grid.site_id.0,
            code: grid.code,
            number,
            colour,
            site,
            owner_id: owner_id.map(|owner| owner.0),
            owner,
        }
    }
}

/// Which grids.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GridQuery {
    /// A part of the code.
    #[param(max_length = 100)]
    text: Option<String>,
    /// Of one site only.
    site_id: Option<Uuid>,
    /// By code where it is missing.
    #[serde(default)]
    #[param(inline)]
    sort: NameOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Grids, by code.
#[utoipa::path(get, path = "/grids", tag = "shop", params(GridQuery), responses(
    (status = 200, body = Page<GridView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_grids(
    State(service): State<Service>,
    mut reading: Reading<ReadShop>,
    Query(query): Query<GridQuery>,
) -> Result<Json<Page<GridView>>, Problem> {
    let GridQuery { text, site_id, sort, limit, after } = query;
    let paging = read::paging(limit, after);
    let (limit, after) = (paging.rows()?, paging.name_cursor(sort.way())?);
    let wanted = Grids { text: read::wanted(text), site: site_id.map(SiteId), way: sort.way() };
    let today = service.clock.now().day_in(reading.coop.zone);
    let rows = grids::list(&mut reading.tx, &reading.allowed, today, &wanted, &after, limit + 1).await?;
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
    /// Its place at the site, from 1.
    pub number: i64,
    /// Which of nine colours tells it apart, from 1.
    pub colour: i64,
    /// Whose it was, is and will be, the first first.
    pub owners: Vec<GridOwnerView>,
    /// In today's owner's words.
    #[schema(required = true, nullable)]
    pub story: Option<String>,
    /// Whether the shop shows the grid.
    pub published: bool,
    /// Whether the shop shows how its sales are shared: today's owner agrees to it.
    pub shows_sharing: bool,
}

/// A grid with its owners.
#[utoipa::path(get, path = "/grids/{id}", tag = "shop", params(("id" = Uuid, Path)), responses(
    (status = 200, body = GridInFull),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_grid(
    State(service): State<Service>,
    mut reading: Reading<ReadShop>,
    Path(id): Path<Uuid>,
) -> Result<Json<GridInFull>, Problem> {
    let grid = grids::find(&mut reading.tx, &reading.allowed, GridId(id)).await?.ok_or(Refusal::NotFound("grid"))?;
    let (tx, coop) = (&mut reading.tx, reading.allowed.coop());
    let owners = grids::owners(tx, coop, grid.id).await?;
    let today = service.clock.now().day_in(reading.coop.zone);
    let (page, shows_sharing) = match grids::owner_on(tx, coop, grid.id, today).await? {
        Some(owner) => (grid_pages::of(tx, coop, grid.id, owner).await?, sharing::is_shown(tx, coop, grid.id, owner).await?),
        None => (None, false),
    };
    Ok(Json(GridInFull {
        id: grid.id.0,
        site_id: grid.site_id.0,
        code: grid.code,
        created_at: grid.created_at.rfc3339(),
        number: grid.number,
        colour: art::colour(grid.number),
        owners: owners.into_iter().map(GridOwnerView::from).collect(),
        published: page.as_ref().is_some_and(|page| page.published),
        story: page.and_then(|page| page.story),
        shows_sharing,
    }))
}
