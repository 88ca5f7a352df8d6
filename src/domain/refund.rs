//! A refund, decided: from the stored parts of each line, never from today's agreement.
//!
//! Like a sale it has happened: what cannot be taken from anybody (no sale, no approval, more than is left) lies on "to be
//! allocated" with a warning. The last refund of a line leaves exactly zero everywhere.

use std::collections::HashMap;

use super::{
    account::Role,
    agreement::{LinePart, Share, Terms},
    cash::{Effects, Means, Origin, Tender, WarningKind, canon_tenders, cash_of},
    chain::Canon,
    entry::Document,
    id::{DocumentId, PersonId, VersionId},
    money::{Minor, Overflow, Percent, Quantity, half_up_ratio},
    sale::{MAX_LINES, MAX_TENDERS, What, post_parts},
    split,
};

/// How much of a line comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowMuch {
    /// So many pieces or kilograms.
    Quantity(Quantity),
    /// So much of the line's base.
    Amount(Minor),
}

/// A line that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// The sale's line, from 1.
    pub line: usize,
    /// Pieces, weight or money.
    pub how_much: HowMuch,
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
}

/// A part of a sold line, and what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The share it comes from.
    pub share: Share,
    /// Of the uncapped part, not yet refunded.
    pub uncapped: Minor,
    /// Of what the cap moved to the fallback, not yet refunded.
    pub moved: Minor,
}

impl Rest {
    /// A part of which nothing has come back yet.
    #[must_use]
    pub const fn of(part: &LinePart) -> Self {
        Self { share: part.share, uncapped: part.uncapped, moved: part.moved }
    }
}

/// A sold line, and what has come back of it so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFacts {
    /// Goods or a voucher.
    pub what: What,
    /// As sold.
    pub quantity: Quantity,
    /// What was split.
    pub base: Minor,
    /// Shop discount and rounding of the line.
    pub borne: Minor,
    /// The version that split it; `None` while it is to be allocated.
    pub version: Option<VersionId>,
    /// What is left of each part.
    pub parts: Vec<Rest>,
    /// Of the base, refunded so far.
    pub refunded: Minor,
    /// Thousandths returned so far.
    pub refunded_milli: i64,
    /// Of `borne`, given back so far.
    pub refunded_borne: Minor,
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

/// What came back of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundedLine {
    /// The sale's line, from 1.
    pub line: usize,
    /// Thousandths returned; 0 where an amount was stated.
    pub milli: i64,
    /// Of the line's base.
    pub amount: Minor,
    /// Of the line's shop discount and rounding.
    pub borne: Minor,
    /// From each part, in the order of the agreement.
    pub taken: Vec<Taken>,
}

/// What was taken back from one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// From the uncapped part.
    pub uncapped: Minor,
    /// Of it, from the fallback of a capped share.
    pub moved: Minor,
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
        Document { id: self.id, hash: canon.hash() }
    }
}

/// Writes a refunded line into canonical bytes.
pub fn canon_refunded(canon: &mut Canon, line: &RefundedLine) {
    canon.int(i64::try_from(line.line).unwrap_or(i64::MAX)).int(line.milli).int(line.amount.0).int(line.borne.0);
    canon.count(line.taken.len());
    for taken in &line.taken {
        canon.int(taken.uncapped.0).int(taken.moved.0);
    }
}

impl LineFacts {
    /// Of the base, what is left.
    fn left(&self) -> Result<Minor, Overflow> {
        self.base.minus(self.refunded)
    }

    /// How much of the base comes back, and how much was asked beyond what is left.
    fn asked(&self, how_much: HowMuch) -> Result<(Minor, Minor), Overflow> {
        let left = self.left()?;
        match how_much {
            HowMuch::Amount(amount) => Ok((amount.min(left), amount.minus(amount.min(left))?)),
            HowMuch::Quantity(quantity) => {
                let sold = self.quantity.milli();
                let returned = self.refunded_milli.saturating_add(quantity.milli());
                let in_all = half_up_ratio(self.base, returned.min(sold), sold)?;
                let beyond = half_up_ratio(self.base, (returned - sold).clamp(0, quantity.milli()), sold)?;
                Ok((in_all.minus(self.refunded)?.max(Minor::ZERO).min(left), beyond))
            }
        }
    }

    /// Of the shop's discount, what is given back when `amount` more of the base has come back.
    fn borne_with(&self, amount: Minor) -> Result<Minor, Overflow> {
        let refunded = self.refunded.plus(amount)?;
        let base = i128::from(self.base.0).max(1);
        let in_all = i64::try_from(i128::from(self.borne.0) * i128::from(refunded.0) / base).map_err(|_| Overflow)?;
        Minor(in_all).minus(self.refunded_borne)
    }

