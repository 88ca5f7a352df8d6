//! Accounts: the chart, each account's register, and the trial balance over all of them.

use axum::Json;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::entries::{amount_text, sides};
use crate::{
    app::{Refusal, reports::trial_balance},
    auth::policy::{ReadBooks, ReadStatements},
    domain::{id::PersonId, money::Minor, time::Date},
    http::{
        page::{Page, TimeOrder},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::{
        balances,
        books::{self, Of},
        coop,
        looking::Way,
    },
};

/// An account (科目).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AccountView {
    /// Its code.
    #[schema(example = "11401")]
    pub code: String,
    /// What entries use it for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "member_payable")]
    pub role: Option<String>,
    /// In Chinese.
    pub name: String,
    /// In English.
    pub name_en: String,
    /// Who may write on it beside the events of its own: `events` (nobody), `opening` (opening balances) or `manual` (manual entries too).
    #[schema(example = "manual")]
    pub open_to: String,
    /// Whose balances it has: `nobody` (one for all), `person` or `till`.
    #[schema(example = "nobody")]
    pub holder: String,
}

/// The chart of accounts.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Accounts {
    /// By code.
    pub items: Vec<AccountView>,
}

/// The chart of accounts, whole.
#[utoipa::path(get, path = "/accounts", tag = "books", responses(
    (status = 200, body = Accounts),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_accounts(mut reading: Reading<ReadBooks>) -> Result<Json<Accounts>, Problem> {
    let rows = books::accounts(&mut reading.tx, reading.allowed.coop()).await?;
    let view = |row: books::AccountRow| AccountView {
        code: row.code,
        role: row.role,
        name: row.name_zh,
        name_en: row.name_en,
        open_to: row.open_to,
        holder: row.holder,
    };
    Ok(Json(Accounts { items: rows.into_iter().map(view).collect() }))
}

/// A line of an account's register.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RegisterLine {
    /// The business day.
    pub day: NaiveDate,
    /// The entry.
    pub entry_number: i64,
    /// What happened.
    pub kind: String,
    /// The document behind it.
    pub document_id: Uuid,
    /// Whose balance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<Uuid>,
    /// The unit's code.
    pub unit: String,
    /// 借.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debit: Option<String>,
    /// 贷.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// What stands there after this line, debit positive.
    #[schema(example = "-12.50")]
    pub balance: String,
}

/// Which lines of a register.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RegisterQuery {
    /// Of this person or till only.
    party: Option<Uuid>,
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Oldest first where it is missing.
    #[serde(default = "TimeOrder::oldest")]
    #[param(inline)]
    sort: TimeOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// An account's register: its postings by day and number, one way or the other, each with the balance after it.
#[utoipa::path(get, path = "/accounts/{code}/postings", tag = "books",
    params(("code" = String, Path, max_length = 40), RegisterQuery), responses(
    (status = 200, body = Page<RegisterLine>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn account_postings(
    mut reading: Reading<ReadBooks>,
    code: Path<String>,
    query: Query<RegisterQuery>,
) -> Result<Json<Page<RegisterLine>>, Problem> {
    let RegisterQuery { party, from, to, sort, limit, after } = query.0;
    let (paging, days, way) = (read::paging(limit, after), read::days(from, to), sort.way());
    let limit = paging.rows()?;
    if !books::has_account(&mut reading.tx, reading.allowed.coop(), &code.0).await? {
        return Err(Refusal::NotFound("account").into());
    }
    let (of, unit) = (Of { account: &code.0, party }, reading.coop.unit.code.clone());
    // The cursor carries the balance, so that a later page need not add up the earlier ones.
    let (place, mut balance) = if let Some((place, balance)) = paging.cursor::<((Date, i64, i64), i64)>()? {
        (place, Minor(balance))
    } else {
        let after = days.to.succ_opt().unwrap_or(days.to);
        let (day, place) = way.first((days.from, (days.from, 0, 0)), (after, (days.to, i64::MAX, i64::MAX)));
        (place, balances::before(&mut reading.tx, reading.allowed.coop(), of, &unit, day).await?)
    };
    let rows = books::register(&mut reading.tx, &reading.allowed, of, (days, way), place, limit + 1).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let moved = if row.unit == unit { row.amount_minor } else { Minor::ZERO };
        let (before, after) = match way {
            Way::Up => (balance, balance.plus(moved).map_err(Refusal::from)?),
            Way::Down => (balance.minus(moved).map_err(Refusal::from)?, balance),
        };
        balance = way.first(after, before);
        lines.push((row, after, balance));
    }
    let coop = &reading.coop;
    let view = |(row, balance, _): (books::RegisterRow, Minor, Minor)| {
        let (debit, credit) = sides(coop, &row.unit, row.amount_minor);
        let balance = amount_text(coop, &unit, balance);
        let (entry_number, document_id) = (row.number, row.document_id);
        RegisterLine { day: row.day, entry_number, kind: row.kind, document_id, party: row.party, unit: row.unit, debit, credit, balance }
    };
    Ok(Json(Page::of(lines, limit, |(row, _, next)| ((row.day, row.number, row.place), next.0), view)))
}

/// A line of the trial balance.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TrialBalanceLine {
    /// The account's code.
    pub account: String,
    /// Its name.
    pub account_name: String,
    /// The unit's code.
    pub unit: String,
    /// Debited since the beginning (借方发生额).
    pub debit: String,
    /// Credited since the beginning (贷方发生额).
    pub credit: String,
    /// What stands on it, debit positive (余额).
    #[schema(example = "-19.98")]
    pub balance: String,
}

