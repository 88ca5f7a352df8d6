//! What is due to an owner now, and what rounding still owes them.

use super::{Result, Tx};
use crate::{
    domain::{
        id::{CoopId, PersonId},
        money::Minor,
    },
    sql,
};

/// What stands on the owner's two accounts, as members and before: credit positive.
pub async fn due(tx: &mut Tx, coop: CoopId, owner: PersonId, accounts: &[String; 2], unit: &str) -> Result<Minor> {
    let text = sql!(
        "SELECT CAST(COALESCE(sum(credit_minor - debit_minor), 0) AS BIGINT) FROM balance
         WHERE coop_id = $1 AND month = '' AND account IN ($2, $3) AND unit = $4 AND party = $5"
    );
    let [one, other] = accounts.clone();
    tx.q(text).bind(coop).bind(one).bind(other).bind(unit.to_owned()).bind(owner).scalar().await
}

/// The carries of the owner's shares over all versions, in 10⁻⁸ fen.
pub async fn carry_e8(tx: &mut Tx, coop: CoopId, owner: PersonId) -> Result<i64> {
    let text = sql!(
        "SELECT CAST(COALESCE(sum(c.carry_e8), 0) AS BIGINT)
         FROM agreement_share s
         JOIN agreement_carry c ON c.coop_id = s.coop_id AND c.version_id = s.version_id AND c.place = s.place
         WHERE s.coop_id = $1 AND s.party = 'owner' AND s.person_id = $2"
    );
    tx.q(text).bind(coop).bind(owner).scalar().await
}
