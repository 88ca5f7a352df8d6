//! A till as a device would be: it numbers its commands, chains their hashes, and keeps what it sent.

use gezi::{app::facts::body_hash, auth::role::Role, domain::chain::Hash};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Answer, Shop, Who};

/// An enrolled till and who stands at it.
#[derive(Clone, Debug)]
pub struct Till {
    pub who: Who,
    pub actor: Uuid,
    pub epoch: i64,
    /// The number of its next command.
    pub seq: i64,
    /// The body hash of its last one.
    pub prev: Hash,
}

/// A command that a till made: what it sends, and sends again.
#[derive(Clone, Debug)]
pub struct Report {
    pub id: Uuid,
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Till {
    /// One that has sent nothing yet.
    pub fn new(who: Who, actor: Uuid) -> Self {
        Self { who, actor, epoch: 1, seq: 1, prev: Hash::ZERO }
    }

    /// Makes its next command, e.g. `/sales`, without sending it.
    pub fn makes(&mut self, shop: &Shop, path: &str, body: Value) -> Report {
        self.makes_with(shop, path, body, &json!({}))
    }

    /// The same, with other fields of the envelope set.
    pub fn makes_with(&mut self, shop: &Shop, path: &str, body: Value, fields: &Value) -> Report {
        let mut envelope = json!({
            "till_id": self.who.id, "epoch": self.epoch, "seq": self.seq, "prev_hash": self.prev.to_string(),
            "occurred_at": shop.now().rfc3339(), "actor": self.actor,
        });
        for (name, value) in fields.as_object().expect("fields") {
            envelope[name] = value.clone();
        }
        envelope["body"] = body;
        let bytes = envelope.to_string().into_bytes();
        let kind = match path {
            "/sales" => "sale",
            "/refunds" => "refund",
            "/cash-movements" => "cash_moved",
            "/shift-openings" => "shift_opened",
            "/shift-closings" => "shift_closed",
            other => panic!("a till does not report to {other}"),
        };
        self.prev = body_hash(kind, &bytes);
        self.seq += 1;
        Report { id: shop.id(), path: path.to_owned(), bytes }
    }

    /// Sends a command, or sends it again.
    pub async fn sends(&self, shop: &Shop, report: &Report) -> Answer {
        shop.send(&self.who, "POST", &report.path, Some(report.id), report.bytes.clone()).await
    }

    /// Makes its next command and sends it; returns the document's id.
    pub async fn reports(&mut self, shop: &Shop, path: &str, body: Value) -> (Uuid, Answer) {
        let report = self.makes(shop, path, body);
        let answer = self.sends(shop, &report).await;
        (report.id, answer)
    }

    /// The approval of another helper, for one refund.
    pub async fn approval(&self, shop: &Shop) -> Uuid {
        let (approval, helper) = (shop.id(), shop.person(&[Role::Helper]).await);
        let mut tx = shop.service.db.begin().await.expect("a write");
        let text = "INSERT INTO approval (coop_id, id, till_id, helper_id, given_at, used_by) VALUES ($1, $2, $3, $4, $5, NULL)";
        let insert = tx.q(text).bind(shop.coop.id).bind(approval).bind(self.who.id).bind(helper.id);
        insert.bind(shop.now()).run().await.expect("an approval");
        tx.commit().await.expect("an approval");
        approval
    }

    /// Opens a shift with this much in the drawer, brought from the safe.
    pub async fn opens(&mut self, shop: &Shop, float: &str) -> Uuid {
        let (id, answer) = self.reports(shop, "/shift-openings", json!({ "brought": float })).await;
        answer.is(201);
        id
    }

    /// Sells pieces of one grid for cash, paid exactly.
    pub async fn sells(&mut self, shop: &Shop, grid: Uuid, name: &str, price: &str) -> (Uuid, Answer) {
        let line = json!({ "grid_id": grid, "name": name, "measure": "piece", "quantity": "1", "price": price });
        self.reports(shop, "/sales", json!({ "lines": [line], "tenders": [{ "means": "cash", "amount": price }] })).await
    }
}
