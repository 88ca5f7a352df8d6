//! Money that moves under no agreement with a supporter: deposits, rent, members' capital, shares of sales, donations, bills.

use super::{Said, append, papers, refuse::refused};
use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::one_of,
        refusal::Refusal,
        words::Words,
    },
    auth::policy::MoveMoney,
    domain::{
        account::Role,
        id::{CommandId, CoopId, DocumentId, PersonId},
        office::{self, Event, EventKind, Held, Through},
        reason::Bill,
    },
    store::{instruments, journal, people},
};

/// What is settled: an event, and where its money usually comes to or goes from.
pub trait Settlement: Copy + Send + Sync + 'static {
    /// Which event.
    const EVENT: EventKind;
    /// The safe or the bank.
    const USUAL: Through;
}

macro_rules! settlements {
    ($($(#[$doc:meta])* $name:ident: $usual:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Settlement for $name {
            const EVENT: EventKind = EventKind::$name;
            const USUAL: Through = Through::$usual;
        }
    )* };
}

settlements! {
    /// E19: a deposit is taken.
    DepositTaken: Safe,
    /// E19: and given back.
    DepositReturned: Safe,
    /// E30: a supporter's share of sales is paid.
    SharePaid: Bank,
    /// E30: or becomes a gift, as they want.
    ShareRedonated: Bank,
    /// E31: customers' donations are passed on.
    DonationsPassedOn: Bank,
    /// E32: cash is brought to the bank.
    CashBanked: Bank,
    /// E33: an owner pays rent.
    RentPaid: Safe,
    /// E33: rent is waived after it was charged.
    RentWaived: Safe,
    /// E34: a member pays share capital in.
    MemberCapitalPaidIn: Safe,
    /// E34: and takes it back.
    MemberCapitalWithdrawn: Bank,
    /// E38: a bill is paid.
    BillPaid: Bank,
}

/// Settles something.
#[derive(Clone, Debug)]
pub struct Settle<S> {
    /// What.
    pub what: S,
    /// With whom, where it is somebody's.
    pub person: Option<PersonId>,
    /// How much, where, when.
    pub said: Said,
    /// What a bill was for.
    pub bill: Option<String>,
    /// The uploaded paper behind it.
    pub paper: Option<String>,
}

impl<S: Settlement> UseCase for Settle<S> {
    const KIND: &'static str = S::EVENT.slug();

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let (kind, coop) = (S::EVENT, ctx.coop());
        let (amount, through) = (self.said.amount(ctx)?, self.said.through(S::USUAL)?);
        let day = ctx.happened_on(self.said.day)?;
        let code = self.bill.as_deref().map_or(Ok(""), read_bill)?;
        let paper = match &self.paper {
            Some(paper) => Some(papers::known(ctx.tx, coop, paper).await?),
            None => None,
        };
        check_person(ctx, coop, kind, self.person).await?;
        let held = held(ctx, kind, self.person).await?;

        office::settle(kind, amount, held).map_err(|cannot| refused(&cannot, &ctx.batch.coop.unit))?;

        let event = Event {
            id: DocumentId(id.0),
            kind,
            day,
            instrument: None,
            party: self.person,
            through: Some(through).filter(|_| kind.moves_money()),
            amount,
            code,
            paper,
            reverses: None,
            subject: None,
            lines: Vec::new(),
        };
        append(ctx, &allowed, id, &event, None).await
    }
}

fn read_bill(slug: &str) -> Result<&'static str, Refusal> {
    let known: Vec<&str> = Bill::ALL.iter().map(|bill| bill.slug()).collect();
    let slug = one_of(slug, "bill", &known)?;
    Ok(Bill::parse(&slug).unwrap_or(Bill::Other).slug())
}

/// What an event's account holds for somebody.
pub(super) async fn held(ctx: &mut Ctx<'_>, kind: EventKind, person: Option<PersonId>) -> Result<Held, Refusal> {
    let Some(role) = kind.held_on() else { return Ok(Held::default()) };
    let account = ctx.batch.chart.code(role).map_err(|error| Refusal::Broken(error.to_string()))?.to_owned();
    let (coop, unit) = (ctx.coop(), ctx.batch.coop.unit.code.clone());
    let balance = journal::balance(ctx.tx, coop, &account, person.map(|person| person.0), &unit).await?;
    // What somebody owes us stands on the other side than what we hold for them.
    Ok(Held(if role == Role::MemberReceivable { balance } else { balance.negated()? }))
}

/// Whether the person may be party to it, and wants it so.
async fn check_person(ctx: &mut Ctx<'_>, coop: CoopId, kind: EventKind, person: Option<PersonId>) -> Result<(), Refusal> {
    let Some(person) = person else { return Ok(()) };
    let row = people::get(ctx.tx, coop, person).await?.ok_or(Refusal::NotFound("person"))?;
    match kind {
        EventKind::MemberCapitalPaidIn if row.joined_on.is_none() => {
            let words = Words::new(
                "股金只收成员的；爱心股东的股金请先立约定",
                "only a member pays it in; a supporter's share capital is an agreement",
            );
            Err(Refusal::invalid("person_id", words))
        }
        EventKind::SharePaid | EventKind::ShareRedonated => {
            let redonates = instruments::wish(ctx.tx, coop, person, None).await?.as_deref() == Some("redonate");
            match (kind, redonates) {
                (EventKind::SharePaid, true) => {
                    let zh = "这位爱心股东说过分成转赠合作社：请登记转赠；要改主意，先登记新的意愿";
                    let en = "this supporter wants shares of sales to become gifts: record that, or log another wish of theirs first";
                    Err(Refusal::not_now("wants_to_redonate", zh, en))
                }
                (EventKind::ShareRedonated, false) => {
                    let zh = "转赠要由爱心股东自己说：请先登记他的意愿（redonate）";
                    let en = "only the supporter can give their share back: log that wish of theirs first (redonate)";
                    Err(Refusal::not_now("not_their_wish", zh, en))
                }
                _ => Ok(()),
            }
        }
        _ => Ok(()),
    }
}
