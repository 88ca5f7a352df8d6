//! A beancount ledger. An account is its kind, its code, and the party's id where there is one: `Liabilities:21102:P-0190f1c2-…`.
//!
//! It ends with what the service itself keeps as balances, so that `bean-check` adds the entries up and compares.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use uuid::Uuid;

use super::{Cover, Leaf, Sheet};
use crate::domain::{money::Minor, time::Date};

/// Before every entry: beancount wants each account opened before its first posting.
const OPENED: &str = "1970-01-01";

pub(super) struct Ledger<'a> {
    out: &'a mut (dyn Write + Send),
    /// The latest day so far.
    last: Option<Date>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(out: &'a mut (dyn Write + Send)) -> Self {
        Self { out, last: None }
    }
}

/// Beancount's five kinds, by the code's first digits (财会〔2021〕37号); memo accounts count as equity, in units of their own.
fn name(code: &str, party: Option<Uuid>) -> String {
    let kind = match code.as_bytes() {
        [b'1', ..] => "Assets",
        [b'2', ..] => "Liabilities",
        [b'5', b'0', ..] => "Income",
        [b'5', ..] => "Expenses",
        _ => "Equity",
    };
    party.map_or_else(|| format!("{kind}:{code}"), |party| format!("{kind}:{code}:P-{party}"))
}

fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

impl Sheet for Ledger<'_> {
    fn begin(&mut self, cover: &Cover) -> io::Result<()> {
        writeln!(self.out, "; head: {} {}", cover.head.number, cover.head.hash)?;
        writeln!(self.out, "option \"title\" \"{}\"", quoted(&cover.coop.name))?;
        writeln!(self.out, "option \"operating_currency\" \"{}\"\n", cover.coop.unit.code)?;
        for account in cover.accounts.values() {
            writeln!(self.out, "{OPENED} open {}\n  name: \"{}\"", name(&account.code, None), quoted(&account.name_zh))?;
        }
        for (account, party) in cover.parties() {
            writeln!(self.out, "{OPENED} open {}", name(account, Some(party)))?;
        }
        Ok(())
    }

    fn entry(&mut self, cover: &Cover, leaf: &Leaf) -> io::Result<()> {
        let entry = &leaf.entry;
        self.last = self.last.max(Some(entry.day));
        writeln!(self.out, "\n{} * \"{}\"\n  number: {}\n  document: \"{}\"", entry.day, entry.kind, entry.number, entry.document_id)?;
        if let Some(shift) = leaf.shift {
            writeln!(self.out, "  shift: \"{shift}\"")?;
        }
        if let Some(number) = entry.reverses {
            writeln!(self.out, "  reverses: {number}")?;
        }
        writeln!(self.out, "  hash: \"{}\"", entry.hash)?;
        for posting in &leaf.postings {
            let amount = cover.amount(&posting.unit, posting.amount);
            writeln!(self.out, "  {}  {amount} {}", name(&posting.account, posting.party), posting.unit)?;
        }
        Ok(())
    }

    fn end(&mut self, cover: &Cover) -> io::Result<()> {
        // A balance holds at the beginning of its day. Beancount would let a fen pass without `~ 0`.
        let Some(next) = self.last.and_then(|day| day.succ_opt()) else { return self.out.flush() };
        let mut sums: BTreeMap<(String, &str), i64> = BTreeMap::new();
        for row in &cover.balances {
            let amount = row.debit_minor.0.saturating_sub(row.credit_minor.0);
            let whole = std::iter::once(name(&row.account, None));
            for account in whole.chain((!row.party.is_nil()).then(|| name(&row.account, Some(row.party)))) {
                let sum = sums.entry((account, &row.unit)).or_default();
                *sum = sum.saturating_add(amount);
            }
        }
        writeln!(self.out)?;
        for ((account, unit), sum) in sums {
            writeln!(self.out, "{next} balance {account}  {} ~ 0 {unit}", cover.amount(unit, Minor(sum)))?;
        }
        self.out.flush()
    }
}
