//! How many statements a sale costs: what the till waits for, and what a batch can hold.

use gezi::store::db::statements_run;
use serde_json::json;

use crate::harness::{Market, Shop};

on_both! {
    async fn a_cash_sale_of_three_lines_takes_at_most_18(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let line = |grid, price| json!({ "grid_id": grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": price });
        let body = json!({
            "lines": [line(market.grid_a, "4.90"), line(market.grid_b, "3.50"), line(market.grid_n, "12.00")],
            "tenders": [{ "means": "cash", "amount": "50.00" }], "change": "29.60",
        });
        // The first of a day makes rows that later ones change.
        for _ in 0..3 {
            let before = statements_run();
            let (_, sold) = till.reports(&shop, "/sales", body.clone()).await;
            let took = statements_run() - before;
            assert_eq!(sold.is(201)["tasks"], json!([]));
            // The head's lock is not counted; looking up the till's token before the writer is.
            assert!(took - 1 <= 18, "{} statements", took - 1);
            assert!(took > 10, "only {took}: they are counted elsewhere");
        }
    }
}
