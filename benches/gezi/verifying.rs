//! Proof: what `verify` costs beside nothing but reading the same rows and hashing their bytes.

use std::time::Duration;

use futures::TryStreamExt as _;
use gezi::{
    app::verify,
    store::{Db, db::Durability},
};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Row as _, SqlitePool, TypeInfo as _, ValueRef as _};

use crate::{
    callers::Stand,
    harness::Engine,
    measure::{Results, processor_time},
};

/// What the books consist of, each table in the order of its key.
const BOOKS: &[(&str, &str)] = &[
    ("entry", "number"),
    ("posting", "number, place"),
    ("command", "id"),
    ("sale", "id"),
    ("sale_line", "sale_id, line"),
    ("sale_part", "sale_id, line, place"),
    ("tender", "document_id, place"),
    ("shift", "id"),
    ("balance", "month, account, party"),
];

const SALES: usize = 4_000;
const ROUNDS: u32 = 4;

pub fn run(results: &mut Results) {
    let what = "verify, in processor time";
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut stand = Stand::new(Engine::Sqlite, Durability::Off, 8).await;
        stand.together(SALES).await;
        let db = &stand.shop.service.db;
        let Db::Sqlite { read, .. } = db else { return };
        let (mut proof, mut reading) = (Duration::ZERO, Duration::ZERO);
        for _ in 0..ROUNDS {
            let Some(begun) = processor_time() else { return results.not_measured(what, "this system has no /proc/self/stat") };
            let verdict = verify::run(db, stand.shop.coop.id, None, |_| {}).await.expect("a verdict");
            assert!(verdict.is_whole(), "{:?}", verdict.faults);
            let between = processor_time().unwrap_or_default();
            hash_rows(read).await;
            let end = processor_time().unwrap_or_default();
            proof += between.saturating_sub(begun);
            reading += end.saturating_sub(between);
        }
        let each = |time: Duration| (time / ROUNDS).as_millis();
        let how = format!("{} ms against {} ms for reading and hashing the rows of {SALES} sales", each(proof), each(reading));
        results.at_most(what, proof.as_secs_f64() / reading.as_secs_f64(), 3.0, &how);
    });
}

async fn hash_rows(pool: &SqlitePool) {
    let mut hash = Sha256::new();
    for (table, order) in BOOKS {
        let text = format!("SELECT * FROM {table} ORDER BY coop_id, {order}");
        let mut rows = sqlx::query(AssertSqlSafe(text)).fetch(pool);
        while let Some(row) = rows.try_next().await.expect("a row") {
            for at in 0..row.len() {
                let value = row.try_get_raw(at).expect("a value");
                match value.type_info().name() {
                    "NULL" => hash.update([0]),
                    "INTEGER" => hash.update(row.get::<i64, _>(at).to_be_bytes()),
                    "TEXT" => hash.update(row.get::<&str, _>(at)),
                    _ => hash.update(row.get::<&[u8], _>(at)),
                }
            }
        }
    }
    assert_ne!(hash.finalize()[..], [0; 32]);
}
