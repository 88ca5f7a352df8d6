//! Everything that a running Gezi is made of: a database, its writer, a clock, chance and keys.

use std::sync::Arc;

use super::{
    attempts::Attempts,
    clock::{Chance, Clock},
    darkroom::Darkroom,
    execute::{Errand, Receipt, Request, Sent, UseCase},
    first_run::Door,
    hashing::Hashing,
    refusal::Refusal,
    writer::Writer,
};
use crate::{
    auth::{
        actor::{Actor, Who},
        keys::Keys,
    },
    domain::{
        chain::Hash,
        id::{CommandId, CoopId},
    },
    store::Db,
};

/// A running service; cheap to clone.
#[derive(Clone)]
pub struct Service {
    /// Where everything is kept.
    pub db: Db,
    /// The only door to a write.
    pub writer: Writer,
    /// Our time.
    pub clock: Arc<Clock>,
    /// Our chance.
    pub chance: Arc<Chance>,
    /// Our keys.
    pub keys: Keys,
    /// Where passwords are hashed, and PINs that somebody sets.
    pub hashing: Hashing,
    /// Where the tills' PINs are looked at.
    pub pins: Hashing,
    /// Where uploaded pictures are made small.
    pub darkroom: Darkroom,
    /// Who has tried too often.
    pub attempts: Attempts,
    /// Where a first cooperative is founded in the browser.
    pub door: Door,
}

impl Service {
    /// On an open database.
    #[must_use]
    pub fn new(db: Db, clock: Clock, chance: Chance, keys: Keys) -> Self {
        let (clock, chance) = (Arc::new(clock), Arc::new(chance));
        Self {
            writer: Writer::new(db.clone(), clock.clone(), chance.clone()),
            db,
            clock,
            chance,
            keys,
            hashing: Hashing::default(),
            pins: Hashing::of_pins(),
            darkroom: Darkroom::default(),
            attempts: Attempts::default(),
            door: Door::default(),
        }
    }

    /// Asks for something on behalf of whoever holds the machine: the command line and the demo.
    pub async fn order<U: UseCase>(&self, coop: CoopId, use_case: U) -> Result<Receipt, Refusal> {
        let id = CommandId(self.chance.id(self.clock.now()));
        // The id is new, so nothing is ever compared with this hash.
        self.writer.request(Request { actor: operator(coop), id, body_hash: Hash::ZERO, use_case }).await
    }

    /// Runs an errand for whoever holds the machine.
    pub async fn send<E: Errand>(&self, coop: CoopId, errand: E) -> Result<E::Answer, Refusal> {
        self.writer.errand(Sent { actor: operator(coop), errand }).await
    }
}

/// Whoever holds the machine.
#[must_use]
pub const fn operator(coop: CoopId) -> Actor {
    Actor { coop, who: Who::Operator }
}
