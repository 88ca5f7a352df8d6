//! Tills, as the office keeps them.

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Service,
        execute::Sent,
        tills::{AddTill, EnrolmentCode, RevokeTill, ShowCode},
    },
    auth::policy::{ManageTills, ReadRepairs},
    domain::{
        id::{SiteId, TillId},
        time::Ts,
    },
    http::{
        command::Asked,
        page::{NameOrder, Page},
        problem::Problem,
        read::{self, Query, Reading},
    },
    store::enrolments::{self, TillRow, Tills},
};

/// A till is put up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTill {
    /// Where it stands.
    pub site_id: Uuid,
    /// What people call it, unique in the cooperative.
    #[schema(min_length = 1, max_length = 40, example = "一号收银台")]
    pub name: String,
}

request! {
    /// Put up a till at a site. It can do nothing until it is enrolled with a code.
    add_till, "/tills", "tills", NewTill as body => AddTill { site: SiteId(body.site_id), name: body.name.clone() }
}

/// For which till a code is asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeRequest {
    /// The till.
    pub till_id: Uuid,
}

/// A code that lets a till in, once.
#[derive(Debug, Serialize, ToSchema)]
pub struct TillCode {
    /// The till.
    pub till_id: Uuid,
    /// To be typed at the till together with the cooperative's short name.
    #[schema(example = "7KQM-2XWD")]
    pub code: String,
    /// Until when it holds: 15 minutes.
    pub expires_at: DateTime<Utc>,
}

/// Show a code for a till, new or to be enrolled anew. An earlier code no longer counts.
#[utoipa::path(post, path = "/till-codes", tag = "tills", request_body = CodeRequest, responses(
    (status = 201, body = TillCode),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_till_code(
    State(service): State<Service>,
    Asked { caller, body: asked, .. }: Asked<ManageTills, CodeRequest>,
) -> Result<(StatusCode, Json<TillCode>), Problem> {
    let code = EnrolmentCode::fresh(service.chance.bytes());
    let errand = ShowCode { till: TillId(asked.till_id), code: code.hash(&service.keys, caller.actor.coop) };
    let expires_at = service.writer.errand(Sent { actor: caller.actor, errand }).await?.instant();
    Ok((StatusCode::CREATED, Json(TillCode { till_id: asked.till_id, code: code.shown(), expires_at })))
}

/// A till is shut out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TillRevocation {
    /// The till.
    pub till_id: Uuid,
    /// One enrolment, e.g. an older one that has delivered all it had; all of them where it is missing.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub epoch: Option<i64>,
}

request! {
    /// Shut a till out. For 60 days its token still delivers what was not sent, all of it into quarantine.
    revoke_till, "/till-revocations", "tills", TillRevocation as body => RevokeTill { till: TillId(body.till_id), epoch: body.epoch }
}

/// A till.
#[derive(Debug, Serialize, ToSchema)]
pub struct TillView {
    /// The till.
    pub id: Uuid,
    /// Where it stands.
    pub site_id: Uuid,
    /// The site's name.
    pub site: String,
    /// What people call it.
    pub name: String,
    /// The enrolment in force; 0 before the first.
    pub epoch: i64,
    /// When that was.
    pub enrolled_at: Option<DateTime<Utc>>,
    /// When it was shut out.
    pub revoked_at: Option<DateTime<Utc>>,
    /// The number that is posted next.
    pub next_seq: Option<i64>,
    /// The open shift.
    pub open_shift_id: Option<Uuid>,
    /// Who opened it.
    pub opened_by: Option<Uuid>,
    /// How many of its commands wait for an earlier number.
    pub early: i64,
    /// How many of its commands are set aside and not yet repaired.
    pub quarantined: i64,
}

impl From<TillRow> for TillView {
    fn from(row: TillRow) -> Self {
        Self {
            id: row.id.0,
            site_id: row.site_id.0,
            site: row.site,
            name: row.name,
            epoch: row.epoch,
            enrolled_at: row.enrolled_at.map(Ts::instant),
            revoked_at: row.revoked_at.map(Ts::instant),
            next_seq: row.next_seq,
            open_shift_id: row.open_shift_id.map(|shift| shift.0),
            opened_by: row.opened_by.map(|person| person.0),
            early: row.early,
            quarantined: row.quarantined,
        }
    }
}

/// Which tills.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TillQuery {
    /// A part of the name.
    #[param(max_length = 100)]
    text: Option<String>,
    /// At one site only.
    site_id: Option<Uuid>,
    /// Only those that are let in, or only those that are not yet or no longer.
    active: Option<bool>,
    /// By name where it is missing.
    #[serde(default)]
    #[param(inline)]
    sort: NameOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Tills by name, with what of theirs needs the office.
#[utoipa::path(get, path = "/tills", tag = "tills", params(TillQuery), responses(
    (status = 200, body = Page<TillView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_tills(mut reading: Reading<ReadRepairs>, Query(query): Query<TillQuery>) -> Result<Json<Page<TillView>>, Problem> {
    let TillQuery { text, site_id, active, sort, limit, after } = query;
    let paging = read::paging(limit, after);
    let (limit, after) = (paging.rows()?, paging.name_cursor(sort.way())?);
    let wanted = Tills { text: read::wanted(text), site: site_id.map(SiteId), active, way: sort.way() };
    let rows = enrolments::list(&mut reading.tx, &reading.allowed, &wanted, &after, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.name.clone(), TillView::from)))
}
