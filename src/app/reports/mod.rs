//! What the books say, gathered for people and for paper. Reads only, on a snapshot, without the writer.

pub mod day;
pub mod earnings;
pub mod owners_month;
pub mod receipt;
pub mod shift;
pub mod shift_paper;
pub mod supporter_months;
pub mod ten;
pub mod trial_balance;
