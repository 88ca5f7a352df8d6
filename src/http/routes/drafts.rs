//! What one person drafts and another agrees to: the opening balances, manual entries, reversals that take two. And papers.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{images::Upload, office_events::Reversal};
use crate::{
    app::{
        Refusal, Service,
        office::{AddPaper, Draft, ProposeReversal, WrittenLine, upload_paper},
    },
    auth::policy::{KeepPapers, ReadPapers},
    domain::{chain::Hash, id::InstrumentId},
    http::{
        problem::Problem,
        read::{Path, Reading},
    },
    store::papers,
};

/// The opening balances.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOpening {
    /// The day on which they were counted; today where it is missing.
    pub day: Option<NaiveDate>,
    /// As counted: debits and credits are the same. At most 500.
    pub lines: Vec<WrittenLine>,
}

request! {
    /// Draft the opening balances (期初余额), once: what was counted when the cooperative began with these books. Another person agrees.
    propose_opening, "/opening-balance-proposals", "money", NewOpening as body => Draft {
        is_opening: true,
        day: body.day,
        lines: body.lines.clone(),
        note: None,
        paper: None,
    }
}

/// A manual entry.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewManualEntry {
    /// The entry's day; today where it is missing.
    pub day: Option<NaiveDate>,
    /// On accounts that are open to manual entries (`open_to` is `manual`): debits and credits are the same. At most 500.
    pub lines: Vec<WrittenLine>,
    /// What it is about, for who agrees. No names: they belong to the paper.
    #[schema(min_length = 1, max_length = 200)]
    pub note: String,
    /// The uploaded paper behind it, by its name.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub paper: String,
}

request! {
    /// Draft an entry for what no event covers, with the paper behind it. Another person agrees.
    propose_manual_entry, "/manual-entry-proposals", "money", NewManualEntry as body => Draft {
        is_opening: false,
        day: body.day,
        lines: body.lines.clone(),
        note: Some(body.note.clone()),
        paper: Some(body.paper.clone()),
    }
}

request! {
    /// Propose to reverse an entry, e.g. a manual one, which two people signed. Another person agrees.
    propose_reversal, "/reversal-proposals", "money", Reversal as body =>
        ProposeReversal { entry: body.entry_number, reason: body.reason.clone() }
}

/// A paper to be put with an agreement.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInstrumentPaper {
    /// Which agreement.
    pub instrument_id: Uuid,
    /// The uploaded paper, by its name.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub paper: String,
}

request! {
    /// Put an uploaded paper with an agreement: the contract that was signed, a letter.
    add_instrument_paper, "/instrument-papers", "agreements", NewInstrumentPaper as body =>
        AddPaper { instrument: InstrumentId(body.instrument_id), paper: body.paper.clone() }
}

/// A paper that was taken in.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptPaper {
    /// Its name: the same bytes always have the same.
    pub paper: String,
}

/// Upload a paper: a PDF, or a photograph (JPEG, PNG or WebP), of at most 8 MB, known by its content. A photograph is drawn anew without what
/// the camera wrote beside it. The same paper again has the same name.
#[utoipa::path(post, path = "/papers", tag = "money",
    request_body(content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "image/webp"))),
    responses(
        (status = 201, body = KeptPaper),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn upload_paper_bytes(
    State(service): State<Service>,
    upload: Upload<KeepPapers>,
) -> Result<(StatusCode, Json<KeptPaper>), Problem> {
    let Upload { caller, bytes, _place, .. } = upload;
    let paper = upload_paper(&service, caller.actor, bytes).await?;
    Ok((StatusCode::CREATED, Json(KeptPaper { paper: paper.to_string() })))
}

/// A paper, as a file to be kept.
#[utoipa::path(get, path = "/papers/{paper}", tag = "money", params(("paper" = String, Path, max_length = 64)), responses(
    (status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_paper(mut reading: Reading<ReadPapers>, Path(paper): Path<String>) -> Result<Response, Problem> {
    let hash = Hash::parse(&paper).ok_or(Refusal::NotFound("paper"))?;
    let row = papers::find(&mut reading.tx, &reading.allowed, hash).await?.ok_or(Refusal::NotFound("paper"))?;
    let (media, ending) = if row.media == "application/pdf" { ("application/pdf", "pdf") } else { ("image/jpeg", "jpg") };
    let name = format!("attachment; filename=\"{}.{ending}\"", &paper[..12]);
    let name = HeaderValue::from_str(&name).map_err(|_| Refusal::NotFound("paper"))?;
    // Somebody else's file: it is kept, and never shown as a page of ours.
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(media)), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, row.bytes).into_response())
}
