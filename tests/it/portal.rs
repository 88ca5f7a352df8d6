//! What an owner, a guardian and a love shareholder see of the books on their own phone, and what they do not.

use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Stall, Till, Who};

fn line(stall: &Stall, name: &str, quantity: &str, price: &str) -> Value {
    json!({ "grid_id": stall.grid, "name": name, "measure": "piece", "quantity": quantity, "price": price })
}

async fn sells(shop: &Shop, till: &mut Till, lines: Value, cash: &str) -> uuid::Uuid {
    let (id, answer) = till.reports(shop, "/sales", json!({ "lines": lines, "tenders": [{ "means": "cash", "amount": cash }] })).await;
    answer.is(201);
    id
}

/// A ten-thousand-millionth of a yuan.
fn tiny(value: &Value) -> i128 {
    value.as_str().expect("an exact amount").replace('.', "").parse().expect("digits")
}

/// Six families of one supporter, each of which sells for 10.00 on the last day of June.
async fn six_families(shop: &Shop, till: &mut Till) -> (Who, Vec<Stall>) {
    let supporter = shop.person(&[Role::LoveShareholder]).await;
    let mut stalls = Vec::new();
    for place in 0..6 {
        let stall = shop.stall_for(&format!("A-{place}"), supporter.id).await;
        sells(shop, till, json!([line(&stall, "玉米", "1", "10.00")]), "10.00").await;
        stalls.push(stall);
    }
    (supporter, stalls)
}

