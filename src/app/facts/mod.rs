//! What tills report. It has happened, so it is posted, kept for later, or set aside whole, but never refused.
//!
//! `in_sequence` decides which of the three; the other files each decide one kind of fact.

mod declared;
mod in_sequence;
mod movement;
mod refund;
mod sale;
mod shift;

use serde::de::DeserializeOwned;

use super::{
    ctx::Ctx,
    format::{
        Envelope, Invalid,
        cash::{CloseShift, MoveCash, OpenShift},
        refund::NewRefund,
        sale::NewSale,
    },
    refusal::Refusal,
    words::Words,
};
use crate::{
    domain::{
        cash::{Effects, Origin, Warning, WarningKind},
        entry::Document,
        id::{CommandId, DocumentId, PersonId, ShiftId},
        money::Minor,
        time::{Date, business_day},
    },
    store::{effects, tills::Standing},
};
pub use in_sequence::{Arrived, FactAnswer, FactReceipt, Task, WasEarly, body_hash};
pub use sale::quote;

/// A kind of fact, with its endpoint's name in the journal and in the envelope's hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// A shift opens.
    ShiftOpened,
    /// Goods were sold.
    Sale,
    /// Goods came back.
    Refund,
    /// Cash moved without a sale.
    CashMoved,
    /// A shift closes.
    ShiftClosed,
}

impl FactKind {
    /// Every kind.
    pub const ALL: &[Self] = &[Self::ShiftOpened, Self::Sale, Self::Refund, Self::CashMoved, Self::ShiftClosed];

    /// Its name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::ShiftOpened => "shift_opened",
            Self::Sale => "sale",
            Self::Refund => "refund",
            Self::CashMoved => "cash_moved",
            Self::ShiftClosed => "shift_closed",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }
}

/// A fact, as the till wrote it down.
#[derive(Clone, Debug)]
pub enum Fact {
    /// A shift opens.
    ShiftOpened(OpenShift),
    /// Goods were sold.
    Sale(NewSale),
    /// Goods came back.
    Refund(NewRefund),
    /// Cash moved without a sale.
    CashMoved(MoveCash),
    /// A shift closes.
    ShiftClosed(CloseShift),
}

impl Fact {
    /// Reads a body.
    pub fn parse(kind: FactKind, body: &str) -> Result<Self, Invalid> {
        fn read<T: DeserializeOwned>(body: &str) -> Result<T, Invalid> {
            serde_json::from_str(body).map_err(|error| {
                let zh = format!("内容读不懂（第 {} 列附近），请检查字段名和格式", error.column());
                Invalid::new("body", Words::new(zh, format!("the body cannot be read: {error}")))
            })
        }
        match kind {
            FactKind::ShiftOpened => read(body).map(Self::ShiftOpened),
            FactKind::Sale => read(body).map(Self::Sale),
            FactKind::Refund => read(body).map(Self::Refund),
            FactKind::CashMoved => read(body).map(Self::CashMoved),
            FactKind::ShiftClosed => read(body).map(Self::ShiftClosed),
        }
    }
}

/// Why a fact is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// A name for programs.
    pub reason: &'static str,
    /// Why, in words.
    pub words: Words,
}

impl Aside {
    /// With a reason and its words.
    pub fn new(reason: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { reason, words: Words::new(zh, en) }
    }
}

impl From<Invalid> for Aside {
    fn from(invalid: Invalid) -> Self {
        let Words { zh, en } = invalid.words;
        let at = invalid.at;
        Self { reason: "invalid_body", words: Words::new(format!("{at}：{zh}"), format!("{at}: {en}")) }
    }
}

/// A fact that is not posted: set aside, or the database failed.
#[derive(Debug)]
pub enum NotPosted {
    /// Kept whole for two people to repair.
    Aside(Aside),
    /// Nothing is kept; the till sends it again.
    Failed(Refusal),
}

impl From<Aside> for NotPosted {
    fn from(aside: Aside) -> Self {
        Self::Aside(aside)
    }
}

impl From<Invalid> for NotPosted {
    fn from(invalid: Invalid) -> Self {
        Self::Aside(invalid.into())
    }
}

