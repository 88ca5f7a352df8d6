//! Sign-ins that last.

use super::{Result, Tx};
use crate::{
    domain::{
        id::{CoopId, PersonId, SessionId},
        time::Ts,
    },
    sql,
};

/// Whether a session of a person is still on.
pub async fn is_on(tx: &mut Tx, coop: CoopId, session: SessionId, person: PersonId, now: Ts) -> Result<bool> {
    let text = sql!(
        "SELECT count(*) FROM session
         WHERE coop_id = $1 AND id = $2 AND person_id = $3 AND ended_at IS NULL AND expires_at > $4"
    );
    Ok(tx.q(text).bind(coop).bind(session).bind(person).bind(now).scalar::<i64>().await? > 0)
}
