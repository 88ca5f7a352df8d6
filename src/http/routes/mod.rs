//! One file per thing of the shop. A new endpoint: a use case in `app`, a section here, a line in `router.rs`.

pub mod accounts;
pub mod entries;
pub mod facts;
pub mod logins;
pub mod receipts;
pub mod sales;
pub mod shifts;
pub mod sign_in;
pub mod till;
pub mod tills;
