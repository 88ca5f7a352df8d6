//! Goods were sold.

use super::{Aside, Counter, FactKind, NotPosted, Posted, append};
use crate::{
    app::{Refusal, ctx::Ctx, format::sale::NewSale, words::impossible_sale},
    auth::policy::{Allowed, Sell},
    domain::{
        cash::{Effects, Origin, WarningKind},
        id::{DocumentId, PersonId, ShiftId, TillId},
        money::{Minor, Unit},
        sale::{self, ImpossibleSale, Sale},
        time::{Date, Ts},
    },
    store::{Tx, coop::Coop, sales},
};

fn set_aside(impossible: &ImpossibleSale, unit: &Unit) -> NotPosted {
    let reason = match impossible {
        ImpossibleSale::TendersDoNotMeetTotal { .. } => "tenders_do_not_meet_total",
        _ => "impossible_sale",
    };
    NotPosted::Aside(Aside { reason, words: impossible_sale(impossible, unit) })
}

pub(super) async fn record(ctx: &mut Ctx<'_>, counter: &Counter, body: &NewSale) -> Result<Posted, NotPosted> {
    let allowed = ctx.allow::<Sell>()?;
    let origin = counter.in_shift()?;
    let basket = body.read(&ctx.batch.coop.unit)?;

    let facts = sales::facts(ctx.tx, &allowed, &ctx.batch.coop, &basket, origin.business_date).await?;

    let (sale, mut effects) =
        sale::decide(counter.document, origin, &facts, basket).map_err(|impossible| set_aside(&impossible, &ctx.batch.coop.unit))?;

    // A link leads to one sale only, and never to somebody else's.
    let mut token = counter.envelope.receipt_token.as_deref();
    if let Some(told) = token
        && sales::has_token(ctx.tx, &allowed, told).await?
    {
        effects.warn(WarningKind::ReceiptTokenTaken, 0, Minor::ZERO);
        token = None;
    }
    sales::save(ctx.tx, &allowed, &sale, token).await?;
    append(ctx, counter, FactKind::Sale, origin.business_date, sale.document(), effects).await
}

/// The same decision before the money moves, appending nothing: what a sale would come to on `day`.
pub async fn quote(
    tx: &mut Tx,
    allowed: &Allowed<Sell>,
    coop: &Coop,
    body: &NewSale,
    day: Date,
    now: Ts,
) -> Result<(Sale, Effects), Refusal> {
    let basket = body.read(&coop.unit)?;
    let nil = uuid::Uuid::nil();
    let (till, shift, actor) = (TillId(nil), ShiftId(nil), PersonId(nil));
    let origin = Origin { till, epoch: 0, seq: 0, shift, business_date: day, occurred_at: now, received_at: now, actor };
    let facts = sales::facts(tx, allowed, coop, &basket, day).await?;
    sale::decide(DocumentId(nil), origin, &facts, basket)
        .map_err(|impossible| Refusal::invalid("", impossible_sale(&impossible, &coop.unit)))
}
