//! What the office itself puts into the books: each event stands alone in a fresh cooperative on 31 July.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Story, cash, on_the_31st};
use crate::harness::Shop;

impl Story {
    pub(super) fn of(&self, name: &str) -> Uuid {
        *self.names.iter().find(|(_, known)| **known == name).expect("somebody of that name").0
    }

    /// The treasurer records something, and what is posted is what the model has for the event; without an event, nothing is compared.
    pub(super) async fn records(&self, event: &str, path: &str, body: Value) -> Uuid {
        let id = self.shop.makes(&self.treasurer, path, body).await;
        if !event.is_empty() {
            self.posted(event, id).await;
        }
        id
    }

    /// Something is agreed with S.
    pub(super) async fn agrees_with_s(&self, mut terms: Value) -> Uuid {
        terms["supporter_id"] = json!(self.of("S"));
        self.shop.makes(&self.organiser, "/instruments", terms).await
    }

    /// The treasurer drafts the opening balances and the organiser agrees.
    async fn opens_with(&self, lines: Value) -> Uuid {
        let draft = self.shop.makes(&self.treasurer, "/opening-balance-proposals", json!({ "lines": lines })).await;
        let agreed = self.shop.post(&self.organiser, "/proposal-agreements", self.shop.id(), &json!({ "proposal_id": draft })).await;
        assert_eq!(agreed.is(201)["id"], json!(draft));
        draft
    }

    /// A grid is let for 20.00 a month, and July is charged.
    pub(super) async fn rents(&self, grid: &str, gift: Option<Uuid>) {
        let contract = json!({
            "grid_id": self.grids[grid], "owner_id": self.of(grid), "begins_on": "2026-01-01", "rent": "20.00",
            "met": gift.map_or("charged", |_| "sponsored"), "instrument_id": gift,
        });
        self.shop.makes(&self.organiser, "/grid-contracts", contract).await;
        self.shop.makes(&self.treasurer, "/rent-runs", json!({ "month": "2026-07" })).await;
    }

    /// What July charged a grid.
    pub(super) async fn charge(&self, grid: &str) -> Uuid {
        let preview = self.shop.get(&self.treasurer, "/rent-runs/preview?month=2026-07").await.is(200);
        let grids = preview["grids"].as_array().expect("grids");
        let charge = &grids.iter().find(|row| row["code"] == grid).expect("the grid")["charge_id"];
        charge.as_str().expect("a charge").parse().expect("an id")
    }

    /// The organiser drafts, the owner confirms, the treasurer pays.
    pub(super) async fn pays_out(&self, owner: &str, event: &str) {
        let id = self.of(owner);
        self.shop.makes(&self.organiser, "/role-grants", json!({ "person_id": id, "role": "stallholder" })).await;
        self.shop.makes(&self.organiser, "/payout-runs", json!({ "owner_ids": [id] })).await;
        let payouts = self.shop.get(&self.treasurer, &format!("/payouts?owner_id={id}")).await.is(200);
        let payout = json!({ "payout_id": payouts["items"][0]["id"] });
        self.shop.makes(&self.shop.signs_in(id).await, "/payout-confirmations", payout.clone()).await;
        self.records(event, "/payout-payments", payout).await;
    }

    /// S says what is to be done.
    async fn wishes(&self, wish: &str, instrument: Option<Uuid>) {
        let wish = json!({ "supporter_id": self.of("S"), "instrument_id": instrument, "wish": wish, "manner": "paper" });
        self.shop.makes(&self.organiser, "/supporter-wishes", wish).await;
    }
}

fn under(instrument: Uuid, amount: &str) -> Value {
    json!({ "instrument_id": instrument, "amount": amount })
}

