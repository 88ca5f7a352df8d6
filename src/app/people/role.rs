//! A role is given or ended.

use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        words::Words,
    },
    auth::{policy::ManagePeople, role::Role},
    domain::id::{CommandId, PersonId},
    store::{
        people,
        roles::{self, GrantRow},
    },
};

/// A person gets a role.
#[derive(Clone, Debug)]
pub struct GiveRole {
    /// Who.
    pub person: PersonId,
    /// Its slug.
    pub role: String,
    /// A guardian's ward; nobody for other roles.
    pub ward: Option<PersonId>,
}

impl UseCase for GiveRole {
    const KIND: &'static str = "role_given";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;

        not_ones_own(ctx, self.person)?;
        let role = read(&self.role)?;
        if (role == Role::Guardian) != self.ward.is_some() || self.ward == Some(self.person) {
            let words = Words::new(
                "监护人要写明被监护的另一个人，其他角色不写",
                "a guardian has a ward, who is another person; other roles have none",
            );
            return Err(Refusal::invalid("ward_id", words));
        }
        for person in [Some(self.person), self.ward].into_iter().flatten() {
            if people::get(ctx.tx, ctx.coop(), person).await?.is_none() {
                return Err(Refusal::NotFound("person"));
            }
        }
        if roles::has(ctx.tx, ctx.coop(), self.person, role, self.ward).await? {
            return Err(Refusal::not_now("role_given_before", "这个人已经有这个角色了", "this person has that role already"));
        }

        let grant = GrantRow {
            id: id.0,
            person_id: self.person,
            role: role.slug().to_owned(),
            ward_id: self.ward,
            granted_by: ctx.actor.person(),
            granted_at: ctx.now,
            ended_by: None,
            ended_at: None,
        };
        roles::give(ctx.tx, &allowed, &grant).await?;
        Ok(Done::made(id.0))
    }
}

/// Offices come from others: whoever gave them to themselves could sign as everybody.
fn not_ones_own(ctx: &Ctx<'_>, person: PersonId) -> Result<(), Refusal> {
    if ctx.actor.person() != Some(person) {
        return Ok(());
    }
    let zh = "自己的角色要由另一位组织者来给或结束";
    Err(Refusal::not_now("own_role", zh, "your own roles are given and ended by another organiser"))
}

fn read(slug: &str) -> Result<Role, Refusal> {
    Role::parse(slug).ok_or_else(|| {
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for role in Role::ALL {
            zh.push(format!("{}（{}）", role.slug(), role.names().0));
            en.push(role.slug());
        }
        Refusal::invalid("role", Words::new(format!("角色是 {} 之一", zh.join("、")), format!("a role is one of {}", en.join(", "))))
    })
}

/// A role ends today. Whoever it was sees so at their next request.
#[derive(Clone, Copy, Debug)]
pub struct EndRole {
    /// Which.
    pub grant: Uuid,
}

impl UseCase for EndRole {
    const KIND: &'static str = "role_ended";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;

        let grant = roles::find(ctx.tx, ctx.coop(), self.grant).await?.ok_or(Refusal::NotFound("role"))?;
        if grant.ended_at.is_some() {
            return Err(Refusal::DecidedBefore("role"));
        }
        // Without an organiser nobody could give a role again.
        if grant.role == Role::Organiser.slug() && roles::holders(ctx.tx, ctx.coop(), Role::Organiser).await? < 2 {
            let zh = "这是最后一位组织者，请先让另一个人成为组织者";
            return Err(Refusal::not_now("last_organiser", zh, "this is the last organiser: make somebody else one first"));
        }
        not_ones_own(ctx, grant.person_id)?;

        roles::end(ctx.tx, &allowed, self.grant, ctx.actor.person(), ctx.now).await?;
        Ok(Done::made(self.grant))
    }
}
