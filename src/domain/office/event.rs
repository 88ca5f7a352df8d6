//! An event of the office: its kinds, what each moves, and the document behind its entry.

use uuid::Uuid;

use crate::domain::{
    account::Role,
    chain::{Canon, Hash},
    entry::{Document, Postings},
    id::{DocumentId, InstrumentId, PersonId},
    money::{Minor, Overflow},
    reason::{Bill, Purpose, ReversalReason, words},
    time::Date,
};

words! {
    /// Where money comes to, or goes from.
    Through {
        /// The safe.
        Safe = "safe",
        /// The bank.
        Bank = "bank",
    }
}

impl Through {
    /// Its account.
    #[must_use]
    pub const fn account(self) -> Role {
        match self {
            Self::Safe => Role::Safe,
            Self::Bank => Role::Bank,
        }
    }
}

words! {
    /// What happened.
    EventKind {
        /// E11: a love shareholder pays on subscribed share capital.
        CapitalPaidIn = "capital_paid_in",
        /// E11: and takes it back.
        CapitalWithdrawn = "capital_withdrawn",
        /// E12: an interest-free loan comes in.
        LoanReceived = "loan_received",
        /// E12: and is paid back.
        LoanRepaid = "loan_repaid",
        /// E35: its lender waives the rest.
        LoanWaived = "loan_waived",
        /// E13: a gift, restricted or not.
        GiftReceived = "gift_received",
        /// E13: a restricted gift is spent on its purpose.
        GiftSpent = "gift_spent",
        /// E30: a supporter's share of sales is paid.
        SharePaid = "share_paid",
        /// E30: a supporter's share of sales becomes a gift.
        ShareRedonated = "share_redonated",
        /// E31: customers' donations are passed on.
        DonationsPassedOn = "donations_passed_on",
        /// E32: cash is brought to the bank.
        CashBanked = "cash_banked",
        /// E8: a month's rent of a grid.
        RentCharged = "rent_charged",
        /// E8b: a supporter's restricted gift pays it.
        RentSponsored = "rent_sponsored",
        /// E9: a provider pays out what customers paid through it.
        ProviderSettled = "provider_settled",
        /// E10: what is due to an owner is paid out.
        PayoutPaid = "payout_paid",
        /// E33: an owner pays rent.
        RentPaid = "rent_paid",
        /// E33: rent is waived after it was charged.
        RentWaived = "rent_waived",
        /// E34: a member pays share capital in.
        MemberCapitalPaidIn = "member_capital_paid_in",
        /// E34: and takes it back.
        MemberCapitalWithdrawn = "member_capital_withdrawn",
        /// E38: a bill is paid.
        BillPaid = "bill_paid",
        /// E19: a deposit is taken.
        DepositTaken = "deposit_taken",
        /// E19: and given back.
        DepositReturned = "deposit_returned",
        /// E26: the opening balances.
        OpeningBalances = "opening_balances",
        /// What no event covers.
        ManualEntry = "manual_entry",
        /// An entry is undone.
        Reversal = "reversal",
    }
}

/// What an event does to what is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// More is held after it.
    Adds,
    /// Less is held after it.
    Takes,
    /// It only moves the cooperative's own.
    Neither,
}

/// One side of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// The safe or the bank.
    Money,
    /// Where the money of the agreement stands.
    Agreed,
    /// An account of the cooperative itself.
    Own(Role),
    /// Somebody's part of an account.
    Theirs(Role),
}

impl EventKind {
    /// Debit and credit.
    const fn sides(self) -> (Side, Side) {
        use Side::{Agreed, Money, Own, Theirs};
        match self {
            Self::CapitalPaidIn | Self::LoanReceived | Self::GiftReceived => (Money, Agreed),
            Self::CapitalWithdrawn | Self::LoanRepaid => (Agreed, Money),
            Self::LoanWaived => (Agreed, Theirs(Role::GiftFund)),
            Self::GiftSpent => (Agreed, Own(Role::GiftsReleased)),
            Self::SharePaid => (Theirs(Role::SupporterPayable), Money),
            Self::ShareRedonated => (Theirs(Role::SupporterPayable), Theirs(Role::RedonatedFund)),
            Self::DonationsPassedOn => (Own(Role::DonationsHeld), Money),
            Self::CashBanked => (Own(Role::Bank), Own(Role::Safe)),
            Self::RentCharged => (Theirs(Role::MemberReceivable), Own(Role::GridRent)),
            Self::RentPaid => (Money, Theirs(Role::MemberReceivable)),
            Self::RentWaived => (Own(Role::GridRent), Theirs(Role::MemberReceivable)),
            Self::MemberCapitalPaidIn => (Money, Theirs(Role::MemberCapital)),
            Self::MemberCapitalWithdrawn => (Theirs(Role::MemberCapital), Money),
            Self::BillPaid => (Own(Role::Administration), Money),
            Self::DepositTaken => (Money, Theirs(Role::DepositsHeld)),
            Self::DepositReturned => (Theirs(Role::DepositsHeld), Money),
            // Their legs are their own lines, or those of the entry that is reversed, on the other side.
            Self::RentSponsored | Self::ProviderSettled | Self::PayoutPaid | Self::OpeningBalances | Self::ManualEntry | Self::Reversal => {
                (Money, Money)
            }
        }
    }

