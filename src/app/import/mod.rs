//! A cooperative's lists come in from CSV files: sites, people, goods, agreements. All of a file or nothing of it.
//!
//! Each line becomes the same commands that the API runs, so an import can do nothing that a person could not. What is wrong
//! is told by line. docs/IMPORT.md describes the columns.

mod agreements;
mod book;
mod goods;
mod people;
mod request;
mod sites;
mod table;

use std::{collections::BTreeMap, sync::Arc};

pub use self::request::{ImportFile, MOST_LINES, Preview, PreviewImport};

use self::{
    book::Book,
    table::{Column, Row, Sheet},
};
use super::{
    Refusal, Service,
    ctx::Ctx,
    execute::{Errand, Sent},
};
use crate::{
    auth::{
        actor::{Actor, Who},
        keys::Keys,
    },
    domain::id::CoopId,
};

/// How many bytes a file may have; whoever reads one need not read on.
pub const MOST_BYTES: usize = table::BYTES;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Sites with their grids and owners.
    Sites,
    /// People with their roles.
    People,
    /// Goods with their prices.
    Goods,
    /// Agreements that were signed on paper.
    Agreements,
}

impl What {
    /// Every kind.
    pub const ALL: &[Self] = &[Self::Sites, Self::People, Self::Goods, Self::Agreements];

    /// Its name at the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Sites => "sites",
            Self::People => "people",
            Self::Goods => "goods",
            Self::Agreements => "agreements",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|what| what.slug() == slug)
    }

    const fn columns(self) -> &'static [Column] {
        match self {
            Self::Sites => sites::COLUMNS,
            Self::People => people::COLUMNS,
            Self::Goods => goods::COLUMNS,
            Self::Agreements => agreements::COLUMNS,
        }
    }
}

/// What a line that can be comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comes {
    /// It adds something.
    New,
    /// It changes something that is there.
    Changed {
        /// As it is, e.g. a price.
        before: String,
        /// As it will be.
        after: String,
    },
    /// It is there already, just so.
    Unchanged,
}

/// A line that cannot be. The refusal's field, if it has one, is the column.
#[derive(Debug)]
pub struct LineError {
    /// Its number in the file, from 1; the heading is line 1.
    pub line: u64,
    /// What is wrong with it.
    pub why: Refusal,
}

/// Why nothing was imported.
#[derive(Debug)]
pub enum NotImported {
    /// These lines cannot be; at most 100 are told.
    Lines(Vec<LineError>),
    /// It did not come to the lines, e.g. the database failed.
    Refused(Refusal),
}

impl From<Refusal> for NotImported {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What an import made, or would have made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Lines read, without the heading.
    pub lines: usize,
    /// What was made, by kind of command (e.g. `site_added`), in the order of first making.
    pub made: Vec<(&'static str, usize)>,
    /// Lines that were there already, just so.
    pub unchanged: usize,
}

/// Imports a file into a cooperative, as whoever holds the machine. A dry run does everything and then undoes it.
///
/// # Errors
/// The lines that cannot be, or a refusal of the whole.
pub async fn run(service: &Service, coop: CoopId, what: What, bytes: &[u8], dry_run: bool) -> Result<Report, NotImported> {
    let Sheet { rows, headings } = table::read(bytes, what.columns()).map_err(NotImported::Lines)?;
    let errand = Import { keys: service.keys.clone(), what, rows: Arc::new(rows), dry_run };
    let actor = Actor { coop, who: Who::Operator };
    let lines = errand.rows.len();
    let Brought { made, came, errors } = service.writer.errand(Sent { actor, errand }).await?;
    if errors.is_empty() {
        let unchanged = came.values().filter(|comes| **comes == Comes::Unchanged).count();
        Ok(Report { lines, made, unchanged })
    } else {
        Err(NotImported::Lines(errors.into_iter().map(|LineError { line, why }| LineError { line, why: headings.said(why) }).collect()))
    }
}

/// What a file came to.
struct Brought {
    /// By kind of command, in the order of first making.
    made: Vec<(&'static str, usize)>,
    /// What each good line comes to.
    came: BTreeMap<u64, Comes>,
    /// The others.
    errors: Vec<LineError>,
}

/// Brings in what can be brought in of these rows, each command in a savepoint of its own. Whether it stays is the caller's to say.
async fn bring_in(ctx: &mut Ctx<'_>, keys: Keys, what: What, rows: &[Row]) -> Result<Brought, Refusal> {
    let mut book = Book::new(ctx, keys);
    match what {
        What::Sites => sites::import(&mut book, rows).await?,
        What::People => people::import(&mut book, rows).await?,
        What::Goods => goods::import(&mut book, rows).await?,
        What::Agreements => agreements::import(&mut book, rows).await?,
    }
    Ok(book.close())
}

#[derive(Clone)]
struct Import {
    keys: Keys,
    what: What,
    rows: Arc<Vec<Row>>,
    dry_run: bool,
}

impl Errand for Import {
    type Answer = Brought;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Brought, Refusal> {
        ctx.tx.savepoint().await?;
        let brought = bring_in(ctx, self.keys, self.what, &self.rows).await?;
        if self.dry_run || !brought.errors.is_empty() {
            ctx.tx.undo().await?;
        } else {
            ctx.tx.keep().await?;
        }
        Ok(brought)
    }
}
