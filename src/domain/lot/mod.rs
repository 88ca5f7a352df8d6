//! Lots: goods that are not an owner's. A supporter gave them, leaves them until they are sold and gets their cost back, or the
//! cooperative bought them.
//!
//! Of every lot, always: received = in stock + sold + given + lost. What a till sold is posted even where the books have nothing left on
//! the shelf; then the stock is below zero until somebody counts.

mod document;

pub use document::{Basis, LotEvent, LotEventKind, LotReceipt};

use super::{
    account::Role,
    entry::Postings,
    id::{InstrumentId, LotId, PersonId},
    money::{LIMIT_MINOR, Minor, Overflow, Quantity},
    reason::words,
};

/// More pieces than this no lot has.
pub const MOST_PIECES: i64 = 100_000;

words! {
    /// Whose goods a lot is.
    Nature {
        /// 捐赠: given.
        Donated = "donated",
        /// 成本价供货: the supporter's until sold; then their cost comes back to them.
        AtCost = "at_cost",
        /// 自有: bought.
        Own = "own",
    }
}

/// Where pieces of a lot go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Sold at a till.
    Sold,
    /// Given to a family.
    Given,
    /// Missing.
    Lost,
}

impl Way {
    const fn memo(self) -> Role {
        match self {
            Self::Sold => Role::LotSold,
            Self::Given => Role::LotGiven,
            Self::Lost => Role::LotLost,
        }
    }
}

/// The pieces of a lot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// Came in.
    pub received: i64,
    /// Sold, less what came back.
    pub sold: i64,
    /// Given away.
    pub given: i64,
    /// Gone, less what was found again.
    pub lost: i64,
}

impl Pieces {
    /// What is left on the shelf by the books; below zero where a till sold what the books did not have.
    #[must_use]
    pub const fn stock(self) -> i64 {
        self.received - self.sold - self.given - self.lost
    }

    /// Of what came in, what has left the shelf.
    const fn gone(self) -> i64 {
        let stock = self.stock();
        self.received - if stock > 0 { stock } else { 0 }
    }
}

/// A lot, as a decision needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Which.
    pub id: LotId,
    /// Whose goods it is.
    pub nature: Nature,
    /// Who gave it or left it.
    pub supporter: Option<PersonId>,
    /// The agreement that it came in under, with whether it is for a stated purpose only.
    pub under: Option<(InstrumentId, bool)>,
    /// What a piece is worth or cost.
    pub value: Minor,
    /// Its pieces.
    pub pieces: Pieces,
}

/// What a decision changes of a lot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// More pieces sold.
    pub sold: i64,
    /// More pieces given away.
    pub given: i64,
    /// More pieces gone.
    pub lost: i64,
    /// What is used of the agreement that the lot came in under.
    pub used: Option<(InstrumentId, Minor)>,
}

/// Why pieces do not go where somebody wants them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotMove {
    /// No pieces, or more than any lot has.
    #[error("say how many pieces, from 1 to {MOST_PIECES}")]
    HowMany,
    /// Fewer are on the shelf.
    #[error("there are {stock} pieces on the shelf")]
    BeyondStock {
        /// By the books.
        stock: i64,
    },
    /// Fewer were ever missed.
    #[error("{missed} pieces are missing")]
    NotMissed {
        /// Lost, or sold beyond the stock.
        missed: i64,
    },
    /// A supporter's own goods are neither given away nor written off.
    #[error("these goods are the supporter's own until they are sold: give them back, or sell them")]
    NotOurs,
    /// A sum left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

/// What so many pieces are worth; within what the books can hold.
pub fn worth(value: Minor, pieces: i64) -> Result<Minor, Overflow> {
    let worth = value.0.checked_mul(pieces).ok_or(Overflow)?;
    if worth.abs() > LIMIT_MINOR { Err(Overflow) } else { Ok(Minor(worth)) }
}

/// How many pieces a till's quantity takes from the shelf: a part of one takes it whole.
#[must_use]
pub const fn pieces_in(quantity: Quantity) -> i64 {
    (quantity.milli() + 999) / 1000
}

impl Lot {
    /// The account on which its goods stand; none for a supporter's own.
    const fn stock_account(&self) -> Option<Role> {
        match self.nature {
            Nature::Donated => Some(Role::DonatedGoods),
            Nature::Own => Some(Role::OwnGoods),
            Nature::AtCost => None,
        }
    }

