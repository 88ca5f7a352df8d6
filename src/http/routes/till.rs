//! What a till needs besides reporting: to be let in, where it stands, the shop that it shows, a helper's approval.

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{Refusal, Service, approvals, tills},
    auth::policy::{KeepOwnSecrets, Sell, allow},
    domain::id::{GoodId, PersonId},
    http::{
        art::{self, Size},
        caller::DeliveringTill,
        command::{Asked, Body},
        page::Page,
        peer::Peer,
        problem::Problem,
        read::{Query, Reading, paging},
    },
    store::{till_shop, tills as standing},
};

/// A till asks to be let in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Enrolment {
    /// The cooperative's code, e.g. `hexie`; may be missing where the service keeps one only.
    #[schema(max_length = 64, example = "hexie")]
    pub coop: Option<String>,
    /// As the office shows it.
    #[schema(min_length = 8, max_length = 20, example = "7KQM-2XWD")]
    pub code: String,
}

/// A till that was let in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Enrolled {
    /// The till.
    pub till_id: Uuid,
    /// This enrolment: goes into every command's envelope.
    pub epoch: i64,
    /// To be sent as `Authorization: Bearer …`. It is shown this once.
    pub token: String,
}

/// Let a till in with the code that the office shows. The code works once; wrong ones are answered slower and slower.
#[utoipa::path(post, path = "/enrolments", tag = "till", request_body = Enrolment, responses(
    (status = 201, body = Enrolled),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn enrol_till(
    State(service): State<Service>,
    from: Peer,
    Body(asked): Body<Enrolment>,
) -> Result<(StatusCode, Json<Enrolled>), Problem> {
    let token = tills::enrol(&service, asked.coop.as_deref(), &asked.code, from.address).await?;
    Ok((StatusCode::CREATED, Json(Enrolled { till_id: token.till.0, epoch: token.epoch, token: token.text() })))
}

/// Where a till stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct TillState {
    /// The till.
    pub till_id: Uuid,
    /// What people call it.
    pub name: String,
    /// What people call the place where it stands.
    pub site: String,
    /// The cooperative's code: a receipt is at `/r/{coop}/{token}`.
    pub coop: String,
    /// The enrolment of the token that asks.
    pub epoch: i64,
    /// The number that the next command takes.
    pub next_seq: i64,
    /// The body hash of the command before it, in hexadecimal: its `prev_hash`.
    pub last_hash: String,
    /// The open shift.
    pub open_shift_id: Option<Uuid>,
    /// Its business day.
    pub business_date: Option<NaiveDate>,
    /// The highest number that waits for an earlier one.
    pub highest_early_seq: Option<i64>,
    /// Whether it was shut out: then it only delivers.
    pub revoked: bool,
    /// The service's time, to learn the clock's offset from.
    pub now: DateTime<Utc>,
}

/// Where this till stands: the next number, the last hash, the open shift.
#[utoipa::path(get, path = "/till", tag = "till", responses(
    (status = 200, body = TillState),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn till_state(State(service): State<Service>, asking: DeliveringTill) -> Result<Json<TillState>, Problem> {
    let allowed = allow::<Sell>(&asking.actor)?;
    let mut tx = service.db.snapshot().await?;
    let state = standing::state(&mut tx, &allowed, asking.till, asking.epoch).await?.ok_or(Refusal::NotFound("till"))?;
    Ok(Json(TillState {
        till_id: asking.till.0,
        name: state.name,
        site: state.site,
        coop: state.coop,
        epoch: asking.epoch,
        next_seq: state.next_seq,
        last_hash: state.last_hash.to_string(),
        open_shift_id: state.open_shift_id.map(|shift| shift.0),
        business_date: state.business_date,
        highest_early_seq: state.highest_early_seq,
        revoked: asking.revoked_at.is_some(),
        now: service.clock.now().instant(),
    }))
}

/// The shop as a till shows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TillShop {
    /// The cooperative's name on paper.
    pub cooperative: String,
    /// Its code, for the link on a receipt: `/r/<code>/<receipt token>`.
    pub code: String,
    /// The currency, e.g. `CNY`.
    pub unit: String,
    /// How many digits it has after the point.
    pub digits: u32,
    /// Rounding-off and donation stay below this.
    pub rounding_limit: String,
    /// Whether it is made up.
    pub is_demo: bool,
    /// By name, at most 1,000.
    pub sites: Vec<ShopSite>,
    /// By code, at most 2,000.
    pub grids: Vec<ShopGrid>,
    /// Who may stand at the till, at most 1,000.
    pub staff: Vec<ShopPerson>,
    /// By age: a page.
    pub goods: Vec<ShopGood>,
    /// Give it as `after` for the next page of goods; missing on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A site.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShopSite {
    /// The site.
    pub id: Uuid,
    /// What people call it.
    pub name: String,
}

/// A grid and whose it is today.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShopGrid {
    /// The grid.
    pub id: Uuid,
    /// Where it stands.
    pub site_id: Uuid,
    /// What is written on it.
    pub code: String,
    /// Its place at the site, from 1.
    pub number: i64,
    /// Which of nine colours tells it apart, from 1.
    pub colour: i64,
    /// Its owner today.
    pub owner_id: Option<Uuid>,
    /// What the owner wants to be called.
    pub owner_nickname: Option<String>,
    /// The owner's face: `/art/faces/<face>.svg`.
    #[schema(required = true, nullable)]
    pub owner_face: Option<String>,
}

