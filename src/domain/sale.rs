//! A sale, decided: prices, discounts, split and tenders of one basket, every fen accounted for.
//!
//! What happened at a counter is never refused for a business reason. A line that nobody can be credited for lies on "to be
//! allocated" with a warning; only arithmetic that cannot be is an [`ImpossibleSale`], and the till's command is quarantined.

mod basket;
mod from_lot;

use std::collections::HashMap;

pub use basket::{Basket, BasketLine, Discount, Measure, What};
pub use from_lot::{note, post_handling};

use super::{
    account::Role,
    agreement::{LinePart, Terms, credited},
    cash::{Effects, Means, Origin, Tender, WarningKind, canon_tenders, cash_of},
    chain::Canon,
    entry::Document,
    id::{DocumentId, GoodId, GridId, LotId, VersionId},
    lot::Lot,
    money::{LIMIT_MINOR, Minor, Overflow, Quantity, spread},
    stock,
};

/// More lines than this are no basket.
pub const MAX_LINES: usize = 200;
/// More tenders than this are no payment.
pub const MAX_TENDERS: usize = 20;

/// What a sale is decided from.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The version in force on the business day for each grid that exists; `None` where there is none.
    pub grids: HashMap<GridId, Option<VersionId>>,
    /// The grid of each good that exists.
    pub goods: HashMap<GoodId, GridId>,
    /// The lot of each good that is not its grid's owner's own.
    pub lot_of: HashMap<GoodId, LotId>,
    /// Those lots.
    pub lots: HashMap<LotId, Lot>,
    /// The version that each lot has of its own at a grid, which goes before the grid's.
    pub lot_versions: HashMap<(LotId, GridId), VersionId>,
    /// What the stock book has of each good that is counted, in thousandths.
    pub stock: HashMap<GoodId, i64>,
    /// What remains on each voucher that exists.
    pub vouchers: HashMap<String, Minor>,
    /// The versions of those grids.
    pub terms: Terms,
    /// Rounding-off and donation stay below this.
    pub rounding_limit: Minor,
}

/// Arithmetic that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImpossibleSale {
    /// No lines.
    #[error("a sale has at least one line")]
    NoLines,
    /// Too many.
    #[error("a sale has at most {MAX_LINES} lines and {MAX_TENDERS} tenders")]
    TooMany,
    /// An amount below zero.
    #[error("a price, discount, tender, change or donation cannot be below zero")]
    Negative,
    /// A discount exceeds what it is taken from.
    #[error("line {line}: a discount is larger than what it is taken from")]
    DiscountTooLarge {
        /// From 1; 0 for the order's discount or the rounding-off.
        line: usize,
    },
    /// A voucher is sold with a discount or not as one piece.
    #[error("line {line}: a voucher is sold whole and without a discount")]
    VoucherNotPlain {
        /// From 1.
        line: usize,
    },
    /// Tenders less change are not the total.
    #[error("tenders less change are {paid} minor units, the sale comes to {total}")]
    TendersDoNotMeetTotal {
        /// Tenders − change.
        paid: i64,
        /// What is due.
        total: i64,
    },
    /// A sum left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

/// A line as sold and stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoldLine {
    /// As in the basket.
    pub what: What,
    /// As in the basket; not in the hash.
    pub name: String,
    /// By piece or weight.
    pub measure: Measure,
    /// How much of it.
    pub quantity: Quantity,
    /// Per piece or kilogram.
    pub price: Minor,
    /// Quantity × price.
    pub gross: Minor,
    /// Owner-funded.
    pub owner_discount: Minor,
    /// What is split: gross − owner-funded discount. For a voucher, its value.
    pub base: Minor,
    /// The line's own shop-funded discount.
    pub line_discount: Minor,
    /// Its part of the order's discount.
    pub order_discount: Minor,
    /// Its part of the rounding-off.
    pub rounding: Minor,
    /// The version that splits it; `None` for a voucher and while it is to be allocated.
    pub version: Option<VersionId>,
    /// In the order of the agreement; empty without a version.
    pub parts: Vec<LinePart>,
    /// The lot that its pieces were of.
    pub lot: Option<LotId>,
    /// Of its base, what a supporter gets back first as the cost of their goods; the rest is split.
    pub cost: Minor,
}

