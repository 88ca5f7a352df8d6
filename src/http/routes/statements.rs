//! Owners' monthly statements: looked at, issued, and read again byte for byte.

use axum::{Json, extract::State, response::Response};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        reports::owners_month::{About, Line, OwnersMonth},
        statements::{self, Order},
    },
    auth::policy::ReadStatements,
    domain::{
        id::{DocumentId, PersonId},
        money::{Percent, Unit},
        time::Month,
    },
    http::{
        command::Command,
        page::Page,
        paper,
        problem::Problem,
        read::{self, Path, Query, Reading},
        reply::Made,
    },
    store::{
        coop::Coop,
        statements::{self as kept, StatementRow},
    },
};

fn month<'de, D: Deserializer<'de>>(value: D) -> Result<Month, D::Error> {
    let text = String::deserialize(value)?;
    Month::parse(&text).ok_or_else(|| D::Error::custom("a month is written like 2026-06"))
}

/// Whose month.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MonthQuery {
    /// Whose.
    owner_id: Uuid,
    /// Which.
    #[serde(deserialize_with = "month")]
    #[param(value_type = String, pattern = "^2[01][0-9]{2}-(0[1-9]|1[0-2])$", example = "2026-06")]
    month: Month,
}

/// A month of an owner as it stands now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MonthView {
    /// Whose.
    pub owner_id: Uuid,
    /// What they are called at the till.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Which.
    #[schema(example = "2026-06")]
    pub month: String,
    /// Codes of the owner's grids.
    pub grids: Vec<String>,
    /// What was owed before (期初).
    pub opening: String,
    /// The owner's part of sales.
    pub sales: String,
    /// Taken back with refunds, zero or below.
    pub refunds: String,
    /// Everything else.
    pub other: String,
    /// What is owed after (期末).
    pub closing: String,
    /// By day, then number.
    pub lines: Vec<MonthLine>,
    /// The last entry that it knows.
    pub head_number: i64,
    /// Its hash.
    pub head_hash: String,
}

/// A line of an owner's month.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MonthLine {
    /// The entry's day.
    pub day: NaiveDate,
    /// 补记: dated before the month, it came after the statement that would have listed it.
    pub late: bool,
    /// The entry.
    pub entry_number: i64,
    /// What happened.
    pub kind: String,
    /// As sold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good: Option<String>,
    /// The grid's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid: Option<String>,
    /// E.g. `2 件`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// What was split; below zero where it came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The owner's share in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<String>,
    /// Base × share before rounding.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "19.9750000000")]
    pub exact: Option<String>,
    /// What a full cap (封顶) moved to the owner beside their share; below zero where it went back. The rest of `amount` was rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<String>,
    /// What it adds to what is owed.
    pub amount: String,
    /// What is owed after it.
    pub balance: String,
}

/// Money with eight digits more than the unit has.
pub fn exact(unit: &Unit, exact_e8: i128) -> String {
    let digits = unit.exponent as usize + 8;
    let sign = if exact_e8 < 0 { "-" } else { "" };
    let all = format!("{:0>width$}", exact_e8.unsigned_abs(), width = digits + 1);
    let (whole, fraction) = all.split_at(all.len() - digits);
    format!("{sign}{whole}.{fraction}")
}

