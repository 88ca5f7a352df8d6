//! Who waits for a grid.

use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{day, one_of, text},
        words::Words,
    },
    auth::policy::SetUpShop,
    domain::{
        id::{CommandId, PersonId, SiteId},
        time::Date,
    },
    store::{
        people,
        rent::{self, WishRow},
        sites,
    },
};

/// How waiting ends.
pub const OUTCOMES: &[&str] = &["given", "withdrawn"];

/// Somebody would like a grid.
#[derive(Clone, Debug)]
pub struct AddWish {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub site: SiteId,
    /// What they would like, at most 200 characters.
    pub wish: String,
    /// Since when; today where it is missing.
    pub since: Option<Date>,
}

impl UseCase for AddWish {
    const KIND: &'static str = "grid_wished";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;
        let (coop, today) = (ctx.coop(), ctx.today());
        let wish = text(&self.wish, "wish", 200)?;
        let since = day(self.since.unwrap_or(today), "since")?;
        if since > today {
            return Err(Refusal::invalid("since", Words::new("日期不能晚于今天", "nobody waits from a later day on")));
        }
        if people::get(ctx.tx, coop, self.person).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        if !sites::exists(ctx.tx, coop, self.site).await? {
            return Err(Refusal::NotFound("site"));
        }
        if rent::waits(ctx.tx, coop, self.person, self.site).await? {
            return Err(Refusal::not_now("waits_already", "已经在等这个站点的格子了", "they wait for a grid at this site already"));
        }
        let row =
            WishRow { id: id.0, person_id: self.person, site_id: self.site, wish, since, outcome: None, added_by: ctx.actor.person() };
        rent::wait(ctx.tx, &allowed, &row, ctx.now).await?;
        Ok(Done { document: id.0, entry: None, day: Some(since) })
    }
}

/// Somebody waits no longer.
#[derive(Clone, Debug)]
pub struct EndWish {
    /// Which.
    pub wish: Uuid,
    /// `given` or `withdrawn`.
    pub outcome: String,
}

impl UseCase for EndWish {
    const KIND: &'static str = "grid_wish_ended";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;
        let outcome = one_of(&self.outcome, "outcome", OUTCOMES)?;
        if !rent::still_waits(ctx.tx, allowed.coop(), self.wish).await?.ok_or(Refusal::NotFound("grid wish"))? {
            return Err(Refusal::DecidedBefore("grid wish"));
        }
        rent::end_wait(ctx.tx, &allowed, self.wish, &outcome, ctx.actor.person(), ctx.now).await?;
        Ok(Done::made(self.wish))
    }
}
