//! The whole service from outside, on both databases. One binary, a file per area; the actors are in `harness`.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[macro_use]
mod harness;
mod agreements;
mod allocation;
mod bad_days;
mod bad_input;
mod books;
mod cli;
mod drawer;
mod dry_run;
mod durable;
mod export;
mod facts;
mod figures;
mod founding;
mod fuzz;
mod golden;
mod guards;
mod headers;
mod import;
mod lists;
mod office;
mod openapi;
mod people;
mod pictures;
mod portal;
mod quarantine;
mod receipts;
mod returns;
mod roles;
mod screens;
mod secrecy;
mod sellers;
mod sequence;
mod shift_reports;
mod sign_in;
mod statements;
mod statements_count;
mod storefront;
mod storm;
mod tables;
mod takings;
mod tills;
mod verify;
mod writer;
