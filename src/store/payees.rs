//! How owners are paid: what the cooperative agreed, how much help each has, and their bank accounts, sealed.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, KeepBankAccounts, ManagePeople, MoveMoney, ReadPeople},
    domain::{
        id::{CoopId, PersonId},
        money::Minor,
        time::Ts,
    },
    sql,
};

/// What the cooperative agreed about payouts.
#[derive(Clone, Debug, FromRow)]
pub struct TermsRow {
    /// Which.
    pub id: Uuid,
    /// How much of what is due may go to rent, in millionths of a percent.
    pub limit_e6: i64,
    /// Less than this waits.
    pub minimum_minor: Minor,
    /// The columns of the file for the bank, as JSON.
    pub columns: String,
    /// Who set it.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Ts,
}

/// Sets what is agreed from now on.
pub async fn set_terms(tx: &mut Tx, allowed: &Allowed<MoveMoney>, row: &TermsRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO payout_terms (coop_id, id, limit_e6, minimum_minor, columns, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.limit_e6).bind(row.minimum_minor).bind(row.columns.clone());
    insert.bind(row.set_by).bind(row.set_at).run().await.map(drop)
}

/// What is agreed now.
pub async fn terms(tx: &mut Tx, coop: CoopId) -> Result<Option<TermsRow>> {
    let text = sql!(
        "SELECT id, limit_e6, minimum_minor, columns, set_by, set_at FROM payout_terms
         WHERE coop_id = $1 ORDER BY set_at DESC, id DESC LIMIT 1"
    );
    tx.q(text).bind(coop).opt().await
}

/// How much help somebody has from some time on.
#[derive(Clone, Debug, FromRow)]
pub struct PlanRow {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub person_id: PersonId,
    /// A word of [`crate::domain::payout::Plan`].
    pub plan: String,
    /// From which amount on.
    pub threshold_minor: Minor,
    /// Who set it.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Ts,
}

/// Sets how much help somebody has.
pub async fn set_plan(tx: &mut Tx, allowed: &Allowed<ManagePeople>, row: &PlanRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO support_plan (coop_id, id, person_id, plan, threshold_minor, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.person_id).bind(row.plan.clone()).bind(row.threshold_minor);
    insert.bind(row.set_by).bind(row.set_at).run().await?;
    let text = sql!("UPDATE person SET support_plan = $3 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(row.person_id).bind(row.plan.clone()).run().await.map(drop)
}

/// Everybody's plan and threshold as they are now: those whose plan was never changed have the one that they were added with.
#[derive(Clone, Debug, FromRow)]
pub struct PlanNow {
    /// Whose.
    pub person_id: PersonId,
    /// What tiles and papers show.
    pub nickname: Option<String>,
    /// A word of [`crate::domain::payout::Plan`].
    pub plan: String,
    /// From which amount on.
    pub threshold_minor: Minor,
}

/// The plans of some people now.
pub async fn plans(tx: &mut Tx, coop: CoopId, people: &[PersonId]) -> Result<Vec<PlanNow>> {
    let text = sql!(
        "SELECT p.id AS person_id, p.nickname, p.support_plan AS plan,
                COALESCE((SELECT s.threshold_minor FROM support_plan s WHERE s.coop_id = $1 AND s.person_id = p.id
                          ORDER BY s.set_at DESC, s.id DESC LIMIT 1), 0) AS threshold_minor
         FROM person p WHERE p.coop_id = $1 AND p.id IN ($list) ORDER BY p.id LIMIT 100000"
    );
    let bind = |args: &mut Args| {
        args.add(coop);
    };
    tx.q_list(text, bind, people).all().await
}

/// What plans were set, in the order in which they were, after one of them.
pub async fn plan_log(
    tx: &mut Tx,
    allowed: &Allowed<ReadPeople>,
    person: Option<PersonId>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<PlanRow>> {
    let text = sql!(
        "SELECT id, person_id, plan, threshold_minor, set_by, set_at FROM support_plan
         WHERE coop_id = $1 AND (person_id = $2 OR $2 IS NULL) AND id > $3 AND ($4 OR person_id IN ($list)) ORDER BY id LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(person).add(after).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}

/// A bank account, sealed under its owner's key.
#[derive(Clone, Debug, FromRow)]
pub struct AccountRow {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub person_id: PersonId,
    /// Holder, bank and number.
    pub sealed: Vec<u8>,
    /// Who wrote it down.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Ts,
    /// `approved` or `rejected` once a second person has decided.
    pub outcome: Option<String>,
    /// Who.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Ts>,
}

/// Writes an account down; it is paid to once another person approves it.
pub async fn propose_account(tx: &mut Tx, allowed: &Allowed<KeepBankAccounts>, row: &AccountRow) -> Result<()> {
    let text = sql!("INSERT INTO bank_account (coop_id, id, person_id, sealed, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6)");
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.person_id).bind(row.sealed.clone());
    insert.bind(row.proposed_by).bind(row.proposed_at).run().await.map(drop)
}

/// Decides on an account.
pub async fn decide_account(tx: &mut Tx, coop: CoopId, id: Uuid, outcome: &str, by: PersonId, now: Ts) -> Result<()> {
    let text = sql!("UPDATE bank_account SET outcome = $3, decided_by = $4, decided_at = $5 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(coop).bind(id).bind(outcome.to_owned()).bind(by).bind(now).run().await.map(drop)
}

/// An account.
pub async fn account(tx: &mut Tx, coop: CoopId, id: Uuid) -> Result<Option<AccountRow>> {
    let text = sql!(
        "SELECT id, person_id, sealed, proposed_by, proposed_at, outcome, decided_by, decided_at
         FROM bank_account WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(id).opt().await
}

/// The account that somebody is paid to: the one approved last.
pub async fn account_of(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<Option<Uuid>> {
    let text = sql!(
        "SELECT id FROM bank_account WHERE coop_id = $1 AND person_id = $2 AND outcome = 'approved'
         ORDER BY decided_at DESC, id DESC LIMIT 1"
    );
    tx.q(text).bind(coop).bind(person).maybe_scalar().await
}

/// Accounts by id, which is by age, after one of them.
pub async fn accounts(
    tx: &mut Tx,
    allowed: &Allowed<KeepBankAccounts>,
    person: Option<PersonId>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<AccountRow>> {
    let text = sql!(
        "SELECT id, person_id, sealed, proposed_by, proposed_at, outcome, decided_by, decided_at FROM bank_account
         WHERE coop_id = $1 AND (person_id = $2 OR $2 IS NULL) AND id > $3 AND ($4 OR person_id IN ($list)) ORDER BY id LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(person).add(after).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}
