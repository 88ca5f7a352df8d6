//! A person is added, with a name that nobody reads without a trace.

use super::particulars::{Particulars, keep};
use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{Invalid, day, one_of, text},
        words::Words,
    },
    auth::{
        keys::Keys,
        policy::{ChooseFace, ManagePeople},
    },
    domain::{
        id::{CommandId, PersonId},
        time::Date,
    },
    store::people::{self, PersonRow},
};

/// Who can hold a balance.
pub const KINDS: &[&str] = &["person", "organisation", "fund"];
/// How much help an owner has with payouts.
pub const SUPPORT_PLANS: &[&str] = &["independent", "helper_confirms", "guardian_co_signs"];

/// Somebody whom the cooperative has to do with.
#[derive(Clone)]
pub struct AddPerson {
    /// What the name is sealed with.
    pub keys: Keys,
    /// A number on a list, at most 20 characters; nobody else in the cooperative has it.
    pub code: Option<String>,
    /// One of [`KINDS`].
    pub kind: String,
    /// What tiles and papers show, at most 20 characters.
    pub nickname: Option<String>,
    /// A drawn face, `face-1` to `face-24`.
    pub face: Option<String>,
    /// One of [`SUPPORT_PLANS`].
    pub support_plan: String,
    /// Somebody who is a member already: since when.
    pub joined_on: Option<Date>,
    /// The name and contacts.
    pub particulars: Particulars,
}

impl UseCase for AddPerson {
    const KIND: &'static str = "person_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;

        let code = self.code.as_deref().map(|code| text(code, "code", 20)).transpose()?;
        let nickname = self.nickname.as_deref().map(|name| text(name, "nickname", 20)).transpose()?;
        let face = self.face.as_deref().map(face).transpose()?;
        let kind = one_of(&self.kind, "kind", KINDS)?;
        let support_plan = one_of(&self.support_plan, "support_plan", SUPPORT_PLANS)?;
        let joined_on = self.joined_on.map(|joined| day(joined, "joined_on")).transpose()?;
        let particulars = self.particulars.read()?;
        if joined_on.is_some_and(|joined| joined > ctx.today()) {
            let words = Words::new("入社日期不能晚于今天", "nobody has joined later than today");
            return Err(Refusal::invalid("joined_on", words));
        }
        if let Some(code) = &code
            && people::of_code(ctx.tx, ctx.coop(), code).await?.is_some()
        {
            return Err(Refusal::NameTaken("code"));
        }

        let person = PersonRow { id: PersonId(id.0), code, kind, nickname, face, joined_on, support_plan, created_at: ctx.now };
        people::add(ctx.tx, &allowed, &person).await?;
        keep(ctx, &allowed, &self.keys, person.id, &particulars).await?;
        Ok(Done::made(id.0))
    }
}

/// How many faces are drawn.
const FACES: u32 = 24;

/// Reads a face's name. Faces are drawn, never photographed: who needs help is not put on show.
fn face(name: &str) -> Result<String, Invalid> {
    let number = name.strip_prefix("face-").and_then(|number| number.parse::<u32>().ok());
    if number.is_some_and(|number| (1..=FACES).contains(&number) && name == format!("face-{number}")) {
        return Ok(name.to_owned());
    }
    let words = Words::new(format!("头像是 face-1 到 face-{FACES} 之一"), format!("a face is one of face-1 to face-{FACES}"));
    Err(Invalid::new("face", words))
}

/// A person chose a face, or none.
#[derive(Clone, Debug)]
pub struct ChangeFace {
    /// Whose.
    pub person: PersonId,
    /// From now on.
    pub face: Option<String>,
}

impl UseCase for ChangeFace {
    const KIND: &'static str = "face_changed";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ChooseFace>()?;
        let face = self.face.as_deref().map(face).transpose()?;
        if !allowed.covers(self.person) || people::get(ctx.tx, ctx.coop(), self.person).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        people::set_face(ctx.tx, &allowed, self.person, face.as_deref()).await?;
        Ok(Done::made(self.person.0))
    }
}

/// A person chose another nickname, or none. Papers that were printed keep the earlier one.
#[derive(Clone, Debug)]
pub struct ChangeNickname {
    /// Whose.
    pub person: PersonId,
    /// What tiles and papers show from now on, at most 20 characters.
    pub nickname: Option<String>,
}

impl UseCase for ChangeNickname {
    const KIND: &'static str = "nickname_changed";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;
        let nickname = self.nickname.as_deref().map(|name| text(name, "nickname", 20)).transpose()?;
        if people::get(ctx.tx, ctx.coop(), self.person).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        people::rename(ctx.tx, &allowed, self.person, nickname.as_deref()).await?;
        Ok(Done::made(self.person.0))
    }
}
