//! The only door to a write: takes what is queued, runs it in one SQL transaction, commits, then answers everyone.
//!
//! One task per cooperative. Tills go before the office. Each job stands in a savepoint, so a bad one fails alone; a panic or
//! a lost race rolls the batch back, and its jobs are run again one by one. It knows nothing of sales.

use std::{
    any::Any,
    collections::{HashMap, VecDeque},
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use futures::FutureExt;
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

use super::{
    clock::{Chance, Clock},
    ctx::Batch,
    execute::{Answer, Desk, Errand, Job, Receipt, Request, Sent, UseCase},
    refusal::Refusal,
};
use crate::{
    domain::id::CoopId,
    store::{Db, Tx, coop, db::is_retryable},
};

/// How many jobs may wait in each lane of a cooperative.
const QUEUE: usize = 1024;
/// A batch ends at so many jobs,
const BATCH: usize = 128;
/// or after so long.
const BATCH_TIME: Duration = Duration::from_millis(50);
/// How often a job that lost a race is run again.
const TRIES: usize = 20;

/// Tills do not wait for the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// What happened at a counter.
    Till,
    /// Everything else.
    Office,
}

struct Queued {
    job: Box<dyn Job>,
    answer: Option<oneshot::Sender<Answer>>,
}

struct Lanes {
    till: mpsc::Sender<Queued>,
    office: mpsc::Sender<Queued>,
    task: JoinHandle<()>,
}

/// The door.
#[derive(Clone)]
pub struct Writer {
    inner: Arc<Inner>,
}

struct Inner {
    db: Db,
    clock: Arc<Clock>,
    chance: Arc<Chance>,
    /// `None` once the service stops.
    lanes: Mutex<Option<HashMap<CoopId, Lanes>>>,
}

impl Writer {
    /// A writer on a database.
    #[must_use]
    pub fn new(db: Db, clock: Arc<Clock>, chance: Arc<Chance>) -> Self {
        Self { inner: Arc::new(Inner { db, clock, chance, lanes: Mutex::new(Some(HashMap::new())) }) }
    }

    /// Runs what a person asks for.
    pub async fn request<U: UseCase>(&self, request: Request<U>) -> Result<Receipt, Refusal> {
        let coop = request.actor.coop;
        self.submit(coop, Lane::Office, Box::new(request)).await
    }

    /// Runs an errand.
    pub async fn errand<E: Errand>(&self, sent: Sent<E>) -> Result<E::Answer, Refusal> {
        let coop = sent.actor.coop;
        self.submit(coop, Lane::Office, Box::new(sent)).await
    }

    /// Queues a job and waits for its answer, which is of type `T`. The job runs even if nobody waits any more.
    pub async fn submit<T: 'static>(&self, coop: CoopId, lane: Lane, job: Box<dyn Job>) -> Result<T, Refusal> {
        let (answer, receiver) = oneshot::channel();
        self.lane(coop, lane)?.try_send(Queued { job, answer: Some(answer) }).map_err(|_| Refusal::Busy)?;
        let answer = receiver.await.map_err(|_| Refusal::Broken("the writer did not answer".to_owned()))??;
        let wrong = |_: Box<dyn Any + Send>| Refusal::Broken("an answer of another type".to_owned());
        answer.downcast().map(|answer| *answer).map_err(wrong)
    }

    fn lane(&self, coop: CoopId, lane: Lane) -> Result<mpsc::Sender<Queued>, Refusal> {
        let mut lanes = self.inner.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        let lanes = lanes.as_mut().ok_or(Refusal::Stopping)?;
        let lanes = lanes.entry(coop).or_insert_with(|| {
            let (till, till_queue) = mpsc::channel(QUEUE);
            let (office, office_queue) = mpsc::channel(QUEUE);
            let task = tokio::spawn(work(self.inner.clone(), coop, till_queue, office_queue));
            Lanes { till, office, task }
        });
        Ok(if lane == Lane::Till { lanes.till.clone() } else { lanes.office.clone() })
    }

    /// How many jobs wait, for the metrics.
    #[must_use]
    pub fn waiting(&self) -> usize {
        let lanes = self.inner.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = |lane: &mpsc::Sender<Queued>| lane.max_capacity() - lane.capacity();
        lanes.iter().flat_map(HashMap::values).map(|lanes| waits(&lanes.till) + waits(&lanes.office)).sum()
    }

    /// Whether it takes no more.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.inner.lanes.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Takes no more, finishes and answers what is queued.
    pub async fn stop(&self) {
        let lanes = self.inner.lanes.lock().unwrap_or_else(PoisonError::into_inner).take();
        for (_, Lanes { till, office, task }) in lanes.into_iter().flatten() {
            drop((till, office));
            if let Err(failure) = task.await {
                tracing::error!(%failure, "a writer ended badly");
            }
        }
    }
}

async fn work(inner: Arc<Inner>, coop: CoopId, mut till: mpsc::Receiver<Queued>, mut office: mpsc::Receiver<Queued>) {
    loop {
        let first = tokio::select! {
            biased;
            Some(job) = till.recv() => job,
            Some(job) = office.recv() => job,
            else => return,
        };
        let next = || till.try_recv().or_else(|_| office.try_recv()).ok();
        run_batch(&inner, coop, first, next).await;
    }
}

/// How a batch ended before its commit.
enum Failed {
    /// A panic, a lost race, a broken statement outside any savepoint: run the jobs again one by one.
    Batch(Refusal),
    /// COMMIT gave no clear answer.
    Commit(sqlx::Error),
}

