//! A line whose pieces are of a lot: nobody's at the counter but the cooperative's, or a supporter's until their cost is back.

use std::collections::btree_map::Entry;

use super::{Facts, SoldLine, What, version_of};
use crate::domain::{
    account::Role,
    agreement::{LinePart, Party, Terms, credited},
    cash::{Effects, WarningKind},
    id::{GridId, LotId, VersionId},
    lot::{Change, Lot, Nature, pieces_in, worth},
    money::{Minor, Overflow},
};

impl Facts {
    /// The lot that a line's good is of.
    pub(super) fn lot_of_line(&self, line: &SoldLine) -> Option<LotId> {
        let What::Goods { good, .. } = &line.what else { return None };
        good.and_then(|good| self.lot_of.get(&good)).copied()
    }
}

/// Credits a line, and takes its pieces from the shelf.
pub(super) fn credit(
    at: usize,
    line: &mut SoldLine,
    lot: &mut Lot,
    facts: &Facts,
    terms: &mut Terms,
    effects: &mut Effects,
) -> Result<(), Overflow> {
    let pieces = pieces_in(line.quantity);
    if pieces > lot.pieces.stock() {
        effects.warn(WarningKind::LotBeyondStock, at, line.base);
    }
    line.lot = Some(lot.id);
    let version = version_for(line, lot, facts);
    match lot.nature {
        Nature::AtCost => at_cost(at, line, lot, pieces, version, terms, effects)?,
        Nature::Donated | Nature::Own => {
            effects.postings.credit(Role::GoodsIncome, None, line.base)?;
            // Without an agreement nobody handles it for a share: all of it is the cooperative's.
            match version {
                Ok(version) => {
                    let parts = split(line, version, line.base, terms)?;
                    post_handling(effects, terms, version, &credited(&parts)?)?;
                }
                Err(WarningKind::NoAgreement) => {}
                Err(_) => effects.warn(WarningKind::LotAtOtherGrid, at, line.base),
            }
        }
    }
    let change = lot.sell(pieces, &mut effects.postings)?;
    note(effects, lot, change)
}

/// The lot's own version at the grid, else the grid's. What the cooperative bought is nobody's to share in unless it says so.
fn version_for(line: &SoldLine, lot: &Lot, facts: &Facts) -> Result<VersionId, WarningKind> {
    let grid = match &line.what {
        What::Goods { grid, .. } => *grid,
        What::Voucher(_) => GridId::NOBODYS,
    };
    let of_grid = version_of(line, facts);
    if let Err(kind) = of_grid
        && kind != WarningKind::NoAgreement
    {
        return Err(kind);
    }
    match facts.lot_versions.get(&(lot.id, grid)) {
        Some(own) => Ok(*own),
        None if lot.nature == Nature::Own => Err(WarningKind::NoAgreement),
        None => of_grid,
    }
}

/// Splits `amount` of a line by a version; the line keeps both.
fn split(line: &mut SoldLine, version: VersionId, amount: Minor, terms: &mut Terms) -> Result<Vec<LinePart>, Overflow> {
    if let Some(parts) = terms.split(version, amount)? {
        line.version = Some(version);
        line.parts = parts;
    }
    Ok(line.parts.clone())
}

/// E36: the supporter's cost first, then the rest by the agreement.
fn at_cost(
    at: usize,
    line: &mut SoldLine,
    lot: &Lot,
    pieces: i64,
    version: Result<VersionId, WarningKind>,
    terms: &mut Terms,
    effects: &mut Effects,
) -> Result<(), Overflow> {
    let agreed = worth(lot.value, pieces)?;
    line.cost = agreed.min(line.base);
    if line.cost < agreed {
        effects.warn(WarningKind::SoldBelowCost, at, agreed.minus(line.cost)?);
    }
    effects.postings.credit(Role::SupporterPayable, lot.supporter.map(|supporter| supporter.0), line.cost)?;
    let rest = line.base.minus(line.cost)?;
    match version {
        Ok(version) => {
            let parts = split(line, version, rest, terms)?;
            super::post_parts(effects, terms, version, &credited(&parts)?)
        }
        Err(kind) => {
            effects.warn(kind, at, rest);
            effects.unallocated(at, rest)
        }
    }
}

/// What others than the cooperative get of goods that are its own: its cost, credited to them. Negative amounts are taken back.
pub fn post_handling(effects: &mut Effects, terms: &Terms, version: VersionId, amounts: &[Minor]) -> Result<(), Overflow> {
    let stakes = terms.versions.get(&version).map(|in_force| in_force.stakes.as_slice()).unwrap_or_default();
    for (stake, amount) in stakes.iter().zip(amounts).filter(|(stake, _)| stake.share.party != Party::Cooperative) {
        effects.postings.debit(Role::HandlingShares, None, *amount);
        effects.postings.credit(stake.account, stake.share.party.person().map(|person| person.0), *amount)?;
    }
    Ok(())
}

/// Adds what became of a lot to the effects.
pub fn note(effects: &mut Effects, lot: &Lot, change: Change) -> Result<(), Overflow> {
    match effects.lots.entry(lot.id) {
        Entry::Vacant(place) => {
            place.insert(change);
        }
        Entry::Occupied(mut before) => {
            let both = before.get().and(change)?;
            before.insert(both);
        }
    }
    Ok(())
}
