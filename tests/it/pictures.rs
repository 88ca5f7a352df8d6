//! What a good looks like, and who somebody is on a tile: drawings, uploads, faces.

use std::io::Cursor;

use axum::{
    body::Body,
    http::{Request, header},
};
use gezi::auth::role::Role;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, Who};

fn photograph(format: ImageFormat) -> Vec<u8> {
    let picture: DynamicImage = RgbImage::from_fn(900, 600, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 90])).into();
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

async fn upload(shop: &Shop, who: &Who, bytes: Vec<u8>) -> Answer {
    let request = Request::post("/api/v1/images")
        .header(header::AUTHORIZATION, format!("Bearer {}", who.token.as_deref().unwrap_or_default()))
        .header(header::CONTENT_TYPE, "image/jpeg");
    shop.answer(request.body(Body::from(bytes)).unwrap()).await
}

async fn media(shop: &Shop, path: &str) -> Answer {
    shop.answer(Request::get(path).body(Body::empty()).unwrap()).await
}

/// A good of a new stall, as the office sees it and as a till does.
async fn shown(shop: &Shop, good: uuid::Uuid) -> (Value, Value) {
    let (organiser, till) = (shop.person(&[Role::Organiser]).await, shop.till().await);
    let office = shop.get(&organiser, &format!("/goods/{good}")).await.is(200)["picture"].clone();
    let goods = shop.get(&till.who, "/till/shop").await.is(200)["goods"].clone();
    let on_tile = goods.as_array().unwrap().iter().find(|shown| shown["id"] == json!(good)).unwrap()["picture"].clone();
    (office, on_tile)
}