    /// What sold pieces are charged to.
    const fn cost_account(&self) -> Role {
        match self.nature {
            Nature::Own => Role::OwnCost,
            Nature::Donated | Nature::AtCost => Role::DonatedCost,
        }
    }

    /// Pieces go one way, or come back where they are below zero: their worth moves between the shelf and `against`, the memo accounts
    /// follow, and of a restricted gift what has left the shelf is released.
    fn go(&mut self, way: Way, pieces: i64, against: Role, postings: &mut Postings) -> Result<Change, Overflow> {
        let before = self.pieces.gone();
        let of = match way {
            Way::Sold => &mut self.pieces.sold,
            Way::Given => &mut self.pieces.given,
            Way::Lost => &mut self.pieces.lost,
        };
        *of = of.checked_add(pieces).ok_or(Overflow)?;
        if let Some(shelf) = self.stock_account() {
            let worth = worth(self.value, pieces)?;
            postings.debit(against, None, worth).credit(shelf, None, worth)?;
        }
        if self.nature == Nature::Donated {
            postings.pieces(self.id, way.memo(), Role::LotStock, pieces);
        }
        let mut used = None;
        if let (Nature::Donated, Some((instrument, is_restricted))) = (self.nature, self.under) {
            let released = worth(self.value, self.pieces.gone() - before)?;
            if is_restricted {
                let giver = self.supporter.map(|supporter| supporter.0);
                postings.debit(Role::RestrictedGifts, giver, released).credit(Role::GiftsReleased, None, released)?;
            }
            used = Some((instrument, released));
        }
        let only = |this: bool| if this { pieces } else { 0 };
        Ok(Change { sold: only(way == Way::Sold), given: only(way == Way::Given), lost: only(way == Way::Lost), used })
    }

    /// Sold at a till, whatever the books have: E6, E37. Below zero they come back to the shelf: E29.
    pub fn sell(&mut self, pieces: i64, postings: &mut Postings) -> Result<Change, Overflow> {
        self.go(Way::Sold, pieces, self.cost_account(), postings)
    }

    /// Given to a family: E6b.
    pub fn give(&mut self, pieces: i64, postings: &mut Postings) -> Result<Change, CannotMove> {
        self.check_there(pieces)?;
        Ok(self.go(Way::Given, pieces, Role::GivenAway, postings)?)
    }

    /// Missing: E15. Somebody else approves it later.
    pub fn miss(&mut self, pieces: i64, postings: &mut Postings) -> Result<Change, CannotMove> {
        self.check_there(pieces)?;
        Ok(self.go(Way::Lost, pieces, Role::ShortagePending, postings)?)
    }

    /// Found again: E39. What was never missing cannot be found.
    pub fn find(&mut self, pieces: i64, postings: &mut Postings) -> Result<Change, CannotMove> {
        self.check_ours(pieces)?;
        let missed = self.pieces.lost.max(0) + self.pieces.stock().min(0).saturating_neg();
        if pieces > missed {
            return Err(CannotMove::NotMissed { missed });
        }
        Ok(self.go(Way::Lost, -pieces, Role::Shrinkage, postings)?)
    }

    fn check_ours(&self, pieces: i64) -> Result<(), CannotMove> {
        if !(1..=MOST_PIECES).contains(&pieces) {
            return Err(CannotMove::HowMany);
        }
        if self.nature == Nature::AtCost { Err(CannotMove::NotOurs) } else { Ok(()) }
    }

    fn check_there(&self, pieces: i64) -> Result<(), CannotMove> {
        self.check_ours(pieces)?;
        let stock = self.pieces.stock();
        if pieces > stock { Err(CannotMove::BeyondStock { stock }) } else { Ok(()) }
    }
}

impl Change {
    /// Both, one after the other.
    pub fn and(self, later: Self) -> Result<Self, Overflow> {
        let used = match (self.used, later.used) {
            (Some((instrument, before)), Some((_, after))) => Some((instrument, before.plus(after)?)),
            (before, after) => before.or(after),
        };
        Ok(Self { sold: self.sold + later.sold, given: self.given + later.given, lost: self.lost + later.lost, used })
    }
}
