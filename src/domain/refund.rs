//! A refund, decided: from the stored parts of each line, never from today's agreement.
//!
//! Like a sale it has happened: what cannot be taken from anybody (no sale, no approval, more than is left) lies on "to be
//! allocated" with a warning. The last refund of a line leaves exactly zero everywhere.

mod line;

use std::collections::HashMap;

pub use line::{HowMuch, LineFacts, RefundedLine, Rest, Taken, canon_refunded, post_taken, take_parts};

use super::{
    account::Role,
    agreement::Terms,
    cash::{Effects, Means, Origin, Tender, WarningKind, canon_tenders, cash_of},
    chain::Canon,
    entry::Document,
    id::{DocumentId, GoodId, LotId, PersonId},
    lot::Lot,
    money::{Minor, Overflow, Quantity},
    reason::RefundReason,
    sale::{MAX_LINES, MAX_TENDERS, What, note},
    stock,
};

/// A helper's approval that is not used within 12 hours is worth nothing.
pub const APPROVAL_SECONDS: i64 = 12 * 3600;

/// A line that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// The sale's line, from 1.
    pub line: usize,
    /// Pieces, weight or money.
    pub how_much: HowMuch,
    /// Whether pieces of a lot go back on the shelf; where the till does not say, unless they are broken.
    pub restock: Option<bool>,
}

/// What the till reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Lines that come back; ignored with `whole_sale`.
    pub lines: Vec<Back>,
    /// Everything, with a donation, in the same shift and before any other refund.
    pub whole_sale: bool,
    /// How it was paid; empty for the default order (cash first, then the sale's other means).
    pub tenders: Vec<Tender>,
    /// Why it came back, where the till says so.
    pub reason: Option<RefundReason>,
}

/// The sale that a refund names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaleFacts {
    /// The sale.
    pub id: Option<DocumentId>,
    /// Its lines.
    pub lines: Vec<LineFacts>,
    /// The donation that is still held.
    pub donation: Minor,
    /// Whether it was sold in the refund's shift.
    pub same_shift: bool,
    /// Whether anything came back before.
    pub refunded_before: bool,
    /// What was paid by each means, net of change and refunds, cash first, then in the sale's order.
    pub paid: Vec<Tender>,
}

/// What a refund is decided from.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The sale, if the refund names one that is known.
    pub sale: Option<SaleFacts>,
    /// The helper whose approval is valid.
    pub approved_by: Option<PersonId>,
    /// The versions of the sale's lines.
    pub terms: Terms,
    /// What remains on the vouchers that the sale's lines issued, and on those that the refund's tenders name.
    pub vouchers: HashMap<String, Minor>,
    /// The number of a voucher that the refund may have to issue.
    pub new_voucher: String,
    /// What the stock book has of the goods that are counted.
    pub stock: HashMap<GoodId, i64>,
    /// The lots of the sale's lines.
    pub lots: HashMap<LotId, Lot>,
}

/// Arithmetic that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImpossibleRefund {
    /// Neither lines nor payment.
    #[error("a refund names lines of a sale or says what was paid back")]
    Nothing,
    /// Too many.
    #[error("a refund has at most {MAX_LINES} lines and {MAX_TENDERS} tenders")]
    TooMany,
    /// An amount below zero.
    #[error("an amount that comes back or is paid cannot be below zero")]
    Negative,
    /// The sale has no such line.
    #[error("the sale has no line {line}")]
    NoSuchLine {
        /// From 1.
        line: usize,
    },
    /// A sum left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

/// The document of a refund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// The refund.
    pub id: DocumentId,
    /// Where it comes from.
    pub origin: Origin,
    /// The sale, if it names one that is known.
    pub sale: Option<DocumentId>,
    /// Who approved it, if the approval holds.
    pub approved_by: Option<PersonId>,
    /// What came back.
    pub lines: Vec<RefundedLine>,
    /// How it was paid.
    pub tenders: Vec<Tender>,
    /// A donation that was paid back.
    pub donation: Minor,
    /// What the customer got.
    pub paid: Minor,
    /// Why it came back, where the till said so.
    pub reason: Option<RefundReason>,
}

