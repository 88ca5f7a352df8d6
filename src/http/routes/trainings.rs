//! Trainings (培训): planned, given, called off; and what somebody learnt and taught.

use axum::Json;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        trainings::{CallOffTraining, GiveTraining, PlanTraining},
    },
    auth::policy::{Allowed, ReadTrainings},
    domain::{
        id::{InstrumentId, PersonId, TrainingId},
        time::Date,
    },
    http::{
        page::Page,
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        people,
        trainings::{self, LearnerRow, TrainingRow},
    },
};

/// A training to be planned.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTraining {
    /// The love shareholder who teaches.
    pub trainer_id: Uuid,
    /// The agreement with them, of the kind `training`.
    pub instrument_id: Option<Uuid>,
    /// The day.
    pub day: NaiveDate,
    /// How long, in minutes.
    #[schema(minimum = 1, maximum = 1440, example = 180)]
    pub minutes: i64,
    /// Where.
    #[schema(min_length = 1, max_length = 80, example = "梧桐社区中心二楼")]
    pub place: String,
    /// What is taught. No names of people.
    #[schema(min_length = 1, max_length = 200, example = "摆摊和定价")]
    pub curriculum: String,
    /// Who wants to come.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub learner_ids: Vec<Uuid>,
}

request! {
    /// Plan a training.
    plan_training, "/trainings", "trainings", NewTraining as body => PlanTraining {
        trainer: PersonId(body.trainer_id),
        instrument: body.instrument_id.map(InstrumentId),
        day: body.day,
        minutes: body.minutes,
        place: body.place.clone(),
        curriculum: body.curriculum.clone(),
        learners: body.learner_ids.iter().copied().map(PersonId).collect(),
    }
}

/// Who came.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAttendance {
    /// To which training.
    pub training_id: Uuid,
    /// How long it took; as planned where it is missing.
    #[schema(minimum = 1, maximum = 1440)]
    pub minutes: Option<i64>,
    /// Who came, whether they had said so before or not.
    #[schema(max_items = 200)]
    pub learner_ids: Vec<Uuid>,
}

request! {
    /// Write down that a training took place, and who came: once, not before its day. It counts minutes, and moves no money.
    record_attendance, "/training-attendances", "trainings", NewAttendance as body => GiveTraining {
        training: TrainingId(body.training_id),
        minutes: body.minutes,
        learners: body.learner_ids.iter().copied().map(PersonId).collect(),
    }
}

/// A training that does not take place.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingCancellation {
    /// Which.
    pub training_id: Uuid,
}

request! {
    /// Call a planned training off.
    call_off_training, "/training-cancellations", "trainings", TrainingCancellation as body =>
        CallOffTraining { training: TrainingId(body.training_id) }
}

/// A training.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TrainingView {
    /// Which.
    pub id: Uuid,
    /// `planned`, `given` or `called_off`.
    #[schema(example = "given")]
    pub state: String,
    /// Who teaches.
    pub trainer_id: Uuid,
    /// The agreement with them.
    #[schema(required = true, nullable)]
    pub instrument_id: Option<Uuid>,
    /// The day.
    pub day: NaiveDate,
    /// How long it took, or is to take.
    pub minutes: i64,
    /// Where.
    pub place: String,
    /// What is taught.
    pub curriculum: String,
    /// How many wanted to come.
    pub enrolled: i64,
    /// How many came.
    pub came: i64,
}

impl From<TrainingRow> for TrainingView {
    fn from(row: TrainingRow) -> Self {
        let state = match (row.given_id, row.called_off_at) {
            (Some(_), _) => "given",
            (None, Some(_)) => "called_off",
            (None, None) => "planned",
        };
        Self {
            id: row.id.0,
            state: state.to_owned(),
            trainer_id: row.trainer_id.0,
            instrument_id: row.instrument_id.map(|instrument| instrument.0),
            day: row.day,
            minutes: row.given_minutes.unwrap_or(row.minutes),
            place: row.place,
            curriculum: row.curriculum,
            enrolled: row.enrolled,
            came: row.came,
        }
    }
}

