//! The month's rent: looked at first, then charged.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::rent::{GridRent, RunRent, preview},
    auth::policy::ReadBooks,
    domain::{money::Unit, rent::days_of, time::Month},
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{Query, Reading},
    },
    store::rent::{self, RunRow},
};

fn month<'de, D: Deserializer<'de>>(value: D) -> Result<Month, D::Error> {
    let text = String::deserialize(value)?;
    Month::parse(&text).ok_or_else(|| D::Error::custom("a month is written like 2026-07"))
}

/// A month to be charged.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRentRun {
    /// Which: from its last day on.
    #[serde(deserialize_with = "month")]
    #[schema(value_type = String, pattern = "^2[01][0-9]{2}-(0[1-9]|1[0-2])$", example = "2026-07")]
    pub month: Month,
}

request! {
    /// Charge a month's rent, dated its last day: each grid's once, however often it is asked for. Gifts pay what they sponsor, as far as they
    /// reach. What was charged wrongly is reversed, and the next run charges it anew.
    run_rent, "/rent-runs", "rent", NewRentRun as body => RunRent { month: body.month }
}

/// Which month.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RentMonthQuery {
    /// Which.
    #[serde(deserialize_with = "month")]
    #[param(value_type = String, pattern = "^2[01][0-9]{2}-(0[1-9]|1[0-2])$", example = "2026-07")]
    month: Month,
}

/// What a month is for a grid.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GridRentView {
    /// The grid.
    pub grid_id: Uuid,
    /// What is written on it.
    pub code: String,
    /// Where it stands.
    pub site_id: Uuid,
    /// Its contract; none where it has none.
    pub contract_id: Option<Uuid>,
    /// Who holds it: by the contract, or by the list of owners.
    pub owner_id: Option<Uuid>,
    /// The days held.
    pub days: i64,
    /// A whole month's rent.
    pub rent: Option<String>,
    /// What is charged.
    pub charge: String,
    /// How it is met: `charged`, `waived` or `sponsored`.
    pub met: Option<String>,
    /// The gift that pays it.
    pub instrument_id: Option<Uuid>,
    /// What that gift pays; the owner owes the rest.
    pub sponsored: String,
    /// Why nothing is charged: `not_held`, `waived`, `charged_before`, `paid_by_the_contract_before`, `too_few_days`, `free` or `no_contract`.
    pub why: Option<String>,
    /// The charge of the month that stands already.
    pub charge_id: Option<Uuid>,
}

/// A month's rent.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MonthsRentView {
    /// `2026-07`.
    pub month: String,
    /// The entries' day.
    pub day: NaiveDate,
    /// How many days it has.
    pub days: i64,
    /// What would be charged.
    pub charged: String,
    /// What gifts would pay of it.
    pub sponsored: String,
    /// The grids by code; one under two contracts stands twice.
    pub grids: Vec<GridRentView>,
}

fn grid_view(grid: GridRent, unit: &Unit) -> GridRentView {
    let planned = grid.planned;
    let contract = planned.map(|planned| planned.contract);
    let zero = || unit.format(crate::domain::money::Minor::ZERO);
    GridRentView {
        grid_id: grid.grid.0,
        code: grid.code,
        site_id: grid.site.0,
        contract_id: contract.map(|contract| contract.id.0),
        owner_id: contract.map(|contract| contract.owner).or(grid.holder).map(|owner| owner.0),
        days: planned.map_or(0, |planned| planned.days),
        rent: contract.map(|contract| unit.format(contract.rent)),
        charge: planned.map_or_else(zero, |planned| unit.format(planned.charge)),
        met: contract.map(|contract| contract.met.slug().to_owned()),
        instrument_id: contract.and_then(|contract| contract.gift).map(|gift| gift.0),
        sponsored: planned.map_or_else(zero, |planned| unit.format(planned.drawn)),
        why: grid.why.map(str::to_owned),
        charge_id: grid.charge.map(|charge| charge.0),
    }
}

/// What charging a month would do, grid by grid, and why some bring nothing. Nothing is written.
#[utoipa::path(get, path = "/rent-runs/preview", tag = "rent", params(RentMonthQuery), responses(
    (status = 200, body = MonthsRentView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn preview_rent(mut reading: Reading<ReadBooks>, Query(query): Query<RentMonthQuery>) -> Result<Json<MonthsRentView>, Problem> {
    let month = query.month;
    let months_rent = preview(&mut reading.tx, reading.allowed.coop(), month).await?;
    let unit = &reading.coop.unit;
    Ok(Json(MonthsRentView {
        month: month.to_string(),
        day: month.last_day(),
        days: days_of(month),
        charged: unit.format(months_rent.charged),
        sponsored: unit.format(months_rent.sponsored),
        grids: months_rent.grids.into_iter().map(|grid| grid_view(grid, unit)).collect(),
    }))
}

/// A month that was charged.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RentRunView {
    /// Which.
    pub id: Uuid,
    /// `2026-07`.
    pub month: String,
    /// How many contracts it charged.
    pub charges: i64,
    /// What that came to.
    pub charged: String,
    /// What gifts paid of it.
    pub sponsored: String,
    /// Who ran it.
    pub run_by: Option<Uuid>,
    /// When.
    pub run_at: DateTime<Utc>,
}

/// Months that were charged, in the order in which they were.
#[utoipa::path(get, path = "/rent-runs", tag = "rent", params(Paging), responses(
    (status = 200, body = Page<RentRunView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_rent_runs(mut reading: Reading<ReadBooks>, Query(paging): Query<Paging>) -> Result<Json<Page<RentRunView>>, Problem> {
    let limit = paging.rows()?;
    let rows = rent::runs(&mut reading.tx, &reading.allowed, paging.id_cursor()?, limit + 1).await?;
    let unit = &reading.coop.unit;
    let view = |row: RunRow| RentRunView {
        id: row.id,
        month: row.month,
        charges: row.charges,
        charged: unit.format(row.charged_minor),
        sponsored: unit.format(row.sponsored_minor),
        run_by: row.run_by.map(|person| person.0),
        run_at: row.run_at.instant(),
    };
    Ok(Json(Page::of(rows, limit, |row| row.id, view)))
}
