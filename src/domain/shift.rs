//! A shift: counted, brought, taken, counted again. What is missing is posted as short, what is too much as over, and never
//! charged to a stallholder.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    account::Role,
    cash::{Effects, Origin, WarningKind},
    chain::Canon,
    entry::Document,
    id::DocumentId,
    money::{LIMIT_MINOR, Minor, Overflow},
    reason::Expense,
};

/// More kinds of notes and coins than this are no count.
pub const MAX_DENOMINATIONS: usize = 40;

/// Pieces by denomination in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count(pub BTreeMap<Minor, i64>);

impl Count {
    /// What it comes to; like any amount of the wire at most [`LIMIT_MINOR`].
    pub fn total(&self) -> Result<Minor, Overflow> {
        let worth = |(note, pieces): (&Minor, &i64)| note.0.checked_mul(*pieces).map(Minor).ok_or(Overflow);
        let total = self.0.iter().map(worth).try_fold(Minor::ZERO, |sum, worth| sum.plus(worth?))?;
        if total.0 <= LIMIT_MINOR { Ok(total) } else { Err(Overflow) }
    }

    fn canon(&self, canon: &mut Canon) {
        canon.count(self.0.len());
        for (note, pieces) in &self.0 {
            canon.int(note.0).int(*pieces);
        }
    }
}

/// The document of a shift's opening; its id is the shift's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Where it comes from.
    pub origin: Origin,
    /// Found in the drawer.
    pub counted: Minor,
    /// By denomination, where it was counted so.
    pub count: Count,
    /// Brought from the safe; negative: taken to it.
    pub brought: Minor,
    /// Counted minus what the books and waiting commands say.
    pub difference: Minor,
}

impl Opening {
    /// What the drawer starts with.
    pub fn float(&self) -> Result<Minor, Overflow> {
        self.counted.plus(self.brought)
    }

    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        self.origin.canon(&mut canon);
        canon.int(self.counted.0).int(self.brought.0).int(self.difference.0);
        self.count.canon(&mut canon);
        Document { id: DocumentId(self.origin.shift.0), hash: canon.hash() }
    }
}

/// Opens a shift over a drawer whose account stands at `balance`; `waiting` is the cash of commands not yet repaired.
pub fn open(
    origin: Origin,
    counted: Minor,
    count: Count,
    brought: Minor,
    balance: Minor,
    waiting: Minor,
) -> Result<(Opening, Effects), Overflow> {
    let difference = counted.minus(balance)?.minus(waiting)?;
    let mut effects = Effects::default();
    post_from_safe(&mut effects, &origin, brought)?;
    post_difference(&mut effects, &origin, difference)?;
    Ok((Opening { origin, counted, count, brought, difference }, effects))
}

fn post_from_safe(effects: &mut Effects, origin: &Origin, amount: Minor) -> Result<(), Overflow> {
    effects.postings.debit(Role::Drawer, Some(origin.till.0), amount).credit(Role::Safe, None, amount)?;
    Ok(())
}

fn post_difference(effects: &mut Effects, origin: &Origin, difference: Minor) -> Result<(), Overflow> {
    let role = if difference.0 < 0 { Role::CashShort } else { Role::CashOver };
    effects.postings.debit(Role::Drawer, Some(origin.till.0), difference).credit(role, None, difference)?;
    Ok(())
}

/// What moved in a shift, from its documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// What it started with.
    pub float: Minor,
    /// Cash sales less change.
    pub cash_sales: Minor,
    /// Cash paid back.
    pub cash_refunds: Minor,
    /// From the safe.
    pub paid_in: Minor,
    /// Small expenses.
    pub paid_out: Minor,
    /// To the safe.
    pub dropped: Minor,
    /// Cash of repaired commands of this shift that lay in the drawer when it was opened, so that the float holds it already.
    pub counted_before: Minor,
    /// Cash of quarantined commands, shown on a line of its own.
    pub waiting: Minor,
    /// Net takings of each means, by slug.
    pub tenders: BTreeMap<String, Minor>,
}

impl Totals {
    /// What should be in the drawer by the books.
    pub fn expected(&self) -> Result<Minor, Overflow> {
        let come = self.float.plus(self.cash_sales)?.plus(self.paid_in)?;
        come.minus(self.cash_refunds)?.minus(self.paid_out)?.minus(self.dropped)?.minus(self.counted_before)
    }
}

