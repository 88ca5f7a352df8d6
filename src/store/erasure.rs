//! Erasing a person: their key goes, and with it their name; ids and amounts stay, so the books stay whole.

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, ManagePeople},
    domain::{id::PersonId, time::Ts},
    sql,
};

/// Deletes what tells who somebody was, and how they signed in. Their statements keep number, hash and sums, and lose their pages.
pub async fn erase(tx: &mut Tx, allowed: &Allowed<ManagePeople>, person: PersonId, at: Ts) -> Result<()> {
    let coop = allowed.coop();
    // The writer's connection overwrites what it deletes: the key is in no page of the file afterwards. It is in the log until
    // that is emptied, see `Db::empty_log`.
    for text in [
        sql!("DELETE FROM person_private WHERE coop_id = $1 AND person_id = $2"),
        sql!("DELETE FROM login WHERE coop_id = $1 AND person_id = $2"),
        sql!("DELETE FROM pin WHERE coop_id = $1 AND person_id = $2"),
        sql!("DELETE FROM picture_pin WHERE coop_id = $1 AND person_id = $2"),
        sql!("DELETE FROM bank_account WHERE coop_id = $1 AND person_id = $2"),
        sql!("DELETE FROM grid_page WHERE coop_id = $1 AND owner_id = $2"),
        sql!("UPDATE person SET nickname = NULL, face = NULL WHERE coop_id = $1 AND id = $2"),
        sql!("UPDATE statement SET pdf = NULL WHERE coop_id = $1 AND owner_id = $2 AND pdf IS NOT NULL"),
    ] {
        tx.q(text).bind(coop).bind(person).run().await?;
    }
    let text = sql!("UPDATE session SET ended_at = $3 WHERE coop_id = $1 AND person_id = $2 AND ended_at IS NULL");
    tx.q(text).bind(coop).bind(person).bind(at).run().await.map(drop)
}
