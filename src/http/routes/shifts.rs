//! Shifts: the list, and each one's report: X while it is open, Z once it is closed, on the screen and on paper.

use axum::{Json, extract::State, response::Response};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use receipts::shift_pdf;

use crate::{
    app::{
        Refusal, Service,
        laying_out::lay_out,
        reports::{
            shift::{self, OwnerSum, z_number},
            shift_paper,
        },
    },
    auth::policy::ReadShifts,
    domain::{
        id::{ShiftId, TillId},
        money::Minor,
    },
    http::{
        page::Page,
        paper,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::shift_reports::{self, PiecesRow, ShiftRow},
};

/// How far back a till sees its own shifts.
const SHOWN_TO_TILLS: chrono::Days = chrono::Days::new(30);

/// A shift (班次).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftHeading {
    /// The shift.
    pub id: Uuid,
    /// The till.
    pub till_id: Uuid,
    /// Its name.
    pub till: String,
    /// Where it stands.
    pub site: String,
    /// The day that it counts for.
    pub business_date: NaiveDate,
    /// When it was opened, by the till's corrected clock.
    pub opened_at: DateTime<Utc>,
    /// Who opened it.
    pub opened_by: Uuid,
    /// When it was closed; missing while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<DateTime<Utc>>,
    /// Who closed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<Uuid>,
    /// Number of its Z report, e.g. `1-0042`: the till's enrolment and its own number of the closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "1-0042")]
    pub number: Option<String>,
    /// Over (长款) or short (短款), at the closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "-0.50")]
    pub difference: Option<String>,
}

/// A shift's report: X (so far) or Z (closed).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftReport {
    /// Its heading.
    #[serde(flatten)]
    pub heading: ShiftHeading,
    /// How it was opened.
    pub opening: ShiftOpeningView,
    /// Number of the same till's Z before this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Goods sold, before what the shop bore: the sum of `owners`.
    pub goods: String,
    /// Vouchers sold.
    pub vouchers: String,
    /// 店铺优惠.
    pub shop_discounts: String,
    /// 抹零.
    pub rounding_off: String,
    /// 捐款.
    pub donations: String,
    /// Sales.
    pub sales: i64,
    /// What customers paid for them: goods + vouchers − discounts − rounding-off + donations.
    pub sold: String,
    /// Refunds.
    pub refunds: i64,
    /// What customers got back.
    pub paid_back: String,
    /// Net takings of each means: sales less change and refunds.
    pub tenders: Vec<MeansTotal>,
    /// What each owner sold, by grid; whose owner nobody knows stands last.
    pub owners: Vec<OwnerTotal>,
    /// What moved in the drawer.
    pub drawer: Drawer,
    /// How it was closed; missing while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing: Option<ShiftClosingView>,
}

/// How a shift was opened.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftOpeningView {
    /// Found in the drawer.
    pub counted: String,
    /// Brought from the safe; below zero: taken to it.
    pub brought: String,
    /// Counted, less what the books and waiting commands said.
    pub difference: String,
    /// By denomination, largest first; empty where a sum was stated.
    pub count: Vec<Pieces>,
}

/// Net takings of one means.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MeansTotal {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// Sales less change and refunds.
    pub amount: String,
}

/// What one owner sold in a shift.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OwnerTotal {
    /// Whose goods they were on that day; missing where nobody has the grid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_id: Option<Uuid>,
    /// What the owner wants to be called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Codes of the grids.
    pub grids: Vec<String>,
    /// Lines sold.
    pub lines: i64,
    /// What they came to, before what the shop bore.
    pub sold: String,
    /// What came back of such goods in this shift.
    pub returned: String,
}

/// The drawer's sum: float + cash sales + paid in − cash refunds − paid out − dropped − counted before = expected.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Drawer {
    /// 备用金.
    pub float: String,
    /// Cash sales less change.
    pub cash_sales: String,
    /// Cash paid back.
    pub cash_refunds: String,
    /// From the safe.
    pub paid_in: String,
    /// Small expenses.
    pub paid_out: String,
    /// To the safe.
    pub dropped: String,
    /// Cash of repaired commands of this shift that lay in the drawer when it was opened: the float holds it already.
    pub counted_before: String,
    /// What should be there by the books.
    pub expected: String,
    /// Cash of quarantined commands that are not repaired yet, besides.
    pub waiting: String,
}

