//! What comes back: from whom it is taken, and what lies open where a rule was broken.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Answer, Shop, Till};

/// A refund with a helper's approval.
async fn returns(shop: &Shop, till: &mut Till, body: Value) -> Answer {
    let approval = till.approval(shop).await;
    let report = till.makes_with(shop, "/refunds", body, &json!({ "approval": approval }));
    till.sends(shop, &report).await
}

async fn sells_voucher(shop: &Shop, till: &mut Till, number: &str) -> (Uuid, Answer) {
    let line = json!({ "voucher": number, "name": "代金券", "measure": "piece", "quantity": "1", "price": "30.00" });
    till.reports(shop, "/sales", json!({ "lines": [line], "tenders": [{ "means": "cash", "amount": "30.00" }] })).await
}

fn kinds(answer: &Value) -> Vec<&str> {
    answer["tasks"].as_array().unwrap().iter().map(|task| task["kind"].as_str().unwrap()).collect()
}

/// An account's balance in fen, debit positive.
async fn balance(shop: &Shop, account: &str) -> i64 {
    let auditor = shop.person(&[Role::Auditor]).await;
    let accounts = shop.get(&auditor, "/trial-balance").await.is(200);
    let rows = accounts["items"].as_array().unwrap().iter().filter(|row| row["account"] == account);
    rows.map(|row| row["balance"].as_str().unwrap().replace('.', "").parse::<i64>().unwrap()).sum()
}

