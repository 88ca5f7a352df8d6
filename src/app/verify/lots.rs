//! Stock. Lots: the pieces that are kept against the lines and events that moved them, against the memo accounts, and their worth against the
//! account of given goods.

use uuid::Uuid;

use super::{Fault, Verdict, balances::Sums};
use crate::{
    app::Refusal,
    domain::{account::Role, id::CoopId, lot::Nature, money::PIECES},
    store::{Tx, audit, coop},
};

pub(super) async fn compare(tx: &mut Tx, id: CoopId, sums: &Sums, verdict: &mut Verdict) -> Result<(), Refusal> {
    let (coop, chart) = coop::with_chart(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let on = |role, party: Uuid, unit: &str| chart.code(role).map(|code| sums.on(code, party, unit)).unwrap_or_default();
    let mut worth = 0_i64;
    for (lot, sum) in audit::lots(tx, id).await? {
        if lot.pieces != sum {
            verdict.blame(Fault::LotDiffers { lot: lot.id, kept: lot.pieces.stock(), sum: sum.stock() });
        }
        if lot.nature != Nature::Donated {
            continue;
        }
        worth = worth.saturating_add(lot.value.0.saturating_mul(sum.stock()));
        let memo = [
            (Role::LotReceived, -sum.received),
            (Role::LotStock, sum.stock()),
            (Role::LotSold, sum.sold),
            (Role::LotGiven, sum.given),
            (Role::LotLost, sum.lost),
        ];
        if memo.iter().any(|(role, pieces)| on(*role, lot.id.0, PIECES) != *pieces) {
            verdict.blame(Fault::LotMemoDiffers(lot.id));
        }
    }
    for differs in audit::stock_differs(tx, id).await? {
        verdict.blame(Fault::StockDiffers { good: differs.good_id, kept: differs.kept, sum: differs.sum });
    }
    let held = on(Role::DonatedGoods, Uuid::nil(), &coop.unit.code);
    if held != worth {
        verdict.blame(Fault::GoodsDiffer { kept: worth, sum: held });
    }
    Ok(())
}
