//! Lots of goods: who says what they are worth, where every piece went, and what nobody gets away with.

use gezi::{app::verify::Fault, auth::role::Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Answer, Shop, Stall, Till, Who};

/// An office of two, a love shareholder, a family's stall and a till with an open shift.
struct Scene {
    shop: Shop,
    organiser: Who,
    treasurer: Who,
    supporter: Who,
    stall: Stall,
    till: Till,
}

impl Scene {
    async fn new(shop: Shop) -> Self {
        let organiser = shop.person(&[Role::Organiser]).await;
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let supporter = shop.person(&[Role::LoveShareholder]).await;
        let stall = shop.stall("A-01").await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        Self { shop, organiser, treasurer, supporter, stall, till }
    }

    fn mugs(&self) -> Value {
        json!({ "supporter_id": self.supporter.id, "name": "马克杯", "pieces": 20, "value": "15.00" })
    }

    async fn asks(&self, who: &Who, path: &str, body: &Value) -> Answer {
        self.shop.post(who, path, self.shop.id(), body).await
    }

    /// A lot of 20 mugs at 15.00 by its invoice, under an agreement or none.
    async fn lot(&self, instrument: Option<Uuid>) -> Uuid {
        let mut mugs = self.mugs();
        mugs["paper"] = json!(self.shop.uploads_paper(&self.treasurer).await);
        mugs["instrument_id"] = json!(instrument);
        self.shop.makes(&self.treasurer, "/lots", mugs).await
    }

    /// A restricted gift of goods for families in need.
    async fn restricted(&self) -> Uuid {
        let terms = json!({ "supporter_id": self.supporter.id, "kind": "restricted_gift", "purpose": "relief" });
        self.shop.makes(&self.organiser, "/instruments", terms).await
    }

    async fn lays_out(&self, lot: Uuid, grid: Uuid) -> Uuid {
        let good = json!({ "grid_id": grid, "lot_id": lot, "name": "马克杯", "measure": "piece", "price": "18.00" });
        self.shop.makes(&self.organiser, "/goods", good).await
    }

    /// Sells so many mugs at a grid for cash, 18.00 each.
    async fn sells(&mut self, grid: Uuid, good: Uuid, count: i64) -> (Uuid, Answer) {
        let line = json!({ "grid_id": grid, "good_id": good, "name": "马克杯", "measure": "piece", "quantity": count.to_string(), "price": "18.00" });
        let paid = json!([{ "means": "cash", "amount": format!("{}.00", 18 * count) }]);
        self.till.reports(&self.shop, "/sales", json!({ "lines": [line], "tenders": paid })).await
    }

    async fn comes_back(&mut self, sale: Uuid, fields: Value) {
        let mut line = json!({ "line": 1, "quantity": "1" });
        for (name, value) in fields.as_object().expect("fields") {
            line[name] = value.clone();
        }
        let approval = json!({ "approval": self.till.approval(&self.shop).await });
        let back = self.till.makes_with(&self.shop, "/refunds", json!({ "sale_id": sale, "lines": [line] }), &approval);
        self.till.sends(&self.shop, &back).await.is(201);
    }

    async fn shows(&self, who: &Who, lot: Uuid) -> Value {
        self.shop.get(who, &format!("/lots/{lot}")).await.is(200)
    }

    /// Received, in stock, sold, given, lost.
    async fn pieces(&self, lot: Uuid) -> [i64; 5] {
        let seen = self.shows(&self.treasurer, lot).await;
        ["received", "stock", "sold", "given", "lost"].map(|field| seen[field].as_i64().expect("pieces"))
    }

    async fn balance(&self, account: &str) -> Value {
        let balances = self.shop.get(&self.treasurer, "/trial-balance").await.is(200);
        let line = balances["items"].as_array().unwrap().iter().find(|line| line["account"] == account);
        line.map_or(json!("0.00"), |line| line["balance"].clone())
    }

