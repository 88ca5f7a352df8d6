//! Whether the shop's pages show how a grid's sales are shared: only while its owner agrees.

use super::page::nobodys;
use crate::{
    app::{
        Refusal,
        agreements::manner_of,
        ctx::{Ctx, Done},
        execute::UseCase,
    },
    auth::policy::Consent,
    domain::id::{CommandId, GridId, PersonId},
    store::{
        grids,
        sharing::{self, ConsentRow},
    },
};

/// The owner agrees, or somebody logs that they did.
#[derive(Clone, Debug)]
pub struct ShowSharing {
    /// Of which grid.
    pub grid: GridId,
    /// `paper` or `spoken`, where it is logged for the owner; owners and their guardians say it themselves.
    pub manner: Option<String>,
}

impl UseCase for ShowSharing {
    const KIND: &'static str = "sharing_shown";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Consent>()?;
        let owner = owner(ctx, self.grid, |owner| allowed.covers(owner)).await?;
        let manner = manner_of(ctx, &allowed, owner, self.manner.as_deref())?;
        if sharing::is_shown(ctx.tx, ctx.coop(), self.grid, owner).await? {
            return Err(Refusal::DecidedBefore("consent"));
        }

        let row = ConsentRow { id: id.0, grid_id: self.grid, owner_id: owner, manner, logged_by: ctx.actor.person(), logged_at: ctx.now };
        sharing::consent(ctx.tx, &allowed, &row).await?;
        Ok(Done::made(id.0))
    }
}

/// The owner takes it back.
#[derive(Clone, Debug)]
pub struct HideSharing {
    /// Of which grid.
    pub grid: GridId,
}

impl UseCase for HideSharing {
    const KIND: &'static str = "sharing_hidden";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Consent>()?;
        let owner = owner(ctx, self.grid, |owner| allowed.covers(owner)).await?;
        let (by, now) = (ctx.actor.person(), ctx.now);
        if sharing::withdraw(ctx.tx, &allowed, self.grid, owner, by, now).await? == 0 {
            return Err(Refusal::DecidedBefore("consent"));
        }
        Ok(Done::made(self.grid.0))
    }
}

/// Today's owner, where the sender may speak for them.
async fn owner(ctx: &mut Ctx<'_>, grid: GridId, covers: impl Fn(PersonId) -> bool + Send) -> Result<PersonId, Refusal> {
    let (coop, today) = (ctx.coop(), ctx.today());
    if !grids::exists(ctx.tx, coop, grid).await? {
        return Err(Refusal::NotFound("grid"));
    }
    let owner = grids::owner_on(ctx.tx, coop, grid, today).await?.ok_or_else(nobodys)?;
    if covers(owner) { Ok(owner) } else { Err(Refusal::NotFound("grid")) }
}
