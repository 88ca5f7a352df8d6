//! The stock book: what lies of each good that is counted, every movement, counts and what was decided about their differences.

use std::collections::{BTreeMap, HashMap};

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, Permission, ReadStock},
    domain::{
        id::{CoopId, DocumentId, GoodId, PersonId, SiteId},
        money::{Minor, Percent},
        stock::{Decision, Moved, Owed},
        time::{Date, Ts},
    },
    sql,
};

/// What the book has of some goods, in thousandths; those that are not counted are left out.
pub async fn on_hand(tx: &mut Tx, coop: CoopId, goods: &[GoodId]) -> Result<HashMap<GoodId, i64>> {
    #[derive(FromRow)]
    struct HandRow {
        good_id: GoodId,
        on_hand_milli: i64,
    }
    if goods.is_empty() {
        return Ok(HashMap::new());
    }
    let text = sql!("SELECT good_id, on_hand_milli FROM stock WHERE coop_id = $1 AND good_id IN ($list) ORDER BY good_id LIMIT 1000");
    let bind = |args: &mut Args| {
        args.add(coop);
    };
    let rows = tx.q_list(text, bind, goods).all::<HandRow>().await?;
    Ok(rows.into_iter().map(|row| (row.good_id, row.on_hand_milli)).collect())
}

/// Writes movements of a document down, and keeps what lies of each good. Costs nothing where there are none.
pub async fn save(
    tx: &mut Tx,
    coop: CoopId,
    document: DocumentId,
    moved: &[Moved],
    day: Date,
    by: Option<PersonId>,
    now: Ts,
) -> Result<()> {
    let numbered: Vec<(i64, &Moved)> = (1..).zip(moved).collect();
    let text = sql!("INSERT INTO stock_movement (coop_id, document_id, place, good_id, kind, milli, day, made_by, made_at) VALUES $rows");
    tx.insert(text, &numbered, |(place, moved), args| {
        args.add(coop).add(document).add(*place).add(moved.good).add(moved.kind.slug().to_owned());
        args.add(moved.milli).add(day).add(by).add(now);
    })
    .await?;
    let mut sums: BTreeMap<GoodId, i64> = BTreeMap::new();
    for moved in moved {
        *sums.entry(moved.good).or_default() += moved.milli;
    }
    let sums: Vec<_> = sums.into_iter().collect();
    let text = sql!(
        "INSERT INTO stock (coop_id, good_id, on_hand_milli) VALUES $rows
         ON CONFLICT (coop_id, good_id) DO UPDATE SET on_hand_milli = stock.on_hand_milli + excluded.on_hand_milli"
    );
    tx.insert(text, &sums, |(good, milli), args| {
        args.add(coop).add(*good).add(*milli);
    })
    .await
}

/// Sets from when on there is little of a good.
pub async fn set_low<P: Permission>(tx: &mut Tx, allowed: &Allowed<P>, good: GoodId, low_milli: Option<i64>) -> Result<()> {
    let text = sql!("UPDATE stock SET low_milli = $3 WHERE coop_id = $1 AND good_id = $2");
    tx.q(text).bind(allowed.coop()).bind(good).bind(low_milli).run().await.map(drop)
}

/// A good that is counted.
#[derive(Clone, Debug, FromRow)]
pub struct StockRow {
    /// Which.
    pub good_id: GoodId,
    /// Its name.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// The code of its grid.
    pub grid: String,
    /// The grid's site.
    pub site_id: SiteId,
    /// Whose grid it is today.
    pub owner_id: Option<PersonId>,
    /// In thousandths.
    pub on_hand_milli: i64,
    /// From when on there is little of it.
    pub low_milli: Option<i64>,
}

