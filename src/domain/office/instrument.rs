//! What a love shareholder and the cooperative agreed, and the money that comes and goes under it. Nothing promises a return.

use super::{CannotPost, EventKind};
use crate::domain::{
    account::Role,
    money::Minor,
    reason::{Purpose, words},
    time::Date,
};

words! {
    /// What was agreed.
    InstrumentKind {
        /// 非限定捐赠
        Gift = "gift",
        /// 限定捐赠
        RestrictedGift = "restricted_gift",
        /// 无息借款
        Loan = "loan",
        /// 股金
        ShareCapital = "share_capital",
        /// 捐物
        GoodsGift = "goods_gift",
        /// 成本价供货
        GoodsAtCost = "goods_at_cost",
        /// 销售分成
        ShareOfSales = "share_of_sales",
        /// 培训
        Training = "training",
    }
}

/// The terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Of what kind.
    pub kind: InstrumentKind,
    /// What may come in, in all.
    pub cap: Option<Minor>,
    /// What a restricted gift is for.
    pub purpose: Option<Purpose>,
    /// Whether a loan runs for more than a year.
    pub is_long: bool,
    /// The first day.
    pub begins_on: Date,
    /// The last day on which it receives.
    pub ends_on: Option<Date>,
}

/// What came in under an agreement and what went out of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Came in.
    pub received: Minor,
    /// Was spent, paid back, withdrawn or waived; of goods, what has left the shelf.
    pub used: Minor,
    /// Of what is left, what lies in lots: it is no money to be spent.
    pub goods: Minor,
}

impl Book {
    /// What is left of it, money and goods.
    #[must_use]
    pub fn held(self) -> Minor {
        Minor(self.received.0.saturating_sub(self.used.0).max(0))
    }

    /// What is left of it in money.
    #[must_use]
    pub fn left(self) -> Minor {
        Minor(self.held().0.saturating_sub(self.goods.0).max(0))
    }

    fn take(self, amount: Minor) -> Result<Self, CannotPost> {
        if amount > self.left() {
            return Err(CannotPost::BeyondHeld { held: self.left() });
        }
        Ok(Self { used: self.used.plus(amount)?, ..self })
    }
}

/// A loan's instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// When it is due.
    pub due_on: Date,
    /// How much.
    pub amount: Minor,
}

/// Why terms are no agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoInstrument {
    /// A loan and share capital are of a stated sum.
    #[error("say how much is lent or subscribed")]
    WithoutSum,
    /// A restricted gift says what it is for; nothing else does.
    #[error("a restricted gift says what it is for, and only that")]
    Purpose,
    /// Only a loan is paid back by a schedule.
    #[error("only a loan has a schedule")]
    Schedule,
    /// The instalments come to another sum, or are not in order.
    #[error("the instalments follow each other by day, after the first day, and come to the loan's sum")]
    Instalments,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    Days,
}

/// Refuses terms that do not hang together.
pub fn check_new(agreed: &Agreed, schedule: &[Instalment]) -> Result<(), NoInstrument> {
    let is_loan = agreed.kind == InstrumentKind::Loan;
    if (is_loan || agreed.kind == InstrumentKind::ShareCapital) && agreed.cap.is_none() {
        return Err(NoInstrument::WithoutSum);
    }
    if agreed.purpose.is_some() != (agreed.kind == InstrumentKind::RestrictedGift) {
        return Err(NoInstrument::Purpose);
    }
    if agreed.ends_on.is_some_and(|end| end < agreed.begins_on) {
        return Err(NoInstrument::Days);
    }
    if schedule.is_empty() {
        return Ok(());
    }
    if !is_loan {
        return Err(NoInstrument::Schedule);
    }
    let in_order = schedule.windows(2).all(|pair| pair[0].due_on < pair[1].due_on);
    let after_start = schedule.first().is_some_and(|first| first.due_on > agreed.begins_on);
    let sum = Minor::sum(schedule.iter().map(|instalment| instalment.amount)).ok();
    if in_order && after_start && sum == agreed.cap { Ok(()) } else { Err(NoInstrument::Instalments) }
}

/// Whether a loan of this schedule runs for more than a year; one without a schedule is paid back when its lender asks.
#[must_use]
pub fn is_long(begins_on: Date, schedule: &[Instalment]) -> bool {
    let a_year_on = begins_on.checked_add_months(chrono::Months::new(12));
    schedule.last().zip(a_year_on).is_some_and(|(last, year)| last.due_on > year)
}

