//! A sold line on its way back: what is left of each stored part, and what a refund takes from whom.

use crate::domain::{
    account::Role,
    agreement::{LinePart, Share, Terms},
    cash::Effects,
    chain::Canon,
    id::{LotId, PersonId, VersionId},
    lot::Nature,
    money::{Minor, Overflow, Percent, Quantity, half_up_ratio},
    sale::{What, post_handling, post_parts},
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
    /// Of the base, what a supporter got back as the cost of their goods before the rest was split.
    pub cost: Minor,
    /// The lot that its pieces were of, whose goods those were, and who gave or left them.
    pub lot: Option<(LotId, Nature, Option<PersonId>)>,
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
    /// Of the amount, what is taken back of a supporter's cost.
    pub cost: Minor,
    /// Pieces of a lot that went back on the shelf.
    pub restocked: i64,
}

/// What was taken back from one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// From the uncapped part.
    pub uncapped: Minor,
    /// Of it, from the fallback of a capped share.
    pub moved: Minor,
}

/// Writes a refunded line into canonical bytes.
pub fn canon_refunded(canon: &mut Canon, line: &RefundedLine) {
    canon.int(i64::try_from(line.line).unwrap_or(i64::MAX)).int(line.milli).int(line.amount.0).int(line.borne.0);
    canon.count(line.taken.len());
    for taken in &line.taken {
        canon.int(taken.uncapped.0).int(taken.moved.0);
    }
    canon.int(line.cost.0).int(line.restocked);
}

impl LineFacts {
    /// Whether its goods were the cooperative's own: then nothing of it waits for anybody to be found.
    pub(super) const fn is_ours(&self) -> bool {
        matches!(self.lot, Some((_, Nature::Donated | Nature::Own, _)))
    }

    /// Of the base, what is left.
    pub(super) fn left(&self) -> Result<Minor, Overflow> {
        self.base.minus(self.refunded)
    }

    /// How much of the base comes back, and how much was asked beyond what is left.
    pub(super) fn asked(&self, how_much: HowMuch) -> Result<(Minor, Minor), Overflow> {
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
    pub(super) fn borne_with(&self, amount: Minor) -> Result<Minor, Overflow> {
        let refunded = self.refunded.plus(amount)?;
        let base = i128::from(self.base.0).max(1);
        let in_all = i64::try_from(i128::from(self.borne.0) * i128::from(refunded.0) / base).map_err(|_| Overflow)?;
        Minor(in_all).minus(self.refunded_borne)
    }

    /// Of a supporter's cost, what is taken back when `amount` more of the base has come back: step by step, all of it with the last.
    fn cost_with(&self, amount: Minor) -> Result<Minor, Overflow> {
        let base = i128::from(self.base.0).max(1);
        let upto =
            |refunded: Minor| i64::try_from(i128::from(self.cost.0) * i128::from(refunded.0) / base).map(Minor).map_err(|_| Overflow);
        upto(self.refunded.plus(amount)?)?.minus(upto(self.refunded)?)
    }

    /// How many whole pieces have come back once `milli` more thousandths have, less those that had before.
    pub(super) const fn pieces_with(&self, milli: i64) -> i64 {
        (self.refunded_milli + milli) / 1000 - self.refunded_milli / 1000
    }

    /// Takes `amount` of the base back from the stored parts and moves the carry back.
    pub fn take(&mut self, line: usize, milli: i64, amount: Minor, terms: &mut Terms) -> Result<RefundedLine, Overflow> {
        let (borne, cost) = (self.borne_with(amount)?, self.cost_with(amount)?);
        let taken = match self.version {
            Some(version) => take_parts(&mut self.parts, version, amount.minus(cost)?, terms)?,
            None => Vec::new(),
        };
        self.refunded = self.refunded.plus(amount)?;
        self.refunded_milli += milli;
        self.refunded_borne = self.refunded_borne.plus(borne)?;
        Ok(RefundedLine { line, milli, amount, borne, taken, cost, restocked: 0 })
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

/// Takes `amount` back from what is left of a line's parts, and moves the version's carry back.
pub fn take_parts(parts: &mut [Rest], version: VersionId, amount: Minor, terms: &mut Terms) -> Result<Vec<Taken>, Overflow> {
    let Some(in_force) = terms.versions.get_mut(&version) else { return Ok(Vec::new()) };
    let percents: Vec<Percent> = parts.iter().map(|rest| rest.share.percent).collect();
    let remaining: Vec<Minor> = parts.iter().map(|rest| rest.uncapped).collect();
    in_force.carry_e8.resize(percents.len(), 0);
    let uncapped = split::take_back(amount, &percents, &remaining, &mut in_force.carry_e8)?;
    let mut all = Vec::with_capacity(parts.len());
    for (rest, uncapped) in parts.iter_mut().zip(uncapped) {
        let moved = uncapped.min(rest.moved);
        rest.uncapped = rest.uncapped.minus(uncapped)?;
        rest.moved = rest.moved.minus(moved)?;
        all.push(Taken { uncapped, moved });
        if let Some(instrument) = rest.share.instrument {
            terms.credit(instrument, moved.minus(uncapped)?)?;
        }
    }
    Ok(all)
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
    let ours = facts.is_ours();
    if ours {
        effects.postings.debit(Role::GoodsIncome, None, line.amount);
    }
    if let Some((_, Nature::AtCost, supporter)) = facts.lot {
        effects.postings.debit(Role::SupporterPayable, supporter.map(|supporter| supporter.0), line.cost);
    }
    match facts.version {
        Some(version) if ours => post_handling(effects, terms, version, &amounts)?,
        Some(version) => post_parts(effects, terms, version, &amounts)?,
        None => {}
    }
    effects.postings.credit(Role::ShopDiscounts, None, line.borne)?;
    Ok(())
}