impl Refund {
    /// Cash paid out.
    pub fn cash(&self) -> Result<Minor, Overflow> {
        cash_of(&self.tenders)
    }

    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.id.0);
        self.origin.canon(&mut canon);
        canon.maybe_id(self.sale.map(|sale| sale.0)).maybe_id(self.approved_by.map(|person| person.0));
        canon.count(self.lines.len());
        for line in &self.lines {
            canon_refunded(&mut canon, line);
        }
        canon_tenders(&mut canon, &self.tenders);
        canon.int(self.donation.0).int(self.paid.0);
        if let Some(reason) = self.reason {
            canon.text(reason.slug());
        }
        Document { id: self.id, hash: canon.hash() }
    }
}

/// Decides a refund: what is taken from whom, and how the customer was paid.
pub fn decide(id: DocumentId, origin: Origin, facts: &Facts, request: Request) -> Result<(Refund, Effects), ImpossibleRefund> {
    if request.lines.len() > MAX_LINES || request.tenders.len() > MAX_TENDERS {
        return Err(ImpossibleRefund::TooMany);
    }
    let below = |back: &Back| matches!(back.how_much, HowMuch::Amount(amount) if amount < Minor::ZERO);
    if request.lines.iter().any(below) || request.tenders.iter().any(|tender| tender.amount < Minor::ZERO) {
        return Err(ImpossibleRefund::Negative);
    }
    let Request { lines, whole_sale, tenders, reason } = request;
    let mut effects = Effects::default();
    let mut terms = facts.terms.clone();
    let mut refund = Refund {
        id,
        origin,
        sale: facts.sale.as_ref().and_then(|sale| sale.id),
        approved_by: facts.approved_by,
        lines: Vec::new(),
        tenders,
        donation: Minor::ZERO,
        paid: Minor::ZERO,
        reason,
    };
    let Some(sale) = facts.sale.clone() else {
        if refund.tenders.is_empty() {
            return Err(ImpossibleRefund::Nothing);
        }
        let paid = Minor::sum(refund.tenders.iter().map(|tender| tender.amount))?;
        effects.warn(WarningKind::RefundWithoutSale, 0, paid);
        if facts.approved_by.is_none() {
            effects.warn(WarningKind::NotApproved, 0, paid);
        }
        pay(&mut refund, Minor::ZERO, &[], facts, &mut effects)?;
        return Ok((refund, effects));
    };
    let lines = lines_of(lines, whole_sale, &sale, &mut effects)?;
    if lines.is_empty() && refund.tenders.is_empty() {
        return Err(ImpossibleRefund::Nothing);
    }
    let worth = take_lines(&lines, sale.lines, facts, &mut terms, &mut refund, &mut effects)?;
    let whole = whole_sale && sale.same_shift && !sale.refunded_before;
    let mut due = worth.due;
    if whole && facts.approved_by.is_some() {
        refund.donation = sale.donation;
        effects.postings.debit(Role::DonationsHeld, None, sale.donation);
        due = due.plus(sale.donation)?;
    }
    if refund.tenders.is_empty() {
        refund.tenders = default_tenders(due.plus(worth.beyond)?, &sale.paid, &facts.new_voucher)?;
    }
    effects.take_terms(terms, &facts.terms);
    pay(&mut refund, due, &worth.open, facts, &mut effects)?;
    Ok((refund, effects))
}

