//! People: added, joining the cooperative, given roles; and their names, which are sealed and whose every reading is logged.

mod erasure;
mod membership;
mod particulars;
mod person;
mod role;

pub use erasure::{ErasePerson, after_erasure};
pub use membership::Join;
pub use particulars::{PURPOSES, Particulars, ReadParticulars, ReplaceParticulars};
pub use person::{AddPerson, ChangeFace, ChangeNickname, KINDS, SUPPORT_PLANS};
pub use role::{EndRole, GiveRole};
