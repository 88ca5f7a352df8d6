//! The only door to a write: takes what is queued, runs it in one SQL transaction, commits, then answers everyone.
//!
//! One task per cooperative. Tills go before the office. Each job stands in a savepoint, so a bad one fails alone; a panic or
//! a lost race rolls the batch back, and its jobs are run again one by one, each in a transaction of its own. What a job makes
//! due comes before anything new: in the same batch, or at the head of the next. It knows nothing of sales.

use std::{
    any::Any,
    collections::{HashMap, VecDeque},
    panic::AssertUnwindSafe,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
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
    store::{
        Db, Tx, coop,
        db::{is_passing, is_retryable},
    },
};

/// How many jobs may wait in each lane of a cooperative.
const QUEUE: usize = 1024;
/// A batch ends at so many jobs,
const BATCH: usize = 128;
/// or after so long.
const BATCH_TIME: Duration = Duration::from_millis(50);
/// For so long the jobs of a failed batch are run again, all of them together; a sender gives up after 30 seconds.
const AGAIN_TIME: Duration = Duration::from_secs(20);
/// The first pause before a job that lost a race is run again; each is twice the one before, up to the longest.
const PAUSE: Duration = Duration::from_millis(10);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

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
    /// A job that is not committed yet made it due: if that one is undone, so is this.
    made_here: bool,
    /// Its batch failed: it runs alone, and until then.
    alone_until: Option<Instant>,
}

impl Queued {
    fn new(job: Box<dyn Job>, answer: Option<oneshot::Sender<Answer>>) -> Self {
        Self { job, answer, made_here: false, alone_until: None }
    }
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
    /// Whether the service has been asked to stop.
    stopping: AtomicBool,
    /// `None` once it takes no more.
    lanes: Mutex<Option<HashMap<CoopId, Lanes>>>,
}

impl Writer {
    /// A writer on a database.
    #[must_use]
    pub fn new(db: Db, clock: Arc<Clock>, chance: Arc<Chance>) -> Self {
        Self { inner: Arc::new(Inner { db, clock, chance, stopping: AtomicBool::new(false), lanes: Mutex::new(Some(HashMap::new())) }) }
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
        self.lane(coop, lane)?.try_send(Queued::new(job, Some(answer))).map_err(|_| Refusal::Busy)?;
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

    /// The service has been asked to stop: what is in flight is still taken.
    pub fn will_stop(&self) {
        self.inner.stopping.store(true, Ordering::Relaxed);
    }

    /// Whether the service has been asked to stop.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.inner.stopping.load(Ordering::Relaxed)
    }

    /// Takes no more, finishes and answers what is queued.
    pub async fn stop(&self) {
        self.will_stop();
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
    // What comes before anything new: what became due, and the jobs of a batch that failed.
    let mut first: VecDeque<Queued> = VecDeque::new();
    loop {
        let waiting = first.pop_front();
        let queued = tokio::select! {
            biased;
            Some(job) = std::future::ready(waiting) => job,
            Some(job) = till.recv() => job,
            Some(job) = office.recv() => job,
            else => return,
        };
        if let Some(until) = queued.alone_until {
            run_alone(&inner, coop, queued, until, &mut first).await;
        } else {
            let new = || till.try_recv().or_else(|_| office.try_recv()).ok();
            run_batch(&inner, coop, queued, new, &mut first).await;
        }
    }
}

/// How a batch ended before its commit.
enum Failed {
    /// A panic, a lost race, a broken statement outside any savepoint: run the jobs again one by one.
    Batch(Refusal),
    /// COMMIT gave no clear answer.
    Commit(sqlx::Error),
}

/// The jobs of one SQL transaction.
struct Tray {
    /// What runs next, and at the end what became due and was left for the next batch.
    next: VecDeque<Queued>,
    /// What was begun, in order, with its answer.
    begun: Vec<(Queued, Option<Answer>)>,
}

impl Tray {
    fn new(first: Queued) -> Self {
        Self { next: VecDeque::from([first]), begun: Vec::new() }
    }

    /// Nothing of it happened: what is to be run again. The jobs that made something due will do so again.
    fn undone(self) -> impl Iterator<Item = Queued> {
        self.begun.into_iter().map(|(queued, _)| queued).chain(self.next).filter(|queued| !queued.made_here)
    }

    /// It is committed: answers everyone, and what is left comes first in the next batch.
    fn done(self, first: &mut VecDeque<Queued>) {
        for queued in self.next.into_iter().rev() {
            first.push_front(Queued { made_here: false, ..queued });
        }
        for (queued, answer) in self.begun {
            reply(queued.answer, answer.unwrap_or(Err(Refusal::Busy)));
        }
    }

