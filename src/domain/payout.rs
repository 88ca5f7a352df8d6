//! What an owner is paid out: what is due, less rent that is owed as far as the limit lets it, and why somebody is left out.
//!
//! A payout is drafted, confirmed by the owner, signed by a helper or a guardian where the owner's support plan says so, and paid by the
//! treasurer: by people who are all different.

use super::{
    id::PersonId,
    money::{Minor, Overflow, Percent},
    reason::words,
};

words! {
    /// Why nobody is paid.
    Left {
        /// Nothing is due.
        NothingDue = "nothing_due",
        /// More came back than was sold: it is carried on, and never collected.
        Negative = "negative",
        /// What would be paid is below the minimum: it waits.
        BelowMinimum = "below_minimum",
        /// A payout is on its way already.
        OnItsWay = "on_its_way",
    }
}

words! {
    /// How much help an owner has with payouts. Nothing says why.
    Plan {
        /// The owner's own word is enough.
        Independent = "independent",
        /// A helper confirms as well.
        HelperConfirms = "helper_confirms",
        /// A guardian signs as well.
        GuardianCoSigns = "guardian_co_signs",
    }
}

words! {
    /// Why a payout was refused.
    NoReason {
        /// 金额不对
        WrongAmount = "wrong_amount",
        /// 现在不要
        NotNow = "not_now",
        /// 要换一种方式
        AnotherWay = "another_way",
        /// 别的
        Other = "other",
    }
}

words! {
    /// Why a paid payout did not arrive.
    Failure {
        /// 账号或户名不对
        WrongAccount = "wrong_account",
        /// 银行退回
        Returned = "returned",
        /// 没有交到本人手里
        NotHandedOver = "not_handed_over",
    }
}

words! {
    /// A step of a payout.
    Step {
        /// The owner agrees.
        Confirmed = "confirmed",
        /// Whoever helps the owner agrees.
        CoSigned = "co_signed",
        /// The owner or whoever helps says no.
        Refused = "refused",
        /// The office takes it back.
        Cancelled = "cancelled",
        /// It is paid.
        Paid = "paid",
        /// And did not arrive.
        Failed = "failed",
    }
}

words! {
    /// Where a payout stands.
    State {
        /// It waits for the owner.
        ForOwner = "for_owner",
        /// It waits for a helper or a guardian.
        ForCoSigner = "for_co_signer",
        /// It waits for the treasurer.
        ForTreasurer = "for_treasurer",
        /// It is paid.
        Paid = "paid",
        /// It was paid and did not arrive.
        Failed = "failed",
        /// Somebody said no.
        Refused = "refused",
        /// The office took it back.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Whether something is still to happen.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::ForOwner | Self::ForCoSigner | Self::ForTreasurer)
    }
}

/// What a cooperative agreed about payouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How much of what is due may go to rent that is owed.
    pub limit: Percent,
    /// Less than this is not paid, and waits.
    pub minimum: Minor,
}

impl Default for Terms {
    fn default() -> Self {
        let half = Percent::from_e6(Percent::HUNDRED.e6() / 2).unwrap_or_default();
        Self { limit: half, minimum: Minor::ZERO }
    }
}

/// What stands in the books for an owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// What is due to them.
    pub due: Minor,
    /// What they owe for rent.
    pub rent: Minor,
}

/// What is offered to an owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is due.
    pub due: Minor,
    /// What of it goes to rent.
    pub offset: Minor,
    /// What is paid.
    pub paid: Minor,
}

/// What an owner is offered, or why they are left out.
pub fn propose(terms: Terms, owed: Owed, on_its_way: bool) -> Result<Result<Offer, Left>, Overflow> {
    if on_its_way {
        return Ok(Err(Left::OnItsWay));
    }
    if owed.due.0 < 0 {
        return Ok(Err(Left::Negative));
    }
    if owed.due.is_zero() {
        return Ok(Err(Left::NothingDue));
    }
    let most = i128::from(owed.due.0) * i128::from(terms.limit.e6()) / i128::from(Percent::HUNDRED.e6());
    let most = i64::try_from(most).map(Minor).map_err(|_| Overflow)?;
    let offset = most.min(Minor(owed.rent.0.max(0)));
    let paid = owed.due.minus(offset)?;
    if paid < terms.minimum || paid.is_zero() {
        return Ok(Err(Left::BelowMinimum));
    }
    Ok(Ok(Offer { due: owed.due, offset, paid }))
}

/// How much help a payout of an amount needs: below the plan's threshold the owner's word is enough.
#[must_use]
pub fn help_needed(plan: Plan, threshold: Minor, paid: Minor) -> Plan {
    if paid < threshold { Plan::Independent } else { plan }
}

/// Where a payout stands, by its steps.
#[must_use]
pub fn state(help: Plan, steps: &[Step]) -> State {
    let has = |step| steps.contains(&step);
    if has(Step::Failed) {
        State::Failed
    } else if has(Step::Paid) {
        State::Paid
    } else if has(Step::Refused) {
        State::Refused
    } else if has(Step::Cancelled) {
        State::Cancelled
    } else if !has(Step::Confirmed) {
        State::ForOwner
    } else if help != Plan::Independent && !has(Step::CoSigned) {
        State::ForCoSigner
    } else {
        State::ForTreasurer
    }
}

/// Everybody whose hand is in a payout so far, each once.
#[must_use]
pub fn hands(signers: impl IntoIterator<Item = Option<PersonId>>) -> Vec<PersonId> {
    let mut hands: Vec<PersonId> = signers.into_iter().flatten().collect();
    hands.sort_unstable();
    hands.dedup();
    hands
}
