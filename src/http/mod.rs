//! axum only: request → command → reply. A handler names no SQL and decides nothing; `problem.rs` words every error.

mod caller;
mod command;
mod limits;
mod page;
pub mod problem;
mod reply;
mod router;
mod routes;
mod trace;

pub use router::{api, openapi};
