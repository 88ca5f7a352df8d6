//! What stands in the shop: sites, their grids, whose they are, the goods and their prices.

mod good;
mod grid;
mod library;
mod page;
mod picture;
mod sharing;
mod site;

pub use good::{AddGood, SetPrice};
pub use grid::{AddGrid, GiveGrid};
pub use library::in_english;
pub use page::{NewDoor, SetDoor, SetGridPage};
pub use picture::{NewLook, SetPicture, upload_image};
pub use sharing::{HideSharing, ShowSharing};
pub use site::AddSite;
