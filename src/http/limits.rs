//! How much one sender may have in flight: 32 requests.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use uuid::Uuid;

use super::problem::Problem;

const IN_FLIGHT: usize = 32;

/// Counts what each sender has in flight.
#[derive(Clone, Debug, Default)]
pub struct InFlight(Arc<Mutex<HashMap<(Uuid, Uuid), usize>>>);

/// A place in flight; dropping it gives it back.
#[derive(Debug)]
pub struct Place {
    counts: InFlight,
    sender: (Uuid, Uuid),
}

impl InFlight {
    /// Takes a place for a sender of a cooperative.
    pub fn enter(&self, coop: Uuid, sender: Uuid) -> Result<Place, Problem> {
        let sender = (coop, sender);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(sender).or_default();
        if *count >= IN_FLIGHT {
            return Err(Problem::too_many_at_once());
        }
        *count += 1;
        Ok(Place { counts: self.clone(), sender })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.sender) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.sender);
            }
        }
    }
}
