//! How many pages of statements per second of processor time, on one thread:
//! `cargo run --release -p receipts --example statement_pages -- 5` (seconds, 5 by default; Linux).

#[path = "../tests/shop/mod.rs"]
mod shop;

use receipts::statement_pdf;
use std::error::Error;

/// What Linux counts processor time in, whatever the kernel's own tick.
const TICKS_PER_SECOND: u64 = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let seconds: u64 = std::env::args().nth(1).map_or(Ok(5), |text| text.parse())?;
    let statement = shop::statement(250);
    let first = statement_pdf(&statement)?;
    let (start, mut documents) = (ticks()?, 0_u64);
    let mut spent = 0;
    while spent < seconds * TICKS_PER_SECOND {
        let document = statement_pdf(&statement)?;
        assert_eq!(document.bytes.len(), first.bytes.len());
        documents += 1;
        spent = ticks()? - start;
    }
    let pages = documents * u64::try_from(first.pages)?;
    println!(
        "{documents} statements of 250 lines, {} pages and {} bytes each: {} pages per CPU-second ({}.{:02} s)",
        first.pages,
        first.bytes.len(),
        pages * TICKS_PER_SECOND / spent.max(1),
        spent / TICKS_PER_SECOND,
        spent % TICKS_PER_SECOND
    );
    Ok(())
}

/// User and system time of this process.
fn ticks() -> Result<u64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit_once(')').ok_or("no process name in /proc/self/stat")?.1;
    let mut times = after_name.split_whitespace().skip(11);
    let mut next = || times.next().ok_or("too few fields in /proc/self/stat");
    Ok(next()?.parse::<u64>()? + next()?.parse::<u64>()?)
}
