//! Tills, their enrolments (epochs), and what arrived too early.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, ReadRepairs, Sell},
    domain::{
        chain::Hash,
        id::{CommandId, CoopId, PersonId, ShiftId, TillId},
        time::{Date, Ts},
    },
    sql,
};

/// Where a till stands: all that decides what becomes of its next command.
#[derive(Clone, Debug, FromRow)]
pub struct Standing {
    /// The till.
    pub till_id: TillId,
    /// The enrolment that the command names.
    pub epoch: i64,
    /// When that enrolment was revoked.
    pub revoked_at: Option<Ts>,
    /// The number that is posted next.
    pub next_seq: i64,
    /// The body hash of the command before it.
    pub last_hash: Hash,
    /// The open shift.
    pub open_shift_id: Option<ShiftId>,
    /// Its business day.
    pub business_date: Option<Date>,
    /// The day of the till's last closed shift.
    pub last_close: Option<Date>,
    /// Whether the person at the till works here today.
    pub actor_known: bool,
    /// The lowest number that waits in the inbox.
    pub waiting_seq: Option<i64>,
    /// Whether the command's id waits in the inbox, of this till or another.
    pub id_waits: bool,
}

/// Where an enrolment of a till stands, whether `actor` works here, and whether the command `id` waits.
pub async fn standing(tx: &mut Tx, coop: CoopId, till: TillId, epoch: i64, actor: PersonId, id: CommandId) -> Result<Option<Standing>> {
    let text = sql!(
        "SELECT t.id AS till_id, e.epoch, e.revoked_at, e.next_seq, e.last_hash, t.open_shift_id, s.business_date, t.last_close,
                EXISTS (SELECT 1 FROM role_grant r
                        WHERE r.coop_id = $1 AND r.person_id = $4 AND r.ended_at IS NULL
                          AND r.role IN ('stallholder', 'helper', 'organiser', 'treasurer')) AS actor_known,
                (SELECT min(i.seq) FROM till_inbox i
                 WHERE i.coop_id = $1 AND i.till_id = $2 AND i.epoch = $3) AS waiting_seq,
                EXISTS (SELECT 1 FROM till_inbox i WHERE i.coop_id = $1 AND i.command_id = $5) AS id_waits
         FROM till t
         JOIN till_epoch e ON e.coop_id = t.coop_id AND e.till_id = t.id
         LEFT JOIN shift s ON s.coop_id = t.coop_id AND s.id = t.open_shift_id
         WHERE t.coop_id = $1 AND t.id = $2 AND e.epoch = $3"
    );
    tx.q(text).bind(coop).bind(till).bind(epoch).bind(actor).bind(id).opt().await
}

/// Where a till stands, as it is told itself.
#[derive(Clone, Debug, FromRow)]
pub struct State {
    /// What people call it.
    pub name: String,
    /// What people call the place where it stands.
    pub site: String,
    /// The cooperative's code.
    pub coop: String,
    /// The number that is posted next.
    pub next_seq: i64,
    /// The body hash of the command before it.
    pub last_hash: Hash,
    /// The open shift.
    pub open_shift_id: Option<ShiftId>,
    /// Its business day.
    pub business_date: Option<Date>,
    /// The highest number that waits for an earlier one.
    pub highest_early_seq: Option<i64>,
}

/// Where an enrolment of a till stands.
pub async fn state(tx: &mut Tx, allowed: &Allowed<Sell>, till: TillId, epoch: i64) -> Result<Option<State>> {
    let text = sql!(
        "SELECT t.name, p.name AS site, c.code AS coop, e.next_seq, e.last_hash, t.open_shift_id, s.business_date,
                (SELECT max(i.seq) FROM till_inbox i
                 WHERE i.coop_id = $1 AND i.till_id = $2 AND i.epoch = $3) AS highest_early_seq
         FROM till t
         JOIN coop c ON c.coop_id = t.coop_id
         JOIN site p ON p.coop_id = t.coop_id AND p.id = t.site_id
         JOIN till_epoch e ON e.coop_id = t.coop_id AND e.till_id = t.id
         LEFT JOIN shift s ON s.coop_id = t.coop_id AND s.id = t.open_shift_id
         WHERE t.coop_id = $1 AND t.id = $2 AND e.epoch = $3"
    );
    tx.q(text).bind(allowed.coop()).bind(till).bind(epoch).opt().await
}

/// Moves a till's sequence on.
pub async fn advance(tx: &mut Tx, coop: CoopId, till: TillId, epoch: i64, next_seq: i64, last_hash: Hash) -> Result<()> {
    let text = sql!("UPDATE till_epoch SET next_seq = $4, last_hash = $5 WHERE coop_id = $1 AND till_id = $2 AND epoch = $3");
    tx.q(text).bind(coop).bind(till).bind(epoch).bind(next_seq).bind(last_hash).run().await.map(drop)
}

