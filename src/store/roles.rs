//! Roles: who is what to the cooperative, given by whom, ended by whom.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::{
        policy::{Allowed, ManagePeople, ReadPeople},
        role::Role,
    },
    domain::{
        id::{CoopId, PersonId},
        time::Ts,
    },
    sql,
};

/// A role that somebody has or had.
#[derive(Clone, Debug, FromRow)]
pub struct GrantRow {
    /// The grant.
    pub id: Uuid,
    /// Whose.
    pub person_id: PersonId,
    /// Its slug.
    pub role: String,
    /// A guardian's ward.
    pub ward_id: Option<PersonId>,
    /// Who gave it; the command line if nobody.
    pub granted_by: Option<PersonId>,
    /// When.
    pub granted_at: Ts,
    /// Who ended it.
    pub ended_by: Option<PersonId>,
    /// When it ended.
    pub ended_at: Option<Ts>,
}

/// Gives a role.
pub async fn give(tx: &mut Tx, allowed: &Allowed<ManagePeople>, grant: &GrantRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO role_grant (coop_id, id, person_id, role, ward_id, granted_by, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(grant.id).bind(grant.person_id).bind(grant.role.clone());
    insert.bind(grant.ward_id).bind(grant.granted_by).bind(grant.granted_at).run().await.map(drop)
}

/// Ends a role.
pub async fn end(tx: &mut Tx, allowed: &Allowed<ManagePeople>, grant: Uuid, by: Option<PersonId>, at: Ts) -> Result<()> {
    let text = sql!("UPDATE role_grant SET ended_by = $3, ended_at = $4 WHERE coop_id = $1 AND id = $2 AND ended_at IS NULL");
    tx.q(text).bind(allowed.coop()).bind(grant).bind(by).bind(at).run().await.map(drop)
}

/// A grant.
pub async fn find(tx: &mut Tx, coop: CoopId, grant: Uuid) -> Result<Option<GrantRow>> {
    let text = sql!(
        "SELECT id, person_id, role, ward_id, granted_by, granted_at, ended_by, ended_at
         FROM role_grant WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(grant).opt().await
}

/// Whether a person has a role today; a guardian's for that ward.
pub async fn has(tx: &mut Tx, coop: CoopId, person: PersonId, role: Role, ward: Option<PersonId>) -> Result<bool> {
    let text = sql!(
        "SELECT count(*) FROM role_grant
         WHERE coop_id = $1 AND person_id = $2 AND role = $3 AND ended_at IS NULL AND (ward_id = $4 OR $4 IS NULL)"
    );
    Ok(tx.q(text).bind(coop).bind(person).bind(role.slug().to_owned()).bind(ward).scalar::<i64>().await? > 0)
}

/// Every grant of a cooperative, for who stands behind whom.
pub async fn all(tx: &mut Tx, coop: CoopId) -> Result<Vec<GrantRow>> {
    let text = sql!(
        "SELECT id, person_id, role, ward_id, granted_by, granted_at, ended_by, ended_at
         FROM role_grant WHERE coop_id = $1 ORDER BY id LIMIT 100000"
    );
    tx.q(text).bind(coop).all().await
}

/// How many people have a role today.
pub async fn holders(tx: &mut Tx, coop: CoopId, role: Role) -> Result<i64> {
    let text = sql!("SELECT count(DISTINCT person_id) FROM role_grant WHERE coop_id = $1 AND role = $2 AND ended_at IS NULL");
    tx.q(text).bind(coop).bind(role.slug().to_owned()).scalar().await
}

/// Which roles to list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// One person's.
    pub person: Option<PersonId>,
    /// After this grant.
    pub after: Uuid,
    /// So many.
    pub limit: i64,
}

/// Grants by id, ended ones too.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadPeople>, wanted: Wanted) -> Result<Vec<GrantRow>> {
    let text = sql!(
        "SELECT id, person_id, role, ward_id, granted_by, granted_at, ended_by, ended_at
         FROM role_grant WHERE coop_id = $1 AND (person_id = $2 OR $2 IS NULL) AND id > $3 AND ($4 OR person_id IN ($list))
         ORDER BY id LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(wanted.person).add(wanted.after).add(allowed.only().is_none()).add(wanted.limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}
