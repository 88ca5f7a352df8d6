//! Asks everything that the API's description speaks of, with well-formed, odd and hostile values, as everybody.
//!
//! No answer is a 500, a 503 says when to come again, every status and body is as described, and a command that was done is answered
//! the same when it is sent again. `GEZI_FUZZ_SECONDS=600 cargo test --test it fuzz:: -- --ignored --nocapture` goes on for ten
//! minutes on each database; `GEZI_FUZZ_SEED` chooses another story.

pub mod dice;
pub mod known;
pub mod make;
mod stories;

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use dice::Dice;
use gezi::auth::role::Role;
use known::Known;
use make::Maker;
use serde_json::{Value, json};
use stories::{plausible, spoil};
use uuid::Uuid;

use crate::harness::{Answer, Description, Market, Operation, Shop, Till, Who};

/// How many requests a run of the whole suite makes, per database.
const REQUESTS: usize = 1500;
/// After so many, people and tills are new: a story may have shut them out.
const FRESH_EVERY: usize = 150;

/// Somebody who asks.
struct Cast {
    people: Vec<Who>,
    tills: Vec<Till>,
}

impl Cast {
    async fn new(shop: &Shop, foreigner: &Who) -> Self {
        let mut people = vec![Who::nobody(), foreigner.clone(), Who::bearer(Uuid::nil(), "nonsense")];
        for role in Role::ALL {
            people.push(shop.person(&[*role]).await);
        }
        for _ in 0..20 {
            // Most of what can be asked is for the office.
            people.push(shop.person(Role::ALL).await);
        }
        Self { people, tills: vec![shop.till().await, shop.till().await] }
    }
}

/// A request as it is sent.
struct Sent {
    operation: Operation,
    who: Who,
    path: String,
    key: Option<Uuid>,
    body: Vec<u8>,
}

impl Sent {
    async fn send(&self, shop: &Shop) -> Answer {
        shop.send(&self.who, &self.operation.method, &self.path, self.key, self.body.clone()).await
    }
}

