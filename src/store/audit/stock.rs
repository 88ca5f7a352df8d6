//! What is owed for goods that were lost, put together again from its rows; and the stock book, added up.

use sqlx::FromRow;

use super::Window;
use crate::{
    domain::{
        id::{CoopId, GoodId},
        stock::Decision,
    },
    sql,
    store::{Result, Tx, stock::DecisionRow},
};

/// What was decided about counts in a window, by the number of its entry.
pub async fn decisions(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Vec<Decision>> {
    let text = sql!(
        "SELECT d.id, d.count_id, d.day, d.good_id, d.milli, d.owner_id, d.base, d.percent_e6, d.amount
         FROM entry e JOIN stock_decision d ON d.coop_id = e.coop_id AND d.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned()).all::<DecisionRow>().await?;
    Ok(rows.into_iter().filter_map(DecisionRow::decision).collect())
}

/// A good whose kept stock is not the sum of its movements.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct StockDiffers {
    /// Which.
    pub good_id: GoodId,
    /// Kept, in thousandths.
    pub kept: i64,
    /// By its movements.
    pub sum: i64,
}

/// Goods whose stock is not what their movements come to; at most 100.
pub async fn stock_differs(tx: &mut Tx, coop: CoopId) -> Result<Vec<StockDiffers>> {
    let text = sql!(
        "SELECT s.good_id, s.on_hand_milli AS kept,
                (SELECT CAST(COALESCE(sum(m.milli), 0) AS BIGINT) FROM stock_movement m
                 WHERE m.coop_id = $1 AND m.good_id = s.good_id) AS sum
         FROM stock s
         WHERE s.coop_id = $1
           AND s.on_hand_milli <> (SELECT COALESCE(sum(m.milli), 0) FROM stock_movement m WHERE m.coop_id = $1 AND m.good_id = s.good_id)
         ORDER BY s.good_id LIMIT 100"
    );
    tx.q(text).bind(coop).all().await
}
