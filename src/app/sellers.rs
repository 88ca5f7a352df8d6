//! Three of nine pictures say who stands at a till. They say it; they protect nothing, and money asks for a helper's PIN.
//!
//! Hashed outside the writer like every secret: people choose the same three pictures elsewhere too.

use super::{
    attempts::{Forgiven, Subject},
    ctx::Ctx,
    execute::{Errand, Sent},
    refusal::{Refusal, Shown},
    service::Service,
    words::Words,
};
use crate::{
    auth::{
        actor::Actor,
        picture::{Picture, PicturePin},
        policy::{self, Sell, SetPicturePin},
    },
    domain::id::PersonId,
    store::{people, sellers},
};

/// Sets whose pictures they are, or takes them away where there are none: then the face alone is enough.
pub async fn set_pictures(service: &Service, actor: Actor, person: PersonId, pictures: &[Picture]) -> Result<(), Refusal> {
    let allowed = policy::allow::<SetPicturePin>(&actor)?;
    if !allowed.covers(person) {
        return Err(Refusal::NotFound("person"));
    }
    let pin_hash = match pictures {
        [] => None,
        pictures => {
            let words = Words::new("请选三张不同的图", "choose three different pictures");
            let pin = PicturePin::of(pictures).ok_or_else(|| Refusal::invalid("pictures", words))?;
            Some(service.hashing.hash(pin.text(), service.chance.bytes()).await?)
        }
    };
    service.writer.errand(Sent { actor, errand: KeepPictures { person, pin_hash } }).await
}

#[derive(Clone)]
struct KeepPictures {
    person: PersonId,
    pin_hash: Option<String>,
}

impl Errand for KeepPictures {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let allowed = ctx.allow::<SetPicturePin>()?;
        if people::get(ctx.tx, allowed.coop(), self.person).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        Ok(sellers::set_pictures(ctx.tx, &allowed, self.person, self.pin_hash.as_deref(), ctx.actor.person()).await?)
    }
}

/// What a till is told of the pictures that were tapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tapped {
    /// They are the person's, or the person has none.
    Right,
    /// They are not.
    Wrong,
    /// Too many were wrong: not looked at.
    Wait {
        /// How long.
        seconds: i64,
    },
}

/// Looks at the pictures that somebody tapped at a till.
pub async fn tapped(service: &Service, actor: Actor, person: PersonId, pictures: &[Picture]) -> Result<Tapped, Refusal> {
    let allowed = policy::allow::<Sell>(&actor)?;
    let till = actor.till().ok_or(Refusal::NotSignedIn)?;
    let seller = {
        let mut tx = service.db.snapshot().await?;
        sellers::seller(&mut tx, &allowed, person).await?.ok_or(Refusal::NotFound("person"))?
    };
    let Some(kept) = seller.pin_hash else { return Ok(Tapped::Right) };
    // At another till the same person is not kept waiting.
    let subjects = vec![
        Subject::secret(&service.keys, "pictures", &format!("{till} {person}")),
        Subject::anywhere(&service.keys, "seller", &person.to_string()),
    ];
    let attempt = match service.attempts.begin(service, actor.coop, subjects).await {
        Ok(attempt) => attempt,
        Err(Refusal::TooManyAttempts { seconds }) => return Ok(Tapped::Wait { seconds }),
        Err(refusal) => return Err(refusal),
    };
    let right = match PicturePin::of(pictures) {
        None => Ok(false),
        Some(pin) => service.pins.verify(pin.text(), Some(kept)).await,
    };
    match right {
        Ok(true) => {
            let errand = Forgive(attempt.was_right(service));
            service.writer.errand(Sent { actor, errand }).await?;
            Ok(Tapped::Right)
        }
        Ok(false) => {
            attempt.was_wrong(service).await?;
            Ok(Tapped::Wrong)
        }
        Err(busy) => {
            attempt.was_not_made(service);
            Err(busy)
        }
    }
}

/// Who stands at a till, where money is agreed to: only pictures that were chosen say so. Gives back who chose them.
pub async fn known(service: &Service, actor: Actor, person: PersonId, pictures: &[Picture]) -> Result<Option<PersonId>, Refusal> {
    let allowed = policy::allow::<Sell>(&actor)?;
    let seller = {
        let mut tx = service.db.snapshot().await?;
        sellers::seller(&mut tx, &allowed, person).await?.ok_or(Refusal::NotFound("person"))?
    };
    if seller.pin_hash.is_none() {
        let zh = "还没有选三张图：先选好，再在收银台确认";
        return Err(Refusal::not_now("no_pictures", zh, "three pictures are to be chosen before anything is agreed to at a till"));
    }
    match tapped(service, actor, person, pictures).await? {
        Tapped::Right => Ok(seller.set_by),
        Tapped::Wrong => Err(Refusal::WrongSecret(Shown::Pictures)),
        Tapped::Wait { seconds } => Err(Refusal::TooManyAttempts { seconds }),
    }
}

#[derive(Clone)]
struct Forgive(Forgiven);

impl Errand for Forgive {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        ctx.allow::<Sell>()?;
        self.0.save(ctx).await
    }
}
