//! A love shareholder teaches. What is given and learnt is counted in minutes beside the money: E14.

use super::{
    account::Role,
    chain::Canon,
    entry::{Document, Postings},
    id::{DocumentId, PersonId, TrainingId},
    time::Date,
};

/// What the entry of a training is called.
pub const KIND: &str = "training_given";

/// A day has no more minutes.
pub const LONGEST: i64 = 24 * 60;

/// So many can learn at once.
pub const MOST_LEARNERS: usize = 200;

/// The document of a training that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Training {
    /// The document.
    pub id: DocumentId,
    /// What was planned.
    pub plan: TrainingId,
    /// When it took place.
    pub day: Date,
    /// Who taught.
    pub trainer: PersonId,
    /// How long.
    pub minutes: i64,
    /// Who came, each once.
    pub learners: Vec<PersonId>,
}

/// Why it cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTraining {
    /// No time, or more than a day has.
    #[error("a training takes 1 to {LONGEST} minutes")]
    Minutes,
    /// Too many people.
    #[error("at most {MOST_LEARNERS} people learn at once")]
    TooMany,
    /// Somebody is named twice.
    #[error("each learner is named once")]
    Twice,
    /// Nobody learns from themselves.
    #[error("the trainer is not a learner")]
    Trainer,
}

/// Refuses what no training can be.
pub fn check(trainer: PersonId, minutes: i64, learners: &[PersonId]) -> Result<(), NoTraining> {
    if !(1..=LONGEST).contains(&minutes) {
        return Err(NoTraining::Minutes);
    }
    if learners.len() > MOST_LEARNERS {
        return Err(NoTraining::TooMany);
    }
    if learners.contains(&trainer) {
        return Err(NoTraining::Trainer);
    }
    let twice = learners.iter().enumerate().any(|(at, learner)| learners[..at].contains(learner));
    if twice { Err(NoTraining::Twice) } else { Ok(()) }
}

impl Training {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.id(self.plan.0).text(&self.day.to_string()).id(self.trainer.0).int(self.minutes).count(self.learners.len());
        for learner in &self.learners {
            canon.id(learner.0);
        }
        Document { id: self.id, hash: canon.hash() }
    }

    /// Its minutes: Dr 9011 · Cr 9010/trainer, and Dr 9012/learner · Cr 9013 for each who came.
    #[must_use]
    pub fn postings(&self) -> Postings {
        let mut postings = Postings::default();
        postings.minutes((Role::TrainingReceived, None), (Role::TrainingGiven, Some(self.trainer.0)), self.minutes);
        for learner in &self.learners {
            postings.minutes((Role::Learnt, Some(learner.0)), (Role::LearntInAll, None), self.minutes);
        }
        postings
    }
}
