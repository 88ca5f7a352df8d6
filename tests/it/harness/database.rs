//! A database for one test, gone after it.

use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::{Connection, Executor, PgConnection};
use tempfile::TempDir;

use super::Engine;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A database for one test.
pub struct Database {
    /// What `gezi --database` takes.
    pub url: String,
    /// Also holds the file of the embedded database.
    pub folder: TempDir,
    /// The server's own database and the name of ours.
    server: Option<(String, String)>,
}

impl Database {
    /// A new one. A missing PostgreSQL fails the test.
    pub async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        if engine == Engine::Sqlite {
            let url = format!("sqlite:{}", folder.path().join("gezi.db").display());
            return Self { url, folder, server: None };
        }
        let server =
            std::env::var("GEZI_TEST_POSTGRES").expect("GEZI_TEST_POSTGRES: run `make test`, or scripts/with-postgres.sh cargo test");
        let name = format!("gezi_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let mut connection = PgConnection::connect(&server).await.expect("PostgreSQL answers");
        // A run that was killed may have left one of this name.
        let text = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(text))).await.expect("no such database");
        connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))).await.expect("a new database");
        let (base, _) = server.rsplit_once('/').expect("an address ends with a database");
        Self { url: format!("{base}/{name}"), folder, server: Some((server, name)) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Some((server, name)) = self.server.take() else { return };
        // Drop cannot wait, so a thread does. What is left of a failed clean-up goes with the throwaway server.
        let clean_up = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let mut connection = PgConnection::connect(&server).await?;
                connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)")))).await?;
                Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
            })
        };
        drop(std::thread::spawn(clean_up).join());
    }
}
