//! What is offered to an owner, who is left out, and where a payout stands.

use super::shop::yuan;
use crate::domain::{
    money::{Minor, Percent},
    payout::{Left, Offer, Owed, Plan, State, Step, Terms, help_needed, propose, state},
};

fn offer(terms: Terms, due: i64, rent: i64) -> Result<(i64, i64), Left> {
    let owed = Owed { due: Minor(due), rent: Minor(rent) };
    propose(terms, owed, false).unwrap().map(|Offer { offset, paid, .. }| (offset.0, paid.0))
}

#[test]
fn rent_takes_the_floor_of_half_and_no_more() {
    let half = Terms::default();
    assert_eq!(offer(half, 4857, 2000), Ok((2000, 2857)));
    assert_eq!(offer(half, 4857, 9000), Ok((2428, 2429)), "the floor of 24.285");
    assert_eq!(offer(half, 4857, -100), Ok((0, 4857)), "rent paid ahead is not paid out");
    assert_eq!(offer(half, 1, 100), Ok((0, 1)));
    let whole = Terms { limit: Percent::HUNDRED, ..half };
    assert_eq!(offer(whole, 2000, 1999), Ok((1999, 1)));
    assert_eq!(offer(whole, 2000, 2000), Err(Left::BelowMinimum), "there is nothing to pay");
    let none = Terms { limit: Percent::default(), ..half };
    assert_eq!(offer(none, 2000, 2000), Ok((0, 2000)));
}

#[test]
fn who_is_left_out_is_told_why() {
    let terms = Terms { minimum: yuan("10.00"), ..Terms::default() };
    assert_eq!(offer(terms, 0, 0), Err(Left::NothingDue));
    assert_eq!(offer(terms, -1, 0), Err(Left::Negative));
    assert_eq!(offer(terms, 999, 0), Err(Left::BelowMinimum));
    assert_eq!(offer(terms, 1000, 0), Ok((0, 1000)));
    assert_eq!(offer(terms, 1000, 1), Err(Left::BelowMinimum), "what is paid counts, not what is due");
    let owed = Owed { due: Minor(5000), rent: Minor::ZERO };
    assert_eq!(propose(terms, owed, true).unwrap(), Err(Left::OnItsWay));
}

#[test]
fn a_payout_goes_from_hand_to_hand() {
    use Step::{Cancelled, CoSigned, Confirmed, Failed, Paid, Refused};
    let alone = |steps: &[Step]| state(Plan::Independent, steps);
    let guarded = |steps: &[Step]| state(Plan::GuardianCoSigns, steps);
    assert_eq!([alone(&[]), guarded(&[]), guarded(&[CoSigned])], [State::ForOwner; 3], "the owner's own word comes first");
    assert_eq!((alone(&[Confirmed]), guarded(&[Confirmed])), (State::ForTreasurer, State::ForCoSigner));
    assert_eq!(guarded(&[Confirmed, CoSigned]), State::ForTreasurer);
    assert_eq!(guarded(&[Confirmed, CoSigned, Paid]), State::Paid);
    assert_eq!(guarded(&[Confirmed, CoSigned, Paid, Failed]), State::Failed);
    assert_eq!((guarded(&[Confirmed, Refused]), alone(&[Cancelled])), (State::Refused, State::Cancelled));
    assert!(State::ALL.iter().filter(|state| state.is_open()).count() == 3);
    assert_eq!(help_needed(Plan::GuardianCoSigns, yuan("100.00"), yuan("99.99")), Plan::Independent);
    assert_eq!(help_needed(Plan::GuardianCoSigns, yuan("100.00"), yuan("100.00")), Plan::GuardianCoSigns);
}
