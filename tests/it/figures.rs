//! What a treasurer looks for: sales found, sorted and added up; a day at a glance; what waits, and for whom.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Stall, Till, Who};

/// Four sales in a shift: 23.50 cash (50.00 handed over), 18.10 by 微信 of two stalls with 2.00 off, a voucher of 20.00, and 5.00 of an
/// unknown grid; half of the first comes back.
struct Morning {
    a: Stall,
    b: Stall,
    till: Till,
    shift: Uuid,
    first: Uuid,
    treasurer: Who,
}

fn line(grid: Uuid, name: &str, price: &str) -> Value {
    json!({ "grid_id": grid, "name": name, "measure": "piece", "quantity": "1", "price": price })
}

async fn morning(shop: &Shop) -> Morning {
    let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
    let shift = till.opens(shop, "200.00").await;
    let cash = json!({ "lines": [line(a.grid, "玉米", "23.50")], "tenders": [{ "means": "cash", "amount": "50.00" }], "change": "26.50" });
    let (first, answer) = till.reports(shop, "/sales", cash).await;
    answer.is(201);
    let wechat = json!({
        "lines": [line(a.grid, "玉米_大", "12.80"), line(b.grid, "花 100%", "7.30")],
        "order_discount": { "amount": "2.00" }, "tenders": [{ "means": "wechat", "amount": "18.10" }],
    });
    till.reports(shop, "/sales", wechat).await.1.is(201);
    let voucher = json!({ "voucher": "V-1", "name": "代金券", "measure": "piece", "quantity": "1", "price": "20.00" });
    till.reports(shop, "/sales", json!({ "lines": [voucher], "tenders": [{ "means": "cash", "amount": "20.00" }] })).await.1.is(201);
    let mixed = json!({ "lines": [line(shop.id(), "？", "5.00")],
        "tenders": [{ "means": "voucher", "voucher": "V-1", "amount": "3.00" }, { "means": "cash", "amount": "2.00" }] });
    till.reports(shop, "/sales", mixed).await.1.is(201);
    let back = json!({ "sale_id": first, "lines": [{ "line": 1, "amount": "11.75" }], "reason": "broken" });
    let approved = json!({ "approval": till.approval(shop).await });
    let report = till.makes_with(shop, "/refunds", back, &approved);
    till.sends(shop, &report).await.is(201);
    let treasurer = shop.person(&[Role::Treasurer]).await;
    Morning { a, b, till, shift, first, treasurer }
}

/// The totals of a list's rows.
fn totals(list: &Value) -> Vec<&str> {
    list["items"].as_array().expect("items").iter().map(|sale| sale["total"].as_str().expect("a total")).collect()
}

fn fen(amount: &Value) -> i64 {
    amount.as_str().expect("an amount").replace('.', "").parse().expect("a number")
}

