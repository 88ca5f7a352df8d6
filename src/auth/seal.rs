//! Names and contacts under lock: each person has a key, and the master key wraps it. Without the person's key nothing opens;
//! deleting it is erasing the person.
//!
//! A sealed text is a nonce of 24 bytes and what XChaCha20-Poly1305 makes of the plain one. Whose it is goes in as associated
//! data, so that one person's row cannot be passed off as another's.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};

use super::keys::Keys;
use crate::domain::id::{CoopId, PersonId};

const NONCE_BYTES: usize = 24;

/// Whose text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whose(pub CoopId, pub PersonId);

impl Whose {
    fn bytes(self, part: &str) -> Vec<u8> {
        [self.0.0.as_bytes(), self.1.0.as_bytes(), part.as_bytes()].concat()
    }
}

/// It cannot be sealed or opened: another key, another person, or changed bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed text does not open")]
pub struct NotSealed;

/// A person's own key.
pub struct PersonKey([u8; 32]);

impl PersonKey {
    /// From 32 fresh bytes.
    #[must_use]
    pub const fn new(fresh: [u8; 32]) -> Self {
        Self(fresh)
    }

    /// Wrapped by the master key, as it is stored.
    pub fn wrap(&self, keys: &Keys, whose: Whose, fresh: [u8; 32]) -> Result<Vec<u8>, NotSealed> {
        encrypt(&wrapping(keys), &whose.bytes("key"), fresh, &self.0)
    }

    /// From what is stored.
    pub fn unwrap(keys: &Keys, whose: Whose, wrapped: &[u8]) -> Result<Self, NotSealed> {
        decrypt(&wrapping(keys), &whose.bytes("key"), wrapped)?.try_into().map(Self).map_err(|_| NotSealed)
    }

    /// Seals a text under a nonce of fresh bytes.
    pub fn seal(&self, whose: Whose, fresh: [u8; 32], plain: &[u8]) -> Result<Vec<u8>, NotSealed> {
        encrypt(&self.0, &whose.bytes("particulars"), fresh, plain)
    }

    /// Opens a text.
    pub fn open(&self, whose: Whose, sealed: &[u8]) -> Result<Vec<u8>, NotSealed> {
        decrypt(&self.0, &whose.bytes("particulars"), sealed)
    }
}

fn wrapping(keys: &Keys) -> [u8; 32] {
    keys.derived("wrap persons' keys")
}

fn encrypt(key: &[u8; 32], aad: &[u8], fresh: [u8; 32], plain: &[u8]) -> Result<Vec<u8>, NotSealed> {
    let mut nonce = [0; NONCE_BYTES];
    nonce.copy_from_slice(&fresh[..NONCE_BYTES]);
    let sealed = XChaCha20Poly1305::new(&(*key).into()).encrypt(&nonce.into(), Payload { msg: plain, aad });
    Ok([&nonce[..], &sealed.map_err(|_| NotSealed)?].concat())
}

fn decrypt(key: &[u8; 32], aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, NotSealed> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(NotSealed)?;
    XChaCha20Poly1305::new(&(*key).into()).decrypt(&(*nonce).into(), Payload { msg: sealed, aad }).map_err(|_| NotSealed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn only_the_right_key_opens_and_only_for_the_right_person() {
        let whose = |person| Whose(CoopId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(person)));
        let (keys, others) = (Keys::new([1; 32]), Keys::new([2; 32]));
        let key = PersonKey::new([3; 32]);
        let wrapped = key.wrap(&keys, whose(5), [4; 32]).unwrap();
        let sealed = key.seal(whose(5), [5; 32], "白杨".as_bytes()).unwrap();
        let open = |keys: &Keys, person| PersonKey::unwrap(keys, whose(person), &wrapped)?.open(whose(person), &sealed);
        assert_eq!(open(&keys, 5), Ok("白杨".into()));
        assert_eq!(open(&keys, 6), Err(NotSealed));
        assert_eq!(open(&others, 5), Err(NotSealed));
        assert_eq!(key.open(whose(5), &[]), Err(NotSealed));
        assert!(!sealed.windows(6).any(|bytes| bytes == "白杨".as_bytes()));
    }
}
