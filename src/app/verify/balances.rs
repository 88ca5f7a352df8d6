//! Kept balances against the sums of the postings. The sums take a line per account, party and month, as the kept ones do.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Fault, Verdict};
use crate::{
    app::Refusal,
    domain::{id::CoopId, money::Minor, time::Month},
    store::{
        Tx,
        audit::{self, Leg},
        journal::ALL_TIME,
    },
};

/// How many kept balances are read at once.
const ROWS: i64 = 5_000;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// As it is kept: `2026-06`, or `ALL_TIME`.
    month: String,
    account: String,
    party: Uuid,
    unit: String,
}

/// Debits and credits as the postings have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums(BTreeMap<Key, (i64, i64)>);

impl Sums {
    /// Adds a posting to its month and to all time.
    pub(super) fn add(&mut self, leg: &Leg) {
        let posting = &leg.posting;
        for month in [ALL_TIME.to_owned(), Month::of(leg.day).to_string()] {
            let (account, unit) = (posting.account.clone(), posting.unit.clone());
            let key = Key { month, account, party: posting.party.unwrap_or(Uuid::nil()), unit };
            let (debit, credit) = self.0.entry(key).or_default();
            let side = if posting.amount.0 > 0 { debit } else { credit };
            *side = side.saturating_add(posting.amount.0.saturating_abs());
        }
    }

    /// What is owed on an account for all time: credit positive.
    pub(super) fn owed_on(&self, account: &str, unit: &str) -> Minor {
        let own = self.0.iter().filter(|(key, _)| key.month == ALL_TIME && key.account == account && key.unit == unit);
        Minor(own.fold(0, |owed: i64, (_, (debit, credit))| owed.saturating_add(*credit).saturating_sub(*debit)))
    }

    /// What stands on an account of one party for all time: debit positive.
    pub(super) fn on(&self, account: &str, party: Uuid, unit: &str) -> i64 {
        let key = Key { month: ALL_TIME.to_owned(), account: account.to_owned(), party, unit: unit.to_owned() };
        self.0.get(&key).map_or(0, |(debit, credit)| debit.saturating_sub(*credit))
    }

    /// Compares with what is kept, row by row in both directions.
    pub(super) async fn compare(&self, tx: &mut Tx, coop: CoopId, verdict: &mut Verdict) -> Result<(), Refusal> {
        let mut left = self.0.clone();
        let mut after = None;
        loop {
            let rows = audit::balances(tx, coop, after.as_ref(), ROWS).await?;
            let Some(last) = rows.last().cloned() else { break };
            for row in rows {
                let key = Key { month: row.month.clone(), account: row.account.clone(), party: row.party, unit: row.unit.clone() };
                let kept = (row.debit_minor.0, row.credit_minor.0);
                let sum = left.remove(&key).unwrap_or_default();
                if kept != sum {
                    let audit::BalanceRow { account, party, month, .. } = row;
                    verdict.blame(Fault::BalanceDiffers { account, party, month, kept, sum });
                }
            }
            after = Some(last);
        }
        for (key, sum) in left {
            verdict.blame(Fault::BalanceDiffers { account: key.account, party: key.party, month: key.month, kept: (0, 0), sum });
        }
        Ok(())
    }
}
