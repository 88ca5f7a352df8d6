//! For whoever runs the service: does it live, is it ready, and what does it count. Nothing here tells of a person.

use std::{fmt::Write as _, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use metrics_exporter_prometheus::PrometheusHandle;

use super::router::Shared;
use crate::{app::Service, store::coop};

/// A database that does not answer a small read within this is not ready.
const READ_TIME: Duration = Duration::from_secs(2);

/// What the numbers come from.
#[derive(Clone)]
pub struct Numbers {
    /// Of the process's recorder.
    pub handle: PrometheusHandle,
    /// When the process started, in seconds since 1970.
    pub started_at: i64,
}

/// `/healthz`, `/readyz`, `/metrics`.
pub fn routes(numbers: Numbers) -> Router<Shared> {
    let counted = move |State(service): State<Service>| {
        let numbers = numbers.clone();
        async move { metrics(&service, &numbers) }
    };
    Router::new()
        .route("/healthz", get(|| async { plain(StatusCode::OK, "ok\n") }))
        .route("/readyz", get(ready))
        .route("/metrics", get(counted))
}

fn plain(status: StatusCode, text: impl Into<String>) -> Response {
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))];
    (status, kind, text.into()).into_response()
}

async fn ready(State(service): State<Service>) -> Response {
    let wait = [(header::RETRY_AFTER, HeaderValue::from_static("2"))];
    if service.writer.is_stopping() {
        return (wait, plain(StatusCode::SERVICE_UNAVAILABLE, "stopping\n")).into_response();
    }
    let read = async {
        let mut tx = service.db.snapshot().await?;
        coop::all(&mut tx).await
    };
    match tokio::time::timeout(READ_TIME, read).await {
        Ok(Ok(_)) => plain(StatusCode::OK, "ready\n"),
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready: the database refuses a read");
            (wait, plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")).into_response()
        }
        Err(_) => (wait, plain(StatusCode::SERVICE_UNAVAILABLE, "the database takes too long\n")).into_response(),
    }
}

fn metrics(service: &Service, numbers: &Numbers) -> Response {
    let mut text = numbers.handle.render();
    let (version, engine) = (env!("CARGO_PKG_VERSION"), service.db.engine());
    let mut gauge = |name: &str, help: &str, labels: &str, value: i128| {
        // Writing to a String cannot fail.
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name}{labels} {value}\n\n");
    };
    gauge("gezi_info", "The program and its database.", &format!("{{version=\"{version}\",engine=\"{engine}\"}}"), 1);
    gauge("gezi_queue_jobs", "Commands that wait for the writer.", "", i128::try_from(service.writer.waiting()).unwrap_or(i128::MAX));
    gauge("gezi_stopping", "1 while the service finishes what it has.", "", i128::from(service.writer.is_stopping()));
    gauge("process_start_time_seconds", "When the process started.", "", i128::from(numbers.started_at));
    if let Some(bytes) = resident_bytes() {
        gauge("process_resident_memory_bytes", "Memory in use.", "", bytes);
    }
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8"))];
    (kind, text).into_response()
}

/// From the kernel, where it tells.
fn resident_bytes() -> Option<i128> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<i128>().ok()?.checked_mul(1024)
}
