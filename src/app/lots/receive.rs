//! A lot comes in. What a given piece is worth rests on an invoice, or on what two people took it for, each by themselves.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::refused;
use crate::{
    app::{
        ctx::{About, Ctx, Done},
        execute::UseCase,
        format::fields::{Money, one_of, text},
        office,
        refusal::Refusal,
        repairs::{Proposed, propose, signer},
        words::Words,
    },
    auth::policy::{Allowed, KeepLots, MoveMoney, Permission, Repair},
    domain::{
        chain::Hash,
        id::{CommandId, InstrumentId, LotId, PersonId, ProposalId},
        lot::{Basis, CannotMove, LotReceipt, MOST_PIECES, Nature, worth},
        money::Minor,
        office::{InstrumentKind, Through, receive_goods},
        time::Date,
    },
    store::{instruments, lots, people},
};

/// What a supporter brings, as one person writes it down.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLot {
    /// Who gives it.
    pub supporter_id: Uuid,
    /// The agreement that it comes in under: a gift of goods, or a restricted gift, which binds it to its purpose. None where it is missing.
    pub instrument_id: Option<Uuid>,
    /// What it is. No names of people.
    #[schema(min_length = 1, max_length = 80, example = "马克杯")]
    pub name: String,
    /// How many pieces.
    #[schema(minimum = 1, maximum = 100_000)]
    pub pieces: i64,
    /// What a piece is worth.
    pub value: Money,
    /// When it came in; today where it is missing.
    pub day: Option<NaiveDate>,
}

/// A lot that was read and found good.
struct Read {
    receipt: LotReceipt,
    name: String,
}

impl NewLot {
    async fn read(&self, ctx: &mut Ctx<'_>, id: Uuid, nature: Nature, basis: Basis) -> Result<Read, Refusal> {
        let supporter = PersonId(self.supporter_id);
        if people::get(ctx.tx, ctx.batch.coop.id, supporter).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        let goods = Goods { name: &self.name, pieces: self.pieces, value: &self.value, day: self.day };
        let Bought { name, value, day } = goods.read(ctx)?;
        let under = under(ctx, nature, self.instrument_id, supporter, worth(value, self.pieces)?, day).await?;
        let receipt = LotReceipt {
            id: LotId(id),
            nature,
            day,
            supporter: Some(supporter),
            under,
            value,
            pieces: self.pieces,
            basis,
            paper: None,
            appraisers: None,
            through: None,
        };
        Ok(Read { receipt, name })
    }
}

/// The agreement of a lot with whether it restricts it; refuses what was not agreed.
async fn under(
    ctx: &mut Ctx<'_>,
    nature: Nature,
    instrument: Option<Uuid>,
    supporter: PersonId,
    worth: Minor,
    day: Date,
) -> Result<Option<(InstrumentId, bool)>, Refusal> {
    let Some(id) = instrument.map(InstrumentId) else { return Ok(None) };
    let row = instruments::load(ctx.tx, ctx.batch.coop.id, id).await?.filter(|row| row.supporter_id == supporter);
    let row = row.ok_or(Refusal::NotFound("instrument"))?;
    let agreed = row.agreed()?;
    if nature == Nature::AtCost {
        if agreed.kind != InstrumentKind::GoodsAtCost {
            let words = Words::new("这个约定不是成本价供货", "this agreement is not about goods at cost recovery");
            return Err(Refusal::invalid("instrument_id", words));
        }
        return Ok(Some((id, false)));
    }
    receive_goods(&agreed, row.book(), day, worth).map_err(|cannot| office::refused(&cannot, &ctx.batch.coop.unit))?;
    Ok(Some((id, agreed.kind == InstrumentKind::RestrictedGift)))
}

/// How many pieces of what, at which price.
struct Goods<'a> {
    name: &'a str,
    pieces: i64,
    value: &'a Money,
    day: Option<NaiveDate>,
}

/// The same, read.
struct Bought {
    name: String,
    value: Minor,
    day: Date,
}

impl Goods<'_> {
    fn read(&self, ctx: &Ctx<'_>) -> Result<Bought, Refusal> {
        if !(1..=MOST_PIECES).contains(&self.pieces) {
            return Err(refused(CannotMove::HowMany));
        }
        let value = self.value.read_above_zero("value", &ctx.batch.coop.unit)?;
        worth(value, self.pieces)?;
        Ok(Bought { name: text(self.name, "name", 80)?, value, day: ctx.happened_on(self.day)? })
    }
}

