//! Goods come back: by pieces, weight or amount, to whom it was paid, and whatever a till says that the books cannot follow.

use expect_test::expect;

use super::{
    shop::{Shop, grid, in_force, shares, sold_line, yuan},
    shop_text::{back, basket},
};
use crate::domain::{
    allocation::{self, CannotAllocate, Open},
    id::DocumentId,
    money::Minor,
    refund::ImpossibleRefund,
};

#[test]
fn a_mixed_sale_is_paid_back_in_cash_first_then_in_its_order() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 40.00 | pay alipay 10.00 | pay wechat 15.00 | pay cash 20.00 | change 5.00");
    // 15.00 net cash was paid: 12.00 of it comes back, then the other 3.00, then Alipay, then WeChat.
    expect![[r#"
        2026-07-31 refund
          10102/T     -12.00
          11401/A      10.20
          21102/S       0.60
          50101         1.20
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 12.00"));
    expect![[r#"
        2026-07-31 refund
          10102/T      -3.00
          10901        -3.00
          10902       -10.00
          11401/A      13.60
          21102/S       0.80
          50101         1.60
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 16.00"));
    expect![[r#"
        2026-07-31 refund
          10901       -12.00
          11401/A      10.20
          21102/S       0.60
          50101         1.20
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 12.00"));
    assert!(shop.balances.values().all(|balance| balance.is_zero()));
}

#[test]
fn a_sale_paid_by_voucher_comes_back_on_a_new_one() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("voucher V1 30.00 | pay cash 30.00");
    shop.sells("A 30.00 | pay voucher V1 30.00");
    expect![[r#"
        2026-07-31 refund
          11401/A      25.50
          21102/S       1.50
          21107       -30.00
          50101         3.00
        voucher NEW issued 30.00
    "#]]
    .assert_eq(&shop.refunds(2, "line 1: 30.00"));
    assert_eq!(shop.facts.vouchers["NEW"], yuan("30.00"));
}

#[test]
fn a_voucher_comes_back_as_far_as_it_was_not_used() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("voucher V1 30.00 | pay cash 30.00");
    shop.sells("A 10.00 | pay voucher V1 10.00");
    expect![[r#"
        2026-07-31 refund
          10102/T     -30.00
          21107        20.00
          21108        10.00
        voucher V1 used 20.00
        to be allocated, line 1: -10.00
        ! voucher_overdrawn, line 1: 10.00
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
}

#[test]
fn wechat_with_cash_change_is_paid_back_by_wechat() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 23.50 | pay wechat 50.00 | change 26.50");
    expect![[r#"
        2026-07-31 refund
          10901       -23.50
          11401/A      19.98
          21102/S       1.17
          50101         2.35
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
}

#[test]
fn a_whole_sale_takes_its_donation_along_only_in_its_shift_and_untouched() {
    let sold = || {
        let mut shop = Shop::new("2026-07-31");
        shop.sells("N 17.60 | donation 0.40 | pay cash 18.00");
        shop
    };
    let mut shop = sold();
    expect![[r#"
        2026-07-31 refund
          10102/T     -18.00
          21101/N      14.96
          21102/S       0.88
          21104         0.40
          50101         1.76
    "#]]
    .assert_eq(&shop.refunds(1, "all"));
    assert!(shop.balances.values().all(|balance| balance.is_zero()));

    let mut later = sold();
    later.next_shift("2026-08-01");
    expect![[r#"
        2026-08-01 refund
          10102/T     -17.60
          21101/N      14.96
          21102/S       0.88
          50101         1.76
        ! not_a_whole_sale, line 0: 0.00
    "#]]
    .assert_eq(&later.refunds(1, "all"));

    let mut touched = sold();
    touched.refunds(1, "line 1: 0.10");
    assert!(touched.refunds(1, "all").contains("not_a_whole_sale"));
    assert_eq!(touched.balance("21104", None), yuan("-0.40"));
}

#[test]
fn pieces_and_amounts_mix_and_the_shops_discount_comes_back_step_by_step() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 3.33 x3 | off 1.00 | pay cash 8.99");
    expect![[r#"
        2026-07-31 refund
          10102/T      -3.00
          11401/A       2.83
          21102/S       0.17
          50101         0.33
          52102        -0.33
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
    expect![[r#"
        2026-07-31 refund
          10102/T      -4.50
          11401/A       4.25
          21102/S       0.25
          50101         0.50
          52102        -0.50
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 5.00"));
    // The second piece is worth 6.66 in all, and 8.33 came back: nothing more. The third brings the rest.
    expect![[r#"
        no entry
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
    expect![[r#"
        2026-07-31 refund
          10102/T      -1.49
          11401/A       1.41
          21102/S       0.08
          50101         0.17
          52102        -0.17
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
    assert!(shop.balances.values().all(|balance| balance.is_zero()));
    // A fourth piece was never sold.
    expect![[r#"
        2026-07-31 refund
          10102/T      -3.33
          21108         3.33
        to be allocated, line 0: -3.33
        ! refund_beyond_rest, line 1: 3.33
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
}

#[test]
fn a_line_of_base_nothing_comes_back_by_pieces_without_an_entry() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 4.90 x2 owner 100%");
    assert_eq!(shop.refunds(1, "line 1: 1 pieces"), "no entry\n");
    assert_eq!(shop.refunds(1, "all | line 9: 1 pieces").lines().next(), Some("no entry"));
    assert_eq!(shop.sales[0].lines[0].refunded_milli, 2000);
    assert!(matches!(shop.refund(1, back("all"), true), Err(ImpossibleRefund::Nothing)));
}

#[test]
fn a_refund_that_pays_something_else_leaves_the_difference_to_be_allocated() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 10.00 | pay cash 10.00");
    expect![[r#"
        2026-07-31 refund
          10102/T      -5.50
          11401/A       4.25
          21102/S       0.25
          21108         0.50
          50101         0.50
        to be allocated, line 0: -0.50
        ! refund_pays_other, line 0: 0.50
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 5.00 | pay cash 5.50"));
    expect![[r#"
        2026-07-31 refund
          10901        -4.50
          11401/A       4.25
          21102/S       0.25
          21108        -0.50
          50101         0.50
        to be allocated, line 0: 0.50
        ! refund_pays_other, line 0: -0.50
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 5.00 | pay wechat 4.50"));
}

#[test]
fn without_approval_or_without_a_sale_no_owner_is_charged() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 10.00 | off 1.00 | pay cash 9.00");
    expect![[r#"
        2026-07-31 refund
          10102/T      -9.00
          21108         9.00
        to be allocated, line 0: -9.00
        ! not_approved, line 0: 9.00
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces | without approval"));
    assert_eq!(shop.sales[0].lines[0].refunded, Minor::ZERO);
    expect![[r#"
        2026-07-31 refund
          10102/T      -4.00
          21108         4.00
        to be allocated, line 0: -4.00
        ! refund_without_sale, line 0: 4.00
    "#]]
    .assert_eq(&shop.refunds(99, "pay cash 4.00"));
}

#[test]
fn an_unlinked_refund_is_allocated_to_a_line_and_takes_all_of_it_if_it_paid_all_of_it() {
    let mut shop = Shop::new("2026-07-31");
    let (sale, _) = shop.sale(basket("A 8.88 | rounding 0.08 | pay cash 8.80")).unwrap();
    shop.refunds(99, "pay cash 8.80");
    let (of, item) = shop.open[0].clone();
    let open = Open { of, line: item.line, amount: item.amount, milli: item.milli };
    let line = || sold_line(&sale.lines[0]);
    let id = DocumentId(shop.next());

    let (allocation, effects) = allocation::to_line(id, shop.date, open, sale.id, 1, line(), &shop.facts.terms).unwrap();
    expect![[r#"
        2026-07-31 allocated
          11401/A       7.55
          21102/S       0.44
          21108        -8.80
          50101         0.89
          52102        -0.08
    "#]]
    .assert_eq(&shop.posts(allocation.document(), "allocated", &effects));
    assert!(shop.balances.values().all(|balance| balance.is_zero()));

    let terms = &shop.facts.terms;
    let more = Open { amount: yuan("-8.81"), ..open };
    assert_eq!(allocation::to_line(id, shop.date, more, sale.id, 1, line(), terms).unwrap_err(), CannotAllocate::NotEnoughLeft);
    let credit = Open { amount: yuan("8.80"), ..open };
    assert_eq!(allocation::to_line(id, shop.date, credit, sale.id, 1, line(), terms).unwrap_err(), CannotAllocate::WrongSide);
    let version = sale.lines[0].version.unwrap();
    assert_eq!(allocation::to_version(id, shop.date, open, version, terms).unwrap_err(), CannotAllocate::WrongSide);
}

#[test]
fn a_line_still_to_be_allocated_comes_back_beside_itself() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("X 10.00 | pay cash 10.00");
    expect![[r#"
        2026-07-31 refund
          10102/T     -10.00
          21108        10.00
        to be allocated, line 1: -10.00
        ! refund_of_unallocated, line 1: 10.00
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
    assert!(shop.balances.values().all(|balance| balance.is_zero()));
}

#[test]
fn an_owner_who_joined_since_is_charged_where_the_balance_moved_to() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("N 17.60 | pay cash 17.60");
    // Joining: Dr 21101/N · Cr 11401/N. The version's stakes now name the member's account.
    let joined = in_force(&shares('N', "85/10/5"), true);
    let of_n = shop.facts.grids[&grid('N')].unwrap();
    shop.facts.terms.versions.get_mut(&of_n).unwrap().stakes = joined.stakes;
    expect![[r#"
        2026-07-31 refund
          10102/T     -17.60
          11401/N      14.96
          21102/S       0.88
          50101         1.76
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces"));
}

#[test]
fn a_refund_that_names_nothing_is_impossible() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 10.00 | pay cash 10.00");
    let mut refused = |nth, text: &str| shop.refund(nth, back(text), true).unwrap_err();
    assert_eq!(refused(1, "line 2: 1.00"), ImpossibleRefund::NoSuchLine { line: 2 });
    assert_eq!(refused(1, "line 0: 1.00"), ImpossibleRefund::NoSuchLine { line: 0 });
    assert_eq!(refused(1, "line 1: -1.00"), ImpossibleRefund::Negative);
    assert_eq!(refused(1, "line 1: 1.00 | pay cash -1.00"), ImpossibleRefund::Negative);
    assert_eq!(refused(99, "line 1: 1.00"), ImpossibleRefund::Nothing);
    assert_eq!(refused(1, &["line 1: 0.01"; 201].join("|")), ImpossibleRefund::TooMany);
}

#[test]
fn half_of_an_odd_line_rounds_half_up_and_the_other_half_is_the_rest() {
    let mut shop = Shop::new("2026-07-31");
    shop.sells("A 0.10 x2 owner 0.05 | pay cash 0.15");
    assert!(shop.refunds(1, "line 1: 1 pieces").contains("10102/T      -0.08"));
    assert!(shop.refunds(1, "line 1: 1 pieces").contains("10102/T      -0.07"));
}

#[test]
fn what_comes_back_in_cash_is_rounded_to_a_coin_and_the_shop_bears_it() {
    let mut shop = Shop::new("2026-07-31");
    // Three for 4.47, of which 0.07 were rounded off: 1.47 is due for one, 1.50 is handed out.
    shop.sells("A 1.49 x3 | rounding 0.07 | pay cash 4.40");
    expect![[r#"
        2026-07-31 refund
          10102/T      -1.50
          11401/A       1.27
          21102/S       0.07
          50101         0.15
          52102         0.03
          52102        -0.02
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces | pay cash 1.50"));
    expect![[r#"
        2026-07-31 refund
          10102/T      -1.50
          11401/A       1.26
          21102/S       0.08
          50101         0.15
          52102         0.03
          52102        -0.02
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces | pay cash 1.50"));
    // The last is rounded down to what is left of the cash: the customer has what they paid, the shop bore nothing in the end.
    expect![[r#"
        2026-07-31 refund
          10102/T      -1.40
          11401/A       1.27
          21102/S       0.07
          50101         0.15
          52102        -0.09
    "#]]
    .assert_eq(&shop.refunds(1, "line 1: 1 pieces | pay cash 1.40"));
    assert!(shop.balances.values().all(|balance| balance.is_zero()));

    // A phone pays every fen: what differs there is no rounding.
    shop.sells("A 1.49 x3 | pay wechat 4.47");
    expect![[r#"
        2026-07-31 refund
          10901        -1.50
          11401/A       1.27
          21102/S       0.07
          21108         0.01
          50101         0.15
        to be allocated, line 0: -0.01
        ! refund_pays_other, line 0: 0.01
    "#]]
    .assert_eq(&shop.refunds(2, "line 1: 1 pieces | pay wechat 1.50"));
}
