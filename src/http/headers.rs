//! What every answer says to a browser: run nothing, show it in no frame, guess no type, tell nobody where you came from.

use axum::http::{HeaderName, HeaderValue, Response, header};

/// An answer of the API loads nothing at all.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
/// A browser shows a PDF by a plugin of its own, which counts as an object of the page.
const PAPER: HeaderValue =
    HeaderValue::from_static("default-src 'none'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

/// The same for every answer, errors and panics included; a page says its own policy itself.
pub(super) fn guard<B>(mut response: Response<B>) -> Response<B> {
    let headers = response.headers_mut();
    let is_pdf = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/pdf"));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(if is_pdf { PAPER } else { NOTHING });
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    let always = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
