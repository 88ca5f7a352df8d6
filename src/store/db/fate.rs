//! What a database's error means for the command: run it again now, send it again later, or never.

/// What an engine's own code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It lost a race.
    Retry,
    /// It passes: the connection, memory, a full or a sick disk.
    Passing,
    /// The same again ends the same.
    Lasting,
}

/// `SQLite`'s codes are numbers whose low byte is the family, so that 778 is a 10; PostgreSQL's are five letters, the first two
/// the class.
fn weigh(code: &str) -> Fate {
    if code.len() == 5 {
        return match code {
            // serialization_failure, deadlock_detected.
            "40001" | "40P01" => Fate::Retry,
            // The connection, resources, the operator.
            code if ["08", "53", "57"].iter().any(|class| code.starts_with(class)) => Fate::Passing,
            _ => Fate::Lasting,
        };
    }
    match code.parse::<i32>().map(|code| code & 0xff) {
        // BUSY, LOCKED.
        Ok(5 | 6) => Fate::Retry,
        // NOMEM, READONLY, IOERR, FULL, CANTOPEN.
        Ok(7 | 8 | 10 | 13 | 14) => Fate::Passing,
        _ => Fate::Lasting,
    }
}

fn of(error: &sqlx::Error) -> Fate {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.map_or(Fate::Lasting, |code| weigh(&code))
}

/// A write that lost a race and may simply be run again.
#[must_use]
pub fn is_retryable(error: &sqlx::Error) -> bool {
    of(error) == Fate::Retry
}

/// A database error that passes: the connection, the pool, a full disk.
#[must_use]
pub fn is_passing(error: &sqlx::Error) -> bool {
    use sqlx::Error::{Io, PoolClosed, PoolTimedOut, WorkerCrashed};
    of(error) != Fate::Lasting || matches!(error, Io(_) | PoolTimedOut | PoolClosed | WorkerCrashed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engines_code_is_weighed_by_its_family() {
        let all = |codes: &[&str], fate| codes.iter().for_each(|code| assert_eq!(weigh(code), fate, "{code}"));
        // BUSY, its snapshot, its recovery and its timeout; LOCKED in a shared cache.
        all(&["5", "517", "261", "773", "6", "262", "40001", "40P01"], Fate::Retry);
        // IOERR at fsync, at write, at truncate, in a page; READONLY as the database moved; CANTOPEN for a folder.
        all(&["7", "8", "1032", "10", "1034", "778", "1546", "8714", "13", "14", "526"], Fate::Passing);
        all(&["08006", "53100", "53300", "57P01", "57014"], Fate::Passing);
        // A constraint, a primary key, a corrupt file; a unique key, a check, undefined columns.
        all(&["19", "1555", "11", "1", "23505", "23514", "42703", ""], Fate::Lasting);
    }
}
