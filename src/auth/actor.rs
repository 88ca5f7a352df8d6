//! Who sends a request: a person with roles, a till, or whoever holds the machine.

use super::role::Role;
use crate::domain::id::{CoopId, PersonId, TillId};

/// A sender, in one cooperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The cooperative; everything it touches lies in it.
    pub coop: CoopId,
    /// Who.
    pub who: Who,
}

/// What kind of sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person who signed in.
    Person {
        /// Who.
        id: PersonId,
        /// What they are to the cooperative today.
        roles: Vec<Role>,
        /// Whose guardian they are.
        wards: Vec<PersonId>,
    },
    /// An enrolled till; the person at it is an attribute of each command.
    Till {
        /// Which.
        id: TillId,
        /// Of which enrolment its token is.
        epoch: i64,
    },
    /// Whoever holds the machine: the command line, before and beside all roles.
    Operator,
}

impl Actor {
    /// A person without any role: what somebody is who has not signed in.
    #[must_use]
    pub const fn without_roles(coop: CoopId, id: PersonId) -> Self {
        Self { coop, who: Who::Person { id, roles: Vec::new(), wards: Vec::new() } }
    }

    /// The person, if it is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self.who {
            Who::Person { id, .. } => Some(id),
            Who::Till { .. } | Who::Operator => None,
        }
    }

    /// The till, if it is one.
    #[must_use]
    pub const fn till(&self) -> Option<TillId> {
        match self.who {
            Who::Till { id, .. } => Some(id),
            Who::Person { .. } | Who::Operator => None,
        }
    }

    /// How a command remembers its sender: a kind and an id (nil for the operator).
    #[must_use]
    pub const fn sender(&self) -> (&'static str, uuid::Uuid) {
        match self.who {
            Who::Person { id, .. } => ("person", id.0),
            Who::Till { id, .. } => ("till", id.0),
            Who::Operator => ("operator", uuid::Uuid::nil()),
        }
    }
}
