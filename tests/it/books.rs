//! The books, as the office reads them: entries, registers, balances, sales, refunds and shifts.

use std::fmt::Write as _;

use expect_test::expect;
use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Stall, Till, Who};

/// A shift with a cash sale of 23.50, one by 微信 of two stalls with a shop discount, and half of the first refunded.
async fn a_day(shop: &Shop, till: &mut Till, a: &Stall, b: &Stall) -> [uuid::Uuid; 4] {
    let shift = till.opens(shop, "200.00").await;
    let line = |grid: uuid::Uuid, name: &str, price: &str| json!({ "grid_id": grid, "name": name, "measure": "piece", "quantity": "1", "price": price });
    let cash = json!({ "lines": [line(a.grid, "玉米", "23.50")], "tenders": [{ "means": "cash", "amount": "50.00" }], "change": "26.50" });
    let (first, answer) = till.reports(shop, "/sales", cash).await;
    answer.is(201);
    let wechat = json!({
        "lines": [line(a.grid, "玉米", "12.80"), line(b.grid, "花", "7.30")],
        "order_discount": { "amount": "2.00" }, "tenders": [{ "means": "wechat", "amount": "18.10" }],
    });
    let (second, answer) = till.reports(shop, "/sales", wechat).await;
    answer.is(201);
    let back = json!({ "sale_id": first, "lines": [{ "line": 1, "amount": "11.75" }] });
    let approved = json!({ "approval": till.approval(shop).await });
    let report = till.makes_with(shop, "/refunds", back, &approved);
    till.sends(shop, &report).await.is(201);
    [shift, first, second, report.id]
}

/// One line per posting: account, debit, credit.
fn journal(entries: &Value) -> String {
    let mut text = String::new();
    for entry in entries["items"].as_array().expect("entries") {
        let word = |name: &str| entry[name].as_str().unwrap_or("?").to_owned();
        writeln!(text, "{} {} {}", entry["number"], word("day"), word("kind")).expect("a line");
        for posting in entry["postings"].as_array().expect("postings") {
            let word = |name: &str| posting[name].as_str().unwrap_or("").to_owned();
            writeln!(text, "  {:<6} {:>8} {:>8} {}", word("account"), word("debit"), word("credit"), word("account_name")).expect("a line");
        }
    }
    text
}

async fn treasurer(shop: &Shop) -> Who {
    shop.person(&[Role::Treasurer]).await
}

/// Opening, movement and closing of a month, of the day after all, and of no day with anything before it, page by page and as a table.
async fn the_lines_of_a_span_are_its_balances(shop: &Shop, who: &Who, balance: &Value) {
    let mut lines = Vec::new();
    let mut address = "/trial-balance-lines?from=2026-06-01&to=2026-06-30&limit=2".to_owned();
    loop {
        let page = shop.get(who, &address).await.is(200);
        lines.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        address = format!("/trial-balance-lines?from=2026-06-01&to=2026-06-30&limit=2&after={next}");
    }
    let moved = |amount: &Value| if amount == "0.00" { Value::Null } else { amount.clone() };
    let owed = |line: &Value| match line["balance"].as_str().unwrap().strip_prefix('-') {
        Some(credit) => (Value::Null, json!(credit)),
        None => (line["balance"].clone(), Value::Null),
    };
    let told: Vec<_> = lines.iter().map(|line| (line["account"].clone(), line["debit"].clone(), line["credit"].clone())).collect();
    let items = balance["items"].as_array().unwrap();
    let meant: Vec<_> = items.iter().map(|line| (line["account"].clone(), moved(&line["debit"]), moved(&line["credit"]))).collect();
    assert_eq!(told, meant);
    assert!(lines.iter().all(|line| line["opening_debit"].is_null() && line["opening_credit"].is_null()));
    let closing: Vec<_> = lines.iter().map(|line| (line["closing_debit"].clone(), line["closing_credit"].clone())).collect();
    assert_eq!(closing, items.iter().map(owed).collect::<Vec<_>>());
    let after = shop.get(who, "/trial-balance-lines?from=2026-07-01").await.is(200);
    let opening = |line: &Value| (line["opening_debit"].clone(), line["opening_credit"].clone());
    assert_eq!(after["items"].as_array().unwrap().iter().map(opening).collect::<Vec<_>>(), closing, "what stood stands");
    let table = shop.get(who, "/trial-balance-lines?format=csv&from=2026-06-01&to=2026-06-30").await.text();
    assert_eq!(table.lines().count(), items.len() + 1, "{table}");
}

