//! The events of the golden data that need only the domain, as receipts: basket in, journal out. Each entry is held to the
//! fixture, and shown here so that it can be read.

use expect_test::{Expect, expect};
use std::{collections::BTreeMap, fmt::Write as _};

use super::shop::{Shop, grid, shares, yuan};
use crate::domain::{
    allocation::{self, Open},
    cash::Effects,
    id::DocumentId,
    money::Minor,
    shift::{self, CashMovement, Count, Movement, TillsWord, Totals},
};

/// An event of the fixture as journal text, without its heading.
fn golden(event: &str) -> String {
    let fixture = include_str!("../../../tests/fixtures/golden-entries.csv");
    let mut text = String::new();
    for row in fixture.lines().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        if let [name, _, account, party, "CNY", amount] = fields[..]
            && name == event
        {
            let name = if party.is_empty() { account.to_owned() } else { format!("{account}/{party}") };
            writeln!(text, "  {name:<8} {amount:>9}").unwrap();
        }
    }
    assert!(!text.is_empty(), "{event} is not in the fixture");
    text
}

fn check(event: &str, journal: &str, receipt: &Expect) {
    receipt.assert_eq(journal);
    let legs: String = journal.split_inclusive('\n').filter(|line| line.starts_with("  ")).collect();
    assert_eq!(legs, golden(event), "{event}");
}

fn opens(shop: &mut Shop, counted: &str, brought: &str, balance: &str) -> String {
    let (counted, brought, balance) = (yuan(counted), yuan(brought), yuan(balance));
    let (opening, effects) = shift::open(shop.origin(), counted, Count::default(), brought, balance, Minor::ZERO).unwrap();
    shop.posts(opening.document(), "shift_opened", &effects)
}

/// A count of notes and coins: pieces by denomination in yuan.
fn count(pieces: &[(&str, i64)]) -> Count {
    Count(pieces.iter().map(|(note, pieces)| (yuan(note), *pieces)).collect())
}

fn closes(shop: &mut Shop, count: Count, expected: &str) -> (String, Effects) {
    let totals = Totals { float: yuan(expected), ..Totals::default() };
    let id = DocumentId(shop.next());
    let word = TillsWord { last_seq: 6, tenders: BTreeMap::new() };
    let (closing, effects) = shift::close(id, shop.origin(), count, &totals, &word).unwrap();
    (shop.posts(closing.document(), "shift_closed", &effects), effects)
}

fn moves(shop: &mut Shop, movement: Movement, amount: &str) -> String {
    let movement = CashMovement { id: DocumentId(shop.next()), origin: shop.origin(), movement, amount: yuan(amount) };
    shop.posts(movement.document(), movement.movement.slug(), &movement.effects().unwrap())
}

