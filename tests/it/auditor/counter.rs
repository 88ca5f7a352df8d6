//! The till: sales, refunds, cash in and out, shifts, with what each must post.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    books::{Account, Books},
    command::{Command, Fate},
    split::{Parts, Version},
};
use crate::harness::{Dice, Shop, Till, yuan};

const SAFE: Account = ("10101", None);
const WECHAT: Account = ("10901", None);
const DISCOUNTS: Account = ("52102", None);

/// A grid that sells.
pub struct Stall {
    pub grid: Uuid,
    pub version: Version,
}

/// A line that was sold, with what came back of it.
struct Line {
    stall: usize,
    base: i64,
    milli: i64,
    parts: Parts,
    /// What the shop bore of it.
    borne: i64,
    back: i64,
    back_milli: i64,
}

struct Sale {
    id: Uuid,
    lines: Vec<Line>,
    means: &'static str,
}

/// A till, its stalls, and all that it sold.
pub struct Counter {
    pub till: Till,
    pub stalls: Vec<Stall>,
    sales: Vec<Sale>,
    is_open: bool,
}

type Legs = Vec<(Account, i64)>;

fn quantity(milli: i64, measure: &str) -> String {
    if measure == "kg" { format!("{}.{:03}", milli / 1_000, milli % 1_000) } else { (milli / 1_000).to_string() }
}

/// Spreads an amount by what each has left: largest remainder, the first among equals.
fn spread(amount: i64, left: &[i64]) -> Vec<i64> {
    let all = left.iter().sum::<i64>().max(1);
    let mut shares: Vec<i64> = left.iter().map(|left| amount * left / all).collect();
    let mut order: Vec<usize> = (0..left.len()).collect();
    order.sort_by_key(|at| -(amount * left[*at] % all));
    let spare = amount - shares.iter().sum::<i64>();
    for at in order.into_iter().take(usize::try_from(spare).expect("less than there are lines")) {
        shares[at] += 1;
    }
    shares
}

impl Counter {
    pub fn new(till: Till, stalls: Vec<Stall>) -> Self {
        Self { till, stalls, sales: Vec::new(), is_open: false }
    }

    /// This till's drawer.
    pub fn drawer(&self) -> Account {
        ("10102", Some(self.till.who.id))
    }

    fn means(&self, means: &str) -> Account {
        if means == "cash" { self.drawer() } else { WECHAT }
    }

    /// The next thing that happens at the till.
    pub async fn next(&mut self, shop: &Shop, books: &Books, dice: &mut Dice) -> Command {
        if !self.is_open {
            return self.opens(shop, books, dice);
        }
        match dice.below(20) {
            0 => self.closes(shop, books, dice),
            1 | 2 => self.moves_cash(shop, dice),
            3..=7 => match self.takes_back(shop, dice).await {
                Some(command) => command,
                None => self.sells(shop, dice),
            },
            8 => self.sells_what_does_not_add_up(shop, dice),
            _ => self.sells(shop, dice),
        }
    }

    fn reports(&mut self, shop: &Shop, path: &str, body: Value, fate: Fate) -> Command {
        self.reports_with(shop, path, body, &json!({}), fate)
    }

    fn reports_with(&mut self, shop: &Shop, path: &str, body: Value, fields: &Value, fate: Fate) -> Command {
        let report = self.till.makes_with(shop, path, body, fields);
        Command { who: self.till.who.clone(), path: report.path, key: report.id, bytes: report.bytes, fate }
    }

    /// The drawer holds something else than what was counted.
    fn differs(&self, counted: i64, kept: i64) -> Legs {
        let off = counted - kept;
        let other = if off < 0 { ("52901", None) } else { ("50201", None) };
        vec![(self.drawer(), off), (other, -off)]
    }

    fn opens(&mut self, shop: &Shop, books: &Books, dice: &mut Dice) -> Command {
        self.is_open = true;
        let kept = books.on(self.drawer());
        let counted = (kept + *dice.pick(&[0, 0, 0, -50, 120])).max(0);
        let brought = dice.between(0, 3) * 5_000;
        let mut legs = self.differs(counted, kept);
        legs.extend([(self.drawer(), brought), (SAFE, -brought)]);
        let body = json!({ "counted": yuan(counted), "brought": yuan(brought) });
        self.reports(shop, "/shift-openings", body, Fate::Posted(legs))
    }

    fn closes(&mut self, shop: &Shop, books: &Books, dice: &mut Dice) -> Command {
        self.is_open = false;
        let kept = books.on(self.drawer());
        let counted = (kept + *dice.pick(&[0, 0, -50, 30])).max(0);
        let legs = self.differs(counted, kept);
        let last = self.till.seq - 1;
        let count =
            json!([{ "denomination": "100.00", "pieces": counted / 10_000 }, { "denomination": "0.01", "pieces": counted % 10_000 }]);
        self.reports(shop, "/shift-closings", json!({ "count": count, "last_seq": last }), Fate::Posted(legs))
    }

    fn moves_cash(&mut self, shop: &Shop, dice: &mut Dice) -> Command {
        let (amount, drawer) = (dice.between(1, 5_000), self.drawer());
        let (movement, debit, credit) = *dice.pick(&[("pay_in", drawer, SAFE), ("pay_out", ("522", None), drawer), ("drop", SAFE, drawer)]);
        let body = json!({ "movement": movement, "amount": yuan(amount) });
        self.reports(shop, "/cash-movements", body, Fate::Posted(vec![(debit, amount), (credit, -amount)]))
    }

