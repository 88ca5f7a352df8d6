//! What lies on "to be allocated" (21108), and the allocations that find its owner.

use sqlx::FromRow;

use super::{Result, Tx, agreements, refunds::save_returned};
use crate::{
    auth::policy::{Allowed, ReadRepairs, Repair},
    domain::{
        allocation::Allocation,
        id::{CommandId, CoopId, DocumentId, PersonId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

/// An amount on 21108.
#[derive(Clone, Debug, FromRow)]
pub struct OpenItem {
    /// The sale or refund that left it open.
    pub document_id: DocumentId,
    /// Its line, from 1; 0 for the whole.
    pub line: i64,
    /// Credit positive: money without an owner. Negative: paid out without a line to take it from.
    pub amount: Minor,
    /// Thousandths that came back with money paid out, where the refund said how many.
    pub milli: i64,
    /// The allocation that found its owner.
    pub allocated_by: Option<CommandId>,
    /// `sale` or `refund`.
    pub kind: String,
    /// The document's business day.
    pub business_date: Date,
    /// The voucher that the line sold, if it is one.
    pub voucher: Option<String>,
    /// A refund: the sale that it names,
    pub of_sale: Option<DocumentId>,
    /// who was at the till,
    pub paid_by: Option<PersonId>,
    /// and whose approval it had.
    pub approved_by: Option<PersonId>,
}

/// One open item, allocated or not.
pub async fn open_item(tx: &mut Tx, coop: CoopId, document: DocumentId, line: i64) -> Result<Option<OpenItem>> {
    let text = sql!(
        "SELECT o.document_id, o.line, o.amount, o.milli, o.allocated_by, CASE WHEN s.id IS NULL THEN 'refund' ELSE 'sale' END AS kind,
                COALESCE(s.business_date, r.business_date) AS business_date, l.voucher, r.sale_id AS of_sale, r.actor_id AS paid_by,
                r.approved_by
         FROM open_item o
         LEFT JOIN sale s ON s.coop_id = o.coop_id AND s.id = o.document_id
         LEFT JOIN refund r ON r.coop_id = o.coop_id AND r.id = o.document_id
         LEFT JOIN sale_line l ON l.coop_id = o.coop_id AND l.sale_id = o.document_id AND l.line = o.line
         WHERE o.coop_id = $1 AND o.document_id = $2 AND o.line = $3"
    );
    tx.q(text).bind(coop).bind(document).bind(line).opt().await
}

/// What lies on 21108 by document, from after one; only what nobody allocated yet where `open`.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadRepairs>,
    open: bool,
    after: Option<(DocumentId, i64)>,
    limit: i64,
) -> Result<Vec<OpenItem>> {
    let text = sql!(
        "SELECT o.document_id, o.line, o.amount, o.milli, o.allocated_by, CASE WHEN s.id IS NULL THEN 'refund' ELSE 'sale' END AS kind,
                COALESCE(s.business_date, r.business_date) AS business_date, l.voucher, r.sale_id AS of_sale, r.actor_id AS paid_by,
                r.approved_by
         FROM open_item o
         LEFT JOIN sale s ON s.coop_id = o.coop_id AND s.id = o.document_id
         LEFT JOIN refund r ON r.coop_id = o.coop_id AND r.id = o.document_id
         LEFT JOIN sale_line l ON l.coop_id = o.coop_id AND l.sale_id = o.document_id AND l.line = o.line
         WHERE o.coop_id = $1 AND (CAST($2 AS INTEGER) = 0 OR o.allocated_by IS NULL) AND (o.document_id, o.line) > ($3, $4)
         ORDER BY o.document_id, o.line LIMIT $5"
    );
    let (document, line) = after.unwrap_or((DocumentId(uuid::Uuid::nil()), -1));
    tx.q(text).bind(allowed.coop()).bind(i32::from(open)).bind(document).bind(line).bind(limit).all().await
}

/// Saves an allocation with its parts, or with what it took from a sale's line, and marks its open item.
pub async fn save(tx: &mut Tx, allowed: &Allowed<Repair>, allocation: &Allocation, by: Option<PersonId>, now: Ts) -> Result<()> {
    let coop = allowed.coop();
    let line = i64::try_from(allocation.line).unwrap_or(i64::MAX);
    let text = sql!(
        "INSERT INTO allocation (coop_id, id, day, of_id, line, amount, version_id, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    let insert = tx.q(text).bind(coop).bind(allocation.id).bind(allocation.date).bind(allocation.of).bind(line);
    let insert = insert.bind(allocation.amount).bind(allocation.version).bind(by.unwrap_or(PersonId(uuid::Uuid::nil())));
    insert.bind(now).run().await?;

    let parts: Vec<_> = (0_i64..).zip(&allocation.parts).collect();
    let text = sql!(
        "INSERT INTO allocation_part (coop_id, allocation_id, place, party, person_id, percent_e6, instrument_id, fallback, uncapped, moved)
         VALUES $rows"
    );
    tx.insert(text, &parts, |(place, part), args| {
        args.add(coop).add(allocation.id).add(*place);
        agreements::add_share(args, &part.share);
        args.add(part.uncapped).add(part.moved);
    })
    .await?;
    if let Some((sale, taken)) = &allocation.taken {
        save_returned(tx, coop, allocation.id, *sale, std::slice::from_ref(taken)).await?;
    }

    let text = sql!("UPDATE open_item SET allocated_by = $4 WHERE coop_id = $1 AND document_id = $2 AND line = $3");
    tx.q(text).bind(coop).bind(allocation.of).bind(line).bind(allocation.id).run().await.map(drop)
}