async fn run_batch(inner: &Inner, coop: CoopId, first: Queued, next: impl FnMut() -> Option<Queued>) {
    let mut taken = Vec::new();
    let outcome = attempt(inner, coop, first, next, &mut taken).await;
    let (mut jobs, mut answers) = (Vec::new(), Vec::new());
    for (queued, answer) in taken {
        jobs.push(queued);
        answers.push(answer);
    }
    match outcome {
        Ok(()) => reply(jobs, answers),
        Err(Failed::Commit(error)) => {
            tracing::error!(%error, "COMMIT gave no clear answer");
            for queued in jobs {
                reply_one(queued, Err(Refusal::FateUnknown));
            }
        }
        Err(Failed::Batch(cause)) => {
            tracing::warn!(%cause, jobs = jobs.len(), "a batch is run again, one by one");
            for queued in jobs {
                run_alone(inner, coop, queued).await;
            }
        }
    }
}

fn reply(jobs: Vec<Queued>, answers: Vec<Option<Answer>>) {
    for (queued, answer) in jobs.into_iter().zip(answers) {
        if let Some(answer) = answer {
            reply_one(queued, answer);
        }
    }
}

fn reply_one(queued: Queued, answer: Answer) {
    if let Some(sender) = queued.answer {
        // Whoever asked may have gone; what was done stays done.
        drop(sender.send(answer));
    }
}

async fn run_alone(inner: &Inner, coop: CoopId, queued: Queued) {
    let mut queued = queued;
    for _ in 0..TRIES {
        let mut taken = Vec::new();
        let outcome = attempt(inner, coop, queued, || None, &mut taken).await;
        let mut taken = taken.into_iter();
        let Some((own, answer)) = taken.next() else { return };
        match outcome {
            Ok(()) => return reply_one(own, answer.unwrap_or(Err(Refusal::Busy))),
            Err(Failed::Commit(error)) => {
                tracing::error!(%error, "COMMIT gave no clear answer");
                return reply_one(own, Err(Refusal::FateUnknown));
            }
            Err(Failed::Batch(Refusal::Database(error))) if is_retryable(&error) => queued = own,
            Err(Failed::Batch(cause)) => match own.job.instead(&cause) {
                Some(job) => {
                    tracing::error!(%cause, "a till's command cannot be decided and is set aside");
                    queued = Queued { job, ..own };
                }
                None => return reply_one(own, Err(cause)),
            },
        }
    }
    reply_one(queued, Err(Refusal::Busy));
}

/// One SQL transaction. `taken` gets every job that was begun, the first one's first, with its answer.
async fn attempt(
    inner: &Inner,
    coop: CoopId,
    first: Queued,
    mut next: impl FnMut() -> Option<Queued>,
    taken: &mut Vec<(Queued, Option<Answer>)>,
) -> Result<(), Failed> {
    let begun = Instant::now();
    let broken = |error: sqlx::Error| Failed::Batch(Refusal::Database(error));
    let opened = open(inner, coop).await;
    let (mut tx, mut batch) = match opened {
        Ok(opened) => opened,
        Err(cause) => {
            taken.push((first, None));
            return Err(Failed::Batch(cause));
        }
    };
    let head = batch.head;
    let mut due: VecDeque<Queued> = VecDeque::from([first]);
    while let Some(queued) = due.pop_front() {
        let before = batch.head;
        taken.push((queued, None));
        let Some((queued, answer)) = taken.last_mut() else { break };
        tx.savepoint().await.map_err(broken)?;
        let mut desk = Desk { tx: &mut tx, batch: &mut batch, now: inner.clock.now(), chance: &inner.chance, due: Vec::new() };
        let ran = AssertUnwindSafe(queued.job.run(&mut desk)).catch_unwind().await;
        let made_due = desk.due;
        match ran {
            Err(panic) => return Err(Failed::Batch(Refusal::Broken(panic_text(&*panic)))),
            Ok(Err(Refusal::Database(error))) if is_retryable(&error) => return Err(broken(error)),
            Ok(Err(refusal)) => {
                tx.undo().await.map_err(broken)?;
                batch.head = before;
                match queued.job.instead(&refusal) {
                    Some(job) => {
                        tracing::error!(%refusal, "a till's command cannot be decided and is set aside");
                        let answer = queued.answer.take();
                        taken.pop();
                        due.push_front(Queued { job, answer });
                    }
                    None => *answer = Some(Err(refusal)),
                }
            }
            Ok(Ok(done)) => {
                tx.keep().await.map_err(broken)?;
                *answer = Some(Ok(done));
                // What became due comes before what is new: a till's numbers stay in order.
                for job in made_due.into_iter().rev() {
                    due.push_front(Queued { job, answer: None });
                }
            }
        }
        if due.is_empty() && taken.len() < BATCH && begun.elapsed() < BATCH_TIME {
            due.extend(next());
        }
    }
    if batch.head != head {
        coop::move_head(&mut tx, coop, batch.head).await.map_err(broken)?;
    }
    metrics::histogram!("gezi_batch_jobs").record(u32::try_from(taken.len()).unwrap_or(u32::MAX));
    tx.commit().await.map_err(Failed::Commit)
}

async fn open(inner: &Inner, coop: CoopId) -> Result<(Tx, Batch), Refusal> {
    let mut tx = inner.db.begin().await?;
    let head = coop::lock(&mut tx, coop).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let (coop, chart) = coop::with_chart(&mut tx, coop).await?.ok_or(Refusal::NotFound("cooperative"))?;
    Ok((tx, Batch { coop, chart, head }))
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("a use case panicked: {}", text.unwrap_or("without words"))
}
