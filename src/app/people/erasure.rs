//! A person asks to be forgotten.

use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
    },
    auth::policy::ManagePeople,
    domain::id::{CommandId, PersonId},
    store::{erasure, people, private},
};

/// Deletes a person's key: nobody can read their name again, in any copy of the database that has no older key.
#[derive(Clone, Copy, Debug)]
pub struct ErasePerson {
    /// Whose.
    pub person: PersonId,
}

impl UseCase for ErasePerson {
    const KIND: &'static str = "person_erased";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;

        let coop = ctx.coop();
        if people::get(ctx.tx, coop, self.person).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        if private::of(ctx.tx, coop, self.person).await?.is_none() {
            return Err(Refusal::DecidedBefore("person"));
        }
        if people::has_roles(ctx.tx, coop, self.person).await? {
            let zh = "这个人还有角色，请先结束全部角色再删除资料";
            return Err(Refusal::not_now("still_has_roles", zh, "this person still has roles: end them first"));
        }

        erasure::erase(ctx.tx, &allowed, self.person, ctx.now).await?;
        Ok(Done::made(self.person.0))
    }
}
