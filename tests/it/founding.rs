//! A first cooperative founded in the browser, by whoever has the code that the service printed, and by nobody else.

use axum::{Router, body::Body, http::Request};
use gezi::{
    app::{
        Service,
        clock::{Chance, Clock},
        tills::EnrolmentCode,
    },
    auth::keys::Keys,
    store::Db,
};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::harness::{Database, Engine};

/// A service without a cooperative.
struct Empty {
    service: Service,
    api: Router,
    _database: Database,
}

impl Empty {
    async fn new(engine: Engine) -> Self {
        let database = Database::new(engine).await;
        let db = Db::open(&database.url).await.unwrap();
        let service = Service::new(db, Clock::System, Chance::seeded(7), Keys::new([1; 32]));
        Self { api: gezi::http::api(service.clone()), service, _database: database }
    }

    async fn code(&self) -> EnrolmentCode {
        self.service.door.open(&self.service).await.unwrap().expect("nobody has founded anything")
    }

    async fn send(&self, method: &str, path: &str, token: Option<&str>, body: &Value) -> (u16, Value) {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}")).header("content-type", "application/json");
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let response = self.api.clone().oneshot(request.body(Body::from(body.to_string())).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }

    async fn founds(&self, body: &Value) -> (u16, Value) {
        self.send("POST", "/founding", None, body).await
    }

    async fn is_open(&self) -> bool {
        self.send("GET", "/founding", None, &Value::Null).await.1["open"] == true
    }

    async fn signs_in(&self, name: &str, password: &str) -> String {
        let (status, tokens) = self.send("POST", "/sign-in", None, &json!({ "name": name, "password": password })).await;
        assert_eq!(status, 200, "{tokens}");
        tokens["access_token"].as_str().unwrap().to_owned()
    }

    async fn count(&self, text: &'static str) -> i64 {
        self.service.db.snapshot().await.unwrap().q(text).scalar().await.unwrap()
    }
}

fn founding(code: &str) -> Value {
    json!({
        "setup_code": code, "name": "和谐格子铺合作社", "code": "hexie", "site": "社区中心", "till": "一号收银台",
        "treasurer": { "name": "算小盘", "login": "suan", "password": "three short words" },
        "organiser": { "name": "塔小尖", "login": "ta", "password": "three other words" },
    })
}

macro_rules! on_both_engines {
    ($(async fn $name:ident($empty:ident: Empty) $body:block)*) => { $(
        mod $name {
            use super::*;

            async fn story($empty: Empty) $body

            #[tokio::test]
            async fn sqlite() {
                story(Empty::new(Engine::Sqlite).await).await;
            }

            #[tokio::test]
            async fn postgres() {
                story(Empty::new(Engine::Postgres).await).await;
            }
        }
    )* };
}

on_both_engines! {
    async fn whoever_has_the_code_founds_and_the_door_is_shut(empty: Empty) {
        assert!(!empty.is_open().await, "nobody has opened the door");
        let code = empty.code().await.shown();
        assert!(empty.is_open().await);
        let (status, founded) = empty.founds(&founding(&code.to_lowercase())).await;
        assert_eq!((status, &founded["code"]), (201, &json!("hexie")), "{founded}");
        assert!(!empty.is_open().await);
        let (status, again) = empty.founds(&founding(&code)).await;
        assert_eq!((status, &again["type"]), (409, &json!("/problems/founded")));
        assert!(empty.service.door.open(&empty.service).await.unwrap().is_none(), "it never opens again");

        let (treasurer, organiser) = (empty.signs_in("suan", "three short words").await, empty.signs_in("ta", "three other words").await);
        let (_, me) = empty.send("GET", "/me", Some(&treasurer), &Value::Null).await;
        assert_eq!(me["roles"], json!(["treasurer"]));
        let (_, tills) = empty.send("GET", "/tills", Some(&organiser), &Value::Null).await;
        assert_eq!(tills["items"][0]["name"], "一号收银台");
        let enrolment = json!({ "coop": "hexie", "code": founded["till_code"] });
        assert_eq!(empty.send("POST", "/enrolments", None, &enrolment).await.0, 201);
        // Names are sealed as everywhere, and the books are whole.
        assert_eq!(empty.count("SELECT count(*) FROM person_private").await, 2);
        let coop = gezi::store::coop::all(&mut empty.service.db.snapshot().await.unwrap()).await.unwrap()[0].id;
        assert!(gezi::app::verify::run(&empty.service.db, coop, None, |_| {}).await.unwrap().is_whole());
    }

    async fn of_two_at_once_one_founds(empty: Empty) {
        let code = empty.code().await.shown();
        let mut other = founding(&code);
        other["code"] = json!("linju");
        let mine = founding(&code);
        let ((one, _), (two, _)) = tokio::join!(empty.founds(&mine), empty.founds(&other));
        let mut answers = [one, two];
        answers.sort_unstable();
        assert_eq!(answers, [201, 409]);
        assert_eq!(empty.count("SELECT count(*) FROM coop").await, 1);
    }

    async fn a_stranger_on_the_network_founds_nothing(empty: Empty) {
        let (status, shut) = empty.founds(&founding("2222-2222")).await;
        assert_eq!((status, &shut["type"]), (409, &json!("/problems/founded")), "no code was ever shown");
        let code = empty.code().await.shown();
        for _ in 0..5 {
            assert_eq!(empty.founds(&founding("2222-2222")).await.0, 401);
        }
        assert_eq!(empty.founds(&founding(&code)).await.0, 429, "guessing becomes slow");
        assert_eq!(empty.count("SELECT count(*) FROM coop").await + empty.count("SELECT count(*) FROM attempt").await, 0);
    }

    async fn what_cannot_be_is_said_and_nothing_is_written(empty: Empty) {
        let code = empty.code().await.shown();
        for (pointer, value, field) in [
            ("/code", json!("He Xie"), "code"),
            ("/name", json!(" "), "name"),
            ("/time_zone", json!("Mars/Olympus"), "time_zone"),
            ("/site", json!(""), "site"),
            ("/till", json!("x".repeat(41)), "till"),
            ("/treasurer/name", json!(""), "treasurer.name"),
            ("/treasurer/login", json!("su an"), "treasurer.login"),
            ("/treasurer/password", json!("short"), "treasurer.password"),
            ("/organiser/password", json!("short"), "organiser.password"),
            ("/organiser/login", json!("SUAN"), "organiser.login"),
        ] {
            let mut body = founding(&code);
            body["time_zone"] = json!("Asia/Shanghai");
            *body.pointer_mut(pointer).unwrap() = value;
            let (status, told) = empty.founds(&body).await;
            assert_eq!((status, &told["field"]), (422, &json!(field)), "{told}");
        }
        assert_eq!(empty.count("SELECT count(*) FROM coop").await, 0);
        assert!(empty.is_open().await, "a slip shuts no door");
        let mut alone = founding(&code);
        alone.as_object_mut().unwrap().remove("organiser");
        assert_eq!(empty.founds(&alone).await.0, 201);
        assert_eq!(empty.count("SELECT count(*) FROM login").await, 1);
    }
}
