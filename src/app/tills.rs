//! Tills as the office keeps them: put up, let in by a short code, shut out.
//!
//! A code is shown once in the office and typed at the till within minutes; the till gets its token for it and begins a new
//! epoch with number 1. Older epochs deliver what they still have until the office shuts them out.

use std::net::IpAddr;

use uuid::Uuid;

use super::{
    attempts::Subject,
    ctx::{Ctx, Done},
    execute::{Errand, Sent, UseCase},
    format::fields,
    logins,
    refusal::{Refusal, Shown},
    service::Service,
};
use crate::{
    auth::{actor::Actor, keys::Keys, policy::ManageTills, token::TillToken},
    domain::{
        chain::Hash,
        id::{CommandId, CoopId, PersonId, SiteId, TillId},
        time::Ts,
    },
    store::enrolments::{self, NewTill},
};

/// A code lets a till in for 15 minutes.
const CODE_SECONDS: i64 = 900;
/// Without I, O, 0 and 1, which look alike on paper.
const CODE_LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LENGTH: usize = 8;

/// Puts a till up at a site.
#[derive(Clone, Debug)]
pub struct AddTill {
    /// Where it stands.
    pub site: SiteId,
    /// What people call it, unique in the cooperative.
    pub name: String,
}

impl UseCase for AddTill {
    const KIND: &'static str = "till_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageTills>()?;
        let name = fields::text(&self.name, "name", 40)?;

        let (site, taken) = enrolments::site_and_name(ctx.tx, allowed.coop(), self.site, &name).await?;
        if !site {
            return Err(Refusal::NotFound("site"));
        }
        if taken {
            return Err(Refusal::NameTaken("till name"));
        }

        enrolments::add(ctx.tx, &allowed, &NewTill { id: TillId(id.0), site: self.site, name }, ctx.now).await?;
        Ok(Done::made(id.0))
    }
}

/// A code as it is shown and typed, e.g. `7KQM-2XWD`.
#[derive(Clone, Debug)]
pub struct EnrolmentCode(String);

impl EnrolmentCode {
    /// From fresh chance.
    #[must_use]
    pub fn fresh(chance: [u8; 32]) -> Self {
        Self(chance[..CODE_LENGTH].iter().map(|byte| char::from(CODE_LETTERS[usize::from(byte % 32)])).collect())
    }

    /// As somebody types it: hyphens, blanks and small letters do not matter.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let code: String = text.chars().filter(|letter| !matches!(letter, '-' | ' ')).map(|letter| letter.to_ascii_uppercase()).collect();
        let whole = code.len() == CODE_LENGTH && code.bytes().all(|letter| CODE_LETTERS.contains(&letter));
        whole.then_some(Self(code))
    }

    /// As it is shown: in two groups of four.
    #[must_use]
    pub fn shown(&self) -> String {
        let (left, right) = self.0.split_at(CODE_LENGTH / 2);
        format!("{left}-{right}")
    }

    /// What the service keeps of it: under a key, so that the database alone does not give it away.
    #[must_use]
    pub fn hash(&self, keys: &Keys, coop: CoopId) -> Hash {
        let message = [coop.0.as_bytes(), self.0.as_bytes()].concat();
        Hash(crate::auth::keys::keyed(&keys.derived("enrolment code"), &message))
    }
}

/// Shows a till's code; an earlier one no longer counts. Gives back until when it holds.
#[derive(Clone, Debug)]
pub struct ShowCode {
    /// The till.
    pub till: TillId,
    /// The hash of the code.
    pub code: Hash,
}

impl Errand for ShowCode {
    type Answer = Ts;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Ts, Refusal> {
        let allowed = ctx.allow::<ManageTills>()?;
        let expires_at = ctx.now.plus_seconds(CODE_SECONDS);
        if !enrolments::show_code(ctx.tx, &allowed, self.till, self.code, expires_at).await? {
            return Err(Refusal::NotFound("till"));
        }
        Ok(expires_at)
    }
}

/// Lets in whoever knows a till's code. Wrong ones from one address are answered slower and slower.
pub async fn enrol(service: &Service, coop: Option<&str>, code: &str, address: IpAddr) -> Result<TillToken, Refusal> {
    // An unknown cooperative goes the same way: the nil one has no codes.
    let coop = logins::cooperative(service, coop).await?.unwrap_or(CoopId(Uuid::nil()));
    let attempt = service.attempts.begin(service, coop, vec![Subject::address(&service.keys, address)]).await?;
    let token = match EnrolmentCode::typed(code) {
        Some(code) if !coop.0.is_nil() => {
            let actor = Actor::without_roles(coop, PersonId(Uuid::nil()));
            match service.writer.errand(Sent { actor, errand: Enrol { code: code.hash(&service.keys, coop) } }).await {
                Ok(token) => token,
                // Nobody looked at the code, so it was not a wrong one.
                Err(busy) => {
                    attempt.was_not_made(service);
                    return Err(busy);
                }
            }
        }
        _ => None,
    };
    let Some(token) = token else {
        attempt.was_wrong(service).await?;
        return Err(Refusal::WrongSecret(Shown::Code));
    };
    drop(attempt.was_right(service));
    Ok(token)
}

#[derive(Clone, Debug)]
struct Enrol {
    code: Hash,
}

impl Errand for Enrol {
    type Answer = Option<TillToken>;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Option<TillToken>, Refusal> {
        let (coop, now) = (ctx.coop(), ctx.now);
        let Some(till) = enrolments::till_of_code(ctx.tx, coop, self.code, now).await? else { return Ok(None) };
        let mut token = TillToken { coop, till, epoch: 0, secret: ctx.chance.bytes() };
        token.epoch = enrolments::enrol(ctx.tx, coop, till, token.hash(), now).await?;
        Ok(Some(token))
    }
}

/// Shuts a till out: what it still delivers is set aside for two people.
#[derive(Clone, Debug)]
pub struct RevokeTill {
    /// The till.
    pub till: TillId,
    /// One enrolment; `None` for all of them.
    pub epoch: Option<i64>,
}

impl UseCase for RevokeTill {
    const KIND: &'static str = "till_revoked";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageTills>()?;
        if !enrolments::exists(ctx.tx, allowed.coop(), self.till, self.epoch).await? {
            return Err(Refusal::NotFound("till"));
        }
        if enrolments::revoke(ctx.tx, &allowed, self.till, self.epoch, ctx.now).await? == 0 {
            return Err(Refusal::DecidedBefore("till"));
        }
        Ok(Done::made(self.till.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = EnrolmentCode::fresh([9; 32]);
        assert_eq!(code.shown(), "BBBB-BBBB");
        let typed = EnrolmentCode::typed(" bbbb bbbb").unwrap();
        let (keys, coop) = (Keys::new([1; 32]), CoopId(Uuid::from_u128(1)));
        assert_eq!(typed.hash(&keys, coop), code.hash(&keys, coop));
        assert!(EnrolmentCode::typed("BBBB-BBB").is_none() && EnrolmentCode::typed("BBBB-BBB0").is_none());
    }
}
