//! What stands at the head of everything that a till reports.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::store::heading::Heading;

/// Which document, of which till and shift, when and by whom. The number on the paper (单号) is `epoch`-`seq`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TillHeading {
    /// The sale, refund or cash movement.
    pub id: Uuid,
    /// The till.
    pub till_id: Uuid,
    /// Its name.
    pub till: String,
    /// The till's enrolment.
    pub epoch: i64,
    /// The till's own number.
    pub seq: i64,
    /// The shift.
    pub shift_id: Uuid,
    /// The day that it counts for.
    pub business_date: NaiveDate,
    /// When it happened, by the till's corrected clock.
    pub occurred_at: DateTime<Utc>,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Who was at the till.
    pub seller_id: Uuid,
    /// What that person is called at the till.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seller: Option<String>,
    /// The journal entry; missing where nothing was to be posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_number: Option<i64>,
}

impl From<Heading> for TillHeading {
    fn from(row: Heading) -> Self {
        Self {
            id: row.id.0,
            till_id: row.till_id.0,
            till: row.till,
            epoch: row.epoch,
            seq: row.seq,
            shift_id: row.shift_id.0,
            business_date: row.business_date,
            occurred_at: row.occurred_at.instant(),
            received_at: row.received_at.instant(),
            seller_id: row.actor_id.0,
            seller: row.seller,
            entry_number: row.entry_number,
        }
    }
}
