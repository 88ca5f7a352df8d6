//! Agreements: versions proposed, approved and consented to; with shares and carries.

use axum::Json;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        agreements::{ApproveVersion, LogConsent, NewShare, ProposeVersion, WithdrawVersion},
        format::fields::PercentText,
    },
    auth::policy::ReadAgreements,
    domain::{
        id::{GridId, InstrumentId, LotId, PersonId, VersionId},
        money::Percent,
        time::Ts,
    },
    http::{
        page::Page,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::versions::{self, CarriedShare, VersionRow},
};

/// Who gets how much.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareText {
    /// `owner` (whoever has the grid on the first day), `cooperative` or `supporter`.
    #[schema(pattern = "^(owner|cooperative|supporter)$", example = "owner")]
    pub party: String,
    /// The supporter or fund; missing for the others.
    pub person_id: Option<Uuid>,
    /// Percent of each line's base, at most six decimals.
    pub percent: PercentText,
    /// The supporter's instrument, where the share has a cap or an end.
    pub instrument_id: Option<Uuid>,
    /// The place, from 1, of the share that takes what a cap leaves; the owner's where it is missing.
    #[schema(minimum = 1, maximum = 20)]
    pub fallback: Option<usize>,
}

/// A version to be proposed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAgreementVersion {
    /// Whose goods it splits.
    pub grid_id: Uuid,
    /// Only the pieces of this lot that are sold at the grid, whose owner handles them; the grid's own agreement where it is missing.
    pub lot_id: Option<Uuid>,
    /// Its first day: any for an owner's first version, tomorrow at the earliest for a later one.
    #[schema(example = "2026-07-01")]
    pub effective_on: NaiveDate,
    /// In the order of the agreement; they sum to exactly 100, and one of them is the owner's.
    #[schema(min_items = 1, max_items = 20)]
    pub shares: Vec<ShareText>,
}

impl From<&ShareText> for NewShare {
    fn from(text: &ShareText) -> Self {
        Self {
            party: text.party.clone(),
            person: text.person_id.map(PersonId),
            percent: text.percent.clone(),
            instrument: text.instrument_id.map(InstrumentId),
            fallback: text.fallback,
        }
    }
}

request! {
    /// Propose a version of a grid's agreement. Another person approves it, and the owner consents; then it is in force from its
    /// first day on.
    propose_agreement, "/agreement-versions", "agreements", NewAgreementVersion as body => ProposeVersion {
        grid: GridId(body.grid_id),
        lot: body.lot_id.map(LotId),
        effective_on: body.effective_on,
        shares: body.shares.iter().map(NewShare::from).collect(),
        signed_by: None,
    }
}

/// A version to be approved.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewApproval {
    /// Which; somebody else proposed it.
    pub version_id: Uuid,
}

request! {
    /// Approve a version that another person proposed.
    approve_agreement, "/agreement-approvals", "agreements", NewApproval as body => ApproveVersion {
        version: VersionId(body.version_id),
        signed_by: None,
    }
}

/// A proposal to be withdrawn.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWithdrawal {
    /// Which; it is not agreed yet.
    pub version_id: Uuid,
}

request! {
    /// Withdraw a version that is not agreed yet. Whoever wants another one proposes it anew.
    withdraw_agreement, "/agreement-withdrawals", "agreements", NewWithdrawal as body => WithdrawVersion {
        version: VersionId(body.version_id),
    }
}

/// A consent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConsent {
    /// To which version.
    pub version_id: Uuid,
    /// Where an organiser logs it for the owner: `paper` or `spoken`. Owners and their guardians leave it out.
    #[schema(pattern = "^(paper|spoken)$")]
    pub manner: Option<String>,
}

request! {
    /// The owner consents to a version, or an organiser logs that they did.
    consent, "/consents", "agreements", NewConsent as body => LogConsent {
        version: VersionId(body.version_id),
        manner: body.manner.clone(),
        signed_by: None,
    }
}

/// A version of an agreement.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct VersionView {
    /// The version.
    pub id: Uuid,
    /// Whose goods it splits.
    pub grid_id: Uuid,
    /// Only the pieces of this lot that are sold there; the grid's own agreement where there is none.
    pub lot_id: Option<Uuid>,
    /// The owner that it was made for.
    pub owner_id: Uuid,
    /// Its first day.
    pub effective_on: NaiveDate,
    /// Whether it is approved and consented to.
    pub is_agreed: bool,
    /// The first signature.
    pub proposed_by: Uuid,
    /// When, RFC 3339.
    pub proposed_at: String,
    /// The second signature.
    pub approved_by: Option<Uuid>,
    /// When, RFC 3339.
    pub approved_at: Option<String>,
    /// Who logged the owner's consent.
    pub consent_logged_by: Option<Uuid>,
    /// `self`, `guardian`, `paper` or `spoken`.
    pub consent_manner: Option<String>,
    /// When, RFC 3339.
    pub consented_at: Option<String>,
    /// Who withdrew it before it was agreed.
    pub withdrawn_by: Option<Uuid>,
    /// When, RFC 3339.
    pub withdrawn_at: Option<String>,
}

