//! Sales as a treasurer looks for them: filtered, sorted by time or amount, added up.
//!
//! The list is read in two steps: which sales, found on the index of days alone, then a page of them whole. One filter stands in
//! every text, so that a list and its totals cannot mean different sales.

use sqlx::FromRow;

use super::{
    Result, Tx,
    books::Days,
    db::{Args, Statement},
    looking::{Way, holding},
    sold::{self, Place, SaleRow},
};
use crate::{
    auth::policy::{Allowed, ReadSales},
    domain::{
        id::{DocumentId, GridId, PersonId, ShiftId, TillId},
        money::Minor,
        time::Ts,
    },
    sql,
};

/// Which sales.
#[derive(Clone, Debug)]
pub struct Matching {
    /// Of these days.
    pub days: Days,
    /// Of this shift only.
    pub shift: Option<ShiftId>,
    /// Of this till only.
    pub till: Option<TillId>,
    /// What the customer paid: at least and at most.
    pub total: (Minor, Minor),
    /// Sold from this moment on, and before that one.
    pub sold: (Ts, Ts),
    /// The receipt's number: enrolment and running number.
    pub receipt: Option<(i64, i64)>,
    /// Paid by this means, in whole or in part; empty for all.
    pub means: String,
    /// A good's name holds this, in small letters; empty for all.
    pub name: String,
    /// With a good of this grid.
    pub grid: Option<GridId>,
    /// With a part for this person.
    pub person: Option<PersonId>,
}

/// From after which sale, in the list's order.
#[derive(Clone, Copy, Debug)]
pub enum After {
    /// By time.
    Time(Place),
    /// By what the customer paid.
    Total(Minor, DocumentId),
}

/// The filter of every text here: $1 is the cooperative, $2 to $17 are what [`Matching::bind`] adds.
macro_rules! matching {
    () => {
        "s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3
         AND (s.shift_id = $4 OR $4 IS NULL) AND (s.till_id = $5 OR $5 IS NULL) AND s.total >= $6 AND s.total <= $7
         AND s.occurred_at >= $8 AND s.occurred_at < $9 AND (s.epoch = $10 OR $10 IS NULL) AND (s.seq = $11 OR $11 IS NULL)
         AND (CAST($12 AS TEXT) = '' OR EXISTS (SELECT 1 FROM tender t WHERE t.coop_id = $1 AND t.document_id = s.id AND t.means = $12))
         AND (CAST($13 AS TEXT) = '' OR EXISTS (SELECT 1 FROM sale_line l WHERE l.coop_id = $1 AND l.sale_id = s.id
                                                                          AND lower(l.name) LIKE $13 ESCAPE '!'))
         AND (CAST($14 AS INTEGER) = 0 OR EXISTS (SELECT 1 FROM sale_line l WHERE l.coop_id = $1 AND l.sale_id = s.id AND l.grid_id = $15))
         AND (CAST($16 AS INTEGER) = 0 OR EXISTS (SELECT 1 FROM sale_part p WHERE p.coop_id = $1 AND p.sale_id = s.id AND p.person_id = $17))"
    };
}

impl Matching {
    /// Adds the filter's parameters, $2 to $17.
    fn bind<'c>(&self, query: Statement<'c>) -> Statement<'c> {
        let (epoch, seq) = self.receipt.unzip();
        let query = query.bind(self.days.from).bind(self.days.to).bind(self.shift).bind(self.till);
        let query = query.bind(self.total.0).bind(self.total.1).bind(self.sold.0).bind(self.sold.1).bind(epoch).bind(seq);
        let query = query.bind(self.means.clone()).bind(if self.name.is_empty() { String::new() } else { holding(&self.name) });
        let query = query.bind(i32::from(self.grid.is_some())).bind(self.grid);
        query.bind(i32::from(self.person.is_some())).bind(self.person)
    }
}

/// A page of sales: `limit` rows after a place, one way or the other.
pub async fn sales(
    tx: &mut Tx,
    allowed: &Allowed<ReadSales>,
    matching: &Matching,
    (after, way): (After, Way),
    limit: i64,
) -> Result<Vec<SaleRow>> {
    let ids = ids(tx, allowed, matching, (after, way), limit).await?;
    let mut rows = sold::sales_by_id(tx, allowed, &ids).await?;
    rows.sort_by_cached_key(|row| ids.iter().position(|id| *id == row.heading.id));
    Ok(rows)
}

