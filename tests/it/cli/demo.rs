//! The demo: told once, the same on both databases, to its end even if it was interrupted, and with a story to copy and paste.

use std::time::Duration;

use super::{Gezi, program::Serving};
use crate::harness::{Database, Engine};

/// Starts a demo on a day that stands still: long enough for an agreement to change half-way and for a month to end.
async fn starts(gezi: &Gezi) -> Serving {
    let clock = gezi.path("clock");
    std::fs::write(&clock, "2026-07-10T09:00:00+08:00").expect("a time");
    gezi.serves(&["--demo", "--demo-days", "14", "--clock", &clock]).await
}

/// The last entry, as `gezi verify` finds it.
async fn head(gezi: &Gezi) -> String {
    let said = gezi.does(&["verify"]).await;
    assert!(said.contains("the books are whole"), "{said}");
    said.lines().find(|line| line.contains("head")).expect("a head").to_owned()
}

async fn told(engine: Engine) -> (Gezi, String) {
    let gezi = Gezi::new(Database::new(engine).await);
    drop(starts(&gezi).await);
    let head = head(&gezi).await;
    (gezi, head)
}

#[tokio::test]
async fn it_is_the_same_on_both_databases_and_after_an_interruption() {
    let (gezi, first) = told(Engine::Sqlite).await;
    let again = starts(&gezi).await;
    assert!(again.get("/readyz").await.starts_with("HTTP/1.1 200"));
    drop(again);
    assert_eq!(head(&gezi).await, first, "it is told once");
    assert_eq!(told(Engine::Postgres).await.1, first);

    let interrupted = Gezi::new(Database::new(Engine::Sqlite).await);
    let too_short = tokio::time::timeout(Duration::from_millis(1_800), starts(&interrupted)).await;
    assert!(too_short.is_err(), "it was not interrupted");
    drop(starts(&interrupted).await);
    assert_eq!(head(&interrupted).await, first, "it goes on where it was");
}

#[cfg(unix)]
#[tokio::test]
async fn its_passwords_are_its_own_and_nobody_else_reads_them() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut passwords = Vec::new();
    for _ in 0..2 {
        let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
        drop(gezi.serves(&["--demo", "--demo-days", "1"]).await);
        let file = gezi.path("data/demo.json");
        assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
        passwords.push(std::fs::read_to_string(&file).expect("passwords"));
        let elsewhere = gezi.runs(&["serve", "--listen", "127.0.0.1:0", "--demo", "--data", &gezi.path("other")]).await;
        assert_eq!(elsewhere.code, 1);
        assert!(elsewhere.err.contains("master key"), "{}", elsewhere.err);
    }
    assert_ne!(passwords[0], passwords[1]);
}

#[tokio::test]
async fn every_line_of_its_story_works() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    // Twice: the second time the till has a past of its own.
    for _ in 0..2 {
        let serving = gezi.serves(&["--demo", "--demo-days", "1"]).await;
        let story: Vec<&str> =
            serving.printed.lines().filter(|line| ["G=", "A=", "curl "].iter().any(|start| line.starts_with(start))).collect();
        let mut shell = tokio::process::Command::new("bash");
        shell.arg("-ec").arg(story.join("\n")).current_dir(gezi.database.folder.path());
        let ran = shell.output().await.expect("bash and curl");
        let said = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(ran.status.success(), "{said}");
        assert_eq!(said.matches(r#""state":"posted""#).count(), 4, "{said}");
        assert_eq!(said.matches(r#""tasks":[]"#).count(), 4, "{said}");
        assert!(said.contains("玉米饼") && said.contains("DEMO"), "{said}");
        assert!(said.contains(r#""kind":"sale""#) && said.contains(r#""account":"11401""#), "{said}");
        for paper in ["receipt.pdf", "statement.pdf"] {
            assert!(std::fs::read(gezi.path(paper)).expect("a paper").starts_with(b"%PDF"), "{paper}");
        }
        assert!(serving.printed.contains(" verify --data "), "{}", serving.printed);
        serving.is_asked_to_stop().await;
        assert_eq!(serving.ends().await, 0);
    }
    head(&gezi).await;
}
