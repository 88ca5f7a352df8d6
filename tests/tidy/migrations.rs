//! Two folders of migrations, one schema: the same files, tables, columns in their order, keys, uniques and indexes.

use std::{collections::BTreeSet, path::Path};

use gezi::store::Db;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use crate::source::{Databases, walk};

fn names(engine: &str) -> Vec<String> {
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine), &mut files);
    let mut names: Vec<_> = files.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

#[test]
fn both_engines_have_the_same_migrations() {
    assert_eq!(names("sqlite"), names("postgres"));
}

/// Tables, columns and keys as lines of text, e.g. `sale: UNIQUE (coop_id, id)`.
async fn sqlite_schema(pool: &SqlitePool) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'";
    for table in sqlx::query_scalar::<_, String>(tables).fetch_all(pool).await.unwrap() {
        let text = format!("SELECT cid, name, type, \"notnull\" FROM pragma_table_info('{table}')");
        for (place, column, kind, not_null) in
            sqlx::query_as::<_, (i64, String, String, bool)>(AssertSqlSafe(text)).fetch_all(pool).await.unwrap()
        {
            lines.insert(format!("{table}: column {place} {column} {kind}{}", if not_null { " NOT NULL" } else { "" }));
        }
        let text = format!("SELECT name, \"unique\", origin FROM pragma_index_list('{table}')");
        for (index, unique, origin) in sqlx::query_as::<_, (String, bool, String)>(AssertSqlSafe(text)).fetch_all(pool).await.unwrap() {
            let text = format!("SELECT name FROM pragma_index_info('{index}') ORDER BY seqno");
            let columns = sqlx::query_scalar::<_, String>(AssertSqlSafe(text)).fetch_all(pool).await.unwrap().join(", ");
            lines.insert(match (origin.as_str(), unique) {
                ("pk", _) => format!("{table}: PRIMARY KEY ({columns})"),
                ("u", _) => format!("{table}: UNIQUE ({columns})"),
                (_, unique) => format!("{table}: {}INDEX {index} ({columns})", if unique { "UNIQUE " } else { "" }),
            });
        }
        let text = format!(
            "SELECT \"table\", group_concat(\"from\", ', '), group_concat(\"to\", ', ')
             FROM (SELECT * FROM pragma_foreign_key_list('{table}') ORDER BY id, seq) GROUP BY id, \"table\""
        );
        for (other, from, to) in sqlx::query_as::<_, (String, String, String)>(AssertSqlSafe(text)).fetch_all(pool).await.unwrap() {
            lines.insert(format!("{table}: FOREIGN KEY ({from}) REFERENCES {other} ({to})"));
        }
    }
    lines
}

async fn postgres_schema(pool: &PgPool) -> BTreeSet<String> {
    let text = "
        WITH named AS (
            SELECT c.oid, c.relname AS name FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_sqlx_migrations')
        SELECT n.name || ': column ' || (row_number() OVER (PARTITION BY n.name ORDER BY a.attnum) - 1) || ' ' || a.attname || ' '
               || CASE format_type(a.atttypid, NULL)
                  WHEN 'bigint' THEN 'INTEGER' WHEN 'boolean' THEN 'INTEGER' WHEN 'timestamp with time zone' THEN 'INTEGER'
                  WHEN 'uuid' THEN 'BLOB' WHEN 'bytea' THEN 'BLOB' WHEN 'text' THEN 'TEXT' WHEN 'date' THEN 'TEXT'
                  ELSE format_type(a.atttypid, NULL) END
               || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
        FROM pg_attribute a JOIN named n ON n.oid = a.attrelid WHERE a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT n.name || ': ' || CASE c.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' ELSE 'FOREIGN KEY' END || ' ('
               || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place)
                   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number) || ')'
               || CASE WHEN c.contype = 'f' THEN ' REFERENCES ' || other.name || ' ('
                  || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(c.confkey) WITH ORDINALITY AS k (number, place)
                      JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number) || ')' ELSE '' END
        FROM pg_constraint c JOIN named n ON n.oid = c.conrelid LEFT JOIN named other ON other.oid = c.confrelid
        WHERE c.contype IN ('p', 'u', 'f')
        UNION ALL
        SELECT n.name || ': ' || CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX ' || c.relname || ' ('
               || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
                   JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number) || ')'
        FROM pg_index i JOIN named n ON n.oid = i.indrelid JOIN pg_class c ON c.oid = i.indexrelid
        WHERE NOT EXISTS (SELECT 1 FROM pg_constraint p WHERE p.conindid = i.indexrelid AND p.contype IN ('p', 'u'))";
    sqlx::query_scalar::<_, String>(text).fetch_all(pool).await.unwrap().into_iter().collect()
}

async fn schemas(databases: &Databases) -> [BTreeSet<String>; 2] {
    let (Db::Sqlite { write, .. }, Db::Postgres { write: pool, .. }) = (&databases.sqlite, &databases.postgres) else { panic!("mixed up") };
    [sqlite_schema(write).await, postgres_schema(pool).await]
}

#[tokio::test]
async fn both_engines_have_the_same_schema_and_the_cooperative_comes_first() {
    let databases = Databases::new().await;
    let [sqlite, postgres] = schemas(&databases).await;
    databases.drop().await;
    let only = |these: &BTreeSet<String>, those: &BTreeSet<String>| these.difference(those).cloned().collect::<Vec<_>>().join("\n");
    assert!(sqlite.len() > 300, "only {} lines of schema found", sqlite.len());
    assert!(sqlite == postgres, "only on SQLite:\n{}\n\nonly on PostgreSQL:\n{}", only(&sqlite, &postgres), only(&postgres, &sqlite));
    // A cooperative's code is what a sign-in names before anything is known.
    let later: Vec<_> =
        sqlite.iter().filter(|line| line.contains('(') && !line.contains("(coop_id") && *line != "coop: UNIQUE (code)").collect();
    assert!(later.is_empty(), "keys that do not begin with the cooperative: {later:?}");
}