on_both! {
    async fn a_reason_stands_with_what_it_explains_and_older_tills_need_not_say_one(shop: Shop) {
        let (stall, auditor) = (shop.stall("A1").await, shop.person(&[Role::Auditor]).await);
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, _) = till.sells(&shop, stall.grid, "玉米", "10.00").await;
        let part = |amount: &str, reason: Value| {
            let mut body = json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": amount }] });
            body["reason"] = reason;
            body
        };
        returns(&shop, &mut till, part("1.00", json!("broken"))).await.is(201);
        returns(&shop, &mut till, part("2.00", Value::Null)).await.is(201);
        assert_eq!(returns(&shop, &mut till, part("3.00", json!("because"))).await.is(202)["reason"], "invalid_body");
        let listed = shop.get(&auditor, "/refunds").await.is(200);
        let reasons: Vec<_> = listed["items"].as_array().unwrap().iter().map(|refund| &refund["reason"]).collect();
        assert_eq!(reasons, [&Value::Null, &json!("broken")], "newest first");

        let out = json!({ "movement": "pay_out", "amount": "2.00", "reason": "transport" });
        till.reports(&shop, "/cash-movements", out).await.1.is(201);
        till.reports(&shop, "/cash-movements", json!({ "movement": "pay_out", "amount": "1.00" })).await.1.is(201);
        let drop = json!({ "movement": "drop", "amount": "5.00", "reason": "transport" });
        assert_eq!(till.reports(&shop, "/cash-movements", drop).await.1.is(202)["reason"], "invalid_body");
        let listed = shop.get(&auditor, "/cash-movements").await.is(200);
        let reasons: Vec<_> = listed["items"].as_array().unwrap().iter().map(|moved| &moved["reason"]).collect();
        assert_eq!(reasons, [&Value::Null, &json!("transport")]);
        shop.verify().await;

        let changes = "UPDATE refund SET reason = 'unwanted' WHERE reason = 'broken'; UPDATE cash_movement SET reason = 'x' WHERE reason IS NULL";
        shop.tamper(changes).await;
        let verdict = gezi::app::verify::run(&shop.service.db, shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert_eq!(verdict.faults.len(), 2, "a reason is bound to its entry: {:?}", verdict.faults);
    }

    async fn a_voucher_sold_under_a_number_that_exists_takes_nothing_from_the_other_one(shop: Shop) {
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        sells_voucher(&shop, &mut till, "V-1").await.1.is(201);
        let (second, sold) = sells_voucher(&shop, &mut till, "V-1").await;
        assert_eq!(kinds(&sold.is(201)), ["voucher_number_taken"]);
        let back = returns(&shop, &mut till, json!({ "sale_id": second, "lines": [{ "line": 1, "quantity": "1" }] })).await.is(201);
        assert_eq!(kinds(&back), ["voucher_overdrawn"]);
        assert_eq!(shop.count("SELECT remaining_minor FROM voucher WHERE number = 'V-1'").await, 3_000);
        assert_eq!(shop.count("SELECT CAST(sum(amount) AS BIGINT) FROM open_item").await, 0, "what lay open is paid back");
        assert_eq!((balance(&shop, "21107").await, balance(&shop, "21108").await), (-3_000, 0));
        shop.verify().await;
    }

    async fn what_is_returned_beyond_the_rest_lies_open(shop: Shop) {
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, _) = till.sells(&shop, stall.grid, "玉米", "10.00").await;
        let twice = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "2" }] });
        let back = returns(&shop, &mut till, twice).await.is(201);
        assert_eq!(kinds(&back), ["refund_beyond_rest"]);
        assert_eq!((balance(&shop, "10102").await, balance(&shop, "21108").await), (9_000, 1_000));
        assert_eq!((balance(&shop, "11401").await, balance(&shop, "50101").await), (0, 0));
        let again = returns(&shop, &mut till, json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": "1.00" }] })).await.is(201);
        assert_eq!(kinds(&again), ["refund_beyond_rest"]);
        assert_eq!(balance(&shop, "21108").await, 1_100);
        shop.verify().await;
    }

    async fn nobody_approves_what_they_pay_out_themselves(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        let cashier = shop.person(&[Role::Organiser]).await;
        till.actor = cashier.id;
        till.opens(&shop, "100.00").await;
        let (sale, _) = till.sells(&shop, stall.grid, "玉米", "10.00").await;
        assert_eq!(shop.errand(&cashier, "/pins", &json!({ "pin": "274916" })).await.status.as_u16(), 204);
        let asks = json!({ "helper_id": cashier.id, "pin": "274916" });
        let approval = shop.errand(&till.who, "/till/approvals", &asks).await.is(201)["approval"].clone();
        let back = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }] });
        let refund = till.makes_with(&shop, "/refunds", back, &json!({ "approval": approval }));
        assert_eq!(kinds(&till.sends(&shop, &refund).await.is(201)), ["not_approved"]);
        assert_eq!((balance(&shop, "21108").await, balance(&shop, "11401").await), (1_000, -850));

        // Allocating it stands for the approval: that is another person's as well.
        let whose = json!({ "document_id": refund.id, "line": 0, "sale_id": sale, "sale_line": 1 });
        assert_eq!(shop.post(&cashier, "/allocations", shop.id(), &whose).await.refused(403), "same_person_twice");
        let ghost = shop.person(&[]).await;
        shop.makes(&cashier, "/role-grants", json!({ "person_id": ghost.id, "role": "treasurer" })).await;
        assert_eq!(shop.post(&ghost, "/allocations", shop.id(), &whose).await.refused(403), "same_person_twice", "nor through a second account");
        shop.makes(&treasurer, "/allocations", whose).await;
        assert_eq!((balance(&shop, "21108").await, balance(&shop, "11401").await), (0, 0));
        shop.verify().await;
    }

    async fn an_approval_works_once_at_its_till_and_for_twelve_hours(shop: Shop) {
        let stall = shop.stall("A1").await;
        let (mut till, mut other) = (shop.till().await, shop.till().await);
        till.opens(&shop, "100.00").await;
        other.opens(&shop, "100.00").await;
        let (sale, _) = till.sells(&shop, stall.grid, "玉米", "10.00").await;
        let helper = shop.person(&[Role::Helper]).await;
        assert_eq!(shop.errand(&helper, "/pins", &json!({ "pin": "274916" })).await.status.as_u16(), 204);
        let asks = json!({ "helper_id": helper.id, "pin": "274916" });
        let approval = shop.errand(&till.who, "/till/approvals", &asks).await.is(201)["approval"].clone();
        let part = json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": "1.00" }] });
        let elsewhere = other.makes_with(&shop, "/refunds", part.clone(), &json!({ "approval": approval }));
        assert_eq!(kinds(&other.sends(&shop, &elsewhere).await.is(201)), ["not_approved"]);
        let first = till.makes_with(&shop, "/refunds", part.clone(), &json!({ "approval": approval }));
        assert_eq!(kinds(&till.sends(&shop, &first).await.is(201)), [""; 0]);
        let second = till.makes_with(&shop, "/refunds", part.clone(), &json!({ "approval": approval }));
        assert_eq!(kinds(&till.sends(&shop, &second).await.is(201)), ["not_approved"]);

        let late = shop.errand(&till.who, "/till/approvals", &asks).await.is(201)["approval"].clone();
        shop.wait_seconds(12 * 3600 + 1);
        let third = till.makes_with(&shop, "/refunds", part.clone(), &json!({ "approval": late }));
        assert_eq!(kinds(&till.sends(&shop, &third).await.is(201)), ["not_approved"]);

        let given_now = shop.errand(&till.who, "/till/approvals", &asks).await.is(201)["approval"].clone();
        shop.wait_seconds(-12 * 3600 - 1);
        let long_ago = till.makes_with(&shop, "/refunds", part, &json!({ "approval": given_now }));
        shop.wait_seconds(12 * 3600 + 1);
        assert_eq!(kinds(&till.sends(&shop, &long_ago).await.is(201)), ["not_approved"], "it does not reach back");
        shop.verify().await;
    }
}
