//! What lies on "to be allocated" (21108) finds its owner; tasks say what a person should look at.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Stall};

/// An entry's postings: account, party, amount.
async fn entry(shop: &Shop, number: &Value) -> Vec<(String, Option<String>, i64)> {
    let auditor = shop.person(&[Role::Auditor]).await;
    let entry = shop.get(&auditor, &format!("/entries/{number}")).await.is(200);
    let cents = |posting: &Value, side: &str| posting[side].as_str().map_or(0, |text| text.replace('.', "").parse::<i64>().unwrap());
    let postings = entry["postings"].as_array().unwrap().iter();
    postings
        .map(|posting| {
            let amount = cents(posting, "debit") - cents(posting, "credit");
            (posting["account"].as_str().unwrap().to_owned(), posting["party"].as_str().map(str::to_owned), amount)
        })
        .collect()
}

/// The entry of a sale by E28's example, allocated to a stall's owner: 85, 10 and 5 percent of 9.90.
fn parts(stall: &Stall, debited: i64) -> Vec<(String, Option<String>, i64)> {
    let line = |account: &str, party: Option<Uuid>, amount| (account.to_owned(), party.map(|party| party.to_string()), amount);
    let sign = debited / 990;
    let mut lines = vec![
        line("11401", Some(stall.owner.id), -sign * 842),
        line("21102", Some(stall.supporter), -sign * 49),
        line("21108", None, debited),
        line("50101", None, -sign * 99),
    ];
    lines.sort();
    lines
}

