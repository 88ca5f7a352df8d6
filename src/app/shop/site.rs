//! A site is added.

use super::NewDoor;
use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::text,
    },
    auth::policy::SetUpShop,
    domain::id::{CommandId, SiteId},
    store::sites::{self, SiteRow},
};

/// A place where grids stand.
#[derive(Clone, Debug)]
pub struct AddSite {
    /// Its name, at most 60 characters; no other site of the cooperative has it.
    pub name: String,
    /// Where it is, and when somebody is there.
    pub door: NewDoor,
}

impl UseCase for AddSite {
    const KIND: &'static str = "site_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;

        let name = text(&self.name, "name", 60)?;
        let door = self.door.read()?;
        if sites::of_name(ctx.tx, ctx.coop(), &name).await?.is_some() {
            return Err(Refusal::NameTaken("name"));
        }

        let site = SiteRow { id: SiteId(id.0), name, door, created_at: ctx.now };
        sites::add(ctx.tx, &allowed, &site).await?;
        Ok(Done::made(id.0))
    }
}
