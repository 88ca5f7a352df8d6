//! What a person should look at: tasks, and what lies on "to be allocated" (21108) until it finds its owner.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::repairs::{OpenPaging, OpenQuery};
use crate::{
    app::{
        allocate::Allocate,
        tasks::{CloseTask, words},
        words::Words,
    },
    auth::policy::ReadRepairs,
    domain::{
        id::{DocumentId, GridId},
        time::Ts,
    },
    http::{
        page::Page,
        problem::Problem,
        read::{Query, Reading},
    },
    store::{allocations, tasks},
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

/// Tasks, the oldest first or as `sort` says.
#[utoipa::path(get, path = "/tasks", tag = "repairs", params(OpenQuery), responses(
    (status = 200, body = Page<TaskView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_tasks(mut reading: Reading<ReadRepairs>, Query(query): Query<OpenQuery>) -> Result<Json<Page<TaskView>>, Problem> {
    let (waiting, paging) = query.parts();
    let limit = paging.rows()?;
    let after = paging.cursor::<(i64, Uuid, i64)>()?.map(|(at, document, place)| (Ts(at), document, place));
    let rows = tasks::list(&mut reading.tx, &reading.allowed, &waiting, after, limit + 1).await?;
    let view = |row: tasks::TaskRow| {
        let Words { zh, en } = words(&row.kind);
        TaskView {
            document_id: row.document_id,
            place: row.place,
            kind: row.kind,
            detail: zh,
            detail_en: en,
            line: row.line,
            amount: reading.money(row.amount),
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

request! {
    /// Close a task: somebody has looked.
    close_task, "/task-closings", "repairs", TaskClosing as body => CloseTask { document: body.document_id, place: body.place }
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
    mut reading: Reading<ReadRepairs>,
    Query(paging): Query<OpenPaging>,
) -> Result<Json<Page<OpenItemView>>, Problem> {
    let (open, paging) = paging.parts();
    let (limit, after) = (paging.rows()?, paging.cursor::<(Uuid, i64)>()?.map(|(document, line)| (DocumentId(document), line)));
    let rows = allocations::list(&mut reading.tx, &reading.allowed, open, after, limit + 1).await?;
    let view = |row: allocations::OpenItem| OpenItemView {
        document_id: row.document_id.0,
        line: row.line,
        kind: row.kind,
        business_date: row.business_date,
        amount: reading.money(row.amount),
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

request! {
    /// Allocate what lies open. Posted today, split by the agreement that was in force on the sale's business day.
    allocate, "/allocations", "repairs", NewAllocation as body => Allocate {
        of: DocumentId(body.document_id),
        line: body.line,
        grid: body.grid_id.map(GridId),
        sale: body.sale_id.map(DocumentId),
        sale_line: body.sale_line,
    }
}