/// The lines that come back: those named, or all that is left of the sale.
fn lines_of(named: Vec<Back>, whole_sale: bool, sale: &SaleFacts, effects: &mut Effects) -> Result<Vec<Back>, ImpossibleRefund> {
    if !whole_sale {
        return match named.iter().find(|back| back.line == 0 || back.line > sale.lines.len()) {
            Some(back) => Err(ImpossibleRefund::NoSuchLine { line: back.line }),
            None => Ok(named),
        };
    }
    if !sale.same_shift || sale.refunded_before {
        effects.warn(WarningKind::NotAWholeSale, 0, Minor::ZERO);
    }
    let rest = |facts: &LineFacts| Quantity::from_milli(facts.quantity.milli() - facts.refunded_milli);
    let back = |at: usize, how_much| Back { line: at + 1, how_much, restock: None };
    let all = sale.lines.iter().enumerate();
    Ok(all
        .filter_map(|(at, facts)| match rest(facts) {
            Some(quantity) => Some(back(at, HowMuch::Quantity(quantity))),
            None => facts.left().ok().filter(|left| !left.is_zero()).map(|left| back(at, HowMuch::Amount(left))),
        })
        .collect())
}

/// What waits beside a line: the line, the amount, and thousandths that came back.
type Waits = (usize, Minor, i64);

/// What the lines are worth to the customer.
struct Worth {
    /// Taken from the parties: what is rightly paid.
    due: Minor,
    /// Asked, but not taken from anybody.
    beyond: Minor,
    /// Of `due`, what goes to "to be allocated" for a line.
    open: Vec<Waits>,
}

fn take_lines(
    lines: &[Back],
    mut sold: Vec<LineFacts>,
    facts: &Facts,
    terms: &mut Terms,
    refund: &mut Refund,
    effects: &mut Effects,
) -> Result<Worth, ImpossibleRefund> {
    let mut worth = Worth { due: Minor::ZERO, beyond: Minor::ZERO, open: Vec::new() };
    let (mut vouchers, mut lots) = (facts.vouchers.clone(), facts.lots.clone());
    for back in lines {
        let line = &mut sold[back.line - 1];
        let milli = match back.how_much {
            HowMuch::Quantity(quantity) => quantity.milli().min(line.quantity.milli() - line.refunded_milli),
            HowMuch::Amount(_) => 0,
        };
        let (amount, beyond) = line.asked(back.how_much)?;
        let borne = line.borne_with(amount)?;
        if !beyond.is_zero() {
            effects.warn(WarningKind::RefundBeyondRest, back.line, beyond);
            worth.beyond = worth.beyond.plus(beyond)?;
        }
        if facts.approved_by.is_none() {
            worth.beyond = worth.beyond.plus(amount.minus(borne)?)?;
            continue;
        }
        worth.due = worth.due.plus(amount.minus(borne)?)?;
        match (&line.what, line.version) {
            (What::Voucher(number), _) => {
                let left = vouchers.get(number).copied().unwrap_or_default();
                let used = amount.min(left);
                vouchers.insert(number.clone(), left.minus(used)?);
                effects.postings.debit(Role::Vouchers, None, used);
                effects.vouchers_used.push((number.clone(), used));
                if used < amount {
                    effects.warn(WarningKind::VoucherOverdrawn, back.line, amount.minus(used)?);
                    worth.open.push((back.line, amount.minus(used)?, 0));
                }
                refund.lines.push(line.take(back.line, milli, amount, terms)?);
            }
            (What::Goods { .. }, version) if version.is_some() || line.is_ours() => {
                let goes_back = back.restock.unwrap_or(refund.reason != Some(RefundReason::Broken));
                let pieces = if goes_back { line.pieces_with(milli) } else { 0 };
                let mut taken = line.take(back.line, milli, amount, terms)?;
                if let Some(lot) = line.lot.and_then(|(lot, ..)| lots.get_mut(&lot)) {
                    taken.restocked = pieces;
                    let change = lot.sell(-pieces, &mut effects.postings)?;
                    note(effects, lot, change)?;
                }
                if goes_back {
                    stock::take_back(line, &taken, &facts.stock, effects);
                }
                post_taken(effects, terms, line, &taken)?;
                refund.lines.push(taken);
            }
            // The line's own sale waits on 21108: the refund waits beside it, and both are allocated by the office.
            (What::Goods { .. }, _) => {
                effects.warn(WarningKind::RefundOfUnallocated, back.line, amount);
                worth.open.push((back.line, amount.minus(borne)?, milli));
            }
        }
    }
    if facts.approved_by.is_none() {
        effects.warn(WarningKind::NotApproved, 0, worth.beyond);
    }
    Ok(worth)
}

