//! What a till does all day: baskets of one to four lines with discounts and rounding, and now and then something comes back.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Dice, Market, Shop, Till, yuan};

/// A sale that may come back: its lines' quantities, what it came to, and how it was paid.
struct Sold {
    id: Uuid,
    quantities: Vec<String>,
    total: i64,
    means: &'static str,
}

/// A till's own view of its day.
pub struct Script {
    grids: [Uuid; 3],
    sold: Vec<Sold>,
    /// Made last and not yet numbered.
    making: Option<Sold>,
    /// What its drawer gained.
    pub cash: i64,
    /// What came in by 微信.
    pub wechat: i64,
}

impl Script {
    pub fn new(market: &Market) -> Self {
        Self { grids: [market.grid_a, market.grid_b, market.grid_n], sold: Vec::new(), making: None, cash: 0, wechat: 0 }
    }

    /// The next thing: its path, its body and what else stands in the envelope.
    pub async fn next(&mut self, shop: &Shop, till: &Till, dice: &mut Dice) -> (&'static str, Value, Value) {
        if !self.sold.is_empty() && dice.below(5) == 0 {
            let at = usize::try_from(dice.below(self.sold.len() as u64)).expect("a place");
            let approval = till.approval(shop).await;
            let back = self.sold.swap_remove(at);
            return ("/refunds", self.refund(&back), json!({ "approval": approval }));
        }
        ("/sales", self.sale(dice), json!({}))
    }

    /// The command has its id now.
    pub fn made(&mut self, id: Uuid) {
        self.sold.extend(self.making.take().map(|sold| Sold { id, ..sold }));
    }

    fn refund(&mut self, back: &Sold) -> Value {
        *self.drawer(back.means) -= back.total;
        let lines: Vec<Value> =
            back.quantities.iter().enumerate().map(|(at, quantity)| json!({ "line": at + 1, "quantity": quantity })).collect();
        // A discount of everything leaves nothing to pay back.
        let tenders = if back.total == 0 { json!([]) } else { json!([{ "means": back.means, "amount": yuan(back.total) }]) };
        json!({ "sale_id": back.id, "lines": lines, "tenders": tenders })
    }

    fn sale(&mut self, dice: &mut Dice) -> Value {
        let (mut lines, mut quantities, mut due) = (Vec::new(), Vec::new(), 0);
        for _ in 0..=dice.below(4) {
            let (measure, milli) = if dice.below(4) == 0 { ("kg", dice.between(50, 4_000)) } else { ("piece", dice.between(1, 6) * 1_000) };
            let price = dice.between(20, 5_000);
            let gross = (milli * price + 500) / 1_000;
            let quantity = if measure == "kg" { format!("{}.{:03}", milli / 1_000, milli % 1_000) } else { (milli / 1_000).to_string() };
            let mut line = json!({ "grid_id": self.grids[usize::try_from(dice.below(3)).expect("a grid")], "name": "白菜",
                                   "measure": measure, "quantity": quantity, "price": yuan(price) });
            due += gross;
            if dice.below(6) == 0 {
                let given = dice.between(0, gross / 2);
                line[if dice.below(2) == 0 { "owner_discount" } else { "shop_discount" }] = json!({ "amount": yuan(given) });
                due -= given;
            }
            lines.push(line);
            quantities.push(quantity);
        }
        let mut sale = json!({ "lines": lines });
        if dice.below(6) == 0 {
            let given = dice.between(0, due / 3);
            sale["order_discount"] = json!({ "amount": yuan(given) });
            due -= given;
        }
        if dice.below(5) == 0 {
            let off = due % 10;
            sale["rounding_off"] = json!(yuan(off));
            due -= off;
        }
        let means = if dice.below(3) == 0 { "wechat" } else { "cash" };
        let given = if means == "cash" { (due / 5_000 + 1) * 5_000 } else { due };
        sale["tenders"] = json!([{ "means": means, "amount": yuan(given) }]);
        sale["change"] = json!(yuan(given - due));
        *self.drawer(means) += due;
        self.making = Some(Sold { id: Uuid::nil(), quantities, total: due, means });
        sale
    }

    fn drawer(&mut self, means: &str) -> &mut i64 {
        if means == "cash" { &mut self.cash } else { &mut self.wechat }
    }
}