    /// Takes `amount` of the base back from the stored parts and moves the carry back.
    pub fn take(&mut self, line: usize, milli: i64, amount: Minor, terms: &mut Terms) -> Result<RefundedLine, Overflow> {
        let borne = self.borne_with(amount)?;
        let mut taken = Vec::with_capacity(self.parts.len());
        if let Some(in_force) = self.version.and_then(|version| terms.versions.get_mut(&version)) {
            let percents: Vec<Percent> = self.parts.iter().map(|rest| rest.share.percent).collect();
            let remaining: Vec<Minor> = self.parts.iter().map(|rest| rest.uncapped).collect();
            in_force.carry_e8.resize(percents.len(), 0);
            let uncapped = split::take_back(amount, &percents, &remaining, &mut in_force.carry_e8)?;
            for (rest, uncapped) in self.parts.iter_mut().zip(uncapped) {
                let moved = uncapped.min(rest.moved);
                rest.uncapped = rest.uncapped.minus(uncapped)?;
                rest.moved = rest.moved.minus(moved)?;
                taken.push(Taken { uncapped, moved });
            }
            for (rest, taken) in self.parts.iter().zip(&taken) {
                if let Some(instrument) = rest.share.instrument {
                    terms.credit(instrument, taken.moved.minus(taken.uncapped)?)?;
                }
            }
        }
        self.refunded = self.refunded.plus(amount)?;
        self.refunded_milli += milli;
        self.refunded_borne = self.refunded_borne.plus(borne)?;
        Ok(RefundedLine { line, milli, amount, borne, taken })
    }

    /// The amount of the base whose refund pays exactly `paid` to the customer, if there is one: all that is left if that
    /// fits, so that nothing stays behind, else the smallest.
    pub fn amount_paying(&self, paid: Minor) -> Result<Option<Minor>, Overflow> {
        let pays = |amount: Minor| amount.minus(self.borne_with(amount)?);
        let left = self.left()?;
        if pays(left)? == paid {
            return Ok(Some(left));
        }
        let (mut low, mut high) = (0, left.0);
        while low < high {
            let middle = low + (high - low) / 2;
            if pays(Minor(middle))? < paid { low = middle + 1 } else { high = middle }
        }
        Ok((pays(Minor(low))? == paid).then_some(Minor(low)))
    }
}

/// Debits the parties of a line with what was taken from them, and credits the shop's discount with its part.
pub fn post_taken(effects: &mut Effects, terms: &Terms, facts: &LineFacts, line: &RefundedLine) -> Result<(), Overflow> {
    let mut amounts = vec![Minor::ZERO; facts.parts.len()];
    for (place, (rest, taken)) in facts.parts.iter().zip(&line.taken).enumerate() {
        amounts[place] = amounts[place].minus(taken.uncapped.minus(taken.moved)?)?;
        if let Some(fallback) = amounts.get_mut(rest.share.fallback) {
            *fallback = fallback.minus(taken.moved)?;
        }
    }
    if let Some(version) = facts.version {
        post_parts(effects, terms, version, &amounts)?;
    }
    effects.postings.credit(Role::ShopDiscounts, None, line.borne)?;
    Ok(())
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
    let Request { lines, whole_sale, tenders } = request;
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
    let all = sale.lines.iter().enumerate();
    Ok(all
        .filter_map(|(at, facts)| match rest(facts) {
            Some(quantity) => Some(Back { line: at + 1, how_much: HowMuch::Quantity(quantity) }),
            None => facts.left().ok().filter(|left| !left.is_zero()).map(|left| Back { line: at + 1, how_much: HowMuch::Amount(left) }),
        })
        .collect())
}

/// What the lines are worth to the customer.
struct Worth {
    /// Taken from the parties: what is rightly paid.
    due: Minor,
    /// Asked, but not taken from anybody.
    beyond: Minor,
    /// Of `due`, what goes to "to be allocated" for a line.
    open: Vec<(usize, Minor)>,
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
    let mut vouchers = facts.vouchers.clone();
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
                    worth.open.push((back.line, amount.minus(used)?));
                }
                refund.lines.push(line.take(back.line, milli, amount, terms)?);
            }
            (What::Goods { .. }, Some(_)) => {
                let taken = line.take(back.line, milli, amount, terms)?;
                post_taken(effects, terms, line, &taken)?;
                refund.lines.push(taken);
            }
            // The line's own sale waits on 21108: the refund waits beside it, and both are allocated by the office.
            (What::Goods { .. }, None) => {
                effects.warn(WarningKind::RefundOfUnallocated, back.line, amount);
                worth.open.push((back.line, amount.minus(borne)?));
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

/// Credits what was paid out; what differs from what was due waits to be allocated.
fn pay(refund: &mut Refund, due: Minor, open: &[(usize, Minor)], facts: &Facts, effects: &mut Effects) -> Result<(), Overflow> {
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
    for (line, amount) in open {
        effects.unallocated(*line, amount.negated()?)?;
    }
    let difference = refund.paid.minus(due)?;
    if !difference.is_zero() {
        let known = facts.approved_by.is_some() && facts.sale.is_some();
        if known && !effects.warnings.iter().any(|warning| warning.kind == WarningKind::RefundBeyondRest) {
            effects.warn(WarningKind::RefundPaysOther, 0, difference);
        }
        effects.unallocated(0, difference.negated()?)?;
    }
    Ok(())
}