/// Cash up to the net cash paid, then the other means in their order; what is beyond all of it in cash.
fn default_tenders(due: Minor, paid: &[Tender], new_voucher: &str) -> Result<Vec<Tender>, Overflow> {
    let mut left = due;
    let mut tenders: Vec<Tender> = Vec::new();
    for tender in paid {
        let amount = tender.amount.min(left);
        if amount.0 <= 0 {
            continue;
        }
        left = left.minus(amount)?;
        let means = match &tender.means {
            Means::Voucher(_) => Means::Voucher(new_voucher.to_owned()),
            other => other.clone(),
        };
        match tenders.iter_mut().find(|tender| tender.means == means) {
            Some(same) => same.amount = same.amount.plus(amount)?,
            None => tenders.push(Tender { means, amount }),
        }
    }
    if !left.is_zero() {
        match tenders.iter_mut().find(|tender| tender.means == Means::Cash) {
            Some(cash) => cash.amount = cash.amount.plus(left)?,
            None => tenders.insert(0, Tender { means: Means::Cash, amount: left }),
        }
    }
    Ok(tenders)
}

/// Below a jiao there is no coin: what comes back in cash is rounded to it, and the shop bears that, as it bears a sale's rounding-off.
const SMALLEST_COIN: i64 = 10;

const fn is_rounded_in_cash(cash: Minor, difference: Minor) -> bool {
    cash.0 > 0 && cash.0 % SMALLEST_COIN == 0 && difference.0 != 0 && difference.0.abs() < SMALLEST_COIN
}

/// Credits what was paid out; what differs from what was due waits to be allocated.
fn pay(refund: &mut Refund, due: Minor, open: &[Waits], facts: &Facts, effects: &mut Effects) -> Result<(), Overflow> {
    refund.paid = Minor::sum(refund.tenders.iter().map(|tender| tender.amount))?;
    for tender in &refund.tenders {
        match &tender.means {
            Means::Cash => {
                effects.postings.credit(Role::Drawer, Some(refund.origin.till.0), tender.amount)?;
            }
            Means::Wechat | Means::Alipay => {
                effects.postings.credit(tender.means.account(), None, tender.amount)?;
            }
            Means::Voucher(number) => {
                let taken = facts.vouchers.contains_key(number) || effects.vouchers_issued.iter().any(|(other, _)| other == number);
                if taken {
                    effects.warn(WarningKind::VoucherNumberTaken, 0, tender.amount);
                    effects.unallocated(0, tender.amount)?;
                } else {
                    effects.vouchers_issued.push((number.clone(), tender.amount));
                    effects.postings.credit(Role::Vouchers, None, tender.amount)?;
                }
            }
        }
    }
    for (line, amount, milli) in open {
        effects.returned_unallocated(*line, amount.negated()?, *milli)?;
    }
    let difference = refund.paid.minus(due)?;
    let known = facts.approved_by.is_some() && facts.sale.is_some();
    if known && is_rounded_in_cash(refund.cash()?, difference) {
        effects.postings.credit(Role::ShopDiscounts, None, difference.negated()?)?;
    } else if !difference.is_zero() {
        if known && !effects.warnings.iter().any(|warning| warning.kind == WarningKind::RefundBeyondRest) {
            effects.warn(WarningKind::RefundPaysOther, 0, difference);
        }
        effects.unallocated(0, difference.negated()?)?;
    }
    Ok(())
}
