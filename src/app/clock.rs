//! Time and chance, the one file where both are real. Everywhere else they are arguments.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::time::Ts;

/// Where the service's own time comes from.
#[derive(Debug)]
pub enum Clock {
    /// The machine's.
    System,
    /// A file with one RFC 3339 instant, so that a story can be driven from outside; the machine's while it cannot be read.
    File(PathBuf),
    /// Stands where it is set, in microseconds since 1970: for tests and for making up a past.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// From a file, if it holds an instant now.
    #[must_use]
    pub fn file(path: PathBuf) -> Option<Self> {
        read_instant(&path).map(|_| Self::File(path))
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Ts {
        match self {
            Self::System => system_now(),
            Self::File(path) => read_instant(path).unwrap_or_else(system_now),
            Self::Hand(hand) => Ts(hand.load(Ordering::Relaxed)),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
fn system_now() -> Ts {
    Ts::of(chrono::Utc::now())
}

fn read_instant(path: &std::path::Path) -> Option<Ts> {
    std::fs::read_to_string(path).ok()?.trim().parse().ok().map(Ts::of)
}

/// Where random bytes come from.
#[derive(Debug)]
pub enum Chance {
    /// The machine's own source.
    System,
    /// The same bytes in every run, for tests and the demo.
    Seeded {
        /// What the bytes follow from.
        seed: u64,
        /// How many draws were made.
        draws: AtomicU64,
    },
}

impl Chance {
    /// The same draws in every run.
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        Self::Seeded { seed, draws: AtomicU64::new(0) }
    }

    /// 32 bytes that nobody can guess (from the machine) or that repeat (seeded).
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's chance is drawn")]
    pub fn bytes(&self) -> [u8; 32] {
        match self {
            Self::System => rand::random(),
            Self::Seeded { seed, draws } => {
                let draw = draws.fetch_add(1, Ordering::Relaxed);
                Sha256::new().chain_update(seed.to_be_bytes()).chain_update(draw.to_be_bytes()).finalize().into()
            }
        }
    }

    /// A UUID v7 of an instant.
    #[must_use]
    pub fn id(&self, now: Ts) -> Uuid {
        let millis = u64::try_from(now.0 / 1000).unwrap_or(0);
        let mut random = [0; 10];
        random.copy_from_slice(&self.bytes()[..10]);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}
