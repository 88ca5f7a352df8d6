//! Signing in and out, and who one is then. Programs get tokens in the answer; our own pages get cookies that no script can read.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        logins::{self, Credentials, SESSION_SECONDS, SignedIn},
    },
    auth::token::ACCESS_SECONDS,
    http::{
        caller::{ACCESS_COOKIE, Caller, REFRESH_COOKIE, check_origin, cookie},
        command::Body,
        peer::Peer,
        problem::Problem,
    },
};

/// What somebody shows who wants to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The cooperative's code, e.g. `hexie`; may be missing where the service keeps one only.
    #[schema(max_length = 64)]
    pub coop: Option<String>,
    /// The login's name.
    #[schema(max_length = 64)]
    pub name: String,
    /// The password.
    #[schema(max_length = 200)]
    pub password: String,
    /// True for our own pages: the tokens go into cookies, and the answer has none.
    #[serde(default)]
    pub cookies: bool,
}

/// What renews a sign-in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refresh {
    /// As the answer before gave it; missing where it lies in a cookie.
    #[schema(max_length = 300)]
    pub refresh_token: Option<String>,
}

/// Somebody is signed in.
#[derive(Serialize, ToSchema)]
pub struct Tokens {
    /// The cooperative.
    pub coop_id: Uuid,
    /// Who.
    pub person_id: Uuid,
    /// How many seconds the access token lives.
    pub expires_in: i64,
    /// When the sign-in ends, however often it is renewed (RFC 3339).
    pub session_ends_at: String,
    /// `Authorization: Bearer …`; missing where cookies were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_token: Option<String>,
    /// For the next access token, once; missing where cookies were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
}

fn set(peer: Peer, name: &str, value: &str, seconds: i64) -> HeaderValue {
    let (host, secure) = if peer.https { ("__Host-", "; Secure") } else { ("", "") };
    let text = format!("{host}{name}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}");
    // Tokens are letters, digits, dots, hyphens and underscores.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

fn answer(signed: SignedIn, cookies: Option<Peer>) -> Response {
    let SignedIn { coop, person, access, refresh, expires_at } = signed;
    let mut tokens = Tokens {
        coop_id: coop.0,
        person_id: person.0,
        expires_in: ACCESS_SECONDS,
        session_ends_at: expires_at.rfc3339(),
        access_token: None,
        refresh_token: None,
    };
    let Some(peer) = cookies else {
        (tokens.access_token, tokens.refresh_token) = (Some(access), Some(refresh));
        return Json(tokens).into_response();
    };
    let mut response = Json(tokens).into_response();
    response.headers_mut().append(header::SET_COOKIE, set(peer, ACCESS_COOKIE, &access, ACCESS_SECONDS));
    response.headers_mut().append(header::SET_COOKIE, set(peer, REFRESH_COOKIE, &refresh, SESSION_SECONDS));
    response
}

/// Sign in with a name and a password.
///
/// A wrong password and an unknown name are answered alike. After some failures each further attempt waits longer (429).
#[utoipa::path(post, path = "/sign-in", tag = "sign-in", request_body = SignIn, security(()), responses(
    (status = 200, description = "Signed in", body = Tokens),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn sign_in(
    State(service): State<Service>,
    peer: Peer,
    method: Method,
    headers: HeaderMap,
    Body(body): Body<SignIn>,
) -> Result<Response, Problem> {
    let SignIn { coop, name, password, cookies } = body;
    if cookies {
        check_origin(&method, &headers)?;
    }
    let credentials = Credentials { coop, name, password, address: peer.address };
    let signed = logins::sign_in(&service, credentials).await?;
    Ok(answer(signed, cookies.then_some(peer)))
}

/// Get a new access token, and a new refresh token for the next time.
///
/// A refresh token is good once. When it comes a second time, later than 20 seconds after the first, the whole sign-in ends: one of
/// the two who showed it is a thief.
#[utoipa::path(post, path = "/refresh", tag = "sign-in", request_body = Refresh, security(()), responses(
    (status = 200, description = "Signed in for longer", body = Tokens),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn refresh(
    State(service): State<Service>,
    peer: Peer,
    method: Method,
    headers: HeaderMap,
    Body(body): Body<Refresh>,
) -> Result<Response, Problem> {
    if let Some(token) = body.refresh_token {
        return Ok(answer(logins::refresh(&service, &token).await?, None));
    }
    let token = cookie(&headers, REFRESH_COOKIE).ok_or(Refusal::NotSignedIn)?;
    check_origin(&method, &headers)?;
    Ok(answer(logins::refresh(&service, &token).await?, Some(peer)))
}

/// End a sign-in, on the server and in the browser.
///
/// It is named by the refresh token, in the body or in a cookie, or by the access token.
#[utoipa::path(post, path = "/sign-out", tag = "sign-in", request_body = Refresh, responses(
    (status = 204, description = "Signed out"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn sign_out(
    State(service): State<Service>,
    peer: Peer,
    method: Method,
    headers: HeaderMap,
    caller: Result<Caller, Problem>,
    Body(body): Body<Refresh>,
) -> Result<Response, Problem> {
    let in_cookie = cookie(&headers, REFRESH_COOKIE);
    if body.refresh_token.is_none() && in_cookie.is_some() {
        check_origin(&method, &headers)?;
    }
    let named = body.refresh_token.or(in_cookie).and_then(|token| logins::session_of(&service, &token));
    let (coop, session) = match named {
        Some(named) => named,
        None => caller.and_then(|caller| Ok((caller.actor.coop, caller.session.ok_or(Refusal::NotSignedIn)?)))?,
    };
    logins::sign_out(&service, coop, session).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    for name in [ACCESS_COOKIE, REFRESH_COOKIE] {
        response.headers_mut().append(header::SET_COOKIE, set(peer, name, "", 0));
    }
    Ok(response)
}
