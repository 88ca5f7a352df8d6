//! Text before it meets paper: made legible, and broken into lines.
//!
//! Picture a strip of words and a ruler. [`legible`] replaces what cannot be printed; [`wrapped`] cuts the strip where a reader
//! expects it. The ruler is a function from text to width, so the same rules serve columns of a slip and points of a page.

use std::borrow::Cow;

/// Closing signs: never first on a line.
const NO_START: &str = "，。、；：！？）】》〉」』〕”’…％%,.;:!?)]}";
/// Opening signs: never last on a line.
const NO_END: &str = "（【《〈「『〔“‘([{￥¥";
/// Kept together with Latin letters and digits.
const GLUE: &str = "._-+/@,'";

/// Text in which every character can be drawn, and the characters that could not be (in order, repeats included).
///
/// Line breaks, tabs and controls become spaces, invisible signs go, `has` decides about the rest: what it refuses becomes
/// 〔U+20BB7〕.
pub(crate) fn legible(text: &str, has: impl Fn(char) -> bool) -> (Cow<'_, str>, Vec<char>) {
    if text.chars().all(|c| !c.is_control() && !is_invisible(c) && has(c)) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let (mut out, mut missing) = (String::with_capacity(text.len()), Vec::new());
    for c in text.chars() {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            out.push(' ');
        } else if is_invisible(c) {
        } else if has(c) {
            out.push(c);
        } else {
            missing.push(c);
            out.push_str(&code(c));
        }
    }
    (Cow::Owned(out), missing)
}

/// A character as its code: 〔U+20BB7〕.
pub(crate) fn code(c: char) -> String {
    format!("〔U+{:04X}〕", u32::from(c))
}

/// Joiners, direction marks and variation selectors: they only steer what is drawn.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Breaks `text` into lines for which `fits` holds. Latin words and numbers stay whole and closing signs off line starts, unless
/// they alone are too wide: then they are cut anywhere. A single character that does not fit still gets a line. Never empty.
pub(crate) fn wrapped(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if line.is_empty() && piece == " " && !lines.is_empty() {
            continue;
        }
        let kept = line.len();
        line.push_str(&piece);
        if fits(line.trim_end_matches(' ')) {
            continue;
        }
        line.truncate(kept);
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if piece == " " {
            continue;
        }
        for c in piece.chars() {
            let kept = line.len();
            line.push(c);
            if kept > 0 && !fits(&line) {
                line.truncate(kept);
                lines.push(std::mem::replace(&mut line, c.to_string()));
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    for line in &mut lines {
        line.truncate(line.trim_end_matches(' ').len());
    }
    lines
}

/// The smallest stretches that a line is never broken inside.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some(piece) if piece.chars().next_back().is_some_and(|before| stay_together(before, c)) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}

fn stay_together(before: char, c: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || GLUE.contains(c);
    if before == ' ' || c == ' ' {
        return false;
    }
    NO_START.contains(c) || NO_END.contains(before) || (word(before) && word(c))
}

#[cfg(test)]
mod tests {
    use super::{legible, wrapped};

    fn at(columns: usize, text: &str) -> Vec<String> {
        wrapped(text, |line| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() <= columns)
    }

    #[test]
    fn what_cannot_be_drawn_shows_its_code() {
        let (text, missing) = legible("李\u{20bb7}\n\u{200b}A", |c| c != '\u{20bb7}');
        assert_eq!((text.as_ref(), missing), ("李〔U+20BB7〕 A", vec!['\u{20bb7}']));
        assert!(matches!(legible("李小梅", |_| true).0, std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn lines_break_where_a_reader_expects_it() {
        assert_eq!(at(8, "手工布老，红"), ["手工布", "老，红"]);
        assert_eq!(at(8, "共 1,234.50 元"), ["共", "1,234.50", "元"]);
        assert_eq!(at(6, "甲乙（丙）"), ["甲乙", "（丙）"]);
        assert_eq!(at(4, "abcdefgh"), ["abcd", "efgh"]);
        assert_eq!(at(1, "字"), ["字"]);
        assert_eq!(at(4, ""), [""]);
    }
}
