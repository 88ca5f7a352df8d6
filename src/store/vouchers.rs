//! Vouchers: sold as a line of a sale, or issued by a refund. Here they are looked at.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx};
use crate::{
    auth::policy::{Allowed, ReadBooks, ReadSales},
    domain::{money::Minor, time::Ts},
    sql,
};

/// A voucher.
#[derive(Clone, Debug, FromRow)]
pub struct VoucherRow {
    /// Its number.
    pub number: String,
    /// What it was worth.
    pub issued_minor: Minor,
    /// What is left on it.
    pub remaining_minor: Minor,
    /// The sale or refund that issued it.
    pub document_id: Uuid,
    /// When.
    pub issued_at: Ts,
}

/// Vouchers by number: `limit` of them after one; only those with something left where `open`.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadBooks>, open: bool, after: String, limit: i64) -> Result<Vec<VoucherRow>> {
    let text = sql!(
        "SELECT number, issued_minor, remaining_minor, document_id, issued_at
         FROM voucher WHERE coop_id = $1 AND number > $2 AND (CAST($3 AS INTEGER) = 0 OR remaining_minor > 0) ORDER BY number LIMIT $4"
    );
    tx.q(text).bind(allowed.coop()).bind(after).bind(i32::from(open)).bind(limit).all().await
}

/// A voucher by its number.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadSales>, number: &str) -> Result<Option<VoucherRow>> {
    let text = sql!(
        "SELECT number, issued_minor, remaining_minor, document_id, issued_at
         FROM voucher WHERE coop_id = $1 AND number = $2"
    );
    tx.q(text).bind(allowed.coop()).bind(number.to_owned()).opt().await
}
