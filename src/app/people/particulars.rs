//! Names and contacts: sealed when they are written down, and each reading leaves a trace.

use serde::{Deserialize, Serialize};

use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::{Errand, UseCase},
        format::fields::{Invalid, one_of, text},
    },
    auth::{
        keys::Keys,
        policy::{Allowed, Forbidden, ManagePeople, Permission as _, ReadPeople, ReadPrivate},
        seal::{NotSealed, PersonKey, Whose},
    },
    domain::id::{CommandId, PersonId},
    store::{
        people,
        private::{self, ReadingRow, SealedRow},
    },
};

/// Why somebody may want to read a name. A list, because a free text would itself tell of people.
pub const PURPOSES: &[&str] = &["contact", "statement", "payout", "identity", "correction", "support", "audit"];

/// What is sealed. No diagnosis is ever asked for or stored.
#[derive(Clone, Default, Deserialize, Serialize, PartialEq, Eq)]
pub struct Particulars {
    /// The real name, at most 80 characters.
    pub name: String,
    /// At most 40 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// At most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// At most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl std::fmt::Debug for Particulars {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Particulars(..)")
    }
}

impl Particulars {
    /// A name alone.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Refuses what cannot be.
    pub(super) fn read(&self) -> Result<Self, Invalid> {
        let part = |part: &Option<String>, at: &str, longest| part.as_deref().map(|part| text(part, at, longest)).transpose();
        Ok(Self {
            name: text(&self.name, "name", 80)?,
            phone: part(&self.phone, "phone", 40)?,
            address: part(&self.address, "address", 200)?,
            note: part(&self.note, "note", 500)?,
        })
    }
}

impl From<NotSealed> for Refusal {
    fn from(error: NotSealed) -> Self {
        Self::Broken(error.to_string())
    }
}

/// Seals particulars under the person's key, a new one where there is none yet.
pub(super) async fn keep(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<ManagePeople>,
    keys: &Keys,
    person: PersonId,
    particulars: &Particulars,
) -> Result<(), Refusal> {
    let whose = Whose(ctx.coop(), person);
    let plain = serde_json::to_vec(particulars).map_err(|error| Refusal::Broken(error.to_string()))?;
    let (key, wrapped_key) = if let Some(row) = private::of(ctx.tx, ctx.coop(), person).await? {
        (PersonKey::unwrap(keys, whose, &row.wrapped_key)?, row.wrapped_key)
    } else {
        let key = PersonKey::new(ctx.chance.bytes());
        let wrapped = key.wrap(keys, whose, ctx.chance.bytes())?;
        (key, wrapped)
    };
    let sealed = key.seal(whose, ctx.chance.bytes(), &plain)?;
    Ok(private::keep(ctx.tx, allowed, person, &SealedRow { wrapped_key, sealed }).await?)
}

/// A person's name or contacts have changed.
#[derive(Clone)]
pub struct ReplaceParticulars {
    /// What they are sealed with.
    pub keys: Keys,
    /// Whose.
    pub person: PersonId,
    /// In place of the earlier ones.
    pub particulars: Particulars,
}

impl UseCase for ReplaceParticulars {
    const KIND: &'static str = "particulars_replaced";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;
        let particulars = self.particulars.read()?;
        if people::get(ctx.tx, ctx.coop(), self.person).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        keep(ctx, &allowed, &self.keys, self.person, &particulars).await?;
        Ok(Done::made(self.person.0))
    }
}

/// Reads a person's name and contacts, and leaves a trace of who did and why.
#[derive(Clone, Debug)]
pub struct ReadParticulars {
    /// What they are sealed with.
    pub keys: Keys,
    /// Whose.
    pub person: PersonId,
    /// One of [`PURPOSES`].
    pub purpose: String,
}

impl Errand for ReadParticulars {
    type Answer = Particulars;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Particulars, Refusal> {
        let allowed = ctx.allow::<ReadPrivate>()?;
        let purpose = one_of(&self.purpose, "purpose", PURPOSES)?;
        if !allowed.covers(self.person) {
            // Whom they may see is there, but has a name that is not theirs to read.
            let seen = ctx.allow::<ReadPeople>().is_ok_and(|people| people.covers(self.person));
            let there = seen && people::get(ctx.tx, ctx.coop(), self.person).await?.is_some();
            return Err(if there { Forbidden(ReadPrivate::RULE).into() } else { Refusal::NotFound("person") });
        }
        let row = private::of(ctx.tx, ctx.coop(), self.person).await?.ok_or(Refusal::NotFound("person"))?;

        let whose = Whose(ctx.coop(), self.person);
        let plain = PersonKey::unwrap(&self.keys, whose, &row.wrapped_key)?.open(whose, &row.sealed)?;
        let particulars = serde_json::from_slice(&plain).map_err(|_| Refusal::Broken("sealed particulars cannot be read".to_owned()))?;

        let (id, reader_id) = (ctx.chance.id(ctx.now), ctx.actor.person());
        let reading = ReadingRow { id, person_id: self.person, reader_id, purpose, read_at: ctx.now };
        private::log_reading(ctx.tx, ctx.coop(), &reading).await?;
        Ok(particulars)
    }
}
