//! Refunds, shown whole: what came back, and how it was paid.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sales::{TenderView, tender_views};
use crate::{
    app::Refusal,
    auth::policy::ReadSales,
    domain::{id::DocumentId, money::quantity_text},
    http::{
        problem::Problem,
        read::{Path, Reading},
    },
    store::sold,
};

/// A refund (退款).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RefundView {
    /// The refund.
    pub id: Uuid,
    /// The till.
    pub till_id: Uuid,
    /// Its name.
    pub till: String,
    /// The till's own number.
    pub seq: i64,
    /// The shift.
    pub shift_id: Uuid,
    /// The day that it counts for.
    pub business_date: NaiveDate,
    /// When it happened, by the till's corrected clock.
    pub occurred_at: DateTime<Utc>,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Who was at the till.
    pub seller_id: Uuid,
    /// The sale, if it names one that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sale_id: Option<Uuid>,
    /// Whose approval it had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<Uuid>,
    /// What came back.
    pub lines: Vec<ReturnedLineView>,
    /// How it was paid.
    pub tenders: Vec<TenderView>,
    /// A donation that was paid back.
    pub donation: String,
    /// What the customer got.
    pub paid: String,
    /// The journal entry; missing where nothing was to be posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_number: Option<i64>,
}

/// What came back of a line.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReturnedLineView {
    /// The sale's line.
    pub line: i64,
    /// As sold.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Pieces or kilograms; `0` where an amount was stated.
    pub quantity: String,
    /// Of the line's base.
    pub amount: String,
    /// Of it, what the shop had borne: not paid back.
    pub borne_by_shop: String,
}

/// One refund.
#[utoipa::path(get, path = "/refunds/{id}", tag = "books", params(("id" = Uuid, Path)), responses(
    (status = 200, body = RefundView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_refund(mut reading: Reading<ReadSales>, id: Path<Uuid>) -> Result<Json<RefundView>, Problem> {
    let id = DocumentId(id.0);
    let row = sold::refund(&mut reading.tx, &reading.allowed, id).await?.ok_or(Refusal::NotFound("refund"))?;
    let returned = sold::returned(&mut reading.tx, &reading.allowed, id).await?;
    let tenders = tender_views(&mut reading, id).await?;
    let line = |row: sold::ReturnedRow| ReturnedLineView {
        line: row.line,
        name: row.name,
        measure: row.measure,
        quantity: quantity_text(row.milli),
        amount: reading.money(row.amount),
        borne_by_shop: reading.money(row.borne),
    };
    Ok(Json(RefundView {
        id: row.id.0,
        till_id: row.till_id.0,
        till: row.till,
        seq: row.seq,
        shift_id: row.shift_id.0,
        business_date: row.business_date,
        occurred_at: row.occurred_at.instant(),
        received_at: row.received_at.instant(),
        seller_id: row.actor_id.0,
        sale_id: row.sale_id.map(|sale| sale.0),
        approved_by: row.approved_by.map(|person| person.0),
        lines: returned.into_iter().map(line).collect(),
        tenders,
        donation: reading.money(row.donation),
        paid: reading.money(row.paid),
        entry_number: row.entry_number,
    }))
}
