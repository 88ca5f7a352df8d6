//! Lines that a person wrote: the opening balances, once, and what no event covers. Only accounts that allow it take them.

use super::{EventKind, Line};
use crate::domain::{
    account::{Holder, OpenTo, Role},
    entry::Posting,
    money::Minor,
};

/// More lines than these nobody checks.
const MOST: usize = 500;

/// What an account allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountTerms {
    /// What our entries use it for.
    pub role: Option<Role>,
    /// Who may write on it.
    pub open_to: OpenTo,
    /// Whose balances it has.
    pub holder: Holder,
}

impl AccountTerms {
    /// Whether what stands on it belongs to agreements with supporters.
    #[must_use]
    pub const fn is_of_agreements(&self) -> bool {
        matches!(self.role, Some(Role::ShortLoans | Role::LongLoans | Role::SupporterCapital | Role::RestrictedGifts))
    }
}

/// Why lines are no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotWrite {
    /// Too few or too many.
    #[error("an entry has 2 to {MOST} lines")]
    HowMany,
    /// Debits and credits differ.
    #[error("debits and credits are not the same")]
    Unbalanced,
    /// One of them is wrong.
    #[error("line {}: {why}", .place + 1)]
    Line {
        /// Which, from 0.
        place: usize,
        /// Why.
        why: WrongLine,
    },
}

/// Why a line cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongLine {
    /// Nothing.
    #[error("the amount must be above zero")]
    Nothing,
    /// The chart has no such account.
    #[error("the chart has no such account")]
    NoAccount,
    /// The account is kept by events of its own.
    #[error("this account is kept by events of its own and takes no such lines")]
    NotOpen,
    /// The account has a balance for each person.
    #[error("say whose balance it is")]
    WithoutPerson,
    /// The account has one balance.
    #[error("this account is nobody's in particular")]
    WithPerson,
    /// The account is kept by agreement.
    #[error("say of which agreement it is")]
    WithoutAgreement,
    /// The account knows no agreements.
    #[error("no agreement stands on this account")]
    WithAgreement,
    /// What an agreement brought in stands on the credit side.
    #[error("what came in under an agreement is a credit")]
    AgreementDebit,
}

/// Checks lines, each with what its account allows (`None` where there is no such account); says what is debited.
pub fn check_lines(kind: EventKind, lines: &[(Line, Option<AccountTerms>)]) -> Result<Minor, CannotWrite> {
    if !(2..=MOST).contains(&lines.len()) {
        return Err(CannotWrite::HowMany);
    }
    for (place, (line, terms)) in lines.iter().enumerate() {
        check_line(kind, line, terms.as_ref()).map_err(|why| CannotWrite::Line { place, why })?;
    }
    let side = |debit: bool| Minor::sum(lines.iter().map(|(line, _)| line.amount).filter(|amount| (amount.0 > 0) == debit));
    match (side(true), side(false)) {
        (Ok(debit), Ok(credit)) if debit.plus(credit) == Ok(Minor::ZERO) => Ok(debit),
        _ => Err(CannotWrite::Unbalanced),
    }
}

fn check_line(kind: EventKind, line: &Line, terms: Option<&AccountTerms>) -> Result<(), WrongLine> {
    let terms = terms.ok_or(WrongLine::NoAccount)?;
    let is_open = match kind {
        EventKind::OpeningBalances => terms.open_to != OpenTo::Events,
        _ => terms.open_to == OpenTo::Manual,
    };
    let of_agreements = terms.is_of_agreements();
    match (terms.holder, line.party, line.instrument) {
        _ if line.amount.is_zero() => Err(WrongLine::Nothing),
        _ if !is_open => Err(WrongLine::NotOpen),
        (Holder::Person, None, _) => Err(WrongLine::WithoutPerson),
        (Holder::Nobody | Holder::Till | Holder::Lot, Some(_), _) => Err(WrongLine::WithPerson),
        (_, _, None) if of_agreements => Err(WrongLine::WithoutAgreement),
        (_, _, Some(_)) if !of_agreements => Err(WrongLine::WithAgreement),
        (_, _, Some(_)) if line.amount.0 > 0 => Err(WrongLine::AgreementDebit),
        _ => Ok(()),
    }
}

/// The legs of lines.
pub fn postings_of<'a>(lines: &'a [Line], unit: &'a str) -> impl Iterator<Item = Posting> + 'a {
    lines.iter().map(move |line| Posting {
        account: line.account.clone(),
        party: line.party.map(|party| party.0),
        unit: unit.to_owned(),
        amount: line.amount,
    })
}
