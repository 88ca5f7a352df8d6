//! What takes two people in the office: the opening balances, manual entries with a paper, and reversing what two signed.

use axum::{
    body::Body,
    http::{Request, header},
};
use gezi::{app::verify::Fault, auth::role::Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Answer, Shop, Who};

const BILL: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n";

struct Scene {
    shop: Shop,
    treasurer: Who,
    organiser: Who,
}

impl Scene {
    async fn new(shop: Shop) -> Self {
        let [treasurer, organiser] = [shop.person(&[Role::Treasurer]).await, shop.person(&[Role::Organiser]).await];
        Self { shop, treasurer, organiser }
    }

    async fn uploads(&self, who: &Who, bytes: &'static [u8]) -> Answer {
        let request = Request::post("/api/v1/papers")
            .header(header::AUTHORIZATION, format!("Bearer {}", who.token.as_deref().unwrap_or_default()))
            .header(header::CONTENT_TYPE, "application/pdf");
        self.shop.answer(request.body(Body::from(bytes)).unwrap()).await
    }

    async fn paper(&self) -> Value {
        self.uploads(&self.treasurer, BILL).await.is(201)["paper"].clone()
    }

    async fn drafts(&self, path: &str, body: &Value) -> Answer {
        self.shop.post(&self.treasurer, path, self.shop.id(), body).await
    }

    async fn agrees(&self, who: &Who, draft: &Value) -> Answer {
        self.shop.post(who, "/proposal-agreements", self.shop.id(), &json!({ "proposal_id": draft })).await
    }

    async fn entries(&self) -> i64 {
        self.shop.get(&self.treasurer, "/head").await.is(200)["number"].as_i64().unwrap()
    }
}

/// 12.00 of fees by the bank.
fn fees(paper: &Value) -> Value {
    let lines = json!([{ "account": "52103", "debit": "12.00" }, { "account": "102", "credit": "12.00" }]);
    json!({ "lines": lines, "note": "银行账户管理费", "paper": paper })
}

fn opening(lines: &Value) -> Value {
    json!({ "lines": lines })
}

