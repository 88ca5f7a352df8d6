//! Payouts to owners: a run drafts them, the owner confirms, a helper or guardian signs where the owner's plan says so, the treasurer pays.
//!
//! Nobody acts twice in one payout, through whatever account. What is due is looked at again when it is paid.

mod account;
mod draft;
mod paper;
mod pay;
mod sign;
mod terms;
mod till;

pub use account::{Account, DecideAccount, ProposeAccount, ReadAccount, ReadTransfers, Transfer};
pub use draft::{DraftRun, OwnerLine, RunPreview, preview};
pub use paper::paper;
pub use pay::{FailPayout, PayPayout};
pub use sign::{CancelPayout, CoSignPayout, ConfirmPayout, RefusePayout, waits_for};
pub use terms::{COLUMNS, Column, SetPlan, SetTerms, columns_of, terms_of};
pub use till::{confirm_at_till, waiting_at_till};

use super::{ctx::Ctx, refusal::Refusal, two_people};
use crate::{
    auth::policy::{MoveMoney, Permission},
    domain::{
        account::{Chart, Role},
        id::{PayoutId, PersonId},
        payout::{Plan, State, hands, state},
    },
    store::{
        Tx,
        payouts::{self, PayoutRow, StepRow},
    },
};

/// A payout with its steps so far.
#[derive(Clone, Debug)]
pub struct Payout {
    /// As it was drafted.
    pub row: PayoutRow,
    /// In the order in which they were taken.
    pub steps: Vec<StepRow>,
}

impl Payout {
    /// A payout, to be decided on.
    async fn load(ctx: &mut Ctx<'_>, id: PayoutId) -> Result<Self, Refusal> {
        let coop = ctx.coop();
        let row = payouts::load(ctx.tx, coop, id).await?.ok_or(Refusal::NotFound("payout"))?;
        let steps = payouts::steps(ctx.tx, coop, &[id]).await?;
        Ok(Self { row, steps })
    }

    /// The help that it needs. A word that nobody knows needs the most.
    #[must_use]
    pub fn help(&self) -> Plan {
        Plan::parse(&self.row.help).unwrap_or(Plan::GuardianCoSigns)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        state(self.help(), &payouts::words(&self.steps))
    }

    /// Refuses a person who has a hand in it already, through whatever account.
    async fn check_new_hand<P: Permission>(&self, ctx: &mut Ctx<'_>, person: PersonId) -> Result<(), Refusal> {
        let steps = self.steps.iter().flat_map(|step| [Some(step.by_id), step.known_by.filter(|known_by| *known_by != step.by_id)]);
        for hand in hands(steps.chain([Some(self.row.drafted_by)])) {
            two_people::check::<P>(ctx, hand, person).await?;
        }
        Ok(())
    }
}

/// Payouts with their steps, in the order of the rows.
pub async fn with_steps(tx: &mut Tx, coop: crate::domain::id::CoopId, rows: Vec<PayoutRow>) -> Result<Vec<Payout>, Refusal> {
    let ids: Vec<PayoutId> = rows.iter().map(|row| row.id).collect();
    let mut steps: std::collections::HashMap<PayoutId, Vec<StepRow>> = std::collections::HashMap::new();
    for step in payouts::steps(tx, coop, &ids).await? {
        steps.entry(step.payout_id).or_default().push(step);
    }
    Ok(rows.into_iter().map(|row| Payout { steps: steps.remove(&row.id).unwrap_or_default(), row }).collect())
}

/// Payouts are signed by people, never by a till's word alone or the command line.
fn signer(ctx: &Ctx<'_>) -> Result<PersonId, Refusal> {
    ctx.actor.person().ok_or_else(|| {
        Refusal::not_now(
            "needs_a_person",
            "结款要由登录的人来签，命令行不行",
            "a person who signed in must sign a payout, not the command line",
        )
    })
}

/// The accounts that say what is due to an owner (a member's, anybody else's) and what they owe.
struct Accounts {
    member: String,
    outsider: String,
    receivable: String,
}

impl Accounts {
    fn of(chart: &Chart) -> Result<Self, Refusal> {
        let code = |role| chart.code(role).map(str::to_owned).map_err(|error| Refusal::Broken(error.to_string()));
        Ok(Self { member: code(Role::MemberPayable)?, outsider: code(Role::OwnerPayable)?, receivable: code(Role::MemberReceivable)? })
    }
}

/// Whether a payout waits for the owner's own word.
fn waits_for_owner(payout: &Payout) -> bool {
    payout.state() == State::ForOwner
}

/// Who moves money is who signs last.
type Payer = MoveMoney;
