//! Ratios with their floors, medians, and processor time.

use std::time::Duration;

/// What came out.
#[derive(Default)]
pub struct Results {
    met: usize,
    missed: Vec<String>,
    unmeasured: Vec<String>,
}

impl Results {
    /// A ratio that may be at most so much.
    pub fn at_most(&mut self, what: &str, ratio: f64, most: f64, how: &str) {
        self.held(what, ratio <= most, &format!("{ratio:.2} (at most {most}): {how}"));
    }

    /// A ratio that must be at least so much.
    pub fn at_least(&mut self, what: &str, ratio: f64, least: f64, how: &str) {
        self.held(what, ratio >= least, &format!("{ratio:.2} (at least {least}): {how}"));
    }

    /// What cannot be measured here, and why.
    pub fn not_measured(&mut self, what: &str, why: &str) {
        println!("  not measured  {what}: {why}");
        self.unmeasured.push(what.to_owned());
    }

    fn held(&mut self, what: &str, holds: bool, said: &str) {
        println!("  {}  {what}: {said}", if holds { "met           " } else { "MISSED        " });
        if holds { self.met += 1 } else { self.missed.push(what.to_owned()) }
    }

    /// The last lines; a missed floor is a failure.
    pub fn end(&self) -> std::process::ExitCode {
        println!("\n{} floors met, {} missed, {} not measured", self.met, self.missed.len(), self.unmeasured.len());
        for missed in &self.missed {
            println!("  missed: {missed}");
        }
        std::process::ExitCode::from(u8::from(!self.missed.is_empty()))
    }
}

/// The middle one.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// In milliseconds, for people.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// Processor time of this process so far, all threads, in steps of 10 ms. None where the system is not Linux.
pub fn processor_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
