//! What a use case works with: the SQL transaction, who asks, now, and the one way to post an entry.

use uuid::Uuid;

use super::{clock::Chance, execute::Job, format::fields::day, refusal::Refusal, words::Words};
use crate::{
    auth::{
        actor::Actor,
        policy::{self, Allowed, Permission},
    },
    domain::{
        account::Chart,
        entry::{Document, Entry, Heading, Postings},
        id::{CommandId, CoopId},
        time::{Date, Ts},
    },
    store::{
        Tx,
        coop::{Coop, Head},
        journal,
    },
};

/// What a batch loads once under the head's lock. Nothing of it outlives the batch.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The cooperative.
    pub coop: Coop,
    /// Which code stands for each role.
    pub chart: Chart,
    /// The last entry so far.
    pub head: Head,
}

/// What a use case works with.
pub struct Ctx<'a> {
    /// The SQL transaction.
    pub tx: &'a mut Tx,
    /// What the batch knows.
    pub batch: &'a mut Batch,
    /// Who asks.
    pub actor: &'a Actor,
    /// Our time.
    pub now: Ts,
    /// Our chance.
    pub chance: &'a Chance,
    /// Jobs that this one makes due; they run next, in savepoints of their own.
    pub due: &'a mut Vec<Box<dyn Job>>,
}

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// What it made or changed.
    pub document: Uuid,
    /// Its entry, if it moved money.
    pub entry: Option<i64>,
    /// The day of the entry or the document.
    pub day: Option<Date>,
}

impl Done {
    /// Something made or changed that moved no money.
    #[must_use]
    pub const fn made(document: Uuid) -> Self {
        Self { document, entry: None, day: None }
    }
}

/// What an entry is about.
#[derive(Clone, Debug)]
pub struct About {
    /// What happened, e.g. `sale`.
    pub kind: &'static str,
    /// The business day.
    pub day: Date,
    /// The document behind it.
    pub document: Document,
    /// The command that asked for it.
    pub command: CommandId,
    /// A code, never free text.
    pub memo: &'static str,
}

impl Ctx<'_> {
    /// Asks the policy.
    pub fn allow<P: Permission>(&self) -> Result<Allowed<P>, Refusal> {
        Ok(policy::allow(self.actor)?)
    }

    /// The cooperative.
    #[must_use]
    pub fn coop(&self) -> CoopId {
        self.batch.coop.id
    }

    /// Today, where the cooperative is.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.day_in(self.batch.coop.zone)
    }

    /// The day on which something happened: today, or one before.
    pub fn happened_on(&self, said: Option<Date>) -> Result<Date, Refusal> {
        let today = self.today();
        let on = day(said.unwrap_or(today), "day")?;
        if on > today {
            return Err(Refusal::invalid("day", Words::new("日期不能晚于今天", "it cannot happen after today")));
        }
        Ok(on)
    }

    /// Appends the entry of a document. `None` where there is nothing to post.
    pub async fn post(&mut self, about: About, postings: &Postings) -> Result<Option<i64>, Refusal> {
        if postings.is_empty() {
            return Ok(None);
        }
        let entry = postings.entry(self.heading(&about), &self.batch.chart, &self.batch.coop.unit.code)?;
        self.append(&entry).await.map(Some)
    }

    /// What an entry of this cooperative says besides its postings.
    #[must_use]
    pub fn heading(&self, about: &About) -> Heading {
        let About { kind, day, document, command, memo } = *about;
        Heading { coop: self.coop(), date: day, kind: kind.to_owned(), document, command, memo: memo.to_owned() }
    }

    /// Appends an entry that was made otherwise than of roles: one that undoes another, or names accounts by their codes.
    pub async fn append(&mut self, entry: &Entry) -> Result<i64, Refusal> {
        Ok(journal::append(self.tx, &mut self.batch.head, entry, self.now).await?)
    }
}
