//! What a person is to a cooperative. One person may have several roles.

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $slug:literal, $zh:literal, $en:literal),* $(,)?) => {
        /// A role of a person in a cooperative.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $role),* }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role),*];

            /// Its name in the database and on the wire.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$role => $slug),* }
            }

            /// The role of that name.
            #[must_use]
            pub fn parse(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$role),)* _ => None }
            }

            /// Its Chinese and its English name.
            #[must_use]
            pub const fn names(self) -> (&'static str, &'static str) {
                match self { $(Self::$role => ($zh, $en)),* }
            }
        }
    };
}

roles! {
    /// Sells from a grid.
    Stallholder = "stallholder", "铺主", "stallholder",
    /// Helps at the till and approves refunds.
    Helper = "helper", "帮手", "helper",
    /// Keeps the books and signs the accounts.
    Treasurer = "treasurer", "司库", "treasurer",
    /// Runs the shop: sites, grids, goods, people, tills.
    Organiser = "organiser", "组织者", "organiser",
    /// Reads everything, changes nothing.
    Auditor = "auditor", "监事", "auditor",
    /// Supports families with goods, money or training.
    LoveShareholder = "love_shareholder", "爱心股东", "love shareholder",
    /// Looks after an owner's interests.
    Guardian = "guardian", "监护人", "guardian",
}
