//! What a till reported and nobody could post: two people post it in a shift with the values that they agree on, or dismiss it.
//!
//! It is posted through the same decisions as anything that a till reports, in the till's name; the second person stands for it.

use serde_json::{Value, value::RawValue};

use super::{Proposed, propose};
use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::UseCase,
        facts::{Counter, Fact, FactKind, NotPosted, record},
        format::{Envelope, fields},
        refusal::Refusal,
        words::Words,
    },
    auth::{
        actor::{Actor, Who},
        policy::{Allowed, Repair},
    },
    domain::{
        id::{CommandId, DocumentId, PersonId, ShiftId},
        time::Date,
    },
    store::{
        quarantine::{self, Quarantined},
        shifts,
        tills::{self, Standing},
    },
};

/// Proposes what becomes of a command in quarantine.
#[derive(Clone, Debug)]
pub struct ProposeRepair {
    /// The command.
    pub command: CommandId,
    /// To post it in a shift (the one that was open where none is named) with values (those reported where none are stated).
    pub post: Option<(Option<ShiftId>, Option<Value>)>,
    /// Or why to let it be.
    pub dismiss: Option<String>,
}

impl UseCase for ProposeRepair {
    const KIND: &'static str = "repair_proposed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Repair>()?;
        let person = super::signer(ctx)?;
        let kept = unsettled(ctx, self.command).await?;

        let proposed = match (self.post, self.dismiss) {
            (None, Some(reason)) => Proposed::Dismiss { reason: fields::text(&reason, "dismiss.reason", 200)? },
            (Some((shift, body)), None) => {
                let envelope = envelope_of(&kept)?;
                let unreadable = |error: serde_json::Error| {
                    let zh = "收银台发来的内容读不懂，请在 post.body 里写出实际发生的事";
                    Refusal::invalid("post.body", Words::new(zh, format!("what the till sent cannot be read, say what happened: {error}")))
                };
                let reported = || serde_json::from_str(envelope.body.get()).map_err(unreadable);
                let body = body.map_or_else(reported, Ok)?;
                let shift = if kept.kind == FactKind::ShiftOpened.slug() { None } else { shift.or(kept.shift_id) };
                let repaired = Repaired { command: kept.command_id, shift, body: &body };
                try_out(ctx, id, person, &kept, &repaired).await?;
                Proposed::Post { shift_id: shift.map(|shift| shift.0), body }
            }
            _ => {
                let words = Words::new("处理办法是 post 或 dismiss，二选一", "a repair is post or dismiss, one of the two");
                return Err(Refusal::invalid("post", words));
            }
        };

        propose(ctx, &allowed, id, kept.command_id.0, proposed).await
    }
}

/// Reasons that lie in what was reported: as it stands it is refused today as it was then.
const WRONG_IN_ITSELF: &[&str] =
    &["invalid_body", "tenders_do_not_meet_total", "impossible_sale", "impossible_refund", "overflow", PRACTICE];
const PRACTICE: &str = "practice";

/// Whether what was set aside for a reason may be posted as it was reported, because what stood in its way lay outside.
#[must_use]
pub fn may_stand(reason: &str) -> bool {
    !WRONG_IN_ITSELF.contains(&reason)
}

/// How a command is to be posted.
#[derive(Clone, Copy, Debug)]
pub struct Repaired<'a> {
    /// The command.
    pub command: CommandId,
    /// In this shift; the till's open one where none is named.
    pub shift: Option<ShiftId>,
    /// With these values.
    pub body: &'a Value,
}

async fn unsettled(ctx: &mut Ctx<'_>, command: CommandId) -> Result<Quarantined, Refusal> {
    let kept = quarantine::find(ctx.tx, ctx.batch.coop.id, command).await?.ok_or(Refusal::NotFound("quarantined command"))?;
    if kept.outcome.is_some() {
        return Err(Refusal::DecidedBefore("quarantined command"));
    }
    Ok(kept)
}

fn envelope_of(kept: &Quarantined) -> Result<Envelope, Refusal> {
    serde_json::from_slice(&kept.body).map_err(|error| Refusal::Broken(format!("a kept envelope cannot be read: {error}")))
}

/// Posts it and undoes it again: nobody is asked to agree to what cannot be posted.
async fn try_out(ctx: &mut Ctx<'_>, by: CommandId, second: PersonId, kept: &Quarantined, repaired: &Repaired<'_>) -> Result<(), Refusal> {
    let head = ctx.batch.head;
    ctx.tx.savepoint().await?;
    let tried = append(ctx, by, second, kept, repaired).await;
    ctx.tx.undo().await?;
    ctx.batch.head = head;
    tried.map(drop)
}

