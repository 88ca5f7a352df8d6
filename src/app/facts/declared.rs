//! The cash that a command declares although it cannot be posted: kept with it, and left out of what a shift is short or over.
//!
//! Read on its own, whatever else is wrong with the body. An amount that cannot be read itself counts as nothing.

use serde_json::Value;

use super::FactKind;
use crate::domain::{
    money::{Minor, Unit},
    shift::Movement,
};

/// What the drawer gained by a body's own word; negative: what left it.
#[must_use]
pub fn declared_cash(kind: FactKind, body: &str, unit: &Unit) -> Minor {
    let Ok(body) = serde_json::from_str::<Value>(body) else { return Minor::ZERO };
    // Another currency lies in the same drawer, but not in these books.
    if body["unit"].as_str().is_some_and(|stated| stated != unit.code) {
        return Minor::ZERO;
    }
    let amount = |value: &Value| value.as_str().and_then(|text| unit.parse(text).ok()).unwrap_or_default();
    let cash = || {
        let tenders = body["tenders"].as_array().into_iter().flatten();
        Minor::sum(tenders.filter(|tender| tender["means"] == "cash").map(|tender| amount(&tender["amount"])))
    };
    let declared = match kind {
        FactKind::Sale => cash().and_then(|cash| cash.minus(amount(&body["change"]))),
        FactKind::Refund => cash().and_then(Minor::negated),
        FactKind::CashMoved => match body["movement"].as_str().and_then(|movement| Movement::of(movement, None)) {
            Some(Movement::PayIn) => Ok(amount(&body["amount"])),
            Some(Movement::PayOut(_) | Movement::Drop) => amount(&body["amount"]).negated(),
            None => Ok(Minor::ZERO),
        },
        FactKind::ShiftOpened | FactKind::ShiftClosed => Ok(Minor::ZERO),
    };
    declared.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_counts_whatever_else_is_wrong() {
        let said = |kind, body: &str| declared_cash(kind, body, &Unit::cny()).0;
        let sale = |rest: &str| said(FactKind::Sale, &format!(r#"{{"tenders":[{{"means":"cash","amount":"10.00"}}{rest}"#));
        assert_eq!(sale(r#"],"change":"3.40"}"#), 660);
        assert_eq!(sale(r#"],"change":"3.40","lines":"none","rounding_off":"-0.03","stranger":1}"#), 660);
        assert_eq!(
            sale(r#",{"means":"wechat","amount":"5.00"},{"means":"cash","amount":"1,00"},{"means":"cash","amount":"2.00"}]}"#),
            1200
        );
        assert_eq!(sale(r#"],"unit":"USD"}"#), 0);
        assert_eq!(said(FactKind::Refund, r#"{"sale_id":7,"tenders":[{"means":"cash","amount":"3.30"}]}"#), -330);
        assert_eq!(said(FactKind::CashMoved, r#"{"movement":"pay_out","amount":"8.00","reason":"gold"}"#), -800);
        assert_eq!(said(FactKind::CashMoved, r#"{"movement":"pay_in","amount":"8.00","of":[]}"#), 800);
        assert_eq!(said(FactKind::CashMoved, r#"{"movement":"stolen","amount":"8.00"}"#), 0);
        assert_eq!(said(FactKind::ShiftClosed, r#"{"tenders":[{"means":"cash","amount":"3.30"}]}"#), 0);
        assert_eq!(said(FactKind::Sale, "[1"), 0);
        assert_eq!(said(FactKind::Sale, "7"), 0);
    }
}
