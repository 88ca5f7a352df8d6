//! Attempts at a password, a PIN or a code: the more of them fail, the longer is the wait before the next.
//!
//! Counted in memory, so that a flood writes nothing; from the moment that waiting begins also in the database, so that a
//! restart forgives nothing. An attempt counts as failed from its begin: a hundred at once do not pass one check together.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use super::{
    ctx::Ctx,
    execute::{Errand, Sent},
    refusal::Refusal,
    service::Service,
};
use crate::{
    auth::{
        actor::Actor,
        keys::{Keys, keyed},
    },
    domain::{
        id::{CoopId, PersonId},
        time::Ts,
    },
    store::attempts::{self, Failed},
};

/// Nobody waits longer than a quarter of an hour.
const LONGEST_WAIT: i64 = 900;
/// After a day without a failure all is forgotten.
const FORGOTTEN_AFTER: i64 = 86_400;
/// How many subjects memory holds; those that make somebody wait are in the database.
const REMEMBERED: usize = 10_000;

/// What is tried, or from where; kept as a keyed digest, because people type passwords into the wrong field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    key: String,
    /// So many failures cost no wait.
    free: i64,
    /// Whether showing the secret forgives what failed before.
    forgiven: bool,
}

impl Subject {
    /// Something that has a secret, e.g. a login by its name: five failures are free.
    #[must_use]
    pub fn secret(keys: &Keys, kind: &str, what: &str) -> Self {
        Self { key: digest(keys, kind, what), free: 5, forgiven: true }
    }

    /// The same secret from wherever it is tried: fifty failures are free. A guesser at one place, whom [`Self::secret`] slows down
    /// there, must not lock out everybody else.
    #[must_use]
    pub fn anywhere(keys: &Keys, kind: &str, what: &str) -> Self {
        Self { key: digest(keys, kind, what), free: 50, forgiven: true }
    }

    /// An address: twenty failures are free, because a whole shop may stand behind it. An IPv6 sender has a /64 to itself.
    /// Not forgiven by a success: whoever has one password must not so buy guesses at others.
    #[must_use]
    pub fn address(keys: &Keys, address: IpAddr) -> Self {
        Self { key: digest(keys, "address", &network(address)), free: 20, forgiven: false }
    }

    fn wait(&self, failures: i64) -> i64 {
        let beyond = failures - self.free;
        if beyond < 0 {
            0
        } else {
            1_i64.checked_shl(u32::try_from(beyond).unwrap_or(u32::MAX).min(20)).map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT))
        }
    }
}

/// Who counts as one sender.
pub(super) fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:x?}", &address.segments()[..4]),
    }
}

fn digest(keys: &Keys, kind: &str, what: &str) -> String {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let digest = keyed(&keys.derived("attempts"), format!("{kind}:{what}").as_bytes());
    format!("{kind}:{}", URL_SAFE_NO_PAD.encode(&digest[..16]))
}

#[derive(Clone, Copy, Debug)]
struct Count {
    failures: i64,
    last_at: Ts,
}

impl Count {
    /// How many failures still count.
    const fn standing(self, now: Ts) -> i64 {
        if now.0 >= self.last_at.plus_seconds(FORGOTTEN_AFTER).0 { 0 } else { self.failures }
    }
}

/// What memory holds; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Attempts(Arc<Mutex<HashMap<(CoopId, String), Count>>>);

/// An attempt that was let in. Say how it ended; one that is dropped has failed.
#[derive(Debug)]
#[must_use]
pub struct Attempt {
    coop: CoopId,
    subjects: Vec<Subject>,
}

impl Attempts {
    /// Lets an attempt in, or says how long to wait.
    pub async fn begin(&self, service: &Service, coop: CoopId, subjects: Vec<Subject>) -> Result<Attempt, Refusal> {
        let keys: Vec<String> = subjects.iter().map(|subject| subject.key.clone()).collect();
        let mut tx = service.db.snapshot().await?;
        let now = service.clock.now();
        let kept = attempts::find(&mut tx, coop, &keys, now.plus_seconds(-FORGOTTEN_AFTER)).await?;
        drop(tx);
        self.count(coop, &subjects, kept, now).map_err(|seconds| Refusal::TooManyAttempts { seconds })?;
        Ok(Attempt { coop, subjects })
    }

    fn count(&self, coop: CoopId, subjects: &[Subject], kept: Vec<Failed>, now: Ts) -> Result<(), i64> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for Failed { subject, failures, last_at } in kept {
            let kept = Count { failures, last_at };
            let count = counts.entry((coop, subject)).or_insert(kept);
            // By what still counts: a row that is forgotten must not hide the failures since.
            if kept.standing(now) > count.standing(now) {
                *count = kept;
            }
        }
        let standing = |count: Option<&Count>| count.map_or(0, |count| count.standing(now));
        let mut longest = 0;
        for subject in subjects {
            let count = counts.get(&(coop, subject.key.clone()));
            let wait = subject.wait(standing(count));
            // A clock that was set back must not make anybody wait longer than the wait is.
            let waited = count.map_or(0, |count| (now.0 - count.last_at.0).max(0) / 1_000_000);
            longest = longest.max(wait - waited);
        }
        if longest > 0 {
            return Err(longest);
        }
        if counts.len() > REMEMBERED {
            counts.retain(|_, count| count.standing(now) >= 5);
            if counts.len() > REMEMBERED {
                counts.clear();
            }
        }
        for subject in subjects {
            let failures = standing(counts.get(&(coop, subject.key.clone()))) + 1;
            counts.insert((coop, subject.key.clone()), Count { failures, last_at: now });
        }
        Ok(())
    }

    fn take_back(&self, attempt: &Attempt, forgive: bool) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for subject in &attempt.subjects {
            let key = (attempt.coop, subject.key.clone());
            if forgive && subject.forgiven {
                counts.remove(&key);
            } else if let Some(count) = counts.get_mut(&key) {
                count.failures = (count.failures - 1).max(0);
            }
        }
    }
}

