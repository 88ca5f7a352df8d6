//! `gezi init` and `gezi user`: from an empty folder to people who sign in and a till that is let in.

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{Gezi, program::Serving};
use crate::harness::{Database, Engine};

const FOUNDS: &[&str] = &["init", "--name", "和谐格子铺合作社", "--code", "hexie", "--treasurer", "算小盘", "--login", "suan"];

/// The word that follows a label.
fn word_after<'a>(text: &'a str, label: &str) -> &'a str {
    let (_, rest) = text.split_once(label).unwrap_or_else(|| panic!("{label} is missing in {text}"));
    rest.split_whitespace().next().expect("a word")
}

impl Serving {
    /// Posts JSON and gives the whole answer.
    async fn post(&self, path: &str, body: &str) -> String {
        let mut stream = self.connects().await;
        let head = format!("POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nConnection: close", self.address);
        stream.write_all(format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await.expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        answer
    }

    async fn signs_in(&self, login: &str, password: &str) -> String {
        self.post("/api/v1/sign-in", &format!(r#"{{"name":"{login}","password":"{password}"}}"#)).await
    }
}

async fn a_cooperative_of_ones_own(engine: Engine) {
    let gezi = Gezi::new(Database::new(engine).await);
    let founded = gezi.does(FOUNDS).await;
    let again = gezi.runs(FOUNDS).await;
    assert_eq!(again.code, 1, "{}", again.out);
    assert!(again.err.contains("in use"), "{}", again.err);

    let added = gezi.does(&["user", "add", "--name", "塔小尖", "--login", "ta", "--role", "organiser", "--role", "helper"]).await;
    let forgotten = gezi.does(&["user", "password", "--login", "ta"]).await;
    let (first, second) = (word_after(&added, "password"), word_after(&forgotten, "password  "));

    let serving = gezi.serves(&[]).await;
    assert!(serving.signs_in("suan", word_after(&founded, "password")).await.starts_with("HTTP/1.1 20"));
    assert!(serving.signs_in("ta", second).await.starts_with("HTTP/1.1 20"));
    assert!(serving.signs_in("ta", first).await.starts_with("HTTP/1.1 401"), "the forgotten one counts no more");
    let code = word_after(&founded, "enrolment code");
    let enrolled = serving.post("/api/v1/enrolments", &format!(r#"{{"coop":"hexie","code":"{code}"}}"#)).await;
    assert!(enrolled.starts_with("HTTP/1.1 201"), "{enrolled}");
}

#[tokio::test]
async fn a_cooperative_of_ones_own_on_sqlite() {
    a_cooperative_of_ones_own(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_cooperative_of_ones_own_on_postgres() {
    a_cooperative_of_ones_own(Engine::Postgres).await;
}

#[tokio::test]
async fn an_empty_service_shows_its_setup_code_and_one_with_books_none() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let serving = gezi.serves(&[]).await;
    let code = word_after(&serving.printed, "the setup code ").trim_end_matches(',');
    let treasurer = r#"{"name":"算小盘","login":"suan","password":"three short words"}"#;
    let body = format!(r#"{{"setup_code":"{code}","name":"和谐","code":"hexie","treasurer":{treasurer},"site":"东门","till":"一号"}}"#);
    let founded = serving.post("/api/v1/founding", &body).await;
    assert!(founded.starts_with("HTTP/1.1 201"), "{founded}");
    assert!(serving.signs_in("suan", "three short words").await.starts_with("HTTP/1.1 20"));
    serving.is_asked_to_stop().await;
    serving.ends().await;
    let serving = gezi.serves(&[]).await;
    assert!(!serving.printed.contains("setup code"), "{}", serving.printed);
}

#[tokio::test]
async fn what_cannot_be_is_said_before_anything_is_written() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let missing = gezi.runs(&["init"]).await;
    assert_eq!(missing.code, 2);
    assert!(missing.err.contains("--name is missing"), "{}", missing.err);
    let blank: Vec<&str> = FOUNDS.iter().map(|word| if *word == "suan" { "su an" } else { *word }).collect();
    let ran = gezi.runs(&blank).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("no spaces"), "{}", ran.err);
    assert!(!std::path::Path::new(&gezi.path("gezi.db")).exists());
    let nobody = gezi.runs(&["user", "add", "--name", "x", "--login", "x", "--role", "helper"]).await;
    assert_eq!(nobody.code, 1);
    assert!(nobody.err.contains("there is no database"), "{}", nobody.err);
    assert_eq!(gezi.runs(&["user", "add", "--name", "x", "--login", "x", "--role", "king"]).await.code, 2);
}

#[tokio::test]
async fn a_lost_master_key_is_asked_for_and_never_replaced() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let gezi = Gezi::new(Database::new(engine).await);
        gezi.does(FOUNDS).await;
        let (key, aside) = (gezi.path("data/master.key"), gezi.path("aside"));
        std::fs::rename(&key, &aside).expect("a key");
        let (file, list) = (gezi.path("out.pdf"), gezi.path("sites.csv"));
        std::fs::write(&list, "name\n东站\n").expect("a list");
        let founds_another: Vec<&str> = FOUNDS.iter().map(|word| if *word == "hexie" { "linju" } else { *word }).collect();
        let commands: [&[&str]; 5] = [
            &["serve", "--listen", "127.0.0.1:0"],
            &["user", "add", "--name", "x", "--login", "xx", "--role", "helper"],
            &founds_another,
            &["import", "sites", &list],
            &["statement", "--owner", "suan", "--month", "2026-01", "--output", &file],
        ];
        for command in commands {
            let ran = gezi.runs(command).await;
            assert_eq!(ran.code, 1, "{command:?} {}", ran.out);
            assert!(ran.err.contains("put master.key back from a backup"), "{}", ran.err);
        }
        assert!(!std::path::Path::new(&key).exists(), "no new one is made");
        std::fs::write(&key, [7; 32]).expect("another key");
        for command in commands {
            let ran = gezi.runs(command).await;
            assert_eq!(ran.code, 1, "{command:?} {}", ran.out);
            assert!(ran.err.contains("not the master key of this database"), "{}", ran.err);
        }
        std::fs::rename(&aside, &key).expect("the key is back");
        gezi.does(&["user", "add", "--name", "x", "--login", "xx", "--role", "helper"]).await;
        gezi.does(&["verify"]).await;
    }
}
