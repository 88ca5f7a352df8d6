//! Chance that repeats: what falls depends on the seed and a label alone, so every part of the story can be told by itself.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::time::Ts;

/// What the whole story follows from.
pub const SEED: u64 = 20_260_630;

fn digest(label: &str) -> [u8; 32] {
    Sha256::new().chain_update(SEED.to_be_bytes()).chain_update(label.as_bytes()).finalize().into()
}

/// The id of something in the story: a UUID v7 of the moment when it came up.
#[must_use]
pub fn id(label: &str, at: Ts) -> Uuid {
    let millis = u64::try_from(at.0 / 1000).unwrap_or(0);
    let mut random = [0; 10];
    random.copy_from_slice(&digest(label)[..10]);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// A die of the story.
#[derive(Clone, Debug)]
pub struct Dice {
    state: u64,
}

impl Dice {
    /// For one part of the story.
    #[must_use]
    pub fn new(label: &str) -> Self {
        let bytes = digest(label);
        let mut first = [0; 8];
        first.copy_from_slice(&bytes[..8]);
        Self { state: u64::from_be_bytes(first) }
    }

    /// `SplitMix64`: small, and good enough for shopping.
    const fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low).saturating_add(1);
        low.saturating_add(i64::try_from(self.next() % span.max(1)).unwrap_or(0))
    }

    /// Once in so many times.
    pub const fn one_in(&mut self, times: u64) -> bool {
        self.next().is_multiple_of(times)
    }

    /// One of these; `None` where there are none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(things.len()).ok()?.checked_sub(1).filter(|last| *last >= 0)?;
        things.get(usize::try_from(self.between(0, last)).ok()?)
    }

    /// 24 letters and digits, as behind a receipt's QR code.
    pub fn token(&mut self) -> String {
        const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
        (0..24).filter_map(|_| self.pick(SIGNS).map(|sign| char::from(*sign))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_label_falls_the_same_and_another_differently() {
        let throws = |label| {
            let mut dice = Dice::new(label);
            (0..50).map(|_| dice.between(1, 6)).collect::<Vec<_>>()
        };
        assert_eq!(throws("a"), throws("a"));
        assert_ne!(throws("a"), throws("b"));
        assert!(throws("a").iter().all(|throw| (1..=6).contains(throw)));
        assert_eq!(Dice::new("a").pick::<u8>(&[]), None);
        assert_eq!(Dice::new("a").token().len(), 24);
    }
}
