//! How owners are paid: what is agreed, how much help each has, their bank accounts, and the file for the bank.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal, Service,
        execute::Sent,
        format::fields::{Money, PercentText},
        payouts::{
            Account, Column, DecideAccount, ProposeAccount, ReadAccount, ReadTransfers, SetPlan, SetTerms, Transfer, columns_of, terms_of,
        },
    },
    auth::policy::{DraftPayouts, KeepBankAccounts, MoveMoney, ReadPeople},
    domain::{id::PersonId, money::Unit},
    http::{
        command::{Asked, Command},
        page::{Page, Paging},
        problem::Problem,
        read::{self, Query, Reading},
        reply::Made,
    },
    store::{
        coop,
        payees::{self, AccountRow, PlanRow},
    },
};

/// What is agreed about payouts.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPayoutTerms {
    /// How much of what is due may go to rent that is owed, in percent.
    pub limit: PercentText,
    /// Less than this is not paid, and waits.
    pub minimum: Money,
    /// The columns of the file for the bank, in order; those of before where they are missing.
    #[schema(max_items = 20)]
    pub columns: Option<Vec<Column>>,
}

request! {
    /// Set what is agreed about payouts, from now on.
    set_payout_terms, "/payout-terms", "payouts", NewPayoutTerms as body =>
        SetTerms { limit: body.limit.clone(), minimum: body.minimum.clone(), columns: body.columns.clone() }
}

/// What is agreed about payouts.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayoutTermsView {
    /// How much of what is due may go to rent, in percent.
    pub limit: String,
    /// Less than this waits.
    pub minimum: String,
    /// The columns of the file for the bank.
    pub columns: Vec<Column>,
}

/// What is agreed about payouts now.
#[utoipa::path(get, path = "/payout-terms", tag = "payouts", responses(
    (status = 200, body = PayoutTermsView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn payout_terms(mut reading: Reading<DraftPayouts>) -> Result<Json<PayoutTermsView>, Problem> {
    let row = payees::terms(&mut reading.tx, reading.allowed.coop()).await?;
    let terms = terms_of(row.as_ref());
    let minimum = reading.money(terms.minimum);
    Ok(Json(PayoutTermsView { limit: terms.limit.to_string(), minimum, columns: columns_of(row.as_ref()) }))
}

/// How much help an owner has.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSupportPlan {
    /// Whose.
    pub person_id: Uuid,
    /// `independent`, `helper_confirms` or `guardian_co_signs`.
    #[schema(pattern = "^(independent|helper_confirms|guardian_co_signs)$")]
    pub plan: String,
    /// From which amount on; for every payout where it is missing.
    pub threshold: Option<Money>,
}

request! {
    /// Set how much help an owner has with payouts, from now on. Every change is kept. No diagnosis is asked for.
    set_support_plan, "/support-plans", "people", NewSupportPlan as body =>
        SetPlan { person: PersonId(body.person_id), plan: body.plan.clone(), threshold: body.threshold.clone() }
}

/// A plan as it was set.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SupportPlanView {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub person_id: Uuid,
    /// `independent`, `helper_confirms` or `guardian_co_signs`.
    pub plan: String,
    /// From which amount on.
    pub threshold: String,
    /// Who set it.
    pub set_by: Option<Uuid>,
    /// When.
    pub set_at: DateTime<Utc>,
}

/// Of one person, or of all.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfOnePerson {
    /// Of this person only.
    person_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// What plans were set, in the order in which they were; the last of a person counts. Everybody sees their own.
#[utoipa::path(get, path = "/support-plans", tag = "people", params(OfOnePerson), responses(
    (status = 200, body = Page<SupportPlanView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_support_plans(
    mut reading: Reading<ReadPeople>,
    Query(query): Query<OfOnePerson>,
) -> Result<Json<Page<SupportPlanView>>, Problem> {
    let paging: Paging = read::paging(query.limit, query.after);
    let (limit, person) = (paging.rows()?, query.person_id.map(PersonId));
    let rows = payees::plan_log(&mut reading.tx, &reading.allowed, person, paging.id_cursor()?, limit + 1).await?;
    let unit = &reading.coop.unit;
    let view = |row: PlanRow| SupportPlanView {
        id: row.id,
        person_id: row.person_id.0,
        plan: row.plan,
        threshold: unit.format(row.threshold_minor),
        set_by: row.set_by.map(|person| person.0),
        set_at: row.set_at.instant(),
    };
    Ok(Json(Page::of(rows, limit, |row| row.id, view)))
}

/// Where somebody is paid to.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBankAccount {
    /// Whose.
    pub person_id: Uuid,
    /// In whose name it is.
    #[schema(min_length = 1, max_length = 80)]
    pub holder: String,
    /// At which bank.
    #[schema(min_length = 1, max_length = 80)]
    pub bank: String,
    /// Its number: 8 to 32 digits.
    #[schema(min_length = 8, max_length = 40)]
    pub number: String,
}

