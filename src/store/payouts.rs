//! Payouts: runs, what they drafted, and each step on the way. Nothing of it is ever changed; where a payout stands follows from its steps.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, DraftPayouts, ReadBooks, ReadStatements},
    domain::{
        id::{CoopId, DocumentId, PayoutId, PersonId},
        money::Minor,
        payout::Step,
        time::Ts,
    },
    sql,
};

/// A run.
#[derive(Clone, Debug, FromRow)]
pub struct RunRow {
    /// Which.
    pub id: Uuid,
    /// How many payouts it drafted.
    pub drafts: i64,
    /// What they pay.
    pub paid_minor: Minor,
    /// What of rent they take.
    pub offset_minor: Minor,
    /// Who made it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Ts,
}

/// A payout as it was drafted.
#[derive(Clone, Debug, FromRow)]
pub struct PayoutRow {
    /// Which.
    pub id: PayoutId,
    /// The run that drafted it.
    pub run_id: Uuid,
    /// To whom.
    pub owner_id: PersonId,
    /// How many were drafted for them before.
    pub turn: i64,
    /// What was due.
    pub due_minor: Minor,
    /// What of it goes to rent.
    pub offset_minor: Minor,
    /// What is paid.
    pub paid_minor: Minor,
    /// `safe` or `bank`.
    pub through: String,
    /// The account that it goes to.
    pub bank_account_id: Option<Uuid>,
    /// The help that it needs.
    pub help: String,
    /// Who drafted it.
    pub drafted_by: PersonId,
    /// When.
    pub drafted_at: Ts,
}

/// A step of a payout.
#[derive(Clone, Debug, FromRow)]
pub struct StepRow {
    /// Of which.
    pub payout_id: PayoutId,
    /// A word of [`Step`].
    pub step: String,
    /// Who took it.
    pub by_id: PersonId,
    /// Who set the pictures by which a till knew them.
    pub known_by: Option<PersonId>,
    /// `sign_in` or `till`.
    pub manner: String,
    /// Why, where somebody said no or it did not arrive.
    pub reason: Option<String>,
    /// What it put into the books.
    pub event_id: Option<DocumentId>,
    /// When.
    pub taken_at: Ts,
}

/// Keeps a run with its drafts.
pub async fn save_run(tx: &mut Tx, allowed: &Allowed<DraftPayouts>, run: &RunRow, drafts: &[PayoutRow]) -> Result<()> {
    let text = sql!(
        "INSERT INTO payout_run (coop_id, id, drafts, paid_minor, offset_minor, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(run.id).bind(run.drafts).bind(run.paid_minor).bind(run.offset_minor);
    insert.bind(run.made_by).bind(run.made_at).run().await?;
    let text = sql!(
        "INSERT INTO payout (coop_id, id, run_id, owner_id, turn, due_minor, offset_minor, paid_minor, through, bank_account_id, help,
                             drafted_by, drafted_at)
         VALUES $rows"
    );
    tx.insert(text, drafts, |row, args| {
        args.add(allowed.coop()).add(row.id).add(row.run_id).add(row.owner_id).add(row.turn).add(row.due_minor).add(row.offset_minor);
        args.add(row.paid_minor).add(row.through.clone()).add(row.bank_account_id).add(row.help.clone());
        args.add(row.drafted_by).add(row.drafted_at);
    })
    .await
}

