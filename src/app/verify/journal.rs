//! The walk along the chain.

use std::collections::HashMap;

use super::{Fault, Tally, Verdict, documents};
use crate::{
    app::Refusal,
    domain::{
        allocation,
        chain::{Hash, canonical},
        entry::{Document, Entry, Heading, NotAnEntry, Posting},
        id::{CoopId, DocumentId},
    },
    store::{
        Tx,
        audit::{self, Leg, Window},
        books::EntryRow,
        coop::Head,
    },
};

/// Where the walk is.
pub(super) struct Walk {
    coop: CoopId,
    paper: Option<(i64, Hash)>,
    number: i64,
    hash: Hash,
}

impl Walk {
    pub(super) const fn new(coop: CoopId, paper: Option<(i64, Hash)>) -> Self {
        Self { coop, paper, number: 0, hash: Hash::ZERO }
    }

    /// Through the entries of a window.
    pub(super) async fn through(&mut self, tx: &mut Tx, window: Window, tally: &mut Tally, verdict: &mut Verdict) -> Result<(), Refusal> {
        let entries = audit::entries(tx, self.coop, window).await?;
        let mut legs = audit::postings(tx, self.coop, window).await?.into_iter().peekable();
        let documents = documents::load(tx, self.coop, window, &entries).await?;
        verdict.entries += i64::try_from(entries.len()).unwrap_or(i64::MAX);
        verdict.documents += i64::try_from(documents.len()).unwrap_or(i64::MAX);
        for row in entries {
            let mut own = Vec::new();
            while let Some(leg) = legs.next_if(|leg| leg.number <= row.number) {
                tally.sums.add(&leg);
                tally.owed.add(&leg);
                verdict.postings += 1;
                if leg.number < row.number { verdict.blame(Fault::PostingWithoutEntry(leg.number)) } else { own.push(leg) }
            }
            let document = DocumentId(row.document_id);
            tally.items.entry(document, row.kind == allocation::KIND, &own);
            if let Some(found) = documents.get(&document) {
                tally.document(row.number, document, &found.paper);
                if !tally.percents.hold(&found.paper) {
                    verdict.blame(Fault::PercentDiffers(row.number));
                }
            }
            self.step(&row, own, &documents, verdict);
        }
        for leg in legs {
            tally.sums.add(&leg);
            verdict.postings += 1;
            verdict.blame(Fault::PostingWithoutEntry(leg.number));
        }
        Ok(())
    }

    fn step(&mut self, row: &EntryRow, legs: Vec<Leg>, documents: &HashMap<DocumentId, documents::Found>, verdict: &mut Verdict) {
        let number = row.number;
        let due = self.number.saturating_add(1);
        if due < number {
            verdict.blame(Fault::EntriesMissing { from: due, upto: number - 1 });
        } else if row.previous_hash != self.hash {
            verdict.blame(Fault::ChainBroken(number));
        }
        if legs.iter().any(|leg| leg.day != row.day) {
            verdict.blame(Fault::DayDiffers(number));
        }
        match rebuilt(self.coop, row, legs.into_iter().map(|leg| leg.posting)) {
            Err(_) => verdict.blame(Fault::Unbalanced(number)),
            Ok(entry) if Hash::of(&canonical(&entry, number.unsigned_abs(), row.previous_hash)) != row.hash => {
                verdict.blame(Fault::EntryChanged(number));
            }
            Ok(_) => {}
        }
        let document = DocumentId(row.document_id);
        let kind = || row.kind.clone();
        match documents.get(&document) {
            Some(found) if found.hash != row.document_hash => verdict.blame(Fault::DocumentChanged { number, kind: kind(), document }),
            Some(found) if found.day != row.document_day => verdict.blame(Fault::DayDiffers(number)),
            Some(_) => {}
            None if documents::is_known(&row.kind) => verdict.blame(Fault::DocumentMissing { number, kind: kind(), document }),
            None => verdict.blame(Fault::UnknownKind { number, kind: kind() }),
        }
        if self.paper.is_some_and(|(paper, hash)| paper == number && hash != row.hash) {
            verdict.blame(Fault::PaperHead(number));
        }
        // What is stored goes on, so that one changed entry is one fault and not all that follow.
        (self.number, self.hash) = (number, row.hash);
    }

    /// After the last entry: is it the one that the head, the commands and the paper know?
    pub(super) fn ends(&self, head: Head, last: i64, known: i64, verdict: &mut Verdict) {
        if known > last {
            verdict.blame(Fault::LastEntriesMissing { from: last.saturating_add(1), upto: known });
        }
        if head.number < last || (head.number == last && head.hash != self.hash) {
            verdict.blame(Fault::HeadDiffers { head: head.number, last });
        }
        let beyond = self.paper.filter(|(number, hash)| *number > last || *number < 0 || (*number == 0 && *hash != Hash::ZERO));
        if let Some((number, _)) = beyond {
            verdict.blame(Fault::PaperHead(number));
        }
        verdict.head = (last > 0).then_some((last, self.hash));
    }
}

/// The entry that the rows say.
fn rebuilt(coop: CoopId, row: &EntryRow, postings: impl Iterator<Item = Posting>) -> Result<Entry, NotAnEntry> {
    let document = Document { id: DocumentId(row.document_id), hash: row.document_hash };
    let (kind, command, memo) = (row.kind.clone(), row.command_id, row.memo.clone());
    let mut entry = Entry::balanced(Heading { coop, date: row.day, kind, document, command, memo }, postings)?;
    entry.reverses = row.reverses.map(i64::unsigned_abs);
    Ok(entry)
}
