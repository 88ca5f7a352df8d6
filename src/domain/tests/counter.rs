//! What happens at a counter, page by page of `split.md`: discounts, tenders, vouchers, caps, and what breaks a rule but adds up.

use expect_test::{Expect, expect};

use super::{
    shop::{Shop, grid, instrument, shares, yuan},
    shop_text::basket,
};
use crate::domain::{
    id::GoodId,
    money::{Minor, Percent},
    sale::{Basket, Discount, ImpossibleSale, What},
};

fn check(basket: &str, receipt: &Expect) {
    receipt.assert_eq(&Shop::new("2026-07-31").sells(basket));
}

fn refused(basket_text: &str) -> ImpossibleSale {
    Shop::new("2026-07-31").sale(basket(basket_text)).unwrap_err()
}

#[test]
fn mixed_tenders_each_go_to_their_account_and_change_comes_out_of_the_cash() {
    check(
        "A 23.50 | pay alipay 10.00 | pay wechat 5.00 | pay cash 10.00 | change 1.50",
        &expect![[r#"
        2026-07-31 sale
          10102/T       8.50
          10901         5.00
          10902        10.00
          11401/A     -19.98
          21102/S      -1.17
          50101        -2.35
    "#]],
    );
}

#[test]
fn a_voucher_is_sold_beside_goods_and_takes_no_discount() {
    check(
        "A 20.00 | voucher V1 30.00 | off 10% | pay cash 48.00",
        &expect![[r#"
        2026-07-31 sale
          10102/T      48.00
          11401/A     -17.00
          21102/S      -1.00
          21107       -30.00
          50101        -2.00
          52102         2.00
        voucher V1 issued 30.00
    "#]],
    );
}

#[test]
fn weight_is_priced_once_and_discounts_come_in_their_order() {
    // 1.235 kg × 8.80 = 10.868 → 10.87; 10 % of it from the owner 1.09, base 9.78; 5 % of it from the shop 0.49.
    check(
        "A 8.80 1.235kg owner 10% shop 5% | off 1.00 | rounding 0.09 | pay cash 8.20",
        &expect![[r#"
        2026-07-31 sale
          10102/T       8.20
          11401/A      -8.31
          21102/S      -0.49
          50101        -0.98
          52102         1.58
    "#]],
    );
}

#[test]
fn an_order_discount_is_spread_on_what_the_lines_still_leave_to_pay() {
    let mut shop = Shop::new("2026-07-31");
    let (sale, _) = shop.sale(basket("A 10.00 shop 7.00 | B 3.00 | A 3.01 | off 1.00 | rounding 0.01 | pay cash 8.00")).unwrap();
    let spread: Vec<_> = sale.lines.iter().map(|line| (line.order_discount.0, line.rounding.0)).collect();
    // 100 fen on 300/300/301: 33, 33, 33 and the largest remainder to the third; then 1 fen on 267/267/267: the first.
    assert_eq!(spread, [(33, 1), (33, 0), (34, 0)]);
}

#[test]
fn a_total_of_nothing_by_the_shops_discount_is_posted_and_free_goods_are_not() {
    check(
        "A 4.90 | off 100%",
        &expect![[r#"
        2026-07-31 sale
          11401/A      -4.17
          21102/S      -0.24
          50101        -0.49
          52102         4.90
    "#]],
    );
    check(
        "A 4.90 owner 100%",
        &expect![[r#"
        no entry
    "#]],
    );
    check(
        "A 0.00 | X 0.00",
        &expect![[r#"
        no entry
        ! no_agreement, line 2: 0.00
    "#]],
    );
}

#[test]
fn wechat_with_cash_change_is_posted_with_a_task() {
    check(
        "A 23.50 | pay wechat 50.00 | change 26.50",
        &expect![[r#"
        2026-07-31 sale
          10102/T     -26.50
          10901        50.00
          11401/A     -19.98
          21102/S      -1.17
          50101        -2.35
        ! change_beyond_cash, line 0: 26.50
    "#]],
    );
}

#[test]
fn rounding_and_donation_have_a_limit_and_exclude_each_other() {
    check(
        "A 10.00 | rounding 1.50 | pay cash 8.50",
        &expect![[r#"
        2026-07-31 sale
          10102/T       8.50
          11401/A      -8.50
          21102/S      -0.50
          50101        -1.00
          52102         1.50
        ! rounding_beyond_limit, line 0: 1.50
    "#]],
    );
    check(
        "A 9.90 | rounding 0.10 | donation 0.20 | pay cash 10.00",
        &expect![[r#"
        2026-07-31 sale
          10102/T      10.00
          11401/A      -8.42
          21102/S      -0.49
          21104        -0.20
          50101        -0.99
          52102         0.10
        ! rounding_and_donation, line 0: 0.10
    "#]],
    );

    let mut strict = Shop::new("2026-07-31");
    strict.facts.rounding_limit = Minor::ZERO;
    assert!(!strict.sells("A 10.00 | pay cash 10.00").contains('!'));
    assert!(strict.sells("A 10.01 | rounding 0.01 | pay cash 10.00").contains("rounding_beyond_limit"));
}

#[test]
fn a_voucher_keeps_its_rest_and_what_it_does_not_hold_waits() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("voucher V1 30.00 | pay cash 30.00");
    expect![[r#"
        2026-07-31 sale
          11401/A     -10.20
          21102/S      -0.60
          21107        12.00
          50101        -1.20
        voucher V1 used 12.00
    "#]]
    .assert_eq(&shop.sells("A 12.00 | pay voucher V1 12.00"));
    expect![[r#"
        2026-07-31 sale
          11401/A     -17.00
          21102/S      -1.00
          21107        18.00
          21108         2.00
          50101        -2.00
        voucher V1 used 18.00
        to be allocated, line 0: -2.00
        ! voucher_overdrawn, line 0: 2.00
    "#]]
    .assert_eq(&shop.sells("A 20.00 | pay voucher V1 20.00"));
    expect![[r#"
        2026-07-31 sale
          11401/A      -4.25
          21102/S      -0.25
          21108         5.00
          50101        -0.50
        to be allocated, line 0: -5.00
        ! voucher_unknown, line 0: 5.00
    "#]]
    .assert_eq(&shop.sells("A 5.00 | pay voucher V9 5.00"));
    expect![[r#"
        2026-07-31 sale
          10102/T      10.00
          21108       -10.00
        to be allocated, line 1: 10.00
        ! voucher_number_taken, line 1: 10.00
    "#]]
    .assert_eq(&shop.sells("voucher V1 10.00 | pay cash 10.00"));
    assert_eq!(shop.balance("21107", None), Minor::ZERO);
}

#[test]
fn what_nobody_can_be_credited_for_waits_with_its_base_and_the_shop_bears_its_discount() {
    check(
        "Z 10.00 | X 5.00 | A 5.00 | off 2.00 | pay cash 18.00",
        &expect![[r#"
        2026-07-31 sale
          10102/T      18.00
          11401/A      -4.25
          21102/S      -0.25
          21108       -15.00
          50101        -0.50
          52102         2.00
        to be allocated, line 1: 10.00
        to be allocated, line 2: 5.00
        ! unknown_grid, line 1: 10.00
        ! no_agreement, line 2: 5.00
    "#]],
    );

    let mut shop = Shop::new("2026-07-31");
    let good = GoodId(shop.next());
    let mut strange = basket("A 5.00 | pay cash 5.00");
    let What::Goods { good: label, .. } = &mut strange.lines[0].what else { panic!("not goods") };
    *label = Some(good);
    let warned = |shop: &mut Shop| shop.sale(strange.clone()).unwrap().1.warnings[0].kind.slug();
    assert_eq!(warned(&mut shop), "unknown_good");
    shop.facts.goods.insert(good, grid('B'));
    assert_eq!(warned(&mut shop), "good_of_another_grid");
    shop.facts.goods.insert(good, grid('A'));
    assert!(shop.sale(strange.clone()).unwrap().1.warnings.is_empty());
    // A version that the facts forgot is no reason to lose a sale, nor to post half of one.
    shop.facts.terms.versions.clear();
    assert_eq!(warned(&mut shop), "no_agreement");
}

#[test]
fn a_capped_share_fills_up_and_the_rest_goes_to_the_owner() {
    let mut shop = Shop::new("2026-07-31");
    let mut capped = shares('A', "60/10/30");
    (capped[2].instrument, capped[2].fallback) = (Some(instrument('S')), 0);
    shop.agree('A', &capped);
    shop.cap('S', yuan("5.00"));
    // The first line takes 3.00 of the cap, the second what is left of it: 2.00, and 1.00 goes to the owner.
    expect![[r#"
        2026-07-31 sale
          10102/T      20.00
          11401/A     -13.00
          21102/S      -5.00
          50101        -2.00
    "#]]
    .assert_eq(&shop.sells("A 10.00 | A 10.00 | pay cash 20.00"));
    // Of the second line, what was moved comes back first; then the cap opens again.
    expect![[r#"
        2026-07-31 refund
          10102/T      -5.00
          11401/A       4.00
          21102/S       0.50
          50101         0.50
    "#]]
    .assert_eq(&shop.refunds(1, "line 2: 5.00"));
    expect![[r#"
        2026-07-31 refund
          10102/T      -5.00
          11401/A       3.00
          21102/S       1.50
          50101         0.50
    "#]]
    .assert_eq(&shop.refunds(1, "line 2: 5.00"));
    assert_eq!(shop.received[&instrument('S')], yuan("3.00"));

    // A cap that was lowered below what has been received gives nothing, and a refund first makes up for it.
    shop.cap('S', yuan("-1.00"));
    assert!(!shop.sells("A 10.00 | pay cash 10.00").contains("21102/S"));
    shop.refunds(1, "line 1: 10.00");
    assert_eq!(shop.facts.terms.left[&instrument('S')], yuan("2.00"));
}

#[test]
fn a_basket_that_does_not_add_up_is_impossible() {
    assert_eq!(refused("pay cash 1.00"), ImpossibleSale::NoLines);
    assert_eq!(refused("A 5.00 | pay cash 5.01"), ImpossibleSale::TendersDoNotMeetTotal { paid: 501, total: 500 });
    assert_eq!(refused("A 5.00 | A 5.00 shop 5.01 | pay cash 5.00"), ImpossibleSale::DiscountTooLarge { line: 2 });
    assert_eq!(refused("A 5.00 owner 5.01"), ImpossibleSale::DiscountTooLarge { line: 1 });
    assert_eq!(refused("A 5.00 | off 5.01"), ImpossibleSale::DiscountTooLarge { line: 0 });
    assert_eq!(refused("A 5.00 | off 5.00 | rounding 0.01"), ImpossibleSale::DiscountTooLarge { line: 0 });
    assert_eq!(refused(&["A 1.00"; 201].join("|")), ImpossibleSale::TooMany);
    assert_eq!(refused(&format!("A 21.00 | {}", ["pay cash 1.00"; 21].join("|"))), ImpossibleSale::TooMany);
    let mut voucher = basket("voucher V1 30.00 | pay cash 27.00");
    voucher.lines[0].shop_discount = Discount::Percent(Percent::parse("10").unwrap());
    assert_eq!(Shop::new("2026-07-31").sale(voucher).unwrap_err(), ImpossibleSale::VoucherNotPlain { line: 1 });
}

#[test]
fn nothing_below_zero_is_taken_for_an_amount() {
    let spoil: [fn(&mut Basket); 7] = [
        |basket| basket.lines[0].price = Minor(-1),
        |basket| basket.lines[0].owner_discount = Discount::Amount(Minor(-1)),
        |basket| basket.lines[0].shop_discount = Discount::Amount(Minor(-1)),
        |basket| basket.order_discount = Discount::Amount(Minor(-1)),
        |basket| basket.rounding_off = Minor(-1),
        |basket| (basket.donation, basket.tenders[0].amount) = (Minor(-1), Minor(499)),
        |basket| (basket.change, basket.tenders[0].amount) = (Minor(-1), Minor(499)),
    ];
    for spoil in spoil {
        let mut basket = basket("A 5.00 | pay cash 5.00");
        spoil(&mut basket);
        assert_eq!(Shop::new("2026-07-31").sale(basket).unwrap_err(), ImpossibleSale::Negative);
    }
}

#[test]
fn a_sum_that_leaves_its_range_is_an_error() {
    let mut huge = basket("A 5.00 x999999 | pay cash 5.00");
    huge.lines[0].price = Minor(i64::MAX);
    assert!(matches!(Shop::new("2026-07-31").sale(huge), Err(ImpossibleSale::Overflow(_))));
}

#[test]
fn a_voucher_named_twice_holds_only_once_what_it_holds() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("voucher V1 30.00 | pay cash 30.00");
    expect![[r#"
        2026-07-31 sale
          11401/A     -34.00
          21102/S      -2.00
          21107        30.00
          21108        10.00
          50101        -4.00
        voucher V1 used 20.00
        voucher V1 used 10.00
        to be allocated, line 0: -10.00
        ! voucher_overdrawn, line 0: 10.00
    "#]]
    .assert_eq(&shop.sells("A 40.00 | pay voucher V1 20.00 | pay voucher V1 20.00"));
}
