//! Lists: at most 200 rows a page, and an opaque cursor to the next.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::problem::Problem;
use crate::{
    domain::time::{Date, Ts},
    store::{
        books::Days,
        looking::{Begun, LAST_NAME, Way},
        sold::Place,
    },
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

impl TimeOrder {
    /// For lists that are read from the beginning where nobody asks otherwise.
    #[must_use]
    pub const fn oldest() -> Self {
        Self::Oldest
    }

    /// Which way it runs.
    #[must_use]
    pub const fn way(self) -> Way {
        match self {
            Self::Newest => Way::Down,
            Self::Oldest => Way::Up,
        }
    }
}

/// In which order a list of what there is comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum NameOrder {
    /// By name or code.
    #[default]
    #[serde(rename = "name")]
    Name,
    /// The same, the last first.
    #[serde(rename = "-name")]
    NameDown,
}

impl NameOrder {
    /// Which way it runs.
    #[must_use]
    pub const fn way(self) -> Way {
        match self {
            Self::Name => Way::Up,
            Self::NameDown => Way::Down,
        }
    }
}

/// In which order a long list of what there is comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum ListOrder {
    /// As they were added.
    #[default]
    #[serde(rename = "added")]
    Added,
    /// The last added first.
    #[serde(rename = "-added")]
    AddedDown,
    /// By name.
    #[serde(rename = "name")]
    Name,
    /// By name, the last first.
    #[serde(rename = "-name")]
    NameDown,
}

impl ListOrder {
    /// Which way it runs.
    #[must_use]
    pub const fn way(self) -> Way {
        match self {
            Self::Added | Self::Name => Way::Up,
            Self::AddedDown | Self::NameDown => Way::Down,
        }
    }

    /// Where a row stands in this order.
    #[must_use]
    pub fn key(self, id: Uuid, name: &str) -> Begun {
        match self {
            Self::Added | Self::AddedDown => Begun::Added(id),
            Self::Name | Self::NameDown => Begun::Name(name.to_owned(), id),
        }
    }
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

fn stray() -> Problem {
    Problem::unreadable("after 不是上一页给的 next", "after is not the next of a page before")
}

/// PostgreSQL takes no NUL in a text, and no name has one.
fn readable(name: String) -> Result<String, Problem> {
    if name.chars().any(char::is_control) { Err(stray()) } else { Ok(name) }
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
        key.map(Some).ok_or_else(stray)
    }
}

impl Paging {
    /// The same for a list that is sorted by a name or code: an empty text before the first.
    pub fn text_cursor(&self) -> Result<String, Problem> {
        self.name_cursor(Way::Up)
    }

    /// The same, either way.
    pub fn name_cursor(&self, way: Way) -> Result<String, Problem> {
        self.cursor::<String>()?.map_or_else(|| Ok(way.first("", LAST_NAME).to_owned()), readable)
    }

    /// The same for a long list of what there is.
    pub fn in_order(&self, order: ListOrder) -> Result<Begun, Problem> {
        let id = order.way().first(Uuid::nil(), Uuid::max());
        Ok(match (order, self.cursor::<Begun>()?) {
            (_, None) => order.key(id, order.way().first("", LAST_NAME)),
            (ListOrder::Added | ListOrder::AddedDown, Some(Begun::Added(id))) => Begun::Added(id),
            (ListOrder::Name | ListOrder::NameDown, Some(Begun::Name(name, id))) => Begun::Name(readable(name)?, id),
            _ => return Err(stray()),
        })
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
