//! An owner's monthly statement (铺主对账单): previewed at any time, issued once, in order, with a number and kept bytes.
//!
//! Gathering, reading the name and laying out happen outside the writer. Inside, under the head's lock, only the number and
//! the order are looked at again: the chain may have grown meanwhile, the statement says up to which entry it knows it.

mod issue;
mod paper;
mod reading;

pub use issue::{Order, issue};
pub use paper::{paper, print};
pub use reading::log_reading;

use super::{
    Refusal,
    reports::owners_month::{self, Books, OwnersMonth, Purpose},
};
use crate::{
    domain::{
        id::{CoopId, PersonId},
        time::Month,
    },
    store::{
        Tx,
        coop::{self, Coop},
        statements::StatementRow,
    },
};

/// A month of an owner to look at, with its cooperative.
pub async fn preview(tx: &mut Tx, id: CoopId, owner: PersonId, month: Month) -> Result<(Coop, OwnersMonth), Refusal> {
    gather(tx, id, owner, month, Purpose::Preview).await
}

/// The month of an issued statement, with its cooperative.
pub async fn issued(tx: &mut Tx, statement: &StatementRow, id: CoopId) -> Result<(Coop, OwnersMonth), Refusal> {
    let head = coop::head(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let (coop, chart) = coop::with_chart(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let month = owners_month::issued(tx, Books { coop: &coop, chart: &chart, head }, statement).await?;
    Ok((coop, month))
}

async fn gather(tx: &mut Tx, id: CoopId, owner: PersonId, month: Month, purpose: Purpose) -> Result<(Coop, OwnersMonth), Refusal> {
    let head = coop::head(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let (coop, chart) = coop::with_chart(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let gathered = owners_month::gather(tx, Books { coop: &coop, chart: &chart, head }, owner, month, purpose).await?;
    Ok((coop, gathered))
}
