//! Payouts: who is due what and why not, from hand to hand, each hand another person's; paid once, and what did not arrive is due again.

use gezi::{app::verify::Fault, auth::role::Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Market, Shop, Till, Who};

struct Scene {
    shop: Shop,
    market: Market,
    till: Till,
    organiser: Who,
    treasurer: Who,
    owner: Who,
}

impl Scene {
    /// A sold for 100.00, so 85.00 are due.
    async fn new(shop: Shop) -> Self {
        let market = Market::new(&shop).await;
        let [organiser, treasurer] = [shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await];
        let mut till = shop.till().await;
        till.opens(&shop, "200.00").await;
        till.sells(&shop, market.grid_a, "玉米", "100.00").await.1.is(201);
        let owner = json!({ "person_id": market.a, "role": "stallholder" });
        shop.makes(&organiser, "/role-grants", owner).await;
        let owner = shop.signs_in(market.a).await;
        Self { shop, market, till, organiser, treasurer, owner }
    }

    async fn does(&self, who: &Who, path: &str, body: Value) -> Uuid {
        self.shop.makes(who, path, body).await
    }

    async fn cannot(&self, who: &Who, path: &str, body: Value, status: u16) -> String {
        self.shop.post(who, path, self.shop.id(), &body).await.refused(status)
    }

    /// The organiser drafts; A's payout.
    async fn drafts(&self) -> Value {
        // The newest stands first by its time.
        self.shop.wait_seconds(60);
        self.does(&self.organiser, "/payout-runs", json!({})).await;
        self.of_a().await["id"].clone()
    }

    /// A's latest payout.
    async fn of_a(&self) -> Value {
        let list = self.shop.get(&self.treasurer, &format!("/payouts?owner_id={}", self.market.a)).await.is(200);
        list["items"][0].clone()
    }

    /// A's line in the preview.
    async fn line(&self) -> Value {
        let preview = self.shop.get(&self.organiser, "/payout-runs/preview").await.is(200);
        let owners = preview["owners"].as_array().expect("owners");
        owners.iter().find(|line| line["owner_id"] == json!(self.market.a)).expect("A").clone()
    }

    async fn confirms(&self, payout: &Value) {
        self.does(&self.owner, "/payout-confirmations", json!({ "payout_id": payout })).await;
    }

    async fn guardian(&self) -> Who {
        let guardian = self.shop.person(&[]).await;
        let role = json!({ "person_id": guardian.id, "role": "guardian", "ward_id": self.market.a });
        self.does(&self.organiser, "/role-grants", role).await;
        guardian
    }
}

fn one(payout: &Value) -> Value {
    json!({ "payout_id": payout })
}