    fn sells(&mut self, shop: &Shop, dice: &mut Dice) -> Command {
        let (mut told, mut lines, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..=dice.below(4) {
            let stall = usize::try_from(dice.below(self.stalls.len() as u64)).expect("a stall");
            let (measure, milli) = if dice.once_in(4) { ("kg", dice.between(50, 4_000)) } else { ("piece", dice.between(1, 6) * 1_000) };
            let price = dice.between(1, 5_000);
            let gross = (milli * price + 500) / 1_000;
            let (to_owner, by_shop) = match dice.below(6) {
                0 => (dice.between(0, gross), 0),
                1 => (0, dice.between(0, gross)),
                _ => (0, 0),
            };
            told.push(
                json!({ "grid_id": self.stalls[stall].grid, "name": "白菜", "measure": measure, "quantity": quantity(milli, measure),
                "price": yuan(price), "owner_discount": { "amount": yuan(to_owner) }, "shop_discount": { "amount": yuan(by_shop) } }),
            );
            let base = gross - to_owner;
            left.push(base - by_shop);
            lines.push(Line { stall, base, milli, parts: Parts::default(), borne: by_shop, back: 0, back_milli: 0 });
        }
        let mut body = json!({ "lines": told });
        for (field, most) in [("order_discount", left.iter().sum::<i64>() / 3), ("rounding_off", left.iter().sum::<i64>().min(99))] {
            if !dice.once_in(4) {
                continue;
            }
            let given = dice.between(0, most);
            body[field] = if field == "order_discount" { json!({ "amount": yuan(given) }) } else { json!(yuan(given)) };
            for (at, part) in spread(given, &left).into_iter().enumerate() {
                lines[at].borne += part;
                left[at] -= part;
            }
        }
        let due: i64 = left.iter().sum();
        let donation = if body["rounding_off"].is_null() && dice.once_in(5) { dice.between(1, 99) } else { 0 };
        let pays = due + donation;
        let means = *dice.pick(&["cash", "cash", "wechat"]);
        let given = if means == "cash" { (pays / 5_000 + 1) * 5_000 } else { pays };
        body["donation"] = json!(yuan(donation));
        body["tenders"] = if given == 0 { json!([]) } else { json!([{ "means": means, "amount": yuan(given) }]) };
        body["change"] = json!(yuan(given - pays));

        let mut legs =
            vec![(self.means(means), pays), (DISCOUNTS, lines.iter().map(|line| line.borne).sum()), (("21104", None), -donation)];
        for line in &mut lines {
            let (credited, parts) = self.stalls[line.stall].version.split(line.base);
            line.parts = parts;
            legs.extend(credited.into_iter().map(|(account, amount)| (account, -amount)));
        }
        let command = self.reports(shop, "/sales", body, Fate::Posted(legs));
        self.sales.push(Sale { id: command.key, lines, means });
        command
    }

    /// A fen is missing: nobody knows what was sold for what.
    fn sells_what_does_not_add_up(&mut self, shop: &Shop, dice: &mut Dice) -> Command {
        let price = dice.between(2, 5_000);
        let line = json!({ "grid_id": self.stalls[0].grid, "name": "白菜", "measure": "piece", "quantity": "1", "price": yuan(price) });
        let body = json!({ "lines": [line], "tenders": [{ "means": "wechat", "amount": yuan(price - 1) }] });
        self.reports(shop, "/sales", body, Fate::SetAside)
    }

    /// Something comes back, if anything is left that can.
    async fn takes_back(&mut self, shop: &Shop, dice: &mut Dice) -> Option<Command> {
        let at = usize::try_from(dice.below(self.sales.len().max(1) as u64)).expect("a sale");
        let (sale_id, means) = self.sales.get(at).map(|sale| (sale.id, sale.means))?;
        let (mut told, mut legs, mut paid) = (Vec::new(), Vec::new(), 0);
        for (place, line) in self.sales[at].lines.iter_mut().enumerate() {
            let left = line.base - line.back;
            if left == 0 || dice.once_in(3) {
                continue;
            }
            let pieces = (line.milli - line.back_milli) / 1_000;
            let amount = if dice.once_in(2) && pieces > 0 && line.milli % 1_000 == 0 {
                let milli = dice.between(1, pieces) * 1_000;
                line.back_milli += milli;
                told.push(json!({ "line": place + 1, "quantity": (milli / 1_000).to_string() }));
                // Half-up of what has come back in all, less what came back before.
                ((2 * line.base * line.back_milli + line.milli) / (2 * line.milli) - line.back).max(0)
            } else {
                let amount = dice.between(1, left);
                told.push(json!({ "line": place + 1, "amount": yuan(amount) }));
                amount
            };
            let before = line.borne * line.back / line.base;
            line.back += amount;
            let returns = line.borne * line.back / line.base - before;
            paid += amount - returns;
            legs.extend(self.stalls[line.stall].version.take_back(&mut line.parts, amount));
            legs.push((DISCOUNTS, -returns));
        }
        if told.is_empty() {
            return None;
        }
        // In cash there are no fen: up to the next jiao, and the shop bears it.
        let due = paid;
        if means == "cash" && dice.once_in(2) {
            paid = (due + 9) / 10 * 10;
        }
        legs.push((DISCOUNTS, paid - due));
        legs.push((self.means(means), -paid));
        let tenders = if paid == 0 { json!([]) } else { json!([{ "means": means, "amount": yuan(paid) }]) };
        let approval = json!({ "approval": self.till.approval(shop).await });
        let body = json!({ "sale_id": sale_id, "lines": told, "tenders": tenders });
        Some(self.reports_with(shop, "/refunds", body, &approval, Fate::Posted(legs)))
    }
}
