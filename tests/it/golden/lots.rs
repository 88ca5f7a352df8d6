//! Goods that are not an owner's: given, left at cost, bought. Each event stands alone in a fresh cooperative on 31 July.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Story, cash, on_the_31st};
use crate::harness::Shop;

impl Story {
    /// The organiser takes a given lot for its value, and the treasurer takes it for the same.
    pub(super) async fn takes_in_mugs(&mut self, event: &str) -> Uuid {
        let mugs = json!({ "supporter_id": self.of("S"), "name": "马克杯", "pieces": 20, "value": "15.00" });
        let appraisal = self.shop.makes(&self.organiser, "/lot-appraisals", mugs).await;
        let agreed = self.shop.post(&self.treasurer, "/proposal-agreements", self.shop.id(), &json!({ "proposal_id": appraisal })).await;
        assert_eq!(agreed.is(201)["id"], json!(appraisal));
        self.names.insert(appraisal, "lot1");
        if !event.is_empty() {
            self.posted(event, appraisal).await;
        }
        appraisal
    }

    /// Pieces of a lot lie at a grid.
    pub(super) async fn lays_out(&self, lot: Uuid, grid: &str, price: &str) -> Uuid {
        let good = json!({ "grid_id": self.grids[grid], "lot_id": lot, "name": "马克杯", "measure": "piece", "price": price });
        self.shop.makes(&self.organiser, "/goods", good).await
    }

    /// The lot's own agreement at a grid: its owner gets a share for handling it, the cooperative the rest.
    pub(super) async fn agrees_for_lot(&self, lot: Uuid, grid: &str, [owner, coop]: [&str; 2]) {
        let shares = json!([{ "party": "owner", "percent": owner }, { "party": "cooperative", "percent": coop }]);
        let version = json!({ "grid_id": self.grids[grid], "lot_id": lot, "effective_on": "2026-06-01", "shares": shares });
        let version = self.shop.makes(&self.organiser, "/agreement-versions", version).await;
        self.shop.makes(&self.treasurer, "/agreement-approvals", json!({ "version_id": version })).await;
        self.shop.makes(&self.organiser, "/consents", json!({ "version_id": version, "manner": "paper" })).await;
    }

    pub(super) fn piece(&self, good: Uuid, grid: &str, price: &str) -> Value {
        let mut line = self.line(grid, price);
        line["good_id"] = json!(good);
        line
    }

    /// A mug for 18.00 by Alipay.
    pub(super) async fn sells_a_mug(&mut self, event: &str, lot: Uuid) -> Uuid {
        let mug = self.lays_out(lot, "A", "18.00").await;
        self.agrees_for_lot(lot, "A", ["40", "60"]).await;
        let sale = json!({ "lines": [self.piece(mug, "A", "18.00")], "tenders": [{ "means": "alipay", "amount": "18.00" }] });
        self.reports(event, "/sales", sale).await
    }
}

on_both! {
    async fn a_given_mug_is_sold_and_comes_back(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let lot = story.takes_in_mugs("").await;
        let sale = story.sells_a_mug("", lot).await;
        story.refunds("E29", json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "1" }] })).await;
    }

    async fn a_given_mug_is_missing_and_found_again(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let lot = story.takes_in_mugs("").await;
        let shortage = story.records("E15b", "/lot-shortages", json!({ "lot_id": lot, "pieces": 1 })).await;
        let approved = story.shop.makes(&story.organiser, "/shortage-approvals", json!({ "shortage_id": shortage })).await;
        story.posted("E15c", approved).await;
        let found = story.records("", "/lot-findings", json!({ "lot_id": lot, "pieces": 1 })).await;
        let agreed = story.shop.post(&story.organiser, "/proposal-agreements", story.shop.id(), &json!({ "proposal_id": found })).await;
        agreed.is(201);
        story.posted("E39", found).await;
    }

    async fn a_supporters_goods_bring_their_cost_back(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let agreement = story.agrees_with_s(json!({ "kind": "goods_at_cost" })).await;
        let towels = json!({ "supporter_id": story.of("S"), "instrument_id": agreement, "name": "毛巾", "pieces": 5, "value": "6.00" });
        let lot = story.records("", "/goods-at-cost", towels).await;
        let towel = story.lays_out(lot, "A", "10.00").await;
        story.reports("E36", "/sales", cash(&[story.piece(towel, "A", "10.00")], "10.00")).await;
    }

    async fn goods_are_bought_and_sold(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let bags = json!({ "name": "环保袋", "pieces": 10, "cost": "8.00" });
        let lot = story.records("E37a", "/goods-purchases", bags).await;
        let bag = story.lays_out(lot, "A", "12.00").await;
        story.reports("E37b", "/sales", cash(&[story.piece(bag, "A", "12.00")], "12.00")).await;
    }

    async fn an_owners_item_is_lost_in_the_shops_keeping(shop: Shop) {
        let story = on_the_31st(shop).await;
        let good = json!({ "grid_id": story.grids["A"], "name": "布鞋", "measure": "piece", "price": "12.00" });
        let good = story.shop.makes(&story.organiser, "/goods", good).await;
        story.shop.makes(&story.helper, "/goods-receipts", json!({ "good_id": good, "quantity": "4" })).await;
        let count = story.shop.makes(&story.helper, "/stock-counts", json!({ "good_id": good, "counted": "3" })).await;
        story.records("E15a", "/count-decisions", json!({ "count_id": count, "outcome": "shop" })).await;
    }
}