async fn ids(
    tx: &mut Tx,
    allowed: &Allowed<ReadSales>,
    matching: &Matching,
    (after, way): (After, Way),
    limit: i64,
) -> Result<Vec<DocumentId>> {
    let by_time = sql!(
        "SELECT s.id FROM sale s
         WHERE ",
        matching!(),
        " AND (s.business_date, s.received_at, s.id) $beyond ($18, $19, $20)
         ORDER BY s.business_date $way, s.received_at $way, s.id $way LIMIT $21"
    );
    let by_total = sql!(
        "SELECT s.id FROM sale s
         WHERE ",
        matching!(),
        " AND (s.total, s.id) $beyond ($18, $19)
         ORDER BY s.total $way, s.id $way LIMIT $20"
    );
    let query = match after {
        After::Time((day, at, id)) => matching.bind(tx.q(by_time).running(way).bind(allowed.coop())).bind(day).bind(at).bind(id),
        After::Total(total, id) => matching.bind(tx.q(by_total).running(way).bind(allowed.coop())).bind(total).bind(id),
    };
    query.bind(limit).scalars().await
}

/// A line of a sale, as a list shows it.
#[derive(Clone, Debug, FromRow)]
pub struct Good {
    /// The sale.
    pub sale_id: DocumentId,
    /// As shown to the customer.
    pub name: String,
    /// The grid's code.
    pub grid: Option<String>,
    /// What the shop bears of it: discounts and rounding-off.
    pub given: Minor,
}

/// What was in some sales, in the order of their receipts.
pub async fn goods(tx: &mut Tx, allowed: &Allowed<ReadSales>, sales: &[DocumentId]) -> Result<Vec<Good>> {
    let text = sql!(
        "SELECT l.sale_id, l.name, g.code AS grid, l.line_discount + l.order_discount + l.rounding AS given
         FROM sale_line l LEFT JOIN grid g ON g.coop_id = l.coop_id AND g.id = l.grid_id
         WHERE l.coop_id = $1 AND l.sale_id IN ($list) ORDER BY l.sale_id, l.line LIMIT 100000"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    tx.q_list(text, bind, sales).all().await
}

/// By which means some sales were paid.
pub async fn means(tx: &mut Tx, allowed: &Allowed<ReadSales>, sales: &[DocumentId]) -> Result<Vec<(DocumentId, String)>> {
    let text = sql!(
        "SELECT document_id, means FROM tender
         WHERE coop_id = $1 AND document_id IN ($list) ORDER BY document_id, place LIMIT 100000"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    tx.q_list(text, bind, sales).all().await
}

/// How much sales come to.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct Sums {
    /// How many.
    pub sales: i64,
    /// What customers paid.
    pub total: Minor,
    /// Cash given back.
    pub change_given: Minor,
    /// Paid back of these sales, whenever.
    pub refunded: Minor,
}

/// The sums of all that match.
pub async fn sums(tx: &mut Tx, allowed: &Allowed<ReadSales>, matching: &Matching) -> Result<Sums> {
    let text = sql!(
        "SELECT count(*) AS sales, CAST(COALESCE(sum(s.total), 0) AS BIGINT) AS total,
                CAST(COALESCE(sum(s.change_given), 0) AS BIGINT) AS change_given,
                CAST(COALESCE(sum((SELECT sum(r.paid) FROM refund r WHERE r.coop_id = $1 AND r.sale_id = s.id)), 0) AS BIGINT) AS refunded
         FROM sale s
         WHERE ",
        matching!()
    );
    matching.bind(tx.q(text).bind(allowed.coop())).one().await
}

/// What was paid by one means.
#[derive(Clone, Debug, FromRow)]
pub struct Paid {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// In how many sales.
    pub sales: i64,
    /// Handed over; of cash before change.
    pub amount: Minor,
}

/// How all that match were paid.
pub async fn paid(tx: &mut Tx, allowed: &Allowed<ReadSales>, matching: &Matching) -> Result<Vec<Paid>> {
    let text = sql!(
        "SELECT b.means, count(DISTINCT s.id) AS sales, CAST(sum(b.amount) AS BIGINT) AS amount
         FROM sale s CROSS JOIN tender b
         WHERE ",
        matching!(),
        " AND b.coop_id = s.coop_id AND b.document_id = s.id
         GROUP BY b.means ORDER BY b.means LIMIT 100"
    );
    matching.bind(tx.q(text).bind(allowed.coop())).all().await
}
