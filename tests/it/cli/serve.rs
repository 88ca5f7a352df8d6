//! `gezi serve`: what it says, whom it lets in, how it stops.

use std::time::Duration;

use gezi::app::{
    Service,
    clock::{Chance, Clock},
    found::{Founding, found},
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::Gezi;
use crate::harness::{Database, Engine, Shop};

#[tokio::test]
async fn it_says_what_durability_hangs_on_and_answers() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let gezi = Gezi::new(Database::new(engine).await);
        let serving = gezi.serves(&[]).await;
        let durable = if engine == Engine::Sqlite { "journal_mode=wal synchronous=2" } else { "synchronous_commit=" };
        assert!(serving.printed.contains(durable), "{}", serving.printed);
        assert!(serving.get("/healthz").await.starts_with("HTTP/1.1 200"));
        assert!(serving.get("/readyz").await.starts_with("HTTP/1.1 200"));
        assert!(serving.get("/metrics").await.contains("gezi_info"));
    }
}

#[tokio::test]
async fn a_demo_and_a_clock_of_ones_own_never_touch_real_books() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let db = gezi::store::Db::open(&gezi.database.url).await.expect("a database");
    let service = Service::new(db, Clock::System, Chance::System, gezi::auth::keys::Keys::new([1; 32]));
    let zone = chrono_tz::Asia::Shanghai;
    found(&service, Founding { code: "real".into(), name: "真的".into(), zone, is_demo: false }).await.expect("a cooperative");
    gezi.has_key([1; 32]);
    let ran = gezi.runs(&["serve", "--listen", "127.0.0.1:0", "--demo"]).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("keeps real books"), "{}", ran.err);
    let clock = gezi.path("clock");
    std::fs::write(&clock, "2026-06-30T09:00:00+08:00").expect("a time");
    let fresh = gezi.serves(&["--clock", &clock]).await;
    drop(fresh);

    let demo = Gezi::new(Database::new(Engine::Sqlite).await);
    drop(demo.serves(&["--demo", "--demo-days", "1"]).await);
    let ran = demo.runs(&["init", "--name", "x", "--code", "real", "--treasurer", "x", "--login", "xx"]).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("holds the demo"), "{}", ran.err);
}

#[tokio::test]
async fn no_file_tells_real_books_the_time() {
    let shop = Shop::new(Engine::Sqlite).await;
    shop.till().await.opens(&shop, "100.00").await;
    shop.proof.off();
    let gezi = Gezi::new(shop.database);
    gezi.has_key([1; 32]);
    let clock = gezi.path("clock");
    std::fs::write(&clock, "2026-06-30T09:00:00+08:00").expect("a time");
    let ran = gezi.runs(&["serve", "--listen", "127.0.0.1:0", "--clock", &clock]).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("hexie keeps real books"), "{}", ran.err);
}

#[tokio::test]
async fn the_clock_of_a_demo_can_be_driven_from_outside() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let clock = gezi.path("clock");
    let ran = gezi.runs(&["serve", "--listen", "127.0.0.1:0", "--clock", &clock]).await;
    assert_eq!(ran.code, 1, "a clock needs a time: {}", ran.err);
    std::fs::write(&clock, "2026-06-30T09:00:00+08:00\n").expect("a time");
    let serving = gezi.serves(&["--clock", &clock]).await;
    assert!(serving.get("/healthz").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn it_is_not_ready_once_it_is_asked_to_stop() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let serving = gezi.serves(&[]).await;
    let mut slow = serving.connects().await;
    slow.write_all(b"GET /readyz HTTP/1.1\r\nConnection: close\r\n").await.expect("half a request");
    tokio::time::sleep(Duration::from_millis(300)).await;
    serving.is_asked_to_stop().await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    slow.write_all(format!("Host: {}\r\n\r\n", serving.address).as_bytes()).await.expect("the rest");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 503") && answer.ends_with("stopping\n"), "{answer}");
    assert_eq!(serving.ends().await, 0);
}

#[tokio::test]
async fn it_stops_only_after_answering_what_is_in_flight() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let serving = gezi.serves(&["--demo", "--demo-days", "2"]).await;
    let mut slow = serving.connects().await;
    let head = format!(
        "POST /api/v1/sign-in HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{",
        serving.address
    );
    slow.write_all(head.as_bytes()).await.expect("half a request");
    tokio::time::sleep(Duration::from_millis(300)).await;
    serving.is_asked_to_stop().await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(slow.try_read(&mut [0; 1]).is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock), "no answer yet");
    slow.write_all(b"}").await.expect("it still listens to whoever has begun");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 422"), "an answer of the service itself: {answer}");
    assert_eq!(serving.ends().await, 0);
}

#[tokio::test]
async fn whoever_does_not_say_what_they_want_is_let_go() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let serving = gezi.serves(&["--demo", "--demo-days", "1"]).await;
    let mut mute = serving.connects().await;
    mute.write_all(b"GET / HTTP/1.1\r\nHo").await.expect("half a header");
    let mut rest = Vec::new();
    let closed = tokio::time::timeout(Duration::from_secs(20), mute.read_to_end(&mut rest)).await;
    assert!(closed.is_ok(), "the connection is closed after ten seconds");
    assert!(serving.get("/healthz").await.contains("ok"));
    serving.is_asked_to_stop().await;
    assert_eq!(serving.ends().await, 0);
}
