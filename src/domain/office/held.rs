//! Money that is held for somebody on an account of the books: deposits, shares of sales, donations, members' capital; and rent that
//! somebody owes. What is taken of it was there.

use super::{CannotPost, EventKind, Flow};
use crate::domain::money::Minor;

/// What an account holds for somebody before an event, as people think of it: never negative where all is well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held(pub Minor);

/// Whether an event may happen, with what is held before it.
pub fn settle(kind: EventKind, amount: Minor, held: Held) -> Result<(), CannotPost> {
    match kind.flow() {
        Flow::Takes if amount > held.0 => Err(CannotPost::BeyondHeld { held: Minor(held.0.0.max(0)) }),
        _ => Ok(()),
    }
}
