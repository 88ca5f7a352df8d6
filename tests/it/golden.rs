//! The events of the domain's own story, through the API, to the fen. What each must post comes from an independent model
//! (`fixtures/golden-entries.csv`); the office sets the shop up as it would in life.

mod lots;
mod office;

use std::collections::{BTreeMap, HashMap};

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Till, Who};

/// Account, party, unit, amount: what an event posts, in order.
type Lines = Vec<(String, String, String, String)>;

fn model(event: &str) -> (String, Lines) {
    let mut reader = csv::Reader::from_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/golden-entries.csv")).expect("the model");
    let rows = reader.records().map(|row| row.expect("a row")).filter(|row| &row[0] == event);
    let (mut day, mut lines) = (String::new(), Lines::new());
    for row in rows {
        row[1].clone_into(&mut day);
        lines.push((row[2].to_owned(), row[3].to_owned(), row[4].to_owned(), row[5].to_owned()));
    }
    assert!(!lines.is_empty(), "the model has no {event}");
    lines.sort();
    (day, lines)
}

/// What the model has on each account at the end of the story, in fen.
fn trial_balance() -> BTreeMap<String, i64> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/golden-trial-balance.csv");
    let mut reader = csv::Reader::from_path(path).expect("the model");
    let mut sums = BTreeMap::new();
    for row in reader.records().map(|row| row.expect("a row")) {
        *sums.entry(row[0].to_owned()).or_default() += row[2].replace('.', "").parse::<i64>().expect("fen");
    }
    sums
}

/// A cooperative as the story has it: A and B are members, N is not, S gets a share; each has a grid, T is the till.
struct Story {
    shop: Shop,
    organiser: Who,
    treasurer: Who,
    helper: Who,
    till: Till,
    grids: HashMap<&'static str, Uuid>,
    names: HashMap<Uuid, &'static str>,
}

impl Story {
    async fn new(shop: Shop) -> Self {
        let [organiser, treasurer, helper] =
            [shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await, shop.person(&[Role::Helper]).await];
        let till = shop.till().await;
        let pin = shop.errand(&helper, "/pins", &json!({ "pin": "274916" })).await;
        assert_eq!(pin.status.as_u16(), 204, "{}", pin.text());
        let names = HashMap::from([(till.who.id, "T")]);
        let mut story = Self { shop, organiser, treasurer, helper, till, grids: HashMap::new(), names };
        let supporter = story.person("S", None).await;
        for (name, joined) in [("A", Some("2026-01-01")), ("B", Some("2026-01-01")), ("N", None)] {
            let owner = story.person(name, joined).await;
            let grid = json!({ "site_id": story.shop.site.0, "code": name });
            let grid = story.shop.makes(&story.organiser, "/grids", grid).await;
            let given = json!({ "grid_id": grid, "owner_id": owner, "from_day": "2026-01-01" });
            story.shop.makes(&story.organiser, "/grid-owners", given).await;
            story.grids.insert(name, grid);
            story.agrees(name, "2026-01-01", ["85", "10", "5"], supporter).await;
        }
        story
    }

    async fn person(&mut self, name: &'static str, joined: Option<&str>) -> Uuid {
        let mut person = json!({ "nickname": name, "particulars": { "name": format!("某{name}") } });
        if let Some(joined) = joined {
            person["joined_on"] = json!(joined);
        }
        let id = self.shop.makes(&self.organiser, "/people", person).await;
        self.names.insert(id, name);
        id
    }

    /// One proposes, another approves, the owner's consent is logged.
    async fn agrees(&self, grid: &str, from: &str, [owner, coop, supporter]: [&str; 3], person: Uuid) {
        let shares = json!([
            { "party": "owner", "percent": owner }, { "party": "cooperative", "percent": coop },
            { "party": "supporter", "person_id": person, "percent": supporter },
        ]);
        let version = json!({ "grid_id": self.grids[grid], "effective_on": from, "shares": shares });
        let version = self.shop.makes(&self.organiser, "/agreement-versions", version).await;
        self.shop.makes(&self.treasurer, "/agreement-approvals", json!({ "version_id": version })).await;
        self.shop.makes(&self.organiser, "/consents", json!({ "version_id": version, "manner": "paper" })).await;
    }

