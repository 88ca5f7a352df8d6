//! X and Z, on the screen and on paper, for the till itself and for the office; and a receipt that comes back finds its sale.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Stall, Till};

const TOKEN: &str = "0123456789abcdefghij";

/// Two families, a voucher, a discount, an expense, and half of the corn that comes back. Cash in the drawer: 129.50.
async fn a_morning(shop: &Shop, till: &mut Till, a: &Stall, b: &Stall) -> [Uuid; 2] {
    let shift = till.opens(shop, "100.00").await;
    let line = |grid: Uuid, name: &str, quantity: &str, price: &str| json!({ "grid_id": grid, "name": name, "measure": "piece", "quantity": quantity, "price": price });
    let basket = json!({ "lines": [line(a.grid, "玉米", "4", "5.00"), line(b.grid, "花", "1", "10.00")], "order_discount": { "amount": "3.00" },
                         "rounding_off": "0.50", "tenders": [{ "means": "cash", "amount": "30.00" }], "change": "3.50" });
    let report = till.makes_with(shop, "/sales", basket, &json!({ "receipt_token": TOKEN }));
    till.sends(shop, &report).await.is(201);
    let voucher = json!({ "voucher": "V-1", "name": "代金券", "measure": "piece", "quantity": "1", "price": "30.00" });
    till.reports(shop, "/sales", json!({ "lines": [voucher], "tenders": [{ "means": "wechat", "amount": "30.00" }] })).await.1.is(201);
    let nobodys =
        json!({ "lines": [line(shop.id(), "书", "1", "7.00")], "donation": "1.00", "tenders": [{ "means": "cash", "amount": "8.00" }] });
    till.reports(shop, "/sales", nobodys).await.1.is(201);
    let out = json!({ "movement": "pay_out", "amount": "5.00", "reason": "supplies" });
    till.reports(shop, "/cash-movements", out).await.1.is(201);
    let approval = json!({ "approval": till.approval(shop).await });
    let back = json!({ "sale_id": report.id, "lines": [{ "line": 1, "quantity": "2" }], "reason": "broken" });
    let refund = till.makes_with(shop, "/refunds", back, &approval);
    till.sends(shop, &refund).await.is(201);
    [shift, report.id]
}

async fn closes(shop: &Shop, till: &mut Till) {
    let last = till.seq - 1;
    let count = json!([{ "denomination": "100.00", "pieces": 1 }, { "denomination": "10.00", "pieces": 2 }]);
    till.reports(shop, "/shift-closings", json!({ "count": count, "last_seq": last })).await.1.is(201);
}

fn fen(value: &Value) -> i64 {
    value.as_str().expect("an amount").replace('.', "").parse().expect("an amount")
}

