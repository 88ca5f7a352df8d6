//! One log line per request: method, route, status, time, request id. Nothing personal or secret, so no query and no body.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};

pub(super) async fn trace(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    // The route's pattern, not the path: an id in an address says who looked at whom.
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned();
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    tracing::info!(%method, route, status, took_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX), request_id = id, "answered");
    // A sender may make up methods; a label must not grow with them.
    let known = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"].into_iter().find(|known| *known == method.as_str());
    metrics::histogram!("gezi_http_seconds", "method" => known.unwrap_or("other"), "route" => route, "status" => status.to_string())
        .record(took);
    response
}
