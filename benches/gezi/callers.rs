//! Tills that sell baskets of three lines of three families for cash, through the API as a device would.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use futures::future::join_all;
use gezi::store::{Db, db::Durability};
use serde_json::{Value, json};

use crate::harness::{Database, Engine, Market, Shop, Till};

/// A shop with open tills.
pub struct Stand {
    pub shop: Shop,
    pub tills: Vec<Till>,
    basket: Value,
}

impl Stand {
    pub async fn new(engine: Engine, durability: Durability, tills: usize) -> Self {
        let database = Database::new(engine).await;
        let db = Db::open_with(&database.url, durability).await.expect("a database");
        Self::on(Shop::on(database, db).await, tills).await
    }

    async fn on(shop: Shop, count: usize) -> Self {
        let market = Market::new(&shop).await;
        let mut tills = Vec::new();
        for _ in 0..count {
            let mut till = shop.till().await;
            till.opens(&shop, "100.00").await;
            tills.push(till);
        }
        let line = |grid, name, price| json!({ "grid_id": grid, "name": name, "measure": "piece", "quantity": "1", "price": price });
        let basket = json!({
            "lines": [line(market.grid_a, "玉米", "4.90"), line(market.grid_b, "花", "3.50"), line(market.grid_n, "布老虎", "12.00")],
            "tenders": [{ "means": "cash", "amount": "50.00" }], "change": "29.60",
        });
        Self { shop, tills, basket }
    }

    /// Sales one after the other at the first till, each with its own time.
    pub async fn alone(&mut self, sales: usize) -> Vec<Duration> {
        let Self { shop, tills, basket } = self;
        let mut times = Vec::with_capacity(sales);
        for _ in 0..sales {
            let report = tills[0].makes(shop, "/sales", basket.clone());
            let begun = Instant::now();
            let answer = tills[0].sends(shop, &report).await;
            times.push(begun.elapsed());
            assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
        }
        times
    }

    /// All tills at once, until so many sales are in the books; returns sales per second.
    pub async fn together(&mut self, sales: usize) -> f64 {
        let (shop, basket, left) = (&self.shop, &self.basket, AtomicUsize::new(sales));
        let begun = Instant::now();
        join_all(self.tills.iter_mut().map(|till| async {
            while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
                let (_, answer) = till.reports(shop, "/sales", basket.clone()).await;
                assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
            }
        }))
        .await;
        per_second(sales, begun.elapsed())
    }
}

/// So many in such a time.
pub fn per_second(count: usize, time: Duration) -> f64 {
    f64::from(u32::try_from(count).expect("a small number")) / time.as_secs_f64()
}
