//! What the office of the story does in the mornings, besides keeping an eye on things.

use super::{
    cast::{FAMILIES, ORGANISER, TREASURER},
    dice,
    plan::{self, Plan},
    setting::{LATE, Support, agree, offer, propose, shares},
    stories,
    teller::Teller,
};
use crate::{
    app::{
        Refusal,
        allocate::Allocate,
        repairs::{AgreeToProposal, ProposeRepair},
        service::operator,
        statements::{self, Order},
    },
    auth::{
        actor::{Actor, Who},
        policy::{ReadRepairs, allow},
        role::Role,
    },
    domain::{
        chain::Hash,
        id::{CommandId, InstrumentId, ProposalId},
        time::{Date, Month},
    },
    store::{allocations, quarantine},
};

/// The day on which the late agreement is signed.
const SIGNED: u32 = 4;
/// Grids whose agreement changes half-way: the cooperative takes less.
const CHANGING: &[&str] = &["A01", "B04"];

/// The label of what is asked for last.
pub const LAST: &str = "version A02, next";
/// Grids with a new version that waits for their owners; the guardian's ward has one of them.
const OFFERED: &[(&str, &str, &str)] = &[("A01", "supporter", "3"), ("A08", "supporter2", "4")];

/// What waits for somebody when whoever tries the demo comes in: for owners to consent, and for the treasurer to approve.
pub async fn next(teller: &Teller, plan: Plan) -> Result<(), Refusal> {
    let from = Month::of(plan.day(plan.days)).next().first_day();
    for (grid, supporter, percent) in OFFERED {
        let label = format!("{}, next", plan::version(grid));
        offer(teller, plan, &label, grid, shares("8", &supported(plan, supporter, percent)), from).await?;
    }
    propose(teller, plan, LAST, "A02", shares("8", &supported(plan, "supporter2", "4")), from).await?;
    Ok(())
}

/// A morning, so many days after the first.
pub async fn morning(teller: &Teller, plan: Plan, after: u32) -> Result<(), Refusal> {
    let today = plan.day(after);
    teller.it_is(Plan::opening(today));
    if after == 0 {
        stories::pages(teller, plan).await?;
    }
    mend(teller, plan).await?;
    if after == SIGNED {
        sign_late(teller, plan).await?;
        allocate(teller, plan, today).await?;
    }
    if after + 6 == plan.days / 2 {
        change_agreements(teller, plan, plan.day(after + 6)).await?;
    }
    if today == second(today) && after > 1 {
        issue_statements(teller, plan, Month::of(today).previous()).await?;
    }
    Ok(())
}

/// The day after a month has ended is for late reports, the next one for papers.
fn second(day: Date) -> Date {
    let first = Month::of(day).first_day();
    first.succ_opt().unwrap_or(first)
}

fn owner(grid: &str) -> Option<&'static str> {
    plan::grids().into_iter().zip(FAMILIES.iter().cycle()).find(|(code, _)| *code == grid).map(|(_, family)| family.code)
}

async fn sign_late(teller: &Teller, plan: Plan) -> Result<(), Refusal> {
    let support = supported(plan, "supporter3", "2");
    let owner = plan.person(owner(LATE).unwrap_or_default());
    agree(teller, plan, &plan::version(LATE), LATE, owner, shares("10", &support), plan.first).await
}

fn supported(plan: Plan, supporter: &str, percent: &'static str) -> Support {
    let instrument = InstrumentId(plan.id(&format!("instrument {supporter}")));
    Support { percent, person: plan.person(supporter), instrument }
}

/// What the late grid has sold before finds its owner.
async fn allocate(teller: &Teller, plan: Plan, today: Date) -> Result<(), Refusal> {
    let allowed = allow::<ReadRepairs>(&operator(teller.coop))?;
    let mut tx = teller.service.db.snapshot().await?;
    let mut items = allocations::list(&mut tx, &allowed, false, None, 200).await?;
    drop(tx);
    items.retain(|item| item.business_date < today);
    for item in items.into_iter().filter(|item| item.allocated_by.is_none()) {
        let line = usize::try_from(item.line).unwrap_or_default();
        let (of, grid) = (item.document_id, Some(plan.grid(LATE)));
        let asked = Allocate { of, line, grid, sale: None, sale_line: None };
        teller.asks(plan.person(TREASURER), &format!("allocate {of}/{line}"), asked).await?;
    }
    Ok(())
}

/// What the tills of the evening before could not post: somebody had forgotten to leave the practice mode. Two people say so.
async fn mend(teller: &Teller, plan: Plan) -> Result<(), Refusal> {
    let allowed = allow::<ReadRepairs>(&operator(teller.coop))?;
    let mut tx = teller.service.db.snapshot().await?;
    let waiting = quarantine::list(&mut tx, &allowed, true, None, 200).await?;
    drop(tx);
    // Told again after an interruption, what later days have left waits for its own morning.
    let now = teller.service.clock.now();
    for command in waiting.into_iter().filter(|kept| kept.received_at < now).map(|kept| kept.command_id) {
        let label = format!("repair {command}");
        let dismiss = Some("忘了退出练习模式，没有真的卖".to_owned());
        let proposed = ProposeRepair { command, post: None, dismiss };
        let proposal = ProposalId(teller.asks(plan.person(ORGANISER), &label, proposed).await?);
        teller.asks(plan.person(TREASURER), &format!("{label}, agreed"), AgreeToProposal { proposal }).await?;
    }
    Ok(())
}

async fn change_agreements(teller: &Teller, plan: Plan, effective_on: Date) -> Result<(), Refusal> {
    let support = supported(plan, "supporter", "3");
    for grid in CHANGING {
        let (label, owner) = (format!("{}, later", plan::version(grid)), plan.person(owner(grid).unwrap_or_default()));
        agree(teller, plan, &label, grid, owner, shares("9", &support), effective_on).await?;
    }
    Ok(())
}

/// The treasurer issues every family's statement.
async fn issue_statements(teller: &Teller, plan: Plan, month: Month) -> Result<(), Refusal> {
    let who = Who::Person { id: plan.person(TREASURER), roles: vec![Role::Treasurer], wards: Vec::new() };
    let actor = Actor { coop: teller.coop, who };
    for family in FAMILIES {
        let label = format!("statement {} {month}", family.code);
        let id = CommandId(dice::id(&label, teller.service.clock.now()));
        let (body_hash, owner) = (Hash::of(label.as_bytes()), plan.person(family.code));
        statements::issue(&teller.service, Order { actor: actor.clone(), id, body_hash, owner, month }).await?;
    }
    Ok(())
}
