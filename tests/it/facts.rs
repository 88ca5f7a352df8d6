//! What a till reports, and what comes of it.

use gezi::auth::role::Role;
use serde_json::json;
use uuid::Uuid;

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

    async fn a_till_asks_before_the_money_moves_and_nothing_is_written(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let grid = shop.stall("A1").await.grid;
        let good = json!({ "grid_id": grid, "name": "玉米", "measure": "piece", "price": "3.00" });
        let good = shop.makes(&organiser, "/goods", good).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let line = |grid: Uuid, good: Option<Uuid>, price: &str| {
            let mut line = json!({ "grid_id": grid, "name": "玉米", "measure": "piece", "quantity": "2", "price": price });
            if let Some(good) = good {
                line["good_id"] = json!(good);
            }
            line
        };
        let sale = json!({ "lines": [line(grid, Some(good), "2.50"), line(shop.id(), None, "1.00")], "order_discount": { "amount": "0.70" },
                           "tenders": [{ "means": "voucher", "voucher": "V-404", "amount": "6.30" }] });
        let quote = shop.errand(&till.who, "/sales/quote", &json!({ "sale": sale })).await.is(200);
        assert_eq!((&quote["total"], &quote["lines"][0]["list_price"], &quote["lines"][1]["list_price"]), (&json!("6.30"), &json!("3.00"), &json!(null)));
        assert_eq!((&quote["lines"][0]["to_pay"], &quote["lines"][0]["borne_by_shop"]), (&json!("4.50"), &json!("0.50")));
        let kinds: Vec<_> = quote["warnings"].as_array().unwrap().iter().map(|warning| warning["kind"].clone()).collect();
        assert_eq!(kinds, ["unknown_grid", "voucher_unknown"]);
        assert!(quote["warnings"][1]["detail"].as_str().unwrap().contains("代金券"));
        assert_eq!(shop.count("SELECT count(*) FROM sale").await, 0);
        assert_eq!(shop.get(&till.who, "/till").await.is(200)["next_seq"], 2);

        let short = json!({ "lines": [line(grid, None, "2.50")], "tenders": [{ "means": "cash", "amount": "4.00" }] });
        assert_eq!(shop.errand(&till.who, "/sales/quote", &json!({ "sale": short })).await.refused(422), "invalid");
        let day = json!({ "sale": sale, "day": "9999-01-01" });
        assert_eq!(shop.errand(&till.who, "/sales/quote", &day).await.refused(422), "invalid");
        assert_eq!(shop.errand(&organiser, "/sales/quote", &json!({ "sale": sale })).await.refused(403), "forbidden");
    }
}
