//! People: added, joining, given roles; and their names, which are sealed and whose every reading leaves a trace.

use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Who};

fn new_person(code: &str, name: &str) -> Value {
    json!({ "code": code, "nickname": "小白杨", "particulars": { "name": name, "phone": "13800001234", "note": "找邻居带话" } })
}

/// Every byte that the database has written to its folder.
fn bytes_on_disk(shop: &Shop) -> Vec<u8> {
    let files = std::fs::read_dir(shop.database.folder.path()).expect("a folder");
    files.flat_map(|file| std::fs::read(file.expect("a file").path()).expect("its bytes")).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

on_both! {
    async fn a_person_is_added_and_their_name_is_read_with_a_trace(shop: Shop) {
        let (organiser, auditor) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Auditor]).await);
        let person = shop.makes(&organiser, "/people", new_person("P01", "欧阳晓旭")).await;
        let view = shop.get(&auditor, &format!("/people/{person}")).await.is(200);
        assert_eq!(view, json!({
            "id": person, "code": "P01", "kind": "person", "nickname": "小白杨", "joined_on": null, "support_plan": "independent",
            "roles": [], "face": null, "login": null
        }));

        let reading = json!({ "person_id": person, "purpose": "contact" });
        let name = shop.errand(&organiser, "/readings", &reading).await.is(200);
        assert_eq!(name, json!({ "name": "欧阳晓旭", "phone": "13800001234", "address": null, "note": "找邻居带话" }));
        assert_eq!(shop.errand(&auditor, "/readings", &reading).await.refused(403), "forbidden", "only their own");
        let unknown = json!({ "person_id": shop.id(), "purpose": "audit" });
        assert_eq!(shop.errand(&auditor, "/readings", &unknown).await.refused(404), "not_found");
        let wrong = json!({ "person_id": person, "purpose": "curiosity" });
        assert_eq!(shop.errand(&organiser, "/readings", &wrong).await.refused(422), "invalid");
        let readings = shop.get(&auditor, &format!("/readings?person_id={person}")).await.is(200);
        assert_eq!(readings["items"], json!([{
            "person_id": person, "reader_id": organiser.id, "purpose": "contact", "read_at": "2026-06-30T02:00:00.000000Z"
        }]), "only what was read is logged");
        let other = shop.person(&[Role::Stallholder]).await;
        assert_eq!(shop.get(&other, "/readings").await.is(200)["items"], json!([]), "everybody sees only who read their own");
    }

    async fn a_changed_name_replaces_the_earlier_one(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let person = shop.makes(&organiser, "/people", new_person("P01", "欧阳晓旭")).await;
        let changed = json!({ "person_id": person, "particulars": { "name": "欧阳晓辉" } });
        shop.makes(&organiser, "/particulars", changed).await;
        let reading = json!({ "person_id": person, "purpose": "correction" });
        let name = shop.errand(&organiser, "/readings", &reading).await.is(200);
        assert_eq!(name, json!({ "name": "欧阳晓辉", "phone": null, "address": null, "note": null }));
        let nobody = json!({ "person_id": shop.id(), "particulars": { "name": "欧阳晓辉" } });
        assert_eq!(shop.post(&organiser, "/particulars", shop.id(), &nobody).await.refused(404), "not_found");
    }

    async fn no_name_is_in_any_column(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let id = shop.id();
        let body = new_person("P01", "欧阳晓旭");
        shop.post(&organiser, "/people", id, &body).await.is(201);
        shop.errand(&organiser, "/readings", &json!({ "person_id": id, "purpose": "contact" })).await.is(200);
        let plain = gezi::app::facts::body_hash("person_added", body.to_string().as_bytes());
        let mut tx = shop.service.db.snapshot().await.unwrap();
        let kept: gezi::domain::chain::Hash = tx.q("SELECT body_hash FROM command").scalar().await.unwrap();
        assert_ne!(kept, plain, "a plain hash of a name can be guessed");
        let sealed: Vec<u8> = tx.q("SELECT sealed FROM person_private").scalar().await.unwrap();
        assert!(!holds(&sealed, "欧阳晓旭") && !holds(&sealed, "13800001234"));
        drop(tx);
        if shop.service.db.engine() == "sqlite" {
            let bytes = bytes_on_disk(&shop);
            assert!(holds(&bytes, "小白杨"), "nicknames are meant to be seen");
            assert!(!holds(&bytes, "欧阳晓旭") && !holds(&bytes, "13800001234") && !holds(&bytes, "找邻居带话"));
        }
        // A repeat is known again by its keyed hash.
        shop.post(&organiser, "/people", id, &body).await.is(201);
        assert_eq!(shop.post(&organiser, "/people", id, &new_person("P01", "欧阳晓辉")).await.refused(409), "id_taken");
    }

    async fn what_cannot_be_is_refused(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        shop.makes(&organiser, "/people", new_person("P01", "欧阳晓旭")).await;
        assert_eq!(shop.post(&organiser, "/people", shop.id(), &new_person("P01", "欧阳晓辉")).await.refused(409), "name_taken");
        for (field, value) in [
            ("kind", json!("robot")), ("support_plan", json!("none")), ("joined_on", json!("2026-07-01")),
            ("joined_on", json!("1926-07-01")), ("nickname", json!("")), ("particulars", json!({ "name": "" })),
        ] {
            let mut body = new_person("P02", "欧阳晓辉");
            body[field] = value;
            assert_eq!(shop.post(&organiser, "/people", shop.id(), &body).await.refused(422), "invalid", "{field}");
        }
        let treasurer = shop.person(&[Role::Treasurer]).await;
        assert_eq!(shop.post(&treasurer, "/people", shop.id(), &new_person("P02", "欧阳晓辉")).await.refused(403), "forbidden");
        let (_, neighbour) = shop.neighbour().await;
        let person = shop.makes(&organiser, "/people", new_person("P02", "欧阳晓辉")).await;
        assert_eq!(shop.get(&neighbour, &format!("/people/{person}")).await.refused(404), "not_found");
        let reading = json!({ "person_id": person, "purpose": "contact" });
        assert_eq!(shop.errand(&neighbour, "/readings", &reading).await.refused(404), "not_found");
        let role = json!({ "person_id": person, "role": "helper" });
        assert_eq!(shop.post(&neighbour, "/role-grants", shop.id(), &role).await.refused(404), "not_found");
    }

    async fn roles_are_given_and_ended(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let person = shop.makes(&organiser, "/people", new_person("P01", "欧阳晓旭")).await;
        let ward = shop.makes(&organiser, "/people", new_person("P02", "欧阳晓辉")).await;
        let helper = shop.makes(&organiser, "/role-grants", json!({ "person_id": person, "role": "helper" })).await;
        let again = json!({ "person_id": person, "role": "helper" });
        assert_eq!(shop.post(&organiser, "/role-grants", shop.id(), &again).await.refused(409), "role_given_before");
        for wrong in [
            json!({ "person_id": person, "role": "king" }), json!({ "person_id": person, "role": "guardian" }),
            json!({ "person_id": person, "role": "guardian", "ward_id": person }),
            json!({ "person_id": person, "role": "auditor", "ward_id": ward }),
        ] {
            assert_eq!(shop.post(&organiser, "/role-grants", shop.id(), &wrong).await.refused(422), "invalid", "{wrong}");
        }
        shop.makes(&organiser, "/role-grants", json!({ "person_id": person, "role": "guardian", "ward_id": ward })).await;
        shop.makes(&organiser, "/role-endings", json!({ "grant_id": helper })).await;
        let ending = json!({ "grant_id": helper });
        assert_eq!(shop.post(&organiser, "/role-endings", shop.id(), &ending).await.refused(409), "decided_before");
        let grants = shop.get(&organiser, &format!("/role-grants?person_id={person}")).await.is(200);
        assert_eq!(grants["items"][0]["ended_by"], json!(organiser.id));
        assert_eq!(grants["items"][1]["ward_id"], json!(ward));
        // What ended can be given again.
        shop.makes(&organiser, "/role-grants", json!({ "person_id": person, "role": "helper" })).await;
    }

    async fn the_last_organiser_stays(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let grants = shop.get(&organiser, &format!("/role-grants?person_id={}", organiser.id)).await.is(200);
        let ending = json!({ "grant_id": grants["items"][0]["id"] });
        assert_eq!(shop.post(&organiser, "/role-endings", shop.id(), &ending).await.refused(409), "last_organiser");
        let another = shop.person(&[Role::Organiser]).await;
        let own = shop.post(&organiser, "/role-endings", shop.id(), &ending).await;
        assert_eq!(own.refused(409), "own_role", "nobody gives or ends a role of their own");
        let own = json!({ "person_id": organiser.id, "role": "treasurer" });
        assert_eq!(shop.post(&organiser, "/role-grants", shop.id(), &own).await.refused(409), "own_role");
        shop.makes(&another, "/role-endings", ending).await;
        assert_eq!(shop.post(&organiser, "/sites", shop.id(), &json!({ "name": "东门" })).await.refused(403), "forbidden");
    }

    async fn an_owner_who_joins_takes_their_balance_along(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let owner = shop.person(&[Role::Stallholder]).await;
        assert_eq!(shop.post(&organiser, "/memberships", shop.id(), &json!({ "person_id": shop.id() })).await.refused(404), "not_found");
        let joined = shop.id();
        let answer = shop.post(&organiser, "/memberships", joined, &json!({ "person_id": owner.id })).await.is(201);
        assert_eq!(answer["entry_number"], json!(null), "nothing lay on 21101");
        assert_eq!(answer["day"], "2026-06-30");
        let view = shop.get(&treasurer, &format!("/people/{}", owner.id)).await.is(200);
        assert_eq!(view["joined_on"], "2026-06-30");
        let again = json!({ "person_id": owner.id });
        assert_eq!(shop.post(&organiser, "/memberships", shop.id(), &again).await.refused(409), "decided_before");
    }

    async fn whoever_has_no_office_sees_themselves_and_their_wards(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let ward = shop.makes(&organiser, "/people", new_person("P01", "欧阳晓旭")).await;
        let guardian = shop.person(&[]).await;
        let reading = json!({ "person_id": ward, "purpose": "support" });
        assert_eq!(shop.errand(&guardian, "/readings", &reading).await.refused(403), "forbidden");
        shop.makes(&organiser, "/role-grants", json!({ "person_id": guardian.id, "role": "guardian", "ward_id": ward })).await;
        assert_eq!(shop.errand(&guardian, "/readings", &reading).await.is(200)["name"], "欧阳晓旭");
        let reading = json!({ "person_id": organiser.id, "purpose": "support" });
        assert_eq!(shop.errand(&guardian, "/readings", &reading).await.refused(404), "not_found");
        let seen = shop.get(&guardian, "/people").await.is(200);
        let ids: Vec<&Value> = seen["items"].as_array().unwrap().iter().map(|person| &person["id"]).collect();
        assert_eq!(ids.len(), 2, "{ids:?}");
        assert!(ids.contains(&&json!(ward)) && ids.contains(&&json!(guardian.id)));
        assert_eq!(shop.get(&guardian, &format!("/people/{}", organiser.id)).await.refused(404), "not_found");
        assert_eq!(shop.get(&Who::nobody(), "/people").await.refused(401), "not_signed_in");
    }

    async fn an_erased_person_has_no_name_in_any_byte(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let person = shop.makes(&organiser, "/people", new_person("P01", "欧阳晓旭")).await;
        let helper = shop.makes(&organiser, "/role-grants", json!({ "person_id": person, "role": "helper" })).await;
        let grid = shop.makes(&organiser, "/grids", json!({ "site_id": shop.site.0, "code": "A1" })).await;
        shop.makes(&organiser, "/grid-owners", json!({ "grid_id": grid, "owner_id": person, "from_day": "2026-06-01" })).await;
        shop.makes(&organiser, "/grid-pages", json!({ "grid_id": grid, "story": "我从河东搬来。", "published": true })).await;
        shop.makes(&organiser, "/faces", json!({ "person_id": person, "face": "face-3" })).await;
        let erasure = json!({ "person_id": person });
        assert_eq!(shop.post(&organiser, "/erasures", shop.id(), &erasure).await.refused(409), "still_has_roles");
        shop.makes(&organiser, "/role-endings", json!({ "grant_id": helper })).await;
        let mut tx = shop.service.db.snapshot().await.unwrap();
        let key: Vec<u8> = tx.q("SELECT wrapped_key FROM person_private").scalar().await.unwrap();
        drop(tx);

        shop.makes(&organiser, "/erasures", erasure.clone()).await;
        let reading = json!({ "person_id": person, "purpose": "contact" });
        assert_eq!(shop.errand(&organiser, "/readings", &reading).await.refused(404), "not_found");
        let view = shop.get(&organiser, &format!("/people/{person}")).await.is(200);
        let seen = (&view["code"], &view["nickname"], &view["face"]);
        assert_eq!(seen, (&json!("P01"), &json!(null), &json!(null)), "the number stays, nickname and face go");
        let grid = shop.get(&organiser, &format!("/grids/{grid}")).await.is(200);
        assert_eq!((&grid["story"], &grid["published"]), (&json!(null), &json!(false)), "the story goes, and the grid leaves the shop");
        assert_eq!(shop.post(&organiser, "/erasures", shop.id(), &erasure).await.refused(409), "decided_before");
        let (_, neighbour) = shop.neighbour().await;
        assert_eq!(shop.post(&neighbour, "/erasures", shop.id(), &erasure).await.refused(404), "not_found");
        if shop.service.db.engine() == "sqlite" {
            // Not in the log either, while the service goes on.
            let bytes = bytes_on_disk(&shop);
            assert!(!bytes.windows(key.len()).any(|window| window == key), "deleted rows are overwritten, and the log is emptied");
            assert!(!holds(&bytes, "我从河东搬来"));
        }
    }

    async fn a_nickname_is_chosen_again(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let person = shop.makes(&organiser, "/people", new_person("P01", "欧阳晓旭")).await;
        shop.makes(&organiser, "/nicknames", json!({ "person_id": person, "nickname": "大白杨" })).await;
        assert_eq!(shop.get(&organiser, &format!("/people/{person}")).await.is(200)["nickname"], "大白杨");
        shop.makes(&organiser, "/nicknames", json!({ "person_id": person })).await;
        assert_eq!(shop.get(&organiser, &format!("/people/{person}")).await.is(200)["nickname"], json!(null));
        let nobody = json!({ "person_id": shop.id(), "nickname": "大白杨" });
        assert_eq!(shop.post(&organiser, "/nicknames", shop.id(), &nobody).await.refused(404), "not_found");
        let empty = json!({ "person_id": person, "nickname": " " });
        assert_eq!(shop.post(&organiser, "/nicknames", shop.id(), &empty).await.refused(422), "invalid");
    }

    async fn the_id_of_somebody_who_is_there_is_taken(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        // No command made the organiser of a test, nor the first person of a cooperative.
        let taken = shop.post(&organiser, "/people", organiser.id, &new_person("P01", "欧阳晓旭")).await;
        assert_eq!(taken.refused(409), "id_taken");
        assert_eq!(shop.post(&organiser, "/sites", shop.site.0, &json!({ "name": "东门" })).await.refused(409), "id_taken");
        shop.makes(&organiser, "/sites", json!({ "name": "东门" })).await;
    }
}
