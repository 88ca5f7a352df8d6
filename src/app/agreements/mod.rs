//! Who gets what of a sale: agreements that two people sign and the owner consents to.

mod consent;
mod dry_run;
mod version;

pub use consent::{LogConsent, MANNERS, manner_of};
pub use dry_run::{DryRun, Example, Tried, dry_run};
pub use version::{ApproveVersion, NewShare, ProposeVersion, WithdrawVersion};

use super::{Refusal, ctx::Ctx, words::Words};
use crate::{
    auth::{
        actor::Who,
        policy::{ManageAgreements, allow},
    },
    domain::id::PersonId,
    store::people,
};

/// Whose signature it is: the sender's; at the command line, the one that the operator names, who must be someone that may sign.
async fn signer(ctx: &mut Ctx<'_>, named: Option<PersonId>, at: &str) -> Result<PersonId, Refusal> {
    match (&ctx.actor.who, named) {
        (Who::Person { id, .. }, None) => Ok(*id),
        (Who::Operator, Some(person)) => {
            let coop = ctx.coop();
            let actor = people::actor(ctx.tx, coop, person).await?;
            allow::<ManageAgreements>(&actor)?;
            Ok(person)
        }
        _ => Err(Refusal::invalid(at, Words::new("请写明由谁签字", "say who signs"))),
    }
}
