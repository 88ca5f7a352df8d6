//! What a sender shows: a till's token, a person's access token (a JWT that lives for minutes), or what renews a sign-in.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::keys::{Keys, keyed, same};
use crate::domain::{
    chain::Hash,
    id::{CoopId, PersonId, SessionId, TillId},
    time::Ts,
};

/// How long an access token lives: 10 minutes.
pub const ACCESS_SECONDS: i64 = 600;

/// A till's token: whose it is, and a secret of which the service keeps the hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TillToken {
    /// The cooperative.
    pub coop: CoopId,
    /// The till.
    pub till: TillId,
    /// The enrolment.
    pub epoch: i64,
    /// 32 random bytes.
    pub secret: [u8; 32],
}

impl TillToken {
    const PREFIX: &'static str = "till.";

    /// As it is carried: `till.` and base64url.
    #[must_use]
    pub fn text(&self) -> String {
        let parts = [&self.coop.0.as_bytes()[..], self.till.0.as_bytes(), &self.epoch.to_be_bytes(), &self.secret];
        format!("{}{}", Self::PREFIX, URL_SAFE_NO_PAD.encode(parts.concat()))
    }

    /// Reads one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 72] = URL_SAFE_NO_PAD.decode(text.strip_prefix(Self::PREFIX)?).ok()?.try_into().ok()?;
        Some(Self {
            coop: CoopId(Uuid::from_slice(&bytes[..16]).ok()?),
            till: TillId(Uuid::from_slice(&bytes[16..32]).ok()?),
            epoch: i64::from_be_bytes(bytes[32..40].try_into().ok()?),
            secret: bytes[40..].try_into().ok()?,
        })
    }

    /// What the service keeps of it.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash(Sha256::digest(self.secret).into())
    }
}

/// What an access token says.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Access {
    /// The person.
    pub sub: Uuid,
    /// The cooperative.
    pub coop: Uuid,
    /// The session.
    pub sid: Uuid,
    /// Until when, in seconds since 1970.
    pub exp: i64,
}

impl Access {
    /// For a session, from now on.
    #[must_use]
    pub const fn new(coop: CoopId, person: PersonId, session: SessionId, now: Ts) -> Self {
        Self { sub: person.0, coop: coop.0, sid: session.0, exp: now.0 / 1_000_000 + ACCESS_SECONDS }
    }

    /// Signs it.
    ///
    /// # Errors
    /// The signer fails.
    pub fn sign(&self, keys: &Keys) -> jsonwebtoken::errors::Result<String> {
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), self, &EncodingKey::from_secret(&keys.derived("access token")))
    }

    /// Reads one that we signed and that is still good.
    #[must_use]
    pub fn verify(text: &str, keys: &Keys, now: Ts) -> Option<Self> {
        let mut validation = Validation::new(Algorithm::HS256);
        // Our own clock decides below; the crate would ask the machine's.
        validation.validate_exp = false;
        validation.set_required_spec_claims(&["exp"]);
        let key = DecodingKey::from_secret(&keys.derived("access token"));
        let access = jsonwebtoken::decode::<Self>(text, &key, &validation).ok()?.claims;
        (access.exp > now.0 / 1_000_000).then_some(access)
    }
}

/// What renews a sign-in. It says which generation of its session it belongs to, under our seal, so that an old one is known
/// for ours when it comes back: then somebody copied it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefreshToken {
    /// The cooperative.
    pub coop: CoopId,
    /// The session.
    pub session: SessionId,
    /// How often the session was renewed before.
    pub generation: i64,
}

impl RefreshToken {
    const PREFIX: &'static str = "refresh.";

    fn said(&self) -> Vec<u8> {
        [&self.coop.0.as_bytes()[..], self.session.0.as_bytes(), &self.generation.to_be_bytes()].concat()
    }

    /// As it is carried: `refresh.` and base64url.
    #[must_use]
    pub fn text(&self, keys: &Keys) -> String {
        let said = self.said();
        let seal = keyed(&keys.derived("refresh token"), &said);
        format!("{}{}", Self::PREFIX, URL_SAFE_NO_PAD.encode([&said[..], &seal].concat()))
    }

    /// Reads one that we made.
    #[must_use]
    pub fn verify(text: &str, keys: &Keys) -> Option<Self> {
        let bytes: [u8; 72] = URL_SAFE_NO_PAD.decode(text.strip_prefix(Self::PREFIX)?).ok()?.try_into().ok()?;
        let token = Self {
            coop: CoopId(Uuid::from_slice(&bytes[..16]).ok()?),
            session: SessionId(Uuid::from_slice(&bytes[16..32]).ok()?),
            generation: i64::from_be_bytes(bytes[32..40].try_into().ok()?),
        };
        same(&keyed(&keys.derived("refresh token"), &bytes[..40]), &bytes[40..]).then_some(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_till_token_survives_the_wire() {
        let (coop, till) = (CoopId(Uuid::from_u128(1)), TillId(Uuid::from_u128(2)));
        let token = TillToken { coop, till, epoch: 3, secret: [7; 32] };
        assert_eq!(TillToken::parse(&token.text()), Some(token.clone()));
        assert_eq!(TillToken::parse(&token.text()[..40]), None);
    }

    #[test]
    fn an_access_token_ends_and_cannot_be_forged() {
        let (keys, others) = (Keys::new([1; 32]), Keys::new([2; 32]));
        let (coop, person, session) = (CoopId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)), SessionId(Uuid::from_u128(3)));
        let access = Access::new(coop, person, session, Ts(0));
        let text = access.sign(&keys).unwrap();
        assert_eq!(Access::verify(&text, &keys, Ts(0)), Some(access));
        assert_eq!(Access::verify(&text, &keys, Ts(ACCESS_SECONDS * 1_000_000)), None);
        assert_eq!(Access::verify(&text, &others, Ts(0)), None);
    }

    #[test]
    fn a_refresh_token_is_ours_or_nothing() {
        let (keys, others) = (Keys::new([1; 32]), Keys::new([2; 32]));
        let token = RefreshToken { coop: CoopId(Uuid::from_u128(1)), session: SessionId(Uuid::from_u128(2)), generation: 3 };
        let text = token.text(&keys);
        assert_eq!(RefreshToken::verify(&text, &keys), Some(token));
        assert_eq!(RefreshToken::verify(&text, &others), None);
        assert_ne!(text, RefreshToken { generation: 4, ..token }.text(&keys));
    }
}
