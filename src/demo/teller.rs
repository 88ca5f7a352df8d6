//! Tells the story: asks for things as the people in it would, and lets its tills report.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use futures::future::try_join_all;
use uuid::Uuid;

use super::dice;
use crate::{
    app::{
        Refusal, Service,
        ctx::{Ctx, Done},
        execute::{Request, UseCase},
        facts::{Arrived, FactAnswer},
        service::operator,
        writer::Lane,
    },
    auth::{
        actor::{Actor, Who},
        policy::Sell,
    },
    domain::{
        chain::Hash,
        id::{ApprovalId, CommandId, CoopId, PersonId, TillId},
        time::Ts,
    },
    store::approvals,
};

/// So many reports wait for the writer at most; its own queue is longer.
const AT_ONCE: usize = 512;

/// Whoever tells the story: a service whose clock stands where the story is.
pub struct Teller {
    /// The service.
    pub service: Service,
    /// The cooperative.
    pub coop: CoopId,
    hand: Arc<AtomicI64>,
}

impl Teller {
    /// With the clock that the service looks at.
    #[must_use]
    pub const fn new(service: Service, coop: CoopId, hand: Arc<AtomicI64>) -> Self {
        Self { service, coop, hand }
    }

    /// Moves the story on.
    pub fn it_is(&self, now: Ts) {
        self.hand.store(now.0, Ordering::Relaxed);
    }

    /// Whoever holds the machine asks for something. Its id follows from the label, so that it can be asked for again after an
    /// interruption.
    pub async fn orders<U: UseCase>(&self, label: &str, use_case: U) -> Result<Uuid, Refusal> {
        self.ask(operator(self.coop), label, use_case).await
    }

    /// A person asks for something.
    pub async fn asks<U: UseCase>(&self, who: PersonId, label: &str, use_case: U) -> Result<Uuid, Refusal> {
        // The pipeline looks the roles up itself.
        self.ask(Actor::without_roles(self.coop, who), label, use_case).await
    }

    /// A helper approves a refund at a till.
    pub async fn approves(&self, helper: PersonId, till: TillId, label: &str) -> Result<Uuid, Refusal> {
        let actor = Actor { coop: self.coop, who: Who::Till { id: till, epoch: 1 } };
        self.ask(actor, label, Approve { helper }).await
    }

    async fn ask<U: UseCase>(&self, actor: Actor, label: &str, use_case: U) -> Result<Uuid, Refusal> {
        let id = CommandId(dice::id(label, self.service.clock.now()));
        let body_hash = Hash::of(label.as_bytes());
        Ok(self.service.writer.request(Request { actor, id, body_hash, use_case }).await?.document)
    }

    /// Lets tills deliver what they have, each in its own order. Queued in order and answered together, they share commits.
    pub async fn delivers(&self, reports: Vec<Arrived>) -> Result<(), Refusal> {
        let mut reports = reports.into_iter().peekable();
        while reports.peek().is_some() {
            let now = reports.by_ref().take(AT_ONCE);
            let sent = now.map(|report| self.service.writer.submit::<FactAnswer>(self.coop, Lane::Till, Box::new(report)));
            try_join_all(sent.collect::<Vec<_>>()).await?;
        }
        Ok(())
    }
}

/// The story's helper has shown a PIN. With an id of the story's own, which the refund names.
#[derive(Clone)]
struct Approve {
    helper: PersonId,
}

impl UseCase for Approve {
    const KIND: &'static str = "demo_approval";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Sell>()?;
        let till = ctx.actor.till().ok_or(Refusal::NotSignedIn)?;
        approvals::give(ctx.tx, &allowed, ApprovalId(id.0), till, self.helper, ctx.now).await?;
        Ok(Done::made(id.0))
    }
}
