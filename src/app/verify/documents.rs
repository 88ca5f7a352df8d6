//! The documents behind the entries of a window, each with the hash that its rows have now.

use std::collections::{HashMap, HashSet};

use crate::{
    app::{Refusal, facts::FactKind},
    domain::{
        allocation,
        chain::Hash,
        entry::Document,
        id::{CoopId, DocumentId},
        time::Date,
    },
    store::{
        Tx,
        audit::{self, Window},
        books::EntryRow,
    },
};

/// What the rows of a document say.
pub(super) struct Found {
    /// Over its fields as they stand.
    pub hash: Hash,
    /// Its own day.
    pub day: Date,
}

/// What joinings are called.
const JOINED: &str = "member_joined";

/// Whether documents of this kind can be read.
pub(super) fn is_known(kind: &str) -> bool {
    FactKind::parse(kind).is_some() || kind == JOINED || kind == allocation::KIND
}

/// Reads the documents of a window, of the kinds that its entries name.
pub(super) async fn load(tx: &mut Tx, coop: CoopId, window: Window, entries: &[EntryRow]) -> Result<HashMap<DocumentId, Found>, Refusal> {
    let kinds: HashSet<&str> = entries.iter().map(|entry| entry.kind.as_str()).collect();
    let mut all = HashMap::with_capacity(entries.len());
    for kind in kinds {
        let read = of_kind(tx, coop, kind, window).await?;
        all.extend(read.into_iter().map(|(document, day)| (document.id, Found { hash: document.hash, day })));
    }
    Ok(all)
}

async fn of_kind(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Vec<(Document, Date)>, Refusal> {
    Ok(match FactKind::parse(kind) {
        Some(FactKind::Sale) => {
            audit::sales(tx, coop, window).await?.iter().map(|sale| (sale.document(), sale.origin.business_date)).collect()
        }
        Some(FactKind::Refund) => {
            audit::refunds(tx, coop, window).await?.iter().map(|refund| (refund.document(), refund.origin.business_date)).collect()
        }
        Some(FactKind::ShiftOpened) => {
            audit::openings(tx, coop, window).await?.iter().map(|opening| (opening.document(), opening.origin.business_date)).collect()
        }
        Some(FactKind::ShiftClosed) => {
            audit::closings(tx, coop, window).await?.iter().map(|closing| (closing.document(), closing.origin.business_date)).collect()
        }
        Some(FactKind::CashMoved) => {
            audit::movements(tx, coop, window).await?.iter().map(|moved| (moved.document(), moved.origin.business_date)).collect()
        }
        None if kind == allocation::KIND => {
            audit::allocations(tx, coop, kind, window).await?.iter().map(|made| (made.document(), made.date)).collect()
        }
        None if kind == JOINED => {
            audit::memberships(tx, coop, window).await?.iter().map(|joining| (joining.document(), joining.joined_on)).collect()
        }
        None => Vec::new(),
    })
}