on_both! {
    async fn the_journal_and_the_balances_tell_the_same_story(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        let [_, sale, ..] = a_day(&shop, &mut till, &a, &b).await;
        let who = treasurer(&shop).await;

        let entries = shop.get(&who, "/entries").await.is(200);
        expect![[r"
            1 2026-06-30 shift_opened
              10101             200.00 库存现金-保险柜
              10102    200.00          库存现金-钱箱
            2 2026-06-30 sale
              10102     23.50          库存现金-钱箱
              11401              19.98 成员往来-已售待结
              21102               1.17 应付爱心股东分成
              50101               2.35 提成收入
            3 2026-06-30 sale
              10901     18.10          微信待结
              11401              10.88 成员往来-已售待结
              11401               6.21 成员往来-已售待结
              21102               0.64 应付爱心股东分成
              21102               0.36 应付爱心股东分成
              50101               2.01 提成收入
              52102      2.00          店铺优惠与抹零
            4 2026-06-30 refund
              10102              11.75 库存现金-钱箱
              11401      9.99          成员往来-已售待结
              21102      0.58          应付爱心股东分成
              50101      1.18          提成收入
        "]].assert_eq(&journal(&entries));

        let first = shop.get(&who, "/entries?limit=2").await.is(200);
        let next = first["next"].as_str().expect("a next page");
        let rest = shop.get(&who, &format!("/entries?limit=2&after={next}")).await.is(200);
        assert_eq!((rest["items"][0]["number"].as_i64(), rest["next"].as_str()), (Some(3), None));
        assert_eq!(shop.get(&who, &format!("/entries?document_id={sale}")).await.is(200)["items"][0]["number"], 2);
        assert_eq!(shop.get(&who, "/entries?kind=refund&from=2026-06-30&to=2026-06-30").await.is(200)["items"][0]["number"], 4);
        assert_eq!(shop.get(&who, "/entries?from=2026-07-01").await.is(200)["items"], json!([]));
        assert_eq!(shop.get(&who, "/entries/2").await.is(200)["previous_hash"], shop.get(&who, "/entries/1").await.is(200)["hash"]);

        let head = shop.get(&who, "/head").await.is(200);
        assert_eq!(head, json!({ "number": 4, "hash": shop.get(&who, "/entries/4").await.is(200)["hash"] }));

        let lines = shop.get(&who, "/trial-balance").await.is(200);
        assert_eq!(lines["head"], head);
        let mut text = String::new();
        for line in lines["items"].as_array().expect("lines") {
            writeln!(text, "{} {} {} {}", line["account"], line["debit"], line["credit"], line["balance"]).expect("a line");
        }
        expect![[r#"
            "10101" "0.00" "200.00" "-200.00"
            "10102" "223.50" "11.75" "211.75"
            "10901" "18.10" "0.00" "18.10"
            "11401" "9.99" "37.07" "-27.08"
            "21102" "0.58" "2.17" "-1.59"
            "50101" "1.18" "4.36" "-3.18"
            "52102" "2.00" "0.00" "2.00"
        "#]].assert_eq(&text);
        assert_eq!(shop.get(&who, "/trial-balance?on=2026-06-30").await.is(200)["items"], lines["items"]);
        assert_eq!(shop.get(&who, "/trial-balance?on=2026-06-29").await.is(200)["items"], json!([]));
        the_lines_of_a_span_are_its_balances(&shop, &who, &lines).await;
        assert_eq!(shop.get(&who, "/trial-balance?on=2026-05-31").await.is(200)["items"], json!([]));

        let register = shop.get(&who, &format!("/accounts/11401/postings?party={}", a.owner.id)).await.is(200);
        let balances: Vec<_> = register["items"].as_array().expect("lines").iter().map(|line| line["balance"].as_str().unwrap_or("")).collect();
        assert_eq!(balances, ["-19.98", "-30.86", "-20.87"]);
        let first = shop.get(&who, &format!("/accounts/11401/postings?limit=1&party={}", a.owner.id)).await.is(200);
        let next = first["next"].as_str().expect("a next page");
        let second = shop.get(&who, &format!("/accounts/11401/postings?limit=1&party={}&after={next}", a.owner.id)).await.is(200);
        assert_eq!(second["items"][0]["balance"], "-30.86", "the balance runs on over pages");
    }

    async fn a_stallholder_sees_their_own_balance_and_nobody_elses(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        a_day(&shop, &mut till, &a, &b).await;
        let own = shop.get(&a.owner, "/balances").await.is(200);
        assert_eq!(own["items"].as_array().map(Vec::len), Some(1));
        assert_eq!((&own["items"][0]["owed"], &own["items"][0]["nickname"]), (&json!("20.87"), &json!("铺主A-01")));
        assert_eq!(shop.get(&a.owner, &format!("/balances?person_id={}", b.owner.id)).await.refused(404), "not_found");
        assert_eq!(shop.get(&a.owner, "/entries").await.refused(403), "forbidden");
        let who = treasurer(&shop).await;
        assert_eq!(shop.get(&who, "/balances").await.is(200)["items"].as_array().map(Vec::len), Some(4));
        assert_eq!(shop.get(&who, &format!("/balances?person_id={}", b.owner.id)).await.is(200)["items"][0]["owed"], "6.21");
    }

    async fn a_sale_is_shown_with_parts_to_the_office_and_without_to_a_till(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        let [shift, first, second, refund] = a_day(&shop, &mut till, &a, &b).await;
        let who = treasurer(&shop).await;
        let sale = shop.get(&who, &format!("/sales/{first}")).await.is(200);
        assert_eq!(sale["lines"][0]["parts"][0]["credited"], "19.98");
        assert_eq!((&sale["lines"][0]["returned"], &sale["refunded"], &sale["entry_number"]), (&json!("11.75"), &json!("11.75"), &json!(2)));
        assert_eq!(sale["refund_ids"], json!([refund]));
        let at_till = shop.get(&till.who, &format!("/sales/{second}")).await.is(200);
        assert_eq!((&at_till["lines"][1]["parts"], &at_till["lines"][1]["shop_discount"]), (&json!([]), &json!("0.73")));
        let list = shop.get(&who, &format!("/sales?shift_id={shift}&limit=1")).await.is(200);
        let next = list["next"].as_str().expect("a next page");
        let rest = shop.get(&who, &format!("/sales?shift_id={shift}&limit=1&after={next}")).await.is(200);
        assert_eq!((&list["items"][0]["id"], &rest["items"][0]["id"]), (&json!(second), &json!(first)), "newest first");
        let own = shop.get(&till.who, "/sales").await.is(200);
        assert_eq!(own["items"].as_array().map(Vec::len), Some(2), "a till sees its open shift");
        let mut other = shop.till().await;
        assert_eq!(shop.get(&other.who, "/sales").await.refused(404), "not_found");
        other.opens(&shop, "0.00").await;
        assert_eq!(shop.get(&other.who, "/sales").await.is(200)["items"], json!([]), "and no other till's sales");
        assert_eq!(shop.get(&other.who, &format!("/sales?shift_id={shift}")).await.refused(404), "not_found");
        let refunded = shop.get(&who, &format!("/refunds/{refund}")).await.is(200);
        assert_eq!((&refunded["paid"], &refunded["lines"][0]["amount"]), (&json!("11.75"), &json!("11.75")));
        let (_, stranger) = shop.neighbour().await;
        assert_eq!(shop.get(&stranger, &format!("/sales/{first}")).await.refused(404), "not_found");
        assert_eq!(shop.get(&stranger, &format!("/refunds/{refund}")).await.refused(404), "not_found");
        assert_eq!(shop.get(&stranger, &format!("/shifts/{shift}")).await.refused(404), "not_found");
        assert_eq!(shop.get(&stranger, "/entries/1").await.refused(404), "not_found");
        assert_eq!(shop.get(&stranger, "/sales").await.is(200)["items"], json!([]));
    }

    async fn lists_are_newest_first_within_a_day_and_find_a_slip_again(shop: Shop) {
        let (a, mut till) = (shop.stall("A-01").await, shop.till().await);
        let who = treasurer(&shop).await;
        // Made before the others and sent last: its id is older, its arrival newer.
        let mut other = shop.till().await;
        let opening = other.makes(&shop, "/shift-openings", json!({ "brought": "0.00" }));
        let line = json!({ "grid_id": a.grid, "name": "花", "measure": "piece", "quantity": "1", "price": "7.00" });
        let early = other.makes(&shop, "/sales", json!({ "lines": [line], "tenders": [{ "means": "wechat", "amount": "7.00" }] }));
        shop.it_is("2026-06-30T02:10:00Z");
        let shift = till.opens(&shop, "100.00").await;
        let (first, answer) = till.sells(&shop, a.grid, "玉米", "5.00").await;
        answer.is(201);
        shop.it_is("2026-06-30T02:20:00Z");
        let (second, answer) = till.sells(&shop, a.grid, "玉米", "7.00").await;
        answer.is(201);
        let (moved, answer) = till.reports(&shop, "/cash-movements", json!({ "movement": "pay_out", "amount": "12.50" })).await;
        answer.is(201);
        shop.it_is("2026-06-30T02:30:00Z");
        other.sends(&shop, &opening).await.is(201);
        other.sends(&shop, &early).await.is(201);

        let ids = async |path: &str| -> Vec<Value> {
            let (mut ids, mut next) = (Vec::new(), Some(String::new()));
            while let Some(after) = next {
                let after = if after.is_empty() { after } else { format!("&after={after}") };
                let page = shop.get(&who, &format!("{path}limit=1{after}")).await.is(200);
                ids.extend(page["items"].as_array().expect("items").iter().map(|item| item["id"].clone()));
                next = page["next"].as_str().map(str::to_owned);
            }
            ids
        };
        assert_eq!(ids("/sales?").await, [json!(early.id), json!(second), json!(first)]);
        assert_eq!(ids("/shifts?").await, [json!(opening.id), json!(shift)]);
        assert_eq!(ids("/sales?total=7.00&").await, [json!(early.id), json!(second)]);
        assert_eq!(ids(&format!("/sales?till_id={}&total=7.00&", till.who.id)).await, [json!(second)]);
        assert_eq!(shop.get(&who, "/sales?total=7").await.refused(422), "invalid");
        let sale = shop.get(&who, &format!("/sales/{second}")).await.is(200);
        assert_eq!((&sale["epoch"], &sale["seq"]), (&json!(1), &json!(3)), "单号 1-0003");
        assert_eq!(ids(&format!("/cash-movements?shift_id={shift}&")).await, [json!(moved)]);
        assert_eq!(ids("/cash-movements?from=2026-07-01&").await, [] as [Value; 0]);
        assert_eq!(shop.get(&who, "/cash-movements").await.is(200)["items"][0]["amount"], "12.50");
    }

    async fn refunds_and_vouchers_are_listed(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        let [shift, first, _, refund] = a_day(&shop, &mut till, &a, &b).await;
        let who = treasurer(&shop).await;
        let list = shop.get(&who, &format!("/refunds?shift_id={shift}")).await.is(200);
        let item = &list["items"][0];
        assert_eq!((&item["id"], &item["sale_id"], &item["paid"], &item["epoch"]), (&json!(refund), &json!(first), &json!("11.75"), &json!(1)));
        assert_eq!(shop.get(&till.who, "/refunds").await.is(200)["items"][0]["id"], json!(refund), "of its open shift");
        let other = shop.till().await;
        assert_eq!(shop.get(&other.who, "/refunds").await.refused(404), "not_found");
        assert_eq!(shop.get(&who, "/refunds?to=2026-06-29").await.is(200)["items"], json!([]));

        for number in ["V-001", "V-002"] {
            let line = json!({ "voucher": number, "name": "代金券", "measure": "piece", "quantity": "1", "price": "30.00" });
            let sale = json!({ "lines": [line], "tenders": [{ "means": "wechat", "amount": "30.00" }] });
            till.reports(&shop, "/sales", sale).await.1.is(201);
        }
        let line = json!({ "grid_id": a.grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": "30.00" });
        let tenders = json!([{ "means": "voucher", "voucher": "V-001", "amount": "30.00" }]);
        till.reports(&shop, "/sales", json!({ "lines": [line], "tenders": tenders })).await.1.is(201);
        let told = |page: &Value| -> Vec<String> {
            let item = |item: &Value| ["number", "issued", "remaining"].map(|name| item[name].as_str().unwrap_or("?").to_owned()).join(" ");
            page["items"].as_array().expect("vouchers").iter().map(item).collect()
        };
        let page = shop.get(&who, "/vouchers?limit=1").await.is(200);
        assert_eq!(told(&page), ["V-001 30.00 0.00"]);
        let next = page["next"].as_str().expect("a next page");
        assert_eq!(told(&shop.get(&who, &format!("/vouchers?after={next}")).await.is(200)), ["V-002 30.00 30.00"]);
        assert_eq!(told(&shop.get(&who, "/vouchers?open=true").await.is(200)), ["V-002 30.00 30.00"]);
        assert_eq!(shop.get(&till.who, "/vouchers").await.refused(403), "forbidden", "a number is as good as money");
    }

    async fn a_shifts_report_adds_up_and_keeps_its_closing(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        let [shift, ..] = a_day(&shop, &mut till, &a, &b).await;
        let who = treasurer(&shop).await;
        let open = shop.get(&who, &format!("/shifts/{shift}")).await.is(200);
        assert_eq!((&open["drawer"]["expected"], &open["closing"]), (&json!("211.75"), &Value::Null));
        assert_eq!(open["tenders"], json!([{ "means": "cash", "amount": "11.75" }, { "means": "wechat", "amount": "18.10" }]));
        let count = json!([{ "denomination": "100.00", "pieces": 2 }, { "denomination": "1.00", "pieces": 11 }, { "denomination": "0.10", "pieces": 7 }]);
        let last = till.seq - 1;
        till.reports(&shop, "/shift-closings", json!({ "count": count, "last_seq": last })).await.1.is(201);
        let closed = shop.get(&who, &format!("/shifts/{shift}")).await.is(200);
        let closing = &closed["closing"];
        assert_eq!((&closing["counted"], &closing["difference"], &closing["head_number"]), (&json!("211.70"), &json!("-0.05"), &json!(4)));
        assert_eq!(closing["head_hash"], shop.get(&who, "/entries/4").await.is(200)["hash"]);
        assert_eq!((closed["sales"].as_i64(), &closed["sold"], closed["refunds"].as_i64()), (Some(2), &json!("41.60"), Some(1)));
        let shifts = shop.get(&who, &format!("/shifts?till_id={}", till.who.id)).await.is(200);
        assert_eq!(shifts["items"][0]["difference"], "-0.05");
    }

    async fn what_cannot_be_read_is_said_in_words(shop: Shop) {
        let who = treasurer(&shop).await;
        for path in ["/entries?limit=0", "/entries?after=x", "/entries?from=2026-6-1", "/entries?colour=red", "/sales/x", "/trial-balance?on=today"] {
            assert_eq!(shop.get(&who, path).await.refused(400), "unreadable", "{path}");
        }
        for (path, field) in [("/trial-balance?on=30.6.2026", "on"), ("/sales?till_id=7", "till_id"), ("/entries?limit=many", "limit")] {
            assert_eq!(shop.get(&who, path).await.is(400)["field"], field, "{path}");
        }
        assert_eq!(shop.get(&who, "/entries/9").await.refused(404), "not_found");
        assert_eq!(shop.get(&who, "/accounts/999/postings").await.refused(404), "not_found");
        assert_eq!(shop.get(&who, "/accounts").await.is(200)["items"][0]["code"], "10101");
        assert_eq!(shop.get(&Who::nobody(), "/accounts").await.refused(401), "not_signed_in");
    }
}