impl SoldLine {
    /// Shop discount and rounding together: what the cooperative bears.
    pub fn borne(&self) -> Result<Minor, Overflow> {
        self.line_discount.plus(self.order_discount)?.plus(self.rounding)
    }
}

/// The document of a sale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The sale.
    pub id: DocumentId,
    /// Where it comes from.
    pub origin: Origin,
    /// In the order of the receipt.
    pub lines: Vec<SoldLine>,
    /// How it was paid.
    pub tenders: Vec<Tender>,
    /// Given back in cash.
    pub change: Minor,
    /// Taken off to a round sum.
    pub rounding_off: Minor,
    /// Rounded up for charity.
    pub donation: Minor,
    /// What the customer paid.
    pub total: Minor,
}

impl Sale {
    /// Cash in less change: what the drawer gained.
    pub fn cash(&self) -> Result<Minor, Overflow> {
        cash_of(&self.tenders)?.minus(self.change)
    }

    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.id.0);
        self.origin.canon(&mut canon);
        canon.count(self.lines.len());
        for line in &self.lines {
            match &line.what {
                What::Goods { grid, good } => canon.text("goods").id(grid.0).maybe_id(good.map(|good| good.0)),
                What::Voucher(number) => canon.text("voucher").text(number).maybe_id(None),
            };
            canon.text(line.measure.slug()).int(line.quantity.milli()).int(line.price.0).int(line.gross.0);
            canon.int(line.owner_discount.0).int(line.base.0).int(line.line_discount.0);
            canon.int(line.order_discount.0).int(line.rounding.0).maybe_id(line.version.map(|version| version.0));
            canon_parts(&mut canon, &line.parts);
            if let Some(lot) = line.lot {
                canon.text("lot").id(lot.0).int(line.cost.0);
            }
        }
        canon_tenders(&mut canon, &self.tenders);
        canon.int(self.change.0).int(self.rounding_off.0).int(self.donation.0).int(self.total.0);
        Document { id: self.id, hash: canon.hash() }
    }
}

/// Writes a line's parts into canonical bytes.
pub fn canon_parts(canon: &mut Canon, parts: &[LinePart]) {
    canon.count(parts.len());
    for part in parts {
        canon.text(part.share.party.slug()).maybe_id(part.share.party.person().map(|person| person.0));
        canon.int(part.share.percent.e6()).int(part.uncapped.0).int(part.moved.0);
    }
}

/// Decides a sale: what each line is worth, whose it is, and how it was paid.
pub fn decide(id: DocumentId, origin: Origin, facts: &Facts, basket: Basket) -> Result<(Sale, Effects), ImpossibleSale> {
    if basket.lines.is_empty() {
        return Err(ImpossibleSale::NoLines);
    }
    if basket.lines.len() > MAX_LINES || basket.tenders.len() > MAX_TENDERS {
        return Err(ImpossibleSale::TooMany);
    }
    if basket.is_any_negative() {
        return Err(ImpossibleSale::Negative);
    }
    let mut lines = priced(basket.lines)?;
    let order_discount = take_off_order(&mut lines, basket.order_discount, basket.rounding_off)?;

    let mut total = basket.donation;
    for line in &lines {
        total = total.plus(line.base.minus(line.borne()?)?)?;
        // What no till can write as an amount is no price of goods either; balances stay far from the end of their range.
        if line.gross.0 > LIMIT_MINOR || total.0 > LIMIT_MINOR {
            return Err(Overflow.into());
        }
    }
    let paid = Minor::sum(basket.tenders.iter().map(|tender| tender.amount))?.minus(basket.change)?;
    if paid != total {
        return Err(ImpossibleSale::TendersDoNotMeetTotal { paid: paid.0, total: total.0 });
    }

    let mut effects = Effects::default();
    let (mut terms, mut lots) = (facts.terms.clone(), facts.lots.clone());
    for (at, line) in lines.iter_mut().enumerate() {
        match facts.lot_of_line(line).and_then(|lot| lots.get_mut(&lot)) {
            Some(lot) => from_lot::credit(at + 1, line, lot, facts, &mut terms, &mut effects)?,
            None => credit_line(at + 1, line, facts, &mut terms, &mut effects)?,
        }
    }
    stock::sell(&lines, &facts.stock, &mut effects);
    effects.take_terms(terms, &facts.terms);
    effects.postings.debit(Role::ShopDiscounts, None, order_discount);
    effects.postings.credit(Role::DonationsHeld, None, basket.donation)?;

    let Basket { tenders, change, rounding_off, donation, .. } = basket;
    let sale = Sale { id, origin, lines, tenders, change, rounding_off, donation, total };
    take_payment(&sale, facts, &mut effects)?;
    Ok((sale, effects))
}

