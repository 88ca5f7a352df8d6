//! Every list as a table for a spreadsheet: the list's own address and filters with `format=csv`.
//!
//! The columns are the fields that the API's description names, in its order, so that an empty list has its heading too. The table is
//! as long as the list: it asks for page after page, each with the sender's own permission, and is written as it is read. When a page
//! cannot be had in the middle, the answer breaks off, so that nobody takes half a table for a whole one.

use std::{collections::HashMap, io, sync::Arc};

use axum::{
    body::{Body, Bytes},
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, Uri, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use csv::WriterBuilder;
use futures::{StreamExt, stream};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::openapi::{
    OpenApi, RefOr, Response as Described, Schema,
    schema::{ArrayItems, Object},
};

use super::problem::Problem;

/// By this mark spreadsheets know that the text is UTF-8.
const UTF8: &str = "\u{feff}";
/// A page of ours has at most so many bytes: 200 rows.
const PAGE_BYTES: usize = 8 * 1024 * 1024;

/// The columns of every list, by its address.
pub type Tables = Arc<HashMap<String, Vec<String>>>;

/// What the description says of lists: those that answer with a page.
pub fn tables(described: &OpenApi) -> Tables {
    let columns = |path: &utoipa::openapi::PathItem| {
        let RefOr::T(Described { content, .. }) = path.get.as_ref()?.responses.responses.get("200")? else { return None };
        let RefOr::T(content) = content.get("application/json")? else { return None };
        let page = resolved(described, content.schema.as_ref()?)?;
        let Schema::Object(Object { properties, .. }) = page else { return None };
        let RefOr::T(Schema::Array(items)) = properties.get("items")? else { return None };
        properties.keys().all(|name| ["items", "next"].contains(&name.as_str())).then_some(())?;
        let ArrayItems::RefOrSchema(row) = &items.items else { return None };
        Some(fields(described, row))
    };
    Arc::new(described.paths.paths.iter().filter_map(|(path, item)| Some((path.clone(), columns(item)?))).collect())
}

fn resolved<'a>(described: &'a OpenApi, schema: &'a RefOr<Schema>) -> Option<&'a Schema> {
    match schema {
        RefOr::T(schema) => Some(schema),
        RefOr::Ref(name) => {
            let name = name.ref_location.rsplit('/').next()?;
            resolved(described, described.components.as_ref()?.schemas.get(name)?)
        }
    }
}

fn fields(described: &OpenApi, row: &RefOr<Schema>) -> Vec<String> {
    match resolved(described, row) {
        Some(Schema::Object(object)) => object.properties.keys().cloned().collect(),
        Some(Schema::AllOf(parts)) => parts.items.iter().flat_map(|part| fields(described, part)).collect(),
        _ => Vec::new(),
    }
}

/// Answers `format=csv`; everything else goes its way.
pub async fn as_table(State(tables): State<Tables>, matched: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let asked = request.uri().query().unwrap_or_default();
    if request.method() != Method::GET || !asked.split('&').any(|pair| pair == "format=csv") {
        return next.run(request).await;
    }
    let matched = matched.as_ref().map(MatchedPath::as_str).unwrap_or_default();
    let Some(columns) = tables.get(matched) else {
        return Problem::unreadable("这里不是一份列表，没有表格", "this is no list, so there is no table of it").into_response();
    };
    let list = List { columns: columns.clone(), head: request.into_parts().0, next };
    match list.page(None).await {
        Err(refused) => *refused,
        Ok(first) => list.table(matched, first),
    }
}

#[derive(Deserialize)]
struct Rows {
    items: Vec<Map<String, Value>>,
    next: Option<String>,
}

struct List {
    columns: Vec<String>,
    head: Parts,
    next: Next,
}

impl List {
    /// A page of the list, as if the sender had asked for it.
    async fn page(&self, after: Option<&str>) -> Result<Rows, Box<Response>> {
        let mut head = self.head.clone();
        head.uri = paged(&head.uri, after);
        let answer = self.next.clone().run(Request::from_parts(head, Body::empty())).await;
        if !answer.status().is_success() {
            return Err(Box::new(answer));
        }
        let bytes = axum::body::to_bytes(answer.into_body(), PAGE_BYTES).await;
        let rows = bytes.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        rows.ok_or_else(|| Box::new(Problem::broken().into_response()))
    }

    fn table(self, path: &str, first: Rows) -> Response {
        let name = path.rsplit('/').find(|name| !name.starts_with('{')).unwrap_or("list");
        let disposition = format!("attachment; filename=\"{name}.csv\"");
        let heading = [UTF8.as_bytes(), &record(self.columns.iter().map(String::as_str))].concat();
        let following = stream::unfold((self, Some(Ok(first))), |(list, page)| async move {
            let page = page?;
            let (bytes, after) = match page {
                Ok(Rows { items, next }) => (Ok(list.records(&items)), next),
                Err(()) => (Err(io::Error::other("a page of the table could not be had")), None),
            };
            let following = match after {
                Some(after) => Some(list.page(Some(&after)).await.map_err(drop)),
                None => None,
            };
            Some((bytes, (list, following)))
        });
        let body = Body::from_stream(stream::iter([Ok(Bytes::from(heading))]).chain(following));
        let kind = HeaderValue::from_static("text/csv; charset=utf-8");
        let mut response = ([(header::CONTENT_TYPE, kind)], body).into_response();
        // Names of our addresses are letters and hyphens.
        if let Ok(disposition) = HeaderValue::from_str(&disposition) {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
        }
        response
    }

    fn records(&self, rows: &[Map<String, Value>]) -> Bytes {
        let cells = |row: &Map<String, Value>| self.columns.iter().map(|column| cell(row.get(column))).collect::<Vec<_>>();
        rows.iter().flat_map(|row| record(cells(row).iter().map(String::as_str))).collect()
    }
}

/// The sender's own question without `format` and `limit`, from a place on.
fn paged(uri: &Uri, after: Option<&str>) -> Uri {
    let own = uri.query().unwrap_or_default().split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        name != "format" && name != "limit" && (name != "after" || after.is_none()) && !name.is_empty()
    });
    let place = after.map(|after| format!("after={after}"));
    let query: Vec<&str> = own.chain(["limit=200"]).chain(place.as_deref()).collect();
    // The parts are those of an address that was read already; a cursor is base64 for addresses.
    format!("{}?{}", uri.path(), query.join("&")).parse().unwrap_or_else(|_| uri.clone())
}