/// What lies where, by good, after one of them: of one site or all, only what there is little of or all.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadStock>,
    site: Option<SiteId>,
    only_low: bool,
    (day, after): (Date, Uuid),
    limit: i64,
) -> Result<Vec<StockRow>> {
    let text = sql!(
        "SELECT good_id, name, measure, grid, site_id, owner_id, on_hand_milli, low_milli FROM (
           SELECT s.good_id, g.name, g.measure, r.code AS grid, r.site_id, s.on_hand_milli, s.low_milli,
                  (SELECT o.owner_id FROM grid_owner o WHERE o.coop_id = $1 AND o.grid_id = r.id AND o.from_day <= $2
                   ORDER BY o.from_day DESC LIMIT 1) AS owner_id
           FROM stock s CROSS JOIN good g CROSS JOIN grid r
           WHERE s.coop_id = $1 AND s.good_id > $3 AND g.coop_id = $1 AND g.id = s.good_id AND r.coop_id = $1 AND r.id = g.grid_id) lies
         WHERE (site_id = $4 OR $4 IS NULL) AND ($5 OR on_hand_milli <= low_milli) AND ($6 OR owner_id IN ($list))
         ORDER BY good_id LIMIT $7"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(day).add(after).add(site).add(!only_low).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}

/// Whether somebody may read the book of a good: its grid's owner of a day, or who sees all.
pub async fn may_read(tx: &mut Tx, allowed: &Allowed<ReadStock>, good: GoodId, day: Date) -> Result<bool> {
    #[derive(FromRow)]
    struct OwnerRow {
        owner_id: Option<PersonId>,
    }
    let text = sql!(
        "SELECT (SELECT o.owner_id FROM grid_owner o WHERE o.coop_id = $1 AND o.grid_id = g.grid_id AND o.from_day <= $3
                 ORDER BY o.from_day DESC LIMIT 1) AS owner_id
         FROM good g WHERE g.coop_id = $1 AND g.id = $2"
    );
    let row = tx.q(text).bind(allowed.coop()).bind(good).bind(day).opt::<OwnerRow>().await?;
    Ok(row.is_some_and(|row| row.owner_id.map_or(allowed.only().is_none(), |owner| allowed.covers(owner))))
}

/// A movement of a good.
#[derive(Clone, Debug, FromRow)]
pub struct StockMovementRow {
    /// The sale, refund, count or request.
    pub document_id: DocumentId,
    /// Its place there.
    pub place: i64,
    /// Why.
    pub kind: String,
    /// In thousandths, above zero where goods came.
    pub milli: i64,
    /// Its day.
    pub day: Date,
    /// Who did it.
    pub made_by: Option<PersonId>,
    /// When it was written down.
    pub made_at: Ts,
}

/// The book of a good, after a place.
pub async fn movements(tx: &mut Tx, coop: CoopId, good: GoodId, after: (Ts, Uuid, i64), limit: i64) -> Result<Vec<StockMovementRow>> {
    let text = sql!(
        "SELECT document_id, place, kind, milli, day, made_by, made_at FROM stock_movement
         WHERE coop_id = $1 AND good_id = $2 AND (made_at, document_id, place) > ($3, $4, $5)
         ORDER BY made_at, document_id, place LIMIT $6"
    );
    tx.q(text).bind(coop).bind(good).bind(after.0).bind(after.1).bind(after.2).bind(limit).all().await
}

/// A count.
#[derive(Clone, Debug, FromRow)]
pub struct CountRow {
    /// Which.
    pub id: DocumentId,
    /// Of which good.
    pub good_id: GoodId,
    /// What the book had, in thousandths.
    pub expected_milli: i64,
    /// What was there.
    pub counted_milli: i64,
    /// Its day.
    pub day: Date,
    /// Who counted.
    pub counted_by: PersonId,
    /// When.
    pub counted_at: Ts,
    /// What was decided: `shop`, `owner`, `found` or `counted_again`; none while it waits, or where there is no difference.
    pub outcome: Option<String>,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// What the owner was credited.
    pub amount: Option<Minor>,
}

/// Keeps a count.
pub async fn save_count<P: Permission>(tx: &mut Tx, allowed: &Allowed<P>, row: &CountRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO stock_count (coop_id, id, good_id, expected_milli, counted_milli, day, counted_by, counted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.good_id).bind(row.expected_milli).bind(row.counted_milli);
    insert.bind(row.day).bind(row.counted_by).bind(row.counted_at).run().await.map(drop)
}

