//! Everything that a running Gezi is made of: a database, its writer, a clock, chance and keys.

use std::sync::Arc;

use super::{
    clock::{Chance, Clock},
    hashing::Hashing,
    writer::Writer,
};
use crate::{auth::keys::Keys, store::Db};

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
    /// Where passwords and PINs are hashed.
    pub hashing: Hashing,
}

impl Service {
    /// On an open database.
    #[must_use]
    pub fn new(db: Db, clock: Clock, chance: Chance, keys: Keys) -> Self {
        let (clock, chance) = (Arc::new(clock), Arc::new(chance));
        Self { writer: Writer::new(db.clone(), clock.clone(), chance.clone()), db, clock, chance, keys, hashing: Hashing::default() }
    }
}