fn seed() -> u64 {
    std::env::var("GEZI_FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_260_630)
}

/// A path with its parameters filled in.
fn path(maker: &mut Maker<'_>, operation: &Operation) -> String {
    let (mut path, mut query) = (operation.path.clone(), Vec::new());
    for parameter in &operation.parameters {
        let name = parameter["name"].as_str().unwrap_or_default();
        // The id in `/grids/{id}` is a grid's.
        let about = if name == "id" { operation.path.as_str() } else { name };
        let plain = match maker.value(&parameter["schema"], about) {
            Value::String(text) => text,
            other => other.to_string(),
        };
        let plain = if name == "number" || name == "code" {
            maker.dice.one(&["1", "2", "11401", "1001", "21101", "x"]).to_owned()
        } else {
            plain.chars().take(600).collect()
        };
        let value: String = plain
            .bytes()
            .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect();
        if parameter["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), if value.is_empty() { "x" } else { &value });
        } else if parameter["in"] == "query" && (maker.dice.percent(30) || parameter["required"] == true && maker.dice.percent(95)) {
            query.push(format!("{name}={value}"));
        }
    }
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

/// The schema of what a till reports, inside its envelope.
fn reported<'a>(description: &'a Description, operation: &'a Operation) -> Option<&'a Value> {
    let whole = operation.body.as_ref()?;
    whole["$ref"].as_str()?.contains("TillCommand_").then(|| &description.resolve(whole)["properties"]["body"])
}

fn body_for(maker: &mut Maker<'_>, operation: &Operation, schema: &Value) -> Value {
    let story = if maker.dice.percent(60) { plausible(maker, &operation.name) } else { None };
    let mut body = story.unwrap_or_else(|| maker.value(schema, "body"));
    if maker.malice > 0 && maker.dice.percent(40) {
        spoil(maker, &mut body);
    }
    body
}

fn make(shop: &Shop, maker: &mut Maker<'_>, cast: &mut Cast, operation: &Operation) -> (Sent, Option<usize>) {
    let path = path(maker, operation);
    let description = maker.description;
    if let Some(body) = reported(description, operation).filter(|_| maker.dice.percent(85)) {
        let at = maker.dice.below(cast.tills.len());
        let body = body_for(maker, operation, body);
        let mut fields = json!({});
        if maker.dice.percent(10) {
            let envelope = maker.value(operation.body.as_ref().unwrap(), "envelope");
            for (name, value) in envelope.as_object().into_iter().flatten().filter(|(name, _)| *name != "body") {
                if maker.dice.percent(15) {
                    fields[name] = value.clone();
                }
            }
        }
        let till = &mut cast.tills[at];
        let report = till.makes_with(shop, &operation.path, body, &fields);
        let sent = Sent { operation: operation.clone(), who: till.who.clone(), path, key: Some(report.id), body: report.bytes };
        return (sent, Some(at));
    }
    let for_tills =
        (operation.path == "/till" || operation.path.starts_with("/till/")) && maker.dice.percent(80) || operation.path == "/sales/quote";
    let who = if for_tills { maker.dice.pick(&cast.tills).who.clone() } else { maker.dice.pick(&cast.people).clone() };
    let key = if maker.dice.percent(2) { Some(maker.id("sale_id")) } else { Some(maker.new_id()) };
    let mut body = match &operation.body {
        Some(schema) => body_for(maker, operation, schema).to_string().into_bytes(),
        None => Vec::new(),
    };
    if maker.dice.percent(1) {
        body.truncate(body.len() / 2);
    }
    (Sent { operation: operation.clone(), who, path, key: key.filter(|_| operation.has_key()), body }, None)
}

/// What must hold of every answer.
fn check(description: &Description, sent: &Sent, answer: &Answer) -> Result<(), String> {
    let status = answer.status.as_u16();
    if status >= 500 && (status != 503 || !answer.headers.contains_key("retry-after")) {
        return Err(format!("status {status}"));
    }
    description.promised(&sent.operation, answer)
}

async fn ask(shop: Shop, requests: usize, time: Duration) {
    let description = Description::new();
    let operations = description.operations();
    let (market, (_, foreigner)) = (Market::new(&shop).await, shop.neighbour().await);
    let mut cast = Cast::new(&shop, &foreigner).await;
    let mut maker = Maker { description: &description, dice: Dice(seed()), known: Known::default(), malice: 0, edges: true };
    let (people, grids) = ([market.a, market.b, market.n, market.supporter], [market.grid_a, market.grid_b, market.grid_n]);
    let learnt = people.map(|person| ("person", person)).into_iter().chain(grids.map(|grid| ("grid", grid))).chain([("site", shop.site.0)]);
    for (kind, id) in learnt {
        maker.known.learn(&mut maker.dice, kind, id);
    }
    let mut tally: BTreeMap<String, BTreeMap<u16, usize>> = BTreeMap::new();
    let begun = Instant::now();
    let mut at = 0;
    while at < requests || begun.elapsed() < time {
        at += 1;
        if at % FRESH_EVERY == 0 {
            cast = Cast::new(&shop, &foreigner).await;
            for till in &mut cast.tills {
                till.opens(&shop, "200.00").await;
            }
            let hours = i64::try_from(maker.dice.below(40)).unwrap();
            shop.wait_seconds(hours * 3600);
        }
        let operation = &operations[maker.dice.below(operations.len())];
        maker.malice = if maker.dice.percent(70) { 0 } else { 4 };
        let before = cast.tills.clone();
        let (sent, till) = make(&shop, &mut maker, &mut cast, operation);
        let answer = sent.send(&shop).await;
        let status = answer.status.as_u16();
        *tally.entry(operation.name.clone()).or_default().entry(status).or_default() += 1;
        if let (Some(till), false) = (till, [201, 202].contains(&status)) {
            cast.tills[till] = before[till].clone();
        }
        let mut verdict = check(&description, &sent, &answer);
        if status == 201 && sent.key.is_some() && sent.operation.has_key() && verdict.is_ok() && maker.dice.percent(30) {
            let again = sent.send(&shop).await;
            // Whoever asked may have lost the role by what was asked.
            if (again.status, &again.bytes) != (answer.status, &answer.bytes) && again.status.as_u16() != 401 {
                verdict = Err(format!("the same again is answered {}: {}", again.status, again.text()));
            }
        }
        if let Err(wrong) = verdict {
            let body = String::from_utf8_lossy(&sent.body);
            let (method, path, text) = (&operation.method, &sent.path, answer.text());
            panic!("seed {}, request {at}: {method} {path}\n{body:.3000}\n{status} {text:.3000}\n{wrong}", seed());
        }
        if answer.status.is_success() {
            let Maker { known, dice, .. } = &mut maker;
            known.learn_from(dice, &sent.operation.path, "", &answer.json());
            // What was made has the id of its key, and so has what was set aside.
            if let Some(key) = sent.key {
                known.learn(dice, if status == 202 { "command" } else { &sent.operation.path }, key);
            }
            if sent.operation.name == "set_pin" {
                known.learn(dice, "person", sent.who.id);
            }
        }
    }
    println!("{at} requests in {} s", begun.elapsed().as_secs());
    for (name, statuses) in &tally {
        let never = if statuses.keys().any(|status| *status < 300) { "" } else { "  never done" };
        println!("{name:28} {statuses:?}{never}");
    }
}

on_both! {
    async fn no_request_breaks_it_or_is_answered_otherwise_than_described(shop: Shop) {
        ask(shop, REQUESTS, Duration::ZERO).await;
    }

    #[ignore = "as long as GEZI_FUZZ_SECONDS says, ten minutes where it says nothing"]
    async fn for_a_long_time(shop: Shop) {
        let seconds = std::env::var("GEZI_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(600);
        ask(shop, 0, Duration::from_secs(seconds)).await;
    }
}
