//! What the office itself puts into the books: supporters' and members' money, deposits, rent that is paid, bills, cash for the bank.
//!
//! An event adds to something that is held for somebody, or takes from it, and never takes more than is there. Reversing an event does
//! the opposite by the same rule: so nothing can be undone on which something later stands.

mod event;
mod held;
mod instrument;
mod lines;
mod reversal;

pub use event::{Event, EventKind, Flow, Line, Through};
pub use held::{Held, settle};
pub use instrument::{
    Agreed, Book, Instalment, InstrumentKind, NoInstrument, check_new, give_back, is_long, receive, receive_goods, spend, waive,
};
pub use lines::{AccountTerms, CannotWrite, WrongLine, check_lines, postings_of};
pub use reversal::{check_reversal, reversed_book};

use super::money::{Minor, Overflow};

/// Why something is not put into the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotPost {
    /// Goods, training and shares of sales bring no money by themselves.
    #[error("this agreement brings no money in: goods come in as a lot, training as a session, a share of sales by sales")]
    BringsNoMoney,
    /// Only a gift of goods and a restricted gift bring goods.
    #[error("only a gift of goods, or a restricted gift, brings a lot")]
    BringsNoGoods,
    /// It ended.
    #[error("this agreement has ended")]
    Ended,
    /// It has not begun.
    #[error("this agreement begins later than that day")]
    NotBegun,
    /// More than was agreed.
    #[error("that is more than was agreed")]
    BeyondAgreed {
        /// What may still come in.
        left: Minor,
    },
    /// More than is there.
    #[error("that is more than there is")]
    BeyondHeld {
        /// What is there.
        held: Minor,
    },
    /// A gift is not paid back.
    #[error("only a loan is paid back and only share capital is withdrawn")]
    NotPaidBack,
    /// Only a restricted gift is spent by itself.
    #[error("only a restricted gift is spent on its purpose")]
    NotRestricted,
    /// Another purpose than the giver's.
    #[error("this gift was given for something else")]
    OtherPurpose,
    /// Only a loan is waived.
    #[error("only a loan is waived")]
    NotALoan,
    /// Nothing is left.
    #[error("nothing is left of it")]
    NothingLeft,
    /// What the document says stays as it is.
    #[error("an entry of this kind is never reversed: what came back or was wrong is a new event of its own")]
    NeverReversed,
    /// The rest of the loan was waived after it.
    #[error("the rest of this loan was waived since: reverse that first")]
    WaivedSince,
    /// A sum left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}
