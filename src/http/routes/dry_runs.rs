//! A version of an agreement, tried on what was sold already.

use axum::{Json, extract::State};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::agreements::ShareText;
use crate::{
    app::{
        Refusal, Service,
        agreements::{self, DryRun, Example, NewShare, Tried},
    },
    auth::policy::ReadAgreements,
    domain::{
        agreement::Party,
        dry_run::ByParty,
        id::GridId,
        money::{Unit, quantity_text},
    },
    http::{command::Asked, problem::Problem},
    store::coop,
};

/// A version to be tried.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDryRun {
    /// Whose goods it would split.
    pub grid_id: Uuid,
    /// Its first day: whoever has the grid then is its owner.
    #[schema(example = "2026-07-01")]
    pub effective_on: NaiveDate,
    /// In the order of the agreement; they sum to exactly 100, and one of them is the owner's.
    #[schema(min_items = 1, max_items = 20)]
    pub shares: Vec<ShareText>,
    /// The first day of the sales it is tried on; the first of last month where it is missing.
    pub from: Option<NaiveDate>,
    /// The last day; the last of last month where it is missing. At most a year in all.
    pub to: Option<NaiveDate>,
}

/// What a party got, and would have got.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TriedParty {
    /// `owner`, `cooperative` or `supporter`.
    pub party: String,
    /// The owner or supporter.
    pub person_id: Option<Uuid>,
    /// By the books.
    pub before: String,
    /// By the shares that are tried.
    pub after: String,
    /// What it would have got more; below zero where less.
    pub difference: String,
}

/// A line that was sold.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TriedLine {
    /// The entry's day.
    pub day: NaiveDate,
    /// Where it was sold.
    pub sale_id: Uuid,
    /// As sold.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Pieces or kilograms.
    pub quantity: String,
    /// What is split of it.
    pub base: String,
    /// Who got what of it.
    pub parties: Vec<TriedParty>,
}

/// What a trial came to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DryRunView {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The owner that the version would be for; only what was sold for them is tried.
    pub owner_id: Uuid,
    /// How many sales.
    pub sales: usize,
    /// How many lines of them.
    pub lines: usize,
    /// How many times something came back.
    pub returns: usize,
    /// How many lines of the grid wait for somebody to say whose they are: they are not in here.
    pub waiting: i64,
    /// What all parties together got, before and after.
    pub total: String,
    /// Owner, cooperative, supporters.
    pub parties: Vec<TriedParty>,
    /// The latest line of some goods, the largest first.
    pub examples: Vec<TriedLine>,
}

fn parties(by_party: &ByParty, unit: &Unit) -> Result<Vec<TriedParty>, Refusal> {
    let view = |(party, both): (&Party, &crate::domain::dry_run::Both)| {
        Ok(TriedParty {
            party: party.slug().to_owned(),
            person_id: party.person().map(|person| person.0),
            before: unit.format(both.before),
            after: unit.format(both.after),
            difference: unit.format(both.after.minus(both.before)?),
        })
    };
    by_party.iter().map(view).collect()
}

fn view(tried: &Tried, unit: &Unit) -> Result<DryRunView, Refusal> {
    let example = |example: &Example| {
        Ok(TriedLine {
            day: example.day,
            sale_id: example.document.0,
            name: example.name.clone(),
            measure: example.measure.clone(),
            quantity: quantity_text(example.milli),
            base: unit.format(example.base),
            parties: parties(&example.parties, unit)?,
        })
    };
    Ok(DryRunView {
        from: tried.days.from,
        to: tried.days.to,
        owner_id: tried.owner.0,
        sales: tried.sales,
        lines: tried.lines,
        returns: tried.returns,
        waiting: tried.waiting,
        total: unit.format(tried.total),
        parties: parties(&tried.parties, unit)?,
        examples: tried.examples.iter().map(example).collect::<Result<_, Refusal>>()?,
    })
}

/// Try a version on what was sold before anybody signs it: who got what by the books, and who would have got what, to the fen.
///
/// Nothing is written. The tried version begins without carry; what had been sold before the first day stays as it was split.
#[utoipa::path(post, path = "/agreement-dry-runs", tag = "agreements", request_body = NewDryRun, responses(
    (status = 200, body = DryRunView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn dry_run_agreement(
    State(service): State<Service>,
    Asked { allowed, body, .. }: Asked<ReadAgreements, NewDryRun>,
) -> Result<Json<DryRunView>, Problem> {
    let mut tx = service.db.snapshot().await?;
    let coop = coop::find(&mut tx, allowed.coop()).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let trial = DryRun {
        grid: GridId(body.grid_id),
        effective_on: body.effective_on,
        shares: body.shares.iter().map(NewShare::from).collect(),
        from: body.from,
        to: body.to,
    };
    let tried = agreements::dry_run(&mut tx, &allowed, service.clock.now().day_in(coop.zone), &trial).await?;
    Ok(Json(view(&tried, &coop.unit)?))
}
