//! What a love shareholder is told of their shares of sales: one total for each month that is over, and only where it comes from at
//! least five families.
//!
//! A total of fewer would tell what a family sold, and so would the running total before and after a sale, or a sum that closes the
//! gap of a month that is not told. So a sum is told only where every month in it is.

use crate::{
    app::Refusal,
    auth::policy::{Allowed, ReadInstruments},
    domain::{
        account::{Chart, Role},
        id::PersonId,
        money::Minor,
        time::{Date, Month},
    },
    store::{
        Tx,
        coop::Coop,
        instruments::{self, InstrumentRow},
        supporter_months::{self, On},
    },
};

/// From so many families on a figure is told.
pub const FAMILIES: i64 = 5;
/// So many months back.
const MONTHS: usize = 24;
/// More instruments than these nobody has.
const INSTRUMENTS: i64 = 100;

/// What a supporter is told.
#[derive(Clone, Debug)]
pub struct SupporterMonths {
    /// Newest first; `None` where fewer than [`FAMILIES`] had a part in it.
    pub months: Vec<(Month, Option<Minor>)>,
    /// All of them together, where every one is told and none is further back.
    pub total: Option<Minor>,
    /// The supporter's instruments.
    pub instruments: Vec<InstrumentRow>,
    /// What the only instrument has received up to the last month that is over, where that can be told.
    pub used: Option<Minor>,
}

/// Gathers it.
pub async fn gather(
    tx: &mut Tx,
    allowed: &Allowed<ReadInstruments>,
    (coop, chart): (&Coop, &Chart),
    supporter: PersonId,
    today: Date,
) -> Result<SupporterMonths, Refusal> {
    let account = chart.code(Role::SupporterPayable).map_err(|error| Refusal::Broken(error.to_string()))?;
    let on = On { account, unit: &coop.unit.code };
    let first = supporter_months::first_day(tx, allowed, supporter, on).await?.map(Month::of);
    let (mut months, mut month) = (Vec::new(), Month::of(today).previous());
    while first.is_some_and(|first| first <= month) && months.len() < MONTHS {
        let families = supporter_months::families(tx, allowed, supporter, on, month).await?;
        let amount = if families >= FAMILIES { Some(supporter_months::amount(tx, allowed, supporter, on, month).await?) } else { None };
        months.push((month, amount));
        month = month.previous();
    }
    let reaches_back = first.is_none_or(|first| first > month);
    let told: Option<Vec<Minor>> = months.iter().map(|(_, amount)| *amount).collect();
    let total = told.filter(|told| reaches_back && !told.is_empty()).map(Minor::sum).transpose()?;
    let instruments = instruments::shares_of(tx, allowed, supporter, INSTRUMENTS).await?;
    let alone = instruments.len() == 1 && !supporter_months::has_plain_shares(tx, allowed, supporter).await?;
    Ok(SupporterMonths { months, total, used: total.filter(|_| alone), instruments })
}
