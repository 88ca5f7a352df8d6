//! Lots and their pieces: what came in, what left the shelf, and where it went.

use std::collections::HashMap;

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args, instruments};
use crate::{
    auth::policy::{Allowed, Permission, ReadLots},
    domain::{
        chain::Hash,
        id::{CoopId, DocumentId, GridId, InstrumentId, LotId, PersonId},
        lot::{Basis, Change, Lot, LotEvent, LotReceipt, Nature, Pieces},
        money::Minor,
        office::Through,
        time::{Date, Ts},
    },
    sql,
};

/// A lot as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct LotRow {
    /// Which.
    pub id: LotId,
    /// `donated`, `at_cost` or `own`.
    pub nature: String,
    /// What it is.
    pub name: String,
    /// When it came in.
    pub day: Date,
    /// Who gave it or left it.
    pub supporter_id: Option<PersonId>,
    /// The agreement that it came in under.
    pub instrument_id: Option<InstrumentId>,
    /// Whether it is for that agreement's purpose only.
    pub is_restricted: bool,
    /// What a piece is worth or cost.
    pub value_minor: Minor,
    /// How many pieces came in.
    pub received: i64,
    /// `invoice`, `appraisal` or `price`.
    pub basis: String,
    /// The invoice.
    pub paper_hash: Option<Hash>,
    /// Who took it for that.
    pub appraised_by: Option<PersonId>,
    /// Who else did.
    pub also_appraised_by: Option<PersonId>,
    /// Where it was paid from.
    pub through: Option<String>,
    /// Who took it in.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Ts,
    /// Pieces sold, less what came back.
    pub sold: i64,
    /// Given away.
    pub given: i64,
    /// Gone.
    pub lost: i64,
}

fn corrupt() -> sqlx::Error {
    sqlx::Error::Decode("a stored lot cannot be read".into())
}

impl LotRow {
    /// As a decision needs to know it.
    pub fn lot(&self) -> Result<Lot> {
        Ok(Lot {
            id: self.id,
            nature: Nature::parse(&self.nature).ok_or_else(corrupt)?,
            supporter: self.supporter_id,
            under: self.instrument_id.map(|instrument| (instrument, self.is_restricted)),
            value: self.value_minor,
            pieces: self.pieces(),
        })
    }

    /// Its pieces.
    #[must_use]
    pub const fn pieces(&self) -> Pieces {
        Pieces { received: self.received, sold: self.sold, given: self.given, lost: self.lost }
    }

    /// The document that it came in by; `None` where a word of it is none that we know.
    #[must_use]
    pub fn receipt(&self) -> Option<LotReceipt> {
        let through = match &self.through {
            Some(slug) => Some(Through::parse(slug)?),
            None => None,
        };
        Some(LotReceipt {
            id: self.id,
            nature: Nature::parse(&self.nature)?,
            day: self.day,
            supporter: self.supporter_id,
            under: self.instrument_id.map(|instrument| (instrument, self.is_restricted)),
            value: self.value_minor,
            pieces: self.received,
            basis: Basis::parse(&self.basis)?,
            paper: self.paper_hash,
            appraisers: self.appraised_by.zip(self.also_appraised_by),
            through,
        })
    }
}

/// The lot of a stored line, with whose goods those were.
pub fn on_line(lot: Option<LotId>, nature: Option<&str>, supporter: Option<PersonId>) -> Result<Option<(LotId, Nature, Option<PersonId>)>> {
    let Some(lot) = lot else { return Ok(None) };
    let nature = nature.and_then(Nature::parse).ok_or_else(corrupt)?;
    Ok(Some((lot, nature, supporter)))
}

