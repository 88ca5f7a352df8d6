//! The whole journal for other programs: hledger, beancount, a table (CSV), or JSON. In windows, so that memory stays small.
//!
//! Every entry is there with all of its postings, in the order of the numbers; names of people never are.

mod beancount;
mod csv;
mod hledger;
mod json;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    io::{self, Write},
};

use uuid::Uuid;

use super::{Refusal, verify::Progress};
use crate::{
    domain::{entry::Posting, id::CoopId, money::Minor},
    store::{
        Db,
        audit::{self, BalanceRow},
        books::{self, AccountRow, EntryRow},
        coop::{self, Coop, Head},
    },
};

/// How many entries are read at once.
const WINDOW: i64 = 2_000;

/// What it is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A journal that `hledger` and its kin read.
    Hledger,
    /// A ledger that `beancount` and its kin read.
    Beancount,
    /// One row per posting.
    Csv,
    /// One object with all entries.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: &[Self] = &[Self::Hledger, Self::Beancount, Self::Csv, Self::Json];

    /// Its name on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Hledger => "hledger",
            Self::Beancount => "beancount",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.slug() == slug)
    }
}

/// Why there is no export, or only a part of one.
#[derive(Debug, thiserror::Error)]
pub enum NotExported {
    /// The file or the pipe takes no more.
    #[error("cannot write: {0}")]
    Write(#[from] io::Error),
    /// The database cannot be read, or has no such cooperative.
    #[error(transparent)]
    Read(#[from] Refusal),
}

impl From<sqlx::Error> for NotExported {
    fn from(error: sqlx::Error) -> Self {
        Self::Read(error.into())
    }
}

/// What stands at the top of an export.
struct Cover {
    coop: Coop,
    head: Head,
    accounts: BTreeMap<String, AccountRow>,
    /// What the service keeps as everybody's balances, by account and party.
    balances: Vec<BalanceRow>,
}

impl Cover {
    /// An amount with its unit's digits.
    fn amount(&self, unit: &str, amount: Minor) -> String {
        if unit == self.coop.unit.code { self.coop.unit.format(amount) } else { amount.0.to_string() }
    }

    /// Whose balances there are on each account.
    fn parties(&self) -> BTreeSet<(&str, Uuid)> {
        self.balances.iter().filter(|row| !row.party.is_nil()).map(|row| (row.account.as_str(), row.party)).collect()
    }

    fn account_name(&self, code: &str) -> &str {
        self.accounts.get(code).map_or("", |account| account.name_zh.as_str())
    }
}

/// An entry with all that is exported of it.
struct Leaf {
    entry: EntryRow,
    /// The shift that it belongs to, where a till reported it.
    shift: Option<Uuid>,
    postings: Vec<Posting>,
}

/// Something that entries can be written to.
trait Sheet {
    fn begin(&mut self, cover: &Cover) -> io::Result<()>;
    fn entry(&mut self, cover: &Cover, leaf: &Leaf) -> io::Result<()>;
    fn end(&mut self, cover: &Cover) -> io::Result<()>;
}

/// Writes the journal of a cooperative; returns how many entries.
///
/// # Errors
/// [`NotExported`]; what was written until then is a part, not an export.
pub async fn run(
    db: &Db,
    coop: CoopId,
    format: Format,
    out: &mut (dyn Write + Send),
    progress: impl FnMut(Progress) + Send,
) -> Result<i64, NotExported> {
    match format {
        Format::Hledger => write(db, coop, &mut hledger::Journal::new(out), progress).await,
        Format::Beancount => write(db, coop, &mut beancount::Ledger::new(out), progress).await,
        Format::Csv => write(db, coop, &mut csv::Table::new(out), progress).await,
        Format::Json => write(db, coop, &mut json::Object::new(out), progress).await,
    }
}

async fn write(
    db: &Db,
    coop: CoopId,
    sheet: &mut (impl Sheet + Send),
    mut progress: impl FnMut(Progress) + Send,
) -> Result<i64, NotExported> {
    let mut tx = db.snapshot().await?;
    let found = coop::find(&mut tx, coop).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let head = coop::head(&mut tx, coop).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let accounts = books::accounts(&mut tx, coop).await?.into_iter().map(|account| (account.code.clone(), account)).collect();
    let balances = audit::all_time(&mut tx, coop).await?;
    let cover = Cover { coop: found, head, accounts, balances };
    sheet.begin(&cover)?;
    let (of, mut after, mut written) = (audit::entry_count(&mut tx, coop).await?, 0, 0);
    while let Some(upto) = audit::window_end(&mut tx, coop, after, WINDOW).await? {
        let window = audit::Window { after, upto };
        let mut legs = audit::postings(&mut tx, coop, window).await?.into_iter().peekable();
        let mut shifts: HashMap<i64, Uuid> = audit::shifts_of(&mut tx, coop, window).await?.into_iter().collect();
        for entry in audit::entries(&mut tx, coop, window).await? {
            let mut postings = Vec::new();
            while let Some(leg) = legs.next_if(|leg| leg.number <= entry.number) {
                postings.push(leg.posting);
            }
            let shift = shifts.remove(&entry.number);
            sheet.entry(&cover, &Leaf { entry, shift, postings })?;
            written += 1;
        }
        after = window.upto;
        progress(Progress { done: written, of });
    }
    sheet.end(&cover)?;
    Ok(written)
}
