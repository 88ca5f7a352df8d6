//! Whoever holds the machine can change the books behind our back. Here somebody does.

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

use super::Shop;

impl Shop {
    /// Runs statements past the service, with triggers and foreign keys off: `sqlite3` or `psql` in the wrong hands.
    pub async fn tamper(&self, text: &'static str) {
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