    /// COMMIT gave no clear answer.
    fn unknown(self, error: &sqlx::Error) {
        tracing::error!(%error, "COMMIT gave no clear answer");
        for queued in self.undone() {
            reply(queued.answer, Err(Refusal::FateUnknown));
        }
    }
}

fn reply(sender: Option<oneshot::Sender<Answer>>, answer: Answer) {
    if let Some(sender) = sender {
        // Whoever asked may have gone; what was done stays done.
        drop(sender.send(answer));
    }
}

async fn run_batch(inner: &Inner, coop: CoopId, queued: Queued, mut new: impl FnMut() -> Option<Queued>, first: &mut VecDeque<Queued>) {
    let mut tray = Tray::new(queued);
    let more = || match first.front() {
        Some(queued) if queued.alone_until.is_some() => None,
        Some(_) => first.pop_front(),
        None => new(),
    };
    match attempt(inner, coop, BATCH, more, &mut tray).await {
        Ok(()) => tray.done(first),
        Err(Failed::Commit(error)) => tray.unknown(&error),
        Err(Failed::Batch(cause)) => {
            tracing::warn!(%cause, jobs = tray.begun.len(), "a batch is run again, one by one");
            let alone_until = Some(Instant::now() + AGAIN_TIME);
            let again: Vec<_> = tray.undone().collect();
            for queued in again.into_iter().rev() {
                first.push_front(Queued { alone_until, ..queued });
            }
        }
    }
}

/// Runs one job in a transaction that holds nothing else, so that whatever fails is its own fault.
async fn run_alone(inner: &Inner, coop: CoopId, queued: Queued, until: Instant, first: &mut VecDeque<Queued>) {
    let (mut queued, mut pause) = (queued, PAUSE);
    while Instant::now() < until {
        let mut tray = Tray::new(queued);
        let outcome = attempt(inner, coop, 1, || None, &mut tray).await;
        let cause = match outcome {
            Ok(()) => return tray.done(first),
            Err(Failed::Commit(error)) => return tray.unknown(&error),
            Err(Failed::Batch(cause)) => cause,
        };
        let Some(own) = tray.undone().next() else { return };
        if matches!(&cause, Refusal::Database(error) if is_retryable(error)) {
            tokio::time::sleep(pause).await;
            pause = LONGEST_PAUSE.min(pause * 2);
            queued = own;
        } else if let Some(job) = own.job.instead(&cause) {
            tracing::error!(%cause, "a till's command cannot be decided and is set aside");
            queued = Queued { job, ..own };
        } else {
            return reply(own.answer, Err(cause));
        }
    }
    reply(queued.answer, Err(Refusal::Busy));
}

/// One SQL transaction of at most so many jobs: what lies in the tray, then what that makes due, then `more`.
async fn attempt(
    inner: &Inner,
    coop: CoopId,
    most: usize,
    mut more: impl FnMut() -> Option<Queued>,
    tray: &mut Tray,
) -> Result<(), Failed> {
    let began = Instant::now();
    let broken = |error: sqlx::Error| Failed::Batch(Refusal::Database(error));
    let (mut tx, mut batch) = open(inner, coop).await.map_err(Failed::Batch)?;
    let head = batch.head;
    while tray.begun.len() < most && (tray.begun.is_empty() || began.elapsed() < BATCH_TIME) {
        let Some(queued) = tray.next.pop_front().or_else(&mut more) else { break };
        let before = batch.head;
        tray.begun.push((queued, None));
        let Some((queued, answer)) = tray.begun.last_mut() else { break };
        tx.savepoint().await.map_err(broken)?;
        let mut desk = Desk { tx: &mut tx, batch: &mut batch, now: inner.clock.now(), chance: &inner.chance, due: Vec::new() };
        let ran = AssertUnwindSafe(queued.job.run(&mut desk)).catch_unwind().await;
        let made_due = desk.due;
        match ran {
            Err(panic) => return Err(Failed::Batch(Refusal::Broken(panic_text(&*panic)))),
            // The transaction may be gone with it, as on a full disk.
            Ok(Err(Refusal::Database(error))) if is_passing(&error) => return Err(broken(error)),
            Ok(Err(refusal)) => {
                tx.undo().await.map_err(broken)?;
                batch.head = before;
                if let Some(job) = queued.job.instead(&refusal) {
                    tracing::error!(%refusal, "a till's command cannot be decided and is set aside");
                    if let Some((queued, _)) = tray.begun.pop() {
                        tray.next.push_front(Queued { job, ..queued });
                    }
                } else {
                    *answer = Some(Err(refusal));
                }
            }
            Ok(Ok(done)) => {
                tx.keep().await.map_err(broken)?;
                *answer = Some(Ok(done));
                // What became due comes before what is new: a till's numbers stay in order.
                for job in made_due.into_iter().rev() {
                    tray.next.push_front(Queued { made_here: true, ..Queued::new(job, None) });
                }
            }
        }
    }
    if batch.head != head {
        coop::move_head(&mut tx, coop, batch.head).await.map_err(broken)?;
    }
    metrics::histogram!("gezi_batch_jobs").record(u32::try_from(tray.begun.len()).unwrap_or(u32::MAX));
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
