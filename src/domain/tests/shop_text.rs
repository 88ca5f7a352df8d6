//! Baskets and refunds as a person would write them down, parts set off by `|`.

use super::shop::{grid, pieces, yuan};
use crate::domain::{
    cash::{Means, Tender},
    money::{Minor, Percent, Quantity},
    refund::{Back, HowMuch, Request},
    sale::{Basket, BasketLine, Discount, Measure, What},
};

/// Reads a basket:
///
/// - `A 23.50`, `A 4.90 x3`, `A 8.80 1.250kg`, each with ` owner 10%` or ` shop 1.00` behind it; `voucher V1 30.00`
/// - `off 2.00`, `off 10%`, `rounding 0.08`, `donation 0.40`
/// - `pay wechat 18.10`, `pay voucher V1 30.00`, `change 26.50`
pub fn basket(text: &str) -> Basket {
    let mut basket = Basket::default();
    for part in text.split('|') {
        let words: Vec<&str> = part.split_whitespace().collect();
        match words.as_slice() {
            ["off", discount] => basket.order_discount = self::discount(discount),
            ["rounding", amount] => basket.rounding_off = yuan(amount),
            ["donation", amount] => basket.donation = yuan(amount),
            ["change", amount] => basket.change = yuan(amount),
            ["pay", rest @ ..] => basket.tenders.push(tender(rest)),
            ["voucher", number, price] => basket.lines.push(line(What::Voucher((*number).to_owned()), price)),
            [letter, price, rest @ ..] if letter.len() == 1 => {
                let mut line = line(goods(letter), price);
                read_line(&mut line, rest);
                basket.lines.push(line);
            }
            _ => panic!("not part of a basket: {part}"),
        }
    }
    basket
}

/// Reads a refund: `line 1: 4.44`, `line 1: 2 pieces`, `line 1: 0.500kg`, `all`, `pay cash 4.40`, `without approval`.
pub fn back(text: &str) -> Request {
    let mut request = Request::default();
    for part in text.split('|') {
        let words: Vec<&str> = part.split_whitespace().collect();
        let named = |line: &str| line.trim_end_matches(':').parse().unwrap();
        match words.as_slice() {
            ["line", line, count, "pieces"] => {
                request.lines.push(Back { line: named(line), how_much: HowMuch::Quantity(pieces(count.parse().unwrap())), restock: None });
            }
            ["line", line, weight] if weight.ends_with("kg") => {
                request.lines.push(Back { line: named(line), how_much: HowMuch::Quantity(kilograms(weight)), restock: None });
            }
            ["line", line, amount] => {
                request.lines.push(Back { line: named(line), how_much: HowMuch::Amount(yuan(amount)), restock: None });
            }
            ["all"] => request.whole_sale = true,
            ["pay", rest @ ..] => request.tenders.push(tender(rest)),
            ["without", "approval"] => {}
            _ => panic!("not part of a refund: {part}"),
        }
    }
    request
}

fn goods(letter: &str) -> What {
    What::Goods { grid: grid(letter.chars().next().unwrap()), good: None }
}

/// One piece at a price.
pub fn line(what: What, price: &str) -> BasketLine {
    BasketLine {
        what,
        name: String::new(),
        measure: Measure::Piece,
        quantity: Quantity::ONE,
        price: yuan(price),
        owner_discount: Discount::None,
        shop_discount: Discount::None,
    }
}

fn read_line(line: &mut BasketLine, mut words: &[&str]) {
    while let [first, rest @ ..] = words {
        words = rest;
        match (*first, rest) {
            ("owner", [discount, rest @ ..]) => (line.owner_discount, words) = (self::discount(discount), rest),
            ("shop", [discount, rest @ ..]) => (line.shop_discount, words) = (self::discount(discount), rest),
            (weight, _) if weight.ends_with("kg") => (line.quantity, line.measure) = (kilograms(weight), Measure::Kilogram),
            (count, _) => line.quantity = pieces(count.trim_start_matches('x').parse().unwrap()),
        }
    }
}

fn kilograms(text: &str) -> Quantity {
    Quantity::parse(text.trim_end_matches("kg")).unwrap()
}

fn discount(text: &str) -> Discount {
    match text.strip_suffix('%') {
        Some(percent) => Discount::Percent(Percent::parse(percent).unwrap()),
        None => Discount::Amount(yuan(text)),
    }
}

fn tender(words: &[&str]) -> Tender {
    let (means, amount): (_, Minor) = match words {
        ["voucher", number, amount] => (Means::Voucher((*number).to_owned()), yuan(amount)),
        [means, amount] => (Means::of(means, None).unwrap(), yuan(amount)),
        _ => panic!("not a tender: {words:?}"),
    };
    Tender { means, amount }
}
