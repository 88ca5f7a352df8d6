//! The more often a secret was wrong, the longer the next try waits: for a PIN, a password, a code.
//!
//! A failure must outlive its refusal, so an errand that guards a secret answers `None` for a wrong one instead of failing.

use super::{ctx::Ctx, refusal::Refusal};
use crate::{
    domain::{id::CoopId, time::Ts},
    store::{Tx, guesses},
};

/// So many slips of the finger cost nothing.
const FREE: i64 = 4;
/// No wait is longer: 15 minutes.
const LONGEST_SECONDS: i64 = 900;
/// After a day without a failure the count begins anew.
const REMEMBERED_SECONDS: i64 = 86_400;

/// How long to wait after so many failures: 2, 4, 8 … seconds once the free ones are used up.
fn wait_seconds(failures: i64) -> i64 {
    if failures < FREE {
        return 0;
    }
    let doublings = u32::try_from(failures - FREE + 1).unwrap_or(u32::MAX).min(16);
    (1_i64 << doublings).min(LONGEST_SECONDS)
}

/// Refuses while a wait is on.
pub async fn check(tx: &mut Tx, coop: CoopId, subject: &str, now: Ts) -> Result<(), Refusal> {
    let Some(before) = guesses::find(tx, coop, subject).await? else { return Ok(()) };
    let until = before.last_at.plus_seconds(wait_seconds(before.failures));
    let left = until.0.saturating_sub(now.0);
    if left > 0 { Err(Refusal::TooManyAttempts { seconds: left / 1_000_000 + 1 }) } else { Ok(()) }
}

/// Remembers the outcome of an attempt: a failure makes the next one wait longer, a success forgets all before it.
pub async fn remember(ctx: &mut Ctx<'_>, subject: &str, right: bool) -> Result<(), Refusal> {
    let (coop, now) = (ctx.coop(), ctx.now);
    if right {
        guesses::clear(ctx.tx, coop, subject).await?;
    } else {
        guesses::fail(ctx.tx, coop, subject, now, now.plus_seconds(-REMEMBERED_SECONDS)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_slips_are_free_and_a_guesser_waits() {
        assert_eq!((0..8).map(wait_seconds).collect::<Vec<_>>(), [0, 0, 0, 0, 2, 4, 8, 16]);
        assert_eq!(wait_seconds(1_000_000), LONGEST_SECONDS);
    }
}
