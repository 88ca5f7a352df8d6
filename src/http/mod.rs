//! axum only: request → command → reply. A handler names no SQL and decides nothing; `problem.rs` words every error.

mod apps;
mod art;
mod caller;
mod command;
mod csv;
mod form;
mod headers;
mod limits;
mod ops;
mod page;
mod pages;
mod paper;
mod peer;
pub mod problem;
mod public_url;
mod read;
mod reply;
mod router;
mod routes;
mod shop;
mod trace;

pub use ops::Numbers;
pub use public_url::PublicUrl;
pub use router::{api, app, openapi, openapi_text};
