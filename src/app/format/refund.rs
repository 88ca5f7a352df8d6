//! A refund, as a till sends it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::fields::{Invalid, Money, NewTender, check_unit, quantity, tenders};
use crate::{
    app::words::Words,
    domain::{
        id::DocumentId,
        money::Unit,
        reason::RefundReason,
        refund::{Back, HowMuch, Request},
    },
};

/// What came back and what was paid for it.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRefund {
    /// The currency; the cooperative's where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "CNY")]
    pub unit: Option<String>,
    /// The sale; missing where the device does not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sale_id: Option<Uuid>,
    /// Lines that come back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub lines: Vec<ReturnedLine>,
    /// Everything, with a donation, in the same shift and before any other refund.
    #[serde(default)]
    pub whole_sale: bool,
    /// How it was paid; where it is missing, cash up to the net cash paid, then the sale's other tenders in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub tenders: Vec<NewTender>,
    /// Why it came back. Tills of the first format did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^(broken|unsuitable|wrong_goods|overcharged|unwanted|other)$", example = "broken")]
    pub reason: Option<String>,
}

/// A line of the sale that comes back: by pieces or weight, or by a stated amount.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnedLine {
    /// The sale's line, from 1.
    #[schema(minimum = 1, maximum = 200)]
    pub line: usize,
    /// Pieces or kilograms that came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = r"^[0-9]{1,6}(\.[0-9]{1,3})?$", example = "1")]
    pub quantity: Option<String>,
    /// Of the line's base, instead of a quantity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Whether the pieces go back on the shelf; where it is missing, they do unless they are broken. Of goods of a lot only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restock: Option<bool>,
}

impl NewRefund {
    /// Reads it into the domain's words.
    pub fn read(&self, unit: &Unit) -> Result<(Option<DocumentId>, Request), Invalid> {
        check_unit(self.unit.as_deref(), unit)?;
        let lines = self.lines.iter().enumerate().map(|(at, line)| line.read(&format!("lines[{at}]"), unit)).collect::<Result<_, _>>()?;
        let reason = self.reason.as_deref().map(reason).transpose()?;
        let request = Request { lines, whole_sale: self.whole_sale, tenders: tenders(&self.tenders, unit)?, reason };
        Ok((self.sale_id.map(DocumentId), request))
    }
}

fn reason(slug: &str) -> Result<RefundReason, Invalid> {
    RefundReason::parse(slug).ok_or_else(|| {
        let zh = "退货原因是 broken、unsuitable、wrong_goods、overcharged、unwanted 或 other";
        let en = "a reason is broken, unsuitable, wrong_goods, overcharged, unwanted or other";
        Invalid::new("reason", Words::new(zh, en))
    })
}

impl ReturnedLine {
    fn read(&self, at: &str, unit: &Unit) -> Result<Back, Invalid> {
        let how_much = match (&self.quantity, &self.amount) {
            (Some(text), None) => HowMuch::Quantity(quantity(text, &format!("{at}.quantity"))?),
            (None, Some(amount)) => HowMuch::Amount(amount.read_above_zero(&format!("{at}.amount"), unit)?),
            _ => {
                let words = Words::new("退货写数量或金额，二选一", "state a quantity or an amount, one of the two");
                return Err(Invalid::new(at, words));
            }
        };
        Ok(Back { line: self.line, how_much, restock: self.restock })
    }
}
