//! Vouchers. They come into being at the till: sold as a line of a sale, or issued by a refund.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{Refusal, format::fields::voucher_number},
    auth::policy::{ReadBooks, ReadSales},
    domain::money::Unit,
    http::{
        page::Page,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::vouchers::{self, VoucherRow},
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
    Ok(Json(view(row, &reading.coop.unit)))
}

/// Which vouchers.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VoucherQuery {
    /// Only those with something left.
    #[serde(default)]
    open: bool,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Vouchers by number. Not for tills: a number is as good as money.
#[utoipa::path(get, path = "/vouchers", tag = "books", params(VoucherQuery), responses(
    (status = 200, body = Page<VoucherView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_vouchers(mut reading: Reading<ReadBooks>, query: Query<VoucherQuery>) -> Result<Json<Page<VoucherView>>, Problem> {
    let VoucherQuery { open, limit, after } = query.0;
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let rows = vouchers::list(&mut reading.tx, &reading.allowed, open, paging.text_cursor()?, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.number.clone(), |row| view(row, &reading.coop.unit))))
}

fn view(row: VoucherRow, unit: &Unit) -> VoucherView {
    VoucherView {
        issued: unit.format(row.issued_minor),
        remaining: unit.format(row.remaining_minor),
        number: row.number,
        document_id: row.document_id,
        issued_at: row.issued_at.rfc3339(),
    }
}
