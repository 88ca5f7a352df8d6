//! Sites: places where grids stand.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{Refusal, shop::AddSite},
    auth::policy::ReadShop,
    domain::id::SiteId,
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{Path, Query, Reading},
    },
    store::sites::{self, SiteRow},
};

/// A site to be added.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSite {
    /// No other site of the cooperative has it.
    #[schema(min_length = 1, max_length = 60, example = "社区中心")]
    pub name: String,
}

request! {
    /// Add a site.
    add_site, "/sites", "shop", NewSite as body => AddSite { name: body.name.clone() }
}

/// A site.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SiteView {
    /// The site.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// When it was added, RFC 3339.
    pub created_at: String,
}

impl From<SiteRow> for SiteView {
    fn from(row: SiteRow) -> Self {
        Self { id: row.id.0, name: row.name, created_at: row.created_at.rfc3339() }
    }
}

/// Sites, by name.
#[utoipa::path(get, path = "/sites", tag = "shop", params(Paging), responses(
    (status = 200, body = Page<SiteView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_sites(mut reading: Reading<ReadShop>, Query(paging): Query<Paging>) -> Result<Json<Page<SiteView>>, Problem> {
    let limit = paging.rows()?;
    let rows = sites::list(&mut reading.tx, &reading.allowed, &paging.text_cursor()?, limit + 1).await?;
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
