//! Setting up a shop: sites, grids and their owners, goods and prices.

use gezi::auth::role::Role;
use serde_json::json;
use uuid::Uuid;

use crate::harness::{Shop, Who};

async fn organiser(shop: &Shop) -> Who {
    shop.person(&[Role::Organiser]).await
}

on_both! {
    async fn a_shop_is_set_up(shop: Shop) {
        let (organiser, owner) = (organiser(&shop).await, shop.person(&[Role::Stallholder]).await);
        let site = shop.makes(&organiser, "/sites", json!({ "name": " 东门 " })).await;
        let grid = shop.makes(&organiser, "/grids", json!({ "site_id": site, "code": "A01" })).await;
        let other = shop.makes(&organiser, "/grids", json!({ "site_id": site, "code": "A02" })).await;
        let given = json!({ "grid_id": grid, "owner_id": owner.id, "from_day": "2026-01-01" });
        shop.makes(&organiser, "/grid-owners", given).await;
        let corn = json!({ "grid_id": grid, "name": "玉米", "measure": "piece", "barcode": "6901234567892", "price": "3.50" });
        let corn = shop.makes(&organiser, "/goods", corn).await;
        let rice = shop.makes(&organiser, "/goods", json!({ "grid_id": grid, "name": "小米", "measure": "kg" })).await;
        shop.makes(&organiser, "/prices", json!({ "good_id": corn, "price": "4.00" })).await;

        let till = shop.till().await;
        assert_eq!(shop.get(&till.who, &format!("/sites/{site}")).await.is(200)["name"], "东门", "a till sees the shop");
        let grids = shop.get(&owner, "/grids").await.is(200);
        assert_eq!(grids["items"][0], json!({
            "id": grid, "site_id": site, "site": "东门", "code": "A01", "number": 1, "colour": 1, "owner_id": owner.id, "owner": null
        }));
        assert_eq!(grids["items"][1], json!({
            "id": other, "site_id": site, "site": "东门", "code": "A02", "number": 2, "colour": 2, "owner_id": null, "owner": null
        }));
        let in_full = shop.get(&owner, &format!("/grids/{grid}")).await.is(200);
        assert_eq!(in_full["owners"], json!([{ "from_day": "2026-01-01", "owner_id": owner.id }]));
        let goods = shop.get(&owner, &format!("/goods?grid_id={grid}")).await.is(200);
        assert_eq!(goods["items"].as_array().map(Vec::len), Some(2));
        assert_eq!(goods["items"][0]["price"], "4.00");
        assert_eq!(goods["items"][1], json!({
            "id": rice, "grid_id": grid, "lot_id": null, "grid": "A01", "name": "小米", "measure": "kg", "barcode": null, "price": null, "picture": null
        }));
        assert_eq!(shop.get(&owner, &format!("/goods?grid_id={other}")).await.is(200)["items"], json!([]));
        let in_full = shop.get(&owner, &format!("/goods/{corn}")).await.is(200);
        assert_eq!(in_full["prices"][0]["price"], "4.00");
        assert_eq!(in_full["prices"][1]["price"], "3.50");
        assert_eq!(in_full["prices"][1]["set_by"], json!(organiser.id));
    }

    async fn a_repeat_is_answered_the_same_and_another_body_is_not(shop: Shop) {
        let (organiser, id) = (organiser(&shop).await, shop.id());
        let first = shop.post(&organiser, "/sites", id, &json!({ "name": "东门" })).await;
        let again = shop.post(&organiser, "/sites", id, &json!({ "name": "东门" })).await;
        assert_eq!(first.is(201), again.is(201));
        assert_eq!(shop.post(&organiser, "/sites", id, &json!({ "name": "西门" })).await.refused(409), "id_taken");
        let treasurer = shop.person(&[Role::Treasurer]).await;
        assert_eq!(shop.post(&treasurer, "/sites", id, &json!({ "name": "东门" })).await.refused(409), "id_taken");
        assert_eq!(shop.count("SELECT count(*) FROM site WHERE name IN ('东门', '西门')").await, 1);
    }

    async fn names_and_codes_are_taken_once(shop: Shop) {
        let organiser = organiser(&shop).await;
        let site = shop.makes(&organiser, "/sites", json!({ "name": "东门" })).await;
        assert_eq!(shop.post(&organiser, "/sites", shop.id(), &json!({ "name": "东门 " })).await.refused(409), "name_taken");
        let grid = shop.makes(&organiser, "/grids", json!({ "site_id": site, "code": "A01" })).await;
        let again = json!({ "site_id": site, "code": "A01" });
        assert_eq!(shop.post(&organiser, "/grids", shop.id(), &again).await.refused(409), "name_taken");
        let good = |name: &str, barcode: &str| json!({ "grid_id": grid, "name": name, "measure": "piece", "barcode": barcode });
        shop.makes(&organiser, "/goods", good("玉米", "1")).await;
        assert_eq!(shop.post(&organiser, "/goods", shop.id(), &good("玉米", "2")).await.refused(409), "name_taken");
        assert_eq!(shop.post(&organiser, "/goods", shop.id(), &good("小米", "1")).await.refused(409), "name_taken");
        shop.makes(&organiser, "/goods", json!({ "grid_id": grid, "name": "小米", "measure": "piece" })).await;
        shop.makes(&organiser, "/goods", json!({ "grid_id": grid, "name": "大米", "measure": "piece" })).await;
    }

    async fn what_cannot_be_is_refused_with_its_field(shop: Shop) {
        let organiser = organiser(&shop).await;
        let site = shop.makes(&organiser, "/sites", json!({ "name": "东门" })).await;
        let grid = shop.makes(&organiser, "/grids", json!({ "site_id": site, "code": "A01" })).await;
        let good = shop.makes(&organiser, "/goods", json!({ "grid_id": grid, "name": "玉米", "measure": "piece" })).await;
        for name in ["", "   ", "a\nb", "a\u{0}b", &"长".repeat(61)] {
            let problem = shop.post(&organiser, "/sites", shop.id(), &json!({ "name": name })).await;
            assert_eq!(problem.refused(422), "invalid");
            assert_eq!(problem.json()["field"], "name");
        }
        for price in ["1", "1.5", "1.500", "-1.00", "+1.00", "1e2", "01.00", "99999999999999.00", "", "１.00"] {
            let problem = shop.post(&organiser, "/prices", shop.id(), &json!({ "good_id": good, "price": price })).await;
            assert_eq!(problem.refused(422), "invalid", "{price}");
            assert_eq!(problem.json()["field"], "price");
        }
        let wrong = json!({ "grid_id": grid, "name": "小米", "measure": "litre" });
        assert_eq!(shop.post(&organiser, "/goods", shop.id(), &wrong).await.refused(422), "invalid");
        let wrong = json!({ "grid_id": grid, "name": "小米", "measure": "piece", "colour": "yellow" });
        assert_eq!(shop.post(&organiser, "/goods", shop.id(), &wrong).await.refused(422), "invalid");
        let wrong = json!({ "grid_id": grid, "name": "小米", "measure": "piece", "barcode": "12 34" });
        assert_eq!(shop.post(&organiser, "/goods", shop.id(), &wrong).await.refused(422), "invalid");
        let nowhere = json!({ "site_id": shop.id(), "code": "A02" });
        assert_eq!(shop.post(&organiser, "/grids", shop.id(), &nowhere).await.refused(404), "not_found");
        assert_eq!(shop.count("SELECT count(*) FROM good").await, 1);
        assert_eq!(shop.count("SELECT count(*) FROM good_price").await, 0);
    }

    async fn a_grid_changes_hands_tomorrow_at_the_earliest(shop: Shop) {
        let organiser = organiser(&shop).await;
        let (first, second) = (shop.person(&[Role::Stallholder]).await, shop.person(&[Role::Stallholder]).await);
        let grid = shop.makes(&organiser, "/grids", json!({ "site_id": shop.site.0, "code": "A01" })).await;
        let give = |owner: &Who, day: &str| json!({ "grid_id": grid, "owner_id": owner.id, "from_day": day });
        shop.makes(&organiser, "/grid-owners", give(&first, "2026-06-01")).await;
        for day in ["2026-05-31", "2026-06-01", "2026-06-30"] {
            let problem = shop.post(&organiser, "/grid-owners", shop.id(), &give(&second, day)).await;
            assert_eq!((problem.refused(422).as_str(), &problem.json()["field"]), ("invalid", &json!("from_day")));
        }
        shop.makes(&organiser, "/grid-owners", give(&second, "2026-07-01")).await;
        assert_eq!(shop.post(&organiser, "/grid-owners", shop.id(), &give(&first, "2026-07-01")).await.refused(422), "invalid");
        assert_eq!(shop.get(&organiser, "/grids").await.is(200)["items"][0]["owner_id"], json!(first.id));
        shop.it_is("2026-06-30T16:00:00Z");
        assert_eq!(shop.get(&organiser, "/grids").await.is(200)["items"][0]["owner_id"], json!(second.id), "midnight in Shanghai");
    }

    async fn another_cooperatives_things_are_not_there(shop: Shop) {
        let (organiser, (_, neighbour)) = (organiser(&shop).await, shop.neighbour().await);
        let grid = shop.makes(&organiser, "/grids", json!({ "site_id": shop.site.0, "code": "A01" })).await;
        let good = shop.makes(&organiser, "/goods", json!({ "grid_id": grid, "name": "玉米", "measure": "piece" })).await;
        for path in [format!("/sites/{}", shop.site), format!("/grids/{grid}"), format!("/goods/{good}")] {
            assert_eq!(shop.get(&neighbour, &path).await.refused(404), "not_found");
        }
        assert_eq!(shop.get(&neighbour, "/grids").await.is(200)["items"], json!([]));
        let theirs = json!({ "grid_id": grid, "name": "小米", "measure": "piece" });
        assert_eq!(shop.post(&neighbour, "/goods", shop.id(), &theirs).await.refused(404), "not_found");
        let theirs = json!({ "good_id": good, "price": "1.00" });
        assert_eq!(shop.post(&neighbour, "/prices", shop.id(), &theirs).await.refused(404), "not_found");
        let theirs = json!({ "grid_id": grid, "owner_id": neighbour.id, "from_day": "2026-01-01" });
        assert_eq!(shop.post(&neighbour, "/grid-owners", shop.id(), &theirs).await.refused(404), "not_found");
        let foreign_owner = json!({ "grid_id": grid, "owner_id": neighbour.id, "from_day": "2026-01-01" });
        assert_eq!(shop.post(&organiser, "/grid-owners", shop.id(), &foreign_owner).await.refused(404), "not_found");
        // The same id and the same names in two cooperatives are two things.
        let id = shop.id();
        shop.post(&organiser, "/sites", id, &json!({ "name": "东门" })).await.is(201);
        shop.post(&neighbour, "/sites", id, &json!({ "name": "东门" })).await.is(201);
    }

    async fn a_list_comes_in_pages(shop: Shop) {
        let organiser = organiser(&shop).await;
        for at in 1..=5 {
            shop.makes(&organiser, "/grids", json!({ "site_id": shop.site.0, "code": format!("A{at:02}") })).await;
        }
        let (mut codes, mut path) = (Vec::new(), "/grids?limit=2".to_owned());
        loop {
            let page = shop.get(&organiser, &path).await.is(200);
            codes.extend(page["items"].as_array().unwrap().iter().map(|grid| grid["code"].as_str().unwrap().to_owned()));
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/grids?limit=2&after={next}");
        }
        assert_eq!(codes, ["A01", "A02", "A03", "A04", "A05"]);
        for query in ["limit=0", "limit=201", "limit=x", "after=nonsense", "after=IlwwIg", "after=IlwxMDAwMDAi", "colour=red"] {
            assert_eq!(shop.get(&organiser, &format!("/grids?{query}")).await.refused(400), "unreadable", "{query}");
        }
        assert_eq!(shop.get(&organiser, "/grids/not-an-id").await.refused(400), "unreadable");
        assert_eq!(shop.get(&organiser, &format!("/grids/{}", Uuid::nil())).await.refused(404), "not_found");
    }
}
