//! The first cooperative of a service, founded in the browser.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::{
        Refusal, Service,
        first_run::{FirstPerson, FirstRun},
        found::Founding,
        words::Words,
    },
    auth::role::Role,
    http::{command::Body, peer::Peer, problem::Problem},
};

/// Whether this service waits for its first cooperative.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct FoundingView {
    /// Whether one can be founded here, by whoever has the setup code that the service printed when it started.
    pub open: bool,
}

/// Whether a cooperative can be founded here.
#[utoipa::path(get, path = "/founding", tag = "founding", security(()), responses(
    (status = 200, body = FoundingView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn founding(State(service): State<Service>) -> Result<Json<FoundingView>, Problem> {
    Ok(Json(FoundingView { open: service.door.is_open(&service).await? }))
}

/// Somebody who will sign in.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFounder {
    /// Their name; it is sealed, and each reading of it is logged.
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    /// What they sign in with.
    #[schema(min_length = 1, max_length = 64)]
    pub login: String,
    /// Their password.
    #[schema(min_length = 8, max_length = 200)]
    pub password: String,
}

/// A cooperative to be founded.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFounding {
    /// As the service printed it when it started on an empty database, e.g. `7KQM-2XWD`.
    #[schema(max_length = 20, example = "7KQM-2XWD")]
    pub setup_code: String,
    /// Its name on paper.
    #[schema(min_length = 1, max_length = 80, example = "和谐格子铺合作社")]
    pub name: String,
    /// Its short name for sign-ins: lower-case letters, digits, hyphens.
    #[schema(min_length = 2, max_length = 32, pattern = "^[a-z0-9][a-z0-9-]+$", example = "hexie")]
    pub code: String,
    /// The IANA time zone that turns instants into business days; `Asia/Shanghai` where it is missing.
    #[schema(max_length = 40, example = "Asia/Shanghai")]
    pub time_zone: Option<String>,
    /// The first treasurer.
    pub treasurer: NewFounder,
    /// The first organiser, who adds people and signs as the second; missing where one is added later, at the machine.
    pub organiser: Option<NewFounder>,
    /// The first site.
    #[schema(min_length = 1, max_length = 60, example = "社区中心")]
    pub site: String,
    /// The first till.
    #[schema(min_length = 1, max_length = 40, example = "一号收银台")]
    pub till: String,
}

/// A cooperative was founded.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FoundedView {
    /// Its short name.
    pub code: String,
    /// Lets the first till in, for 15 minutes; shown this once.
    pub till_code: String,
}

fn first(role: Role, founder: NewFounder) -> FirstPerson {
    FirstPerson { role, name: founder.name, login: founder.login, password: founder.password }
}

/// Found the first cooperative of this service: its chart, the people who sign in first, a site, and a till. Whole, or not at all.
///
/// Only while there is none, and only with the setup code. Wrong codes are answered slower and slower.
#[utoipa::path(post, path = "/founding", tag = "founding", security(()), request_body = NewFounding, responses(
    (status = 201, body = FoundedView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn found(
    State(service): State<Service>,
    peer: Peer,
    Body(body): Body<NewFounding>,
) -> Result<(StatusCode, Json<FoundedView>), Problem> {
    let zone = body.time_zone.as_deref().unwrap_or("Asia/Shanghai").parse().map_err(|_| {
        let words = Words::new("时区写成 Asia/Shanghai 这样", "a time zone is written like Asia/Shanghai");
        Problem::from(Refusal::invalid("time_zone", words))
    })?;
    let treasurer = first(Role::Treasurer, body.treasurer);
    let organiser = body.organiser.map(|organiser| first(Role::Organiser, organiser));
    let run = FirstRun {
        founding: Founding { code: body.code, name: body.name, zone, is_demo: false },
        people: std::iter::once(treasurer).chain(organiser).collect(),
        site: body.site,
        till: body.till,
    };
    let founded = service.door.found(&service, &body.setup_code, peer.address, run).await?;
    Ok((StatusCode::CREATED, Json(FoundedView { code: founded.coop.code, till_code: founded.code.shown() })))
}
