//! The owner consents to a version, or somebody logs that they did.

use super::{signer, version::still_holds};
use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::one_of,
        words::Words,
    },
    auth::policy::{Allowed, Consent},
    domain::id::{CommandId, PersonId, VersionId},
    store::versions,
};

/// How an owner consented whose consent the office logs: on paper, or spoken before a witness.
pub const MANNERS: &[&str] = &["paper", "spoken"];

/// How an owner consents: by themselves, by their guardian, or as whoever logs it for them says.
pub fn manner_of(ctx: &Ctx<'_>, allowed: &Allowed<Consent>, owner: PersonId, stated: Option<&str>) -> Result<String, Refusal> {
    let is_owner = ctx.actor.person() == Some(owner);
    match stated {
        stated if allowed.only().is_none() && !is_owner => Ok(one_of(stated.unwrap_or_default(), "manner", MANNERS)?),
        Some(_) => {
            let words = Words::new("本人或监护人同意时不用写 manner", "who consents themselves states no manner");
            Err(Refusal::invalid("manner", words))
        }
        None => Ok(if is_owner { "self" } else { "guardian" }.to_owned()),
    }
}

/// Logs an owner's consent.
#[derive(Clone, Debug)]
pub struct LogConsent {
    /// To which version.
    pub version: VersionId,
    /// One of [`MANNERS`], where it is logged for the owner; owners and their guardians say it themselves.
    pub manner: Option<String>,
    /// At the command line: who logs it.
    pub signed_by: Option<PersonId>,
}

impl UseCase for LogConsent {
    const KIND: &'static str = "agreement_consented";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Consent>()?;
        let logged_by = signer(ctx, self.signed_by, "consent_by").await?;

        let row = versions::get(ctx.tx, ctx.coop(), self.version).await?.ok_or(Refusal::NotFound("agreement version"))?;
        if !allowed.covers(row.owner_id) {
            return Err(Refusal::NotFound("agreement version"));
        }
        if row.consented_at.is_some() {
            return Err(Refusal::DecidedBefore("consent"));
        }
        if row.withdrawn_at.is_some() {
            return Err(Refusal::DecidedBefore("agreement version"));
        }
        let manner = manner_of(ctx, &allowed, row.owner_id, self.manner.as_deref())?;
        still_holds(ctx, &row).await?;

        versions::consent(ctx.tx, &allowed, row.id, logged_by, &manner, ctx.now).await?;
        Ok(Done { document: row.id.0, entry: None, day: Some(row.effective_on) })
    }
}
