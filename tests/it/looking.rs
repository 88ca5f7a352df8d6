//! The office's own lists: found by what people remember, in the order that they ask for, and page by page the same as whole.

use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Who};

/// What a field says in each row.
fn told<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list["items"].as_array().expect("items").iter().map(|row| row[field].as_str().unwrap_or("·")).collect()
}

fn numbers(list: &Value, field: &str) -> Vec<i64> {
    list["items"].as_array().expect("items").iter().map(|row| row[field].as_i64().expect("a number")).collect()
}

async fn asked(shop: &Shop, who: &Who, path: &str) -> Value {
    shop.get(who, path).await.is(200)
}

/// A list read two rows at a time is the list.
async fn pages(shop: &Shop, who: &Who, path: &str) -> usize {
    let whole = asked(shop, who, path).await;
    let joined = if path.contains('?') { '&' } else { '?' };
    let (mut paged, mut after) = (Vec::new(), String::new());
    loop {
        let page = asked(shop, who, &format!("{path}{joined}limit=2{after}")).await;
        paged.extend(page["items"].as_array().expect("items").clone());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(json!(paged), whole["items"], "{path}");
    paged.len()
}

on_both! {
    async fn entries_and_registers_run_both_ways(shop: Shop) {
        let (stall, mut till) = (shop.stall("A-01").await, shop.till().await);
        till.opens(&shop, "200.00").await;
        for price in ["23.50", "4.00"] {
            till.sells(&shop, stall.grid, "玉米", price).await.1.is(201);
        }
        let taken = json!({ "movement": "pay_out", "amount": "6.00", "reason": "supplies" });
        till.reports(&shop, "/cash-movements", taken).await.1.is(201);
        let treasurer = shop.person(&[Role::Treasurer]).await;
        for (query, found) in [
            ("", vec![1, 2, 3, 4]),
            ("?sort=-time", vec![4, 3, 2, 1]),
            ("?kind=sale&sort=-time", vec![3, 2]),
            ("?account=11401", vec![2, 3]),
            ("?account=10101&sort=-time", vec![1]),
            ("?number=3&from=2030-01-01", vec![3]),
            ("?number=99", vec![]),
            ("?from=2026-07-01", vec![]),
        ] {
            assert_eq!(numbers(&asked(&shop, &treasurer, &format!("/entries{query}")).await, "number"), found, "{query}");
        }
        assert_eq!(pages(&shop, &treasurer, "/entries?sort=-time").await, 4);

        // The balance after a line is the same, whichever way the register is read.
        for query in ["", "&from=2026-06-30&to=2026-06-30"] {
            let up = asked(&shop, &treasurer, &format!("/accounts/10102/postings?sort=time{query}")).await;
            let down = format!("/accounts/10102/postings?sort=-time{query}");
            let mut lines = asked(&shop, &treasurer, &down).await["items"].as_array().unwrap().clone();
            lines.reverse();
            assert_eq!(up["items"], json!(lines), "{query}");
            assert_eq!(pages(&shop, &treasurer, &down).await, 4);
        }
        assert_eq!(told(&asked(&shop, &treasurer, "/accounts/10102/postings?sort=-time").await, "balance")[0], "221.50");

        for (query, found) in [("", 1), ("?movement=pay_out", 1), ("?movement=drop", 0), ("?sort=time", 1), ("?from=2026-07-01", 0)] {
            assert_eq!(asked(&shop, &treasurer, &format!("/cash-movements{query}")).await["items"].as_array().unwrap().len(), found, "{query}");
        }
        let own = format!("/cash-movements?till_id={}", till.who.id);
        assert_eq!(told(&asked(&shop, &treasurer, &own).await, "reason"), ["supplies"]);
        assert_eq!(told(&asked(&shop, &treasurer, &format!("/cash-movements?till_id={}", shop.id())).await, "id"), [""; 0]);
    }

    async fn goods_and_people_are_found_by_what_is_written_on_them(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let (a, b) = (shop.stall("A-01").await, shop.stall("B-02").await);
        for (grid, name, barcode) in [(a.grid, "Corn 100%", Some("690123")), (b.grid, "apple_pie", None), (a.grid, "Zongzi", None)] {
            let good = json!({ "grid_id": grid, "name": name, "measure": "piece", "barcode": barcode, "price": "3.50" });
            shop.makes(&organiser, "/goods", good).await;
        }
        for (query, found) in [
            ("", vec!["Corn 100%", "apple_pie", "Zongzi"]),
            ("?sort=-added", vec!["Zongzi", "apple_pie", "Corn 100%"]),
            ("?sort=name", vec!["Corn 100%", "Zongzi", "apple_pie"]),
            ("?sort=-name", vec!["apple_pie", "Zongzi", "Corn 100%"]),
            ("?text=ZONG", vec!["Zongzi"]),
            ("?text=%25", vec!["Corn 100%"]),
            ("?text=_", vec!["apple_pie"]),
            ("?text=0123", vec!["Corn 100%"]),
            ("?text=nothing", vec![]),
        ] {
            assert_eq!(told(&asked(&shop, &organiser, &format!("/goods{query}")).await, "name"), found, "{query}");
        }
        let of = asked(&shop, &organiser, &format!("/goods?grid_id={}&site_id={}", a.grid, shop.site.0)).await;
        assert_eq!((told(&of, "name"), told(&of, "grid")), (vec!["Corn 100%", "Zongzi"], vec!["A-01", "A-01"]));
        assert_eq!(told(&asked(&shop, &organiser, &format!("/goods?site_id={}", shop.id())).await, "name"), [""; 0]);
        for sort in ["added", "-added", "name", "-name"] {
            assert_eq!(pages(&shop, &organiser, &format!("/goods?sort={sort}")).await, 3);
            assert_eq!(pages(&shop, &organiser, &format!("/people?sort={sort}")).await, 5);
        }
        let stray = asked(&shop, &organiser, "/goods?limit=1").await;
        let stray = format!("/goods?sort=name&after={}", stray["next"].as_str().unwrap());
        assert_eq!(shop.get(&organiser, &stray).await.refused(400), "unreadable");

        let owners = asked(&shop, &organiser, "/people?role=stallholder&sort=-name").await;
        assert_eq!(told(&owners, "nickname"), ["铺主B-02", "铺主A-01"]);
        assert_eq!(owners["items"][0]["roles"], json!(["stallholder"]));
        assert_eq!(told(&asked(&shop, &organiser, "/people?text=b-02").await, "nickname"), ["铺主B-02"]);
        // Who has no office finds nobody else by searching.
        assert_eq!(told(&asked(&shop, &a.owner, "/people?text=%E9%93%BA%E4%B8%BB").await, "nickname"), ["铺主A-01"]);
    }

    async fn places_and_tills_are_found_by_name_and_site(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        shop.stall("A-01").await;
        let there = shop.makes(&organiser, "/sites", json!({ "name": "图书馆", "address": "梧桐路 12 号" })).await;
        shop.makes(&organiser, "/grids", json!({ "site_id": there, "code": "B-02" })).await;
        shop.makes(&organiser, "/tills", json!({ "site_id": there, "name": "二号台" })).await;
        let till = shop.till().await;
        for (path, field, found) in [
            ("/sites?text=%E6%A2%A7%E6%A1%90".to_owned(), "name", vec!["图书馆"]),
            ("/sites?sort=-name".to_owned(), "name", vec!["社区中心", "图书馆"]),
            ("/grids?text=b-".to_owned(), "code", vec!["B-02"]),
            ("/grids?sort=-name".to_owned(), "code", vec!["B-02", "A-01"]),
            (format!("/grids?site_id={}", shop.site.0), "owner", vec!["铺主A-01"]),
            (format!("/grids?site_id={there}"), "site", vec!["图书馆"]),
            (format!("/tills?site_id={there}"), "site", vec!["图书馆"]),
            ("/tills?active=false".to_owned(), "name", vec!["二号台"]),
            ("/tills?text=%E4%BA%8C".to_owned(), "name", vec!["二号台"]),
        ] {
            assert_eq!(told(&asked(&shop, &organiser, &path).await, field), found, "{path}");
        }
        assert_eq!(told(&asked(&shop, &organiser, "/tills?active=true").await, "id"), [till.who.id.to_string()]);
        for list in ["/sites?sort=-name", "/grids?sort=-name", "/tills?sort=-name"] {
            assert_eq!(pages(&shop, &organiser, list).await, 2, "{list}");
        }
    }

    async fn tasks_and_proposals_are_found_by_kind_and_time(shop: Shop) {
        let mut till = shop.till().await;
        till.opens(&shop, "200.00").await;
        for price in ["5.00", "6.00"] {
            till.sells(&shop, shop.id(), "？", price).await.1.is(201);
            shop.wait_seconds(3_600);
        }
        let treasurer = shop.person(&[Role::Treasurer]).await;
        for (query, found) in [
            ("", vec!["5.00", "6.00"]),
            ("?sort=-time&open=true", vec!["6.00", "5.00"]),
            ("?kind=unknown_grid&before=2026-06-30T02:30:00Z", vec!["5.00"]),
            ("?since=2026-06-30T02:30:00Z", vec!["6.00"]),
            ("?kind=other", vec![]),
        ] {
            assert_eq!(told(&asked(&shop, &treasurer, &format!("/tasks{query}")).await, "amount"), found, "{query}");
        }
        assert_eq!(pages(&shop, &treasurer, "/tasks?sort=-time").await, 2);
        let lost = till.makes(&shop, "/sales", json!({}));
        drop(lost);
        till.sells(&shop, shop.id(), "？", "7.00").await.1.is(202);
        let gap = json!({ "till_id": till.who.id, "epoch": 1, "last_seq": 4 });
        shop.makes(&treasurer, "/gap-proposals", gap).await;
        for (query, found) in [("?kind=gap&sort=-time", vec!["gap"]), ("?kind=repair", vec![]), ("?open=true&since=2026-07-01T00:00:00Z", vec![])] {
            assert_eq!(told(&asked(&shop, &treasurer, &format!("/proposals{query}")).await, "kind"), found, "{query}");
        }
    }

    async fn a_saved_list_of_goods_comes_in_again(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let stall = shop.stall("A-01").await;
        let good = json!({ "grid_id": stall.grid, "name": "玉米", "measure": "piece", "price": "3.50" });
        shop.makes(&organiser, "/goods", good).await;
        let table = shop.get(&organiser, "/goods?format=csv").await.text();
        let changed = json!({ "csv": table.replace("3.50", "4.00") });
        let preview = shop.errand(&organiser, "/goods-import-previews", &changed).await.is(200);
        assert_eq!((&preview["lines"][0]["outcome"], &preview["lines"][0]["after"]), (&json!("changed"), &json!("4.00")), "{preview}");
    }
}
