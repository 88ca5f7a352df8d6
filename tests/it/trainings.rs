//! Trainings: planned, given once, called off; minutes for those who came, and who sees what of it.

use gezi::{app::verify::Fault, auth::role::Role};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Who};

/// A helper who keeps the list, a trainer, and two who learn.
struct Scene {
    helper: Who,
    treasurer: Who,
    trainer: Who,
    learners: [Who; 2],
}

impl Scene {
    async fn new(shop: &Shop) -> Self {
        let [helper, treasurer] = [shop.person(&[Role::Helper]).await, shop.person(&[Role::Treasurer]).await];
        let trainer = shop.person(&[Role::LoveShareholder]).await;
        let learners = [shop.person(&[Role::Stallholder]).await, shop.person(&[Role::Stallholder]).await];
        Self { helper, treasurer, trainer, learners }
    }

    fn lesson(&self, day: &str) -> Value {
        json!({ "trainer_id": self.trainer.id, "day": day, "minutes": 90, "place": "社区中心二楼", "curriculum": "摆摊和定价",
            "learner_ids": [self.learners[0].id] })
    }

    /// The memo accounts, as the trial balance has them.
    async fn memo(&self, shop: &Shop) -> Vec<(String, String)> {
        let balances = shop.get(&self.treasurer, "/trial-balance").await.is(200);
        let lines = balances["items"].as_array().expect("lines").iter().filter(|line| line["unit"] == "MIN");
        lines.map(|line| (line["account"].as_str().unwrap().to_owned(), line["balance"].as_str().unwrap().to_owned())).collect()
    }
}

fn came(training: Uuid, learners: &[&Who]) -> Value {
    json!({ "training_id": training, "learner_ids": learners.iter().map(|who| who.id).collect::<Vec<_>>() })
}

