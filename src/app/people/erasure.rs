//! A person asks to be forgotten.

use crate::{
    app::{
        Refusal, Service,
        ctx::{Ctx, Done},
        execute::UseCase,
    },
    auth::policy::ManagePeople,
    domain::id::{CommandId, PersonId},
    store::{erasure, people, private},
};

/// After an erasure was committed: empties the database's log, where the key still stands. Nothing is refused for it: the person
/// is erased, and the log is emptied by and by in any case.
pub async fn after_erasure(service: &Service) {
    match service.db.empty_log().await {
        Ok(true) => {}
        Ok(false) => tracing::warn!("a long read keeps the database's log from being emptied: an erased key may stand in it for a while"),
        Err(error) => tracing::warn!(%error, "the database's log was not emptied: an erased key may stand in it for a while"),
    }
}

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
