//! A cooperative with one of everything, so that every address has something to be asked for.

use std::collections::BTreeMap;

use gezi::auth::role::Role;
use serde_json::json;

use crate::{
    fuzz::{dice::Dice, known::Known},
    harness::{Market, Shop, Till},
};

/// A cooperative with one of everything.
pub struct Town {
    /// What stands for `{…}` in an address, by the address's first word.
    pub things: BTreeMap<&'static str, String>,
    /// All ids of it.
    pub known: Known,
    pub till: Till,
}

impl Town {
    /// Opens a shift, sells, refunds, and leaves something to be repaired.
    pub async fn new(shop: &Shop) -> Self {
        let market = Market::new(shop).await;
        let office = shop.person(&[Role::Organiser, Role::Treasurer]).await;
        let good = json!({ "grid_id": market.grid_a, "name": "玉米", "measure": "piece", "price": "6.60" });
        let good = shop.makes(&office, "/goods", good).await;
        let grant = shop.makes(&office, "/role-grants", json!({ "person_id": market.n, "role": "helper" })).await;
        let instrument = shop.makes(&office, "/instruments", json!({ "supporter_id": market.supporter, "cap": "500.00" })).await;
        let paper = shop.uploads_paper(&office).await;
        let deposit = shop.makes(&office, "/deposits", json!({ "person_id": market.a, "amount": "50.00" })).await;
        let mugs = json!({ "supporter_id": market.supporter, "name": "马克杯", "pieces": 20, "value": "15.00", "paper": paper });
        let lot = shop.makes(&office, "/lots", mugs).await;
        shop.makes(&office, "/goods-receipts", json!({ "good_id": good, "quantity": "9" })).await;
        let count = shop.makes(&office, "/stock-counts", json!({ "good_id": good, "counted": "8" })).await;
        let shortage = shop.makes(&office, "/lot-shortages", json!({ "lot_id": lot, "pieces": 1 })).await;
        let lesson = json!({ "trainer_id": market.supporter, "day": "2026-06-30", "minutes": 180, "place": "社区中心", "curriculum": "定价",
            "learner_ids": [market.a] });
        let training = shop.makes(&office, "/trainings", lesson).await;
        let shares = json!([{ "party": "owner", "percent": "90" }, { "party": "cooperative", "percent": "10" }]);
        let version = json!({ "grid_id": market.grid_a, "effective_on": "2026-08-01", "shares": shares });
        let version = shop.makes(&office, "/agreement-versions", version).await;
        let contract = json!({ "grid_id": market.grid_a, "owner_id": market.a, "begins_on": "2026-06-01", "rent": "20.00" });
        let contract = shop.makes(&office, "/grid-contracts", contract).await;
        let mut till = shop.till().await;
        let shift = till.opens(shop, "200.00").await;
        let (sale, answer) = till.sells(shop, market.grid_a, "玉米", "6.60").await;
        answer.is(201);
        let voucher = json!({ "voucher": "V-0001", "name": "代金券", "measure": "piece", "quantity": "1", "price": "20.00" });
        let voucher = json!({ "lines": [voucher], "tenders": [{ "means": "cash", "amount": "20.00" }] });
        till.reports(shop, "/sales", voucher).await.1.is(201);
        let back =
            json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }], "tenders": [{ "means": "cash", "amount": "6.60" }] });
        let (refund, answer) = till.reports(shop, "/refunds", back).await;
        answer.is(201);
        till.sells(shop, market.grid_b, "玉米", "6.60").await.1.is(201);
        let (aside, answer) = till.reports(shop, "/sales", json!({ "lines": [], "tenders": [] })).await;
        answer.is(202);
        let proposal = shop.makes(&office, "/repair-proposals", json!({ "command_id": aside, "dismiss": { "reason": "practice" } })).await;
        // A number that is missing keeps the next one waiting.
        let mut waiting = till.clone();
        waiting.makes(shop, "/sales", json!({}));
        let (early, answer) = waiting.sells(shop, market.grid_a, "玉米", "6.60").await;
        answer.is(202);
        let statement = shop.makes(&office, "/statements", json!({ "owner_id": market.a, "month": "2026-05" })).await;
        shop.makes(&office, "/payout-runs", json!({ "owner_ids": [market.b] })).await;
        let payout = shop.get(&office, "/payouts").await.is(200)["items"][0]["id"].as_str().expect("an id").parse().expect("an id");
        let mut town = Self { things: BTreeMap::new(), known: Known::default(), till };
        let ids = [
            ("sites", shop.site.0),
            ("grids", market.grid_a),
            ("goods", good),
            ("people", market.a),
            ("people", market.n),
            ("role-grants", grant),
            ("grants", grant),
            ("instruments", instrument),
            ("office-events", deposit),
            ("lots", lot),
            ("trainings", training),
            ("shortages", shortage),
            ("counts", count),
            ("agreement-versions", version),
            ("grid-contracts", contract),
            ("tills", town.till.who.id),
            ("shifts", shift),
            ("sales", sale),
            ("refunds", refund),
            ("quarantine", aside),
            ("commands", early),
            ("proposals", proposal),
            ("statements", statement),
            ("payouts", payout),
        ];
        for (kind, id) in ids {
            town.known.learn(&mut Dice(1), kind, id);
            town.things.insert(kind, id.to_string());
        }
        town.things.extend([
            ("entries", "1".to_owned()),
            ("accounts", "11401".to_owned()),
            ("vouchers", "V-0001".to_owned()),
            ("till", "1-0002".to_owned()),
            ("papers", paper),
        ]);
        town
    }

    /// An address with its things filled in.
    pub fn address(&self, path: &str) -> String {
        let word = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        if path.starts_with("/statements/preview") {
            return format!("{path}?owner_id={}&month=2026-06", self.things["people"]);
        }
        if path == "/rent-runs/preview" {
            return format!("{path}?month=2026-06");
        }
        if path == "/takings" {
            return format!("{path}?from=2026-06-30&to=2026-06-30&by=day");
        }
        let Some((before, rest)) = path.split_once('{') else { return path.to_owned() };
        let thing = self.things.get(word).unwrap_or_else(|| panic!("the town has no thing for {path}: add one"));
        format!("{before}{thing}{}", rest.split_once('}').map_or("", |(_, after)| after))
    }

    /// The first of the town's ids that a text speaks of, but for those that the question spoke of itself.
    pub fn found_in(&self, text: &str, question: &str) -> Option<&str> {
        let ids = self.things.values().filter(|thing| thing.len() == 36);
        ids.map(String::as_str).find(|id| text.contains(id) && !question.contains(id))
    }
}
