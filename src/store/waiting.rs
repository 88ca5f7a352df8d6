//! What waits for people in the office: counted by the database, the oldest first.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, ReadAgreements, ReadBooks, ReadRepairs},
    domain::{
        id::{ShiftId, TillId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

/// Things of one kind that wait.
#[derive(Clone, Debug, FromRow)]
pub struct Pile {
    /// Of what kind.
    pub kind: String,
    /// How many.
    pub count: i64,
    /// What they come to.
    pub amount: Minor,
    /// Since when the oldest waits.
    pub since: Ts,
}

/// Open tasks by kind.
pub async fn tasks(tx: &mut Tx, allowed: &Allowed<ReadRepairs>) -> Result<Vec<Pile>> {
    let text = sql!(
        "SELECT kind, count(*) AS count, CAST(sum(amount) AS BIGINT) AS amount, min(raised_at) AS since
         FROM task WHERE coop_id = $1 AND done_at IS NULL GROUP BY kind ORDER BY 4, kind LIMIT 100"
    );
    tx.q(text).bind(allowed.coop()).all().await
}

/// What could not be posted, by what it reports; the amount is its cash.
pub async fn quarantined(tx: &mut Tx, allowed: &Allowed<ReadRepairs>) -> Result<Vec<Pile>> {
    let text = sql!(
        "SELECT kind, count(*) AS count, CAST(sum(cash_minor) AS BIGINT) AS amount, min(received_at) AS since
         FROM quarantine WHERE coop_id = $1 AND outcome IS NULL GROUP BY kind ORDER BY 4, kind LIMIT 100"
    );
    tx.q(text).bind(allowed.coop()).all().await
}

/// Sales (`sale`) and refunds (`refund`) whose owner is not known.
pub async fn unallocated(tx: &mut Tx, allowed: &Allowed<ReadRepairs>) -> Result<Vec<Pile>> {
    let text = sql!(
        "SELECT 'sale' AS kind, count(*) AS count, CAST(sum(o.amount) AS BIGINT) AS amount, min(d.received_at) AS since
         FROM open_item o CROSS JOIN sale d
         WHERE o.coop_id = $1 AND o.allocated_by IS NULL AND d.coop_id = o.coop_id AND d.id = o.document_id HAVING count(*) > 0
         UNION ALL
         SELECT 'refund', count(*), CAST(sum(o.amount) AS BIGINT), min(d.received_at)
         FROM open_item o CROSS JOIN refund d
         WHERE o.coop_id = $1 AND o.allocated_by IS NULL AND d.coop_id = o.coop_id AND d.id = o.document_id HAVING count(*) > 0
         ORDER BY 4 LIMIT 2"
    );
    tx.q(text).bind(allowed.coop()).all().await
}

/// Something that somebody asks another person to decide.
#[derive(Clone, Debug, FromRow)]
pub struct Asked {
    /// Which.
    pub id: Uuid,
    /// `repair`, `gap`, `agreement` or `consent`.
    pub kind: String,
    /// What it is about: a grid's code, a till's name; empty where nothing has a name.
    pub about: String,
    /// Who asked.
    pub asked_by: Uuid,
    /// What that person is called.
    pub by_name: Option<String>,
    /// When.
    pub since: Ts,
    /// From which day on it would hold.
    pub effective_on: Option<Date>,
}

/// Repairs and gaps that a second person decides.
pub async fn proposals(tx: &mut Tx, allowed: &Allowed<ReadRepairs>) -> Result<Vec<Asked>> {
    let text = sql!(
        "SELECT p.id, p.kind, COALESCE(t.name, u.name, '') AS about, p.proposed_by AS asked_by, w.nickname AS by_name, p.proposed_at AS since,
                CAST(NULL AS DATE) AS effective_on
         FROM proposal p
         LEFT JOIN till t ON t.coop_id = p.coop_id AND t.id = p.subject_id
         LEFT JOIN quarantine q ON q.coop_id = p.coop_id AND q.command_id = p.subject_id
         LEFT JOIN till u ON u.coop_id = q.coop_id AND u.id = q.till_id
         LEFT JOIN person w ON w.coop_id = p.coop_id AND w.id = p.proposed_by
         WHERE p.coop_id = $1 AND p.outcome IS NULL ORDER BY p.proposed_at, p.id LIMIT 50"
    );
    tx.q(text).bind(allowed.coop()).all().await
}

/// Agreements without a second signature (`agreement`), or signed and without the owner's word (`consent`).
pub async fn agreements(tx: &mut Tx, allowed: &Allowed<ReadAgreements>) -> Result<Vec<Asked>> {
    let text = sql!(
        "SELECT v.id, CASE WHEN v.approved_at IS NULL THEN 'agreement' ELSE 'consent' END AS kind, g.code AS about, v.proposed_by AS asked_by,
                w.nickname AS by_name, v.proposed_at AS since, v.effective_on
         FROM agreement_version v
         JOIN grid g ON g.coop_id = v.coop_id AND g.id = v.grid_id
         LEFT JOIN person w ON w.coop_id = v.coop_id AND w.id = v.proposed_by
         WHERE v.coop_id = $1 AND v.withdrawn_at IS NULL AND (v.approved_at IS NULL OR v.consented_at IS NULL)
         ORDER BY v.proposed_at, v.id LIMIT 50"
    );
    tx.q(text).bind(allowed.coop()).all().await
}

/// A till and how it stands.
#[derive(Clone, Debug, FromRow)]
pub struct TillRow {
    /// The till.
    pub id: TillId,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub site: String,
    /// Whether a device is enrolled and not shut out.
    pub enrolled: bool,
    /// Commands that wait for one before them.
    pub early: i64,
    /// The open shift.
    pub shift_id: Option<ShiftId>,
    /// Its business day.
    pub business_date: Option<Date>,
    /// When it was opened, by the till's corrected clock.
    pub opened_at: Option<Ts>,
    /// What who opened it is called.
    pub opened_by: Option<String>,
    /// When the opening arrived.
    pub opening_arrived: Option<Ts>,
    /// When the last sale of the shift arrived.
    pub last_sale: Option<Ts>,
    /// What who made it is called.
    pub last_seller: Option<String>,
}

/// Every till.
pub async fn tills(tx: &mut Tx, allowed: &Allowed<ReadBooks>) -> Result<Vec<TillRow>> {
    let text = sql!(
        "SELECT t.id, t.name, i.name AS site,
                EXISTS (SELECT 1 FROM till_epoch e WHERE e.coop_id = $1 AND e.till_id = t.id AND e.epoch = t.epoch AND e.revoked_at IS NULL)
                    AS enrolled,
                (SELECT count(*) FROM till_inbox b WHERE b.coop_id = $1 AND b.till_id = t.id) AS early,
                s.id AS shift_id, s.business_date, s.occurred_at AS opened_at, w.nickname AS opened_by, s.received_at AS opening_arrived,
                (SELECT max(d.received_at) FROM sale d WHERE d.coop_id = $1 AND d.shift_id = s.id) AS last_sale,
                (SELECT v.nickname FROM sale d CROSS JOIN person v
                 WHERE d.coop_id = $1 AND d.shift_id = s.id AND v.coop_id = d.coop_id AND v.id = d.actor_id
                 ORDER BY d.received_at DESC, d.id DESC LIMIT 1) AS last_seller
         FROM till t
         JOIN site i ON i.coop_id = t.coop_id AND i.id = t.site_id
         LEFT JOIN shift s ON s.coop_id = t.coop_id AND s.id = t.open_shift_id
         LEFT JOIN person w ON w.coop_id = s.coop_id AND w.id = s.actor_id
         WHERE t.coop_id = $1 ORDER BY t.name, t.id LIMIT 200"
    );
    tx.q(text).bind(allowed.coop()).all().await
}
