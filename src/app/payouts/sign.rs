//! The owner's own word comes first; then, where the plan says so, a helper's or a guardian's. Anybody of them may say no.

use super::{Payout, signer};
use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::one_of,
        refusal::Refusal,
    },
    auth::{
        actor::{Actor, Who},
        policy::{DraftPayouts, SignPayouts},
        role::Role,
    },
    domain::{
        id::{CommandId, PayoutId, PersonId},
        payout::{NoReason, Plan, State, Step},
    },
    store::{
        payouts::{self, StepRow},
        roles,
    },
};

/// The owner agrees to a payout.
#[derive(Clone, Copy, Debug)]
pub struct ConfirmPayout {
    /// To which.
    pub payout: PayoutId,
}

impl UseCase for ConfirmPayout {
    const KIND: &'static str = "payout_confirmed";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<SignPayouts>()?;
        let person = signer(ctx)?;
        let payout = Payout::load(ctx, self.payout).await?;
        if payout.row.owner_id != person {
            return Err(Refusal::NotFound("payout"));
        }
        confirm(ctx, &payout, "sign_in", None).await?;
        Ok(Done::made(self.payout.0))
    }
}

/// Keeps the owner's word. `known_by` chose the pictures by which a till knew them.
pub(super) async fn confirm(ctx: &mut Ctx<'_>, payout: &Payout, manner: &str, known_by: Option<PersonId>) -> Result<(), Refusal> {
    must_be(payout, State::ForOwner)?;
    let owner = payout.row.owner_id;
    for hand in [Some(owner), known_by.filter(|known_by| *known_by != owner)].into_iter().flatten() {
        payout.check_new_hand::<super::Payer>(ctx, hand).await?;
    }
    take(ctx, payout, Step::Confirmed, Taken { by: owner, known_by, manner, reason: None }).await
}

/// A helper or a guardian agrees.
#[derive(Clone, Copy, Debug)]
pub struct CoSignPayout {
    /// To which.
    pub payout: PayoutId,
}

impl UseCase for CoSignPayout {
    const KIND: &'static str = "payout_co_signed";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<SignPayouts>()?;
        let person = signer(ctx)?;
        let payout = Payout::load(ctx, self.payout).await?;
        if !helps(ctx, &payout, person).await? {
            return Err(Refusal::NotFound("payout"));
        }
        must_be(&payout, State::ForCoSigner)?;
        payout.check_new_hand::<super::Payer>(ctx, person).await?;
        take(ctx, &payout, Step::CoSigned, Taken { by: person, known_by: None, manner: "sign_in", reason: None }).await?;
        Ok(Done::made(self.payout.0))
    }
}

/// Whether a person is who helps with this payout: any helper, or the owner's own guardian.
async fn helps(ctx: &mut Ctx<'_>, payout: &Payout, person: PersonId) -> Result<bool, Refusal> {
    let (coop, owner) = (ctx.coop(), payout.row.owner_id);
    if person == owner {
        return Ok(false);
    }
    let as_guardian = roles::has(ctx.tx, coop, person, Role::Guardian, Some(owner)).await?;
    Ok(match payout.help() {
        Plan::Independent => false,
        Plan::HelperConfirms => as_guardian || roles::has(ctx.tx, coop, person, Role::Helper, None).await?,
        Plan::GuardianCoSigns => as_guardian,
    })
}

/// Whether a payout waits for a person, whom the roles and wards of their sign-in describe.
#[must_use]
pub fn waits_for(payout: &Payout, actor: &Actor) -> bool {
    let Who::Person { id, roles, wards } = &actor.who else { return false };
    let owner = payout.row.owner_id;
    match (payout.state(), payout.help()) {
        (State::ForOwner, _) => *id == owner,
        (State::ForCoSigner, Plan::HelperConfirms) => *id != owner && (roles.contains(&Role::Helper) || wards.contains(&owner)),
        (State::ForCoSigner, Plan::GuardianCoSigns) => *id != owner && wards.contains(&owner),
        _ => false,
    }
}

/// The owner, or who helps, says no. It is kept, and nothing is paid.
#[derive(Clone, Debug)]
pub struct RefusePayout {
    /// To which.
    pub payout: PayoutId,
    /// Why: a word of [`NoReason`].
    pub reason: String,
}

impl UseCase for RefusePayout {
    const KIND: &'static str = "payout_refused";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<SignPayouts>()?;
        let person = signer(ctx)?;
        let known: Vec<&str> = NoReason::ALL.iter().map(|reason| reason.slug()).collect();
        let reason = one_of(&self.reason, "reason", &known)?;
        let payout = Payout::load(ctx, self.payout).await?;
        if payout.row.owner_id != person && !helps(ctx, &payout, person).await? {
            return Err(Refusal::NotFound("payout"));
        }
        must_be_open(&payout)?;
        take(ctx, &payout, Step::Refused, Taken { by: person, known_by: None, manner: "sign_in", reason: Some(reason) }).await?;
        Ok(Done::made(self.payout.0))
    }
}

/// The office takes a payout back before it is paid.
#[derive(Clone, Copy, Debug)]
pub struct CancelPayout {
    /// Which.
    pub payout: PayoutId,
}

impl UseCase for CancelPayout {
    const KIND: &'static str = "payout_cancelled";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<DraftPayouts>()?;
        let person = signer(ctx)?;
        let payout = Payout::load(ctx, self.payout).await?;
        must_be_open(&payout)?;
        take(ctx, &payout, Step::Cancelled, Taken { by: person, known_by: None, manner: "sign_in", reason: None }).await?;
        Ok(Done::made(self.payout.0))
    }
}

/// Who took a step, and how.
pub(super) struct Taken<'a> {
    pub by: PersonId,
    pub known_by: Option<PersonId>,
    pub manner: &'a str,
    pub reason: Option<String>,
}

pub(super) async fn take(ctx: &mut Ctx<'_>, payout: &Payout, step: Step, taken: Taken<'_>) -> Result<(), Refusal> {
    let row = StepRow {
        payout_id: payout.row.id,
        step: step.slug().to_owned(),
        by_id: taken.by,
        known_by: taken.known_by,
        manner: taken.manner.to_owned(),
        reason: taken.reason,
        event_id: None,
        taken_at: ctx.now,
    };
    let coop = ctx.coop();
    Ok(payouts::take(ctx.tx, coop, &row).await?)
}

/// Refuses a step before or after its turn.
pub(super) fn must_be(payout: &Payout, due: State) -> Result<(), Refusal> {
    let state = payout.state();
    if state == due {
        return Ok(());
    }
    let (zh, en) = match state {
        State::ForOwner => ("要先由铺主自己确认", "the owner confirms first"),
        State::ForCoSigner if due == State::ForTreasurer => {
            ("还要由帮手或监护人会签", "a helper or guardian signs first, as the support plan says")
        }
        _ => return Err(Refusal::DecidedBefore("payout")),
    };
    Err(Refusal::not_now("not_signed_yet", zh, en))
}

fn must_be_open(payout: &Payout) -> Result<(), Refusal> {
    if payout.state().is_open() { Ok(()) } else { Err(Refusal::DecidedBefore("payout")) }
}
