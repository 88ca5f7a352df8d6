//! Who may do what: one pure table, printed as docs/ROLES.md.
//!
//! Authorisation is a value. [`allow`] turns an [`Actor`] into an [`Allowed<P>`], which is the only way into a store function
//! that asks for it, and which carries the cooperative that its statements are about.

use std::marker::PhantomData;

use super::{
    actor::{Actor, Who},
    role::Role,
};
use crate::domain::id::{CoopId, PersonId};

/// How far a permission reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    No,
    /// What concerns the person, or a guardian's wards.
    Own,
    /// The whole cooperative.
    All,
}

/// Something that may be done.
pub trait Permission: Copy + Send + Sync + 'static {
    /// A line of docs/ROLES.md.
    const RULE: Rule;
}

/// A line of the table: a permission and whom it is given to.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The permission's name.
    pub name: &'static str,
    /// What it is, in Chinese and English.
    pub says: (&'static str, &'static str),
    /// Roles that have it for the whole cooperative.
    pub all: &'static [Role],
    /// Roles that have it for what is their own.
    pub own: &'static [Role],
    /// Whether tills have it.
    pub till: bool,
}

impl Rule {
    /// How far a role's permission reaches.
    #[must_use]
    pub fn reach(&self, role: Role) -> Reach {
        if self.all.contains(&role) {
            Reach::All
        } else if self.own.contains(&role) {
            Reach::Own
        } else {
            Reach::No
        }
    }
}

/// The sender's roles do not include this permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} needs another role", .0.name)]
pub struct Forbidden(pub Rule);

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// Proof that a sender may do `P`, in one cooperative.
#[derive(Clone, Debug)]
pub struct Allowed<P> {
    coop: CoopId,
    own: Option<Vec<PersonId>>,
    permission: PhantomData<P>,
}

impl<P: Permission> Allowed<P> {
    /// The cooperative.
    #[must_use]
    pub const fn coop(&self) -> CoopId {
        self.coop
    }

    /// Whether it covers what belongs to this person.
    #[must_use]
    pub fn covers(&self, person: PersonId) -> bool {
        self.own.as_ref().is_none_or(|own| own.contains(&person))
    }

    /// Whose things a list shows that may ask for one person's; `None` for everybody's, nobody's where the one is not covered.
    #[must_use]
    pub fn narrowed(&self, to: Option<PersonId>) -> Option<Vec<PersonId>> {
        match to {
            Some(person) => Some(if self.covers(person) { vec![person] } else { Vec::new() }),
            None => self.own.clone(),
        }
    }

    /// Whose things it covers; `None` for the whole cooperative's.
    #[must_use]
    pub fn only(&self) -> Option<&[PersonId]> {
        self.own.as_deref()
    }
}

/// How far a sender's permission reaches.
#[must_use]
pub fn reach(rule: &Rule, who: &Who) -> Reach {
    match who {
        Who::Operator => Reach::All,
        Who::Till { .. } if rule.till => Reach::All,
        Who::Till { .. } => Reach::No,
        Who::Person { roles, .. } => roles.iter().map(|role| rule.reach(*role)).max().unwrap_or(Reach::No),
    }
}

/// Asks the table.
pub fn allow<P: Permission>(actor: &Actor) -> Result<Allowed<P>, Forbidden> {
    let rule = P::RULE;
    let own = match (reach(&rule, &actor.who), &actor.who) {
        (Reach::No, _) => return Err(Forbidden(rule)),
        (Reach::Own, Who::Person { id, roles, wards }) => {
            let guardian = rule.own.contains(&Role::Guardian) && roles.contains(&Role::Guardian);
            let others: &[PersonId] = if guardian { wards } else { &[] };
            Some(std::iter::once(*id).chain(others.iter().copied()).collect())
        }
        _ => None,
    };
    Ok(Allowed { coop: actor.coop, own, permission: PhantomData })
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident ($zh:literal, $en:literal) { all: [$($all:ident),*], own: [$($own:ident),*], till: $till:literal }),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl Permission for $name {
                const RULE: Rule = Rule {
                    name: stringify!($name),
                    says: ($zh, $en),
                    all: &[$(Role::$all),*],
                    own: &[$(Role::$own),*],
                    till: $till,
                };
            }
        )*

        /// The whole table, in the order of docs/ROLES.md.
        pub const TABLE: &[Rule] = &[$($name::RULE),*];
    };
}

