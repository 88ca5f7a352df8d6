//! The durable format of what tills send. Tills keep commands for weeks, the inbox and the quarantine keep them too, so it is
//! part of the product's memory: every format ever released stays readable.

pub mod cash;
pub mod envelope;
pub mod fields;
pub mod refund;
pub mod sale;

pub use envelope::{Envelope, TillCommand, is_token};
pub use fields::Invalid;
