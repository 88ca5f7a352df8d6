//! Every answer, good or bad, tells browsers to run nothing and to keep nothing.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use gezi::{auth::role::Role, http::Numbers};
use metrics_exporter_prometheus::PrometheusBuilder;
use serde_json::json;
use tower::ServiceExt;

use crate::harness::{Shop, Who};

#[track_caller]
fn guarded(what: &str, headers: &HeaderMap) {
    let says = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let policy = says("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{what}: {policy}");
    assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'none'"), "{what}: {policy}");
    assert_eq!(says("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(says("referrer-policy"), "no-referrer", "{what}");
    assert_eq!(says("x-frame-options"), "DENY", "{what}");
    assert_eq!(says("cross-origin-resource-policy"), "same-origin", "{what}");
    assert!(["no-store", "no-cache"].contains(&says("cache-control").as_str()), "{what}");
    assert!(!says("x-request-id").is_empty(), "{what}");
    assert!(headers.get("server").is_none() && headers.get("access-control-allow-origin").is_none(), "{what}");
}

on_both! {
    async fn every_answer_of_the_api_is_guarded(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let answers = [
            ("me", shop.get(&organiser, "/me").await, 200),
            ("nobody", shop.get(&Who::nobody(), "/me").await, 401),
            ("no such address", shop.get(&organiser, "/no/such/address").await, 404),
            ("wrong method", shop.send(&organiser, "DELETE", "/me", None, Vec::new()).await, 405),
            ("no JSON", shop.send(&organiser, "POST", "/logins", None, b"{".to_vec()).await, 400),
            ("no key", shop.send(&organiser, "POST", "/sales", None, Vec::new()).await, 403),
            ("10 MB", shop.send(&organiser, "POST", "/logins", None, vec![b'1'; 10_000_000]).await, 413),
            ("an unknown field", shop.errand(&organiser, "/sign-in", &json!({ "nam": "mei" })).await, 422),
        ];
        for (what, answer, status) in answers {
            assert_eq!(answer.status.as_u16(), status, "{what}: {}", answer.text());
            guarded(what, &answer.headers);
        }
    }

    async fn a_request_is_named_by_an_id_and_by_nothing_else(shop: Shop) {
        let own = shop.id().to_string();
        let asked = |id: &str| Request::get("/api/v1/me").header("x-request-id", id).body(Body::empty()).expect("a request");
        let named = async |id: &str| shop.answer(asked(id)).await.headers["x-request-id"].to_str().expect("words").to_owned();
        assert_eq!(named(&own).await, own);
        for other in ["王小梅 13800000000".escape_default().to_string().as_str(), "1", &format!("{{{own}}}"), &"a".repeat(5000)] {
            let given = named(other).await;
            assert!(given != other && uuid::Uuid::parse_str(&given).is_ok(), "{given}");
        }
    }

    async fn every_page_is_guarded_and_the_api_page_loads_only_our_own_files(shop: Shop) {
        let numbers = Numbers { handle: PrometheusBuilder::new().build_recorder().handle(), started_at: 0 };
        let app: Router = gezi::http::app(shop.service.clone(), numbers, None);
        let paths = [
            "/", "/start.css", "/favicon.svg", "/api/docs", "/api/docs/docs.js", "/api/docs/swagger-ui.css",
            "/api/docs/swagger-ui-bundle.js", "/api/openapi.json", "/healthz", "/readyz", "/metrics",
        ];
        for path in paths {
            let response = app.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            guarded(path, response.headers());
        }
        let response = app.oneshot(Request::get("/api/docs/index.html").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "Swagger UI's own page has inline scripts");
        guarded("index.html", response.headers());
    }
}
