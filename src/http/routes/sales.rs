//! Sales, shown whole. A till sees what was sold and paid, never whose part is how much.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::heading::TillHeading;
use crate::{
    app::Refusal,
    auth::policy::ReadSales,
    domain::{
        agreement::{LinePart, credited},
        id::{DocumentId, ShiftId},
        money::{Minor, quantity_text},
    },
    http::{
        problem::Problem,
        read::{Path, Reading},
    },
    store::{
        books::Days,
        shifts,
        sold::{self, LineRow, SaleRow},
    },
};

/// A sale without its lines.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SaleHeading {
    /// Its heading.
    #[serde(flatten)]
    pub heading: TillHeading,
    /// Where its till stands.
    pub site: String,
    /// What the customer paid.
    pub total: String,
    /// Paid back so far.
    pub refunded: String,
}

/// A sale (销售单), whole.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SaleView {
    /// Its heading.
    #[serde(flatten)]
    pub heading: SaleHeading,
    /// Behind the receipt's QR code; the receipt is at `/r/{cooperative}/{token}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt_token: Option<String>,
    /// In the order of the receipt.
    pub lines: Vec<SoldLineView>,
    /// How it was paid.
    pub tenders: Vec<TenderView>,
    /// 找零.
    pub change: String,
    /// 抹零.
    pub rounding_off: String,
    /// 捐款.
    pub donation: String,
    /// Its refunds, oldest first.
    pub refund_ids: Vec<Uuid>,
}

/// A line as sold.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SoldLineView {
    /// From 1.
    pub line: i64,
    /// The grid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid_id: Option<Uuid>,
    /// Its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid: Option<String>,
    /// The good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good_id: Option<Uuid>,
    /// The number of a voucher that was sold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voucher: Option<String>,
    /// As shown to the customer.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Pieces or kilograms.
    pub quantity: String,
    /// Per piece or kilogram.
    pub price: String,
    /// Quantity × price.
    pub gross: String,
    /// 铺主让利.
    pub owner_discount: String,
    /// What is split.
    pub base: String,
    /// 店铺优惠 of the line and its part of the order's.
    pub shop_discount: String,
    /// Its part of the rounding-off.
    pub rounding: String,
    /// Of the base, what came back.
    pub returned: String,
    /// Pieces or kilograms that came back.
    pub returned_quantity: String,
    /// Pieces or kilograms that may still come back; parts that came back as a stated amount do not lower it.
    pub left_quantity: String,
    /// What the customer gets if all the rest comes back.
    pub left: String,
    /// The agreement's version that split it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version_id: Option<Uuid>,
    /// Who got what; a till is not shown it.
    pub parts: Vec<PartView>,
}

/// A part of a line (分成).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PartView {
    /// `owner`, `cooperative` or `supporter`.
    pub party: String,
    /// The person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<Uuid>,
    /// The share, e.g. `85`.
    pub percent: String,
    /// By the share alone.
    pub uncapped: String,
    /// Of it, what a cap moved to another party.
    pub moved: String,
    /// What the party was credited.
    pub credited: String,
}

/// A payment.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TenderView {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// The voucher's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voucher: Option<String>,
    /// How much; cash before change.
    pub amount: String,
}

impl SaleHeading {
    /// As the wire has it.
    pub fn of(reading: &Reading<ReadSales>, row: &SaleRow) -> Self {
        Self {
            heading: row.heading.clone().into(),
            site: row.site.clone(),
            total: reading.money(row.total),
            refunded: reading.money(row.refunded),
        }
    }
}

impl SoldLineView {
    fn of(reading: &Reading<ReadSales>, row: LineRow, parts: &[LinePart]) -> Result<Self, Refusal> {
        let money = |amount| reading.money(amount);
        let shop_discount = row.line_discount.plus(row.order_discount)?;
        // What the shop bore comes back to it in the same measure: the customer gets the rest.
        let borne = shop_discount.plus(row.rounding)?.minus(row.returned_borne)?;
        let left = row.base.minus(row.returned)?.minus(borne)?;
        Ok(Self {
            line: row.line,
            grid_id: row.grid_id.map(|grid| grid.0),
            grid: row.grid,
            good_id: row.good_id.map(|good| good.0),
            voucher: row.voucher,
            name: row.name,
            measure: row.measure,
            quantity: quantity_text(row.quantity_milli),
            price: money(row.price),
            gross: money(row.gross),
            owner_discount: money(row.owner_discount),
            base: money(row.base),
            shop_discount: money(shop_discount),
            rounding: money(row.rounding),
            returned: money(row.returned),
            returned_quantity: quantity_text(row.returned_milli),
            left_quantity: quantity_text((row.quantity_milli - row.returned_milli).max(0)),
            left: money(left.max(Minor::ZERO)),
            version_id: row.version_id.map(|version| version.0),
            parts: part_views(reading, parts)?,
        })
    }
}

