//! The books, read: entries with their postings, registers, accounts and balances. Nothing here writes.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args, looking::Way};
use crate::{
    auth::policy::{Allowed, ReadBooks},
    domain::{
        account::{Holder, OpenTo, Role},
        chain::Hash,
        id::{CommandId, CoopId},
        money::Minor,
        office::AccountTerms,
        time::{Date, Ts},
    },
    sql,
};

/// An entry without its postings.
#[derive(Clone, Debug, FromRow)]
pub struct EntryRow {
    /// Its number in the cooperative's chain.
    pub number: i64,
    /// The business day.
    pub day: Date,
    /// The document's own day.
    pub document_day: Date,
    /// What happened, e.g. `sale`.
    pub kind: String,
    /// The document behind it.
    pub document_id: Uuid,
    /// Over the document's fields.
    pub document_hash: Hash,
    /// The command that asked for it.
    pub command_id: CommandId,
    /// A code.
    pub memo: String,
    /// The entry that it undoes.
    pub reverses: Option<i64>,
    /// Hash of the entry before.
    pub previous_hash: Hash,
    /// Its own hash.
    pub hash: Hash,
    /// When it was posted.
    pub posted_at: Ts,
}

/// A leg of an entry, debit positive.
#[derive(Clone, Debug, FromRow)]
pub struct PostingRow {
    /// Its entry.
    pub number: i64,
    /// Its place in the entry, from 1.
    pub place: i64,
    /// The account's code.
    pub account: String,
    /// The account's Chinese name.
    pub name_zh: String,
    /// Whose balance.
    pub party: Option<Uuid>,
    /// The unit's code.
    pub unit: String,
    /// Debit positive.
    pub amount_minor: Minor,
}

/// Which entries or postings: days from and to, both included.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// Which entries, in which order.
#[derive(Clone, Debug)]
pub struct Journal {
    /// Of these days.
    pub days: Days,
    /// Of this kind; empty for all.
    pub kind: String,
    /// With a posting to this account; empty for all.
    pub account: String,
    /// By day, then number.
    pub way: Way,
}

/// Entries: up to `limit` rows after a place.
pub async fn entries(tx: &mut Tx, allowed: &Allowed<ReadBooks>, of: &Journal, after: (Date, i64), limit: i64) -> Result<Vec<EntryRow>> {
    let all = sql!(
        "SELECT number, day, document_day, kind, document_id, document_hash, command_id, memo, reverses, previous_hash, hash, posted_at
         FROM entry
         WHERE coop_id = $1 AND day >= $2 AND day <= $3 AND (day, number) $beyond ($4, $5) AND (CAST($6 AS TEXT) = '' OR kind = $6)
         ORDER BY day $way, number $way LIMIT $7"
    );
    // From the account's own register: an account that is seldom used is found without a look at every entry.
    let of_account = sql!(
        "SELECT e.number, e.day, e.document_day, e.kind, e.document_id, e.document_hash, e.command_id, e.memo, e.reverses,
                e.previous_hash, e.hash, e.posted_at
         FROM posting p CROSS JOIN entry e
         WHERE p.coop_id = $1 AND p.account = $8 AND p.day >= $2 AND p.day <= $3 AND (p.day, p.number) $beyond ($4, $5)
           AND e.coop_id = $1 AND e.number = p.number AND (CAST($6 AS TEXT) = '' OR e.kind = $6)
           AND NOT EXISTS (SELECT 1 FROM posting q WHERE q.coop_id = $1 AND q.number = p.number AND q.account = $8 AND q.place < p.place)
         ORDER BY p.day $way, p.number $way LIMIT $7"
    );
    let query = tx.q(if of.account.is_empty() { all } else { of_account }).running(of.way).bind(allowed.coop());
    let query = query.bind(of.days.from).bind(of.days.to).bind(after.0).bind(after.1).bind(of.kind.clone()).bind(limit);
    if of.account.is_empty() { query.all().await } else { query.bind(of.account.clone()).all().await }
}

/// The entries of a document, oldest first.
pub async fn entries_of_document(tx: &mut Tx, coop: CoopId, document: Uuid) -> Result<Vec<EntryRow>> {
    let text = sql!(
        "SELECT number, day, document_day, kind, document_id, document_hash, command_id, memo, reverses, previous_hash, hash, posted_at
         FROM entry WHERE coop_id = $1 AND document_id = $2 ORDER BY number LIMIT 200"
    );
    tx.q(text).bind(coop).bind(document).all().await
}

/// An entry by its number.
pub async fn entry(tx: &mut Tx, allowed: &Allowed<ReadBooks>, number: i64) -> Result<Option<EntryRow>> {
    let text = sql!(
        "SELECT number, day, document_day, kind, document_id, document_hash, command_id, memo, reverses, previous_hash, hash, posted_at
         FROM entry WHERE coop_id = $1 AND number = $2"
    );
    tx.q(text).bind(allowed.coop()).bind(number).opt().await
}