impl From<VersionRow> for VersionView {
    fn from(row: VersionRow) -> Self {
        Self {
            id: row.id.0,
            grid_id: row.grid_id.0,
            lot_id: row.lot_id.map(|lot| lot.0),
            owner_id: row.owner_id.0,
            effective_on: row.effective_on,
            is_agreed: row.is_agreed(),
            proposed_by: row.proposed_by.0,
            proposed_at: row.proposed_at.rfc3339(),
            approved_by: row.approved_by.map(|person| person.0),
            approved_at: row.approved_at.map(Ts::rfc3339),
            consent_logged_by: row.consent_logged_by.map(|person| person.0),
            consent_manner: row.consent_manner,
            consented_at: row.consented_at.map(Ts::rfc3339),
            withdrawn_by: row.withdrawn_by.map(|person| person.0),
            withdrawn_at: row.withdrawn_at.map(Ts::rfc3339),
        }
    }
}

/// A share of a version.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShareView {
    /// Its place, from 1.
    pub place: i64,
    /// `owner`, `cooperative` or `supporter`.
    pub party: String,
    /// The owner or supporter.
    pub person_id: Option<Uuid>,
    /// Percent of each line's base.
    #[schema(example = "85")]
    pub percent: String,
    /// The supporter's instrument.
    pub instrument_id: Option<Uuid>,
    /// The place of the share that takes what a cap leaves.
    pub fallback: i64,
    /// What rounding still owes it (分厘结转), in hundredths of a yuan, e.g. `0.35`. Over all shares it sums to 0.
    #[schema(example = "-0.35")]
    pub carry: String,
}

impl From<CarriedShare> for ShareView {
    fn from(row: CarriedShare) -> Self {
        let share = row.share;
        Self {
            place: share.place + 1,
            party: share.party,
            person_id: share.person_id.map(|person| person.0),
            percent: Percent::from_e6(share.percent_e6).unwrap_or_default().to_string(),
            instrument_id: share.instrument_id.map(|instrument| instrument.0),
            fallback: share.fallback + 1,
            carry: Decimal::new(row.carry_e8.unwrap_or_default(), 8).normalize().to_string(),
        }
    }
}

/// A version with its shares.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct VersionInFull {
    /// The version.
    #[serde(flatten)]
    pub version: VersionView,
    /// In the order of the agreement.
    pub shares: Vec<ShareView>,
}

/// Which versions.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VersionsWanted {
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    pub after: Option<String>,
    /// Of one grid only.
    pub grid_id: Option<Uuid>,
    /// True: only those that wait for a second signature or for the owner's consent.
    pub waiting: Option<bool>,
}

/// Versions of agreements with their shares, in the order in which they were proposed.
#[utoipa::path(get, path = "/agreement-versions", tag = "agreements", params(VersionsWanted), responses(
    (status = 200, body = Page<VersionInFull>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_agreement_versions(
    mut reading: Reading<ReadAgreements>,
    Query(wanted): Query<VersionsWanted>,
) -> Result<Json<Page<VersionInFull>>, Problem> {
    let paging = read::paging(wanted.limit, wanted.after);
    let limit = paging.rows()?;
    let (grid, after) = (wanted.grid_id.map(GridId), paging.id_cursor()?);
    let only_waiting = wanted.waiting.unwrap_or(false);
    let rows = versions::list(&mut reading.tx, &reading.allowed, grid, only_waiting, after, limit + 1).await?;
    let ids: Vec<VersionId> = rows.iter().map(|row| row.id).collect();
    let mut shares = versions::shares_of(&mut reading.tx, &reading.allowed, &ids).await?;
    let in_full = |row: VersionRow| {
        let shares = shares.remove(&row.id).unwrap_or_default().into_iter().map(ShareView::from).collect();
        VersionInFull { version: row.into(), shares }
    };
    Ok(Json(Page::of(rows, limit, |row| row.id.0, in_full)))
}

/// A version with its shares and what rounding still owes to each.
#[utoipa::path(get, path = "/agreement-versions/{id}", tag = "agreements", params(("id" = Uuid, Path)), responses(
    (status = 200, body = VersionInFull),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_agreement_version(mut reading: Reading<ReadAgreements>, Path(id): Path<Uuid>) -> Result<Json<VersionInFull>, Problem> {
    let row = versions::find(&mut reading.tx, &reading.allowed, VersionId(id)).await?;
    let row = row.ok_or(Refusal::NotFound("agreement version"))?;
    let shares = versions::shares(&mut reading.tx, &reading.allowed, row.id).await?;
    Ok(Json(VersionInFull { version: row.into(), shares: shares.into_iter().map(ShareView::from).collect() }))
}
