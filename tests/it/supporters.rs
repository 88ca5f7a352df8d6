//! Love shareholders' agreements and the office's own events: what may come in and go out, whose wish counts, and what is undone.

use gezi::{app::verify::Fault, auth::role::Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Who};

/// An office of two, and a love shareholder.
struct Scene {
    shop: Shop,
    organiser: Who,
    treasurer: Who,
    supporter: Who,
}

impl Scene {
    async fn new(shop: Shop) -> Self {
        let roles = [Role::Organiser, Role::Treasurer, Role::LoveShareholder];
        let [organiser, treasurer, supporter] =
            [shop.person(&roles[..1]).await, shop.person(&roles[1..2]).await, shop.person(&roles[2..]).await];
        Self { shop, organiser, treasurer, supporter }
    }

    async fn agrees(&self, mut terms: Value) -> Uuid {
        terms["supporter_id"] = json!(self.supporter.id);
        self.shop.makes(&self.organiser, "/instruments", terms).await
    }

    async fn does(&self, path: &str, body: Value) -> Value {
        self.shop.post(&self.treasurer, path, self.shop.id(), &body).await.is(201)
    }

    /// What the office is told instead; nothing is posted.
    #[track_caller]
    fn cannot<'a>(&'a self, path: &'a str, body: Value) -> impl Future<Output = String> + 'a {
        let caller = std::panic::Location::caller();
        async move {
            let before = self.entries().await;
            let answer = self.shop.post(&self.treasurer, path, self.shop.id(), &body).await;
            assert_eq!(answer.status.as_u16(), 409, "{caller}: {}", answer.text());
            assert_eq!(self.entries().await, before, "{caller}: a refused command posts nothing");
            answer.refused(409)
        }
    }

    async fn entries(&self) -> i64 {
        self.shop.get(&self.treasurer, "/head").await.is(200)["number"].as_i64().expect("a number")
    }

    async fn shows(&self, who: &Who, id: Uuid) -> Value {
        self.shop.get(who, &format!("/instruments/{id}")).await.is(200)
    }
}

fn under(instrument: Uuid, amount: &str) -> Value {
    json!({ "instrument_id": instrument, "amount": amount })
}

fn training(instrument: Uuid, amount: &str) -> Value {
    json!({ "instrument_id": instrument, "amount": amount, "purpose": "training" })
}

