//! From a shift's report to the printer's form.

use receipts::{Labelled, LedgerHead, ShiftClosing, ShiftDrawer, ShiftMovement, ShiftOwner, ShiftReport as Form, Takings};

use super::{
    receipt::unix,
    shift::{OwnerSum, ShiftReport},
};
use crate::{
    app::Refusal,
    domain::{reason::Expense, time::Ts},
    store::{coop::Coop, shift_sums::MovedRow},
};

/// How a means of payment is called, in both languages.
fn means(slug: &str) -> &'static str {
    match slug {
        "cash" => "现金 Cash",
        "wechat" => "微信 WeChat",
        "alipay" => "支付宝 Alipay",
        "voucher" => "代金券 Voucher",
        _ => "其他 Other",
    }
}

fn movement(row: &MovedRow) -> &'static str {
    match (row.movement.as_str(), row.reason.as_deref().and_then(Expense::parse)) {
        ("pay_in", _) => "从保险柜存入 From the safe",
        ("drop", _) => "取走放保险柜 To the safe",
        (_, Some(Expense::Supplies)) => "支出 · 用品 Supplies",
        (_, Some(Expense::Transport)) => "支出 · 路费 Transport",
        (_, Some(Expense::Repairs)) => "支出 · 修理 Repairs",
        (_, Some(Expense::Other)) => "支出 · 别的 Other",
        (_, None) => "支出 Paid out",
    }
}

/// The form of a shift's report. `now` is printed on an X only: a Z is the same on any day, as long as nothing of its shift is
/// repaired.
pub fn paper(coop: &Coop, report: &ShiftReport, now: Ts) -> Result<Form, Refusal> {
    let ShiftReport { row, totals, counts, between, .. } = report;
    let local = |instant: Ts| instant.local_text(coop.zone);
    let moved = |moved: &MovedRow| ShiftMovement {
        time: local(moved.occurred_at).split_once(' ').map(|(_, time)| time.to_owned()).unwrap_or_default(),
        what: movement(moved).to_owned(),
        fen: if moved.movement == "pay_in" { moved.amount.0 } else { moved.amount.0.saturating_neg() },
    };
    let closing = closing(report);
    let is_closed = closing.is_some();
    Ok(Form {
        cooperative: coop.name.clone(),
        site: row.site.clone(),
        till: row.till.clone(),
        number: report.number().unwrap_or_default(),
        before: report.before.clone().unwrap_or_default(),
        business_date: row.business_date.to_string(),
        opened: local(row.opened_at),
        opened_by: row.opener.clone().unwrap_or_default(),
        closed: row.closed_at.map(local).unwrap_or_default(),
        closed_by: row.closer.clone().unwrap_or_default(),
        printed: if is_closed { String::new() } else { local(now) },
        issued_unix: unix(row.closed_at.unwrap_or(now)),
        takings: Takings {
            goods_fen: report.goods()?.0,
            vouchers_fen: between.vouchers.0,
            discounts_fen: between.discounts.0,
            rounding_fen: between.rounding.0,
            donations_fen: between.donations.0,
            sales: counts.sales,
            sold_fen: counts.sold.0,
            refunds: counts.refunds,
            paid_back_fen: counts.paid_back.0,
        },
        tenders: totals.tenders.iter().map(|(slug, amount)| Labelled { label: means(slug).to_owned(), fen: amount.0 }).collect(),
        owners: report.owners.iter().map(owner).collect(),
        drawer: ShiftDrawer {
            counted_fen: row.opening_counted.0,
            brought_fen: row.brought.0,
            float_fen: totals.float.0,
            cash_sales_fen: totals.cash_sales.0,
            cash_refunds_fen: totals.cash_refunds.0,
            paid_in_fen: totals.paid_in.0,
            paid_out_fen: totals.paid_out.0,
            dropped_fen: totals.dropped.0,
            counted_before_fen: totals.counted_before.0,
            expected_fen: totals.expected()?.0,
        },
        moved: report.moved.iter().map(moved).collect(),
        closing,
        demo: coop.is_demo,
    })
}

fn owner(sum: &OwnerSum) -> ShiftOwner {
    let grids = sum.grids.join("、");
    // Whoever has no nickname is known by the grid.
    let name = if sum.owner.is_some() { sum.nickname.clone().unwrap_or_else(|| grids.clone()) } else { String::new() };
    ShiftOwner { name, grids, lines: sum.lines, sold_fen: sum.sold.0, returned_fen: sum.returned.0 }
}

fn closing(report: &ShiftReport) -> Option<ShiftClosing> {
    let row = &report.row;
    Some(ShiftClosing {
        expected_fen: row.expected?.0,
        waiting_fen: row.waiting?.0,
        counted_fen: row.counted?.0,
        difference_fen: row.difference?.0,
        count: report.closing_count.iter().map(|row| (row.denomination.0, row.pieces)).collect(),
        head: LedgerHead { number: row.head_number?.unsigned_abs(), hash_hex: row.head_hash?.to_string() },
    })
}
