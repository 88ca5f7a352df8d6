//! Who sends a request: a till by its token, a person by an access token (as a bearer, or in a cookie from our own pages).

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderMap, Method, header, request::Parts},
};
use axum_extra::extract::CookieJar;
use uuid::Uuid;

use super::{peer::says_https, problem::Problem, public_url::SCHEME};
use crate::{
    app::{Refusal, Service, words::Words},
    auth::{
        actor::{Actor, Who},
        keys::same,
        policy::{Sell, allow},
        token::{Access, TillToken},
    },
    domain::{
        id::{CoopId, PersonId, SessionId, TillId},
        time::Ts,
    },
    store::{people, sessions, tills},
};

/// The cookie of an access token; on HTTPS it is named `__Host-gezi_access`.
pub const ACCESS_COOKIE: &str = "gezi_access";
/// The cookie of a refresh token; on HTTPS it is named `__Host-gezi_refresh`.
pub const REFRESH_COOKIE: &str = "gezi_refresh";

/// Who sends a request, in one cooperative.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// A person's session.
    pub session: Option<SessionId>,
}

/// A cookie of ours. On HTTPS only its `__Host-` name counts: the plain one could be set by a neighbouring host, or without encryption.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    let plain = || jar.get(name).filter(|_| !says_https(headers));
    jar.get(&format!("__Host-{name}")).or_else(plain).map(|cookie| cookie.value().to_owned())
}

/// A cookie comes by itself: an unsafe request must come from our own pages.
pub fn check_origin(method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()).unwrap_or_default();
    // Whoever comes encrypted is served no page of ours without.
    let is_https = headers.get(SCHEME).is_some_and(|scheme| scheme == "https");
    let named = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://").filter(|_| !is_https));
    let is_own = !host.is_empty() && named == Some(host);
    if is_own {
        return Ok(());
    }
    let words = Words::new("请求不是从本系统的页面发出的", "the request did not come from our own pages");
    Err(Problem::new(axum::http::StatusCode::FORBIDDEN, "foreign_origin", "来源不明", words))
}

impl<S> FromRequestParts<S> for Caller
where
    Service: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let service = Service::from_ref(state);
        let bearer = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        if let Some(bearer) = bearer.and_then(|value| value.strip_prefix("Bearer ")) {
            return match TillToken::parse(bearer) {
                Some(token) => match till(&service, &token).await? {
                    (_, Some(_)) => Err(Refusal::NotSignedIn.into()),
                    (caller, None) => Ok(caller),
                },
                None => person(&service, bearer).await,
            };
        }
        let access = cookie(&parts.headers, ACCESS_COOKIE).ok_or(Refusal::NotSignedIn)?;
        check_origin(&parts.method, &parts.headers)?;
        person(&service, &access).await
    }
}

/// A till, even one that was shut out: it delivers what it still has, and asks where it stands.
#[derive(Clone, Debug)]
pub struct DeliveringTill {
    /// Who.
    pub actor: Actor,
    /// Which till.
    pub till: TillId,
    /// Of which enrolment its token is.
    pub epoch: i64,
    /// When it was shut out.
    pub revoked_at: Option<Ts>,
}

impl<S> FromRequestParts<S> for DeliveringTill
where
    Service: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let service = Service::from_ref(state);
        let bearer = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = bearer.and_then(|value| TillToken::parse(value.strip_prefix("Bearer ")?));
        let Some(token) = token else {
            // Whoever else may sign in: only a till delivers.
            let caller = Caller::from_request_parts(parts, state).await?;
            allow::<Sell>(&caller.actor)?;
            return Err(Refusal::NotSignedIn.into());
        };
        let (Caller { actor, .. }, revoked_at) = till(&service, &token).await?;
        allow::<Sell>(&actor)?;
        Ok(Self { actor, till: token.till, epoch: token.epoch, revoked_at })
    }
}

async fn till(service: &Service, token: &TillToken) -> Result<(Caller, Option<Ts>), Problem> {
    let mut tx = service.db.snapshot().await?;
    let kept = tills::token(&mut tx, token.coop, token.till, token.epoch).await?;
    match kept {
        Some((hash, revoked_at)) if same(&hash.0, &token.hash().0) => {
            let who = Who::Till { id: token.till, epoch: token.epoch };
            Ok((Caller { actor: Actor { coop: token.coop, who }, session: None }, revoked_at))
        }
        _ => Err(Refusal::NotSignedIn.into()),
    }
}

async fn person(service: &Service, access: &str) -> Result<Caller, Problem> {
    let now = service.clock.now();
    let access = Access::verify(access, &service.keys, now).ok_or(Refusal::NotSignedIn)?;
    let (coop, person, session) = (CoopId(access.coop), PersonId(access.sub), SessionId(access.sid));
    let mut tx = service.db.snapshot().await?;
    if !sessions::is_on(&mut tx, coop, session, person, now).await? {
        return Err(Refusal::NotSignedIn.into());
    }
    Ok(Caller { actor: people::actor(&mut tx, coop, person).await?, session: Some(session) })
}

/// Reads the `Idempotency-Key`: a UUID made by the sender, v7 by preference.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Uuid, Problem> {
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok()).and_then(|key| Uuid::try_parse(key).ok());
    key.filter(|key| !key.is_nil()).ok_or_else(|| {
        Problem::unreadable(
            "请求头 Idempotency-Key 要写一个 UUID（每张单据一个，重发时不变）",
            "the header Idempotency-Key must be a UUID: one per command, the same when it is sent again",
        )
    })
}