/// Quantity × price − owner-funded discount, and the line's own shop discount.
fn priced(lines: Vec<BasketLine>) -> Result<Vec<SoldLine>, ImpossibleSale> {
    let mut priced = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let too_large = ImpossibleSale::DiscountTooLarge { line: at + 1 };
        let gross = line.quantity.times(line.price)?;
        let owner_discount = line.owner_discount.of(gross)?;
        let base = gross.minus(owner_discount)?;
        let line_discount = line.shop_discount.of(base)?;
        if owner_discount > gross || line_discount > base {
            return Err(too_large);
        }
        let plain = line.quantity == Quantity::ONE && owner_discount.is_zero() && line_discount.is_zero();
        if matches!(line.what, What::Voucher(_)) && !plain {
            return Err(ImpossibleSale::VoucherNotPlain { line: at + 1 });
        }
        priced.push(SoldLine {
            what: line.what,
            name: line.name,
            measure: line.measure,
            quantity: line.quantity,
            price: line.price,
            gross,
            owner_discount,
            base,
            line_discount,
            order_discount: Minor::ZERO,
            rounding: Minor::ZERO,
            version: None,
            parts: Vec::new(),
            lot: None,
            cost: Minor::ZERO,
        });
    }
    Ok(priced)
}

/// Spreads the order's discount, then the rounding-off, on what the lines still leave to pay. Returns all that the shop bears.
fn take_off_order(lines: &mut [SoldLine], discount: Discount, rounding_off: Minor) -> Result<Minor, ImpossibleSale> {
    let left = |lines: &[SoldLine]| -> Result<Vec<Minor>, Overflow> {
        let goods = |line: &SoldLine| matches!(line.what, What::Goods { .. });
        lines.iter().map(|line| if goods(line) { line.base.minus(line.borne()?) } else { Ok(Minor::ZERO) }).collect()
    };
    let too_large = ImpossibleSale::DiscountTooLarge { line: 0 };

    let weights = left(lines)?;
    let amount = discount.of(Minor::sum(weights.iter().copied())?)?;
    for (line, part) in lines.iter_mut().zip(spread(amount, &weights)?.ok_or(too_large)?) {
        line.order_discount = part;
    }
    let weights = left(lines)?;
    for (line, part) in lines.iter_mut().zip(spread(rounding_off, &weights)?.ok_or(too_large)?) {
        line.rounding = part;
    }
    let mut borne = Minor::ZERO;
    for line in lines.iter() {
        borne = borne.plus(line.borne()?)?;
    }
    Ok(borne)
}

