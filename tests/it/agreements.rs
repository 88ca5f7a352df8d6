//! Agreements: proposed by one person, approved by another, consented to by the owner; then they split what is sold.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Who};

/// Two who may sign, an owner with a grid, and a supporter.
struct Scene {
    organiser: Who,
    treasurer: Who,
    owner: Who,
    supporter: Who,
    grid: Uuid,
}

async fn scene(shop: &Shop) -> Scene {
    let organiser = shop.person(&[Role::Organiser]).await;
    let treasurer = shop.person(&[Role::Treasurer]).await;
    let owner = shop.person(&[Role::Stallholder]).await;
    let supporter = shop.person(&[Role::LoveShareholder]).await;
    let grid = shop.makes(&organiser, "/grids", json!({ "site_id": shop.site.0, "code": "A01" })).await;
    shop.makes(&organiser, "/grid-owners", json!({ "grid_id": grid, "owner_id": owner.id, "from_day": "2026-01-01" })).await;
    Scene { organiser, treasurer, owner, supporter, grid }
}

impl Scene {
    fn version(&self, day: &str, owner: &str, cooperative: &str, supporter: &str) -> Value {
        json!({ "grid_id": self.grid, "effective_on": day, "shares": [
            { "party": "owner", "percent": owner },
            { "party": "cooperative", "percent": cooperative },
            { "party": "supporter", "person_id": self.supporter.id, "percent": supporter },
        ] })
    }

    /// Proposed, approved and consented to.
    async fn agreed(&self, shop: &Shop, version: Value) -> Uuid {
        let id = shop.makes(&self.organiser, "/agreement-versions", version).await;
        shop.makes(&self.treasurer, "/agreement-approvals", json!({ "version_id": id })).await;
        shop.makes(&self.owner, "/consents", json!({ "version_id": id })).await;
        id
    }
}

/// Mei, with a password.
async fn signs_in(shop: &Shop, password: &str) -> Who {
    let shown = json!({ "coop": "hexie", "name": "mei", "password": password });
    let tokens = shop.errand(&Who::nobody(), "/sign-in", &shown).await.is(200);
    let person = tokens["person_id"].as_str().and_then(|id| id.parse().ok()).expect("a person");
    Who::bearer(person, tokens["access_token"].as_str().expect("an access token"))
}

/// What an account of somebody comes to, credit positive, in fen.
async fn balance(shop: &Shop, account: &'static str, party: Uuid) -> i64 {
    let mut tx = shop.service.db.snapshot().await.unwrap();
    let text = "SELECT COALESCE(CAST(sum(credit_minor - debit_minor) AS BIGINT), 0) FROM balance
                WHERE month = '' AND account = $1 AND party = $2";
    tx.q(text).bind(account.to_owned()).bind(party).scalar().await.unwrap()
}

