//! Each invariant in ARCHITECTURE.md names the test that holds it; the test is there. `e2e::` are those of the browser, by file and title.

use crate::source::below;

/// What the second column of the invariants names.
fn named() -> Vec<String> {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/ARCHITECTURE.md")).unwrap();
    let table = page.split("## Invariants").nth(1).expect("a chapter of invariants").split("\n## ").next().unwrap();
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let held_by = rows.map(|row| row.trim_end_matches('|').rsplit_once('|').expect("two columns").1);
    held_by
        .flat_map(|column| column.split('`').skip(1).step_by(2))
        .filter(|name| !name.starts_with("scripts/"))
        .map(str::to_owned)
        .collect()
}

/// Whether a file has tests at all: a whole file may be what holds an invariant.
fn tests(text: &str) -> bool {
    ["#[test]", "#[tokio::test", "on_both!"].iter().any(|mark| text.contains(mark))
}

#[test]
fn every_invariant_names_a_test_that_is_there() {
    let sources: Vec<_> = below("src").into_iter().chain(below("tests")).collect();
    let there = |name: &str| {
        if let Some((file, title)) = name.strip_prefix("e2e::").map(|test| test.split_once("::").expect("a file and a title")) {
            let journeys = format!("{}/frontend/tests/e2e/{file}.spec.ts", env!("CARGO_MANIFEST_DIR"));
            return std::fs::read_to_string(journeys).is_ok_and(|text| text.contains(&format!("test('{title}")));
        }
        let mut path = name.split("::");
        let (binary, last) = (path.next().unwrap(), name.rsplit("::").next().unwrap());
        let folder = if binary == "domain" { "src/domain/".to_owned() } else { format!("tests/{binary}/") };
        let file = path.next().unwrap_or_default();
        sources.iter().filter(|source| source.name.starts_with(&folder) && source.name.contains(file)).any(|source| {
            let whole = source.module.last().is_some_and(|module| module == last) && tests(&source.text);
            whole || source.text.contains(&format!("fn {last}("))
        })
    };
    let named = named();
    assert!(named.len() > 20, "{named:?}");
    let missing: Vec<_> = named.iter().filter(|name| !there(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
