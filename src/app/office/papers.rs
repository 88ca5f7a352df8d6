//! Papers behind agreements and entries: a PDF as it is, a photograph drawn anew, so that no camera's notes are kept.

use crate::{
    app::{
        Refusal, Service,
        ctx::{Ctx, Done},
        darkroom::Sheet,
        execute::{Errand, Sent, UseCase},
    },
    auth::{
        actor::Actor,
        policy::{self, KeepPapers, ManageAgreements},
    },
    domain::{
        chain::Hash,
        id::{CommandId, CoopId, InstrumentId},
    },
    store::{
        Tx, instruments,
        papers::{self, PaperRow},
    },
};

/// Takes an uploaded paper in: names it by its bytes, keeps it once.
pub async fn upload_paper(service: &Service, actor: Actor, upload: impl AsRef<[u8]> + Send + 'static) -> Result<Hash, Refusal> {
    policy::allow::<KeepPapers>(&actor)?;
    let sheet = service.darkroom.paper(upload).await?;
    service.writer.errand(Sent { actor, errand: KeepPaper { sheet } }).await
}

#[derive(Clone)]
struct KeepPaper {
    sheet: Sheet,
}

impl Errand for KeepPaper {
    type Answer = Hash;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Hash, Refusal> {
        let allowed = ctx.allow::<KeepPapers>()?;
        let hash = Hash::of(&self.sheet.bytes);
        if !papers::exists(ctx.tx, ctx.coop(), hash).await? {
            let Sheet { media, bytes } = self.sheet;
            let row = PaperRow { hash, media: media.to_owned(), bytes, uploaded_by: ctx.actor.person(), uploaded_at: ctx.now };
            papers::keep(ctx.tx, &allowed, &row).await?;
        }
        Ok(hash)
    }
}

/// A paper that is here, by its name.
pub(in crate::app) async fn known(tx: &mut Tx, coop: CoopId, name: &str) -> Result<Hash, Refusal> {
    let hash = Hash::parse(name).ok_or(Refusal::NotFound("paper"))?;
    if papers::exists(tx, coop, hash).await? { Ok(hash) } else { Err(Refusal::NotFound("paper")) }
}

/// A paper is put with an agreement.
#[derive(Clone, Debug)]
pub struct AddPaper {
    /// Which agreement.
    pub instrument: InstrumentId,
    /// The paper's name.
    pub paper: String,
}

impl UseCase for AddPaper {
    const KIND: &'static str = "instrument_paper_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;
        let coop = ctx.coop();
        let row = instruments::load(ctx.tx, coop, self.instrument).await?.ok_or(Refusal::NotFound("instrument"))?;
        let paper = known(ctx.tx, coop, &self.paper).await?;
        if papers::of_instrument(ctx.tx, coop, row.id).await?.contains(&paper) {
            return Err(Refusal::DecidedBefore("paper"));
        }
        papers::add_to_instrument(ctx.tx, &allowed, id.0, row.id, paper, ctx.actor.person(), ctx.now).await?;
        Ok(Done::made(id.0))
    }
}
