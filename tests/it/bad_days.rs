//! Days on which the machine itself is the trouble.

use gezi::store::Db;
use serde_json::json;
use sqlx::{AssertSqlSafe, Executor};

use crate::harness::{Engine, Shop};

/// How many pages the embedded database may have: as many as it has and a few, or any number.
async fn room_for(shop: &Shop, more: Option<i64>) {
    let Db::Sqlite { write, .. } = &shop.service.db else { panic!("the embedded database") };
    let mut connection = write.acquire().await.expect("the writer's connection");
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut *connection).await.expect("a number of pages");
    let most = more.map_or(i64::from(u32::MAX) / 2, |more| pages + more);
    let text = AssertSqlSafe(format!("PRAGMA max_page_count = {most}"));
    connection.execute(sqlx::raw_sql(text)).await.expect("a limit");
}

#[tokio::test]
async fn a_full_disk_is_told_and_waited_out() {
    let shop = Shop::new(Engine::Sqlite).await;
    let stall = shop.stall("A-01").await;
    let mut till = shop.till().await;
    till.opens(&shop, "200.00").await;
    room_for(&shop, Some(2)).await;

    let line = json!({ "grid_id": stall.grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": "3.00" });
    let sale = json!({ "lines": [line], "tenders": [{ "means": "cash", "amount": "3.00" }] });
    let mut sold = 0;
    let lost = loop {
        let report = till.makes(&shop, "/sales", sale.clone());
        let answer = till.sends(&shop, &report).await;
        if answer.status.as_u16() != 201 {
            break (report, answer);
        }
        sold += 1;
        assert!(sold < 500, "the disk never fills up");
    };
    let (report, answer) = lost;
    answer.refused(503);
    assert!(answer.headers.contains_key("retry-after"));
    till.sends(&shop, &report).await.refused(503);
    shop.get(&till.who, "/till").await.is(200);

    room_for(&shop, None).await;
    till.sends(&shop, &report).await.is(201);
    till.sells(&shop, stall.grid, "玉米", "3.00").await.1.is(201);
    assert_eq!(shop.count("SELECT count(*) FROM sale").await, sold + 2);
    assert_eq!(shop.count("SELECT count(*) FROM quarantine").await, 0);
}
