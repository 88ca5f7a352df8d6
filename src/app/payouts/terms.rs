//! What the cooperative agreed about payouts, and how much help an owner has with them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{Money, PercentText, one_of, text},
        refusal::Refusal,
        words::{Say, Words},
    },
    auth::policy::{ManagePeople, MoveMoney},
    domain::{
        id::{CommandId, PersonId},
        money::Percent,
        payout::{Plan, Terms},
    },
    store::{
        payees::{self, PlanRow, TermsRow},
        people,
    },
};

/// What a column of the bank's file may hold.
pub const COLUMNS: &[&str] = &["holder", "number", "bank", "amount", "currency", "payout", "purpose"];

/// A column of the file for the bank.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What stands above it.
    #[schema(min_length = 1, max_length = 40, example = "收款人户名")]
    pub heading: String,
    /// What stands in it: `holder`, `number`, `bank`, `amount`, `currency`, `payout` (its id) or `purpose` (结款).
    #[schema(pattern = "^(holder|number|bank|amount|currency|payout|purpose)$")]
    pub field: String,
}

/// The columns where nobody chose others.
fn usual() -> Vec<Column> {
    let column = |(heading, field): (&str, &str)| Column { heading: heading.to_owned(), field: field.to_owned() };
    [("收款人户名", "holder"), ("收款账号", "number"), ("开户行", "bank"), ("金额", "amount"), ("用途", "purpose")].map(column).to_vec()
}

/// What is agreed, or what is usual.
#[must_use]
pub fn terms_of(row: Option<&TermsRow>) -> Terms {
    row.map_or_else(Terms::default, |row| Terms { limit: Percent::from_e6(row.limit_e6).unwrap_or_default(), minimum: row.minimum_minor })
}

/// The columns of the file for the bank.
#[must_use]
pub fn columns_of(row: Option<&TermsRow>) -> Vec<Column> {
    row.and_then(|row| serde_json::from_str(&row.columns).ok()).unwrap_or_else(usual)
}

/// Sets what is agreed from now on.
#[derive(Clone, Debug)]
pub struct SetTerms {
    /// How much of what is due may go to rent.
    pub limit: PercentText,
    /// Less than this waits.
    pub minimum: Money,
    /// The columns of the file for the bank; those of before where they are missing.
    pub columns: Option<Vec<Column>>,
}

impl UseCase for SetTerms {
    const KIND: &'static str = "payout_terms_set";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let limit = Percent::parse(&self.limit.0).map_err(|wrong| Refusal::invalid("limit", Words::new(wrong.zh(), wrong.to_string())))?;
        let minimum_minor = self.minimum.read("minimum", &ctx.batch.coop.unit)?;
        let columns = if let Some(columns) = self.columns {
            if columns.is_empty() || columns.len() > 20 {
                return Err(Refusal::invalid("columns", Words::new("写 1 到 20 列", "1 to 20 columns")));
            }
            for (at, column) in columns.iter().enumerate() {
                text(&column.heading, &format!("columns[{at}].heading"), 40)?;
                one_of(&column.field, &format!("columns[{at}].field"), COLUMNS)?;
            }
            columns
        } else {
            columns_of(payees::terms(ctx.tx, allowed.coop()).await?.as_ref())
        };
        let columns = serde_json::to_string(&columns).map_err(|error| Refusal::Broken(error.to_string()))?;
        let row = TermsRow { id: id.0, limit_e6: limit.e6(), minimum_minor, columns, set_by: ctx.actor.person(), set_at: ctx.now };
        payees::set_terms(ctx.tx, &allowed, &row).await?;
        Ok(Done::made(id.0))
    }
}

/// Sets how much help an owner has from now on. No diagnosis is asked for or kept.
#[derive(Clone, Debug)]
pub struct SetPlan {
    /// Whose.
    pub person: PersonId,
    /// A word of [`Plan`].
    pub plan: String,
    /// From which amount on; for every amount where it is missing.
    pub threshold: Option<Money>,
}

impl UseCase for SetPlan {
    const KIND: &'static str = "support_plan_set";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManagePeople>()?;
        let known: Vec<&str> = Plan::ALL.iter().map(|plan| plan.slug()).collect();
        let plan = one_of(&self.plan, "plan", &known)?;
        let unit = ctx.batch.coop.unit.clone();
        let threshold_minor = self.threshold.map(|threshold| threshold.read("threshold", &unit)).transpose()?.unwrap_or_default();
        if people::get(ctx.tx, allowed.coop(), self.person).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        let row = PlanRow { id: id.0, person_id: self.person, plan, threshold_minor, set_by: ctx.actor.person(), set_at: ctx.now };
        payees::set_plan(ctx.tx, &allowed, &row).await?;
        Ok(Done::made(id.0))
    }
}
