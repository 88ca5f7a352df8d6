//! Lists that a person brings in while the shop is open: looked at first, then all of it or nothing.

use std::fmt::Write as _;

use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Who};

const PEOPLE: &str = "编号,姓名,昵称,电话,角色\nP01,欧阳晓旭,小旭,13800001234,铺主\nP02,东方未明,,,帮手;铺主\n";

fn list(csv: &str) -> Value {
    json!({ "csv": csv })
}

/// What becomes of each line: its number, the outcome, and the column that is wrong.
fn told(preview: &Value) -> Vec<(i64, &str, Option<&str>)> {
    let lines = preview["lines"].as_array().unwrap().iter();
    lines.map(|line| (line["line"].as_i64().unwrap(), line["outcome"].as_str().unwrap(), line["column"].as_str())).collect()
}

/// An organiser, and a shop with a grid A1 whose maize costs 3.50.
async fn market(shop: &Shop) -> Who {
    let stall = shop.stall("A1").await;
    let organiser = shop.person(&[Role::Organiser]).await;
    let maize = json!({ "grid_id": stall.grid, "name": "玉米", "measure": "piece", "price": "3.50" });
    shop.makes(&organiser, "/goods", maize).await;
    organiser
}

async fn rows(shop: &Shop) -> i64 {
    shop.count(
        "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM person_private) + (SELECT count(*) FROM role_grant)
              + (SELECT count(*) FROM good) + (SELECT count(*) FROM good_price) + (SELECT count(*) FROM command)",
    )
    .await
}

