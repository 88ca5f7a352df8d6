//! What a person should look at: tasks, and what lies on "to be allocated" (21108) until it finds its owner.

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::repairs::OpenPaging;
use crate::{
    app::{
        Refusal, Service,
        allocate::{Allocate, Target},
        tasks::{CloseTask, words},
        words::Words,
    },
    auth::policy::{ReadRepairs, allow},
    domain::{
        id::{DocumentId, GridId},
        time::Ts,
    },
    http::{caller::Caller, command::Command, page::Page, problem::Problem, reply::Made},
    store::{allocations, coop, tasks},
};

/// A task.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskView {
    /// The document that raised it.
    pub document_id: Uuid,
    /// Its place among the document's tasks, from 1.
    pub place: i64,
    /// E.g. `unknown_grid`.
    pub kind: String,
    /// What it is, in Chinese.
    pub detail: String,
    /// The same in English.
    pub detail_en: String,
    /// The line, from 1; 0 for the whole.
    pub line: i64,
    /// The amount in question, with a leading `-` where it is below zero.
    pub amount: String,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// When somebody closed it.
    pub done_at: Option<DateTime<Utc>>,
    /// Who.
    pub done_by: Option<Uuid>,
}

/// Tasks, the oldest first.
#[utoipa::path(get, path = "/tasks", tag = "repairs", params(OpenPaging), responses(
    (status = 200, body = Page<TaskView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_tasks(
    State(service): State<Service>,
    caller: Caller,
    paging: Result<Query<OpenPaging>, QueryRejection>,
) -> Result<Json<Page<TaskView>>, Problem> {
    let allowed = allow::<ReadRepairs>(&caller.actor)?;
    let (open, paging) = paging?.0.parts();
    let limit = paging.rows()?;
    let after = paging.cursor::<(i64, Uuid, i64)>()?.map(|(at, document, place)| (Ts(at), document, place));
    let mut tx = service.db.snapshot().await?;
    let coop = coop::find(&mut tx, allowed.coop()).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let rows = tasks::list(&mut tx, &allowed, open, after, limit + 1).await?;
    let view = |row: tasks::TaskRow| {
        let Words { zh, en } = words(&row.kind);
        TaskView {
            document_id: row.document_id,
            place: row.place,
            kind: row.kind,
            detail: zh,
            detail_en: en,
            line: row.line,
            amount: coop.unit.format(row.amount),
            raised_at: row.raised_at.instant(),
            done_at: row.done_at.map(Ts::instant),
            done_by: row.done_by.map(|person| person.0),
        }
    };
    Ok(Json(Page::of(rows, limit, |row| (row.raised_at.0, row.document_id, row.place), view)))
}

/// Which task is closed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskClosing {
    /// The document that raised it.
    pub document_id: Uuid,
    /// Its place among the document's tasks, from 1.
    #[schema(minimum = 1, maximum = 1000)]
    pub place: i64,
}

/// Close a task: somebody has looked.
#[utoipa::path(post, path = "/task-closings", tag = "repairs", request_body = TaskClosing,
    params(("Idempotency-Key" = Uuid, Header, description = "The sender's own id for the command")),
    responses(
        (status = 201, body = Made),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn close_task(State(service): State<Service>, command: Command<TaskClosing>) -> Result<Made, Problem> {
    let TaskClosing { document_id, place } = command.body;
    command.run(&service, CloseTask { document: document_id, place }).await
}

/// An amount on "to be allocated".
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenItemView {
    /// The sale or refund that left it open.
    pub document_id: Uuid,
    /// Its line, from 1; 0 for the whole.
    pub line: i64,
    /// `sale` or `refund`.
    pub kind: String,
    /// The document's business day.
    pub business_date: NaiveDate,
    /// Money without an owner; with a leading `-`: paid out without a line to take it from.
    pub amount: String,
    /// The allocation that found its owner.
    pub allocated_by: Option<Uuid>,
}

/// What lies on "to be allocated" (21108), by document.
#[utoipa::path(get, path = "/open-items", tag = "repairs", params(OpenPaging), responses(
    (status = 200, body = Page<OpenItemView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_open_items(
    State(service): State<Service>,
    caller: Caller,
    paging: Result<Query<OpenPaging>, QueryRejection>,
) -> Result<Json<Page<OpenItemView>>, Problem> {
    let allowed = allow::<ReadRepairs>(&caller.actor)?;
    let (open, paging) = paging?.0.parts();
    let (limit, after) = (paging.rows()?, paging.cursor::<(Uuid, i64)>()?.map(|(document, line)| (DocumentId(document), line)));
    let mut tx = service.db.snapshot().await?;
    let coop = coop::find(&mut tx, allowed.coop()).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let rows = allocations::list(&mut tx, &allowed, open, after, limit + 1).await?;
    let view = |row: allocations::OpenItem| OpenItemView {
        document_id: row.document_id.0,
        line: row.line,
        kind: row.kind,
        business_date: row.business_date,
        amount: coop.unit.format(row.amount),
        allocated_by: row.allocated_by.map(|command| command.0),
    };
    Ok(Json(Page::of(rows, limit, |row| (row.document_id.0, row.line), view)))
}

/// Whose an open item is: a grid's, or a line's of a sale, one of the two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAllocation {
    /// The sale or refund that left it open.
    pub document_id: Uuid,
    /// Its line, from 1; 0 for the whole.
    #[schema(minimum = 0, maximum = 200)]
    pub line: usize,
    /// For a sale: the grid whose goods these were.
    pub grid_id: Option<Uuid>,
    /// For money paid back: the sale, and its line.
    pub sale_id: Option<Uuid>,
    /// From 1; together with `sale_id`.
    #[schema(minimum = 1, maximum = 200)]
    pub sale_line: Option<usize>,
}

/// Allocate what lies open. Posted today, split by the agreement that was in force on the sale's business day.
#[utoipa::path(post, path = "/allocations", tag = "repairs", request_body = NewAllocation,
    params(("Idempotency-Key" = Uuid, Header, description = "The allocation takes it as its id")),
    responses(
        (status = 201, body = Made),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn allocate(State(service): State<Service>, command: Command<NewAllocation>) -> Result<Made, Problem> {
    let NewAllocation { document_id, line, grid_id, sale_id, sale_line } = command.body;
    let to = match (grid_id, sale_id, sale_line) {
        (Some(grid), None, None) => Target::Grid(GridId(grid)),
        (None, Some(sale), Some(line)) => Target::Line { sale: DocumentId(sale), line },
        _ => {
            let words =
                Words::new("写 grid_id，或者 sale_id 加 sale_line，二选一", "state grid_id, or sale_id with sale_line, one of the two");
            return Err(Refusal::invalid("grid_id", words).into());
        }
    };
    command.run(&service, Allocate { of: DocumentId(document_id), line, to }).await
}