/// Somebody who may stand at the till.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShopPerson {
    /// The person.
    pub id: Uuid,
    /// What they want to be called.
    pub nickname: Option<String>,
    /// Their face: `/art/faces/<face>.svg`.
    #[schema(required = true, nullable)]
    pub face: Option<String>,
    /// Whether they may approve a refund with their PIN.
    pub approves: bool,
    /// Whether the till asks for their three pictures (`POST /till/sellers`); without, the face alone is enough.
    pub has_pictures: bool,
}

/// A good with its price of now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShopGood {
    /// The good.
    pub id: Uuid,
    /// Its grid.
    pub grid_id: Uuid,
    /// What is written on its tile.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// If it has one.
    pub barcode: Option<String>,
    /// Per piece or kilogram; missing until one is set.
    pub price: Option<String>,
    /// Where its picture is, small.
    #[schema(required = true, nullable, example = "/art/goods/corn-cake.svg")]
    pub picture: Option<String>,
}

/// How many goods, and from where.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GoodsOfShop {
    /// Goods a page, 1 to 5,000; 5,000 where it is missing.
    #[param(minimum = 1, maximum = 5000)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    pub after: Option<String>,
}

/// A whole shop at once: a till starts with one question.
const MOST_GOODS: i64 = 5000;

/// The shop as this till shows it: sites, grids, people at the till, and a page of goods with their prices.
#[utoipa::path(get, path = "/till/shop", tag = "till", params(GoodsOfShop), responses(
    (status = 200, body = TillShop),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn till_shop(
    State(service): State<Service>,
    reading: Reading<Sell>,
    Query(wanted): Query<GoodsOfShop>,
) -> Result<Json<TillShop>, Problem> {
    let Reading { mut tx, coop, allowed, .. } = reading;
    let limit = wanted.limit.unwrap_or(MOST_GOODS);
    if !(1..=MOST_GOODS).contains(&limit) {
        return Err(Problem::unreadable("limit 在 1 到 5000 之间", "limit is between 1 and 5000"));
    }
    let after = GoodId(paging(None, wanted.after).id_cursor()?);
    let today = service.clock.now().day_in(coop.zone);
    let sites = till_shop::sites(&mut tx, &allowed).await?;
    let grids = till_shop::grids(&mut tx, &allowed, today).await?;
    let staff = till_shop::staff(&mut tx, &allowed).await?;
    let goods = till_shop::goods(&mut tx, &allowed, after, limit + 1).await?;
    let good = |row: till_shop::GoodRow| {
        let price = row.price_minor.map(|price| coop.unit.format(price));
        let picture = art::of_good(&coop, &row.look, Size::Tile);
        ShopGood { id: row.id.0, grid_id: row.grid_id.0, name: row.name, measure: row.measure, barcode: row.barcode, price, picture }
    };
    let goods = Page::of(goods, limit, |row| row.id.0, good);
    let grid = |row: till_shop::GridRow| ShopGrid {
        id: row.id.0,
        site_id: row.site_id.0,
        code: row.code,
        number: row.number,
        colour: art::colour(row.number),
        owner_id: row.owner_id.map(|owner| owner.0),
        owner_nickname: row.nickname,
        owner_face: row.face,
    };
    let person = |row: till_shop::StaffRow| ShopPerson {
        id: row.id.0,
        nickname: row.nickname,
        face: row.face,
        approves: row.approves,
        has_pictures: row.has_pictures,
    };
    Ok(Json(TillShop {
        cooperative: coop.name,
        code: coop.code,
        digits: coop.unit.exponent,
        rounding_limit: coop.unit.format(coop.rounding_limit),
        unit: coop.unit.code.clone(),
        is_demo: coop.is_demo,
        sites: sites.into_iter().map(|row| ShopSite { id: row.id.0, name: row.name }).collect(),
        grids: grids.into_iter().map(grid).collect(),
        staff: staff.into_iter().map(person).collect(),
        goods: goods.items,
        next: goods.next,
    }))
}

/// One's own PIN.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPin {
    /// Six digits.
    #[schema(pattern = "^[0-9]{6}$", example = "274916")]
    pub pin: String,
}

/// Set one's own PIN, which approves refunds at a till.
#[utoipa::path(post, path = "/pins", tag = "people", request_body = NewPin, responses(
    (status = 204, description = "Kept"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn set_pin(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<KeepOwnSecrets, NewPin>,
) -> Result<StatusCode, Problem> {
    approvals::set_pin(&service, caller.actor, body.pin).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A helper's PIN, typed at the till.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovalRequest {
    /// The helper.
    pub helper_id: Uuid,
    /// Their PIN.
    #[schema(pattern = "^[0-9]{6}$", example = "274916")]
    pub pin: String,
}

/// An approval of one refund.
#[derive(Debug, Serialize, ToSchema)]
pub struct GivenApproval {
    /// Goes into the refund's envelope as `approval`; works once.
    pub approval: Uuid,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// Exchange a helper's PIN for an approval of one refund. Wrong PINs are answered slower and slower.
#[utoipa::path(post, path = "/till/approvals", tag = "till", request_body = ApprovalRequest, responses(
    (status = 201, body = GivenApproval),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn approve_at_till(
    State(service): State<Service>,
    Asked { caller, body: asked, .. }: Asked<Sell, ApprovalRequest>,
) -> Result<(StatusCode, Json<GivenApproval>), Problem> {
    let (approval, ends) = approvals::approve(&service, caller.actor, PersonId(asked.helper_id), asked.pin).await?;
    Ok((StatusCode::CREATED, Json(GivenApproval { approval: approval.0, expires_at: ends.instant() })))
}
