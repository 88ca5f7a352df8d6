//! One master key per data folder; every other key is derived from it for one purpose.

use std::{io, path::Path};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The keys of a service.
#[derive(Clone)]
pub struct Keys {
    master: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(..)")
    }
}

impl Keys {
    /// From the 32 bytes of a master key.
    #[must_use]
    pub const fn new(master: [u8; 32]) -> Self {
        Self { master }
    }

    /// Reads `master.key` from the data folder; `None` where there is no such file.
    ///
    /// # Errors
    /// The file cannot be read, or does not hold 32 bytes.
    pub fn load(folder: &Path) -> io::Result<Option<Self>> {
        let path = folder.join("master.key");
        match std::fs::read(&path) {
            Ok(bytes) => {
                let wrong = |_| io::Error::new(io::ErrorKind::InvalidData, format!("{} does not hold 32 bytes", path.display()));
                bytes.try_into().map(|master| Some(Self::new(master))).map_err(wrong)
            }
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Makes `master.key` from `fresh`, readable by its owner alone.
    ///
    /// # Errors
    /// The file is there already or cannot be written.
    pub fn create(folder: &Path, fresh: [u8; 32]) -> io::Result<Self> {
        write_secret(&folder.join("master.key"), &fresh)?;
        Ok(Self::new(fresh))
    }

    /// Tells this master key from another without giving it away.
    #[must_use]
    pub fn mark(&self) -> String {
        crate::domain::chain::Hash(self.derived("mark of the master key")).to_string()
    }

    /// The key for one purpose.
    #[must_use]
    pub fn derived(&self, purpose: &str) -> [u8; 32] {
        keyed(&self.master, purpose.as_bytes())
    }
}

/// HMAC-SHA256.
#[must_use]
pub fn keyed(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    // A key of 32 bytes is always accepted; HMAC takes any length.
    Hmac::<Sha256>::new_from_slice(key).map_or([0; 32], |mac| mac.chain_update(message).finalize().into_bytes().into())
}

/// Compares without telling by its time how much is equal.
#[must_use]
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |sum, (left, right)| sum | (left ^ right)) == 0
}

/// Writes a file that only its owner can read, durably.
///
/// # Errors
/// The file exists or cannot be written.
pub fn write_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
