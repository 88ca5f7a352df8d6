//! The screens come out of the program: each address with its app, a missing file as 404, and nothing that a browser has already.
//! Whether they are built or not: without Node a page in their place says how.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use gezi::http::Numbers;
use http_body_util::BodyExt;
use metrics_exporter_prometheus::PrometheusBuilder;
use tower::ServiceExt;

use crate::harness::Shop;

fn app(shop: &Shop) -> Router {
    let numbers = Numbers { handle: PrometheusBuilder::new().build_recorder().handle(), started_at: 0 };
    gezi::http::app(shop.service.clone(), numbers, None)
}

async fn get(app: &Router, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Vec<u8>) {
    let request = headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
    let answer = app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = answer.into_parts();
    (parts.status, parts.headers, body.collect().await.unwrap().to_bytes().to_vec())
}

on_both! {
    async fn every_screen_of_an_app_is_its_one_page(shop: Shop) {
        let app = app(&shop);
        for name in ["till", "office", "portal"] {
            let (status, headers, page) = get(&app, &format!("/{name}/"), &[]).await;
            assert_eq!((status, &headers["content-type"]), (StatusCode::OK, &"text/html; charset=utf-8".parse().unwrap()), "{name}");
            assert_eq!(headers["cache-control"], "no-cache", "{name}");
            let policy = headers["content-security-policy"].to_str().unwrap();
            assert!(policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe"), "{name}: {policy}");
            let (status, _, same) = get(&app, &format!("/{name}/sales/0199"), &[]).await;
            assert!(status == StatusCode::OK && same == page, "{name}");
            let (status, headers, _) = get(&app, &format!("/{name}"), &[]).await;
            assert_eq!((status, headers["location"].to_str().unwrap()), (StatusCode::PERMANENT_REDIRECT, &*format!("/{name}/")));
        }
    }

    async fn a_file_that_is_not_there_is_not_there(shop: Shop) {
        let app = app(&shop);
        for path in ["/till/assets/gone.js", "/till/../Cargo.toml", "/till/..%2f..%2fCargo.toml", "/art/faces/face-0.svg", "/art/", "/style/", "/till.js"] {
            let (status, headers, _) = get(&app, path, &[]).await;
            assert_eq!((status, headers["content-type"].to_str().unwrap()), (StatusCode::NOT_FOUND, "application/problem+json"), "{path}");
        }
    }

    async fn what_a_browser_has_is_not_sent_again(shop: Shop) {
        let app = app(&shop);
        let (_, plain, page) = get(&app, "/office/", &[]).await;
        let tag = plain["etag"].to_str().unwrap();
        let (status, headers, nothing) = get(&app, "/office/", &[("if-none-match", tag)]).await;
        assert!(status == StatusCode::NOT_MODIFIED && nothing.is_empty() && headers["etag"] == tag);
        assert_eq!(get(&app, "/office/", &[("if-none-match", "\"other\"")]).await.2, page);
        assert_eq!(plain["vary"], "accept-encoding");
        assert!(plain.get("content-encoding").is_none(), "nobody asked for it");
    }
}
