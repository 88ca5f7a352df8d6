//! What a version is tried on: what the books split for an owner's grid in a period, in the order in which they did.

use sqlx::FromRow;

use super::{Result, Tx, agreements::PartRow, books::Days, db::Args};
use crate::{
    auth::policy::{Allowed, ReadAgreements},
    domain::{
        agreement::Share,
        dry_run::{Limit, Limits, What},
        id::{CoopId, DocumentId, GridId, InstrumentId, PersonId, VersionId},
        money::Minor,
        time::Date,
    },
    sql,
};

/// A part of something that was split, or that came back.
#[derive(Clone, Debug, FromRow)]
pub struct EventPart {
    /// The entry.
    pub number: i64,
    /// Its day.
    pub day: Date,
    /// Tells the lines of one entry from each other.
    pub at: i64,
    /// Where the line was sold.
    pub document_id: DocumentId,
    /// Its number there, from 1.
    pub line: i64,
    /// As sold.
    pub name: Option<String>,
    /// `piece` or `kg`.
    pub measure: Option<String>,
    /// Thousandths.
    pub milli: i64,
    /// What was split or came back.
    pub base: Minor,
    /// Whose part.
    #[sqlx(flatten)]
    pub part: PartRow,
}

/// The versions that have split, or may split, what an owner sells from a grid.
pub async fn versions(tx: &mut Tx, allowed: &Allowed<ReadAgreements>, grid: GridId, owner: PersonId) -> Result<Vec<VersionId>> {
    let text = sql!(
        "SELECT v.id FROM agreement_version v
         JOIN agreement_share s ON s.coop_id = v.coop_id AND s.version_id = v.id AND s.party = 'owner'
         WHERE v.coop_id = $1 AND v.grid_id = $2 AND v.lot_id IS NULL AND s.person_id = $3
           AND v.approved_at IS NOT NULL AND v.consented_at IS NOT NULL
         ORDER BY v.id LIMIT 1000"
    );
    tx.q(text).bind(allowed.coop()).bind(grid).bind(owner).scalars().await
}

