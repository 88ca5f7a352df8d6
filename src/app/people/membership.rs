//! Somebody joins the cooperative.

use crate::{
    app::{
        Refusal,
        ctx::{About, Ctx, Done},
        execute::UseCase,
    },
    auth::policy::ManagePeople,
    domain::{
        account::Role,
        id::{CommandId, DocumentId, PersonId},
        membership::join,
    },
    store::{
        journal,
        people::{self, MembershipRow},
    },
};

/// A person is a member from today on: what lies on 21101 moves to 11401, and later sales go there.
#[derive(Clone, Copy, Debug)]
pub struct Join {
    /// Who.
    pub person: PersonId,
}

impl UseCase for Join {
    const KIND: &'static str = "member_joined";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;

        let person = people::get(ctx.tx, ctx.coop(), self.person).await?.ok_or(Refusal::NotFound("person"))?;
        if person.joined_on.is_some() {
            return Err(Refusal::DecidedBefore("membership"));
        }
        let account = ctx.batch.chart.code(Role::OwnerPayable).map_err(|error| Refusal::Broken(error.to_string()))?.to_owned();
        let unit = ctx.batch.coop.unit.code.clone();
        let balance = journal::balance(ctx.tx, ctx.coop(), &account, Some(self.person.0), &unit).await?;

        let (membership, postings) = join(DocumentId(id.0), self.person, ctx.today(), balance)?;

        let (recorded_by, recorded_at) = (ctx.actor.person(), ctx.now);
        let (joined_on, moved_minor) = (membership.joined_on, membership.moved);
        let row = MembershipRow { id: membership.id, person_id: self.person, joined_on, moved_minor, recorded_by, recorded_at };
        people::join(ctx.tx, &allowed, &row).await?;
        let about = About { kind: Self::KIND, day: joined_on, document: membership.document(), command: id, memo: "" };
        let entry = ctx.post(about, &postings).await?;
        Ok(Done { document: id.0, entry, day: Some(joined_on) })
    }
}
