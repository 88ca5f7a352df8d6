//! Reversing: an event's opposite, by the event's own rule.

use super::{Book, CannotPost, EventKind, Flow, Held};
use crate::domain::money::Minor;

/// What an agreement's book is once an event of it is undone.
pub fn reversed_book(kind: EventKind, amount: Minor, book: Book, waived_since: bool) -> Result<Book, CannotPost> {
    if kind == EventKind::Reversal {
        return Err(CannotPost::NeverReversed);
    }
    if waived_since && kind != EventKind::LoanWaived {
        return Err(CannotPost::WaivedSince);
    }
    match kind.flow() {
        Flow::Adds if amount > book.left() => Err(CannotPost::BeyondHeld { held: book.left() }),
        Flow::Adds => Ok(Book { received: book.received.minus(amount)?, ..book }),
        Flow::Takes => Ok(Book { used: book.used.minus(amount)?, ..book }),
        Flow::Neither => Ok(book),
    }
}

/// Whether an event that is held on an account may be undone.
pub fn check_reversal(kind: EventKind, amount: Minor, held: Held) -> Result<(), CannotPost> {
    match kind.flow() {
        _ if matches!(kind, EventKind::Reversal | EventKind::OpeningBalances) => Err(CannotPost::NeverReversed),
        Flow::Adds if amount > held.0 => Err(CannotPost::BeyondHeld { held: Minor(held.0.0.max(0)) }),
        _ => Ok(()),
    }
}