#[test]
fn the_story_of_a_day_and_a_refund_under_a_later_version() {
    let mut shop = Shop::new("2026-06-30");
    let opening = opens(&mut shop, "0.00", "200.00", "0.00");
    check(
        "E0",
        &opening,
        &expect![[r#"
        2026-06-30 shift_opened
          10101      -200.00
          10102/T     200.00
    "#]],
    );
    check(
        "E1",
        &shop.sells("A 23.50 | pay cash 50.00 | change 26.50"),
        &expect![[r#"
        2026-06-30 sale
          10102/T      23.50
          11401/A     -19.98
          21102/S      -1.17
          50101        -2.35
    "#]],
    );
    check(
        "E2",
        &shop.sells("A 12.80 | B 7.30 | off 2.00 | pay wechat 18.10"),
        &expect![[r#"
        2026-06-30 sale
          10901        18.10
          11401/A     -10.88
          11401/B      -6.21
          21102/S      -1.00
          50101        -2.01
          52102         2.00
    "#]],
    );
    check(
        "E3",
        &shop.sells("A 30.00 owner 10% | pay cash 27.00"),
        &expect![[r#"
        2026-06-30 sale
          10102/T      27.00
          11401/A     -22.95
          21102/S      -1.35
          50101        -2.70
    "#]],
    );
    check(
        "E4",
        &shop.sells("A 8.88 | rounding 0.08 | pay cash 8.80"),
        &expect![[r#"
        2026-06-30 sale
          10102/T       8.80
          11401/A      -7.54
          21102/S      -0.45
          50101        -0.89
          52102         0.08
    "#]],
    );

    shop.next_shift("2026-07-05");
    shop.agree('A', &shares('A', "88/9/3"));
    check(
        "E7",
        &shop.refunds(1, "line 1: 1 pieces"),
        &expect![[r#"
        2026-07-05 refund
          10102/T     -23.50
          11401/A      19.98
          21102/S       1.17
          50101         2.35
    "#]],
    );
    assert_eq!((shop.balance("10102", Some('T')), shop.balance("52102", None)), (yuan("235.80"), yuan("2.08")));
}

#[test]
fn a_shift_closes_short_or_over_and_no_stallholder_is_charged() {
    let mut shop = Shop::new("2026-07-31");
    let (short, _) = closes(&mut shop, count(&[("100.00", 2), ("10.00", 3), ("5.00", 1), ("0.10", 3)]), "235.80");
    check(
        "E16",
        &short,
        &expect![[r#"
        2026-07-31 shift_closed
          10102/T      -0.50
          52901         0.50
    "#]],
    );
    let (over, _) = closes(&mut shop, count(&[("100.00", 2), ("10.00", 3), ("5.00", 1), ("0.10", 13)]), "235.80");
    check(
        "E16over",
        &over,
        &expect![[r#"
        2026-07-31 shift_closed
          10102/T       0.50
          50201        -0.50
    "#]],
    );
}

#[test]
fn a_customer_rounds_up_for_charity() {
    let mut shop = Shop::new("2026-07-31");
    check(
        "E17",
        &shop.sells("N 17.60 | donation 0.40 | pay cash 18.00"),
        &expect![[r#"
        2026-07-31 sale
          10102/T      18.00
          21101/N     -14.96
          21102/S      -0.88
          21104        -0.40
          50101        -1.76
    "#]],
    );
}

#[test]
fn cash_moves_between_safe_and_drawer() {
    let mut shop = Shop::new("2026-07-31");
    check(
        "E24a",
        &moves(&mut shop, Movement::PayIn, "50.00"),
        &expect![[r#"
        2026-07-31 pay_in
          10101       -50.00
          10102/T      50.00
    "#]],
    );
    check(
        "E24b",
        &moves(&mut shop, Movement::PayOut(None), "12.50"),
        &expect![[r#"
        2026-07-31 pay_out
          10102/T     -12.50
          522          12.50
    "#]],
    );
    check(
        "E24c",
        &moves(&mut shop, Movement::Drop, "100.00"),
        &expect![[r#"
        2026-07-31 drop
          10101       100.00
          10102/T    -100.00
    "#]],
    );
}

#[test]
fn a_voucher_is_sold_and_used() {
    let mut shop = Shop::new("2026-07-31");
    check(
        "E25a",
        &shop.sells("voucher V1 30.00 | pay cash 30.00"),
        &expect![[r#"
        2026-07-31 sale
          10102/T      30.00
          21107       -30.00
        voucher V1 issued 30.00
    "#]],
    );
    check(
        "E25b",
        &shop.sells("A 30.00 | pay voucher V1 30.00"),
        &expect![[r#"
        2026-07-31 sale
          11401/A     -25.50
          21102/S      -1.50
          21107        30.00
          50101        -3.00
        voucher V1 used 30.00
    "#]],
    );
}

#[test]
fn half_a_line_comes_back_twice_and_nothing_remains() {
    let mut shop = Shop::new("2026-07-31");
    // Like E4's line: 8.88 rounded off to 8.80, parts 7.55/0.89/0.44.
    shop.sells("A 8.88 | rounding 0.08 | pay cash 8.80");
    check(
        "E27a",
        &shop.refunds(1, "line 1: 4.44"),
        &expect![[r#"
        2026-07-31 refund
          10102/T      -4.40
          11401/A       3.78
          21102/S       0.22
          50101         0.44
          52102        -0.04
    "#]],
    );
    check(
        "E27b",
        &shop.refunds(1, "line 1: 4.44"),
        &expect![[r#"
        2026-07-31 refund
          10102/T      -4.40
          11401/A       3.77
          21102/S       0.22
          50101         0.45
          52102        -0.04
    "#]],
    );
    assert!(shop.balances.values().all(|balance| balance.is_zero()), "{:?}", shop.balances);
}

#[test]
fn a_sale_that_nobody_owns_waits_and_finds_its_owner() {
    let mut shop = Shop::new("2026-07-31");
    check(
        "E28a",
        &shop.sells("X 9.90 | pay cash 9.90"),
        &expect![[r#"
        2026-07-31 sale
          10102/T       9.90
          21108        -9.90
        to be allocated, line 1: 9.90
        ! no_agreement, line 1: 9.90
    "#]],
    );

    let (of, item) = shop.open[0].clone();
    let open = Open { of, line: item.line, amount: item.amount, milli: item.milli };
    let version = shop.facts.grids[&grid('A')].unwrap();
    let id = DocumentId(shop.next());
    let (allocation, effects) = allocation::to_version(id, shop.date, open, version, &shop.facts.terms).unwrap();
    check(
        "E28b",
        &shop.posts(allocation.document(), "allocated", &effects),
        &expect![[r#"
        2026-07-31 allocated
          11401/A      -8.42
          21102/S      -0.49
          21108         9.90
          50101        -0.99
    "#]],
    );
}

#[test]
fn an_opening_counts_what_is_there_and_what_waits() {
    let mut shop = Shop::new("2026-07-31");
    expect![[r#"
        2026-07-31 shift_opened
          10101       100.00
          10102/T    -101.00
          52901         1.00
    "#]]
    .assert_eq(&opens(&mut shop, "199.00", "-100.00", "200.00"));
    // A quarantined sale of 8.00 lies in the drawer: it is not over.
    let (opening, effects) =
        shift::open(shop.origin(), yuan("108.00"), Count::default(), Minor::ZERO, yuan("100.00"), yuan("8.00")).unwrap();
    assert!(effects.postings.is_empty());
    assert_eq!((opening.difference, opening.float()), (Minor::ZERO, Ok(yuan("108.00"))));
}

#[test]
fn a_closing_leaves_out_what_waits_and_says_what_the_till_saw_otherwise() {
    let shop = Shop::new("2026-07-31");
    let totals = Totals {
        float: yuan("200.00"),
        cash_sales: yuan("60.00"),
        cash_refunds: yuan("10.00"),
        paid_in: yuan("50.00"),
        paid_out: yuan("12.50"),
        dropped: yuan("100.00"),
        counted_before: Minor(0),
        waiting: yuan("8.00"),
        tenders: [("cash".to_owned(), yuan("50.00")), ("wechat".to_owned(), yuan("18.10"))].into(),
    };
    assert_eq!(totals.expected(), Ok(yuan("187.50")));
    let word = TillsWord { last_seq: 5, tenders: [("cash".to_owned(), yuan("58.00"))].into() };
    let counted = count(&[("100.00", 1), ("5.00", 19), ("0.50", 1)]);
    let id = DocumentId(grid('A').0);
    let (closing, effects) = shift::close(id, shop.origin(), counted, &totals, &word).unwrap();
    assert_eq!((closing.counted, closing.difference), (yuan("195.50"), Minor::ZERO));
    assert!(effects.postings.is_empty());
    let said: Vec<_> = effects.warnings.iter().map(|warning| (warning.kind.slug(), warning.amount)).collect();
    let differ = "shift_totals_differ";
    assert_eq!(said, [("last_number_differs", Minor::ZERO), (differ, yuan("8.00")), (differ, yuan("-18.10"))]);
}
