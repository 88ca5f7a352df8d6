//! What stands at the head of everything that a till reports.

use sqlx::FromRow;

use crate::domain::{
    id::{DocumentId, PersonId, ShiftId, TillId},
    time::{Date, Ts},
};

/// Which document, of which till and shift, when and by whom.
#[derive(Clone, Debug, FromRow)]
pub struct Heading {
    /// The sale, refund or cash movement.
    pub id: DocumentId,
    /// The till.
    pub till_id: TillId,
    /// Its name.
    pub till: String,
    /// Its enrolment.
    pub epoch: i64,
    /// The till's own number.
    pub seq: i64,
    /// The shift.
    pub shift_id: ShiftId,
    /// The business day.
    pub business_date: Date,
    /// When it happened, by the till's corrected clock.
    pub occurred_at: Ts,
    /// When it arrived.
    pub received_at: Ts,
    /// Who was at the till.
    pub actor_id: PersonId,
    /// What that person is called at the till.
    pub seller: Option<String>,
    /// The journal entry, if anything was posted.
    pub entry_number: Option<i64>,
}
