//! The invariants of the split, of a sale and of a refund, for whatever chance thinks of. Seeds are fixed: a run repeats.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{
    shop::{Shop, grid, instrument, pieces, shares},
    shop_text::line,
};
use crate::domain::{
    agreement::{Party, Share},
    cash::{Means, Tender},
    money::{Minor, Percent, Quantity},
    refund::{Back, HowMuch, Request},
    sale::{Basket, BasketLine, Discount, ImpossibleSale, Sale, What},
    split,
};

const FEN_E8: i128 = 100_000_000;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_630), ..ProptestConfig::default() }
}

/// Percentages of one to `most` parties that sum to exactly 100 %; some are round, some are 0.
fn percents(most: usize) -> impl Strategy<Value = Vec<Percent>> {
    let cut = prop_oneof![(0..=100i64).prop_map(|whole| whole * 1_000_000), 0..=Percent::HUNDRED.e6()];
    prop::collection::vec(cut, 0..most).prop_map(|mut cuts| {
        cuts.extend([0, Percent::HUNDRED.e6()]);
        cuts.sort_unstable();
        cuts.windows(2).map(|pair| Percent::from_e6(pair[1] - pair[0]).unwrap()).collect()
    })
}

/// Small change, a day's prices, and what no stall ever sold.
fn amount() -> impl Strategy<Value = Minor> {
    prop_oneof![3 => 0..20i64, 3 => 0..100_000i64, 1 => 0..10_000_000_000_000i64].prop_map(Minor)
}

fn price() -> impl Strategy<Value = Minor> {
    prop_oneof![0..30i64, 0..5_000i64].prop_map(Minor)
}

fn discount() -> impl Strategy<Value = Discount> {
    let percent = |e6| Discount::Percent(Percent::from_e6(e6).unwrap());
    prop_oneof![4 => Just(Discount::None), 1 => (0..=Percent::HUNDRED.e6()).prop_map(percent), 1 => Just(percent(10_000_000))]
}

/// A line of A's, B's or N's grid, or of one that nobody can be credited for.
fn basket_line(grids: &'static [char]) -> impl Strategy<Value = BasketLine> {
    let quantity = prop_oneof![(1..9_000i64).prop_map(|milli| Quantity::from_milli(milli).unwrap()), (1..12i64).prop_map(pieces)];
    (prop::sample::select(grids), price(), quantity, discount(), discount()).prop_map(|(letter, price, quantity, owner, shop)| {
        let goods = line(What::Goods { grid: grid(letter), good: None }, "0.00");
        BasketLine { price, quantity, owner_discount: owner, shop_discount: shop, ..goods }
    })
}

/// A basket not yet paid.
fn basket(grids: &'static [char]) -> impl Strategy<Value = Basket> {
    let lines = prop::collection::vec(basket_line(grids), 1..6);
    let extras = (discount(), 0..100i64, 0..100i64, any::<bool>());
    (lines, extras).prop_map(|(lines, (order_discount, rounding, donation, gives))| {
        let (rounding_off, donation) = if gives { (0, donation) } else { (rounding, 0) };
        let tenders = Vec::new();
        Basket { lines, order_discount, rounding_off: Minor(rounding_off), donation: Minor(donation), tenders, change: Minor::ZERO }
    })
}

/// Pays for a basket: so much of it by 微信 and 支付宝, the rest in cash with some change. `None` if it cannot be sold.
fn paid(shop: &mut Shop, mut basket: Basket, (wechat, alipay, change): (i64, i64, i64)) -> Option<Sale> {
    // More than any basket comes to, so that the answer tells the total.
    basket.tenders = vec![Tender { means: Means::Cash, amount: Minor(i64::MAX) }];
    let total = match shop.sale(basket.clone()) {
        Err(ImpossibleSale::TendersDoNotMeetTotal { total, .. }) => total,
        Err(ImpossibleSale::DiscountTooLarge { line: 0 }) => return None,
        other => panic!("{other:?}"),
    };
    let (wechat, alipay) = (total * wechat / 100, total * alipay / 100);
    let tender = |means, amount| Tender { means, amount: Minor(amount) };
    let cash = tender(Means::Cash, total - wechat - alipay + change);
    basket.tenders = vec![tender(Means::Wechat, wechat), cash, tender(Means::Alipay, alipay)];
    basket.change = Minor(change);
    Some(shop.sale(basket).unwrap().0)
}

fn payment() -> impl Strategy<Value = (i64, i64, i64)> {
    (0..=50i64, 0..=50i64, 0..3_000i64)
}

