//! Closings against the documents of their shifts: one without a difference has no entry, and so no hash.

use std::collections::BTreeMap;

use super::{Fault, Verdict};
use crate::{
    app::Refusal,
    domain::{
        id::{CoopId, DocumentId, ShiftId},
        money::Minor,
    },
    store::{
        Tx,
        audit::{self, ClosedRow},
    },
};

/// The closed shifts, and what cash moved in each until it was closed.
pub(super) struct Drawers {
    closed: BTreeMap<ShiftId, (ClosedRow, i64)>,
    /// Cash of repaired commands that the opening of a shift had counted already.
    counted: BTreeMap<DocumentId, (ShiftId, Minor)>,
}

impl Drawers {
    pub(super) async fn load(tx: &mut Tx, coop: CoopId) -> Result<Self, Refusal> {
        let closed = audit::closed_shifts(tx, coop).await?.into_iter().map(|row| (row.shift_id, (row, 0))).collect();
        let counted = audit::counted_before(tx, coop).await?;
        Ok(Self { closed, counted: counted.into_iter().map(|row| (row.command_id, (row.counted_in, row.cash_minor))).collect() })
    }

    /// A document moved cash in a shift. What was repaired after the closing is not in it.
    pub(super) fn add(&mut self, number: i64, document: DocumentId, shift: ShiftId, cash: Minor) {
        let Some((_, net)) = self.closed.get_mut(&shift).filter(|(row, _)| number <= row.head_number) else { return };
        *net = net.saturating_add(cash.0);
        if let Some((_, cash)) = self.counted.get(&document).filter(|(counted_in, _)| *counted_in == shift) {
            *net = net.saturating_sub(cash.0);
        }
    }

    pub(super) fn compare(&self, verdict: &mut Verdict) {
        for (shift, (row, net)) in &self.closed {
            let expected = row.float.0.saturating_add(*net);
            let difference = row.counted.0.saturating_sub(row.waiting.0).saturating_sub(row.expected.0);
            if row.expected.0 != expected || row.difference.0 != difference || row.counted != row.by_piece {
                verdict.blame(Fault::ClosingDiffers(shift.0));
            }
        }
    }
}
