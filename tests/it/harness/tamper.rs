//! Whoever holds the machine can change the books behind our back. Here somebody does.

use std::sync::atomic::{AtomicBool, Ordering};

use gezi::{app::verify, domain::id::CoopId, store::Db};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use super::Shop;

impl Shop {
    /// Runs statements past the service, with triggers and foreign keys off: `sqlite3` or `psql` in the wrong hands.
    pub async fn tamper(&self, text: &'static str) {
        self.proof.off();
        if let Some(path) = gezi::store::db::sqlite_path(&self.database.url) {
            let options = SqliteConnectOptions::new().filename(path).foreign_keys(false);
            let mut connection = SqliteConnection::connect_with(&options).await.expect("the file");
            let triggers = connection.fetch_all("SELECT name FROM sqlite_master WHERE type = 'trigger'").await.expect("triggers");
            for trigger in triggers {
                let name: String = trigger.get(0);
                connection.execute(sqlx::raw_sql(AssertSqlSafe(format!("DROP TRIGGER {name}")))).await.expect("no trigger");
            }
            connection.execute(sqlx::raw_sql(text)).await.expect("a change");
            connection.close().await.expect("closed");
        } else {
            let mut connection = PgConnection::connect(&self.database.url).await.expect("PostgreSQL answers");
            connection.execute("SET session_replication_role = replica").await.expect("no triggers");
            connection.execute(sqlx::raw_sql(text)).await.expect("a change");
            connection.close().await.expect("closed");
        }
    }
}

/// Whatever a story was about, its books are whole when it ends.
pub struct Proof {
    url: String,
    coop: CoopId,
    is_off: AtomicBool,
}

impl Proof {
    pub fn new(url: &str, coop: CoopId) -> Self {
        Self { url: url.to_owned(), coop, is_off: AtomicBool::new(false) }
    }

    /// The books were changed past the service, or are looked after by somebody else from here on.
    pub fn off(&self) {
        self.is_off.store(true, Ordering::Relaxed);
    }
}

// Not for a bench: it measures.
#[cfg(test)]
impl Drop for Proof {
    fn drop(&mut self) {
        if std::thread::panicking() || self.is_off.load(Ordering::Relaxed) {
            return;
        }
        let (url, coop) = (std::mem::take(&mut self.url), self.coop);
        // Drop cannot wait, so a thread does.
        let proof = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let db = Db::open(&url).await.expect("the database");
                let verdict = verify::run(&db, coop, None, |_| ()).await.expect("a verdict");
                db.close().await;
                verdict.faults
            })
        });
        assert_eq!(proof.join().expect("a verdict"), [], "the books are not whole");
    }
}