on_both! {
    async fn a_picture_that_was_exchanged_behind_the_services_back_is_found(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let kept = upload(&shop, &organiser, photograph(ImageFormat::Png)).await.is(201);
        shop.tamper("UPDATE image SET bytes = tile").await;
        let verdict = gezi::app::verify::run(&shop.service.db, shop.coop.id, None, |_| ()).await.expect("a verdict");
        let named: Vec<String> = verdict.faults.iter().map(ToString::to_string).collect();
        assert_eq!(named, [format!("the bytes of the picture {} were changed", kept["image"].as_str().unwrap())]);
    }

    async fn a_good_is_drawn_or_photographed_and_everybody_sees_it(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        let good = json!({ "grid_id": stall.grid, "name": "玉米饼", "measure": "piece", "drawing": "corn-cake" });
        let good = shop.makes(&organiser, "/goods", good).await;
        let drawn = json!("/art/goods/corn-cake.svg");
        assert_eq!(shown(&shop, good).await, (drawn.clone(), drawn));

        let kept = upload(&shop, &organiser, photograph(ImageFormat::Png)).await.is(201);
        let again = upload(&shop, &organiser, photograph(ImageFormat::Png)).await.is(201);
        assert_eq!(kept, again, "the same bytes have the same name");
        assert_eq!(shop.count("SELECT count(*) FROM image").await, 1);
        shop.makes(&organiser, "/good-pictures", json!({ "good_id": good, "image": kept["image"] })).await;
        assert_eq!(shown(&shop, good).await, (kept["picture"].clone(), kept["tile"].clone()));
        for (path, longer) in [(&kept["picture"], 640), (&kept["tile"], 256)] {
            let answer = media(&shop, path.as_str().unwrap()).await;
            answer.is(200);
            assert_eq!(answer.headers["content-type"], "image/jpeg");
            assert_eq!(answer.headers["x-content-type-options"], "nosniff");
            assert_eq!(answer.headers["cache-control"], "public, max-age=31536000, immutable");
            assert_eq!(image::load_from_memory(&answer.bytes).unwrap().width(), longer);
        }
        assert_eq!(gezi::domain::chain::Hash::of(&media(&shop, kept["picture"].as_str().unwrap()).await.bytes).to_string(), kept["image"]);

        shop.makes(&organiser, "/good-pictures", json!({ "good_id": good })).await;
        assert_eq!(shown(&shop, good).await, (Value::Null, Value::Null));
        shop.verify().await;
    }

    async fn what_is_no_picture_is_refused_in_words_and_keeps_nothing(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let jpeg = photograph(ImageFormat::Jpeg);
        let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
        let html = b"<!doctype html><script>alert(1)</script>".to_vec();
        for bad in [Vec::new(), script, html, b"GIF89a".to_vec(), jpeg[..jpeg.len() / 2].to_vec(), jpeg[..3].to_vec()] {
            let answer = upload(&shop, &organiser, bad).await;
            assert_eq!(answer.refused(422), "invalid");
            assert_eq!(answer.json()["field"], "image");
        }
        let answer = upload(&shop, &organiser, vec![0xff; 8 * 1024 * 1024 + 1]).await;
        assert_eq!(answer.refused(413), "too_large");
        assert!(answer.json()["detail"].as_str().unwrap().contains("8 MB"));
        assert_eq!(shop.count("SELECT count(*) FROM image").await, 0);

        let elsewhere = shop.post(&organiser, "/sites", shop.id(), &json!({ "name": "x".repeat(300 * 1024) })).await;
        assert_eq!(elsewhere.refused(413), "too_large", "only pictures may be that large");
        let stallholder = shop.person(&[Role::Stallholder]).await;
        assert_eq!(upload(&shop, &stallholder, jpeg).await.refused(403), "forbidden");
    }

    async fn only_what_is_there_can_be_a_picture(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        let good = shop.makes(&organiser, "/goods", json!({ "grid_id": stall.grid, "name": "糖", "measure": "piece" })).await;
        let set = |picture: Value| {
            let mut body = json!({ "good_id": good });
            body.as_object_mut().unwrap().extend(picture.as_object().unwrap().clone());
            body
        };
        for (picture, status) in [
            (json!({ "drawing": "../../../etc/passwd" }), 422),
            (json!({ "drawing": "no-such-drawing" }), 422),
            (json!({ "drawing": "corn-cake", "image": "0".repeat(64) }), 422),
            (json!({ "image": "0".repeat(64) }), 404),
            (json!({ "image": "nonsense" }), 404),
        ] {
            assert_eq!(shop.post(&organiser, "/good-pictures", shop.id(), &set(picture.clone())).await.status.as_u16(), status, "{picture}");
        }
        // Another cooperative's picture is nobody's here, and its good is not ours.
        let (_, neighbour) = shop.neighbour().await;
        let theirs = upload(&shop, &neighbour, photograph(ImageFormat::Jpeg)).await.is(201);
        let body = set(json!({ "image": theirs["image"] }));
        assert_eq!(shop.post(&organiser, "/good-pictures", shop.id(), &body).await.refused(404), "not_found");
        assert_eq!(shop.post(&neighbour, "/good-pictures", shop.id(), &body).await.refused(404), "not_found");
        let path = theirs["picture"].as_str().unwrap();
        assert_eq!(media(&shop, path).await.status.as_u16(), 200);
        for wrong in [path.replace("/linju/", "/hexie/"), path.replace("/linju/", "/nobody/"), path.replace(".jpg", ".svg"), format!("{path}.svg")] {
            assert_eq!(media(&shop, &wrong).await.refused(404), "not_found", "{wrong}");
        }
    }

    async fn a_face_is_chosen_by_oneself_the_organiser_and_a_guardian(shop: Shop) {
        let (organiser, till) = (shop.person(&[Role::Organiser]).await, shop.till().await);
        let (stall, other) = (shop.stall("A1").await, shop.person(&[Role::Stallholder]).await);
        let of_owner = |face: Value| json!({ "person_id": stall.owner.id, "face": face });
        shop.makes(&stall.owner, "/faces", of_owner(json!("face-7"))).await;
        let seen = shop.get(&till.who, "/till/shop").await.is(200);
        assert_eq!((&seen["grids"][0]["owner_face"], &seen["grids"][0]["number"], &seen["grids"][0]["colour"]), (&json!("face-7"), &json!(1), &json!(1)));
        assert!(seen["staff"].as_array().unwrap().iter().any(|person| person["face"] == "face-7"));
        for wrong in ["face-0", "face-25", "face-07", "face-+7", "photo.jpg", "../pin/key"] {
            assert_eq!(shop.post(&stall.owner, "/faces", shop.id(), &of_owner(json!(wrong))).await.refused(422), "invalid", "{wrong}");
        }
        assert_eq!(shop.post(&other, "/faces", shop.id(), &of_owner(json!("face-2"))).await.refused(404), "not_found");
        let (_, neighbour) = shop.neighbour().await;
        assert_eq!(shop.post(&neighbour, "/faces", shop.id(), &of_owner(json!("face-2"))).await.refused(404), "not_found");
        shop.makes(&organiser, "/faces", of_owner(Value::Null)).await;
        assert_eq!(shop.get(&organiser, &format!("/people/{}", stall.owner.id)).await.is(200)["face"], Value::Null);
    }

    async fn a_grid_has_its_number_for_ever(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let site = shop.makes(&organiser, "/sites", json!({ "name": "桥头", "address": "桥头街 3 号" })).await;
        for code in ["C3", "C1", "C2"] {
            shop.makes(&organiser, "/grids", json!({ "site_id": site, "code": code })).await;
        }
        let grids = shop.get(&organiser, "/grids").await.is(200);
        let numbers: Vec<_> = grids["items"].as_array().unwrap().iter().map(|grid| (grid["code"].clone(), grid["number"].clone())).collect();
        assert_eq!(numbers, [("C1", 2), ("C2", 3), ("C3", 1)].map(|(code, number)| (json!(code), json!(number))));
        shop.makes(&organiser, "/site-doors", json!({ "site_id": site, "opening": "每天" })).await;
        let seen = shop.get(&organiser, &format!("/sites/{site}")).await.is(200);
        assert_eq!((&seen["address"], &seen["opening"]), (&Value::Null, &json!("每天")));
    }

    async fn a_till_loads_a_large_shop_at_once(shop: Shop) {
        let (till, stall) = (shop.till().await, shop.stall("A1").await);
        let mut tx = shop.service.db.begin().await.unwrap();
        let text = "INSERT INTO good (coop_id, id, grid_id, name, measure, drawing, created_at) VALUES $rows";
        let goods: Vec<_> = (0..5001).map(|at| (uuid::Uuid::from_u128(at + 1), format!("商品 {at}"))).collect();
        let (coop, now) = (shop.coop.id, shop.now());
        tx.insert(text, &goods, |(id, name), args| {
            args.add(coop).add(*id).add(stall.grid).add(name.clone()).add("piece".to_owned()).add("corn-cake".to_owned()).add(now);
        }).await.unwrap();
        tx.commit().await.unwrap();
        let seen = shop.get(&till.who, "/till/shop").await.is(200);
        assert_eq!(seen["goods"].as_array().unwrap().len(), 5000);
        let rest = shop.get(&till.who, &format!("/till/shop?after={}", seen["next"].as_str().unwrap())).await.is(200);
        assert_eq!((rest["goods"].as_array().unwrap().len(), rest.get("next")), (1, None));
        for wrong in ["limit=0", "limit=5001", "limit=x", "after=x"] {
            assert_eq!(shop.get(&till.who, &format!("/till/shop?{wrong}")).await.refused(400), "unreadable", "{wrong}");
        }
    }
}
