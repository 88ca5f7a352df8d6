//! Trainings: planned, given or called off, who wanted to come and who came.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, KeepTrainings, ReadTrainings},
    domain::{
        id::{CoopId, DocumentId, InstrumentId, PersonId, TrainingId},
        time::{Date, Ts},
        training::Training,
    },
    sql,
};

/// A training with how many wanted to come and came.
#[derive(Clone, Debug, FromRow)]
pub struct TrainingRow {
    /// Which.
    pub id: TrainingId,
    /// Who teaches.
    pub trainer_id: PersonId,
    /// The agreement with them.
    pub instrument_id: Option<InstrumentId>,
    /// The day.
    pub day: Date,
    /// As planned.
    pub minutes: i64,
    /// Where.
    pub place: String,
    /// What is taught.
    pub curriculum: String,
    /// When it was called off.
    pub called_off_at: Option<Ts>,
    /// The document, once it was given.
    pub given_id: Option<DocumentId>,
    /// As given.
    pub given_minutes: Option<i64>,
    /// How many wanted to come.
    pub enrolled: i64,
    /// How many came.
    pub came: i64,
}

macro_rules! training_rows {
    () => {
        "SELECT t.id, t.trainer_id, t.instrument_id, t.day, t.minutes, t.place, t.curriculum, t.called_off_at,
                g.id AS given_id, g.minutes AS given_minutes,
                (SELECT count(*) FROM training_learner l WHERE l.coop_id = $1 AND l.training_id = t.id) AS enrolled,
                (SELECT count(*) FROM training_attendance a WHERE a.coop_id = $1 AND a.training_id = t.id) AS came
         FROM training t LEFT JOIN training_given g ON g.coop_id = t.coop_id AND g.training_id = t.id"
    };
}

/// What was planned.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Which.
    pub id: TrainingId,
    /// Who teaches.
    pub trainer: PersonId,
    /// The agreement with them.
    pub instrument: Option<InstrumentId>,
    /// The day.
    pub day: Date,
    /// How long.
    pub minutes: i64,
    /// Where.
    pub place: String,
    /// What is taught.
    pub curriculum: String,
    /// Who wants to come.
    pub learners: Vec<PersonId>,
}

/// Keeps a plan.
pub async fn plan(tx: &mut Tx, allowed: &Allowed<KeepTrainings>, plan: &Plan, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO training (coop_id, id, trainer_id, instrument_id, day, minutes, place, curriculum, planned_by, planned_at,
                               called_off_by, called_off_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, NULL)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(plan.id).bind(plan.trainer).bind(plan.instrument).bind(plan.day).bind(plan.minutes);
    insert.bind(plan.place.clone()).bind(plan.curriculum.clone()).bind(by).bind(now).run().await?;
    let text = sql!("INSERT INTO training_learner (coop_id, training_id, person_id) VALUES ($1, $2, $3)");
    for learner in &plan.learners {
        tx.q(text).bind(allowed.coop()).bind(plan.id).bind(*learner).run().await?;
    }
    Ok(())
}

/// A training, to be decided on.
pub async fn load(tx: &mut Tx, coop: CoopId, id: TrainingId) -> Result<Option<TrainingRow>> {
    let text = sql!(training_rows!(), " WHERE t.coop_id = $1 AND t.id = $2");
    tx.q(text).bind(coop).bind(id).opt().await
}

/// Keeps that it took place, and who came.
pub async fn give(tx: &mut Tx, allowed: &Allowed<KeepTrainings>, given: &Training, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!("INSERT INTO training_given (coop_id, id, training_id, minutes, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)");
    let insert = tx.q(text).bind(allowed.coop()).bind(given.id).bind(given.plan).bind(given.minutes);
    insert.bind(by).bind(now).run().await?;
    let text = sql!("INSERT INTO training_attendance (coop_id, training_id, place, person_id) VALUES ($1, $2, $3, $4)");
    for (place, learner) in (1_i64..).zip(&given.learners) {
        tx.q(text).bind(allowed.coop()).bind(given.plan).bind(place).bind(*learner).run().await?;
    }
    Ok(())
}

