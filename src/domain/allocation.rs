//! What lay on "to be allocated" (21108) finds its owner: a sale by naming a grid, money paid back by naming a sale's line.
//!
//! Dated the day it is made; split by the version in force on the business day, with the carry of the moment.

use super::{
    account::Role,
    agreement::{LinePart, Terms, credited},
    cash::Effects,
    chain::Canon,
    entry::Document,
    id::{DocumentId, VersionId},
    money::{Minor, Overflow},
    refund::{LineFacts, RefundedLine, canon_refunded, post_taken},
    sale::{canon_parts, post_parts},
    time::Date,
};

/// What an allocation's entry is called.
pub const KIND: &str = "allocation";

/// The document of an allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The allocation.
    pub id: DocumentId,
    /// The day it was made.
    pub date: Date,
    /// The document that left it open.
    pub of: DocumentId,
    /// Its line, from 1; 0 for the whole.
    pub line: usize,
    /// What lay open: credit positive.
    pub amount: Minor,
    /// By which version.
    pub version: VersionId,
    /// A sale: its parts.
    pub parts: Vec<LinePart>,
    /// A refund: what was taken, from which sale.
    pub taken: Option<(DocumentId, RefundedLine)>,
}

impl Allocation {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.id.0).text(&self.date.to_string()).id(self.of.0).int(i64::try_from(self.line).unwrap_or(i64::MAX));
        canon.int(self.amount.0).id(self.version.0);
        canon_parts(&mut canon, &self.parts);
        canon.maybe_id(self.taken.as_ref().map(|(sale, _)| sale.0));
        if let Some((_, line)) = &self.taken {
            canon_refunded(&mut canon, line);
        }
        Document { id: self.id, hash: canon.hash() }
    }
}

/// Why something cannot be allocated so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotAllocate {
    /// A credit finds its owner by a grid, a debit by a sale's line.
    #[error("a sale is allocated to a grid, money paid back to a line of a sale")]
    WrongSide,
    /// The line is itself still to be allocated, or is not split.
    #[error("that line has no parts yet: allocate the sale first")]
    LineWithoutParts,
    /// Less is left of the line.
    #[error("less than that is left of the line")]
    NotEnoughLeft,
    /// A sum left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

/// What is open: the document, its line, and the amount (credit positive).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// The document.
    pub of: DocumentId,
    /// Its line, from 1; 0 for the whole.
    pub line: usize,
    /// Credit positive.
    pub amount: Minor,
    /// Thousandths that came back with money paid out.
    pub milli: i64,
}

/// Gives a sale to the parties of a version.
pub fn to_version(
    id: DocumentId,
    date: Date,
    open: Open,
    version: VersionId,
    facts: &Terms,
) -> Result<(Allocation, Effects), CannotAllocate> {
    if open.amount.0 <= 0 {
        return Err(CannotAllocate::WrongSide);
    }
    let (mut effects, mut terms) = (Effects::default(), facts.clone());
    let parts = terms.split(version, open.amount)?.ok_or(CannotAllocate::LineWithoutParts)?;
    effects.postings.debit(Role::Unallocated, None, open.amount);
    post_parts(&mut effects, &terms, version, &credited(&parts)?)?;
    effects.take_terms(terms, facts);
    let Open { of, line, amount, .. } = open;
    Ok((Allocation { id, date, of, line, amount, version, parts, taken: None }, effects))
}

/// Takes money that was paid back from the stored parts of a sale's line.
pub fn to_line(
    id: DocumentId,
    date: Date,
    open: Open,
    sale: DocumentId,
    line: usize,
    mut sold: LineFacts,
    facts: &Terms,
) -> Result<(Allocation, Effects), CannotAllocate> {
    if open.amount.0 >= 0 {
        return Err(CannotAllocate::WrongSide);
    }
    let version = sold.version.ok_or(CannotAllocate::LineWithoutParts)?;
    let (mut effects, mut terms) = (Effects::default(), facts.clone());
    let amount = sold.amount_paying(open.amount.negated()?)?.ok_or(CannotAllocate::NotEnoughLeft)?;
    let milli = open.milli.min(sold.quantity.milli() - sold.refunded_milli);
    let taken = sold.take(line, milli, amount, &mut terms)?;
    post_taken(&mut effects, &terms, &sold, &taken)?;
    effects.postings.credit(Role::Unallocated, None, open.amount.negated()?)?;
    effects.take_terms(terms, facts);
    let Open { of, line, amount, .. } = open;
    Ok((Allocation { id, date, of, line, amount, version, parts: Vec::new(), taken: Some((sale, taken)) }, effects))
}