/// Keeps a lot that came in.
pub async fn add<P: Permission>(
    tx: &mut Tx,
    allowed: &Allowed<P>,
    receipt: &LotReceipt,
    name: &str,
    by: Option<PersonId>,
    now: Ts,
) -> Result<()> {
    let text = sql!(
        "INSERT INTO lot (coop_id, id, nature, name, day, supporter_id, instrument_id, is_restricted, value_minor, received, basis,
                          paper_hash, appraised_by, also_appraised_by, through, made_by, made_at, sold, given, lost)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, 0, 0)"
    );
    let (first, second) = receipt.appraisers.unzip();
    let insert = tx.q(text).bind(allowed.coop()).bind(receipt.id).bind(receipt.nature.slug().to_owned()).bind(name.to_owned());
    let insert = insert.bind(receipt.day).bind(receipt.supporter).bind(receipt.under.map(|(instrument, _)| instrument));
    let insert = insert.bind(receipt.under.is_some_and(|(_, restricted)| restricted)).bind(receipt.value).bind(receipt.pieces);
    let insert = insert.bind(receipt.basis.slug().to_owned()).bind(receipt.paper).bind(first).bind(second);
    let insert = insert.bind(receipt.through.map(|through| through.slug().to_owned())).bind(by).bind(now);
    insert.run().await.map(drop)
}

/// A lot, to be decided on.
pub async fn load(tx: &mut Tx, coop: CoopId, lot: LotId) -> Result<Option<LotRow>> {
    let text = sql!(
        "SELECT id, nature, name, day, supporter_id, instrument_id, is_restricted, value_minor, received, basis, paper_hash,
                appraised_by, also_appraised_by, through, made_by, made_at, sold, given, lost
         FROM lot WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(lot).opt().await
}

/// Some lots, to be decided on.
pub async fn of(tx: &mut Tx, coop: CoopId, lots: &[LotId]) -> Result<HashMap<LotId, Lot>> {
    if lots.is_empty() {
        return Ok(HashMap::new());
    }
    let text = sql!(
        "SELECT id, nature, name, day, supporter_id, instrument_id, is_restricted, value_minor, received, basis, paper_hash,
                appraised_by, also_appraised_by, through, made_by, made_at, sold, given, lost
         FROM lot WHERE coop_id = $1 AND id IN ($list) ORDER BY id LIMIT 1000"
    );
    let bind = |args: &mut Args| {
        args.add(coop);
    };
    let rows = tx.q_list(text, bind, lots).all::<LotRow>().await?;
    rows.iter().map(|row| Ok((row.id, row.lot()?))).collect()
}

/// Keeps what became of a lot's pieces, and what that uses of its agreement.
pub async fn change(tx: &mut Tx, coop: CoopId, lot: LotId, change: &Change) -> Result<()> {
    let text = sql!("UPDATE lot SET sold = sold + $3, given = given + $4, lost = lost + $5 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(coop).bind(lot).bind(change.sold).bind(change.given).bind(change.lost).run().await?;
    match change.used {
        Some((instrument, used)) if !used.is_zero() => instruments::add_goods(tx, coop, instrument, Minor::ZERO, used).await,
        _ => Ok(()),
    }
}

/// Keeps what became of pieces otherwise than by a sale.
pub async fn save_event<P: Permission>(tx: &mut Tx, allowed: &Allowed<P>, event: &LotEvent, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO lot_event (coop_id, id, kind, day, lot_id, pieces, person_id, of_id, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(event.id).bind(event.kind.slug().to_owned()).bind(event.day).bind(event.lot);
    insert.bind(event.pieces).bind(event.person).bind(event.of).bind(by).bind(now).run().await.map(drop)
}

/// What became of pieces, as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct LotEventRow {
    /// Which.
    pub id: DocumentId,
    /// `lot_given`, `lot_missing`, `lot_written_off` or `lot_found`.
    pub kind: String,
    /// The entry's day.
    pub day: Date,
    /// Of which lot.
    pub lot_id: LotId,
    /// How many.
    pub pieces: i64,
    /// Who got them.
    pub person_id: Option<PersonId>,
    /// The shortage that is approved.
    pub of_id: Option<DocumentId>,
    /// Who recorded it.
    pub made_by: Option<PersonId>,
}

/// An event by its id.
pub async fn event(tx: &mut Tx, coop: CoopId, event: DocumentId) -> Result<Option<LotEventRow>> {
    let text = sql!("SELECT id, kind, day, lot_id, pieces, person_id, of_id, made_by FROM lot_event WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(coop).bind(event).opt().await
}

/// Whether somebody else approved a shortage already.
pub async fn is_approved(tx: &mut Tx, coop: CoopId, shortage: DocumentId) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM lot_event WHERE coop_id = $1 AND of_id = $2");
    Ok(tx.q(text).bind(coop).bind(shortage).scalar::<i64>().await? > 0)
}

/// Lots by id, after one of them: everybody's that the permission covers, or one supporter's.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadLots>, supporter: Option<PersonId>, after: Uuid, limit: i64) -> Result<Vec<LotRow>> {
    let text = sql!(
        "SELECT id, nature, name, day, supporter_id, instrument_id, is_restricted, value_minor, received, basis, paper_hash,
                appraised_by, also_appraised_by, through, made_by, made_at, sold, given, lost
         FROM lot WHERE coop_id = $1 AND id > $2 AND ($3 OR supporter_id IN ($list)) ORDER BY id LIMIT $4"
    );
    let some = allowed.narrowed(supporter);
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after).add(some.is_none()).add(limit);
    };
    tx.q_list(text, bind, some.as_deref().unwrap_or_default()).all().await
}