/// The document of a shift's closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The closing.
    pub id: DocumentId,
    /// Where it comes from.
    pub origin: Origin,
    /// By denomination.
    pub count: Count,
    /// By the books.
    pub expected: Minor,
    /// Found.
    pub counted: Minor,
    /// Cash of quarantined commands, left out of the difference.
    pub waiting: Minor,
    /// Counted − waiting − expected.
    pub difference: Minor,
}

impl Closing {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.id.0);
        self.origin.canon(&mut canon);
        canon.int(self.expected.0).int(self.counted.0).int(self.waiting.0).int(self.difference.0);
        self.count.canon(&mut canon);
        Document { id: self.id, hash: canon.hash() }
    }
}

/// What the till says of the shift that it closes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TillsWord {
    /// The last number that it used before the closing.
    pub last_seq: i64,
    /// Its own net takings by means.
    pub tenders: BTreeMap<String, Minor>,
}

/// Closes a shift.
pub fn close(id: DocumentId, origin: Origin, count: Count, totals: &Totals, word: &TillsWord) -> Result<(Closing, Effects), Overflow> {
    let (expected, counted) = (totals.expected()?, count.total()?);
    let difference = counted.minus(totals.waiting)?.minus(expected)?;
    let mut effects = Effects::default();
    post_difference(&mut effects, &origin, difference)?;
    if word.last_seq != origin.seq - 1 {
        effects.warn(WarningKind::LastNumberDiffers, 0, Minor::ZERO);
    }
    // A till that sends no totals says nothing; one that leaves out a means says that it took nothing by it.
    let means: BTreeSet<&String> =
        if word.tenders.is_empty() { BTreeSet::new() } else { word.tenders.keys().chain(totals.tenders.keys()).collect() };
    for means in means {
        let of = |tenders: &BTreeMap<String, Minor>| tenders.get(means).copied().unwrap_or_default();
        let (theirs, ours) = (of(&word.tenders), of(&totals.tenders));
        if theirs != ours {
            effects.warn(WarningKind::ShiftTotalsDiffer, 0, theirs.minus(ours)?);
        }
    }
    Ok((Closing { id, origin, count, expected, counted, waiting: totals.waiting, difference }, effects))
}

/// Why cash moved without a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// From the safe into the drawer.
    PayIn,
    /// A small expense, and what it was for: tills of the first format did not say.
    PayOut(Option<Expense>),
    /// From the drawer into the safe.
    Drop,
}

impl Movement {
    /// `pay_in`, `pay_out` or `drop`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::PayIn => "pay_in",
            Self::PayOut(_) => "pay_out",
            Self::Drop => "drop",
        }
    }

    /// What an expense was for, if it is one and says so.
    #[must_use]
    pub const fn expense(self) -> Option<Expense> {
        match self {
            Self::PayOut(expense) => expense,
            Self::PayIn | Self::Drop => None,
        }
    }

    /// The movement of that name; only an expense is for something.
    #[must_use]
    pub fn of(slug: &str, expense: Option<Expense>) -> Option<Self> {
        match (slug, expense) {
            ("pay_in", None) => Some(Self::PayIn),
            ("pay_out", expense) => Some(Self::PayOut(expense)),
            ("drop", None) => Some(Self::Drop),
            _ => None,
        }
    }
}

/// The document of a cash movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashMovement {
    /// The movement.
    pub id: DocumentId,
    /// Where it comes from.
    pub origin: Origin,
    /// Which way.
    pub movement: Movement,
    /// How much, > 0.
    pub amount: Minor,
}

impl CashMovement {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.id.0);
        self.origin.canon(&mut canon);
        canon.text(self.movement.slug()).int(self.amount.0);
        if let Some(expense) = self.movement.expense() {
            canon.text(expense.slug());
        }
        Document { id: self.id, hash: canon.hash() }
    }

    /// What it posts.
    pub fn effects(&self) -> Result<Effects, Overflow> {
        let mut effects = Effects::default();
        let till = Some(self.origin.till.0);
        match self.movement {
            Movement::PayIn => post_from_safe(&mut effects, &self.origin, self.amount)?,
            Movement::Drop => post_from_safe(&mut effects, &self.origin, self.amount.negated()?)?,
            Movement::PayOut(_) => {
                effects.postings.debit(Role::Administration, None, self.amount).credit(Role::Drawer, till, self.amount)?;
            }
        }
        Ok(effects)
    }
}
