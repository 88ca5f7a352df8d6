//! A version tried on what was sold already: who would have got what, to the fen, beside what the books gave.
//!
//! The events come in the order of the books. The tried version begins without carry, as a new version does, and its refunds take
//! back from the parts that it would have given. What was sold before the first event was split then: when it comes back, both
//! sides give the same. A capped share has left what the books have not given it outside of these events.

use std::collections::{BTreeMap, HashMap};

use super::{
    account::Role,
    agreement::{InForce, LinePart, Party, Share, Stake, Terms, credited},
    id::{DocumentId, InstrumentId, VersionId},
    money::{Minor, Overflow},
    refund::{Rest, take_parts},
    time::Date,
};

/// A sold line: the document and its line in it.
pub type LineKey = (DocumentId, i64);

/// What happened to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was sold, or found its owner.
    Sold,
    /// So much of it came back.
    CameBack,
}

/// Something that the books split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which line.
    pub line: LineKey,
    /// Sold or back.
    pub what: What,
    /// The entry's day.
    pub day: Date,
    /// What was split, or what of it came back; never below zero.
    pub base: Minor,
    /// By the books: the parts that were given, or taken back.
    pub parts: Vec<LinePart>,
}

/// What an instrument may receive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// In all.
    pub cap: Option<Minor>,
    /// What it has received by the books, these events included.
    pub received: Minor,
    /// The last day on which it receives.
    pub ends_on: Option<Date>,
}

/// By instrument.
pub type Limits = BTreeMap<InstrumentId, Limit>;

/// What a party got by the books, and would have got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// By the books.
    pub before: Minor,
    /// By the version that is tried.
    pub after: Minor,
}

/// By party: owner, cooperative, supporters.
pub type ByParty = BTreeMap<Party, Both>;

/// What a trial came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Over all events.
    pub parties: ByParty,
    /// Of each event, in their order.
    pub events: Vec<ByParty>,
}

impl Outcome {
    /// What all parties together got, and would have got: one sum, because each event is split whole.
    pub fn totals(&self) -> Result<Both, Overflow> {
        let sum = |of: fn(&Both) -> Minor| Minor::sum(self.parties.values().map(of));
        Ok(Both { before: sum(|both| both.before)?, after: sum(|both| both.after)? })
    }
}

/// Tries shares on events.
pub fn try_out(shares: &[Share], limits: &Limits, events: &[Event]) -> Result<Outcome, Overflow> {
    let mut trial = Trial::new(shares, limits, events)?;
    let mut outcome = Outcome::default();
    for event in events {
        let sign = if event.what == What::Sold { 1 } else { -1 };
        let mut both = ByParty::new();
        for (party, amount) in by_party(&event.parts)? {
            let entry = both.entry(party).or_default();
            entry.before = entry.before.plus(Minor(sign * amount.0))?;
        }
        for (party, amount) in by_party(&trial.parts(event, limits)?)? {
            let entry = both.entry(party).or_default();
            entry.after = entry.after.plus(Minor(sign * amount.0))?;
        }
        for (party, both) in &both {
            let sum = outcome.parties.entry(*party).or_default();
            sum.before = sum.before.plus(both.before)?;
            sum.after = sum.after.plus(both.after)?;
        }
        outcome.events.push(both);
    }
    Ok(outcome)
}

fn by_party(parts: &[LinePart]) -> Result<Vec<(Party, Minor)>, Overflow> {
    Ok(parts.iter().map(|part| part.share.party).zip(credited(parts)?).collect())
}

struct Trial {
    version: VersionId,
    terms: Terms,
    /// What is left of each line that the trial split.
    sold: HashMap<LineKey, Vec<Rest>>,
}

impl Trial {
    fn new(shares: &[Share], limits: &Limits, events: &[Event]) -> Result<Self, Overflow> {
        let mut terms = Terms::default();
        // Nothing is posted, so whose account it is makes no difference.
        let stakes = shares.iter().map(|share| Stake { share: *share, account: Role::Unallocated }).collect();
        let version = VersionId(uuid::Uuid::nil());
        terms.versions.insert(version, InForce { stakes, carry_e8: Vec::new() });
        for (instrument, limit) in limits {
            let Some(cap) = limit.cap else { continue };
            let elsewhere = limit.received.minus(received(*instrument, events)?)?;
            terms.left.insert(*instrument, cap.minus(elsewhere)?.max(Minor::ZERO));
        }
        Ok(Self { version, terms, sold: HashMap::new() })
    }

    /// What the tried version gives for an event, or takes back.
    fn parts(&mut self, event: &Event, limits: &Limits) -> Result<Vec<LinePart>, Overflow> {
        match event.what {
            What::Sold => {
                let ended = limits.iter().filter(|(_, limit)| limit.ends_on.is_some_and(|end| end < event.day));
                // An instrument that has ended receives nothing that day; what it had left stays as it was for an event of an earlier day.
                let kept: Vec<_> = ended.map(|(id, _)| (*id, self.terms.left.insert(*id, Minor::ZERO))).collect();
                let parts = self.terms.split(self.version, event.base)?.unwrap_or_default();
                for (instrument, left) in kept {
                    match left {
                        Some(left) => self.terms.left.insert(instrument, left),
                        None => self.terms.left.remove(&instrument),
                    };
                }
                self.sold.insert(event.line, parts.iter().map(Rest::of).collect());
                Ok(parts)
            }
            What::CameBack => {
                let Some(rest) = self.sold.get_mut(&event.line) else { return Ok(event.parts.clone()) };
                let shares: Vec<Share> = rest.iter().map(|rest| rest.share).collect();
                let taken = take_parts(rest, self.version, event.base, &mut self.terms)?;
                let part = |(share, taken): (Share, super::refund::Taken)| LinePart { share, uncapped: taken.uncapped, moved: taken.moved };
                Ok(shares.into_iter().zip(taken).map(part).collect())
            }
        }
    }
}

/// What the books gave an instrument in these events, less what they took back.
fn received(instrument: InstrumentId, events: &[Event]) -> Result<Minor, Overflow> {
    let mut received = Minor::ZERO;
    for event in events {
        for part in event.parts.iter().filter(|part| part.share.instrument == Some(instrument)) {
            let net = part.uncapped.minus(part.moved)?;
            received = if event.what == What::Sold { received.plus(net)? } else { received.minus(net)? };
        }
    }
    Ok(received)
}
