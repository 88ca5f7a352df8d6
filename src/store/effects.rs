//! What a decision changes besides its document: carries, receipts of instruments, vouchers, open items, tasks.

use std::collections::BTreeMap;

use super::{Result, Tx, lots, stock};
use crate::{
    domain::{
        cash::Effects,
        id::{CoopId, DocumentId, PersonId},
        money::Minor,
        time::{Date, Ts},
    },
    sql,
};

fn line_number(line: usize) -> i64 {
    i64::try_from(line).unwrap_or(i64::MAX)
}

/// Saves all of it. Costs a statement only for what there is.
pub async fn save(
    tx: &mut Tx,
    coop: CoopId,
    document: DocumentId,
    effects: &Effects,
    day: Date,
    by: Option<PersonId>,
    now: Ts,
) -> Result<()> {
    let carries: Vec<_> = effects.carries.iter().collect();
    let text = sql!(
        "INSERT INTO agreement_carry (coop_id, version_id, place, carry_e8) VALUES $rows
         ON CONFLICT (coop_id, version_id, place) DO UPDATE SET carry_e8 = excluded.carry_e8"
    );
    tx.insert(text, &carries, |((version, place), carry), args| {
        args.add(coop).add(*version).add(line_number(*place)).add(**carry);
    })
    .await?;

    for (instrument, amount) in &effects.received {
        let text = sql!("UPDATE instrument SET received_minor = received_minor + $3 WHERE coop_id = $1 AND id = $2");
        tx.q(text).bind(coop).bind(*instrument).bind(*amount).run().await?;
    }

    for (lot, change) in &effects.lots {
        lots::change(tx, coop, *lot, change).await?;
    }

    stock::save(tx, coop, document, &effects.stock, day, by, now).await?;

    let text = sql!("INSERT INTO voucher (coop_id, number, issued_minor, remaining_minor, document_id, issued_at) VALUES $rows");
    tx.insert(text, &effects.vouchers_issued, |(number, amount), args| {
        args.add(coop).add(number.clone()).add(*amount).add(*amount).add(document).add(now);
    })
    .await?;
    for (number, amount) in &effects.vouchers_used {
        let text = sql!("UPDATE voucher SET remaining_minor = remaining_minor - $3 WHERE coop_id = $1 AND number = $2");
        tx.q(text).bind(coop).bind(number.clone()).bind(*amount).run().await?;
    }

    // Several reasons may leave amounts open on one line: they are found an owner together.
    let mut open: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
    for item in &effects.open_items {
        let (amount, milli) = open.entry(item.line).or_default();
        *amount += item.amount.0;
        *milli += item.milli;
    }
    let open: Vec<_> = open.into_iter().filter(|(_, (amount, _))| *amount != 0).collect();
    let text = sql!("INSERT INTO open_item (coop_id, document_id, line, amount, milli) VALUES $rows");
    tx.insert(text, &open, |(line, (amount, milli)), args| {
        args.add(coop).add(document).add(line_number(*line)).add(Minor(*amount)).add(*milli);
    })
    .await?;

    let tasks: Vec<_> = (1_i64..).zip(&effects.warnings).collect();
    let text = sql!("INSERT INTO task (coop_id, document_id, place, kind, line, amount, raised_at) VALUES $rows");
    tx.insert(text, &tasks, |(place, warning), args| {
        args.add(coop).add(document).add(*place).add(warning.kind.slug().to_owned());
        args.add(line_number(warning.line)).add(warning.amount).add(now);
    })
    .await
}
