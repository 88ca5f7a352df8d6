//! What an import works in: each command stands in a savepoint, so that one wrong line does not hide the next.

use std::collections::BTreeMap;

use super::{
    Brought, Comes, LineError,
    table::{ERRORS, Row, wrong},
};
use crate::{
    app::{
        Refusal,
        ctx::Ctx,
        execute::{Receipt, UseCase, carry_out},
        facts::body_hash,
    },
    auth::keys::{Keys, keyed},
    domain::{
        chain::Hash,
        id::{CommandId, GridId, PersonId},
        money::Unit,
        time::{Date, parse_date},
    },
    store::{grids, people},
};

/// An import under way.
pub(super) struct Book<'a, 'c> {
    ctx: &'a mut Ctx<'c>,
    /// What names are sealed with.
    pub keys: Keys,
    made: Vec<(&'static str, usize)>,
    came: BTreeMap<u64, Comes>,
    errors: Vec<LineError>,
}

impl<'a, 'c> Book<'a, 'c> {
    pub fn new(ctx: &'a mut Ctx<'c>, keys: Keys) -> Self {
        Self { ctx, keys, made: Vec::new(), came: BTreeMap::new(), errors: Vec::new() }
    }

    /// What was made, and what cannot be.
    pub fn close(self) -> Brought {
        Brought { made: self.made, came: self.came, errors: self.errors }
    }

    /// Whether enough is wrong to stop looking.
    pub fn is_full(&self) -> bool {
        self.errors.len() >= ERRORS
    }

    /// Today, where the cooperative is.
    pub fn today(&self) -> Date {
        self.ctx.today()
    }

    /// The cooperative's unit.
    pub fn unit(&self) -> Unit {
        self.ctx.batch.coop.unit.clone()
    }

    /// Runs a command for a line.
    pub async fn run<U: UseCase>(&mut self, row: &Row, use_case: U) -> Result<Receipt, Refusal> {
        let id = CommandId(self.ctx.chance.id(self.ctx.now));
        // Keyed as every body with names in it: a plain hash of few words can be guessed.
        let plain = body_hash(U::KIND, &row.bytes());
        let hash = Hash(keyed(&self.keys.derived("command bodies with names"), &plain.0));
        self.ctx.tx.savepoint().await?;
        match carry_out(self.ctx, id, hash, use_case).await {
            Ok(receipt) => {
                self.ctx.tx.keep().await?;
                match self.made.iter_mut().find(|(kind, _)| *kind == U::KIND) {
                    Some((_, count)) => *count += 1,
                    None => self.made.push((U::KIND, 1)),
                }
                Ok(receipt)
            }
            Err(refusal) => {
                self.ctx.tx.undo().await?;
                Err(refusal)
            }
        }
    }

    /// Notes what a line came to. What is no fault of the line ends the import.
    pub fn note(&mut self, line: u64, result: Result<Comes, Refusal>) -> Result<(), Refusal> {
        match result {
            Ok(comes) => {
                self.came.insert(line, comes);
                Ok(())
            }
            Err(failure @ (Refusal::Database(_) | Refusal::Broken(_) | Refusal::Busy | Refusal::Stopping | Refusal::FateUnknown)) => {
                Err(failure)
            }
            Err(why) => {
                self.came.remove(&line);
                self.errors.push(LineError { line, why });
                Ok(())
            }
        }
    }

    /// The person whose code stands in a column.
    pub async fn person(&mut self, column: &str, code: &str) -> Result<PersonId, Refusal> {
        let coop = self.ctx.coop();
        people::of_code(self.ctx.tx, coop, code).await?.ok_or_else(|| {
            let zh = format!("没有编号为 {code} 的人员，请先导入人员");
            wrong(column, zh, format!("nobody has the code {code}: import the people first"))
        })
    }

    /// The grid whose code stands in a column.
    pub async fn grid(&mut self, column: &str, code: &str) -> Result<GridId, Refusal> {
        let coop = self.ctx.coop();
        grids::of_code(self.ctx.tx, coop, code).await?.ok_or_else(|| {
            let zh = format!("没有编号为 {code} 的格子，请先导入站点和格子");
            wrong(column, zh, format!("no grid has the code {code}: import the sites first"))
        })
    }

    /// What a use case of a line may look at.
    pub const fn ctx(&mut self) -> &mut Ctx<'c> {
        self.ctx
    }
}

/// Reads a day.
pub(super) fn day(row: &Row, column: &str) -> Result<Option<Date>, Refusal> {
    let read = |text| parse_date(text).ok_or_else(|| wrong(column, "日期写成 2026-06-30 这样", "a day is written like 2026-06-30"));
    row.get(column).map(read).transpose()
}
