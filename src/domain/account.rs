//! Accounts are found by role; codes and names come from a chart template, and the treasurer may rename them.

use std::collections::HashMap;

use super::reason::words;

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $slug:literal),* $(,)?) => {
        /// What an account is for. Entries are written in roles, and a chart says which code stands for each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $role),* }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role),*];

            /// The role's name in the database and on the wire.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$role => $slug),* }
            }

            /// The role of that name.
            #[must_use]
            pub fn parse(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$role),)* _ => None }
            }
        }
    };
}

roles! {
    /// Cash in the safe.
    Safe = "safe",
    /// Cash in a till's drawer; the party is the till.
    Drawer = "drawer",
    /// Taken through 微信, not yet settled.
    WechatClearing = "wechat_clearing",
    /// Taken through 支付宝, not yet settled.
    AlipayClearing = "alipay_clearing",
    /// What a member's sales have earned; the party is the owner.
    MemberPayable = "member_payable",
    /// What the sales of an owner who is no member have earned.
    OwnerPayable = "owner_payable",
    /// Shares of sales; the party is the supporter or fund.
    SupporterPayable = "supporter_payable",
    /// Rounded up by customers for charity.
    DonationsHeld = "donations_held",
    /// Vouchers sold and not yet used.
    Vouchers = "vouchers",
    /// Sales whose owner is not known yet.
    Unallocated = "unallocated",
    /// The cooperative's commission.
    Commission = "commission",
    /// More cash than expected.
    CashOver = "cash_over",
    /// Less cash than expected.
    CashShort = "cash_short",
    /// Shop-funded discounts and rounding-off.
    ShopDiscounts = "shop_discounts",
    /// Small expenses of running the shop.
    Administration = "administration",
    /// Money in the bank.
    Bank = "bank",
    /// Rent and other things that an owner owes; the party is the owner.
    MemberReceivable = "member_receivable",
    /// Interest-free loans that are due within a year; the party is the lender.
    ShortLoans = "short_loans",
    /// Interest-free loans of more than a year.
    LongLoans = "long_loans",
    /// Deposits held; the party is whoever left it.
    DepositsHeld = "deposits_held",
    /// Restricted gifts that are not spent yet; the party is the giver.
    RestrictedGifts = "restricted_gifts",
    /// Members' share capital.
    MemberCapital = "member_capital",
    /// Love shareholders' share capital.
    SupporterCapital = "supporter_capital",
    /// Gifts for whatever the cooperative needs; the party is the giver.
    GiftFund = "gift_fund",
    /// Shares and dividends that a supporter gave back.
    RedonatedFund = "redonated_fund",
    /// Rent of grids.
    GridRent = "grid_rent",
    /// What providers keep of what is paid through them.
    ProviderFees = "provider_fees",
    /// Restricted gifts as they are spent.
    GiftsReleased = "gifts_released",
    /// Goods that were bought.
    OwnGoods = "own_goods",
    /// Goods that were given.
    DonatedGoods = "donated_goods",
    /// Goods that are missing, until somebody else approves it.
    ShortagePending = "shortage_pending",
    /// What goods brought that were bought or given.
    GoodsIncome = "goods_income",
    /// What given goods that were sold were worth.
    DonatedCost = "donated_cost",
    /// Owners' goods lost in the shop's keeping.
    OwnerCompensation = "owner_compensation",
    /// What owners and others get of goods that were bought or given.
    HandlingShares = "handling_shares",
    /// Goods given to families.
    GivenAway = "given_away",
    /// What goods that were bought and sold had cost.
    OwnCost = "own_cost",
    /// Goods that are gone.
    Shrinkage = "shrinkage",
    /// Minutes that somebody taught.
    TrainingGiven = "training_given",
    /// Minutes that the cooperative was taught.
    TrainingReceived = "training_received",
    /// Minutes that somebody learnt.
    Learnt = "learnt",
    /// Minutes that all have learnt.
    LearntInAll = "learnt_in_all",
    /// Pieces of a lot on the shelf; the party is the lot.
    LotStock = "lot_stock",
    /// Pieces that came in with a lot.
    LotReceived = "lot_received",
    /// Pieces of a lot that were sold.
    LotSold = "lot_sold",
    /// Pieces of a lot that were given away.
    LotGiven = "lot_given",
    /// Pieces of a lot that are gone.
    LotLost = "lot_lost",
}

/// A line of a chart template.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// The account's code.
    pub code: &'static str,
    /// Its Chinese name.
    pub name_zh: &'static str,
    /// Its English name.
    pub name_en: &'static str,
    /// What our entries use it for, if they do.
    pub role: Option<Role>,
    /// Who may write on it.
    pub open_to: OpenTo,
    /// Whose balances it has.
    pub holder: Holder,
}

