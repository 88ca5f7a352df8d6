//! The month's rent of grids: who held one and for how many days, what that comes to, and who meets it.

use std::collections::BTreeMap;

use super::{
    id::{ContractId, GridId, InstrumentId, PersonId},
    money::{Minor, Overflow, half_up_ratio},
    office::{Agreed, Book, spend},
    reason::{Purpose, words},
    time::{Date, Month},
};

words! {
    /// How a grid's rent is met.
    Met {
        /// The owner owes it.
        Charged = "charged",
        /// Nobody pays: it is not charged.
        Waived = "waived",
        /// A supporter's gift for rent pays it, as far as it reaches.
        Sponsored = "sponsored",
    }
}

words! {
    /// Why a contract brings no rent in a month.
    Nothing {
        /// It does not cover a day of the month.
        NotHeld = "not_held",
        /// It is waived.
        Waived = "waived",
        /// It was charged before.
        ChargedBefore = "charged_before",
        /// The same owner's contract before it pays the whole month.
        PaidBefore = "paid_by_the_contract_before",
        /// So few days round to nothing.
        TooFewDays = "too_few_days",
    }
}

/// Who holds a grid from when to when, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Which.
    pub id: ContractId,
    /// The grid.
    pub grid: GridId,
    /// Who holds it.
    pub owner: PersonId,
    /// The first day.
    pub begins_on: Date,
    /// The last day, if it has one.
    pub ends_on: Option<Date>,
    /// A month's rent.
    pub rent: Minor,
    /// Whether a month that is not whole is paid by its days.
    pub by_days: bool,
    /// How it is met.
    pub met: Met,
    /// The gift that pays it.
    pub gift: Option<InstrumentId>,
}

impl Contract {
    /// Whether the two hold one grid on the same day.
    #[must_use]
    pub fn overlaps(&self, begins_on: Date, ends_on: Option<Date>) -> bool {
        self.ends_on.is_none_or(|end| begins_on <= end) && ends_on.is_none_or(|end| self.begins_on <= end)
    }

    /// The days of a month on which it holds the grid, first and last included.
    #[must_use]
    pub fn days_in(&self, month: Month) -> i64 {
        let first = self.begins_on.max(month.first_day());
        let last = self.ends_on.map_or(month.last_day(), |end| end.min(month.last_day()));
        (last - first).num_days().saturating_add(1).max(0)
    }

    /// What so many days of a month cost, half-up.
    pub fn rent_of(&self, month: Month, days: i64) -> Result<Minor, Overflow> {
        if self.by_days { half_up_ratio(self.rent, days, days_of(month)) } else { Ok(self.rent) }
    }
}

/// How many days a month has.
#[must_use]
pub fn days_of(month: Month) -> i64 {
    (month.last_day() - month.first_day()).num_days().saturating_add(1)
}

/// A gift that rents are paid from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gift {
    /// Its terms.
    pub agreed: Agreed,
    /// What came in and went out.
    pub book: Book,
}

/// What a month is for a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The contract.
    pub contract: Contract,
    /// The days held.
    pub days: i64,
    /// What is charged; nothing where `why` says so.
    pub charge: Minor,
    /// What its gift pays of that.
    pub drawn: Minor,
    /// Why nothing is charged.
    pub why: Option<Nothing>,
}

/// What a month comes to under each contract, in their order: those of a grid by their first day. `gifts` are drawn on as it goes, and
/// so a gift that pays several rents pays none with money that another took.
pub fn plan(month: Month, contracts: &[(Contract, bool)], gifts: &mut BTreeMap<InstrumentId, Gift>) -> Result<Vec<Planned>, Overflow> {
    let mut planned: Vec<Planned> = Vec::with_capacity(contracts.len());
    for (contract, charged_before) in contracts {
        let days = contract.days_in(month);
        let whole_month_before = planned.iter().any(|before| {
            let same = before.contract.grid == contract.grid && before.contract.owner == contract.owner;
            same && !before.contract.by_days && matches!(before.why, None | Some(Nothing::ChargedBefore))
        });
        let rent = contract.rent_of(month, days)?;
        let why = match contract.met {
            _ if days == 0 => Some(Nothing::NotHeld),
            _ if *charged_before => Some(Nothing::ChargedBefore),
            Met::Waived => Some(Nothing::Waived),
            _ if whole_month_before => Some(Nothing::PaidBefore),
            _ if rent.is_zero() => Some(Nothing::TooFewDays),
            _ => None,
        };
        let charge = if why.is_some() { Minor::ZERO } else { rent };
        let drawn = match contract.gift.and_then(|gift| gifts.get_mut(&gift)) {
            Some(gift) if contract.met == Met::Sponsored => draw(gift, month.last_day(), charge),
            _ => Minor::ZERO,
        };
        planned.push(Planned { contract: *contract, days, charge, drawn, why });
    }
    Ok(planned)
}

/// A gift pays what it can: never beyond what is left of it, and only what it was given for.
fn draw(gift: &mut Gift, day: Date, charge: Minor) -> Minor {
    let amount = charge.min(gift.book.left());
    match spend(&gift.agreed, gift.book, Purpose::Rent, amount) {
        Ok(book) if gift.agreed.check_begun(day).is_ok() => {
            gift.book = book;
            amount
        }
        _ => Minor::ZERO,
    }
}
