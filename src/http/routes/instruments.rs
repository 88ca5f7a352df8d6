//! Supporters' shares of sales, with their caps.

use axum::Json;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{Refusal, agreements::AddInstrument, format::fields::Money},
    auth::policy::{Allowed, ReadInstruments},
    domain::{
        id::{InstrumentId, PersonId},
        money::{Minor, Unit},
    },
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{Path, Query, Reading},
    },
    store::instruments::{self, InstrumentRow},
};

/// A share of sales to be agreed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInstrument {
    /// The love shareholder or fund.
    pub supporter_id: Uuid,
    /// What it may receive in all, over every agreement that names it; no limit where it is missing.
    pub cap: Option<Money>,
    /// The last day on which it receives; no end where it is missing.
    #[schema(example = "2027-12-31")]
    pub ends_on: Option<NaiveDate>,
}

request! {
    /// Agree a share of sales with a love shareholder. Agreements' versions name it. Nothing promises a return.
    add_instrument, "/instruments", "agreements", NewInstrument as body => AddInstrument {
        supporter: PersonId(body.supporter_id),
        cap: body.cap.clone(),
        ends_on: body.ends_on,
    }
}

/// A supporter's share of sales. One total: what each family sold is nobody's to see.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InstrumentView {
    /// The instrument.
    pub id: Uuid,
    /// The love shareholder or fund.
    pub supporter_id: Uuid,
    /// What it may receive in all.
    pub cap: Option<String>,
    /// The last day on which it receives.
    pub ends_on: Option<NaiveDate>,
    /// What it has received, less what was refunded. Not shown to the supporter: the running total before and after a sale would tell
    /// that sale. Supporters are told one total per period.
    pub received: Option<String>,
    /// What it may still receive; not shown to the supporter, for the same reason.
    pub left: Option<String>,
}

fn view(row: &InstrumentRow, unit: &Unit, allowed: &Allowed<ReadInstruments>) -> InstrumentView {
    let running = allowed.only().is_none();
    let left = row.cap_minor.filter(|_| running).map(|cap| Minor(cap.0.saturating_sub(row.received_minor.0).max(0)));
    InstrumentView {
        id: row.id.0,
        supporter_id: row.supporter_id.0,
        cap: row.cap_minor.map(|cap| unit.format(cap)),
        ends_on: row.ends_on,
        received: running.then(|| unit.format(row.received_minor)),
        left: left.map(|left| unit.format(left)),
    }
}

/// Supporters' shares of sales, in the order in which they were agreed. A love shareholder sees their own.
#[utoipa::path(get, path = "/instruments", tag = "agreements", params(Paging), responses(
    (status = 200, body = Page<InstrumentView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_instruments(
    mut reading: Reading<ReadInstruments>,
    Query(paging): Query<Paging>,
) -> Result<Json<Page<InstrumentView>>, Problem> {
    let limit = paging.rows()?;
    let rows = instruments::list(&mut reading.tx, &reading.allowed, paging.id_cursor()?, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.id.0, |row| view(&row, &reading.coop.unit, &reading.allowed))))
}

/// A supporter's share of sales.
#[utoipa::path(get, path = "/instruments/{id}", tag = "agreements", params(("id" = Uuid, Path)), responses(
    (status = 200, body = InstrumentView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_instrument(mut reading: Reading<ReadInstruments>, Path(id): Path<Uuid>) -> Result<Json<InstrumentView>, Problem> {
    let row = instruments::find(&mut reading.tx, &reading.allowed, InstrumentId(id)).await?;
    Ok(Json(view(&row.ok_or(Refusal::NotFound("instrument"))?, &reading.coop.unit, &reading.allowed)))
}