/// The postings of some entries, in order.
pub async fn postings_of(tx: &mut Tx, allowed: &Allowed<ReadBooks>, numbers: &[i64]) -> Result<Vec<PostingRow>> {
    let text = sql!(
        "SELECT p.number, p.place, p.account, a.name_zh, p.party, p.unit, p.amount_minor
         FROM posting p JOIN account a ON a.coop_id = p.coop_id AND a.code = p.account
         WHERE p.coop_id = $1 AND p.number IN ($list) ORDER BY p.number, p.place LIMIT 1000000"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    tx.q_list(text, bind, numbers).all().await
}

/// An account.
#[derive(Clone, Debug, FromRow)]
pub struct AccountRow {
    /// Its code.
    pub code: String,
    /// What our entries use it for.
    pub role: Option<String>,
    /// In Chinese.
    pub name_zh: String,
    /// In English.
    pub name_en: String,
    /// Who may write on it: `events`, `opening` or `manual`.
    pub open_to: String,
    /// Whose balances it has: `nobody`, `person` or `till`.
    pub holder: String,
}

impl AccountRow {
    /// What it allows. A word that nobody knows allows nothing.
    #[must_use]
    pub fn terms(&self) -> AccountTerms {
        AccountTerms {
            role: self.role.as_deref().and_then(Role::parse),
            open_to: OpenTo::parse(&self.open_to).unwrap_or(OpenTo::Events),
            holder: Holder::parse(&self.holder).unwrap_or(Holder::Nobody),
        }
    }
}

/// The chart. It has some fifty accounts and no pages.
pub async fn accounts(tx: &mut Tx, coop: CoopId) -> Result<Vec<AccountRow>> {
    let text = sql!("SELECT code, role, name_zh, name_en, open_to, holder FROM account WHERE coop_id = $1 ORDER BY code LIMIT 2000");
    tx.q(text).bind(coop).all().await
}

/// Whether the chart has an account.
pub async fn has_account(tx: &mut Tx, coop: CoopId, code: &str) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM account WHERE coop_id = $1 AND code = $2");
    Ok(tx.q(text).bind(coop).bind(code.to_owned()).scalar::<i64>().await? > 0)
}

/// A line of an account's register.
#[derive(Clone, Debug, FromRow)]
pub struct RegisterRow {
    /// The business day.
    pub day: Date,
    /// The entry.
    pub number: i64,
    /// The posting's place in it.
    pub place: i64,
    /// What happened.
    pub kind: String,
    /// The document behind it.
    pub document_id: Uuid,
    /// Whose balance.
    pub party: Option<Uuid>,
    /// The unit's code.
    pub unit: String,
    /// Debit positive.
    pub amount_minor: Minor,
}

/// Which postings of an account: everybody's, or those of one party.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// The account's code.
    pub account: &'a str,
    /// The party.
    pub party: Option<Uuid>,
}

/// The postings of an account in some days, by day and number, one way or the other: `limit` rows after a place.
pub async fn register(
    tx: &mut Tx,
    allowed: &Allowed<ReadBooks>,
    of: Of<'_>,
    (days, way): (Days, Way),
    after: (Date, i64, i64),
    limit: i64,
) -> Result<Vec<RegisterRow>> {
    let every = sql!(
        "SELECT p.day, p.number, p.place, e.kind, e.document_id, p.party, p.unit, p.amount_minor
         FROM posting p JOIN entry e ON e.coop_id = p.coop_id AND e.number = p.number
         WHERE p.coop_id = $1 AND p.account = $2 AND p.day >= $3 AND p.day <= $4 AND (p.day, p.number, p.place) $beyond ($5, $6, $7)
         ORDER BY p.day $way, p.number $way, p.place $way LIMIT $8"
    );
    // COALESCE keeps SQLite from walking the whole account: the party's own index is the short one.
    let one = sql!(
        "SELECT p.day, p.number, p.place, e.kind, e.document_id, p.party, p.unit, p.amount_minor
         FROM posting p JOIN entry e ON e.coop_id = p.coop_id AND e.number = p.number
         WHERE p.coop_id = $1 AND p.party = $9 AND p.day >= $3 AND p.day <= $4 AND (p.day, p.number, p.place) $beyond ($5, $6, $7)
           AND COALESCE(p.account, '') = $2
         ORDER BY p.day $way, p.number $way, p.place $way LIMIT $8"
    );
    let query = tx.q(if of.party.is_some() { one } else { every }).running(way).bind(allowed.coop()).bind(of.account.to_owned());
    let query = query.bind(days.from).bind(days.to).bind(after.0).bind(after.1).bind(after.2).bind(limit);
    match of.party {
        Some(party) => query.bind(party).all().await,
        None => query.all().await,
    }
}