fn sum(amounts: impl IntoIterator<Item = Minor>) -> i64 {
    Minor::sum(amounts).unwrap().0
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn parts_are_whole_fair_and_the_carry_stays_small(percents in percents(10), bases in prop::collection::vec(amount(), 1..300)) {
        let mut carry = vec![0; percents.len()];
        // "Less than 1 fen for up to three parties, less than 3 for up to ten": nothing promises more.
        let bound = if percents.len() <= 3 { FEN_E8 } else { 3 * FEN_E8 };
        for base in bases {
            let parts = split::split(base, &percents, &mut carry).unwrap();
            prop_assert_eq!(sum(parts.iter().copied()), base.0);
            for (part, percent) in parts.iter().zip(&percents) {
                let exact = i128::from(base.0) * i128::from(percent.e6());
                let off = i128::from(part.0) * FEN_E8 - exact;
                prop_assert!(off.abs() < FEN_E8, "neither floor nor ceiling");
                prop_assert!(percent.e6() != 0 || part.0 == 0, "a share of 0 received");
            }
            prop_assert_eq!(carry.iter().sum::<i64>(), 0);
            prop_assert!(carry.iter().all(|carry| i128::from(*carry).abs() < bound), "{:?}", carry);
        }
    }

    #[test]
    fn what_is_taken_back_in_bits_is_the_whole(percents in percents(10), base in amount(), bits in prop::collection::vec(0..=100i64, 0..8)) {
        let mut carry = vec![0; percents.len()];
        let mut remaining = split::split(base, &percents, &mut carry).unwrap();
        for bit in bits.into_iter().map(Some).chain([None]) {
            let left = sum(remaining.iter().copied());
            let back = Minor(bit.map_or(left, |percent| left / 100 * percent));
            let taken = split::take_back(back, &percents, &remaining, &mut carry).unwrap();
            prop_assert_eq!(sum(taken.iter().copied()), back.0);
            for (rest, taken) in remaining.iter_mut().zip(taken) {
                prop_assert!(taken >= Minor::ZERO && taken <= *rest);
                *rest = rest.minus(taken).unwrap();
            }
            prop_assert_eq!(carry.iter().sum::<i64>(), 0);
        }
        prop_assert!(remaining.iter().all(|rest| rest.is_zero()));
        // Sold and taken back, nobody is owed anything for it.
        prop_assert!(carry.iter().all(|carry| *carry == 0), "{:?}", carry);
        prop_assert!(split::take_back(Minor(1), &percents, &remaining, &mut carry).is_err());
    }

    #[test]
    fn agreements_do_not_know_of_each_other(ours in prop::collection::vec(amount(), 1..40), theirs in prop::collection::vec(amount(), 40)) {
        let sells = |shop: &mut Shop, letter: char, base: Minor| {
            let goods = BasketLine { price: base, ..line(What::Goods { grid: grid(letter), good: None }, "0.00") };
            let tenders = vec![Tender { means: Means::Cash, amount: base }];
            shop.sale(Basket { lines: vec![goods], tenders, ..Basket::default() }).unwrap().0.lines.remove(0)
        };
        let (mut alone, mut together) = (Shop::new("2026-07-31"), Shop::new("2026-07-31"));
        for (our, their) in ours.into_iter().zip(theirs) {
            sells(&mut together, 'B', their);
            let parts = |shop: &mut Shop| sells(shop, 'A', our).parts.iter().map(|part| part.uncapped).collect::<Vec<_>>();
            prop_assert_eq!(parts(&mut alone), parts(&mut together));
        }
    }
}

proptest! {
    #![proptest_config(config(256))]

    /// The shop builds the entry: one that does not balance would not get there.
    #[test]
    fn every_basket_adds_up(basket in basket(&['A', 'B', 'N', 'X', 'Z']), payment in payment()) {
        let mut shop = Shop::new("2026-07-31");
        let Some(sale) = paid(&mut shop, basket.clone(), payment) else { return Ok(()) };
        let mut due = i128::from(sale.donation.0);
        for (line, asked) in sale.lines.iter().zip(&basket.lines) {
            let gross = (2 * i128::from(asked.quantity.milli()) * i128::from(asked.price.0) + 1000) / 2000;
            prop_assert_eq!(i128::from(line.gross.0), gross);
            prop_assert_eq!(line.base, line.gross.minus(line.owner_discount).unwrap());
            prop_assert!(line.borne().unwrap() <= line.base);
            due += gross - i128::from(line.owner_discount.0 + line.borne().unwrap().0);
            let parts = sum(line.parts.iter().map(|part| part.uncapped));
            prop_assert_eq!(parts, if line.version.is_some() { line.base.0 } else { 0 });
        }
        prop_assert_eq!(i128::from(sum(sale.tenders.iter().map(|tender| tender.amount)) - sale.change.0), due);
        prop_assert_eq!(sum(sale.lines.iter().map(|line| line.rounding)), sale.rounding_off.0);
        let waits = sum(sale.lines.iter().filter(|line| line.version.is_none()).map(|line| line.base));
        prop_assert_eq!(shop.balance("21108", None).0, -waits);
        prop_assert_eq!(shop.balance("52102", None).0, sum(sale.lines.iter().map(|line| line.borne().unwrap())));
    }
}

