//! Grids for a month's rent: contracts, prices, who waits for one; and the run that charges a month.

mod contract;
mod run;
mod waiting;

pub use contract::{AddContract, EndContract, SetPrice};
pub use run::{GridRent, MonthsRent, RunRent, WHY, preview};
pub use waiting::{AddWish, EndWish, OUTCOMES};
