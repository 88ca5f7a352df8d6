//! A command with what must become of it.

use serde_json::Value;
use uuid::Uuid;

use super::books::Account;
use crate::harness::Who;

/// What must become of a command.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It is posted: these accounts are debited (credited, where negative).
    Posted(Vec<(Account, i64)>),
    /// It is refused with this status, and nothing changes.
    Refused(u16),
    /// A till's command is kept aside, and posts nothing.
    SetAside,
    /// It is answered as it was before, and nothing changes.
    Repeated(Value),
}

/// What is sent, by whom.
#[derive(Clone, Debug)]
pub struct Command {
    pub who: Who,
    pub path: String,
    pub key: Uuid,
    pub bytes: Vec<u8>,
    pub fate: Fate,
}
