//! Passwords and PINs, kept as argon2id in PHC text. Pure and slow on purpose: `app::hashing` decides where and how many at once.
//!
//! A kept secret looks like `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`; its parameters travel with it, so that they can grow.

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

/// How much random salt a secret takes, in bytes.
pub const SALT_BYTES: usize = 16;

/// 19 MiB, two passes, one lane: OWASP's first recommendation for argon2id.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A secret of nobody. Verifying against it takes as long as against a real one, so that time does not tell whether a name exists.
pub const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdC4uLg$qBkMZYR0mA9yhHUaBCpEqxbN5K0mHgNG0EmKOiHTXkA";

/// The secret cannot be hashed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("argon2 refused: {0}")]
pub struct NotHashed(String);

/// Hashes a secret with a fresh salt.
///
/// # Errors
/// argon2 refuses, which its fixed parameters do not let happen.
pub fn hash(secret: &str, salt: &[u8; SALT_BYTES]) -> Result<String, NotHashed> {
    let refused = |error: &dyn std::fmt::Display| NotHashed(error.to_string());
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| refused(&error))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_with_salt(secret.as_bytes(), salt).map(|kept| kept.to_string()).map_err(|error| refused(&error))
}

/// Whether a secret is the kept one. Text that is no PHC string is nobody's.
#[must_use]
pub fn verify(secret: &str, kept: &str) -> bool {
    Argon2::default().verify_password(secret.as_bytes(), kept).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_known_again_and_another_is_not() {
        let kept = hash("白杨树下的格子", &[7; SALT_BYTES]).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(verify("白杨树下的格子", &kept));
        assert!(!verify("白杨树下的格孑", &kept));
        assert_ne!(hash("白杨树下的格子", &[8; SALT_BYTES]).unwrap(), kept, "the salt is part of it");
    }

    #[test]
    fn nobodys_secret_is_whole_and_as_costly_as_a_real_one() {
        let parsed: argon2::PasswordHash = argon2::PasswordHash::new(NOBODYS).unwrap();
        let real = hash("x", &[0; SALT_BYTES]).unwrap();
        let real = argon2::PasswordHash::new(&real).unwrap();
        assert_eq!((parsed.algorithm, parsed.version, &parsed.params), (real.algorithm, real.version, &real.params));
        assert_eq!(parsed.salt.map(|salt| salt.len()), real.salt.map(|salt| salt.len()));
        assert_eq!(parsed.hash.map(|hash| hash.len()), real.hash.map(|hash| hash.len()));
        assert!(!verify("", NOBODYS) && !verify("not kept at all", "nonsense"));
    }
}
