//! The slow work of passwords and PINs, on threads of its own: never in the writer, and never more than half of the machine.
//!
//! A flood of sign-ins fills this queue and is answered 503 here; the sales go past it, and the tills' PINs have a pool of their own.
//! One address holds a few places only, so that a flood from there leaves the others to everybody else.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::Semaphore;

use super::{attempts::network, refusal::Refusal};
use crate::auth::secret::{self, NOBODYS, SALT_BYTES};

/// How many may wait for a thread. At some 20 ms each, the last one waits a second or two.
const WAITING: usize = 64;
/// Threads on any machine, 19 MiB each.
const MOST_THREADS: usize = 4;
/// Places that one address may hold: one at work and two waiting.
const OF_ONE_ADDRESS: usize = 3;
/// How many PINs may wait; a till has one customer at a time.
const PINS_WAITING: usize = 16;

/// A bounded pool; cheap to clone.
#[derive(Clone, Debug)]
pub struct Hashing {
    places: Arc<Semaphore>,
    threads: Arc<Semaphore>,
    senders: Arc<Mutex<HashMap<String, usize>>>,
}

/// A place in the fair share of an address, given back when it is dropped.
#[derive(Debug)]
pub struct Share {
    senders: Arc<Mutex<HashMap<String, usize>>>,
    network: String,
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut senders = self.senders.lock().unwrap_or_else(PoisonError::into_inner);
        match senders.get_mut(&self.network) {
            Some(held) if *held > 1 => *held -= 1,
            _ => drop(senders.remove(&self.network)),
        }
    }
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
        let (places, threads) = (Semaphore::new(threads + waiting), Semaphore::new(threads));
        Self { places: Arc::new(places), threads: Arc::new(threads), senders: Arc::default() }
    }

    /// The pool of the tills' PINs.
    #[must_use]
    pub fn of_pins() -> Self {
        Self::new(1, PINS_WAITING)
    }

    /// A place in the fair share of an address, to be held until the answer is there.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where the address has too many.
    pub fn share(&self, address: IpAddr) -> Result<Share, Refusal> {
        let network = network(address);
        let mut senders = self.senders.lock().unwrap_or_else(PoisonError::into_inner);
        let held = senders.entry(network.clone()).or_insert(0);
        if *held >= OF_ONE_ADDRESS {
            return Err(Refusal::Busy);
        }
        *held += 1;
        Ok(Share { senders: self.senders.clone(), network })
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
        self.verify_for(None, secret, kept).await
    }

    /// The same, for the share of an address.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where too many wait.
    pub async fn verify_for(&self, share: Option<Share>, secret: String, kept: Option<String>) -> Result<bool, Refusal> {
        let known = kept.is_some();
        let kept = kept.unwrap_or_else(|| NOBODYS.to_owned());
        // The share goes with the work: whoever asked may hang up, the thread is busy all the same.
        let work = move || {
            let right = secret::verify(&secret, &kept);
            drop(share);
            right
        };
        Ok(self.run(work).await? && known)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| Refusal::Busy)?;
        let thread = self.threads.clone().acquire_owned().await.map_err(|_| Refusal::Stopping)?;
        // The permits go with the work, as the share does.
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
    async fn an_address_has_its_share_and_leaves_the_rest() {
        let hashing = Hashing::new(1, 8);
        let flooder = IpAddr::from([203, 0, 113, 7]);
        let held: Vec<_> = (0..OF_ONE_ADDRESS).map(|_| hashing.share(flooder).unwrap()).collect();
        assert!(matches!(hashing.share(flooder), Err(Refusal::Busy)));
        assert!(hashing.share(IpAddr::from([203, 0, 113, 8])).is_ok());
        drop(held);
        let share = hashing.share(flooder).unwrap();
        assert!(!hashing.verify_for(Some(share), "a password".to_owned(), None).await.unwrap());
        assert!(hashing.senders.lock().unwrap().is_empty(), "nothing is kept of an address that is done");
    }

    #[tokio::test]
    async fn what_was_hashed_is_known_again() {
        let hashing = Hashing::default();
        let kept = hashing.hash("1234567890".to_owned(), [5; 32]).await.unwrap();
        assert!(hashing.verify("1234567890".to_owned(), Some(kept)).await.unwrap());
    }
}
