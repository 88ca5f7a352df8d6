//! People, without their names: numbers, nicknames, membership. Names are in `private`.

use std::collections::HashMap;

use axum::{Json, extract::State};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::private::NewParticulars;
use crate::{
    app::{
        Refusal, Service,
        people::{AddPerson, ChangeFace, ChangeNickname, ErasePerson, Join, after_erasure},
    },
    auth::policy::ReadPeople,
    domain::{id::PersonId, time::Ts},
    http::{
        command::Command,
        page::{ListOrder, Page},
        problem::Problem,
        read::{self, Path, Query, Reading},
        reply::Made,
    },
    store::{
        logins::{self, SetRow},
        people::{self, People, PersonRow},
    },
};

/// A person, an organisation or a fund to be added.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// A number on a list; nobody else in the cooperative has it.
    #[schema(min_length = 1, max_length = 20, example = "P07")]
    pub code: Option<String>,
    /// `person`, `organisation` or `fund`; `person` where it is missing.
    #[schema(pattern = "^(person|organisation|fund)$")]
    pub kind: Option<String>,
    /// What tiles and papers show.
    #[schema(min_length = 1, max_length = 20, example = "小白杨")]
    pub nickname: Option<String>,
    /// A drawn face, `face-1` to `face-24`.
    #[schema(pattern = "^face-([1-9]|1[0-9]|2[0-4])$", example = "face-7")]
    pub face: Option<String>,
    /// `independent`, `helper_confirms` or `guardian_co_signs`; `independent` where it is missing.
    #[schema(pattern = "^(independent|helper_confirms|guardian_co_signs)$")]
    pub support_plan: Option<String>,
    /// Somebody who is a member already: since when. Who joins later does so by `/memberships`.
    pub joined_on: Option<NaiveDate>,
    /// The name and contacts; they are sealed.
    pub particulars: NewParticulars,
}

/// Add a person. The name is sealed, and each reading of it is logged.
#[utoipa::path(post, path = "/people", tag = "people", request_body = NewPerson,
    params(("Idempotency-Key" = Uuid, Header, description = "The sender's own id for it; what is new takes it")),
    responses(
        (status = 201, description = "Done; the same answer for every repeat", body = Made),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Send the same again", body = Problem, content_type = "application/problem+json")))]
pub async fn add_person(State(service): State<Service>, command: Command<NewPerson>) -> Result<Made, Problem> {
    let body = &command.body;
    let add = AddPerson {
        keys: service.keys.clone(),
        code: body.code.clone(),
        kind: body.kind.clone().unwrap_or_else(|| "person".to_owned()),
        nickname: body.nickname.clone(),
        face: body.face.clone(),
        support_plan: body.support_plan.clone().unwrap_or_else(|| "independent".to_owned()),
        joined_on: body.joined_on,
        particulars: body.particulars.clone().into(),
    };
    command.run_private(&service, add).await
}

/// Somebody who joins.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMembership {
    /// Who.
    pub person_id: Uuid,
}

request! {
    /// A person joins the cooperative today. What their sales have earned moves to the members' account.
    join, "/memberships", "people", NewMembership as body => Join { person: PersonId(body.person_id) }
}

/// A nickname that has changed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNickname {
    /// Whose.
    pub person_id: Uuid,
    /// What tiles and papers show from now on; none where it is missing.
    #[schema(min_length = 1, max_length = 20, example = "小白杨")]
    pub nickname: Option<String>,
}

request! {
    /// Change the nickname that a person chose. Papers that were printed keep the earlier one.
    change_nickname, "/nicknames", "people", NewNickname as body => ChangeNickname {
        person: PersonId(body.person_id),
        nickname: body.nickname.clone(),
    }
}

/// A face that was chosen.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFace {
    /// Whose.
    pub person_id: Uuid,
    /// One of the drawn set; none where it is missing.
    #[schema(pattern = "^face-([1-9]|1[0-9]|2[0-4])$", example = "face-7")]
    pub face: Option<String>,
}

request! {
    /// Choose a drawn face: everybody for themselves, a guardian for the wards, the organiser for anybody. Never a photograph.
    change_face, "/faces", "people", NewFace as body => ChangeFace { person: PersonId(body.person_id), face: body.face.clone() }
}

/// Somebody to be erased.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewErasure {
    /// Who; without any role left.
    pub person_id: Uuid,
}

request! {
    /// Erase a person: their name, contacts, nickname and sign-in. It cannot be undone. Amounts and numbers stay, so the books stay
    /// whole; issued statements lose their pages and keep their number and hash.
    erase_person, "/erasures", "people", NewErasure as body => ErasePerson { person: PersonId(body.person_id) }, then after_erasure
}