fn part_views(reading: &Reading<ReadSales>, parts: &[LinePart]) -> Result<Vec<PartView>, Refusal> {
    let view = |(part, credited): (&LinePart, Minor)| PartView {
        party: part.share.party.slug().to_owned(),
        person_id: part.share.party.person().map(|person| person.0),
        percent: part.share.percent.to_string(),
        uncapped: reading.money(part.uncapped),
        moved: reading.money(part.moved),
        credited: reading.money(credited),
    };
    Ok(parts.iter().zip(credited(parts)?).map(view).collect())
}

/// How a sale or a refund was paid.
pub async fn tender_views(reading: &mut Reading<ReadSales>, document: DocumentId) -> Result<Vec<TenderView>, Problem> {
    let rows = sold::tenders(&mut reading.tx, reading.allowed.coop(), document).await?;
    let view = |row: sold::TenderRow| TenderView { means: row.means, voucher: row.voucher, amount: reading.money(row.amount) };
    Ok(rows.into_iter().map(view).collect())
}

/// The days and the shift that are looked at: a till sees its open shift only.
pub async fn within(reading: &mut Reading<ReadSales>, days: Days, mut shift: Option<ShiftId>) -> Result<(Days, Option<ShiftId>), Problem> {
    if let Some(till) = reading.caller.actor.till() {
        let open = sold::open_shift(&mut reading.tx, &reading.allowed, till).await?.ok_or(Refusal::NotFound("shift"))?;
        if shift.is_some_and(|asked| asked != open) {
            return Err(Refusal::NotFound("shift").into());
        }
        shift = Some(open);
    }
    Ok((days_of(reading, days, shift).await?, shift))
}

/// All that happens in a shift counts for its day: no other day is looked at.
pub async fn days_of<P>(reading: &mut Reading<P>, days: Days, shift: Option<ShiftId>) -> Result<Days, Problem> {
    let Some(shift) = shift else { return Ok(days) };
    let span = shifts::span(&mut reading.tx, reading.coop.id, shift).await?.ok_or(Refusal::NotFound("shift"))?;
    Ok(Days { from: days.from.max(span.business_date), to: days.to.min(span.business_date) })
}

/// One sale with its lines, parts, payments and refunds.
#[utoipa::path(get, path = "/sales/{id}", tag = "books", params(("id" = Uuid, Path)), responses(
    (status = 200, body = SaleView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_sale(mut reading: Reading<ReadSales>, id: Path<Uuid>) -> Result<Json<SaleView>, Problem> {
    let row = sold::sale(&mut reading.tx, reading.coop.id, DocumentId(id.0)).await?.ok_or(Refusal::NotFound("sale"))?;
    Ok(Json(sale_view(reading, row).await?))
}

/// A sale, whole.
pub async fn sale_view(mut reading: Reading<ReadSales>, row: SaleRow) -> Result<SaleView, Problem> {
    let (id, coop) = (row.heading.id, reading.allowed.coop());
    let is_till = reading.caller.actor.till().is_some();
    let rows = if is_till { Vec::new() } else { sold::parts(&mut reading.tx, &reading.allowed, id).await? };
    let mut lines = Vec::new();
    for line in sold::lines(&mut reading.tx, coop, id).await? {
        let own = rows.iter().filter(|part| part.line == line.line).map(|part| part.part.part());
        let parts: Vec<LinePart> = own.collect::<Result<_, _>>()?;
        lines.push(SoldLineView::of(&reading, line, &parts)?);
    }
    let tenders = tender_views(&mut reading, id).await?;
    let refunds = sold::refunds_of(&mut reading.tx, &reading.allowed, id).await?;
    Ok(SaleView {
        heading: SaleHeading::of(&reading, &row),
        receipt_token: row.receipt_token,
        lines,
        tenders,
        change: reading.money(row.change_given),
        rounding_off: reading.money(row.rounding_off),
        donation: reading.money(row.donation),
        refund_ids: refunds.into_iter().map(|refund| refund.0).collect(),
    })
}
