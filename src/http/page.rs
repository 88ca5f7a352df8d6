//! Lists: at most 200 rows a page, and an opaque cursor to the next.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::problem::Problem;
use crate::{
    domain::time::{Date, Ts},
    store::{books::Days, sold::Place},
};

/// How many rows and from where.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    pub after: Option<String>,
}

/// In which order a list of what happened comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum TimeOrder {
    /// Newest first.
    #[default]
    #[serde(rename = "-time")]
    Newest,
    /// Oldest first.
    #[serde(rename = "time")]
    Oldest,
}

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// In the list's order.
    pub items: Vec<T>,
    /// Give it as `after` for the next page; missing on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl Paging {
    /// How many rows.
    pub fn rows(&self) -> Result<i64, Problem> {
        let limit = self.limit.unwrap_or(50);
        if (1..=200).contains(&limit) {
            return Ok(limit);
        }
        Err(Problem::unreadable("limit 在 1 到 200 之间", "limit is between 1 and 200"))
    }

    /// Where the page before ended: the sort key of its last row.
    pub fn cursor<K: DeserializeOwned>(&self) -> Result<Option<K>, Problem> {
        let Some(after) = &self.after else { return Ok(None) };
        let key = URL_SAFE_NO_PAD.decode(after).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        key.map(Some).ok_or_else(|| Problem::unreadable("after 不是上一页给的 next", "after is not the next of a page before"))
    }
}

impl Paging {
    /// The same for a list that is sorted by a name or code: an empty text before the first.
    pub fn text_cursor(&self) -> Result<String, Problem> {
        let after = self.cursor::<String>()?.unwrap_or_default();
        // PostgreSQL takes no NUL in a text, and no name has one.
        if after.chars().any(char::is_control) {
            return Err(Problem::unreadable("after 不是上一页给的 next", "after is not the next of a page before"));
        }
        Ok(after)
    }

    /// The same for a list that is newest first within its days.
    pub fn newest_first(&self, last: Date) -> Result<Place, Problem> {
        let (day, received_at, id) = self.cursor::<(Date, i64, Uuid)>()?.unwrap_or((last, i64::MAX, Uuid::max()));
        Ok((day, Ts(received_at), id))
    }

    /// The same for a list that is in the order of its days, one way or the other.
    pub fn in_time(&self, order: TimeOrder, days: Days) -> Result<Place, Problem> {
        if order == TimeOrder::Newest {
            return self.newest_first(days.to);
        }
        let (day, received_at, id) = self.cursor::<(Date, i64, Uuid)>()?.unwrap_or((days.from, i64::MIN, Uuid::nil()));
        Ok((day, Ts(received_at), id))
    }

    /// The same for a list that is sorted by id: the nil one before the first.
    pub fn id_cursor(&self) -> Result<Uuid, Problem> {
        Ok(self.cursor()?.unwrap_or_default())
    }
}

impl<T> Page<T> {
    /// Of one row more than asked for: the last tells that there is a next page.
    pub fn of<R, K: Serialize>(mut rows: Vec<R>, limit: i64, key: impl Fn(&R) -> K, view: impl FnMut(R) -> T) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let last = if more { rows.last() } else { None };
        let next = last.and_then(|row| serde_json::to_vec(&key(row)).ok()).map(|key| URL_SAFE_NO_PAD.encode(key));
        Self { items: rows.into_iter().map(view).collect(), next }
    }
}
