//! A supporter's share of sales is agreed.

use super::super::format::fields::{Money, day};
use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        words::Words,
    },
    auth::policy::ManageAgreements,
    domain::{
        id::{CommandId, InstrumentId, PersonId},
        money::Minor,
        time::Date,
    },
    store::{
        instruments::{self, InstrumentRow},
        people,
    },
};

/// A share of sales that may have a cap over all agreements that name it, and an end. Nothing promises a return.
#[derive(Clone, Debug)]
pub struct AddInstrument {
    /// Whose.
    pub supporter: PersonId,
    /// What it may receive in all.
    pub cap: Option<Money>,
    /// The last day on which it receives.
    pub ends_on: Option<Date>,
}

impl UseCase for AddInstrument {
    const KIND: &'static str = "instrument_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;

        let cap_minor = self.cap.as_ref().map(|cap| cap.read_above_zero("cap", &ctx.batch.coop.unit)).transpose()?;
        let ends_on = self.ends_on.map(|end| day(end, "ends_on")).transpose()?;
        if ends_on.is_some_and(|end| end < ctx.today()) {
            return Err(Refusal::invalid("ends_on", Words::new("到期日不能早于今天", "it cannot have ended before today")));
        }
        if people::get(ctx.tx, ctx.coop(), self.supporter).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }

        let (id, created_at) = (InstrumentId(id.0), ctx.now);
        let row = InstrumentRow { id, supporter_id: self.supporter, cap_minor, ends_on, received_minor: Minor::ZERO, created_at };
        instruments::add(ctx.tx, &allowed, &row).await?;
        Ok(Done::made(id.0))
    }
}
