//! What a till of the story writes down: its running number, the hash of what it sent last, the cash in its drawer.

use serde::Serialize;

use crate::{
    app::{
        facts::{Arrived, FactKind, body_hash},
        format::{TillCommand, fields::CountedPieces, fields::Money},
        refusal::Refusal,
    },
    auth::actor::{Actor, Who},
    domain::{
        chain::Hash,
        id::{CommandId, CoopId, PersonId, TillId},
        money::{Minor, Unit},
        time::Ts,
    },
};

/// Notes and coins, the large ones first.
const DENOMINATIONS: &[i64] = &[10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10];

/// A till, from its first command on.
#[derive(Clone, Debug)]
pub struct TillBook {
    /// A label for dice and ids.
    pub label: String,
    /// Which till.
    pub till: TillId,
    coop: CoopId,
    epoch: i64,
    seq: i64,
    last_hash: Hash,
    /// What lies in the drawer.
    pub drawer: Minor,
}

/// What an envelope says besides its body.
#[derive(Clone, Debug)]
pub struct Around {
    /// The sender's id for it.
    pub id: CommandId,
    /// When it happened.
    pub at: Ts,
    /// Who was at the till.
    pub actor: PersonId,
    /// Behind the receipt's QR code.
    pub receipt_token: Option<String>,
    /// A helper's approval.
    pub approval: Option<uuid::Uuid>,
    /// Only practice.
    pub practice: bool,
}

impl TillBook {
    /// A till that has sent nothing yet.
    #[must_use]
    pub fn new(label: &str, coop: CoopId, till: TillId, epoch: i64) -> Self {
        Self { label: label.to_owned(), till, coop, epoch, seq: 0, last_hash: Hash::ZERO, drawer: Minor::ZERO }
    }

    /// The last number used.
    #[must_use]
    pub const fn last_seq(&self) -> i64 {
        self.seq
    }

    /// Writes the next command down, as it arrives a second later.
    pub fn report<T: Serialize>(&mut self, kind: FactKind, around: Around, body: T) -> Result<Arrived, Refusal> {
        self.seq += 1;
        let Around { id, at, actor, receipt_token, approval, practice } = around;
        let command = TillCommand {
            till_id: self.till.0,
            epoch: self.epoch,
            seq: self.seq,
            prev_hash: self.last_hash.to_string(),
            occurred_at: at.instant(),
            clock_offset_ms: 0,
            actor: actor.0,
            receipt_token,
            approval,
            signature: None,
            practice,
            body,
        };
        let body = serde_json::to_vec(&command).map_err(|error| Refusal::Broken(error.to_string()))?;
        self.last_hash = body_hash(kind.slug(), &body);
        let actor = Actor { coop: self.coop, who: Who::Till { id: self.till, epoch: self.epoch } };
        Ok(Arrived { actor, revoked_at: None, id, kind, body, received_at: at.plus_seconds(1) })
    }
}

/// An amount in as few notes and coins as possible.
#[must_use]
pub fn counted(amount: Minor, unit: &Unit) -> Vec<CountedPieces> {
    let mut rest = amount.0;
    let mut pieces = Vec::new();
    for note in DENOMINATIONS {
        let count = rest / note;
        rest -= count * note;
        if count > 0 {
            pieces.push(CountedPieces { denomination: Money::of(Minor(*note), unit), pieces: count });
        }
    }
    pieces
}
