//! People: who they are to the cooperative. Names and contacts are sealed in `private`; roles are given in `roles`.

use sqlx::FromRow;

use super::{
    Result, Tx,
    db::Args,
    looking::{Begun, Way, holding},
};
use crate::{
    auth::{
        actor::{Actor, Who},
        policy::{Allowed, ChooseFace, ManagePeople, ReadPeople},
        role::Role,
    },
    domain::{
        id::{CoopId, DocumentId, PersonId},
        money::Minor,
        time::{Date, Ts},
    },
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

/// A person, an organisation or a fund. Real names are sealed in `private`.
#[derive(Clone, Debug, FromRow)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// A number on a list, unique in the cooperative.
    pub code: Option<String>,
    /// `person`, `organisation` or `fund`.
    pub kind: String,
    /// What tiles and papers show; chosen by the person.
    pub nickname: Option<String>,
    /// A drawn face of the set; chosen by the person.
    pub face: Option<String>,
    /// Since when a member of the cooperative.
    pub joined_on: Option<Date>,
    /// `independent`, `helper_confirms` or `guardian_co_signs`.
    pub support_plan: String,
    /// When added.
    pub created_at: Ts,
}

/// Adds a person.
pub async fn add(tx: &mut Tx, allowed: &Allowed<ManagePeople>, person: &PersonRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO person (coop_id, id, code, kind, nickname, face, joined_on, support_plan, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(person.id).bind(person.code.clone()).bind(person.kind.clone());
    let insert = insert.bind(person.nickname.clone()).bind(person.face.clone()).bind(person.joined_on).bind(person.support_plan.clone());
    insert.bind(person.created_at).run().await.map(drop)
}

/// The person of a code.
pub async fn of_code(tx: &mut Tx, coop: CoopId, code: &str) -> Result<Option<PersonId>> {
    let text = sql!("SELECT id FROM person WHERE coop_id = $1 AND code = $2");
    tx.q(text).bind(coop).bind(code.to_owned()).maybe_scalar().await
}

/// A person, for a decision.
pub async fn get(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<Option<PersonRow>> {
    let text = sql!(
        "SELECT id, code, kind, nickname, face, joined_on, support_plan, created_at
         FROM person WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(person).opt().await
}

/// A person, for whoever may see them.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadPeople>, person: PersonId) -> Result<Option<PersonRow>> {
    if allowed.covers(person) { get(tx, allowed.coop(), person).await } else { Ok(None) }
}

/// Which people.
#[derive(Clone, Debug)]
pub struct People {
    /// The nickname or the code holds this; empty for all. Names are sealed, and nobody can look for them.
    pub text: String,
    /// With this role today; empty for all.
    pub role: String,
    /// By age or by nickname.
    pub way: Way,
}

/// People after one of them: by id, which is by age, or by nickname.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadPeople>, of: &People, after: &Begun, limit: i64) -> Result<Vec<PersonRow>> {
    let by_age = sql!(
        "SELECT p.id, p.code, p.kind, p.nickname, p.face, p.joined_on, p.support_plan, p.created_at
         FROM person p
         WHERE p.coop_id = $1 AND ($2 OR p.id IN ($list))
           AND (lower(COALESCE(p.nickname, '')) LIKE $3 ESCAPE '!' OR lower(COALESCE(p.code, '')) LIKE $3 ESCAPE '!')
           AND (CAST($4 AS TEXT) = '' OR EXISTS (SELECT 1 FROM role_grant r WHERE r.coop_id = $1 AND r.person_id = p.id AND r.role = $4
                                                                              AND r.ended_at IS NULL))
           AND p.id $beyond $6
         ORDER BY p.id $way LIMIT $5"
    );
    let by_name = sql!(
        "SELECT p.id, p.code, p.kind, p.nickname, p.face, p.joined_on, p.support_plan, p.created_at
         FROM person p
         WHERE p.coop_id = $1 AND ($2 OR p.id IN ($list))
           AND (lower(COALESCE(p.nickname, '')) LIKE $3 ESCAPE '!' OR lower(COALESCE(p.code, '')) LIKE $3 ESCAPE '!')
           AND (CAST($4 AS TEXT) = '' OR EXISTS (SELECT 1 FROM role_grant r WHERE r.coop_id = $1 AND r.person_id = p.id AND r.role = $4
                                                                              AND r.ended_at IS NULL))
           AND (COALESCE(p.nickname, ''), p.id) $beyond ($6, $7)
         ORDER BY COALESCE(p.nickname, '') $way, p.id $way LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(allowed.only().is_none()).add(holding(&of.text)).add(of.role.clone()).add(limit);
        after.add(args);
    };
    let text = if matches!(after, Begun::Added(_)) { by_age } else { by_name };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).running(of.way).all().await
}

/// The roles that some people have today, each once.
pub async fn roles(tx: &mut Tx, allowed: &Allowed<ReadPeople>, people: &[PersonId]) -> Result<Vec<(PersonId, String)>> {
    let text = sql!(
        "SELECT DISTINCT person_id, role FROM role_grant
         WHERE coop_id = $1 AND person_id IN ($list) AND ended_at IS NULL ORDER BY person_id, role LIMIT 100000"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    tx.q_list(text, bind, people).all().await
}

/// What a person's joining came to.
#[derive(Clone, Debug)]
pub struct MembershipRow {
    /// The command, and the entry's document.
    pub id: DocumentId,
    /// Who.
    pub person_id: PersonId,
    /// The first day as a member.
    pub joined_on: Date,
    /// What moved from 21101 to 11401: credit positive.
    pub moved_minor: Minor,
    /// Who recorded it.
    pub recorded_by: Option<PersonId>,
    /// When.
    pub recorded_at: Ts,
}

/// Records that a person joined.
pub async fn join(tx: &mut Tx, allowed: &Allowed<ManagePeople>, row: &MembershipRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO membership (coop_id, id, person_id, joined_on, moved_minor, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.person_id).bind(row.joined_on).bind(row.moved_minor);
    insert.bind(row.recorded_by).bind(row.recorded_at).run().await?;
    let text = sql!("UPDATE person SET joined_on = $3 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(row.person_id).bind(row.joined_on).run().await.map(drop)
}

/// Whether a person has any role today.
pub async fn has_roles(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM role_grant WHERE coop_id = $1 AND person_id = $2 AND ended_at IS NULL");
    Ok(tx.q(text).bind(coop).bind(person).scalar::<i64>().await? > 0)
}

/// Changes what tiles and papers show of a person.
pub async fn rename(tx: &mut Tx, allowed: &Allowed<ManagePeople>, person: PersonId, nickname: Option<&str>) -> Result<()> {
    let text = sql!("UPDATE person SET nickname = $3 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(person).bind(nickname.map(str::to_owned)).run().await.map(drop)
}

/// Gives a person another face, or none.
pub async fn set_face(tx: &mut Tx, allowed: &Allowed<ChooseFace>, person: PersonId, face: Option<&str>) -> Result<()> {
    let text = sql!("UPDATE person SET face = $3 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(person).bind(face.map(str::to_owned)).run().await.map(drop)
}
