//! What search engines ask first: where they may look, and what there is.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, PreEscaped, html};

use super::{lang::Lang, visit::Lost};
use crate::{
    app::Service,
    http::paper,
    store::{coop, storefront},
};

/// A sitemap ends here; the standard's own end is 50,000.
const ADDRESSES: usize = 20_000;
/// So many grids of one site.
const GRIDS: i64 = 2000;
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// The shop is for everybody; a customer's receipt and the rooms behind are not for lists.
pub async fn robots(headers: HeaderMap) -> Response {
    let base = paper::address(&headers).unwrap_or_default();
    let closed = ["/api/", "/till/", "/office/", "/portal/", "/r/"].map(|path| format!("Disallow: {path}\n")).concat();
    let text = format!("User-agent: *\n{closed}Sitemap: {base}/sitemap.xml\n");
    ([(header::CACHE_CONTROL, A_DAY)], text).into_response()
}

/// Every page of the shop that has something on it, in both languages.
pub async fn sitemap(State(service): State<Service>, headers: HeaderMap) -> Result<Response, Lost> {
    let base = paper::address(&headers).unwrap_or_default();
    let mut tx = service.db.snapshot().await?;
    let mut paths = vec!["/shop".to_owned()];
    'all: for coop in coop::all(&mut tx).await? {
        let day = service.clock.now().day_in(coop.zone);
        let home = format!("/shop/{}", coop.code);
        for (at, site) in storefront::sites(&mut tx, coop.id, day).await?.into_iter().enumerate() {
            if at == 0 {
                paths.push(home.clone());
            }
            paths.push(format!("{home}/sites/{}", site.id));
            let grids = storefront::grids(&mut tx, coop.id, day, site.id, 0, GRIDS).await?;
            paths.extend(grids.into_iter().map(|grid| format!("{home}/grids/{}", grid.id)));
            if paths.len() * 2 >= ADDRESSES {
                break 'all;
            }
        }
    }
    paths.truncate(ADDRESSES / 2);
    let listed: Markup = html! {
        (PreEscaped(r#"<?xml version="1.0" encoding="UTF-8"?>"#))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for path in &paths {
                @for lang in [Lang::Zh, Lang::En] { url { loc { (base) (lang.address(path)) } } }
            }
        }
    };
    let kind = HeaderValue::from_static("application/xml; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, A_DAY)], listed.into_string()).into_response())
}