fn month_view(coop: &Coop, month: &OwnersMonth) -> Result<MonthView, Refusal> {
    let money = |amount| coop.unit.format(amount);
    let line = |line: &Line| {
        let goods = line.goods.as_ref();
        let percent = goods.and_then(|goods| Percent::from_e6(goods.percent_e6).ok());
        MonthLine {
            day: line.day,
            late: line.late,
            entry_number: line.number,
            kind: line.kind.clone(),
            good: goods.map(|goods| goods.name.clone()),
            grid: goods.map(|goods| goods.grid.clone()),
            quantity: goods.map(|goods| goods.quantity.clone()),
            base: goods.map(|goods| money(goods.base)),
            percent: percent.map(|percent| percent.to_string()),
            exact: goods.map(|goods| exact(&coop.unit, goods.exact_e8)),
            moved: goods.filter(|goods| !goods.moved.is_zero()).map(|goods| money(goods.moved)),
            amount: money(line.amount),
            balance: money(line.balance),
        }
    };
    Ok(MonthView {
        owner_id: month.owner.id.0,
        nickname: month.owner.nickname.clone(),
        month: month.month.to_string(),
        grids: month.grids.clone(),
        opening: money(month.opening),
        sales: money(month.total(About::Sale)?),
        refunds: money(month.total(About::Refund)?),
        other: money(month.total(About::Other)?),
        closing: money(month.closing),
        lines: month.lines.iter().map(line).collect(),
        head_number: month.head.number,
        head_hash: month.head.hash.to_string(),
    })
}

async fn previewed(mut reading: Reading<ReadStatements>, asked: MonthQuery) -> Result<(Coop, OwnersMonth), Problem> {
    let owner = PersonId(asked.owner_id);
    if !reading.allowed.covers(owner) {
        return Err(Refusal::NotFound("person").into());
    }
    Ok(statements::preview(&mut reading.tx, reading.coop.id, owner, asked.month).await?)
}

/// An owner's month as it stands now: the same lines and sums that a statement would have.
#[utoipa::path(get, path = "/statements/preview", tag = "statements", params(MonthQuery), responses(
    (status = 200, body = MonthView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn preview_statement(reading: Reading<ReadStatements>, query: Query<MonthQuery>) -> Result<Json<MonthView>, Problem> {
    let (coop, month) = previewed(reading, query.0).await?;
    Ok(Json(month_view(&coop, &month)?))
}

/// The same on paper. It says 预览，未签发 and shows what the owner is called at the till.
#[utoipa::path(get, path = "/statements/preview.pdf", tag = "statements", params(MonthQuery), responses(
    (status = 200, body = Vec<u8>, content_type = "application/pdf"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn preview_statement_pdf(
    State(service): State<Service>,
    reading: Reading<ReadStatements>,
    query: Query<MonthQuery>,
) -> Result<Response, Problem> {
    let (coop, month) = previewed(reading, query.0).await?;
    let name = month.owner.nickname.clone().unwrap_or_default();
    let form = statements::paper(&coop, &month, None, name, service.clock.now())?;
    Ok(paper::pdf(&format!("preview-{}", month.month), statements::print(form).await?))
}

/// A statement to be issued.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStatement {
    /// Whose.
    owner_id: Uuid,
    /// A month that is over; the one after the owner's last statement.
    #[serde(deserialize_with = "month")]
    #[schema(value_type = String, pattern = "^2[01][0-9]{2}-(0[1-9]|1[0-2])$", example = "2026-06")]
    month: Month,
}

/// Issue a statement: once, in order, with a number without gaps. Its bytes are kept.
#[utoipa::path(post, path = "/statements", tag = "statements", request_body = NewStatement,
    params(("Idempotency-Key" = Uuid, Header, description = "The statement takes it as its id")), responses(
    (status = 201, body = Made),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn issue_statement(State(service): State<Service>, command: Command<NewStatement>) -> Result<Made, Problem> {
    let NewStatement { owner_id, month } = command.body;
    let (actor, body_hash) = (command.caller.actor.clone(), command.hash_as(Order::KIND));
    let order = Order { actor, id: command.id, body_hash, owner: PersonId(owner_id), month };
    Ok(statements::issue(&service, order).await?.into())
}

/// An issued statement.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StatementView {
    /// The statement.
    pub id: Uuid,
    /// Its running number.
    pub number: i64,
    /// Whose.
    pub owner_id: Uuid,
    /// Of which month.
    pub month: String,
    /// What was owed before.
    pub opening: String,
    /// What was owed after.
    pub closing: String,
    /// The last entry that it knows: what `verify --head` compares.
    pub head_number: i64,
    /// Its hash.
    pub head_hash: String,
    /// SHA-256 of its bytes.
    pub pdf_hash: String,
    /// Who issued it; nil for the command line.
    pub issued_by: Uuid,
    /// When.
    pub issued_at: DateTime<Utc>,
}

fn view(coop: &Coop, row: StatementRow) -> StatementView {
    StatementView {
        id: row.id.0,
        number: row.number,
        owner_id: row.owner_id.0,
        month: row.month,
        opening: coop.unit.format(row.opening),
        closing: coop.unit.format(row.closing),
        head_number: row.head_number,
        head_hash: row.head_hash.to_string(),
        pdf_hash: row.pdf_hash.to_string(),
        issued_by: row.issued_by,
        issued_at: row.issued_at.instant(),
    }
}

/// Whose statements.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StatementQuery {
    /// Of this owner only.
    owner_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Issued statements, newest first: a stallholder sees their own, a guardian the wards'.
#[utoipa::path(get, path = "/statements", tag = "statements", params(StatementQuery), responses(
    (status = 200, body = Page<StatementView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_statements(
    mut reading: Reading<ReadStatements>,
    query: Query<StatementQuery>,
) -> Result<Json<Page<StatementView>>, Problem> {
    let StatementQuery { owner_id, limit, after } = query.0;
    let owner = owner_id.map(PersonId);
    if owner.is_some_and(|owner| !reading.allowed.covers(owner)) {
        return Err(Refusal::NotFound("person").into());
    }
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let below: i64 = paging.cursor()?.unwrap_or(i64::MAX);
    let rows = kept::list(&mut reading.tx, &reading.allowed, owner, below, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.number, |row| view(&reading.coop, row))))
}