words! {
    /// Who may write on an account. What events keep for somebody is nobody's to move by hand.
    OpenTo {
        /// Events of their own kind.
        Events = "events",
        /// The opening balances too.
        Opening = "opening",
        /// Manual entries too.
        Manual = "manual",
    }
}

words! {
    /// Whose balances an account has.
    Holder {
        /// One balance for all.
        Nobody = "nobody",
        /// One for each person.
        Person = "person",
        /// One for each till.
        Till = "till",
        /// One for each lot, in pieces.
        Lot = "lot",
    }
}

const fn account(code: &'static str, name_zh: &'static str, name_en: &'static str, role: Option<Role>) -> Template {
    Template { code, name_zh, name_en, role, open_to: OpenTo::Events, holder: Holder::Nobody }
}

impl Template {
    const fn open(self, open_to: OpenTo) -> Self {
        Self { open_to, ..self }
    }

    const fn of(self, holder: Holder) -> Self {
        Self { holder, ..self }
    }
}

/// The chart of a cooperative, with codes after 财会〔2007〕15号 and 财会〔2021〕37号; sub-codes are ours.
pub const CN_COOP: &[Template] = &[
    account("10101", "库存现金-保险柜", "Cash, safe", Some(Role::Safe)).open(OpenTo::Manual),
    account("10102", "库存现金-钱箱", "Cash, drawers", Some(Role::Drawer)).of(Holder::Till),
    account("102", "银行存款", "Bank", Some(Role::Bank)).open(OpenTo::Manual),
    account("10901", "微信待结", "WeChat clearing", Some(Role::WechatClearing)).open(OpenTo::Opening),
    account("10902", "支付宝待结", "Alipay clearing", Some(Role::AlipayClearing)).open(OpenTo::Opening),
    account("11401", "成员往来-已售待结", "Members, sold and due", Some(Role::MemberPayable)).open(OpenTo::Opening).of(Holder::Person),
    account("11403", "成员往来-格租等应收", "Members, rent and other receivable", Some(Role::MemberReceivable))
        .open(OpenTo::Opening)
        .of(Holder::Person),
    account("12101", "库存商品-自有", "Goods, own", Some(Role::OwnGoods)).open(OpenTo::Opening),
    account("12102", "库存商品-捐赠", "Goods, donated", Some(Role::DonatedGoods)),
    account("181", "待处理财产损溢", "Shortage pending", Some(Role::ShortagePending)),
    account("20101", "短期无息借款", "Interest-free loans, short", Some(Role::ShortLoans)).open(OpenTo::Opening).of(Holder::Person),
    account("21101", "应付非成员铺主", "Payable, owners who are not members", Some(Role::OwnerPayable))
        .open(OpenTo::Opening)
        .of(Holder::Person),
    account("21102", "应付爱心股东分成", "Payable, love shareholders' shares", Some(Role::SupporterPayable))
        .open(OpenTo::Opening)
        .of(Holder::Person),
    account("21103", "押金", "Deposits held", Some(Role::DepositsHeld)).open(OpenTo::Opening).of(Holder::Person),
    account("21104", "代收捐款", "Customers' donations held", Some(Role::DonationsHeld)).open(OpenTo::Opening),
    account("21105", "受限捐赠未用", "Restricted gifts, unspent", Some(Role::RestrictedGifts)).open(OpenTo::Opening).of(Holder::Person),
    account("21106", "预收款", "Online orders paid, not handed over", None),
    account("21107", "代金券", "Vouchers issued, unused", Some(Role::Vouchers)),
    account("21108", "待分配销售", "Sales to be allocated", Some(Role::Unallocated)),
    account("221", "应付盈余返还", "Patronage refund payable", None).open(OpenTo::Opening).of(Holder::Person),
    account("22201", "应付剩余盈余返还-成员", "Capital return payable, members", None).open(OpenTo::Opening).of(Holder::Person),
    account("22202", "应付剩余盈余返还-爱心股东", "Capital return payable, love shareholders", None)
        .open(OpenTo::Opening)
        .of(Holder::Person),
    account("23101", "长期无息借款", "Interest-free loans, long", Some(Role::LongLoans)).open(OpenTo::Opening).of(Holder::Person),
    account("30101", "股金-成员", "Share capital, members", Some(Role::MemberCapital)).open(OpenTo::Opening).of(Holder::Person),
    account("30102", "股金-爱心股东", "Share capital, love shareholders", Some(Role::SupporterCapital))
        .open(OpenTo::Opening)
        .of(Holder::Person),
    account("31101", "专项基金-捐赠", "Special fund, gifts", Some(Role::GiftFund)).open(OpenTo::Opening).of(Holder::Person),
    account("31102", "专项基金-补助", "Special fund, grants", None).open(OpenTo::Manual),
    account("31103", "专项基金-转赠", "Special fund, redonated", Some(Role::RedonatedFund)).open(OpenTo::Opening).of(Holder::Person),
    account("321", "资本公积", "Capital surplus", None).open(OpenTo::Manual),
    account("322", "盈余公积", "Reserve", None).open(OpenTo::Opening),
    account("331", "本年盈余", "This year's surplus", None).open(OpenTo::Opening),
    account("332", "盈余分配", "Surplus distribution", None).open(OpenTo::Opening),
    account("50101", "提成收入", "Commission", Some(Role::Commission)),
    account("50102", "格租收入", "Grid rent", Some(Role::GridRent)),
    account("50103", "自有及捐赠商品收入", "Own and donated goods", Some(Role::GoodsIncome)),
    account("50201", "长款收入", "Cash over", Some(Role::CashOver)),
    account("50202", "受限捐赠结转", "Restricted gifts released", Some(Role::GiftsReleased)),
    account("52101", "捐赠商品成本", "Cost of donated goods", Some(Role::DonatedCost)),
    account("52102", "店铺优惠与抹零", "Shop discounts and rounding-off", Some(Role::ShopDiscounts)),
    account("52103", "渠道手续费", "Provider fees", Some(Role::ProviderFees)).open(OpenTo::Manual),
    account("52104", "铺主赔偿", "Compensation to owners", Some(Role::OwnerCompensation)),
    account("52105", "铺主经手分成", "Owners' handling share", Some(Role::HandlingShares)),
    account("52106", "赠出商品", "Given away", Some(Role::GivenAway)),
    account("52107", "自有商品成本", "Cost of own goods", Some(Role::OwnCost)),
    account("522", "管理与培训费用", "Administration and training", Some(Role::Administration)).open(OpenTo::Manual),
    account("52901", "短款支出", "Cash short", Some(Role::CashShort)),
    account("52902", "盘亏", "Shrinkage", Some(Role::Shrinkage)),
    account("9010", "备查-教出的培训分钟", "Memo: minutes taught", Some(Role::TrainingGiven)).of(Holder::Person),
    account("9011", "备查-收到的培训分钟", "Memo: minutes of training received", Some(Role::TrainingReceived)),
    account("9012", "备查-学到的分钟", "Memo: minutes learnt", Some(Role::Learnt)).of(Holder::Person),
    account("9013", "备查-学到的分钟合计", "Memo: minutes learnt in all", Some(Role::LearntInAll)),
    account("9030", "备查-批次在库件数", "Memo: pieces of a lot in stock", Some(Role::LotStock)).of(Holder::Lot),
    account("9031", "备查-批次收到件数", "Memo: pieces of a lot received", Some(Role::LotReceived)).of(Holder::Lot),
    account("9032", "备查-批次售出件数", "Memo: pieces of a lot sold", Some(Role::LotSold)).of(Holder::Lot),
    account("9033", "备查-批次赠出件数", "Memo: pieces of a lot given away", Some(Role::LotGiven)).of(Holder::Lot),
    account("9034", "备查-批次损失件数", "Memo: pieces of a lot lost", Some(Role::LotLost)).of(Holder::Lot),
];

/// Which code stands for each role in one cooperative.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    codes: HashMap<Role, String>,
}

/// The chart has no account for a role that an entry needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the chart has no account for the role {}", .0.slug())]
pub struct NoAccount(pub Role);

impl Chart {
    /// From (role, code) pairs.
    #[must_use]
    pub fn new(codes: impl IntoIterator<Item = (Role, String)>) -> Self {
        Self { codes: codes.into_iter().collect() }
    }

    /// The chart of a template.
    #[must_use]
    pub fn of_template(template: &[Template]) -> Self {
        Self::new(template.iter().filter_map(|line| line.role.map(|role| (role, line.code.to_owned()))))
    }

    /// The code of a role.
    pub fn code(&self, role: Role) -> Result<&str, NoAccount> {
        self.codes.get(&role).map(String::as_str).ok_or(NoAccount(role))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_has_every_role_once_and_its_codes_in_order() {
        let chart = Chart::of_template(CN_COOP);
        for role in Role::ALL {
            assert!(chart.code(*role).is_ok(), "{role:?}");
            assert_eq!(Role::parse(role.slug()), Some(*role));
        }
        assert!(CN_COOP.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
