//! Names of things. All are UUID v7 made by the application, so that rows sort by age and no database sequence is needed.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )* }
}

/// Calls a macro with the list of every id type; `store` gives them their column types with it.
#[macro_export]
macro_rules! for_each_id {
    ($with:ident) => {
        $with!(
            CoopId,
            PersonId,
            SiteId,
            GridId,
            GoodId,
            TillId,
            ShiftId,
            VersionId,
            InstrumentId,
            LotId,
            TrainingId,
            CommandId,
            DocumentId,
            ApprovalId,
            ProposalId,
            SessionId,
            ContractId,
            PayoutId
        );
    };
}

impl GridId {
    /// Nobody's grid: goods without a label whose owner nobody knows. Stored and shown as nothing.
    pub const NOBODYS: Self = Self(Uuid::nil());

    /// The grid, unless it is nobody's.
    #[must_use]
    pub fn known(self) -> Option<Self> {
        (self != Self::NOBODYS).then_some(self)
    }
}

ids! {
    /// A cooperative: the first column of every row.
    CoopId,
    /// A person, an organisation or a fund: whoever can hold a balance or sign in.
    PersonId,
    /// A place where grids stand.
    SiteId,
    /// A stall (格子).
    GridId,
    /// A kind of goods sold from one grid.
    GoodId,
    /// A till (收银台).
    TillId,
    /// A shift (班次); also the document of its opening.
    ShiftId,
    /// A version of an agreement.
    VersionId,
    /// What a supporter and the cooperative agreed: here, a share of sales with an optional cap.
    InstrumentId,
    /// A lot (批次): goods that are not an owner's.
    LotId,
    /// A training (培训), from the day that it is planned.
    TrainingId,
    /// The sender's own id of a command; at most one effect for ever.
    CommandId,
    /// Whatever an entry has behind it: a sale, a refund, a shift's opening or closing, a cash movement, an allocation.
    DocumentId,
    /// A helper's single-use permission for one refund or override.
    ApprovalId,
    /// Something that a second person must agree to.
    ProposalId,
    /// A sign-in.
    SessionId,
    /// Who holds a grid from when to when, and what for.
    ContractId,
    /// A payout to an owner.
    PayoutId,
}
