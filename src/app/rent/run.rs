//! A month's rent: looked at first, then charged. Each grid's rent is an entry of its own, so that one can be undone without the others.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        ctx::{About, Ctx, Done},
        execute::UseCase,
        words::Words,
    },
    auth::policy::{Allowed, MoveMoney},
    domain::{
        account::Role,
        entry::Entry,
        id::{CommandId, ContractId, CoopId, DocumentId, GridId, InstrumentId, PersonId, SiteId},
        money::Minor,
        office::{Event, EventKind, Line, postings_of},
        rent::{Gift, Nothing, Planned, plan},
        time::{Date, Month},
    },
    store::{
        Tx, commands, instruments, office_events,
        rent::{self, ChargeRow, RunRow},
    },
};

/// Why a grid brings no rent: the words of [`crate::domain::rent::Nothing`], and those of grids without a contract.
pub const WHY: &[&str] = &["not_held", "waived", "charged_before", "paid_by_the_contract_before", "too_few_days", "free", "no_contract"];

/// A grid in a month.
#[derive(Clone, Debug)]
pub struct GridRent {
    /// The grid.
    pub grid: GridId,
    /// What is written on it.
    pub code: String,
    /// Where it stands.
    pub site: SiteId,
    /// Whose it is on the last day.
    pub holder: Option<PersonId>,
    /// The contract, and what the month is for it; none where the grid has none.
    pub planned: Option<Planned>,
    /// The charge that stands.
    pub charge: Option<DocumentId>,
    /// Why there is nothing to charge: a word of [`WHY`].
    pub why: Option<&'static str>,
    turn: i64,
}

/// A month.
#[derive(Clone, Debug)]
pub struct MonthsRent {
    /// Grids by code; one under two contracts stands twice.
    pub grids: Vec<GridRent>,
    /// What would be charged.
    pub charged: Minor,
    /// What gifts would pay of it.
    pub sponsored: Minor,
    gifts: BTreeMap<InstrumentId, (PersonId, Gift)>,
}

/// What charging a month would do; writes nothing.
pub async fn preview(tx: &mut Tx, coop: CoopId, month: Month) -> Result<MonthsRent, Refusal> {
    let rows = rent::grids_in(tx, coop, month).await?;
    let mut contracts = HashMap::new();
    for row in rent::contracts_in(tx, coop, month).await? {
        contracts.insert(row.id, row.contract()?);
    }
    let mut givers: BTreeMap<InstrumentId, PersonId> = BTreeMap::new();
    let mut gifts = BTreeMap::new();
    for gift in contracts.values().filter_map(|contract| contract.gift) {
        if givers.contains_key(&gift) {
            continue;
        }
        let row = instruments::load(tx, coop, gift).await?.ok_or(Refusal::NotFound("instrument"))?;
        givers.insert(gift, row.supporter_id);
        gifts.insert(gift, Gift { agreed: row.agreed()?, book: row.book() });
    }
    let of = |id: Option<ContractId>| id.and_then(|id| contracts.get(&id)).copied();
    let asked: Vec<_> = rows.iter().filter_map(|row| Some((of(row.contract_id)?, row.charge_id.is_some()))).collect();
    let planned: HashMap<ContractId, Planned> =
        plan(month, &asked, &mut gifts)?.into_iter().map(|planned| (planned.contract.id, planned)).collect();

    let grids: Vec<GridRent> = rows
        .into_iter()
        .map(|row| {
            let planned = row.contract_id.and_then(|id| planned.get(&id)).copied();
            let without = if row.holder_id.is_none() { "free" } else { "no_contract" };
            let why = planned.map_or(Some(without), |planned| planned.why.map(Nothing::slug));
            GridRent {
                grid: row.grid_id,
                code: row.code,
                site: row.site_id,
                holder: row.holder_id,
                planned,
                charge: row.charge_id,
                why,
                turn: row.turn,
            }
        })
        .collect();
    let all = || grids.iter().filter_map(|grid| grid.planned);
    Ok(MonthsRent {
        charged: Minor::sum(all().map(|planned| planned.charge))?,
        sponsored: Minor::sum(all().map(|planned| planned.drawn))?,
        gifts: gifts.into_iter().filter_map(|(id, gift)| Some((id, (*givers.get(&id)?, gift)))).collect(),
        grids,
    })
}

/// Charges a month: E8 for each grid, E8b where a gift pays.
#[derive(Clone, Copy, Debug)]
pub struct RunRent {
    /// Which month.
    pub month: Month,
}

impl UseCase for RunRent {
    const KIND: &'static str = "rent_run";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let (coop, month, day) = (ctx.coop(), self.month, self.month.last_day());
        if ctx.today() < day {
            let zh = format!("{month} 还没有过完：最后一天 {day} 起可以记租金，现在可以看预览");
            let en = format!("{month} is not over: its rent is charged from {day} on; look at the preview now");
            return Err(Refusal::NotNow { slug: "month_not_over", words: Words::new(zh, en) });
        }

        let months_rent = preview(ctx.tx, coop, month).await?;