on_both! {
    async fn a_manual_entry_has_a_paper_and_two_people(shop: Shop) {
        let scene = Scene::new(shop).await;
        let paper = scene.paper().await;
        assert_eq!(scene.drafts("/manual-entry-proposals", &fees(&json!("0".repeat(64)))).await.refused(404), "not_found");
        let draft = scene.drafts("/manual-entry-proposals", &fees(&paper)).await.is(201)["id"].clone();
        assert_eq!(scene.agrees(&scene.treasurer, &draft).await.refused(403), "same_person_twice");
        assert_eq!(scene.entries().await, 0, "nothing happens until another agrees");
        let waiting = scene.shop.get(&scene.organiser, "/waiting").await.is(200);
        assert_eq!((&waiting["asked"][0]["kind"], &waiting["asked"][0]["mine"]), (&json!("manual_entry"), &json!(true)));
        let posted = scene.agrees(&scene.organiser, &draft).await.is(201);
        assert_eq!((&posted["id"], scene.entries().await), (&draft, 1));
        assert_eq!(scene.agrees(&scene.organiser, &draft).await.refused(409), "decided_before");
        let event = scene.shop.get(&scene.treasurer, &format!("/office-events/{}", draft.as_str().unwrap())).await.is(200);
        assert_eq!((&event["kind"], &event["amount"], &event["paper"], &event["made_by"]), (&json!("manual_entry"), &json!("12.00"), &paper, &json!(scene.organiser.id)));

        // Two signed it, so two reverse it.
        let reversal = json!({ "entry_number": 1, "reason": "wrong_account" });
        assert_eq!(scene.drafts("/reversals", &reversal).await.refused(409), "needs_two");
        let undo = scene.drafts("/reversal-proposals", &reversal).await.is(201)["id"].clone();
        assert_eq!(scene.drafts("/reversal-proposals", &reversal).await.refused(409), "already_proposed");
        assert_eq!(scene.agrees(&scene.treasurer, &undo).await.refused(403), "same_person_twice");
        scene.agrees(&scene.organiser, &undo).await.is(201);
        assert_eq!(scene.drafts("/reversal-proposals", &reversal).await.refused(409), "decided_before");
        let first = scene.shop.get(&scene.treasurer, "/entries/1").await.is(200);
        let second = scene.shop.get(&scene.treasurer, "/entries/2").await.is(200);
        assert_eq!((&first["reversed_by"], &second["reverses"]), (&json!(2), &json!(1)));
    }

    async fn only_accounts_that_allow_it_take_manual_entries(shop: Shop) {
        let scene = Scene::new(shop).await;
        let (paper, person) = (scene.paper().await, scene.treasurer.id);
        let bank = |side: &str| json!({ "account": "102", (side): "12.00" });
        for (other, at) in [
            (json!({ "account": "11401", "person_id": person, "credit": "12.00" }), "lines[1]"),
            (json!({ "account": "21105", "person_id": person, "credit": "12.00" }), "lines[1]"),
            (json!({ "account": "10102", "credit": "12.00" }), "lines[1]"),
            (json!({ "account": "no such", "credit": "12.00" }), "lines[1]"),
            (json!({ "account": "522", "person_id": person, "credit": "12.00" }), "lines[1]"),
            (json!({ "account": "522", "credit": "12.00", "debit": "12.00" }), "lines[1].debit"),
            (json!({ "account": "522", "credit": "12.01" }), "lines"),
            (json!({ "account": "522", "debit": "12.00" }), "lines"),
            (json!({ "account": "522", "credit": "0.00" }), "lines[1].credit"),
        ] {
            let body = json!({ "lines": [bank("debit"), other], "note": "试", "paper": paper });
            let refused = scene.drafts("/manual-entry-proposals", &body).await.is(422);
            assert_eq!(refused["field"], at, "{body}: {refused}");
        }
        let tomorrow = json!({ "day": "2026-07-01", "lines": [bank("debit"), bank("credit")], "note": "试", "paper": paper });
        assert_eq!(scene.drafts("/manual-entry-proposals", &tomorrow).await.is(422)["field"], "day");
        let chart = scene.shop.get(&scene.treasurer, "/accounts").await.is(200);
        let open: Vec<&str> = chart["items"].as_array().unwrap().iter().filter(|row| row["open_to"] == "manual").map(|row| row["code"].as_str().unwrap()).collect();
        assert_eq!(open, ["10101", "102", "31102", "321", "52103", "522"]);
    }

    async fn the_books_are_opened_once_by_two_with_what_stands_under_agreements(shop: Shop) {
        let scene = Scene::new(shop).await;
        let supporter = scene.shop.person(&[Role::LoveShareholder]).await;
        let loan = json!({ "supporter_id": supporter.id, "kind": "loan", "cap": "3000.00" });
        let loan = scene.shop.makes(&scene.organiser, "/instruments", loan).await;
        let lent = |amount: &str, instrument: Option<Uuid>| json!([
            { "account": "102", "debit": amount }, { "account": "20101", "person_id": supporter.id, "instrument_id": instrument, "credit": amount },
        ]);
        for (lines, status) in [
            (lent("2500.00", None), 422),
            (lent("3000.01", Some(loan)), 409),
            (lent("2500.00", Some(scene.shop.id())), 404),
            (json!([{ "account": "102", "debit": "1.00" }, { "account": "30101", "person_id": supporter.id, "credit": "1.00" }]), 422),
            (json!([{ "account": "102", "debit": "1.00" }, { "account": "21107", "credit": "1.00" }]), 422),
            (json!([{ "account": "102", "debit": "1.00" }, { "account": "50101", "credit": "1.00" }]), 422),
            (json!([{ "account": "102", "debit": "1.00" }]), 422),
        ] {
            let answer = scene.drafts("/opening-balance-proposals", &opening(&lines)).await;
            assert_eq!(answer.status.as_u16(), status, "{lines}: {}", answer.text());
        }
        let draft = scene.drafts("/opening-balance-proposals", &opening(&lent("2500.00", Some(loan)))).await.is(201)["id"].clone();
        let another = scene.drafts("/opening-balance-proposals", &opening(&lent("1.00", Some(loan)))).await;
        assert_eq!(another.refused(409), "already_proposed");
        assert_eq!(scene.agrees(&scene.treasurer, &draft).await.refused(403), "same_person_twice");
        scene.agrees(&scene.organiser, &draft).await.is(201);
        let again = scene.drafts("/opening-balance-proposals", &opening(&lent("1.00", Some(loan)))).await;
        assert_eq!(again.refused(409), "decided_before");
        let reversal = json!({ "entry_number": 1, "reason": "twice" });
        assert_eq!(scene.drafts("/reversals", &reversal).await.refused(409), "never_reversed");
        assert_eq!(scene.drafts("/reversal-proposals", &reversal).await.refused(409), "never_reversed");
        // What was lent before can be paid back, and no more.
        let back = |amount: &str| json!({ "instrument_id": loan, "amount": amount });
        assert_eq!(scene.drafts("/instrument-repayments", &back("2500.01")).await.refused(409), "beyond_held");
        scene.drafts("/instrument-repayments", &back("2500.00")).await.is(201);
    }

    async fn a_draft_that_is_rejected_leaves_everything_as_it_was(shop: Shop) {
        let scene = Scene::new(shop).await;
        let draft = scene.drafts("/manual-entry-proposals", &fees(&scene.paper().await)).await.is(201)["id"].clone();
        scene.shop.post(&scene.organiser, "/proposal-rejections", scene.shop.id(), &json!({ "proposal_id": draft })).await.is(201);
        assert_eq!(scene.agrees(&scene.organiser, &draft).await.refused(409), "decided_before");
        assert_eq!((scene.entries().await, scene.shop.count("SELECT count(*) FROM office_event").await), (0, 0));
    }

    async fn a_paper_is_known_by_its_content_and_read_by_who_may(shop: Shop) {
        let scene = Scene::new(shop).await;
        let paper = scene.paper().await;
        assert_eq!(scene.uploads(&scene.organiser, BILL).await.is(201)["paper"], paper, "kept once");
        for bad in [&b"MZ\x90\0%PDF-1.7 %%EOF"[..], b"%PDF-1.7 cut", b"<html><script>1</script></html>", b""] {
            assert_eq!(scene.uploads(&scene.treasurer, bad).await.refused(422), "invalid");
        }
        let helper = scene.shop.person(&[Role::Helper]).await;
        assert_eq!(scene.uploads(&helper, BILL).await.refused(403), "forbidden");
        let path = format!("/papers/{}", paper.as_str().unwrap());
        let read = scene.shop.get(&scene.treasurer, &path).await;
        assert_eq!((read.status.as_u16(), &read.bytes[..]), (200, BILL));
        assert!(read.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment;"));
        assert_eq!(scene.shop.get(&helper, &path).await.refused(403), "forbidden");
        assert_eq!(scene.shop.get(&scene.treasurer, "/papers/%E5%8D%95%E6%8D%AE").await.refused(404), "not_found");
        let (_, neighbour) = scene.shop.neighbour().await;
        assert_eq!(scene.shop.get(&neighbour, &path).await.refused(404), "not_found");

        let gift = json!({ "supporter_id": scene.treasurer.id, "kind": "gift" });
        let gift = scene.shop.makes(&scene.organiser, "/instruments", gift).await;
        let with = json!({ "instrument_id": gift, "paper": paper });
        scene.shop.makes(&scene.organiser, "/instrument-papers", with.clone()).await;
        assert_eq!(scene.shop.post(&scene.organiser, "/instrument-papers", scene.shop.id(), &with).await.refused(409), "decided_before");
        assert_eq!(scene.shop.get(&scene.treasurer, &format!("/instruments/{gift}")).await.is(200)["papers"], json!([paper]));

        scene.shop.tamper("UPDATE paper SET bytes = hash").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(matches!(verdict.faults[..], [Fault::PaperChanged(_)]), "{:?}", verdict.faults);
    }

    async fn lines_changed_by_hand_are_named(shop: Shop) {
        let scene = Scene::new(shop).await;
        let draft = scene.drafts("/manual-entry-proposals", &fees(&scene.paper().await)).await.is(201)["id"].clone();
        scene.agrees(&scene.organiser, &draft).await.is(201);
        scene.shop.tamper("UPDATE office_line SET account = '522' WHERE account = '52103'").await;
        let verdict = gezi::app::verify::run(&scene.shop.service.db, scene.shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(matches!(verdict.faults[..], [Fault::DocumentChanged { number: 1, .. }]), "{:?}", verdict.faults);
    }
}
