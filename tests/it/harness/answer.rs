//! What the service answered.

use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

/// What the service answered.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// As JSON; null where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    /// As text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Its body, where it has the status that was expected.
    #[track_caller]
    pub fn is(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self.json()
    }

    /// A refusal's slug, where it has the status that was expected. A refusal speaks both languages.
    #[track_caller]
    pub fn refused(&self, status: u16) -> String {
        let problem = self.is(status);
        assert_eq!(self.headers["content-type"], "application/problem+json");
        for word in ["title", "detail", "detail_en"] {
            assert!(problem[word].as_str().is_some_and(|word| !word.is_empty()), "{word} is missing in {problem}");
        }
        let slug = problem["type"].as_str().expect("a type");
        slug.rsplit(['/', ':']).next().unwrap_or(slug).to_owned()
    }
}
