//! The journal: the only INSERTs into `entry` and `posting`, and the balances beside them; and what stands under a number.

use std::collections::BTreeMap;

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, coop::Head};
use crate::{
    domain::{
        chain::{Hash, canonical},
        entry::{Entry, Posting},
        id::{CoopId, DocumentId},
        money::Minor,
        time::{Month, Ts},
    },
    sql,
};

/// The month of the balance rows that cover all time.
pub const ALL_TIME: &str = "";

/// Appends an entry under the head's lock: next number, previous hash, postings, balances. Moves `head` on.
pub async fn append(tx: &mut Tx, head: &mut Head, entry: &Entry, now: Ts) -> Result<i64> {
    let number = head.number + 1;
    let bytes = canonical(entry, number.unsigned_abs(), head.hash);
    let hash = Hash::of(&bytes);
    let text = sql!(
        "INSERT INTO entry (coop_id, number, day, document_day, kind, document_id, document_hash, command_id, memo, reverses,
                            previous_hash, hash, posted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
    );
    let insert = tx.q(text).bind(entry.coop).bind(number).bind(entry.date).bind(entry.date).bind(entry.kind.clone());
    let insert = insert.bind(entry.document.id).bind(entry.document.hash).bind(entry.command).bind(entry.memo.clone());
    let insert = insert.bind(entry.reverses.and_then(|number| i64::try_from(number).ok())).bind(head.hash).bind(hash).bind(now);
    insert.run().await?;

    let numbered: Vec<_> = (1_i64..).zip(entry.postings()).collect();
    let text = sql!("INSERT INTO posting (coop_id, number, place, account, party, unit, amount_minor, day) VALUES $rows");
    tx.insert(text, &numbered, |(place, posting), args| {
        args.add(entry.coop).add(number).add(*place).add(posting.account.clone()).add(posting.party);
        args.add(posting.unit.clone()).add(posting.amount).add(entry.date);
    })
    .await?;

    add_to_balances(tx, entry).await?;
    *head = Head { number, hash, ..*head };
    Ok(number)
}

async fn add_to_balances(tx: &mut Tx, entry: &Entry) -> Result<()> {
    let month = Month::of(entry.date).to_string();
    // One row per key: an upsert may not touch a row twice, and two legs of an entry may be on both sides of one account.
    let mut sums: BTreeMap<(&str, Uuid, &str), (i64, i64)> = BTreeMap::new();
    for posting in entry.postings() {
        let key = (posting.account.as_str(), posting.party.unwrap_or(Uuid::nil()), posting.unit.as_str());
        let (debit, credit) = sums.entry(key).or_default();
        // Within an entry both sums are bounded by the entry's own totals, which were added without overflow.
        if posting.amount.0 > 0 { *debit += posting.amount.0 } else { *credit -= posting.amount.0 }
    }
    let mut rows = Vec::with_capacity(sums.len() * 2);
    for (key, sides) in sums {
        rows.push((key, ALL_TIME, sides));
        rows.push((key, month.as_str(), sides));
    }
    let text = sql!(
        "INSERT INTO balance (coop_id, account, party, unit, month, debit_minor, credit_minor) VALUES $rows
         ON CONFLICT (coop_id, month, account, party, unit) DO UPDATE
         SET debit_minor = balance.debit_minor + excluded.debit_minor, credit_minor = balance.credit_minor + excluded.credit_minor"
    );
    tx.insert(text, &rows, |((account, party, unit), month, (debit, credit)), args| {
        args.add(entry.coop).add((*account).to_owned()).add(*party).add((*unit).to_owned()).add((*month).to_owned());
        args.add(*debit).add(*credit);
    })
    .await
}

/// An account's balance for all time, debit positive.
pub async fn balance(tx: &mut Tx, coop: CoopId, account: &str, party: Option<Uuid>, unit: &str) -> Result<Minor> {
    let text = sql!(
        "SELECT debit_minor - credit_minor FROM balance
         WHERE coop_id = $1 AND month = '' AND account = $2 AND party = $3 AND unit = $4"
    );
    let query = tx.q(text).bind(coop).bind(account.to_owned()).bind(party.unwrap_or(Uuid::nil())).bind(unit.to_owned());
    Ok(query.maybe_scalar().await?.unwrap_or_default())
}

/// The number of a document's entry.
pub async fn number_of(tx: &mut Tx, coop: CoopId, document: DocumentId) -> Result<Option<i64>> {
    let text = sql!("SELECT number FROM entry WHERE coop_id = $1 AND document_id = $2 ORDER BY number LIMIT 1");
    tx.q(text).bind(coop).bind(document).maybe_scalar().await
}

/// What stands in the journal under a number, to be undone.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// What happened.
    pub kind: String,
    /// The document behind it.
    pub document: DocumentId,
    /// Its legs, in order.
    pub postings: Vec<Posting>,
}

/// An entry by its number.
pub async fn recorded(tx: &mut Tx, coop: CoopId, number: i64) -> Result<Option<Recorded>> {
    #[derive(FromRow)]
    struct EntryRow {
        kind: String,
        document_id: DocumentId,
    }
    #[derive(FromRow)]
    struct LegRow {
        account: String,
        party: Option<Uuid>,
        unit: String,
        amount_minor: Minor,
    }
    let text = sql!("SELECT kind, document_id FROM entry WHERE coop_id = $1 AND number = $2");
    let Some(entry) = tx.q(text).bind(coop).bind(number).opt::<EntryRow>().await? else { return Ok(None) };
    let text = sql!("SELECT account, party, unit, amount_minor FROM posting WHERE coop_id = $1 AND number = $2 ORDER BY place LIMIT 10000");
    let legs = tx.q(text).bind(coop).bind(number).all::<LegRow>().await?;
    let posting = |leg: LegRow| Posting { account: leg.account, party: leg.party, unit: leg.unit, amount: leg.amount_minor };
    Ok(Some(Recorded { kind: entry.kind, document: entry.document_id, postings: legs.into_iter().map(posting).collect() }))
}
