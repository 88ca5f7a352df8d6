//! The shop's pages, for anybody, made here: they need no script, and a search engine or a chat that previews a link reads them whole.
//!
//! Only what owners have published is in them. There is nothing to order with yet, so nothing looks as if there were.

mod door;
mod goods;
mod grid;
mod lang;
mod robots;
mod shell;
mod visit;

use axum::{Router, routing::get};

use super::router::Shared;

/// Grids or goods a page.
const A_PAGE: i64 = 60;

/// The pages' addresses.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/shop", get(door::cooperatives))
        .route("/shop/", get(door::cooperatives))
        .route("/shop/{coop}", get(door::cooperative))
        .route("/shop/{coop}/sites/{id}", get(door::site))
        .route("/shop/{coop}/grids/{id}", get(grid::grid))
        .route("/shop/{coop}/goods", get(goods::search))
        .route("/shop/{coop}/goods/{id}", get(goods::good))
        .route("/shop/{coop}/{room}", get(visit::nowhere))
        .route("/shop/{coop}/{room}/{id}", get(visit::nowhere))
        .route("/robots.txt", get(robots::robots))
        .route("/sitemap.xml", get(robots::sitemap))
}
