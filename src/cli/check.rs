//! Looks through all books of a database: what a backup and a restore must come to.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::store::{Db, coop};

/// The books of one cooperative, as they were found.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Books {
    /// The cooperative's code.
    pub code: String,
    /// Number of the last entry.
    pub entries: i64,
    /// Its hash.
    pub head: String,
}

impl fmt::Display for Books {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: 凭证 entries {}, head {}:{}", self.code, self.entries, self.entries, self.head)
    }
}

/// Looks through every cooperative's books.
pub async fn all_books(db: &Db) -> Result<Vec<Books>, Failure> {
    let mut tx = db.snapshot().await?;
    let mut found = Vec::new();
    for coop in coop::all(&mut tx).await? {
        let head = coop::head(&mut tx, coop.id).await?.ok_or_else(|| {
            Failure::refused(format!("合作社 {} 没有账头", coop.code), format!("the cooperative {} has no head", coop.code))
        })?;
        found.push(Books { code: coop.code, entries: head.number, head: head.hash.to_string() });
    }
    Ok(found)
}
