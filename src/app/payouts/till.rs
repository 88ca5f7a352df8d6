//! At the till: an owner is known by the three pictures that they chose, sees what waits for them, and agrees.

use super::{Payout, sign::confirm, waits_for_owner, with_steps};
use crate::{
    app::{
        ctx::Ctx,
        execute::{Errand, Sent},
        refusal::Refusal,
        sellers,
        service::Service,
    },
    auth::{
        actor::Actor,
        picture::Picture,
        policy::{self, Sell},
    },
    domain::id::{PayoutId, PersonId},
    store::payouts,
};

/// The payouts that wait for the word of somebody at a till.
pub async fn waiting_at_till(service: &Service, actor: Actor, person: PersonId, pictures: &[Picture]) -> Result<Vec<Payout>, Refusal> {
    let coop = policy::allow::<Sell>(&actor)?.coop();
    sellers::known(service, actor, person, pictures).await?;
    let mut tx = service.db.snapshot().await?;
    let rows = payouts::open(&mut tx, coop, Some(&[person])).await?;
    Ok(with_steps(&mut tx, coop, rows).await?.into_iter().filter(waits_for_owner).collect())
}

/// Somebody at a till agrees to a payout.
pub async fn confirm_at_till(
    service: &Service,
    actor: Actor,
    person: PersonId,
    pictures: &[Picture],
    payout: PayoutId,
) -> Result<(), Refusal> {
    let known_by = sellers::known(service, actor.clone(), person, pictures).await?;
    service.writer.errand(Sent { actor, errand: ConfirmAtTill { person, known_by, payout } }).await
}

#[derive(Clone)]
struct ConfirmAtTill {
    person: PersonId,
    known_by: Option<PersonId>,
    payout: PayoutId,
}

impl Errand for ConfirmAtTill {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        ctx.allow::<Sell>()?;
        let payout = Payout::load(ctx, self.payout).await?;
        if payout.row.owner_id != self.person {
            return Err(Refusal::NotFound("payout"));
        }
        confirm(ctx, &payout, "till", self.known_by).await
    }
}
