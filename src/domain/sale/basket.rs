//! What the till says was sold: lines as they stand on the receipt, and how they were paid.

use crate::domain::{
    cash::Tender,
    id::{GoodId, GridId},
    money::{Minor, Overflow, Percent, Quantity},
};

/// A discount as an amount or in percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Discount {
    /// None.
    #[default]
    None,
    /// So much.
    Amount(Minor),
    /// So much of what it is taken from, rounded half-up.
    Percent(Percent),
}

impl Discount {
    pub(super) fn of(self, amount: Minor) -> Result<Minor, Overflow> {
        match self {
            Self::None => Ok(Minor::ZERO),
            Self::Amount(discount) => Ok(discount),
            Self::Percent(percent) => percent.of(amount),
        }
    }
}

/// What a line sells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Goods of a grid; `good` is `None` for goods without a label.
    Goods {
        /// Whose; [`GridId::NOBODYS`] where nobody knows.
        grid: GridId,
        /// Which.
        good: Option<GoodId>,
    },
    /// A voucher of the line's price, under this number. Neither split nor discounted.
    Voucher(String),
}

impl What {
    /// What a kept line sold, from its columns; `None` if they fit neither goods nor a voucher.
    #[must_use]
    pub fn stored(grid: Option<GridId>, good: Option<GoodId>, voucher: Option<String>) -> Option<Self> {
        match (grid, good, voucher) {
            (Some(grid), good, None) => Some(Self::Goods { grid, good }),
            (None, None, None) => Some(Self::Goods { grid: GridId::NOBODYS, good: None }),
            (None, None, Some(number)) => Some(Self::Voucher(number)),
            _ => None,
        }
    }
}

/// How a line was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// By the piece.
    Piece,
    /// By weight, in kilograms.
    Kilogram,
}

impl Measure {
    /// `piece` or `kg`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Piece => "piece",
            Self::Kilogram => "kg",
        }
    }

    /// The measure of that name.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        match slug {
            "piece" => Some(Self::Piece),
            "kg" => Some(Self::Kilogram),
            _ => None,
        }
    }
}

/// One line of a basket, with name and price as sold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasketLine {
    /// Goods or a voucher.
    pub what: What,
    /// As shown to the customer.
    pub name: String,
    /// By piece or weight.
    pub measure: Measure,
    /// How much of it.
    pub quantity: Quantity,
    /// Per piece or kilogram.
    pub price: Minor,
    /// Given by the owner: lowers what is split.
    pub owner_discount: Discount,
    /// Given by the shop: the cooperative's cost.
    pub shop_discount: Discount,
}

/// What was in the basket and how it was paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basket {
    /// In the order of the receipt.
    pub lines: Vec<BasketLine>,
    /// Given by the shop on the whole.
    pub order_discount: Discount,
    /// Taken off to a round sum (抹零).
    pub rounding_off: Minor,
    /// Rounded up for charity.
    pub donation: Minor,
    /// How it was paid.
    pub tenders: Vec<Tender>,
    /// Given back in cash.
    pub change: Minor,
}

impl Basket {
    /// Whether an amount is below zero: it would split, spread and post backwards.
    pub(super) fn is_any_negative(&self) -> bool {
        let below = |amount: Minor| amount < Minor::ZERO;
        let discount = |discount: Discount| matches!(discount, Discount::Amount(amount) if below(amount));
        self.lines.iter().any(|line| below(line.price) || discount(line.owner_discount) || discount(line.shop_discount))
            || discount(self.order_discount)
            || self.tenders.iter().any(|tender| below(tender.amount))
            || [self.rounding_off, self.donation, self.change].into_iter().any(below)
    }
}
