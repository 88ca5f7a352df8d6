//! Why goods came back, and what was bought from the drawer: a word of a short list, so that a person may tap it and a treasurer may
//! add up by it. A free text would itself tell of people.

macro_rules! reasons {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $reason:ident = $slug:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

reasons! {
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

reasons! {
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
