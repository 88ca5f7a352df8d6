//! Double entry: an entry balances per unit or it does not exist.
//!
//! Decisions write [`Postings`] in roles; [`Postings::entry`] is the only way to an [`Entry`]. Nothing has a setter, and a
//! mistake is undone by [`Entry::reversal`], never by a change.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    account::{Chart, NoAccount, Role},
    chain::Hash,
    id::{CommandId, CoopId, DocumentId, LotId},
    money::{MINUTES, Minor, Overflow, PIECES},
    time::Date,
};

/// One leg of an entry: debit positive, credit negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The account's code.
    pub account: String,
    /// Whose balance, where an account has one for each of many.
    pub party: Option<Uuid>,
    /// The unit's code.
    pub unit: String,
    /// In minor units of the unit, never zero.
    pub amount: Minor,
}

/// The document behind an entry: its id and the digest of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// The document.
    pub id: DocumentId,
    /// Over the fields that its kind lists.
    pub hash: Hash,
}

/// What an entry says besides its postings.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The cooperative.
    pub coop: CoopId,
    /// The business day.
    pub date: Date,
    /// What happened, e.g. `sale`.
    pub kind: String,
    /// The document behind it.
    pub document: Document,
    /// The command that asked for it.
    pub command: CommandId,
    /// A code, never free text.
    pub memo: String,
}

/// A balanced entry, not yet numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The cooperative.
    pub coop: CoopId,
    /// The business day.
    pub date: Date,
    /// What happened, e.g. `sale`.
    pub kind: String,
    /// The document behind it.
    pub document: Document,
    /// The command that asked for it.
    pub command: CommandId,
    /// A code, never free text.
    pub memo: String,
    /// The number of the entry that this one undoes.
    pub reverses: Option<u64>,
    postings: Vec<Posting>,
}

/// Why postings are no entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEntry {
    /// Debits and credits of a unit differ.
    #[error("debits and credits of {unit} differ by {difference}")]
    Unbalanced {
        /// The unit's code.
        unit: String,
        /// Debits minus credits, in minor units.
        difference: i128,
    },
    /// Fewer than two legs.
    #[error("an entry has at least two postings")]
    TooFewPostings,
    /// The chart lacks an account.
    #[error(transparent)]
    NoAccount(#[from] NoAccount),
    /// A sum left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

impl Entry {
    /// The only constructor. Postings are merged per account, party, unit and side, zeros left out, and put in order.
    pub fn balanced(heading: Heading, postings: impl IntoIterator<Item = Posting>) -> Result<Self, NotAnEntry> {
        let mut merged: BTreeMap<(String, Option<Uuid>, String, bool), Minor> = BTreeMap::new();
        for posting in postings {
            let credit = posting.amount.0 < 0;
            let sum = merged.entry((posting.account, posting.party, posting.unit, credit)).or_default();
            *sum = sum.plus(posting.amount)?;
        }
        let postings: Vec<Posting> = merged
            .into_iter()
            .filter(|(_, amount)| !amount.is_zero())
            .map(|((account, party, unit, _), amount)| Posting { account, party, unit, amount })
            .collect();
        if postings.len() < 2 {
            return Err(NotAnEntry::TooFewPostings);
        }
        let mut per_unit: BTreeMap<&str, i128> = BTreeMap::new();
        for posting in &postings {
            *per_unit.entry(&posting.unit).or_default() += i128::from(posting.amount.0);
        }
        if let Some((unit, difference)) = per_unit.into_iter().find(|(_, difference)| *difference != 0) {
            return Err(NotAnEntry::Unbalanced { unit: unit.to_owned(), difference });
        }
        let Heading { coop, date, kind, document, command, memo } = heading;
        Ok(Self { coop, date, kind, document, command, memo, reverses: None, postings })
    }

    /// Its legs, merged and in order.
    #[must_use]
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// The entry that undoes this one, which has the number `number`.
    pub fn reversal(&self, number: u64, heading: Heading) -> Result<Self, NotAnEntry> {
        let mut undone = Vec::with_capacity(self.postings.len());
        for posting in &self.postings {
            undone.push(Posting { amount: posting.amount.negated()?, ..posting.clone() });
        }
        Ok(Self { reverses: Some(number), ..Self::balanced(heading, undone)? })
    }
}

/// Legs in roles, collected by a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Postings {
    legs: Vec<(Role, Option<Uuid>, Minor)>,
    /// In other units, beside the money.
    memo: Vec<(Role, Option<Uuid>, &'static str, i64)>,
}

impl Postings {
    /// Adds a debit; a negative amount is a credit, zero is left out.
    pub fn debit(&mut self, role: Role, party: Option<Uuid>, amount: Minor) -> &mut Self {
        if !amount.is_zero() {
            self.legs.push((role, party, amount));
        }
        self
    }

    /// Adds a credit; a negative amount is a debit, zero is left out.
    pub fn credit(&mut self, role: Role, party: Option<Uuid>, amount: Minor) -> Result<&mut Self, Overflow> {
        Ok(self.debit(role, party, amount.negated()?))
    }

    /// Notes that pieces of a lot go from one account to another, beside the money.
    pub fn pieces(&mut self, lot: LotId, debit: Role, credit: Role, pieces: i64) -> &mut Self {
        self.beside(PIECES, (debit, Some(lot.0)), (credit, Some(lot.0)), pieces)
    }

    /// Notes minutes of training, beside the money.
    pub fn minutes(&mut self, debit: (Role, Option<Uuid>), credit: (Role, Option<Uuid>), minutes: i64) -> &mut Self {
        self.beside(MINUTES, debit, credit, minutes)
    }

    fn beside(&mut self, unit: &'static str, debit: (Role, Option<Uuid>), credit: (Role, Option<Uuid>), amount: i64) -> &mut Self {
        if amount != 0 {
            self.memo.extend([(debit.0, debit.1, unit, amount), (credit.0, credit.1, unit, amount.saturating_neg())]);
        }
        self
    }

    /// Whether there is nothing to post.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.legs.is_empty() && self.memo.is_empty()
    }

    /// The entry of these legs in a chart: money in one unit, pieces and minutes beside it.
    pub fn entry(&self, heading: Heading, chart: &Chart, unit: &str) -> Result<Entry, NotAnEntry> {
        let mut postings = Vec::with_capacity(self.legs.len() + self.memo.len());
        for (role, party, amount) in &self.legs {
            let account = chart.code(*role)?.to_owned();
            postings.push(Posting { account, party: *party, unit: unit.to_owned(), amount: *amount });
        }
        for (role, party, unit, amount) in &self.memo {
            let account = chart.code(*role)?.to_owned();
            postings.push(Posting { account, party: *party, unit: (*unit).to_owned(), amount: Minor(*amount) });
        }
        Entry::balanced(heading, postings)
    }
}
