//! What stands in the shop: sites, their grids, whose they are, the goods and their prices.

mod good;
mod grid;
mod site;

pub use good::{AddGood, SetPrice};
pub use grid::{AddGrid, GiveGrid};
pub use site::AddSite;
