//! What was written stays: every way to change or drop it is refused by the database itself, whoever holds the connection.

use gezi::store::Db;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::harness::{Database, Engine};

/// What may change, each for a reason that its table's own comment or use case gives. Everything else is append-only.
const CHANGES: &[&str] = &[
    "account",
    "agreement_carry",
    "agreement_version",
    "approval",
    "attempt",
    "balance",
    "bank_account",
    "coop",
    "coop_head",
    "good",
    "grid",
    "grid_contract",
    "grid_page",
    "grid_wish",
    "instrument",
    "login",
    "lot",
    "open_item",
    "person",
    "person_private",
    "picture_pin",
    "pin",
    "proposal",
    "quarantine",
    "role_grant",
    "session",
    "sharing_consent",
    "site",
    "stock",
    "task",
    "till",
    "till_code",
    "till_epoch",
    "till_inbox",
    "training",
    "voucher",
];

/// A table with its columns (name, a value of its type) and its primary key.
struct Table {
    name: String,
    columns: Vec<(String, &'static str)>,
    key: Vec<String>,
}

impl Table {
    fn row(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        let values: Vec<_> = self.columns.iter().map(|(_, value)| *value).collect();
        format!("{} ({}) VALUES ({})", self.name, names.join(", "), values.join(", "))
    }

    /// Statements that would change its row.
    fn attacks(&self) -> Vec<String> {
        let (name, row, key) = (&self.name, self.row(), self.key.join(", "));
        let last = &self.columns.last().expect("columns").0;
        vec![
            format!("UPDATE {name} SET {last} = {last}"),
            format!("UPDATE {name} SET coop_id = coop_id"),
            format!("DELETE FROM {name}"),
            format!("INSERT INTO {row} ON CONFLICT ({key}) DO UPDATE SET {last} = excluded.{last}"),
        ]
    }
}

fn append_only(tables: Vec<Table>) -> Vec<Table> {
    for name in CHANGES {
        assert!(tables.iter().any(|table| table.name == *name), "there is no table {name}");
    }
    tables.into_iter().filter(|table| !CHANGES.contains(&table.name.as_str())).collect()
}

#[tokio::test]
async fn sqlite_keeps_what_was_written() {
    let database = Database::new(Engine::Sqlite).await;
    Db::open(&database.url).await.expect("a schema").close().await;
    let file = database.url.strip_prefix("sqlite:").expect("a file");
    for recursive in ["ON", "OFF"] {
        // A row of its own in each table, without the rows that it would belong to. Somebody's own tool has neither setting.
        let options = SqliteConnectOptions::new().filename(file).foreign_keys(false).pragma("recursive_triggers", recursive);
        let mut connection = SqliteConnection::connect_with(&options).await.expect("a connection");
        for table in append_only(sqlite_tables(&mut connection).await) {
            let insert = format!("INSERT INTO {}", table.row());
            if recursive == "ON" {
                connection.execute(AssertSqlSafe(insert.clone())).await.expect(&insert);
            }
            let mut attacks = table.attacks();
            attacks.push(insert.replacen("INSERT", "REPLACE", 1));
            attacks.push(insert.replacen("INSERT", "INSERT OR REPLACE", 1));
            attacks.push(format!("UPDATE OR REPLACE {} SET coop_id = coop_id", table.name));
            let mut refused = Vec::new();
            for attack in attacks.into_iter().filter(|attack| !(table.name == "statement" && attack.contains("pdf = "))) {
                let error = connection.execute(AssertSqlSafe(attack.clone())).await.expect_err(&attack).to_string();
                refused.push(error.contains("append-only").then_some(()).ok_or(format!("{attack}: {error}")));
            }
            assert!(refused.iter().all(Result::is_ok), "{refused:?}");
            let count: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM {}", table.name)))
                .fetch_one(&mut connection)
                .await
                .expect("a count");
            assert_eq!(count, 1, "{}", table.name);
        }
        connection.close().await.expect("closed");
    }
}

#[tokio::test]
async fn postgres_keeps_what_was_written() {
    let database = Database::new(Engine::Postgres).await;
    Db::open(&database.url).await.expect("a schema").close().await;
    let mut connection = PgConnection::connect(&database.url).await.expect("a connection");
    let tables = append_only(postgres_tables(&mut connection).await);
    connection.execute("SET session_replication_role = replica").await.expect("no foreign keys for a moment");
    for table in &tables {
        let insert = format!("INSERT INTO {}", table.row());
        connection.execute(AssertSqlSafe(insert.clone())).await.expect(&insert);
    }
    connection.execute("SET session_replication_role = origin").await.expect("and back");
    for table in &tables {
        let mut attacks = table.attacks();
        attacks.push(format!("TRUNCATE {} CASCADE", table.name));
        for attack in attacks {
            let error = connection.execute(AssertSqlSafe(attack.clone())).await.expect_err(&attack).to_string();
            assert!(error.contains("append-only"), "{attack}: {error}");
        }
        let text = format!("SELECT count(*) FROM {}", table.name);
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(text)).fetch_one(&mut connection).await.expect("a count");
        assert_eq!(count, 1, "{}", table.name);
    }
    connection.close().await.expect("closed");
}

async fn sqlite_tables(connection: &mut SqliteConnection) -> Vec<Table> {
    let text = "SELECT t.name, c.name, c.type, c.pk FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name <> '_sqlx_migrations' ORDER BY t.name, c.cid";
    let rows = sqlx::query_as::<_, (String, String, String, i64)>(text).fetch_all(connection).await.expect("tables");
    let mut tables: Vec<Table> = Vec::new();
    for (table, column, kind, key) in rows {
        if tables.last().is_none_or(|last| last.name != table) {
            tables.push(Table { name: table, columns: Vec::new(), key: Vec::new() });
        }
        let last = tables.last_mut().expect("a table");
        if key > 0 {
            last.key.push(column.clone());
        }
        let value = match kind.as_str() {
            "BLOB" => "x'00112233445566778899aabbccddeeff'",
            "INTEGER" => "1",
            _ => "'2026-06-30'",
        };
        last.columns.push((column, value));
    }
    tables
}

async fn postgres_tables(connection: &mut PgConnection) -> Vec<Table> {
    let text = "SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL), COALESCE(a.attnum = ANY (p.conkey), false)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_constraint p ON p.conrelid = c.oid AND p.contype = 'p'
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_sqlx_migrations'
                ORDER BY c.relname, a.attnum";
    let rows = sqlx::query_as::<_, (String, String, String, bool)>(text).fetch_all(connection).await.expect("tables");
    let mut tables: Vec<Table> = Vec::new();
    for (table, column, kind, key) in rows {
        if tables.last().is_none_or(|last| last.name != table) {
            tables.push(Table { name: table, columns: Vec::new(), key: Vec::new() });
        }
        let last = tables.last_mut().expect("a table");
        if key {
            last.key.push(column.clone());
        }
        let value = match kind.as_str() {
            "uuid" => "'00112233-4455-6677-8899-aabbccddeeff'",
            "bytea" => "'\\x00112233445566778899aabbccddeeff'",
            "bigint" => "1",
            "boolean" => "false",
            "timestamp with time zone" => "'2026-06-30T02:00:00Z'",
            _ => "'2026-06-30'",
        };
        last.columns.push((column, value));
    }
    tables
}
