//! `make bench`: what durability, callers, history, paper and proof cost. Every figure is a ratio of two things measured in one
//! run on this machine, so that it means the same on another. `cargo bench --bench gezi -- NAME…` runs only the named ones.

#![expect(clippy::float_arithmetic, reason = "ratios for people; no money is reckoned here")]
#![expect(clippy::expect_used, clippy::panic, reason = "a bench that cannot go on stops")]
#![allow(unused_macros, unused_imports, dead_code, reason = "the actors are the tests' own, and a bench needs only some")]

#[path = "../../tests/it/harness/mod.rs"]
mod harness;

mod callers;
mod growth;
mod measure;
mod paper;
mod postgres;
mod sqlite;
mod verifying;

use std::process::ExitCode;

use measure::Results;

/// Measures and says what came out.
type Bench = fn(&mut Results);

fn main() -> ExitCode {
    // cargo says --bench; everything else names what to run.
    let named: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let Some([sales, ..]) = named.strip_prefix(&["sales-for-strace".to_owned()]) {
        sqlite::sales_for_strace(sales.parse().expect("a number of sales"));
        return ExitCode::SUCCESS;
    }
    let wanted = |name: &str| named.is_empty() || named.iter().any(|named| named == name);
    let mut results = Results::default();
    let benches: [(&str, Bench); 5] =
        [("sqlite", sqlite::run), ("postgres", postgres::run), ("growth", growth::run), ("paper", paper::run), ("verify", verifying::run)];
    for (name, bench) in benches {
        if wanted(name) {
            println!("\n{name}");
            bench(&mut results);
        }
    }
    results.end()
}
