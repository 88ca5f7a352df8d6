//! How a till comes into being, is let in by a code from the office, and is shut out again.

use sqlx::FromRow;

use super::{
    Result, Tx,
    looking::{Way, holding},
};
use crate::{
    auth::policy::{Allowed, ManageTills, ReadRepairs},
    domain::{
        chain::Hash,
        id::{CoopId, PersonId, ShiftId, SiteId, TillId},
        time::Ts,
    },
    sql,
};

/// A new till.
#[derive(Clone, Debug)]
pub struct NewTill {
    /// The till.
    pub id: TillId,
    /// Where it stands.
    pub site: SiteId,
    /// What people call it.
    pub name: String,
}

/// Whether a site exists, and whether a till's name is in use.
pub async fn site_and_name(tx: &mut Tx, coop: CoopId, site: SiteId, name: &str) -> Result<(bool, bool)> {
    #[derive(FromRow)]
    struct KnownRow {
        site: bool,
        name: bool,
    }
    let text = sql!(
        "SELECT EXISTS (SELECT 1 FROM site WHERE coop_id = $1 AND id = $2) AS site,
                EXISTS (SELECT 1 FROM till WHERE coop_id = $1 AND name = $3) AS name"
    );
    let row = tx.q(text).bind(coop).bind(site).bind(name.to_owned()).one::<KnownRow>().await?;
    Ok((row.site, row.name))
}

/// Adds a till; it can do nothing until it is enrolled.
pub async fn add(tx: &mut Tx, allowed: &Allowed<ManageTills>, till: &NewTill, now: Ts) -> Result<()> {
    let text = sql!("INSERT INTO till (coop_id, id, site_id, name, epoch, created_at) VALUES ($1, $2, $3, $4, 0, $5)");
    let insert = tx.q(text).bind(allowed.coop()).bind(till.id).bind(till.site);
    insert.bind(till.name.clone()).bind(now).run().await.map(drop)
}