on_both! {
    async fn an_owner_sees_what_is_due_and_the_way_to_every_fen(shop: Shop) {
        let (stall, mut till) = (shop.stall("A-01").await, shop.till().await);
        till.opens(&shop, "100.00").await;
        let mut corn = line(&stall, "玉米", "3", "2.96");
        corn["owner_discount"] = json!({ "amount": "0.88" });
        let sale = sells(&shop, &mut till, json!([corn, line(&stall, "花", "1", "7.30")]), "15.30").await;
        let back = json!({ "sale_id": sale, "lines": [{ "line": 2, "quantity": "1" }] });
        let refund = till.makes_with(&shop, "/refunds", back, &json!({ "approval": till.approval(&shop).await }));
        till.sends(&shop, &refund).await.is(201);

        let earned = shop.get(&stall.owner, "/earnings").await.is(200);
        assert_eq!((&earned["owner_id"], &earned["day"], &earned["month"]), (&json!(stall.owner.id), &json!("2026-06-30"), &json!("2026-06")));
        assert_eq!((&earned["nickname"], &earned["grids"]), (&json!("铺主A-01"), &json!(["A-01"])));
        let lines = earned["lines"].as_array().unwrap();
        let corn = &lines[0];
        let way = ["quantity", "price", "gross", "owner_discount", "base", "percent", "exact", "rounded", "amount"].map(|field| corn[field].clone());
        assert_eq!(way, ["3 件", "2.96", "8.88", "0.88", "8.00", "85", "6.8000000000", "0.0000000000", "6.80"].map(Value::from));
        let flower = &lines[1];
        assert_eq!((&flower["exact"], flower.get("owner_discount")), (&json!("6.2050000000"), None));
        for line in lines {
            let amount = tiny(&line["amount"]) * 100_000_000;
            assert_eq!(tiny(&line["exact"]) + tiny(&line["rounded"]), amount, "{line}");
        }
        assert_eq!((&lines[2]["kind"], lines[2].get("price"), &lines[2]["base"]), (&json!("refund"), None, &json!("-7.30")));
        assert_eq!((&earned["due"], &earned["total"], &earned["carry"]), (&json!("6.80"), &json!("6.80"), &json!("0")));
        assert_eq!(earned["days"], json!([{ "day": "2026-06-30", "lines": 3, "amount": "6.80" }]));
        let balances = shop.get(&stall.owner, "/balances").await.is(200);
        assert_eq!(balances["items"][0]["owed"], earned["due"], "due = the account's balance");

        shop.it_is("2026-07-01T02:00:00Z");
        let empty = shop.get(&stall.owner, "/earnings").await.is(200);
        assert_eq!((&empty["lines"], &empty["days"], &empty["due"]), (&json!([]), &json!([]), &json!("6.80")));
        let past = shop.get(&stall.owner, "/earnings?day=2026-06-30").await.is(200);
        assert_eq!(past["lines"], earned["lines"]);
    }

    async fn nobody_sees_another_family_and_a_guardian_sees_the_ward(shop: Shop) {
        let (stall, other) = (shop.stall("A-01").await, shop.stall("B-02").await);
        let (guardian, organiser) = (shop.person(&[Role::Guardian]).await, shop.person(&[Role::Organiser]).await);
        let path = format!("/earnings?owner_id={}", stall.owner.id);
        for stranger in [&other.owner, &guardian, &shop.neighbour().await.1] {
            assert_eq!(shop.get(stranger, &path).await.refused(404), "not_found");
        }
        assert_eq!(shop.get(&shop.person(&[Role::LoveShareholder]).await, &path).await.refused(403), "forbidden");
        shop.makes(&organiser, "/role-grants", json!({ "person_id": guardian.id, "role": "guardian", "ward_id": stall.owner.id })).await;
        assert_eq!(shop.get(&guardian, &path).await.is(200)["nickname"], "铺主A-01");
        assert_eq!(shop.get(&guardian, "/me").await.is(200)["wards"], json!([stall.owner.id]));
    }

    async fn the_lines_of_an_issued_statement_stay_as_they_were_handed_out(shop: Shop) {
        let (stall, treasurer, mut till) = (shop.stall("A-01").await, shop.person(&[Role::Treasurer]).await, shop.till().await);
        till.opens(&shop, "100.00").await;
        sells(&shop, &mut till, json!([line(&stall, "玉米", "1", "10.00")]), "10.00").await;
        shop.it_is("2026-07-05T02:00:00Z");
        let statement = shop.makes(&treasurer, "/statements", json!({ "owner_id": stall.owner.id, "month": "2026-06" })).await;
        let path = format!("/statements/{statement}/lines");
        let lines = shop.get(&stall.owner, &path).await.is(200);
        assert_eq!((&lines["opening"], &lines["closing"], &lines["lines"][0]["amount"]), (&json!("0.00"), &json!("8.50"), &json!("8.50")));
        // Sold in June's shift, told in July: it stands on the next one.
        sells(&shop, &mut till, json!([line(&stall, "花", "1", "20.00")]), "20.00").await;
        assert_eq!(shop.get(&stall.owner, &path).await.is(200), lines);
        shop.it_is("2026-08-02T02:00:00Z");
        let next = shop.makes(&treasurer, "/statements", json!({ "owner_id": stall.owner.id, "month": "2026-07" })).await;
        let next = shop.get(&stall.owner, &format!("/statements/{next}/lines")).await.is(200);
        assert_eq!((&next["opening"], &next["closing"], &next["lines"][0]["late"]), (&json!("8.50"), &json!("25.50"), &json!(true)));
        assert_eq!(shop.get(&shop.stall("B-02").await.owner, &path).await.refused(404), "not_found");
    }

    async fn a_supporter_is_told_totals_of_months_that_are_over_and_of_five_families_or_more(shop: Shop) {
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (supporter, stalls) = six_families(&shop, &mut till).await;
        let told = shop.get(&supporter, "/shares").await.is(200);
        assert_eq!((&told["months"], &told["total"], &told["families"]), (&json!([]), &Value::Null, &json!(5)), "June is not over");

        shop.it_is("2026-07-31T02:00:00Z");
        let told = shop.get(&supporter, "/shares").await.is(200);
        assert_eq!((&told["months"], &told["total"]), (&json!([{ "month": "2026-06", "amount": "3.00" }]), &json!("3.00")));

        let mut july = shop.till().await;
        july.opens(&shop, "100.00").await;
        for stall in &stalls[..4] {
            sells(&shop, &mut july, json!([line(stall, "玉米", "1", "10.00")]), "10.00").await;
        }
        // A fifth family whose part is nothing is none.
        sells(&shop, &mut july, json!([line(&stalls[4], "糖", "1", "0.05")]), "0.05").await;
        shop.it_is("2026-08-31T02:00:00Z");
        let told = shop.get(&supporter, "/shares").await.is(200);
        let months = json!([{ "month": "2026-07", "amount": null }, { "month": "2026-06", "amount": "3.00" }]);
        assert_eq!((&told["months"], &told["total"]), (&months, &Value::Null), "no sum closes the gap");
        assert!(!told.to_string().contains(&stalls[0].owner.id.to_string()));

        let (auditor, other) = (shop.person(&[Role::Auditor]).await, shop.person(&[Role::LoveShareholder]).await);
        let path = format!("/shares?supporter_id={}", supporter.id);
        assert_eq!(shop.get(&auditor, &path).await.is(200)["months"], months);
        assert_eq!(shop.get(&other, &path).await.refused(404), "not_found");
        assert_eq!(shop.get(&stalls[0].owner, "/shares").await.refused(403), "forbidden");
        assert_eq!(shop.get(&shop.neighbour().await.1, &path).await.refused(404), "not_found");
    }
}