/// A person, an organisation or a fund.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PersonView {
    /// Who.
    pub id: Uuid,
    /// A number on a list.
    pub code: Option<String>,
    /// `person`, `organisation` or `fund`.
    pub kind: String,
    /// What tiles and papers show.
    pub nickname: Option<String>,
    /// A drawn face, `face-1` to `face-24`: `/art/faces/<face>.svg`.
    #[schema(required = true, nullable)]
    pub face: Option<String>,
    /// Since when a member.
    pub joined_on: Option<NaiveDate>,
    /// `independent`, `helper_confirms` or `guardian_co_signs`.
    pub support_plan: String,
    /// Today's, each once; a guardian's wards are in the list of roles.
    pub roles: Vec<String>,
    /// Who set their password, where one person is asked for; null in lists, and for who has no login.
    pub login: Option<LoginTrace>,
}

/// Who set a person's password.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LoginTrace {
    /// Who set it last for them; null where the command line did.
    pub set_by: Option<Uuid>,
    /// When, RFC 3339.
    pub set_at: String,
    /// Since when it is one that they chose themselves, RFC 3339; null until then.
    pub own_since: Option<String>,
}

impl From<SetRow> for LoginTrace {
    fn from(row: SetRow) -> Self {
        Self { set_by: row.set_by.map(|by| by.0), set_at: row.set_at.rfc3339(), own_since: row.own_since.map(Ts::rfc3339) }
    }
}

impl From<PersonRow> for PersonView {
    fn from(row: PersonRow) -> Self {
        let PersonRow { id, code, kind, nickname, face, joined_on, support_plan, .. } = row;
        Self { id: id.0, code, kind, nickname, face, joined_on, support_plan, roles: Vec::new(), login: None }
    }
}

/// Which people.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PersonQuery {
    /// A part of the nickname or of the code. Real names are sealed: nobody can look for them.
    #[param(max_length = 100)]
    text: Option<String>,
    /// With this role today.
    #[param(max_length = 20, example = "stallholder")]
    role: Option<String>,
    /// As they were added where it is missing; a name is a nickname.
    #[serde(default)]
    #[param(inline)]
    sort: ListOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// People, as they were added or as `sort` says. Who has no office sees themselves and their wards.
#[utoipa::path(get, path = "/people", tag = "people", params(PersonQuery), responses(
    (status = 200, body = Page<PersonView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_people(mut reading: Reading<ReadPeople>, Query(query): Query<PersonQuery>) -> Result<Json<Page<PersonView>>, Problem> {
    let PersonQuery { text, role, sort, limit, after } = query;
    let paging = read::paging(limit, after);
    let (limit, after) = (paging.rows()?, paging.in_order(sort)?);
    let wanted = People { text: read::wanted(text), role: role.unwrap_or_default(), way: sort.way() };
    let rows = people::list(&mut reading.tx, &reading.allowed, &wanted, &after, limit + 1).await?;
    let mut roles = roles_of(&mut reading, &rows).await?;
    let key = |row: &PersonRow| sort.key(row.id.0, row.nickname.as_deref().unwrap_or_default());
    Ok(Json(Page::of(rows, limit, key, |row| PersonView { roles: roles.remove(&row.id).unwrap_or_default(), ..row.into() })))
}

async fn roles_of(reading: &mut Reading<ReadPeople>, rows: &[PersonRow]) -> Result<HashMap<PersonId, Vec<String>>, Problem> {
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    let mut of: HashMap<PersonId, Vec<String>> = HashMap::new();
    for (person, role) in people::roles(&mut reading.tx, &reading.allowed, &ids).await? {
        of.entry(person).or_default().push(role);
    }
    Ok(of)
}

/// A person.
#[utoipa::path(get, path = "/people/{id}", tag = "people", params(("id" = Uuid, Path)), responses(
    (status = 200, body = PersonView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_person(mut reading: Reading<ReadPeople>, Path(id): Path<Uuid>) -> Result<Json<PersonView>, Problem> {
    let person = people::find(&mut reading.tx, &reading.allowed, PersonId(id)).await?.ok_or(Refusal::NotFound("person"))?;
    let login = logins::set_by(&mut reading.tx, &reading.allowed, PersonId(id)).await?.map(LoginTrace::from);
    let roles = roles_of(&mut reading, std::slice::from_ref(&person)).await?.remove(&person.id).unwrap_or_default();
    Ok(Json(PersonView { roles, login, ..person.into() }))
}
