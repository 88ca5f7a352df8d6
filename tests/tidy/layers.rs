//! Who may name whom: a room may name any room to its right, never to its left, and only some rooms know some crates.

use syn::visit::{self, Visit};

use crate::source::{Source, below};

/// From left to right; rooms of one line do not name each other.
const ROOMS: &[&[&str]] = &[&["cli"], &["demo", "http", "jobs"], &["app"], &["store"], &["auth"], &["domain"]];

/// What stands in the crate's root besides its rooms: macros.
const MACROS: &[&str] = &["sql", "for_each_id"];

/// Crates that only these rooms may name. Everything that reads a clock, a wire, a file or a database is here.
const CRATES: &[(&str, &[&str])] = &[
    ("argon2", &["auth"]),
    ("axum", &["http", "cli"]),
    ("axum_extra", &["http"]),
    ("chacha20poly1305", &["auth"]),
    ("clap", &["cli"]),
    ("csv", &["app", "http", "cli"]),
    ("futures", &["app", "http", "cli", "demo"]),
    ("hmac", &["auth"]),
    ("hyper", &["cli"]),
    ("hyper_util", &["cli"]),
    ("image", &["app"]),
    ("jsonwebtoken", &["auth"]),
    ("maud", &["http"]),
    ("metrics", &["app", "http", "cli"]),
    ("rand", &["app"]),
    ("receipts", &["app", "http"]),
    ("rust_embed", &["http"]),
    ("serde", &["auth", "store", "app", "http", "cli", "demo"]),
    ("serde_json", &["store", "app", "http", "cli", "demo"]),
    ("sqlx", &["store", "app", "http", "cli", "demo"]),
    ("tokio", &["app", "http", "cli", "demo"]),
    ("tower", &["http", "cli"]),
    ("tower_http", &["http"]),
    ("tracing", &["store", "app", "http", "cli", "demo"]),
    ("utoipa", &["app", "http"]),
];

/// Every name that a file begins a path with: `crate::…` and `super::…` as the room, other crates as they are.
struct Names<'a> {
    module: &'a [String],
    found: Vec<String>,
}

impl Names<'_> {
    fn path(&mut self, segments: &[String]) {
        let Some(first) = segments.first() else { return };
        let mut base = match first.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.module.to_vec(),
            _ => return self.found.push(first.clone()),
        };
        for segment in segments {
            match segment.as_str() {
                "crate" | "self" => {}
                "super" => drop(base.pop()),
                name => base.push(name.to_owned()),
            }
        }
        if let Some(room) = base.first() {
            self.found.push(format!("crate::{room}"));
        }
    }

    fn tree(&mut self, before: &[String], tree: &syn::UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&with(&path.ident), &path.tree),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(before, item)),
            syn::UseTree::Name(name) => self.path(&with(&name.ident)),
            syn::UseTree::Rename(name) => self.path(&with(&name.ident)),
            syn::UseTree::Glob(_) => self.path(before),
        }
    }
}

impl<'ast> Visit<'ast> for Names<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let module = [self.module, &[item.ident.to_string()]].concat();
        let mut inner = Names { module: &module, found: Vec::new() };
        visit::visit_item_mod(&mut inner, item);
        self.found.append(&mut inner.found);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            self.path(&path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        // A macro's tokens are not parsed: whatever looks like a path in them counts as one.
        let text = item.tokens.to_string().replace(" :: ", "::").replace("$ crate", "crate");
        let words = text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | ':')));
        for word in words.filter(|word| word.contains("::")) {
            self.path(&word.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>());
        }
        visit::visit_macro(self, item);
    }
}

fn names(source: &Source) -> Vec<String> {
    let mut names = Names { module: &source.module, found: Vec::new() };
    names.visit_file(&source.parsed());
    names.found.sort();
    names.found.dedup();
    names.found
}

fn place(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn a_room_names_only_rooms_to_its_right() {
    let mut wrong = Vec::new();
    for source in below("src").iter().filter(|source| !source.module.is_empty()) {
        let own = &source.module[0];
        let Some(here) = place(own) else {
            wrong.push(format!("{}: the room `{own}` has no place in tests/tidy/layers.rs", source.name));
            continue;
        };
        for name in names(source) {
            let Some(room) = name.strip_prefix("crate::") else { continue };
            if room != own && !MACROS.contains(&room) && place(room).is_none_or(|there| there <= here) {
                wrong.push(format!("{} names {name}", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_crate_is_named_only_where_it_belongs() {
    let mut wrong = Vec::new();
    let is_test = |source: &Source| source.module.iter().any(|module| module == "tests");
    for source in below("src").iter().filter(|source| !source.module.is_empty() && !is_test(source)) {
        for name in names(source) {
            if let Some((_, rooms)) = CRATES.iter().find(|(crate_name, _)| *crate_name == name)
                && !rooms.contains(&source.module[0].as_str())
            {
                wrong.push(format!("{} names {name}, which is for {}", source.name, rooms.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_printer_names_nothing_of_ours() {
    for source in below("receipts/src") {
        assert!(!names(&source).contains(&"gezi".to_owned()), "{} names the service", source.name);
    }
}

#[test]
fn a_path_is_followed_through_super_and_groups() {
    let source = Source {
        name: "src/store/sales.rs".to_owned(),
        module: vec!["store".to_owned(), "sales".to_owned()],
        text: "use super::{Tx, super::http}; use crate::{domain::id, app as other}; mod tests { use super::super::tills; }
               fn f() { crate::cli::main(); vec![crate::auth::role::Role::ALL]; sqlx::query(\"\"); }"
            .to_owned(),
    };
    let found = ["crate::app", "crate::auth", "crate::cli", "crate::domain", "crate::http", "crate::store", "sqlx"];
    assert_eq!(names(&source), found);
}
