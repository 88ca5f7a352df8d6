//! Names and contacts. Reading them is a POST, because it leaves a trace.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Service,
        execute::Sent,
        people::{Particulars, ReadParticulars, ReplaceParticulars},
    },
    auth::policy::{ReadPrivate, ReadReadings},
    domain::id::PersonId,
    http::{
        command::{Asked, Command},
        page::Page,
        problem::Problem,
        read::{self, Query, Reading},
        reply::Made,
    },
    store::private::{self, ReadingRow},
};

/// A name and contacts. They are sealed when they arrive. Write nothing about health.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParticulars {
    /// The real name.
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    /// A telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 40)]
    pub phone: Option<String>,
    /// Where to find them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 200)]
    pub address: Option<String>,
    /// Anything else that helps to reach them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 500)]
    pub note: Option<String>,
}

impl From<NewParticulars> for Particulars {
    fn from(new: NewParticulars) -> Self {
        let NewParticulars { name, phone, address, note } = new;
        Self { name, phone, address, note }
    }
}

/// A name or contacts that have changed.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedParticulars {
    /// Whose.
    pub person_id: Uuid,
    /// In place of the earlier ones.
    pub particulars: NewParticulars,
}

/// Replace a person's name and contacts.
#[utoipa::path(post, path = "/particulars", tag = "people", request_body = ChangedParticulars,
    params(("Idempotency-Key" = Uuid, Header, description = "The sender's own id for it; what is new takes it")),
    responses(
        (status = 201, description = "Done; the same answer for every repeat", body = Made),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Send the same again", body = Problem, content_type = "application/problem+json")))]
pub async fn replace_particulars(State(service): State<Service>, command: Command<ChangedParticulars>) -> Result<Made, Problem> {
    let ChangedParticulars { person_id, particulars } = command.body.clone();
    let replace = ReplaceParticulars { keys: service.keys.clone(), person: PersonId(person_id), particulars: particulars.into() };
    command.run_private(&service, replace).await
}

/// Whose name to read, and why.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReading {
    /// Whose.
    pub person_id: Uuid,
    /// `contact`, `statement`, `payout`, `identity`, `correction`, `support` or `audit`.
    #[schema(pattern = "^(contact|statement|payout|identity|correction|support|audit)$", example = "contact")]
    pub purpose: String,
}

/// A name and contacts.
#[derive(Clone, Serialize, ToSchema)]
pub struct ParticularsView {
    /// The real name.
    pub name: String,
    /// A telephone number.
    pub phone: Option<String>,
    /// Where to find them.
    pub address: Option<String>,
    /// Anything else that helps to reach them.
    pub note: Option<String>,
}

/// Read a person's name and contacts. Who read them, when and why is kept for good. Everybody may read their own, a guardian the
/// wards'.
#[utoipa::path(post, path = "/readings", tag = "people", request_body = NewReading, responses(
    (status = 200, body = ParticularsView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn read_particulars(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<ReadPrivate, NewReading>,
) -> Result<Json<ParticularsView>, Problem> {
    let errand = ReadParticulars { keys: service.keys.clone(), person: PersonId(body.person_id), purpose: body.purpose };
    let Particulars { name, phone, address, note } = service.writer.errand(Sent { actor: caller.actor, errand }).await?;
    Ok(Json(ParticularsView { name, phone, address, note }))
}

/// Somebody read a person's name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReadingView {
    /// Whose.
    pub person_id: Uuid,
    /// Who read it; missing where the command line did.
    pub reader_id: Option<Uuid>,
    /// Why.
    pub purpose: String,
    /// When, RFC 3339.
    pub read_at: String,
}

impl From<ReadingRow> for ReadingView {
    fn from(row: ReadingRow) -> Self {
        let (person_id, reader_id) = (row.person_id.0, row.reader_id.map(|reader| reader.0));
        Self { person_id, reader_id, purpose: row.purpose, read_at: row.read_at.rfc3339() }
    }
}

/// Which readings.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReadingsWanted {
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    pub after: Option<String>,
    /// Of one person's name only.
    pub person_id: Option<Uuid>,
}

/// Who read whose name, and why. Everybody sees who read their own.
#[utoipa::path(get, path = "/readings", tag = "people", params(ReadingsWanted), responses(
    (status = 200, body = Page<ReadingView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_readings(
    mut reading: Reading<ReadReadings>,
    Query(wanted): Query<ReadingsWanted>,
) -> Result<Json<Page<ReadingView>>, Problem> {
    let paging = read::paging(wanted.limit, wanted.after);
    let limit = paging.rows()?;
    let rows = private::readings(&mut reading.tx, &reading.allowed, wanted.person_id.map(PersonId), paging.id_cursor()?, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.id, ReadingView::from)))
}
