//! A business day at a glance: what came in, and whose it is by the entries of that very day's sales and refunds.
//!
//! received + given by the shop = owners + cooperative + supporters + donations + vouchers sold − taken back + not allocated yet.
//! The left side is read from the documents, the right side from the postings; both are in the answer.

use std::collections::BTreeMap;

use crate::{
    app::Refusal,
    auth::policy::{Allowed, ReadBooks},
    domain::{account::Role, money::Minor, time::Date},
    store::{
        Tx,
        books::Days,
        day::{self as rows, CreditRow},
    },
};

/// What came in by one means.
#[derive(Clone, Copy, Debug, Default)]
pub struct Received {
    /// Sales that were paid by it, in whole or in part.
    pub sales: i64,
    /// Refunds that were paid back by it.
    pub refunds: i64,
    /// Sales less change and refunds.
    pub amount: Minor,
}

/// Whose money it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// Owners of goods.
    Owner,
    /// The cooperative's commission.
    Cooperative,
    /// Love shareholders, by their agreements.
    Supporter,
    /// Rounded up for charity.
    Donation,
    /// Vouchers that were sold: goods are still owed for them.
    Voucher,
    /// Nobody knows yet.
    Unallocated,
}

impl Whose {
    /// On the wire.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Cooperative => "cooperative",
            Self::Supporter => "supporter",
            Self::Donation => "donation",
            Self::Voucher => "voucher",
            Self::Unallocated => "unallocated",
        }
    }
}

/// A person's part, or the whole where there is none.
#[derive(Clone, Debug)]
pub struct Part {
    /// Whose.
    pub whose: Whose,
    /// The account that was credited.
    pub account: String,
    /// The person.
    pub person: Option<uuid::Uuid>,
    /// What that person is called, or their number.
    pub name: Option<String>,
    /// How much.
    pub amount: Minor,
}

/// A day's figures.
#[derive(Clone, Debug)]
pub struct Day {
    /// Sales.
    pub sales: i64,
    /// What customers paid for them.
    pub sold: Minor,
    /// Refunds.
    pub refunds: i64,
    /// What customers got back.
    pub paid_back: Minor,
    /// By means.
    pub received: BTreeMap<String, Received>,
    /// Discounts and rounding-off that the shop bears.
    pub given: Minor,
    /// The account of these.
    pub given_account: Option<String>,
    /// Whose it is, by party and account.
    pub parts: Vec<Part>,
}

/// The figures of a business day.
pub async fn day(tx: &mut Tx, allowed: &Allowed<ReadBooks>, day: Date) -> Result<Day, Refusal> {
    let days = Days { from: day, to: day };
    let sold = rows::by_day(tx, allowed, days).await?;
    let mut received: BTreeMap<String, Received> = BTreeMap::new();
    for row in rows::paid(tx, allowed, days).await? {
        let means = received.entry(row.means).or_default();
        means.sales += row.documents;
        means.amount = means.amount.plus(row.amount)?;
    }
    for row in rows::paid_back(tx, allowed, days).await? {
        let means = received.entry(row.means).or_default();
        means.refunds += row.documents;
        means.amount = means.amount.minus(row.amount)?;
    }
    let change = Minor::sum(sold.iter().map(|row| row.change_given))?;
    if !change.is_zero() {
        let cash = received.entry("cash".to_owned()).or_default();
        cash.amount = cash.amount.minus(change)?;
    }
    let refunds = rows::refunds(tx, allowed, days).await?;
    let used = received.get("voucher").map_or(Minor::ZERO, |vouchers| vouchers.amount);
    let credited = rows::credited(tx, allowed, day).await?;
    let shop = credited.iter().filter(|row| role(row) == Some(Role::ShopDiscounts));
    Ok(Day {
        sales: sold.iter().map(|row| row.sales).sum(),
        sold: Minor::sum(sold.iter().map(|row| row.total))?,
        refunds: refunds.refunds,
        paid_back: refunds.paid,
        received,
        given: Minor::sum(shop.clone().map(|row| row.amount))?.negated()?,
        given_account: shop.map(|row| row.account.clone()).next(),
        parts: parts(credited, used)?,
    })
}

fn role(row: &CreditRow) -> Option<Role> {
    row.role.as_deref().and_then(Role::parse)
}

/// Whose money it is. A voucher that was used is money received and debits the same account as one that was sold credits.
fn parts(credited: Vec<CreditRow>, used: Minor) -> Result<Vec<Part>, Refusal> {
    let mut parts = Vec::new();
    for row in credited {
        let whose = match role(&row) {
            Some(Role::MemberPayable | Role::OwnerPayable) => Whose::Owner,
            Some(Role::Commission) => Whose::Cooperative,
            Some(Role::SupporterPayable) => Whose::Supporter,
            Some(Role::DonationsHeld) => Whose::Donation,
            Some(Role::Vouchers) => Whose::Voucher,
            Some(Role::Unallocated) => Whose::Unallocated,
            _ => continue,
        };
        let amount = if whose == Whose::Voucher { row.amount.plus(used)? } else { row.amount };
        if !amount.is_zero() {
            parts.push(Part { whose, account: row.account, person: row.party, name: row.nickname.or(row.code), amount });
        }
    }
    parts.sort_by_key(|part: &Part| (part.whose, -part.amount.0));
    Ok(parts)
}
