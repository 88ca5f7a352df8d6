//! Uploaded pictures: in by whoever sets up the shop, out to whoever knows their name.

use std::marker::PhantomData;

use axum::{
    Json,
    body::Bytes,
    extract::{FromRef, FromRequest, FromRequestParts, Request, State, rejection::BytesRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    app::{Refusal, Service, darkroom::UPLOAD_BYTES, shop::upload_image, words::Words},
    auth::policy::{Permission, SetUpShop, allow},
    http::{
        art::{self, Size},
        caller::Caller,
        limits::{InFlight, Place},
        problem::Problem,
        read::Path,
    },
    store::{coop, images},
};

/// A file's bytes. First whether the sender may, then what they are.
pub struct Upload<P> {
    /// Who sends it.
    pub caller: Caller,
    /// What they send.
    pub bytes: Bytes,
    /// Held until it is answered.
    pub _place: Place,
    /// What was asked of the policy.
    pub permission: PhantomData<P>,
}

impl<S, P> FromRequest<S> for Upload<P>
where
    Service: FromRef<S>,
    InFlight: FromRef<S>,
    S: Send + Sync,
    P: Permission,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, state).await?;
        allow::<P>(&caller.actor)?;
        let bytes = Bytes::from_request(Request::from_parts(parts, body), state).await.map_err(too_large)?;
        let place = InFlight::from_ref(state).enter(caller.actor.coop.0, caller.actor.sender().1)?;
        Ok(Self { caller, bytes, _place: place, permission: PhantomData })
    }
}

fn too_large(rejection: BytesRejection) -> Problem {
    if rejection.status() != StatusCode::PAYLOAD_TOO_LARGE {
        return rejection.into();
    }
    let most = UPLOAD_BYTES / (1024 * 1024);
    let words = Words::new(
        format!("文件超过 {most} MB；图片请用手机里的“编辑”把它缩小"),
        format!("the file is larger than {most} MB: make it smaller first"),
    );
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "文件太大", words)
}

/// A picture that was taken in.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptImage {
    /// Its name, for `POST /good-pictures` and `POST /goods`: the same bytes always have the same.
    pub image: String,
    /// Where it is.
    #[schema(example = "/media/hexie/9f86d081….jpg")]
    pub picture: String,
    /// The same, small.
    pub tile: String,
}

/// Upload a picture: JPEG, PNG or WebP of at most 8 MB, known by its content. It is made small, and what a camera writes beside it
/// (the place, the time, the owner) is left out. The same picture again has the same name.
#[utoipa::path(post, path = "/images", tag = "shop",
    request_body(content((Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "image/webp"))),
    responses(
        (status = 201, body = KeptImage),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn upload(State(service): State<Service>, upload: Upload<SetUpShop>) -> Result<(StatusCode, Json<KeptImage>), Problem> {
    let Upload { caller, bytes, _place, .. } = upload;
    let coop = {
        let mut tx = service.db.snapshot().await?;
        coop::find(&mut tx, caller.actor.coop).await?.ok_or(Refusal::NotFound("cooperative"))?
    };
    let hash = upload_image(&service, caller.actor, bytes).await?;
    let [picture, tile] = [Size::Page, Size::Tile].map(|size| art::upload(&coop.code, hash, size));
    Ok((StatusCode::CREATED, Json(KeptImage { image: hash.to_string(), picture, tile })))
}

/// A picture, to whoever knows its name. Its bytes never change.
pub async fn media(State(service): State<Service>, Path((code, file)): Path<(String, String)>) -> Result<Response, Problem> {
    let (hash, size) = art::named(&file).ok_or(Refusal::NotFound("image"))?;
    // PostgreSQL takes no NUL in a text, and no code has one.
    if code.chars().any(char::is_control) {
        return Err(Refusal::NotFound("image").into());
    }
    let mut tx = service.db.snapshot().await?;
    let coop = coop::by_code(&mut tx, &code).await?.ok_or(Refusal::NotFound("image"))?;
    let bytes = match size {
        Size::Page => images::page(&mut tx, coop.id, hash).await?,
        Size::Tile => images::tile(&mut tx, coop.id, hash).await?,
    };
    let bytes = bytes.ok_or(Refusal::NotFound("image"))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    Ok((headers, bytes).into_response())
}
