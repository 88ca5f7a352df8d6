//! Names and passwords of those who sign in. The name is chosen for signing in; it need not be the person's own.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, KeepOwnSecrets, ManagePeople, ReadPeople},
    domain::{
        id::{CoopId, PersonId},
        time::Ts,
    },
    sql,
};

/// A login.
#[derive(Clone, FromRow)]
pub struct Login {
    /// Who signs in with it.
    pub person_id: PersonId,
    /// Its name, in small letters.
    pub name: String,
    /// The password, as argon2id's PHC text.
    pub password_hash: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Login").field("person_id", &self.person_id).finish_non_exhaustive()
    }
}

/// A login by its name.
pub async fn find(tx: &mut Tx, coop: CoopId, name: &str) -> Result<Option<Login>> {
    let text = sql!("SELECT person_id, name, password_hash FROM login WHERE coop_id = $1 AND name = $2");
    tx.q(text).bind(coop).bind(name.to_owned()).opt().await
}

/// A person's login.
pub async fn of_person(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<Option<Login>> {
    let text = sql!("SELECT person_id, name, password_hash FROM login WHERE coop_id = $1 AND person_id = $2");
    tx.q(text).bind(coop).bind(person).opt().await
}

/// Gives a person a login, in place of the one that they had.
pub async fn save(tx: &mut Tx, allowed: &Allowed<ManagePeople>, login: &Login, by: Option<PersonId>, at: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO login (coop_id, person_id, name, password_hash, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (coop_id, person_id) DO UPDATE SET name = excluded.name, password_hash = excluded.password_hash,
             set_by = excluded.set_by, set_at = excluded.set_at, own_since = NULL"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(login.person_id).bind(login.name.clone());
    insert.bind(login.password_hash.clone()).bind(by).bind(at).run().await.map(drop)
}

/// Changes a person's own password. Who set the one before stays on record.
pub async fn change_password(tx: &mut Tx, allowed: &Allowed<KeepOwnSecrets>, person: PersonId, password_hash: &str, at: Ts) -> Result<()> {
    let text = sql!("UPDATE login SET password_hash = $3, own_since = $4 WHERE coop_id = $1 AND person_id = $2");
    tx.q(text).bind(allowed.coop()).bind(person).bind(password_hash.to_owned()).bind(at).run().await.map(drop)
}

/// Who set whose password.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct SetRow {
    /// Whose.
    pub person_id: PersonId,
    /// Who set it last for them; the command line if nobody.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Ts,
    /// Since when it is a password that only they chose.
    pub own_since: Option<Ts>,
}

/// Who set a person's password.
pub async fn set_by(tx: &mut Tx, allowed: &Allowed<ReadPeople>, person: PersonId) -> Result<Option<SetRow>> {
    let text = sql!("SELECT person_id, set_by, set_at, own_since FROM login WHERE coop_id = $1 AND person_id = $2");
    tx.q(text).bind(allowed.coop()).bind(person).opt().await
}

/// All who still sign in with a password that another person set.
pub async fn set_by_others(tx: &mut Tx, coop: CoopId) -> Result<Vec<SetRow>> {
    let text = sql!(
        "SELECT person_id, set_by, set_at, own_since FROM login
         WHERE coop_id = $1 AND set_by IS NOT NULL AND set_by <> person_id AND own_since IS NULL
         ORDER BY person_id LIMIT 100000"
    );
    tx.q(text).bind(coop).all().await
}