/// Whose a line is: the version that splits it, or why nobody can be credited.
fn version_of(line: &SoldLine, facts: &Facts) -> Result<VersionId, WarningKind> {
    let What::Goods { grid, good } = &line.what else { return Err(WarningKind::NoAgreement) };
    let version = facts.grids.get(grid).ok_or(WarningKind::UnknownGrid)?;
    if let Some(good) = good {
        let home = facts.goods.get(good).ok_or(WarningKind::UnknownGood)?;
        if home != grid {
            return Err(WarningKind::GoodOfAnotherGrid);
        }
    }
    version.ok_or(WarningKind::NoAgreement)
}

fn credit_line(at: usize, line: &mut SoldLine, facts: &Facts, terms: &mut Terms, effects: &mut Effects) -> Result<(), Overflow> {
    if let What::Voucher(number) = &line.what {
        let sold_before = effects.vouchers_issued.iter().any(|(other, _)| other == number);
        if facts.vouchers.contains_key(number) || sold_before {
            effects.warn(WarningKind::VoucherNumberTaken, at, line.base);
            return effects.unallocated(at, line.base);
        }
        effects.vouchers_issued.push((number.clone(), line.base));
        effects.postings.credit(Role::Vouchers, None, line.base)?;
        return Ok(());
    }
    let split = match version_of(line, facts) {
        Ok(version) => terms.split(version, line.base)?.map(|parts| (version, parts)).ok_or(WarningKind::NoAgreement),
        Err(kind) => Err(kind),
    };
    match split {
        Ok((version, parts)) => {
            post_parts(effects, terms, version, &credited(&parts)?)?;
            line.version = Some(version);
            line.parts = parts;
            Ok(())
        }
        Err(kind) => {
            effects.warn(kind, at, line.base);
            effects.unallocated(at, line.base)
        }
    }
}

/// Credits each party of a version with its amount; negative amounts are taken back.
pub fn post_parts(effects: &mut Effects, terms: &Terms, version: VersionId, amounts: &[Minor]) -> Result<(), Overflow> {
    let stakes = terms.versions.get(&version).map(|in_force| in_force.stakes.as_slice()).unwrap_or_default();
    for (stake, amount) in stakes.iter().zip(amounts) {
        effects.postings.credit(stake.account, stake.share.party.person().map(|person| person.0), *amount)?;
    }
    Ok(())
}

/// Debits what was paid; change comes out of the cash.
fn take_payment(sale: &Sale, facts: &Facts, effects: &mut Effects) -> Result<(), Overflow> {
    let cash = sale.cash()?;
    effects.postings.debit(Role::Drawer, Some(sale.origin.till.0), cash);
    if cash.0 < 0 {
        effects.warn(WarningKind::ChangeBeyondCash, 0, cash.negated()?);
    }
    let mut remaining = facts.vouchers.clone();
    for tender in &sale.tenders {
        match &tender.means {
            Means::Cash => {}
            Means::Wechat | Means::Alipay => {
                effects.postings.debit(tender.means.account(), None, tender.amount);
            }
            Means::Voucher(number) => {
                let left = remaining.get(number).copied();
                let used = tender.amount.min(left.unwrap_or_default());
                let beyond = tender.amount.minus(used)?;
                if !used.is_zero() {
                    effects.postings.debit(Role::Vouchers, None, used);
                    effects.vouchers_used.push((number.clone(), used));
                    remaining.insert(number.clone(), left.unwrap_or_default().minus(used)?);
                }
                if !beyond.is_zero() {
                    let kind = if left.is_some() { WarningKind::VoucherOverdrawn } else { WarningKind::VoucherUnknown };
                    effects.warn(kind, 0, beyond);
                    effects.unallocated(0, beyond.negated()?)?;
                }
            }
        }
    }
    let larger = sale.rounding_off.max(sale.donation);
    if !larger.is_zero() && larger >= facts.rounding_limit {
        effects.warn(WarningKind::RoundingBeyondLimit, 0, larger);
    }
    if !sale.rounding_off.is_zero() && !sale.donation.is_zero() {
        effects.warn(WarningKind::RoundingAndDonation, 0, sale.rounding_off);
    }
    Ok(())
}