    fn line(&self, grid: &str, price: &str) -> Value {
        json!({ "grid_id": self.grids[grid], "name": "玉米", "measure": "piece", "quantity": "1", "price": price })
    }

    /// The till reports, and what is posted is what the model has for the event; without an event, nothing is compared.
    async fn reports(&mut self, event: &str, path: &str, body: Value) -> Uuid {
        let (id, answer) = self.till.reports(&self.shop, path, body).await;
        let answer = answer.is(201);
        if !event.is_empty() {
            self.posted(event, id).await;
            if event != "E28a" {
                assert_eq!(answer["tasks"], json!([]), "{event}");
            }
        }
        id
    }

    async fn refunds(&mut self, event: &str, body: Value) {
        let asked = json!({ "helper_id": self.helper.id, "pin": "274916" });
        let approval = self.shop.errand(&self.till.who, "/till/approvals", &asked).await.is(201)["approval"].clone();
        let report = self.till.makes_with(&self.shop, "/refunds", body, &json!({ "approval": approval }));
        let answer = self.till.sends(&self.shop, &report).await.is(201);
        assert_eq!(answer["tasks"], json!([]), "{event}");
        self.posted(event, report.id).await;
    }

    /// What a document posted, held against the model.
    async fn posted(&self, event: &str, document: Uuid) {
        let answer = self.shop.get(&self.treasurer, &format!("/entries?document_id={document}")).await.is(200);
        let entries = answer["items"].as_array().expect("entries");
        assert_eq!(entries.len(), 1, "{event}: one command, one entry");
        let mut lines = Lines::new();
        for posting in entries[0]["postings"].as_array().expect("postings") {
            let text = |name: &str| posting[name].as_str().unwrap_or_default().to_owned();
            let party = posting["party"].as_str().map_or("", |party| self.names[&party.parse::<Uuid>().expect("an id")]);
            let amount = if posting["credit"].is_null() { text("debit") } else { format!("-{}", text("credit")) };
            lines.push((text("account"), party.to_owned(), text("unit"), amount));
        }
        lines.sort();
        let (day, expected) = model(event);
        assert_eq!((entries[0]["day"].as_str(), &lines), (Some(day.as_str()), &expected), "{event}");
    }

    /// Closes the shift with so much in the drawer, in tens of fen.
    async fn closes(&mut self, event: &str, counted: i64) -> Uuid {
        let count = json!([{ "denomination": "0.10", "pieces": counted }]);
        let body = json!({ "count": count, "last_seq": self.till.seq - 1 });
        self.reports(event, "/shift-closings", body).await
    }
}

fn cash(lines: &[Value], amount: &str) -> Value {
    json!({ "lines": lines, "tenders": [{ "means": "cash", "amount": amount }] })
}

/// A fresh cooperative on 31 July with an open shift.
async fn on_the_31st(shop: Shop) -> Story {
    shop.it_is("2026-07-31T02:00:00Z");
    let mut story = Story::new(shop).await;
    story.reports("", "/shift-openings", json!({ "brought": "235.80" })).await;
    story
}

