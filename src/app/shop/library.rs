//! The library of drawings: what they are called for programs, and what goods of that name are called in English.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

#[derive(Deserialize)]
struct Drawing {
    name: String,
    zh: String,
    en: String,
}

// The list is a file of ours, which the screens read too; a test reads it.
static DRAWINGS: LazyLock<Vec<Drawing>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../frontend/lib/art/goods.json")).unwrap_or_default());

static BY_CHINESE: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| DRAWINGS.iter().map(|drawing| (drawing.zh.as_str(), drawing.en.as_str())).collect());

/// Whether there is a drawing of that name.
pub fn has_drawing(name: &str) -> bool {
    DRAWINGS.iter().any(|drawing| drawing.name == name)
}

/// What a good of this name is called in English, where the library knows. Owners write Chinese names only.
pub fn in_english(good: &str) -> Option<&'static str> {
    BY_CHINESE.get(good).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_whole() {
        assert!(DRAWINGS.len() > 100);
        let plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(DRAWINGS.iter().all(|drawing| plain(&drawing.name)));
        assert!(has_drawing("corn-cake") && !has_drawing("../corn-cake"));
        assert_eq!((in_english("玉米饼"), in_english("奶奶的玉米饼")), (Some("Corn cake"), None));
    }
}