/// Posts a command in quarantine as two people agreed.
pub(super) async fn post(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<Repair>,
    by: CommandId,
    second: PersonId,
    repaired: &Repaired<'_>,
) -> Result<Done, Refusal> {
    let kept = unsettled(ctx, repaired.command).await?;
    // Settled first: its cash no longer waits when its own document is decided.
    quarantine::settle(ctx.tx, allowed, kept.command_id, "posted", by).await?;
    append(ctx, by, second, &kept, repaired).await
}

/// Dismisses a command in quarantine.
pub(super) async fn dismiss(ctx: &mut Ctx<'_>, allowed: &Allowed<Repair>, by: CommandId, command: CommandId) -> Result<Done, Refusal> {
    let kept = unsettled(ctx, command).await?;
    quarantine::settle(ctx.tx, allowed, kept.command_id, "dismissed", by).await?;
    Ok(Done::made(kept.command_id.0))
}

async fn append(ctx: &mut Ctx<'_>, by: CommandId, second: PersonId, kept: &Quarantined, repaired: &Repaired<'_>) -> Result<Done, Refusal> {
    let coop = ctx.coop();
    let kind = FactKind::parse(&kept.kind).ok_or_else(|| Refusal::Broken("an unknown kind in quarantine".to_owned()))?;
    let mut envelope = envelope_of(kept)?;
    if envelope.practice {
        let zh = "练习的单据不入账：真卖了，请在收银台重新记一笔";
        let en = "practice never reaches the books: if it was real, record it at a till anew";
        return Err(Refusal::not_now(PRACTICE, zh, en));
    }
    envelope.body = RawValue::from_string(repaired.body.to_string()).map_err(|error| Refusal::Broken(error.to_string()))?;
    let fact = Fact::parse(kind, envelope.body.get())?;
    let standing = tills::standing(ctx.tx, coop, kept.till_id, kept.epoch, PersonId(envelope.actor), kept.command_id).await?;
    let standing = standing.ok_or(Refusal::NotFound("till epoch"))?;
    let shift = if kind == FactKind::ShiftOpened { None } else { Some(shift_of(ctx, kept, &standing, repaired.shift).await?) };

    let counter = Counter {
        command: by,
        document: DocumentId(kept.command_id.0),
        envelope,
        standing,
        received_at: kept.received_at,
        shift,
        repaired_by: Some(second),
    };
    let till = Actor { coop, who: Who::Till { id: kept.till_id, epoch: kept.epoch } };
    let Ctx { tx, batch, now, chance, due, .. } = ctx;
    let mut at_the_till = Ctx { tx, batch, actor: &till, now: *now, chance, due };
    let posted = record(&mut at_the_till, &counter, fact).await.map_err(|not_posted| match not_posted {
        NotPosted::Aside(aside) => Refusal::NotNow { slug: aside.reason, words: aside.words },
        NotPosted::Failed(refusal) => refusal,
    })?;
    Ok(Done { document: kept.command_id.0, entry: posted.entry, day: Some(posted.day) })
}

/// The shift that a repair names. One that was closed before the command arrived cannot have taken its cash.
async fn shift_of(ctx: &mut Ctx<'_>, kept: &Quarantined, standing: &Standing, named: Option<ShiftId>) -> Result<(ShiftId, Date), Refusal> {
    let shift = named.or(standing.open_shift_id).ok_or_else(|| {
        let (zh, en) =
            ("这台收银台没有开着的班次，请写明记到哪个班次", "this till has no open shift: say in which shift it is to be posted");
        Refusal::not_now("no_open_shift", zh, en)
    })?;
    let span = shifts::span(ctx.tx, ctx.batch.coop.id, shift).await?;
    let span = span.filter(|span| span.till_id == kept.till_id).ok_or(Refusal::NotFound("shift"))?;
    if span.closed_at.is_some_and(|closed_at| closed_at < kept.received_at) {
        let zh = "那个班次在这张单据到达之前就交班了，请记到后面的班次";
        let en = "that shift was closed before the command arrived: post it in a later one";
        return Err(Refusal::not_now("shift_closed_before", zh, en));
    }
    Ok((shift, span.business_date))
}
