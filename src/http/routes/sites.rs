//! Sites: places where grids stand.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        shop::{AddSite, NewDoor, SetDoor},
    },
    auth::policy::ReadShop,
    domain::id::SiteId,
    http::{
        page::{NameOrder, Page},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::sites::{self, Door, SiteRow},
};

/// A site to be added.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSite {
    /// No other site of the cooperative has it.
    #[schema(min_length = 1, max_length = 60, example = "社区中心")]
    pub name: String,
    /// Where it is, as the shop's pages show it.
    #[schema(min_length = 1, max_length = 120, example = "梧桐路 12 号")]
    pub address: Option<String>,
    /// When somebody is there, in words.
    #[schema(min_length = 1, max_length = 120, example = "每天 9:00 – 19:00")]
    pub opening: Option<String>,
}

request! {
    /// Add a site.
    add_site, "/sites", "shop", NewSite as body => AddSite {
        name: body.name.clone(),
        door: NewDoor { address: body.address.clone(), opening: body.opening.clone() },
    }
}

/// What has changed of a site.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSiteDoor {
    /// Which.
    pub site_id: Uuid,
    /// Where it is from now on; nothing where it is missing.
    #[schema(min_length = 1, max_length = 120, example = "梧桐路 12 号")]
    pub address: Option<String>,
    /// When somebody is there from now on; nothing where it is missing.
    #[schema(min_length = 1, max_length = 120, example = "每天 9:00 – 19:00")]
    pub opening: Option<String>,
}

request! {
    /// Change where a site is and when it is open.
    set_door, "/site-doors", "shop", NewSiteDoor as body => SetDoor {
        site: SiteId(body.site_id),
        door: NewDoor { address: body.address.clone(), opening: body.opening.clone() },
    }
}

/// A site.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SiteView {
    /// The site.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Where it is.
    #[schema(required = true, nullable)]
    pub address: Option<String>,
    /// When somebody is there, in words.
    #[schema(required = true, nullable)]
    pub opening: Option<String>,
    /// When it was added, RFC 3339.
    pub created_at: String,
}

impl From<SiteRow> for SiteView {
    fn from(row: SiteRow) -> Self {
        let Door { address, opening } = row.door;
        Self { id: row.id.0, name: row.name, address, opening, created_at: row.created_at.rfc3339() }
    }
}

/// Which sites.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SiteQuery {
    /// A part of the name or of the address.
    #[param(max_length = 100)]
    text: Option<String>,
    /// By name where it is missing.
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

/// Sites, by name.
#[utoipa::path(get, path = "/sites", tag = "shop", params(SiteQuery), responses(
    (status = 200, body = Page<SiteView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_sites(mut reading: Reading<ReadShop>, Query(query): Query<SiteQuery>) -> Result<Json<Page<SiteView>>, Problem> {
    let SiteQuery { text, sort, limit, after } = query;
    let paging = read::paging(limit, after);
    let (limit, after) = (paging.rows()?, paging.name_cursor(sort.way())?);
    let rows = sites::list(&mut reading.tx, &reading.allowed, &read::wanted(text), sort.way(), &after, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.name.clone(), SiteView::from)))
}

/// A site.
#[utoipa::path(get, path = "/sites/{id}", tag = "shop", params(("id" = Uuid, Path)), responses(
    (status = 200, body = SiteView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_site(mut reading: Reading<ReadShop>, Path(id): Path<Uuid>) -> Result<Json<SiteView>, Problem> {
    let site = sites::find(&mut reading.tx, &reading.allowed, SiteId(id)).await?.ok_or(Refusal::NotFound("site"))?;
    Ok(Json(site.into()))
}
