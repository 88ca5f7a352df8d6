//! Who agrees to a payout, at a sign-in or at a till.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    payouts::{OnePayout, PayoutView},
    sellers::{PictureName, pictures},
};
use crate::{
    app::{
        Refusal, Service,
        payouts::{CoSignPayout, ConfirmPayout, RefusePayout, confirm_at_till, waiting_at_till, waits_for, with_steps},
    },
    auth::policy::{Sell, SignPayouts},
    domain::id::{PayoutId, PersonId},
    http::{command::Asked, problem::Problem, read::Reading},
    store::{coop, payouts},
};

request! {
    /// Agree to one's own payout. The owner's word comes first, whatever the support plan says.
    confirm_payout, "/payout-confirmations", "payouts", OnePayout as body => ConfirmPayout { payout: PayoutId(body.payout_id) }
}

request! {
    /// Agree to a payout as a helper or as the owner's guardian, where the support plan asks for it.
    co_sign_payout, "/payout-co-signatures", "payouts", OnePayout as body => CoSignPayout { payout: PayoutId(body.payout_id) }
}

/// Somebody says no.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PayoutRefusal {
    /// To which.
    pub payout_id: Uuid,
    /// `wrong_amount`, `not_now`, `another_way` or `other`.
    #[schema(pattern = "^(wrong_amount|not_now|another_way|other)$")]
    pub reason: String,
}

request! {
    /// Say no to a payout, as its owner or as who helps. It is kept for good, and nothing is paid.
    refuse_payout, "/payout-refusals", "payouts", PayoutRefusal as body =>
        RefusePayout { payout: PayoutId(body.payout_id), reason: body.reason.clone() }
}

/// Payouts that wait for somebody.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WaitingPayouts {
    /// Oldest first.
    pub payouts: Vec<PayoutView>,
}

/// What waits for the sender's own word: their own payouts to confirm, and those to co-sign as a helper or a guardian.
#[utoipa::path(get, path = "/payouts/waiting", tag = "payouts", responses(
    (status = 200, body = WaitingPayouts),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn waiting_payouts(mut reading: Reading<SignPayouts>) -> Result<Json<WaitingPayouts>, Problem> {
    let coop = reading.allowed.coop();
    let rows = payouts::open(&mut reading.tx, coop, None).await?;
    let all = with_steps(&mut reading.tx, coop, rows).await?;
    let (actor, unit) = (&reading.caller.actor, &reading.coop.unit);
    let mine = all.into_iter().filter(|payout| waits_for(payout, actor));
    Ok(Json(WaitingPayouts { payouts: mine.map(|payout| PayoutView::of(payout, unit)).collect() }))
}

/// Somebody at a till.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnerAtTill {
    /// Whose face was tapped.
    pub person_id: Uuid,
    /// The pictures, in any order.
    #[schema(max_items = 9)]
    pub pictures: Vec<PictureName>,
}

/// What waits for the word of somebody at a till, who is known by three pictures that were chosen.
#[utoipa::path(post, path = "/till/payouts", tag = "till", request_body = OwnerAtTill, responses(
    (status = 200, body = WaitingPayouts),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn payouts_at_till(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<Sell, OwnerAtTill>,
) -> Result<Json<WaitingPayouts>, Problem> {
    let id = caller.actor.coop;
    let waiting = waiting_at_till(&service, caller.actor, PersonId(body.person_id), &pictures(&body.pictures)).await?;
    let mut tx = service.db.snapshot().await?;
    let unit = coop::find(&mut tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?.unit;
    Ok(Json(WaitingPayouts { payouts: waiting.into_iter().map(|payout| PayoutView::of(payout, &unit)).collect() }))
}

/// Somebody at a till agrees.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmationAtTill {
    /// Whose face was tapped.
    pub person_id: Uuid,
    /// The pictures, in any order.
    #[schema(max_items = 9)]
    pub pictures: Vec<PictureName>,
    /// To which payout.
    pub payout_id: Uuid,
}

/// Agree to one's own payout at a till, with the three pictures. Whoever chose them for somebody has a hand in the payout, and signs nothing
/// else of it.
#[utoipa::path(post, path = "/till/payout-confirmations", tag = "till", request_body = ConfirmationAtTill, responses(
    (status = 204, description = "Kept"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn confirm_payout_at_till(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<Sell, ConfirmationAtTill>,
) -> Result<StatusCode, Problem> {
    let (person, payout) = (PersonId(body.person_id), PayoutId(body.payout_id));
    confirm_at_till(&service, caller.actor, person, &pictures(&body.pictures), payout).await?;
    Ok(StatusCode::NO_CONTENT)
}
