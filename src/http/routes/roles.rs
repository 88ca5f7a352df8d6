//! Roles: who is what to the cooperative.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::people::{EndRole, GiveRole},
    auth::policy::ReadPeople,
    domain::id::PersonId,
    http::{
        page::Page,
        problem::Problem,
        read::{self, Query, Reading},
    },
    store::roles::{self, GrantRow, Wanted},
};

/// A role to be given.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoleGrant {
    /// To whom.
    pub person_id: Uuid,
    /// `stallholder`, `helper`, `treasurer`, `organiser`, `auditor`, `love_shareholder` or `guardian`.
    #[schema(pattern = "^(stallholder|helper|treasurer|organiser|auditor|love_shareholder|guardian)$", example = "helper")]
    pub role: String,
    /// Whose guardian; missing for other roles.
    pub ward_id: Option<Uuid>,
}

request! {
    /// Give a person a role.
    give_role, "/role-grants", "people", NewRoleGrant as body => GiveRole {
        person: PersonId(body.person_id),
        role: body.role.clone(),
        ward: body.ward_id.map(PersonId),
    }
}

/// A role to be ended.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoleEnding {
    /// Which.
    pub grant_id: Uuid,
}

request! {
    /// End a role. The person may do nothing more by it from their next request on.
    end_role, "/role-endings", "people", NewRoleEnding as body => EndRole { grant: body.grant_id }
}

/// A role that somebody has or had.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RoleGrantView {
    /// The grant.
    pub id: Uuid,
    /// Whose.
    pub person_id: Uuid,
    /// Which role.
    pub role: String,
    /// A guardian's ward.
    pub ward_id: Option<Uuid>,
    /// Who gave it; missing where the command line did.
    pub granted_by: Option<Uuid>,
    /// When, RFC 3339.
    pub granted_at: String,
    /// Who ended it.
    pub ended_by: Option<Uuid>,
    /// When it ended, RFC 3339; missing while it lasts.
    pub ended_at: Option<String>,
}

impl From<GrantRow> for RoleGrantView {
    fn from(row: GrantRow) -> Self {
        Self {
            id: row.id,
            person_id: row.person_id.0,
            role: row.role,
            ward_id: row.ward_id.map(|ward| ward.0),
            granted_by: row.granted_by.map(|person| person.0),
            granted_at: row.granted_at.rfc3339(),
            ended_by: row.ended_by.map(|person| person.0),
            ended_at: row.ended_at.map(crate::domain::time::Ts::rfc3339),
        }
    }
}

/// Which roles.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RoleGrantsWanted {
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    pub after: Option<String>,
    /// Of one person only.
    pub person_id: Option<Uuid>,
}

/// Roles, ended ones too, in the order in which they were given.
#[utoipa::path(get, path = "/role-grants", tag = "people", params(RoleGrantsWanted), responses(
    (status = 200, body = Page<RoleGrantView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_role_grants(
    mut reading: Reading<ReadPeople>,
    Query(wanted): Query<RoleGrantsWanted>,
) -> Result<Json<Page<RoleGrantView>>, Problem> {
    let paging = read::paging(wanted.limit, wanted.after);
    let limit = paging.rows()?;
    let which = Wanted { person: wanted.person_id.map(PersonId), after: paging.id_cursor()?, limit: limit + 1 };
    let rows = roles::list(&mut reading.tx, &reading.allowed, which).await?;
    Ok(Json(Page::of(rows, limit, |row| row.id, RoleGrantView::from)))
}
