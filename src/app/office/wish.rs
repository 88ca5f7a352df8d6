//! What a supporter wants done: shares of sales given back as gifts, the rest of a loan waived. Nobody decides it for them.

use crate::{
    app::{
        Refusal,
        agreements::MANNERS,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::one_of,
        words::Words,
    },
    auth::policy::SayWish,
    domain::{
        id::{CommandId, InstrumentId, PersonId},
        office::InstrumentKind,
    },
    store::{
        instruments::{self, WishRow},
        people,
    },
};

/// Of shares of sales: `redonate` or `pay_out`. Of a loan: `waive` or `pay_back`.
pub const WISHES: &[&str] = &["redonate", "pay_out", "waive", "pay_back"];

/// A supporter says what is to be done from now on, or somebody logs that they did.
#[derive(Clone, Debug)]
pub struct LogWish {
    /// Whose.
    pub supporter: PersonId,
    /// Of which loan; of the shares of sales where it is missing.
    pub instrument: Option<InstrumentId>,
    /// One of [`WISHES`].
    pub wish: String,
    /// `paper` or `spoken`, where it is logged for them; who says it themselves states none.
    pub manner: Option<String>,
}

impl UseCase for LogWish {
    const KIND: &'static str = "wish_logged";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SayWish>()?;
        let coop = ctx.coop();
        let known: &[&str] = if self.instrument.is_some() { &WISHES[2..] } else { &WISHES[..2] };
        let wish = one_of(&self.wish, "wish", known)?;
        if !allowed.covers(self.supporter) || people::get(ctx.tx, coop, self.supporter).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        if let Some(instrument) = self.instrument {
            let row = instruments::load(ctx.tx, coop, instrument).await?.filter(|row| row.supporter_id == self.supporter);
            if row.ok_or(Refusal::NotFound("instrument"))?.agreed()?.kind != InstrumentKind::Loan {
                return Err(Refusal::invalid("instrument_id", Words::new("这里只写借款", "only a loan stands here")));
            }
        }
        let is_own = ctx.actor.person() == Some(self.supporter);
        let manner = match self.manner.as_deref() {
            stated if !is_own => one_of(stated.unwrap_or_default(), "manner", MANNERS)?,
            Some(_) => {
                return Err(Refusal::invalid("manner", Words::new("本人自己说时不用写 manner", "who says it themselves states no manner")));
            }
            None => "self".to_owned(),
        };

        let logged_by = ctx.actor.person();
        let row =
            WishRow { id: id.0, supporter_id: self.supporter, instrument_id: self.instrument, wish, manner, logged_by, logged_at: ctx.now };
        instruments::log_wish(ctx.tx, &allowed, &row).await?;
        Ok(Done::made(id.0))
    }
}
