//! Receipts: for the office and the tills by the sale's id, for the customer by the link behind the QR code.

use axum::{Json, extract::State, http::HeaderMap, response::Response};
use receipts::{SaleReceipt, Width, receipt_pdf, receipt_text};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::sales::{SaleView, sale_view};
use crate::{
    app::{
        Refusal, Service,
        format::is_token,
        laying_out::lay_out,
        reports::receipt::{Printing, receipt},
    },
    auth::policy::{ReadSales, Sell, allow},
    domain::id::DocumentId,
    http::{
        paper,
        problem::Problem,
        read::{Path, Query, Reading},
    },
    store::{
        coop::{self, Coop},
        sold::{self, SaleRow},
    },
};

/// How it is printed.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TextQuery {
    /// Of the paper in millimetres: `58` (32 columns) or `80` (48 columns).
    #[param(inline, schema_with = width_schema)]
    width: Option<u8>,
    /// Printed before: the paper says 重打.
    #[serde(default)]
    reprint: bool,
}

fn width_schema() -> utoipa::openapi::schema::Object {
    let integer = utoipa::openapi::schema::Type::Integer;
    utoipa::openapi::schema::ObjectBuilder::new().schema_type(integer).enum_values(Some([58, 80])).build()
}

/// How it is printed.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PdfQuery {
    /// Printed before: the paper says 重打.
    #[serde(default)]
    reprint: bool,
}

/// The customer's link: unguessable by the till's own token.
fn link(headers: &HeaderMap, coop: &Coop, sale: &SaleRow) -> Option<String> {
    Some(format!("{}/r/{}/{}", paper::address(headers)?, coop.code, sale.receipt_token.as_ref()?))
}

async fn gather(mut reading: Reading<ReadSales>, id: Uuid, headers: &HeaderMap, reprint: bool) -> Result<SaleReceipt, Problem> {
    let sale = sold::sale(&mut reading.tx, reading.coop.id, DocumentId(id)).await?.ok_or(Refusal::NotFound("sale"))?;
    let printing = Printing { link: link(headers, &reading.coop, &sale), reprint };
    Ok(receipt(&mut reading.tx, &reading.coop, sale, printing).await?)
}

/// The receipt as a slip printer's text: 32 or 48 columns, Chinese characters two columns wide.
#[utoipa::path(get, path = "/sales/{id}/receipt.txt", tag = "paper", params(("id" = Uuid, Path), TextQuery), responses(
    (status = 200, body = String, content_type = "text/plain"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn receipt_as_text(
    reading: Reading<ReadSales>,
    id: Path<Uuid>,
    query: Query<TextQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let width = match query.0.width {
        Some(58) => Width::Mm58,
        None | Some(80) => Width::Mm80,
        Some(_) => return Err(Problem::unreadable("纸宽 width 是 58 或 80", "width is 58 or 80")),
    };
    let receipt = gather(reading, id.0, &headers, query.0.reprint).await?;
    Ok(paper::text(receipt_text(&receipt, width)))
}

/// The receipt as a page of 80 mm, with the QR code of the customer's link.
#[utoipa::path(get, path = "/sales/{id}/receipt.pdf", tag = "paper", params(("id" = Uuid, Path), PdfQuery), responses(
    (status = 200, body = Vec<u8>, content_type = "application/pdf"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn receipt_as_pdf(
    reading: Reading<ReadSales>,
    id: Path<Uuid>,
    query: Query<PdfQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let receipt = gather(reading, id.0, &headers, query.0.reprint).await?;
    let name = format!("receipt-{}", receipt.receipt_number);
    Ok(paper::pdf(&name, lay_out(move || receipt_pdf(&receipt)).await?))
}

/// How long a till finds its own sales by their number: whoever takes it away learns no more of the trade than it shows anyway.
const FOUND_BY_NUMBER: chrono::Days = chrono::Days::new(30);

/// The sale of a receipt that a customer brings back, with what is left of each line. The code is the number printed on it (`1-0042`: this
/// till's own, of the last 30 days) or what stands behind its QR code after the last slash (any till's).
#[utoipa::path(get, path = "/till/receipts/{code}", tag = "till", params(("code" = String, Path, max_length = 64)), responses(
    (status = 200, body = SaleView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn find_receipt(State(service): State<Service>, reading: Reading<Sell>, code: Path<String>) -> Result<Json<SaleView>, Problem> {
    let Reading { mut tx, coop, caller, .. } = reading;
    let allowed = allow::<ReadSales>(&caller.actor)?;
    let today = service.clock.now().day_in(coop.zone);
    let from = today.checked_sub_days(FOUND_BY_NUMBER).unwrap_or(today);
    let sale = match (caller.actor.till(), receipt_number(&code.0)) {
        (Some(till), Some(number)) => sold::sale_by_number(&mut tx, coop.id, till, number, from).await?,
        _ if is_token(&code.0) => sold::sale_by_token(&mut tx, coop.id, &code.0).await?,
        _ => None,
    };
    let sale = sale.ok_or(Refusal::NotFound("receipt"))?;
    Ok(Json(sale_view(Reading { tx, coop, allowed, caller }, sale).await?))
}

/// `1-0042`: the till's enrolment and its own number.
fn receipt_number(code: &str) -> Option<(i64, i64)> {
    let (epoch, seq) = code.split_once('-')?;
    let digits = |text: &str| text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(epoch) && digits(seq)).then(|| Some((epoch.parse().ok()?, seq.parse().ok()?)))?
}

/// `/r/{code}/{token}`: the same paper for whoever holds the link. No sign-in, and nothing but what the paper shows.
pub async fn public_receipt(State(service): State<Service>, path: Path<(String, String)>, headers: HeaderMap) -> Result<Response, Problem> {
    let (code, token) = path.0;
    if !is_token(&token) || !code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Err(Refusal::NotFound("receipt").into());
    }
    let mut tx = service.db.snapshot().await?;
    let coop = coop::by_code(&mut tx, &code).await?.ok_or(Refusal::NotFound("receipt"))?;
    let sale = sold::sale_by_token(&mut tx, coop.id, &token).await?.ok_or(Refusal::NotFound("receipt"))?;
    let printing = Printing { link: link(&headers, &coop, &sale), reprint: false };
    let receipt = receipt(&mut tx, &coop, sale, printing).await?;
    drop(tx);
    let name = format!("receipt-{}", receipt.receipt_number);
    Ok(paper::pdf(&name, lay_out(move || receipt_pdf(&receipt)).await?))
}