on_both! {
    async fn the_story_of_two_shifts(shop: Shop) {
        let mut story = Story::new(shop).await;
        let supporter = *story.names.iter().find(|(_, name)| **name == "S").expect("S").0;
        for grid in ["A", "B"] {
            story.agrees(grid, "2026-07-01", ["88", "9", "3"], supporter).await;
        }
        story.reports("E0", "/shift-openings", json!({ "brought": "200.00" })).await;
        let mut sale = cash(&[story.line("A", "23.50")], "50.00");
        sale["change"] = json!("26.50");
        let first = story.reports("E1", "/sales", sale).await;
        let sale = json!({
            "lines": [story.line("A", "12.80"), story.line("B", "7.30")], "order_discount": { "amount": "2.00" },
            "tenders": [{ "means": "wechat", "amount": "18.10" }],
        });
        story.reports("E2", "/sales", sale).await;
        let mut line = story.line("A", "30.00");
        line["owner_discount"] = json!({ "percent": "10" });
        story.reports("E3", "/sales", cash(&[line], "27.00")).await;
        let mut sale = cash(&[story.line("A", "8.88")], "8.80");
        sale["rounding_off"] = json!("0.08");
        story.reports("E4", "/sales", sale).await;
        let lot = story.takes_in_mugs("E5").await;
        story.sells_a_mug("E6", lot).await;
        story.records("E6b", "/lot-givings", json!({ "lot_id": lot, "pieces": 1 })).await;
        story.closes("", 2_593).await;

        story.shop.it_is("2026-07-05T02:00:00Z");
        story.reports("", "/shift-openings", json!({ "counted": "259.30" })).await;
        story.refunds("E7", json!({ "sale_id": first, "lines": [{ "line": 1, "quantity": "1" }] })).await;

        story.shop.it_is("2026-07-31T02:00:00Z");
        story.rents("A", None).await;
        let charged = story.charge("A").await;
        story.posted("E8", charged).await;
        let bill = json!({ "provider": "wechat", "gross": "18.10", "fee": "0.11", "net": "17.99" });
        story.records("E9", "/provider-settlements", bill).await;
        story.pays_out("A", "E10").await;

        let mut expected = trial_balance();
        let answer = story.shop.get(&story.treasurer, "/trial-balance").await.is(200);
        let money = answer["items"].as_array().expect("lines").iter().filter(|line| line["unit"] == "CNY");
        let found = money.map(|line| {
            let balance = line["balance"].as_str().expect("a balance").replace('.', "");
            (line["account"].as_str().expect("a code").to_owned(), balance.parse::<i64>().expect("fen"))
        });
        let found: BTreeMap<_, _> = found.filter(|(_, fen)| *fen != 0).collect();
        expected.retain(|_, fen| *fen != 0);
        assert_eq!(found, expected, "the trial balance");
    }

    async fn a_shift_closes_short_or_over(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        story.closes("E16", 2_353).await;
        story.reports("", "/shift-openings", json!({ "counted": "235.30", "brought": "0.50" })).await;
        story.closes("E16over", 2_363).await;
    }

    async fn a_customer_rounds_up_for_charity(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let mut sale = cash(&[story.line("N", "17.60")], "18.00");
        sale["donation"] = json!("0.40");
        story.reports("E17", "/sales", sale).await;
    }

    async fn cash_moves_without_a_sale(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        for (event, movement, amount) in [("E24a", "pay_in", "50.00"), ("E24b", "pay_out", "12.50"), ("E24c", "drop", "100.00")] {
            story.reports(event, "/cash-movements", json!({ "movement": movement, "amount": amount })).await;
        }
    }

    async fn a_voucher_is_sold_and_used(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let line = json!({ "voucher": "V-0001", "name": "代金券", "measure": "piece", "quantity": "1", "price": "30.00" });
        story.reports("E25a", "/sales", cash(&[line], "30.00")).await;
        let tender = json!([{ "means": "voucher", "voucher": "V-0001", "amount": "30.00" }]);
        story.reports("E25b", "/sales", json!({ "lines": [story.line("A", "30.00")], "tenders": tender })).await;
    }

    async fn half_of_a_line_comes_back_twice(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let mut sale = cash(&[story.line("A", "8.88")], "8.80");
        sale["rounding_off"] = json!("0.08");
        let sale = story.reports("", "/sales", sale).await;
        for event in ["E27a", "E27b"] {
            story.refunds(event, json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": "4.44" }] })).await;
        }
    }

    async fn what_nobody_could_be_credited_for_is_allocated_later(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let line = json!({ "grid_id": story.shop.id(), "name": "玉米", "measure": "piece", "quantity": "1", "price": "9.90" });
        let sale = story.reports("E28a", "/sales", cash(&[line], "9.90")).await;
        let allocation = json!({ "document_id": sale, "line": 1, "grid_id": story.grids["A"] });
        let allocation = story.shop.makes(&story.organiser, "/allocations", allocation).await;
        story.posted("E28b", allocation).await;
    }
}
