//! What love shareholders of the story agreed beside their shares of sales, and the money that the treasurer moved.

use super::{
    cast::{FAMILIES, TREASURER},
    dice,
    plan::Plan,
    teller::Teller,
};
use crate::{
    app::{
        Refusal,
        format::fields::Money,
        office::{
            AddInstrument, BillPaid, CashBanked, DepositTaken, GiveBack, LogWish, NewInstalment, Receive, Said, Settle, Settlement, Spend,
        },
    },
    domain::{
        id::{InstrumentId, PersonId},
        time::{Date, Month},
    },
};

/// The family that leaves a deposit.
const DEPOSITOR: usize = 6;
/// A loan is paid back month by month.
const INSTALMENTS: u32 = 6;

/// What happens on a morning, so many days after the first.
pub async fn morning(teller: &Teller, plan: Plan, after: u32) -> Result<(), Refusal> {
    let office = Office { teller, treasurer: plan.person(TREASURER), plan };
    match after {
        0 => office.agrees().await,
        2 => office.spends().await,
        3 => office.month().await,
        _ => Ok(()),
    }
}

struct Office<'a> {
    teller: &'a Teller,
    treasurer: PersonId,
    plan: Plan,
}

fn said(amount: &str) -> Said {
    Said { amount: Money(amount.to_owned()), through: None, day: None }
}

/// Whose, of what kind, for what, how much.
type Terms = (&'static str, &'static str, Option<&'static str>, Option<&'static str>);

impl Office<'_> {
    /// What was agreed on the first morning.
    fn agreed(&self, (supporter, kind, ..): Terms) -> InstrumentId {
        InstrumentId(dice::id(&format!("{kind} of {supporter}"), Plan::opening(self.plan.first)))
    }

    async fn agree(&self, terms: Terms, schedule: Vec<NewInstalment>) -> Result<InstrumentId, Refusal> {
        let (supporter, kind, purpose, cap) = terms;
        let added = AddInstrument {
            supporter: self.plan.person(supporter),
            kind: Some(kind.to_owned()),
            purpose: purpose.map(str::to_owned),
            cap: cap.map(|cap| Money(cap.to_owned())),
            begins_on: None,
            ends_on: None,
            schedule,
        };
        Ok(InstrumentId(self.teller.asks(self.treasurer, &format!("{kind} of {supporter}"), added).await?))
    }

    async fn receives(&self, instrument: InstrumentId, label: &str, amount: &str) -> Result<(), Refusal> {
        let received = Receive { instrument, said: said(amount) };
        self.teller.asks(self.treasurer, label, received).await.map(drop)
    }

    async fn settles<S: Settlement>(
        &self,
        label: &str,
        what: S,
        of: (Option<PersonId>, Option<&str>),
        amount: &str,
    ) -> Result<(), Refusal> {
        let settle = Settle { what, person: of.0, said: said(amount), bill: of.1.map(str::to_owned), paper: None };
        self.teller.asks(self.treasurer, label, settle).await.map(drop)
    }

    /// A gift, a loan with its schedule, a gift for training, and capital that is paid in parts.
    async fn agrees(&self) -> Result<(), Refusal> {
        let gift = self.agree(GIFT, Vec::new()).await?;
        self.receives(gift, "gift comes", "200.00").await?;
        let mut month = Month::of(self.plan.first);
        let mut schedule = Vec::new();
        for _ in 0..INSTALMENTS {
            month = month.next();
            schedule.push(NewInstalment { due_on: last_day(month), amount: Money("500.00".to_owned()) });
        }
        let loan = self.agree(LOAN, schedule).await?;
        self.receives(loan, "loan comes", "3000.00").await?;
        let training = self.agree(TRAINING, Vec::new()).await?;
        self.receives(training, "training gift comes", "1000.00").await?;
        let capital = self.agree(CAPITAL, Vec::new()).await?;
        self.receives(capital, "capital comes", "2000.00").await?;
        let wish = LogWish {
            supporter: self.plan.person("supporter"),
            instrument: None,
            wish: "redonate".to_owned(),
            manner: Some("paper".to_owned()),
        };
        self.teller.asks(self.treasurer, "supporter gives shares back", wish).await.map(drop)
    }

    async fn spends(&self) -> Result<(), Refusal> {
        let spent = Spend { instrument: self.agreed(TRAINING), purpose: "training".to_owned(), said: said("400.00") };
        self.teller.asks(self.treasurer, "training is paid", spent).await?;
        let repaid = GiveBack { instrument: self.agreed(LOAN), said: said("500.00") };
        self.teller.asks(self.treasurer, "loan is paid back", repaid).await.map(drop)
    }

    /// A bill, a family's deposit, and cash for the bank.
    async fn month(&self) -> Result<(), Refusal> {
        let family = FAMILIES.get(DEPOSITOR).map(|family| self.plan.person(family.code));
        self.settles("bill is paid", BillPaid, (None, Some("telecom")), "64.00").await?;
        self.settles("deposit is taken", DepositTaken, (family, None), "50.00").await?;
        self.settles("cash is banked", CashBanked, (None, None), "300.00").await
    }
}

const GIFT: Terms = ("supporter4", "gift", None, None);
const LOAN: Terms = ("supporter4", "loan", None, Some("3000.00"));
const TRAINING: Terms = ("supporter5", "restricted_gift", Some("training"), Some("1000.00"));
const CAPITAL: Terms = ("supporter3", "share_capital", None, Some("5000.00"));

fn last_day(month: Month) -> Date {
    let first = month.next().first_day();
    first.pred_opt().unwrap_or(first)
}
