//! The auditor: a model in plain Rust, with no SQL and nothing of the domain's, keeps books beside the service through random commands,
//! legal and not. After each, every balance agrees; a refused command leaves every table as it was.
//!
//! 100 seeds of 100 steps on each database, or as many as `GEZI_AUDIT_SEEDS` and `GEZI_AUDIT_STEPS` say. A seed that fails is
//! printed, and `GEZI_AUDIT_SEED=17 cargo test --test it auditor::` plays that one again.

mod books;
mod command;
mod counter;
mod digest;
mod office;
mod split;

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use self::{
    books::Books,
    command::{Command, Fate},
    counter::{Counter, Stall},
    digest::Eye,
    office::{Agreement, Office},
    split::{Cap, Share, Version},
};
use crate::harness::{Dice, Engine, Shop, Who, yuan};

fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().expect("a number"))
}

/// Splits that are easy, that never come out even, and that leave somebody nothing.
const SHARES: [[&str; 3]; 5] =
    [["85", "10", "5"], ["70.5", "20", "9.5"], ["33.333333", "33.333333", "33.333334"], ["100", "0", "0"], ["12.345678", "80", "7.654322"]];

/// A percentage in millionths.
fn millionths(percent: &str) -> i128 {
    let (whole, rest) = percent.split_once('.').unwrap_or((percent, ""));
    format!("{whole}{rest:0<6}").parse().expect("a percentage")
}

/// A cooperative with three stalls, a till and a supporter, and the auditor's books of it.
struct Audit {
    shop: Shop,
    dice: Dice,
    books: Books,
    counter: Counter,
    office: Office,
    done: Vec<(Command, Value)>,
}

impl Audit {
    async fn begin(engine: Engine, seed: u64) -> Self {
        let shop = Shop::new(engine).await;
        let mut dice = Dice(seed);
        let organiser = shop.person(&[Role::Organiser]).await;
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let supporter = shop.person(&[Role::LoveShareholder]).await;
        let owners =
            [shop.person(&[Role::Stallholder]).await, shop.person(&[Role::Stallholder]).await, shop.person(&[Role::Stallholder]).await];
        for owner in &owners[..2] {
            shop.makes(&organiser, "/memberships", json!({ "person_id": owner.id })).await;
        }

        let cap = dice.between(1, 3_000);
        let terms = json!({ "supporter_id": supporter.id, "kind": "share_of_sales", "cap": yuan(cap) });
        let capped = shop.makes(&organiser, "/instruments", terms).await;
        let mut stalls = Vec::new();
        for (at, owner) in owners.iter().enumerate() {
            let account = if at < 2 { "11401" } else { "21101" };
            let shares = *dice.pick(&SHARES);
            let cap = (at == 0).then_some((capped, cap));
            stalls.push(stall(&shop, [&organiser, &treasurer, owner], supporter.id, account, shares, cap).await);
        }

        let mut agreements = Vec::new();
        for (kind, account, cap) in [
            ("gift", "31101", 500_000),
            ("restricted_gift", "21105", 100_000),
            ("loan", "20101", 300_000),
            ("share_capital", "30102", 200_000),
        ] {
            let purpose = (kind == "restricted_gift").then_some("training");
            let terms = json!({ "supporter_id": supporter.id, "kind": kind, "cap": yuan(cap), "purpose": purpose });
            let id = shop.makes(&organiser, "/instruments", terms).await;
            agreements.push(Agreement { id, kind, account: (account, Some(supporter.id)), cap, received: 0, used: 0 });
        }

        // Somebody owes rent from before.
        let mut books = Books::default();
        let people = [0, 1, 2].map(|at: usize| owners[at].id);
        let lines = json!([{ "account": "11403", "person_id": people[0], "debit": "200.00" }, { "account": "321", "credit": "200.00" }]);
        let draft = shop.makes(&treasurer, "/opening-balance-proposals", json!({ "lines": lines })).await;
        shop.post(&organiser, "/proposal-agreements", shop.id(), &json!({ "proposal_id": draft })).await.is(201);
        books.moves(("11403", Some(people[0])), ("321", None), 20_000);

        let counter = Counter::new(shop.till().await, stalls);
        let owner = owners[0].clone();
        let reversible = Vec::new();
        let office = Office { organiser, treasurer, owner, supporter, people, agreements, waives: false, redonates: false, reversible };
        Self { shop, dice, books, counter, office, done: Vec::new() }
    }

    async fn step(&mut self, eye: &mut Eye) {
        let command = match self.dice.below(20) {
            0 if !self.done.is_empty() => self.repeats(),
            1 if !self.done.is_empty() => self.takes_a_key_again(),
            2..=12 => self.counter.next(&self.shop, &self.books, &mut self.dice).await,
            _ => self.office.next(&self.shop, &self.books, &mut self.dice).await,
        };
        let is_to_stay = matches!(command.fate, Fate::Refused(_) | Fate::Repeated(_));
        let before = if is_to_stay { Some(eye.looks().await) } else { None };
        let sent = self.shop.send(&command.who, "POST", &command.path, Some(command.key), command.bytes.clone()).await;
        let what = || format!("{} {} {:?}: {}", command.path, String::from_utf8_lossy(&command.bytes), command.fate, sent.text());
        match &command.fate {
            Fate::Posted(legs) => {
                assert_eq!(sent.status.as_u16(), 201, "{}", what());
                for (account, amount) in legs {
                    self.books.debit(*account, *amount);
                }
            }
            Fate::SetAside => assert_eq!(sent.status.as_u16(), 202, "{}", what()),
            Fate::Refused(status) => assert_eq!(sent.status.as_u16(), *status, "{}", what()),
            Fate::Repeated(first) => assert_eq!(&sent.json(), first, "{}", what()),
        }
        if let Some(before) = before {
            assert_eq!(eye.looks().await, before, "{}", what());
        }
        assert_eq!(Books::of(&self.shop).await, self.books, "{}", what());
        if matches!(command.fate, Fate::Posted(_)) {
            self.done.push((command, sent.json()));
        }
    }

