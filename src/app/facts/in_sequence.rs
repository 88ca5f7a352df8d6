//! The server posts one till's commands in the order of their numbers; different tills do not wait for each other.
//!
//! An earlier number is missing: the command waits in the inbox. It cannot be posted: it is set aside whole, and the sequence
//! moves on. It was answered before: it gets its present state.

use std::any::Any;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use super::{Aside, Counter, Fact, FactKind, NotPosted, declared::declared_cash, record};
use crate::{
    app::{
        ctx::Ctx,
        execute::{Answer, Desk, Job},
        format::Envelope,
        refusal::Refusal,
        words::Words,
    },
    auth::actor::{Actor, Who},
    domain::{
        chain::Hash,
        id::{CommandId, DocumentId, PersonId, TillId},
        money::{Minor, Unit},
        time::{Date, Ts},
    },
    store::{
        commands, quarantine, tasks,
        tills::{self, Standing, Waiting},
    },
};

/// A till's command as it arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The till whose token came with it.
    pub actor: Actor,
    /// When that token was revoked, as far as the door knew; the enrolment that the envelope names is looked up anew.
    pub revoked_at: Option<Ts>,
    /// The sender's id for it.
    pub id: CommandId,
    /// What it reports.
    pub kind: FactKind,
    /// As received.
    pub body: Vec<u8>,
    /// When.
    pub received_at: Ts,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactAnswer {
    /// In the books.
    Posted(FactReceipt),
    /// Waits for an earlier number.
    Early {
        /// Its number.
        seq: i64,
        /// The number that is missing.
        next_seq: i64,
    },
    /// Set aside.
    Quarantined {
        /// A name for programs.
        reason: String,
        /// Why, in words.
        words: Words,
        /// `posted` or `dismissed` once two people have repaired it.
        outcome: Option<String>,
    },
}

/// A posted fact. The same for every repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactReceipt {
    /// The document, which has the command's own id.
    pub document: Uuid,
    /// Its entry, if anything was posted.
    pub entry: Option<i64>,
    /// Its business day.
    pub day: Option<Date>,
    /// What a person should look at.
    pub tasks: Vec<Task>,
}

/// Something that broke a rule but happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub kind: String,
    /// The line, from 1; 0 for the whole.
    pub line: i64,
    /// The amount in question, in the cooperative's unit.
    pub amount: String,
}

/// How long a revoked till's token still delivers: 60 days.
const DELIVERS_SECONDS: i64 = 60 * 86_400;

/// How many commands of an enrolment may wait for an earlier one: months of a till's work.
const MOST_EARLY: i64 = 10_000;

impl Job for Arrived {
    fn run<'a>(&'a self, desk: &'a mut Desk<'_>) -> BoxFuture<'a, Answer> {
        async move {
            let answer = self.decide(desk).await?;
            Ok(Box::new(answer) as Box<dyn Any + Send>)
        }
        .boxed()
    }

    fn instead(&self, refusal: &Refusal) -> Option<Box<dyn Job>> {
        refusal.is_lasting_fault().then(|| Box::new(Undecidable(self.clone())) as Box<dyn Job>)
    }
}

/// A command that we fail to decide, for whatever reason: it is set aside whole, and its till goes on.
struct Undecidable(Arrived);

impl Job for Undecidable {
    fn run<'a>(&'a self, desk: &'a mut Desk<'_>) -> BoxFuture<'a, Answer> {
        async move {
            let answer = self.0.set_aside_undecided(desk).await?;
            Ok(Box::new(answer) as Box<dyn Any + Send>)
        }
        .boxed()
    }
}

impl Arrived {
    /// SHA-256 over the kind and the bytes as received.
    fn body_hash(&self) -> Hash {
        body_hash(self.kind.slug(), &self.body)
    }

