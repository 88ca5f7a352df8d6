//! Words in an address.

use std::fmt::Write as _;

/// A word as it stands behind `?q=`: everything but plain letters and digits by its bytes.
pub fn encoded(word: &str) -> String {
    let mut text = String::new();
    for byte in word.bytes() {
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stays_one_word() {
        assert_eq!(encoded("a&b=糖"), "a%26b%3D%E7%B3%96");
    }
}
