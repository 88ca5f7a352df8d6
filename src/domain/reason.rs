//! Why goods came back, what was paid for, what a gift is for: a word of a short list, so that a person may tap it and a treasurer may
//! add up by it. A free text would itself tell of people.

/// A list of words, each with its name in the database and on the wire.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $reason:ident = $slug:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$one])* $reason),* }

        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$reason),*];

            /// Its name in the database and on the wire.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$reason => $slug),* }
            }

            /// The one of that name.
            #[must_use]
            pub fn parse(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$reason),)* _ => None }
            }
        }
    };
}
pub(super) use words;

words! {
    /// Why goods came back.
    RefundReason {
        /// 坏了
        Broken = "broken",
        /// 不合适
        Unsuitable = "unsuitable",
        /// 拿错了
        WrongGoods = "wrong_goods",
        /// 多收了
        Overcharged = "overcharged",
        /// 不想要了
        Unwanted = "unwanted",
        /// 别的
        Other = "other",
    }
}

words! {
    /// What a small expense from the drawer was for. Changing notes is none: it takes nothing out.
    Expense {
        /// 用品
        Supplies = "supplies",
        /// 路费
        Transport = "transport",
        /// 修理
        Repairs = "repairs",
        /// 别的
        Other = "other",
    }
}

words! {
    /// What a bill was for.
    Bill {
        /// 水电
        Utilities = "utilities",
        /// 电话与网络
        Telecom = "telecom",
        /// 场地
        Premises = "premises",
        /// 保险
        Insurance = "insurance",
        /// 请人做的事
        Services = "services",
        /// 用品
        Supplies = "supplies",
        /// 修理
        Repairs = "repairs",
        /// 别的
        Other = "other",
    }
}

words! {
    /// What a restricted gift is for, and what it was spent on: the two are the same.
    Purpose {
        /// 培训
        Training = "training",
        /// 格租
        Rent = "rent",
        /// 设备
        Equipment = "equipment",
        /// 进货
        Goods = "goods",
        /// 看病
        Health = "health",
        /// 急难救助
        Relief = "relief",
        /// 活动
        Events = "events",
    }
}

words! {
    /// Why an entry is undone.
    ReversalReason {
        /// 金额不对
        WrongAmount = "wrong_amount",
        /// 记错了人
        WrongPerson = "wrong_person",
        /// 记错了科目或渠道
        WrongAccount = "wrong_account",
        /// 记了两遍
        Twice = "twice",
        /// 没有发生
        NeverHappened = "never_happened",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_known_by_its_name() {
        assert!(RefundReason::ALL.iter().all(|reason| RefundReason::parse(reason.slug()) == Some(*reason)));
        assert!(Expense::ALL.iter().all(|expense| Expense::parse(expense.slug()) == Some(*expense)));
        assert_eq!(RefundReason::parse("because"), None);
    }
}
