//! A question: a snapshot of the database, the cooperative, and the proof that the sender may look.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::request::Parts,
};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::Error as _};

use super::{caller::Caller, page::Paging, problem::Problem};
use crate::{
    app::{Refusal, Service},
    auth::policy::{Allowed, Permission, allow},
    domain::{
        money::Minor,
        time::{Date, parse_date},
    },
    store::{
        Tx,
        books::Days,
        coop::{self, Coop},
    },
};

/// What a read works with. Asking for it as `Reading<ReadBooks>` is the authorisation.
pub struct Reading<P> {
    /// One consistent snapshot.
    pub tx: Tx,
    /// The sender's cooperative.
    pub coop: Coop,
    /// The permission.
    pub allowed: Allowed<P>,
    /// Who asks.
    pub caller: Caller,
}

impl<P> Reading<P> {
    /// An amount as the wire has it.
    pub fn money(&self, amount: Minor) -> String {
        self.coop.unit.format(amount)
    }
}

impl<S, P> FromRequestParts<S> for Reading<P>
where
    Service: FromRef<S>,
    S: Send + Sync,
    P: Permission,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        // A zero byte is in no name of ours, and PostgreSQL takes it in no text.
        if parts.uri.path_and_query().is_some_and(|asked| asked.as_str().contains("%00")) {
            return Err(Problem::unreadable("地址里有不能用的字符", "the address holds a character that no name has"));
        }
        let caller = Caller::from_request_parts(parts, state).await?;
        let allowed = allow::<P>(&caller.actor)?;
        let mut tx = Service::from_ref(state).db.snapshot().await?;
        let coop = coop::find(&mut tx, allowed.coop()).await?.ok_or(Refusal::NotFound("cooperative"))?;
        Ok(Self { tx, coop, allowed, caller })
    }
}

/// What stands after `?`, with our words for what cannot be read.
#[derive(Clone, Copy, Debug, FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub struct Query<T>(pub T);

/// What stands in the address, with our words for what cannot be read.
#[derive(Clone, Copy, Debug, FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub struct Path<T>(pub T);

/// Reads a day in a query: `2026-06-30`, years 2000 to 2199.
pub fn day<'de, D: Deserializer<'de>>(value: D) -> Result<Option<NaiveDate>, D::Error> {
    let text = String::deserialize(value)?;
    parse_date(&text).map(Some).ok_or_else(|| D::Error::custom("a day is written like 2026-06-30"))
}

/// The first and the last day that any query can mean.
const ENDS: (Date, Date) = (end(2000, 1, 1), end(2199, 12, 31));

const fn end(year: i32, month: u32, day: u32) -> Date {
    match Date::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => Date::MIN,
    }
}

/// Days from and to, both included; every day where one is missing.
pub fn days(from: Option<Date>, to: Option<Date>) -> Days {
    Days { from: from.unwrap_or(ENDS.0), to: to.unwrap_or(ENDS.1) }
}

/// What somebody looks for, without the blanks around it.
pub fn wanted(text: Option<String>) -> String {
    text.unwrap_or_default().trim().to_owned()
}

/// A list's own filters stand beside `limit` and `after` in one query.
pub fn paging(limit: Option<i64>, after: Option<String>) -> Paging {
    Paging { limit, after }
}