/// How a shift was closed. These figures never change.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShiftClosingView {
    /// The closing.
    pub id: Uuid,
    /// By the books at that moment.
    pub expected: String,
    /// Cash of quarantined commands at that moment.
    pub waiting: String,
    /// Found.
    pub counted: String,
    /// Counted − waiting − expected.
    pub difference: String,
    /// By denomination, largest first.
    pub count: Vec<Pieces>,
    /// Number of the last entry at that moment: what `verify --head` compares.
    pub head_number: i64,
    /// Its hash.
    pub head_hash: String,
}

/// Notes or coins of one kind.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Pieces {
    /// Worth of one.
    pub denomination: String,
    /// How many.
    pub pieces: i64,
}

impl ShiftHeading {
    fn of(reading: &Reading<ReadShifts>, row: &ShiftRow) -> Self {
        Self {
            id: row.id.0,
            till_id: row.till_id.0,
            till: row.till.clone(),
            site: row.site.clone(),
            business_date: row.business_date,
            opened_at: row.opened_at.instant(),
            opened_by: row.opened_by.0,
            closed_at: row.closed_at.map(crate::domain::time::Ts::instant),
            closed_by: row.closed_by.map(|person| person.0),
            number: row.closing_epoch.zip(row.closing_seq).map(|(epoch, seq)| z_number(epoch, seq)),
            difference: row.difference.map(|amount| reading.money(amount)),
        }
    }
}

/// Which shifts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ShiftQuery {
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Of this till only.
    till_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Shifts, newest first. A till sees its own of the last 30 days.