on_both! {
    async fn whoever_came_has_learnt_and_nobody_is_counted_twice(shop: Shop) {
        let scene = Scene::new(&shop).await;
        let [first, second] = &scene.learners;
        let id = shop.makes(&scene.helper, "/trainings", scene.lesson("2026-06-30")).await;
        // The first had said so and stayed away; the second came along.
        let mut there = came(id, &[second]);
        there["minutes"] = json!(100);
        let (key, other) = (shop.id(), shop.id());
        let given = shop.post(&scene.helper, "/training-attendances", key, &there).await.is(201);
        assert_eq!(shop.post(&scene.helper, "/training-attendances", key, &there).await.is(201), given, "a lost answer");
        assert_eq!(shop.post(&scene.treasurer, "/training-attendances", other, &there).await.refused(409), "decided_before");
        let told: Vec<(String, String)> =
            [("9010", "-100"), ("9011", "100"), ("9012", "100"), ("9013", "-100")].map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec();
        assert_eq!(scene.memo(&shop).await, told);

        let seen = shop.get(&scene.helper, &format!("/trainings/{id}")).await.is(200);
        assert_eq!((&seen["state"], &seen["minutes"], &seen["enrolled"], &seen["came"]), (&json!("given"), &json!(100), &json!(1), &json!(1)));
        let minutes = shop.get(second, "/training-minutes").await.is(200);
        assert_eq!((&minutes["learnt"], &minutes["attended"]), (&json!(100), &json!(1)));
        let minutes = shop.get(&scene.trainer, "/training-minutes").await.is(200);
        assert_eq!((&minutes["taught"], &minutes["given"], &minutes["learnt"]), (&json!(100), &json!(1), &json!(0)));

        // A learner sees their own line, a trainer how many, a stranger nothing.
        let path = format!("/trainings/{id}");
        let own = shop.get(first, &path).await.is(200)["learners"].clone();
        assert_eq!(own, json!([{ "person_id": first.id, "nickname": null, "enrolled": true, "came": false }]));
        assert_eq!(shop.get(&scene.trainer, &path).await.is(200)["learners"], json!([]));
        let stranger = shop.person(&[Role::Stallholder]).await;
        assert_eq!(shop.get(&stranger, &path).await.refused(404), "not_found");
        assert_eq!(shop.get(&stranger, "/trainings").await.is(200)["items"], json!([]));
        assert_eq!(shop.get(&stranger, &format!("/training-minutes?person_id={}", first.id)).await.refused(404), "not_found");
        assert_eq!(shop.get(&stranger, &format!("/trainings?person_id={}", first.id)).await.is(200)["items"], json!([]));
        assert_eq!(shop.get(second, "/trainings").await.is(200)["items"].as_array().map(Vec::len), Some(1));
    }

    async fn what_cannot_be_is_refused_and_writes_nothing(shop: Shop) {
        let scene = Scene::new(&shop).await;
        let (trainer, learner) = (scene.trainer.id, scene.learners[0].id);
        for (field, value, slug) in [
            ("minutes", json!(0), "invalid"), ("minutes", json!(1_441), "invalid"), ("minutes", json!(-5), "invalid"),
            ("learner_ids", json!([learner, learner]), "invalid"), ("learner_ids", json!([trainer]), "invalid"),
            ("place", json!(""), "invalid"), ("curriculum", json!("长".repeat(201)), "invalid"),
        ] {
            let mut wrong = scene.lesson("2026-06-30");
            wrong[field] = value;
            assert_eq!(shop.post(&scene.helper, "/trainings", shop.id(), &wrong).await.refused(422), slug, "{field}");
        }
        for field in ["trainer_id", "instrument_id"] {
            let mut wrong = scene.lesson("2026-06-30");
            wrong[field] = json!(shop.id());
            assert_eq!(shop.post(&scene.helper, "/trainings", shop.id(), &wrong).await.refused(404), "not_found");
        }
        let gift = shop.makes(&scene.treasurer, "/instruments", json!({ "supporter_id": trainer, "kind": "gift" })).await;
        let mut wrong = scene.lesson("2026-06-30");
        wrong["instrument_id"] = json!(gift);
        assert_eq!(shop.post(&scene.helper, "/trainings", shop.id(), &wrong).await.refused(422), "invalid");
        assert_eq!(shop.post(&scene.learners[0], "/trainings", shop.id(), &scene.lesson("2026-06-30")).await.refused(403), "forbidden");
        assert_eq!(shop.count("SELECT count(*) FROM training").await, 0);

        let tomorrow = shop.makes(&scene.helper, "/trainings", scene.lesson("2026-07-01")).await;
        let early = shop.post(&scene.helper, "/training-attendances", shop.id(), &came(tomorrow, &[])).await;
        assert_eq!(early.refused(409), "not_yet");
        shop.makes(&scene.helper, "/training-cancellations", json!({ "training_id": tomorrow })).await;
        shop.it_is("2026-07-02T02:00:00Z");
        let late = shop.post(&scene.helper, "/training-attendances", shop.id(), &came(tomorrow, &[])).await;
        assert_eq!(late.refused(409), "decided_before");
        let (_, neighbour) = shop.neighbour().await;
        assert_eq!(shop.get(&neighbour, &format!("/trainings/{tomorrow}")).await.refused(404), "not_found");
        let theirs = json!({ "training_id": tomorrow });
        assert_eq!(shop.post(&neighbour, "/training-cancellations", shop.id(), &theirs).await.refused(404), "not_found");
        assert_eq!(scene.memo(&shop).await, []);
    }

    async fn an_attendance_changed_by_hand_is_named(shop: Shop) {
        let scene = Scene::new(&shop).await;
        let id = shop.makes(&scene.helper, "/trainings", scene.lesson("2026-06-30")).await;
        shop.makes(&scene.helper, "/training-attendances", came(id, &[&scene.learners[0]])).await;
        shop.verify().await;
        shop.tamper("DELETE FROM training_attendance").await;
        let verdict = gezi::app::verify::run(&shop.service.db, shop.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(matches!(verdict.faults[..], [Fault::DocumentChanged { .. }]), "{:?}", verdict.faults);
    }
}
