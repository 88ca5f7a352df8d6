//! A version is tried on last month's sales before anybody signs it: who would have got what, to the fen.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Stall, Till, Who};

/// Sold in June: two ears of corn, of which the first comes back, and a pair of shoes.
async fn june(shop: &Shop) -> (Stall, Till) {
    shop.it_is("2026-06-10T02:00:00Z");
    let stall = shop.stall("A1").await;
    let mut till = shop.till().await;
    till.opens(shop, "0.00").await;
    let (first, _) = till.sells(shop, stall.grid, "玉米", "23.50").await;
    till.sells(shop, stall.grid, "玉米", "23.50").await.1.is(201);
    till.sells(shop, stall.grid, "布鞋", "100.00").await.1.is(201);
    comes_back(shop, &mut till, first).await;
    (stall, till)
}

async fn comes_back(shop: &Shop, till: &mut Till, sale: Uuid) {
    let approval = till.approval(shop).await;
    let body = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }] });
    let report = till.makes_with(shop, "/refunds", body, &json!({ "approval": approval }));
    till.sends(shop, &report).await.is(201);
}

fn trial(stall: &Stall, owner: &str, cooperative: &str, supporter: &str) -> Value {
    json!({ "grid_id": stall.grid, "effective_on": "2026-07-10", "shares": [
        { "party": "owner", "percent": owner },
        { "party": "cooperative", "percent": cooperative },
        { "party": "supporter", "person_id": stall.supporter, "percent": supporter },
    ] })
}

/// Before, after and difference of the owner, the cooperative and the supporter.
fn told(answer: &Value) -> Vec<[&str; 3]> {
    let parties = answer["parties"].as_array().unwrap().iter();
    parties.map(|party| ["before", "after", "difference"].map(|side| party[side].as_str().unwrap())).collect()
}

async fn tries(shop: &Shop, who: &Who, body: &Value) -> Value {
    shop.errand(who, "/agreement-dry-runs", body).await.is(200)
}

/// Rows of whatever a version or a sale writes.
async fn rows(shop: &Shop) -> i64 {
    shop.count(
        "SELECT (SELECT count(*) FROM agreement_version) + (SELECT count(*) FROM agreement_share) + (SELECT count(*) FROM entry)
              + (SELECT count(*) FROM posting) + (SELECT count(*) FROM command) + (SELECT count(*) FROM sale_part)
              + (SELECT CAST(sum(carry_e8 * carry_e8) AS BIGINT) FROM agreement_carry)",
    )
    .await
}