/// All parts of what these versions split on some days, and of what came back of it on these days. At most `limit` of each kind:
/// whoever gets as many does not know whether there are more.
pub async fn parts(
    tx: &mut Tx,
    allowed: &Allowed<ReadAgreements>,
    versions: &[VersionId],
    days: Days,
    limit: i64,
) -> Result<Vec<(What, Vec<EventPart>)>> {
    let sold = sql!(
        "SELECT e.number, e.day, l.line AS at, l.sale_id AS document_id, l.line, l.name, l.measure, l.quantity_milli AS milli, l.base - l.cost AS base,
                p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM entry e CROSS JOIN sale_line l CROSS JOIN sale_part p
         WHERE e.coop_id = $1 AND e.day >= $2 AND e.day <= $3 AND e.kind = 'sale'
           AND l.coop_id = e.coop_id AND l.sale_id = e.document_id AND l.version_id IN ($list)
           AND p.coop_id = l.coop_id AND p.sale_id = l.sale_id AND p.line = l.line
         ORDER BY e.day, e.number, l.line, p.place LIMIT $4"
    );
    let allocated = sql!(
        "SELECT e.number, e.day, a.line AS at, a.of_id AS document_id, a.line, l.name, l.measure,
                COALESCE(l.quantity_milli, 0) AS milli, a.amount AS base,
                p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM entry e CROSS JOIN allocation a CROSS JOIN allocation_part p
         LEFT JOIN sale_line l ON l.coop_id = a.coop_id AND l.sale_id = a.of_id AND l.line = a.line
         WHERE e.coop_id = $1 AND e.day >= $2 AND e.day <= $3 AND e.kind = 'allocation'
           AND a.coop_id = e.coop_id AND a.id = e.document_id AND a.version_id IN ($list)
           AND p.coop_id = a.coop_id AND p.allocation_id = a.id
         ORDER BY e.day, e.number, a.line, p.place LIMIT $4"
    );
    let returned = sql!(
        "SELECT e.number, e.day, r.place AS at, r.sale_id AS document_id, r.line, l.name, l.measure, r.milli, r.amount - r.cost AS base,
                p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, q.uncapped, q.moved
         FROM entry e CROSS JOIN returned_line r CROSS JOIN sale_line l CROSS JOIN returned_part q CROSS JOIN sale_part p
         WHERE e.coop_id = $1 AND e.day >= $2 AND e.day <= $3 AND e.kind IN ('refund', 'allocation')
           AND r.coop_id = e.coop_id AND r.document_id = e.document_id
           AND l.coop_id = r.coop_id AND l.sale_id = r.sale_id AND l.line = r.line AND l.version_id IN ($list)
           AND q.coop_id = r.coop_id AND q.document_id = r.document_id AND q.line_place = r.place
           AND p.coop_id = r.coop_id AND p.sale_id = r.sale_id AND p.line = r.line AND p.place = q.place
         ORDER BY e.day, e.number, r.place, p.place LIMIT $4"
    );
    let returned_of_allocated = sql!(
        "SELECT e.number, e.day, r.place AS at, r.sale_id AS document_id, r.line, l.name, l.measure, r.milli, r.amount - r.cost AS base,
                p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, q.uncapped, q.moved
         FROM entry e CROSS JOIN returned_line r CROSS JOIN allocation a CROSS JOIN sale_line l
         CROSS JOIN returned_part q CROSS JOIN allocation_part p
         WHERE e.coop_id = $1 AND e.day >= $2 AND e.day <= $3 AND e.kind IN ('refund', 'allocation')
           AND r.coop_id = e.coop_id AND r.document_id = e.document_id
           AND a.coop_id = r.coop_id AND a.of_id = r.sale_id AND a.line = r.line AND a.version_id IN ($list)
           AND l.coop_id = r.coop_id AND l.sale_id = r.sale_id AND l.line = r.line
           AND q.coop_id = r.coop_id AND q.document_id = r.document_id AND q.line_place = r.place
           AND p.coop_id = a.coop_id AND p.allocation_id = a.id AND p.place = q.place
         ORDER BY e.day, e.number, r.place, p.place LIMIT $4"
    );
    let coop = allowed.coop();
    let mut found = Vec::new();
    for (what, text) in [(What::Sold, sold), (What::Sold, allocated), (What::CameBack, returned), (What::CameBack, returned_of_allocated)] {
        let bind = |args: &mut Args| {
            args.add(coop).add(days.from).add(days.to).add(limit);
        };
        found.push((what, tx.q_list(text, bind, versions).all().await?));
    }
    Ok(found)
}

/// How many lines of a grid were sold on some days and still wait for somebody to say whose they are.
pub async fn waiting(tx: &mut Tx, allowed: &Allowed<ReadAgreements>, grid: GridId, days: Days) -> Result<i64> {
    let text = sql!(
        "SELECT count(*) FROM entry e CROSS JOIN sale_line l
         WHERE e.coop_id = $1 AND e.day >= $2 AND e.day <= $3 AND e.kind = 'sale'
           AND l.coop_id = e.coop_id AND l.sale_id = e.document_id AND l.grid_id = $4 AND l.version_id IS NULL AND l.lot_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM allocation a WHERE a.coop_id = $1 AND a.of_id = l.sale_id AND a.line = l.line)"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).bind(grid).scalar().await
}

/// What the instruments of some shares may receive.
pub async fn limits(tx: &mut Tx, coop: CoopId, shares: &[Share]) -> Result<Limits> {
    #[derive(FromRow)]
    struct LimitRow {
        id: InstrumentId,
        cap_minor: Option<Minor>,
        ends_on: Option<Date>,
        received_minor: Minor,
    }
    let instruments: Vec<InstrumentId> = shares.iter().filter_map(|share| share.instrument).collect();
    if instruments.is_empty() {
        return Ok(Limits::new());
    }
    let text =
        sql!("SELECT id, cap_minor, ends_on, received_minor FROM instrument WHERE coop_id = $1 AND id IN ($list) ORDER BY id LIMIT 100");
    let bind = |args: &mut Args| {
        args.add(coop);
    };
    let rows = tx.q_list(text, bind, &instruments).all::<LimitRow>().await?;
    let limit = |row: LimitRow| (row.id, Limit { cap: row.cap_minor, received: row.received_minor, ends_on: row.ends_on });
    Ok(rows.into_iter().map(limit).collect())
}
