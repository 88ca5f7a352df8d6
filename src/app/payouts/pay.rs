//! E10: the treasurer pays. What is due, the account and the plan are looked at again: what was signed is what is paid, or nothing.

use super::{
    Accounts, Payout,
    draft::needed,
    sign::{Taken, must_be, take},
    signer,
};
use crate::{
    app::{
        ctx::{About, Ctx, Done},
        execute::UseCase,
        format::fields::one_of,
        office::reverse_payout,
        refusal::Refusal,
    },
    auth::policy::MoveMoney,
    domain::{
        account::Role,
        entry::Entry,
        id::{CommandId, DocumentId, PayoutId},
        money::Minor,
        office::{Event, EventKind, Line, Through, postings_of},
        payout::{Failure, State, Step},
    },
    store::{
        journal, office_events, payees,
        payouts::{self, StepRow},
    },
};

/// Pays a payout: cash from the safe, or a transfer.
#[derive(Clone, Copy, Debug)]
pub struct PayPayout {
    /// Which.
    pub payout: PayoutId,
}

impl UseCase for PayPayout {
    const KIND: &'static str = "payout_paid";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let payer = signer(ctx)?;
        let coop = allowed.coop();
        let payout = Payout::load(ctx, self.payout).await?;
        must_be(&payout, State::ForTreasurer)?;
        payout.check_new_hand::<MoveMoney>(ctx, payer).await?;
        still_agreed(ctx, &payout).await?;

        let lines = lines(ctx, &payout).await?;

        let row = &payout.row;
        let event = Event {
            id: DocumentId(id.0),
            kind: EventKind::PayoutPaid,
            day: ctx.today(),
            instrument: None,
            party: Some(row.owner_id),
            through: Through::parse(&row.through),
            amount: row.due_minor,
            code: "",
            paper: None,
            reverses: None,
            subject: Some(row.id.0),
            lines,
        };
        let about = About { kind: event.kind.slug(), day: event.day, document: event.document(), command: id, memo: "" };
        let entry = Entry::balanced(ctx.heading(&about), postings_of(&event.lines, &ctx.batch.coop.unit.code))?;
        office_events::save(ctx.tx, &allowed, &event, Some(payer), ctx.now).await?;
        let number = ctx.append(&entry).await?;
        let step = StepRow {
            payout_id: row.id,
            step: Step::Paid.slug().to_owned(),
            by_id: payer,
            known_by: None,
            manner: "sign_in".to_owned(),
            reason: None,
            event_id: Some(event.id),
            taken_at: ctx.now,
        };
        payouts::take(ctx.tx, coop, &step).await?;
        Ok(Done { document: id.0, entry: Some(number), day: Some(event.day) })
    }
}

/// The payee's account and plan are those that everybody signed.
async fn still_agreed(ctx: &mut Ctx<'_>, payout: &Payout) -> Result<(), Refusal> {
    let (coop, row) = (ctx.coop(), &payout.row);
    if row.bank_account_id.is_some() && payees::account_of(ctx.tx, coop, row.owner_id).await? != row.bank_account_id {
        let zh = "收款账户在签字之后换过：请撤回这笔结款，重新拟一笔";
        let en = "the bank account was changed since this was signed: take the payout back and draft it anew";
        return Err(Refusal::not_now("account_changed", zh, en));
    }
    let plans = payees::plans(ctx.tx, coop, &[row.owner_id]).await?;
    if needed(plans.first(), row.paid_minor) != payout.help() {
        let zh = "支持计划在拟款之后变过：请撤回这笔结款，重新拟一笔";
        let en = "the support plan was changed since this was drafted: take the payout back and draft it anew";
        return Err(Refusal::not_now("plan_changed", zh, en));
    }
    Ok(())
}

/// The legs: what is due from the owner's account or accounts, less rent, and what is paid. All of it is still due and still owed.
async fn lines(ctx: &mut Ctx<'_>, payout: &Payout) -> Result<Vec<Line>, Refusal> {
    let row = &payout.row;
    let accounts = Accounts::of(&ctx.batch.chart)?;
    let (coop, unit, owner) = (ctx.coop(), ctx.batch.coop.unit.code.clone(), Some(row.owner_id.0));
    let as_member = journal::balance(ctx.tx, coop, &accounts.member, owner, &unit).await?.negated()?;
    let as_outsider = journal::balance(ctx.tx, coop, &accounts.outsider, owner, &unit).await?.negated()?;
    let rent = journal::balance(ctx.tx, coop, &accounts.receivable, owner, &unit).await?;
    if as_member.plus(as_outsider)? < row.due_minor || rent < row.offset_minor {
        let zh = "拟款之后，应付或应收变少了（例如有退货）：请撤回这笔结款，重新拟一笔";
        let en = "less is due, or less rent is owed, than when this was drafted: take the payout back and draft it anew";
        return Err(Refusal::not_now("due_changed", zh, en));
    }
    let from_member = row.due_minor.min(Minor(as_member.0.max(0)));
    let through = if row.through == Through::Bank.slug() { Role::Bank } else { Role::Safe };
    let money = ctx.batch.chart.code(through).map_err(|error| Refusal::Broken(error.to_string()))?.to_owned();
    let party = Some(row.owner_id);
    let legs = [
        (accounts.member, party, from_member),
        (accounts.outsider, party, row.due_minor.minus(from_member)?),
        (accounts.receivable, party, row.offset_minor.negated()?),
        (money, None, row.paid_minor.negated()?),
    ];
    let line = |(account, party, amount)| Line { account, party, instrument: None, amount };
    Ok(legs.into_iter().filter(|(_, _, amount)| !amount.is_zero()).map(line).collect())
}

/// What was paid did not arrive: the entry is undone, and the due is the owner's again.
#[derive(Clone, Debug)]
pub struct FailPayout {
    /// Which.
    pub payout: PayoutId,
    /// Why: a word of [`Failure`].
    pub reason: String,
}

impl UseCase for FailPayout {
    const KIND: &'static str = "payout_failed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let by = signer(ctx)?;
        let known: Vec<&str> = Failure::ALL.iter().map(|reason| reason.slug()).collect();
        let reason = one_of(&self.reason, "reason", &known)?;
        let payout = Payout::load(ctx, self.payout).await?;
        if payout.state().is_open() {
            return Err(Refusal::not_now("not_paid", "这笔结款还没有付", "this payout is not paid yet"));
        }
        must_be(&payout, State::Paid)?;
        let paid = payout.steps.iter().find_map(|step| step.event_id).ok_or(Refusal::NotFound("payout"))?;
        let done = reverse_payout(ctx, &allowed, id, paid).await?;
        take(ctx, &payout, Step::Failed, Taken { by, known_by: None, manner: "sign_in", reason: Some(reason) }).await?;
        Ok(done)
    }
}
