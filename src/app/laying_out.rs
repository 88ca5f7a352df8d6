//! Laying out a page is work for a thread of its own, a few pages at a time. Whoever waits here holds no connection.

use receipts::{Document, PaperError};
use tokio::sync::Semaphore;

use super::Refusal;

/// How many pages are laid out at once; a page holds its fonts and its pictures meanwhile.
const AT_ONCE: usize = 4;

static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);

/// Lays out a document beside the requests; what the printer has to say of it goes to the log.
pub async fn lay_out(work: impl FnOnce() -> Result<Document, PaperError> + Send + 'static) -> Result<Vec<u8>, Refusal> {
    let place = PLACES.acquire().await.map_err(|_| Refusal::Stopping)?;
    // The place goes with the work: whoever asked may hang up, the thread is busy all the same.
    let working = tokio::task::spawn_blocking(move || {
        let laid_out = work();
        drop(place);
        laid_out
    });
    let laid_out = working.await.map_err(|error| Refusal::Broken(error.to_string()))?;
    let document = laid_out.map_err(|error| Refusal::Broken(error.to_string()))?;
    if !document.warnings.is_empty() {
        tracing::warn!(warnings = document.warnings.len(), "a paper was printed with warnings");
    }
    Ok(document.bytes)
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use super::*;

    #[tokio::test]
    async fn a_crowd_is_laid_out_a_few_at_a_time() {
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let one = || {
            let (now, most) = (now.clone(), most.clone());
            lay_out(move || {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::sleep(std::time::Duration::from_millis(20));
                now.fetch_sub(1, Ordering::SeqCst);
                Ok(Document { bytes: vec![1], pages: 1, warnings: Vec::new() })
            })
        };
        let pages = futures::future::join_all((0..16).map(|_| one())).await;
        assert!(pages.into_iter().all(|page| page.is_ok_and(|bytes| bytes == [1])));
        assert!((1..=AT_ONCE).contains(&most.load(Ordering::SeqCst)));
    }
}
