//! Paper on the wire: PDF and plain text.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::public_url::SCHEME;

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

/// The address that the sender knows us by, for links on paper: of the request itself, or of the proxy before us.
pub fn address(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let plain = host.len() <= 200 && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    let is_https = headers.get(SCHEME).is_some_and(|scheme| scheme == "https");
    plain.then(|| format!("{}://{host}", if is_https { "https" } else { "http" }))
}
