//! Trainings: planned, called off, or given once to those who came. No money moves: minutes are counted in memo accounts.

use super::{
    ctx::{About, Ctx, Done},
    execute::UseCase,
    format::fields::{day, text},
    refusal::Refusal,
    words::Words,
};
use crate::{
    auth::policy::KeepTrainings,
    domain::{
        id::{CommandId, CoopId, DocumentId, InstrumentId, PersonId, TrainingId},
        office::InstrumentKind,
        time::Date,
        training::{self, LONGEST, MOST_LEARNERS, NoTraining, Training},
    },
    store::{
        instruments, people,
        trainings::{self, Plan, TrainingRow},
    },
};

/// Characters of a place and of what is taught.
const PLACE: usize = 80;
const CURRICULUM: usize = 200;

fn refused(no: NoTraining) -> Refusal {
    let (at, zh) = match no {
        NoTraining::Minutes => ("minutes", format!("时长从 1 到 {LONGEST} 分钟")),
        NoTraining::TooMany => ("learner_ids", format!("一次最多 {MOST_LEARNERS} 人")),
        NoTraining::Twice => ("learner_ids", "同一个人只写一次".to_owned()),
        NoTraining::Trainer => ("learner_ids", "讲课的人不算学员".to_owned()),
    };
    Refusal::invalid(at, Words::new(zh, no.to_string()))
}

/// A training is planned.
#[derive(Clone, Debug)]
pub struct PlanTraining {
    /// Who teaches.
    pub trainer: PersonId,
    /// The agreement with them, of the kind `training`.
    pub instrument: Option<InstrumentId>,
    /// The day: it may lie behind us where nobody had written it down.
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

impl UseCase for PlanTraining {
    const KIND: &'static str = "training_planned";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepTrainings>()?;
        let plan = Plan {
            id: TrainingId(id.0),
            trainer: self.trainer,
            instrument: self.instrument,
            day: day(self.day, "day")?,
            minutes: self.minutes,
            place: text(&self.place, "place", PLACE)?,
            curriculum: text(&self.curriculum, "curriculum", CURRICULUM)?,
            learners: self.learners,
        };
        check_people(ctx, allowed.coop(), plan.learners.iter().copied().chain([plan.trainer])).await?;
        if let Some(instrument) = plan.instrument {
            check_agreement(ctx, allowed.coop(), instrument, plan.trainer).await?;
        }

        training::check(plan.trainer, plan.minutes, &plan.learners).map_err(refused)?;

        trainings::plan(ctx.tx, &allowed, &plan, ctx.actor.person(), ctx.now).await?;
        Ok(Done { document: id.0, entry: None, day: Some(plan.day) })
    }
}

async fn check_people(ctx: &mut Ctx<'_>, coop: CoopId, all: impl Iterator<Item = PersonId>) -> Result<(), Refusal> {
    // More than can learn at once is refused in words a line later; nobody is made to look for thousands.
    for person in all.take(MOST_LEARNERS + 2) {
        people::get(ctx.tx, coop, person).await?.ok_or(Refusal::NotFound("person"))?;
    }
    Ok(())
}

async fn check_agreement(ctx: &mut Ctx<'_>, coop: CoopId, id: InstrumentId, trainer: PersonId) -> Result<(), Refusal> {
    let row = instruments::load(ctx.tx, coop, id).await?.filter(|row| row.supporter_id == trainer);
    let row = row.ok_or(Refusal::NotFound("instrument"))?;
    if row.agreed()?.kind == InstrumentKind::Training {
        return Ok(());
    }
    Err(Refusal::invalid("instrument_id", Words::new("这个约定不是培训", "this agreement is not about training")))
}

/// What is still only planned.
async fn planned(ctx: &mut Ctx<'_>, coop: CoopId, id: TrainingId) -> Result<TrainingRow, Refusal> {
    let row = trainings::load(ctx.tx, coop, id).await?.ok_or(Refusal::NotFound("training"))?;
    if row.given_id.is_some() || row.called_off_at.is_some() {
        return Err(Refusal::DecidedBefore("training"));
    }
    Ok(row)
}

/// A planned training took place: E14.
#[derive(Clone, Debug)]
pub struct GiveTraining {
    /// Which.
    pub training: TrainingId,
    /// How long it took; as planned where it is missing.
    pub minutes: Option<i64>,
    /// Who came, whether they had said so before or not.
    pub learners: Vec<PersonId>,
}

impl UseCase for GiveTraining {
    const KIND: &'static str = training::KIND;

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepTrainings>()?;
        let plan = planned(ctx, allowed.coop(), self.training).await?;
        if plan.day > ctx.today() {
            return Err(Refusal::not_now("not_yet", "培训那天还没有到", "the day of this training has not come"));
        }
        check_people(ctx, allowed.coop(), self.learners.iter().copied()).await?;
        let minutes = self.minutes.unwrap_or(plan.minutes);

        training::check(plan.trainer_id, minutes, &self.learners).map_err(refused)?;

        let (document, trainer) = (DocumentId(id.0), plan.trainer_id);
        let given = Training { id: document, plan: plan.id, day: plan.day, trainer, minutes, learners: self.learners };
        trainings::give(ctx.tx, &allowed, &given, ctx.actor.person(), ctx.now).await?;
        let about = About { kind: training::KIND, day: given.day, document: given.document(), command: id, memo: "" };
        let entry = ctx.post(about, &given.postings()).await?;
        Ok(Done { document: id.0, entry, day: Some(given.day) })
    }
}

/// A planned training does not take place.
#[derive(Clone, Copy, Debug)]
pub struct CallOffTraining {
    /// Which.
    pub training: TrainingId,
}

impl UseCase for CallOffTraining {
    const KIND: &'static str = "training_called_off";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepTrainings>()?;
        let plan = planned(ctx, allowed.coop(), self.training).await?;
        trainings::call_off(ctx.tx, &allowed, plan.id, ctx.actor.person(), ctx.now).await?;
        Ok(Done::made(plan.id.0))
    }
}
