//! What supporters and the cooperative agreed: here, shares of sales with a cap and an end.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, ManageAgreements, ReadInstruments},
    domain::{
        id::{CoopId, InstrumentId, PersonId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

/// A supporter's share of sales, over all agreements that name it.
#[derive(Clone, Debug, FromRow)]
pub struct InstrumentRow {
    /// The instrument.
    pub id: InstrumentId,
    /// Whose.
    pub supporter_id: PersonId,
    /// What it may receive in all; no limit where there is none.
    pub cap_minor: Option<Minor>,
    /// The last day on which it receives; no end where there is none.
    pub ends_on: Option<Date>,
    /// What it has received, less what was refunded.
    pub received_minor: Minor,
    /// When it was added.
    pub created_at: Ts,
}

/// Adds an instrument.
pub async fn add(tx: &mut Tx, allowed: &Allowed<ManageAgreements>, row: &InstrumentRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO instrument (coop_id, id, supporter_id, cap_minor, ends_on, received_minor, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.supporter_id).bind(row.cap_minor).bind(row.ends_on);
    insert.bind(row.received_minor).bind(row.created_at).run().await.map(drop)
}

/// Whose an instrument is.
pub async fn supporter_of(tx: &mut Tx, coop: CoopId, instrument: InstrumentId) -> Result<Option<PersonId>> {
    let text = sql!("SELECT supporter_id FROM instrument WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(coop).bind(instrument).maybe_scalar().await
}

/// An instrument, for whoever may see it.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, instrument: InstrumentId) -> Result<Option<InstrumentRow>> {
    let text = sql!(
        "SELECT id, supporter_id, cap_minor, ends_on, received_minor, created_at
         FROM instrument WHERE coop_id = $1 AND id = $2"
    );
    let row: Option<InstrumentRow> = tx.q(text).bind(allowed.coop()).bind(instrument).opt().await?;
    Ok(row.filter(|row| allowed.covers(row.supporter_id)))
}

/// A supporter's instruments, by id.
pub async fn of_supporter(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, supporter: PersonId, limit: i64) -> Result<Vec<InstrumentRow>> {
    let text = sql!(
        "SELECT id, supporter_id, cap_minor, ends_on, received_minor, created_at
         FROM instrument WHERE coop_id = $1 AND supporter_id = $2 ORDER BY id LIMIT $3"
    );
    tx.q(text).bind(allowed.coop()).bind(supporter).bind(limit).all().await
}

/// Instruments by id, after one of them.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, after: Uuid, limit: i64) -> Result<Vec<InstrumentRow>> {
    let text = sql!(
        "SELECT id, supporter_id, cap_minor, ends_on, received_minor, created_at
         FROM instrument WHERE coop_id = $1 AND id > $2 AND ($3 OR supporter_id IN ($list)) ORDER BY id LIMIT $4"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}
