//! Who is asking, and may they: roles, a pure table of permissions, and the secrets behind a sign-in.

pub mod actor;
pub mod keys;
pub mod picture;
pub mod policy;
pub mod role;
pub mod seal;
pub mod secret;
pub mod token;
