//! The month's rent: looked at, charged once for each grid, paid by gifts as far as they reach, and undone with a reason.

use gezi::{app::verify::Fault, auth::role::Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Market, Shop, Who};

struct Scene {
    shop: Shop,
    market: Market,
    organiser: Who,
    treasurer: Who,
}

impl Scene {
    /// On 31 July.
    async fn new(shop: Shop) -> Self {
        shop.it_is("2026-07-31T02:00:00Z");
        let market = Market::new(&shop).await;
        let [organiser, treasurer] = [shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await];
        Self { shop, market, organiser, treasurer }
    }

    async fn lets(&self, grid: Uuid, owner: Uuid, mut terms: Value) -> Uuid {
        terms["grid_id"] = json!(grid);
        terms["owner_id"] = json!(owner);
        self.shop.makes(&self.organiser, "/grid-contracts", terms).await
    }

    async fn gift(&self, purpose: &str, amount: &str) -> Uuid {
        let gift = json!({ "supporter_id": self.market.supporter, "kind": "restricted_gift", "purpose": purpose });
        let gift = self.shop.makes(&self.organiser, "/instruments", gift).await;
        self.shop.makes(&self.treasurer, "/instrument-receipts", json!({ "instrument_id": gift, "amount": amount })).await;
        gift
    }

    async fn cannot(&self, who: &Who, path: &str, body: Value) -> String {
        self.shop.post(who, path, self.shop.id(), &body).await.refused(409)
    }

    async fn runs(&self, month: &str) -> Uuid {
        self.shop.makes(&self.treasurer, "/rent-runs", json!({ "month": month })).await
    }

    async fn preview(&self, month: &str) -> Value {
        self.shop.get(&self.treasurer, &format!("/rent-runs/preview?month={month}")).await.is(200)
    }

    /// What the month is for each grid: code, charge, what a gift pays, and why nothing.
    async fn told(&self, month: &str) -> Vec<(String, String, String, Option<String>)> {
        let preview = self.preview(month).await;
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let told = |grid: &Value| {
            let of = |name: &str| text(&grid[name]).unwrap_or_default();
            (of("code"), of("charge"), of("sponsored"), text(&grid["why"]))
        };
        preview["grids"].as_array().expect("grids").iter().map(told).collect()
    }

    async fn balance(&self, account: &str) -> String {
        let answer = self.shop.get(&self.treasurer, "/trial-balance").await.is(200);
        let line = answer["items"].as_array().expect("lines").iter().find(|line| line["account"] == account).cloned();
        line.map_or_else(|| "0.00".to_owned(), |line| line["balance"].as_str().expect("a balance").to_owned())
    }

    async fn entry_of(&self, document: &Value) -> i64 {
        let path = format!("/entries?document_id={}", document.as_str().expect("an id"));
        self.shop.get(&self.treasurer, &path).await.is(200)["items"][0]["number"].as_i64().expect("a number")
    }
}

fn says(code: &str, charge: &str, sponsored: &str, why: Option<&str>) -> (String, String, String, Option<String>) {
    (code.to_owned(), charge.to_owned(), sponsored.to_owned(), why.map(str::to_owned))
}

