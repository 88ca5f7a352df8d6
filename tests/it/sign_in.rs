//! Signing in: by name and password, with tokens or cookies, renewed, copied, ended, forgotten, guessed at.

use axum::{
    body::Body,
    http::{Request, header},
};
use gezi::{
    app::{
        Service,
        attempts::Subject,
        clock::{Chance, Clock},
        logins, tills,
    },
    auth::{self, actor::Actor, keys::Keys, role::Role},
    domain::id::PersonId,
    store::Db,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Answer, Market, Shop, Who};

const PASSWORD: &str = "白杨树下的第三格";

/// A treasurer whom an organiser gave a login.
async fn mei(shop: &Shop) -> Uuid {
    let (organiser, mei) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await);
    let login = json!({ "person_id": mei.id, "name": "Mei", "password": PASSWORD });
    shop.errand(&organiser, "/logins", &login).await.is(201);
    mei.id
}

async fn signs_in(shop: &Shop, name: &str, password: &str) -> Answer {
    shop.errand(&Who::nobody(), "/sign-in", &json!({ "coop": "hexie", "name": name, "password": password })).await
}

fn bearer(tokens: &Value) -> Who {
    let person = tokens["person_id"].as_str().and_then(|id| id.parse().ok()).expect("a person");
    Who::bearer(person, tokens["access_token"].as_str().expect("an access token"))
}

async fn renews(shop: &Shop, tokens: &Value) -> Answer {
    shop.errand(&Who::nobody(), "/refresh", &json!({ "refresh_token": tokens["refresh_token"] })).await
}

