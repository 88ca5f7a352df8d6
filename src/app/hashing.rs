//! The slow work of passwords and PINs, on threads of its own: never in the writer, and never more than half of the machine.
//!
//! A flood of sign-ins fills this queue and is answered 503 here; the sales go past it.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::refusal::Refusal;
use crate::auth::secret::{self, NOBODYS, SALT_BYTES};

/// How many may wait for a thread. At some 20 ms each, the last one waits a second or two.
const WAITING: usize = 64;
/// Threads on any machine, 19 MiB each.
const MOST_THREADS: usize = 4;

/// A bounded pool; cheap to clone.
#[derive(Clone, Debug)]
pub struct Hashing {
    places: Arc<Semaphore>,
    threads: Arc<Semaphore>,
}

impl Default for Hashing {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self::new((cores / 2).clamp(1, MOST_THREADS), WAITING)
    }
}

impl Hashing {
    /// So many at once, so many waiting.
    #[must_use]
    pub fn new(threads: usize, waiting: usize) -> Self {
        Self { places: Arc::new(Semaphore::new(threads + waiting)), threads: Arc::new(Semaphore::new(threads)) }
    }

    /// Hashes a password or PIN; the salt is the first bytes of a fresh draw of chance.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where too many wait.
    pub async fn hash(&self, secret: String, chance: [u8; 32]) -> Result<String, Refusal> {
        let mut salt = [0; SALT_BYTES];
        salt.copy_from_slice(&chance[..SALT_BYTES]);
        self.run(move || secret::hash(&secret, &salt)).await?.map_err(|error| Refusal::Broken(error.to_string()))
    }

    /// Whether a secret is the kept one. `None` (nobody of that name) takes as long and is never right.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where too many wait.
    pub async fn verify(&self, secret: String, kept: Option<String>) -> Result<bool, Refusal> {
        let known = kept.is_some();
        let kept = kept.unwrap_or_else(|| NOBODYS.to_owned());
        Ok(self.run(move || secret::verify(&secret, &kept)).await? && known)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| Refusal::Busy)?;
        let thread = self.threads.clone().acquire_owned().await.map_err(|_| Refusal::Stopping)?;
        // The permits go with the work: whoever asked may hang up, the thread is busy all the same.
        let worked = tokio::task::spawn_blocking(move || {
            let done = work();
            drop((thread, place));
            done
        });
        worked.await.map_err(|error| Refusal::Broken(format!("hashing ended badly: {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_flood_is_turned_away_and_the_first_are_served() {
        let hashing = Hashing::new(1, 2);
        let flood = (0..8).map(|_| hashing.verify("a password".to_owned(), None));
        let answers = futures::future::join_all(flood).await;
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Ok(false))).count(), 3);
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Err(Refusal::Busy))).count(), 5);
        assert!(hashing.verify("a password".to_owned(), None).await.is_ok(), "places are given back");
    }

    #[tokio::test]
    async fn what_was_hashed_is_known_again() {
        let hashing = Hashing::default();
        let kept = hashing.hash("1234567890".to_owned(), [5; 32]).await.unwrap();
        assert!(hashing.verify("1234567890".to_owned(), Some(kept)).await.unwrap());
    }
}
