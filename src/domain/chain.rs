//! The chain: each entry's hash covers its own bytes and the hash before it, so that nothing in the past can change unseen.
//!
//! Canonical bytes are length-prefixed fields (`u32`, big-endian) without names or free text. A document's hash is made the
//! same way over the document's own fields, in the order in which its `document()` lists them.

use sha2::{Digest, Sha256};

use super::entry::Entry;

/// A SHA-256 digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands before the first entry.
    pub const ZERO: Self = Self([0; 32]);

    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // `from_str_radix` alone would take a sign for a digit.
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The first canonical byte: which edition of the format follows.
const EDITION: u8 = 0x01;

/// Writes canonical bytes, the edition first.
#[derive(Clone, Debug)]
pub struct Canon {
    bytes: Vec<u8>,
}

impl Default for Canon {
    fn default() -> Self {
        Self { bytes: vec![EDITION] }
    }
}

impl Canon {
    /// One field, preceded by its length.
    pub fn field(&mut self, bytes: &[u8]) -> &mut Self {
        // A field longer than 4 GiB cannot reach us: bodies end at 256 KB.
        self.bytes.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
        self.bytes.extend_from_slice(bytes);
        self
    }

    /// A whole number of 8 bytes.
    pub fn int(&mut self, number: i64) -> &mut Self {
        self.field(&number.to_be_bytes())
    }

    /// An id of 16 bytes.
    pub fn id(&mut self, id: uuid::Uuid) -> &mut Self {
        self.field(id.as_bytes())
    }

    /// An id, or an empty field.
    pub fn maybe_id(&mut self, id: Option<uuid::Uuid>) -> &mut Self {
        match id {
            Some(id) => self.id(id),
            None => self.field(&[]),
        }
    }

    /// Text that is no name and no free text: a slug, a date, a code.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.field(text.as_bytes())
    }

    /// How many of something follow.
    pub fn count(&mut self, count: usize) -> &mut Self {
        self.bytes.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes());
        self
    }

    /// The digest of all fields so far.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(&self.bytes)
    }
}

/// The canonical bytes of an entry at its place in the chain.
#[must_use]
pub fn canonical(entry: &Entry, number: u64, previous: Hash) -> Vec<u8> {
    let mut canon = Canon::default();
    canon.id(entry.coop.0).field(&number.to_be_bytes()).text(&entry.date.to_string()).text(&entry.kind);
    canon.id(entry.document.id.0).field(&entry.document.hash.0).id(entry.command.0).text(&entry.memo);
    match entry.reverses {
        Some(number) => canon.field(&number.to_be_bytes()),
        None => canon.field(&[]),
    };
    canon.count(entry.postings().len());
    for posting in entry.postings() {
        canon.text(&posting.account).maybe_id(posting.party).text(&posting.unit).int(posting.amount.0);
    }
    canon.field(&previous.0);
    canon.bytes
}
