//! A table with one row per posting, UTF-8 with the mark that spreadsheets look for.

use std::io::{self, Write};

use super::{Cover, Leaf, Sheet};
use crate::domain::money::Minor;

const COLUMNS: [&str; 14] = [
    "number",
    "day",
    "document_day",
    "kind",
    "document_id",
    "shift_id",
    "memo",
    "account",
    "account_name",
    "party",
    "unit",
    "debit",
    "credit",
    "entry_hash",
];

pub(super) struct Table<'a> {
    out: csv::Writer<&'a mut (dyn Write + Send)>,
}

impl<'a> Table<'a> {
    pub(super) fn new(out: &'a mut (dyn Write + Send)) -> Self {
        Self { out: csv::Writer::from_writer(out) }
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

impl Sheet for Table<'_> {
    fn begin(&mut self, _: &Cover) -> io::Result<()> {
        let mut columns = COLUMNS.map(str::to_owned);
        columns[0].insert(0, '\u{feff}');
        self.out.write_record(&columns).map_err(io::Error::other)
    }

    fn entry(&mut self, cover: &Cover, leaf: &Leaf) -> io::Result<()> {
        let entry = &leaf.entry;
        for posting in &leaf.postings {
            let amount = cover.amount(&posting.unit, Minor(posting.amount.0.saturating_abs()));
            let (debit, credit) = if posting.amount.0 < 0 { (String::new(), amount) } else { (amount, String::new()) };
            let row = [
                entry.number.to_string(),
                entry.day.to_string(),
                entry.document_day.to_string(),
                entry.kind.clone(),
                entry.document_id.to_string(),
                text(leaf.shift),
                entry.memo.clone(),
                posting.account.clone(),
                cover.account_name(&posting.account).to_owned(),
                text(posting.party),
                posting.unit.clone(),
                debit,
                credit,
                entry.hash.to_string(),
            ];
            self.out.write_record(&row).map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Cover) -> io::Result<()> {
        self.out.flush()
    }
}
