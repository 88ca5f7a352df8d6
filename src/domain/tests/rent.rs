//! A month's rent: days, rounding, what a gift pays, and why there is none.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::shop::{person, yuan};
use crate::domain::{
    id::{ContractId, GridId, InstrumentId},
    money::Minor,
    office::{Agreed, Book, InstrumentKind},
    reason::Purpose,
    rent::{Contract, Gift, Met, Nothing, Planned, plan},
    time::{Date, Month, parse_date},
};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn july() -> Month {
    Month::parse("2026-07").unwrap()
}

fn contract(id: u128, from: &str, to: Option<&str>) -> Contract {
    Contract {
        id: ContractId(Uuid::from_u128(id)),
        grid: GridId(Uuid::from_u128(1)),
        owner: person('A'),
        begins_on: day(from),
        ends_on: to.map(day),
        rent: yuan("20.00"),
        by_days: true,
        met: Met::Charged,
        gift: None,
    }
}

fn gift(purpose: Purpose, received: &str) -> (InstrumentId, Gift) {
    let agreed = Agreed {
        kind: InstrumentKind::RestrictedGift,
        cap: None,
        purpose: Some(purpose),
        is_long: false,
        begins_on: day("2026-01-01"),
        ends_on: None,
    };
    (InstrumentId(Uuid::from_u128(9)), Gift { agreed, book: Book { received: yuan(received), ..Book::default() } })
}

fn told(planned: &[Planned]) -> Vec<(i64, Minor, Minor, Option<Nothing>)> {
    planned.iter().map(|plan| (plan.days, plan.charge, plan.drawn, plan.why)).collect()
}

#[test]
fn a_month_is_paid_by_its_days_half_up_or_whole() {
    let by_days = |from, to| plan(july(), &[(contract(1, from, to), false)], &mut BTreeMap::new()).unwrap()[0];
    let rents = [
        ("2026-01-01", None, 31, "20.00"),
        ("2026-07-31", None, 1, "0.65"),
        ("2026-07-10", Some("2026-07-10"), 1, "0.65"),
        ("2026-06-30", Some("2026-07-16"), 16, "10.32"),
        ("2026-07-02", Some("2026-08-05"), 30, "19.35"),
    ];
    for (from, to, days, rent) in rents {
        let planned = by_days(from, to);
        assert_eq!((planned.days, planned.charge, planned.why), (days, yuan(rent), None), "{from} {to:?}");
    }
    assert_eq!(by_days("2026-08-01", None).why, Some(Nothing::NotHeld));
    assert_eq!(by_days("2026-01-01", Some("2026-06-30")).why, Some(Nothing::NotHeld));
    let cheap = Contract { rent: Minor(1), ..contract(1, "2026-07-31", None) };
    assert_eq!(plan(july(), &[(cheap, false)], &mut BTreeMap::new()).unwrap()[0].why, Some(Nothing::TooFewDays));
    let whole = Contract { by_days: false, ..contract(1, "2026-07-31", None) };
    assert_eq!(plan(july(), &[(whole, false)], &mut BTreeMap::new()).unwrap()[0].charge, yuan("20.00"));
}

#[test]
fn nothing_is_charged_twice_or_where_it_is_waived() {
    let waived = Contract { met: Met::Waived, ..contract(1, "2026-01-01", None) };
    assert_eq!(told(&plan(july(), &[(waived, false)], &mut BTreeMap::new()).unwrap())[0].3, Some(Nothing::Waived));
    let before = Contract { by_days: false, ..contract(1, "2026-01-01", Some("2026-07-10")) };
    let after = contract(2, "2026-07-11", None);
    for charged in [false, true] {
        let planned = plan(july(), &[(before, charged), (after, false)], &mut BTreeMap::new()).unwrap();
        assert_eq!(planned[1].why, Some(Nothing::PaidBefore), "the whole month is the first one's");
    }
    let others = Contract { owner: person('B'), ..after };
    let planned = plan(july(), &[(before, true), (others, false)], &mut BTreeMap::new()).unwrap();
    assert_eq!((planned[0].why, planned[1].charge), (Some(Nothing::ChargedBefore), yuan("13.55")));
}

#[test]
fn a_gift_pays_what_is_left_of_it_and_only_rent() {
    let sponsored = |id| Contract {
        met: Met::Sponsored,
        gift: Some(gift(Purpose::Rent, "0.00").0),
        grid: GridId(Uuid::from_u128(id)),
        ..contract(id, "2026-01-01", None)
    };
    let contracts = [(sponsored(1), false), (sponsored(2), false), (sponsored(3), false)];
    let mut gifts = BTreeMap::from([gift(Purpose::Rent, "30.00")]);
    let drawn: Vec<Minor> = plan(july(), &contracts, &mut gifts).unwrap().iter().map(|plan| plan.drawn).collect();
    assert_eq!(drawn, [yuan("20.00"), yuan("10.00"), Minor::ZERO]);
    assert!(gifts.values().all(|gift| gift.book.left().is_zero()));
    let mut gifts = BTreeMap::from([gift(Purpose::Training, "30.00")]);
    assert!(plan(july(), &contracts, &mut gifts).unwrap().iter().all(|plan| plan.drawn.is_zero() && plan.charge == yuan("20.00")));
}
