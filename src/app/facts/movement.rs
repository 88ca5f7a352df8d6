//! Cash moved without a sale: from the safe, to the safe, or for a small expense.

use super::{Counter, FactKind, NotPosted, Posted, append};
use crate::{
    app::{ctx::Ctx, format::cash::MoveCash},
    auth::policy::Sell,
    domain::shift::CashMovement,
    store::shifts,
};

pub(super) async fn record(ctx: &mut Ctx<'_>, counter: &Counter, body: &MoveCash) -> Result<Posted, NotPosted> {
    let allowed = ctx.allow::<Sell>()?;
    let origin = counter.in_shift()?;
    let (movement, amount) = body.read(&ctx.batch.coop.unit)?;

    let moved = CashMovement { id: counter.document, origin, movement, amount };
    let effects = moved.effects()?;

    shifts::save_movement(ctx.tx, &allowed, &moved).await?;
    append(ctx, counter, FactKind::CashMoved, origin.business_date, moved.document(), effects).await
}
