//! Opens a database, and reads back the settings that durability hangs on.

use std::{str::FromStr, time::Duration};

use sqlx::{
    Connection, Decode, Executor, PgConnection, Postgres, Sqlite,
    migrate::{Migrate, MigrateError, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Db, Result};

/// The file of `sqlite:PATH` or `sqlite://PATH`. A plain path: spaces, `%`, `?` and Chinese characters stand for themselves.
#[must_use]
pub fn sqlite_path(url: &str) -> Option<&str> {
    let path = url.strip_prefix("sqlite:")?;
    Some(path.strip_prefix("//").unwrap_or(path))
}

static FILE: Migrator = sqlx::migrate!("migrations/sqlite");
static SERVER: Migrator = sqlx::migrate!("migrations/postgres");
/// Where sqlx keeps which migrations a database has had.
const APPLIED: &str = "_sqlx_migrations";

/// How durable the embedded database's writer may be. Anything but `Full` is for benches that measure what durability costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// Every commit reaches the disk before its answer.
    #[default]
    Full,
    /// Commits may be lost with the power.
    Off,
}

impl Db {
    /// Connects to a server once: a pool tries again until its time is up, and then says no more than that.
    pub async fn reach(url: &str) -> Result<()> {
        if sqlite_path(url).is_some() {
            return Ok(());
        }
        PgConnection::connect_with(&PgConnectOptions::from_str(url)?).await?.close().await
    }

    /// Opens `sqlite:PATH` (creating the file) or `postgres://…` and brings its schema up to date.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, Durability::Full).await
    }

    /// Like [`Db::open`], for benches that compare durabilities.
    pub async fn open_with(url: &str, durability: Durability) -> Result<Self> {
        if let Some(path) = sqlite_path(url) {
            let options = SqliteConnectOptions::new()
                .filename(path)
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(if durability == Durability::Full { SqliteSynchronous::Full } else { SqliteSynchronous::Off })
                .foreign_keys(true)
                // Without it, REPLACE deletes a row and no delete trigger sees it.
                .pragma("recursive_triggers", "ON")
                .pragma("temp_store", "MEMORY")
                // An erased person's key is in no page afterwards.
                .pragma("secure_delete", "ON")
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(512);
            let one = SqlitePoolOptions::new().min_connections(1).max_connections(1).test_before_acquire(false);
            let write = one.idle_timeout(None).max_lifetime(None).connect_with(options.clone()).await?;
            FILE.run(&write).await?;
            let four = SqlitePoolOptions::new().max_connections(4).test_before_acquire(false);
            let read = four.connect_with(options.read_only(true)).await?;
            Ok(Self::Sqlite { write, read })
        } else {
            let options = PgConnectOptions::from_str(url)?.statement_cache_capacity(512);
            let eight = PgPoolOptions::new().max_connections(8).acquire_timeout(Duration::from_secs(10));
            let write = eight.clone().connect_with(options.clone()).await?;
            SERVER.run(&write).await?;
            let read = eight.connect_with(options).await?;
            Ok(Self::Postgres { write, read })
        }
    }

    /// Opens a database to look at it: nothing is written, and one whose schema is not this program's is refused as it is.
    pub async fn look(url: &str) -> Result<Self> {
        if let Some(path) = sqlite_path(url) {
            let options = SqliteConnectOptions::new().filename(path).read_only(true).pragma("temp_store", "MEMORY");
            let options = options.busy_timeout(Duration::from_secs(10)).statement_cache_capacity(512);
            let read = SqlitePoolOptions::new().max_connections(4).connect_with(options).await?;
            is_current(&mut *read.acquire().await?, &FILE).await?;
            Ok(Self::Sqlite { write: read.clone(), read })
        } else {
            let options = PgConnectOptions::from_str(url)?.options([("default_transaction_read_only", "on")]);
            let eight = PgPoolOptions::new().max_connections(8).acquire_timeout(Duration::from_secs(10));
            let read = eight.connect_with(options.statement_cache_capacity(512)).await?;
            is_current(&mut *read.acquire().await?, &SERVER).await?;
            Ok(Self::Postgres { write: read.clone(), read })
        }
    }

    /// Reads back, from a writer's own connection, the settings that durability hangs on: (name, value) pairs.
    pub async fn settings(&self) -> Result<Vec<(&'static str, String)>> {
        let mut found = Vec::new();
        match self {
            Self::Sqlite { write, .. } => {
                let mut connection = write.acquire().await?;
                let pragmas = [
                    ("journal_mode", "PRAGMA journal_mode"),
                    ("synchronous", "PRAGMA synchronous"),
                    ("foreign_keys", "PRAGMA foreign_keys"),
                    ("recursive_triggers", "PRAGMA recursive_triggers"),
                ];
                for (name, pragma) in pragmas {
                    let row = (&mut *connection).fetch_one(sqlx::raw_sql(pragma)).await?;
                    let value = sqlx::Row::try_get_raw(&row, 0)?;
                    let text = <String as Decode<Sqlite>>::decode(value).map_err(sqlx::Error::Decode)?;
                    found.push((name, text));
                }
            }
            Self::Postgres { write, .. } => {
                for name in ["server_version", "fsync", "synchronous_commit", "full_page_writes", "transaction_isolation"] {
                    let query = sqlx::query_scalar::<Postgres, String>("SELECT current_setting($1)");
                    found.push((name, query.bind(name).fetch_one(write).await?));
                }
            }
        }
        Ok(found)
    }
}

/// Refuses a database that has had more or less than the migrations of this program, or others.
async fn is_current(connection: &mut impl Migrate, known: &Migrator) -> Result<(), MigrateError> {
    let applied = connection.list_applied_migrations(APPLIED).await?;
    let latest = applied.iter().map(|migration| migration.version).max().unwrap_or_default();
    for migration in known.iter() {
        match applied.iter().find(|applied| applied.version == migration.version) {
            Some(applied) if applied.checksum == migration.checksum => {}
            Some(_) => return Err(MigrateError::VersionMismatch(migration.version)),
            None => return Err(MigrateError::VersionTooNew(migration.version, latest)),
        }
    }
    let unknown = applied.iter().find(|applied| !known.version_exists(applied.version));
    unknown.map_or(Ok(()), |applied| Err(MigrateError::VersionMissing(applied.version)))
}
