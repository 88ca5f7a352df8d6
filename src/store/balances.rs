//! Balances, read: from the rows that the writer keeps, one per month and one for all time.
//!
//! What stood at a day is the all-time row less the months after it and less the rest of its month. So the cost follows the
//! distance from today, and never the length of the history.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, books::Of, db::Args};
use crate::{
    auth::policy::{Allowed, ReadBooks, ReadStatements},
    domain::{
        id::CoopId,
        money::Minor,
        time::{Date, Month},
    },
    sql,
};

/// What was debited and credited to an account.
#[derive(Clone, Debug, FromRow)]
pub struct Turnover {
    /// The account's code.
    pub account: String,
    /// The unit's code.
    pub unit: String,
    /// All debits.
    pub debit: Minor,
    /// All credits.
    pub credit: Minor,
}

/// Turnovers of every account since the beginning: today's trial balance.
pub async fn all_time(tx: &mut Tx, allowed: &Allowed<ReadBooks>) -> Result<Vec<Turnover>> {
    let text = sql!(
        "SELECT account, unit, CAST(sum(debit_minor) AS BIGINT) AS debit, CAST(sum(credit_minor) AS BIGINT) AS credit
         FROM balance WHERE coop_id = $1 AND month = '' GROUP BY account, unit ORDER BY account, unit LIMIT 10000"
    );
    tx.q(text).bind(allowed.coop()).all().await
}

/// Turnovers of every account after a day: the months after its own, and the rest of its month.
pub async fn after(tx: &mut Tx, allowed: &Allowed<ReadBooks>, day: Date) -> Result<Vec<Turnover>> {
    let month = Month::of(day);
    let text = sql!(
        "SELECT account, unit, CAST(sum(debit_minor) AS BIGINT) AS debit, CAST(sum(credit_minor) AS BIGINT) AS credit
         FROM balance WHERE coop_id = $1 AND month > $2 GROUP BY account, unit ORDER BY account, unit LIMIT 10000"
    );
    let mut turnovers: Vec<Turnover> = tx.q(text).bind(allowed.coop()).bind(month.to_string()).all().await?;
    let text = sql!(
        "SELECT p.account, p.unit,
                CAST(sum(CASE WHEN p.amount_minor > 0 THEN p.amount_minor ELSE 0 END) AS BIGINT) AS debit,
                CAST(sum(CASE WHEN p.amount_minor < 0 THEN -p.amount_minor ELSE 0 END) AS BIGINT) AS credit
         FROM entry e JOIN posting p ON p.coop_id = e.coop_id AND p.number = e.number
         WHERE e.coop_id = $1 AND e.day > $2 AND e.day <= $3
         GROUP BY p.account, p.unit ORDER BY p.account, p.unit LIMIT 10000"
    );
    turnovers.extend(tx.q(text).bind(allowed.coop()).bind(day).bind(month.last_day()).all::<Turnover>().await?);
    Ok(turnovers)
}

/// What stood on an account, or on one party's part of it, before a day: debit positive.
pub async fn before(tx: &mut Tx, coop: CoopId, of: Of<'_>, unit: &str, day: Date) -> Result<Minor> {
    let month = Month::of(day);
    let (everybody, party) = (i32::from(of.party.is_none()), of.party.unwrap_or(Uuid::nil()));
    // Three short stretches of an index each: one statement with OR would make the planner read every month.
    let text = sql!(
        "SELECT CAST(COALESCE(sum(debit_minor - credit_minor), 0) AS BIGINT) FROM balance
         WHERE coop_id = $1 AND month = '' AND account = $2 AND unit = $3 AND (CAST($4 AS INTEGER) = 1 OR party = $5)"
    );
    let query = tx.q(text).bind(coop).bind(of.account.to_owned()).bind(unit.to_owned()).bind(everybody).bind(party);
    let all_time: i64 = query.scalar().await?;
    let text = sql!(
        "SELECT CAST(COALESCE(sum(debit_minor - credit_minor), 0) AS BIGINT) FROM balance
         WHERE coop_id = $1 AND month >= $6 AND account = $2 AND unit = $3 AND (CAST($4 AS INTEGER) = 1 OR party = $5)"
    );
    let query = tx.q(text).bind(coop).bind(of.account.to_owned()).bind(unit.to_owned()).bind(everybody).bind(party);
    let since_month: i64 = query.bind(month.to_string()).scalar().await?;
    let text = sql!(
        "SELECT CAST(COALESCE(sum(amount_minor), 0) AS BIGINT) FROM posting
         WHERE coop_id = $1 AND account = $2 AND unit = $3 AND (CAST($4 AS INTEGER) = 1 OR party = $5) AND day >= $6 AND day < $7"
    );
    let query = tx.q(text).bind(coop).bind(of.account.to_owned()).bind(unit.to_owned()).bind(everybody).bind(party);
    let in_month: i64 = query.bind(month.first_day()).bind(day).scalar().await?;
    Ok(Minor(all_time - since_month + in_month))
}

/// What stands on an account for somebody.
#[derive(Clone, Debug, FromRow)]
pub struct PartyBalance {
    /// The account's code.
    pub account: String,
    /// What our entries use it for.
    pub role: Option<String>,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its English name.
    pub name_en: String,
    /// Whose balance.
    pub party: Uuid,
    /// What the party is called at the till.
    pub nickname: Option<String>,
    /// The unit's code.
    pub unit: String,
    /// All debits.
    pub debit_minor: Minor,
    /// All credits.
    pub credit_minor: Minor,
}

/// Today's balances of people: of everybody that the permission covers, or of one. `limit` rows after a place.
pub async fn of_people(
    tx: &mut Tx,
    allowed: &Allowed<ReadStatements>,
    one: Option<Uuid>,
    after: (String, Uuid),
    limit: i64,
) -> Result<Vec<PartyBalance>> {
    let every = sql!(
        "SELECT b.account, a.role, a.name_zh, a.name_en, b.party, p.nickname, b.unit, b.debit_minor, b.credit_minor
         FROM balance b
         JOIN account a ON a.coop_id = b.coop_id AND a.code = b.account
         JOIN person p ON p.coop_id = b.coop_id AND p.id = b.party
         WHERE b.coop_id = $1 AND b.month = '' AND (b.account, b.party) > ($2, $3)
         ORDER BY b.account, b.party, b.unit LIMIT $4"
    );
    let some = sql!(
        "SELECT b.account, a.role, a.name_zh, a.name_en, b.party, p.nickname, b.unit, b.debit_minor, b.credit_minor
         FROM balance b
         JOIN account a ON a.coop_id = b.coop_id AND a.code = b.account
         JOIN person p ON p.coop_id = b.coop_id AND p.id = b.party
         WHERE b.coop_id = $1 AND b.month = '' AND (b.account, b.party) > ($2, $3) AND b.party IN ($list)
         ORDER BY b.account, b.party, b.unit LIMIT $4"
    );
    let own: Option<Vec<Uuid>> = allowed.only().map(|own| own.iter().map(|person| person.0).collect());
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after.0).add(after.1).add(limit);
    };
    match (one, own) {
        (Some(one), _) => tx.q_list(some, bind, &[one]).all().await,
        (None, Some(own)) => tx.q_list(some, bind, &own).all().await,
        (None, None) => tx.q_list(every, bind, &Vec::<Uuid>::new()).all().await,
    }
}
