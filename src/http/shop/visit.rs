//! A visit: which language, which cooperative, which thing, on which day. Whatever is not there is a page that says so.

use std::collections::HashMap;

use axum::{
    extract::{FromRef, FromRequestParts, Path, Query},
    http::{HeaderMap, StatusCode, Uri, request::Parts},
    response::{IntoResponse, Response},
};
use maud::html;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    lang::Lang,
    shell::{Page, answer},
};
use crate::{
    app::{Refusal, Service},
    domain::time::Date,
    http::{paper, problem::Problem},
    store::{
        Tx,
        coop::{self, Coop},
    },
};

/// What stands behind `?`. Chats hang marks of their own on links, so what we do not know is passed over.
#[derive(Clone, Debug, Default, Deserialize)]
struct Asked {
    lang: Option<String>,
    q: Option<String>,
    after: Option<String>,
}

/// Somebody who looks.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// In which language.
    pub lang: Lang,
    /// The page's own path.
    pub path: String,
    /// Where the sender knows us, for links that leave the page.
    pub base: String,
    asked: Asked,
}

impl Visitor {
    /// Whoever asks for an address.
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let asked = Query::<Asked>::try_from_uri(uri).map(|Query(asked)| asked).unwrap_or_default();
        let base = paper::address(headers).unwrap_or_default();
        Self { lang: Lang::named(asked.lang.as_deref()), path: uri.path().to_owned(), base, asked }
    }

    /// The word that is searched for.
    pub fn word(&self) -> Option<String> {
        let word: String = self.asked.q.as_deref()?.chars().filter(|letter| !letter.is_control()).take(40).collect();
        Some(word.trim().to_owned()).filter(|word| !word.is_empty())
    }

    /// Where the page before ended, if it can be read.
    pub fn after<T: std::str::FromStr>(&self) -> Option<T> {
        self.asked.after.as_deref()?.parse().ok()
    }
}

/// Somebody who looks at a cooperative's pages.
pub struct Visit {
    /// Who.
    pub visitor: Visitor,
    /// Whose pages.
    pub coop: Coop,
    /// Today, where the cooperative is.
    pub day: Date,
    /// One consistent snapshot.
    pub tx: Tx,
    /// The thing that the address names.
    pub id: Uuid,
}

/// Why a page is not shown.
pub enum Lost {
    /// There is none.
    Nowhere(Box<Visitor>),
    /// Something broke.
    Broken(Box<Problem>),
}

impl Visit {
    /// What the address names, or the page that says that it is not there.
    pub fn found<T>(&self, thing: Option<T>) -> Result<T, Lost> {
        thing.ok_or_else(|| Lost::Nowhere(Box::new(self.visitor.clone())))
    }
}

impl From<Refusal> for Lost {
    fn from(refusal: Refusal) -> Self {
        Self::Broken(Box::new(refusal.into()))
    }
}

impl From<sqlx::Error> for Lost {
    fn from(error: sqlx::Error) -> Self {
        Self::Broken(Box::new(error.into()))
    }
}

impl IntoResponse for Lost {
    fn into_response(self) -> Response {
        match self {
            Self::Broken(problem) => problem.into_response(),
            Self::Nowhere(visitor) => not_there(&visitor),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

impl<S> FromRequestParts<S> for Visit
where
    Service: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Lost;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Lost> {
        let visitor = Visitor::of(&parts.uri, &parts.headers);
        let nowhere = || Lost::Nowhere(Box::new(visitor.clone()));
        let named = Path::<HashMap<String, String>>::from_request_parts(parts, state).await.map_err(|_| nowhere())?;
        let code = named.get("coop").filter(|code| !code.chars().any(char::is_control)).ok_or_else(nowhere)?;
        let id = named.get("id").map_or(Ok(Uuid::nil()), |id| Uuid::try_parse(id)).map_err(|_| nowhere())?;
        let service = Service::from_ref(state);
        let mut tx = service.db.snapshot().await?;
        let coop = coop::by_code(&mut tx, code).await?.ok_or_else(nowhere)?;
        let day = service.clock.now().day_in(coop.zone);
        Ok(Self { visitor, coop, day, tx, id })
    }
}

/// An address below the shop that leads nowhere.
pub async fn nowhere(visitor: Visitor) -> Response {
    not_there(&visitor)
}

fn not_there(visitor: &Visitor) -> Response {
    let lang = visitor.lang;
    let title = lang.of("这里没有东西", "Nothing here");
    let body = html! {
        div.plainly {
            h1 { (title) }
            p { (lang.of("可能是搬走了，也可能是地址抄错了。", "It may have moved, or the address was copied wrongly.")) }
            p { a.btn.go href=(lang.address("/shop")) { (lang.of("去铺面看看", "Go to the shop")) } }
        }
    };
    let page = Page { title, description: title, ..Page::new(visitor, body) };
    answer(StatusCode::NOT_FOUND, &page)
}
