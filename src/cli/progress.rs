//! Says on stderr that something long goes on, and how far it is. Where nobody watches, it says so once at the end.

use std::{
    io::{IsTerminal as _, Write as _},
    path::Path,
    time::{Duration, Instant},
};

use tokio::task::JoinHandle;

/// How often a line is drawn again.
const TICK: Duration = Duration::from_millis(200);

/// Something long that goes on.
#[derive(Debug)]
pub struct Progress {
    what: String,
    begun: Instant,
    drawn: Option<Instant>,
    watched: bool,
    ticking: Option<JoinHandle<()>>,
}

impl Progress {
    /// Without a measure.
    #[must_use]
    pub fn step(what: &str) -> Self {
        let watched = std::io::stderr().is_terminal();
        if watched {
            draw(&format!("{what} …"));
        }
        Self { what: what.to_owned(), begun: Instant::now(), drawn: None, watched, ticking: None }
    }

    /// Of a file that grows.
    #[must_use]
    pub fn file(what: &str, path: &Path) -> Self {
        let mut progress = Self::step(what);
        if !progress.watched {
            return progress;
        }
        let (what, path) = (what.to_owned(), path.to_owned());
        let ticking = tokio::spawn(async move {
            loop {
                tokio::time::sleep(TICK).await;
                let bytes = std::fs::metadata(&path).map_or(0, |file| file.len());
                draw(&format!("{what} … {}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10));
            }
        });
        progress.ticking = Some(ticking);
        progress
    }

    /// So much of so much is done.
    pub fn at(&mut self, done: u64, all: u64) {
        let due = self.drawn.is_none_or(|drawn| drawn.elapsed() >= TICK);
        if self.watched && due && all > 0 {
            draw(&format!("{} … {} % ({done}/{all})", self.what, done.min(all) * 100 / all));
            self.drawn = Some(Instant::now());
        }
    }

    /// It is done.
    pub fn done(self) {
        let seconds = self.begun.elapsed();
        if self.watched {
            draw("");
        }
        eprintln!("{}: {}.{} s", self.what, seconds.as_secs(), seconds.subsec_millis() / 100);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(ticking) = self.ticking.take() {
            ticking.abort();
        }
    }
}

fn draw(text: &str) {
    // Nothing is lost where a terminal does not take a line.
    drop(write!(std::io::stderr(), "\r\x1b[K{text}"));
    drop(std::io::stderr().flush());
}