        let due: Vec<(&GridRent, Planned)> =
            months_rent.grids.iter().filter_map(|grid| Some((grid, grid.planned.filter(|planned| planned.why.is_none())?))).collect();
        if due.is_empty() {
            let zh = format!("{month} 没有要记的租金：都记过了，或者没有合同，预览里写着原因");
            let en = format!("{month} has no rent to charge: it is charged already, or there is no contract; the preview says why");
            return Err(Refusal::NotNow { slug: "nothing_to_charge", words: Words::new(zh, en) });
        }
        let row = RunRow {
            id: id.0,
            month: month.to_string(),
            charges: i64::try_from(due.len()).unwrap_or(i64::MAX),
            charged_minor: months_rent.charged,
            sponsored_minor: months_rent.sponsored,
            run_by: ctx.actor.person(),
            run_at: ctx.now,
        };
        rent::save_run(ctx.tx, &allowed, &row).await?;
        for (grid, planned) in due {
            let charged = charge(ctx, &allowed, day, planned).await?;
            let row = ChargeRow { id: charged, run: id.0, contract: planned.contract.id, month, turn: grid.turn, days: planned.days };
            rent::charge(ctx.tx, &allowed, row).await?;
            if let Some((gift, (giver, _))) = planned.contract.gift.and_then(|gift| Some((gift, months_rent.gifts.get(&gift)?))) {
                sponsor(ctx, &allowed, day, charged, planned, (gift, *giver)).await?;
            }
        }
        for (gift, (_, after)) in &months_rent.gifts {
            instruments::keep_book(ctx.tx, coop, *gift, after.book).await?;
        }
        Ok(Done { document: id.0, entry: None, day: Some(day) })
    }
}

/// E8: an owner owes a month's rent.
async fn charge(ctx: &mut Ctx<'_>, allowed: &Allowed<MoveMoney>, day: Date, planned: Planned) -> Result<DocumentId, Refusal> {
    let event = Event {
        kind: EventKind::RentCharged,
        party: Some(planned.contract.owner),
        amount: planned.charge,
        subject: Some(planned.contract.id.0),
        ..blank(ctx, day)
    };
    let about = About { kind: event.kind.slug(), day, document: event.document(), command: CommandId(event.id.0), memo: "" };
    let entry = event.postings(None)?.entry(ctx.heading(&about), &ctx.batch.chart, &ctx.batch.coop.unit.code)?;
    post(ctx, allowed, &event, &entry).await?;
    Ok(event.id)
}

/// E8b: a gift pays it. The event is the giver's and names no family; its lines do, for the books.
async fn sponsor(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<MoveMoney>,
    day: Date,
    charged: DocumentId,
    planned: Planned,
    (gift, giver): (InstrumentId, PersonId),
) -> Result<(), Refusal> {
    if planned.drawn.is_zero() {
        return Ok(());
    }
    let code = |role| ctx.batch.chart.code(role).map(str::to_owned).map_err(|error| Refusal::Broken(error.to_string()));
    let line = |role, party, amount| Ok::<_, Refusal>(Line { account: code(role)?, party: Some(party), instrument: None, amount });
    let lines = vec![
        line(Role::RestrictedGifts, giver, planned.drawn)?,
        line(Role::MemberReceivable, planned.contract.owner, planned.drawn.negated()?)?,
    ];
    let event = Event {
        kind: EventKind::RentSponsored,
        instrument: Some(gift),
        party: Some(giver),
        amount: planned.drawn,
        subject: Some(charged.0),
        lines,
        ..blank(ctx, day)
    };
    let about = About { kind: event.kind.slug(), day, document: event.document(), command: CommandId(event.id.0), memo: "" };
    let entry = Entry::balanced(ctx.heading(&about), postings_of(&event.lines, &ctx.batch.coop.unit.code))?;
    post(ctx, allowed, &event, &entry).await
}

/// An event of a run, still of nothing; it is a command of its own, and takes its id.
fn blank(ctx: &Ctx<'_>, day: Date) -> Event {
    Event {
        id: DocumentId(ctx.chance.id(ctx.now)),
        kind: EventKind::RentCharged,
        day,
        instrument: None,
        party: None,
        through: None,
        amount: Minor::ZERO,
        code: "",
        paper: None,
        reverses: None,
        subject: None,
        lines: Vec::new(),
    }
}

async fn post(ctx: &mut Ctx<'_>, allowed: &Allowed<MoveMoney>, event: &Event, entry: &Entry) -> Result<(), Refusal> {
    office_events::save(ctx.tx, allowed, event, ctx.actor.person(), ctx.now).await?;
    let number = ctx.append(entry).await?;
    let (sender_kind, sender_id): (&str, Uuid) = ctx.actor.sender();
    let command = commands::Decided {
        id: CommandId(event.id.0),
        kind: event.kind.slug().to_owned(),
        sender_kind: sender_kind.to_owned(),
        sender_id,
        body_hash: event.document().hash,
        outcome: "posted".to_owned(),
        document_id: Some(event.id.0),
        entry_number: Some(number),
        day: Some(event.day),
        received_at: ctx.now,
    };
    Ok(commands::save(ctx.tx, allowed.coop(), &command).await?)
}