on_both! {
    async fn two_sign_and_the_owner_consents_and_then_it_splits(shop: Shop) {
        let scene = scene(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        let id = shop.makes(&scene.organiser, "/agreement-versions", scene.version("2026-01-01", "85", "10", "5")).await;
        let (_, answer) = till.sells(&shop, scene.grid, "玉米", "23.50").await;
        assert_eq!(answer.is(201)["tasks"].as_array().map(Vec::len), Some(1), "a proposal splits nothing");

        let approval = json!({ "version_id": id });
        let same = shop.post(&scene.organiser, "/agreement-approvals", shop.id(), &approval).await;
        assert_eq!(same.refused(403), "same_person_twice");
        shop.makes(&scene.treasurer, "/agreement-approvals", approval.clone()).await;
        let again = shop.post(&scene.treasurer, "/agreement-approvals", shop.id(), &approval).await;
        assert_eq!(again.refused(409), "decided_before");
        let (_, answer) = till.sells(&shop, scene.grid, "玉米", "23.50").await;
        assert_eq!(answer.is(201)["tasks"].as_array().map(Vec::len), Some(1), "nothing without the owner's consent");

        let consented = shop.post(&scene.owner, "/consents", shop.id(), &approval).await.is(201);
        assert_eq!((&consented["id"], &consented["day"]), (&json!(id), &json!("2026-01-01")));
        let (_, answer) = till.sells(&shop, scene.grid, "玉米", "23.50").await;
        assert_eq!(answer.is(201)["tasks"], json!([]));
        assert_eq!(balance(&shop, "21101", scene.owner.id).await, 1998);
        assert_eq!(balance(&shop, "21102", scene.supporter.id).await, 117);

        let view = shop.get(&scene.owner, &format!("/agreement-versions/{id}")).await.is(200);
        assert_eq!(view["is_agreed"], true);
        assert_eq!((&view["consent_manner"], &view["owner_id"]), (&json!("self"), &json!(scene.owner.id)));
        assert_eq!(view["shares"], json!([
            { "place": 1, "party": "owner", "person_id": scene.owner.id, "percent": "85", "instrument_id": null, "fallback": 1, "carry": "-0.5" },
            { "place": 2, "party": "cooperative", "person_id": null, "percent": "10", "instrument_id": null, "fallback": 1, "carry": "0" },
            { "place": 3, "party": "supporter", "person_id": scene.supporter.id, "percent": "5", "instrument_id": null, "fallback": 1, "carry": "0.5" },
        ]));
    }

    async fn a_second_account_is_the_same_person(shop: Shop) {
        let scene = scene(&shop).await;
        let ghost = shop.person(&[]).await;
        shop.makes(&scene.organiser, "/role-grants", json!({ "person_id": ghost.id, "role": "treasurer" })).await;
        let id = shop.makes(&scene.organiser, "/agreement-versions", scene.version("2026-01-01", "85", "10", "5")).await;
        let approval = json!({ "version_id": id });
        let refused = shop.post(&ghost, "/agreement-approvals", shop.id(), &approval).await;
        assert_eq!(refused.refused(403), "same_person_twice", "the office came from whoever proposed it");
        let theirs = shop.makes(&ghost, "/agreement-versions", scene.version("2026-01-01", "85", "10", "5")).await;
        let refused = shop.post(&scene.organiser, "/agreement-approvals", shop.id(), &json!({ "version_id": theirs })).await;
        assert_eq!(refused.refused(403), "same_person_twice", "and the other way round");

        let login = json!({ "person_id": scene.treasurer.id, "name": "mei", "password": "first password" });
        shop.errand(&scene.organiser, "/logins", &login).await.is(201);
        let mei = signs_in(&shop, "first password").await;
        assert_eq!(shop.post(&mei, "/agreement-approvals", shop.id(), &approval).await.refused(403), "same_person_twice");
        let seen = shop.get(&scene.organiser, &format!("/people/{}", mei.id)).await.is(200);
        assert_eq!((&seen["login"]["set_by"], &seen["login"]["own_since"]), (&json!(scene.organiser.id), &Value::Null));
        // A password of their own makes them somebody again; the trace stays.
        shop.errand(&mei, "/passwords", &json!({ "current": "first password", "new": "nobody knows it" })).await.is(204);
        let seen = shop.get(&scene.organiser, &format!("/people/{}", mei.id)).await.is(200);
        assert_eq!(seen["login"]["set_by"], json!(scene.organiser.id));
        assert!(seen["login"]["own_since"].is_string());
        shop.makes(&mei, "/agreement-approvals", approval).await;
    }

    async fn two_accounts_whose_passwords_a_third_set_are_not_two_people(shop: Shop) {
        let scene = scene(&shop).await;
        let (first, second) = (shop.person(&[Role::Treasurer]).await, shop.person(&[Role::Treasurer]).await);
        for (person, name) in [(&first, "mei"), (&second, "lan")] {
            let login = json!({ "person_id": person.id, "name": name, "password": "first password" });
            shop.errand(&scene.organiser, "/logins", &login).await.is(201);
        }
        let mei = signs_in(&shop, "first password").await;
        let id = shop.makes(&mei, "/agreement-versions", scene.version("2026-01-01", "85", "10", "5")).await;
        let lan = json!({ "coop": "hexie", "name": "lan", "password": "first password" });
        let tokens = shop.errand(&Who::nobody(), "/sign-in", &lan).await.is(200);
        let lan = Who::bearer(second.id, tokens["access_token"].as_str().unwrap());
        let approval = json!({ "version_id": id });
        let refused = shop.post(&lan, "/agreement-approvals", shop.id(), &approval).await;
        assert_eq!(refused.refused(403), "same_person_twice", "the organiser can sign in as both");
        // Once one of them has a password that the organiser does not know, they are two.
        shop.errand(&mei, "/passwords", &json!({ "current": "first password", "new": "nobody knows it" })).await.is(204);
        shop.makes(&lan, "/agreement-approvals", approval).await;
    }

    async fn a_later_version_takes_effect_tomorrow_at_the_earliest(shop: Shop) {
        let scene = scene(&shop).await;
        scene.agreed(&shop, scene.version("2026-01-01", "85", "10", "5")).await;
        for day in ["2026-01-02", "2026-06-30"] {
            let version = scene.version(day, "88", "9", "3");
            assert_eq!(shop.post(&scene.organiser, "/agreement-versions", shop.id(), &version).await.refused(422), "not_an_agreement");
        }
        // Proposed in time, approved too late.
        let late = shop.makes(&scene.organiser, "/agreement-versions", scene.version("2026-07-01", "88", "9", "3")).await;
        shop.it_is("2026-07-01T02:00:00Z");
        let approval = json!({ "version_id": late });
        let refused = shop.post(&scene.treasurer, "/agreement-approvals", shop.id(), &approval).await;
        assert_eq!(refused.refused(422), "not_an_agreement");
        let refused = shop.post(&scene.owner, "/consents", shop.id(), &approval).await;
        assert_eq!(refused.refused(422), "not_an_agreement");
        scene.agreed(&shop, scene.version("2026-07-02", "88", "9", "3")).await;
        shop.it_is("2026-07-02T02:00:00Z");
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        till.sells(&shop, scene.grid, "玉米", "100.00").await.1.is(201);
        assert_eq!(balance(&shop, "21101", scene.owner.id).await, 8800);
        let versions = shop.get(&scene.treasurer, &format!("/agreement-versions?grid_id={}", scene.grid)).await.is(200);
        assert_eq!(versions["items"].as_array().map(Vec::len), Some(3));
        assert_eq!(versions["items"][1]["shares"][0]["percent"], "88", "each with its shares");
        let waiting = shop.get(&scene.treasurer, "/agreement-versions?waiting=true").await.is(200);
        let ids: Vec<&Value> = waiting["items"].as_array().unwrap().iter().map(|version| &version["id"]).collect();
        assert_eq!(ids, [&json!(late)], "the one that came too late was never approved");
    }

    async fn shares_that_cannot_be_are_refused(shop: Shop) {
        let scene = scene(&shop).await;
        let (owner, cooperative) = (json!({ "party": "owner", "percent": "90" }), json!({ "party": "cooperative", "percent": "10" }));
        let supporter = |percent: &str| json!({ "party": "supporter", "person_id": scene.supporter.id, "percent": percent });
        let too_many: Vec<Value> = (0..21).map(|_| supporter("0")).chain([owner.clone(), cooperative.clone()]).collect();
        for (shares, slug) in [
            (json!([]), "invalid"),
            (json!([owner]), "not_an_agreement"),
            (json!([owner, cooperative, supporter("0.000001")]), "not_an_agreement"),
            (json!([owner, cooperative, supporter("0"), supporter("0")]), "not_an_agreement"),
            (json!(too_many), "not_an_agreement"),
            (json!([owner, owner, cooperative]), "invalid"),
            (json!([cooperative, supporter("90")]), "invalid"),
            (json!([owner, cooperative, supporter("-1")]), "invalid"),
            (json!([owner, cooperative, supporter("1000")]), "invalid"),
            (json!([owner, cooperative, supporter("0.0000001")]), "invalid"),
            (json!([owner, cooperative, { "party": "supporter", "percent": "0" }]), "invalid"),
            (json!([owner, cooperative, { "party": "friend", "percent": "0" }]), "invalid"),
            (json!([owner, { "party": "cooperative", "percent": "10", "person_id": scene.supporter.id }]), "invalid"),
            (json!([owner, { "party": "cooperative", "percent": "10", "fallback": 0 }]), "invalid"),
        ] {
            let version = json!({ "grid_id": scene.grid, "effective_on": "2026-01-01", "shares": shares });
            let refused = shop.post(&scene.organiser, "/agreement-versions", shop.id(), &version).await;
            assert_eq!(refused.refused(422), slug, "{shares}");
        }
        let mut version = scene.version("2026-01-01", "85", "10", "5");
        version["shares"][2]["person_id"] = json!(shop.id());
        assert_eq!(shop.post(&scene.organiser, "/agreement-versions", shop.id(), &version).await.refused(404), "not_found");
        let early = scene.version("2025-12-31", "85", "10", "5");
        assert_eq!(shop.post(&scene.organiser, "/agreement-versions", shop.id(), &early).await.refused(409), "grid_without_owner");
        assert_eq!(shop.count("SELECT count(*) FROM agreement_version").await, 0);
        assert_eq!(shop.count("SELECT count(*) FROM agreement_share").await, 0);
    }

    async fn consent_is_the_owners_or_logged_with_its_manner(shop: Shop) {
        let scene = scene(&shop).await;
        let propose = |day: &'static str| shop.makes(&scene.organiser, "/agreement-versions", scene.version(day, "85", "10", "5"));
        let id = propose("2026-01-01").await;
        let consent = json!({ "version_id": id });
        let stranger = shop.person(&[Role::Stallholder]).await;
        assert_eq!(shop.post(&stranger, "/consents", shop.id(), &consent).await.refused(404), "not_found");
        assert_eq!(shop.post(&scene.treasurer, "/consents", shop.id(), &consent).await.refused(403), "forbidden");
        assert_eq!(shop.post(&scene.organiser, "/consents", shop.id(), &consent).await.refused(422), "invalid", "how?");
        let logged = json!({ "version_id": id, "manner": "paper" });
        assert_eq!(shop.post(&scene.owner, "/consents", shop.id(), &logged).await.refused(422), "invalid");
        shop.makes(&scene.organiser, "/consents", logged).await;
        assert_eq!(shop.post(&scene.owner, "/consents", shop.id(), &consent).await.refused(409), "decided_before");

        let id = propose("2026-01-02").await;
        let guardian = shop.person(&[]).await;
        let grant = json!({ "person_id": guardian.id, "role": "guardian", "ward_id": scene.owner.id });
        shop.makes(&scene.organiser, "/role-grants", grant).await;
        shop.makes(&guardian, "/consents", json!({ "version_id": id })).await;
        let view = shop.get(&guardian, &format!("/agreement-versions/{id}")).await.is(200);
        assert_eq!(view["consent_manner"], "guardian");
        assert_eq!(shop.get(&stranger, &format!("/agreement-versions/{id}")).await.refused(404), "not_found");
        assert_eq!(shop.get(&stranger, "/agreement-versions").await.is(200)["items"], json!([]));
    }

    async fn a_grids_next_owner_has_an_agreement_of_their_own(shop: Shop) {
        let scene = scene(&shop).await;
        scene.agreed(&shop, scene.version("2026-01-01", "85", "10", "5")).await;
        let next = shop.person(&[Role::Stallholder]).await;
        let given = json!({ "grid_id": scene.grid, "owner_id": next.id, "from_day": "2026-07-01" });
        shop.makes(&scene.organiser, "/grid-owners", given).await;
        shop.it_is("2026-07-01T02:00:00Z");
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        let (_, answer) = till.sells(&shop, scene.grid, "玉米", "10.00").await;
        assert_eq!(answer.is(201)["tasks"][0]["kind"], "no_agreement", "the earlier owner's agreement splits nothing of it");
        // Their first version may begin on any day that the grid is theirs.
        let version = scene.version("2026-07-01", "80", "15", "5");
        let id = shop.makes(&scene.organiser, "/agreement-versions", version).await;
        shop.makes(&scene.treasurer, "/agreement-approvals", json!({ "version_id": id })).await;
        shop.makes(&next, "/consents", json!({ "version_id": id })).await;
        till.sells(&shop, scene.grid, "玉米", "10.00").await.1.is(201);
        assert_eq!((balance(&shop, "21101", next.id).await, balance(&shop, "21101", scene.owner.id).await), (800, 0));
    }

    async fn a_capped_share_receives_up_to_its_cap(shop: Shop) {
        let scene = scene(&shop).await;
        let instrument = json!({ "supporter_id": scene.supporter.id, "cap": "1.00", "ends_on": "2026-12-31" });
        let instrument = shop.makes(&scene.treasurer, "/instruments", instrument).await;
        let mut version = scene.version("2026-01-01", "85", "10", "5");
        version["shares"][2]["instrument_id"] = json!(instrument);
        let another = shop.makes(&scene.treasurer, "/instruments", json!({ "supporter_id": scene.owner.id })).await;
        let mut wrong = version.clone();
        wrong["shares"][2]["instrument_id"] = json!(another);
        assert_eq!(shop.post(&scene.organiser, "/agreement-versions", shop.id(), &wrong).await.refused(422), "invalid");
        wrong["shares"][2]["instrument_id"] = json!(shop.id());
        assert_eq!(shop.post(&scene.organiser, "/agreement-versions", shop.id(), &wrong).await.refused(404), "not_found");
        let mut wrong = version.clone();
        wrong["shares"][2]["fallback"] = json!(3);
        assert_eq!(shop.post(&scene.organiser, "/agreement-versions", shop.id(), &wrong).await.refused(422), "not_an_agreement");
        scene.agreed(&shop, version).await;

        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        till.sells(&shop, scene.grid, "玉米", "100.00").await.1.is(201);
        assert_eq!((balance(&shop, "21102", scene.supporter.id).await, balance(&shop, "21101", scene.owner.id).await), (100, 8900));
        let mut told = json!({
            "id": instrument, "supporter_id": scene.supporter.id, "kind": "share_of_sales", "state": "in_force", "purpose": null, "cap": "1.00",
            "begins_on": "2026-06-30", "ends_on": "2026-12-31", "received": "1.00", "used": "0.00", "left": "0.00", "held": null,
            "created_at": "2026-06-30T02:00:00Z",
        });
        let page = |told: &Value| {
            let mut page = told.clone();
            (page["schedule"], page["papers"], page["wish"]) = (json!([]), json!([]), Value::Null);
            page
        };
        let path = format!("/instruments/{instrument}");
        assert_eq!(shop.get(&scene.treasurer, &path).await.is(200), page(&told));
        // The running total would tell the supporter each sale of the stall.
        (told["received"], told["left"]) = (Value::Null, Value::Null);
        assert_eq!(shop.get(&scene.supporter, &path).await.is(200), page(&told));
        assert_eq!(shop.get(&scene.supporter, "/instruments").await.is(200)["items"][0], told);
        let seen = shop.get(&scene.supporter, "/instruments").await.is(200);
        assert_eq!(seen["items"].as_array().map(Vec::len), Some(1), "a love shareholder sees their own");
        assert_eq!(shop.get(&scene.owner, "/instruments").await.refused(403), "forbidden");
        for wrong in [
            json!({ "supporter_id": scene.supporter.id, "cap": "0.00" }), json!({ "supporter_id": scene.supporter.id, "cap": "5" }),
            json!({ "supporter_id": scene.supporter.id, "ends_on": "2026-06-29" }),
            json!({ "supporter_id": scene.supporter.id, "ends_on": "soon" }),
        ] {
            assert_eq!(shop.post(&scene.treasurer, "/instruments", shop.id(), &wrong).await.refused(422), "invalid", "{wrong}");
        }
    }

    async fn another_cooperatives_agreements_are_not_there(shop: Shop) {
        let (scene, (_, neighbour)) = (scene(&shop).await, shop.neighbour().await);
        let id = shop.makes(&scene.organiser, "/agreement-versions", scene.version("2026-01-01", "85", "10", "5")).await;
        let instrument = shop.makes(&scene.organiser, "/instruments", json!({ "supporter_id": scene.supporter.id })).await;
        let theirs = json!({ "version_id": id });
        assert_eq!(shop.post(&neighbour, "/agreement-approvals", shop.id(), &theirs).await.refused(404), "not_found");
        let theirs = json!({ "version_id": id, "manner": "paper" });
        assert_eq!(shop.post(&neighbour, "/consents", shop.id(), &theirs).await.refused(404), "not_found");
        let version = scene.version("2026-01-01", "85", "10", "5");
        assert_eq!(shop.post(&neighbour, "/agreement-versions", shop.id(), &version).await.refused(404), "not_found");
        assert_eq!(shop.get(&neighbour, &format!("/agreement-versions/{id}")).await.refused(404), "not_found");
        assert_eq!(shop.get(&neighbour, &format!("/instruments/{instrument}")).await.refused(404), "not_found");
        let theirs = json!({ "supporter_id": scene.supporter.id });
        assert_eq!(shop.post(&neighbour, "/instruments", shop.id(), &theirs).await.refused(404), "not_found");
    }

    async fn an_owner_who_joins_takes_their_balance_along(shop: Shop) {
        let scene = scene(&shop).await;
        scene.agreed(&shop, scene.version("2026-01-01", "85", "10", "5")).await;
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        till.sells(&shop, scene.grid, "玉米", "23.50").await.1.is(201);
        let answer = shop.post(&scene.organiser, "/memberships", shop.id(), &json!({ "person_id": scene.owner.id })).await.is(201);
        assert!(answer["entry_number"].is_i64());
        assert_eq!((balance(&shop, "21101", scene.owner.id).await, balance(&shop, "11401", scene.owner.id).await), (0, 1998));
        till.sells(&shop, scene.grid, "玉米", "10.00").await.1.is(201);
        assert_eq!((balance(&shop, "21101", scene.owner.id).await, balance(&shop, "11401", scene.owner.id).await), (0, 2848));
    }

    async fn a_voucher_says_what_is_left_on_it(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        let line = json!({ "voucher": "DJQ-0001", "name": "代金券", "measure": "piece", "quantity": "1", "price": "30.00" });
        let sale = json!({ "lines": [line], "tenders": [{ "means": "cash", "amount": "30.00" }] });
        let (document, answer) = till.reports(&shop, "/sales", sale).await;
        answer.is(201);
        for who in [&treasurer, &till.who] {
            let voucher = shop.get(who, "/vouchers/DJQ-0001").await.is(200);
            assert_eq!((&voucher["issued"], &voucher["remaining"]), (&json!("30.00"), &json!("30.00")));
            assert_eq!(voucher["document_id"], json!(document));
        }
        assert_eq!(shop.get(&treasurer, "/vouchers/DJQ-0002").await.refused(404), "not_found");
        assert_eq!(shop.get(&treasurer, "/vouchers/a%20b").await.refused(422), "invalid");
        assert_eq!(shop.get(&shop.neighbour().await.1, "/vouchers/DJQ-0001").await.refused(404), "not_found");
    }

    async fn an_agreed_version_cannot_be_edited_by_any_hand(shop: Shop) {
        let scene = scene(&shop).await;
        scene.agreed(&shop, scene.version("2026-01-01", "85", "10", "5")).await;
        for attack in [
            "UPDATE agreement_version SET effective_on = '2026-02-01'",
            "UPDATE agreement_version SET approved_by = proposed_by",
            "UPDATE agreement_version SET consented_at = NULL",
            "DELETE FROM agreement_version",
            "UPDATE agreement_share SET percent_e6 = 0",
        ] {
            let mut tx = shop.service.db.begin().await.unwrap();
            let error = tx.q(attack).run().await.expect_err(attack).to_string();
            assert!(error.contains("append-only"), "{attack}: {error}");
        }
    }

    async fn a_proposal_is_withdrawn_and_an_agreement_is_not(shop: Shop) {
        let scene = scene(&shop).await;
        let id = shop.makes(&scene.organiser, "/agreement-versions", scene.version("2026-01-01", "58", "37", "5")).await;
        let version = json!({ "version_id": id });
        shop.makes(&scene.treasurer, "/agreement-withdrawals", version.clone()).await;
        for path in ["/agreement-withdrawals", "/agreement-approvals"] {
            assert_eq!(shop.post(&scene.treasurer, path, shop.id(), &version).await.refused(409), "decided_before", "{path}");
        }
        assert_eq!(shop.post(&scene.owner, "/consents", shop.id(), &version).await.refused(409), "decided_before");
        let view = shop.get(&scene.owner, &format!("/agreement-versions/{id}")).await.is(200);
        assert_eq!((&view["is_agreed"], &view["withdrawn_by"]), (&json!(false), &json!(scene.treasurer.id)));
        let agreed = scene.agreed(&shop, scene.version("2026-01-01", "85", "10", "5")).await;
        let agreed = json!({ "version_id": agreed });
        assert_eq!(shop.post(&scene.treasurer, "/agreement-withdrawals", shop.id(), &agreed).await.refused(409), "decided_before");
    }
}