/// A count by its id.
pub async fn count(tx: &mut Tx, coop: CoopId, count: DocumentId) -> Result<Option<CountRow>> {
    let text = sql!(
        "SELECT c.id, c.good_id, c.expected_milli, c.counted_milli, c.day, c.counted_by, c.counted_at, d.outcome, d.made_by AS decided_by,
                d.amount
         FROM stock_count c LEFT JOIN stock_decision d ON d.coop_id = c.coop_id AND d.count_id = c.id
         WHERE c.coop_id = $1 AND c.id = $2"
    );
    tx.q(text).bind(coop).bind(count).opt().await
}

/// Whether a count of a good waits for another person.
pub async fn waits(tx: &mut Tx, coop: CoopId, good: GoodId) -> Result<bool> {
    let text = sql!(
        "SELECT count(*) FROM stock_count c
         WHERE c.coop_id = $1 AND c.good_id = $2 AND c.expected_milli <> c.counted_milli
           AND NOT EXISTS (SELECT 1 FROM stock_decision d WHERE d.coop_id = $1 AND d.count_id = c.id)"
    );
    Ok(tx.q(text).bind(coop).bind(good).scalar::<i64>().await? > 0)
}

/// Counts by time, after one of them: those that wait for another person, or all.
pub async fn counts(tx: &mut Tx, allowed: &Allowed<ReadStock>, open: bool, after: (Ts, Uuid), limit: i64) -> Result<Vec<CountRow>> {
    let text = sql!(
        "SELECT c.id, c.good_id, c.expected_milli, c.counted_milli, c.day, c.counted_by, c.counted_at, d.outcome, d.made_by AS decided_by,
                d.amount
         FROM stock_count c LEFT JOIN stock_decision d ON d.coop_id = c.coop_id AND d.count_id = c.id
         WHERE c.coop_id = $1 AND (c.counted_at, c.id) > ($2, $3) AND ($4 OR (d.id IS NULL AND c.expected_milli <> c.counted_milli))
           AND ($6 OR (SELECT o.owner_id FROM good g CROSS JOIN grid_owner o
                       WHERE g.coop_id = $1 AND g.id = c.good_id AND o.coop_id = $1 AND o.grid_id = g.grid_id AND o.from_day <= c.day
                       ORDER BY o.from_day DESC LIMIT 1) IN ($list))
         ORDER BY c.counted_at, c.id LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after.0).add(after.1).add(!open).add(limit).add(allowed.only().is_none());
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}

/// Keeps what another person decided about a count.
pub async fn save_decision<P: Permission>(
    tx: &mut Tx,
    allowed: &Allowed<P>,
    decision: &Decision,
    outcome: &str,
    by: PersonId,
    now: Ts,
) -> Result<()> {
    let text = sql!(
        "INSERT INTO stock_decision (coop_id, id, count_id, outcome, day, good_id, milli, owner_id, base, percent_e6, amount, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
    );
    let owed = decision.owed;
    let insert = tx.q(text).bind(allowed.coop()).bind(decision.id).bind(decision.count).bind(outcome.to_owned()).bind(decision.day);
    let insert = insert.bind(decision.good).bind(decision.milli).bind(owed.map(|owed| owed.owner));
    let insert = insert.bind(owed.map_or(Minor::ZERO, |owed| owed.base)).bind(owed.map_or(0, |owed| owed.percent.e6()));
    insert.bind(owed.map_or(Minor::ZERO, |owed| owed.amount)).bind(by).bind(now).run().await.map(drop)
}

/// A decision as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct DecisionRow {
    id: DocumentId,
    count_id: DocumentId,
    day: Date,
    good_id: GoodId,
    milli: i64,
    owner_id: Option<PersonId>,
    base: Minor,
    percent_e6: i64,
    amount: Minor,
}

impl DecisionRow {
    /// As the domain has it; `None` where its share is none.
    #[must_use]
    pub fn decision(self) -> Option<Decision> {
        let owed = match self.owner_id {
            Some(owner) => Some(Owed { owner, base: self.base, percent: Percent::from_e6(self.percent_e6).ok()?, amount: self.amount }),
            None => None,
        };
        Some(Decision { id: self.id, count: self.count_id, day: self.day, good: self.good_id, milli: self.milli, owed })
    }
}