on_both! {
    async fn a_restricted_gift_is_spent_on_its_purpose_and_never_twice(shop: Shop) {
        let scene = Scene::new(shop).await;
        let gift = scene.agrees(json!({ "kind": "restricted_gift", "purpose": "training", "cap": "1000.00" })).await;
        let other = scene.agrees(json!({ "kind": "restricted_gift", "purpose": "rent" })).await;
        scene.does("/instrument-receipts", under(gift, "600.00")).await;
        scene.does("/instrument-receipts", under(other, "500.00")).await;
        assert_eq!(scene.cannot("/instrument-receipts", under(gift, "400.01")).await, "beyond_agreed");
        assert_eq!(scene.cannot("/gift-spendings", training(other, "1.00")).await, "other_purpose");
        assert_eq!(scene.cannot("/gift-spendings", training(gift, "600.01")).await, "beyond_held");
        assert_eq!(scene.cannot("/instrument-repayments", under(gift, "1.00")).await, "not_paid_back");

        // A lost answer, and the same key for something else.
        let (key, body) = (scene.shop.id(), training(gift, "600.00"));
        let first = scene.shop.post(&scene.treasurer, "/gift-spendings", key, &body).await.is(201);
        assert_eq!(scene.shop.post(&scene.treasurer, "/gift-spendings", key, &body).await.is(201), first);
        let again = scene.shop.post(&scene.treasurer, "/gift-spendings", key, &training(gift, "1.00")).await;
        assert_eq!(again.refused(409), "id_taken");
        assert_eq!(scene.cannot("/gift-spendings", training(gift, "0.01")).await, "beyond_held");

        let seen = scene.shows(&scene.treasurer, gift).await;
        assert_eq!((&seen["received"], &seen["used"], &seen["held"], &seen["left"]), (&json!("600.00"), &json!("600.00"), &json!("0.00"), &json!("400.00")));
        let events = scene.shop.get(&scene.supporter, &format!("/instruments/{gift}/events")).await.is(200);
        let told: Vec<_> = events["items"].as_array().unwrap().iter().map(|event| (event["kind"].as_str().unwrap(), event["amount"].as_str().unwrap())).collect();
        assert_eq!(told, [("gift_spent", "600.00"), ("gift_received", "600.00")]);
    }

    async fn the_same_key_at_another_address_is_another_command(shop: Shop) {
        let scene = Scene::new(shop).await;
        let (key, body) = (scene.shop.id(), json!({ "person_id": scene.supporter.id, "amount": "50.00" }));
        scene.shop.post(&scene.treasurer, "/deposits", key, &body).await.is(201);
        assert_eq!(scene.shop.post(&scene.treasurer, "/deposit-returns", key, &body).await.refused(409), "id_taken");
        scene.does("/deposit-returns", body.clone()).await;
        assert_eq!(scene.cannot("/deposit-returns", body).await, "beyond_held");
    }

    async fn a_loan_is_paid_back_by_its_schedule_or_waived_as_its_lender_wants(shop: Shop) {
        let scene = Scene::new(shop).await;
        let schedule = json!([{ "due_on": "2026-12-31", "amount": "1000.00" }, { "due_on": "2027-07-31", "amount": "2000.00" }]);
        let terms = json!({ "supporter_id": scene.supporter.id, "kind": "loan", "cap": "3000.00", "schedule": schedule });
        for (field, wrong) in [("cap", json!("2999.99")), ("kind", json!("gift")), ("begins_on", json!("2026-12-31")), ("purpose", json!("rent"))] {
            let mut terms = terms.clone();
            terms[field] = wrong;
            assert_eq!(scene.shop.post(&scene.organiser, "/instruments", scene.shop.id(), &terms).await.refused(422), "invalid", "{field}");
        }
        let loan = scene.agrees(terms).await;
        scene.does("/instrument-receipts", under(loan, "3000.00")).await;
        scene.does("/instrument-repayments", under(loan, "1500.00")).await;
        let seen = scene.shows(&scene.supporter, loan).await;
        let open: Vec<&str> = seen["schedule"].as_array().unwrap().iter().map(|instalment| instalment["open"].as_str().unwrap()).collect();
        assert_eq!((open, &seen["state"], &seen["held"]), (vec!["0.00", "1500.00"], &json!("in_force"), &json!("1500.00")));
        // It runs for more than a year, and stands there.
        let balances = scene.shop.get(&scene.treasurer, "/trial-balance").await.is(200);
        let on = |code: &str| balances["items"].as_array().unwrap().iter().find(|line| line["account"] == code).map(|line| line["balance"].clone());
        assert_eq!((on("23101"), on("20101")), (Some(json!("-1500.00")), None));

        assert_eq!(scene.cannot("/loan-waivers", json!({ "instrument_id": loan })).await, "not_their_wish");
        let wish = json!({ "supporter_id": scene.supporter.id, "instrument_id": loan, "wish": "waive" });
        let logged_for = scene.shop.post(&scene.treasurer, "/supporter-wishes", scene.shop.id(), &wish).await;
        assert_eq!(logged_for.refused(422), "invalid", "how they said it is missing");
        scene.shop.makes(&scene.supporter, "/supporter-wishes", wish).await;
        assert_eq!(scene.cannot("/instrument-repayments", under(loan, "1.00")).await, "wants_to_waive");
        scene.does("/loan-waivers", json!({ "instrument_id": loan })).await;
        assert_eq!(scene.cannot("/loan-waivers", json!({ "instrument_id": loan })).await, "nothing_left");
        assert_eq!(scene.shows(&scene.treasurer, loan).await["state"], "settled");
    }

    async fn nobody_speaks_for_another_supporter(shop: Shop) {
        let scene = Scene::new(shop).await;
        let gift = scene.agrees(json!({ "kind": "gift" })).await;
        let stranger = scene.shop.person(&[Role::LoveShareholder]).await;
        let wish = json!({ "supporter_id": scene.supporter.id, "wish": "redonate" });
        assert_eq!(scene.shop.post(&stranger, "/supporter-wishes", scene.shop.id(), &wish).await.refused(404), "not_found");
        assert_eq!(scene.shop.get(&stranger, &format!("/instruments/{gift}")).await.refused(404), "not_found");
        assert_eq!(scene.shop.get(&stranger, &format!("/instruments/{gift}/events")).await.refused(404), "not_found");
        let theirs = format!("/instruments?supporter_id={}", scene.supporter.id);
        assert_eq!(scene.shop.get(&stranger, &theirs).await.is(200)["items"], json!([]));
        assert_eq!(scene.shop.get(&scene.supporter, &theirs).await.is(200)["items"][0]["id"], json!(gift));
        assert_eq!(scene.shop.get(&scene.supporter, "/office-events").await.refused(403), "forbidden");
    }

    async fn a_share_of_sales_goes_where_its_supporter_wants(shop: Shop) {
        let scene = Scene::new(shop).await;
        let stall = scene.shop.stall_for("A-01", scene.supporter.id).await;
        let mut till = scene.shop.till().await;
        till.opens(&scene.shop, "100.00").await;
        till.sells(&scene.shop, stall.grid, "玉米", "1000.00").await.1.is(201);
        let share = |amount: &str| json!({ "person_id": scene.supporter.id, "amount": amount });
        assert_eq!(scene.cannot("/share-payments", share("50.01")).await, "beyond_held");
        assert_eq!(scene.cannot("/share-redonations", share("50.00")).await, "not_their_wish");
        scene.does("/share-payments", share("20.00")).await;
        let wish = json!({ "supporter_id": scene.supporter.id, "wish": "redonate" });
        scene.shop.makes(&scene.supporter, "/supporter-wishes", wish).await;
        assert_eq!(scene.cannot("/share-payments", share("30.00")).await, "wants_to_redonate");
        scene.does("/share-redonations", share("30.00")).await;
        assert_eq!(scene.cannot("/share-redonations", share("0.01")).await, "beyond_held");
    }

    async fn an_agreement_that_ended_takes_nothing_more(shop: Shop) {
        let scene = Scene::new(shop).await;
        let capital = scene.agrees(json!({ "kind": "share_capital", "cap": "5000.00" })).await;
        scene.does("/instrument-receipts", under(capital, "2000.00")).await;
        let past = json!({ "instrument_id": capital, "amount": "1.00", "day": "2026-06-29" });
        assert_eq!(scene.cannot("/instrument-receipts", past).await, "not_begun");
        let ending = json!({ "instrument_id": capital });
        scene.shop.post(&scene.organiser, "/instrument-endings", scene.shop.id(), &ending).await.is(201);
        let again = scene.shop.post(&scene.organiser, "/instrument-endings", scene.shop.id(), &ending).await;
        assert_eq!(again.refused(409), "decided_before");
        scene.shop.it_is("2026-07-01T02:00:00Z");
        let treasurer = scene.shop.person(&[Role::Treasurer]).await;
        let scene = Scene { treasurer, ..scene };
        assert_eq!(scene.cannot("/instrument-receipts", under(capital, "1.00")).await, "ended");
        scene.does("/instrument-repayments", under(capital, "2000.00")).await;
        assert_eq!(scene.shows(&scene.treasurer, capital).await["state"], "settled");
    }

    async fn what_was_recorded_wrongly_is_reversed_once_and_shown_as_a_pair(shop: Shop) {
        let scene = Scene::new(shop).await;
        let gift = scene.agrees(json!({ "kind": "restricted_gift", "purpose": "training" })).await;
        let received = scene.does("/instrument-receipts", under(gift, "1000.00")).await["entry_number"].clone();
        let spent = scene.does("/gift-spendings", training(gift, "400.00")).await["entry_number"].clone();
        let reversal = |entry: &Value, reason: &str| json!({ "entry_number": entry, "reason": reason });
        assert_eq!(scene.cannot("/reversals", reversal(&received, "twice")).await, "beyond_held");
        let why = scene.shop.post(&scene.treasurer, "/reversals", scene.shop.id(), &reversal(&spent, "because")).await;
        assert_eq!(why.refused(422), "invalid");
        let undone = scene.does("/reversals", reversal(&spent, "wrong_amount")).await;
        assert_eq!(scene.cannot("/reversals", reversal(&spent, "wrong_amount")).await, "decided_before");
        assert_eq!(scene.cannot("/reversals", reversal(&undone["entry_number"], "twice")).await, "never_reversed");
        let [first, second] = [&spent, &undone["entry_number"]].map(|number| format!("/entries/{number}"));
        let [first, second] = [scene.shop.get(&scene.treasurer, &first).await.is(200), scene.shop.get(&scene.treasurer, &second).await.is(200)];
        assert_eq!((&first["reversed_by"], &second["reverses"], &second["memo"]), (&undone["entry_number"], &spent, &json!("wrong_amount")));
        for (posting, opposite) in first["postings"].as_array().unwrap().iter().zip(second["postings"].as_array().unwrap()) {
            assert_eq!((&posting["account"], &posting["debit"]), (&opposite["account"], &opposite["credit"]));
        }
        scene.does("/reversals", reversal(&received, "never_happened")).await;
        assert_eq!(scene.shows(&scene.treasurer, gift).await["held"], "0.00");

        let mut till = scene.shop.till().await;
        till.opens(&scene.shop, "100.00").await;
        let last = json!(scene.entries().await);
        assert_eq!(scene.cannot("/reversals", reversal(&last, "twice")).await, "never_reversed");
        let missing = scene.shop.post(&scene.treasurer, "/reversals", scene.shop.id(), &reversal(&json!(999), "twice")).await;
        assert_eq!(missing.refused(404), "not_found");
    }

    async fn a_repayment_before_a_waiver_stands(shop: Shop) {
        let scene = Scene::new(shop).await;
        let loan = scene.agrees(json!({ "kind": "loan", "cap": "3000.00" })).await;
        scene.does("/instrument-receipts", under(loan, "3000.00")).await;
        let repaid = scene.does("/instrument-repayments", under(loan, "500.00")).await["entry_number"].clone();
        let wish = json!({ "supporter_id": scene.supporter.id, "instrument_id": loan, "wish": "waive" });
        scene.shop.makes(&scene.supporter, "/supporter-wishes", wish).await;
        let waived = scene.does("/loan-waivers", json!({ "instrument_id": loan })).await["entry_number"].clone();
        let reversal = |entry: &Value| json!({ "entry_number": entry, "reason": "never_happened" });
        assert_eq!(scene.cannot("/reversals", reversal(&repaid)).await, "waived_since");
        scene.does("/reversals", reversal(&waived)).await;
        scene.does("/reversals", reversal(&repaid)).await;
        assert_eq!(scene.shows(&scene.treasurer, loan).await["held"], "3000.00");
    }

    async fn an_event_or_a_book_changed_by_hand_is_named(shop: Shop) {
        let scene = Scene::new(shop).await;
        let gift = scene.agrees(json!({ "kind": "restricted_gift", "purpose": "training" })).await;
        scene.does("/instrument-receipts", under(gift, "1000.00")).await;
        scene.does("/gift-spendings", training(gift, "400.00")).await;
        scene.shop.tamper("UPDATE instrument SET used_minor = 0; UPDATE office_event SET code = 'rent' WHERE kind = 'gift_spent'").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(matches!(&verdict.faults[..], [Fault::DocumentChanged { number: 2, .. }, Fault::UsedDiffers { kept: 0, sum: 40_000, .. }]), "{:?}", verdict.faults);
        scene.shop.tamper("DELETE FROM office_event WHERE kind = 'gift_spent'").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(verdict.faults.iter().any(|fault| matches!(fault, Fault::DocumentMissing { number: 2, .. })), "{:?}", verdict.faults);
    }
}
