//! The shop: a service on a database of its own, one cooperative, and everybody who may knock at its door.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use gezi::{
    app::{
        Service,
        clock::{Chance, Clock},
        found::{Founding, found},
    },
    auth::{keys::Keys, role::Role},
    domain::{
        id::{CoopId, PersonId, SiteId, TillId},
        time::Ts,
    },
    store::{Db, coop::Coop},
};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use uuid::Uuid;

use super::{Answer, Database, Engine, Proof, Till, seed};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Their id; nil for nobody.
    pub id: Uuid,
    /// What they show.
    pub token: Option<String>,
}

impl Who {
    /// Somebody who shows nothing.
    pub fn nobody() -> Self {
        Self { id: Uuid::nil(), token: None }
    }

    /// Whoever holds a token.
    pub fn bearer(id: Uuid, token: impl Into<String>) -> Self {
        Self { id, token: Some(token.into()) }
    }
}

/// A service on a database of its own, with one cooperative. It is 30 June 2026, ten in the morning in Shanghai.
pub struct Shop {
    pub service: Service,
    pub coop: Coop,
    pub site: SiteId,
    /// Dropped before the database that it is about.
    pub proof: Proof,
    pub database: Database,
    hand: Arc<AtomicI64>,
    ids: AtomicU64,
    api: Router,
}

impl Shop {
    /// A new one.
    pub async fn new(engine: Engine) -> Self {
        let database = Database::new(engine).await;
        let db = Db::open(&database.url).await.expect("a database");
        Self::on(database, db).await
    }

    /// A new one on a database that is open.
    pub async fn on(database: Database, db: Db) -> Self {
        let hand = Arc::new(AtomicI64::new(micros("2026-06-30T02:00:00Z")));
        let service = Service::new(db, Clock::Hand(hand.clone()), Chance::seeded(20_260_630), Keys::new([1; 32]));
        let coop = found(&service, founding("hexie", "和谐格子铺合作社")).await.expect("a cooperative");
        let api = gezi::http::api(service.clone());
        let site = SiteId(Uuid::from_u128(0x5173));
        let proof = Proof::new(&database.url, coop.id);
        let shop = Self { service, coop, site, proof, database, hand, ids: AtomicU64::new(1), api };
        let mut tx = shop.service.db.begin().await.expect("a write");
        seed::site(&mut tx, shop.coop.id, site, "社区中心", shop.now()).await;
        tx.commit().await.expect("a site");
        shop
    }

    /// Another cooperative in the same database, and an organiser of it.
    pub async fn neighbour(&self) -> (Coop, Who) {
        let coop = found(&self.service, founding("linju", "邻居合作社")).await.expect("a cooperative");
        let who = self.person_in(coop.id, &[Role::Organiser, Role::Treasurer]).await;
        (coop, who)
    }

    /// The next id; the same in every run.
    pub fn id(&self) -> Uuid {
        Uuid::from_u128((7 << 76) | (2 << 62) | u128::from(self.ids.fetch_add(1, Ordering::Relaxed)))
    }

    /// What the service takes for now.
    pub fn now(&self) -> Ts {
        Ts(self.hand.load(Ordering::Relaxed))
    }

    /// Sets the service's clock, e.g. `2026-07-05T02:00:00Z`.
    pub fn it_is(&self, instant: &str) {
        self.hand.store(micros(instant), Ordering::Relaxed);
    }

    /// Time passes.
    pub fn wait_seconds(&self, seconds: i64) {
        self.hand.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }

    /// Somebody with roles, signed in.
    pub async fn person(&self, roles: &[Role]) -> Who {
        self.person_in(self.coop.id, roles).await
    }

