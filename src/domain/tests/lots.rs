//! Lots, for whatever chance thinks of: pieces are never lost or made, and money, memo accounts and funds follow them.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use uuid::Uuid;

use super::{
    shop::{Shop, entry, grid, instrument, person, pieces, yuan},
    shop_text::line,
};
use crate::domain::{
    account::{CN_COOP, Chart, Role},
    cash::{Effects, Means, Tender, WarningKind},
    entry::Postings,
    id::{DocumentId, GoodId, LotId},
    lot::{CannotMove, Change, Lot, Nature, Pieces, worth},
    money::Minor,
    refund::{Back, HowMuch, Request},
    sale::{Basket, BasketLine, Discount, What},
};

const VALUE: Minor = Minor(1_500);

fn lot_id() -> LotId {
    LotId(Uuid::from_u128(0x107))
}

fn good() -> GoodId {
    GoodId(Uuid::from_u128(0x900d))
}

/// S's lot of 20 mugs at A's grid.
fn mugs(nature: Nature, is_restricted: bool) -> Shop {
    let mut shop = Shop::new("2026-07-31");
    let pieces = Pieces { received: 20, ..Pieces::default() };
    let under = Some((instrument('S'), is_restricted)).filter(|_| nature == Nature::Donated);
    let supporter = Some(person('S')).filter(|_| nature != Nature::Own);
    let lot = Lot { id: lot_id(), nature, supporter, under, value: VALUE, pieces };
    shop.facts.goods.insert(good(), grid('A'));
    shop.facts.lot_of.insert(good(), lot_id());
    shop.facts.lots.insert(lot_id(), lot);
    shop
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Sell { count: i64, price: i64, discount: i64 },
    Back { nth: usize, count: i64, restock: bool },
    Refund { nth: usize, percent: i64 },
    Give(i64),
    Miss(i64),
    Find(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let count = 1..8_i64;
    prop_oneof![
        (count.clone(), 0..5_000_i64, 0..=100_i64).prop_map(|(count, price, discount)| Step::Sell { count, price, discount }),
        (0..9_usize, count.clone(), any::<bool>()).prop_map(|(nth, count, restock)| Step::Back { nth, count, restock }),
        (0..9_usize, 0..=100_i64).prop_map(|(nth, percent)| Step::Refund { nth, percent }),
        count.clone().prop_map(Step::Give),
        count.clone().prop_map(Step::Miss),
        count.prop_map(Step::Find),
    ]
}

fn lot_mut(shop: &mut Shop) -> &mut Lot {
    shop.facts.lots.get_mut(&lot_id()).unwrap()
}

fn posts(shop: &mut Shop, postings: &Postings) {
    for posting in entry(shop.date, postings).unwrap().postings() {
        let balance = shop.balances.entry((posting.account.clone(), posting.party)).or_default();
        *balance = balance.plus(posting.amount).unwrap();
    }
}

/// What the store does with what a decision changes of lots.
fn keep(shop: &mut Shop, effects: &Effects, used: &mut Minor) {
    for change in effects.lots.values() {
        let lot = lot_mut(shop);
        lot.pieces.sold += change.sold;
        *used = used.plus(change.used.map_or(Minor::ZERO, |(_, used)| used)).unwrap();
    }
}

fn by_hand(shop: &mut Shop, used: &mut Minor, act: impl FnOnce(&mut Lot, &mut Postings) -> Result<Change, CannotMove>) {
    let (mut lot, mut postings) = (*lot_mut(shop), Postings::default());
    if let Ok(change) = act(&mut lot, &mut postings) {
        *lot_mut(shop) = lot;
        *used = used.plus(change.used.map_or(Minor::ZERO, |(_, used)| used)).unwrap();
        posts(shop, &postings);
    }
}

fn takes(shop: &mut Shop, step: Step, used: &mut Minor) {
    match step {
        Step::Sell { count, price, discount } => {
            let goods = What::Goods { grid: grid('A'), good: Some(good()) };
            let off = Discount::Amount(Minor(price * count * discount / 100));
            let line = BasketLine { quantity: pieces(count), price: Minor(price), shop_discount: off, ..line(goods, "0.00") };
            let due = Minor(price * count - price * count * discount / 100);
            let tenders = vec![Tender { means: Means::Cash, amount: due }];
            let (_, effects) = shop.sale(Basket { lines: vec![line], tenders, ..Basket::default() }).unwrap();
            keep(shop, &effects, used);
        }
        Step::Back { nth, count, restock } if nth < shop.sales.len() => {
            let sold = &shop.sales[nth].lines[0];
            let count = count.min((sold.quantity.milli() - sold.refunded_milli) / 1000);
            if count == 0 {
                return;
            }
            let back = Back { line: 1, how_much: HowMuch::Quantity(pieces(count)), restock: Some(restock) };
            let (_, effects) = shop.refund(nth + 1, Request { lines: vec![back], ..Request::default() }, true).unwrap();
            keep(shop, &effects, used);
        }
        Step::Refund { nth, percent } if nth < shop.sales.len() => {
            let left = shop.sales[nth].lines[0].base.minus(shop.sales[nth].lines[0].refunded).unwrap();
            let back = Back { line: 1, how_much: HowMuch::Amount(Minor(left.0 * percent / 100)), restock: None };
            let (_, effects) = shop.refund(nth + 1, Request { lines: vec![back], ..Request::default() }, true).unwrap();
            keep(shop, &effects, used);
        }
        Step::Back { .. } | Step::Refund { .. } => {}
        Step::Give(count) => by_hand(shop, used, |lot, postings| lot.give(count, postings)),
        Step::Miss(count) => by_hand(shop, used, |lot, postings| lot.miss(count, postings)),
        Step::Find(count) => by_hand(shop, used, |lot, postings| lot.find(count, postings)),
    }
}

fn on(shop: &Shop, role: Role, party: Option<Uuid>) -> i64 {
    let chart = Chart::of_template(CN_COOP);
    shop.balances.get(&(chart.code(role).unwrap().to_owned(), party)).map_or(0, |balance| balance.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_630), ..ProptestConfig::default() })]

    #[test]
    fn no_piece_is_lost_or_made_and_money_memo_and_fund_follow(
        steps in prop::collection::vec(step(), 1..25),
        nature in prop::sample::select(Nature::ALL),
        restricted in any::<bool>(),
    ) {
        let mut shop = mugs(nature, restricted);
        let mut used = Minor::ZERO;
        for step in steps {
            takes(&mut shop, step, &mut used);
            let Pieces { received, sold, given, lost } = shop.facts.lots[&lot_id()].pieces;
            let stock = shop.facts.lots[&lot_id()].pieces.stock();
            prop_assert_eq!(received, stock + sold + given + lost);
            let (lot, shelf) = (Some(lot_id().0), received - stock.max(0));
            match nature {
                Nature::Donated => {
                    let memo = [on(&shop, Role::LotStock, lot), on(&shop, Role::LotSold, lot), on(&shop, Role::LotGiven, lot), on(&shop, Role::LotLost, lot)];
                    prop_assert_eq!(memo, [stock - received, sold, given, lost]);
                    prop_assert_eq!(on(&shop, Role::DonatedGoods, None), VALUE.0 * (stock - received));
                    prop_assert_eq!(used, worth(VALUE, shelf).unwrap());
                    prop_assert!(used <= worth(VALUE, received).unwrap(), "never more is used than came in");
                    let released = if restricted { used.0 } else { 0 };
                    prop_assert_eq!(on(&shop, Role::RestrictedGifts, Some(person('S').0)), released);
                }
                Nature::Own => prop_assert_eq!(on(&shop, Role::OwnGoods, None), VALUE.0 * (stock - received)),
                Nature::AtCost => prop_assert_eq!(given + lost, 0, "a supporter's own goods are neither given away nor written off"),
            }
            let brought: i64 = shop.sales.iter().flat_map(|sale| &sale.lines).map(|line| line.base.0 - line.refunded.0).sum();
            if nature != Nature::AtCost {
                prop_assert_eq!(on(&shop, Role::GoodsIncome, None), -brought);
            }
            prop_assert!(shop.open.is_empty());
        }
    }
}

