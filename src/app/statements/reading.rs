//! An issued statement names its owner on paper: whoever else takes the paper leaves a trace.

use crate::{
    app::{
        Refusal, Service,
        ctx::Ctx,
        execute::{Errand, Sent},
    },
    auth::{
        actor::{Actor, Who},
        policy::ReadStatements,
    },
    domain::id::PersonId,
    store::private::{self, ReadingRow},
};

/// Logs that somebody takes an issued statement, unless it is the owner or a guardian of theirs.
pub async fn log_reading(service: &Service, actor: &Actor, owner: PersonId) -> Result<(), Refusal> {
    if matches!(&actor.who, Who::Person { id, wards, .. } if *id == owner || wards.contains(&owner)) {
        return Ok(());
    }
    service.writer.errand(Sent { actor: actor.clone(), errand: LogReading(owner) }).await
}

/// Leaves the trace.
#[derive(Clone, Debug)]
struct LogReading(PersonId);

impl Errand for LogReading {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let allowed = ctx.allow::<ReadStatements>()?;
        if !allowed.covers(self.0) {
            return Err(Refusal::NotFound("statement"));
        }
        let (id, reader_id) = (ctx.chance.id(ctx.now), ctx.actor.person());
        let row = ReadingRow { id, person_id: self.0, reader_id, purpose: "statement".to_owned(), read_at: ctx.now };
        Ok(private::log_reading(ctx.tx, ctx.coop(), &row).await?)
    }
}
