//! A helper's 6-digit PIN, exchanged at the till for an approval of one refund.
//!
//! The PIN is hashed outside the writer, never enters a command, and a guesser waits longer and longer.

use super::{
    attempts::{Forgiven, Subject},
    ctx::Ctx,
    execute::{Errand, Sent},
    format::Invalid,
    refusal::{Refusal, Shown},
    service::Service,
    words::Words,
};
use crate::{
    auth::{
        actor::Actor,
        policy::{self, KeepOwnSecrets, Sell},
    },
    domain::{
        id::{ApprovalId, PersonId},
        refund::APPROVAL_SECONDS,
        time::Ts,
    },
    store::approvals,
};

const PIN_LENGTH: usize = 6;

/// Refuses what is no PIN, and those that everybody tries first.
fn check_pin(pin: &str) -> Result<(), Invalid> {
    let digits = pin.as_bytes();
    if digits.len() != PIN_LENGTH || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Invalid::new("pin", Words::new("PIN 是 6 位数字", "a PIN is 6 digits")));
    }
    let steps = |step: i16| digits.windows(2).all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == step);
    if steps(0) || steps(1) || steps(-1) {
        let words = Words::new("这个 PIN 太好猜了，请换一个", "this PIN is too easy to guess, choose another");
        return Err(Invalid::new("pin", words));
    }
    Ok(())
}

/// Sets the sender's own PIN.
pub async fn set_pin(service: &Service, actor: Actor, pin: String) -> Result<(), Refusal> {
    let allowed = policy::allow::<KeepOwnSecrets>(&actor)?;
    let person = actor.person().filter(|person| allowed.covers(*person)).ok_or(Refusal::NotSignedIn)?;
    check_pin(&pin)?;
    let pin_hash = service.hashing.hash(pin, service.chance.bytes()).await?;
    service.writer.errand(Sent { actor, errand: KeepPin { person, pin_hash } }).await
}

#[derive(Clone)]
struct KeepPin {
    person: PersonId,
    pin_hash: String,
}

impl Errand for KeepPin {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let allowed = ctx.allow::<KeepOwnSecrets>()?;
        approvals::set_pin(ctx.tx, &allowed, self.person, &self.pin_hash).await?;
        Ok(())
    }
}

/// Exchanges a helper's PIN for an approval and the time when it ends.
pub async fn approve(service: &Service, actor: Actor, helper: PersonId, pin: String) -> Result<(ApprovalId, Ts), Refusal> {
    policy::allow::<Sell>(&actor)?;
    // A till in wrong hands guesses slowly, and keeps no helper from approving at another one.
    let till = actor.till().ok_or(Refusal::NotSignedIn)?;
    let subjects = vec![
        Subject::secret(&service.keys, "pin", &format!("{till} {helper}")),
        Subject::anywhere(&service.keys, "helper", &helper.to_string()),
    ];
    let attempt = service.attempts.begin(service, actor.coop, subjects).await?;
    let kept = {
        let mut tx = service.db.snapshot().await?;
        approvals::pin_of_helper(&mut tx, actor.coop, helper).await?
    };
    // Somebody without a PIN is told the same, after the same time.
    let right = match service.pins.verify(pin, kept).await {
        Ok(right) => right,
        Err(busy) => {
            attempt.was_not_made(service);
            return Err(busy);
        }
    };
    if !right {
        attempt.was_wrong(service).await?;
        return Err(Refusal::WrongSecret(Shown::Pin));
    }
    let errand = Approve { helper, forgiven: attempt.was_right(service) };
    service.writer.errand(Sent { actor, errand }).await
}

#[derive(Clone)]
struct Approve {
    helper: PersonId,
    forgiven: Forgiven,
}

impl Errand for Approve {
    type Answer = (ApprovalId, Ts);

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Self::Answer, Refusal> {
        let allowed = ctx.allow::<Sell>()?;
        let till = ctx.actor.till().ok_or(Refusal::NotSignedIn)?;
        self.forgiven.save(ctx).await?;
        let (id, now) = (ApprovalId(ctx.chance.id(ctx.now)), ctx.now);
        approvals::give(ctx.tx, &allowed, id, till, self.helper, now).await?;
        Ok((id, now.plus_seconds(APPROVAL_SECONDS)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_six_digits_that_nobody_tries_first() {
        for good in ["274916", "112233", "123457"] {
            assert!(check_pin(good).is_ok(), "{good}");
        }
        for bad in ["", "12345", "1234567", "12345a", "１２３４５６", "111111", "123456", "987654"] {
            assert!(check_pin(bad).is_err(), "{bad}");
        }
    }
}
