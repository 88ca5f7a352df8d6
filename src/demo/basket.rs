//! What a customer of the story takes from the shelves, and how it is paid.

use super::dice::Dice;
use crate::{
    app::format::{
        fields::{Money, NewDiscount, NewTender, PercentText},
        sale::{NewLine, NewSale},
    },
    domain::{
        id::{GoodId, GridId},
        money::{Minor, Overflow, Percent, Quantity, Unit},
        sale::Measure,
    },
};

/// A grid with what stands in it.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The grid.
    pub grid: GridId,
    /// Its goods.
    pub goods: Vec<Ware>,
}

/// A good on a shelf.
#[derive(Clone, Debug)]
pub struct Ware {
    /// Which.
    pub good: GoodId,
    /// Its name.
    pub name: String,
    /// How it is measured.
    pub measure: Measure,
    /// Per piece or kilogram.
    pub price: Minor,
}

/// A voucher in somebody's pocket.
#[derive(Clone, Debug)]
pub struct Voucher {
    /// Its number.
    pub number: String,
    /// What is left on it.
    pub left: Minor,
}

/// A line that could come back whole: by pieces, without any discount, paid in one way.
#[derive(Clone, Debug)]
pub struct Returnable {
    /// The line, from 1.
    pub line: usize,
    /// Per piece.
    pub price: Minor,
    /// How the sale was paid.
    pub means: &'static str,
}

/// A basket that was paid.
#[derive(Clone, Debug)]
pub struct Bought {
    /// As the till sends it.
    pub sale: NewSale,
    /// What came in by each means, less change.
    pub net: Vec<(&'static str, Minor)>,
    /// What could come back.
    pub returnable: Option<Returnable>,
}

/// Fills a basket from these shelves and pays it.
pub fn shop(dice: &mut Dice, shelves: &[Shelf], vouchers: &mut Vec<Voucher>, unit: &Unit) -> Result<Bought, Overflow> {
    let count = match dice.between(1, 20) {
        1..=7 => 1,
        8..=14 => 2,
        15..=18 => 3,
        _ => dice.between(4, 7),
    };
    let mut basket = Basket { unit, lines: Vec::new(), total: Minor::ZERO, plain: None };
    while i64::try_from(basket.lines.len()).unwrap_or(i64::MAX) < count {
        let Some(shelf) = dice.pick(shelves) else { break };
        basket.take(dice, shelf)?;
    }
    let order_discount = if basket.total.0 >= 3_000 && dice.one_in(25) { Minor(200) } else { Minor::ZERO };
    basket.total = basket.total.minus(order_discount)?;
    basket.pay(dice, order_discount, vouchers)
}

/// Somebody buys a voucher, in cash.
#[must_use]
pub fn voucher(number: &str, worth: Minor, unit: &Unit) -> Bought {
    in_cash("代金券", Some(number.to_owned()), worth, unit)
}

/// Something without a label is sold, and nobody knows from which grid it is.
#[must_use]
pub fn nobodys(price: Minor, unit: &Unit) -> Bought {
    in_cash("散货（不知道哪一格）", None, price, unit)
}

/// One piece of what belongs to no grid, paid to the fen.
fn in_cash(name: &str, voucher: Option<String>, price: Minor, unit: &Unit) -> Bought {
    let line = NewLine {
        grid_id: None,
        good_id: None,
        voucher,
        name: name.to_owned(),
        measure: "piece".to_owned(),
        quantity: "1".to_owned(),
        price: Money::of(price, unit),
        owner_discount: None,
        shop_discount: None,
    };
    let tenders = vec![tender("cash", price, None, unit)];
    let sale = NewSale { unit: None, lines: vec![line], order_discount: None, rounding_off: None, donation: None, tenders, change: None };
    Bought { sale, net: vec![("cash", price)], returnable: None }
}

struct Basket<'a> {
    unit: &'a Unit,
    lines: Vec<NewLine>,
    total: Minor,
    /// The first line by pieces without a discount.
    plain: Option<(usize, Minor)>,
}

