//! What the office puts into the books, as receipts: what is asked for in, entries and refusals out.

use expect_test::{Expect, expect};
use std::fmt::Write as _;

use super::shop::{entry, lines, person, show, yuan};
use crate::domain::{
    id::{DocumentId, InstrumentId},
    money::Minor,
    office::{
        Agreed, Book, CannotPost, Event, EventKind, Held, Instalment, InstrumentKind, NoInstrument, Through, check_new, check_reversal,
        give_back, is_long, receive, reversed_book, settle, spend, waive,
    },
    reason::Purpose,
    time::{Date, parse_date},
};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn agreed(kind: InstrumentKind, cap: Option<&str>, purpose: Option<Purpose>) -> Agreed {
    Agreed { kind, cap: cap.map(yuan), purpose, is_long: false, begins_on: day("2026-01-01"), ends_on: Some(day("2026-12-31")) }
}

fn event(kind: EventKind, amount: Minor, code: &'static str) -> Event {
    let id = uuid::Uuid::from_u128(7);
    let (instrument, party) = (Some(InstrumentId(id)), Some(person('S')));
    let through = Some(Through::Bank).filter(|_| kind.moves_money());
    Event {
        id: DocumentId(id),
        kind,
        day: day("2026-07-31"),
        instrument,
        party,
        through,
        amount,
        code,
        paper: None,
        reverses: None,
        subject: None,
        lines: Vec::new(),
    }
}

/// One step under an agreement: `in 200.00`, `back 50.00`, `spend rent 10.00`, `waive`, `reverse loan_repaid 50.00`.
fn step(agreed: &Agreed, book: Book, text: &str) -> Result<(EventKind, Minor, &'static str, Book), CannotPost> {
    let words: Vec<&str> = text.split(' ').collect();
    match words[..] {
        ["in", amount] => receive(agreed, book, day("2026-07-31"), yuan(amount)).map(|(kind, book)| (kind, yuan(amount), "", book)),
        ["back", amount] => give_back(agreed, book, yuan(amount)).map(|(kind, book)| (kind, yuan(amount), "", book)),
        ["spend", purpose, amount] => {
            let purpose = Purpose::parse(purpose).unwrap();
            spend(agreed, book, purpose, yuan(amount)).map(|book| (EventKind::GiftSpent, yuan(amount), purpose.slug(), book))
        }
        ["waive"] => waive(agreed, book).map(|(rest, book)| (EventKind::LoanWaived, rest, "", book)),
        _ => panic!("{text}"),
    }
}

/// A story under an agreement.
fn check(agreed: &Agreed, story: &[&str], receipt: &Expect) {
    let (mut book, mut waived, mut out) = (Book::default(), false, String::new());
    for text in story {
        if let Some((kind, amount)) = text.strip_prefix("reverse ").and_then(|rest| rest.split_once(' ')) {
            let kind = EventKind::parse(kind).unwrap();
            match reversed_book(kind, yuan(amount), book, waived) {
                Ok(after) => {
                    book = after;
                    waived &= kind != EventKind::LoanWaived;
                    writeln!(out, "{text}: left {}", show(book.left())).unwrap();
                }
                Err(cannot) => writeln!(out, "{text}: {cannot}").unwrap(),
            }
            continue;
        }
        match step(agreed, book, text) {
            Ok((kind, amount, code, after)) => {
                book = after;
                waived |= kind == EventKind::LoanWaived;
                let postings = event(kind, amount, code).postings(agreed.account()).unwrap();
                let entry = entry(day("2026-07-31"), &postings).unwrap();
                let legs = lines(&entry);
                let legs = legs.split_once('\n').unwrap().1;
                write!(out, "{}, left {}\n{legs}", kind.slug(), show(book.left())).unwrap();
            }
            Err(cannot) => writeln!(out, "{text}: {cannot}").unwrap(),
        }
    }
    receipt.assert_eq(&out);
}