permissions! {
    /// Report what happened at the counter, ask for a quote.
    Sell("在收银台记账", "report sales, refunds and shifts from a till") { all: [], own: [], till: true },
    /// The shop as a till needs it: grids, goods, prices, names on tiles.
    ReadShop("查看站点、格子、商品", "see sites, grids, goods and prices")
        { all: [Stallholder, Helper, Treasurer, Organiser, Auditor, LoveShareholder, Guardian], own: [], till: true },
    /// Sites, grids, owners, goods and prices.
    SetUpShop("设置站点、格子、商品", "set up sites, grids, goods and prices") { all: [Organiser, Treasurer], own: [], till: false },
    /// People and their roles.
    ManagePeople("管理人员与角色", "add people, give and end roles") { all: [Organiser], own: [], till: false },
    /// People without their names: numbers, nicknames, roles, membership.
    ReadPeople("查看人员名单（不含姓名）", "see people and their roles, without names")
        { all: [Treasurer, Organiser, Auditor], own: [Stallholder, Helper, LoveShareholder, Guardian], till: false },
    /// Real names and contacts; each reading is logged.
    ReadPrivate("查看姓名和联系方式（留痕）", "see names and contacts (logged)")
        { all: [Organiser, Treasurer], own: [Stallholder, Helper, Auditor, LoveShareholder, Guardian], till: false },
    /// Who read whose name, and why.
    ReadReadings("查看谁读过姓名和联系方式", "see who read names and contacts")
        { all: [Organiser, Auditor], own: [Stallholder, Helper, Treasurer, LoveShareholder, Guardian], till: false },
    /// Tills: create, show a code, revoke.
    ManageTills("管理收银台", "enrol and revoke tills") { all: [Organiser, Treasurer], own: [], till: false },
    /// Agreements and instruments: propose and approve, by two people.
    ManageAgreements("提出、批准分账协议", "propose and approve agreements") { all: [Organiser, Treasurer], own: [], till: false },
    /// The owner's consent to an agreement.
    Consent("登记铺主同意", "log an owner's consent") { all: [Organiser], own: [Stallholder, Guardian], till: false },
    /// Agreements, shares and carries.
    ReadAgreements("查看分账协议", "see agreements") { all: [Treasurer, Organiser, Auditor], own: [Stallholder, Guardian], till: false },
    /// What supporters and the cooperative agreed, with what came in under it.
    ReadInstruments("查看爱心股东约定", "see what was agreed with supporters")
        { all: [Treasurer, Organiser, Auditor], own: [LoveShareholder], till: false },
    /// What a supporter wants done of a loan or of shares of sales.
    SayWish("登记爱心股东的意愿", "log what a supporter wants") { all: [Treasurer, Organiser], own: [LoveShareholder], till: false },
    /// Money of supporters, members and owners, bills, cash for the bank.
    MoveMoney("收付款项", "receive and pay out money") { all: [Treasurer], own: [], till: false },
    /// Payouts: draft them, take them back.
    DraftPayouts("拟结款", "draft payouts") { all: [Organiser, Treasurer], own: [], till: false },
    /// Payouts: confirm one's own, sign for those whom one helps, or say no.
    SignPayouts("确认、会签结款", "confirm and co-sign payouts") { all: [], own: [Stallholder, Helper, Guardian], till: false },
    /// Bank accounts of owners: write them down, approve them. A guardian does not: nobody redirects what somebody else is paid.
    KeepBankAccounts("登记、核对收款账户", "keep bank accounts") { all: [Organiser, Treasurer], own: [Stallholder], till: false },
    /// Papers behind agreements and entries: upload them.
    KeepPapers("上传单据", "upload papers") { all: [Treasurer, Organiser], own: [], till: false },
    /// Papers behind agreements and entries: read them.
    ReadPapers("查看单据", "read papers") { all: [Treasurer, Organiser, Auditor], own: [], till: false },
    /// Lots of goods: take them in, give them away, miss and find pieces.
    KeepLots("收发捐赠和寄售物资", "take in lots of goods, give pieces away, count them") { all: [Treasurer, Organiser], own: [], till: false },
    /// Lots of goods and where their pieces went. A love shareholder sees their own, in total.
    ReadLots("查看物资批次去向", "see lots of goods and where their pieces went")
        { all: [Treasurer, Organiser, Auditor], own: [LoveShareholder], till: false },
    /// Trainings: plan them, call them off, write down who came.
    KeepTrainings("安排培训、登记到场", "plan trainings and write down who came")
        { all: [Helper, Treasurer, Organiser], own: [], till: false },
    /// Trainings and minutes. A learner sees their own, a trainer what they taught.
    ReadTrainings("查看培训和学时", "see trainings and minutes")
        { all: [Helper, Treasurer, Organiser, Auditor], own: [Stallholder, LoveShareholder, Guardian], till: false },
    /// The stock book of owners' goods: what comes and goes, and counts.
    CountStock("登记收货退货、盘点", "record what owners bring and take home, count goods") { all: [Helper, Treasurer, Organiser], own: [], till: false },
    /// The stock book, read.
    ReadStock("查看库存", "see what lies of owners' goods")
        { all: [Helper, Treasurer, Organiser, Auditor], own: [Stallholder, Guardian], till: false },
    /// The journal, the balances, the shifts.
    ReadBooks("查看账簿", "see the journal, balances and shifts") { all: [Treasurer, Organiser, Auditor], own: [], till: false },
    /// Shifts and their reports. A till sees its own, of the last 30 days.
    ReadShifts("查看班次报表", "see shifts and their reports") { all: [Treasurer, Organiser, Auditor], own: [], till: true },
    /// Sales and refunds with their lines.
    ReadSales("查看销售单", "see sales and refunds") { all: [Treasurer, Organiser, Auditor], own: [], till: true },
    /// Tasks, quarantine and what waits to be allocated: look.
    ReadRepairs("查看待处理事项", "see tasks and quarantine") { all: [Treasurer, Organiser, Auditor], own: [], till: false },
    /// Tasks, quarantine, gaps and allocations: mend, by two people where it says so.
    Repair("处理待办、隔离、分配，同意别人提出的", "repair, allocate, close tasks, agree to what another proposes") { all: [Treasurer, Organiser], own: [], till: false },
    /// Issue statements.
    IssueStatements("签发对账单", "issue statements") { all: [Treasurer], own: [], till: false },
    /// Read issued statements.
    ReadStatements("查看对账单", "read statements") { all: [Treasurer, Organiser, Auditor], own: [Stallholder, Guardian], till: false },
    /// The drawn face on tiles.
    ChooseFace("选头像", "choose a drawn face")
        { all: [Organiser], own: [Stallholder, Helper, Treasurer, Auditor, LoveShareholder, Guardian], till: false },
    /// The three pictures that say who stands at a till.
    SetPicturePin("设置收银台上认人的三张图", "set the three pictures that say who sells")
        { all: [Organiser], own: [Stallholder, Helper, Treasurer, Auditor, LoveShareholder, Guardian], till: false },
    /// Set a helper's PIN or one's own password.
    KeepOwnSecrets("设置自己的密码和 PIN", "set one's own password and PIN")
        { all: [], own: [Stallholder, Helper, Treasurer, Organiser, Auditor, LoveShareholder, Guardian], till: false },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(roles: &[Role]) -> Actor {
        let id = PersonId(uuid::Uuid::from_u128(1));
        let wards = vec![PersonId(uuid::Uuid::from_u128(2))];
        Actor { coop: CoopId(uuid::Uuid::from_u128(9)), who: Who::Person { id, roles: roles.to_vec(), wards } }
    }

    #[test]
    fn nobody_signs_alone_what_they_may_not() {
        assert!(allow::<IssueStatements>(&person(&[Role::Treasurer])).is_ok());
        assert!(allow::<IssueStatements>(&person(&[Role::Auditor, Role::Helper])).is_err());
        assert!(allow::<Sell>(&person(Role::ALL)).is_err(), "only a till reports sales");
    }

    #[test]
    fn a_guardian_reaches_the_wards_and_a_stallholder_only_themselves() {
        let ward = PersonId(uuid::Uuid::from_u128(2));
        assert!(allow::<ReadStatements>(&person(&[Role::Guardian])).is_ok_and(|allowed| allowed.covers(ward)));
        assert!(allow::<ReadStatements>(&person(&[Role::Stallholder])).is_ok_and(|allowed| !allowed.covers(ward)));
    }
}