impl Basket<'_> {
    fn take(&mut self, dice: &mut Dice, from: &Shelf) -> Result<(), Overflow> {
        let Some(ware) = dice.pick(&from.goods) else { return Ok(()) };
        // Once in a while something has no label: the stallholder says what it is and what it costs.
        let unlabelled = dice.one_in(16);
        let (name, measure, price) = if unlabelled {
            ("散货（无标签）".to_owned(), Measure::Piece, Minor(dice.between(10, 150) * 10))
        } else {
            (ware.name.clone(), ware.measure, ware.price)
        };
        let milli = match measure {
            Measure::Piece if price.0 < 600 => dice.between(1, 5) * 1_000,
            Measure::Piece => {
                if dice.one_in(6) {
                    2_000
                } else {
                    1_000
                }
            }
            Measure::Kilogram if price.0 < 2_000 => dice.between(40, 400) * 5,
            Measure::Kilogram => dice.between(10, 80) * 5,
        };
        let quantity = Quantity::from_milli(milli).unwrap_or(Quantity::ONE);
        let gross = quantity.times(price)?;
        let ten = Percent::parse("10").unwrap_or_default();
        let owner_gives = dice.one_in(24);
        self.total = self.total.plus(gross)?.minus(if owner_gives { ten.of(gross)? } else { Minor::ZERO })?;
        self.lines.push(NewLine {
            grid_id: Some(from.grid.0),
            good_id: (!unlabelled).then_some(ware.good.0),
            voucher: None,
            name,
            measure: measure.slug().to_owned(),
            quantity: quantity.to_string(),
            price: Money::of(price, self.unit),
            owner_discount: owner_gives.then(|| NewDiscount::Percent(PercentText(ten.to_string()))),
            shop_discount: None,
        });
        if measure == Measure::Piece && !owner_gives && self.plain.is_none() {
            self.plain = Some((self.lines.len(), price));
        }
        Ok(())
    }

    fn pay(self, dice: &mut Dice, order_discount: Minor, vouchers: &mut Vec<Voucher>) -> Result<Bought, Overflow> {
        let Self { unit, lines, total, plain } = self;
        let nothing_off = order_discount.is_zero();
        let mut sale = NewSale {
            unit: None,
            lines,
            order_discount: (!nothing_off).then(|| NewDiscount::Amount(Money::of(order_discount, unit))),
            rounding_off: None,
            donation: None,
            tenders: Vec::new(),
            change: None,
        };
        let mut net = Vec::new();
        let mut single = None;
        let code = match dice.between(1, 100) {
            1..=46 => {
                // Nobody carries fen: cash is rounded down to the jiao.
                let off = Minor(total.0 % 10);
                let due = total.minus(off)?;
                let given = handed_over(dice, due);
                sale.rounding_off = (!off.is_zero()).then(|| Money::of(off, unit));
                sale.change = (given > due).then(|| Money::of(Minor(given.0 - due.0), unit));
                sale.tenders.push(tender("cash", given, None, unit));
                net.push(("cash", due));
                single = off.is_zero().then_some("cash");
                None
            }
            47..=80 => Some("wechat"),
            81..=94 => Some("alipay"),
            95..=97 if total.0 >= 1_000 => {
                let cash = Minor(total.0 / 2 / 100 * 100);
                let rest = total.minus(cash)?;
                sale.tenders = vec![tender("cash", cash, None, unit), tender("wechat", rest, None, unit)];
                net.extend([("cash", cash), ("wechat", rest)]);
                None
            }
            _ => match vouchers.pop() {
                None => Some("wechat"),
                Some(mut voucher) => {
                    let used = voucher.left.min(total);
                    let rest = total.minus(used)?;
                    sale.tenders.push(tender("voucher", used, Some(voucher.number.clone()), unit));
                    net.push(("voucher", used));
                    if !rest.is_zero() {
                        sale.tenders.push(tender("wechat", rest, None, unit));
                        net.push(("wechat", rest));
                    }
                    voucher.left = voucher.left.minus(used)?;
                    if !voucher.left.is_zero() {
                        vouchers.push(voucher);
                    }
                    None
                }
            },
        };
        if let Some(means) = code {
            let missing = (100 - total.0 % 100) % 100;
            let donation = if missing > 0 && dice.one_in(30) { Minor(missing) } else { Minor::ZERO };
            sale.donation = (!donation.is_zero()).then(|| Money::of(donation, unit));
            let due = total.plus(donation)?;
            sale.tenders.push(tender(means, due, None, unit));
            net.push((means, due));
            single = donation.is_zero().then_some(means);
        }
        let returnable = match (plain, single) {
            (Some((line, price)), Some(means)) if nothing_off => Some(Returnable { line, price, means }),
            _ => None,
        };
        Ok(Bought { sale, net, returnable })
    }
}

fn tender(means: &str, amount: Minor, voucher: Option<String>, unit: &Unit) -> NewTender {
    NewTender { means: means.to_owned(), amount: Money::of(amount, unit), voucher }
}

/// Exact money, or the next larger note.
fn handed_over(dice: &mut Dice, due: Minor) -> Minor {
    let notes = [100, 500, 1_000, 2_000, 5_000, 10_000];
    let note = dice.pick(&notes).copied().unwrap_or(100);
    if dice.one_in(3) { due } else { Minor((due.0 + note - 1) / note * note) }
}