/// Notes which shift is open on a till.
pub async fn set_open_shift(
    tx: &mut Tx,
    allowed: &Allowed<Sell>,
    till: TillId,
    shift: Option<ShiftId>,
    closed: Option<Date>,
) -> Result<()> {
    let text = sql!("UPDATE till SET open_shift_id = $3, last_close = COALESCE($4, last_close) WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(till).bind(shift).bind(closed).run().await.map(drop)
}

/// A command that waits for an earlier number.
#[derive(Clone, Debug, FromRow)]
pub struct Waiting {
    /// The sender's id for it.
    pub command_id: CommandId,
    /// Its number.
    pub seq: i64,
    /// What it reports.
    pub kind: String,
    /// As received.
    pub body: Vec<u8>,
    /// Over the kind and the bytes.
    pub body_hash: Hash,
    /// When it arrived.
    pub received_at: Ts,
}

/// Keeps a command that came too early.
pub async fn inbox_save(tx: &mut Tx, coop: CoopId, till: TillId, epoch: i64, waiting: &Waiting) -> Result<()> {
    let text = sql!(
        "INSERT INTO till_inbox (coop_id, till_id, epoch, seq, command_id, kind, body, body_hash, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    let insert = tx.q(text).bind(coop).bind(till).bind(epoch).bind(waiting.seq).bind(waiting.command_id).bind(waiting.kind.clone());
    insert.bind(waiting.body.clone()).bind(waiting.body_hash).bind(waiting.received_at).run().await.map(drop)
}

/// How many commands of an enrolment wait.
pub async fn inbox_count(tx: &mut Tx, coop: CoopId, till: TillId, epoch: i64) -> Result<i64> {
    let text = sql!("SELECT count(*) FROM till_inbox WHERE coop_id = $1 AND till_id = $2 AND epoch = $3");
    tx.q(text).bind(coop).bind(till).bind(epoch).scalar().await
}

/// A waiting command by its id, with the till that sent it.
pub async fn inbox_find(tx: &mut Tx, coop: CoopId, id: CommandId) -> Result<Option<(TillId, Waiting)>> {
    #[derive(FromRow)]
    struct InboxRow {
        till_id: TillId,
        #[sqlx(flatten)]
        waiting: Waiting,
    }
    let text = sql!(
        "SELECT till_id, command_id, seq, kind, body, body_hash, received_at
         FROM till_inbox WHERE coop_id = $1 AND command_id = $2"
    );
    Ok(tx.q(text).bind(coop).bind(id).opt::<InboxRow>().await?.map(|row| (row.till_id, row.waiting)))
}

/// The first two commands that wait with number `seq` or below it, oldest first.
pub async fn inbox_due(tx: &mut Tx, coop: CoopId, till: TillId, epoch: i64, seq: i64) -> Result<Vec<Waiting>> {
    let text = sql!(
        "SELECT command_id, seq, kind, body, body_hash, received_at
         FROM till_inbox WHERE coop_id = $1 AND till_id = $2 AND epoch = $3 AND seq <= $4
         ORDER BY seq, received_at, command_id LIMIT 2"
    );
    tx.q(text).bind(coop).bind(till).bind(epoch).bind(seq).all().await
}

/// Takes a command out of the inbox, because it is being decided now.
pub async fn inbox_take(tx: &mut Tx, coop: CoopId, id: CommandId) -> Result<()> {
    tx.q(sql!("DELETE FROM till_inbox WHERE coop_id = $1 AND command_id = $2")).bind(coop).bind(id).run().await.map(drop)
}

/// A command that waits, as the office sees it.
#[derive(Clone, Debug, FromRow)]
pub struct InboxRow {
    /// The till.
    pub till_id: TillId,
    /// Its enrolment.
    pub epoch: i64,
    /// Its number.
    pub seq: i64,
    /// The sender's id for it.
    pub command_id: CommandId,
    /// What it reports.
    pub kind: String,
    /// When it arrived.
    pub received_at: Ts,
    /// The number that is missing.
    pub next_seq: i64,
}

/// What waits, till by till in the order of numbers, from after one.
pub async fn inbox_list(
    tx: &mut Tx,
    allowed: &Allowed<ReadRepairs>,
    after: Option<(TillId, i64, i64, CommandId)>,
    limit: i64,
) -> Result<Vec<InboxRow>> {
    let text = sql!(
        "SELECT i.till_id, i.epoch, i.seq, i.command_id, i.kind, i.received_at, e.next_seq
         FROM till_inbox i
         JOIN till_epoch e ON e.coop_id = i.coop_id AND e.till_id = i.till_id AND e.epoch = i.epoch
         WHERE i.coop_id = $1 AND (i.till_id, i.epoch, i.seq, i.command_id) > ($2, $3, $4, $5)
         ORDER BY i.till_id, i.epoch, i.seq, i.command_id LIMIT $6"
    );
    let nil = uuid::Uuid::nil();
    let (till, epoch, seq, id) = after.unwrap_or((TillId(nil), 0, 0, CommandId(nil)));
    tx.q(text).bind(allowed.coop()).bind(till).bind(epoch).bind(seq).bind(id).bind(limit).all().await
}

/// What the service keeps of a till's token, and since when it is revoked.
pub async fn token(tx: &mut Tx, coop: CoopId, till: TillId, epoch: i64) -> Result<Option<(Hash, Option<Ts>)>> {
    #[derive(FromRow)]
    struct TokenRow {
        token_hash: Hash,
        revoked_at: Option<Ts>,
    }
    let text = sql!("SELECT token_hash, revoked_at FROM till_epoch WHERE coop_id = $1 AND till_id = $2 AND epoch = $3");
    let row = tx.q(text).bind(coop).bind(till).bind(epoch).opt::<TokenRow>().await?;
    Ok(row.map(|row| (row.token_hash, row.revoked_at)))
}
