//! The auditor's own books: a balance for each account and party.

use std::collections::BTreeMap;

use gezi::store::audit;
use uuid::Uuid;

use crate::harness::Shop;

/// An account's code, and whose balance.
pub type Account = (&'static str, Option<Uuid>);

/// Balances that are not zero, debit positive, in fen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books(BTreeMap<(String, Option<Uuid>), i64>);

impl Books {
    /// Debits an account.
    pub fn debit(&mut self, (code, party): Account, amount: i64) {
        let key = (code.to_owned(), party);
        let balance = self.0.entry(key.clone()).or_default();
        *balance += amount;
        if *balance == 0 {
            self.0.remove(&key);
        }
    }

    /// Moves money from one account to another.
    pub fn moves(&mut self, debit: Account, credit: Account, amount: i64) {
        self.debit(debit, amount);
        self.debit(credit, -amount);
    }

    /// What stands on an account, debit positive.
    pub fn on(&self, (code, party): Account) -> i64 {
        self.0.get(&(code.to_owned(), party)).copied().unwrap_or_default()
    }

    /// The balances that the service keeps.
    pub async fn of(shop: &Shop) -> Self {
        let mut tx = shop.service.db.snapshot().await.expect("a read");
        let rows = audit::all_time(&mut tx, shop.coop.id).await.expect("balances");
        let mut books = Self::default();
        for row in rows {
            let party = Some(row.party).filter(|party| !party.is_nil());
            *books.0.entry((row.account, party)).or_default() += row.debit_minor.0 - row.credit_minor.0;
        }
        books.0.retain(|_, balance| *balance != 0);
        books
    }
}