impl Attempt {
    /// It was wrong. Where waiting begins, the database is told.
    pub async fn was_wrong(self, service: &Service) -> Result<(), Refusal> {
        let slowed: Vec<Failed> = {
            let counts = service.attempts.0.lock().unwrap_or_else(PoisonError::into_inner);
            let count = |subject: &Subject| {
                let count = counts.get(&(self.coop, subject.key.clone()))?;
                let failed = Failed { subject: subject.key.clone(), failures: count.failures, last_at: count.last_at };
                (count.failures >= subject.free).then_some(failed)
            };
            self.subjects.iter().filter_map(count).collect()
        };
        // Nothing is written for a cooperative that there is not.
        if slowed.is_empty() || self.coop.0.is_nil() {
            return Ok(());
        }
        let actor = Actor::without_roles(self.coop, PersonId(uuid::Uuid::nil()));
        service.writer.errand(Sent { actor, errand: Slow(slowed) }).await
    }

    /// The secret was shown. What the database holds of it is forgotten by [`Forgiven::save`] in the same errand that lets in.
    #[must_use]
    pub fn was_right(self, service: &Service) -> Forgiven {
        service.attempts.take_back(&self, true);
        Forgiven(self.subjects.into_iter().filter(|subject| subject.forgiven).map(|subject| subject.key).collect())
    }

    /// It was not looked at, e.g. because too many waited.
    pub fn was_not_made(self, service: &Service) {
        service.attempts.take_back(&self, false);
    }
}

/// What a success forgives.
#[derive(Clone, Debug, Default)]
pub struct Forgiven(Vec<String>);

impl Forgiven {
    /// Forgets it in the database too.
    pub async fn save(&self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let coop = ctx.coop();
        for subject in &self.0 {
            attempts::forget(ctx.tx, coop, subject).await?;
        }
        Ok(())
    }
}

#[derive(Clone)]
struct Slow(Vec<Failed>);

impl Errand for Slow {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let coop = ctx.coop();
        attempts::forget_before(ctx.tx, coop, ctx.now.plus_seconds(-FORGOTTEN_AFTER)).await?;
        Ok(attempts::save(ctx.tx, coop, &self.0).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_and_ends_and_is_forgotten() {
        let (attempts, coop) = (Attempts::default(), CoopId(uuid::Uuid::from_u128(1)));
        let subject = [Subject::secret(&Keys::new([0; 32]), "login", "mei")];
        let at = |seconds| Ts(0).plus_seconds(seconds);
        for _ in 0..5 {
            assert_eq!(attempts.count(coop, &subject, vec![], at(0)), Ok(()));
        }
        assert_eq!(attempts.count(coop, &subject, vec![], at(0)), Err(1));
        assert_eq!(attempts.count(coop, &subject, vec![], at(1)), Ok(()));
        assert_eq!(attempts.count(coop, &subject, vec![], at(1)), Err(2));
        assert_eq!(attempts.count(coop, &subject, vec![], at(-9)), Err(2), "a clock that was set back");
        assert_eq!(subject[0].wait(5000), LONGEST_WAIT);
        assert_eq!(attempts.count(coop, &subject, vec![], at(FORGOTTEN_AFTER + 1)), Ok(()));
        assert_eq!(attempts.count(coop, &subject, vec![], at(FORGOTTEN_AFTER + 1)), Ok(()), "it begins anew");
    }

    #[test]
    fn a_restart_forgives_nothing_and_a_success_does() {
        let (attempts, coop) = (Attempts::default(), CoopId(uuid::Uuid::from_u128(1)));
        let keys = Keys::new([0; 32]);
        let subjects = vec![Subject::secret(&keys, "login", "mei"), Subject::address(&keys, IpAddr::from([10, 0, 0, 1]))];
        let kept = Failed { subject: subjects[0].key.clone(), failures: 9, last_at: Ts(0) };
        assert_eq!(attempts.count(coop, &subjects, vec![kept], Ts(0)), Err(16));
        assert_eq!(attempts.count(coop, &subjects, vec![], Ts(0).plus_seconds(16)), Ok(()));
        attempts.take_back(&Attempt { coop, subjects: subjects.clone() }, true);
        assert_eq!(attempts.count(coop, &subjects, vec![], Ts(0).plus_seconds(16)), Ok(()));
    }

    #[test]
    fn what_is_long_past_does_not_hide_what_failed_since() {
        let (attempts, coop) = (Attempts::default(), CoopId(uuid::Uuid::from_u128(1)));
        let subject = [Subject::secret(&Keys::new([0; 32]), "login", "mei")];
        let stale = || vec![Failed { subject: subject[0].key.clone(), failures: 9, last_at: Ts(0) }];
        let now = Ts(0).plus_seconds(FORGOTTEN_AFTER + 3_600);
        for _ in 0..5 {
            assert_eq!(attempts.count(coop, &subject, stale(), now), Ok(()));
        }
        assert_eq!(attempts.count(coop, &subject, stale(), now), Err(1), "the sixth waits");
    }

    #[test]
    fn neighbours_in_a_64_are_one_sender() {
        let keys = Keys::new([0; 32]);
        let of = |text: &str| Subject::address(&keys, text.parse().unwrap());
        assert_eq!(of("2001:db8::1"), of("2001:db8::2"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:1::1"));
        assert_eq!(of("::ffff:10.0.0.1"), of("10.0.0.1"));
    }
}
