//! An hledger journal. An account is its code, with the party below it where there is one: `11401:0190f1c2-…`.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use super::{Cover, Leaf, Sheet};
use crate::domain::money::Minor;

pub(super) struct Journal<'a> {
    out: &'a mut (dyn Write + Send),
}

impl<'a> Journal<'a> {
    pub(super) fn new(out: &'a mut (dyn Write + Send)) -> Self {
        Self { out }
    }
}

impl Sheet for Journal<'_> {
    fn begin(&mut self, cover: &Cover) -> io::Result<()> {
        let (coop, head) = (&cover.coop, &cover.head);
        writeln!(self.out, "; {}", coop.name)?;
        writeln!(self.out, "; head: {} {}", head.number, head.hash)?;
        // One whole unit, so that hledger knows the digits; where there are none it wants the bare point.
        let one = coop.unit.format(Minor(10_i64.saturating_pow(coop.unit.exponent)));
        let point = if coop.unit.exponent == 0 { "." } else { "" };
        writeln!(self.out, "\ncommodity {one}{point} {}", coop.unit.code)?;
        for unit in cover.balances.iter().map(|row| row.unit.as_str()).filter(|unit| *unit != coop.unit.code).collect::<BTreeSet<_>>() {
            writeln!(self.out, "commodity 1. {unit}")?;
        }
        writeln!(self.out)?;
        for account in cover.accounts.values() {
            writeln!(self.out, "account {}  ; {}", account.code, account.name_zh)?;
        }
        for (account, party) in cover.parties() {
            writeln!(self.out, "account {account}:{party}")?;
        }
        Ok(())
    }

    fn entry(&mut self, cover: &Cover, leaf: &Leaf) -> io::Result<()> {
        let entry = &leaf.entry;
        writeln!(self.out, "\n{} * ({}) {}  ; document:{}", entry.day, entry.number, entry.kind, entry.document_id)?;
        if let Some(shift) = leaf.shift {
            writeln!(self.out, "    ; shift:{shift}")?;
        }
        if let Some(number) = entry.reverses {
            writeln!(self.out, "    ; reverses:{number}")?;
        }
        writeln!(self.out, "    ; hash:{}", entry.hash)?;
        for posting in &leaf.postings {
            let party = posting.party.map_or_else(String::new, |party| format!(":{party}"));
            let amount = cover.amount(&posting.unit, posting.amount);
            writeln!(self.out, "    {}{party}  {amount} {}", posting.account, posting.unit)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Cover) -> io::Result<()> {
        self.out.flush()
    }
}