#[test]
fn a_loan_comes_in_goes_back_and_is_waived() {
    check(
        &agreed(InstrumentKind::Loan, Some("3000.00"), None),
        &[
            "back 1.00",
            "waive",
            "in 2000.00",
            "in 1000.01",
            "in 1000.00",
            "back 500.00",
            "back 2500.01",
            "spend rent 1.00",
            "waive",
            "back 0.01",
            "reverse loan_repaid 500.00",
            "reverse loan_received 1000.00",
            "reverse loan_waived 2500.00",
            "reverse loan_repaid 500.00",
            "reverse loan_received 1000.00",
        ],
        &expect![[r#"
            back 1.00: that is more than there is
            waive: nothing is left of it
            loan_received, left 2000.00
              102        2000.00
              20101/S   -2000.00
            in 1000.01: that is more than was agreed
            loan_received, left 3000.00
              102        1000.00
              20101/S   -1000.00
            loan_repaid, left 2500.00
              102        -500.00
              20101/S     500.00
            back 2500.01: that is more than there is
            spend rent 1.00: only a restricted gift is spent on its purpose
            loan_waived, left 0.00
              20101/S    2500.00
              31101/S   -2500.00
            back 0.01: that is more than there is
            reverse loan_repaid 500.00: the rest of this loan was waived since: reverse that first
            reverse loan_received 1000.00: the rest of this loan was waived since: reverse that first
            reverse loan_waived 2500.00: left 2500.00
            reverse loan_repaid 500.00: left 3000.00
            reverse loan_received 1000.00: left 2000.00
        "#]],
    );
}

#[test]
fn a_restricted_gift_is_spent_on_its_purpose_and_never_beyond_what_came_in() {
    check(
        &agreed(InstrumentKind::RestrictedGift, None, Some(Purpose::Training)),
        &[
            "spend training 0.01",
            "in 1000.00",
            "spend rent 400.00",
            "spend training 400.00",
            "spend training 600.01",
            "back 1.00",
            "reverse gift_received 1000.00",
            "reverse gift_spent 400.00",
            "reverse gift_received 1000.00",
            "spend training 0.01",
        ],
        &expect![[r#"
            spend training 0.01: that is more than there is
            gift_received, left 1000.00
              102        1000.00
              21105/S   -1000.00
            spend rent 400.00: this gift was given for something else
            gift_spent, left 600.00
              102        -400.00
              21105/S     400.00
              50202      -400.00
              522         400.00
            spend training 600.01: that is more than there is
            back 1.00: only a loan is paid back and only share capital is withdrawn
            reverse gift_received 1000.00: that is more than there is
            reverse gift_spent 400.00: left 1000.00
            reverse gift_received 1000.00: left 0.00
            spend training 0.01: that is more than there is
        "#]],
    );
}

#[test]
fn capital_is_paid_in_parts_up_to_what_was_subscribed_and_withdrawn() {
    check(
        &agreed(InstrumentKind::ShareCapital, Some("5000.00"), None),
        &["in 2000.00", "in 3000.01", "in 3000.00", "back 5000.01", "back 5000.00", "reverse capital_paid_in 2000.00", "waive"],
        &expect![[r#"
            capital_paid_in, left 2000.00
              102        2000.00
              30102/S   -2000.00
            in 3000.01: that is more than was agreed
            capital_paid_in, left 5000.00
              102        3000.00
              30102/S   -3000.00
            back 5000.01: that is more than there is
            capital_withdrawn, left 0.00
              102       -5000.00
              30102/S    5000.00
            reverse capital_paid_in 2000.00: that is more than there is
            waive: only a loan is waived
        "#]],
    );
}

#[test]
fn goods_training_and_shares_of_sales_bring_no_money() {
    for kind in [InstrumentKind::GoodsGift, InstrumentKind::GoodsAtCost, InstrumentKind::ShareOfSales, InstrumentKind::Training] {
        let terms = agreed(kind, None, None);
        assert_eq!(receive(&terms, Book::default(), day("2026-07-31"), yuan("1.00")), Err(CannotPost::BringsNoMoney));
        assert_eq!(terms.account(), None);
    }
    let gift = agreed(InstrumentKind::Gift, None, None);
    assert_eq!(receive(&gift, Book::default(), day("2027-01-01"), yuan("1.00")), Err(CannotPost::Ended));
    assert_eq!(gift.check_begun(day("2025-12-31")), Err(CannotPost::NotBegun));
}

#[test]
fn terms_hang_together() {
    let loan = agreed(InstrumentKind::Loan, Some("300.00"), None);
    let plan = |days: &[(&str, &str)]| -> Vec<Instalment> {
        days.iter().map(|(due, amount)| Instalment { due_on: day(due), amount: yuan(amount) }).collect()
    };
    let good = plan(&[("2026-06-30", "100.00"), ("2027-01-01", "200.00")]);
    assert_eq!(check_new(&loan, &good), Ok(()));
    assert!(!is_long(loan.begins_on, &good), "a year to the day is short");
    assert!(is_long(loan.begins_on, &plan(&[("2027-01-02", "300.00")])));
    assert!(!is_long(loan.begins_on, &[]));
    for wrong in [
        plan(&[("2026-06-30", "100.00"), ("2026-12-31", "200.01")]),
        plan(&[("2026-12-31", "100.00"), ("2026-06-30", "200.00")]),
        plan(&[("2026-01-01", "300.00")]),
    ] {
        assert_eq!(check_new(&loan, &wrong), Err(NoInstrument::Instalments));
    }
    assert_eq!(check_new(&agreed(InstrumentKind::Gift, None, None), &good), Err(NoInstrument::Schedule));
    assert_eq!(check_new(&agreed(InstrumentKind::Loan, None, None), &[]), Err(NoInstrument::WithoutSum));
    assert_eq!(check_new(&agreed(InstrumentKind::ShareCapital, None, None), &[]), Err(NoInstrument::WithoutSum));
    assert_eq!(check_new(&agreed(InstrumentKind::RestrictedGift, None, None), &[]), Err(NoInstrument::Purpose));
    assert_eq!(check_new(&agreed(InstrumentKind::Gift, None, Some(Purpose::Rent)), &[]), Err(NoInstrument::Purpose));
    let backwards = Agreed { ends_on: Some(day("2025-12-31")), ..loan };
    assert_eq!(check_new(&backwards, &[]), Err(NoInstrument::Days));
}

#[test]
fn what_is_taken_was_there_and_what_is_undone_leaves_it_there() {
    let five = Held(yuan("5.00"));
    for kind in EventKind::ALL.iter().copied().filter(|kind| kind.held_on().is_some()) {
        let adds = [EventKind::DepositTaken, EventKind::MemberCapitalPaidIn, EventKind::RentCharged].contains(&kind);
        let beyond = Err(CannotPost::BeyondHeld { held: five.0 });
        assert_eq!(settle(kind, yuan("5.00"), five), Ok(()), "{kind:?}");
        assert_eq!(settle(kind, yuan("5.01"), five), if adds { Ok(()) } else { beyond }, "{kind:?}");
        assert_eq!(check_reversal(kind, yuan("5.00"), five), Ok(()), "{kind:?}");
        assert_eq!(check_reversal(kind, yuan("5.01"), five), if adds { beyond } else { Ok(()) }, "{kind:?}");
    }
    assert_eq!(settle(EventKind::RentPaid, yuan("0.01"), Held(Minor(-1))), Err(CannotPost::BeyondHeld { held: Minor::ZERO }));
    assert_eq!(check_reversal(EventKind::Reversal, yuan("1.00"), five), Err(CannotPost::NeverReversed));
    assert_eq!(reversed_book(EventKind::Reversal, yuan("1.00"), Book::default(), false), Err(CannotPost::NeverReversed));
}
