//! The writer's own promises, by jobs made for it: who answers for a fault, and that a batch ends.

use std::{
    any::Any,
    borrow::Cow,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use futures::{FutureExt, future::BoxFuture};
use gezi::app::{
    Refusal,
    execute::{Answer, Desk, Job},
    writer::Lane,
};

use crate::harness::Shop;

/// Makes others due, panics, or counts that it ran.
#[derive(Clone)]
struct Act {
    makes_due: Vec<Act>,
    panics: bool,
    instead: bool,
    ran: Arc<AtomicUsize>,
    takes: Duration,
}

impl Act {
    fn new(ran: &Arc<AtomicUsize>) -> Self {
        Self { makes_due: Vec::new(), panics: false, instead: false, ran: ran.clone(), takes: Duration::ZERO }
    }
}

impl Job for Act {
    fn run<'a>(&'a self, desk: &'a mut Desk<'_>) -> BoxFuture<'a, Answer> {
        async move {
            assert!(!self.panics, "a fault of ours");
            tokio::time::sleep(self.takes).await;
            for act in &self.makes_due {
                desk.due.push(Box::new(act.clone()));
            }
            let ran = self.ran.fetch_add(1, Ordering::SeqCst);
            Ok(Box::new(ran) as Box<dyn Any + Send>)
        }
        .boxed()
    }

    fn instead(&self, refusal: &Refusal) -> Option<Box<dyn Job>> {
        let calm = Self { panics: false, ..self.clone() };
        (self.instead && refusal.is_lasting_fault()).then(|| Box::new(calm) as Box<dyn Job>)
    }
}

/// What PostgreSQL says to whoever lost a race.
#[derive(Debug, thiserror::Error)]
#[error("could not serialize access")]
struct LostRace;

impl sqlx::error::DatabaseError for LostRace {
    fn message(&self) -> &'static str {
        "could not serialize access"
    }

    fn code(&self) -> Option<Cow<'_, str>> {
        Some("40001".into())
    }

    fn as_error(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
        self
    }

    fn as_error_mut(&mut self) -> &mut (dyn std::error::Error + Send + Sync + 'static) {
        self
    }

    fn into_error(self: Box<Self>) -> Box<dyn std::error::Error + Send + Sync + 'static> {
        self
    }

    fn kind(&self) -> sqlx::error::ErrorKind {
        sqlx::error::ErrorKind::Other
    }
}

/// Loses every race for a while.
struct Unlucky {
    until: Instant,
    tries: Arc<AtomicUsize>,
}

impl Job for Unlucky {
    fn run<'a>(&'a self, _: &'a mut Desk<'_>) -> BoxFuture<'a, Answer> {
        async move {
            let tries = self.tries.fetch_add(1, Ordering::SeqCst);
            if Instant::now() < self.until {
                return Err(Refusal::Database(sqlx::Error::Database(Box::new(LostRace))));
            }
            Ok(Box::new(tries) as Box<dyn Any + Send>)
        }
        .boxed()
    }
}

on_both! {
    async fn whoever_loses_a_race_tries_again_with_pauses(shop: Shop) {
        let tries = Arc::new(AtomicUsize::new(0));
        let unlucky = Unlucky { until: Instant::now() + Duration::from_millis(600), tries };
        let tries: usize = shop.service.writer.submit(shop.coop.id, Lane::Till, Box::new(unlucky)).await.expect("at last");
        assert!((3..12).contains(&tries), "{tries}");
    }

    async fn a_panic_in_what_became_due_is_not_its_parents(shop: Shop) {
        let (parents, children) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let child = Act { panics: true, instead: true, ..Act::new(&children) };
        let parent = Act { makes_due: vec![child], ..Act::new(&parents) };
        let answer: Result<usize, Refusal> = shop.service.writer.submit(shop.coop.id, Lane::Till, Box::new(parent)).await;
        // Once in the batch that was undone, once alone.
        assert_eq!(answer.expect("the parent is innocent"), 1);
        let last = Act::new(&parents);
        let _: usize = shop.service.writer.submit(shop.coop.id, Lane::Till, Box::new(last)).await.expect("an answer");
        assert_eq!(children.load(Ordering::SeqCst), 1, "another ran in the child's place");
    }

    async fn a_panic_of_ones_own_is_answered(shop: Shop) {
        let ran = Arc::new(AtomicUsize::new(0));
        let guilty = Act { panics: true, ..Act::new(&ran) };
        let answer: Result<usize, Refusal> = shop.service.writer.submit(shop.coop.id, Lane::Till, Box::new(guilty)).await;
        assert!(matches!(answer, Err(Refusal::Broken(_))));
    }

    async fn readers_keep_nobody_from_writing(shop: Shop) {
        let mut readers = Vec::new();
        while let Ok(reader) = tokio::time::timeout(Duration::from_millis(300), shop.service.db.snapshot()).await {
            readers.push(reader.expect("a read"));
        }
        let act = Act::new(&Arc::new(AtomicUsize::new(0)));
        let written = shop.service.writer.submit::<usize>(shop.coop.id, Lane::Till, Box::new(act));
        let written = tokio::time::timeout(Duration::from_secs(5), written).await;
        assert!(matches!(written, Ok(Ok(0))), "{} readers are in the way", readers.len());
    }

    async fn a_batch_ends_although_more_is_due(shop: Shop) {
        let (parents, children) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let child = Act { takes: Duration::from_millis(60), ..Act::new(&children) };
        let parent = Act { makes_due: vec![child; 5], ..Act::new(&parents) };
        let writer = &shop.service.writer;
        let _: usize = writer.submit(shop.coop.id, Lane::Till, Box::new(parent)).await.expect("an answer");
        assert!(children.load(Ordering::SeqCst) < 5, "the parent's answer does not wait for all that it made due");
        let after: usize = writer.submit(shop.coop.id, Lane::Till, Box::new(Act::new(&children))).await.expect("an answer");
        assert_eq!(after, 5, "but what is new does");
    }
}
