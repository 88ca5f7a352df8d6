//! The envelope around every till command. It must be readable for the command to be kept at all.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::time::Ts;

/// What stands around a till's command. `body` says what happened.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TillCommand<T> {
    /// The till that sends it, the one that its token belongs to.
    pub till_id: Uuid,
    /// The till's enrolment, from 1.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub epoch: i64,
    /// The till's own running number, gapless from 1 in an epoch.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub seq: i64,
    /// Body hash of the till's command before, in hexadecimal: SHA-256 over its kind and its bytes as sent; 64 zeros first.
    #[schema(pattern = "^[0-9a-f]{64}$", example = "0000000000000000000000000000000000000000000000000000000000000000")]
    pub prev_hash: String,
    /// When it happened, by the till's clock.
    pub occurred_at: DateTime<Utc>,
    /// What to add to the till's clock, as it last learned from the service.
    #[serde(default)]
    #[schema(minimum = -31_536_000_000_000_i64, maximum = 31_536_000_000_000_i64)]
    pub clock_offset_ms: i64,
    /// Who was at the till.
    pub actor: Uuid,
    /// Unguessable, behind the receipt's QR code: 16 to 64 letters, digits, `-` or `_`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[A-Za-z0-9_-]{16,64}$")]
    pub receipt_token: Option<String>,
    /// A helper's single-use approval, for a refund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Uuid>,
    /// By the till's device key, once one is enrolled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1024)]
    pub signature: Option<String>,
    /// Practice never reaches the books; a command that says so is set aside.
    #[serde(default)]
    pub practice: bool,
    /// What happened.
    pub body: T,
}

/// An envelope whose body has not been read yet.
pub type Envelope = TillCommand<Box<RawValue>>;

impl<T> TillCommand<T> {
    /// When it happened, by the till's clock as corrected by its offset, held to what both engines keep.
    #[must_use]
    pub fn corrected(&self) -> Ts {
        Ts(Ts::of(self.occurred_at).0.saturating_add(self.clock_offset_ms.saturating_mul(1000))).held()
    }

    /// Why the envelope cannot be, although it could be read.
    #[must_use]
    pub fn fault(&self) -> Option<&'static str> {
        let year = 31_536_000_000_000_i64;
        let fault = [
            ("epoch", (1..=1_000_000).contains(&self.epoch)),
            ("seq", (1..=1_000_000_000_000).contains(&self.seq)),
            ("prev_hash", crate::domain::chain::Hash::parse(&self.prev_hash).is_some()),
            ("clock_offset_ms", (-year..=year).contains(&self.clock_offset_ms)),
            ("receipt_token", self.receipt_token.as_ref().is_none_or(|token| is_token(token))),
            ("signature", self.signature.as_ref().is_none_or(|signature| signature.len() <= 1024)),
        ];
        fault.into_iter().find(|(_, holds)| !holds).map(|(field, _)| field)
    }
}

/// Whether a text can be a receipt's token: 16 to 64 letters, digits, `-` or `_`.
#[must_use]
pub fn is_token(text: &str) -> bool {
    (16..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
