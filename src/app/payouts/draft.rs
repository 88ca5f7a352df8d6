//! A run proposes who is due what, says why somebody is left out, and drafts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Accounts, signer, terms_of};
use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::UseCase,
        refusal::Refusal,
        words::Words,
    },
    auth::policy::DraftPayouts,
    domain::{
        account::Chart,
        id::{CommandId, PayoutId, PersonId},
        money::Minor,
        payout::{Left, Offer, Owed, Plan, help_needed, propose},
    },
    store::{
        Tx,
        coop::Coop,
        payees::{self, PlanNow},
        payouts::{self, PayoutRow, RunRow},
    },
};

/// More owners than these are drafted in several runs.
const MOST: usize = 1000;

/// An owner in a run.
#[derive(Clone, Debug)]
pub struct OwnerLine {
    /// Who.
    pub owner: PersonId,
    /// What they are called.
    pub nickname: Option<String>,
    /// What stands in the books.
    pub owed: Owed,
    /// What they are offered, or why nothing.
    pub outcome: Result<Offer, Left>,
    /// The help that it needs.
    pub help: Plan,
    /// The account that it would go to; the safe pays where there is none.
    pub account: Option<uuid::Uuid>,
    turn: i64,
}

/// What a run would draft.
#[derive(Clone, Debug)]
pub struct RunPreview {
    /// Everybody to whom something was ever due, or who owes rent.
    pub owners: Vec<OwnerLine>,
    /// What would be paid.
    pub paid: Minor,
    /// What would go to rent.
    pub offset: Minor,
}

/// What a run would draft; writes nothing.
pub async fn preview(tx: &mut Tx, coop: &Coop, chart: &Chart) -> Result<RunPreview, Refusal> {
    let (accounts, id) = (Accounts::of(chart)?, coop.id);
    let terms = terms_of(payees::terms(tx, id).await?.as_ref());
    let codes = [accounts.member, accounts.outsider, accounts.receivable.clone()];
    let mut owed: BTreeMap<PersonId, Owed> = BTreeMap::new();
    for row in payouts::balances(tx, id, &codes, &coop.unit.code).await? {
        let owed = owed.entry(row.party).or_default();
        if row.account == accounts.receivable {
            owed.rent = owed.rent.plus(row.balance)?;
        } else {
            owed.due = owed.due.minus(row.balance)?;
        }
    }
    let so_far: HashMap<PersonId, (i64, i64)> =
        payouts::so_far(tx, id).await?.into_iter().map(|row| (row.owner_id, (row.drafted, row.open))).collect();
    let people: Vec<PersonId> = owed.keys().copied().collect();
    let plans: HashMap<PersonId, PlanNow> = payees::plans(tx, id, &people).await?.into_iter().map(|row| (row.person_id, row)).collect();
    let mut owners = Vec::with_capacity(owed.len());
    for (owner, owed) in owed {
        let (turn, open) = so_far.get(&owner).copied().unwrap_or_default();
        let outcome = propose(terms, owed, open > 0)?;
        let plan = plans.get(&owner);
        let paid = outcome.map_or(Minor::ZERO, |offer| offer.paid);
        let account = if outcome.is_ok() { payees::account_of(tx, id, owner).await? } else { None };
        let nickname = plan.and_then(|plan| plan.nickname.clone());
        owners.push(OwnerLine { owner, nickname, owed, outcome, help: needed(plan, paid), account, turn });
    }
    let offers = || owners.iter().filter_map(|line| line.outcome.ok());
    Ok(RunPreview { paid: Minor::sum(offers().map(|offer| offer.paid))?, offset: Minor::sum(offers().map(|offer| offer.offset))?, owners })
}

/// The help that an amount needs under a plan. A word that nobody knows needs the most.
pub(super) fn needed(plan: Option<&PlanNow>, paid: Minor) -> Plan {
    plan.map_or(Plan::Independent, |now| help_needed(Plan::parse(&now.plan).unwrap_or(Plan::GuardianCoSigns), now.threshold_minor, paid))
}

/// Drafts payouts.
#[derive(Clone, Debug)]
pub struct DraftRun {
    /// To these owners only; to everybody to whom something is due where it is missing.
    pub owners: Option<Vec<PersonId>>,
    /// In cash, also to those who have a bank account.
    pub in_cash: bool,
}

impl UseCase for DraftRun {
    const KIND: &'static str = "payouts_drafted";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<DraftPayouts>()?;
        let drafted_by = signer(ctx)?;
        let wanted: Option<BTreeSet<PersonId>> = self.owners.map(|owners| owners.into_iter().collect());
        if wanted.as_ref().is_some_and(|wanted| wanted.is_empty() || wanted.len() > MOST) {
            let words = Words::new(format!("请选 1 到 {MOST} 位铺主"), format!("choose 1 to {MOST} owners"));
            return Err(Refusal::invalid("owner_ids", words));
        }

        let proposed = preview(ctx.tx, &ctx.batch.coop.clone(), &ctx.batch.chart.clone()).await?;

        let chosen = proposed.owners.into_iter().filter(|line| wanted.as_ref().is_none_or(|wanted| wanted.contains(&line.owner)));
        let mut drafts = Vec::new();
        for line in chosen.take(MOST) {
            let Ok(offer) = line.outcome else { continue };
            let bank_account_id = line.account.filter(|_| !self.in_cash);
            drafts.push(PayoutRow {
                id: PayoutId(ctx.chance.id(ctx.now)),
                run_id: id.0,
                owner_id: line.owner,
                turn: line.turn,
                due_minor: offer.due,
                offset_minor: offer.offset,
                paid_minor: offer.paid,
                through: if bank_account_id.is_some() { "bank" } else { "safe" }.to_owned(),
                bank_account_id,
                help: line.help.slug().to_owned(),
                drafted_by,
                drafted_at: ctx.now,
            });
        }
        if drafts.is_empty() {
            let zh = "没有可以结的款：预览里写着每个人的原因";
            return Err(Refusal::not_now("nobody_to_pay", zh, "there is nobody to pay: the preview says why for each"));
        }
        let run = RunRow {
            id: id.0,
            drafts: i64::try_from(drafts.len()).unwrap_or(i64::MAX),
            paid_minor: Minor::sum(drafts.iter().map(|row| row.paid_minor))?,
            offset_minor: Minor::sum(drafts.iter().map(|row| row.offset_minor))?,
            made_by: drafted_by,
            made_at: ctx.now,
        };
        payouts::save_run(ctx.tx, &allowed, &run, &drafts).await?;
        Ok(Done { document: id.0, entry: None, day: Some(ctx.today()) })
    }
}
