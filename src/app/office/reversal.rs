//! An entry is undone by its opposite, with a reason, once, as long as nothing later stands on it.

use super::{refuse::refused, settle::held};
use crate::{
    app::{
        ctx::{About, Ctx, Done},
        execute::UseCase,
        format::fields::one_of,
        refusal::Refusal,
        repairs::{Proposed, propose},
    },
    auth::policy::{Allowed, MoveMoney, Permission, Repair},
    domain::{
        entry::Entry,
        id::{CommandId, CoopId, DocumentId},
        money::Unit,
        office::{self, CannotPost, Event, EventKind},
        reason::ReversalReason,
    },
    store::{
        instruments, journal,
        office_events::{self, EventRow},
    },
};

/// Undoes an entry.
#[derive(Clone, Debug)]
pub struct Reverse {
    /// Its number.
    pub entry: i64,
    /// Why: a word of [`ReversalReason`].
    pub reason: String,
}

impl UseCase for Reverse {
    const KIND: &'static str = "entry_reversed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let reason = read_reason(&self.reason)?;
        let recorded = journal::recorded(ctx.tx, ctx.batch.coop.id, self.entry).await?.ok_or(Refusal::NotFound("entry"))?;
        if recorded.kind == EventKind::ManualEntry.slug() {
            let zh = "手工凭证是两个人签的，冲销也要两个人：请提出来，由另一个人同意";
            let en = "two people signed this entry, so two people reverse it: propose it, and another agrees";
            return Err(Refusal::not_now("needs_two", zh, en));
        }
        no_payout(&recorded)?;
        reverse(ctx, &allowed, id, self.entry, recorded, reason).await
    }
}

/// A payout that did not arrive is told of as such: who was to get it is told, and the due is theirs again.
fn no_payout(recorded: &journal::Recorded) -> Result<(), Refusal> {
    if recorded.kind != EventKind::PayoutPaid.slug() {
        return Ok(());
    }
    let zh = "结款不直接冲销：没有到账或没有交到手里的，在结款上登记“未到账”";
    let en = "a payout is not reversed by itself: where it did not arrive, record that on the payout";
    Err(Refusal::not_now("a_payout", zh, en))
}

/// A payout did not arrive: its entry is undone.
pub async fn reverse_payout(ctx: &mut Ctx<'_>, allowed: &Allowed<MoveMoney>, id: CommandId, event: DocumentId) -> Result<Done, Refusal> {
    let number = journal::number_of(ctx.tx, allowed.coop(), event).await?.ok_or(Refusal::NotFound("entry"))?;
    let recorded = journal::recorded(ctx.tx, allowed.coop(), number).await?.ok_or(Refusal::NotFound("entry"))?;
    reverse(ctx, allowed, id, number, recorded, ReversalReason::NeverHappened).await
}

/// Proposes to reverse an entry; another person agrees.
#[derive(Clone, Debug)]
pub struct ProposeReversal {
    /// Its number.
    pub entry: i64,
    /// Why: a word of [`ReversalReason`].
    pub reason: String,
}

impl UseCase for ProposeReversal {
    const KIND: &'static str = "reversal_proposed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<MoveMoney>()?;
        let allowed = ctx.allow::<Repair>()?;
        let Self { entry, reason } = self;
        read_reason(&reason)?;
        let recorded = journal::recorded(ctx.tx, allowed.coop(), entry).await?.ok_or(Refusal::NotFound("entry"))?;
        no_payout(&recorded)?;
        if EventKind::parse(&recorded.kind).is_none_or(|kind| matches!(kind, EventKind::OpeningBalances | EventKind::Reversal)) {
            return Err(refused(&CannotPost::NeverReversed, &ctx.batch.coop.unit));
        }
        if office_events::is_reversed(ctx.tx, allowed.coop(), entry).await? {
            return Err(Refusal::DecidedBefore("entry"));
        }
        propose(ctx, &allowed, id, recorded.document.0, Proposed::Reversal { entry_number: entry, reason }).await
    }
}

/// Another person agrees to a reversal.
pub async fn reverse_agreed(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<Repair>,
    id: CommandId,
    entry: i64,
    reason: &str,
) -> Result<Done, Refusal> {
    let reason = read_reason(reason)?;
    let recorded = journal::recorded(ctx.tx, allowed.coop(), entry).await?.ok_or(Refusal::NotFound("entry"))?;
    reverse(ctx, allowed, id, entry, recorded, reason).await
}

fn read_reason(slug: &str) -> Result<ReversalReason, Refusal> {
    let known: Vec<&str> = ReversalReason::ALL.iter().map(|reason| reason.slug()).collect();
    let slug = one_of(slug, "reason", &known)?;
    Ok(ReversalReason::parse(&slug).unwrap_or(ReversalReason::WrongAmount))
}

/// Undoes what is recorded under a number.
async fn reverse<P: Permission>(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<P>,
    id: CommandId,
    number: i64,
    recorded: journal::Recorded,
    reason: ReversalReason,
) -> Result<Done, Refusal> {
    let (coop, unit) = (allowed.coop(), ctx.batch.coop.unit.clone());
    let never = || refused(&CannotPost::NeverReversed, &unit);
    let kind = EventKind::parse(&recorded.kind).ok_or_else(never)?;
    if office_events::is_reversed(ctx.tx, coop, number).await? {
        return Err(Refusal::DecidedBefore("entry"));
    }
    let row = office_events::load(ctx.tx, coop, recorded.document).await?.ok_or(Refusal::NotFound("entry"))?;
    check(ctx, coop, kind, &row, &unit).await?;

    let today = ctx.today();
    let event = Event {
        id: DocumentId(id.0),
        kind: EventKind::Reversal,
        day: today,
        code: reason.slug(),
        reverses: Some(number),
        ..row.event(Vec::new()).ok_or_else(never)?
    };
    let about = About { kind: EventKind::Reversal.slug(), day: today, document: event.document(), command: id, memo: reason.slug() };
    let heading = ctx.heading(&about);
    let opposite = Entry::balanced(heading.clone(), recorded.postings)?.reversal(number.unsigned_abs(), heading)?;
    office_events::save(ctx.tx, allowed, &event, ctx.actor.person(), ctx.now).await?;
    let entry = ctx.append(&opposite).await?;
    Ok(Done { document: id.0, entry: Some(entry), day: Some(today) })
}

/// Refuses what something later stands on, and takes it out of its agreement's book.
async fn check(ctx: &mut Ctx<'_>, coop: CoopId, kind: EventKind, row: &EventRow, unit: &Unit) -> Result<(), Refusal> {
    let Some(instrument) = row.instrument_id else {
        let held = held(ctx, kind, row.party_id).await?;
        return office::check_reversal(kind, row.amount, held).map_err(|cannot| refused(&cannot, unit));
    };
    let agreed = instruments::load(ctx.tx, coop, instrument).await?.ok_or(Refusal::NotFound("instrument"))?;
    let waived = office_events::is_waived(ctx.tx, coop, instrument).await?;
    let book = office::reversed_book(kind, row.amount, agreed.book(), waived).map_err(|cannot| refused(&cannot, unit))?;
    Ok(instruments::keep_book(ctx.tx, coop, instrument, book).await?)
}
