//! One SQL text, two engines: `tx.q(sql!("… $1 …")).bind(x).all::<Row>()`. Only this file, `db/open.rs` and `db/fate.rs` know which engine runs.
//!
//! `sql!` marks a statement: a test collects every marked text and prepares it on both engines. `$list` in a text stands for
//! a list of values, `$rows` for the rows of an insert; both come in few sizes, so that the statement caches hold them. `$beyond`
//! and `$way` are `>` and `ASC`, or `<` and `DESC`.

pub mod copies;
mod fate;
mod log;
mod open;

use std::{cell::Cell, fmt::Write as _};

pub use fate::{is_passing, is_retryable};
pub use open::{Durability, sqlite_path};

use sqlx::{
    Arguments, AssertSqlSafe, Decode, Encode, Executor, FromRow, PgPool, Postgres, SqlSafeStr, SqlStr, Sqlite, SqlitePool, Transaction,
    Type,
    postgres::{PgArguments, PgRow},
    sqlite::{SqliteArguments, SqliteRow},
};

use super::looking::Way;

/// What a store function returns.
pub type Result<T, E = sqlx::Error> = std::result::Result<T, E>;

/// Marks a statement's text for the test that prepares each one on both engines. What several statements of a file share is a part of
/// its own, a macro without arguments between the literals.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $text
    };
    ($($part:tt)+) => {
        concat!($($part)+)
    };
}

/// A value that both engines take as a parameter.
pub trait Val: for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres> {}
impl<T> Val for T where T: for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres> {}

/// A row that both engines can fill.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A column that both engines can give back.
pub trait Col: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin {}
impl<T> Col for T where T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin {}

/// A database: one file with one writer, or a PostgreSQL service.
#[derive(Clone, Debug)]
pub enum Db {
    /// `write` has one connection, `read` four that cannot write.
    Sqlite {
        /// The writer's.
        write: SqlitePool,
        /// The readers'.
        read: SqlitePool,
    },
    /// Eight connections each, so that whoever looks keeps nobody from selling; the cooperative's head row is the writers' lock.
    Postgres {
        /// The writers'.
        write: PgPool,
        /// The readers'.
        read: PgPool,
    },
}

/// An open SQL transaction; dropping it undoes it.
#[derive(Debug)]
pub enum Tx {
    /// On the embedded database.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Parameters for either engine. A value that cannot be encoded is remembered and fails the statement.
#[derive(Debug)]
pub struct Args {
    engine: EngineArgs,
    count: usize,
    failure: Option<sqlx::error::BoxDynError>,
}

#[derive(Debug)]
enum EngineArgs {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

impl Args {
    /// Adds the next parameter.
    pub fn add<T: Val>(&mut self, value: T) -> &mut Self {
        let added = match &mut self.engine {
            EngineArgs::Sqlite(args) => args.add(value),
            EngineArgs::Postgres(args) => args.add(value),
        };
        self.count += 1;
        if let Err(failure) = added {
            self.failure.get_or_insert(failure);
        }
        self
    }
}

/// A statement with its parameters, ready to run.
#[must_use]
pub struct Statement<'c> {
    tx: &'c mut Tx,
    text: SqlStr,
    args: Args,
}

fn mixed_engines() -> sqlx::Error {
    sqlx::Error::Configuration("parameters of one engine on a connection of another".into())
}

// The one `match` on the engine for running a statement.
macro_rules! either {
    ($statement:ident, $query:ident :: <$($generic:ty),*>, $run:ident) => {{
        if let Some(failure) = $statement.args.failure {
            return Err(sqlx::Error::Encode(failure));
        }
        match ($statement.tx, $statement.args.engine) {
            (Tx::Sqlite(connection), EngineArgs::Sqlite(args)) =>
                sqlx::$query::<Sqlite, $($generic,)* _>($statement.text, args).$run(&mut **connection).await,
            (Tx::Postgres(connection), EngineArgs::Postgres(args)) =>
                sqlx::$query::<Postgres, $($generic,)* _>($statement.text, args).$run(&mut **connection).await,
            _ => Err(mixed_engines()),
        }
    }};
}

impl Statement<'_> {
    /// The text's `$beyond` and `$way` for a list that runs this way.
    pub fn running(mut self, way: Way) -> Self {
        self.text = AssertSqlSafe(way.written(self.text.as_str())).into_sql_str();
        self
    }

    /// Adds the next parameter.
    pub fn bind<T: Val>(mut self, value: T) -> Self {
        self.args.add(value);
        self
    }

    /// Runs it and tells how many rows it touched.
    pub async fn run(self) -> Result<u64> {
        if let Some(failure) = self.args.failure {
            return Err(sqlx::Error::Encode(failure));
        }
        match (self.tx, self.args.engine) {
            (Tx::Sqlite(connection), EngineArgs::Sqlite(args)) => {
                Ok(sqlx::query_with::<Sqlite, _>(self.text, args).execute(&mut **connection).await?.rows_affected())
            }
            (Tx::Postgres(connection), EngineArgs::Postgres(args)) => {
                Ok(sqlx::query_with::<Postgres, _>(self.text, args).execute(&mut **connection).await?.rows_affected())
            }
            _ => Err(mixed_engines()),
        }
    }

    /// All rows.
    pub async fn all<R: Row>(self) -> Result<Vec<R>> {
        either!(self, query_as_with::<R>, fetch_all)
    }

    /// The one row.
    pub async fn one<R: Row>(self) -> Result<R> {
        either!(self, query_as_with::<R>, fetch_one)
    }

    /// The row, if there is one.
    pub async fn opt<R: Row>(self) -> Result<Option<R>> {
        either!(self, query_as_with::<R>, fetch_optional)
    }

