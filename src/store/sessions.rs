//! Sign-ins that last. A session is renewed generation by generation; of its tokens only the last generation's is good.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    domain::{
        id::{CoopId, PersonId, SessionId},
        time::Ts,
    },
    sql,
};

/// A sign-in.
#[derive(Clone, Debug, FromRow)]
pub struct Session {
    /// Whose.
    pub person_id: PersonId,
    /// How often it was renewed.
    pub generation: i64,
    /// When it was renewed last.
    pub rotated_at: Ts,
    /// When it ends by itself.
    pub expires_at: Ts,
    /// When it was ended.
    pub ended_at: Option<Ts>,
}

/// Whether a session of a person is still on.
pub async fn is_on(tx: &mut Tx, coop: CoopId, session: SessionId, person: PersonId, now: Ts) -> Result<bool> {
    let text = sql!(
        "SELECT count(*) FROM session
         WHERE coop_id = $1 AND id = $2 AND person_id = $3 AND ended_at IS NULL AND expires_at > $4"
    );
    Ok(tx.q(text).bind(coop).bind(session).bind(person).bind(now).scalar::<i64>().await? > 0)
}

/// A session by its id, on or over.
pub async fn find(tx: &mut Tx, coop: CoopId, session: SessionId) -> Result<Option<Session>> {
    let text = sql!(
        "SELECT person_id, generation, rotated_at, expires_at, ended_at
         FROM session WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(session).opt().await
}

/// Begins a session.
pub async fn open(tx: &mut Tx, coop: CoopId, id: SessionId, person: PersonId, now: Ts, expires_at: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO session (coop_id, id, person_id, generation, rotated_at, expires_at, ended_at)
         VALUES ($1, $2, $3, 0, $4, $5, NULL)"
    );
    tx.q(text).bind(coop).bind(id).bind(person).bind(now).bind(expires_at).run().await.map(drop)
}

/// Renews a session.
pub async fn rotate(tx: &mut Tx, coop: CoopId, id: SessionId, generation: i64, now: Ts) -> Result<()> {
    let text = sql!("UPDATE session SET generation = $3, rotated_at = $4 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(coop).bind(id).bind(generation).bind(now).run().await.map(drop)
}

/// Ends a session. Ending it twice changes nothing.
pub async fn end(tx: &mut Tx, coop: CoopId, id: SessionId, now: Ts) -> Result<()> {
    let text = sql!("UPDATE session SET ended_at = $3 WHERE coop_id = $1 AND id = $2 AND ended_at IS NULL");
    tx.q(text).bind(coop).bind(id).bind(now).run().await.map(drop)
}

/// Drops some sessions that are over since before an instant.
pub async fn sweep(tx: &mut Tx, coop: CoopId, before: Ts) -> Result<()> {
    let text = sql!(
        "DELETE FROM session WHERE coop_id = $1 AND id IN
           (SELECT id FROM session WHERE coop_id = $1 AND (ended_at < $2 OR expires_at < $2) ORDER BY id LIMIT 100)"
    );
    tx.q(text).bind(coop).bind(before).run().await.map(drop)
}

/// Ends a person's sessions, but for the one that they are at.
pub async fn end_all(tx: &mut Tx, coop: CoopId, person: PersonId, but: Option<SessionId>, now: Ts) -> Result<()> {
    // The nil id is nobody's session.
    let but = but.unwrap_or(SessionId(uuid::Uuid::nil()));
    let text = sql!(
        "UPDATE session SET ended_at = $4
         WHERE coop_id = $1 AND person_id = $2 AND id <> $3 AND ended_at IS NULL"
    );
    tx.q(text).bind(coop).bind(person).bind(but).bind(now).run().await.map(drop)
}
