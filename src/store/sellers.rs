//! Who may sell at a till, and the three pictures that say who it is.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, Sell, SetPicturePin},
    domain::id::PersonId,
    sql,
};

/// Keeps a person's pictures in place of earlier ones; without any, takes them away.
pub async fn set_pictures(
    tx: &mut Tx,
    allowed: &Allowed<SetPicturePin>,
    person: PersonId,
    pin_hash: Option<&str>,
    by: Option<PersonId>,
) -> Result<()> {
    let Some(pin_hash) = pin_hash else {
        let text = sql!("DELETE FROM picture_pin WHERE coop_id = $1 AND person_id = $2");
        return tx.q(text).bind(allowed.coop()).bind(person).run().await.map(drop);
    };
    let text = sql!(
        "INSERT INTO picture_pin (coop_id, person_id, pin_hash, set_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (coop_id, person_id) DO UPDATE SET pin_hash = excluded.pin_hash, set_by = excluded.set_by"
    );
    tx.q(text).bind(allowed.coop()).bind(person).bind(pin_hash.to_owned()).bind(by).run().await.map(drop)
}

/// Somebody who may sell today.
#[derive(Clone, FromRow)]
pub struct Seller {
    /// Their pictures, if they chose any.
    pub pin_hash: Option<String>,
    /// Who chose them.
    pub set_by: Option<PersonId>,
}

/// A person, if they may sell at a till today.
pub async fn seller(tx: &mut Tx, allowed: &Allowed<Sell>, person: PersonId) -> Result<Option<Seller>> {
    let text = sql!(
        "SELECT n.pin_hash, n.set_by FROM person p
         LEFT JOIN picture_pin n ON n.coop_id = p.coop_id AND n.person_id = p.id
         WHERE p.coop_id = $1 AND p.id = $2
           AND EXISTS (SELECT 1 FROM role_grant r
                       WHERE r.coop_id = $1 AND r.person_id = $2 AND r.ended_at IS NULL
                         AND r.role IN ('stallholder', 'helper', 'organiser', 'treasurer'))"
    );
    tx.q(text).bind(allowed.coop()).bind(person).opt().await
}