    /// A lost answer: the same command again.
    fn repeats(&mut self) -> Command {
        let (command, answer) = self.dice.pick(&self.done).clone();
        Command { fate: Fate::Repeated(answer), ..command }
    }

    /// Another command under a key that is taken.
    fn takes_a_key_again(&mut self) -> Command {
        let (first, _) = self.dice.pick(&self.done).clone();
        let bytes = json!({ "bill": "other", "amount": "1.23" }).to_string().into_bytes();
        Command { who: self.office.treasurer.clone(), path: "/bill-payments".to_owned(), key: first.key, bytes, fate: Fate::Refused(409) }
    }

    /// What people are told agrees as well.
    async fn end(self) {
        let Self { shop, books, office, counter, .. } = self;
        for (person, account) in office.people.iter().zip(["11401", "11401", "21101"]) {
            let told = shop.get(&office.treasurer, &format!("/balances?person_id={person}")).await.is(200);
            let due = told["items"].as_array().expect("balances").iter().find(|line| line["account"] == account);
            let owed = -books.on((account, Some(*person)));
            assert_eq!(due.map_or(json!("0.00"), |line| line["owed"].clone()), json!(yuan(owed)));
        }
        for agreement in &office.agreements {
            let told = shop.get(&office.treasurer, &format!("/instruments/{}", agreement.id)).await.is(200);
            let (received, used) = (json!(yuan(agreement.received)), json!(yuan(agreement.used)));
            assert_eq!((&told["received"], &told["used"]), (&received, &used), "{}", agreement.kind);
        }
        let shifts = shop.get(&office.treasurer, "/shifts").await.is(200);
        if let Some(open) = shifts["items"].as_array().and_then(|shifts| shifts.iter().find(|shift| shift["closed_at"].is_null())) {
            let told = shop.get(&office.treasurer, &format!("/shifts/{}", open["id"].as_str().expect("an id"))).await.is(200);
            assert_eq!(told["drawer"]["expected"], json!(yuan(books.on(counter.drawer()))));
        }
        shop.verify().await;
    }
}

async fn stall(
    shop: &Shop,
    [organiser, treasurer, owner]: [&Who; 3],
    supporter: Uuid,
    account: &'static str,
    shares: [&str; 3],
    cap: Option<(Uuid, i64)>,
) -> Stall {
    let grid = shop.makes(organiser, "/grids", json!({ "site_id": shop.site.0, "code": format!("{}", shop.id().as_u128() % 1_000) })).await;
    shop.makes(organiser, "/grid-owners", json!({ "grid_id": grid, "owner_id": owner.id, "from_day": "2026-01-01" })).await;
    let told = json!([
        { "party": "owner", "percent": shares[0] },
        { "party": "cooperative", "percent": shares[1] },
        { "party": "supporter", "person_id": supporter, "percent": shares[2], "instrument_id": cap.map(|(id, _)| id) },
    ]);
    let version = json!({ "grid_id": grid, "effective_on": "2026-01-01", "shares": told });
    let version = shop.makes(organiser, "/agreement-versions", version).await;
    shop.makes(treasurer, "/agreement-approvals", json!({ "version_id": version })).await;
    shop.makes(owner, "/consents", json!({ "version_id": version })).await;
    let parties = [(account, Some(owner.id)), ("50101", None), ("21102", Some(supporter))];
    let shares = parties.iter().zip(shares).map(|(account, percent)| Share { account: *account, parts: millionths(percent) }).collect();
    let cap = cap.map(|(_, most)| Cap { place: 2, most, received: 0 });
    Stall { grid, version: Version { shares, carry: vec![0; 3], cap } }
}

async fn audit(engine: Engine) {
    let seeds = match variable("GEZI_AUDIT_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..variable("GEZI_AUDIT_SEEDS").unwrap_or(100),
    };
    for seed in seeds {
        // A test prints only if it fails; the last line is then the seed that did.
        println!("GEZI_AUDIT_SEED={seed}");
        let mut audit = Audit::begin(engine, seed).await;
        let mut eye = Eye::open(&audit.shop).await;
        for _ in 0..variable("GEZI_AUDIT_STEPS").unwrap_or(100) {
            audit.step(&mut eye).await;
        }
        audit.end().await;
    }
}

mod every_balance_agrees_and_what_is_refused_leaves_no_trace {
    use super::*;

    #[tokio::test]
    async fn sqlite() {
        audit(Engine::Sqlite).await;
    }

    #[tokio::test]
    async fn postgres() {
        audit(Engine::Postgres).await;
    }
}