/// Keeps that it was called off.
pub async fn call_off(tx: &mut Tx, allowed: &Allowed<KeepTrainings>, id: TrainingId, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!("UPDATE training SET called_off_by = $3, called_off_at = $4 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(id).bind(by).bind(now).run().await.map(drop)
}

/// Trainings, the latest day first, after one of them: everybody's that the permission covers, or those of one person, who teaches or learns.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadTrainings>,
    of: Option<PersonId>,
    after: (Date, Uuid),
    limit: i64,
) -> Result<Vec<TrainingRow>> {
    let text = sql!(
        training_rows!(),
        " WHERE t.coop_id = $1 AND (t.day, t.id) < ($2, $3)
            AND ($4 OR t.trainer_id IN ($list)
                 OR EXISTS (SELECT 1 FROM training_learner l WHERE l.coop_id = $1 AND l.training_id = t.id AND l.person_id IN ($list))
                 OR EXISTS (SELECT 1 FROM training_attendance a WHERE a.coop_id = $1 AND a.training_id = t.id AND a.person_id IN ($list)))
          ORDER BY t.day DESC, t.id DESC LIMIT $5"
    );
    let some = allowed.narrowed(of);
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after.0).add(after.1).add(some.is_none()).add(limit);
    };
    tx.q_list(text, bind, some.as_deref().unwrap_or_default()).all().await
}

/// Somebody who wanted to come, or came.
#[derive(Clone, Debug, FromRow)]
pub struct LearnerRow {
    /// Who.
    pub person_id: PersonId,
    /// What they are called.
    pub nickname: Option<String>,
    /// Whether they wanted to come.
    pub enrolled: bool,
    /// Whether they came.
    pub came: bool,
}

/// Who wanted to come and who came.
pub async fn learners(tx: &mut Tx, coop: CoopId, training: TrainingId) -> Result<Vec<LearnerRow>> {
    let text = sql!(
        "SELECT p.id AS person_id, p.nickname,
                EXISTS (SELECT 1 FROM training_learner l WHERE l.coop_id = $1 AND l.training_id = $2 AND l.person_id = p.id) AS enrolled,
                EXISTS (SELECT 1 FROM training_attendance a WHERE a.coop_id = $1 AND a.training_id = $2 AND a.person_id = p.id) AS came
         FROM (SELECT person_id FROM training_learner WHERE coop_id = $1 AND training_id = $2
               UNION SELECT person_id FROM training_attendance WHERE coop_id = $1 AND training_id = $2) w
         JOIN person p ON p.coop_id = $1 AND p.id = w.person_id
         ORDER BY p.id LIMIT 1000"
    );
    tx.q(text).bind(coop).bind(training).all().await
}

/// What somebody learnt and taught, in all.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct MinutesRow {
    /// Trainings that they came to.
    pub attended: i64,
    /// Minutes of these.
    pub learnt: i64,
    /// Trainings that they gave.
    pub given: i64,
    /// Minutes of these.
    pub taught: i64,
}

/// What somebody learnt and taught.
pub async fn minutes(tx: &mut Tx, coop: CoopId, person: PersonId) -> Result<MinutesRow> {
    let text = sql!(
        "SELECT (SELECT count(*) FROM training_attendance a WHERE a.coop_id = $1 AND a.person_id = $2) AS attended,
                (SELECT CAST(COALESCE(sum(g.minutes), 0) AS BIGINT) FROM training_attendance a CROSS JOIN training_given g
                 WHERE a.coop_id = $1 AND a.person_id = $2 AND g.coop_id = $1 AND g.training_id = a.training_id) AS learnt,
                (SELECT count(*) FROM training t CROSS JOIN training_given g
                 WHERE t.coop_id = $1 AND t.trainer_id = $2 AND g.coop_id = $1 AND g.training_id = t.id) AS given,
                (SELECT CAST(COALESCE(sum(g.minutes), 0) AS BIGINT) FROM training t CROSS JOIN training_given g
                 WHERE t.coop_id = $1 AND t.trainer_id = $2 AND g.coop_id = $1 AND g.training_id = t.id) AS taught"
    );
    tx.q(text).bind(coop).bind(person).one().await
}
