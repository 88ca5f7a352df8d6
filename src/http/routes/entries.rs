//! The journal: entries with their postings, by day.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::Refusal,
    auth::policy::ReadBooks,
    domain::{money::Minor, time::Date},
    http::{
        page::{Page, TimeOrder},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        books::{self, EntryRow, Journal, PostingRow},
        coop::Coop,
        office_events,
    },
};

/// A journal entry (凭证).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EntryView {
    /// Gapless in the cooperative.
    pub number: i64,
    /// The business day.
    pub day: NaiveDate,
    /// The document's own day.
    pub document_day: NaiveDate,
    /// What happened.
    #[schema(example = "sale")]
    pub kind: String,
    /// The document behind it.
    pub document_id: Uuid,
    /// Over the document's fields, in hexadecimal.
    pub document_hash: String,
    /// The command that asked for it.
    pub command_id: Uuid,
    /// A code; empty where there is none.
    pub memo: String,
    /// The entry that it reverses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reverses: Option<i64>,
    /// The entry that reverses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reversed_by: Option<i64>,
    /// Hash of the entry before.
    pub previous_hash: String,
    /// Its own hash.
    pub hash: String,
    /// When it was posted.
    pub posted_at: DateTime<Utc>,
    /// Its legs; debits and credits are equal in each unit.
    pub postings: Vec<PostingView>,
}

/// A leg of an entry (分录): a debit or a credit.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PostingView {
    /// The account's code.
    #[schema(example = "11401")]
    pub account: String,
    /// Its name.
    pub account_name: String,
    /// Whose balance: a person, or a till's drawer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    /// The unit's code.
    #[schema(example = "CNY")]
    pub unit: String,
    /// 借.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "19.98")]
    pub debit: Option<String>,
    /// 贷.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// An amount in its unit: the cooperative's own with its digits, any other in whole minor units.
pub fn amount_text(coop: &Coop, unit: &str, amount: Minor) -> String {
    if unit == coop.unit.code { coop.unit.format(amount) } else { amount.0.to_string() }
}

/// A signed amount as a debit or a credit.
pub fn sides(coop: &Coop, unit: &str, amount: Minor) -> (Option<String>, Option<String>) {
    let text = amount_text(coop, unit, Minor(amount.0.saturating_abs()));
    if amount.0 < 0 { (None, Some(text)) } else { (Some(text), None) }
}

impl PostingView {
    fn of(coop: &Coop, row: PostingRow) -> Self {
        let (debit, credit) = sides(coop, &row.unit, row.amount_minor);
        Self { account: row.account, account_name: row.name_zh, party: row.party, unit: row.unit, debit, credit }
    }
}

impl EntryView {
    fn of(row: EntryRow, reversed_by: Option<i64>, postings: Vec<PostingView>) -> Self {
        Self {
            number: row.number,
            day: row.day,
            document_day: row.document_day,
            kind: row.kind,
            document_id: row.document_id,
            document_hash: row.document_hash.to_string(),
            command_id: row.command_id.0,
            memo: row.memo,
            reverses: row.reverses,
            reversed_by,
            previous_hash: row.previous_hash.to_string(),
            hash: row.hash.to_string(),
            posted_at: row.posted_at.instant(),
            postings,
        }
    }
}

async fn with_postings(reading: &mut Reading<ReadBooks>, rows: Vec<EntryRow>) -> Result<Vec<EntryView>, Problem> {
    let numbers: Vec<i64> = rows.iter().map(|row| row.number).collect();
    let reversed: std::collections::HashMap<i64, i64> =
        office_events::reversed(&mut reading.tx, &reading.allowed, &numbers).await?.into_iter().collect();
    let mut postings = books::postings_of(&mut reading.tx, &reading.allowed, &numbers).await?.into_iter().peekable();
    let mut numbers = numbers;
    numbers.sort_unstable();
    let mut of_entry = std::collections::HashMap::new();
    for number in numbers {
        let mut own = Vec::new();
        while let Some(row) = postings.next_if(|row| row.number == number) {
            own.push(PostingView::of(&reading.coop, row));
        }
        of_entry.insert(number, own);
    }
    let view = |row: EntryRow| {
        let own = of_entry.remove(&row.number).unwrap_or_default();
        let reversed_by = reversed.get(&row.number).copied();
        EntryView::of(row, reversed_by, own)
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Which entries.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EntryQuery {
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Of this kind only, e.g. `sale`.
    #[param(max_length = 40)]
    kind: Option<String>,
    /// With a posting to this account.
    #[param(max_length = 40)]
    account: Option<String>,
    /// The entry of this number; nothing else matters then.
    #[param(minimum = 1)]
    number: Option<i64>,
    /// Of this document only; nothing else but the number matters then.
    document_id: Option<Uuid>,
    /// Oldest first where it is missing.
    #[serde(default = "TimeOrder::oldest")]
    #[param(inline)]
    sort: TimeOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// The journal by day, then number, one way or the other.
#[utoipa::path(get, path = "/entries", tag = "books", params(EntryQuery), responses(
    (status = 200, body = Page<EntryView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_entries(mut reading: Reading<ReadBooks>, query: Query<EntryQuery>) -> Result<Json<Page<EntryView>>, Problem> {
    let EntryQuery { from, to, kind, account, number, document_id, sort, limit, after } = query.0;
    let named = match (number, document_id) {
        (Some(number), _) => Some(books::entry(&mut reading.tx, &reading.allowed, number).await?.into_iter().collect()),
        (None, Some(document)) => Some(books::entries_of_document(&mut reading.tx, reading.allowed.coop(), document).await?),
        (None, None) => None,
    };
    if let Some(rows) = named {
        let items = with_postings(&mut reading, rows).await?;
        return Ok(Json(Page { items, next: None }));
    }
    let paging = read::paging(limit, after);
    let (limit, days, way) = (paging.rows()?, read::days(from, to), sort.way());
    let after: (Date, i64) = paging.cursor()?.unwrap_or(way.first((days.from, 0), (days.to, i64::MAX)));
    let journal = Journal { days, kind: kind.unwrap_or_default(), account: account.unwrap_or_default(), way };
    let rows = books::entries(&mut reading.tx, &reading.allowed, &journal, after, limit + 1).await?;
    let views = with_postings(&mut reading, rows).await?;
    Ok(Json(Page::of(views, limit, |entry| (entry.day, entry.number), |entry| entry)))
}

/// One entry.
#[utoipa::path(get, path = "/entries/{number}", tag = "books", params(("number" = i64, Path, minimum = 1)), responses(
    (status = 200, body = EntryView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_entry(mut reading: Reading<ReadBooks>, number: Path<i64>) -> Result<Json<EntryView>, Problem> {
    let row = books::entry(&mut reading.tx, &reading.allowed, number.0).await?.ok_or(Refusal::NotFound("entry"))?;
    let mut views = with_postings(&mut reading, vec![row]).await?;
    views.pop().map(Json).ok_or_else(|| Refusal::NotFound("entry").into())
}
