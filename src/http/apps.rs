//! The screens: till, office and portal as Vite built them, the shop's stylesheet, and the drawings. All of it is inside the program.
//!
//! The build writes `name.br` and `name.gz` beside each file; here one is picked, nothing is compressed. A path that names no file
//! but could be a screen gets its app's index; a missing file is 404, never HTML.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use rust_embed::{Embed, EmbeddedFile};

use super::problem::Problem;
use crate::domain::chain::Hash;

/// In a debug build the files are read where they lie, so that a screen can be built anew while the service runs.
#[derive(Embed)]
#[folder = "frontend/dist"]
struct Built;

/// Apps whose every path is a screen.
const APPS: &[&str] = &["till", "office", "portal", GALLERY];
/// Every component in every state: for those who build, so in a debug build only.
const GALLERY: &str = "gallery";
/// Folders of plain files.
const FILES: &[&str] = &["style", "art"];

/// Own files only, nothing inline, and text becomes HTML or a script nowhere but in Svelte's own templates.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; \
                      manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
                      require-trusted-types-for 'script'; trusted-types svelte-trusted-html";
/// A name with a hash in it never means anything else.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A drawing is asked for again once a day.
const A_DAY: &str = "public, max-age=86400";
const ASK_AGAIN: &str = "no-cache";

/// The screens' addresses.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let mut routes = Router::new();
    for app in APPS.iter().filter(|app| cfg!(debug_assertions) || **app != GALLERY) {
        let below = format!("/{app}/");
        let home = below.clone();
        routes = routes
            .route(&format!("/{app}"), get(move || async move { Redirect::permanent(&home) }))
            .route(&below, get(serve))
            .route(&format!("{below}{{*path}}"), get(serve));
    }
    for folder in FILES {
        routes = routes.route(&format!("/{folder}/{{*path}}"), get(serve));
    }
    routes
}

async fn serve(uri: Uri, asked: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let is_screen = !path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let app = path.split('/').next().unwrap_or_default();
    let path = if is_screen && APPS.contains(&app) { format!("{app}/index.html") } else { path.to_owned() };
    let Some(plain) = Built::get(&path) else { return Problem::no_route().into_response() };
    answer(&path, plain, &asked)
}

fn answer(path: &str, plain: EmbeddedFile, asked: &HeaderMap) -> Response {
    let digest = Hash(plain.metadata.sha256_hash());
    let kind = plain.metadata.mimetype();
    let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
    let (coding, file) = match coded(path, asked) {
        Some((coding, file)) => (Some(coding), file),
        None => (None, plain),
    };
    // Two codings of one file are two representations, so each has its own tag (RFC 9110, 8.8.3).
    let tag = format!("\"{digest}{}\"", coding.unwrap_or_default());
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|tags| tags.as_bytes() == tag.as_bytes());
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(file.data.into_owned()).into_response() };
    let headers = response.headers_mut();
    let mut say = |name: HeaderName, value: &str| {
        // All of these are plain letters, digits and signs.
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    say(header::ETAG, &tag);
    say(header::VARY, "accept-encoding");
    say(
        header::CACHE_CONTROL,
        if path.contains("/assets/") {
            FOR_EVER
        } else if path.starts_with("art/") {
            A_DAY
        } else {
            ASK_AGAIN
        },
    );
    say(header::CONTENT_SECURITY_POLICY, POLICY);
    say(header::CONTENT_TYPE, &kind);
    if let Some(coding) = coding {
        say(header::CONTENT_ENCODING, coding);
    }
    response
}

/// The smallest form that the browser takes.
fn coded(path: &str, asked: &HeaderMap) -> Option<(&'static str, EmbeddedFile)> {
    let takes = |coding: &str| {
        let named =
            asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
        named
            .map(str::trim)
            .any(|offer| offer.split(';').next().map(str::trim) == Some(coding) && !offer.replace(' ', "").ends_with(";q=0"))
    };
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(coding, _)| takes(coding))
        .find_map(|(coding, ending)| Built::get(&format!("{path}.{ending}")).map(|file| (coding, file)))
}
