//! What a love shareholder sees of their shares of sales: totals of months that are over, never a family's.

use axum::{Json, extract::State};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{Refusal, Service, reports::supporter_months},
    auth::policy::ReadInstruments,
    domain::{id::PersonId, money::Minor},
    http::{
        problem::Problem,
        read::{Query, Reading},
    },
    store::{coop, instruments::InstrumentRow, people},
};

/// Whose.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SharesQuery {
    /// Whose; the sender's own where it is missing.
    supporter_id: Option<Uuid>,
}

/// What a love shareholder is told of their shares of sales.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SharesView {
    /// Whose.
    pub supporter_id: Uuid,
    /// From so many families on a month's total is told.
    pub families: i64,
    /// Months that are over, newest first, from the first share on; at most 24.
    pub months: Vec<ShareMonth>,
    /// All of them together; missing where one of them is not told, or where they reach further back.
    #[schema(required = true, nullable)]
    pub total: Option<String>,
    /// The agreed shares, in the order in which they were agreed.
    pub instruments: Vec<AgreedShare>,
}

/// A month that is over.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShareMonth {
    /// Which.
    #[schema(example = "2026-06")]
    pub month: String,
    /// What it brought, less what came back; missing where it comes from fewer than `families` families.
    #[schema(required = true, nullable)]
    pub amount: Option<String>,
}

/// An agreed share of sales.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgreedShare {
    /// The instrument.
    pub id: Uuid,
    /// What it may receive in all; no limit where it is missing.
    #[schema(required = true, nullable)]
    pub cap: Option<String>,
    /// The last day on which it receives; no end where it is missing.
    #[schema(required = true, nullable)]
    pub ends_on: Option<NaiveDate>,
    /// What it had received when the last month was over; missing where that cannot be told.
    #[schema(required = true, nullable)]
    pub used: Option<String>,
    /// What it could still receive then; missing where that cannot be told, and where there is no cap.
    #[schema(required = true, nullable)]
    pub left: Option<String>,
}

/// What a love shareholder's shares of sales brought: one total for each month that is over, where it comes from at least five families. No
/// figure leads to what one family sold. A love shareholder sees their own.
#[utoipa::path(get, path = "/shares", tag = "agreements", params(SharesQuery), responses(
    (status = 200, body = SharesView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_shares(
    State(service): State<Service>,
    mut reading: Reading<ReadInstruments>,
    query: Query<SharesQuery>,
) -> Result<Json<SharesView>, Problem> {
    let supporter = query.0.supporter_id.map(PersonId).or(reading.caller.actor.person()).ok_or(Refusal::NotFound("person"))?;
    if !reading.allowed.covers(supporter) {
        return Err(Refusal::NotFound("person").into());
    }
    let today = service.clock.now().day_in(reading.coop.zone);
    let (coop, chart) = coop::with_chart(&mut reading.tx, reading.coop.id).await?.ok_or(Refusal::NotFound("cooperative"))?;
    if people::get(&mut reading.tx, coop.id, supporter).await?.is_none() {
        return Err(Refusal::NotFound("person").into());
    }
    let told = supporter_months::gather(&mut reading.tx, &reading.allowed, (&coop, &chart), supporter, today).await?;
    let money = |amount: Minor| coop.unit.format(amount);
    let agreed = |row: &InstrumentRow| AgreedShare {
        id: row.id.0,
        cap: row.cap_minor.map(money),
        ends_on: row.ends_on,
        used: told.used.map(money),
        left: told.used.zip(row.cap_minor).map(|(used, cap)| money(Minor(cap.0.saturating_sub(used.0).max(0)))),
    };
    Ok(Json(SharesView {
        supporter_id: supporter.0,
        families: supporter_months::FAMILIES,
        months: told.months.iter().map(|(month, amount)| ShareMonth { month: month.to_string(), amount: amount.map(money) }).collect(),
        total: told.total.map(money),
        instruments: told.instruments.iter().map(agreed).collect(),
    }))
}