on_both! {
    async fn a_supporters_capital_comes_in(shop: Shop) {
        let story = on_the_31st(shop).await;
        let capital = story.agrees_with_s(json!({ "kind": "share_capital", "cap": "5000.00" })).await;
        story.records("E11", "/instrument-receipts", under(capital, "5000.00")).await;
    }

    async fn a_loan_comes_in_is_paid_back_and_its_rest_is_waived(shop: Shop) {
        let story = on_the_31st(shop).await;
        let loan = story.agrees_with_s(json!({ "kind": "loan", "cap": "3000.00" })).await;
        story.records("E12a", "/instrument-receipts", under(loan, "3000.00")).await;
        story.records("E12b", "/instrument-repayments", under(loan, "500.00")).await;
        story.wishes("waive", Some(loan)).await;
        story.records("E35", "/loan-waivers", json!({ "instrument_id": loan })).await;
    }

    async fn gifts_come_in_and_a_restricted_one_is_spent(shop: Shop) {
        let story = on_the_31st(shop).await;
        let gift = story.agrees_with_s(json!({ "kind": "gift" })).await;
        story.records("E13a", "/instrument-receipts", under(gift, "200.00")).await;
        let training = story.agrees_with_s(json!({ "kind": "restricted_gift", "purpose": "training" })).await;
        story.records("E13b", "/instrument-receipts", under(training, "1000.00")).await;
        let spent = json!({ "instrument_id": training, "purpose": "training", "amount": "400.00" });
        story.records("E13c", "/gift-spendings", spent).await;
    }

    async fn the_books_begin_with_what_was_counted(shop: Shop) {
        let story = on_the_31st(shop).await;
        let counted = json!([
            { "account": "10101", "debit": "1000.00" }, { "account": "102", "debit": "5000.00" },
            { "account": "30101", "person_id": story.of("A"), "credit": "6000.00" },
        ]);
        let draft = story.opens_with(counted).await;
        story.posted("E26", draft).await;
    }

    async fn a_months_rent_is_charged_and_a_gift_pays_it(shop: Shop) {
        let story = on_the_31st(shop).await;
        let gift = story.agrees_with_s(json!({ "kind": "restricted_gift", "purpose": "rent" })).await;
        story.records("", "/instrument-receipts", under(gift, "20.00")).await;
        story.rents("A", Some(gift)).await;
        let charged = story.charge("A").await;
        story.posted("E8", charged).await;
        let paid = story.shop.get(&story.treasurer, "/office-events?kind=rent_sponsored").await.is(200);
        story.posted("E8b", paid["items"][0]["id"].as_str().expect("an id").parse().expect("an id")).await;
    }

    async fn an_owner_is_paid_out(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        // 85 % of it are 48.57.
        story.reports("", "/sales", cash(&[story.line("A", "57.14")], "57.14")).await;
        story.rents("A", None).await;
        story.pays_out("A", "E10").await;
    }

    async fn a_provider_pays_out(shop: Shop) {
        let story = on_the_31st(shop).await;
        let bill = json!({ "provider": "wechat", "gross": "18.10", "fee": "0.11", "net": "17.99" });
        let settled = story.records("E9", "/provider-settlements", bill.clone()).await;
        let mut wrong = bill;
        wrong["net"] = json!("18.00");
        let refused = story.shop.post(&story.treasurer, "/provider-settlements", story.shop.id(), &wrong).await.is(422);
        assert_eq!(refused["field"], "net");
        let entry = story.shop.get(&story.treasurer, &format!("/entries?document_id={settled}")).await.is(200);
        let undo = json!({ "entry_number": entry["items"][0]["number"], "reason": "twice" });
        story.records("", "/reversals", undo.clone()).await;
        let again = story.shop.post(&story.treasurer, "/reversals", story.shop.id(), &undo).await;
        assert_eq!(again.refused(409), "decided_before");
    }

    async fn rent_that_is_owed_is_paid_or_waived(shop: Shop) {
        let story = on_the_31st(shop).await;
        let owed = json!([{ "account": "11403", "person_id": story.of("A"), "debit": "40.00" }, { "account": "321", "credit": "40.00" }]);
        story.opens_with(owed).await;
        let twenty = json!({ "person_id": story.of("A"), "amount": "20.00" });
        story.records("E33a", "/rent-payments", twenty.clone()).await;
        story.records("E33b", "/rent-waivers", twenty.clone()).await;
        let beyond = story.shop.post(&story.treasurer, "/rent-waivers", story.shop.id(), &twenty).await;
        assert_eq!(beyond.refused(409), "beyond_held");
    }

    async fn a_members_capital_comes_and_goes(shop: Shop) {
        let story = on_the_31st(shop).await;
        let hundred = json!({ "person_id": story.of("A"), "amount": "100.00" });
        story.records("E34a", "/member-capital-payments", hundred.clone()).await;
        story.records("E34b", "/member-capital-withdrawals", hundred).await;
    }

    async fn a_deposit_is_taken_and_returned(shop: Shop) {
        let story = on_the_31st(shop).await;
        let fifty = json!({ "person_id": story.of("A"), "amount": "50.00" });
        story.records("E19a", "/deposits", fifty.clone()).await;
        story.records("E19b", "/deposit-returns", fifty).await;
    }

    async fn a_share_of_sales_is_paid_or_given_back(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        for _ in 0..2 {
            // 5 % of it are 50.00.
            story.reports("", "/sales", cash(&[story.line("A", "1000.00")], "1000.00")).await;
        }
        let fifty = json!({ "person_id": story.of("S"), "amount": "50.00" });
        story.records("E30a", "/share-payments", fifty.clone()).await;
        story.wishes("redonate", None).await;
        story.records("E30b", "/share-redonations", fifty).await;
    }

    async fn donations_are_passed_on_cash_is_banked_and_a_bill_paid(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let mut sale = cash(&[story.line("N", "17.60")], "18.00");
        sale["donation"] = json!("0.40");
        for _ in 0..31 {
            story.reports("", "/sales", sale.clone()).await;
        }
        story.records("E31", "/donation-transfers", json!({ "amount": "12.40" })).await;
        story.records("E32", "/cash-bankings", json!({ "amount": "800.00" })).await;
        story.records("E38", "/bill-payments", json!({ "bill": "utilities", "amount": "63.50" })).await;
    }

    async fn a_supporter_teaches_six(shop: Shop) {
        let mut story = on_the_31st(shop).await;
        let mut learners = Vec::new();
        for name in ["learner1", "learner2", "learner3", "learner4", "learner5", "learner6"] {
            learners.push(story.person(name, None).await);
        }
        let lesson = json!({ "trainer_id": story.of("S"), "day": "2026-07-31", "minutes": 180, "place": "社区中心", "curriculum": "定价",
            "learner_ids": learners });
        let lesson = story.shop.makes(&story.organiser, "/trainings", lesson).await;
        let came = json!({ "training_id": lesson, "learner_ids": learners });
        let given = story.shop.makes(&story.helper, "/training-attendances", came).await;
        story.posted("E14", given).await;
    }
}
