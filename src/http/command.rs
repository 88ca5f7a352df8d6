//! A command on the wire: who sends it, its key, its bytes as received, and the body that they say.

use axum::{
    body::Bytes,
    extract::{FromRef, FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header},
};
use serde::de::DeserializeOwned;

use super::{
    caller::{Caller, DeliveringTill, idempotency_key},
    limits::{InFlight, Place},
    problem::Problem,
    reply::{FactReply, Made},
};
use crate::{
    app::{
        Service,
        execute::{self, UseCase},
        facts::{Arrived, FactAnswer, FactKind, body_hash},
        format::Envelope,
        writer::Lane,
    },
    auth::{
        actor::Actor,
        keys::keyed,
        policy::{Allowed, Permission, allow},
    },
    domain::{chain::Hash, id::CommandId, time::Ts},
};

/// A request of a person: `command.run(&service, use_case)`.
#[derive(Debug)]
pub struct Command<T> {
    /// Who sends it.
    pub caller: Caller,
    /// What the sender calls it.
    pub id: CommandId,
    /// What it says.
    pub body: T,
    bytes: Bytes,
    /// Held until it is answered.
    _place: Place,
}

impl<T> Command<T> {
    /// What is remembered of its bytes, under the name of what is asked.
    pub fn hash_as(&self, kind: &str) -> Hash {
        body_hash(kind, &self.bytes)
    }

    /// Has the writer run a use case for it.
    pub async fn run<U: UseCase>(&self, service: &Service, use_case: U) -> Result<Made, Problem> {
        let body_hash = self.hash_as(U::KIND);
        let request = execute::Request { actor: self.caller.actor.clone(), id: self.id, body_hash, use_case };
        Ok(service.writer.request(request).await?.into())
    }

    /// The same for a body with names in it. What is remembered of it is keyed: a plain hash of few words can be guessed.
    pub async fn run_private<U: UseCase>(&self, service: &Service, use_case: U) -> Result<Made, Problem> {
        let plain = self.hash_as(U::KIND);
        let body_hash = Hash(keyed(&service.keys.derived("command bodies with names"), &plain.0));
        let request = execute::Request { actor: self.caller.actor.clone(), id: self.id, body_hash, use_case };
        Ok(service.writer.request(request).await?.into())
    }
}

/// Refuses a body that does not say it is JSON: a form of another site cannot say so.
pub fn check_json(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")) {
        return Ok(());
    }
    let en = "the header Content-Type must be application/json";
    Err(Problem::new(
        axum::http::StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "not_json",
        "内容类型不对",
        crate::app::words::Words::new("请求头 Content-Type 要写 application/json", en),
    ))
}

/// Reads JSON.
pub fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        // An empty object where a choice is expected is JSON too.
        if error.is_data() || serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok() {
            let en = format!("the body does not have the expected fields: {error}");
            return Problem::new(
                axum::http::StatusCode::UNPROCESSABLE_ENTITY,
                "invalid",
                "内容有误",
                crate::app::words::Words::new(
                    format!("字段不对（第 {} 行第 {} 列附近），请对照 /api/docs", error.line(), error.column()),
                    en,
                ),
            );
        }
        let zh = format!("不是完整的 JSON（第 {} 行第 {} 列附近）", error.line(), error.column());
        Problem::unreadable(zh, format!("this is not whole JSON: {error}"))
    })
}

impl<S, T> FromRequest<S> for Command<T>
where
    Service: FromRef<S>,
    InFlight: FromRef<S>,
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, state).await?;
        check_json(&parts.headers)?;
        let id = CommandId(idempotency_key(&parts.headers)?);
        let bytes = Bytes::from_request(Request::from_parts(parts, body), state).await?;
        // Only now: a body that trickles in must not keep a place from others.
        let place = InFlight::from_ref(state).enter(caller.actor.coop.0, caller.actor.sender().1)?;
        Ok(Self { caller, id, body: json(&bytes)?, bytes, _place: place })
    }
}

/// A till's report. Its envelope can be read; its body is read by the writer, in the order of its number.
#[derive(Debug)]
pub struct TillReport {
    actor: Actor,
    revoked_at: Option<Ts>,
    id: CommandId,
    bytes: Bytes,
    place: Place,
}

impl TillReport {
    /// Has the writer post it, keep it, or set it aside.
    pub async fn deliver(self, service: &Service, kind: FactKind) -> Result<FactReply, Problem> {
        let Self { actor, revoked_at, id, bytes, place } = self;
        let coop = actor.coop;
        let arrived = Arrived { actor, revoked_at, id, kind, body: bytes.to_vec(), received_at: service.clock.now() };
        let answer: FactAnswer = service.writer.submit(coop, Lane::Till, Box::new(arrived)).await?;
        drop(place);
        Ok(FactReply::of(answer))
    }
}

impl<S> FromRequest<S> for TillReport
where
    Service: FromRef<S>,
    InFlight: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let DeliveringTill { actor, till, epoch, revoked_at } = DeliveringTill::from_request_parts(&mut parts, state).await?;
        check_json(&parts.headers)?;
        let id = CommandId(idempotency_key(&parts.headers)?);
        let bytes = Bytes::from_request(Request::from_parts(parts, body), state).await?;
        let place = InFlight::from_ref(state).enter(actor.coop.0, till.0)?;
        let envelope: Envelope = serde_json::from_slice(&bytes).map_err(|error| {
            let zh = format!("信封读不懂（第 {} 行第 {} 列附近），序号不变，请改正后再发", error.line(), error.column());
            Problem::unreadable(zh, format!("the envelope cannot be read, its number is not used up: {error}"))
        })?;
        if let Some(field) = envelope.fault() {
            let (zh, en) = (format!("信封里的 {field} 不对"), format!("the envelope's {field} cannot be"));
            return Err(Problem { field: Some(field.to_owned()), ..Problem::unreadable(zh, en) });
        }
        if envelope.till_id != till.0 {
            return Err(Problem::unreadable("这个令牌属于另一台收银台", "this token belongs to another till"));
        }
        // A newer enrolment delivers what an older one left; an older token does not speak for a newer enrolment.
        if envelope.epoch > epoch {
            let (zh, en) = ("这个令牌属于更早的登记", "this token belongs to an earlier enrolment than the envelope's epoch");
            return Err(Problem { field: Some("epoch".to_owned()), ..Problem::unreadable(zh, en) });
        }
        Ok(Self { actor, revoked_at, id, bytes, place })
    }
}

/// What somebody asks without a key: first whether they may, then what it is.
#[derive(Debug)]
pub struct Asked<P, T> {
    /// Who asks.
    pub caller: Caller,
    /// The permission.
    pub allowed: Allowed<P>,
    /// What they ask.
    pub body: T,
}

impl<S, P, T> FromRequest<S> for Asked<P, T>
where
    Service: FromRef<S>,
    S: Send + Sync,
    P: Permission,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, state).await?;
        let allowed = allow::<P>(&caller.actor)?;
        let Body(body) = Body::from_request(Request::from_parts(parts, body), state).await?;
        Ok(Self { caller, allowed, body })
    }
}

/// A JSON body of whoever sends it: for sign-ins and enrolments.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        check_json(request.headers())?;
        let bytes = Bytes::from_request(request, state).await?;
        json(&bytes).map(Self)
    }
}