    /// What it does to what is held: on the agreement, or on the account that [`Self::held_on`] names.
    #[must_use]
    pub const fn flow(self) -> Flow {
        match self {
            Self::CapitalPaidIn
            | Self::LoanReceived
            | Self::GiftReceived
            | Self::RentCharged
            | Self::MemberCapitalPaidIn
            | Self::DepositTaken => Flow::Adds,
            Self::CashBanked
            | Self::BillPaid
            | Self::ProviderSettled
            | Self::PayoutPaid
            | Self::OpeningBalances
            | Self::ManualEntry
            | Self::Reversal => Flow::Neither,
            _ => Flow::Takes,
        }
    }

    /// The account on which it is held what this event adds to or takes from, where that is no agreement's.
    #[must_use]
    pub const fn held_on(self) -> Option<Role> {
        match self {
            Self::SharePaid | Self::ShareRedonated => Some(Role::SupporterPayable),
            Self::DonationsPassedOn => Some(Role::DonationsHeld),
            Self::RentCharged | Self::RentPaid | Self::RentWaived => Some(Role::MemberReceivable),
            Self::MemberCapitalPaidIn | Self::MemberCapitalWithdrawn => Some(Role::MemberCapital),
            Self::DepositTaken | Self::DepositReturned => Some(Role::DepositsHeld),
            _ => None,
        }
    }

    /// The word of a slug in the list that the kind takes its codes from.
    #[must_use]
    pub fn code(self, slug: &str) -> Option<&'static str> {
        match self {
            _ if slug.is_empty() => Some(""),
            Self::GiftSpent => Purpose::parse(slug).map(Purpose::slug),
            Self::BillPaid => Bill::parse(slug).map(Bill::slug),
            Self::Reversal => ReversalReason::parse(slug).map(ReversalReason::slug),
            _ => None,
        }
    }

    /// Whether the safe or the bank is asked for.
    #[must_use]
    pub fn moves_money(self) -> bool {
        let (debit, credit) = self.sides();
        self == Self::GiftSpent || (debit == Side::Money) != (credit == Side::Money)
    }
}

/// The document of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which.
    pub id: DocumentId,
    /// What happened.
    pub kind: EventKind,
    /// The entry's day.
    pub day: Date,
    /// The agreement whose money it is.
    pub instrument: Option<InstrumentId>,
    /// Whose money it is.
    pub party: Option<PersonId>,
    /// Where it came to or went from.
    pub through: Option<Through>,
    /// How much, above zero.
    pub amount: Minor,
    /// What for or why: a word of the kind's own list; empty where it has none.
    pub code: &'static str,
    /// The uploaded paper behind it.
    pub paper: Option<Hash>,
    /// The entry that it reverses.
    pub reverses: Option<i64>,
    /// What it is about: the contract of a grid, the charge that a gift pays, or a payout.
    pub subject: Option<Uuid>,
    /// The lines of opening balances, of a manual entry, and of what has more than two sides.
    pub lines: Vec<Line>,
}

/// A line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The account's code.
    pub account: String,
    /// Whose balance.
    pub party: Option<PersonId>,
    /// The agreement whose money it is, in opening balances.
    pub instrument: Option<InstrumentId>,
    /// Debit positive.
    pub amount: Minor,
}

impl Event {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.text(self.kind.slug()).text(&self.day.to_string());
        canon.maybe_id(self.instrument.map(|instrument| instrument.0)).maybe_id(self.party.map(|party| party.0));
        canon.text(self.through.map_or("", Through::slug)).int(self.amount.0).text(self.code);
        canon.field(self.paper.as_ref().map_or(&[], |paper| &paper.0[..]));
        match self.reverses {
            Some(number) => canon.int(number),
            None => canon.field(&[]),
        };
        canon.maybe_id(self.subject);
        canon.count(self.lines.len());
        for line in &self.lines {
            canon.text(&line.account).maybe_id(line.party.map(|party| party.0));
            canon.maybe_id(line.instrument.map(|instrument| instrument.0)).int(line.amount.0);
        }
        Document { id: self.id, hash: canon.hash() }
    }

    /// Its legs. `agreed` is the account on which the money of its agreement stands.
    pub fn postings(&self, agreed: Option<Role>) -> Result<Postings, Overflow> {
        let mut postings = Postings::default();
        let party = self.party.map(|party| party.0);
        let money = self.through.unwrap_or(Through::Bank).account();
        let account = |side| -> (Role, Option<Uuid>) {
            match side {
                Side::Money => (money, None),
                Side::Agreed => (agreed.unwrap_or(Role::GiftFund), party),
                Side::Own(role) => (role, None),
                Side::Theirs(role) => (role, party),
            }
        };
        let (debit, credit) = self.kind.sides();
        let ((debit, of), (credit, to)) = (account(debit), account(credit));
        postings.debit(debit, of, self.amount).credit(credit, to, self.amount)?;
        if self.kind == EventKind::GiftSpent {
            postings.debit(Role::Administration, None, self.amount).credit(money, None, self.amount)?;
        }
        Ok(postings)
    }
}
