//! Who gets what of a sale: an agreement's version is an ordered list of shares that sum to exactly 100 %.
//!
//! Versions are never edited. [`Terms`] is what a decision works on: the versions that its lines use, each with its carry,
//! and what is left of every capped share, both moving on from line to line.

use std::collections::{BTreeMap, HashMap};

use super::{
    account::Role,
    id::{InstrumentId, PersonId, VersionId},
    money::{Minor, Overflow, Percent},
    split,
    time::Date,
};

/// Who a share belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The owner of the goods.
    Owner(PersonId),
    /// The cooperative's commission.
    Cooperative,
    /// A love shareholder or a fund.
    Supporter(PersonId),
}

impl Party {
    /// The person behind it, if any.
    #[must_use]
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Owner(person) | Self::Supporter(person) => Some(person),
            Self::Cooperative => None,
        }
    }

    /// `owner`, `cooperative` or `supporter`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Owner(_) => "owner",
            Self::Cooperative => "cooperative",
            Self::Supporter(_) => "supporter",
        }
    }

    /// The account that it is credited on; an owner's follows from membership on the entry's date.
    #[must_use]
    pub const fn account(self, is_member: bool) -> Role {
        match self {
            Self::Owner(_) if is_member => Role::MemberPayable,
            Self::Owner(_) => Role::OwnerPayable,
            Self::Cooperative => Role::Commission,
            Self::Supporter(_) => Role::SupporterPayable,
        }
    }
}

/// One share of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Whose.
    pub party: Party,
    /// How much of each line's base.
    pub percent: Percent,
    /// The supporter's instrument, which may have a cap and an end.
    pub instrument: Option<InstrumentId>,
    /// Where a capped share's rest goes: the place of an uncapped share of the same version.
    pub fallback: usize,
}

/// Why a list of shares is no version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAVersion {
    /// The shares do not sum to exactly 100 %.
    #[error("the shares sum to {sum} %, not to 100 %")]
    NotAHundred {
        /// Their sum, at most 20 × 100 %.
        sum: rust_decimal::Decimal,
    },
    /// No share, or more than twenty.
    #[error("an agreement has one to twenty shares")]
    HowMany,
    /// A party is named twice.
    #[error("share {0} names a party that is already in the list")]
    Twice(usize),
    /// A capped share falls back to itself, to another capped share, or out of the list.
    #[error("share {0} falls back to a share that cannot take it")]
    BadFallback(usize),
    /// A later version may take effect tomorrow at the earliest.
    #[error("a later version of an agreement takes effect tomorrow at the earliest")]
    TooEarly,
}

/// Checks the shares of a new version.
pub fn check(shares: &[Share]) -> Result<(), NotAVersion> {
    if shares.is_empty() || shares.len() > 20 {
        return Err(NotAVersion::HowMany);
    }
    let sum: i64 = shares.iter().map(|share| share.percent.e6()).sum();
    if sum != Percent::HUNDRED.e6() {
        return Err(NotAVersion::NotAHundred { sum: rust_decimal::Decimal::new(sum, 6).normalize() });
    }
    for (place, share) in shares.iter().enumerate() {
        if shares[..place].iter().any(|other| other.party == share.party) {
            return Err(NotAVersion::Twice(place + 1));
        }
        let fallback = shares.get(share.fallback).filter(|other| other.instrument.is_none());
        if share.instrument.is_some() && fallback.is_none() {
            return Err(NotAVersion::BadFallback(place + 1));
        }
    }
    Ok(())
}

/// The first version may take effect on any day, a later one tomorrow at the earliest.
pub fn check_effective(effective_on: Date, is_first: bool, today: Date) -> Result<(), NotAVersion> {
    if is_first || effective_on > today { Ok(()) } else { Err(NotAVersion::TooEarly) }
}

/// A share in force, with what an entry of today needs to know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    /// The share.
    pub share: Share,
    /// The account that its party is credited on today.
    pub account: Role,
}

/// A version in force: its stakes, and the carry of each in 10⁻⁸ fen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    /// In the order of the agreement.
    pub stakes: Vec<Stake>,
    /// What each is still owed; sums to 0. A missing one is 0: a version's carry begins there.
    pub carry_e8: Vec<i64>,
}

impl InForce {
    fn percents(&self) -> Vec<Percent> {
        self.stakes.iter().map(|stake| stake.share.percent).collect()
    }
}

/// One party's part of a line, as stored: before the cap, and what the cap moved to the fallback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinePart {
    /// The share it comes from.
    pub share: Share,
    /// By the shares alone.
    pub uncapped: Minor,
    /// Of it, what went to the fallback instead.
    pub moved: Minor,
}

/// What each place receives of a line: its own part less what was moved away, plus what was moved to it.
pub fn credited(parts: &[LinePart]) -> Result<Vec<Minor>, Overflow> {
    let mut credited = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        let to_here = parts.iter().filter(|other| other.share.fallback == place).map(|other| other.moved);
        credited.push(part.uncapped.minus(part.moved)?.plus(Minor::sum(to_here)?)?);
    }
    Ok(credited)
}

/// The versions that a decision uses, and what capped shares may still receive.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// By version.
    pub versions: HashMap<VersionId, InForce>,
    /// What each limited instrument may still receive: its cap less what it has received net, never below 0.
    pub left: HashMap<InstrumentId, Minor>,
    /// By how much each instrument's net receipts have changed in this decision.
    pub received: BTreeMap<InstrumentId, Minor>,
}

impl Terms {
    /// Splits a line's base by a version; `None` if the version is not among the facts.
    pub fn split(&mut self, version: VersionId, base: Minor) -> Result<Option<Vec<LinePart>>, Overflow> {
        let Some(in_force) = self.versions.get_mut(&version) else { return Ok(None) };
        in_force.carry_e8.resize(in_force.stakes.len(), 0);
        let uncapped = split::split(base, &in_force.percents(), &mut in_force.carry_e8)?;
        let shares: Vec<Share> = in_force.stakes.iter().map(|stake| stake.share).collect();
        let mut parts = Vec::with_capacity(shares.len());
        for (share, uncapped) in shares.into_iter().zip(uncapped) {
            let moved = match share.instrument {
                Some(instrument) => self.receive(instrument, uncapped)?,
                None => Minor::ZERO,
            };
            parts.push(LinePart { share, uncapped, moved });
        }
        Ok(Some(parts))
    }

    /// Lets an instrument receive at most what is left; returns what is not.
    fn receive(&mut self, instrument: InstrumentId, part: Minor) -> Result<Minor, Overflow> {
        let moved = match self.left.get(&instrument) {
            Some(left) => part.minus(part.min((*left).max(Minor::ZERO)))?,
            None => Minor::ZERO,
        };
        self.credit(instrument, part.minus(moved)?)?;
        Ok(moved)
    }

    /// Books a change of an instrument's net receipts.
    pub fn credit(&mut self, instrument: InstrumentId, amount: Minor) -> Result<(), Overflow> {
        if let Some(left) = self.left.get_mut(&instrument) {
            *left = left.minus(amount)?;
        }
        let received = self.received.entry(instrument).or_default();
        *received = received.plus(amount)?;
        Ok(())
    }
}
