//! A backup counts once it has been opened and verified, and a restore never overwrites.

use super::Gezi;
use crate::harness::{Database, Engine};

async fn there_and_back(engine: Engine) {
    let gezi = Gezi::new(Database::new(engine).await);
    let demo = gezi.serves(&["--demo", "--demo-days", "2"]).await;
    // The service keeps running: a backup does not wait for closing time.
    let into = gezi.path("backups");
    let said = gezi.does(&["backup", "--into", &into]).await;
    assert!(said.contains("backup made and verified") && said.contains("demo: "), "{said}");
    let backup = std::fs::read_dir(&into).expect("backups").next().expect("one").expect("a folder").path();
    let backup = backup.display().to_string();
    demo.is_asked_to_stop().await;
    assert_eq!(demo.ends().await, 0);

    let again = gezi.runs(&["restore", &backup]).await;
    assert_eq!(again.code, 1, "what is there is not overwritten: {}", again.out);

    let elsewhere = Gezi::new(Database::new(engine).await);
    let said = elsewhere.does(&["restore", &backup]).await;
    assert!(said.contains("restored and verified") && said.contains("demo: "), "{said}");
    let key = |gezi: &Gezi| std::fs::read(gezi.path("data/master.key")).expect("a key");
    assert_eq!(key(&gezi), key(&elsewhere), "the key comes with it: without it the names stay sealed");
    let demo = elsewhere.serves(&["--demo", "--demo-days", "2"]).await;
    assert!(demo.get("/readyz").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn there_and_back_on_sqlite() {
    there_and_back(Engine::Sqlite).await;
}

#[tokio::test]
async fn there_and_back_on_postgres() {
    there_and_back(Engine::Postgres).await;
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    drop(gezi.serves(&["--demo", "--demo-days", "2"]).await);
    let into = gezi.path("backups");
    gezi.does(&["backup", "--into", &into]).await;
    let backup = std::fs::read_dir(&into).expect("backups").next().expect("one").expect("a folder").path();
    let note = backup.join("backup.json");
    let whole = std::fs::read_to_string(&note).expect("a note");
    let mut without: serde_json::Value = serde_json::from_str(&whole).expect("a note");
    without["secrets"] = serde_json::json!([]);
    std::fs::write(&note, without.to_string()).expect("a note");
    let elsewhere = Gezi::new(Database::new(Engine::Sqlite).await);
    let ran = elsewhere.runs(&["restore", &backup.display().to_string()]).await;
    assert!(ran.code == 1 && ran.err.contains("no master key"), "{}", ran.err);
    std::fs::write(&note, whole).expect("a note");

    let file = backup.join("gezi.db");
    let mut bytes = std::fs::read(&file).expect("the copy");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).expect("damage");

    let elsewhere = Gezi::new(Database::new(Engine::Sqlite).await);
    let ran = elsewhere.runs(&["restore", &backup.display().to_string()]).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("damaged"), "{}", ran.err);
    assert!(!std::path::Path::new(&elsewhere.path("gezi.db")).exists(), "nothing is left of it");
    assert!(!std::path::Path::new(&elsewhere.path("data/master.key")).exists());
    let ran = elsewhere.runs(&["restore", &elsewhere.path("")]).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("is no backup"), "{}", ran.err);
}

#[tokio::test]
async fn there_is_nothing_to_back_up() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let ran = gezi.runs(&["backup", "--into", &gezi.path("backups")]).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("there is no database"), "{}", ran.err);
    assert!(std::fs::read_dir(gezi.path("backups")).expect("a folder").next().is_none(), "nothing half-made is left");
}

#[tokio::test]
async fn keys_are_put_back_before_books_and_a_failed_copy_leaves_nothing() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    drop(gezi.serves(&["--demo", "--demo-days", "1"]).await);
    let into = gezi.path("backups");
    gezi.does(&["backup", "--into", &into]).await;
    let backup = std::fs::read_dir(&into).expect("backups").next().expect("one").expect("a folder").path().display().to_string();

    let elsewhere = Gezi::new(Database::new(Engine::Sqlite).await);
    // The books have no place: something lies where the copy is made.
    std::fs::create_dir(elsewhere.path("gezi.part")).expect("a folder in the way");
    assert_eq!(elsewhere.runs(&["restore", &backup]).await.code, 1);
    assert!(std::path::Path::new(&elsewhere.path("data/master.key")).exists(), "keys without books lock nobody out");
    assert!(!std::path::Path::new(&elsewhere.path("gezi.db")).exists());
    std::fs::remove_dir(elsewhere.path("gezi.part")).expect("the way is free");
    elsewhere.does(&["restore", &backup]).await;
}
