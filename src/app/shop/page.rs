//! What the shop's public pages tell: where a site is and when it is open, and of a grid what its owner wants to be known.

use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{paragraphs, text},
        words::Words,
    },
    auth::policy::SetUpShop,
    domain::id::{CommandId, GridId, SiteId},
    store::{
        grid_pages::{self, PageRow},
        grids,
        sites::{self, Door},
    },
};

/// Where a site is, and when somebody is there.
#[derive(Clone, Debug, Default)]
pub struct NewDoor {
    /// At most 120 characters.
    pub address: Option<String>,
    /// At most 120 characters.
    pub opening: Option<String>,
}

impl NewDoor {
    /// Refuses what cannot be.
    pub(super) fn read(&self) -> Result<Door, Refusal> {
        let part = |part: &Option<String>, at: &str| part.as_deref().map(|part| text(part, at, 120)).transpose();
        Ok(Door { address: part(&self.address, "address")?, opening: part(&self.opening, "opening")? })
    }
}

/// A site's address or opening hours have changed.
#[derive(Clone, Debug)]
pub struct SetDoor {
    /// Which site.
    pub site: SiteId,
    /// From now on.
    pub door: NewDoor,
}

impl UseCase for SetDoor {
    const KIND: &'static str = "site_door_set";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;
        let door = self.door.read()?;
        if !sites::exists(ctx.tx, ctx.coop(), self.site).await? {
            return Err(Refusal::NotFound("site"));
        }
        sites::set_door(ctx.tx, &allowed, self.site, &door).await?;
        Ok(Done::made(self.site.0))
    }
}

/// A grid's story is written down, and the grid is shown in the shop or taken out of it. It is its present owner's: the next one's
/// grid is not shown until somebody says so again.
#[derive(Clone, Debug)]
pub struct SetGridPage {
    /// Which grid.
    pub grid: GridId,
    /// In the owner's words, at most 2,000 characters.
    pub story: Option<String>,
    /// Whether the shop shows the grid, its goods and its story.
    pub published: bool,
}

impl UseCase for SetGridPage {
    const KIND: &'static str = "grid_page_set";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;

        let story = self.story.as_deref().map(|story| paragraphs(story, "story", 2000)).transpose()?;
        let (coop, today) = (ctx.coop(), ctx.today());
        if !grids::exists(ctx.tx, coop, self.grid).await? {
            return Err(Refusal::NotFound("grid"));
        }
        let owner_id = grids::owner_on(ctx.tx, coop, self.grid, today).await?.ok_or_else(nobodys)?;

        let page = PageRow { owner_id, story, published: self.published, set_by: ctx.actor.person(), set_at: ctx.now };
        grid_pages::set(ctx.tx, &allowed, self.grid, &page).await?;
        Ok(Done::made(self.grid.0))
    }
}

/// A grid without an owner tells nothing.
pub(super) fn nobodys() -> Refusal {
    let words = Words::new("这个格子今天没有铺主，请先登记铺主", "this grid has no owner today: give it to one first");
    Refusal::NotNow { slug: "no_owner", words }
}
