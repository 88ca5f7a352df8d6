//! Whoever runs the service says where people find it: then nobody's request decides what links lead to or which pages are ours.

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use gezi::http::Numbers;
use http_body_util::BodyExt;
use metrics_exporter_prometheus::PrometheusBuilder;
use serde_json::json;
use tower::ServiceExt;

use crate::harness::Shop;

fn known(shop: &Shop) -> Router {
    let numbers = Numbers { handle: PrometheusBuilder::new().build_recorder().handle(), started_at: 0 };
    gezi::http::app(shop.service.clone(), numbers, Some("https://gezi.example".parse().unwrap()))
}

/// As somebody sends it who claims that we are `evil.example`.
async fn sends(app: &Router, request: axum::http::request::Builder, body: &str) -> (StatusCode, String, String) {
    let request = request.header(header::HOST, "evil.example").header("x-forwarded-proto", "http");
    let answer = app.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let cookie = answer.headers().get(header::SET_COOKIE).map(|cookie| cookie.to_str().unwrap().to_owned()).unwrap_or_default();
    let status = answer.status();
    (status, cookie, String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap())
}

on_both! {
    async fn links_lead_to_it_whatever_a_request_says(shop: Shop) {
        let app = known(&shop);
        for (path, link) in [("/shop", "<link rel=\"canonical\" href=\"https://gezi.example/shop\">"), ("/robots.txt", "Sitemap: https://gezi.example/")] {
            let (status, _, text) = sends(&app, Request::get(path), "").await;
            assert!(status == StatusCode::OK && text.contains(link) && !text.contains("evil.example"), "{text}");
        }
    }

    async fn only_its_own_pages_sign_in(shop: Shop) {
        let app = known(&shop);
        let body = json!({ "name": "mei", "password": "not her password", "cookies": true }).to_string();
        let from = |origin: &str| {
            Request::post("/api/v1/sign-in").header(header::CONTENT_TYPE, "application/json").header(header::ORIGIN, origin)
        };
        for foreign in ["http://evil.example", "https://evil.example", "http://gezi.example", "https://gezi.example:8420", "null"] {
            let (status, cookie, text) = sends(&app, from(foreign), &body).await;
            assert!(status == StatusCode::FORBIDDEN && cookie.is_empty() && text.contains("foreign_origin"), "{foreign}: {text}");
        }
        let (status, _, text) = sends(&app, from("https://gezi.example"), &body).await;
        assert!(status == StatusCode::UNAUTHORIZED && text.contains("wrong_secret"), "her own page is asked for her password: {text}");
    }
}
