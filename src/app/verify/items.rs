//! Vouchers by number and open items by document, followed from entry to entry as they were issued, used, left open and allocated.

use std::collections::{BTreeMap, HashMap};

use super::{Fault, Verdict};
use crate::{
    app::Refusal,
    domain::{
        id::{CoopId, DocumentId},
        money::Minor,
        refund::Refund,
        sale::{Sale, What},
    },
    store::{
        Tx,
        audit::{self, Leg, VoucherRow},
    },
};

/// What vouchers and open items must come to.
pub(super) struct Items {
    /// The account of open items.
    unallocated: Option<String>,
    /// Credit positive, by document; and by the allocation that found its owner.
    open: BTreeMap<(bool, DocumentId), i64>,
    /// Issued and left, by number.
    vouchers: BTreeMap<String, (i64, i64)>,
    kept: Vec<VoucherRow>,
    /// Lines that sold a voucher: a refund names the line.
    sold: HashMap<(DocumentId, usize), String>,
}

impl Items {
    pub(super) async fn load(tx: &mut Tx, coop: CoopId, unallocated: Option<String>) -> Result<Self, Refusal> {
        let kept = audit::vouchers(tx, coop).await?;
        // One of nothing may come from a sale of nothing, which has no entry; its number is taken all the same.
        let vouchers = kept.iter().filter(|row| row.issued_minor.is_zero()).map(|row| (row.number.clone(), (0, 0))).collect();
        Ok(Self { unallocated, open: BTreeMap::new(), vouchers, kept, sold: HashMap::new() })
    }

    /// What the entry of a document, or of an allocation, leaves open or allocates.
    pub(super) fn entry(&mut self, document: DocumentId, allocates: bool, legs: &[Leg]) {
        let own = legs.iter().filter(|leg| Some(&leg.posting.account) == self.unallocated.as_ref());
        let credit = own.fold(0, |sum: i64, leg| sum.saturating_sub(leg.posting.amount.0));
        if credit != 0 {
            self.open.insert((allocates, document), if allocates { credit.saturating_neg() } else { credit });
        }
    }

    /// Whether the number was free.
    fn issue(&mut self, number: &str, amount: Minor) -> bool {
        let is_free = !self.vouchers.contains_key(number);
        if is_free {
            self.vouchers.insert(number.to_owned(), (amount.0, amount.0));
        }
        is_free
    }

    fn left(&self, number: &str) -> i64 {
        self.vouchers.get(number).map_or(0, |(_, left)| *left)
    }

    fn spend(&mut self, number: &str, amount: i64) {
        if let Some((_, left)) = self.vouchers.get_mut(number) {
            *left = left.saturating_sub(amount);
        }
    }

    /// A sale issues vouchers, and is paid with what is left on others.
    pub(super) fn sale(&mut self, sale: &Sale) {
        let mut used: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
        for tender in &sale.tenders {
            let Some(number) = tender.means.voucher() else { continue };
            let (left, spent) = used.entry(number).or_insert((self.left(number), 0));
            let now = tender.amount.0.min(*left);
            (*left, *spent) = (left.saturating_sub(now), spent.saturating_add(now));
        }
        for (at, line) in sale.lines.iter().enumerate() {
            let What::Voucher(number) = &line.what else { continue };
            // A number that was taken sold nothing of the voucher that has it: the money waits to be allocated.
            if self.issue(number, line.base) {
                self.sold.insert((sale.id, at + 1), number.clone());
            }
        }
        for (number, (_, spent)) in used {
            self.spend(number, spent);
        }
    }

    /// A refund takes vouchers back, and may pay with new ones.
    pub(super) fn refund(&mut self, refund: &Refund) {
        for line in &refund.lines {
            let number = refund.sale.and_then(|sale| self.sold.get(&(sale, line.line))).cloned();
            if let Some(number) = number {
                self.spend(&number, line.amount.0.min(self.left(&number)));
            }
        }
        for tender in &refund.tenders {
            if let Some(number) = tender.means.voucher() {
                self.issue(number, tender.amount);
            }
        }
    }

    pub(super) async fn compare(mut self, tx: &mut Tx, coop: CoopId, verdict: &mut Verdict) -> Result<(), Refusal> {
        for row in self.kept {
            let (issued, left) = self.vouchers.remove(&row.number).unwrap_or_default();
            if (row.issued_minor.0, row.remaining_minor.0) != (issued, left) {
                verdict.blame(Fault::VoucherDiffers { number: row.number, kept: row.remaining_minor.0, sum: left });
            }
        }
        for (number, (_, sum)) in self.vouchers {
            verdict.blame(Fault::VoucherDiffers { number, kept: 0, sum });
        }
        let mut kept: BTreeMap<(bool, DocumentId), i64> = BTreeMap::new();
        for (allocates, rows) in [(false, audit::open_by_document(tx, coop).await?), (true, audit::open_by_allocation(tx, coop).await?)] {
            kept.extend(rows.into_iter().map(|row| ((allocates, row.document_id), row.amount.0)));
        }
        for (key, kept) in &kept {
            let sum = self.open.remove(key).unwrap_or_default();
            if sum != *kept {
                verdict.blame(Fault::OpenItemDiffers { document: key.1, kept: *kept, sum });
            }
        }
        for ((_, document), sum) in self.open {
            verdict.blame(Fault::OpenItemDiffers { document, kept: 0, sum });
        }
        Ok(())
    }
}
