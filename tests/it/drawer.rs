//! A drawer and its books over many days, with commands that wait and are repaired at any later time, in any shift that may take
//! them: whoever counts what really lies there is never told that something is short or over.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Till, Who};

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

struct Waiting {
    id: Uuid,
    body: Value,
    arrived: i64,
}

struct Shift {
    id: Uuid,
    closed: Option<i64>,
}

struct Counter {
    till: Till,
    fen: i64,
    shifts: Vec<Shift>,
    waiting: Vec<Waiting>,
}

fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

fn sale(grid: Uuid, price: i64, cash: i64) -> Value {
    json!({ "lines": [{ "grid_id": grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": yuan(price) }],
            "tenders": [{ "means": "cash", "amount": yuan(cash) }] })
}

impl Counter {
    fn is_open(&self) -> bool {
        self.shifts.last().is_some_and(|shift| shift.closed.is_none())
    }

    async fn sells(&mut self, shop: &Shop, grid: Uuid, fen: i64, well: bool) {
        let body = sale(grid, fen, fen);
        let reported = if well { body.clone() } else { sale(grid, fen + 1, fen) };
        let (id, answer) = self.till.reports(shop, "/sales", reported).await;
        self.fen += fen;
        self.waits(shop, id, body, answer.status.as_u16());
    }

    async fn pays_out(&mut self, shop: &Shop, fen: i64) {
        let body = json!({ "movement": "pay_out", "amount": yuan(fen) });
        let (id, answer) = self.till.reports(shop, "/cash-movements", body.clone()).await;
        self.fen -= fen;
        self.waits(shop, id, body, answer.status.as_u16());
    }

    fn waits(&mut self, shop: &Shop, id: Uuid, body: Value, status: u16) {
        if status == 202 {
            self.waiting.push(Waiting { id, body, arrived: shop.now().0 });
        }
    }

    async fn opens(&mut self, shop: &Shop, brought: i64) {
        let body = json!({ "counted": yuan(self.fen), "brought": yuan(brought) });
        let (id, answer) = self.till.reports(shop, "/shift-openings", body).await;
        answer.is(201);
        self.fen += brought;
        self.shifts.push(Shift { id, closed: None });
    }

    async fn closes(&mut self, shop: &Shop) {
        let count = json!([{ "denomination": "0.01", "pieces": self.fen }]);
        let last_seq = self.till.seq - 1;
        let (_, answer) = self.till.reports(shop, "/shift-closings", json!({ "count": count, "last_seq": last_seq })).await;
        answer.is(201);
        self.shifts.last_mut().unwrap().closed = Some(shop.now().0);
    }

    /// Two people repair something that waits, in one of the shifts that may take it.
    async fn is_repaired(&mut self, shop: &Shop, (first, second): (&Who, &Who), dice: &mut Dice) {
        if self.waiting.is_empty() {
            return;
        }
        let at = usize::try_from(dice.below(self.waiting.len() as u64)).unwrap();
        let arrived = self.waiting[at].arrived;
        let may: Vec<Uuid> =
            self.shifts.iter().filter(|shift| shift.closed.is_none_or(|closed| closed > arrived)).map(|shift| shift.id).collect();
        if may.is_empty() {
            return;
        }
        let shift = may[usize::try_from(dice.below(may.len() as u64)).unwrap()];
        let Waiting { id, body, .. } = self.waiting.remove(at);
        let proposal = json!({ "command_id": id, "post": { "shift_id": shift, "body": body } });
        let proposal = shop.makes(first, "/repair-proposals", proposal).await;
        shop.makes(second, "/proposal-agreements", json!({ "proposal_id": proposal })).await;
    }
}

on_both! {
    async fn nothing_is_ever_short_or_over_that_was_not(shop: Shop) {
        let (first, second) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await);
        let grid = shop.stall("A1").await.grid;
        let mut dice = Dice(20_260_630);
        let mut counter = Counter { till: shop.till().await, fen: 0, shifts: Vec::new(), waiting: Vec::new() };
        for _ in 0..200 {
            shop.wait_seconds(600);
            let fen = 100 + i64::try_from(dice.below(5_000)).unwrap();
            match dice.below(10) {
                0..3 => counter.sells(&shop, grid, fen, true).await,
                3..5 => counter.sells(&shop, grid, fen, false).await,
                5 if counter.fen > fen => counter.pays_out(&shop, fen).await,
                6 | 7 => counter.is_repaired(&shop, (&first, &second), &mut dice).await,
                _ if counter.is_open() => counter.closes(&shop).await,
                _ => counter.opens(&shop, fen).await,
            }
        }
        if counter.is_open() {
            counter.closes(&shop).await;
        }
        counter.opens(&shop, 0).await;
        while !counter.waiting.is_empty() {
            counter.is_repaired(&shop, (&first, &second), &mut dice).await;
        }
        counter.closes(&shop).await;
        assert!(counter.shifts.len() > 10 && shop.count("SELECT count(*) FROM quarantine WHERE outcome = 'posted'").await > 30);
        assert_eq!(shop.count("SELECT count(*) FROM shift_close WHERE difference <> 0").await, 0);
        assert_eq!(shop.count("SELECT count(*) FROM shift WHERE difference <> 0").await, 0);
        let drawer = "SELECT debit_minor - credit_minor FROM balance WHERE account = '10102' AND month = ''";
        assert_eq!(shop.count(drawer).await, counter.fen);
        shop.verify().await;
    }
}
