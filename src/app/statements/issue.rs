//! Issuing: gather, read the name (logged), lay out, then number and keep under the head's lock.

use std::sync::Arc;

use super::{gather, paper, print};
use crate::{
    app::{
        Refusal, Service,
        ctx::{Ctx, Done},
        execute::{Receipt, Request, Sent, UseCase},
        people::ReadParticulars,
        reports::owners_month::{Purpose, not_behind},
        words::Words,
    },
    auth::{
        actor::Actor,
        policy::{IssueStatements, allow},
    },
    domain::{
        chain::Hash,
        id::{CommandId, DocumentId, PersonId},
        money::Minor,
        time::Month,
    },
    store::{
        commands,
        coop::Head,
        people, private,
        statements::{self, StatementRow},
    },
};

/// How often the number may be taken by another statement before we give up.
const TRIES: usize = 8;

/// Somebody asks for a statement.
#[derive(Clone, Debug)]
pub struct Order {
    /// Who.
    pub actor: Actor,
    /// The sender's id; the statement takes it.
    pub id: CommandId,
    /// Over the kind and the bytes as received.
    pub body_hash: Hash,
    /// Whose statement.
    pub owner: PersonId,
    /// Of which month.
    pub month: Month,
}

impl Order {
    /// What its command is called.
    pub const KIND: &'static str = IssueStatement::KIND;
}

/// Issues a statement.
pub async fn issue(service: &Service, order: Order) -> Result<Receipt, Refusal> {
    allow::<IssueStatements>(&order.actor)?;
    for _ in 0..TRIES {
        let use_case = laid_out(service, &order).await?;
        let Order { actor, id, body_hash, .. } = order.clone();
        match service.writer.request(Request { actor, id, body_hash, use_case }).await {
            Err(Refusal::NotNow { slug: NUMBER_TAKEN | NAME_GONE, .. }) => {}
            answer => return answer,
        }
    }
    Err(Refusal::Busy)
}

/// Another statement took the number between the laying out and the lock.
const NUMBER_TAKEN: &str = "statement_number_taken";
/// The owner was erased, or is called something else, between the laying out and the lock.
const NAME_GONE: &str = "statement_name_gone";

async fn laid_out(service: &Service, order: &Order) -> Result<IssueStatement, Refusal> {
    let (coop, owner, month) = (order.actor.coop, order.owner, order.month);
    let mut tx = service.db.snapshot().await?;
    if commands::find(&mut tx, coop, order.id).await?.is_some() {
        // Answered before: the writer gives that answer, or says whose id it is.
        return Ok(IssueStatement { owner, month, finished: None });
    }
    let (found, gathered) = gather(&mut tx, coop, owner, month, Purpose::Issue).await?;
    drop(tx);
    let now = service.clock.now();
    if now.day_in(found.zone) <= month.last_day() {
        let words = Words::new(
            format!("{month} 还没有过完；现在可以看预览，下个月再签发"),
            format!("{month} is not over: look at the preview now and issue it next month"),
        );
        return Err(Refusal::NotNow { slug: "month_not_over", words });
    }
    let number = gathered.head.statements + 1;
    let name = name_of(service, order).await?;
    let called = Called { is_named: name.is_some(), nickname: gathered.owner.nickname.clone() };
    let name = name.or_else(|| called.nickname.clone()).unwrap_or_default();
    let form = paper(&found, &gathered, Some(number), name, now)?;
    let pdf = print(form).await?;
    let (opening, closing) = (gathered.opening, gathered.closing);
    let finished = Finished { number, head: gathered.head, opening, closing, called, pdf: pdf.into() };
    Ok(IssueStatement { owner, month, finished: Some(finished) })
}

/// The owner's real name, whose reading is logged; `None` where none is written down.
async fn name_of(service: &Service, order: &Order) -> Result<Option<String>, Refusal> {
    let read = ReadParticulars { keys: service.keys.clone(), person: order.owner, purpose: "statement".to_owned() };
    match service.writer.errand(Sent { actor: order.actor.clone(), errand: read }).await {
        Ok(particulars) => Ok(Some(particulars.name)),
        Err(Refusal::NotFound(_)) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// What the laying out took the owner's name from. An erasure may overtake it: then the pages must not be kept.
#[derive(Clone, Debug)]
struct Called {
    is_named: bool,
    nickname: Option<String>,
}

impl Called {
    async fn still_holds(&self, ctx: &mut Ctx<'_>, owner: PersonId) -> Result<bool, Refusal> {
        let coop = ctx.coop();
        if self.is_named {
            return Ok(private::of(ctx.tx, coop, owner).await?.is_some());
        }
        let person = people::get(ctx.tx, coop, owner).await?;
        Ok(self.nickname.is_none() || person.is_some_and(|person| person.nickname == self.nickname))
    }
}

/// A statement that is laid out and waits for its number to be confirmed.
#[derive(Clone, Debug)]
struct Finished {
    number: i64,
    head: Head,
    opening: Minor,
    closing: Minor,
    called: Called,
    pdf: Arc<[u8]>,
}

/// Numbers and keeps a statement.
#[derive(Clone, Debug)]
struct IssueStatement {
    owner: PersonId,
    month: Month,
    finished: Option<Finished>,
}

impl UseCase for IssueStatement {
    const KIND: &'static str = "statement_issued";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<IssueStatements>()?;
        let taken =
            || Refusal::not_now(NUMBER_TAKEN, "另一张对账单刚刚用了这个号，请再发一次", "another statement took the number: send it again");
        let Finished { number, head, opening, closing, called, pdf } = self.finished.ok_or_else(taken)?;

        let latest = statements::latest(ctx.tx, ctx.coop(), self.owner).await?;
        not_behind(ctx.tx, ctx.coop(), self.month, latest.as_ref()).await?;
        if number != ctx.batch.head.statements + 1 {
            return Err(taken());
        }
        if !called.still_holds(ctx, self.owner).await? {
            return Err(Refusal::not_now(NAME_GONE, "铺主的姓名刚刚变了，请再发一次", "the owner's name has just changed: send it again"));
        }

        let row = StatementRow {
            id: DocumentId(id.0),
            number,
            owner_id: self.owner,
            month: self.month.to_string(),
            head_number: head.number,
            head_hash: head.hash,
            opening,
            closing,
            pdf_hash: Hash::of(&pdf),
            issued_by: ctx.actor.sender().1,
            issued_at: ctx.now,
        };
        statements::save(ctx.tx, &allowed, &row, pdf.to_vec()).await?;
        ctx.batch.head.statements = number;
        Ok(Done { document: id.0, entry: None, day: Some(ctx.today()) })
    }
}