/// The head of the books (账头): the last entry, whose hash binds all before it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HeadView {
    /// The last entry's number; 0 before the first.
    pub number: i64,
    /// Its hash: what `verify --head` compares.
    pub hash: String,
}

async fn head_of(reading: &mut Reading<ReadBooks>) -> Result<HeadView, Problem> {
    let head = coop::head(&mut reading.tx, reading.allowed.coop()).await?.ok_or(Refusal::NotFound("cooperative"))?;
    Ok(HeadView { number: head.number, hash: head.hash.to_string() })
}

/// Where the books stand: the last entry's number and hash. Whoever notes them can prove later that nothing before was changed.
#[utoipa::path(get, path = "/head", tag = "books", responses(
    (status = 200, body = HeadView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_head(mut reading: Reading<ReadBooks>) -> Result<Json<HeadView>, Problem> {
    Ok(Json(head_of(&mut reading).await?))
}

/// The trial balance (试算平衡表): the balances come to zero.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TrialBalance {
    /// The day at whose end it stood so; missing: everything posted so far.
    pub on: Option<NaiveDate>,
    /// The last entry that it knows.
    pub head: HeadView,
    /// By account.
    pub items: Vec<TrialBalanceLine>,
}

/// When.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OnQuery {
    /// At the end of this day; everything posted so far where it is missing.
    #[serde(default, deserialize_with = "read::day")]
    on: Option<NaiveDate>,
}

/// What stands on every account.
#[utoipa::path(get, path = "/trial-balance", tag = "books", params(OnQuery), responses(
    (status = 200, body = TrialBalance),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn trial_balance(mut reading: Reading<ReadBooks>, query: Query<OnQuery>) -> Result<Json<TrialBalance>, Problem> {
    let on = query.0.on;
    let head = head_of(&mut reading).await?;
    let lines = trial_balance::trial_balance(&mut reading.tx, &reading.allowed, on).await?;
    let view = |line: trial_balance::Line| {
        let text = |amount| amount_text(&reading.coop, &line.unit, amount);
        let (debit, credit, balance) = (text(line.debit), text(line.credit), text(line.balance()));
        TrialBalanceLine { account: line.account.code, account_name: line.account.name_zh, unit: line.unit, debit, credit, balance }
    };
    Ok(Json(TrialBalance { on, head, items: lines.into_iter().map(view).collect() }))
}

/// What stands on an account for a person.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BalanceView {
    /// The account's code.
    pub account: String,
    /// Its name.
    pub account_name: String,
    /// Whose.
    pub person_id: Uuid,
    /// What the person is called at the till.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// The unit's code.
    pub unit: String,
    /// What the cooperative owes the person; below zero: the person owes.
    #[schema(example = "62.10")]
    pub owed: String,
}

/// Whose balances.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BalanceQuery {
    /// Of this person only.
    person_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// What the cooperative owes to people now: a stallholder sees their own, a guardian the wards', the office everybody's.
#[utoipa::path(get, path = "/balances", tag = "books", params(BalanceQuery), responses(
    (status = 200, body = Page<BalanceView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_balances(mut reading: Reading<ReadStatements>, query: Query<BalanceQuery>) -> Result<Json<Page<BalanceView>>, Problem> {
    let BalanceQuery { person_id, limit, after } = query.0;
    if person_id.is_some_and(|person| !reading.allowed.covers(PersonId(person))) {
        return Err(Refusal::NotFound("person").into());
    }
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let place: (String, Uuid) = paging.cursor()?.unwrap_or((String::new(), Uuid::nil()));
    let rows = balances::of_people(&mut reading.tx, &reading.allowed, person_id, place, limit + 1).await?;
    let coop = &reading.coop;
    let view = |row: balances::PartyBalance| BalanceView {
        owed: amount_text(coop, &row.unit, Minor(row.credit_minor.0 - row.debit_minor.0)),
        account: row.account,
        account_name: row.name_zh,
        person_id: row.party,
        nickname: row.nickname,
        unit: row.unit,
    };
    Ok(Json(Page::of(rows, limit, |row| (row.account.clone(), row.party), view)))
}
