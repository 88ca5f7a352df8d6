//! A helper's PIN, and the single-use approvals that it is exchanged for.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, KeepOwnSecrets, Sell},
    domain::{
        id::{ApprovalId, CoopId, PersonId, TillId},
        time::Ts,
    },
    sql,
};

/// Keeps a person's PIN in place of an earlier one.
pub async fn set_pin(tx: &mut Tx, allowed: &Allowed<KeepOwnSecrets>, person: PersonId, pin_hash: &str) -> Result<()> {
    let text = sql!(
        "INSERT INTO pin (coop_id, person_id, pin_hash) VALUES ($1, $2, $3)
         ON CONFLICT (coop_id, person_id) DO UPDATE SET pin_hash = excluded.pin_hash"
    );
    tx.q(text).bind(allowed.coop()).bind(person).bind(pin_hash.to_owned()).run().await.map(drop)
}

/// The kept PIN of a person who may approve today; `None` for anybody else.
pub async fn pin_of_helper(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<Option<String>> {
    let text = sql!(
        "SELECT p.pin_hash FROM pin p
         WHERE p.coop_id = $1 AND p.person_id = $2
           AND EXISTS (SELECT 1 FROM role_grant r
                       WHERE r.coop_id = $1 AND r.person_id = $2 AND r.ended_at IS NULL
                         AND r.role IN ('helper', 'organiser', 'treasurer'))"
    );
    tx.q(text).bind(coop).bind(person).maybe_scalar().await
}

/// Gives an approval to a till.
pub async fn give(tx: &mut Tx, allowed: &Allowed<Sell>, id: ApprovalId, till: TillId, helper: PersonId, now: Ts) -> Result<()> {
    let text = sql!("INSERT INTO approval (coop_id, id, till_id, helper_id, given_at) VALUES ($1, $2, $3, $4, $5)");
    tx.q(text).bind(allowed.coop()).bind(id).bind(till).bind(helper).bind(now).run().await.map(drop)
}

/// An approval that nothing has used yet.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct Approval {
    /// Who gave it.
    pub helper_id: PersonId,
    /// When.
    pub given_at: Ts,
}

/// An unused approval that was given at a till.
pub async fn unused(tx: &mut Tx, allowed: &Allowed<Sell>, id: ApprovalId, till: TillId) -> Result<Option<Approval>> {
    let text = sql!("SELECT helper_id, given_at FROM approval WHERE coop_id = $1 AND id = $2 AND till_id = $3 AND used_by IS NULL");
    tx.q(text).bind(allowed.coop()).bind(id).bind(till).opt().await
}

/// Drops some approvals that were given and used before an instant, or given before an earlier one and never used.
pub async fn sweep(tx: &mut Tx, coop: CoopId, used: Ts, unused: Ts) -> Result<()> {
    let text = sql!(
        "DELETE FROM approval WHERE coop_id = $1 AND id IN
           (SELECT id FROM approval
            WHERE coop_id = $1 AND ((given_at < $2 AND used_by IS NOT NULL) OR given_at < $3) ORDER BY id LIMIT 100)"
    );
    tx.q(text).bind(coop).bind(used).bind(unused).run().await.map(drop)
}