/// Which trainings.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TrainingQuery {
    /// That this person teaches, wanted to come to, or came to.
    person_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Trainings, the latest day first. A learner and a trainer see their own.
#[utoipa::path(get, path = "/trainings", tag = "trainings", params(TrainingQuery), responses(
    (status = 200, body = Page<TrainingView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_trainings(mut reading: Reading<ReadTrainings>, query: Query<TrainingQuery>) -> Result<Json<Page<TrainingView>>, Problem> {
    let TrainingQuery { person_id, limit, after } = query.0;
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let after = paging.cursor::<(Date, Uuid)>()?.unwrap_or((read::days(None, None).to, Uuid::max()));
    let rows = trainings::list(&mut reading.tx, &reading.allowed, person_id.map(PersonId), after, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| (row.day, row.id.0), TrainingView::from)))
}

/// Somebody who wanted to come, or came.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LearnerView {
    /// Who.
    pub person_id: Uuid,
    /// What they are called.
    #[schema(required = true, nullable)]
    pub nickname: Option<String>,
    /// Whether they wanted to come.
    pub enrolled: bool,
    /// Whether they came.
    pub came: bool,
}

/// A training with who learns.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TrainingInFull {
    /// The training.
    #[serde(flatten)]
    pub training: TrainingView,
    /// Who wanted to come and who came: all for the office, themselves and their wards for others.
    pub learners: Vec<LearnerView>,
}

/// A training with who learns.
#[utoipa::path(get, path = "/trainings/{id}", tag = "trainings", params(("id" = Uuid, Path)), responses(
    (status = 200, body = TrainingInFull),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_training(mut reading: Reading<ReadTrainings>, id: Path<Uuid>) -> Result<Json<TrainingInFull>, Problem> {
    let (tx, allowed) = (&mut reading.tx, &reading.allowed);
    let row = trainings::load(tx, allowed.coop(), TrainingId(id.0)).await?.ok_or(Refusal::NotFound("training"))?;
    let mut learners = trainings::learners(tx, allowed.coop(), row.id).await?;
    learners.retain(|learner| allowed.covers(learner.person_id));
    if learners.is_empty() && !allowed.covers(row.trainer_id) {
        return Err(Refusal::NotFound("training").into());
    }
    let view = |row: LearnerRow| LearnerView { person_id: row.person_id.0, nickname: row.nickname, enrolled: row.enrolled, came: row.came };
    Ok(Json(TrainingInFull { training: row.into(), learners: learners.into_iter().map(view).collect() }))
}

/// Whose minutes.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MinutesQuery {
    /// Whose; one's own where it is missing.
    person_id: Option<Uuid>,
}

/// What somebody learnt and taught, in all.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MinutesView {
    /// Who.
    pub person_id: Uuid,
    /// Trainings that they came to.
    pub attended: i64,
    /// Minutes of these.
    pub learnt: i64,
    /// Trainings that they gave.
    pub given: i64,
    /// Minutes of these.
    pub taught: i64,
}

/// What somebody learnt and taught, in all.
#[utoipa::path(get, path = "/training-minutes", tag = "trainings", params(MinutesQuery), responses(
    (status = 200, body = MinutesView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_minutes(mut reading: Reading<ReadTrainings>, query: Query<MinutesQuery>) -> Result<Json<MinutesView>, Problem> {
    let person = whose(&reading.allowed, query.0.person_id.map(PersonId), reading.caller.actor.person())?;
    people::get(&mut reading.tx, reading.coop.id, person).await?.ok_or(Refusal::NotFound("person"))?;
    let row = trainings::minutes(&mut reading.tx, reading.coop.id, person).await?;
    Ok(Json(MinutesView { person_id: person.0, attended: row.attended, learnt: row.learnt, given: row.given, taught: row.taught }))
}

fn whose(allowed: &Allowed<ReadTrainings>, asked: Option<PersonId>, own: Option<PersonId>) -> Result<PersonId, Refusal> {
    asked.or(own).filter(|person| allowed.covers(*person)).ok_or(Refusal::NotFound("person"))
}