    async fn entries(&self) -> i64 {
        self.shop.get(&self.treasurer, "/head").await.is(200)["number"].as_i64().expect("a number")
    }
}

on_both! {
    async fn what_a_piece_is_worth_takes_an_invoice_or_two_people(shop: Shop) {
        let scene = Scene::new(shop).await;
        let mut mugs = scene.mugs();
        assert_eq!(scene.asks(&scene.organiser, "/lots", &mugs).await.refused(422), "invalid", "an invoice has a paper");
        mugs["paper"] = json!("0".repeat(64));
        assert_eq!(scene.asks(&scene.organiser, "/lots", &mugs).await.refused(404), "not_found");

        let appraisal = scene.shop.makes(&scene.organiser, "/lot-appraisals", scene.mugs()).await;
        let agreed = json!({ "proposal_id": appraisal });
        assert_eq!(scene.asks(&scene.organiser, "/proposal-agreements", &agreed).await.refused(403), "same_person_twice");
        // The third is the first: a second account that the organiser made for themselves.
        let other = json!({ "nickname": "另一个", "particulars": { "name": "另一个" } });
        let other = scene.shop.makes(&scene.organiser, "/people", other).await;
        scene.shop.makes(&scene.organiser, "/role-grants", json!({ "person_id": other, "role": "treasurer" })).await;
        let login = json!({ "person_id": other, "name": "other", "password": "correct horse battery" });
        scene.asks(&scene.organiser, "/logins", &login).await.is(201);
        let signed_in = json!({ "coop": "hexie", "name": "other", "password": "correct horse battery" });
        let token = scene.shop.errand(&Who::nobody(), "/sign-in", &signed_in).await.is(200)["access_token"].clone();
        let other = Who::bearer(other, token.as_str().expect("a token"));
        assert_eq!(scene.asks(&other, "/proposal-agreements", &agreed).await.refused(403), "same_person_twice", "a second account is no second person");
        assert_eq!(scene.asks(&scene.supporter, "/proposal-agreements", &agreed).await.refused(403), "forbidden");
        assert_eq!(scene.shop.get(&scene.treasurer, &format!("/lots/{appraisal}")).await.refused(404), "not_found");

        scene.asks(&scene.treasurer, "/proposal-agreements", &agreed).await.is(201);
        let seen = scene.shows(&scene.treasurer, appraisal).await;
        assert_eq!((&seen["basis"], &seen["appraisers"]), (&json!("appraisal"), &json!([scene.organiser.id, scene.treasurer.id])));
        assert_eq!(scene.asks(&scene.treasurer, "/proposal-agreements", &agreed).await.refused(409), "decided_before");
        assert_eq!(scene.pieces(appraisal).await, [20, 20, 0, 0, 0]);
    }

    async fn every_piece_of_a_lot_is_somewhere(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        let lot = scene.lot(None).await;
        let (grid, good) = (scene.stall.grid, scene.lays_out(lot, scene.stall.grid).await);
        let (sale, sold) = scene.sells(grid, good, 3).await;
        assert_eq!(sold.is(201)["tasks"], json!([]));
        scene.comes_back(sale, json!({})).await;
        scene.comes_back(sale, json!({ "restock": false })).await;
        scene.asks(&scene.treasurer, "/lot-givings", &json!({ "lot_id": lot, "pieces": 2, "person_id": scene.stall.owner.id })).await.is(201);
        let shortage = scene.shop.makes(&scene.treasurer, "/lot-shortages", json!({ "lot_id": lot, "pieces": 4 })).await;
        assert_eq!(scene.pieces(lot).await, [20, 12, 2, 2, 4]);

        // What is not there is not given, missed or found; nobody approves alone, and nobody twice.
        let before = scene.entries().await;
        for (path, pieces, refusal) in [("/lot-givings", 13, "beyond_stock"), ("/lot-shortages", 13, "beyond_stock"), ("/lot-findings", 5, "not_missed")] {
            assert_eq!(scene.asks(&scene.treasurer, path, &json!({ "lot_id": lot, "pieces": pieces })).await.refused(409), refusal);
        }
        let approval = json!({ "shortage_id": shortage });
        assert_eq!(scene.asks(&scene.treasurer, "/shortage-approvals", &approval).await.refused(403), "same_person_twice");
        assert_eq!(scene.entries().await, before);
        scene.asks(&scene.organiser, "/shortage-approvals", &approval).await.is(201);
        assert_eq!(scene.asks(&scene.organiser, "/shortage-approvals", &approval).await.refused(409), "decided_before");
        assert_eq!((scene.balance("181").await, scene.balance("52902").await), (json!("0.00"), json!("60.00")));
        let finding = scene.shop.makes(&scene.treasurer, "/lot-findings", json!({ "lot_id": lot, "pieces": 1 })).await;
        assert_eq!(scene.asks(&scene.treasurer, "/proposal-agreements", &json!({ "proposal_id": finding })).await.refused(403), "same_person_twice");
        scene.asks(&scene.organiser, "/proposal-agreements", &json!({ "proposal_id": finding })).await.is(201);
        assert_eq!(scene.pieces(lot).await, [20, 13, 2, 2, 3]);
        assert_eq!(scene.balance("12102").await, json!("195.00"));

        let told = scene.shop.get(&scene.treasurer, &format!("/lots/{lot}/movements")).await.is(200);
        let told: Vec<_> = told["items"].as_array().unwrap().iter().map(|row| (row["kind"].as_str().unwrap(), row["pieces"].as_i64().unwrap(), row["amount"].as_str().unwrap(), row["shared"].as_str().unwrap())).collect();
        assert_eq!(told, [
            ("sold", 3, "54.00", "48.60"), ("returned", -1, "18.00", "16.20"), ("returned", 0, "18.00", "16.20"),
            ("lot_given", 2, "0.00", "0.00"), ("lot_missing", 4, "0.00", "0.00"), ("lot_written_off", 0, "0.00", "0.00"), ("lot_found", -1, "0.00", "0.00"),
        ]);
        let seen = scene.shows(&scene.treasurer, lot).await;
        assert_eq!(seen["by_grid"], json!([{ "grid": "A-01", "pieces": 2, "brought": "18.00", "shared": "16.20", "cost": "0.00", "kept": "1.80" }]));
    }

    async fn a_till_sells_what_the_books_do_not_have_and_a_person_looks(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        let gift = scene.restricted().await;
        let lot = scene.lot(Some(gift)).await;
        let (grid, good) = (scene.stall.grid, scene.lays_out(lot, scene.stall.grid).await);
        scene.asks(&scene.treasurer, "/lot-shortages", &json!({ "lot_id": lot, "pieces": 2 })).await.is(201);
        let (_, sold) = scene.sells(grid, good, 19).await;
        assert_eq!(sold.is(201)["tasks"].as_array().unwrap().len(), 1);
        let tasks = scene.shop.get(&scene.treasurer, "/tasks").await.is(200);
        assert!(tasks["items"].as_array().unwrap().iter().any(|task| task["kind"] == "lot_beyond_stock"), "{tasks}");
        assert_eq!(scene.pieces(lot).await, [20, -1, 19, 0, 2]);
        // Of a restricted gift never more is released than came in.
        let seen = scene.shop.get(&scene.treasurer, &format!("/instruments/{gift}")).await.is(200);
        assert_eq!((&seen["received"], &seen["used"], &seen["held"]), (&json!("300.00"), &json!("300.00"), &json!("0.00")));
        assert_eq!(scene.balance("21105").await, json!("0.00"));
        // One that was missed turned up and was sold: a count says so.
        let finding = scene.shop.makes(&scene.treasurer, "/lot-findings", json!({ "lot_id": lot, "pieces": 1 })).await;
        scene.asks(&scene.organiser, "/proposal-agreements", &json!({ "proposal_id": finding })).await.is(201);
        assert_eq!(scene.pieces(lot).await, [20, 0, 19, 0, 1]);
        assert_eq!((scene.balance("21105").await, scene.balance("12102").await), (json!("0.00"), json!("0.00")));
    }

    async fn a_restricted_lot_releases_its_fund_piece_by_piece_and_is_never_spent_twice(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        let gift = scene.restricted().await;
        let lot = scene.lot(Some(gift)).await;
        assert_eq!((scene.balance("21105").await, scene.balance("31101").await), (json!("-300.00"), json!("0.00")));
        // The worth of the mugs is no money: it cannot be spent beside them.
        let spending = json!({ "instrument_id": gift, "purpose": "relief", "amount": "0.01" });
        assert_eq!(scene.asks(&scene.treasurer, "/gift-spendings", &spending).await.refused(409), "beyond_held");
        let (grid, good) = (scene.stall.grid, scene.lays_out(lot, scene.stall.grid).await);
        let (sale, sold) = scene.sells(grid, good, 2).await;
        sold.is(201);
        assert_eq!((scene.balance("21105").await, scene.balance("50202").await), (json!("-270.00"), json!("-30.00")));
        scene.comes_back(sale, json!({})).await;
        assert_eq!(scene.balance("21105").await, json!("-285.00"));

        // Two at once give away the last of them: one of the two is told.
        let (first, second) = (json!({ "lot_id": lot, "pieces": 19 }), json!({ "lot_id": lot, "pieces": 1 }));
        let (one, two) = tokio::join!(scene.asks(&scene.treasurer, "/lot-givings", &first), scene.asks(&scene.organiser, "/lot-givings", &first));
        let done = [one.status.as_u16(), two.status.as_u16()];
        assert!(done == [201, 409] || done == [409, 201], "{done:?}");
        assert_eq!(scene.asks(&scene.treasurer, "/lot-givings", &second).await.refused(409), "beyond_stock");
        assert_eq!(scene.pieces(lot).await, [20, 0, 1, 19, 0]);
        let seen = scene.shop.get(&scene.supporter, &format!("/instruments/{gift}")).await.is(200);
        assert_eq!((&seen["received"], &seen["used"], &seen["held"]), (&json!("300.00"), &json!("300.00"), &json!("0.00")));
        assert_eq!(scene.asks(&scene.treasurer, "/gift-spendings", &spending).await.refused(409), "beyond_held");
        // Money under the same agreement is money.
        scene.asks(&scene.treasurer, "/instrument-receipts", &json!({ "instrument_id": gift, "amount": "50.00" })).await.is(201);
        scene.asks(&scene.treasurer, "/gift-spendings", &json!({ "instrument_id": gift, "purpose": "relief", "amount": "50.00" })).await.is(201);
        assert_eq!(scene.asks(&scene.treasurer, "/gift-spendings", &spending).await.refused(409), "beyond_held");
    }

    async fn a_lot_comes_in_only_as_was_agreed(shop: Shop) {
        let scene = Scene::new(shop).await;
        let agree = |terms: Value| { let mut terms = terms; terms["supporter_id"] = json!(scene.supporter.id); scene.shop.makes(&scene.organiser, "/instruments", terms) };
        let loan = agree(json!({ "kind": "loan", "cap": "100.00" })).await;
        let small = agree(json!({ "kind": "goods_gift", "cap": "299.99" })).await;
        let at_cost = agree(json!({ "kind": "goods_at_cost" })).await;
        let paper = scene.shop.uploads_paper(&scene.treasurer).await;
        let with = |instrument: Uuid| { let mut mugs = scene.mugs(); mugs["instrument_id"] = json!(instrument); mugs };
        for (instrument, refusal) in [(loan, "brings_no_goods"), (small, "beyond_agreed"), (at_cost, "brings_no_goods")] {
            assert_eq!(scene.asks(&scene.treasurer, "/lot-appraisals", &with(instrument)).await.refused(409), refusal);
            let mut invoiced = with(instrument);
            invoiced["paper"] = json!(paper);
            assert_eq!(scene.asks(&scene.treasurer, "/lots", &invoiced).await.refused(409), refusal);
        }
        assert_eq!(scene.asks(&scene.treasurer, "/goods-at-cost", &with(small)).await.refused(422), "invalid");
        let left = scene.shop.makes(&scene.treasurer, "/goods-at-cost", with(at_cost)).await;
        assert_eq!(scene.asks(&scene.treasurer, "/lot-givings", &json!({ "lot_id": left, "pieces": 1 })).await.refused(409), "not_ours");
        for (field, wrong) in [("pieces", json!(0)), ("pieces", json!(100_001)), ("value", json!("0.00")), ("day", json!("2026-07-01"))] {
            let mut mugs = scene.mugs();
            mugs[field] = wrong;
            assert_eq!(scene.asks(&scene.treasurer, "/lot-appraisals", &mugs).await.refused(422), "invalid", "{field}");
        }
        assert_eq!(scene.entries().await, 1, "the shift's opening, and nothing else");
    }

    async fn a_supporter_sees_totals_and_grids_only_from_five_families_up(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        let lot = scene.lot(None).await;
        let stranger = scene.shop.person(&[Role::LoveShareholder]).await;
        assert_eq!(scene.shop.get(&stranger, &format!("/lots/{lot}")).await.refused(404), "not_found");
        assert_eq!(scene.shop.get(&stranger, "/lots").await.is(200)["items"], json!([]));
        assert_eq!(scene.shop.get(&scene.supporter, &format!("/lots/{lot}/movements")).await.refused(403), "forbidden");
        let mut sales = Vec::new();
        for place in 1..=5 {
            let stall = scene.shop.stall(&format!("B-{place}")).await;
            let good = scene.lays_out(lot, stall.grid).await;
            let (sale, sold) = scene.sells(stall.grid, good, 1).await;
            sold.is(201);
            sales.push(sale);
            let seen = scene.shows(&scene.supporter, lot).await;
            assert_eq!((&seen["sales"]["pieces"], seen["by_grid"].as_array().unwrap().len()), (&json!(place), if place < 5 { 0 } else { 5 }));
        }
        let seen = scene.shows(&scene.supporter, lot).await;
        assert_eq!(seen["sales"], json!({ "grid": null, "pieces": 5, "brought": "90.00", "shared": "81.00", "cost": "0.00", "kept": "9.00" }));
        assert_eq!((&seen["paper"], &seen["appraisers"]), (&json!(null), &json!([])));
        // One comes back: four families are left, and their grids are told no more.
        scene.comes_back(sales[0], json!({})).await;
        assert_eq!(scene.shows(&scene.supporter, lot).await["by_grid"], json!([]));
        assert_eq!(scene.shows(&scene.treasurer, lot).await["by_grid"].as_array().unwrap().len(), 5);
    }

    async fn a_piece_moved_by_hand_is_named(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        let gift = scene.restricted().await;
        let lot = scene.lot(Some(gift)).await;
        let good = scene.lays_out(lot, scene.stall.grid).await;
        scene.sells(scene.stall.grid, good, 2).await.1.is(201);
        scene.shop.verify().await;
        scene.shop.tamper("UPDATE lot SET sold = 1; UPDATE instrument SET goods_minor = 0").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(verdict.faults.iter().any(|fault| matches!(fault, Fault::LotDiffers { kept: 19, sum: 18, .. })), "{:?}", verdict.faults);
        assert!(verdict.faults.iter().any(|fault| matches!(fault, Fault::BookGoodsDiffer { kept: 0, sum: 27_000, .. })), "{:?}", verdict.faults);
        scene.shop.tamper("UPDATE lot SET sold = 2, value_minor = 1; UPDATE instrument SET goods_minor = 27000").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(verdict.faults.iter().any(|fault| matches!(fault, Fault::DocumentChanged { .. })), "{:?}", verdict.faults);
    }
}
