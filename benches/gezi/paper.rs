//! Paper: how many pages of statements a second of processor time prints.

#[path = "../../receipts/tests/shop/mod.rs"]
mod sample;

use crate::measure::{Results, processor_time};

pub fn run(results: &mut Results) {
    let what = "pages of statements per CPU-second";
    let statement = sample::statement(250);
    let pages = receipts::statement_pdf(&statement).expect("a statement").pages;
    let Some(begun) = processor_time() else { return results.not_measured(what, "this system has no /proc/self/stat") };
    let mut printed = 0;
    let spent = loop {
        printed += receipts::statement_pdf(&statement).expect("a statement").pages;
        let spent = processor_time().unwrap_or_default().saturating_sub(begun);
        if spent.as_secs() >= 3 {
            break spent;
        }
    };
    let rate = f64::from(u32::try_from(printed).expect("few")) / spent.as_secs_f64();
    results.at_least(what, rate, 300.0, &format!("statements of 250 lines on {pages} pages"));
}