on_both! {
    async fn a_sale_without_an_owner_is_allocated_to_a_grid_as_of_its_day(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, sold) = till.sells(&shop, shop.id(), "玉米", "9.90").await;
        assert_eq!(sold.is(201)["tasks"][0]["kind"], "unknown_grid");

        let open = shop.get(&treasurer, "/open-items?open=true").await.is(200);
        let item = &open["items"][0];
        assert_eq!((&item["document_id"], &item["line"], &item["amount"], &item["kind"]), (&json!(sale), &json!(1), &json!("9.90"), &json!("sale")));

        shop.wait_seconds(3 * 86_400);
        let to = |grid: Uuid| json!({ "document_id": sale, "line": 1, "grid_id": grid });
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &to(shop.id())).await.refused(404), "not_found");
        let (key, body) = (shop.id(), to(stall.grid));
        let done = shop.post(&treasurer, "/allocations", key, &body).await.is(201);
        assert_eq!((&done["id"], &done["day"]), (&json!(key), &json!("2026-07-03")));
        let mut posted = entry(&shop, &done["entry_number"]).await;
        posted.sort();
        assert_eq!(posted, parts(&stall, 990));
        assert_eq!(shop.post(&treasurer, "/allocations", key, &body).await.is(201), done);
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &body).await.refused(409), "decided_before");
        assert_eq!(shop.get(&treasurer, "/open-items?open=true").await.is(200)["items"], json!([]));
        assert_eq!(shop.get(&treasurer, "/open-items").await.is(200)["items"][0]["allocated_by"], json!(key));

        // From now on it comes back like any other line.
        let helper = shop.person(&[Role::Helper]).await;
        assert_eq!(shop.errand(&helper, "/pins", &json!({ "pin": "274916" })).await.status.as_u16(), 204);
        let approval = shop.errand(&till.who, "/till/approvals", &json!({ "helper_id": helper.id, "pin": "274916" })).await.is(201);
        let refund = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }] });
        let report = till.makes_with(&shop, "/refunds", refund, &json!({ "approval": approval["approval"] }));
        let back = till.sends(&shop, &report).await.is(201);
        assert_eq!(back["tasks"], json!([]));
        let back = entry(&shop, &back["entry_number"]).await;
        assert!(back.contains(&("11401".to_owned(), Some(stall.owner.id.to_string()), 842)), "{back:?}");
        shop.verify().await;
    }

    async fn money_paid_back_without_a_sale_is_taken_from_the_line_that_somebody_names(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, sold) = till.sells(&shop, stall.grid, "玉米", "9.90").await;
        sold.is(201);
        let (refund, paid) = till.reports(&shop, "/refunds", json!({ "tenders": [{ "means": "cash", "amount": "9.90" }] })).await;
        let kinds: Vec<_> = paid.is(201)["tasks"].as_array().unwrap().iter().map(|task| task["kind"].clone()).collect();
        assert_eq!(kinds, ["refund_without_sale", "not_approved"]);
        assert_eq!(shop.get(&treasurer, "/open-items").await.is(200)["items"][0]["amount"], "-9.90");

        let to_grid = json!({ "document_id": refund, "line": 0, "grid_id": stall.grid });
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &to_grid).await.refused(422), "cannot_allocate");
        let to_line = |line: i64| json!({ "document_id": refund, "line": 0, "sale_id": sale, "sale_line": line });
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &to_line(2)).await.refused(404), "not_found");
        let done = shop.post(&treasurer, "/allocations", shop.id(), &to_line(1)).await.is(201);
        let mut posted = entry(&shop, &done["entry_number"]).await;
        posted.sort();
        assert_eq!(posted, parts(&stall, -990));

        let (again, paid) = till.reports(&shop, "/refunds", json!({ "tenders": [{ "means": "cash", "amount": "9.90" }] })).await;
        paid.is(201);
        let beyond = json!({ "document_id": again, "line": 0, "sale_id": sale, "sale_line": 1 });
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &beyond).await.refused(422), "cannot_allocate");
        shop.verify().await;
    }

    async fn a_refund_of_an_unallocated_line_waits_beside_its_sale(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, _) = till.sells(&shop, shop.id(), "玉米", "9.90").await;
        let helper = shop.person(&[Role::Helper]).await;
        assert_eq!(shop.errand(&helper, "/pins", &json!({ "pin": "274916" })).await.status.as_u16(), 204);
        let approval = shop.errand(&till.who, "/till/approvals", &json!({ "helper_id": helper.id, "pin": "274916" })).await.is(201);
        let body = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }] });
        let report = till.makes_with(&shop, "/refunds", body, &json!({ "approval": approval["approval"] }));
        assert_eq!(till.sends(&shop, &report).await.is(201)["tasks"][0]["kind"], "refund_of_unallocated");

        let refund = json!({ "document_id": report.id, "line": 1, "sale_id": sale, "sale_line": 1 });
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &refund).await.refused(422), "cannot_allocate");
        shop.makes(&treasurer, "/allocations", json!({ "document_id": sale, "line": 1, "grid_id": stall.grid })).await;
        shop.makes(&treasurer, "/allocations", refund).await;
        let left = "SELECT CAST(sum(debit_minor - credit_minor) AS BIGINT) FROM balance WHERE account IN ('21108', '11401', '21102', '50101') AND month = ''";
        assert_eq!(shop.count(left).await, 0);
        assert_eq!(shop.count("SELECT count(*) FROM agreement_carry WHERE carry_e8 <> 0").await, 0);
        shop.verify().await;
    }

    async fn only_a_refund_is_taken_from_goods_and_only_from_its_own_sale(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let (stall, other) = (shop.stall("A1").await, shop.stall("A2").await);
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (victim, sold) = till.sells(&shop, other.grid, "土豆", "9.90").await;
        sold.is(201);
        let line = json!({ "grid_id": stall.grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": "7.77" });
        let body = json!({ "lines": [line.clone(), line], "tenders": [{ "means": "voucher", "voucher": "V-none", "amount": "7.77" }, { "means": "cash", "amount": "7.77" }] });
        let (sale, sold) = till.reports(&shop, "/sales", body).await;
        assert_eq!(sold.is(201)["tasks"][0]["kind"], "voucher_unknown");
        let to = |of: Uuid, line: i64, sale: Uuid, sale_line: i64| json!({ "document_id": of, "line": line, "sale_id": sale, "sale_line": sale_line });
        for named in [victim, sale] {
            assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &to(sale, 0, named, 1)).await.refused(409), "not_a_refund");
        }

        // A refund that names its sale is taken from that sale.
        let back = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }], "tenders": [{ "means": "cash", "amount": "7.77" }] });
        let (refund, paid) = till.reports(&shop, "/refunds", back).await;
        assert_eq!(paid.is(201)["tasks"][0]["kind"], "not_approved");
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &to(refund, 0, victim, 1)).await.refused(409), "another_sale");
        shop.makes(&treasurer, "/allocations", to(refund, 0, sale, 1)).await;
        shop.verify().await;
    }

    async fn pieces_of_a_line_are_remembered_until_both_are_allocated(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let line = json!({ "name": "玉米", "measure": "piece", "quantity": "2", "price": "5.00" });
        let lines = json!([line.clone(), line]);
        let (sale, sold) = till.reports(&shop, "/sales", json!({ "lines": lines, "tenders": [{ "means": "cash", "amount": "20.00" }] })).await;
        sold.is(201);
        let approved = json!({ "approval": till.approval(&shop).await });
        let one = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }] });
        let first = till.makes_with(&shop, "/refunds", one.clone(), &approved);
        assert_eq!(till.sends(&shop, &first).await.is(201)["tasks"][0]["kind"], "refund_of_unallocated");
        for line in [1, 2] {
            shop.makes(&treasurer, "/allocations", json!({ "document_id": sale, "line": line, "grid_id": stall.grid })).await;
        }
        let whose = |line: i64| json!({ "document_id": first.id, "line": 1, "sale_id": sale, "sale_line": line });
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &whose(2)).await.refused(409), "another_sale");
        shop.makes(&treasurer, "/allocations", whose(1)).await;
        let sold = shop.get(&treasurer, &format!("/sales/{sale}")).await.is(200);
        assert_eq!(sold["lines"][0]["returned_quantity"], "1");

        let approved = json!({ "approval": till.approval(&shop).await });
        let second = till.makes_with(&shop, "/refunds", one, &approved);
        assert_eq!(till.sends(&shop, &second).await.is(201)["tasks"], json!([]));
        shop.verify().await;
    }

    async fn goods_that_nobody_knows_are_sold_and_wait_for_their_owner(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let body = json!({ "lines": [{ "name": "没有标签的杯子", "measure": "piece", "quantity": "1", "price": "9.90" }],
                           "tenders": [{ "means": "cash", "amount": "9.90" }] });
        let quote = shop.errand(&till.who, "/sales/quote", &json!({ "sale": body })).await.is(200);
        assert_eq!(quote["warnings"][0]["kind"], "unknown_grid");
        let (sale, sold) = till.reports(&shop, "/sales", body).await;
        let sold = sold.is(201);
        assert_eq!((&sold["tasks"][0]["kind"], &sold["tasks"][0]["amount"]), (&json!("unknown_grid"), &json!("9.90")));
        let posted = entry(&shop, &sold["entry_number"]).await;
        assert!(posted.contains(&("21108".to_owned(), None, -990)), "{posted:?}");
        let seen = shop.get(&treasurer, &format!("/sales/{sale}")).await.is(200);
        assert_eq!((&seen["lines"][0]["grid_id"], &seen["lines"][0]["grid"]), (&Value::Null, &Value::Null));
        assert!(shop.get(&treasurer, &format!("/sales/{sale}/receipt.txt")).await.text().contains("没有标签的杯子"));
        shop.verify().await;

        // The allocation answers the task, and closes it.
        shop.makes(&treasurer, "/allocations", json!({ "document_id": sale, "line": 1, "grid_id": stall.grid })).await;
        assert_eq!(shop.get(&treasurer, "/tasks?open=true").await.is(200)["items"], json!([]));
        assert_eq!(shop.get(&treasurer, "/tasks").await.is(200)["items"][0]["done_by"], json!(treasurer.id));

        let nobodys = json!({ "lines": [{ "good_id": shop.id(), "name": "玉米", "measure": "piece", "quantity": "1", "price": "1.00" }],
                              "tenders": [{ "means": "cash", "amount": "1.00" }] });
        let (id, aside) = till.reports(&shop, "/sales", nobodys).await;
        assert_eq!(aside.is(202)["reason"], "invalid_body", "a good comes with its grid");
        assert_eq!(shop.get(&treasurer, &format!("/quarantine/{id}")).await.is(200)["cash"], "1.00");
        shop.verify().await;
    }

    async fn only_the_office_allocates_and_only_its_own(shop: Shop) {
        let (auditor, helper) = (shop.person(&[Role::Auditor]).await, shop.person(&[Role::Helper]).await);
        let (_, neighbour) = shop.neighbour().await;
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, _) = till.sells(&shop, shop.id(), "玉米", "9.90").await;
        let body = json!({ "document_id": sale, "line": 1, "grid_id": stall.grid });
        assert_eq!(shop.post(&auditor, "/allocations", shop.id(), &body).await.refused(403), "forbidden");
        assert_eq!(shop.post(&neighbour, "/allocations", shop.id(), &body).await.refused(404), "not_found");
        assert_eq!(shop.get(&neighbour, "/open-items").await.is(200)["items"], json!([]));
        assert_eq!(shop.get(&helper, "/open-items").await.refused(403), "forbidden");
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let both = json!({ "document_id": sale, "line": 1, "grid_id": stall.grid, "sale_id": sale, "sale_line": 1 });
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &both).await.refused(422), "invalid");
        assert_eq!(shop.post(&treasurer, "/allocations", shop.id(), &json!({ "document_id": sale, "line": 2, "grid_id": stall.grid })).await.refused(404), "not_found");
        shop.verify().await;
    }

    async fn tasks_are_listed_in_words_and_closed_once(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        for price in ["1.00", "2.00", "3.00"] {
            till.sells(&shop, shop.id(), "玉米", price).await.1.is(201);
            shop.wait_seconds(1);
        }
        let page = shop.get(&treasurer, "/tasks?open=true&limit=2").await.is(200);
        let task = &page["items"][0];
        assert_eq!((&task["kind"], &task["amount"]), (&json!("unknown_grid"), &json!("1.00")));
        assert!(task["detail"].as_str().unwrap().contains("格子"));
        let closing = json!({ "document_id": task["document_id"], "place": task["place"] });
        shop.makes(&treasurer, "/task-closings", closing.clone()).await;
        assert_eq!(shop.post(&treasurer, "/task-closings", shop.id(), &closing).await.refused(409), "decided_before");
        let unknown = json!({ "document_id": shop.id(), "place": 1 });
        assert_eq!(shop.post(&treasurer, "/task-closings", shop.id(), &unknown).await.refused(404), "not_found");
        let rest = shop.get(&treasurer, &format!("/tasks?open=true&after={}", page["next"].as_str().unwrap())).await.is(200);
        assert_eq!(rest["items"].as_array().map(Vec::len), Some(1));
        assert_eq!(shop.get(&treasurer, "/tasks?open=true").await.is(200)["items"].as_array().map(Vec::len), Some(2));
        assert_eq!(shop.get(&treasurer, "/tasks").await.is(200)["items"][0]["done_by"], json!(treasurer.id));
        shop.verify().await;
    }
}