    async fn decide(&self, desk: &mut Desk<'_>) -> Result<FactAnswer, Refusal> {
        let coop = desk.batch.coop.id;
        let till = self.actor.till().ok_or(Refusal::NotSignedIn)?;
        let hash = self.body_hash();
        if let Some(before) = commands::find(desk.tx, coop, self.id).await? {
            return self.repeat(desk, till, hash, &before).await;
        }
        let envelope: Envelope = serde_json::from_slice(&self.body).map_err(|error| Refusal::Broken(error.to_string()))?;
        let standing = tills::standing(desk.tx, coop, till, envelope.epoch, PersonId(envelope.actor), self.id).await?;
        let standing = standing.ok_or(Refusal::NotFound("till epoch"))?;
        if standing.id_waits
            && let Some((sender, waiting)) = tills::inbox_find(desk.tx, coop, self.id).await?
        {
            if sender != till || waiting.body_hash != hash {
                return Err(Refusal::IdTaken);
            }
            wake(desk, &standing, standing.next_seq);
            return Ok(FactAnswer::Early { seq: waiting.seq, next_seq: standing.next_seq });
        }
        if let Some(revoked_at) = standing.revoked_at.or(self.revoked_at) {
            if self.received_at > revoked_at.plus_seconds(DELIVERS_SECONDS) {
                return Err(Refusal::NotSignedIn);
            }
            let aside = Aside::new("till_revoked", "这台收银台已停用，此单等待人工处理", "this till was revoked");
            return self.set_aside(desk, &envelope, &standing, hash, aside).await;
        }
        if envelope.seq > standing.next_seq {
            if standing.waiting_seq.is_some() && tills::inbox_count(desk.tx, coop, till, standing.epoch).await? >= MOST_EARLY {
                return Err(Refusal::Busy);
            }
            let Self { id: command_id, received_at, .. } = *self;
            let (kind, body) = (self.kind.slug().to_owned(), self.body.clone());
            let waiting = Waiting { command_id, seq: envelope.seq, kind, body, body_hash: hash, received_at };
            tills::inbox_save(desk.tx, coop, till, standing.epoch, &waiting).await?;
            wake(desk, &standing, standing.next_seq);
            return Ok(FactAnswer::Early { seq: envelope.seq, next_seq: standing.next_seq });
        }
        if envelope.seq < standing.next_seq {
            let zh = format!("序号 {} 已经用过或已被确认丢失", envelope.seq);
            let en = format!("number {} was used before or was declared lost", envelope.seq);
            return self.set_aside(desk, &envelope, &standing, hash, Aside::new("number_passed", zh, en)).await;
        }
        self.post(desk, envelope, standing, hash).await
    }

    async fn set_aside_undecided(&self, desk: &mut Desk<'_>) -> Result<FactAnswer, Refusal> {
        let (coop, hash) = (desk.batch.coop.id, self.body_hash());
        let till = self.actor.till().ok_or(Refusal::NotSignedIn)?;
        let envelope: Envelope = serde_json::from_slice(&self.body).map_err(|error| Refusal::Broken(error.to_string()))?;
        let standing = tills::standing(desk.tx, coop, till, envelope.epoch, PersonId(envelope.actor), self.id).await?;
        let standing = standing.ok_or(Refusal::NotFound("till epoch"))?;
        let aside =
            Aside::new("cannot_be_posted", "系统记不下这张单据，已原样保存，等待人工处理", "we failed to post it and keep it whole");
        self.set_aside(desk, &envelope, &standing, hash, aside).await
    }

    /// The command's number is the next one.
    async fn post(&self, desk: &mut Desk<'_>, envelope: Envelope, standing: Standing, hash: Hash) -> Result<FactAnswer, Refusal> {
        let coop = desk.batch.coop.id;
        if envelope.practice {
            let aside = Aside::new("practice", "练习模式的单据不入账", "practice never reaches the books");
            return self.set_aside(desk, &envelope, &standing, hash, aside).await;
        }
        let fact = match Fact::parse(self.kind, envelope.body.get()) {
            Ok(fact) => fact,
            Err(invalid) => return self.set_aside(desk, &envelope, &standing, hash, invalid.into()).await,
        };
        let (id, received_at) = (self.id, self.received_at);
        let document = DocumentId(id.0);
        let counter = Counter { command: id, document, envelope, standing, received_at, shift: None, repaired_by: None };
        let mut ctx = Ctx { tx: desk.tx, batch: desk.batch, actor: &self.actor, now: desk.now, chance: desk.chance, due: &mut desk.due };
        let posted = match record(&mut ctx, &counter, fact).await {
            Ok(posted) => posted,
            Err(NotPosted::Aside(aside)) => {
                let Counter { envelope, standing, .. } = counter;
                return self.set_aside(desk, &envelope, &standing, hash, aside).await;
            }
            Err(NotPosted::Failed(refusal)) => return Err(refusal),
        };
        let decided = self.decided(hash, "posted", Some(id.0), posted.entry, Some(posted.day));
        commands::save(desk.tx, coop, &decided).await?;
        self.move_on(desk, &counter.standing, hash).await?;
        let tasks = if posted.has_tasks { tasks::of_document(desk.tx, coop, id.0).await? } else { Vec::new() };
        Ok(FactAnswer::Posted(FactReceipt {
            document: id.0,
            entry: posted.entry,
            day: Some(posted.day),
            tasks: tasks_of(tasks, &desk.batch.coop.unit),
        }))
    }

