//! One pipeline for what people ask: who are you today? → was this id answered before? → run → remember the answer.

use std::any::Any;

use futures::{FutureExt, future::BoxFuture};

use super::{
    clock::Chance,
    ctx::{Batch, Ctx, Done},
    refusal::Refusal,
};
use crate::{
    auth::actor::{Actor, Who},
    domain::{
        chain::Hash,
        id::CommandId,
        time::{Date, Ts},
    },
    store::{Tx, commands, people, tills},
};

/// What one job of a batch works with.
pub struct Desk<'a> {
    /// The SQL transaction.
    pub tx: &'a mut Tx,
    /// What the batch knows.
    pub batch: &'a mut Batch,
    /// Our time.
    pub now: Ts,
    /// Our chance.
    pub chance: &'a Chance,
    /// Jobs that this one makes due; they run next, in savepoints of their own.
    pub due: Vec<Box<dyn Job>>,
}

/// What a job gives back; the writer's typed door knows what it is.
pub type Answer = Result<Box<dyn Any + Send>, Refusal>;

/// Something that the writer runs in a savepoint. It may be run again if its batch fails.
pub trait Job: Send + Sync {
    /// Runs it.
    fn run<'a>(&'a self, desk: &'a mut Desk<'_>) -> BoxFuture<'a, Answer>;

    /// What to run in its place where it failed for a reason that does not pass. A till's command must not hold up the next.
    fn instead(&self, _refusal: &Refusal) -> Option<Box<dyn Job>> {
        None
    }
}

/// What a person asks for. The id is the sender's own; what it makes takes the same id.
pub trait UseCase: Clone + Send + Sync + 'static {
    /// The command's kind, e.g. `site_added`.
    const KIND: &'static str;

    /// Authorise, load, decide, append.
    fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> impl Future<Output = Result<Done, Refusal>> + Send;
}

/// What a sender is told of a command that was done. The same for every repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The command.
    pub command: CommandId,
    /// What was asked.
    pub kind: String,
    /// What it made or changed.
    pub document: uuid::Uuid,
    /// Its entry.
    pub entry: Option<i64>,
    /// The entry's or document's day.
    pub day: Option<Date>,
}

/// A request on its way to the writer.
pub struct Request<U> {
    /// Who asks.
    pub actor: Actor,
    /// The sender's id for it.
    pub id: CommandId,
    /// Over the kind and the bytes as received.
    pub body_hash: Hash,
    /// What to do.
    pub use_case: U,
}

impl<U: UseCase> Job for Request<U> {
    fn run<'a>(&'a self, desk: &'a mut Desk<'_>) -> BoxFuture<'a, Answer> {
        async move {
            let receipt = self.decide(desk).await?;
            Ok(Box::new(receipt) as Box<dyn Any + Send>)
        }
        .boxed()
    }
}

impl<U: UseCase> Request<U> {
    async fn decide(&self, desk: &mut Desk<'_>) -> Result<Receipt, Refusal> {
        let coop = desk.batch.coop.id;
        let actor = as_of_now(desk.tx, &self.actor).await?;
        let (sender_kind, sender_id) = actor.sender();
        if let Some(before) = commands::find(desk.tx, coop, self.id).await? {
            let same_sender = before.sender_kind == sender_kind && before.sender_id == sender_id;
            return match before.document_id {
                Some(document) if same_sender && before.body_hash == self.body_hash => {
                    Ok(Receipt { command: before.id, kind: before.kind, document, entry: before.entry_number, day: before.day })
                }
                _ => Err(Refusal::IdTaken),
            };
        }
        if tills::inbox_find(desk.tx, coop, self.id).await?.is_some() {
            return Err(Refusal::IdTaken);
        }
        let mut ctx = Ctx { tx: desk.tx, batch: desk.batch, actor: &actor, now: desk.now, chance: desk.chance, due: &mut desk.due };
        carry_out(&mut ctx, self.id, self.body_hash, self.use_case.clone()).await.map_err(id_taken)
    }
}

/// Roles as they are now: a token lives for minutes, a role may have ended.
async fn as_of_now(tx: &mut Tx, actor: &Actor) -> Result<Actor, Refusal> {
    Ok(match actor.who {
        Who::Person { id, .. } => people::actor(tx, actor.coop, id).await?,
        Who::Till { .. } | Who::Operator => actor.clone(),
    })
}

/// Names are looked up before they are taken, so a key that is there already is the id of something that no command made: the
/// first person of a cooperative, say.
fn id_taken(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Database(error) if error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation) => {
            Refusal::IdTaken
        }
        other => other,
    }
}

/// Runs a use case whose id is new, and remembers the command for ever.
pub async fn carry_out<U: UseCase>(ctx: &mut Ctx<'_>, id: CommandId, body_hash: Hash, use_case: U) -> Result<Receipt, Refusal> {
    let done = use_case.run(ctx, id).await?;
    let (sender_kind, sender_id) = ctx.actor.sender();
    let command = commands::Decided {
        id,
        kind: U::KIND.to_owned(),
        sender_kind: sender_kind.to_owned(),
        sender_id,
        body_hash,
        outcome: "posted".to_owned(),
        document_id: Some(done.document),
        entry_number: done.entry,
        day: done.day,
        received_at: ctx.now,
    };
    let coop = ctx.coop();
    commands::save(ctx.tx, coop, &command).await?;
    Ok(Receipt { command: id, kind: command.kind, document: done.document, entry: done.entry, day: done.day })
}

/// Something small that keeps the service going and has no place in the books: sign-ins, attempts, approvals.
pub trait Errand: Clone + Send + Sync + 'static {
    /// What it gives back.
    type Answer: Send + 'static;

    /// Does it.
    fn run(self, ctx: &mut Ctx<'_>) -> impl Future<Output = Result<Self::Answer, Refusal>> + Send;
}

/// An errand on its way to the writer.
pub struct Sent<E> {
    /// Who asks.
    pub actor: Actor,
    /// What to do.
    pub errand: E,
}

impl<E: Errand> Job for Sent<E> {
    fn run<'a>(&'a self, desk: &'a mut Desk<'_>) -> BoxFuture<'a, Answer> {
        async move {
            // Who comes without roles, e.g. to sign in, asks for nothing that needs one.
            let comes_without = matches!(&self.actor.who, Who::Person { roles, .. } if roles.is_empty());
            let actor = if comes_without { self.actor.clone() } else { as_of_now(desk.tx, &self.actor).await? };
            let mut ctx = Ctx { tx: desk.tx, batch: desk.batch, actor: &actor, now: desk.now, chance: desk.chance, due: &mut desk.due };
            let answer = self.errand.clone().run(&mut ctx).await?;
            Ok(Box::new(answer) as Box<dyn Any + Send>)
        }
        .boxed()
    }
}
