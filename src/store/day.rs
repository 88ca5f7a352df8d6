//! A business day: what came in by which means, and to whom its entries credit it.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, books::Days};
use crate::{
    auth::policy::{Allowed, ReadBooks},
    domain::{id::TillId, money::Minor, time::Date},
    sql,
};

/// The sales of a till on a day.
#[derive(Clone, Debug, FromRow)]
pub struct DayRow {
    /// The business day.
    pub day: Date,
    /// The till.
    pub till_id: TillId,
    /// Its name.
    pub till: String,
    /// How many sales.
    pub sales: i64,
    /// What customers paid.
    pub total: Minor,
    /// Cash given back.
    pub change_given: Minor,
}

/// Sales by day and till.
pub async fn by_day(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<DayRow>> {
    let text = sql!(
        "SELECT s.business_date AS day, s.till_id, t.name AS till, count(*) AS sales, CAST(sum(s.total) AS BIGINT) AS total,
                CAST(sum(s.change_given) AS BIGINT) AS change_given
         FROM sale s JOIN till t ON t.coop_id = s.coop_id AND t.id = s.till_id
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3
         GROUP BY s.business_date, s.till_id, t.name ORDER BY s.business_date, t.name LIMIT 100000"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).all().await
}

/// What was paid by one means at a till on a day.
#[derive(Clone, Debug, FromRow)]
pub struct PaidRow {
    /// The business day.
    pub day: Date,
    /// The till.
    pub till_id: TillId,
    /// `cash`, `wechat`, `alipay` or `voucher`.
    pub means: String,
    /// In how many documents.
    pub documents: i64,
    /// Handed over; of cash before change.
    pub amount: Minor,
}

/// How sales were paid, by day, till and means.
pub async fn paid(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<PaidRow>> {
    let text = sql!(
        "SELECT s.business_date AS day, s.till_id, t.means, count(DISTINCT s.id) AS documents, CAST(sum(t.amount) AS BIGINT) AS amount
         FROM sale s CROSS JOIN tender t
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND t.coop_id = s.coop_id AND t.document_id = s.id
         GROUP BY s.business_date, s.till_id, t.means ORDER BY s.business_date, s.till_id, t.means LIMIT 400000"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).all().await
}

/// How refunds were paid back, by day, till and means.
pub async fn paid_back(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<PaidRow>> {
    let text = sql!(
        "SELECT s.business_date AS day, s.till_id, t.means, count(DISTINCT s.id) AS documents, CAST(sum(t.amount) AS BIGINT) AS amount
         FROM refund s CROSS JOIN tender t
         WHERE s.coop_id = $1 AND s.business_date >= $2 AND s.business_date <= $3 AND t.coop_id = s.coop_id AND t.document_id = s.id
         GROUP BY s.business_date, s.till_id, t.means ORDER BY s.business_date, s.till_id, t.means LIMIT 400000"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).all().await
}

/// How many refunds, and what customers got back.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct Refunds {
    /// How many.
    pub refunds: i64,
    /// What customers got back.
    pub paid: Minor,
}

/// The refunds of some days.
pub async fn refunds(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Refunds> {
    let text = sql!(
        "SELECT count(*) AS refunds, CAST(COALESCE(sum(paid), 0) AS BIGINT) AS paid FROM refund
         WHERE coop_id = $1 AND business_date >= $2 AND business_date <= $3"
    );
    tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).one().await
}

/// What the entries of a day's sales and refunds say of one account and party.
#[derive(Clone, Debug, FromRow)]
pub struct CreditRow {
    /// The account.
    pub account: String,
    /// What our entries use it for.
    pub role: Option<String>,
    /// Whose.
    pub party: Option<Uuid>,
    /// What that person is called at the till.
    pub nickname: Option<String>,
    /// Their number on a list.
    pub code: Option<String>,
    /// Credit positive.
    pub amount: Minor,
}

/// Whom the entries of a day's sales and refunds credit, by account and party. It is the documents' business day that counts.
pub async fn credited(tx: &mut Tx, allowed: &Allowed<ReadBooks>, day: Date) -> Result<Vec<CreditRow>> {
    let text = sql!(
        "SELECT o.account, a.role, o.party, w.nickname, w.code, CAST(sum(o.amount) AS BIGINT) AS amount
         FROM (SELECT p.account, p.party, -p.amount_minor AS amount
               FROM sale d CROSS JOIN entry e CROSS JOIN posting p
               WHERE d.coop_id = $1 AND d.business_date = $2 AND e.coop_id = d.coop_id AND e.document_id = d.id
                 AND p.coop_id = e.coop_id AND p.number = e.number
               UNION ALL
               SELECT p.account, p.party, -p.amount_minor
               FROM refund d CROSS JOIN entry e CROSS JOIN posting p
               WHERE d.coop_id = $1 AND d.business_date = $2 AND e.coop_id = d.coop_id AND e.document_id = d.id
                 AND p.coop_id = e.coop_id AND p.number = e.number) o
         JOIN account a ON a.coop_id = $1 AND a.code = o.account
         LEFT JOIN person w ON w.coop_id = $1 AND w.id = o.party
         GROUP BY o.account, a.role, o.party, w.nickname, w.code ORDER BY o.account, o.party LIMIT 10000"
    );
    tx.q(text).bind(allowed.coop()).bind(day).all().await
}

/// The last business day up to one on which something was sold.
pub async fn last_day(tx: &mut Tx, allowed: &Allowed<ReadBooks>, up_to: Date) -> Result<Option<Date>> {
    let text = sql!(
        "SELECT business_date FROM sale WHERE coop_id = $1 AND business_date <= $2
         ORDER BY business_date DESC, received_at DESC, id DESC LIMIT 1"
    );
    tx.q(text).bind(allowed.coop()).bind(up_to).maybe_scalar().await
}
