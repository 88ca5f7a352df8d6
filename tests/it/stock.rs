//! The stock book of owners' goods: what comes and goes, what a count finds otherwise, and who decides what that is.

use gezi::{app::verify::Fault, auth::role::Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Answer, Shop, Stall, Till, Who};

/// A helper who counts, a treasurer who decides, a family's stall with maize at 6.60, and a till with an open shift.
struct Scene {
    shop: Shop,
    helper: Who,
    treasurer: Who,
    stall: Stall,
    maize: Uuid,
    till: Till,
}

impl Scene {
    async fn new(shop: Shop) -> Self {
        let (helper, treasurer) = (shop.person(&[Role::Helper]).await, shop.person(&[Role::Treasurer]).await);
        let stall = shop.stall("A-01").await;
        let maize = json!({ "grid_id": stall.grid, "name": "玉米", "measure": "piece", "price": "6.60" });
        let maize = shop.makes(&treasurer, "/goods", maize).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        Self { shop, helper, treasurer, stall, maize, till }
    }

    async fn asks(&self, who: &Who, path: &str, body: &Value) -> Answer {
        self.shop.post(who, path, self.shop.id(), body).await
    }

    async fn brings(&self, quantity: &str) {
        self.shop.makes(&self.helper, "/goods-receipts", json!({ "good_id": self.maize, "quantity": quantity })).await;
    }

    async fn sells(&mut self, quantity: i64) -> (Uuid, Value) {
        let (grid, good) = (self.stall.grid, self.maize);
        let line = json!({ "grid_id": grid, "good_id": good, "name": "玉米", "measure": "piece", "quantity": quantity.to_string(), "price": "6.60" });
        let paid = json!([{ "means": "wechat", "amount": format!("{}.{:02}", 660 * quantity / 100, 660 * quantity % 100) }]);
        let (id, answer) = self.till.reports(&self.shop, "/sales", json!({ "lines": [line], "tenders": paid })).await;
        (id, answer.is(201))
    }

    async fn comes_back(&mut self, sale: Uuid, reason: &str) {
        let approval = json!({ "approval": self.till.approval(&self.shop).await });
        let body = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }], "reason": reason });
        let back = self.till.makes_with(&self.shop, "/refunds", body, &approval);
        self.till.sends(&self.shop, &back).await.is(201);
    }

    async fn counts(&self, counted: &str) -> Uuid {
        self.shop.makes(&self.helper, "/stock-counts", json!({ "good_id": self.maize, "counted": counted })).await
    }

    async fn decides(&self, who: &Who, count: Uuid, outcome: &str) -> Answer {
        self.asks(who, "/count-decisions", &json!({ "count_id": count, "outcome": outcome })).await
    }

    async fn on_hand(&self) -> Value {
        self.shop.get(&self.stall.owner, "/stock").await.is(200)["items"][0]["on_hand"].clone()
    }

    async fn entries(&self) -> i64 {
        self.shop.get(&self.treasurer, "/head").await.is(200)["number"].as_i64().expect("a number")
    }
}