/// Keeps a lot, adds its worth to its agreement's book, and posts it.
async fn append<P: Permission>(ctx: &mut Ctx<'_>, allowed: &Allowed<P>, command: CommandId, read: Read) -> Result<Done, Refusal> {
    let Read { receipt, name } = read;
    lots::add(ctx.tx, allowed, &receipt, &name, ctx.actor.person(), ctx.now).await?;
    if let (Nature::Donated, Some((instrument, _))) = (receipt.nature, receipt.under) {
        instruments::add_goods(ctx.tx, allowed.coop(), instrument, receipt.worth()?, Minor::ZERO).await?;
    }
    let (day, document) = (receipt.day, receipt.document());
    let about = About { kind: receipt.kind(), day, document, command, memo: receipt.basis.slug() };
    let entry = ctx.post(about, &receipt.postings()?).await?;
    Ok(Done { document: receipt.id.0, entry, day: Some(day) })
}

/// Takes a given lot in by its invoice: E5.
#[derive(Clone, Debug)]
pub struct TakeIn {
    /// What comes in.
    pub lot: NewLot,
    /// The uploaded invoice.
    pub paper: String,
}

impl UseCase for TakeIn {
    const KIND: &'static str = "lot_taken_in";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepLots>()?;
        let mut read = self.lot.read(ctx, id.0, Nature::Donated, Basis::Invoice).await?;
        read.receipt.paper = Some(office::known_paper(ctx.tx, allowed.coop(), &self.paper).await?);
        append(ctx, &allowed, id, read).await
    }
}

/// One person says what a given piece is worth; the lot comes in once another, asked by themselves, takes it for the same.
#[derive(Clone, Debug)]
pub struct ProposeLot(pub NewLot);

impl UseCase for ProposeLot {
    const KIND: &'static str = "lot_appraised";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<KeepLots>()?;
        let allowed = ctx.allow::<Repair>()?;
        signer(ctx)?;
        let today = ctx.today();
        let lot = NewLot { day: Some(self.0.day.unwrap_or(today)), ..self.0 };
        // Nobody is asked to appraise what cannot come in.
        lot.read(ctx, id.0, Nature::Donated, Basis::Appraisal).await?;
        propose(ctx, &allowed, id, id.0, Proposed::Lot(lot)).await
    }
}

/// Another person takes the pieces for the same: the lot comes in under the id of its proposal.
pub async fn take_in_agreed(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<Repair>,
    id: CommandId,
    proposal: ProposalId,
    appraisers: (PersonId, PersonId),
    lot: &NewLot,
) -> Result<Done, Refusal> {
    let mut read = lot.read(ctx, proposal.0, Nature::Donated, Basis::Appraisal).await?;
    read.receipt.appraisers = Some(appraisers);
    append(ctx, allowed, id, read).await
}

/// A supporter leaves goods that stay their own until they are sold, and then get their cost back: E36.
#[derive(Clone, Debug)]
pub struct Leave(pub NewLot);

impl UseCase for Leave {
    const KIND: &'static str = "goods_left";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepLots>()?;
        let read = self.0.read(ctx, id.0, Nature::AtCost, Basis::Price).await?;
        append(ctx, &allowed, id, read).await
    }
}

/// The cooperative buys goods to sell them: E37.
#[derive(Clone, Debug)]
pub struct Buy {
    /// What they are.
    pub name: String,
    /// How many pieces.
    pub pieces: i64,
    /// What a piece cost.
    pub cost: Money,
    /// `safe` or `bank`.
    pub through: Option<String>,
    /// When; today where it is missing.
    pub day: Option<NaiveDate>,
    /// The uploaded invoice, if there is one.
    pub paper: Option<String>,
}

impl UseCase for Buy {
    const KIND: &'static str = "goods_bought";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let goods = Goods { name: &self.name, pieces: self.pieces, value: &self.cost, day: self.day };
        let Bought { name, value, day } = goods.read(ctx)?;
        let through = match &self.through {
            None => Through::Bank,
            Some(said) => Through::parse(&one_of(said, "through", &["safe", "bank"])?).unwrap_or(Through::Bank),
        };
        let paper: Option<Hash> = match &self.paper {
            Some(paper) => Some(office::known_paper(ctx.tx, allowed.coop(), paper).await?),
            None => None,
        };
        let receipt = LotReceipt {
            id: LotId(id.0),
            nature: Nature::Own,
            day,
            supporter: None,
            under: None,
            value,
            pieces: self.pieces,
            basis: if paper.is_some() { Basis::Invoice } else { Basis::Price },
            paper,
            appraisers: None,
            through: Some(through),
        };
        append(ctx, &allowed, id, Read { receipt, name }).await
    }
}