/// One issued statement.
#[utoipa::path(get, path = "/statements/{id}", tag = "statements", params(("id" = Uuid, Path)), responses(
    (status = 200, body = StatementView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_statement(mut reading: Reading<ReadStatements>, id: Path<Uuid>) -> Result<Json<StatementView>, Problem> {
    let row = kept::find(&mut reading.tx, &reading.allowed, DocumentId(id.0)).await?.ok_or(Refusal::NotFound("statement"))?;
    Ok(Json(view(&reading.coop, row)))
}

/// The lines of an issued statement: what stood in the books up to its last entry.
#[utoipa::path(get, path = "/statements/{id}/lines", tag = "statements", params(("id" = Uuid, Path)), responses(
    (status = 200, body = MonthView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn statement_lines(mut reading: Reading<ReadStatements>, id: Path<Uuid>) -> Result<Json<MonthView>, Problem> {
    let row = kept::find(&mut reading.tx, &reading.allowed, DocumentId(id.0)).await?.ok_or(Refusal::NotFound("statement"))?;
    let (coop, month) = statements::issued(&mut reading.tx, &row, reading.coop.id).await?;
    Ok(Json(month_view(&coop, &month)?))
}

/// The bytes that were issued, the same for ever. The owner's real name is on them: whoever else takes them stands in `/readings`.
#[utoipa::path(get, path = "/statements/{id}/pdf", tag = "statements", params(("id" = Uuid, Path)), responses(
    (status = 200, body = Vec<u8>, content_type = "application/pdf"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn statement_bytes(
    State(service): State<Service>,
    mut reading: Reading<ReadStatements>,
    id: Path<Uuid>,
) -> Result<Response, Problem> {
    let id = DocumentId(id.0);
    let row = kept::find(&mut reading.tx, &reading.allowed, id).await?.ok_or(Refusal::NotFound("statement"))?;
    let bytes = kept::bytes(&mut reading.tx, &reading.allowed, id).await?.ok_or(Refusal::NotFound("statement"))?;
    drop(reading.tx);
    statements::log_reading(&service, &reading.caller.actor, row.owner_id).await?;
    Ok(paper::pdf(&format!("statement-{}-{:04}", row.month, row.number), bytes))
}
