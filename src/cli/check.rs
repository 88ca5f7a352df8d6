//! Looks through all books of a database: what a backup and a restore must come to.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Failure, verify};
use crate::{
    app::words::Say as _,
    domain::chain::Hash,
    store::{Db, coop},
};

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

/// Verifies every cooperative's books.
pub async fn all_books(db: &Db) -> Result<Vec<Books>, Failure> {
    let coops = coop::all(&mut db.snapshot().await?).await?;
    let mut found = Vec::new();
    for coop in coops {
        let verdict = verify::books(db, &coop, None).await?;
        if let Some(fault) = verdict.faults.first() {
            let (code, words) = (&coop.code, fault.say());
            return Err(Failure::refused(
                format!("合作社 {code} 的账不完整（{} 处），第一处：{}", verdict.found, words.zh),
                format!("the books of {code} are not whole ({} faults), the first: {}", verdict.found, words.en),
            ));
        }
        let (entries, head) = verdict.head.unwrap_or((0, Hash::ZERO));
        found.push(Books { code: coop.code, entries, head: head.to_string() });
    }
    Ok(found)
}
