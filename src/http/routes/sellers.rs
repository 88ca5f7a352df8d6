//! Who stands at the till: three of nine pictures, set for a person and tapped by them.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        sellers::{self, Tapped},
    },
    auth::{
        picture,
        policy::{Sell, SetPicturePin},
    },
    domain::id::PersonId,
    http::{command::Asked, problem::Problem},
};

/// One of the nine pictures.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PictureName {
    /// 鱼
    Fish,
    /// 花
    Flower,
    /// 伞
    Umbrella,
    /// 猫
    Cat,
    /// 月亮
    Moon,
    /// 树
    Tree,
    /// 房子
    House,
    /// 钥匙
    Key,
    /// 船
    Boat,
}

impl From<PictureName> for picture::Picture {
    fn from(name: PictureName) -> Self {
        match name {
            PictureName::Fish => Self::Fish,
            PictureName::Flower => Self::Flower,
            PictureName::Umbrella => Self::Umbrella,
            PictureName::Cat => Self::Cat,
            PictureName::Moon => Self::Moon,
            PictureName::Tree => Self::Tree,
            PictureName::House => Self::House,
            PictureName::Key => Self::Key,
            PictureName::Boat => Self::Boat,
        }
    }
}

pub(super) fn pictures(names: &[PictureName]) -> Vec<picture::Picture> {
    names.iter().copied().map(Into::into).collect()
}

/// A person's pictures.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPicturePin {
    /// Whose; the sender's own where it is missing.
    pub person_id: Option<Uuid>,
    /// Three different ones, in any order. None takes the pictures away: then the face alone is enough.
    #[schema(max_items = 3, example = json!(["fish", "moon", "cat"]))]
    pub pictures: Vec<PictureName>,
}

/// Set the three pictures by which a till knows who sells: the organiser for anybody, everybody for themselves, a guardian for the wards.
#[utoipa::path(post, path = "/picture-pins", tag = "people", request_body = NewPicturePin, responses(
    (status = 204, description = "Kept"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn set_picture_pin(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<SetPicturePin, NewPicturePin>,
) -> Result<StatusCode, Problem> {
    let person = body.person_id.map(PersonId).or(caller.actor.person()).ok_or(Refusal::NotSignedIn)?;
    sellers::set_pictures(&service, caller.actor, person, &pictures(&body.pictures)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Pictures that somebody tapped at the till.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SellerCheck {
    /// Whose face was tapped.
    pub person_id: Uuid,
    /// The pictures, in any order; none for a person who has chosen none.
    #[schema(max_items = 9)]
    pub pictures: Vec<PictureName>,
}

/// What the till does next.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SellerVerdict {
    /// It is this person.
    Ok,
    /// These are not their pictures.
    Wrong,
    /// Too many were wrong: not looked at.
    Wait,
}

/// Whether it is this person.
#[derive(Debug, Serialize, ToSchema)]
pub struct SellerAnswer {
    /// What the till does next.
    pub answer: SellerVerdict,
    /// For `wait`: how long, in seconds.
    #[schema(required = true, nullable)]
    pub seconds: Option<i64>,
}

/// Ask whether three pictures are a person's. Five tries, then slower and slower. It says who sells and protects nothing: a refund asks
/// for a helper's PIN.
#[utoipa::path(post, path = "/till/sellers", tag = "till", request_body = SellerCheck, responses(
    (status = 200, body = SellerAnswer),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn check_seller(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<Sell, SellerCheck>,
) -> Result<Json<SellerAnswer>, Problem> {
    let tapped = sellers::tapped(&service, caller.actor, PersonId(body.person_id), &pictures(&body.pictures)).await?;
    Ok(Json(match tapped {
        Tapped::Right => SellerAnswer { answer: SellerVerdict::Ok, seconds: None },
        Tapped::Wrong => SellerAnswer { answer: SellerVerdict::Wrong, seconds: None },
        Tapped::Wait { seconds } => SellerAnswer { answer: SellerVerdict::Wait, seconds: Some(seconds) },
    }))
}
