//! Goods came back.

use super::{Aside, Counter, FactKind, NotPosted, Posted, append};
use crate::{
    app::{ctx::Ctx, format::refund::NewRefund, words::Say},
    auth::policy::Sell,
    domain::{
        id::ApprovalId,
        refund::{self, ImpossibleRefund},
    },
    store::refunds::{self, Asked},
};

impl From<ImpossibleRefund> for NotPosted {
    fn from(impossible: ImpossibleRefund) -> Self {
        Self::Aside(Aside { reason: "impossible_refund", words: impossible.say() })
    }
}

pub(super) async fn record(ctx: &mut Ctx<'_>, counter: &Counter, body: &NewRefund) -> Result<Posted, NotPosted> {
    let allowed = ctx.allow::<Sell>()?;
    let origin = counter.in_shift()?;
    let (sale, request) = body.read(&ctx.batch.coop.unit)?;

    let (approval, approver) = (counter.envelope.approval.map(ApprovalId), counter.repaired_by);
    let asked = Asked { id: counter.document, origin, sale, request: &request, approval, approver };
    let facts = refunds::facts(ctx.tx, &allowed, &asked).await?;

    let (refund, effects) = refund::decide(counter.document, origin, &facts, request)?;

    refunds::save(ctx.tx, &allowed, &refund, approval).await?;
    append(ctx, counter, FactKind::Refund, origin.business_date, refund.document(), effects).await
}
