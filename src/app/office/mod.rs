//! What the office itself puts into the books: supporters' and members' money, deposits, rent that is paid, bills, cash for the bank.
//!
//! `agreed` is money under an agreement with a supporter, `settle` everything else; `domain::office` decides.

mod agreed;
mod instrument;
mod lines;
mod papers;
mod provider;
mod refuse;
mod reversal;
mod settle;
mod wish;

pub use agreed::{GiveBack, Receive, Spend, Waive};
pub use instrument::{AddInstrument, EndInstrument, NewInstalment};
pub use lines::{Draft, Written, WrittenLine, post_written};
pub(super) use papers::known as known_paper;
pub use papers::{AddPaper, upload_paper};
pub use provider::SettleProvider;
pub(super) use refuse::refused;
pub use reversal::{ProposeReversal, Reverse, reverse_agreed, reverse_payout};
pub use settle::{
    BillPaid, CashBanked, DepositReturned, DepositTaken, DonationsPassedOn, MemberCapitalPaidIn, MemberCapitalWithdrawn, RentPaid,
    RentWaived, Settle, Settlement, SharePaid, ShareRedonated,
};
pub use wish::{LogWish, WISHES};

use super::{
    ctx::{About, Ctx, Done},
    format::fields::{Money, one_of},
    refusal::Refusal,
};
use crate::{
    auth::policy::{Allowed, MoveMoney},
    domain::{
        account::Role,
        id::CommandId,
        money::Minor,
        office::{Event, Through},
        time::Date,
    },
    store::office_events,
};

/// What a request says of the money that moves.
#[derive(Clone, Debug)]
pub struct Said {
    /// How much.
    pub amount: Money,
    /// `safe` or `bank`.
    pub through: Option<String>,
    /// When it happened; today where it is missing.
    pub day: Option<Date>,
}

impl Said {
    fn amount(&self, ctx: &Ctx<'_>) -> Result<Minor, Refusal> {
        Ok(self.amount.read_above_zero("amount", &ctx.batch.coop.unit)?)
    }

    /// Where the money comes to or goes from.
    fn through(&self, usual: Through) -> Result<Through, Refusal> {
        let Some(said) = &self.through else { return Ok(usual) };
        let known: Vec<&str> = Through::ALL.iter().map(|through| through.slug()).collect();
        let said = one_of(said, "through", &known)?;
        Ok(Through::parse(&said).unwrap_or(usual))
    }
}

/// Keeps an event and posts it. `agreed` is the account on which the money of its agreement stands.
async fn append(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<MoveMoney>,
    command: CommandId,
    event: &Event,
    agreed: Option<Role>,
) -> Result<Done, Refusal> {
    let postings = event.postings(agreed)?;
    office_events::save(ctx.tx, allowed, event, ctx.actor.person(), ctx.now).await?;
    let about = About { kind: event.kind.slug(), day: event.day, document: event.document(), command, memo: event.code };
    let entry = ctx.post(about, &postings).await?;
    Ok(Done { document: event.id.0, entry, day: Some(event.day) })
}
