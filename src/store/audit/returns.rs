//! Refunds, and what came back by allocating one, put together again from their rows.

use std::collections::HashMap;

use sqlx::FromRow;

use super::{
    Window,
    documents::{OriginRow, tenders},
};
use crate::{
    domain::{
        id::{CoopId, DocumentId, PersonId},
        money::Minor,
        reason::RefundReason,
        refund::{Refund, RefundedLine, Taken},
    },
    sql,
    store::{Result, Tx},
};

#[derive(FromRow)]
struct RefundRow {
    id: DocumentId,
    #[sqlx(flatten)]
    origin: OriginRow,
    sale_id: Option<DocumentId>,
    approved_by: Option<PersonId>,
    donation: Minor,
    paid: Minor,
    reason: Option<String>,
}

/// The refunds of a window, by the number of their entry. One whose reason nobody knows is left out.
pub async fn refunds(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<Refund>> {
    let text = sql!(
        "SELECT r.id, r.till_id, r.epoch, r.seq, r.shift_id, r.business_date, r.occurred_at, r.received_at, r.actor_id,
                r.sale_id, r.approved_by, r.donation, r.paid, r.reason
         FROM entry e JOIN refund r ON r.coop_id = e.coop_id AND r.id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'refund'
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<RefundRow>().await?;
    let mut returned = returned(tx, coop, "refund", window).await?;
    let mut tenders = tenders(tx, coop, "refund", window).await?;
    let refund = |row: RefundRow| {
        let reason = match row.reason {
            Some(slug) => Some(RefundReason::parse(&slug)?),
            None => None,
        };
        Some(Refund {
            id: row.id,
            origin: row.origin.origin(),
            sale: row.sale_id,
            approved_by: row.approved_by,
            lines: returned.remove(&row.id).unwrap_or_default().into_iter().map(|(_, line)| line).collect(),
            tenders: tenders.remove(&row.id).unwrap_or_default(),
            donation: row.donation,
            paid: row.paid,
            reason,
        })
    };
    Ok(rows.into_iter().filter_map(refund).collect())
}

/// What came back by document: the sale and the line.
pub(super) type Returned = HashMap<DocumentId, Vec<(DocumentId, RefundedLine)>>;

/// What came back by the documents of a kind in a window.
pub(super) async fn returned(tx: &mut Tx, coop: CoopId, kind: &str, window: Window) -> Result<Returned> {
    #[derive(FromRow)]
    struct LineRow {
        document_id: DocumentId,
        place: i64,
        sale_id: DocumentId,
        line: i64,
        milli: i64,
        amount: Minor,
        borne: Minor,
        cost: Minor,
        restocked: i64,
    }
    #[derive(FromRow)]
    struct TakenRow {
        document_id: DocumentId,
        line_place: i64,
        uncapped: Minor,
        moved: Minor,
    }
    let text = sql!(
        "SELECT p.document_id, p.line_place, p.uncapped, p.moved
         FROM entry e JOIN returned_part p ON p.coop_id = e.coop_id AND p.document_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number, p.line_place, p.place LIMIT 10000000"
    );
    let mut taken: HashMap<(DocumentId, i64), Vec<Taken>> = HashMap::new();
    let query = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned());
    for row in query.all::<TakenRow>().await? {
        taken.entry((row.document_id, row.line_place)).or_default().push(Taken { uncapped: row.uncapped, moved: row.moved });
    }
    let text = sql!(
        "SELECT r.document_id, r.place, r.sale_id, r.line, r.milli, r.amount, r.borne, r.cost, r.restocked
         FROM entry e JOIN returned_line r ON r.coop_id = e.coop_id AND r.document_id = e.document_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = $4
         ORDER BY e.number, r.place LIMIT 10000000"
    );
    let mut returned = Returned::new();
    let query = tx.q(text).bind(coop).bind(window.after).bind(window.upto).bind(kind.to_owned());
    for row in query.all::<LineRow>().await? {
        let taken = taken.remove(&(row.document_id, row.place)).unwrap_or_default();
        let line = usize::try_from(row.line).unwrap_or(usize::MAX);
        let line =
            RefundedLine { line, milli: row.milli, amount: row.amount, borne: row.borne, taken, cost: row.cost, restocked: row.restocked };
        returned.entry(row.document_id).or_default().push((row.sale_id, line));
    }
    Ok(returned)
}