on_both! {
    async fn a_name_and_its_password_let_in(shop: Shop) {
        let mei = mei(&shop).await;
        let tokens = signs_in(&shop, " mei ", PASSWORD).await.is(200);
        assert_eq!((&tokens["expires_in"], &tokens["coop_id"]), (&json!(600), &json!(shop.coop.id.0)));
        let me = shop.get(&bearer(&tokens), "/me").await.is(200);
        assert_eq!((&me["id"], &me["login"], &me["roles"]), (&json!(mei), &json!("mei"), &json!(["treasurer"])));
        assert_eq!(me["coop"]["decimals"], json!(2));
        assert!(me["permissions"].as_array().unwrap().contains(&json!({ "name": "IssueStatements", "reach": "all" })));
        // Where there is one cooperative only, its code may be missing.
        shop.errand(&Who::nobody(), "/sign-in", &json!({ "name": "mei", "password": PASSWORD })).await.is(200);
        shop.neighbour().await;
        let answer = shop.errand(&Who::nobody(), "/sign-in", &json!({ "name": "mei", "password": PASSWORD })).await;
        assert_eq!(answer.refused(422), "invalid");
        let next_door = json!({ "coop": "linju", "name": "mei", "password": PASSWORD });
        assert_eq!(shop.errand(&Who::nobody(), "/sign-in", &next_door).await.refused(401), "wrong_secret");
    }

    async fn a_till_is_told_who_it_is(shop: Shop) {
        let till = shop.till().await;
        let me = shop.get(&till.who, "/me").await.is(200);
        assert_eq!((&me["kind"], &me["id"], &me["login"]), (&json!("till"), &json!(till.who.id), &Value::Null));
        assert_eq!(shop.get(&Who::nobody(), "/me").await.refused(401), "not_signed_in");
    }

    async fn the_answer_does_not_tell_whether_a_name_exists(shop: Shop) {
        mei(&shop).await;
        let wrong = signs_in(&shop, "mei", "guess number one").await;
        let unknown = signs_in(&shop, "nobody at all", "guess number one").await;
        let elsewhere = json!({ "coop": "no-such-coop", "name": "mei", "password": "guess number one" });
        let elsewhere = shop.errand(&Who::nobody(), "/sign-in", &elsewhere).await;
        assert_eq!(wrong.refused(401), "wrong_secret");
        assert_eq!((wrong.status, &wrong.bytes), (unknown.status, &unknown.bytes));
        assert_eq!((wrong.status, &wrong.bytes), (elsewhere.status, &elsewhere.bytes));
        for name in ["mei", "nobody at all"] {
            let mut waits = Vec::new();
            for _ in 0..6 {
                waits.push(signs_in(&shop, name, "guess number two").await.status.as_u16());
            }
            assert_eq!(waits, [401, 401, 401, 401, 429, 429], "{name} waits like any other");
        }
    }

    async fn guessing_becomes_slow_and_a_restart_forgives_nothing(shop: Shop) {
        mei(&shop).await;
        for _ in 0..5 {
            signs_in(&shop, "mei", "wrong wrong").await.is(401);
        }
        let answer = signs_in(&shop, "mei", PASSWORD).await;
        assert_eq!(answer.refused(429), "too_many_attempts");
        assert_eq!(answer.headers["retry-after"], "1");
        shop.wait_seconds(1);
        signs_in(&shop, "mei", "wrong wrong").await.is(401);
        assert_eq!(signs_in(&shop, "mei", PASSWORD).await.headers["retry-after"], "2");

        let db = Db::open(&shop.database.url).await.unwrap();
        let again = Service::new(db, Clock::Hand(std::sync::Arc::new(shop.now().0.into())), Chance::seeded(2), Keys::new([1; 32]));
        let credentials = gezi::app::logins::Credentials {
            coop: None,
            name: "mei".to_owned(),
            password: PASSWORD.to_owned(),
            address: [127, 0, 0, 1].into(),
        };
        let refused = gezi::app::logins::sign_in(&again, credentials).await.err().unwrap();
        assert!(matches!(refused, gezi::app::Refusal::TooManyAttempts { seconds: 2 }), "{refused}");
        let elsewhere = gezi::app::logins::Credentials {
            coop: None,
            name: "mei".to_owned(),
            password: PASSWORD.to_owned(),
            address: [203, 0, 113, 9].into(),
        };
        assert!(gezi::app::logins::sign_in(&again, elsewhere).await.is_ok(), "a guesser does not lock out mei at another place");
        again.db.close().await;

        shop.wait_seconds(2);
        signs_in(&shop, "mei", PASSWORD).await.is(200);
        assert_eq!(signs_in(&shop, "mei", "wrong wrong").await.refused(401), "wrong_secret");
        signs_in(&shop, "mei", PASSWORD).await.is(200);
    }

    async fn two_services_on_one_database_keep_the_larger_count(shop: Shop) {
        let db = Db::open(&shop.database.url).await.unwrap();
        let other = Service::new(db, Clock::Hand(std::sync::Arc::new(shop.now().0.into())), Chance::seeded(2), Keys::new([1; 32]));
        let guesses = async |service: &Service| {
            let subject = Subject::secret(&service.keys, "login", "mei");
            service.attempts.begin(service, shop.coop.id, vec![subject]).await.unwrap()
        };
        for _ in 0..4 {
            drop(guesses(&other).await);
        }
        let fifth = guesses(&other).await;
        for at in 0..6 {
            shop.wait_seconds(i64::from(at == 5));
            guesses(&shop.service).await.was_wrong(&shop.service).await.unwrap();
        }
        fifth.was_wrong(&other).await.unwrap();
        assert_eq!(shop.count("SELECT failures FROM attempt").await, 6);
        other.writer.stop().await;
        other.db.close().await;
    }

    async fn an_errand_is_run_with_the_roles_of_its_own_time(shop: Shop) {
        let (mei, former) = (mei(&shop).await, shop.person(&[]).await);
        let roles = vec![Role::Organiser];
        let actor = Actor { coop: shop.coop.id, who: auth::actor::Who::Person { id: PersonId(former.id), roles, wards: Vec::new() } };
        let refused = logins::set_login(&shop.service, &actor, PersonId(mei), "mei", "a new password".to_owned()).await.err().unwrap();
        assert!(matches!(refused, gezi::app::Refusal::Forbidden(_)), "{refused}");
        signs_in(&shop, "mei", PASSWORD).await.is(200);
    }

    async fn what_ended_long_ago_is_swept_at_a_sign_in(shop: Shop) {
        mei(&shop).await;
        let till = shop.till().await;
        till.approval(&shop).await;
        signs_in(&shop, "mei", PASSWORD).await.is(200);
        let (sessions, approvals) = ("SELECT count(*) FROM session", "SELECT count(*) FROM approval");
        let before = shop.count(sessions).await;
        shop.it_is("2026-08-28T02:00:00Z");
        signs_in(&shop, "mei", PASSWORD).await.is(200);
        assert_eq!((shop.count(sessions).await, shop.count(approvals).await), (before, 1), "mei's first one was ended by her login");
        shop.it_is("2026-12-30T02:00:00Z");
        signs_in(&shop, "mei", PASSWORD).await.is(200);
        assert_eq!((shop.count(sessions).await, shop.count(approvals).await), (before - 1, 0), "and two have ended by themselves");
    }

    async fn a_code_that_nobody_looked_at_was_not_wrong(shop: Shop) {
        shop.service.writer.stop().await;
        for _ in 0..25 {
            let refused = tills::enrol(&shop.service, Some("hexie"), "7KQM-2XWD", [203, 0, 113, 9].into()).await.err().unwrap();
            assert!(matches!(refused, gezi::app::Refusal::Stopping), "{refused}");
        }
    }

    async fn an_address_that_guesses_at_many_names_waits(shop: Shop) {
        mei(&shop).await;
        for at in 0..20 {
            signs_in(&shop, &format!("guess{at}"), "wrong wrong").await.is(401);
        }
        assert_eq!(signs_in(&shop, "mei", PASSWORD).await.refused(429), "too_many_attempts");
        let request = Request::post("/api/v1/sign-in").header(header::CONTENT_TYPE, "application/json");
        // A proxy on this machine tells for whom it asks.
        let request = request.header("x-forwarded-for", "203.0.113.7");
        let body = json!({ "name": "mei", "password": PASSWORD }).to_string();
        shop.answer(request.body(Body::from(body)).unwrap()).await.is(200);
    }

    async fn a_sign_in_is_renewed_and_a_copied_token_ends_it(shop: Shop) {
        mei(&shop).await;
        let first = signs_in(&shop, "mei", PASSWORD).await.is(200);
        shop.wait_seconds(601);
        assert_eq!(shop.get(&bearer(&first), "/me").await.refused(401), "not_signed_in");
        let second = renews(&shop, &first).await.is(200);
        shop.get(&bearer(&second), "/me").await.is(200);
        // Another tab, a moment later, gets the same.
        shop.wait_seconds(20);
        let tab = renews(&shop, &first).await.is(200);
        assert_eq!(tab["refresh_token"], second["refresh_token"]);
        let third = renews(&shop, &second).await.is(200);
        shop.get(&bearer(&third), "/me").await.is(200);
        // Whoever shows the first one now has copied it.
        assert_eq!(renews(&shop, &first).await.refused(401), "not_signed_in");
        assert_eq!(shop.get(&bearer(&third), "/me").await.refused(401), "not_signed_in");
        assert_eq!(renews(&shop, &third).await.refused(401), "not_signed_in");
    }

    async fn a_token_that_we_never_made_ends_nothing(shop: Shop) {
        mei(&shop).await;
        let tokens = signs_in(&shop, "mei", PASSWORD).await.is(200);
        let mut forged = tokens["refresh_token"].as_str().unwrap().to_owned();
        forged.replace_range(20..21, if &forged[20..21] == "A" { "B" } else { "A" });
        for forged in [forged.as_str(), "", "refresh.", "nonsense"] {
            assert_eq!(renews(&shop, &json!({ "refresh_token": forged })).await.refused(401), "not_signed_in");
        }
        let fresh = renews(&shop, &tokens).await.is(200);
        shop.it_is("2026-07-30T02:00:01Z");
        assert_eq!(renews(&shop, &fresh).await.refused(401), "not_signed_in", "after 30 days");
    }

    async fn signing_out_ends_it_at_once(shop: Shop) {
        mei(&shop).await;
        let (here, there) = (signs_in(&shop, "mei", PASSWORD).await.is(200), signs_in(&shop, "mei", PASSWORD).await.is(200));
        shop.errand(&bearer(&here), "/sign-out", &json!({})).await.is(204);
        assert_eq!(shop.get(&bearer(&here), "/me").await.refused(401), "not_signed_in");
        assert_eq!(renews(&shop, &here).await.refused(401), "not_signed_in");
        shop.get(&bearer(&there), "/me").await.is(200);
        // An access token may have ended: the refresh token names the session too.
        shop.errand(&Who::nobody(), "/sign-out", &json!({ "refresh_token": there["refresh_token"] })).await.is(204);
        assert_eq!(shop.get(&bearer(&there), "/me").await.refused(401), "not_signed_in");
        assert_eq!(shop.errand(&Who::nobody(), "/sign-out", &json!({})).await.refused(401), "not_signed_in");
    }

    async fn our_own_pages_get_cookies_that_no_script_reads(shop: Shop) {
        mei(&shop).await;
        let body = json!({ "name": "mei", "password": PASSWORD, "cookies": true });
        let post = |path: &str, origin: Option<&str>, cookies: &str, body: &Value| {
            let request = Request::post(format!("/api/v1{path}")).header(header::CONTENT_TYPE, "application/json");
            let request = request.header(header::HOST, "gezi.example");
            let request = if let Some(origin) = origin { request.header(header::ORIGIN, origin) } else { request };
            request.header(header::COOKIE, cookies).body(Body::from(body.to_string())).unwrap()
        };
        assert_eq!(shop.answer(post("/sign-in", None, "", &body)).await.refused(403), "foreign_origin");
        assert_eq!(shop.answer(post("/sign-in", Some("https://evil.example"), "", &body)).await.refused(403), "foreign_origin");
        let answer = shop.answer(post("/sign-in", Some("https://gezi.example"), "", &body)).await;
        let tokens = answer.is(200);
        assert!(tokens.get("access_token").is_none() && tokens.get("refresh_token").is_none());
        let set: Vec<&str> = answer.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(set.len(), 2);
        for (cookie, name) in set.iter().zip(["__Host-gezi_access=", "__Host-gezi_refresh="]) {
            assert!(cookie.starts_with(name) && cookie.contains("; Path=/; HttpOnly; SameSite=Strict; Max-Age="), "{cookie}");
            assert!(cookie.ends_with("; Secure"), "{cookie}");
        }
        let jar = set.iter().map(|cookie| cookie.split(';').next().unwrap()).collect::<Vec<_>>().join("; ");
        let me = Request::get("/api/v1/me").header(header::COOKIE, &jar).body(Body::empty()).unwrap();
        shop.answer(me).await.is(200);
        // A neighbouring host can set the plain name, but not the one with the prefix.
        let tossed = jar.replace("__Host-", "");
        let evil = shop.answer(post("/refresh", Some("https://gezi.example"), &tossed, &json!({}))).await;
        assert_eq!(evil.refused(401), "not_signed_in");
        let evil = shop.answer(post("/refresh", Some("https://evil.example"), &jar, &json!({}))).await;
        assert_eq!(evil.refused(403), "foreign_origin");
        let evil = shop.answer(post("/sign-out", None, &jar, &json!({}))).await;
        assert_eq!(evil.refused(403), "foreign_origin");
        let renewed = shop.answer(post("/refresh", Some("https://gezi.example"), &jar, &json!({}))).await;
        renewed.is(200);
        assert_eq!(renewed.headers.get_all(header::SET_COOKIE).iter().count(), 2);
        let out = shop.answer(post("/sign-out", Some("https://gezi.example"), &jar, &json!({}))).await;
        out.is(204);
        assert!(out.headers.get_all(header::SET_COOKIE).iter().all(|cookie| cookie.to_str().unwrap().contains("Max-Age=0; Secure")));
        // Without HTTPS, e.g. on one's own machine, the cookie keeps its plain name.
        let plain = shop.answer(post("/sign-in", Some("http://gezi.example"), "", &body)).await;
        let plain = plain.headers.get(header::SET_COOKIE).unwrap().to_str().unwrap().to_owned();
        assert!(plain.starts_with("gezi_access=") && !plain.contains("Secure"), "{plain}");
    }

    async fn a_flood_of_sign_ins_is_turned_away_and_the_till_goes_on_selling(shop: Shop) {
        mei(&shop).await;
        let (market, mut till) = (Market::new(&shop).await, shop.till().await);
        till.opens(&shop, "0.00").await;
        let knock = |at: usize| {
            let request = Request::post("/api/v1/sign-in").header(header::CONTENT_TYPE, "application/json");
            let request = request.header("x-forwarded-for", format!("203.0.113.{}", at % 250));
            let body = json!({ "name": format!("guess{at}"), "password": "wrong wrong" }).to_string();
            shop.answer(request.body(Body::from(body)).unwrap())
        };
        let flood = futures::future::join_all((0..250).map(knock));
        let helper = shop.person(&[Role::Helper]).await;
        shop.errand(&helper, "/pins", &json!({ "pin": "274916" })).await.is(204);
        let sales = async {
            let mut answers = Vec::new();
            let asks = json!({ "helper_id": helper.id, "pin": "274916" });
            answers.push(shop.errand(&till.who, "/till/approvals", &asks).await);
            for _ in 0..5 {
                answers.push(till.sells(&shop, market.grid_a, "玉米", "6.60").await.1);
            }
            answers
        };
        let (flood, sales) = futures::future::join(flood, sales).await;
        assert!(sales.iter().all(|answer| answer.status.as_u16() == 201));
        let turned_away = flood.iter().filter(|answer| answer.status.as_u16() == 503 && answer.headers.contains_key("retry-after")).count();
        let looked_at = flood.iter().filter(|answer| answer.status.as_u16() == 401).count();
        assert!(turned_away > 0 && looked_at > 0 && turned_away + looked_at == 250, "{turned_away} and {looked_at} of 250");
    }

    async fn a_password_is_changed_by_whoever_knows_it(shop: Shop) {
        mei(&shop).await;
        let (here, there) = (signs_in(&shop, "mei", PASSWORD).await.is(200), signs_in(&shop, "mei", PASSWORD).await.is(200));
        let change = async |current: &str, new: &str| {
            shop.errand(&bearer(&here), "/passwords", &json!({ "current": current, "new": new })).await
        };
        assert_eq!(change("not mine at all", "a new password").await.refused(401), "wrong_secret");
        assert_eq!(change(PASSWORD, "short").await.refused(422), "invalid");
        change(PASSWORD, "a new password").await.is(204);
        shop.get(&bearer(&here), "/me").await.is(200);
        assert_eq!(shop.get(&bearer(&there), "/me").await.refused(401), "not_signed_in", "other sign-ins end");
        assert_eq!(signs_in(&shop, "mei", PASSWORD).await.refused(401), "wrong_secret");
        signs_in(&shop, "mei", "a new password").await.is(200);
    }

    async fn an_organiser_gives_logins_to_their_own_people(shop: Shop) {
        let (organiser, treasurer) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await);
        let (_, foreigner) = shop.neighbour().await;
        let login = |person: Uuid, name: &str, password: &str| json!({ "person_id": person, "name": name, "password": password });
        let good = login(treasurer.id, "mei", PASSWORD);
        assert_eq!(shop.errand(&Who::nobody(), "/logins", &good).await.refused(401), "not_signed_in");
        assert_eq!(shop.errand(&treasurer, "/logins", &good).await.refused(403), "forbidden");
        assert_eq!(shop.errand(&foreigner, "/logins", &good).await.refused(404), "not_found");
        assert_eq!(shop.errand(&organiser, "/logins", &login(foreigner.id, "lin", PASSWORD)).await.refused(404), "not_found");
        for (name, password) in [("mei", "short"), ("", PASSWORD), ("a b", PASSWORD), ("mei-lin-zhang", "Mei-Lin-Zhang")] {
            assert_eq!(shop.errand(&organiser, "/logins", &login(treasurer.id, name, password)).await.refused(422), "invalid");
        }
        shop.errand(&organiser, "/logins", &good).await.is(201);
        assert_eq!(shop.errand(&organiser, "/logins", &login(organiser.id, "MEI", PASSWORD)).await.refused(409), "name_taken");
        let before = signs_in(&shop, "mei", PASSWORD).await.is(200);
        shop.errand(&organiser, "/logins", &login(treasurer.id, "mei", "forgotten and new")).await.is(201);
        assert_eq!(shop.get(&bearer(&before), "/me").await.refused(401), "not_signed_in", "a new password ends every sign-in");
        signs_in(&shop, "mei", "forgotten and new").await.is(200);
        let kept = "SELECT count(*) FROM login WHERE password_hash LIKE '$argon2id$v=19$m=19456,t=2,p=1$%'";
        assert_eq!((shop.count(kept).await, shop.count("SELECT count(*) FROM command").await), (1, 0), "no command holds a password");
    }
}