/// A lot, for whoever may see it. What the cooperative bought is nobody's else.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadLots>, lot: LotId) -> Result<Option<LotRow>> {
    let row = load(tx, allowed.coop(), lot).await?;
    Ok(row.filter(|row| row.supporter_id.map_or(allowed.only().is_none(), |supporter| allowed.covers(supporter))))
}

/// What the pieces of a lot that were sold at a grid brought.
#[derive(Clone, Debug, Default, FromRow)]
pub struct SoldAt {
    /// The grid; none where the till named none that is known.
    pub grid_id: Option<GridId>,
    /// Its code.
    pub grid: Option<String>,
    /// Pieces, less what went back on the shelf.
    pub pieces: i64,
    /// What they brought, less what was given back.
    pub brought: Minor,
    /// Of it, what families and others got.
    pub shared: Minor,
    /// Of it, what the supporter got back as cost.
    pub cost: Minor,
}

/// What was sold of a lot, by grid.
pub async fn sold_at(tx: &mut Tx, allowed: &Allowed<ReadLots>, lot: LotId) -> Result<Vec<SoldAt>> {
    let text = sql!(
        "SELECT l.grid_id, g.code AS grid,
                CAST(sum((l.quantity_milli + 999) / 1000
                    - (SELECT COALESCE(sum(r.restocked), 0) FROM returned_line r
                       WHERE r.coop_id = $1 AND r.sale_id = l.sale_id AND r.line = l.line)) AS BIGINT) AS pieces,
                CAST(sum(l.base - (SELECT COALESCE(sum(r.amount), 0) FROM returned_line r
                                   WHERE r.coop_id = $1 AND r.sale_id = l.sale_id AND r.line = l.line)) AS BIGINT) AS brought,
                CAST(sum((SELECT COALESCE(sum(p.uncapped), 0) FROM sale_part p
                          WHERE p.coop_id = $1 AND p.sale_id = l.sale_id AND p.line = l.line AND p.party <> 'cooperative')
                    - (SELECT COALESCE(sum(q.uncapped), 0) FROM returned_line r CROSS JOIN returned_part q CROSS JOIN sale_part p
                       WHERE r.coop_id = $1 AND r.sale_id = l.sale_id AND r.line = l.line
                         AND q.coop_id = $1 AND q.document_id = r.document_id AND q.line_place = r.place
                         AND p.coop_id = $1 AND p.sale_id = l.sale_id AND p.line = l.line AND p.place = q.place
                         AND p.party <> 'cooperative')) AS BIGINT) AS shared,
                CAST(sum(l.cost - (SELECT COALESCE(sum(r.cost), 0) FROM returned_line r
                                   WHERE r.coop_id = $1 AND r.sale_id = l.sale_id AND r.line = l.line)) AS BIGINT) AS cost
         FROM sale_line l LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         WHERE l.coop_id = $1 AND l.lot_id = $2
         GROUP BY l.grid_id, g.code ORDER BY g.code, l.grid_id LIMIT 10000"
    );
    tx.q(text).bind(allowed.coop()).bind(lot).all().await
}

