//! The stock book of owners' goods: what they brought, what was sold, came back, was taken home, and what a count found otherwise.
//!
//! A good is counted from its first receipt on. What a till sells beyond its book is posted all the same, and a person looks.

use std::collections::HashMap;

use super::{
    account::Role,
    cash::{Effects, WarningKind},
    chain::Canon,
    entry::{Document, Postings},
    id::{DocumentId, GoodId, PersonId},
    money::{Minor, Overflow, Percent, Quantity},
    reason::words,
    refund::{LineFacts, RefundedLine},
    sale::{SoldLine, What},
    time::Date,
};

words! {
    /// Why goods came or went.
    StockKind {
        /// Their owner brought them.
        Received = "received",
        /// Their owner took them home.
        TakenHome = "taken_home",
        /// A till sold them.
        Sold = "sold",
        /// A customer brought them back.
        Refunded = "refunded",
        /// A count had less.
        Lost = "lost",
        /// A count had more.
        Found = "found",
    }
}

/// Goods that came (above zero) or went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub good: GoodId,
    /// Why.
    pub kind: StockKind,
    /// In thousandths.
    pub milli: i64,
}

fn counted(what: &What, book: &HashMap<GoodId, i64>) -> Option<GoodId> {
    let What::Goods { good, .. } = what else { return None };
    good.filter(|good| book.contains_key(good))
}

/// Takes what a sale sold from the book.
pub(super) fn sell(lines: &[SoldLine], book: &HashMap<GoodId, i64>, effects: &mut Effects) {
    let mut left = book.clone();
    for (at, line) in lines.iter().enumerate() {
        let Some(good) = counted(&line.what, book) else { continue };
        let on_hand = left.entry(good).or_default();
        if line.quantity.milli() > *on_hand {
            effects.warn(WarningKind::SoldBeyondStock, at + 1, line.base);
        }
        *on_hand = on_hand.saturating_sub(line.quantity.milli());
        effects.stock.push(Moved { good, kind: StockKind::Sold, milli: -line.quantity.milli() });
    }
}

/// Puts what came back, and is not broken, back into the book.
pub(super) fn take_back(line: &LineFacts, back: &RefundedLine, book: &HashMap<GoodId, i64>, effects: &mut Effects) {
    if let Some(good) = counted(&line.what, book).filter(|_| back.milli > 0) {
        effects.stock.push(Moved { good, kind: StockKind::Refunded, milli: back.milli });
    }
}

/// What another person decided about a count's difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The decision.
    pub id: DocumentId,
    /// On which count.
    pub count: DocumentId,
    /// Its day.
    pub day: Date,
    /// Of which good.
    pub good: GoodId,
    /// The difference in thousandths: below zero where goods are gone.
    pub milli: i64,
    /// Where the shop is liable: whom it owes, by which share.
    pub owed: Option<Owed>,
}

/// What the shop owes for goods lost in its keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Whose goods they were.
    pub owner: PersonId,
    /// What they would have cost.
    pub base: Minor,
    /// The owner's share on the day.
    pub percent: Percent,
    /// That share of the base, half-up.
    pub amount: Minor,
}

impl Owed {
    /// For so much of a good at its price: without a carry.
    pub fn of(owner: PersonId, price: Minor, lost: Quantity, percent: Percent) -> Result<Self, Overflow> {
        let base = lost.times(price)?;
        Ok(Self { owner, base, percent, amount: percent.of(base)? })
    }
}

/// What the entry of a decision is called.
pub const LOST: &str = "item_lost";

impl Decision {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.count.0).text(&self.day.to_string()).id(self.good.0).int(self.milli);
        canon.maybe_id(self.owed.map(|owed| owed.owner.0));
        if let Some(owed) = self.owed {
            canon.int(owed.base.0).int(owed.percent.e6()).int(owed.amount.0);
        }
        Document { id: self.id, hash: canon.hash() }
    }

    /// Its legs: E15. `account` is the owner's on the day.
    pub fn postings(&self, account: Role) -> Result<Postings, Overflow> {
        let mut postings = Postings::default();
        if let Some(owed) = self.owed {
            postings.debit(Role::OwnerCompensation, None, owed.amount).credit(account, Some(owed.owner.0), owed.amount)?;
        }
        Ok(postings)
    }
}
