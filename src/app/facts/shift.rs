//! A shift opens or closes.

use super::{Aside, Counter, FactKind, NotPosted, Posted, append};
use crate::{
    app::{
        ctx::Ctx,
        format::cash::{CloseShift, OpenShift},
    },
    auth::policy::Sell,
    domain::{
        account::Role,
        cash::WarningKind,
        money::Minor,
        shift::{self, Totals},
    },
    store::{journal, shifts, tills},
};

pub(super) async fn open(ctx: &mut Ctx<'_>, counter: &Counter, body: &OpenShift) -> Result<Posted, NotPosted> {
    let allowed = ctx.allow::<Sell>()?;
    if counter.standing.open_shift_id.is_some() {
        return Err(Aside::new("shift_already_open", "这台收银台已经有开着的班次", "this till has an open shift already").into());
    }
    let opened = body.read(&ctx.batch.coop.unit)?;
    let (origin, clock_believed) = counter.opening(ctx.batch.coop.zone);

    let drawer = ctx.batch.chart.code(Role::Drawer).map_err(|error| crate::app::Refusal::Broken(error.to_string()))?.to_owned();
    let unit = ctx.batch.coop.unit.code.clone();
    let balance = journal::balance(ctx.tx, ctx.coop(), &drawer, Some(origin.till.0), &unit).await?;
    let waiting = shifts::count_waiting(ctx.tx, &allowed, &origin).await?;

    let (opening, mut effects) = shift::open(origin, opened.counted, opened.count, opened.brought, balance, waiting)?;
    if !clock_believed {
        effects.warn(WarningKind::ClockNotBelieved, 0, Minor::ZERO);
    }

    shifts::save_opening(ctx.tx, &allowed, &opening).await?;
    tills::set_open_shift(ctx.tx, &allowed, origin.till, Some(origin.shift), None).await?;
    append(ctx, counter, FactKind::ShiftOpened, origin.business_date, opening.document(), effects).await
}

pub(super) async fn close(ctx: &mut Ctx<'_>, counter: &Counter, body: &CloseShift) -> Result<Posted, NotPosted> {
    let allowed = ctx.allow::<Sell>()?;
    let origin = counter.in_shift()?;
    if counter.standing.open_shift_id != Some(origin.shift) {
        return Err(Aside::new("shift_closed", "这个班次已经交班了", "that shift is closed already").into());
    }
    let (count, word) = body.read(&ctx.batch.coop.unit)?;

    let totals: Totals = shifts::totals(ctx.tx, ctx.coop(), origin.shift).await?;

    let (closing, effects) = shift::close(counter.document, origin, count, &totals, &word)?;

    shifts::save_closing(ctx.tx, &allowed, &closing, ctx.batch.head).await?;
    tills::set_open_shift(ctx.tx, &allowed, origin.till, None, Some(origin.business_date)).await?;
    append(ctx, counter, FactKind::ShiftClosed, origin.business_date, closing.document(), effects).await
}
