//! Are the books whole? Walks all of them in windows, in one snapshot, and names what is not as it was written.
//!
//! From the first entry on: each number is there, follows the one before, balances, and has the hash of its heading and its
//! postings; the document behind it has the hash that the entry remembers. Then the kept balances are compared with the sums
//! of the postings, vouchers, open items, carries and capped shares with what they follow from, and the heads on issued paper with the chain. A head given from outside (`--head`) is compared as well:
//! it alone shows that a whole tail was replaced together with everything that remembers it.

mod balances;
mod derived;
mod documents;
mod drawers;
mod fault;
mod items;
mod journal;
mod lots;
mod owed;
mod papers;

pub use fault::Fault;

use self::documents::Paper;
use super::Refusal;
use crate::{
    domain::{
        account::Role,
        chain::Hash,
        id::{CoopId, DocumentId},
        money::Minor,
        shift::Movement,
    },
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
    for number in audit::below_one(&mut tx, coop).await? {
        verdict.blame(Fault::NumberBelowOne(number));
    }
    let mut tally = Tally::load(&mut tx, coop).await?;
    let of = audit::entry_count(&mut tx, coop).await?;
    let mut after = 0;
    // From entry to entry, not from number to number: a number that was changed may be far away.
    while let Some(upto) = audit::window_end(&mut tx, coop, after, WINDOW).await? {
        walk.through(&mut tx, audit::Window { after, upto }, &mut tally, &mut verdict).await?;
        after = upto;
        progress(Progress { done: verdict.entries, of });
    }
    walk.through(&mut tx, audit::Window { after, upto: i64::MAX }, &mut tally, &mut verdict).await?;
    walk.ends(head, last, known, &mut verdict);
    rest(&mut tx, coop, head.statements, tally, &mut verdict).await?;
    Ok(verdict)
}

async fn rest(tx: &mut Tx, coop: CoopId, statements: i64, tally: Tally, verdict: &mut Verdict) -> Result<(), Refusal> {
    for document in audit::strays(tx, coop).await? {
        verdict.blame(Fault::DocumentWithoutEntry(document));
    }
    for number in audit::foreign_entries(tx, coop).await? {
        verdict.blame(Fault::CommandDiffers(number));
    }
    for command in audit::lost_shifts(tx, coop).await? {
        verdict.blame(Fault::ShiftMissing(command));
    }
    for payout in audit::odd_payouts(tx, coop).await? {
        verdict.blame(Fault::PayoutDiffers(payout));
    }
    for charge in audit::odd_rents(tx, coop).await? {
        verdict.blame(Fault::RentDiffers(charge));
    }
    let Tally { sums, drawers, items, owed, .. } = tally;
    sums.compare(tx, coop, verdict).await?;
    derived::compare(tx, coop, &sums, verdict).await?;
    lots::compare(tx, coop, &sums, verdict).await?;
    items.compare(tx, coop, verdict).await?;
    drawers.compare(verdict);
    papers::z_reports(tx, coop, verdict).await?;
    papers::statements(tx, coop, statements, verdict).await?;
    papers::uploads(tx, coop, verdict).await?;
    owed.compare(verdict);
    Ok(())
}

/// What is added up on the walk, to be compared at its end.
struct Tally {
    sums: balances::Sums,
    drawers: drawers::Drawers,
    items: items::Items,
    owed: owed::Owed,
    percents: documents::Percents,
}

impl Tally {
    async fn load(tx: &mut Tx, id: CoopId) -> Result<Self, Refusal> {
        let (coop, chart) = coop::with_chart(tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?;
        let code = |role| chart.code(role).ok().map(str::to_owned);
        let payable = [Role::MemberPayable, Role::OwnerPayable].into_iter().filter_map(code).collect();
        Ok(Self {
            sums: balances::Sums::default(),
            drawers: drawers::Drawers::load(tx, id).await?,
            items: items::Items::load(tx, id, code(Role::Unallocated)).await?,
            owed: owed::Owed::load(tx, id, payable, coop.unit.code).await?,
            percents: documents::Percents::load(tx, id).await?,
        })
    }

    /// What the document of an entry moves.
    fn document(&mut self, number: i64, id: DocumentId, paper: &Paper) {
        let moved = match paper {
            Paper::Sale(sale) => {
                self.items.sale(sale);
                sale.cash().ok().map(|cash| (sale.origin, cash))
            }
            Paper::Refund(refund) => {
                self.items.refund(refund);
                refund.cash().ok().map(|cash| (refund.origin, Minor(cash.0.saturating_neg())))
            }
            Paper::Moved(moved) if moved.movement == Movement::PayIn => Some((moved.origin, moved.amount)),
            Paper::Moved(moved) => Some((moved.origin, Minor(moved.amount.0.saturating_neg()))),
            Paper::Allocated(_) | Paper::Other => None,
        };
        if let Some((origin, cash)) = moved {
            self.drawers.add(number, id, origin.shift, cash);
        }
    }
}
