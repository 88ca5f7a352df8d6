//! House rules that no compiler knows: who may name whom, one schema on two engines, SQL in one room, files of a readable size.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod files;
mod layers;
mod migrations;
mod plans;
mod promises;
mod source;
mod statements;