    /// Somebody with roles in another cooperative, signed in.
    pub async fn person_in(&self, coop: CoopId, roles: &[Role]) -> Who {
        let (id, now) = (PersonId(self.id()), self.now());
        let mut tx = self.service.db.begin().await.expect("a write");
        seed::person(&mut tx, coop, id, roles, now).await;
        let session = seed::session(&mut tx, coop, id, now).await;
        tx.commit().await.expect("a person");
        Who::bearer(id.0, seed::access(coop, id, session, now, &self.service.keys))
    }

    /// Somebody who is there already, signed in.
    pub async fn signs_in(&self, person: Uuid) -> Who {
        let now = self.now();
        let mut tx = self.service.db.begin().await.expect("a write");
        let session = seed::session(&mut tx, self.coop.id, PersonId(person), now).await;
        tx.commit().await.expect("a session");
        Who::bearer(person, seed::access(self.coop.id, PersonId(person), session, now, &self.service.keys))
    }

    /// An enrolled till, and a helper at it.
    pub async fn till(&self) -> Till {
        let helper = self.person(&[Role::Helper]).await;
        let id = TillId(self.id());
        let mut tx = self.service.db.begin().await.expect("a write");
        let token = seed::till(&mut tx, self.coop.id, id, self.site, &format!("收银台 {id}"), self.now()).await;
        tx.commit().await.expect("a till");
        Till::new(Who::bearer(id.0, token.text()), helper.id)
    }

    /// Reads.
    pub async fn get(&self, who: &Who, path: &str) -> Answer {
        self.send(who, "GET", path, None, Vec::new()).await
    }

    /// Asks for something; the id is its `Idempotency-Key`.
    pub async fn post(&self, who: &Who, path: &str, id: Uuid, body: &Value) -> Answer {
        self.send(who, "POST", path, Some(id), body.to_string().into_bytes()).await
    }

    /// Asks for something without a key.
    pub async fn errand(&self, who: &Who, path: &str, body: &Value) -> Answer {
        self.send(who, "POST", path, None, body.to_string().into_bytes()).await
    }

    /// Asks for something new and returns its id.
    #[track_caller]
    pub fn makes<'a>(&'a self, who: &'a Who, path: &'a str, body: Value) -> impl Future<Output = Uuid> + 'a {
        let caller = std::panic::Location::caller();
        async move {
            let id = self.id();
            let answer = self.post(who, path, id, &body).await;
            assert_eq!(answer.status.as_u16(), 201, "{caller}: {path}: {}", answer.text());
            id
        }
    }

    /// Sends bytes as they are. Paths are below `/api/v1`.
    pub async fn send(&self, who: &Who, method: &str, path: &str, key: Option<Uuid>, body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if let Some(token) = &who.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(key) = key {
            request = request.header("idempotency-key", key.to_string());
        }
        if method != "GET" {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        self.answer(request.body(Body::from(body)).expect("a request")).await
    }

    /// Uploads a paper and returns its name.
    pub async fn uploads_paper(&self, who: &Who) -> String {
        let pdf: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n";
        let kept = self.send(who, "POST", "/papers", None, pdf.to_vec()).await.is(201);
        kept["paper"].as_str().expect("a name").to_owned()
    }

    /// Sends a request made by hand, with its whole path.
    pub async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.api.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a whole body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// The books are whole.
    pub async fn verify(&self) {
        let verdict = gezi::app::verify::run(&self.service.db, self.coop.id, None, |_| {}).await.expect("a verdict");
        assert!(verdict.is_whole(), "{:?}", verdict.faults);
    }

    /// One number out of the database, for what no endpoint tells.
    pub async fn count(&self, text: &'static str) -> i64 {
        let mut tx = self.service.db.snapshot().await.expect("a read");
        tx.q(text).scalar().await.expect("a number")
    }
}

fn founding(code: &str, name: &str) -> Founding {
    Founding { code: code.to_owned(), name: name.to_owned(), zone: chrono_tz::Asia::Shanghai, is_demo: false }
}

fn micros(instant: &str) -> i64 {
    Ts::of(instant.parse().expect("an instant")).0
}
