//! A contract about a grid is added, and ends; and what a grid costs at a site.

use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{Money, day, one_of},
        words::Words,
    },
    auth::policy::{ManageAgreements, SetUpShop},
    domain::{
        id::{CommandId, ContractId, GridId, InstrumentId, PersonId, SiteId},
        money::Minor,
        reason::Purpose,
        rent::{Contract, Met},
        time::{Date, Month},
    },
    store::{
        grids, instruments,
        rent::{self, SiteRentRow},
        sites,
    },
};

/// A grid is let.
#[derive(Clone, Debug)]
pub struct AddContract {
    /// Which.
    pub grid: GridId,
    /// To whom: its owner on the first day.
    pub owner: PersonId,
    /// The first day.
    pub begins_on: Date,
    /// The last day, if it has one.
    pub ends_on: Option<Date>,
    /// A month's rent; the site's price of the first day where it is missing.
    pub rent: Option<Money>,
    /// Whether a month that is not whole is paid by its days.
    pub by_days: bool,
    /// How it is met; `charged` where it is missing.
    pub met: Option<String>,
    /// The gift that pays it.
    pub gift: Option<InstrumentId>,
}

impl UseCase for AddContract {
    const KIND: &'static str = "grid_contract_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;
        let coop = ctx.coop();

        let begins_on = day(self.begins_on, "begins_on")?;
        let ends_on = self.ends_on.map(|end| day(end, "ends_on")).transpose()?;
        if ends_on.is_some_and(|end| end < begins_on) {
            return Err(Refusal::invalid("ends_on", Words::new("到期日不能早于开始日", "it cannot end before it begins")));
        }
        if !grids::exists(ctx.tx, coop, self.grid).await? {
            return Err(Refusal::NotFound("grid"));
        }
        if grids::owner_on(ctx.tx, coop, self.grid, begins_on).await? != Some(self.owner) {
            let words = Words::new("那天这个格子不是他的：先把格子给他", "the grid is not theirs on that day: give it to them first");
            return Err(Refusal::invalid("owner_id", words));
        }
        let met = read_met(self.met.as_deref())?;
        check_gift(ctx, met, self.gift).await?;
        let rent = match &self.rent {
            Some(rent) => rent.read_above_zero("rent", &ctx.batch.coop.unit)?,
            None => rent::price_on(ctx.tx, coop, self.grid, begins_on).await?.ok_or_else(|| {
                let words = Words::new("这个站点还没有租金价目：请写租金", "this site has no price: say how much the rent is");
                Refusal::invalid("rent", words)
            })?,
        };
        for row in rent::of_grid(ctx.tx, coop, self.grid).await? {
            if row.contract()?.overlaps(begins_on, ends_on) {
                let zh = format!("这个格子从 {} 起已经有合同：先写它的到期日", row.begins_on);
                let en = format!("this grid is under contract from {} on: end that one first", row.begins_on);
                return Err(Refusal::not_now("grid_let", zh, en));
            }
        }

        let contract = Contract {
            id: ContractId(id.0),
            grid: self.grid,
            owner: self.owner,
            begins_on,
            ends_on,
            rent,
            by_days: self.by_days,
            met,
            gift: self.gift,
        };
        rent::add(ctx.tx, &allowed, &contract, ctx.actor.person(), ctx.now).await?;
        Ok(Done { document: id.0, entry: None, day: Some(begins_on) })
    }
}

fn read_met(slug: Option<&str>) -> Result<Met, Refusal> {
    let Some(slug) = slug else { return Ok(Met::Charged) };
    let known: Vec<&str> = Met::ALL.iter().map(|met| met.slug()).collect();
    let slug = one_of(slug, "met", &known)?;
    Ok(Met::parse(&slug).unwrap_or(Met::Charged))
}

/// A rent is sponsored by a gift that was given for rent; no other has one.
async fn check_gift(ctx: &mut Ctx<'_>, met: Met, gift: Option<InstrumentId>) -> Result<(), Refusal> {
    let Some(gift) = gift.filter(|_| met == Met::Sponsored) else {
        if gift.is_none() && met != Met::Sponsored {
            return Ok(());
        }
        let words = Words::new("资助的租金要写明是哪笔捐赠，别的不写", "a sponsored rent names the gift that pays it, and only that");
        return Err(Refusal::invalid("instrument_id", words));
    };
    let coop = ctx.coop();
    let agreed = instruments::load(ctx.tx, coop, gift).await?.ok_or(Refusal::NotFound("instrument"))?.agreed()?;
    if agreed.purpose != Some(Purpose::Rent) {
        let words = Words::new("这笔捐赠不是限定用于格租的", "this gift was not given for rent");
        return Err(Refusal::invalid("instrument_id", words));
    }
    Ok(())
}

/// A contract gets its last day.
#[derive(Clone, Copy, Debug)]
pub struct EndContract {
    /// Which.
    pub contract: ContractId,
    /// The last day.
    pub ends_on: Date,
}

impl UseCase for EndContract {
    const KIND: &'static str = "grid_contract_ended";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;
        let coop = ctx.coop();
        let ends_on = day(self.ends_on, "ends_on")?;
        let row = rent::load(ctx.tx, coop, self.contract).await?.ok_or(Refusal::NotFound("grid contract"))?;
        if ends_on < row.begins_on || row.ends_on.is_some_and(|end| end < ends_on) {
            let words = Words::new(
                "最后一天在开始日和现在的到期日之间；要延长，请另立合同",
                "the last day lies between the first one and the present end: to go on after it, add a contract",
            );
            return Err(Refusal::invalid("ends_on", words));
        }
        let charged = rent::charged_upto(ctx.tx, coop, row.id).await?.and_then(|month| Month::parse(&month));
        if let Some(month) = charged.filter(|month| ends_on < month.last_day()) {
            let zh = format!("{month} 的租金已经按这个合同记了：先冲销那一笔，再写更早的日期");
            let en = format!("the rent of {month} is charged under this contract: reverse it before you give an earlier day");
            return Err(Refusal::not_now("rent_charged", zh, en));
        }

        rent::end(ctx.tx, &allowed, row.id, ends_on, ctx.actor.person(), ctx.now).await?;
        Ok(Done { document: row.id.0, entry: None, day: Some(ends_on) })
    }
}

/// What a grid costs a month at a site, from a day on.
#[derive(Clone, Debug)]
pub struct SetPrice {
    /// Where.
    pub site: SiteId,
    /// From this day on.
    pub from_day: Date,
    /// How much.
    pub rent: Money,
}

impl UseCase for SetPrice {
    const KIND: &'static str = "site_rent_set";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;
        let from_day = day(self.from_day, "from_day")?;
        let rent: Minor = self.rent.read_above_zero("rent", &ctx.batch.coop.unit)?;
        if !sites::exists(ctx.tx, allowed.coop(), self.site).await? {
            return Err(Refusal::NotFound("site"));
        }
        let row = SiteRentRow { id: id.0, site_id: self.site, from_day, rent_minor: rent, set_by: ctx.actor.person(), set_at: ctx.now };
        rent::set_price(ctx.tx, &allowed, &row).await?;
        Ok(Done { document: id.0, entry: None, day: Some(from_day) })
    }
}
