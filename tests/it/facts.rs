//! What a till reports, and what comes of it.

use serde_json::json;

use crate::harness::Shop;

on_both! {
    async fn a_shift_opens_sells_and_closes(shop: Shop) {
        let mut till = shop.till().await;
        till.opens(&shop, "200.00").await;
        // Nobody knows this grid: the money is kept where it waits for its owner, and a person is asked to look.
        let (_, sold) = till.sells(&shop, shop.id(), "玉米", "12.50").await;
        let sold = sold.is(201);
        assert_eq!(sold["tasks"][0]["kind"], "unknown_grid");
        let count = json!([{ "denomination": "100.00", "pieces": 2 }, { "denomination": "10.00", "pieces": 1 }, { "denomination": "0.50", "pieces": 5 }]);
        let (_, closed) = till.reports(&shop, "/shift-closings", json!({ "count": count, "last_seq": 2 })).await;
        let closed = closed.is(201);
        assert_eq!((&closed["entry_number"], &closed["tasks"]), (&json!(null), &json!([])), "what was counted is what is expected");
        assert_eq!(shop.count("SELECT number FROM coop_head").await, 2);
    }

    async fn the_same_command_again_is_answered_the_same_and_counts_once(shop: Shop) {
        let mut till = shop.till().await;
        till.opens(&shop, "200.00").await;
        let sale = json!({ "lines": [{ "grid_id": shop.id(), "name": "玉米", "measure": "piece", "quantity": "1", "price": "3.00" }],
                           "tenders": [{ "means": "cash", "amount": "3.00" }] });
        let report = till.makes(&shop, "/sales", sale);
        let first = till.sends(&shop, &report).await.is(201);
        let again = till.sends(&shop, &report).await.is(201);
        assert_eq!(first["entry_number"], again["entry_number"]);
        assert_eq!(shop.count("SELECT count(*) FROM sale").await, 1);
        let other = crate::harness::Report { bytes: String::from_utf8_lossy(&report.bytes).replace("3.00", "4.00").into_bytes(), ..report };
        assert_eq!(till.sends(&shop, &other).await.refused(409), "id_taken");
    }
}
