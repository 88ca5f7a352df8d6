//! The report of a shift: X while it is open, Z once it is closed; the same figures for the screen and for the paper.

use std::collections::BTreeMap;

use crate::{
    app::Refusal,
    auth::policy::{Allowed, ReadShifts},
    domain::{
        id::{PersonId, ShiftId},
        money::{Minor, Overflow},
        shift::Totals,
    },
    store::{
        Tx,
        shift_reports::{self, Counts, PiecesRow, ShiftRow},
        shift_sums::{self, BetweenRow, GridRow, MovedRow},
        shifts,
    },
};

/// A shift with all that its report says.
#[derive(Clone, Debug)]
pub struct ShiftReport {
    /// Its heading, with the closing.
    pub row: ShiftRow,
    /// What moved, from its documents as they are today.
    pub totals: Totals,
    /// Sales and refunds.
    pub counts: Counts,
    /// Notes and coins at the opening.
    pub opening_count: Vec<PiecesRow>,
    /// Notes and coins at the closing.
    pub closing_count: Vec<PiecesRow>,
    /// What each owner sold and took back, by the code of the first grid.
    pub owners: Vec<OwnerSum>,
    /// Between the goods and what customers paid.
    pub between: BetweenRow,
    /// Cash without a sale.
    pub moved: Vec<MovedRow>,
    /// The number of the Z before this one.
    pub before: Option<String>,
}

/// What one owner sold in a shift.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnerSum {
    /// Whose goods they were; `None` where nobody has the grid yet.
    pub owner: Option<PersonId>,
    /// What the owner wants to be called.
    pub nickname: Option<String>,
    /// Codes of the grids that sold.
    pub grids: Vec<String>,
    /// Lines sold.
    pub lines: i64,
    /// What they came to, before what the shop bore.
    pub sold: Minor,
    /// What came back of such goods.
    pub returned: Minor,
}

/// How a Z is called: the till's enrolment and its own number of the closing, as on a receipt.
#[must_use]
pub fn z_number(epoch: i64, seq: i64) -> String {
    format!("{epoch}-{seq:04}")
}

impl ShiftReport {
    /// Its number, once it is closed.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        Some(z_number(self.row.closing_epoch?, self.row.closing_seq?))
    }

    /// Goods sold, before what the shop bore.
    pub fn goods(&self) -> Result<Minor, Overflow> {
        Minor::sum(self.owners.iter().map(|owner| owner.sold))
    }
}

/// Gathers a shift's report.
pub async fn report(tx: &mut Tx, allowed: &Allowed<ReadShifts>, row: ShiftRow) -> Result<ShiftReport, Refusal> {
    let (id, day) = (row.id, row.business_date);
    let closing_count = match row.closing_id {
        Some(closing) => shift_reports::count(tx, allowed, closing).await?,
        None => Vec::new(),
    };
    let before = match (row.closing_epoch, row.closing_seq) {
        (Some(epoch), Some(seq)) => shift_sums::closing_before(tx, allowed, row.till_id, (epoch, seq)).await?,
        _ => None,
    };
    Ok(ShiftReport {
        totals: shifts::totals(tx, allowed.coop(), id).await?,
        counts: shift_reports::counts(tx, allowed, id).await?,
        opening_count: shift_reports::count(tx, allowed, id.0).await?,
        closing_count,
        owners: owners(tx, allowed, id, day).await?,
        between: shift_sums::between(tx, allowed, id).await?,
        moved: shift_sums::moved(tx, allowed, id).await?,
        before: before.map(|(epoch, seq)| z_number(epoch, seq)),
        row,
    })
}

async fn owners(
    tx: &mut Tx,
    allowed: &Allowed<ReadShifts>,
    shift: ShiftId,
    day: crate::domain::time::Date,
) -> Result<Vec<OwnerSum>, Refusal> {
    let mut sums: BTreeMap<Option<PersonId>, OwnerSum> = BTreeMap::new();
    for row in shift_sums::sold(tx, allowed, shift, day).await? {
        let (lines, amount) = (row.lines, row.amount);
        let sum = of(&mut sums, row);
        sum.lines += lines;
        sum.sold = sum.sold.plus(amount)?;
    }
    for row in shift_sums::returned(tx, allowed, shift, day).await? {
        let amount = row.amount;
        let sum = of(&mut sums, row);
        sum.returned = sum.returned.plus(amount)?;
    }
    let mut sums: Vec<OwnerSum> = sums.into_values().collect();
    for sum in &mut sums {
        sum.grids.sort();
        sum.grids.dedup();
    }
    // Whose owner nobody knows stands last.
    sums.sort_by(|a, b| (a.owner.is_none(), &a.grids).cmp(&(b.owner.is_none(), &b.grids)));
    Ok(sums)
}

fn of(sums: &mut BTreeMap<Option<PersonId>, OwnerSum>, row: GridRow) -> &mut OwnerSum {
    let sum = sums.entry(row.owner_id).or_default();
    (sum.owner, sum.nickname) = (row.owner_id, row.nickname);
    sum.grids.extend(row.code);
    sum
}
