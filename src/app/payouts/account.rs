//! Where owners are paid to: sealed, approved by a second person, and each reading leaves a trace.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Column, columns_of, signer};
use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::{Errand, UseCase},
        format::fields::text,
        refusal::Refusal,
        two_people,
        words::Words,
    },
    auth::{
        keys::Keys,
        policy::{KeepBankAccounts, MoveMoney},
        seal::{PersonKey, Whose},
    },
    domain::{
        id::{CommandId, PersonId},
        money::Minor,
    },
    store::{
        payees::{self, AccountRow},
        payouts,
        private::{self, ReadingRow},
    },
};

/// What is sealed.
#[derive(Clone, Deserialize, Serialize, PartialEq, Eq)]
pub struct Account {
    /// In whose name it is.
    pub holder: String,
    /// At which bank.
    pub bank: String,
    /// Its number: digits.
    pub number: String,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Account(..)")
    }
}

impl Account {
    /// Refuses what no bank takes, and what a spreadsheet would take for a formula.
    fn read(&self) -> Result<Self, Refusal> {
        let plain = |part: &str, at: &str, longest| {
            let part = text(part, at, longest)?;
            if part.starts_with(['=', '+', '-', '@']) {
                let words = Words::new("不能以 =、+、-、@ 开头", "it does not begin with =, +, - or @");
                return Err(Refusal::invalid(at, words));
            }
            Ok(part)
        };
        let number: String = self.number.chars().filter(|letter| *letter != ' ').collect();
        if !(8..=32).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Refusal::invalid("number", Words::new("账号是 8 到 32 位数字", "an account's number is 8 to 32 digits")));
        }
        Ok(Self { holder: plain(&self.holder, "holder", 80)?, bank: plain(&self.bank, "bank", 80)?, number })
    }
}

/// An account is written down, by its owner or the office.
#[derive(Clone, Debug)]
pub struct ProposeAccount {
    /// What it is sealed with.
    pub keys: Keys,
    /// Whose.
    pub person: PersonId,
    /// What it is.
    pub account: Account,
}

impl UseCase for ProposeAccount {
    const KIND: &'static str = "bank_account_proposed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepBankAccounts>()?;
        let proposed_by = signer(ctx)?;
        if !allowed.covers(self.person) {
            return Err(Refusal::NotFound("person"));
        }
        let account = self.account.read()?;
        let (coop, whose) = (ctx.coop(), Whose(ctx.coop(), self.person));
        let Some(kept) = private::of(ctx.tx, coop, self.person).await? else {
            let zh = "先登记这个人的姓名，才能登记收款账户";
            return Err(Refusal::not_now("no_name", zh, "write this person's name down first: the account is sealed with it"));
        };
        let plain = serde_json::to_vec(&account).map_err(|error| Refusal::Broken(error.to_string()))?;
        let sealed = PersonKey::unwrap(&self.keys, whose, &kept.wrapped_key)?.seal(whose, ctx.chance.bytes(), &plain)?;
        let row = AccountRow {
            id: id.0,
            person_id: self.person,
            sealed,
            proposed_by,
            proposed_at: ctx.now,
            outcome: None,
            decided_by: None,
            decided_at: None,
        };
        payees::propose_account(ctx.tx, &allowed, &row).await?;
        Ok(Done::made(id.0))
    }
}

/// A second person approves an account, or does not.
#[derive(Clone, Copy, Debug)]
pub struct DecideAccount {
    /// Which.
    pub account: Uuid,
    /// Whether it is paid to from now on.
    pub approve: bool,
}

impl UseCase for DecideAccount {
    const KIND: &'static str = "bank_account_decided";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepBankAccounts>()?;
        let second = signer(ctx)?;
        let row = payees::account(ctx.tx, allowed.coop(), self.account).await?;
        let row = row.filter(|row| allowed.covers(row.person_id)).ok_or(Refusal::NotFound("bank account"))?;
        if row.outcome.is_some() {
            return Err(Refusal::DecidedBefore("bank account"));
        }
        if self.approve {
            two_people::check::<KeepBankAccounts>(ctx, row.proposed_by, second).await?;
        }
        let outcome = if self.approve { "approved" } else { "rejected" };
        payees::decide_account(ctx.tx, allowed.coop(), row.id, outcome, second, ctx.now).await?;
        Ok(Done::made(row.id))
    }
}

/// Reads an account, and leaves a trace.
#[derive(Clone, Debug)]
pub struct ReadAccount {
    /// What it is sealed with.
    pub keys: Keys,
    /// Which.
    pub account: Uuid,
}

impl Errand for ReadAccount {
    type Answer = Account;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Account, Refusal> {
        let allowed = ctx.allow::<KeepBankAccounts>()?;
        let row = payees::account(ctx.tx, allowed.coop(), self.account).await?;
        let row = row.filter(|row| allowed.covers(row.person_id)).ok_or(Refusal::NotFound("bank account"))?;
        open(ctx, &self.keys, &row).await
    }
}

async fn open(ctx: &mut Ctx<'_>, keys: &Keys, row: &AccountRow) -> Result<Account, Refusal> {
    let (coop, whose) = (ctx.coop(), Whose(ctx.coop(), row.person_id));
    let kept = private::of(ctx.tx, coop, row.person_id).await?.ok_or(Refusal::NotFound("bank account"))?;
    let plain = PersonKey::unwrap(keys, whose, &kept.wrapped_key)?.open(whose, &row.sealed)?;
    let account = serde_json::from_slice(&plain).map_err(|_| Refusal::Broken("a sealed account cannot be read".to_owned()))?;
    let reading = ReadingRow {
        id: ctx.chance.id(ctx.now),
        person_id: row.person_id,
        reader_id: ctx.actor.person(),
        purpose: "payout".to_owned(),
        read_at: ctx.now,
    };
    private::log_reading(ctx.tx, coop, &reading).await?;
    Ok(account)
}

/// A payment that the bank is asked to make.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// The payout.
    pub payout: Uuid,
    /// To which account.
    pub account: Account,
    /// How much.
    pub amount: Minor,
}

/// The payments of a run that go through the bank and are posted: what its file tells the bank. Each reading leaves a trace.
#[derive(Clone, Debug)]
pub struct ReadTransfers {
    /// What accounts are sealed with.
    pub keys: Keys,
    /// Of which run.
    pub run: Uuid,
}

impl Errand for ReadTransfers {
    type Answer = (Vec<Column>, Vec<Transfer>);

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Self::Answer, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let coop = allowed.coop();
        if !payouts::run_exists(ctx.tx, coop, self.run).await? {
            return Err(Refusal::NotFound("payout run"));
        }
        let mut transfers = Vec::new();
        for row in payouts::transferred(ctx.tx, coop, self.run).await? {
            let Some(account) = row.bank_account_id else { continue };
            let kept = payees::account(ctx.tx, coop, account).await?.ok_or(Refusal::NotFound("bank account"))?;
            let account = open(ctx, &self.keys, &kept).await?;
            transfers.push(Transfer { payout: row.id.0, account, amount: row.paid_minor });
        }
        if transfers.is_empty() {
            let zh = "这一批里没有已付的银行转账";
            return Err(Refusal::not_now("no_transfers", zh, "nothing of this run is paid through the bank"));
        }
        Ok((columns_of(payees::terms(ctx.tx, coop).await?.as_ref()), transfers))
    }
}
