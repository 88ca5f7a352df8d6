//! Vouchers. They come into being at the till: sold as a line of a sale, or issued by a refund.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{Refusal, format::fields::voucher_number},
    auth::policy::ReadSales,
    http::{
        problem::Problem,
        read::{Path, Reading},
    },
    store::vouchers,
};

/// A voucher.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct VoucherView {
    /// Its number.
    pub number: String,
    /// What it was worth.
    pub issued: String,
    /// What is left on it.
    pub remaining: String,
    /// The sale or refund that issued it.
    pub document_id: Uuid,
    /// When, RFC 3339.
    pub issued_at: String,
}

/// A voucher and what is left on it.
#[utoipa::path(get, path = "/vouchers/{number}", tag = "books",
    params(("number" = String, Path, min_length = 1, max_length = 64)), responses(
    (status = 200, body = VoucherView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_voucher(mut reading: Reading<ReadSales>, Path(number): Path<String>) -> Result<Json<VoucherView>, Problem> {
    let number = voucher_number(&number, "number")?;
    let row = vouchers::find(&mut reading.tx, &reading.allowed, &number).await?.ok_or(Refusal::NotFound("voucher"))?;
    Ok(Json(VoucherView {
        issued: reading.money(row.issued_minor),
        remaining: reading.money(row.remaining_minor),
        number: row.number,
        document_id: row.document_id,
        issued_at: row.issued_at.rfc3339(),
    }))
}
