//! What lists share: which way they run, and texts that hold a word.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::db::{Args, Statement};
use crate::domain::time::Ts;

/// Which way a list runs. A text says `$beyond` and `$way` and is written once for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The oldest, smallest or first in the alphabet first.
    Up,
    /// The newest, largest or last in the alphabet first.
    Down,
}

/// Where a page of a long list of what there is begins: after the one that ended the page before.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Begun {
    /// By age: ids count up.
    Added(Uuid),
    /// By name, and by age where several have the name.
    Name(String, Uuid),
}

impl Begun {
    /// Adds its parameters: the id, or name and id.
    pub(super) fn bind<'c>(&self, query: Statement<'c>) -> Statement<'c> {
        match self {
            Self::Added(id) => query.bind(*id),
            Self::Name(name, id) => query.bind(name.clone()).bind(*id),
        }
    }

    /// The same for a statement with a list.
    pub(super) fn add(&self, args: &mut Args) {
        match self {
            Self::Added(id) => args.add(*id),
            Self::Name(name, id) => args.add(name.clone()).add(*id),
        };
    }
}

/// Greater than any name: no character comes after it, and both engines compare names by their bytes.
pub const LAST_NAME: &str = "\u{10ffff}";

/// Which of what waits for somebody.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Only what nobody has decided or closed.
    pub open: bool,
    /// Of this kind; empty for all.
    pub kind: String,
    /// From this moment on, and before that one.
    pub raised: (Ts, Ts),
    /// By when it was raised.
    pub way: Way,
}

impl Waiting {
    /// The place before the first.
    pub(super) fn start(&self) -> (Ts, Uuid) {
        self.way.first((Ts(i64::MIN).held(), Uuid::nil()), (Ts(i64::MAX).held(), Uuid::max()))
    }
}

impl Way {
    /// A statement's text for this way.
    pub(super) fn written(self, text: &str) -> String {
        let (beyond, way) = match self {
            Self::Up => (">", "ASC"),
            Self::Down => ("<", "DESC"),
        };
        text.replace("$beyond", beyond).replace("$way", way)
    }

    /// Of the two ends, the one that a list of this way begins at.
    #[must_use]
    pub fn first<T>(self, least: T, most: T) -> T {
        match self {
            Self::Up => least,
            Self::Down => most,
        }
    }
}

/// A pattern for texts with a word in them, in which the signs of patterns mean themselves (`ESCAPE '!'`). No word is in every text.
#[must_use]
pub fn holding(word: &str) -> String {
    let plain: String =
        word.to_lowercase().chars().flat_map(|sign| matches!(sign, '%' | '_' | '!').then_some('!').into_iter().chain([sign])).collect();
    format!("%{plain}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_patterns_mean_themselves() {
        assert_eq!(holding("100%_糖!"), "%100!%!_糖!!%");
    }
}
