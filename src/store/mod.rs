//! SQL only: rows in, domain types out. One text serves both databases; every statement names its cooperative first.

pub mod agreements;
pub mod allocations;
pub mod approvals;
pub mod attempts;
pub mod audit;
pub mod balances;
pub mod books;
pub mod commands;
pub mod coop;
pub mod db;
pub mod effects;
pub mod enrolments;
pub mod goods;
pub mod grids;
pub mod instruments;
pub mod journal;
pub mod logins;
pub mod people;
pub mod private;
pub mod proposals;
pub mod quarantine;
pub mod refunds;
pub mod roles;
pub mod sales;
pub mod sessions;
pub mod shift_reports;
pub mod shifts;
pub mod sites;
pub mod sold;
pub mod tasks;
pub mod till_shop;
pub mod tills;
mod types;
pub mod versions;
pub mod vouchers;

pub use db::{Db, Result, Tx};