on_both! {
    async fn a_month_is_looked_at_and_then_charged_once_whoever_asks(shop: Shop) {
        let scene = Scene::new(shop).await;
        let Market { a, b, n, grid_a, grid_b, grid_n, .. } = scene.market;
        scene.lets(grid_a, a, json!({ "begins_on": "2026-01-01", "rent": "20.00" })).await;
        scene.lets(grid_b, b, json!({ "begins_on": "2026-07-10", "rent": "20.00", "by_days": true })).await;
        let waived = scene.lets(grid_n, n, json!({ "begins_on": "2026-01-01", "rent": "15.00", "met": "waived" })).await;
        let free = json!({ "site_id": scene.shop.site.0, "code": "Z9" });
        scene.shop.makes(&scene.organiser, "/grids", free).await;
        let expected = [
            says("A1", "20.00", "0.00", None), says("B1", "14.19", "0.00", None),
            says("N1", "0.00", "0.00", Some("waived")), says("Z9", "0.00", "0.00", Some("free")),
        ];
        let entries = scene.shop.count("SELECT count(*) FROM entry").await;
        assert_eq!(scene.told("2026-07").await, expected);
        assert_eq!(scene.preview("2026-07").await["charged"], "34.19");
        assert_eq!(scene.shop.count("SELECT count(*) FROM entry").await, entries, "a preview writes nothing");

        // Two treasurers press at the same time; and the first presses again with the same key.
        let other = scene.shop.person(&[Role::Treasurer]).await;
        let (july, keys) = (json!({ "month": "2026-07" }), [scene.shop.id(), scene.shop.id()]);
        let (first, second) = tokio::join!(
            scene.shop.post(&scene.treasurer, "/rent-runs", keys[0], &july),
            scene.shop.post(&other, "/rent-runs", keys[1], &july),
        );
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
        let (winner, key) = if first.status.as_u16() == 201 { (&scene.treasurer, keys[0]) } else { (&other, keys[1]) };
        scene.shop.post(winner, "/rent-runs", key, &july).await.is(201);
        assert_eq!(scene.cannot(&scene.treasurer, "/rent-runs", july).await, "nothing_to_charge");
        assert_eq!(scene.balance("11403").await, "34.19");
        assert_eq!(scene.balance("50102").await, "-34.19");
        assert_eq!(scene.shop.count("SELECT count(*) FROM rent_charge").await, 2);
        let after = scene.told("2026-07").await;
        assert_eq!(after[0], says("A1", "0.00", "0.00", Some("charged_before")));
        let runs = scene.shop.get(&scene.treasurer, "/rent-runs").await.is(200);
        assert_eq!((&runs["items"][0]["charges"], &runs["items"][0]["charged"]), (&json!(2), &json!("34.19")));

        // August is not over; its entries will be dated its last day.
        assert_eq!(scene.cannot(&scene.treasurer, "/rent-runs", json!({ "month": "2026-08" })).await, "month_not_over");
        let charge = scene.preview("2026-07").await["grids"][0]["charge_id"].clone();
        let event = scene.shop.get(&scene.treasurer, &format!("/office-events/{}", charge.as_str().unwrap())).await.is(200);
        assert_eq!((&event["kind"], &event["day"], &event["person_id"]), (&json!("rent_charged"), &json!("2026-07-31"), &json!(a)));

        // A contract that was charged ends no earlier, and the grid changes hands no sooner.
        let contract = event["subject_id"].clone();
        let early = json!({ "contract_id": contract, "ends_on": "2026-07-20" });
        assert_eq!(scene.cannot(&scene.organiser, "/grid-contract-endings", early).await, "rent_charged");
        let given = json!({ "grid_id": grid_n, "owner_id": a, "from_day": "2026-09-01" });
        assert_eq!(scene.cannot(&scene.organiser, "/grid-owners", given.clone()).await, "grid_let");
        scene.shop.makes(&scene.organiser, "/grid-contract-endings", json!({ "contract_id": waived, "ends_on": "2026-08-31" })).await;
        scene.shop.makes(&scene.organiser, "/grid-owners", given).await;
    }

    async fn a_gift_pays_rent_as_far_as_it_reaches_and_only_one_for_rent(shop: Shop) {
        let scene = Scene::new(shop).await;
        let Market { a, b, grid_a, grid_b, supporter, .. } = scene.market;
        let gift = scene.gift("rent", "30.00").await;
        let training = scene.gift("training", "30.00").await;
        for (met, instrument) in [("sponsored", json!(null)), ("charged", json!(gift)), ("sponsored", json!(training))] {
            let body = json!({ "grid_id": grid_a, "owner_id": a, "begins_on": "2026-01-01", "rent": "20.00", "met": met, "instrument_id": instrument });
            let answer = scene.shop.post(&scene.organiser, "/grid-contracts", scene.shop.id(), &body).await.is(422);
            assert_eq!(answer["field"], "instrument_id");
        }
        let terms = json!({ "begins_on": "2026-01-01", "rent": "20.00", "met": "sponsored", "instrument_id": gift });
        scene.lets(grid_a, a, terms.clone()).await;
        scene.lets(grid_b, b, terms).await;
        assert_eq!(scene.told("2026-07").await[..2], [says("A1", "20.00", "20.00", None), says("B1", "20.00", "10.00", None)]);
        scene.runs("2026-07").await;
        assert_eq!((scene.balance("21105").await, scene.balance("11403").await), ("-30.00".to_owned(), "10.00".to_owned()));
        let seen = scene.shop.get(&scene.treasurer, &format!("/instruments/{gift}")).await.is(200);
        assert_eq!((&seen["used"], &seen["held"]), (&json!("30.00"), &json!("0.00")));
        // The same money is not spent again.
        let spent = json!({ "instrument_id": gift, "purpose": "rent", "amount": "0.01" });
        assert_eq!(scene.cannot(&scene.treasurer, "/gift-spendings", spent).await, "beyond_held");

        // Its giver sees what was paid, and not for whom.
        let giver = json!({ "person_id": supporter, "role": "love_shareholder" });
        scene.shop.makes(&scene.organiser, "/role-grants", giver).await;
        let office = scene.shop.get(&scene.treasurer, &format!("/instruments/{gift}/events")).await.is(200);
        assert!(office["items"].as_array().unwrap().iter().filter(|event| event["kind"] == "rent_sponsored").all(|event| event["subject_id"].is_string()));
        let sponsored = office["items"].as_array().unwrap().iter().find(|event| event["amount"] == "10.00").expect("B's").clone();
        assert_eq!(sponsored["person_id"], json!(supporter));

        // B's is undone: first what the gift paid, then the charge. The gift has its money again, and the month can be charged anew.
        let charge = scene.entry_of(&sponsored["subject_id"]).await;
        let undo = |number: i64| json!({ "entry_number": number, "reason": "wrong_amount" });
        assert_eq!(scene.cannot(&scene.treasurer, "/reversals", undo(charge)).await, "beyond_held");
        scene.shop.makes(&scene.treasurer, "/reversals", undo(sponsored["entry_number"].as_i64().unwrap())).await;
        scene.shop.makes(&scene.treasurer, "/reversals", undo(charge)).await;
        assert_eq!(scene.cannot(&scene.treasurer, "/reversals", undo(charge)).await, "decided_before");
        assert_eq!(scene.told("2026-07").await[1], says("B1", "20.00", "10.00", None));
        scene.runs("2026-07").await;
        assert_eq!(scene.balance("21105").await, "-30.00");
    }

    async fn contracts_of_a_grid_follow_each_other_and_prices_are_by_site(shop: Shop) {
        let scene = Scene::new(shop).await;
        let Market { a, b, grid_a, .. } = scene.market;
        let body = json!({ "grid_id": grid_a, "owner_id": a, "begins_on": "2026-07-01" });
        let none = scene.shop.post(&scene.organiser, "/grid-contracts", scene.shop.id(), &body).await.is(422);
        assert_eq!(none["field"], "rent", "the site has no price yet");
        let site = scene.shop.get(&scene.organiser, &format!("/grids/{grid_a}")).await.is(200)["site_id"].clone();
        for (from, rent) in [("2026-01-01", "18.00"), ("2026-07-01", "22.00"), ("2026-08-01", "25.00")] {
            scene.shop.makes(&scene.organiser, "/site-rents", json!({ "site_id": site, "from_day": from, "rent": rent })).await;
        }
        let contract = scene.lets(grid_a, a, json!({ "begins_on": "2026-07-01", "ends_on": "2026-07-15", "by_days": true })).await;
        let seen = scene.shop.get(&scene.organiser, &format!("/grid-contracts/{contract}")).await.is(200);
        assert_eq!((&seen["rent"], &seen["met"]), (&json!("22.00"), &json!("charged")));
        let overlapping = json!({ "grid_id": grid_a, "owner_id": a, "begins_on": "2026-07-15", "rent": "1.00" });
        assert_eq!(scene.cannot(&scene.organiser, "/grid-contracts", overlapping).await, "grid_let");
        let stranger = json!({ "grid_id": grid_a, "owner_id": b, "begins_on": "2026-07-16", "rent": "1.00" });
        let refused = scene.shop.post(&scene.organiser, "/grid-contracts", scene.shop.id(), &stranger).await.is(422);
        assert_eq!(refused["field"], "owner_id");
        scene.lets(grid_a, a, json!({ "begins_on": "2026-07-16", "rent": "31.00", "by_days": true })).await;
        let told = scene.told("2026-07").await;
        assert_eq!(told[..2], [says("A1", "10.65", "0.00", None), says("A1", "16.00", "0.00", None)]);
        scene.runs("2026-07").await;
        assert_eq!(scene.balance("11403").await, "26.65");

        // The owner sees their own contracts, another family does not.
        let [of_a, of_b] = [scene.stallholder(a).await, scene.stallholder(b).await];
        assert_eq!(scene.shop.get(&of_a, "/grid-contracts").await.is(200)["items"].as_array().unwrap().len(), 2);
        assert_eq!(scene.shop.get(&of_b, "/grid-contracts").await.is(200)["items"], json!([]));
        assert_eq!(scene.shop.get(&of_b, &format!("/grid-contracts/{contract}")).await.refused(404), "not_found");
    }

    async fn who_waits_for_a_grid_stands_in_line(shop: Shop) {
        let scene = Scene::new(shop).await;
        let Market { a, b, .. } = scene.market;
        let wish = |person: Uuid, since: &str| json!({ "person_id": person, "site_id": scene.shop.site.0, "wish": "靠门口", "since": since });
        let second = scene.shop.makes(&scene.organiser, "/grid-wishes", wish(a, "2026-07-02")).await;
        let first = scene.shop.makes(&scene.organiser, "/grid-wishes", wish(b, "2026-07-01")).await;
        assert_eq!(scene.cannot(&scene.organiser, "/grid-wishes", wish(a, "2026-07-03")).await, "waits_already");
        let line = || async {
            let list = scene.shop.get(&scene.organiser, "/grid-wishes").await.is(200);
            list["items"].as_array().unwrap().iter().map(|wish| wish["id"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(line().await, [json!(first), json!(second)]);
        let given = json!({ "wish_id": first, "outcome": "given" });
        scene.shop.makes(&scene.organiser, "/grid-wish-endings", given.clone()).await;
        assert_eq!(scene.cannot(&scene.organiser, "/grid-wish-endings", given).await, "decided_before");
        assert_eq!(line().await, [json!(second)]);
    }

    async fn three_hundred_grids_are_charged_in_one_go(shop: Shop) {
        let scene = Scene::new(shop).await;
        let (owner, at) = (scene.market.a, scene.shop.site.0);
        for number in 1..=300 {
            let grid = scene.shop.makes(&scene.organiser, "/grids", json!({ "site_id": at, "code": format!("G{number:03}") })).await;
            let given = json!({ "grid_id": grid, "owner_id": owner, "from_day": "2026-01-01" });
            scene.shop.makes(&scene.organiser, "/grid-owners", given).await;
            scene.lets(grid, owner, json!({ "begins_on": "2026-01-01", "rent": "20.00" })).await;
        }
        let begun = std::time::Instant::now();
        scene.runs("2026-07").await;
        let took = begun.elapsed();
        assert_eq!(scene.balance("11403").await, "6000.00");
        assert!(took.as_secs() < 10, "300 grids took {took:?}");
    }

    async fn a_charge_moved_by_hand_is_named(shop: Shop) {
        let scene = Scene::new(shop).await;
        scene.lets(scene.market.grid_a, scene.market.a, json!({ "begins_on": "2026-01-01", "rent": "20.00" })).await;
        scene.runs("2026-07").await;
        scene.shop.tamper("UPDATE rent_charge SET month = '2026-06'").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(matches!(verdict.faults[..], [Fault::RentDiffers(_)]), "{:?}", verdict.faults);
    }
}

impl Scene {
    /// An owner, signed in.
    async fn stallholder(&self, person: Uuid) -> Who {
        self.shop.makes(&self.organiser, "/role-grants", json!({ "person_id": person, "role": "stallholder" })).await;
        self.shop.signs_in(person).await
    }
}
