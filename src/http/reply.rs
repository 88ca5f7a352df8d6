//! What a command is answered: the same for every repeat.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::app::{
    execute::Receipt,
    facts::{FactAnswer, FactReceipt, Task},
    tasks::words,
    words::Words,
};

/// A request that was done.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Made {
    /// What it made or changed. A new thing has the id of its `Idempotency-Key`.
    pub id: Uuid,
    /// What was asked.
    pub kind: String,
    /// The journal entry, if money moved.
    pub entry_number: Option<i64>,
    /// The entry's day.
    pub day: Option<NaiveDate>,
}

impl From<Receipt> for Made {
    fn from(receipt: Receipt) -> Self {
        Self { id: receipt.document, kind: receipt.kind, entry_number: receipt.entry, day: receipt.day }
    }
}

impl IntoResponse for Made {
    fn into_response(self) -> Response {
        (StatusCode::CREATED, Json(self)).into_response()
    }
}

/// A till fact in the books.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PostedFact {
    /// `posted`.
    pub state: String,
    /// The document: it has the id of its `Idempotency-Key`.
    pub document_id: Uuid,
    /// The journal entry; missing where nothing was to be posted.
    pub entry_number: Option<i64>,
    /// The business day that it counts for.
    pub business_date: Option<NaiveDate>,
    /// What a person should look at.
    pub tasks: Vec<RaisedTask>,
}

/// Something that broke a rule but happened.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RaisedTask {
    /// E.g. `unknown_grid`.
    pub kind: String,
    /// The line, from 1; 0 for the whole.
    pub line: i64,
    /// The amount in question.
    pub amount: String,
    /// What it is and what to do, in Chinese.
    pub detail: String,
    /// The same in English.
    pub detail_en: String,
}

impl RaisedTask {
    /// With its words.
    #[must_use]
    pub fn of(kind: String, line: i64, amount: String) -> Self {
        let Words { zh, en } = words(&kind);
        Self { kind, line, amount, detail: zh, detail_en: en }
    }
}

/// A till fact that is kept, but not in the books.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct KeptFact {
    /// `early` (an earlier number is missing) or `quarantined` (two people in the office repair it).
    pub state: String,
    /// For `early`: the number that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_seq: Option<i64>,
    /// For `quarantined`: a name for programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// For `quarantined`: why, in Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The same in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail_en: Option<String>,
    /// For `quarantined`: `posted` or `dismissed` once it is repaired.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

/// What a till fact is answered.
#[derive(Clone, Debug)]
pub enum FactReply {
    /// 201.
    Posted(PostedFact),
    /// 202.
    Kept(KeptFact),
}

impl FactReply {
    /// As the wire has it.
    #[must_use]
    pub fn of(answer: FactAnswer) -> Self {
        let kept =
            |state: &str| KeptFact { state: state.to_owned(), next_seq: None, reason: None, detail: None, detail_en: None, outcome: None };
        match answer {
            FactAnswer::Posted(FactReceipt { document, entry, day, tasks }) => {
                let raised = |task: Task| RaisedTask::of(task.kind, task.line, task.amount);
                let tasks = tasks.into_iter().map(raised).collect();
                Self::Posted(PostedFact {
                    state: "posted".to_owned(),
                    document_id: document,
                    entry_number: entry,
                    business_date: day,
                    tasks,
                })
            }
            FactAnswer::Early { next_seq, .. } => Self::Kept(KeptFact { next_seq: Some(next_seq), ..kept("early") }),
            FactAnswer::Quarantined { reason, words, outcome } => {
                let (detail, detail_en) = (Some(words.zh), Some(words.en));
                Self::Kept(KeptFact { reason: Some(reason), detail, detail_en, outcome, ..kept("quarantined") })
            }
        }
    }
}

impl IntoResponse for FactReply {
    fn into_response(self) -> Response {
        match self {
            Self::Posted(posted) => (StatusCode::CREATED, Json(posted)).into_response(),
            Self::Kept(kept) => (StatusCode::ACCEPTED, Json(kept)).into_response(),
        }
    }
}
