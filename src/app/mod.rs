//! Use cases: each reads in four beats, authorise · load · decide · append. One writer runs them all.
//!
//! `format` is what tills send and keep; `facts` decides what they report; the files beside them are what people ask for.

pub mod agreements;
pub mod allocate;
pub mod approvals;
pub mod attempts;
pub mod clock;
pub mod ctx;
pub mod darkroom;
pub mod execute;
pub mod export;
pub mod facts;
pub mod first_run;
pub mod format;
pub mod found;
pub mod hashing;
pub mod import;
pub mod laying_out;
pub mod logins;
pub mod lots;
pub mod office;
pub mod payouts;
pub mod people;
pub mod refusal;
pub mod rent;
pub mod repairs;
pub mod reports;
pub mod sellers;
pub mod service;
pub mod shop;
pub mod statements;
pub mod stock;
pub mod tasks;
pub mod tills;
pub mod trainings;
pub mod two_people;
pub mod verify;
pub mod words;
pub mod writer;

pub use refusal::Refusal;
pub use service::Service;
