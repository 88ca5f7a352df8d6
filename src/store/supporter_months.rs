//! What a supporter's shares of sales brought in a month, and how many families that came from.

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, ReadInstruments},
    domain::{
        id::PersonId,
        money::Minor,
        time::{Date, Month},
    },
    sql,
};

/// The account that shares of sales are credited to, and the unit.
#[derive(Clone, Copy, Debug)]
pub struct On<'a> {
    /// Its code.
    pub account: &'a str,
    /// The unit's code.
    pub unit: &'a str,
}

/// The day of the first share of a sale.
pub async fn first_day(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, supporter: PersonId, on: On<'_>) -> Result<Option<Date>> {
    let text =
        sql!("SELECT day FROM posting WHERE coop_id = $1 AND party = $2 AND account = $3 AND unit = $4 ORDER BY day, number LIMIT 1");
    let query = tx.q(text).bind(allowed.coop()).bind(supporter).bind(on.account.to_owned()).bind(on.unit.to_owned());
    query.maybe_scalar().await
}

/// What a month's sales brought, less what came back.
pub async fn amount(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, supporter: PersonId, on: On<'_>, month: Month) -> Result<Minor> {
    let text = sql!(
        "SELECT CAST(COALESCE(sum(-p.amount_minor), 0) AS BIGINT)
         FROM posting p JOIN entry e ON e.coop_id = p.coop_id AND e.number = p.number
         WHERE p.coop_id = $1 AND p.party = $2 AND p.day >= $3 AND p.day <= $4 AND p.account = $5 AND p.unit = $6
           AND e.kind IN ('sale', 'refund', 'allocation')"
    );
    let query = tx.q(text).bind(allowed.coop()).bind(supporter).bind(month.first_day()).bind(month.last_day());
    query.bind(on.account.to_owned()).bind(on.unit.to_owned()).scalar().await
}

/// How many families a month's shares came from: those of whose sales something was credited.
pub async fn families(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, supporter: PersonId, on: On<'_>, month: Month) -> Result<i64> {
    let text = sql!(
        "SELECT count(DISTINCT o.person_id)
         FROM posting p
         JOIN entry e ON e.coop_id = p.coop_id AND e.number = p.number
         JOIN sale_part s ON s.coop_id = e.coop_id AND s.sale_id = e.document_id
           AND s.party = 'supporter' AND s.person_id = p.party AND s.uncapped > s.moved
         JOIN sale_part o ON o.coop_id = s.coop_id AND o.sale_id = s.sale_id AND o.line = s.line AND o.party = 'owner'
         WHERE p.coop_id = $1 AND p.party = $2 AND p.day >= $3 AND p.day <= $4 AND p.account = $5 AND p.unit = $6"
    );
    let query = tx.q(text).bind(allowed.coop()).bind(supporter).bind(month.first_day()).bind(month.last_day());
    query.bind(on.account.to_owned()).bind(on.unit.to_owned()).scalar().await
}

/// Whether any of the supporter's shares stands outside an instrument.
pub async fn has_plain_shares(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, supporter: PersonId) -> Result<bool> {
    let text = sql!(
        "SELECT EXISTS (SELECT 1 FROM agreement_share
                        WHERE coop_id = $1 AND party = 'supporter' AND person_id = $2 AND instrument_id IS NULL)"
    );
    tx.q(text).bind(allowed.coop()).bind(supporter).scalar().await
}