    /// Keeps the command whole for two people to repair, and moves the sequence on if it is its turn.
    async fn set_aside(
        &self,
        desk: &mut Desk<'_>,
        envelope: &Envelope,
        standing: &Standing,
        hash: Hash,
        aside: Aside,
    ) -> Result<FactAnswer, Refusal> {
        let coop = desk.batch.coop.id;
        let unit = &desk.batch.coop.unit;
        // Practice moves no real cash.
        let declared = if envelope.practice { Minor::ZERO } else { declared_cash(self.kind, envelope.body.get(), unit) };
        let kept = quarantine::Quarantined {
            command_id: self.id,
            till_id: standing.till_id,
            epoch: standing.epoch,
            seq: envelope.seq,
            shift_id: standing.open_shift_id,
            kind: self.kind.slug().to_owned(),
            body: self.body.clone(),
            reason: aside.reason.to_owned(),
            detail: format!("{}\n{}", plain(&aside.words.zh), plain(&aside.words.en)),
            cash_minor: declared,
            received_at: self.received_at,
            outcome: None,
            repaired_by: None,
        };
        quarantine::save(desk.tx, coop, &kept).await?;
        commands::save(desk.tx, coop, &self.decided(hash, "quarantined", None, None, None)).await?;
        if envelope.seq == standing.next_seq {
            self.move_on(desk, standing, hash).await?;
        }
        Ok(FactAnswer::Quarantined { reason: kept.reason, words: aside.words, outcome: None })
    }

    /// The next number is due, and what waits for it.
    async fn move_on(&self, desk: &mut Desk<'_>, standing: &Standing, hash: Hash) -> Result<(), Refusal> {
        let coop = desk.batch.coop.id;
        let next_seq = standing.next_seq + 1;
        tills::advance(desk.tx, coop, standing.till_id, standing.epoch, next_seq, hash).await?;
        wake(desk, standing, next_seq);
        Ok(())
    }

    fn decided(
        &self,
        body_hash: Hash,
        outcome: &str,
        document_id: Option<Uuid>,
        entry_number: Option<i64>,
        day: Option<Date>,
    ) -> commands::Decided {
        let (sender_kind, sender_id) = self.actor.sender();
        commands::Decided {
            id: self.id,
            kind: self.kind.slug().to_owned(),
            sender_kind: sender_kind.to_owned(),
            sender_id,
            body_hash,
            outcome: outcome.to_owned(),
            document_id,
            entry_number,
            day,
            received_at: self.received_at,
        }
    }

    async fn repeat(&self, desk: &mut Desk<'_>, till: TillId, hash: Hash, before: &commands::Decided) -> Result<FactAnswer, Refusal> {
        let coop = desk.batch.coop.id;
        if before.sender_kind != "till" || before.sender_id != till.0 || before.body_hash != hash {
            return Err(Refusal::IdTaken);
        }
        if let Some(document) = before.document_id {
            let tasks = tasks_of(tasks::of_document(desk.tx, coop, document).await?, &desk.batch.coop.unit);
            return Ok(FactAnswer::Posted(FactReceipt { document, entry: before.entry_number, day: before.day, tasks }));
        }
        let kept = quarantine::find(desk.tx, coop, self.id).await?.ok_or(Refusal::NotFound("quarantined command"))?;
        let (zh, en) = kept.detail.split_once('\n').unwrap_or((&kept.detail, &kept.detail));
        Ok(FactAnswer::Quarantined { words: Words::new(zh, en), reason: kept.reason, outcome: kept.outcome })
    }
}

