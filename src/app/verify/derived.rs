//! What decisions lean on beside the journal, against the journal: a voucher made fat by hand would buy goods.

use super::{Fault, Verdict, balances::Sums};
use crate::{
    app::Refusal,
    domain::{account::Role, id::CoopId},
    store::{
        Tx,
        audit::{self, BookRow},
        coop,
    },
};

/// Vouchers against 21107, open items against 21108, carries against zero, instruments against their parts.
pub(super) async fn compare(tx: &mut Tx, id: CoopId, sums: &Sums, verdict: &mut Verdict) -> Result<(), Refusal> {
    let (coop, chart) = coop::with_chart(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let owed = |role| chart.code(role).map(|code| sums.owed_on(code, &coop.unit.code)).unwrap_or_default();
    let kept = audit::vouchers_left(tx, id).await?;
    if kept != owed(Role::Vouchers) {
        verdict.blame(Fault::VouchersDiffer { kept: kept.0, sum: owed(Role::Vouchers).0 });
    }
    let kept = audit::open_items(tx, id).await?;
    if kept != owed(Role::Unallocated) {
        verdict.blame(Fault::OpenItemsDiffer { kept: kept.0, sum: owed(Role::Unallocated).0 });
    }
    for version in audit::lopsided_carries(tx, id).await? {
        verdict.blame(Fault::CarryDiffers(version));
    }
    for (instrument, BookRow { kept, sum }) in audit::received(tx, id).await? {
        if kept.received != sum.received {
            verdict.blame(Fault::ReceivedDiffers { instrument, kept: kept.received.0, sum: sum.received.0 });
        }
        if kept.used != sum.used {
            verdict.blame(Fault::UsedDiffers { instrument, kept: kept.used.0, sum: sum.used.0 });
        }
        if kept.goods != sum.goods {
            verdict.blame(Fault::BookGoodsDiffer { instrument, kept: kept.goods.0, sum: sum.goods.0 });
        }
    }
    Ok(())
}
