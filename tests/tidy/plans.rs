//! No statement walks a table that grows with the years. SQLite plans without statistics and may take `coop_id` alone for a good
//! way in: then a refund reads every payment ever made. A `CROSS JOIN` tells it where to begin.

use gezi::store::Db;
use sqlx::{AssertSqlSafe, Executor as _, Row as _};

use crate::{
    source::Databases,
    statements::{all, filled},
};

/// Tables with a row or more for whatever happens.
const GROWING: &[&str] = &[
    "allocation",
    "allocation_part",
    "balance",
    "cash_count",
    "cash_movement",
    "command",
    "entry",
    "lot_event",
    "office_event",
    "office_line",
    "open_item",
    "payout",
    "payout_step",
    "person_read",
    "posting",
    "proposal",
    "quarantine",
    "refund",
    "rent_charge",
    "returned_line",
    "returned_part",
    "sale",
    "sale_line",
    "sale_part",
    "shift",
    "shift_close",
    "statement",
    "stock_count",
    "stock_decision",
    "stock_movement",
    "task",
    "tender",
    "till_inbox",
    "voucher",
];

/// Reads everything on purpose: whoever checks or exports the books.
const WALKS: &str = "src/store/audit/";

/// The steps of a plan that find their rows by nothing but the cooperative.
async fn walks(db: &Db, text: &str) -> Vec<String> {
    let Db::Sqlite { write, .. } = db else { panic!("plans are SQLite's") };
    let mut connection = write.acquire().await.expect("a connection");
    let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"));
    let steps = connection.fetch_all(sqlx::raw_sql(explain)).await.expect("a plan");
    let mut found = Vec::new();
    for step in steps {
        let step: String = step.get("detail");
        let index = step.strip_suffix("(coop_id=?)").and_then(|step| step.trim_end().rsplit(' ').next());
        let Some(index) = index else { continue };
        let table = "SELECT tbl_name FROM sqlite_master WHERE name = $1";
        let table: String = sqlx::query_scalar(table).bind(index).fetch_one(&mut *connection).await.expect("an index has a table");
        if GROWING.contains(&table.as_str()) {
            found.push(step);
        }
    }
    found
}

#[tokio::test]
async fn no_statement_walks_a_table_that_grows() {
    let databases = Databases::new().await;
    let mut wrong = Vec::new();
    for marked in all().into_iter().filter(|marked| !marked.file.starts_with(WALKS) && !marked.text.starts_with("INSERT")) {
        let steps = walks(&databases.sqlite, &filled(&marked.text)).await;
        if !steps.is_empty() {
            wrong.push(format!("{}: {}\n{}", marked.file, steps.join("; "), marked.text));
        }
    }
    databases.drop().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
