//! The documents behind the entries of a window, each with the hash that its rows have now.

use std::collections::{HashMap, HashSet};

use crate::{
    app::{Refusal, facts::FactKind},
    domain::{
        agreement::LinePart,
        allocation::{self, Allocation},
        chain::Hash,
        entry::Document,
        id::{CoopId, DocumentId, VersionId},
        lot::LotEventKind,
        office::EventKind,
        refund::Refund,
        sale::Sale,
        shift::CashMovement,
        stock,
        time::Date,
        training,
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
    /// What it is, where more than its hash is looked at.
    pub paper: Paper,
}

/// A document that moves cash, vouchers or open items, or was split.
pub(super) enum Paper {
    /// A sale.
    Sale(Sale),
    /// A refund.
    Refund(Refund),
    /// Cash without a sale.
    Moved(CashMovement),
    /// An allocation.
    Allocated(Allocation),
    /// Any other.
    Other,
}

/// The percentage of each share of each version, which is in no hash; the parts of a line keep a copy, which is.
pub(super) struct Percents(HashMap<(VersionId, usize), i64>);

impl Percents {
    pub(super) async fn load(tx: &mut Tx, coop: CoopId) -> Result<Self, Refusal> {
        let rows = audit::percents(tx, coop).await?.into_iter();
        Ok(Self(rows.map(|row| ((row.version_id, usize::try_from(row.place).unwrap_or(usize::MAX)), row.percent_e6)).collect()))
    }

    /// Whether the parts of a document have the percentages of their versions.
    pub(super) fn hold(&self, paper: &Paper) -> bool {
        let of_version = |version: VersionId, parts: &[LinePart]| {
            parts.iter().enumerate().all(|(place, part)| self.0.get(&(version, place)) == Some(&part.share.percent.e6()))
        };
        match paper {
            Paper::Sale(sale) => sale.lines.iter().all(|line| line.version.is_none_or(|version| of_version(version, &line.parts))),
            Paper::Allocated(allocation) => of_version(allocation.version, &allocation.parts),
            Paper::Refund(_) | Paper::Moved(_) | Paper::Other => true,
        }
    }
}

/// What joinings are called.
const JOINED: &str = "member_joined";

/// What the coming in of lots is called.
const RECEIPTS: &[&str] = &["lot_received", "goods_bought"];

/// Whether documents of this kind can be read.
pub(super) fn is_known(kind: &str) -> bool {
    FactKind::parse(kind).is_some()
        || RECEIPTS.contains(&kind)
        || kind == stock::LOST
        || LotEventKind::parse(kind).is_some()
        || kind == JOINED
        || kind == training::KIND
        || kind == allocation::KIND
        || EventKind::parse(kind).is_some()
}

/// Reads the documents of a window, of the kinds that its entries name.
pub(super) async fn load(tx: &mut Tx, coop: CoopId, window: Window, entries: &[EntryRow]) -> Result<HashMap<DocumentId, Found>, Refusal> {
    let kinds: HashSet<&str> = entries.iter().map(|entry| entry.kind.as_str()).collect();
    let mut all = HashMap::with_capacity(entries.len());
    for kind in kinds {
        let read = of_kind(tx, coop, kind, window).await?;
        all.extend(read.into_iter().map(|(document, day, paper)| (document.id, Found { hash: document.hash, day, paper })));
    }
    Ok(all)
}

async fn of_kind(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Vec<(Document, Date, Paper)>, Refusal> {
    Ok(match FactKind::parse(kind) {
        Some(FactKind::Sale) => audit::sales(tx, coop, window)
            .await?
            .into_iter()
            .map(|sale| (sale.document(), sale.origin.business_date, Paper::Sale(sale)))
            .collect(),
        Some(FactKind::Refund) => audit::refunds(tx, coop, window)
            .await?
            .into_iter()
            .map(|refund| (refund.document(), refund.origin.business_date, Paper::Refund(refund)))
            .collect(),
        Some(FactKind::ShiftOpened) => audit::openings(tx, coop, window)
            .await?
            .iter()
            .map(|opening| (opening.document(), opening.origin.business_date, Paper::Other))
            .collect(),
        Some(FactKind::ShiftClosed) => audit::closings(tx, coop, window)
            .await?
            .iter()
            .map(|closing| (closing.document(), closing.origin.business_date, Paper::Other))
            .collect(),
        Some(FactKind::CashMoved) => audit::movements(tx, coop, window)
            .await?
            .into_iter()
            .map(|moved| (moved.document(), moved.origin.business_date, Paper::Moved(moved)))
            .collect(),
        None if kind == allocation::KIND => audit::allocations(tx, coop, kind, window)
            .await?
            .into_iter()
            .map(|made| (made.document(), made.date, Paper::Allocated(made)))
            .collect(),
        None if kind == JOINED => audit::memberships(tx, coop, window)
            .await?
            .iter()
            .map(|joining| (joining.document(), joining.joined_on, Paper::Other))
            .collect(),
        None if kind == training::KIND => {
            audit::trainings(tx, coop, window).await?.iter().map(|given| (given.document(), given.day, Paper::Other)).collect()
        }
        None if RECEIPTS.contains(&kind) => {
            audit::receipts(tx, coop, kind, window).await?.iter().map(|lot| (lot.document(), lot.day, Paper::Other)).collect()
        }
        None if kind == stock::LOST => {
            audit::decisions(tx, coop, kind, window).await?.iter().map(|lost| (lost.document(), lost.day, Paper::Other)).collect()
        }
        None if LotEventKind::parse(kind).is_some() => {
            audit::lot_events(tx, coop, kind, window).await?.iter().map(|event| (event.document(), event.day, Paper::Other)).collect()
        }
        None if EventKind::parse(kind).is_some() => {
            audit::office_events(tx, coop, kind, window).await?.iter().map(|event| (event.document(), event.day, Paper::Other)).collect()
        }
        None => Vec::new(),
    })
}
