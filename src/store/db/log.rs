//! The embedded database's log: what was overwritten in the file stands in it until it is emptied.

use std::time::Duration;

use sqlx::{ConnectOptions as _, Row as _};

use super::{Db, Result};

impl Db {
    /// Writes the log into the file and cuts it to nothing, so that no byte of an erased row is left in it. `false` where a long
    /// read was in the way. PostgreSQL's log is its administrator's.
    pub async fn empty_log(&self) -> Result<bool> {
        let Self::Sqlite { write, .. } = self else { return Ok(true) };
        // A connection of its own: the writer's is for sales, and must not wait for readers.
        let options = write.connect_options().as_ref().clone().busy_timeout(Duration::from_secs(2));
        let mut connection = options.connect().await?;
        let row = sqlx::Executor::fetch_one(&mut connection, sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)")).await?;
        let busy: i64 = row.try_get(0)?;
        sqlx::Connection::close(connection).await?;
        Ok(busy == 0)
    }
}