on_both! {
    async fn a_payout_goes_from_hand_to_hand_and_nobody_acts_twice(shop: Shop) {
        let scene = Scene::new(shop).await;
        let guardian = scene.guardian().await;
        let plan = json!({ "person_id": scene.market.a, "plan": "guardian_co_signs", "threshold": "50.00" });
        scene.does(&scene.organiser, "/support-plans", plan).await;
        // Whoever drafts has acted, also if they are a treasurer.
        let drafter = scene.shop.person(&[Role::Organiser, Role::Treasurer]).await;
        scene.does(&drafter, "/payout-runs", json!({})).await;
        assert_eq!(scene.cannot(&scene.organiser, "/payout-runs", json!({}), 409).await, "nobody_to_pay");
        assert_eq!(scene.line().await["why"], "on_its_way");
        let payout = scene.of_a().await;
        assert_eq!((&payout["due"], &payout["paid"], &payout["state"], &payout["help"]),
            (&json!("85.00"), &json!("85.00"), &json!("for_owner"), &json!("guardian_co_signs")));
        let id = payout["id"].clone();

        // Nobody speaks for the owner, and nobody comes before them.
        for who in [&guardian, &scene.organiser, &scene.treasurer] {
            let answer = scene.shop.post(who, "/payout-confirmations", scene.shop.id(), &one(&id)).await;
            assert!([403, 404].contains(&answer.status.as_u16()), "{}", answer.text());
        }
        assert_eq!(scene.cannot(&guardian, "/payout-co-signatures", one(&id), 409).await, "not_signed_yet");
        assert_eq!(scene.cannot(&scene.treasurer, "/payout-payments", one(&id), 409).await, "not_signed_yet");
        scene.confirms(&id).await;
        assert_eq!(scene.cannot(&scene.owner, "/payout-confirmations", one(&id), 409).await, "decided_before");
        assert_eq!(scene.cannot(&scene.treasurer, "/payout-payments", one(&id), 409).await, "not_signed_yet");
        assert_eq!(scene.cannot(&scene.owner, "/payout-co-signatures", one(&id), 404).await, "not_found");
        let waiting = scene.shop.get(&guardian, "/payouts/waiting").await.is(200);
        assert_eq!(waiting["payouts"][0]["id"], id);
        let stranger = scene.shop.person(&[Role::Helper]).await;
        assert_eq!(scene.shop.get(&stranger, "/payouts/waiting").await.is(200)["payouts"], json!([]));
        assert_eq!(scene.cannot(&stranger, "/payout-co-signatures", one(&id), 404).await, "not_found");
        scene.does(&guardian, "/payout-co-signatures", one(&id)).await;

        // The drafter and the guardian have acted.
        assert_eq!(scene.cannot(&drafter, "/payout-payments", one(&id), 403).await, "same_person_twice");
        scene.does(&scene.organiser, "/role-grants", json!({ "person_id": guardian.id, "role": "treasurer" })).await;
        assert_eq!(scene.cannot(&guardian, "/payout-payments", one(&id), 403).await, "same_person_twice");

        // Two treasurers at once, and a double click.
        let other = scene.shop.person(&[Role::Treasurer]).await;
        let (keys, body) = ([scene.shop.id(), scene.shop.id()], one(&id));
        let (first, second) = tokio::join!(
            scene.shop.post(&scene.treasurer, "/payout-payments", keys[0], &body),
            scene.shop.post(&other, "/payout-payments", keys[1], &body),
        );
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
        let (payer, key) = if first.status.as_u16() == 201 { (&scene.treasurer, keys[0]) } else { (&other, keys[1]) };
        let entry = scene.shop.post(payer, "/payout-payments", key, &body).await.is(201)["entry_number"].clone();
        assert_eq!(scene.shop.count("SELECT count(*) FROM office_event WHERE kind = 'payout_paid'").await, 1);
        assert_eq!((scene.of_a().await["state"].clone(), scene.line().await["why"].clone()), (json!("paid"), json!("nothing_due")));
        let voucher = scene.shop.get(&scene.owner, &format!("/payouts/{}/voucher.pdf", id.as_str().unwrap())).await;
        assert_eq!(voucher.status.as_u16(), 200);
        assert!(voucher.bytes.starts_with(b"%PDF"));

        // It did not arrive: undone as what it is, once, and due again.
        let undo = json!({ "entry_number": entry, "reason": "never_happened" });
        assert_eq!(scene.cannot(payer, "/reversals", undo.clone(), 409).await, "a_payout");
        assert_eq!(scene.cannot(&drafter, "/reversal-proposals", undo, 409).await, "a_payout");
        let failed = json!({ "payout_id": id, "reason": "not_handed_over" });
        scene.does(&scene.treasurer, "/payout-failures", failed.clone()).await;
        assert_eq!(scene.cannot(&scene.treasurer, "/payout-failures", failed, 409).await, "decided_before");
        assert_eq!(scene.line().await["due"], "85.00");
        let anew = scene.drafts().await;
        assert_ne!(anew, id);
    }

    async fn what_was_signed_is_what_is_paid_or_nothing(shop: Shop) {
        let mut scene = Scene::new(shop).await;
        let first = scene.drafts().await;
        scene.confirms(&first).await;
        // The plan changes: what was signed under another one is not paid.
        let plan = json!({ "person_id": scene.market.a, "plan": "helper_confirms" });
        scene.does(&scene.organiser, "/support-plans", plan).await;
        assert_eq!(scene.cannot(&scene.treasurer, "/payout-payments", one(&first), 409).await, "plan_changed");
        scene.does(&scene.organiser, "/payout-cancellations", one(&first)).await;
        assert_eq!(scene.cannot(&scene.organiser, "/payout-cancellations", one(&first), 409).await, "decided_before");
        let second = scene.drafts().await;
        scene.confirms(&second).await;
        let helper = scene.shop.person(&[Role::Helper]).await;
        scene.does(&helper, "/payout-co-signatures", one(&second)).await;
        // Goods come back: less is due than was signed.
        let list = scene.shop.get(&scene.treasurer, "/sales").await.is(200);
        let sale = list["items"][0]["id"].clone();
        let back = json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": "1.00" }], "tenders": [{ "means": "cash", "amount": "1.00" }] });
        scene.till.reports(&scene.shop, "/refunds", back).await.1.is(201);
        // The refund waits on 21108 until somebody allocates it; a sale line of A's is taken back once it is.
        let item = scene.shop.get(&scene.treasurer, "/open-items").await.is(200)["items"][0].clone();
        let allocation = json!({ "document_id": item["document_id"], "line": item["line"], "sale_id": sale, "sale_line": 1 });
        let allocated = scene.shop.post(&scene.treasurer, "/allocations", scene.shop.id(), &allocation).await;
        assert_eq!(allocated.status.as_u16(), 201, "{}", allocated.text());
        assert_eq!(scene.cannot(&scene.treasurer, "/payout-payments", one(&second), 409).await, "due_changed");
        // The owner says no, and that is kept.
        let no = json!({ "payout_id": second, "reason": "wrong_amount" });
        scene.does(&scene.owner, "/payout-refusals", no).await;
        let kept = scene.of_a().await;
        assert_eq!((&kept["state"], &kept["steps"][2]["step"], &kept["steps"][2]["reason"]), (&json!("refused"), &json!("refused"), &json!("wrong_amount")));
        let log = scene.shop.get(&scene.owner, "/support-plans").await.is(200);
        assert_eq!((&log["items"][0]["plan"], &log["items"][0]["set_by"]), (&json!("helper_confirms"), &json!(scene.organiser.id)));
    }

    async fn rent_is_offset_up_to_the_limit_and_little_waits(shop: Shop) {
        let scene = Scene::new(shop).await;
        let contract = json!({ "grid_id": scene.market.grid_a, "owner_id": scene.market.a, "begins_on": "2026-01-01", "rent": "60.00" });
        scene.does(&scene.organiser, "/grid-contracts", contract).await;
        scene.does(&scene.treasurer, "/rent-runs", json!({ "month": "2026-06" })).await;
        let line = scene.line().await;
        assert_eq!((&line["rent"], &line["offset"], &line["paid"]), (&json!("60.00"), &json!("42.50"), &json!("42.50")));
        scene.does(&scene.treasurer, "/payout-terms", json!({ "limit": "10", "minimum": "80.00" })).await;
        assert_eq!(scene.line().await["why"], "below_minimum");
        scene.does(&scene.treasurer, "/payout-terms", json!({ "limit": "10", "minimum": "0.00" })).await;
        assert_eq!(scene.line().await["offset"], "8.50");
        let payout = scene.drafts().await;
        scene.confirms(&payout).await;
        // Rent that was paid meanwhile is not taken again.
        scene.does(&scene.treasurer, "/rent-payments", json!({ "person_id": scene.market.a, "amount": "55.00" })).await;
        assert_eq!(scene.cannot(&scene.treasurer, "/payout-payments", one(&payout), 409).await, "due_changed");
    }

    async fn nobody_redirects_the_payee(shop: Shop) {
        let scene = Scene::new(shop).await;
        let named = json!({ "person_id": scene.market.a, "particulars": { "name": "周小白" } });
        scene.does(&scene.organiser, "/particulars", named).await;
        let account = |number: &str| json!({ "person_id": scene.market.a, "holder": "周小白", "bank": "社区银行", "number": number });
        let guardian = scene.guardian().await;
        assert_eq!(scene.cannot(&guardian, "/bank-accounts", account("62220000111"), 403).await, "forbidden");
        let formula = json!({ "person_id": scene.market.a, "holder": "=1+1", "bank": "社区银行", "number": "62220000111" });
        assert_eq!(scene.cannot(&scene.owner, "/bank-accounts", formula, 422).await, "invalid");
        let first = scene.does(&scene.owner, "/bank-accounts", account("6222 0000 111")).await;
        let yes = |account: Uuid| json!({ "account_id": account, "approve": true });
        assert_eq!(scene.cannot(&scene.owner, "/bank-account-decisions", yes(first), 403).await, "same_person_twice");
        assert_eq!(scene.line().await["through"], "safe", "it waits for a second person");
        scene.does(&scene.organiser, "/bank-account-decisions", yes(first)).await;
        assert_eq!(scene.cannot(&scene.treasurer, "/bank-account-decisions", yes(first), 409).await, "decided_before");
        let read = scene.shop.errand(&scene.treasurer, "/bank-account-readings", &json!({ "account_id": first })).await.is(200);
        assert_eq!((&read["number"], &read["holder"]), (&json!("62220000111"), &json!("周小白")));

        // Changed between the signatures and the payment: by one person nothing changes, by two nothing is paid.
        let payout = scene.drafts().await;
        scene.confirms(&payout).await;
        let second = scene.does(&scene.organiser, "/bank-accounts", account("99999999999")).await;
        assert_eq!(scene.cannot(&scene.organiser, "/bank-account-decisions", yes(second), 403).await, "same_person_twice");
        scene.does(&scene.treasurer, "/bank-account-decisions", yes(second)).await;
        assert_eq!(scene.cannot(&scene.treasurer, "/payout-payments", one(&payout), 409).await, "account_changed");
        scene.does(&scene.organiser, "/payout-cancellations", one(&payout)).await;

        let payout = scene.drafts().await;
        let run = scene.of_a().await["run_id"].clone();
        let file = json!({ "run_id": run });
        scene.confirms(&payout).await;
        assert_eq!(scene.shop.errand(&scene.treasurer, "/payout-transfer-files", &file).await.refused(409), "no_transfers");
        scene.does(&scene.treasurer, "/payout-payments", one(&payout)).await;
        let columns = json!([{ "heading": "Account", "field": "number" }, { "heading": "Yuan", "field": "amount" }, { "heading": "To", "field": "holder" }]);
        scene.does(&scene.treasurer, "/payout-terms", json!({ "limit": "50", "minimum": "0.00", "columns": columns })).await;
        let table = scene.shop.errand(&scene.treasurer, "/payout-transfer-files", &file).await;
        assert_eq!(table.text(), "\u{feff}Account,Yuan,To\n99999999999,85.00,周小白\n");
        let readings = scene.shop.get(&scene.organiser, &format!("/readings?person_id={}", scene.market.a)).await.is(200);
        assert_eq!(readings["items"].as_array().unwrap().iter().filter(|row| row["purpose"] == "payout").count(), 2);
        scene.does(&scene.treasurer, "/payout-failures", json!({ "payout_id": payout, "reason": "returned" })).await;
        assert_eq!(scene.shop.errand(&scene.treasurer, "/payout-transfer-files", &file).await.refused(409), "no_transfers");
    }

    async fn an_owner_agrees_at_a_till_with_pictures_of_their_own(shop: Shop) {
        let scene = Scene::new(shop).await;
        let payout = scene.drafts().await;
        let tapped = |pictures: [&str; 3]| json!({ "person_id": scene.market.a, "pictures": pictures });
        let confirms = |pictures: [&str; 3]| json!({ "person_id": scene.market.a, "pictures": pictures, "payout_id": payout });
        let (right, wrong) = (["fish", "moon", "cat"], ["fish", "moon", "tree"]);
        let at_till = async |path: &'static str, body: Value| scene.shop.errand(&scene.till.who, path, &body).await;
        assert_eq!(at_till("/till/payout-confirmations", confirms(right)).await.refused(409), "no_pictures");

        // Pictures that the drafter chose are the drafter's word.
        let chosen = json!({ "person_id": scene.market.a, "pictures": right });
        assert_eq!(scene.shop.errand(&scene.organiser, "/picture-pins", &chosen).await.status.as_u16(), 204);
        assert_eq!(at_till("/till/payout-confirmations", confirms(right)).await.refused(403), "same_person_twice");
        assert_eq!(scene.shop.errand(&scene.owner, "/picture-pins", &json!({ "pictures": right })).await.status.as_u16(), 204);
        assert_eq!(at_till("/till/payouts", tapped(wrong)).await.refused(401), "wrong_secret");
        assert_eq!(at_till("/till/payouts", tapped(right)).await.is(200)["payouts"][0]["paid"], "85.00");
        assert_eq!(at_till("/till/payout-confirmations", confirms(wrong)).await.refused(401), "wrong_secret");
        assert_eq!(at_till("/till/payout-confirmations", confirms(right)).await.status.as_u16(), 204);
        assert_eq!(at_till("/till/payouts", tapped(right)).await.is(200)["payouts"], json!([]));
        assert_eq!(at_till("/till/payout-confirmations", confirms(right)).await.refused(409), "decided_before");
        scene.does(&scene.treasurer, "/payout-payments", one(&payout)).await;
        assert_eq!(scene.of_a().await["steps"][0]["manner"], "till");
    }

    async fn an_owner_sees_their_own_payouts_only(shop: Shop) {
        let scene = Scene::new(shop).await;
        let payout = scene.drafts().await;
        let path = format!("/payouts/{}", payout.as_str().unwrap());
        assert_eq!(scene.shop.get(&scene.owner, &path).await.is(200)["id"], payout);
        scene.does(&scene.organiser, "/role-grants", json!({ "person_id": scene.market.b, "role": "stallholder" })).await;
        let other = scene.shop.signs_in(scene.market.b).await;
        assert_eq!(scene.shop.get(&other, &path).await.refused(404), "not_found");
        assert_eq!(scene.shop.get(&other, "/payouts").await.is(200)["items"], json!([]));
        assert_eq!(scene.cannot(&other, "/payout-confirmations", one(&payout), 404).await, "not_found");
        let (_, neighbour) = scene.shop.neighbour().await;
        assert_eq!(scene.shop.get(&neighbour, &path).await.refused(404), "not_found");
    }

    async fn a_payout_without_its_signature_is_named(shop: Shop) {
        let scene = Scene::new(shop).await;
        let payout = scene.drafts().await;
        scene.confirms(&payout).await;
        scene.does(&scene.treasurer, "/payout-payments", one(&payout)).await;
        scene.shop.verify().await;
        scene.shop.tamper("DELETE FROM payout_step WHERE step = 'confirmed'").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(matches!(verdict.faults[..], [Fault::PayoutDiffers(_)]), "{:?}", verdict.faults);
    }

    async fn three_hundred_owners_are_drafted_in_one_go(shop: Shop) {
        let scene = Scene::new(shop).await;
        let mut lines = vec![json!({ "account": "10101", "debit": "3000.00" })];
        for number in 0..300 {
            let person = json!({ "nickname": format!("铺主{number}"), "particulars": { "name": format!("某{number}") } });
            let person = scene.does(&scene.organiser, "/people", person).await;
            lines.push(json!({ "account": "21101", "person_id": person, "credit": "10.00" }));
        }
        let draft = scene.does(&scene.treasurer, "/opening-balance-proposals", json!({ "lines": lines })).await;
        scene.does(&scene.organiser, "/proposal-agreements", json!({ "proposal_id": draft })).await;
        let begun = std::time::Instant::now();
        scene.does(&scene.organiser, "/payout-runs", json!({})).await;
        let took = begun.elapsed();
        let runs = scene.shop.get(&scene.treasurer, "/payout-runs").await.is(200);
        assert_eq!((&runs["items"][0]["drafts"], &runs["items"][0]["paid"]), (&json!(301), &json!("3085.00")));
        assert!(took.as_secs() < 10, "300 owners took {took:?}");
    }
}