impl Agreed {
    /// Refuses what happened before the first day.
    pub fn check_begun(&self, day: Date) -> Result<(), CannotPost> {
        if day < self.begins_on { Err(CannotPost::NotBegun) } else { Ok(()) }
    }

    /// The account on which its money stands.
    #[must_use]
    pub const fn account(&self) -> Option<Role> {
        match self.kind {
            InstrumentKind::Gift => Some(Role::GiftFund),
            InstrumentKind::RestrictedGift => Some(Role::RestrictedGifts),
            InstrumentKind::Loan if self.is_long => Some(Role::LongLoans),
            InstrumentKind::Loan => Some(Role::ShortLoans),
            InstrumentKind::ShareCapital => Some(Role::SupporterCapital),
            InstrumentKind::GoodsGift | InstrumentKind::GoodsAtCost | InstrumentKind::ShareOfSales | InstrumentKind::Training => None,
        }
    }
}

/// Money comes in: E11, E12, E13.
pub fn receive(agreed: &Agreed, book: Book, day: Date, amount: Minor) -> Result<(EventKind, Book), CannotPost> {
    let kind = match agreed.kind {
        InstrumentKind::Gift | InstrumentKind::RestrictedGift => EventKind::GiftReceived,
        InstrumentKind::Loan => EventKind::LoanReceived,
        InstrumentKind::ShareCapital => EventKind::CapitalPaidIn,
        InstrumentKind::GoodsGift | InstrumentKind::GoodsAtCost | InstrumentKind::ShareOfSales | InstrumentKind::Training => {
            return Err(CannotPost::BringsNoMoney);
        }
    };
    if agreed.ends_on.is_some_and(|end| day > end) {
        return Err(CannotPost::Ended);
    }
    let received = book.received.plus(amount)?;
    if let Some(cap) = agreed.cap.filter(|cap| received > *cap) {
        return Err(CannotPost::BeyondAgreed { left: Minor(cap.0.saturating_sub(book.received.0).max(0)) });
    }
    Ok((kind, Book { received, ..book }))
}

/// Goods come in as a lot: E5. Restricted ones are bound like money until they leave the shelf.
pub fn receive_goods(agreed: &Agreed, book: Book, day: Date, worth: Minor) -> Result<Book, CannotPost> {
    if !matches!(agreed.kind, InstrumentKind::GoodsGift | InstrumentKind::RestrictedGift) {
        return Err(CannotPost::BringsNoGoods);
    }
    agreed.check_begun(day)?;
    if agreed.ends_on.is_some_and(|end| day > end) {
        return Err(CannotPost::Ended);
    }
    let received = book.received.plus(worth)?;
    if let Some(cap) = agreed.cap.filter(|cap| received > *cap) {
        return Err(CannotPost::BeyondAgreed { left: Minor(cap.0.saturating_sub(book.received.0).max(0)) });
    }
    Ok(Book { received, goods: book.goods.plus(worth)?, ..book })
}

/// A loan is paid back, or share capital withdrawn: E11, E12.
pub fn give_back(agreed: &Agreed, book: Book, amount: Minor) -> Result<(EventKind, Book), CannotPost> {
    let kind = match agreed.kind {
        InstrumentKind::Loan => EventKind::LoanRepaid,
        InstrumentKind::ShareCapital => EventKind::CapitalWithdrawn,
        _ => return Err(CannotPost::NotPaidBack),
    };
    Ok((kind, book.take(amount)?))
}

/// A restricted gift is spent on what it was given for: E13.
pub fn spend(agreed: &Agreed, book: Book, purpose: Purpose, amount: Minor) -> Result<Book, CannotPost> {
    match agreed.purpose {
        None => Err(CannotPost::NotRestricted),
        Some(given_for) if given_for != purpose => Err(CannotPost::OtherPurpose),
        Some(_) => book.take(amount),
    }
}

/// The lender waives what is left of a loan: E35. The whole rest, or nothing.
pub fn waive(agreed: &Agreed, book: Book) -> Result<(Minor, Book), CannotPost> {
    if agreed.kind != InstrumentKind::Loan {
        return Err(CannotPost::NotALoan);
    }
    let rest = book.left();
    if rest.is_zero() {
        return Err(CannotPost::NothingLeft);
    }
    Ok((rest, book.take(rest)?))
}
