//! Logins and passwords, and what a signed-in sender is. No `Idempotency-Key` here: a password never enters a command.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{Refusal, Service, logins},
    auth::{
        actor::Who,
        policy::{KeepOwnSecrets, ManagePeople, Reach, TABLE, reach},
    },
    domain::id::PersonId,
    http::{caller::Caller, command::Asked, problem::Problem},
    store::{self, coop},
};

/// A first password, or a new one for a person who forgot theirs.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLogin {
    /// Whose.
    pub person_id: Uuid,
    /// What they type to sign in: 1 to 64 characters, no spaces; capital and small letters are alike.
    #[schema(max_length = 64)]
    pub name: String,
    /// 8 to 200 characters.
    #[schema(max_length = 200)]
    pub password: String,
}

/// A person can sign in.
#[derive(Serialize, ToSchema)]
pub struct LoginSet {
    /// Who.
    pub person_id: Uuid,
}

/// Give a person a login, or a new password. All their sign-ins end.
#[utoipa::path(post, path = "/logins", tag = "people", request_body = NewLogin, responses(
    (status = 201, description = "They can sign in", body = LoginSet),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn set_login(State(service): State<Service>, asked: Asked<ManagePeople, NewLogin>) -> Result<Response, Problem> {
    let NewLogin { person_id, name, password } = asked.body;
    logins::set_login(&service, &asked.caller.actor, PersonId(person_id), &name, password).await?;
    Ok((StatusCode::CREATED, Json(LoginSet { person_id })).into_response())
}

/// One's own new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The one until now.
    #[schema(max_length = 200)]
    pub current: String,
    /// 8 to 200 characters.
    #[schema(max_length = 200)]
    pub new: String,
}

/// Change one's own password. One's other sign-ins end.
#[utoipa::path(post, path = "/passwords", tag = "sign-in", request_body = NewPassword, responses(
    (status = 204, description = "Changed"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn change_password(State(service): State<Service>, asked: Asked<KeepOwnSecrets, NewPassword>) -> Result<StatusCode, Problem> {
    let (NewPassword { current, new }, caller) = (asked.body, asked.caller);
    logins::change_password(&service, &caller.actor, caller.session, current, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A signed-in person, or a till.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// `person` or `till`.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// A person's login.
    pub login: Option<String>,
    /// A person's roles, e.g. `treasurer`.
    pub roles: Vec<String>,
    /// For whom a guardian acts.
    pub wards: Vec<Uuid>,
    /// What the sender may do, as in docs/ROLES.md.
    pub permissions: Vec<Permitted>,
    /// The cooperative.
    pub coop: MyCoop,
}

/// Something that the sender may do.
#[derive(Serialize, ToSchema)]
pub struct Permitted {
    /// E.g. `ReadBooks`.
    pub name: String,
    /// `all`, or `own` for what concerns the person or their wards.
    pub reach: String,
}

/// The sender's cooperative.
#[derive(Serialize, ToSchema)]
pub struct MyCoop {
    /// Its id.
    pub id: Uuid,
    /// Its code, e.g. `hexie`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// E.g. `Asia/Shanghai`.
    pub time_zone: String,
    /// The unit of its books, e.g. `CNY`.
    pub unit: String,
    /// How many decimals an amount has.
    pub decimals: u32,
    /// Whether it is made up.
    pub is_demo: bool,
}

/// Who am I, and what may I do?
#[utoipa::path(get, path = "/me", tag = "sign-in", responses(
    (status = 200, body = Me),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn me(State(service): State<Service>, caller: Caller) -> Result<Json<Me>, Problem> {
    let actor = caller.actor;
    let mut tx = service.db.snapshot().await?;
    let coop = coop::find(&mut tx, actor.coop).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let login = match actor.person() {
        Some(person) => store::logins::of_person(&mut tx, actor.coop, person).await?.map(|login| login.name),
        None => None,
    };
    let permitted = TABLE.iter().filter_map(|rule| {
        let reach = match reach(rule, &actor.who) {
            Reach::No => return None,
            Reach::Own => "own",
            Reach::All => "all",
        };
        Some(Permitted { name: rule.name.to_owned(), reach: reach.to_owned() })
    });
    let permissions = permitted.collect();
    let (kind, id) = actor.sender();
    let (roles, wards) = match &actor.who {
        Who::Person { roles, wards, .. } => {
            (roles.iter().map(|role| role.slug().to_owned()).collect(), wards.iter().map(|ward| ward.0).collect())
        }
        Who::Till { .. } | Who::Operator => (Vec::new(), Vec::new()),
    };
    let coop = MyCoop {
        id: coop.id.0,
        code: coop.code,
        name: coop.name,
        time_zone: coop.zone.name().to_owned(),
        unit: coop.unit.code,
        decimals: coop.unit.exponent,
        is_demo: coop.is_demo,
    };
    Ok(Json(Me { kind: kind.to_owned(), id, login, roles, wards, permissions, coop }))
}
