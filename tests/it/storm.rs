//! A storm: eight tills send random sales and refunds, each twice, many at once and out of order. Each has one effect, every
//! drawer holds what its till says, and the books agree with themselves. 2,000 of them, or as many as `GEZI_STORM` says.

mod script;

use futures::StreamExt;
use gezi::{app::export::Format, auth::role::Role};
use serde_json::{Value, json};

use crate::{
    export::{balances, exported, hledger, trial_balance_agrees},
    harness::{Dice, Market, Report, Shop, Till, yuan},
};
use script::Script;

const TILLS: usize = 8;
/// How many commands of one till are on their way at once.
const AT_ONCE: usize = 6;
/// How far a command may be overtaken.
const DISORDER: u64 = 12;

fn storm_size() -> usize {
    std::env::var("GEZI_STORM").ok().and_then(|size| size.parse().ok()).unwrap_or(2_000)
}

/// Each report twice, out of order.
fn deliveries(reports: &[Report], dice: &mut Dice) -> Vec<Report> {
    let twice = reports.iter().enumerate().flat_map(|(at, report)| [(at as u64, report), (at as u64, report)]);
    let mut shuffled: Vec<_> = twice.map(|(at, report)| (at + dice.below(DISORDER), report.clone())).collect();
    shuffled.sort_by_key(|(at, _)| *at);
    shuffled.into_iter().map(|(_, report)| report).collect()
}

/// Everything that a till sends, and what it takes for the truth.
struct Day {
    till: Till,
    shift: uuid::Uuid,
    script: Script,
    deliveries: Vec<Report>,
    reports: Vec<Report>,
}

async fn morning(shop: &Shop, market: &Market, seed: u64, count: usize) -> Day {
    let mut dice = Dice(seed);
    let mut till = shop.till().await;
    let shift = till.opens(shop, "300.00").await;
    let mut script = Script::new(market);
    let mut reports = Vec::new();
    for _ in 0..count {
        let (path, body, fields) = script.next(shop, &till, &mut dice).await;
        let report = till.makes_with(shop, path, body, &fields);
        script.made(report.id);
        reports.push(report);
    }
    Day { deliveries: deliveries(&reports, &mut dice), till, shift, script, reports }
}

async fn deliver(shop: &Shop, day: &Day) {
    let sending = futures::stream::iter(&day.deliveries).map(|report| async {
        let answer = day.till.sends(shop, report).await;
        assert!(matches!(answer.status.as_u16(), 201 | 202), "{}: {}", String::from_utf8_lossy(&report.bytes), answer.text());
    });
    sending.buffer_unordered(AT_ONCE).collect::<()>().await;
}

/// The till closes with what it believes to have; the service must believe the same.
async fn evening(shop: &Shop, day: &mut Day) {
    let drawer = 30_000 + day.script.cash;
    let count = json!([{ "denomination": "100.00", "pieces": drawer / 10_000 }, { "denomination": "0.01", "pieces": drawer % 10_000 }]);
    let tenders: Vec<Value> = [("cash", day.script.cash), ("wechat", day.script.wechat)]
        .iter()
        .filter(|(_, amount)| *amount != 0)
        .map(|(means, amount)| json!({ "means": means, "amount": yuan(*amount) }))
        .collect();
    let body = json!({ "count": count, "last_seq": day.till.seq - 1, "tenders": tenders });
    let (_, closed) = day.till.reports(shop, "/shift-closings", body).await;
    let closed = closed.is(201);
    assert_eq!((&closed["tasks"], &closed["entry_number"]), (&json!([]), &json!(null)), "the drawer and the totals agree");
}

on_both! {
    async fn each_of_many_sales_and_refunds_has_one_effect(shop: Shop) {
        let market = Market::new(&shop).await;
        let each = storm_size() / TILLS;
        let mut days = Vec::new();
        for at in 0..TILLS {
            days.push(morning(&shop, &market, 7 + at as u64, each).await);
        }
        let begun = std::time::Instant::now();
        futures::future::join_all(days.iter().map(|day| deliver(&shop, day))).await;
        let took = begun.elapsed();
        for day in &mut days {
            evening(&shop, day).await;
        }
        let commands = i64::try_from(each * TILLS).expect("a number");
        println!("{}: {commands} commands, each twice, in {took:?}", shop.service.db.engine());

        assert_eq!(shop.count("SELECT (SELECT count(*) FROM sale) + (SELECT count(*) FROM refund)").await, commands);
        assert_eq!(shop.count("SELECT count(*) FROM command WHERE kind IN ('sale', 'refund')").await, commands);
        assert_eq!(shop.count("SELECT (SELECT count(*) FROM till_inbox) + (SELECT count(*) FROM quarantine)").await, 0);
        let entries = commands + i64::try_from(TILLS).expect("a number");
        assert_eq!(shop.count("SELECT number FROM coop_head").await, entries, "one entry each, and one per opening");
        assert_eq!(shop.count("SELECT count(*) FROM entry").await, entries);
        shop.verify().await;
        assert_eq!(shop.count("SELECT count(*) FROM task").await, 0, "nothing was out of the ordinary");

        hledger_agrees(&shop, &market, &days).await;

        for day in &days {
            for report in day.reports.iter().step_by(7) {
                let (first, again) = (day.till.sends(&shop, report).await.is(201), day.till.sends(&shop, report).await.is(201));
                assert_eq!(first, again);
                assert_eq!(first["document_id"], json!(report.id));
            }
        }
        assert_eq!(shop.count("SELECT number FROM coop_head").await, entries, "a repeat adds nothing");
    }
}

/// Somebody else's program adds the exported journal up to our trial balance, what we owe each owner, and each shift's drawer.
async fn hledger_agrees(shop: &Shop, market: &Market, days: &[Day]) {
    let treasurer = shop.person(&[Role::Treasurer]).await;
    let journal = exported(shop, Format::Hledger).await;
    if !trial_balance_agrees(shop, &treasurer, &journal).await {
        return;
    }
    let added = |arguments: &[&str]| balances(&hledger(&journal, &[&["balance", "-N", "-O", "csv"], arguments].concat()).expect("hledger"));
    for (account, person) in [("11401", market.a), ("11401", market.b), ("21101", market.n), ("21102", market.supporter)] {
        let owed = shop.get(&treasurer, &format!("/balances?person_id={person}")).await.is(200)["items"][0]["owed"].clone();
        let account = format!("{account}:{person}");
        assert_eq!(added(&[&account]).get(&account).and_then(|amount| amount.strip_prefix('-')), owed.as_str(), "{account}");
    }
    for day in days {
        let drawer = added(&["10102", &format!("tag:shift={}", day.shift)]).into_values().next();
        let shift = shop.get(&treasurer, &format!("/shifts/{}", day.shift)).await.is(200);
        assert_eq!(drawer.as_deref(), shift["drawer"]["expected"].as_str());
        assert_eq!(drawer, Some(yuan(30_000 + day.script.cash)));
    }
}
