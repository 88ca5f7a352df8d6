//! People and their roles. Names and contacts are sealed elsewhere; here are ids.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::{
        actor::{Actor, Who},
        role::Role,
    },
    domain::id::{CoopId, PersonId},
    sql,
};

/// A person as a sender, with today's roles. Somebody without roles is a sender without permissions.
pub async fn actor(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<Actor> {
    #[derive(FromRow)]
    struct GrantRow {
        role: String,
        ward_id: Option<PersonId>,
    }
    let text = sql!(
        "SELECT role, ward_id FROM role_grant
         WHERE coop_id = $1 AND person_id = $2 AND ended_at IS NULL ORDER BY role, id LIMIT 1000"
    );
    let grants = tx.q(text).bind(coop).bind(person).all::<GrantRow>().await?;
    let mut roles: Vec<Role> = grants.iter().filter_map(|grant| Role::parse(&grant.role)).collect();
    roles.dedup();
    let wards = grants.iter().filter_map(|grant| grant.ward_id).collect();
    Ok(Actor { coop, who: Who::Person { id: person, roles, wards } })
}