/// The code that lets a till in until it expires; a newer code takes its place. False if there is no such till.
pub async fn show_code(tx: &mut Tx, allowed: &Allowed<ManageTills>, till: TillId, code: Hash, expires_at: Ts) -> Result<bool> {
    let text = sql!(
        "INSERT INTO till_code (coop_id, till_id, code_hash, expires_at)
         SELECT t.coop_id, t.id, $3, $4 FROM till t WHERE t.coop_id = $1 AND t.id = $2
         ON CONFLICT (coop_id, till_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at"
    );
    Ok(tx.q(text).bind(allowed.coop()).bind(till).bind(code).bind(expires_at).run().await? > 0)
}

/// The till that a code lets in.
pub async fn till_of_code(tx: &mut Tx, coop: CoopId, code: Hash, now: Ts) -> Result<Option<TillId>> {
    let text = sql!(
        "SELECT till_id FROM till_code WHERE coop_id = $1 AND code_hash = $2 AND expires_at > $3
         ORDER BY till_id LIMIT 1"
    );
    tx.q(text).bind(coop).bind(code).bind(now).maybe_scalar().await
}

/// Lets a till in: uses its code up, begins a new epoch with number 1 due. Returns the epoch.
pub async fn enrol(tx: &mut Tx, coop: CoopId, till: TillId, token: Hash, now: Ts) -> Result<i64> {
    tx.q(sql!("DELETE FROM till_code WHERE coop_id = $1 AND till_id = $2")).bind(coop).bind(till).run().await?;
    let text = sql!("UPDATE till SET epoch = epoch + 1 WHERE coop_id = $1 AND id = $2 RETURNING epoch");
    let epoch = tx.q(text).bind(coop).bind(till).scalar::<i64>().await?;
    let text = sql!(
        "INSERT INTO till_epoch (coop_id, till_id, epoch, token_hash, next_seq, last_hash, enrolled_at)
         VALUES ($1, $2, $3, $4, 1, $5, $6)"
    );
    tx.q(text).bind(coop).bind(till).bind(epoch).bind(token).bind(Hash::ZERO).bind(now).run().await?;
    Ok(epoch)
}

/// Whether the cooperative has that till, and that enrolment of it where one is named.
pub async fn exists(tx: &mut Tx, coop: CoopId, till: TillId, epoch: Option<i64>) -> Result<bool> {
    let text = sql!(
        "SELECT count(*) FROM till t LEFT JOIN till_epoch e ON e.coop_id = t.coop_id AND e.till_id = t.id AND e.epoch = $3
         WHERE t.coop_id = $1 AND t.id = $2 AND (CAST($4 AS BIGINT) = 0 OR e.epoch IS NOT NULL)"
    );
    // Epochs count from 1, so 0 stands for none named.
    let epoch = epoch.unwrap_or_default();
    Ok(tx.q(text).bind(coop).bind(till).bind(epoch).bind(epoch).scalar::<i64>().await? > 0)
}

/// Shuts out one enrolment of a till, or all of them; takes its open code away. Tells how many were shut out.
pub async fn revoke(tx: &mut Tx, allowed: &Allowed<ManageTills>, till: TillId, epoch: Option<i64>, now: Ts) -> Result<u64> {
    tx.q(sql!("DELETE FROM till_code WHERE coop_id = $1 AND till_id = $2")).bind(allowed.coop()).bind(till).run().await?;
    let text = sql!(
        "UPDATE till_epoch SET revoked_at = $4
         WHERE coop_id = $1 AND till_id = $2 AND revoked_at IS NULL AND (CAST($5 AS BIGINT) = 0 OR epoch = $3)"
    );
    let epoch = epoch.unwrap_or_default();
    tx.q(text).bind(allowed.coop()).bind(till).bind(epoch).bind(now).bind(epoch).run().await
}

/// A till, as the office sees it.
#[derive(Clone, Debug, FromRow)]
pub struct TillRow {
    /// The till.
    pub id: TillId,
    /// Where it stands.
    pub site_id: SiteId,
    /// The site's name.
    pub site: String,
    /// What people call it.
    pub name: String,
    /// The enrolment that is in force; 0 before the first.
    pub epoch: i64,
    /// When that was.
    pub enrolled_at: Option<Ts>,
    /// When it was shut out.
    pub revoked_at: Option<Ts>,
    /// The number that is posted next.
    pub next_seq: Option<i64>,
    /// The open shift.
    pub open_shift_id: Option<ShiftId>,
    /// Who opened it.
    pub opened_by: Option<PersonId>,
    /// How many of its commands wait for an earlier number.
    pub early: i64,
    /// How many of its commands are set aside and not yet repaired.
    pub quarantined: i64,
}

/// Which tills.
#[derive(Clone, Debug)]
pub struct Tills {
    /// The name holds this; empty for all.
    pub text: String,
    /// At this site only.
    pub site: Option<SiteId>,
    /// Only those that are let in, or only those that are not.
    pub active: Option<bool>,
    /// By name.
    pub way: Way,
}

/// Tills by name, from after one.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadRepairs>, of: &Tills, after: &str, limit: i64) -> Result<Vec<TillRow>> {
    let text = sql!(
        "SELECT t.id, t.site_id, i.name AS site, t.name, t.epoch, e.enrolled_at, e.revoked_at, e.next_seq, t.open_shift_id, s.actor_id AS opened_by,
                (SELECT count(*) FROM till_inbox b WHERE b.coop_id = t.coop_id AND b.till_id = t.id) AS early,
                (SELECT count(*) FROM quarantine q
                 WHERE q.coop_id = t.coop_id AND q.till_id = t.id AND q.outcome IS NULL) AS quarantined
         FROM till t
         JOIN site i ON i.coop_id = t.coop_id AND i.id = t.site_id
         LEFT JOIN till_epoch e ON e.coop_id = t.coop_id AND e.till_id = t.id AND e.epoch = t.epoch
         LEFT JOIN shift s ON s.coop_id = t.coop_id AND s.id = t.open_shift_id
         WHERE t.coop_id = $1 AND t.name $beyond $2 AND lower(t.name) LIKE $3 ESCAPE '!' AND (t.site_id = $4 OR $4 IS NULL)
           AND (CAST($5 AS INTEGER) = 0 OR (e.enrolled_at IS NOT NULL AND e.revoked_at IS NULL) = ($6 = 1))
         ORDER BY t.name $way LIMIT $7"
    );
    let query = tx.q(text).running(of.way).bind(allowed.coop()).bind(after.to_owned()).bind(holding(&of.text)).bind(of.site);
    query.bind(i32::from(of.active.is_some())).bind(i32::from(of.active.unwrap_or_default())).bind(limit).all().await
}