#[test]
fn more_than_the_shelf_has_is_sold_by_tills_and_by_nobody_else() {
    let mut shop = mugs(Nature::Donated, true);
    let mut postings = Postings::default();
    assert_eq!(lot_mut(&mut shop).give(21, &mut postings), Err(CannotMove::BeyondStock { stock: 20 }));
    assert_eq!(lot_mut(&mut shop).miss(0, &mut postings), Err(CannotMove::HowMany));
    assert_eq!(lot_mut(&mut shop).find(1, &mut postings), Err(CannotMove::NotMissed { missed: 0 }));
    assert!(postings.is_empty());
    let goods = What::Goods { grid: grid('A'), good: Some(good()) };
    let line = BasketLine { quantity: pieces(21), ..line(goods, "1.00") };
    let tenders = vec![Tender { means: Means::Cash, amount: yuan("21.00") }];
    let (sale, effects) = shop.sale(Basket { lines: vec![line], tenders, ..Basket::default() }).unwrap();
    assert_eq!(effects.warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>(), [WarningKind::LotBeyondStock]);
    assert_eq!(effects.lots[&lot_id()].used, Some((instrument('S'), yuan("300.00"))), "no more is released than came in");
    assert_ne!(sale.document(), {
        let mut other = sale.clone();
        other.lines[0].lot = None;
        other.id = DocumentId(sale.id.0);
        other.document()
    });
}