/// One step of a line's way back: how far, of what is left, in percent; by pieces or by amount.
fn step() -> impl Strategy<Value = (usize, i64, bool)> {
    (0..6usize, 1..=120i64, any::<bool>())
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn whatever_comes_back_in_bits_ends_at_nothing(
        basket in basket(&['A', 'B', 'N']),
        payment in payment(),
        steps in prop::collection::vec(step(), 0..12),
        cap in 0..20_000i64,
    ) {
        let mut shop = Shop::new("2026-07-31");
        capped(&mut shop, 'A', "60/10/30", cap);
        let Some(sale) = paid(&mut shop, basket, payment) else { return Ok(()) };
        shop.next_shift("2026-08-01");
        shop.agree('A', &shares('A', "88/9/3"));
        for (at, percent, by_pieces) in steps {
            let at = at % sale.lines.len();
            let line = &shop.sales[0].lines[at];
            let (left, milli) = (line.base.0 - line.refunded.0, line.quantity.milli() - line.refunded_milli);
            let how_much = match Quantity::from_milli((milli * percent / 100).min(milli)) {
                Some(quantity) if by_pieces => HowMuch::Quantity(quantity),
                _ => HowMuch::Amount(Minor((left * percent / 100).min(left))),
            };
            let request = Request { lines: vec![Back { line: at + 1, how_much, restock: None }], ..Request::default() };
            shop.refund(1, request, true).unwrap();
            for line in &shop.sales[0].lines {
                prop_assert!(line.parts.iter().all(|rest| rest.uncapped >= rest.moved && rest.moved >= Minor::ZERO));
                prop_assert_eq!(sum(line.parts.iter().map(|rest| rest.uncapped)), line.base.0 - line.refunded.0);
                let borne = i128::from(line.borne.0) * i128::from(line.refunded.0) / i128::from(line.base.0.max(1));
                prop_assert_eq!(i128::from(line.refunded_borne.0), borne);
            }
        }
        // What is left, all at once; there may be nothing left that could be named.
        let _ = shop.refund(1, Request { whole_sale: true, ..Request::default() }, true);
        for line in &shop.sales[0].lines {
            prop_assert_eq!((line.refunded, line.refunded_borne), (line.base, line.borne));
            prop_assert!(line.parts.iter().all(|rest| rest.uncapped.is_zero() && rest.moved.is_zero()));
        }
        prop_assert!(shop.open.is_empty());
        for ((account, _), balance) in &shop.balances {
            prop_assert_eq!(balance.0, if account == "21104" || is_means(account) { balance.0 } else { 0 }, "{}", account);
        }
        // What the customer paid came back, but for the donation.
        let kept = sum(shop.balances.iter().filter(|((account, _), _)| is_means(account)).map(|(_, balance)| *balance));
        prop_assert_eq!(kept, sale.donation.0);
        prop_assert!(shop.received.values().all(|received| received.is_zero()));
    }

    #[test]
    fn a_capped_share_stays_between_nothing_and_its_cap(
        cap in 0..3_000i64,
        steps in prop::collection::vec((price(), any::<bool>(), 0..40usize, 0..=100i64), 1..60),
    ) {
        let mut shop = Shop::new("2026-07-31");
        capped(&mut shop, 'A', "50/20/30", cap);
        capped(&mut shop, 'B', "33.333333/33.333333/33.333334", cap);
        for (price, sells, at, percent) in steps {
            if sells || shop.sales.is_empty() {
                let letter = if at % 2 == 0 { 'A' } else { 'B' };
                let goods = BasketLine { price, ..line(What::Goods { grid: grid(letter), good: None }, "0.00") };
                let tenders = vec![Tender { means: Means::Cash, amount: price }];
                shop.sale(Basket { lines: vec![goods], tenders, ..Basket::default() }).unwrap();
            } else {
                let nth = at % shop.sales.len() + 1;
                let left = shop.sales[nth - 1].lines[0].base.0 - shop.sales[nth - 1].lines[0].refunded.0;
                let back = Back { line: 1, how_much: HowMuch::Amount(Minor(left * percent / 100)), restock: None };
                shop.refund(nth, Request { lines: vec![back], ..Request::default() }, true).unwrap();
            }
            let received = shop.received.get(&instrument('S')).copied().unwrap_or_default().0;
            prop_assert!((0..=cap).contains(&received), "{} of {}", received, cap);
            prop_assert_eq!(shop.facts.terms.left[&instrument('S')].0, cap - received);
            prop_assert_eq!(shop.balance("21102", Some('S')).0, -received);
        }
    }
}

fn is_means(account: &str) -> bool {
    matches!(account, "10102" | "10901" | "10902")
}

/// An agreement whose third share, S's, has a cap that falls back to the owner.
fn capped(shop: &mut Shop, owner: char, percents: &str, cap: i64) {
    let mut shares: Vec<Share> = shares(owner, percents);
    for share in shares.iter_mut().filter(|share| matches!(share.party, Party::Supporter(_))) {
        (share.instrument, share.fallback) = (Some(instrument('S')), 0);
    }
    shop.agree(owner, &shares);
    shop.cap('S', Minor(cap));
}
