//! A grid is added, and given to an owner.

use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{day, text},
        words::Words,
    },
    auth::policy::SetUpShop,
    domain::{
        id::{CommandId, GridId, PersonId, SiteId},
        time::Date,
    },
    store::{
        grids::{self, OwnerRow},
        people, rent, sites,
    },
};

/// A grid at a site.
#[derive(Clone, Debug)]
pub struct AddGrid {
    /// Where.
    pub site: SiteId,
    /// What is written on it, at most 20 characters; no other grid of the cooperative has it.
    pub code: String,
}

impl UseCase for AddGrid {
    const KIND: &'static str = "grid_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;

        let code = text(&self.code, "code", 20)?;
        if !sites::exists(ctx.tx, ctx.coop(), self.site).await? {
            return Err(Refusal::NotFound("site"));
        }
        if grids::of_code(ctx.tx, ctx.coop(), &code).await?.is_some() {
            return Err(Refusal::NameTaken("code"));
        }

        grids::add(ctx.tx, &allowed, GridId(id.0), self.site, &code, ctx.now).await?;
        Ok(Done::made(id.0))
    }
}

/// A grid goes to an owner. Its agreement goes with it no further: a version names the owner that it was made for.
#[derive(Clone, Debug)]
pub struct GiveGrid {
    /// Which.
    pub grid: GridId,
    /// Whose from then on.
    pub owner: PersonId,
    /// The first day: any for the first owner, tomorrow at the earliest for a later one.
    pub from_day: Date,
}

impl UseCase for GiveGrid {
    const KIND: &'static str = "grid_given";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;

        let from_day = day(self.from_day, "from_day")?;
        if !grids::exists(ctx.tx, ctx.coop(), self.grid).await? {
            return Err(Refusal::NotFound("grid"));
        }
        if people::get(ctx.tx, ctx.coop(), self.owner).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        let before = grids::owners(ctx.tx, ctx.coop(), self.grid).await?;

        check(&before, from_day, ctx.today())?;
        for contract in rent::of_grid(ctx.tx, ctx.coop(), self.grid).await? {
            if contract.owner_id != self.owner && contract.ends_on.is_none_or(|end| end >= from_day) {
                let zh = "这个格子的合同到那天还没有完：先写它的到期日，再换人";
                let en = "this grid is under contract until then or beyond: end the contract before the grid changes hands";
                return Err(Refusal::not_now("grid_let", zh, en));
            }
        }

        let owner = OwnerRow { from_day, owner_id: self.owner };
        grids::give(ctx.tx, &allowed, self.grid, owner).await?;
        Ok(Done { document: self.grid.0, entry: None, day: Some(from_day) })
    }
}

/// Sales of today were made for today's owner: a grid changes hands tomorrow at the earliest, and after the last change.
fn check(before: &[OwnerRow], from_day: Date, today: Date) -> Result<(), Refusal> {
    let Some(last) = before.last() else { return Ok(()) };
    if from_day <= today {
        return Err(Refusal::invalid("from_day", Words::new("格子换人最早从明天起", "a grid changes hands tomorrow at the earliest")));
    }
    if from_day <= last.from_day {
        let zh = format!("这个格子从 {} 起已经登记了铺主，请写更晚的日期", last.from_day);
        let en = format!("this grid has an owner from {} on: give a later day", last.from_day);
        return Err(Refusal::invalid("from_day", Words::new(zh, en)));
    }
    Ok(())
}
