//! What the books refuse: entries that do not balance, agreements that do not sum, hashes and instants that are none.

use uuid::Uuid;

use super::shop::{grid, instrument, person, shares};
use crate::domain::{
    account::{Chart, NoAccount, Role},
    agreement::{NotAVersion, check, check_effective},
    chain::{Canon, Hash},
    entry::{Document, Entry, Heading, NotAnEntry, Posting, Postings},
    id::{CommandId, CoopId, DocumentId},
    money::{Minor, Overflow, Percent, Quantity, Unit},
    time::{Ts, parse_date},
};

fn heading(kind: &str) -> Heading {
    let id = |number| Uuid::from_u128(number);
    Heading {
        coop: CoopId(id(1)),
        date: parse_date("2026-06-30").unwrap(),
        kind: kind.to_owned(),
        document: Document { id: DocumentId(id(2)), hash: Hash::ZERO },
        command: CommandId(id(3)),
        memo: String::new(),
    }
}

/// `10102/T 23.50` in fen of CNY, or minutes where the account is a memo one.
fn leg(account: &str, party: Option<char>, amount: i64) -> Posting {
    let unit = if account.starts_with('9') { "MIN" } else { "CNY" };
    let party = party.map(|letter| person(letter).0);
    Posting { account: account.to_owned(), party, unit: unit.to_owned(), amount: Minor(amount) }
}

fn balanced(legs: &[Posting]) -> Result<Entry, NotAnEntry> {
    Entry::balanced(heading("test"), legs.to_vec())
}

#[test]
fn an_entry_that_does_not_balance_cannot_be_built() {
    let unbalanced = |unit: &str, difference| NotAnEntry::Unbalanced { unit: unit.to_owned(), difference };
    assert_eq!(balanced(&[]), Err(NotAnEntry::TooFewPostings));
    assert_eq!(balanced(&[leg("102", None, 5)]), Err(NotAnEntry::TooFewPostings));
    assert_eq!(balanced(&[leg("102", None, 0), leg("522", None, 0)]), Err(NotAnEntry::TooFewPostings));
    assert_eq!(balanced(&[leg("102", None, 5), leg("522", None, -4)]), Err(unbalanced("CNY", 1)));
    // Minutes do not pay for money.
    assert_eq!(balanced(&[leg("102", None, 5), leg("9010", None, -5)]), Err(unbalanced("CNY", 5)));
    assert_eq!(balanced(&[leg("102", None, i64::MAX), leg("102", None, 1)]), Err(NotAnEntry::Overflow(Overflow)));
    // Sums of a unit are wider than one amount: this differs by more than 64 bits hold.
    let far = balanced(&[leg("102", None, i64::MAX), leg("522", None, i64::MAX)]);
    assert_eq!(far, Err(unbalanced("CNY", 2 * i128::from(i64::MAX))));
}

#[test]
fn postings_are_merged_per_side_never_netted_and_put_in_order() {
    let entry = balanced(&[
        leg("9010", Some('S'), -180),
        leg("522", None, 5),
        leg("11401", Some('B'), -2),
        leg("11401", Some('A'), -7),
        leg("11401", None, -1),
        leg("10102", Some('T'), -4),
        leg("10102", Some('T'), 6),
        leg("10102", Some('T'), 3),
        leg("102", None, 0),
        leg("9011", None, 180),
    ])
    .unwrap();
    let order = [
        leg("10102", Some('T'), 9),
        leg("10102", Some('T'), -4),
        leg("11401", None, -1),
        leg("11401", Some('A'), -7),
        leg("11401", Some('B'), -2),
        leg("522", None, 5),
        leg("9010", Some('S'), -180),
        leg("9011", None, 180),
    ];
    assert_eq!(entry.postings(), order);
}

#[test]
fn a_reversal_says_what_it_undoes_and_leaves_nothing() {
    let entry = balanced(&[leg("10102", Some('T'), 9), leg("10102", Some('T'), -4), leg("50101", None, -5)]).unwrap();
    let reversal = entry.reversal(17, heading("reversal")).unwrap();
    assert_eq!((reversal.reverses, reversal.kind.as_str(), entry.reverses), (Some(17), "reversal", None));
    for posting in entry.postings() {
        let undone = Posting { amount: posting.amount.negated().unwrap(), ..posting.clone() };
        assert!(reversal.postings().contains(&undone), "{posting:?}");
    }
    assert_eq!(entry.postings().len(), reversal.postings().len());
    let all = entry.postings().iter().chain(reversal.postings());
    assert_eq!(Minor::sum(all.map(|posting| posting.amount)), Ok(Minor::ZERO));
}

#[test]
fn a_chart_without_the_account_makes_no_entry() {
    let mut postings = Postings::default();
    assert!(postings.is_empty());
    postings.debit(Role::Drawer, None, Minor::ZERO);
    assert!(postings.is_empty());
    postings.debit(Role::Drawer, None, Minor(5)).credit(Role::Commission, None, Minor(5)).unwrap();
    let chart = Chart::new([(Role::Drawer, "10102".to_owned())]);
    assert_eq!(postings.entry(heading("test"), &chart, "CNY"), Err(NotAnEntry::NoAccount(NoAccount(Role::Commission))));
    assert_eq!(postings.credit(Role::Drawer, None, Minor(i64::MIN)), Err(Overflow));
}