/// What waits with the number that is due, or a lower one, runs next. It may have been due before and have failed for a reason
/// that passes, such as a full disk: so everything that the till sends wakes it again.
fn wake(desk: &mut Desk<'_>, standing: &Standing, next_seq: i64) {
    if standing.waiting_seq.is_some_and(|waiting| waiting <= next_seq) {
        let (till, epoch) = (standing.till_id, standing.epoch);
        desk.due.push(Box::new(WasEarly { till, epoch, seq: next_seq, undecidable: false }));
    }
}

/// Words as they are kept: what a till wrote may stand in them, so no control characters (PostgreSQL keeps no NUL) and not too long.
fn plain(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(1000).collect()
}

fn tasks_of(rows: Vec<tasks::TaskRow>, unit: &Unit) -> Vec<Task> {
    rows.into_iter().map(|row| Task { kind: row.kind, line: row.line, amount: unit.format(row.amount) }).collect()
}

/// SHA-256 over a command's kind and its bytes as received.
#[must_use]
pub fn body_hash(kind: &str, body: &[u8]) -> Hash {
    Hash::of(&[kind.as_bytes(), body].concat())
}

/// Posts what waited in the inbox for a number that has now come up, one command at a time.
pub struct WasEarly {
    /// The till.
    pub till: TillId,
    /// Its enrolment.
    pub epoch: i64,
    /// The number that is due.
    pub seq: i64,
    /// Whether deciding it has failed: then it is set aside.
    pub undecidable: bool,
}

impl Job for WasEarly {
    fn run<'a>(&'a self, desk: &'a mut Desk<'_>) -> BoxFuture<'a, Answer> {
        async move {
            let coop = desk.batch.coop.id;
            let Self { till, epoch, seq, undecidable } = *self;
            let mut waiting = tills::inbox_due(desk.tx, coop, till, epoch, seq).await?.into_iter();
            if let Some(Waiting { command_id: id, kind, body, received_at, .. }) = waiting.next() {
                let kind = FactKind::parse(&kind).ok_or_else(|| Refusal::Broken("an unknown kind in the inbox".to_owned()))?;
                let actor = Actor { coop, who: Who::Till { id: till, epoch } };
                tills::inbox_take(desk.tx, coop, id).await?;
                let arrived = Arrived { actor, revoked_at: None, id, kind, body, received_at };
                if undecidable {
                    arrived.set_aside_undecided(desk).await?
                } else {
                    arrived.decide(desk).await?
                };
                // A number may have come twice; what is due already comes before what this one has made due.
                if waiting.next().is_some() {
                    desk.due.insert(0, Box::new(Self { till, epoch, seq, undecidable: false }));
                }
            }
            Ok(Box::new(()) as Box<dyn Any + Send>)
        }
        .boxed()
    }

    fn instead(&self, refusal: &Refusal) -> Option<Box<dyn Job>> {
        let Self { till, epoch, seq, undecidable } = *self;
        let aside = || Box::new(Self { till, epoch, seq, undecidable: true }) as Box<dyn Job>;
        (!undecidable && refusal.is_lasting_fault()).then(aside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The till's own tests read the same file: both sides make the same hash of the same bytes.
    #[test]
    fn a_tills_envelope_is_read_and_hashed_as_the_till_does() {
        let vector: serde_json::Value = serde_json::from_str(include_str!("../../../tests/fixtures/till-envelope.json")).unwrap();
        let bytes = vector["bytes"].as_str().unwrap().as_bytes();
        let envelope: Envelope = serde_json::from_slice(bytes).unwrap();
        assert_eq!(envelope.fault(), None);
        assert_eq!((envelope.epoch, envelope.seq, envelope.clock_offset_ms), (2, 17, -1250));
        assert!(Fact::parse(FactKind::Sale, envelope.body.get()).is_ok());
        assert_eq!(body_hash("sale", bytes).to_string(), vector["hash"].as_str().unwrap());
    }
}
