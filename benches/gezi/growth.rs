//! History: with ten times the months at equal monthly volume, today's trial balance and an owner's month take the same.

use std::time::{Duration, Instant};

use gezi::{
    auth::role::Role,
    store::{Db, db::Durability},
};
use serde_json::json;

use crate::{
    harness::{Database, Engine, Market, Shop, Who},
    measure::{Results, median, ms},
};

const MONTHLY_SALES: usize = 120;

/// A shop with months behind it, and who reads its books.
struct Old {
    shop: Shop,
    treasurer: Who,
    last: String,
    owner: uuid::Uuid,
}

pub fn run(results: &mut Results) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let (young, old) = (with_months(3).await, with_months(30).await);
        for (what, path) in [("today's trial balance", "/trial-balance".to_owned()), ("an owner's month", String::new())] {
            let [mut short, mut long] = [const { Vec::new() }; 2];
            for _ in 0..40 {
                short.push(young.asks(&path).await);
                long.push(old.asks(&path).await);
            }
            let [short, long] = [short, long].map(median);
            let how = format!("{} after 30 months against {} after 3", ms(long), ms(short));
            results.at_most(what, long.as_secs_f64() / short.as_secs_f64(), 1.3, &how);
        }
    });
}

impl Old {
    /// How long an answer takes; an empty path is the owner's last month.
    async fn asks(&self, path: &str) -> Duration {
        let month = format!("/statements/preview?owner_id={}&month={}", self.owner, self.last);
        let path = if path.is_empty() { &month } else { path };
        let begun = Instant::now();
        let answer = self.shop.get(&self.treasurer, path).await;
        let took = begun.elapsed();
        assert_eq!(answer.status.as_u16(), 200, "{path}: {}", answer.text());
        took
    }
}

async fn with_months(months: usize) -> Old {
    let database = Database::new(Engine::Sqlite).await;
    let db = Db::open_with(&database.url, Durability::Off).await.expect("a database");
    let shop = Shop::on(database, db).await;
    let market = Market::new(&shop).await;
    let mut till = shop.till().await;
    let mut last = String::new();
    for at in 0..months {
        last = format!("{}-{:02}", 2026 + (at + 6) / 12, (at + 6) % 12 + 1);
        shop.it_is(&format!("{last}-15T02:00:00Z"));
        till.opens(&shop, "100.00").await;
        let mut drawer = 10_000;
        for sale in 0..MONTHLY_SALES {
            let grid = [market.grid_a, market.grid_b, market.grid_n][sale % 3];
            till.sells(&shop, grid, "玉米", "4.90").await.1.is(201);
            drawer += 490;
        }
        let count = json!([{ "denomination": "0.10", "pieces": drawer / 10 }]);
        till.reports(&shop, "/shift-closings", json!({ "count": count, "last_seq": till.seq - 1 })).await.1.is(201);
        // The cash goes to the safe, so that every month begins alike.
        shop.it_is(&format!("{last}-16T02:00:00Z"));
        let taken = format!("{}.{:02}", drawer / 100, drawer % 100);
        let opening = json!({ "counted": taken, "taken": taken });
        till.reports(&shop, "/shift-openings", opening).await.1.is(201);
        till.reports(&shop, "/shift-closings", json!({ "count": [], "last_seq": till.seq - 1 })).await.1.is(201);
    }
    // A sign-in lasts a year.
    let treasurer = shop.person(&[Role::Treasurer, Role::Organiser]).await;
    Old { owner: market.a, shop, treasurer, last }
}
