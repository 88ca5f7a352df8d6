//! What an owner has earned: what is due now, what each day of a month brought, and one day line by line with why each came to what it is.

use super::owners_month::{About, Books, Line, details, lines, owed_before, own_accounts};
use crate::{
    app::Refusal,
    domain::{
        id::PersonId,
        money::Minor,
        time::{Date, Month},
    },
    store::{
        Tx, coop, earnings,
        owners_month::{self, OwnPosting},
        people::{self, PersonRow},
    },
};

/// An owner's month, as it is today.
#[derive(Clone, Debug)]
pub struct Earnings {
    /// Whose.
    pub owner: PersonRow,
    /// Codes of the owner's grids in the month.
    pub grids: Vec<String>,
    /// What the cooperative owes now: the account's balance.
    pub due: Minor,
    /// What rounding still owes, in 10⁻⁸ fen, over all agreements.
    pub carry_e8: i64,
    /// The days of the month that changed what is owed, newest first.
    pub days: Vec<DaySum>,
    /// The month's lines by kind.
    pub totals: Totals,
    /// The lines of the day that was asked for, in the order of the books.
    pub lines: Vec<Line>,
}

/// One day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySum {
    /// Which.
    pub day: Date,
    /// Lines.
    pub lines: i64,
    /// What they add to what is owed.
    pub amount: Minor,
}

/// A month by what its lines are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The owner's part of sales.
    pub sales: Minor,
    /// Taken back with refunds, zero or below.
    pub refunds: Minor,
    /// Everything else.
    pub other: Minor,
}

/// Gathers the month that a day lies in.
pub async fn gather(tx: &mut Tx, id: crate::domain::id::CoopId, owner: PersonId, day: Date) -> Result<Earnings, Refusal> {
    let head = coop::head(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let (coop, chart) = coop::with_chart(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let books = Books { coop: &coop, chart: &chart, head };
    let person = people::get(tx, id, owner).await?.ok_or(Refusal::NotFound("person"))?;
    let (accounts, month) = (own_accounts(&chart)?, Month::of(day));
    let mut postings = owners_month::postings(tx, id, owner, month, head.number).await?;
    let own = |posting: &OwnPosting| accounts.contains(&posting.account) && posting.unit == coop.unit.code;
    postings.retain(own);
    let details = details(tx, id, owner, &postings).await?;
    let opening = owed_before(tx, books, &accounts, owner, month).await?;
    let lines = lines(month, opening, &postings, details)?;
    Ok(Earnings {
        grids: owners_month::grids(tx, id, owner, month).await?,
        due: earnings::due(tx, id, owner, &accounts, &coop.unit.code).await?,
        carry_e8: earnings::carry_e8(tx, id, owner).await?,
        days: days(&lines)?,
        totals: totals(&lines)?,
        lines: lines.into_iter().filter(|line| line.day == day).collect(),
        owner: person,
    })
}

fn days(lines: &[Line]) -> Result<Vec<DaySum>, Refusal> {
    let mut days: Vec<DaySum> = Vec::new();
    for line in lines {
        match days.last_mut().filter(|sum| sum.day == line.day) {
            Some(sum) => (sum.lines, sum.amount) = (sum.lines + 1, sum.amount.plus(line.amount)?),
            None => days.push(DaySum { day: line.day, lines: 1, amount: line.amount }),
        }
    }
    days.reverse();
    Ok(days)
}

fn totals(lines: &[Line]) -> Result<Totals, Refusal> {
    let of = |about| Minor::sum(lines.iter().filter(|line| line.about == about).map(|line| line.amount));
    Ok(Totals { sales: of(About::Sale)?, refunds: of(About::Refund)?, other: of(About::Other)? })
}
