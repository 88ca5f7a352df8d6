//! Trainings that took place, put together again from their rows.

use std::collections::HashMap;

use sqlx::FromRow;

use super::Window;
use crate::{
    domain::{
        id::{CoopId, DocumentId, PersonId, TrainingId},
        time::Date,
        training::Training,
    },
    sql,
    store::{Result, Tx},
};

/// The trainings of a window, by the number of their entry.
pub async fn trainings(tx: &mut Tx, coop: CoopId, window: Window) -> Result<Vec<Training>> {
    #[derive(FromRow)]
    struct GivenRow {
        id: DocumentId,
        training_id: TrainingId,
        day: Date,
        trainer_id: PersonId,
        minutes: i64,
    }
    #[derive(FromRow)]
    struct CameRow {
        training_id: TrainingId,
        person_id: PersonId,
    }
    let text = sql!(
        "SELECT g.id, g.training_id, t.day, t.trainer_id, g.minutes
         FROM entry e JOIN training_given g ON g.coop_id = e.coop_id AND g.id = e.document_id
         JOIN training t ON t.coop_id = g.coop_id AND t.id = g.training_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'training_given'
         ORDER BY e.number LIMIT 1000000"
    );
    let rows = tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<GivenRow>().await?;
    let text = sql!(
        "SELECT a.training_id, a.person_id
         FROM entry e JOIN training_given g ON g.coop_id = e.coop_id AND g.id = e.document_id
         JOIN training_attendance a ON a.coop_id = g.coop_id AND a.training_id = g.training_id
         WHERE e.coop_id = $1 AND e.number > $2 AND e.number <= $3 AND e.kind = 'training_given'
         ORDER BY e.number, a.place LIMIT 1000000"
    );
    let mut came: HashMap<TrainingId, Vec<PersonId>> = HashMap::new();
    for row in tx.q(text).bind(coop).bind(window.after).bind(window.upto).all::<CameRow>().await? {
        came.entry(row.training_id).or_default().push(row.person_id);
    }
    let given = |row: GivenRow| Training {
        id: row.id,
        plan: row.training_id,
        day: row.day,
        trainer: row.trainer_id,
        minutes: row.minutes,
        learners: came.remove(&row.training_id).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(given).collect())
}
