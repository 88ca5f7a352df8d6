//! The domain against the golden data, and against every basket that chance can think of.
//!
//! `shop` is a cooperative in memory: it keeps what a store would keep and reads and writes text. `vectors` and `receipts`
//! hold it to the fixtures, `counter` and `returns` to the pages of `split.md`, `properties` to the invariants.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them when it updates a receipt")]

mod books;
mod counter;
mod lots;
mod office;
mod payout;
mod properties;
mod receipts;
mod rent;
mod returns;
mod shop;
mod shop_text;
mod vectors;
