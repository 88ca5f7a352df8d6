//! Somebody joins the cooperative: what their sales have earned moves from the account of outsiders to the members' one.

use super::{
    account::Role,
    chain::Canon,
    entry::{Document, Postings},
    id::{DocumentId, PersonId},
    money::{Minor, Overflow},
    time::Date,
};

/// The document of a joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The joining.
    pub id: DocumentId,
    /// Who.
    pub person: PersonId,
    /// The first day as a member.
    pub joined_on: Date,
    /// What moved: credit positive, negative where an owner owed.
    pub moved: Minor,
}

impl Membership {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.person.0).text(&self.joined_on.to_string()).int(self.moved.0);
        Document { id: self.id, hash: canon.hash() }
    }
}

/// Moves a balance (debit positive, as the books have it): Dr 21101 · Cr 11401. Nothing is posted where there is none.
pub fn join(id: DocumentId, person: PersonId, joined_on: Date, balance: Minor) -> Result<(Membership, Postings), Overflow> {
    let moved = balance.negated()?;
    let mut postings = Postings::default();
    postings.debit(Role::OwnerPayable, Some(person.0), moved);
    postings.credit(Role::MemberPayable, Some(person.0), moved)?;
    Ok((Membership { id, person, joined_on, moved }, postings))
}
