//! `gezi verify`: whole books are 0, anything else is 1 and has a name.

use super::Gezi;
use crate::harness::{Database, Engine};

#[tokio::test]
async fn whole_books_are_whole_and_a_head_that_was_never_there_is_not() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let gezi = Gezi::new(Database::new(engine).await);
        gezi.does(&["init", "--name", "和谐", "--code", "hexie", "--treasurer", "算小盘", "--login", "suan"]).await;
        let said = gezi.does(&["verify"]).await;
        assert!(said.contains("the books are whole"), "{said}");
        let ran = gezi.runs(&["verify", "--head", &format!("7:{}", "ab".repeat(32))]).await;
        assert_eq!(ran.code, 1, "{}", ran.out);
        assert!(ran.err.contains("faults found: 1"), "{}", ran.err);
        assert_eq!(gezi.runs(&["verify", "--head", "7:xyz"]).await.code, 2);
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_as_such_and_without_the_password() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let ran = gezi.runs(&["verify", "--database", "postgres://gezi:s3cret@127.0.0.1:1/books"]).await;
    assert!(ran.code == 1 && ran.err.contains("cannot reach the database") && ran.err.contains("refused"), "{}", ran.err);
    assert!(!ran.err.contains("s3cret") && !ran.err.contains("pool"), "{}", ran.err);
}

#[tokio::test]
async fn an_older_programs_database_is_looked_at_by_nobody_and_stays_as_it_is() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let gezi = Gezi::new(Database::new(engine).await);
        gezi.does(&["init", "--name", "和谐", "--code", "hexie", "--treasurer", "算小盘", "--login", "suan"]).await;
        let db = gezi::store::Db::open(&gezi.database.url).await.expect("a database");
        let mut tx = db.begin().await.expect("a write");
        tx.q("DELETE FROM _sqlx_migrations WHERE version = 2").run().await.expect("as before the second migration");
        tx.commit().await.expect("kept");
        db.close().await;
        for command in [&["verify"][..], &["export", "--format", "json"]] {
            let ran = gezi.runs(command).await;
            assert!(ran.code == 1 && ran.err.contains("an older program made this database"), "{command:?}: {}", ran.err);
        }
    }
}