on_both! {
    async fn who_gains_and_who_loses_is_told_to_the_fen(shop: Shop) {
        let (stall, _) = june(&shop).await;
        shop.it_is("2026-07-05T02:00:00Z");
        let (treasurer, before) = (shop.person(&[Role::Treasurer]).await, rows(&shop).await);
        let told_all = tries(&shop, &treasurer, &trial(&stall, "88", "7", "5")).await;
        assert_eq!((&told_all["from"], &told_all["to"]), (&json!("2026-06-01"), &json!("2026-06-30")), "last month");
        assert_eq!(told(&told_all), [["104.97", "108.68", "3.71"], ["12.35", "8.64", "-3.71"], ["6.18", "6.18", "0.00"]]);
        assert_eq!((&told_all["total"], &told_all["owner_id"]), (&json!("123.50"), &json!(stall.owner.id)));
        assert_eq!((&told_all["sales"], &told_all["lines"], &told_all["returns"]), (&json!(3), &json!(3), &json!(1)));
        let examples: Vec<&str> = told_all["examples"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap()).collect();
        assert_eq!(examples, ["布鞋", "玉米"]);
        assert_eq!(told(&told_all["examples"][1]), [["19.97", "20.68", "0.71"], ["2.35", "1.64", "-0.71"], ["1.18", "1.18", "0.00"]]);
        assert_eq!(rows(&shop).await, before, "nothing is written");
        shop.verify().await;
    }

    async fn the_version_in_force_gives_what_the_books_gave(shop: Shop) {
        let (stall, mut till) = june(&shop).await;
        for price in ["0.01", "0.03", "0.07", "1.13", "19.99", "7.77", "0.33", "0.11", "4.09"] {
            let (sale, _) = till.sells(&shop, stall.grid, "杂货", price).await;
            if price.ends_with('3') {
                comes_back(&shop, &mut till, sale).await;
            }
        }
        let waits = till.sells(&shop, shop.id(), "谁的", "3.33").await.1.is(201);
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let found = json!({ "document_id": waits["document_id"], "line": 1, "grid_id": stall.grid });
        shop.makes(&treasurer, "/allocations", found).await;
        shop.it_is("2026-07-05T02:00:00Z");
        let auditor = shop.person(&[Role::Auditor]).await;
        let same = tries(&shop, &auditor, &trial(&stall, "85", "10", "5")).await;
        assert!(told(&same).iter().all(|[before, after, difference]| before == after && *difference == "0.00"), "{same}");
        assert_eq!((&same["lines"], &same["waiting"]), (&json!(13), &json!(0)));
    }

    async fn what_was_sold_before_the_period_comes_back_as_it_was_split(shop: Shop) {
        shop.it_is("2026-05-20T02:00:00Z");
        let stall = shop.stall("A1").await;
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        let (old, _) = till.sells(&shop, stall.grid, "玉米", "10.00").await;
        shop.it_is("2026-06-10T02:00:00Z");
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        till.sells(&shop, stall.grid, "玉米", "10.00").await.1.is(201);
        comes_back(&shop, &mut till, old).await;
        shop.it_is("2026-07-05T02:00:00Z");
        let organiser = shop.person(&[Role::Organiser]).await;
        let june = tries(&shop, &organiser, &trial(&stall, "100", "0", "0")).await;
        assert_eq!(told(&june), [["0.00", "1.50", "1.50"], ["0.00", "-1.00", "-1.00"], ["0.00", "-0.50", "-0.50"]]);
        let mut both = trial(&stall, "100", "0", "0");
        (both["from"], both["to"]) = (json!("2026-05-01"), json!("2026-06-30"));
        let both = tries(&shop, &organiser, &both).await;
        assert_eq!(told(&both), [["8.50", "10.00", "1.50"], ["1.00", "0.00", "-1.00"], ["0.50", "0.00", "-0.50"]]);
    }

    async fn a_cap_holds_in_a_trial_too(shop: Shop) {
        let (stall, _) = june(&shop).await;
        shop.it_is("2026-07-05T02:00:00Z");
        let organiser = shop.person(&[Role::Organiser]).await;
        let capped = shop.makes(&organiser, "/instruments", json!({ "supporter_id": stall.supporter, "cap": "3.00" })).await;
        let mut body = trial(&stall, "85", "10", "5");
        body["shares"][2]["instrument_id"] = json!(capped);
        let told_all = tries(&shop, &organiser, &body).await;
        // 1.17, 1.18 and the last 0.65 of the cap; then the first corn comes back.
        assert_eq!(told(&told_all), [["104.97", "109.32", "4.35"], ["12.35", "12.35", "0.00"], ["6.18", "1.83", "-4.35"]]);
        let ends = json!({ "supporter_id": stall.supporter, "ends_on": "2026-12-31" });
        body["shares"][2]["instrument_id"] = json!(shop.makes(&organiser, "/instruments", ends).await);
        let told_all = tries(&shop, &organiser, &body).await;
        assert_eq!(told(&told_all)[2], ["6.18", "6.18", "0.00"], "it had not ended");
    }

    async fn a_trial_is_for_those_who_may_see_the_agreement(shop: Shop) {
        let (stall, _) = june(&shop).await;
        shop.it_is("2026-07-05T02:00:00Z");
        let other = shop.stall("B1").await;
        let body = trial(&stall, "88", "7", "5");
        let supporter = shop.person(&[Role::LoveShareholder]).await;
        assert_eq!(shop.errand(&supporter, "/agreement-dry-runs", &body).await.refused(403), "forbidden");
        assert_eq!(shop.errand(&other.owner, "/agreement-dry-runs", &body).await.refused(404), "not_found");
        let (_, foreigner) = shop.neighbour().await;
        assert_eq!(shop.errand(&foreigner, "/agreement-dry-runs", &body).await.refused(404), "not_found");
        let guardian = shop.person(&[]).await;
        let organiser = shop.person(&[Role::Organiser]).await;
        let grant = json!({ "person_id": guardian.id, "role": "guardian", "ward_id": stall.owner.id });
        shop.makes(&organiser, "/role-grants", grant).await;
        assert_eq!(tries(&shop, &guardian, &body).await["total"], "123.50");

        for (change, slug) in [
            (("shares", json!([{ "party": "owner", "percent": "95" }])), "not_an_agreement"),
            (("from", json!("2026-07-02")), "invalid"),
            (("from", json!("2024-01-01")), "invalid"),
            (("effective_on", json!("1999-01-01")), "invalid"),
        ] {
            let mut wrong = body.clone();
            wrong[change.0] = change.1;
            assert_eq!(shop.errand(&organiser, "/agreement-dry-runs", &wrong).await.refused(422), slug, "{wrong}");
        }
        let empty = trial(&other, "88", "7", "5");
        let empty = tries(&shop, &organiser, &empty).await;
        assert_eq!((&empty["total"], &empty["parties"]), (&json!("0.00"), &json!([])), "nothing was sold");
    }
}