/// Keeps a step. The key lets each be taken once.
pub async fn take(tx: &mut Tx, coop: CoopId, row: &StepRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO payout_step (coop_id, payout_id, step, by_id, known_by, manner, reason, event_id, taken_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    let insert = tx.q(text).bind(coop).bind(row.payout_id).bind(row.step.clone()).bind(row.by_id).bind(row.known_by);
    insert.bind(row.manner.clone()).bind(row.reason.clone()).bind(row.event_id).bind(row.taken_at).run().await.map(drop)
}

/// A payout, to be decided on.
pub async fn load(tx: &mut Tx, coop: CoopId, id: PayoutId) -> Result<Option<PayoutRow>> {
    let text = sql!(
        "SELECT id, run_id, owner_id, turn, due_minor, offset_minor, paid_minor, through, bank_account_id, help, drafted_by, drafted_at
         FROM payout WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(id).opt().await
}

/// The steps of some payouts, in the order in which they were taken.
pub async fn steps(tx: &mut Tx, coop: CoopId, payouts: &[PayoutId]) -> Result<Vec<StepRow>> {
    let text = sql!(
        "SELECT payout_id, step, by_id, known_by, manner, reason, event_id, taken_at
         FROM payout_step WHERE coop_id = $1 AND payout_id IN ($list) ORDER BY payout_id, taken_at, step LIMIT 10000"
    );
    let bind = |args: &mut Args| {
        args.add(coop);
    };
    tx.q_list(text, bind, payouts).all().await
}

/// The steps of a payout, as words of the domain.
#[must_use]
pub fn words(steps: &[StepRow]) -> Vec<Step> {
    steps.iter().filter_map(|row| Step::parse(&row.step)).collect()
}

/// Whose payouts are on their way: neither paid, refused nor taken back; and how many anybody had so far.
#[derive(Clone, Debug, FromRow)]
pub struct SoFar {
    /// Whose.
    pub owner_id: PersonId,
    /// How many were drafted.
    pub drafted: i64,
    /// How many are open.
    pub open: i64,
}

/// How many payouts everybody had so far.
pub async fn so_far(tx: &mut Tx, coop: CoopId) -> Result<Vec<SoFar>> {
    let text = sql!(
        "SELECT p.owner_id, count(*) AS drafted,
                count(CASE WHEN NOT EXISTS (SELECT 1 FROM payout_step s WHERE s.coop_id = $1 AND s.payout_id = p.id
                                            AND s.step IN ('paid', 'refused', 'cancelled')) THEN 1 END) AS open
         FROM person o CROSS JOIN payout p WHERE o.coop_id = $1 AND p.coop_id = o.coop_id AND p.owner_id = o.id
         GROUP BY p.owner_id ORDER BY p.owner_id LIMIT 100000"
    );
    tx.q(text).bind(coop).all().await
}

/// Which payouts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Of this run.
    pub run: Option<Uuid>,
    /// To this owner.
    pub owner: Option<PersonId>,
    /// Those on their way only.
    pub open: bool,
}

/// Payouts by id, which is by age, the newest first: up to `limit` before one of them.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadStatements>, wanted: Wanted, before: Uuid, limit: i64) -> Result<Vec<PayoutRow>> {
    let text = sql!(
        "SELECT p.id, p.run_id, p.owner_id, p.turn, p.due_minor, p.offset_minor, p.paid_minor, p.through, p.bank_account_id, p.help,
                p.drafted_by, p.drafted_at
         FROM payout p
         WHERE p.coop_id = $1 AND p.id < $2 AND (p.run_id = $3 OR $3 IS NULL) AND (p.owner_id = $4 OR $4 IS NULL)
           AND ($5 OR p.owner_id IN ($list))
           AND (NOT $6 OR NOT EXISTS (SELECT 1 FROM payout_step s WHERE s.coop_id = $1 AND s.payout_id = p.id
                                      AND s.step IN ('paid', 'refused', 'cancelled')))
         ORDER BY p.id DESC LIMIT $7"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(before).add(wanted.run).add(wanted.owner).add(allowed.only().is_none());
        args.add(wanted.open).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}

/// The payouts that are on their way: of some owners, or of all.
pub async fn open(tx: &mut Tx, coop: CoopId, owners: Option<&[PersonId]>) -> Result<Vec<PayoutRow>> {
    let text = sql!(
        "SELECT p.id, p.run_id, p.owner_id, p.turn, p.due_minor, p.offset_minor, p.paid_minor, p.through, p.bank_account_id, p.help,
                p.drafted_by, p.drafted_at
         FROM person o CROSS JOIN payout p
         WHERE o.coop_id = $1 AND p.coop_id = o.coop_id AND p.owner_id = o.id AND ($2 OR p.owner_id IN ($list))
           AND NOT EXISTS (SELECT 1 FROM payout_step s WHERE s.coop_id = $1 AND s.payout_id = p.id
                           AND s.step IN ('paid', 'refused', 'cancelled'))
         ORDER BY p.id LIMIT 1000"
    );
    let bind = |args: &mut Args| {
        args.add(coop).add(owners.is_none());
    };
    tx.q_list(text, bind, owners.unwrap_or_default()).all().await
}

/// A payout, for whoever may see it.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadStatements>, id: PayoutId) -> Result<Option<PayoutRow>> {
    Ok(load(tx, allowed.coop(), id).await?.filter(|row| allowed.covers(row.owner_id)))
}

/// Runs by id, which is by age, after one of them.
pub async fn runs(tx: &mut Tx, allowed: &Allowed<ReadBooks>, after: Uuid, limit: i64) -> Result<Vec<RunRow>> {
    let text = sql!(
        "SELECT id, drafts, paid_minor, offset_minor, made_by, made_at FROM payout_run WHERE coop_id = $1 AND id > $2 ORDER BY id LIMIT $3"
    );
    tx.q(text).bind(allowed.coop()).bind(after).bind(limit).all().await
}

/// Whether there is such a run.
pub async fn run_exists(tx: &mut Tx, coop: CoopId, run: Uuid) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM payout_run WHERE coop_id = $1 AND id = $2");
    Ok(tx.q(text).bind(coop).bind(run).scalar::<i64>().await? > 0)
}

/// The payouts of a run that were paid through the bank and did arrive, as far as anybody knows.
pub async fn transferred(tx: &mut Tx, coop: CoopId, run: Uuid) -> Result<Vec<PayoutRow>> {
    let text = sql!(
        "SELECT p.id, p.run_id, p.owner_id, p.turn, p.due_minor, p.offset_minor, p.paid_minor, p.through, p.bank_account_id, p.help,
                p.drafted_by, p.drafted_at
         FROM payout p
         WHERE p.coop_id = $1 AND p.run_id = $2 AND p.through = 'bank'
           AND EXISTS (SELECT 1 FROM payout_step s WHERE s.coop_id = $1 AND s.payout_id = p.id AND s.step = 'paid')
           AND NOT EXISTS (SELECT 1 FROM payout_step s WHERE s.coop_id = $1 AND s.payout_id = p.id AND s.step = 'failed')
         ORDER BY p.id LIMIT 10000"
    );
    tx.q(text).bind(coop).bind(run).all().await
}

/// What is due to an owner and what they owe, by account.
#[derive(Clone, Debug, FromRow)]
pub struct BalanceRow {
    /// Whose.
    pub party: PersonId,
    /// The account's code.
    pub account: String,
    /// Debit positive.
    pub balance: Minor,
}

/// What stands on some accounts for everybody, debit positive.
pub async fn balances(tx: &mut Tx, coop: CoopId, accounts: &[String], unit: &str) -> Result<Vec<BalanceRow>> {
    let text = sql!(
        "SELECT party, account, debit_minor - credit_minor AS balance FROM balance
         WHERE coop_id = $1 AND month = '' AND unit = $2 AND account IN ($list)
         ORDER BY party, account LIMIT 1000000"
    );
    let bind = |args: &mut Args| {
        args.add(coop).add(unit.to_owned());
    };
    tx.q_list(text, bind, accounts).all().await
}