on_both! {
    async fn a_till_reads_its_own_x_and_z_and_the_figures_lead_to_each_other(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        let [shift, _] = a_morning(&shop, &mut till, &a, &b).await;
        let x = shop.get(&till.who, &format!("/shifts/{shift}")).await.is(200);
        assert_eq!((x.get("closing"), x.get("number")), (None, None));
        let owner = |grids: &[&str], lines: i64, sold: &str, returned: &str| (json!(grids), json!(lines), json!(sold), json!(returned));
        let owners: Vec<_> = x["owners"].as_array().unwrap().iter()
            .map(|sum| (sum["grids"].clone(), sum["lines"].clone(), sum["sold"].clone(), sum["returned"].clone())).collect();
        assert_eq!(owners, [owner(&["A-01"], 1, "20.00", "10.00"), owner(&["B-02"], 1, "10.00", "0.00"), owner(&[], 1, "7.00", "0.00")]);
        assert_eq!((&x["owners"][0]["nickname"], x["owners"][2].get("owner_id")), (&json!("铺主A-01"), None));
        assert_eq!(fen(&x["goods"]) + fen(&x["vouchers"]) - fen(&x["shop_discounts"]) - fen(&x["rounding_off"]) + fen(&x["donations"]), fen(&x["sold"]));
        let means: i64 = x["tenders"].as_array().unwrap().iter().map(|tender| fen(&tender["amount"])).sum();
        assert_eq!(means, fen(&x["sold"]) - fen(&x["paid_back"]));

        let paper = shop.get(&till.who, &format!("/shifts/{shift}/report.pdf")).await;
        assert_eq!((paper.status.as_u16(), &paper.headers["content-type"]), (200, &"application/pdf".parse().unwrap()));
        assert_eq!(paper.headers["content-disposition"], "inline; filename=\"x-2026-06-30.pdf\"");

        closes(&shop, &mut till).await;
        let z = shop.get(&till.who, &format!("/shifts/{shift}")).await.is(200);
        assert_eq!((&z["number"], z.get("before")), (&json!("1-0007"), None));
        assert_eq!((&z["closing"]["expected"], &z["closing"]["counted"]), (&x["drawer"]["expected"], &json!("120.00")));
        let path = format!("/shifts/{shift}/report.pdf");
        let paper = shop.get(&till.who, &path).await;
        assert_eq!(paper.headers["content-disposition"], "inline; filename=\"z-1-0007.pdf\"");
        shop.wait_seconds(86_400);
        let treasurer = shop.person(&[Role::Treasurer]).await;
        assert_eq!(shop.get(&treasurer, &path).await.bytes, paper.bytes, "a Z is the same paper on any day");

        till.opens(&shop, "0.00").await;
        closes(&shop, &mut till).await;
        let listed = shop.get(&till.who, "/shifts").await.is(200);
        let second = listed["items"][0]["id"].as_str().unwrap();
        let z = shop.get(&till.who, &format!("/shifts/{second}")).await.is(200);
        assert_eq!((&z["number"], &z["before"]), (&json!("1-0009"), &json!("1-0007")));
    }

    async fn a_till_sees_no_other_till_s_shifts_and_none_that_are_long_past(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        let [shift, _] = a_morning(&shop, &mut till, &a, &b).await;
        closes(&shop, &mut till).await;
        let (other, helper, (_, neighbour)) = (shop.till().await, shop.person(&[Role::Helper]).await, shop.neighbour().await);
        let paths = ["", "/report.pdf"].map(|rest| format!("/shifts/{shift}{rest}"));
        for path in &paths {
            assert_eq!(shop.get(&other.who, path).await.refused(404), "not_found");
            assert_eq!(shop.get(&neighbour, path).await.refused(404), "not_found");
            assert_eq!(shop.get(&helper, path).await.refused(403), "forbidden");
        }
        assert_eq!(shop.get(&other.who, "/shifts").await.is(200)["items"], json!([]));
        assert_eq!(shop.get(&other.who, &format!("/shifts?till_id={}", till.who.id)).await.refused(404), "not_found");
        shop.wait_seconds(30 * 86_400);
        assert_eq!(shop.get(&till.who, &paths[0]).await.status.as_u16(), 200, "the thirtieth day");
        shop.wait_seconds(86_400);
        assert_eq!(shop.get(&till.who, &paths[0]).await.refused(404), "not_found");
        assert_eq!(shop.get(&till.who, "/shifts").await.is(200)["items"], json!([]));
        let auditor = shop.person(&[Role::Auditor]).await;
        assert_eq!(shop.get(&auditor, &paths[1]).await.status.as_u16(), 200);
    }

    async fn a_receipt_that_comes_back_finds_its_sale_and_what_is_left_of_it(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        let [_, sale] = a_morning(&shop, &mut till, &a, &b).await;
        let found = shop.get(&till.who, "/till/receipts/1-0002").await.is(200);
        assert_eq!(found["id"], json!(sale));
        let line = |place: usize| ["returned", "returned_quantity", "left_quantity", "left"].map(|field| found["lines"][place][field].clone());
        // Of the corn's 20.00 the shop bore 2.00 and 0.33; half of it came back, and half of what the shop bore.
        assert_eq!(line(0), ["10.00", "2", "2", "8.83"].map(Value::from));
        assert_eq!(line(1), ["0.00", "0", "1", "8.83"].map(Value::from));
        assert_eq!(found["lines"][0]["parts"], json!([]), "whose part is how much is not a till's to know");
        let other = shop.till().await;
        assert_eq!(shop.get(&other.who, &format!("/till/receipts/{TOKEN}")).await.is(200)["id"], json!(sale), "by its link at any till");
        assert_eq!(shop.get(&other.who, "/till/receipts/1-0002").await.refused(404), "not_found", "a number is a till's own");
        for unknown in ["1-9999", "9-0002", "0002", "hello", "0123456789abcdefghix"] {
            assert_eq!(shop.get(&till.who, &format!("/till/receipts/{unknown}")).await.refused(404), "not_found", "{unknown}");
        }
        shop.wait_seconds(31 * 86_400);
        assert_eq!(shop.get(&till.who, "/till/receipts/1-0002").await.refused(404), "not_found", "too long ago for a number");
        assert_eq!(shop.get(&till.who, &format!("/till/receipts/{TOKEN}")).await.is(200)["id"], json!(sale));
        let rest = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "2" }, { "line": 2, "quantity": "1" }] });
        let report = till.makes_with(&shop, "/refunds", rest, &json!({ "approval": till.approval(&shop).await }));
        till.sends(&shop, &report).await.is(201);
        let found = shop.get(&till.who, &format!("/till/receipts/{TOKEN}")).await.is(200);
        let left = |place: usize| (&found["lines"][place]["left_quantity"], &found["lines"][place]["left"]);
        assert_eq!((left(0), left(1)), ((&json!("0"), &json!("0.00")), (&json!("0"), &json!("0.00"))));
        assert_eq!(found["refunded"], found["total"], "all that was paid came back");
    }
}
