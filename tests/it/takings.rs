//! What came in, added up for the office's first page and its charts.

use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Who};

/// A morning in a zone eight hours ahead: 9:10 cash with change, 9:50 in two means, 11:05 of a grid that nobody knows, half of the first back.
async fn a_morning(shop: &Shop) -> Who {
    let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
    let line =
        |grid: uuid::Uuid, price: &str| json!({ "grid_id": grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": price });
    shop.it_is("2026-06-30T01:10:00Z");
    till.opens(shop, "200.00").await;
    let cash = json!({ "lines": [line(a.grid, "23.50")], "tenders": [{ "means": "cash", "amount": "50.00" }], "change": "26.50" });
    let (first, answer) = till.reports(shop, "/sales", cash).await;
    answer.is(201);
    shop.it_is("2026-06-30T01:50:00Z");
    let tenders = json!([{ "means": "wechat", "amount": "10.10" }, { "means": "cash", "amount": "8.00" }]);
    let mixed =
        json!({ "lines": [line(a.grid, "12.80"), line(b.grid, "7.30")], "order_discount": { "amount": "2.00" }, "tenders": tenders });
    till.reports(shop, "/sales", mixed).await.1.is(201);
    shop.it_is("2026-06-30T03:05:00Z");
    let unknown = json!({ "lines": [line(shop.id(), "5.00")], "tenders": [{ "means": "alipay", "amount": "5.00" }] });
    till.reports(shop, "/sales", unknown).await.1.is(201);
    let approved = json!({ "approval": till.approval(shop).await });
    let back =
        json!({ "sale_id": first, "lines": [{ "line": 1, "amount": "11.75" }], "tenders": [{ "means": "cash", "amount": "11.75" }] });
    let back = till.makes_with(shop, "/refunds", back, &approved);
    till.sends(shop, &back).await.is(201);
    shop.person(&[Role::Treasurer]).await
}

async fn by(shop: &Shop, who: &Who, by: &str) -> Value {
    shop.get(who, &format!("/takings?from=2026-06-30&to=2026-06-30&by={by}")).await.is(200)
}

fn told(takings: &Value) -> Vec<String> {
    let row = |row: &Value| {
        format!(
            "{} {} {}×{}",
            row["key"].as_str().unwrap(),
            row["means"].as_str().unwrap_or("·"),
            row["count"],
            row["amount"].as_str().unwrap()
        )
    };
    takings["rows"].as_array().unwrap().iter().map(row).collect()
}

on_both! {
    async fn takings_are_added_up_in_every_way(shop: Shop) {
        let who = a_morning(&shop).await;
        let takings = by(&shop, &who, "day").await;
        assert_eq!([&takings["sales"], &takings["sold"], &takings["refunds"], &takings["paid_back"]], [&json!(3), &json!("46.60"), &json!(1), &json!("11.75")]);
        assert_eq!(told(&by(&shop, &who, "hour").await), ["9 cash 2×31.50", "9 wechat 1×10.10", "11 alipay 1×5.00"]);
        assert_eq!(told(&takings), ["2026-06-30 alipay 1×5.00", "2026-06-30 cash 2×31.50", "2026-06-30 wechat 1×10.10"]);
        assert_eq!(told(&by(&shop, &who, "grid").await)[..2], ["A-01 · 2×36.30", "B-02 · 1×7.30"]);
        let tills = by(&shop, &who, "till").await;
        assert!(tills["rows"][0]["amount"] == "46.60" && tills["rows"][0]["count"] == 3 && tills["rows"].as_array().unwrap().len() == 1, "{tills}");
    }

    async fn a_shift_that_runs_past_midnight_goes_on_at_hour_24_and_its_sales_are_found_there(shop: Shop) {
        let who = a_morning(&shop).await;
        let (stall, mut night) = (shop.stall("C-03").await, shop.till().await);
        shop.it_is("2026-06-30T15:30:00Z");
        night.opens(&shop, "200.00").await;
        shop.it_is("2026-06-30T16:20:00Z");
        let line = json!({ "grid_id": stall.grid, "name": "夜宵", "measure": "piece", "quantity": "1", "price": "6.00" });
        let late = json!({ "lines": [line], "tenders": [{ "means": "cash", "amount": "6.00" }] });
        let (id, answer) = night.reports(&shop, "/sales", late).await;
        answer.is(201);
        assert_eq!(told(&by(&shop, &who, "hour").await)[3..], ["24 cash 1×6.00"]);
        let hour = "/sales?from=2026-06-30&to=2026-06-30&since=2026-06-30T16:00:00Z&before=2026-06-30T17:00:00Z";
        let found = shop.get(&who, hour).await.is(200);
        assert_eq!((&found["items"][0]["id"], found["items"].as_array().unwrap().len()), (&json!(id), 1), "{found}");
    }

    async fn a_span_is_a_year_at_most_and_no_till_asks(shop: Shop) {
        let who = a_morning(&shop).await;
        for span in ["from=2026-06-30&to=2026-06-29", "from=2025-01-01&to=2026-12-31"] {
            assert_eq!(shop.get(&who, &format!("/takings?{span}&by=day")).await.refused(400), "unreadable");
        }
        assert_eq!(shop.get(&who, "/takings?from=2026-06-30&to=2026-06-30&by=week").await.refused(400), "unreadable");
        assert_eq!(shop.get(&who, "/takings?from=2026-07-01&to=2026-07-01&by=hour").await.is(200)["rows"], json!([]));
    }
}
