//! Paper on the wire: PDF and plain text. Laying out a page is work for a thread of its own.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use receipts::{Document, PaperError};

use super::problem::Problem;
use crate::app::Refusal;

/// A PDF, shown in place; `name` is what it is saved as.
pub fn pdf(name: &str, bytes: Vec<u8>) -> Response {
    let shown = HeaderValue::from_str(&format!("inline; filename=\"{name}.pdf\"")).unwrap_or(HeaderValue::from_static("inline"));
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")), (header::CONTENT_DISPOSITION, shown)];
    (headers, bytes).into_response()
}

/// Plain text.
pub fn text(text: String) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], text).into_response()
}

/// Lays out a document beside the requests; what the printer has to say of it goes to the log.
pub async fn lay_out(work: impl FnOnce() -> Result<Document, PaperError> + Send + 'static) -> Result<Vec<u8>, Problem> {
    let broken = |error: String| Problem::from(Refusal::Broken(error));
    let laid_out = tokio::task::spawn_blocking(work).await.map_err(|error| broken(error.to_string()))?;
    let document = laid_out.map_err(|error| broken(error.to_string()))?;
    if !document.warnings.is_empty() {
        tracing::warn!(warnings = document.warnings.len(), "a paper was printed with warnings");
    }
    Ok(document.bytes)
}

/// The address that the sender knows us by, for links on paper: of the request itself, or of the proxy before us.
pub fn address(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let plain = host.len() <= 200 && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    let is_https = headers.get("x-forwarded-proto").is_some_and(|scheme| scheme == "https");
    plain.then(|| format!("{}://{host}", if is_https { "https" } else { "http" }))
}
