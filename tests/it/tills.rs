//! A till is put up, let in by a code, told where it stands, and shut out; a helper's PIN approves at it.

use gezi::auth::role::Role;
use serde_json::json;
use uuid::Uuid;

use crate::harness::{Shop, Till, Who};

/// The till that a code lets in.
async fn enrolled(shop: &Shop, till: Uuid, code: &str) -> Till {
    let body = json!({ "coop": "hexie", "code": code });
    let enrolled = shop.errand(&Who::nobody(), "/enrolments", &body).await.is(201);
    assert_eq!(enrolled["till_id"], till.to_string());
    let who = Who::bearer(till, enrolled["token"].as_str().unwrap());
    Till { epoch: enrolled["epoch"].as_i64().unwrap(), ..Till::new(who, shop.person(&[Role::Helper]).await.id) }
}

async fn code_for(shop: &Shop, organiser: &Who, till: Uuid) -> String {
    let code = shop.errand(organiser, "/till-codes", &json!({ "till_id": till })).await.is(201);
    code["code"].as_str().unwrap().to_owned()
}

on_both! {
    async fn a_till_is_let_in_by_a_code_that_works_once(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let id = shop.makes(&organiser, "/tills", json!({ "site_id": shop.site.0, "name": "一号收银台" })).await;
        let code = code_for(&shop, &organiser, id).await;
        let till = enrolled(&shop, id, &code.to_lowercase().replace('-', " ")).await;

        let stands = shop.get(&till.who, "/till").await.is(200);
        assert_eq!((&stands["epoch"], &stands["next_seq"], &stands["revoked"]), (&json!(1), &json!(1), &json!(false)));
        assert_eq!(stands["last_hash"], "0".repeat(64));
        assert_eq!(stands["now"], "2026-06-30T02:00:00Z");

        let again = json!({ "coop": "hexie", "code": code });
        assert_eq!(shop.errand(&Who::nobody(), "/enrolments", &again).await.refused(401), "wrong_secret");
        let elsewhere = json!({ "coop": "nirgends", "code": code });
        assert_eq!(shop.errand(&Who::nobody(), "/enrolments", &elsewhere).await.refused(401), "wrong_secret");
    }

    async fn a_code_ends_after_a_quarter_of_an_hour_and_a_newer_one_takes_its_place(shop: Shop) {
        let organiser = shop.person(&[Role::Treasurer]).await;
        let id = shop.makes(&organiser, "/tills", json!({ "site_id": shop.site.0, "name": "一号收银台" })).await;
        let first = code_for(&shop, &organiser, id).await;
        let second = code_for(&shop, &organiser, id).await;
        let body = |code: &str| json!({ "coop": "hexie", "code": code });
        assert_eq!(shop.errand(&Who::nobody(), "/enrolments", &body(&first)).await.refused(401), "wrong_secret");
        shop.wait_seconds(900);
        assert_eq!(shop.errand(&Who::nobody(), "/enrolments", &body(&second)).await.refused(401), "wrong_secret");
    }

    async fn somebody_who_guesses_codes_waits(shop: Shop) {
        let guess = json!({ "coop": "hexie", "code": "ZZZZ-ZZZZ" });
        for _ in 0..20 {
            assert_eq!(shop.errand(&Who::nobody(), "/enrolments", &guess).await.refused(401), "wrong_secret");
        }
        let slowed = shop.errand(&Who::nobody(), "/enrolments", &guess).await;
        assert_eq!(slowed.refused(429), "too_many_attempts");
        assert_eq!(slowed.headers["retry-after"], "1");
        shop.wait_seconds(1);
        assert_eq!(shop.errand(&Who::nobody(), "/enrolments", &guess).await.refused(401), "wrong_secret");
    }

    async fn only_the_office_keeps_tills_and_only_its_own(shop: Shop) {
        let (organiser, helper) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Helper]).await);
        let (_, neighbour) = shop.neighbour().await;
        let new = json!({ "site_id": shop.site.0, "name": "一号收银台" });
        assert_eq!(shop.post(&helper, "/tills", shop.id(), &new).await.refused(403), "forbidden");
        assert_eq!(shop.post(&neighbour, "/tills", shop.id(), &new).await.refused(404), "not_found");
        let id = shop.makes(&organiser, "/tills", new.clone()).await;
        assert_eq!(shop.post(&organiser, "/tills", shop.id(), &new).await.refused(409), "name_taken");
        let named = json!({ "till_id": id });
        assert_eq!(shop.errand(&neighbour, "/till-codes", &named).await.refused(404), "not_found");
        assert_eq!(shop.post(&neighbour, "/till-revocations", shop.id(), &named).await.refused(404), "not_found");
        assert_eq!(shop.get(&helper, "/tills").await.refused(403), "forbidden");
        assert_eq!(shop.get(&neighbour, "/tills").await.is(200)["items"], json!([]));

        shop.makes(&organiser, "/tills", json!({ "site_id": shop.site.0, "name": "二号收银台" })).await;
        let page = shop.get(&organiser, "/tills?limit=1").await.is(200);
        assert_eq!(page["items"][0]["name"], "一号收银台");
        let rest = shop.get(&organiser, &format!("/tills?limit=1&after={}", page["next"].as_str().unwrap())).await.is(200);
        assert_eq!((&rest["items"][0]["name"], rest.get("next")), (&json!("二号收银台"), None));
    }

    async fn a_till_that_was_shut_out_delivers_into_quarantine_and_does_nothing_else(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let id = shop.makes(&organiser, "/tills", json!({ "site_id": shop.site.0, "name": "一号收银台" })).await;
        let mut till = enrolled(&shop, id, &code_for(&shop, &organiser, id).await).await;
        till.opens(&shop, "100.00").await;
        shop.makes(&organiser, "/till-revocations", json!({ "till_id": id })).await;
        let (_, late) = till.sells(&shop, shop.id(), "玉米", "3.00").await;
        assert_eq!(late.is(202)["reason"], "till_revoked");
        assert_eq!(shop.get(&till.who, "/till").await.is(200)["revoked"], true);
        assert_eq!(shop.get(&till.who, "/till/shop").await.refused(401), "not_signed_in");
        let twice = shop.post(&organiser, "/till-revocations", shop.id(), &json!({ "till_id": id })).await;
        assert_eq!(twice.refused(409), "decided_before");
        let listed = shop.get(&organiser, "/tills").await.is(200);
        assert_eq!((&listed["items"][0]["quarantined"], &listed["items"][0]["next_seq"]), (&json!(1), &json!(3)));

        shop.wait_seconds(60 * 86_400 + 1);
        let (_, too_late) = till.sells(&shop, shop.id(), "玉米", "3.00").await;
        assert_eq!(too_late.refused(401), "not_signed_in");
    }

    async fn a_till_enrolled_anew_counts_from_one_and_the_old_token_still_delivers(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let id = shop.makes(&organiser, "/tills", json!({ "site_id": shop.site.0, "name": "一号收银台" })).await;
        let mut old = enrolled(&shop, id, &code_for(&shop, &organiser, id).await).await;
        old.opens(&shop, "100.00").await;
        let mut new = enrolled(&shop, id, &code_for(&shop, &organiser, id).await).await;
        assert_eq!(new.epoch, 2);
        let (_, sold) = new.sells(&shop, shop.id(), "玉米", "3.00").await;
        sold.is(201);
        let (_, sold) = old.sells(&shop, shop.id(), "玉米", "3.00").await;
        sold.is(201);
        shop.makes(&organiser, "/till-revocations", json!({ "till_id": id, "epoch": 1 })).await;
        let (_, late) = old.sells(&shop, shop.id(), "玉米", "3.00").await;
        assert_eq!(late.is(202)["reason"], "till_revoked");
        let (_, sold) = new.sells(&shop, shop.id(), "玉米", "3.00").await;
        sold.is(201);
    }

    async fn a_token_speaks_for_its_own_enrolment_and_older_ones_while_it_is_good(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let id = shop.makes(&organiser, "/tills", json!({ "site_id": shop.site.0, "name": "一号收银台" })).await;
        let old = enrolled(&shop, id, &code_for(&shop, &organiser, id).await).await;
        let new = enrolled(&shop, id, &code_for(&shop, &organiser, id).await).await;
        // Whoever holds an old token cannot take numbers of the new enrolment.
        let mut thief = Till { epoch: 2, ..old.clone() };
        let forged = thief.makes(&shop, "/shift-openings", json!({ "brought": "1.00" }));
        let refused = thief.sends(&shop, &forged).await;
        assert_eq!((refused.refused(400), &refused.json()["field"]), ("unreadable".to_owned(), &json!("epoch")));
        // The device that was enrolled anew delivers what it still has of before; once it is shut out, nothing of it is posted.
        let mut before = Till { who: new.who.clone(), ..old };
        before.opens(&shop, "1.00").await;
        shop.makes(&organiser, "/till-revocations", json!({ "till_id": id, "epoch": 2 })).await;
        let (_, late) = before.sells(&shop, shop.id(), "玉米", "3.00").await;
        assert_eq!(late.is(202)["reason"], "till_revoked");
        let unknown = shop.post(&organiser, "/till-revocations", shop.id(), &json!({ "till_id": id, "epoch": 3 })).await;
        assert_eq!(unknown.refused(404), "not_found");
    }

    async fn a_pin_is_exchanged_for_an_approval_and_a_guesser_waits(shop: Shop) {
        let till = shop.till().await;
        let helper = Who { ..shop.person(&[Role::Helper]).await };
        let with = |pin: &str| json!({ "helper_id": helper.id, "pin": pin });
        let wrong = shop.errand(&till.who, "/till/approvals", &with("274916")).await;
        assert_eq!((wrong.refused(401), &wrong.json()["detail"]), ("wrong_secret".to_owned(), &json!("PIN 不对，请再试一次")));
        assert_eq!(shop.errand(&helper, "/pins", &json!({ "pin": "123456" })).await.refused(422), "invalid");
        assert_eq!(shop.errand(&helper, "/pins", &json!({ "pin": "274916" })).await.status.as_u16(), 204);
        let given = shop.errand(&till.who, "/till/approvals", &with("274916")).await.is(201);
        assert_eq!(given["expires_at"], "2026-06-30T14:00:00Z");
        for _ in 0..5 {
            assert_eq!(shop.errand(&till.who, "/till/approvals", &with("274917")).await.refused(401), "wrong_secret");
        }
        assert_eq!(shop.errand(&till.who, "/till/approvals", &with("274916")).await.refused(429), "too_many_attempts");
        let another = shop.till().await;
        shop.errand(&another.who, "/till/approvals", &with("274916")).await.is(201);
        assert_eq!(shop.errand(&till.who, "/till/approvals", &with("274916")).await.refused(429), "too_many_attempts", "not forgiven here");
        shop.wait_seconds(1);
        shop.errand(&till.who, "/till/approvals", &with("274916")).await.is(201);
        assert_eq!(shop.errand(&helper, "/till/approvals", &with("274916")).await.refused(403), "forbidden");

        let owner = shop.person(&[Role::Stallholder]).await;
        assert_eq!(shop.errand(&owner, "/pins", &json!({ "pin": "583920" })).await.status.as_u16(), 204);
        let not_a_helper = shop.errand(&till.who, "/till/approvals", &json!({ "helper_id": owner.id, "pin": "583920" })).await;
        assert_eq!(not_a_helper.refused(401), "wrong_secret");
    }

    async fn a_till_shows_the_shop_without_its_finances(shop: Shop) {
        let till = shop.till().await;
        let shown = shop.get(&till.who, "/till/shop").await.is(200);
        assert_eq!((&shown["cooperative"], &shown["unit"], &shown["digits"]), (&json!("和谐格子铺合作社"), &json!("CNY"), &json!(2)));
        assert_eq!(shown["sites"][0]["name"], "社区中心");
        assert_eq!(shown["staff"][0]["id"], till.actor.to_string());
        assert_eq!(shown["goods"], json!([]));
        let organiser = shop.person(&[Role::Organiser]).await;
        let grid = shop.stall("A1").await.grid;
        let new = |name: &str| json!({ "grid_id": grid, "name": name, "measure": "piece", "price": "3.00" });
        let corn = shop.makes(&organiser, "/goods", new("玉米")).await;
        shop.makes(&organiser, "/goods", new("小米")).await;
        // At the same instant: the last word counts.
        shop.makes(&organiser, "/prices", json!({ "good_id": corn, "price": "2.50" })).await;
        let shown = shop.get(&till.who, "/till/shop?limit=1").await.is(200);
        assert_eq!((&shown["goods"][0]["id"], &shown["goods"][0]["price"]), (&json!(corn), &json!("2.50")));
        assert_eq!((&shown["grids"][0]["code"], &shown["grids"][0]["owner_nickname"]), (&json!("A1"), &json!("铺主A1")));
        let rest = shop.get(&till.who, &format!("/till/shop?after={}", shown["next"].as_str().unwrap())).await.is(200);
        assert_eq!((rest["goods"].as_array().map(Vec::len), &rest["goods"][0]["name"]), (Some(1), &json!("小米")));
        assert_eq!(shop.get(&organiser, "/till/shop").await.refused(403), "forbidden");
        assert_eq!(shop.get(&organiser, "/till").await.refused(403), "forbidden");
        assert_eq!(shop.get(&Who::nobody(), "/till").await.refused(401), "not_signed_in");
    }
}
