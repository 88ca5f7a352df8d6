//! What a browser gets besides the API: the start page, the readable API page and the OpenAPI document.
//!
//! Every file is inside the program, so all of it works without the internet. Each has an `ETag`; browsers ask again and get 304.

use std::{borrow::Cow, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use sha2::{Digest, Sha256};
use utoipa_swagger_ui::Config;

use super::problem::Problem;
use crate::domain::chain::Hash;

/// Own files only, nothing inline. Swagger UI draws its arrows from `data:` images.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A file of ours: path, content type, bytes.
const FILES: &[(&str, &str, &[u8])] = &[
    ("/", "text/html; charset=utf-8", include_bytes!("../../frontend/start/index.html")),
    ("/start.css", "text/css; charset=utf-8", include_bytes!("../../frontend/start/start.css")),
    ("/favicon.svg", "image/svg+xml", include_bytes!("../../frontend/start/favicon.svg")),
    ("/favicon.ico", "image/svg+xml", include_bytes!("../../frontend/start/favicon.svg")),
    ("/api/docs", "text/html; charset=utf-8", include_bytes!("../../frontend/docs/index.html")),
    ("/api/docs/docs.js", "text/javascript; charset=utf-8", include_bytes!("../../frontend/docs/docs.js")),
    ("/api/docs/docs.css", "text/css; charset=utf-8", include_bytes!("../../frontend/docs/docs.css")),
];

/// Files of the vendored Swagger UI that our page loads; its own page has inline styles and is not served.
const VENDORED: &[&str] = &["swagger-ui.css", "swagger-ui-bundle.js"];

#[derive(Clone)]
struct Page {
    kind: HeaderValue,
    bytes: Bytes,
    etag: HeaderValue,
    gzipped: bool,
}

impl Page {
    fn new(kind: &'static str, bytes: Bytes) -> Self {
        let digest = Hash(Sha256::digest(&bytes).into()).to_string();
        // Hexadecimal in quotes is always a header value.
        let etag = HeaderValue::from_str(&format!("\"{digest}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        Self { kind: HeaderValue::from_static(kind), bytes, etag, gzipped: false }
    }

    fn answer(self, asked: &HeaderMap) -> Response {
        let known = asked.get_all(header::IF_NONE_MATCH).iter().any(|tags| tags.as_bytes() == self.etag.as_bytes());
        let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut response = if known { status.into_response() } else { self.bytes.into_response() };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        if !known {
            headers.insert(header::CONTENT_TYPE, self.kind);
            if self.gzipped {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
        }
        response
    }
}

/// The pages. `openapi` is the document as it is printed.
pub fn routes<S: Clone + Send + Sync + 'static>(openapi: String) -> Router<S> {
    let file = |page: Page| get(move |headers: HeaderMap| async move { page.answer(&headers) });
    let mut routes = Router::new()
        .route("/api/openapi.json", file(Page::new("application/json", openapi.into())))
        .route("/api/docs/", get(|| async { Redirect::permanent("/api/docs") }))
        .route("/api/docs/{file}", get(vendored));
    for (path, kind, bytes) in FILES {
        routes = routes.route(path, file(Page::new(kind, Bytes::from_static(bytes))));
    }
    routes
}

async fn vendored(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let known = VENDORED.iter().find(|known| **known == name);
    let found = known.and_then(|name| utoipa_swagger_ui::serve(name, Arc::new(Config::default())).ok().flatten());
    let Some(found) = found else { return Problem::no_route().into_response() };
    let kind = if name.rsplit('.').next() == Some("css") { "text/css; charset=utf-8" } else { "text/javascript; charset=utf-8" };
    let bytes = match found.bytes {
        Cow::Borrowed(bytes) => Bytes::copy_from_slice(bytes),
        Cow::Owned(bytes) => bytes.into(),
    };
    Page { gzipped: found.gzpipped, ..Page::new(kind, bytes) }.answer(&headers)
}
