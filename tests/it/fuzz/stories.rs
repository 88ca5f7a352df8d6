//! Bodies that would be done, so that a story gets somewhere; the fuzzer then spoils a field of some of them.

use serde_json::{Value, json};

use super::make::Maker;

/// A body for an operation that hangs together, if we know what that is.
pub fn plausible(maker: &mut Maker<'_>, operation: &str) -> Option<Value> {
    match operation {
        "open_shift" => Some(json!({ "brought": "200.00" })),
        "sell" => Some(sale(maker)),
        "quote" => Some(json!({ "sale": sale(maker) })),
        "refund" => {
            let sale = maker.id("sale_id");
            let line = json!({ "line": 1, "quantity": "1" });
            let amount = maker.dice.one(&["6.60", "3.30", "1.00"]);
            Some(json!({ "sale_id": sale, "lines": [line], "tenders": [{ "means": "cash", "amount": amount }] }))
        }
        "propose_agreement" => {
            let owner = maker.dice.one(&["85", "90", "80"]);
            let shares = json!([
                { "party": "owner", "percent": owner },
                { "party": "cooperative", "percent": maker.dice.one(&["10", "15"]) },
                { "party": "supporter", "person_id": maker.id("person_id"), "percent": "5" },
            ]);
            let day = maker.dice.one(&["2026-01-01", "2026-07-01", "2026-08-01", "2027-01-01"]);
            Some(json!({ "grid_id": maker.id("grid_id"), "effective_on": day, "shares": shares }))
        }
        "approve_agreement" => Some(json!({ "version_id": maker.id("version_id") })),
        "consent" => Some(json!({ "version_id": maker.id("version_id"), "manner": "paper" })),
        "propose_repair" => {
            let how = if maker.dice.percent(50) { json!({ "reason": "practice" }) } else { Value::Null };
            let post = if how.is_null() { json!({}) } else { Value::Null };
            Some(json!({ "command_id": maker.id("quarantine"), "dismiss": how, "post": post }))
        }
        "agree_to_proposal" | "reject_proposal" => Some(json!({ "proposal_id": maker.id("proposal_id") })),
        "allocate" => {
            let (document, sale) = (maker.id("document_id"), maker.id("sale_id"));
            let line = maker.dice.below(2);
            Some(match maker.dice.below(2) {
                0 => json!({ "document_id": document, "line": line, "grid_id": maker.id("grid_id") }),
                _ => json!({ "document_id": document, "line": line, "sale_id": sale, "sale_line": 1 }),
            })
        }
        "close_task" => Some(json!({ "document_id": maker.id("document_id"), "place": 1 })),
        "issue_statement" => {
            let month = maker.dice.one(&["2026-05", "2026-06", "2026-07"]);
            Some(json!({ "owner_id": maker.id("owner_id"), "month": month }))
        }
        "enrol_till" => {
            let code = maker.known.text(&mut maker.dice, "till code");
            Some(json!({ "coop": "hexie", "code": code.as_deref().unwrap_or("7KQM-2XWD") }))
        }
        "refresh" => Some(json!({ "refresh_token": maker.known.text(&mut maker.dice, "refresh_token") })),
        "move_cash" => Some(json!({ "movement": maker.dice.one(&["pay_in", "pay_out", "drop"]), "amount": "20.00" })),
        "sign_in" => Some(json!({ "coop": "hexie", "name": "mei", "password": maker.dice.one(&["12345678", "wrong wrong"]) })),
        "set_login" => Some(json!({ "person_id": maker.id("person_id"), "name": "mei", "password": "12345678" })),
        _ => None,
    }
}

fn sale(maker: &mut Maker<'_>) -> Value {
    let (quantity, total) = *maker.dice.pick(&[("1", "6.60"), ("2", "13.20"), ("3", "19.80")]);
    let line = json!({ "grid_id": maker.id("grid_id"), "name": "玉米", "measure": "piece", "quantity": quantity, "price": "6.60" });
    json!({ "lines": [line], "tenders": [{ "means": maker.dice.one(&["cash", "wechat", "alipay"]), "amount": total }] })
}

/// Changes one thing somewhere in a body.
pub fn spoil(maker: &mut Maker<'_>, value: &mut Value) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let names: Vec<String> = fields.keys().cloned().collect();
            let name = maker.dice.pick(&names).clone();
            if maker.dice.percent(10) {
                fields.remove(&name);
            } else if let Some(field) = fields.get_mut(&name) {
                spoil(maker, field);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let at = maker.dice.below(items.len());
            if maker.dice.percent(20) {
                let twice = items[at].clone();
                items.push(twice);
            } else {
                spoil(maker, &mut items[at]);
            }
        }
        other => *other = maker.hostile(),
    }
}