    /// The one value.
    pub async fn scalar<T: Col>(self) -> Result<T> {
        either!(self, query_scalar_with::<T>, fetch_one)
    }

    /// All values.
    pub async fn scalars<T: Col>(self) -> Result<Vec<T>> {
        either!(self, query_scalar_with::<T>, fetch_all)
    }

    /// The value, if there is a row.
    pub async fn maybe_scalar<T: Col>(self) -> Result<Option<T>> {
        either!(self, query_scalar_with::<T>, fetch_optional)
    }
}

/// How many values a statement text has room for: exactly up to 16, then powers of two.
fn room_for(count: usize) -> usize {
    if count <= 16 { count } else { count.next_power_of_two() }
}

/// Rows of one insert: exactly up to 16, then the largest power of two up to 128; the rest goes in the next round.
fn rows_now(count: usize) -> usize {
    if count <= 16 { count } else { 1 << count.min(128).ilog2() }
}

impl Tx {
    fn args(&self) -> Args {
        let engine = match self {
            Self::Sqlite(_) => EngineArgs::Sqlite(SqliteArguments::default()),
            Self::Postgres(_) => EngineArgs::Postgres(PgArguments::default()),
        };
        Args { engine, count: 0, failure: None }
    }

    /// A statement.
    pub fn q(&mut self, text: &'static str) -> Statement<'_> {
        count_statement();
        let args = self.args();
        Statement { tx: self, text: text.into_sql_str(), args }
    }

    /// A statement whose `$list` stands for `values`, which follow the parameters that `bind` adds.
    ///
    /// An empty list becomes one NULL, which equals nothing.
    pub fn q_list<T: Val + Clone>(&mut self, text: &'static str, bind: impl FnOnce(&mut Args), values: &[T]) -> Statement<'_> {
        count_statement();
        let mut args = self.args();
        bind(&mut args);
        let mut list = String::new();
        if let Some(last) = values.last() {
            for at in 0..room_for(values.len()) {
                let _ = write!(list, "{}${}", if at == 0 { "" } else { ", " }, args.count + 1);
                args.add(values.get(at).unwrap_or(last).clone());
            }
        } else {
            list.push_str("NULL");
        }
        Statement { text: AssertSqlSafe(text.replace("$list", &list)).into_sql_str(), tx: self, args }
    }

    /// Inserts rows with as few statements as possible. `$rows` in the text stands for the values; `bind` adds one row's.
    pub async fn insert<R>(&mut self, text: &'static str, rows: &[R], bind: impl Fn(&R, &mut Args)) -> Result<()> {
        let mut rest = rows;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(rows_now(rest.len()));
            rest = later;
            count_statement();
            let mut args = self.args();
            let mut values = String::new();
            for (at, row) in now.iter().enumerate() {
                let before = args.count;
                bind(row, &mut args);
                values.push_str(if at == 0 { "(" } else { ", (" });
                for place in before..args.count {
                    let _ = write!(values, "{}${}", if place == before { "" } else { ", " }, place + 1);
                }
                values.push(')');
            }
            let text = AssertSqlSafe(text.replace("$rows", &values)).into_sql_str();
            Statement { tx: self, text, args }.run().await?;
        }
        Ok(())
    }

    async fn raw(&mut self, text: &'static str) -> Result<()> {
        match self {
            Self::Sqlite(connection) => (&mut **connection).execute(sqlx::raw_sql(text)).await.map(drop),
            Self::Postgres(connection) => (&mut **connection).execute(sqlx::raw_sql(text)).await.map(drop),
        }
    }

    /// Opens a savepoint; then work, and `keep` or `undo`. Savepoints nest.
    pub async fn savepoint(&mut self) -> Result<()> {
        self.raw("SAVEPOINT step").await
    }

    /// Keeps what was done since the savepoint.
    pub async fn keep(&mut self) -> Result<()> {
        self.raw("RELEASE SAVEPOINT step").await
    }

    /// Undoes what was done since the savepoint.
    pub async fn undo(&mut self) -> Result<()> {
        self.raw("ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step").await
    }

    /// Makes it last. An error leaves the fate unknown where the connection was lost.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

thread_local! {
    /// Counts statements for the test and the bench that hold their number; a thread's own, so that tests side by side do not mix.
    static STATEMENTS: Cell<u64> = const { Cell::new(0) };
}

fn count_statement() {
    STATEMENTS.with(|count| count.set(count.get() + 1));
}

/// How many statements this thread has run (savepoints, BEGIN and COMMIT aside).
#[must_use]
pub fn statements_run() -> u64 {
    STATEMENTS.with(Cell::get)
}

/// Begins a write on the one connection. SQLite ends a transaction by itself when the disk is full, and sqlx then counts it as open
/// for ever: such a connection makes place for a new one.
async fn begin_write(write: &SqlitePool) -> Result<Transaction<'static, Sqlite>> {
    match write.begin_with("BEGIN IMMEDIATE").await {
        Err(sqlx::Error::InvalidSavePointStatement | sqlx::Error::BeginFailed) => {
            tracing::warn!("the writing connection is replaced");
            // It is of no use any more, however it ends.
            drop(write.acquire().await?.close().await);
            write.begin_with("BEGIN IMMEDIATE").await
        }
        begun => begun,
    }
}

impl Db {
    /// Begins a write.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(begin_write(write).await?),
            Self::Postgres { write, .. } => Tx::Postgres(write.begin().await?),
        })
    }

    /// Begins a read of one consistent snapshot.
    pub async fn snapshot(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Self::Postgres { read, .. } => Tx::Postgres(read.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?),
        })
    }

    /// Closes all connections, after what is in flight.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres { write, read } => {
                read.close().await;
                write.close().await;
            }
        }
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub const fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "sqlite",
            Self::Postgres { .. } => "postgres",
        }
    }
}