#[test]
fn a_version_sums_to_a_hundred_names_each_party_once_and_falls_back_to_an_uncapped_share() {
    assert_eq!(check(&shares('A', "85/10/5")), Ok(()));
    assert_eq!(check(&shares('A', "33.333333/33.333333/33.333334")), Ok(()));
    assert_eq!(check(&[]), Err(NotAVersion::HowMany));
    assert_eq!(check(&shares('A', "5/5/5/5/5/5/5/5/5/5/5/5/5/5/5/5/5/5/5/4/1")), Err(NotAVersion::HowMany));
    assert_eq!(check(&shares('A', "85/10/4.999999")).unwrap_err().to_string(), "the shares sum to 99.999999 %, not to 100 %");

    let mut twice = shares('A', "85/10/5");
    twice[2].party = twice[0].party;
    assert_eq!(check(&twice), Err(NotAVersion::Twice(3)));

    let mut capped = shares('A', "85/10/5");
    (capped[2].instrument, capped[2].fallback) = (Some(instrument('S')), 1);
    assert_eq!(check(&capped), Ok(()));
    for nowhere in [2, 3] {
        capped[2].fallback = nowhere;
        assert_eq!(check(&capped), Err(NotAVersion::BadFallback(3)));
    }
}

#[test]
fn a_later_version_waits_for_tomorrow() {
    let (today, tomorrow) = (parse_date("2026-06-30").unwrap(), parse_date("2026-07-01").unwrap());
    assert_eq!(check_effective(today, true, tomorrow), Ok(()));
    assert_eq!(check_effective(today, false, today), Err(NotAVersion::TooEarly));
    assert_eq!(check_effective(tomorrow, false, today), Ok(()));
}

#[test]
fn a_hash_is_sixty_four_hexadecimal_digits() {
    let hash = Hash::of(b"gezi");
    assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
    assert_eq!(Hash::parse(&"+f".repeat(32)), None);
    assert_eq!(Hash::parse(&"0".repeat(63)), None);
    assert_eq!(Hash::parse(&"é".repeat(32)), None);
}

#[test]
fn canonical_fields_cannot_run_into_each_other() {
    let hash = |fields: &[&str]| fields.iter().fold(Canon::default(), |mut canon, field| canon.text(field).clone()).hash();
    assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    assert_ne!(hash(&["a"]), hash(&["a", ""]));
    // The edition byte, then length and field.
    assert_eq!(hash(&["a"]), Hash::of(&[1, 0, 0, 0, 1, b'a']));
    assert_ne!(Canon::default().maybe_id(None).hash(), Canon::default().maybe_id(Some(grid('A').0)).hash());
}

#[test]
fn money_from_outside_is_plain_digits() {
    use crate::domain::money::NotMoney::{Digits, NotDigits, Sign, TooLarge};
    let two = Digits { expected: 2 };
    let refused = [
        ("12.5", two),
        ("1.000", two),
        ("12", two),
        ("12.", two),
        ("+1.00", Sign),
        ("-0.01", Sign),
        ("−1.00", Sign),
        ("1e3", NotDigits),
        ("1e3.00", NotDigits),
        ("1,000.00", NotDigits),
        ("１２.５０", NotDigits),
        ("12.５0", NotDigits),
        ("¥1.00", NotDigits),
        (" 1.00", NotDigits),
        ("1.0.0", NotDigits),
        ("0x1.00", NotDigits),
        ("007.00", NotDigits),
        ("", NotDigits),
        ("100000000000.01", TooLarge),
        ("99999999999999.00", TooLarge),
        ("99999999999999999999999999.00", TooLarge),
    ];
    for (text, why) in refused {
        assert_eq!(Unit::cny().parse(text), Err(why), "{text}");
    }
    let minutes = Unit { code: "MIN".to_owned(), exponent: 0 };
    assert_eq!(
        (minutes.parse("180"), minutes.parse("180."), minutes.format(Minor(180))),
        (Ok(Minor(180)), Err(NotDigits), "180".to_owned())
    );
}

#[test]
fn quantities_and_percentages_are_plain_digits_too() {
    for text in ["", ".", "1.", ".5", "+1", "-1", "1e3", "１", "0", "0.000", "1.2345", "1000000", "1.2.3", "99999999999999999999999"] {
        assert!(Quantity::parse(text).is_err(), "{text}");
    }
    let milli = |text| Quantity::parse(text).map(Quantity::milli);
    assert_eq!((milli("2"), milli("0.005"), milli("1.25"), milli("999999.999")), (Ok(2000), Ok(5), Ok(1250), Ok(999_999_999)));
    for text in ["", "100.000001", "101", "-5", "+5", "5%", "1e1", ".5", "1.1234567", "５"] {
        assert!(Percent::parse(text).is_err(), "{text}");
    }
    let e6 = |text| Percent::parse(text).map(Percent::e6);
    assert_eq!((e6("85"), e6("100"), e6("0"), e6("0.000001"), e6("12.5")), (Ok(85_000_000), Ok(100_000_000), Ok(0), Ok(1), Ok(12_500_000)));
}

#[test]
fn no_instant_is_too_far_away_to_have_a_day() {
    for micros in [i64::MIN, i64::MAX, 8_210_266_876_799_999_999, -8_334_601_228_800_000_000] {
        for zone in [chrono_tz::Asia::Shanghai, chrono_tz::America::New_York] {
            let far = Ts(micros);
            let _ = (far.day_in(zone), far.local_text(zone), far.rfc3339(), far.plus_seconds(i64::MAX).day_in(zone));
        }
    }
}
