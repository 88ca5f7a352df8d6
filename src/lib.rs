//! Gezi (格子): the till and the books of grid shops. One room per module; a room may name any room
//! below it, but for `demo`, which does not know `http`.
//!
//! - [`cli`]: arguments → serve, set up, import, export, verify, back up.
//! - [`demo`]: an invented cooperative, made by the same use cases.
//! - [`http`]: request → command → reply (axum).
//! - [`app`]: use cases, and the one writer that runs them.
//! - [`store`]: SQL, one text for SQLite and PostgreSQL.
//! - [`auth`]: who may do what.
//! - [`domain`]: pure decisions: split, sale, refund, shift, entry, chain.

pub mod app;
pub mod auth;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod http;
pub mod store;