#[utoipa::path(get, path = "/shifts", tag = "books", params(ShiftQuery), responses(
    (status = 200, body = Page<ShiftHeading>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_shifts(
    State(service): State<Service>,
    mut reading: Reading<ReadShifts>,
    query: Query<ShiftQuery>,
) -> Result<Json<Page<ShiftHeading>>, Problem> {
    let ShiftQuery { from, to, till_id, limit, after } = query.0;
    let (paging, mut days, mut till) = (read::paging(limit, after), read::days(from, to), till_id.map(TillId));
    if let Some(own) = reading.caller.actor.till() {
        if till.is_some_and(|asked| asked != own) {
            return Err(Refusal::NotFound("till").into());
        }
        (till, days.from) = (Some(own), days.from.max(shown_from(&service, &reading)));
    }
    let limit = paging.rows()?;
    let after = paging.newest_first(days.to)?;
    let rows = shift_reports::shifts(&mut reading.tx, &reading.allowed, days, till, after, limit + 1).await?;
    let view = |row: ShiftRow| ShiftHeading::of(&reading, &row);
    Ok(Json(Page::of(rows, limit, |row| (row.business_date, row.received_at.0, row.id.0), view)))
}

/// The first day that a till is shown.
fn shown_from(service: &Service, reading: &Reading<ReadShifts>) -> NaiveDate {
    let today = service.clock.now().day_in(reading.coop.zone);
    today.checked_sub_days(SHOWN_TO_TILLS).unwrap_or(today)
}

/// A shift's report, if the sender may see it.
async fn gather(service: &Service, reading: &mut Reading<ReadShifts>, id: Uuid) -> Result<shift::ShiftReport, Problem> {
    let row = shift_reports::shift(&mut reading.tx, &reading.allowed, ShiftId(id)).await?;
    let till = reading.caller.actor.till();
    let is_shown = |row: &ShiftRow| till.is_none_or(|till| row.till_id == till && row.business_date >= shown_from(service, reading));
    let row = row.filter(is_shown).ok_or(Refusal::NotFound("shift"))?;
    Ok(shift::report(&mut reading.tx, &reading.allowed, row).await?)
}

/// A shift's report: X while it is open, Z once it is closed. A till sees its own of the last 30 days.
#[utoipa::path(get, path = "/shifts/{id}", tag = "books", params(("id" = Uuid, Path)), responses(
    (status = 200, body = ShiftReport),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_shift(
    State(service): State<Service>,
    mut reading: Reading<ReadShifts>,
    id: Path<Uuid>,
) -> Result<Json<ShiftReport>, Problem> {
    let report = gather(&service, &mut reading, id.0).await?;
    Ok(Json(view(&reading, report)?))
}

/// The report on paper, A4: an X says that the shift is open, a Z is to be signed.
#[utoipa::path(get, path = "/shifts/{id}/report.pdf", tag = "paper", params(("id" = Uuid, Path)), responses(
    (status = 200, body = Vec<u8>, content_type = "application/pdf"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn shift_on_paper(State(service): State<Service>, mut reading: Reading<ReadShifts>, id: Path<Uuid>) -> Result<Response, Problem> {
    let report = gather(&service, &mut reading, id.0).await?;
    let form = shift_paper::paper(&reading.coop, &report, service.clock.now())?;
    drop(reading.tx);
    let name = if form.number.is_empty() { format!("x-{}", form.business_date) } else { format!("z-{}", form.number) };
    Ok(paper::pdf(&name, lay_out(move || shift_pdf(&form)).await?))
}

fn view(reading: &Reading<ReadShifts>, report: shift::ShiftReport) -> Result<ShiftReport, Refusal> {
    let money = |amount: Minor| reading.money(amount);
    let pieces = |rows: Vec<PiecesRow>| -> Vec<Pieces> {
        rows.into_iter().map(|row| Pieces { denomination: money(row.denomination), pieces: row.pieces }).collect()
    };
    let owner = |sum: OwnerSum| OwnerTotal {
        owner_id: sum.owner.map(|owner| owner.0),
        nickname: sum.nickname,
        grids: sum.grids,
        lines: sum.lines,
        sold: money(sum.sold),
        returned: money(sum.returned),
    };
    let goods = report.goods()?;
    let shift::ShiftReport { row, totals, counts, opening_count, closing_count, owners, between, before, .. } = report;
    let closing = match (row.closing_id, row.expected, row.waiting, row.counted, row.difference, row.head_number, row.head_hash) {
        (Some(id), Some(expected), Some(waiting), Some(counted), Some(difference), Some(head_number), Some(head_hash)) => {
            let count = pieces(closing_count);
            let [expected, waiting, counted, difference] = [expected, waiting, counted, difference].map(money);
            Some(ShiftClosingView { id, expected, waiting, counted, difference, count, head_number, head_hash: head_hash.to_string() })
        }
        _ => None,
    };
    let (counted, brought, difference) = (money(row.opening_counted), money(row.brought), money(row.opening_difference));
    let tenders = totals.tenders.iter().map(|(means, amount)| MeansTotal { means: means.clone(), amount: money(*amount) });
    let drawer = Drawer {
        float: money(totals.float),
        cash_sales: money(totals.cash_sales),
        cash_refunds: money(totals.cash_refunds),
        paid_in: money(totals.paid_in),
        paid_out: money(totals.paid_out),
        dropped: money(totals.dropped),
        counted_before: money(totals.counted_before),
        expected: money(totals.expected()?),
        waiting: money(totals.waiting),
    };
    Ok(ShiftReport {
        heading: ShiftHeading::of(reading, &row),
        opening: ShiftOpeningView { counted, brought, difference, count: pieces(opening_count) },
        before,
        goods: money(goods),
        vouchers: money(between.vouchers),
        shop_discounts: money(between.discounts),
        rounding_off: money(between.rounding),
        donations: money(between.donations),
        sales: counts.sales,
        sold: money(counts.sold),
        refunds: counts.refunds,
        paid_back: money(counts.paid_back),
        tenders: tenders.collect(),
        owners: owners.into_iter().map(owner).collect(),
        drawer,
        closing,
    })
}