on_both! {
    async fn sales_are_found_sorted_and_added_up(shop: Shop) {
        let Morning { a, b, shift, treasurer, till, .. } = morning(&shop).await;
        let supporter = a.supporter;
        for (asked, found) in [
            (String::new(), vec!["5.00", "20.00", "18.10", "23.50"]),
            ("sort=time".to_owned(), vec!["23.50", "18.10", "20.00", "5.00"]),
            ("sort=total".to_owned(), vec!["5.00", "18.10", "20.00", "23.50"]),
            ("sort=-total".to_owned(), vec!["23.50", "20.00", "18.10", "5.00"]),
            ("at_least=18.10&at_most=20.00&sort=total".to_owned(), vec!["18.10", "20.00"]),
            ("total=5.00".to_owned(), vec!["5.00"]),
            ("means=wechat".to_owned(), vec!["18.10"]),
            ("means=voucher".to_owned(), vec!["5.00"]),
            ("means=cash&sort=total".to_owned(), vec!["5.00", "20.00", "23.50"]),
            (format!("grid_id={}", b.grid), vec!["18.10"]),
            (format!("grid_id={}&sort=total", a.grid), vec!["18.10", "23.50"]),
            (format!("person_id={supporter}&sort=total"), vec!["18.10", "23.50"]),
            (format!("shift_id={shift}&till_id={}&text=1-2", till.who.id), vec!["23.50"]),
            ("text=%E7%8E%89%E7%B1%B3&sort=total".to_owned(), vec!["18.10", "23.50"]),
            ("text=_%E5%A4%A7".to_owned(), vec!["18.10"]),
            ("text=%25".to_owned(), vec!["18.10"]),
            ("text=%E8%8D%89%E8%8E%93".to_owned(), vec![]),
            ("from=2026-06-30&to=2026-06-30&since=2026-06-29T16:00:00Z&before=2026-06-30T16:00:00Z&sort=total".to_owned(),
                vec!["5.00", "18.10", "20.00", "23.50"]),
            ("before=2026-06-01T00:00:00Z".to_owned(), vec![]),
        ] {
            let list = shop.get(&treasurer, &format!("/sales?{asked}")).await.is(200);
            assert_eq!(totals(&list), found, "{asked}");
            let sums = shop.get(&treasurer, &format!("/sale-totals?{asked}")).await.is(200);
            let of = |amounts: &[&str]| amounts.iter().map(|amount| fen(&json!(amount))).sum::<i64>();
            assert_eq!((sums["sales"].as_u64(), fen(&sums["total"])), (Some(found.len() as u64), of(&found)), "{asked}: {sums}");
            let tenders: i64 = sums["tenders"].as_array().unwrap().iter().map(|tender| fen(&tender["amount"])).sum();
            assert_eq!(tenders, fen(&sums["total"]), "{asked}: {sums}");
        }
        let row = &shop.get(&treasurer, "/sales?means=wechat").await.is(200)["items"][0];
        assert_eq!((&row["goods"], &row["grids"]), (&json!(["玉米_大", "花 100%"]), &json!(["A-01", "B-02"])));
        assert_eq!((&row["means"], &row["given"]), (&json!(["wechat"]), &json!("2.00")));
    }

    async fn every_order_pages_through_all(shop: Shop) {
        let Morning { treasurer, mut till, a, .. } = morning(&shop).await;
        for _ in 0..3 {
            till.sells(&shop, a.grid, "玉米", "5.00").await.1.is(201);
        }
        for sort in ["time", "-time", "total", "-total"] {
            let whole = shop.get(&treasurer, &format!("/sales?sort={sort}")).await.is(200);
            let (mut paged, mut after) = (Vec::new(), String::new());
            loop {
                let page = shop.get(&treasurer, &format!("/sales?sort={sort}&limit=2{after}")).await.is(200);
                paged.extend(page["items"].as_array().unwrap().clone());
                let Some(next) = page["next"].as_str() else { break };
                after = format!("&after={next}");
            }
            assert_eq!(json!(paged), whole["items"], "{sort}");
            assert_eq!(paged.len(), 7);
            let table = shop.get(&treasurer, &format!("/sales?format=csv&sort={sort}")).await.text();
            assert_eq!(table.lines().count(), 8, "{table}");
        }
        let time = shop.get(&treasurer, "/sales?limit=1").await.is(200);
        let stray = time["next"].as_str().unwrap();
        assert_eq!(shop.get(&treasurer, &format!("/sales?sort=total&after={stray}")).await.refused(400), "unreadable");
    }

    async fn refunds_are_found_too(shop: Shop) {
        let Morning { treasurer, first, .. } = morning(&shop).await;
        for (asked, found) in [("", 1), ("reason=broken", 1), ("reason=other", 0), ("at_least=12.00", 0), ("at_most=11.75&sort=time", 1)] {
            let list = shop.get(&treasurer, &format!("/refunds?{asked}")).await.is(200);
            assert_eq!(list["items"].as_array().unwrap().len(), found, "{asked}");
        }
        assert_eq!(shop.get(&treasurer, "/refunds").await.is(200)["items"][0]["sale_id"], json!(first));
        let all = json!({ "refunds": 1, "paid": "11.75", "tenders": [{ "means": "cash", "amount": "11.75" }] });
        assert_eq!(shop.get(&treasurer, "/refund-totals?limit=1").await.is(200), all);
        let none = json!({ "refunds": 0, "paid": "0.00", "tenders": [] });
        assert_eq!(shop.get(&treasurer, "/refund-totals?at_least=12.00").await.is(200), none);
    }

    async fn a_day_says_whose_money_it_is_to_the_fen(shop: Shop) {
        let Morning { treasurer, till, shift, .. } = morning(&shop).await;
        let day = shop.get(&treasurer, "/today").await.is(200);
        assert_eq!((&day["day"], &day["today"], &day["last_day"]), (&json!("2026-06-30"), &json!("2026-06-30"), &json!("2026-06-30")));
        assert_eq!((&day["sales"], &day["sold"], &day["refunds"], &day["paid_back"]), (&json!(4), &json!("66.60"), &json!(1), &json!("11.75")));
        assert_eq!(day["tenders"], json!([
            { "means": "cash", "sales": 3, "refunds": 1, "amount": "33.75" },
            { "means": "voucher", "sales": 1, "refunds": 0, "amount": "3.00" },
            { "means": "wechat", "sales": 1, "refunds": 0, "amount": "18.10" },
        ]));
        assert_eq!((&day["received"], &day["given"], &day["shared"]), (&json!("54.85"), &json!("2.00"), &json!("56.85")));
        let parts = day["parts"].as_array().unwrap();
        assert_eq!(parts.iter().map(|part| fen(&part["amount"])).sum::<i64>(), fen(&day["shared"]), "{day}");
        let of = |whose: &str| parts.iter().filter(|part| part["whose"] == whose).map(|part| fen(&part["amount"])).sum::<i64>();
        assert_eq!((of("owner"), of("cooperative"), of("supporter")), (2708, 318, 159));
        assert_eq!((of("voucher"), of("unallocated"), of("donation")), (2000, 500, 0));
        assert!(parts.iter().any(|part| part["name"] == "铺主A-01"));
        // The entries say the same: every part is what its account holds, for nothing else has happened yet.
        for line in shop.get(&treasurer, "/trial-balance").await.is(200)["items"].as_array().unwrap() {
            let there: i64 = parts.iter().filter(|part| part["account"] == line["account"]).map(|part| fen(&part["amount"])).sum();
            let used = if line["account"] == "21107" { 300 } else { 0 };
            assert!(there == 0 || there - used == -fen(&line["balance"]), "{line}");
        }
        let own = &day["tills"].as_array().unwrap().iter().find(|row| row["id"] == json!(till.who.id)).expect("the till")["shift"];
        assert_eq!((&own["id"], &own["float"], &own["cash_net"], &own["expected"]), (&json!(shift), &json!("200.00"), &json!("33.75"), &json!("233.75")));
        let before = shop.get(&treasurer, "/today?day=2026-06-29").await.is(200);
        assert_eq!((&before["sales"], &before["parts"], &before["last_day"]), (&json!(0), &json!([]), &Value::Null));
    }

    async fn what_waits_is_named_and_nobody_decides_for_themselves(shop: Shop) {
        let Morning { treasurer, a, .. } = morning(&shop).await;
        let organiser = shop.person(&[Role::Organiser]).await;
        let shares = json!([
            { "party": "owner", "percent": "88" },
            { "party": "cooperative", "percent": "12" },
        ]);
        let version = shop.makes(&organiser, "/agreement-versions", json!({ "grid_id": a.grid, "effective_on": "2026-07-01", "shares": shares })).await;
        let seen = shop.get(&treasurer, "/waiting").await.is(200);
        let asked = &seen["asked"][0];
        assert_eq!((&asked["kind"], &asked["id"], &asked["about"], &asked["mine"]), (&json!("agreement"), &json!(version), &json!("A-01"), &json!(true)));
        assert_eq!(shop.get(&organiser, "/waiting").await.is(200)["asked"][0]["mine"], json!(false));
        let pile = |name: &str| seen["piles"].as_array().unwrap().iter().find(|pile| pile["pile"] == name).unwrap_or_else(|| panic!("{name}: {seen}"));
        assert_eq!((&pile("unallocated")["count"], &pile("unallocated")["amount"]), (&json!(1), &json!("5.00")));
        assert_eq!((&pile("task")["kind"], &pile("task")["mine"]), (&json!("unknown_grid"), &json!(true)));
        let auditor = shop.person(&[Role::Auditor]).await;
        let read = shop.get(&auditor, "/waiting").await.is(200);
        assert!(read["piles"].as_array().unwrap().iter().all(|pile| pile["mine"] == false), "{read}");
        shop.makes(&treasurer, "/agreement-approvals", json!({ "version_id": version })).await;
        assert_eq!(shop.get(&organiser, "/waiting").await.is(200)["asked"][0]["kind"], "consent");
    }
}