/// Write a bank account down: its owner, or the office. It is sealed as names are, and paid to once another person approves it. A guardian
/// cannot: nobody redirects what somebody else is paid.
#[utoipa::path(post, path = "/bank-accounts", tag = "payouts", request_body = NewBankAccount,
    params(("Idempotency-Key" = Uuid, Header, description = "The sender's own id for it; what is new takes it")),
    responses(
        (status = 201, description = "Done; the same answer for every repeat", body = Made),
        (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Send the same again", body = Problem, content_type = "application/problem+json")))]
pub async fn propose_bank_account(State(service): State<Service>, command: Command<NewBankAccount>) -> Result<Made, Problem> {
    let NewBankAccount { person_id, holder, bank, number } = command.body.clone();
    let account = Account { holder, bank, number };
    let propose = ProposeAccount { keys: service.keys.clone(), person: PersonId(person_id), account };
    command.run_private(&service, propose).await
}

/// What a second person says of an account.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BankAccountDecision {
    /// Which.
    pub account_id: Uuid,
    /// Whether it is paid to from now on.
    pub approve: bool,
}

request! {
    /// Approve a bank account that another person wrote down, or turn it down.
    decide_bank_account, "/bank-account-decisions", "payouts", BankAccountDecision as body =>
        DecideAccount { account: body.account_id, approve: body.approve }
}

/// A bank account, without what is sealed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BankAccountView {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub person_id: Uuid,
    /// Who wrote it down.
    pub proposed_by: Uuid,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// `approved` or `rejected`; it waits for a second person where it is missing. Of a person's approved ones the last counts.
    pub outcome: Option<String>,
    /// Who decided.
    pub decided_by: Option<Uuid>,
}

/// Bank accounts in the order in which they were written down, without what is sealed. An owner sees their own.
#[utoipa::path(get, path = "/bank-accounts", tag = "payouts", params(OfOnePerson), responses(
    (status = 200, body = Page<BankAccountView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_bank_accounts(
    mut reading: Reading<KeepBankAccounts>,
    Query(query): Query<OfOnePerson>,
) -> Result<Json<Page<BankAccountView>>, Problem> {
    let paging = read::paging(query.limit, query.after);
    let (limit, person) = (paging.rows()?, query.person_id.map(PersonId));
    let rows = payees::accounts(&mut reading.tx, &reading.allowed, person, paging.id_cursor()?, limit + 1).await?;
    let view = |row: AccountRow| BankAccountView {
        id: row.id,
        person_id: row.person_id.0,
        proposed_by: row.proposed_by.0,
        proposed_at: row.proposed_at.instant(),
        outcome: row.outcome,
        decided_by: row.decided_by.map(|person| person.0),
    };
    Ok(Json(Page::of(rows, limit, |row| row.id, view)))
}

/// Which account to read.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BankAccountReading {
    /// Which.
    pub account_id: Uuid,
}

/// What an account says.
#[derive(Clone, Serialize, ToSchema)]
pub struct BankAccountInFull {
    /// In whose name it is.
    pub holder: String,
    /// At which bank.
    pub bank: String,
    /// Its number.
    pub number: String,
}

/// Read a bank account. Who read it and when is kept for good.
#[utoipa::path(post, path = "/bank-account-readings", tag = "payouts", request_body = BankAccountReading, responses(
    (status = 200, body = BankAccountInFull),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn read_bank_account(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<KeepBankAccounts, BankAccountReading>,
) -> Result<Json<BankAccountInFull>, Problem> {
    let errand = ReadAccount { keys: service.keys.clone(), account: body.account_id };
    let Account { holder, bank, number } = service.writer.errand(Sent { actor: caller.actor, errand }).await?;
    Ok(Json(BankAccountInFull { holder, bank, number }))
}

/// Of which run.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferFileOrder {
    /// Which.
    pub run_id: Uuid,
}

/// The file for the bank: the payments of a run that go through it and are paid here, in the columns that are set. Reading each account is
/// kept for good. What did not arrive stands in it no more.
#[utoipa::path(post, path = "/payout-transfer-files", tag = "payouts", request_body = TransferFileOrder, responses(
    (status = 200, body = String, content_type = "text/csv"),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn transfer_file(
    State(service): State<Service>,
    Asked { caller, body, .. }: Asked<MoveMoney, TransferFileOrder>,
) -> Result<Response, Problem> {
    let id = caller.actor.coop;
    let errand = ReadTransfers { keys: service.keys.clone(), run: body.run_id };
    let (columns, transfers) = service.writer.errand(Sent { actor: caller.actor, errand }).await?;
    let mut tx = service.db.snapshot().await?;
    let unit = coop::find(&mut tx, id).await?.ok_or(Refusal::NotFound("cooperative"))?.unit;
    let table = table(&columns, &transfers, &unit).map_err(|error| Refusal::Broken(error.to_string()))?;
    let name = HeaderValue::from_str(&format!("attachment; filename=\"payouts-{}.csv\"", body.run_id));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, name.unwrap_or(HeaderValue::from_static("attachment"))),
    ];
    Ok((headers, table).into_response())
}

fn table(columns: &[Column], transfers: &[Transfer], unit: &Unit) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(columns.iter().map(|column| column.heading.as_str()))?;
    for transfer in transfers {
        let cell = |column: &Column| match column.field.as_str() {
            "holder" => transfer.account.holder.clone(),
            "number" => transfer.account.number.clone(),
            "bank" => transfer.account.bank.clone(),
            "amount" => unit.format(transfer.amount),
            "currency" => unit.code.clone(),
            "payout" => transfer.payout.to_string(),
            _ => "结款".to_owned(),
        };
        out.write_record(columns.iter().map(cell))?;
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}