/// How many families sold of a lot and were paid for it.
pub async fn families(tx: &mut Tx, allowed: &Allowed<ReadLots>, lot: LotId) -> Result<i64> {
    let text = sql!(
        "SELECT count(DISTINCT p.person_id) FROM sale_line l CROSS JOIN sale_part p
         WHERE l.coop_id = $1 AND l.lot_id = $2 AND p.coop_id = l.coop_id AND p.sale_id = l.sale_id AND p.line = l.line
           AND p.party = 'owner'
           AND l.base > (SELECT COALESCE(sum(r.amount), 0) FROM returned_line r
                         WHERE r.coop_id = $1 AND r.sale_id = l.sale_id AND r.line = l.line)"
    );
    tx.q(text).bind(allowed.coop()).bind(lot).scalar().await
}

/// Something that happened to pieces of a lot.
#[derive(Clone, Debug, FromRow)]
pub struct MovementRow {
    /// Its day.
    pub day: Date,
    /// Its entry.
    pub number: i64,
    /// The line or place in its document.
    pub place: i64,
    /// `sold`, `returned`, or the kind of event.
    pub kind: String,
    /// The sale, refund or event.
    pub document_id: DocumentId,
    /// Pieces that left the shelf, or came back where they are below zero.
    pub pieces: i64,
    /// Where they were sold.
    pub grid: Option<String>,
    /// What was paid for them or given back.
    pub amount: Minor,
    /// Of it, what families and others got.
    pub shared: Minor,
    /// Who got them.
    pub person_id: Option<PersonId>,
}

/// What happened to a lot piece by piece, after a place: by day, entry and line.
pub async fn movements(tx: &mut Tx, coop: CoopId, lot: LotId, after: (Date, i64, i64), limit: i64) -> Result<Vec<MovementRow>> {
    let text = sql!(
        "SELECT day, number, place, kind, document_id, pieces, grid, amount, shared, person_id FROM (
           SELECT e.day, e.number, l.line AS place, 'sold' AS kind, l.sale_id AS document_id, (l.quantity_milli + 999) / 1000 AS pieces,
                  g.code AS grid, l.base AS amount,
                  (SELECT CAST(COALESCE(sum(p.uncapped), 0) AS BIGINT) FROM sale_part p
                   WHERE p.coop_id = $1 AND p.sale_id = l.sale_id AND p.line = l.line AND p.party <> 'cooperative') AS shared,
                  CAST(NULL AS UUID) AS person_id
           FROM sale_line l CROSS JOIN entry e LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
           WHERE l.coop_id = $1 AND l.lot_id = $2 AND e.coop_id = $1 AND e.document_id = l.sale_id
           UNION ALL
           SELECT e.day, e.number, r.place, 'returned', r.document_id, -r.restocked, g.code, r.amount,
                  (SELECT CAST(COALESCE(sum(q.uncapped), 0) AS BIGINT) FROM returned_part q CROSS JOIN sale_part p
                   WHERE q.coop_id = $1 AND q.document_id = r.document_id AND q.line_place = r.place
                     AND p.coop_id = $1 AND p.sale_id = l.sale_id AND p.line = l.line AND p.place = q.place AND p.party <> 'cooperative'),
                  CAST(NULL AS UUID)
           FROM sale_line l CROSS JOIN returned_line r CROSS JOIN entry e LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
           WHERE l.coop_id = $1 AND l.lot_id = $2 AND r.coop_id = $1 AND r.sale_id = l.sale_id AND r.line = l.line
             AND e.coop_id = $1 AND e.document_id = r.document_id
           UNION ALL
           SELECT e.day, e.number, CAST(0 AS BIGINT), v.kind, v.id,
                  CASE v.kind WHEN 'lot_found' THEN -v.pieces WHEN 'lot_written_off' THEN 0 ELSE v.pieces END,
                  CAST(NULL AS TEXT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), v.person_id
           FROM lot_event v CROSS JOIN entry e
           WHERE v.coop_id = $1 AND v.lot_id = $2 AND e.coop_id = $1 AND e.document_id = v.id) happened
         WHERE (day, number, place) > ($3, $4, $5) ORDER BY day, number, place LIMIT $6"
    );
    let query = tx.q(text).bind(coop).bind(lot).bind(after.0).bind(after.1).bind(after.2).bind(limit);
    query.all().await
}
