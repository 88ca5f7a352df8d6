//! Who sells is told by a face and three pictures; a guesser waits, and nobody else is kept from selling.

use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Till, Who};

async fn taps(shop: &Shop, till: &Till, person: &Who, pictures: Value) -> Value {
    let asked = json!({ "person_id": person.id, "pictures": pictures });
    shop.errand(&till.who, "/till/sellers", &asked).await.is(200)
}

fn answer(verdict: &str) -> Value {
    json!({ "answer": verdict, "seconds": null })
}

on_both! {
    async fn three_pictures_in_any_order_say_who_sells_and_a_guesser_waits(shop: Shop) {
        let (till, seller) = (shop.till().await, shop.person(&[Role::Stallholder]).await);
        assert_eq!(taps(&shop, &till, &seller, json!([])).await, answer("ok"), "the face alone, until pictures are chosen");
        shop.errand(&seller, "/picture-pins", &json!({ "pictures": ["fish", "moon", "cat"] })).await.is(204);
        let staff = shop.get(&till.who, "/till/shop").await.is(200)["staff"].clone();
        let shown = staff.as_array().unwrap().iter().find(|person| person["id"] == json!(seller.id)).unwrap();
        assert_eq!(shown["has_pictures"], true);

        assert_eq!(taps(&shop, &till, &seller, json!(["cat", "fish", "moon"])).await, answer("ok"));
        for wrong in [json!([]), json!(["cat", "fish"]), json!(["cat", "cat", "fish"]), json!(["cat", "fish", "moon", "key"])] {
            assert_eq!(taps(&shop, &till, &seller, wrong).await, answer("wrong"));
        }
        assert_eq!(taps(&shop, &till, &seller, json!(["cat", "fish", "key"])).await, answer("wrong"));
        let waits = json!({ "answer": "wait", "seconds": 1 });
        assert_eq!(taps(&shop, &till, &seller, json!(["cat", "fish", "moon"])).await, waits, "the sixth is not looked at");
        let (another, friend) = (shop.till().await, shop.person(&[Role::Stallholder]).await);
        assert_eq!(taps(&shop, &another, &seller, json!(["cat", "fish", "moon"])).await, answer("ok"), "elsewhere nobody guessed");
        assert_eq!(taps(&shop, &till, &friend, json!([])).await, answer("ok"), "others sell on here");
        shop.wait_seconds(1);
        assert_eq!(taps(&shop, &till, &seller, json!(["cat", "fish", "moon"])).await, answer("ok"));
    }

    async fn pictures_are_set_by_oneself_the_organiser_and_a_guardian(shop: Shop) {
        let (till, organiser) = (shop.till().await, shop.person(&[Role::Organiser]).await);
        let (seller, other) = (shop.person(&[Role::Stallholder]).await, shop.person(&[Role::Stallholder]).await);
        let of_seller = |pictures: Value| json!({ "person_id": seller.id, "pictures": pictures });
        shop.errand(&organiser, "/picture-pins", &of_seller(json!(["tree", "boat", "key"]))).await.is(204);
        assert_eq!(taps(&shop, &till, &seller, json!(["boat", "key", "tree"])).await, answer("ok"));
        let refused = shop.errand(&other, "/picture-pins", &of_seller(json!(["tree", "boat", "fish"]))).await;
        assert_eq!(refused.refused(404), "not_found");
        let guardian = shop.person(&[Role::Guardian]).await;
        assert_eq!(shop.errand(&guardian, "/picture-pins", &of_seller(json!([]))).await.refused(404), "not_found");
        shop.makes(&organiser, "/role-grants", json!({ "person_id": guardian.id, "role": "guardian", "ward_id": seller.id })).await;
        shop.errand(&guardian, "/picture-pins", &of_seller(json!(["moon", "boat", "key"]))).await.is(204);
        assert_eq!(taps(&shop, &till, &seller, json!(["boat", "key", "tree"])).await, answer("wrong"), "the last word counts");
        for bad in [json!(["moon"]), json!(["moon", "moon", "key"]), json!(["moon", "key", "dog"])] {
            assert_eq!(shop.errand(&organiser, "/picture-pins", &of_seller(bad)).await.refused(422), "invalid");
        }
        shop.errand(&seller, "/picture-pins", &json!({ "pictures": [] })).await.is(204);
        assert_eq!(taps(&shop, &till, &seller, json!([])).await, answer("ok"), "the face alone again");

        let shareholder = shop.person(&[Role::LoveShareholder]).await;
        let asked = json!({ "person_id": shareholder.id, "pictures": [] });
        assert_eq!(shop.errand(&till.who, "/till/sellers", &asked).await.refused(404), "not_found", "no seller");
        let (_, neighbour) = shop.neighbour().await;
        assert_eq!(shop.errand(&neighbour, "/picture-pins", &of_seller(json!([]))).await.refused(404), "not_found");
    }
}
