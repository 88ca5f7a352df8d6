//! Something is agreed with a supporter, and may end.

use super::{
    super::format::fields::{Money, day, one_of},
    agreed::read_purpose,
    refuse::no_instrument,
};
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
        office::{self, Agreed, Instalment, InstrumentKind},
        time::Date,
    },
    store::{
        instruments::{self, InstrumentRow},
        people,
    },
};

/// More instalments than this nobody agrees.
const INSTALMENTS: usize = 240;

/// An instalment of a loan.
#[derive(Clone, Debug)]
pub struct NewInstalment {
    /// When it is due.
    pub due_on: Date,
    /// How much.
    pub amount: Money,
}

/// What is agreed. Nothing promises a return.
#[derive(Clone, Debug)]
pub struct AddInstrument {
    /// Whose.
    pub supporter: PersonId,
    /// Of what kind; a share of sales where none is named.
    pub kind: Option<String>,
    /// What a restricted gift is for.
    pub purpose: Option<String>,
    /// What it may receive in all.
    pub cap: Option<Money>,
    /// The first day; today where it is missing.
    pub begins_on: Option<Date>,
    /// The last day on which it receives.
    pub ends_on: Option<Date>,
    /// When a loan is paid back.
    pub schedule: Vec<NewInstalment>,
}

impl AddInstrument {
    /// A share of sales.
    #[must_use]
    pub const fn share_of_sales(supporter: PersonId, cap: Option<Money>, ends_on: Option<Date>) -> Self {
        Self { supporter, kind: None, purpose: None, cap, begins_on: None, ends_on, schedule: Vec::new() }
    }
}

fn read_kind(slug: Option<&str>) -> Result<InstrumentKind, Refusal> {
    let Some(slug) = slug else { return Ok(InstrumentKind::ShareOfSales) };
    let known: Vec<&str> = InstrumentKind::ALL.iter().map(|kind| kind.slug()).collect();
    let slug = one_of(slug, "kind", &known)?;
    Ok(InstrumentKind::parse(&slug).unwrap_or(InstrumentKind::ShareOfSales))
}

impl UseCase for AddInstrument {
    const KIND: &'static str = "instrument_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;

        let (unit, today) = (ctx.batch.coop.unit.clone(), ctx.today());
        let kind = read_kind(self.kind.as_deref())?;
        let cap = self.cap.as_ref().map(|cap| cap.read_above_zero("cap", &unit)).transpose()?;
        let begins_on = day(self.begins_on.unwrap_or(today), "begins_on")?;
        let ends_on = self.ends_on.map(|end| day(end, "ends_on")).transpose()?;
        if ends_on.is_some_and(|end| end < today) {
            return Err(Refusal::invalid("ends_on", Words::new("到期日不能早于今天", "it cannot have ended before today")));
        }
        if self.schedule.len() > INSTALMENTS {
            let words = Words::new(format!("还款最多分 {INSTALMENTS} 期"), format!("at most {INSTALMENTS} instalments"));
            return Err(Refusal::invalid("schedule", words));
        }
        let mut schedule = Vec::with_capacity(self.schedule.len());
        for (at, instalment) in self.schedule.iter().enumerate() {
            let due_on = day(instalment.due_on, &format!("schedule[{at}].due_on"))?;
            schedule.push(Instalment { due_on, amount: instalment.amount.read_above_zero(&format!("schedule[{at}].amount"), &unit)? });
        }
        let purpose = self.purpose.as_deref().map(read_purpose).transpose()?;
        if people::get(ctx.tx, ctx.coop(), self.supporter).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }

        let is_long = office::is_long(begins_on, &schedule);
        let agreed = Agreed { kind, cap, purpose, is_long, begins_on, ends_on };
        office::check_new(&agreed, &schedule).map_err(no_instrument)?;

        let row = InstrumentRow {
            id: InstrumentId(id.0),
            supporter_id: self.supporter,
            kind: kind.slug().to_owned(),
            purpose: self.purpose,
            is_long,
            cap_minor: cap,
            begins_on,
            ends_on,
            received_minor: Minor::ZERO,
            used_minor: Minor::ZERO,
            goods_minor: Minor::ZERO,
            added_by: ctx.actor.person(),
            created_at: ctx.now,
            ended_by: None,
            ended_at: None,
        };
        instruments::add(ctx.tx, &allowed, &row, &schedule).await?;
        Ok(Done::made(id.0))
    }
}

/// An agreement ends today: nothing more comes in under it. What came in is spent or paid back as agreed.
#[derive(Clone, Copy, Debug)]
pub struct EndInstrument {
    /// Which.
    pub instrument: InstrumentId,
}

impl UseCase for EndInstrument {
    const KIND: &'static str = "instrument_ended";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;
        let (coop, today) = (ctx.coop(), ctx.today());
        let row = instruments::load(ctx.tx, coop, self.instrument).await?.ok_or(Refusal::NotFound("instrument"))?;
        if row.ends_on.is_some_and(|end| end <= today) {
            return Err(Refusal::DecidedBefore("instrument"));
        }
        if row.begins_on > today {
            let (zh, en) = ("这个约定还没有开始，开始以后才能结束", "this agreement has not begun: it ends once it has");
            return Err(Refusal::not_now("not_begun", zh, en));
        }
        instruments::end(ctx.tx, &allowed, row.id, today, ctx.actor.person(), ctx.now).await?;
        Ok(Done { document: row.id.0, entry: None, day: Some(today) })
    }
}