on_both! {
    async fn a_list_is_looked_at_and_then_comes_in(shop: Shop) {
        let organiser = market(&shop).await;
        let goods = list("grid,name,measure,price\nA1,小米,kg,12.00\nA1,玉米,piece,4.00\n");
        let before = rows(&shop).await;
        let preview = shop.errand(&organiser, "/goods-import-previews", &goods).await.is(200);
        assert_eq!((&preview["new"], &preview["changed"], &preview["refused"]), (&json!(1), &json!(1), &json!(0)));
        assert_eq!(preview["lines"][1], json!({
            "line": 3, "about": ["A1", "玉米"], "outcome": "changed", "before": "3.50", "after": "4.00",
            "column": null, "reason": null, "reason_en": null,
        }));
        assert_eq!(rows(&shop).await, before, "a preview writes nothing");

        let id = shop.makes(&organiser, "/goods-imports", goods.clone()).await;
        let after = rows(&shop).await;
        assert_eq!(shop.post(&organiser, "/goods-imports", id, &goods).await.is(201)["id"], json!(id));
        assert_eq!(rows(&shop).await, after, "the same again counts once");
        let again = shop.errand(&organiser, "/goods-import-previews", &goods).await.is(200);
        assert_eq!(told(&again), [(2, "unchanged", None), (3, "unchanged", None)]);
        let seen = shop.get(&organiser, "/goods").await.is(200);
        let prices: Vec<&str> = seen["items"].as_array().unwrap().iter().map(|good| good["price"].as_str().unwrap()).collect();
        assert_eq!(prices, ["4.00", "12.00"]);
        // Who set it is the person who brought it in, not the machine's operator.
        let good = shop.get(&organiser, &format!("/goods/{}", seen["items"][0]["id"].as_str().unwrap())).await.is(200);
        assert_eq!(good["prices"][0]["set_by"], json!(organiser.id));
    }

    async fn one_line_to_mend_and_nothing_comes_in(shop: Shop) {
        let organiser = market(&shop).await;
        let goods = list("grid,name,measure,price\nA1,小米,kg,12.00\nA9,大米,kg,1.00\nA1,玉米,kg,4.00\nA1,小米,kg,12.00\nA1,面,kg,1\n");
        let before = rows(&shop).await;
        let preview = shop.errand(&organiser, "/goods-import-previews", &goods).await.is(200);
        assert_eq!(told(&preview), [
            (2, "new", None), (3, "refused", Some("grid")), (4, "refused", Some("measure")), (5, "refused", Some("name")),
            (6, "refused", Some("price")),
        ]);
        assert!(preview["lines"][1]["reason"].as_str().unwrap().contains("A9"), "the reason says which: {preview}");
        let chinese = list("格子,品名,measure\nA9,大米,kg\nA1,小米,kg\nA1,小米,kg\n");
        let preview = shop.errand(&organiser, "/goods-import-previews", &chinese).await.is(200);
        let as_the_file_does = [(2, "refused", Some("格子")), (3, "new", None), (4, "refused", Some("品名"))];
        assert_eq!(told(&preview), as_the_file_does, "whoever mends it looks for their own heading");
        let missing = shop.errand(&organiser, "/goods-import-previews", &list("格子,单位\nA1,kg\n")).await.is(200);
        assert_eq!(told(&missing), [(1, "refused", Some("品名"))]);
        let refused = shop.post(&organiser, "/goods-imports", shop.id(), &goods).await;
        assert_eq!(refused.refused(422), "lines_to_mend");
        assert!(refused.text().contains("第 3 行起有 4 处"), "{}", refused.text());
        assert_eq!(rows(&shop).await, before, "not even the good line");
        for (csv, line) in [("", 1), ("name\nx\n", 1), ("grid,name,measure\nA1,\u{0},kg\n", 2), ("grid,name,measure\nA1,x\n", 2)] {
            let preview = shop.errand(&organiser, "/goods-import-previews", &list(csv)).await.is(200);
            assert_eq!(told(&preview)[0].0, line, "{csv}");
            assert_eq!(shop.post(&organiser, "/goods-imports", shop.id(), &list(csv)).await.refused(422), "lines_to_mend");
        }
        let long = (0..2_001).fold("grid,name,measure\n".to_owned(), |mut text, at| {
            writeln!(text, "A1,货 {at},kg").unwrap();
            text
        });
        let preview = shop.errand(&organiser, "/goods-import-previews", &list(&long)).await.is(200);
        assert_eq!(told(&preview), [(2_002, "refused", None)], "tills wait no longer than for 2,000 lines");
    }

    async fn names_are_sealed_on_the_way_in_and_stand_in_no_preview(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let preview = shop.errand(&organiser, "/people-import-previews", &list(PEOPLE)).await.is(200);
        assert_eq!(told(&preview), [(2, "new", None), (3, "new", None)]);
        assert_eq!((&preview["lines"][0]["about"], &preview["lines"][1]["about"]), (&json!(["P01", "小旭"]), &json!(["P02"])));
        assert!(!preview.to_string().contains("欧阳") && !preview.to_string().contains("1380000"), "{preview}");
        let id = shop.makes(&organiser, "/people-imports", list(PEOPLE)).await;
        // A plain hash of what was sent could be guessed: it is keyed.
        let plain = gezi::app::facts::body_hash("list_imported", list(PEOPLE).to_string().as_bytes());
        let mut tx = shop.service.db.snapshot().await.unwrap();
        let text = "SELECT count(*) FROM command WHERE id = $1 AND body_hash = $2";
        assert_eq!(tx.q(text).bind(id).bind(plain).scalar::<i64>().await.unwrap(), 0);
        drop(tx);
        let again = shop.errand(&organiser, "/people-import-previews", &list(PEOPLE)).await.is(200);
        assert_eq!(again["unchanged"], 2);
        assert_eq!(shop.count("SELECT count(*) FROM person_read").await, 0, "nobody's name was opened to compare it");
        // Who may not give a role cannot do it by a list either.
        let wrong = list("code,name,roles\nP03,西门吹雪,guardian\n");
        let preview = shop.errand(&organiser, "/people-import-previews", &wrong).await.is(200);
        assert_eq!((&preview["refused"], &preview["lines"][0]["column"]), (&json!(1), &json!("ward_id")));
        let treasurer = shop.person(&[Role::Treasurer]).await;
        assert_eq!(shop.post(&treasurer, "/people-imports", shop.id(), &list(PEOPLE)).await.refused(403), "forbidden");
    }
}