on_both! {
    async fn the_book_follows_what_comes_and_goes(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        // Without a book nothing is counted, and nobody is troubled.
        let (_, sold) = scene.sells(1).await;
        assert_eq!(sold["tasks"], json!([]));
        assert_eq!(scene.asks(&scene.helper, "/stock-counts", &json!({ "good_id": scene.maize, "counted": "3" })).await.refused(409), "no_stock_book");
        scene.brings("5").await;
        let (sale, sold) = scene.sells(2).await;
        assert_eq!(sold["tasks"], json!([]));
        scene.comes_back(sale, "unwanted").await;
        scene.comes_back(sale, "broken").await;
        assert_eq!(scene.on_hand().await, "4");
        let home = |quantity: &str| json!({ "good_id": scene.maize, "quantity": quantity });
        assert_eq!(scene.asks(&scene.helper, "/goods-returns", &home("5")).await.refused(409), "beyond_stock");
        assert_eq!(scene.asks(&scene.helper, "/goods-returns", &home("0.500")).await.refused(422), "invalid");
        scene.asks(&scene.helper, "/goods-returns", &home("1")).await.is(201);
        scene.asks(&scene.helper, "/stock-levels", &json!({ "good_id": scene.maize, "low": "3" })).await.is(201);
        let low = scene.shop.get(&scene.stall.owner, "/stock?low=true").await.is(200);
        assert_eq!((&low["items"][0]["on_hand"], &low["items"][0]["is_low"], &low["items"][0]["grid"]), (&json!("3"), &json!(true), &json!("A-01")));
        scene.brings("1").await;
        assert_eq!(scene.shop.get(&scene.stall.owner, "/stock?low=true").await.is(200)["items"], json!([]));
        let book = scene.shop.get(&scene.stall.owner, &format!("/goods/{}/movements", scene.maize)).await.is(200);
        let book: Vec<_> = book["items"].as_array().unwrap().iter().map(|row| (row["kind"].as_str().unwrap(), row["quantity"].as_str().unwrap())).collect();
        let mut expected = vec![("received", "5"), ("sold", "-2"), ("refunded", "1"), ("taken_home", "-1"), ("received", "1")];
        let mut found = book.clone();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{book:?}");
        // Another family sees nothing of it.
        let other = scene.shop.stall("B-01").await;
        assert_eq!(scene.shop.get(&other.owner, "/stock").await.is(200)["items"], json!([]));
        assert_eq!(scene.shop.get(&other.owner, &format!("/goods/{}/movements", scene.maize)).await.refused(404), "not_found");
    }

    async fn a_sale_beyond_the_book_is_posted_and_a_person_looks(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        scene.brings("2").await;
        let (_, sold) = scene.sells(3).await;
        assert_eq!(sold["tasks"].as_array().unwrap().len(), 1);
        let tasks = scene.shop.get(&scene.treasurer, "/tasks").await.is(200);
        assert!(tasks["items"].as_array().unwrap().iter().any(|task| task["kind"] == "sold_beyond_stock"), "{tasks}");
        assert_eq!(scene.on_hand().await, "-1");
        let count = scene.counts("0").await;
        scene.decides(&scene.treasurer, count, "found").await.is(201);
        assert_eq!(scene.on_hand().await, "0");
    }

    async fn what_a_count_finds_otherwise_takes_another_person(shop: Shop) {
        let scene = Scene::new(shop).await;
        scene.brings("10").await;
        let same = scene.counts("10").await;
        assert_eq!(scene.decides(&scene.treasurer, same, "owner").await.refused(409), "decided_before", "there is nothing to decide");
        let count = scene.counts("8").await;
        let again = json!({ "good_id": scene.maize, "counted": "9" });
        assert_eq!(scene.asks(&scene.helper, "/stock-counts", &again).await.refused(409), "already_proposed");
        let open = scene.shop.get(&scene.treasurer, "/stock-counts?open=true").await.is(200);
        assert_eq!((open["items"].as_array().unwrap().len(), &open["items"][0]["difference"]), (1, &json!("-2")));
        let before = scene.entries().await;
        assert_eq!(scene.decides(&scene.helper, count, "shop").await.refused(403), "forbidden");
        assert_eq!(scene.decides(&scene.treasurer, count, "found").await.refused(422), "invalid");
        assert_eq!((scene.entries().await, scene.on_hand().await), (before, json!("10")));
        // Two at once: one decides, the other is told.
        let (one, two) = tokio::join!(scene.decides(&scene.treasurer, count, "shop"), scene.decides(&scene.treasurer, count, "shop"));
        let done = [one.status.as_u16(), two.status.as_u16()];
        assert!(done == [201, 409] || done == [409, 201], "{done:?}");
        assert_eq!((scene.entries().await, scene.on_hand().await), (before + 1, json!("8")));
        let counts = scene.shop.get(&scene.stall.owner, "/stock-counts").await.is(200);
        let told = counts["items"].as_array().unwrap().iter().find(|row| row["id"] == json!(count)).expect("the count");
        // 85 % of 13.20, half-up.
        assert_eq!((&told["outcome"], &told["amount"]), (&json!("shop"), &json!("11.22")));
        let earned = scene.shop.get(&scene.stall.owner, "/earnings").await.is(200);
        assert_eq!(earned["due"], "11.22");

        // A treasurer who counted does not decide alone; a wrong count leaves the book as it is.
        let own = scene.shop.makes(&scene.treasurer, "/stock-counts", json!({ "good_id": scene.maize, "counted": "7" })).await;
        assert_eq!(scene.decides(&scene.treasurer, own, "owner").await.refused(403), "same_person_twice");
        let organiser = scene.shop.person(&[Role::Organiser]).await;
        scene.decides(&organiser, own, "counted_again").await.is(201);
        let last = scene.counts("7").await;
        scene.decides(&organiser, last, "owner").await.is(201);
        assert_eq!((scene.entries().await, scene.on_hand().await), (before + 1, json!("7")));
    }

    async fn a_book_changed_by_hand_is_named(shop: Shop) {
        let scene = Scene::new(shop).await;
        scene.brings("10").await;
        let count = scene.counts("8").await;
        scene.decides(&scene.treasurer, count, "shop").await.is(201);
        scene.shop.verify().await;
        scene.shop.tamper("UPDATE stock SET on_hand_milli = 9000; UPDATE stock_decision SET base = 1").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(verdict.faults.iter().any(|fault| matches!(fault, Fault::StockDiffers { kept: 9_000, sum: 8_000, .. })), "{:?}", verdict.faults);
        assert!(verdict.faults.iter().any(|fault| matches!(fault, Fault::DocumentChanged { kind, .. } if kind == "item_lost")), "{:?}", verdict.faults);
    }
}
