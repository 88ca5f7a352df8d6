//! One SQL text, two engines: every `sql!` text is prepared on both, names its cooperative, and a list has an end.

use std::collections::HashMap;

use gezi::store::Db;
use sqlx::{AssertSqlSafe, Executor as _, SqlSafeStr as _};
use syn::{
    parse::ParseStream,
    punctuated::Punctuated,
    visit::{self, Visit},
};

use crate::{
    files::is_sql,
    source::{Databases, below},
};

/// Statements that look across cooperatives, each for a reason.
const ACROSS: &[(&str, &str)] =
    &[("src/store/coop.rs", "which cooperatives there are, and the one that a sign-in or an enrolment names by its code")];

pub struct Marked {
    pub file: String,
    pub text: String,
}

#[derive(Default)]
struct Found {
    marked: Vec<String>,
    bare: Vec<String>,
    /// What statements of the file share: macros that are one literal.
    shared: HashMap<String, String>,
}

impl Found {
    /// The text of a part of a statement.
    fn text(&self, part: &syn::Expr) -> String {
        match part {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => text.value(),
            syn::Expr::Macro(shared) => self.shared[&shared.mac.path.require_ident().expect("a name").to_string()].clone(),
            _ => panic!("sql! takes literals, and macros that are one"),
        }
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        if item.path.segments.last().is_some_and(|segment| segment.ident == "sql") {
            let parts = item.parse_body_with(Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated).expect("parts of a statement");
            self.marked.push(parts.iter().map(|part| self.text(part)).collect());
        } else {
            let tokens = item.tokens.to_string();
            assert!(!tokens.contains("sql !") && !tokens.contains("sql!"), "sql! inside another macro is not seen here: {tokens}");
            visit::visit_macro(self, item);
        }
    }
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if let (Some(name), Ok(text)) = (&item.ident, item.mac.parse_body_with(only_literal)) {
            self.shared.insert(name.to_string(), text);
        }
        visit::visit_item_macro(self, item);
    }
    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.bare.push(text.value());
    }
}

/// The literal of `() => { "…" };`.
fn only_literal(rule: ParseStream) -> syn::Result<String> {
    let (arguments, body);
    syn::parenthesized!(arguments in rule);
    rule.parse::<syn::Token![=>]>()?;
    syn::braced!(body in rule);
    rule.parse::<Option<syn::Token![;]>>()?;
    if arguments.is_empty() { Ok(body.parse::<syn::LitStr>()?.value()) } else { Err(arguments.error("it takes nothing")) }
}

pub fn all() -> Vec<Marked> {
    let mut all = Vec::new();
    for source in below("src/store") {
        let mut found = Found::default();
        found.visit_file(&source.parsed());
        let bare: Vec<_> = found
            .bare
            .into_iter()
            .filter(|text| is_sql(text) && !text.contains("current_setting") && !text.contains("pg_catalog."))
            .collect();
        assert!(bare.is_empty(), "{}: not marked by sql!: {bare:?}", source.name);
        all.extend(found.marked.into_iter().map(|text| Marked { file: source.name.clone(), text }));
    }
    assert!(all.len() > 40, "only {} statements found", all.len());
    all
}

/// The text with one value for `$list` and one row for `$rows`, of a list that runs up.
pub fn filled(text: &str) -> String {
    let last = text.split('$').skip(1).filter_map(|rest| rest.split(|digit: char| !digit.is_ascii_digit()).next()?.parse().ok());
    let next = last.max().unwrap_or(0_usize) + 1;
    let text = text.replace("$list", &format!("${next}")).replace("$beyond", ">").replace("$way", "ASC");
    if !text.contains("$rows") {
        return text;
    }
    let columns = text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).expect("an insert lists its columns").0;
    let row: Vec<String> = (1..=columns.split(',').count()).map(|place| format!("${place}")).collect();
    text.replace("$rows", &format!("({})", row.join(", ")))
}

async fn prepare(db: &Db, text: &str) -> sqlx::Result<()> {
    let text = AssertSqlSafe(text.to_owned()).into_sql_str();
    match db {
        Db::Sqlite { write, .. } => write.acquire().await?.prepare(text).await.map(drop),
        Db::Postgres { write: pool, .. } => pool.acquire().await?.prepare(text).await.map(drop),
    }
}

#[tokio::test]
async fn every_statement_prepares_on_both_engines() {
    let databases = Databases::new().await;
    let mut wrong = Vec::new();
    for Marked { file, text } in all() {
        for db in [&databases.sqlite, &databases.postgres] {
            if let Err(error) = prepare(db, &filled(&text)).await {
                wrong.push(format!("{file}, {}: {error}\n{text}", db.engine()));
            }
        }
    }
    databases.drop().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_statement_names_its_cooperative_first() {
    let mut wrong = Vec::new();
    for Marked { file, text } in all() {
        let inserts = text
            .strip_prefix("INSERT INTO ")
            .and_then(|rest| rest.split_once('('))
            .is_some_and(|(_, columns)| columns.starts_with("coop_id,"));
        if !inserts && !text.contains("coop_id = $1") && !ACROSS.iter().any(|(across, _)| *across == file) {
            wrong.push(format!("{file}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_list_has_an_end() {
    let endless: Vec<_> =
        all().into_iter().filter(|marked| marked.text.contains(" ORDER BY ") && !marked.text.contains(" LIMIT ")).collect();
    assert!(endless.is_empty(), "{}", endless.iter().map(|marked| marked.text.as_str()).collect::<Vec<_>>().join("\n\n"));
}

#[test]
fn sql_reads_as_sql() {
    let words = [
        "select", "from", "where", "order", "by", "limit", "insert", "into", "values", "update", "delete", "join", "group", "union", "and",
        "or",
    ];
    let mut wrong = Vec::new();
    for Marked { file, text } in all() {
        if text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| words.contains(&word)) {
            wrong.push(format!("{file}: keywords are upper-case: {text}"));
        }
        if text.contains("SELECT *") || text.contains(".*") {
            wrong.push(format!("{file}: columns are listed: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
