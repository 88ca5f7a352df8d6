//! Money under an agreement with a supporter: it comes in, is spent on its purpose, paid back, withdrawn or waived.

use super::{Said, append, refuse::refused};
use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::UseCase,
        refusal::Refusal,
        words::Words,
    },
    auth::policy::{Allowed, MoveMoney},
    domain::{
        id::{CommandId, DocumentId, InstrumentId},
        money::Minor,
        office::{self, Agreed, Book, CannotPost, Event, EventKind, Through},
        reason::Purpose,
        time::Date,
    },
    store::instruments::{self, InstrumentRow},
};

/// Money comes in: E11, E12, E13.
#[derive(Clone, Debug)]
pub struct Receive {
    /// Under which agreement.
    pub instrument: InstrumentId,
    /// How much, where to, when.
    pub said: Said,
}

impl UseCase for Receive {
    const KIND: &'static str = "instrument_received";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let (amount, through) = (self.said.amount(ctx)?, self.said.through(Through::Bank)?);
        let under = Under::load(ctx, self.instrument, self.said.day).await?;

        let decided = office::receive(&under.agreed, under.book, under.day, amount);

        let (kind, book) = decided.map_err(|cannot| refused(&cannot, &ctx.batch.coop.unit))?;
        under.keep(ctx, &allowed, id, Moved { kind, book, amount, through: Some(through), code: "" }).await
    }
}

/// A loan is paid back, share capital withdrawn: E11, E12.
#[derive(Clone, Debug)]
pub struct GiveBack {
    /// Under which agreement.
    pub instrument: InstrumentId,
    /// How much, where from, when.
    pub said: Said,
}

impl UseCase for GiveBack {
    const KIND: &'static str = "instrument_given_back";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let (amount, through) = (self.said.amount(ctx)?, self.said.through(Through::Bank)?);
        let under = Under::load(ctx, self.instrument, self.said.day).await?;
        if under.wish(ctx).await?.as_deref() == Some("waive") {
            let zh = "出借人说过剩下的不用还了：请登记放弃；要改主意，先登记新的意愿";
            let en = "the lender wants to waive the rest: record the waiver, or log another wish of theirs first";
            return Err(Refusal::not_now("wants_to_waive", zh, en));
        }

        let decided = office::give_back(&under.agreed, under.book, amount);

        let (kind, book) = decided.map_err(|cannot| refused(&cannot, &ctx.batch.coop.unit))?;
        under.keep(ctx, &allowed, id, Moved { kind, book, amount, through: Some(through), code: "" }).await
    }
}

/// A restricted gift is spent: E13.
#[derive(Clone, Debug)]
pub struct Spend {
    /// Which gift.
    pub instrument: InstrumentId,
    /// On what.
    pub purpose: String,
    /// How much, where from, when.
    pub said: Said,
}

impl UseCase for Spend {
    const KIND: &'static str = "gift_spent";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let (amount, through) = (self.said.amount(ctx)?, self.said.through(Through::Bank)?);
        let purpose = read_purpose(&self.purpose)?;
        let under = Under::load(ctx, self.instrument, self.said.day).await?;

        let decided = office::spend(&under.agreed, under.book, purpose, amount);

        let book = decided.map_err(|cannot| refused(&cannot, &ctx.batch.coop.unit))?;
        let moved = Moved { kind: EventKind::GiftSpent, book, amount, through: Some(through), code: purpose.slug() };
        under.keep(ctx, &allowed, id, moved).await
    }
}

/// The rest of a loan is waived, as its lender wants: E35.
#[derive(Clone, Debug)]
pub struct Waive {
    /// Which loan.
    pub instrument: InstrumentId,
    /// When; today where it is missing.
    pub day: Option<Date>,
}

impl UseCase for Waive {
    const KIND: &'static str = "loan_waived";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let under = Under::load(ctx, self.instrument, self.day).await?;

        let decided = office::waive(&under.agreed, under.book);

        let (amount, book) = decided.map_err(|cannot| refused(&cannot, &ctx.batch.coop.unit))?;
        if under.wish(ctx).await?.as_deref() != Some("waive") {
            let zh = "放弃借款要由出借人自己说：请先登记他的意愿（waive）";
            let en = "only the lender can waive a loan: log that wish of theirs first (waive)";
            return Err(Refusal::not_now("not_their_wish", zh, en));
        }
        under.keep(ctx, &allowed, id, Moved { kind: EventKind::LoanWaived, book, amount, through: None, code: "" }).await
    }
}

pub(super) fn read_purpose(slug: &str) -> Result<Purpose, Refusal> {
    let all: Vec<&str> = Purpose::ALL.iter().map(|purpose| purpose.slug()).collect();
    let words = Words::new(format!("用途写 {} 之一", all.join("、")), format!("a purpose is one of {}", all.join(", ")));
    Purpose::parse(slug).ok_or_else(|| Refusal::invalid("purpose", words))
}

/// An agreement under which money moves on a day.
struct Under {
    row: InstrumentRow,
    agreed: Agreed,
    book: Book,
    day: Date,
}

/// What moved.
struct Moved {
    kind: EventKind,
    book: Book,
    amount: Minor,
    through: Option<Through>,
    code: &'static str,
}

impl Under {
    async fn load(ctx: &mut Ctx<'_>, id: InstrumentId, said: Option<Date>) -> Result<Self, Refusal> {
        let coop = ctx.coop();
        let row = instruments::load(ctx.tx, coop, id).await?.ok_or(Refusal::NotFound("instrument"))?;
        let (agreed, book) = (row.agreed()?, row.book());
        // Before the day: an agreement that brings no money is told so, whatever the day.
        if agreed.account().is_none() {
            return Err(refused(&CannotPost::BringsNoMoney, &ctx.batch.coop.unit));
        }
        let day = ctx.happened_on(said)?;
        agreed.check_begun(day).map_err(|cannot| refused(&cannot, &ctx.batch.coop.unit))?;
        Ok(Self { row, agreed, book, day })
    }

    async fn wish(&self, ctx: &mut Ctx<'_>) -> Result<Option<String>, Refusal> {
        let coop = ctx.coop();
        Ok(instruments::wish(ctx.tx, coop, self.row.supporter_id, Some(self.row.id)).await?)
    }

    async fn keep(self, ctx: &mut Ctx<'_>, allowed: &Allowed<MoveMoney>, id: CommandId, moved: Moved) -> Result<Done, Refusal> {
        let Moved { kind, book, amount, through, code } = moved;
        let event = Event {
            id: DocumentId(id.0),
            kind,
            day: self.day,
            instrument: Some(self.row.id),
            party: Some(self.row.supporter_id),
            through,
            amount,
            code,
            paper: None,
            reverses: None,
            subject: None,
            lines: Vec::new(),
        };
        instruments::keep_book(ctx.tx, allowed.coop(), self.row.id, book).await?;
        append(ctx, allowed, id, &event, self.agreed.account()).await
    }
}
