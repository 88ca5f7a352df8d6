//! All that is in the database, apart from the logs of access and attempts: equal before and after a command that was refused.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

use crate::harness::Shop;

/// Who read a name, and who tried to sign in: that is written down, whatever becomes of it.
const LOGS: [&str; 2] = ["person_read", "attempt"];

/// A connection of its own, past the service.
pub enum Eye {
    Sqlite { connection: SqliteConnection, text: String },
    Postgres { connection: PgConnection, text: String },
}

/// Each table's content.
pub type Digest = BTreeMap<String, Option<String>>;

impl Eye {
    pub async fn open(shop: &Shop) -> Self {
        if shop.database.url.starts_with("sqlite:") {
            let mut connection = SqliteConnection::connect(&shop.database.url).await.expect("the file");
            let text = "SELECT m.name, group_concat('quote(' || c.name || ')', '||'',''||')
                        FROM sqlite_master m JOIN pragma_table_info(m.name) c
                        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_%' ESCAPE '\\' GROUP BY m.name";
            let tables: Vec<(String, String)> = sqlx::query_as(text).fetch_all(&mut connection).await.expect("tables");
            let one = |(table, row): &(String, String)| {
                format!("SELECT '{table}', (SELECT group_concat(r, char(10)) FROM (SELECT {row} AS r FROM \"{table}\" ORDER BY 1))")
            };
            let text = joined(tables.iter().filter(|(table, _)| is_kept(table)).map(one));
            Self::Sqlite { connection, text }
        } else {
            let mut connection = PgConnection::connect(&shop.database.url).await.expect("PostgreSQL answers");
            let text =
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'";
            let tables: Vec<String> = sqlx::query_scalar(text).fetch_all(&mut connection).await.expect("tables");
            let one =
                |table: &String| format!("SELECT '{table}', (SELECT md5(string_agg(r::text, ',' ORDER BY r::text)) FROM \"{table}\" r)");
            let text = joined(tables.iter().filter(|table| is_kept(table)).map(one));
            Self::Postgres { connection, text }
        }
    }

    pub async fn looks(&mut self) -> Digest {
        let rows: Vec<(String, Option<String>)> = match self {
            Self::Sqlite { connection, text } => {
                sqlx::query_as(AssertSqlSafe(text.clone())).fetch_all(connection).await.expect("all tables")
            }
            Self::Postgres { connection, text } => {
                sqlx::query_as(AssertSqlSafe(text.clone())).fetch_all(connection).await.expect("all tables")
            }
        };
        assert!(rows.len() > 40, "the whole schema");
        rows.into_iter().collect()
    }
}

fn is_kept(table: &str) -> bool {
    !LOGS.contains(&table)
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" UNION ALL ")
}
