//! Pieces are given to a family, are missing until somebody else approves it, and are found again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::refused;
use crate::{
    app::{
        ctx::{About, Ctx, Done},
        execute::UseCase,
        refusal::Refusal,
        repairs::{Proposed, propose, signer},
        two_people,
    },
    auth::policy::{Allowed, KeepLots, Permission, Repair},
    domain::{
        account::Role,
        entry::Postings,
        id::{CommandId, DocumentId, LotId, PersonId, ProposalId},
        lot::{Change, Lot, LotEvent, LotEventKind, worth},
    },
    store::{lots, people},
};

async fn load(ctx: &mut Ctx<'_>, id: LotId) -> Result<Lot, Refusal> {
    Ok(lots::load(ctx.tx, ctx.batch.coop.id, id).await?.ok_or(Refusal::NotFound("lot"))?.lot()?)
}

/// Keeps what became of pieces, and posts it.
async fn append<P: Permission>(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<P>,
    command: CommandId,
    event: &LotEvent,
    change: Change,
    postings: &Postings,
) -> Result<Done, Refusal> {
    lots::save_event(ctx.tx, allowed, event, ctx.actor.person(), ctx.now).await?;
    lots::change(ctx.tx, allowed.coop(), event.lot, &change).await?;
    let about = About { kind: event.kind.slug(), day: event.day, document: event.document(), command, memo: "" };
    let entry = ctx.post(about, postings).await?;
    Ok(Done { document: event.id.0, entry, day: Some(event.day) })
}

/// Pieces are given to a family: E6b.
#[derive(Clone, Copy, Debug)]
pub struct GivePieces {
    /// Of which lot.
    pub lot: LotId,
    /// How many.
    pub pieces: i64,
    /// To whom, where the cooperative keeps that.
    pub person: Option<PersonId>,
    /// When; today where it is missing.
    pub day: Option<NaiveDate>,
}

impl UseCase for GivePieces {
    const KIND: &'static str = "lot_given";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepLots>()?;
        let (mut lot, mut postings) = (load(ctx, self.lot).await?, Postings::default());
        if let Some(person) = self.person {
            people::get(ctx.tx, allowed.coop(), person).await?.ok_or(Refusal::NotFound("person"))?;
        }
        let day = ctx.happened_on(self.day)?;

        let change = lot.give(self.pieces, &mut postings).map_err(refused)?;

        let (kind, document) = (LotEventKind::Given, DocumentId(id.0));
        let event = LotEvent { id: document, kind, day, lot: lot.id, pieces: self.pieces, person: self.person, of: None };
        append(ctx, &allowed, id, &event, change, &postings).await
    }
}

/// Pieces are missing: E15. They leave the shelf now; that they are gone waits for another person.
#[derive(Clone, Copy, Debug)]
pub struct MissPieces {
    /// Of which lot.
    pub lot: LotId,
    /// How many.
    pub pieces: i64,
    /// When it was noticed; today where it is missing.
    pub day: Option<NaiveDate>,
}

impl UseCase for MissPieces {
    const KIND: &'static str = "lot_missing";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepLots>()?;
        signer(ctx)?;
        let (mut lot, mut postings) = (load(ctx, self.lot).await?, Postings::default());
        let day = ctx.happened_on(self.day)?;

        let change = lot.miss(self.pieces, &mut postings).map_err(refused)?;

        let (kind, document) = (LotEventKind::Missing, DocumentId(id.0));
        let event = LotEvent { id: document, kind, day, lot: lot.id, pieces: self.pieces, person: None, of: None };
        append(ctx, &allowed, id, &event, change, &postings).await
    }
}

/// Another person approves that missing pieces are gone: E15.
#[derive(Clone, Copy, Debug)]
pub struct ApproveShortage {
    /// Which shortage.
    pub shortage: DocumentId,
}

impl UseCase for ApproveShortage {
    const KIND: &'static str = "shortage_approved";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepLots>()?;
        let (coop, second) = (allowed.coop(), signer(ctx)?);
        let missing = lots::event(ctx.tx, coop, self.shortage).await?.filter(|event| event.kind == LotEventKind::Missing.slug());
        let missing = missing.ok_or(Refusal::NotFound("shortage"))?;
        if lots::is_approved(ctx.tx, coop, missing.id).await? {
            return Err(Refusal::DecidedBefore("shortage"));
        }
        let first = missing.made_by.ok_or(Refusal::NotFound("shortage"))?;
        two_people::check::<KeepLots>(ctx, first, second).await?;
        let lot = load(ctx, missing.lot_id).await?;

        let worth = worth(lot.value, missing.pieces)?;
        let mut postings = Postings::default();
        postings.debit(Role::Shrinkage, None, worth).credit(Role::ShortagePending, None, worth)?;

        let (kind, document, day) = (LotEventKind::WrittenOff, DocumentId(id.0), ctx.today());
        let event = LotEvent { id: document, kind, day, lot: lot.id, pieces: missing.pieces, person: None, of: Some(missing.id) };
        append(ctx, &allowed, id, &event, Change::default(), &postings).await
    }
}

/// Pieces that were missing and turned up, as they are proposed.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Of which lot.
    pub lot_id: Uuid,
    /// How many.
    #[schema(minimum = 1, maximum = 100_000)]
    pub pieces: i64,
}

/// Somebody counted more than the books have: E39, once another person agrees.
#[derive(Clone, Copy, Debug)]
pub struct ProposeFinding(pub Found);

impl UseCase for ProposeFinding {
    const KIND: &'static str = "lot_finding_proposed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<KeepLots>()?;
        let allowed = ctx.allow::<Repair>()?;
        let mut lot = load(ctx, LotId(self.0.lot_id)).await?;
        // Nobody is asked to agree to what cannot be.
        lot.find(self.0.pieces, &mut Postings::default()).map_err(refused)?;
        propose(ctx, &allowed, id, lot.id.0, Proposed::Found(self.0)).await
    }
}

/// Another person agrees that pieces were found. The document takes the id of its proposal.
pub async fn find_agreed(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<Repair>,
    id: CommandId,
    proposal: ProposalId,
    found: &Found,
) -> Result<Done, Refusal> {
    let (mut lot, mut postings) = (load(ctx, LotId(found.lot_id)).await?, Postings::default());
    let change = lot.find(found.pieces, &mut postings).map_err(refused)?;
    let (kind, document, day) = (LotEventKind::Found, DocumentId(proposal.0), ctx.today());
    let event = LotEvent { id: document, kind, day, lot: lot.id, pieces: found.pieces, person: None, of: None };
    append(ctx, allowed, id, &event, change, &postings).await
}
