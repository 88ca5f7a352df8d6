//! A list that a person brings in while the shop is open: looked at first, then brought in, as that person.

use std::{collections::HashMap, sync::Arc};

use super::{
    Brought, Comes, LineError, What, bring_in,
    table::{self, Headings, Row, Sheet},
};
use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::{Errand, UseCase},
        words::Words,
    },
    auth::{
        keys::Keys,
        policy::{ManagePeople, SetUpShop},
    },
    domain::id::CommandId,
};

/// Tills wait while a list comes in, so one of the open shop is short.
pub const MOST_LINES: usize = 2_000;

/// Brings in a list of people or goods: all of it, or nothing.
#[derive(Clone)]
pub struct ImportFile {
    keys: Keys,
    what: What,
    text: Arc<str>,
}

impl ImportFile {
    /// Of a file's text.
    #[must_use]
    pub fn new(keys: Keys, what: What, text: &str) -> Self {
        Self { keys, what, text: text.into() }
    }

    /// Whether the sender may do what its lines do. Each command asks again for itself.
    fn authorise(&self, ctx: &Ctx<'_>) -> Result<(), Refusal> {
        match self.what {
            What::People => ctx.allow::<ManagePeople>().map(drop),
            What::Goods | What::Sites => ctx.allow::<SetUpShop>().map(drop),
            // Its lines are signed by people whom they name, which only whoever holds the machine can answer for.
            What::Agreements => Err(Refusal::NotFound("import")),
        }
    }

    fn read(&self) -> Result<Sheet, Vec<LineError>> {
        let sheet = table::read(self.text.as_bytes(), self.what.columns())?;
        let Some(beyond) = sheet.rows.get(MOST_LINES) else { return Ok(sheet) };
        let zh = format!("一次最多 {MOST_LINES} 行，导入时收银台要等：请分开导入，或者打烊后在服务器上用 gezi import");
        let en =
            format!("at most {MOST_LINES} lines at once, because tills wait: bring it in in parts, or with gezi import after closing time");
        Err(vec![LineError { line: beyond.line, why: Refusal::invalid("", Words::new(zh, en)) }])
    }
}

fn to_mend(errors: &[LineError]) -> Refusal {
    Refusal::LinesToMend { first: errors.iter().map(|error| error.line).min().unwrap_or_default(), count: errors.len() }
}

impl UseCase for ImportFile {
    const KIND: &'static str = "list_imported";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        self.authorise(ctx)?;
        let Sheet { rows, .. } = self.read().map_err(|errors| to_mend(&errors))?;
        // What it refuses undoes the whole request, and so all that its lines have done.
        let brought = bring_in(ctx, self.keys, self.what, &rows).await?;
        if brought.errors.is_empty() { Ok(Done::made(id.0)) } else { Err(to_mend(&brought.errors)) }
    }
}

/// A line of a preview.
#[derive(Debug)]
pub struct PreviewLine {
    /// Its number in the file, from 1; the heading is line 1.
    pub line: u64,
    /// What it is about: a grid and a good, or a person's code. Never a name of somebody.
    pub about: Vec<String>,
    /// What it comes to; `None` where so much was wrong before it that nobody looked.
    pub comes: Option<Result<Comes, Refusal>>,
}

/// What a list would come to.
#[derive(Debug)]
pub struct Preview {
    /// By their numbers.
    pub lines: Vec<PreviewLine>,
}

/// Looks at a list: does everything and undoes it.
#[derive(Clone)]
pub struct PreviewImport(pub ImportFile);

impl Errand for PreviewImport {
    type Answer = Preview;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Preview, Refusal> {
        let file = self.0;
        file.authorise(ctx)?;
        let Sheet { rows, headings } = match file.read() {
            Ok(sheet) => sheet,
            Err(errors) => {
                let wrong = |LineError { line, why }| PreviewLine { line, about: Vec::new(), comes: Some(Err(why)) };
                return Ok(Preview { lines: errors.into_iter().map(wrong).collect() });
            }
        };
        ctx.tx.savepoint().await?;
        let brought = bring_in(ctx, file.keys, file.what, &rows).await?;
        ctx.tx.undo().await?;
        Ok(Preview { lines: told(file.what, &rows, &headings, brought) })
    }
}

fn told(what: What, rows: &[Row], headings: &Headings, brought: Brought) -> Vec<PreviewLine> {
    let Brought { mut came, errors, .. } = brought;
    // A person's line may be wrong twice, once for each of two roles: the first is told.
    let mut wrong = HashMap::new();
    for LineError { line, why } in errors {
        wrong.entry(line).or_insert_with(|| headings.said(why));
    }
    let columns: &[&str] = if what == What::People { &["code", "nickname"] } else { &["grid", "name"] };
    let told = |row: &Row| {
        let comes = wrong.remove(&row.line).map(Err).or_else(|| came.remove(&row.line).map(Ok));
        PreviewLine { line: row.line, about: columns.iter().filter_map(|column| row.text(column)).collect(), comes }
    };
    rows.iter().map(told).collect()
}
