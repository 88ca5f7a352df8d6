//! What is true of a till and its books, whoever asks: pure functions from facts to decisions.
//!
//! No async, SQL, HTTP, clock or chance in here. A use case loads facts, calls one `decide`, and appends what it returns.
//! `docs/DECISIONS.md` says where a rule departs from the plain reading of a design page.

pub mod account;
pub mod agreement;
pub mod allocation;
pub mod cash;
pub mod chain;
pub mod dry_run;
pub mod entry;
pub mod id;
pub mod lot;
pub mod membership;
pub mod money;
pub mod office;
pub mod payout;
pub mod reason;
pub mod refund;
pub mod rent;
pub mod sale;
pub mod shift;
pub mod split;
pub mod stock;
pub mod time;
pub mod training;

#[cfg(test)]
mod tests;
