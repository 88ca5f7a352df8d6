//! Are the books whole? Walks all of them in windows, in one snapshot, and names what is not as it was written.
//!
//! From the first entry on: each number is there, follows the one before, balances, and has the hash of its heading and its
//! postings; the document behind it has the hash that the entry remembers. Then the kept balances are compared with the sums
//! of the postings, vouchers, open items, carries and capped shares with what they follow from, and the heads on issued paper with the chain. A head given from outside (`--head`) is compared as well:
//! it alone shows that a whole tail was replaced together with everything that remembers it.

mod balances;
mod derived;
mod documents;
mod fault;
mod journal;
mod papers;

pub use fault::Fault;

use super::Refusal;
use crate::{
    domain::{chain::Hash, id::CoopId},
    store::{Db, Tx, audit, coop},
};

/// How many entries are read at once.
const WINDOW: i64 = 2_000;
/// More faults than this are counted and not listed.
const LISTED: usize = 200;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Entries looked at.
    pub done: i64,
    /// Entries in all.
    pub of: i64,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Entries read.
    pub entries: i64,
    /// Postings read.
    pub postings: i64,
    /// Documents read.
    pub documents: i64,
    /// Issued statements read.
    pub statements: i64,
    /// Number and hash of the last entry; `None` before the first.
    pub head: Option<(i64, Hash)>,
    /// What is wrong, the earliest entry's first; at most 200.
    pub faults: Vec<Fault>,
    /// How many faults there are.
    pub found: usize,
}

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.found == 0
    }

    fn blame(&mut self, fault: Fault) {
        self.found += 1;
        if self.faults.len() < LISTED {
            self.faults.push(fault);
        }
    }
}

/// Verifies the books of a cooperative; `paper` is a head from a printed Z report or statement.
///
/// # Errors
/// Where the database cannot be read, or has no such cooperative. Faults in the books are no error but the verdict.
pub async fn run(db: &Db, coop: CoopId, paper: Option<(i64, Hash)>, mut progress: impl FnMut(Progress) + Send) -> Result<Verdict, Refusal> {
    let mut tx = db.snapshot().await?;
    let head = coop::head(&mut tx, coop).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let mut verdict = Verdict::default();
    let last = audit::last_number(&mut tx, coop).await?;
    let known = audit::last_remembered(&mut tx, coop).await?.max(head.number);

    let mut walk = journal::Walk::new(coop, paper);
    let mut sums = balances::Sums::default();
    let end = last.max(known);
    let mut after = 0;
    while after < end {
        let window = audit::Window { after, upto: end.min(after + WINDOW) };
        walk.through(&mut tx, window, &mut sums, &mut verdict).await?;
        after = window.upto;
        progress(Progress { done: after, of: end });
    }
    walk.ends(head, last, known, &mut verdict);
    rest(&mut tx, coop, head.statements, &sums, &mut verdict).await?;
    Ok(verdict)
}

async fn rest(tx: &mut Tx, coop: CoopId, statements: i64, sums: &balances::Sums, verdict: &mut Verdict) -> Result<(), Refusal> {
    for document in audit::strays(tx, coop).await? {
        verdict.blame(Fault::DocumentWithoutEntry(document));
    }
    sums.compare(tx, coop, verdict).await?;
    derived::compare(tx, coop, sums, verdict).await?;
    papers::z_reports(tx, coop, verdict).await?;
    papers::statements(tx, coop, statements, verdict).await
}