impl From<Refusal> for NotPosted {
    fn from(refusal: Refusal) -> Self {
        Self::Failed(refusal)
    }
}

impl From<sqlx::Error> for NotPosted {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<crate::domain::money::Overflow> for NotPosted {
    fn from(error: crate::domain::money::Overflow) -> Self {
        Aside::new("overflow", "金额大得账本放不下", error.to_string()).into()
    }
}

/// What a fact is decided at: its command, its envelope, where its till stands, and the shift that it falls in.
pub struct Counter {
    /// The command that posts it: its own, or the one that repairs it.
    pub command: CommandId,
    /// The document that it becomes: the sender's own id.
    pub document: DocumentId,
    /// What stands around it.
    pub envelope: Envelope,
    /// Where its till stands.
    pub standing: Standing,
    /// When it arrived.
    pub received_at: crate::domain::time::Ts,
    /// The shift that a repair names instead of the till's open one, with its business day.
    pub shift: Option<(ShiftId, Date)>,
    /// The second of the two people in the office who stand for it.
    pub repaired_by: Option<PersonId>,
}

impl Counter {
    /// The origin of a document in a shift.
    fn origin(&self, shift: ShiftId, business_date: Date) -> Origin {
        Origin {
            till: self.standing.till_id,
            epoch: self.standing.epoch,
            seq: self.envelope.seq,
            shift,
            business_date,
            occurred_at: self.envelope.corrected(),
            received_at: self.received_at,
            actor: PersonId(self.envelope.actor),
        }
    }

    /// The origin in the shift that the fact falls in.
    fn in_shift(&self) -> Result<Origin, Aside> {
        let open = self.standing.open_shift_id.zip(self.standing.business_date);
        let (shift, day) =
            self.shift.or(open).ok_or_else(|| Aside::new("no_open_shift", "这台收银台没有开着的班次", "this till has no open shift"))?;
        Ok(self.origin(shift, day))
    }

    /// The origin of the shift that the fact opens, and whether the till's clock was believed.
    fn opening(&self, zone: chrono_tz::Tz) -> (Origin, bool) {
        let (day, believed) = business_day(self.envelope.corrected(), self.received_at, self.standing.last_close, zone);
        (self.origin(ShiftId(self.document.0), day), believed)
    }
}

/// What a posted fact came to.
pub struct Posted {
    /// Its entry.
    pub entry: Option<i64>,
    /// Its business day.
    pub day: Date,
    /// Whether a person should look at something.
    pub has_tasks: bool,
}

/// Decides a fact and appends it.
pub async fn record(ctx: &mut Ctx<'_>, counter: &Counter, fact: Fact) -> Result<Posted, NotPosted> {
    match fact {
        Fact::ShiftOpened(opening) => shift::open(ctx, counter, &opening).await,
        Fact::Sale(sale) => sale::record(ctx, counter, &sale).await,
        Fact::Refund(refund) => refund::record(ctx, counter, &refund).await,
        Fact::CashMoved(moved) => movement::record(ctx, counter, &moved).await,
        Fact::ShiftClosed(closing) => shift::close(ctx, counter, &closing).await,
    }
}

/// Appends a fact's entry and everything else that its decision changes.
async fn append(
    ctx: &mut Ctx<'_>,
    counter: &Counter,
    kind: FactKind,
    day: Date,
    document: Document,
    mut decided: Effects,
) -> Result<Posted, NotPosted> {
    let mut warn = |kind| decided.warnings.push(Warning { kind, line: 0, amount: Minor::ZERO });
    if !counter.standing.actor_known {
        warn(WarningKind::UnknownActor);
    }
    if counter.repaired_by.is_none() && counter.envelope.prev_hash != counter.standing.last_hash.to_string() {
        warn(WarningKind::PreviousHashDiffers);
    }
    let by = Some(PersonId(counter.envelope.actor));
    effects::save(ctx.tx, ctx.coop(), document.id, &decided, day, by, ctx.now).await?;
    let about = super::ctx::About { kind: kind.slug(), day, document, command: counter.command, memo: "" };
    let entry = ctx.post(about, &decided.postings).await?;
    Ok(Posted { entry, day, has_tasks: !decided.warnings.is_empty() })
}