fn record<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut out = WriterBuilder::new().from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = out.write_record(cells);
    out.into_inner().unwrap_or_default()
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => harmless(text),
        Some(Value::Array(words)) if words.iter().all(Value::is_string) => {
            harmless(&words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; "))
        }
        Some(other) => other.to_string(),
    }
}

/// A spreadsheet runs what begins like a formula. A number is none; anything else gets an apostrophe before it
/// ([OWASP, CSV injection](https://owasp.org/www-community/attacks/CSV_Injection)).
fn harmless(text: &str) -> String {
    let is_number = || {
        let digits = text.strip_prefix('-').unwrap_or(text);
        !digits.is_empty() && digits.split('.').count() <= 2 && digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
    };
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !is_number() {
        return format!("'{text}");
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_begins_like_a_formula_is_a_text() {
        for (given, written) in [
            ("=1+2", "'=1+2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("\t=1", "'\t=1"),
            ("-0.50", "-0.50"),
            ("12.50", "12.50"),
            ("布包", "布包"),
            ("-", "'-"),
        ] {
            assert_eq!(harmless(given), written);
        }
    }

    #[test]
    fn the_pages_are_asked_for_with_the_senders_own_filters() {
        let uri: Uri = "/api/v1/sales?from=2026-06-01&format=csv&limit=3".parse().unwrap();
        assert_eq!(paged(&uri, None).to_string(), "/api/v1/sales?from=2026-06-01&limit=200");
        assert_eq!(paged(&uri, Some("abc")).to_string(), "/api/v1/sales?from=2026-06-01&limit=200&after=abc");
        let uri: Uri = "/api/v1/tasks?format=csv&after=old".parse().unwrap();
        assert_eq!(paged(&uri, Some("new")).to_string(), "/api/v1/tasks?limit=200&after=new");
    }
}
