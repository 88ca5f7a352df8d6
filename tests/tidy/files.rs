//! Files that a person can read: none too long, no SQL outside its room, nothing left for later.

use std::path::Path;

use syn::visit::{self, Visit};

use crate::source::{below, walk};

const LONGEST: usize = 400;

#[test]
fn no_file_is_longer_than_400_lines() {
    let mut long = Vec::new();
    for folder in ["src", "receipts/src", "receipts/tests", "tests", "benches"] {
        if !Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).exists() {
            continue;
        }
        for source in below(folder) {
            let lines = source.text.lines().count();
            if lines > LONGEST {
                long.push(format!("{}: {lines} lines", source.name));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn a_module_begins_with_what_it_is_for() {
    let bare: Vec<_> = below("src").into_iter().filter(|source| !source.text.starts_with("//! ")).map(|source| source.name).collect();
    assert!(bare.is_empty(), "no picture in words: {bare:?}");
}

#[test]
fn nothing_is_left_for_later_and_no_machine_is_named() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "receipts/src", "receipts/tests", "tests", "migrations", "scripts", "docs", "frontend"] {
        walk(&root.join(folder), &mut files);
    }
    let words =
        [["TO", "DO"], ["FIX", "ME"], ["XX", "X:"], ["todo", "!("], ["unimplemented", "!("], ["dbg", "!("], ["/ho", "me/"], ["/ro", "ot/"]];
    let mut found = Vec::new();
    for path in files {
        // Fonts and pictures have no words.
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for word in words.map(|parts| parts.concat()) {
            if text.contains(&word) {
                found.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[derive(Default)]
struct Texts(Vec<String>);

impl<'ast> Visit<'ast> for Texts {
    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.0.push(text.value());
    }
    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        if let Ok(text) = item.parse_body::<syn::LitStr>() {
            self.0.push(text.value());
        }
        visit::visit_macro(self, item);
    }
}

/// Whether a text is a statement.
pub fn is_sql(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match first {
        "SELECT" | "WITH" | "UPDATE" => !second.is_empty(),
        "INSERT" | "REPLACE" => second == "INTO",
        "DELETE" => second == "FROM",
        _ => false,
    }
}

#[test]
fn sql_stands_in_store_only() {
    let mut found = Vec::new();
    for source in below("src").iter().filter(|source| source.module.first().is_none_or(|room| room != "store")) {
        let mut texts = Texts::default();
        texts.visit_file(&source.parsed());
        found.extend(texts.0.into_iter().filter(|text| is_sql(text)).map(|text| format!("{}: {text}", source.name)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
