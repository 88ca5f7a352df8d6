//! From an owner's month to the printer's form.

use receipts::{LedgerHead, Statement, StatementLine, StatementTotals, statement_pdf};

use crate::{
    app::{
        Refusal,
        laying_out::lay_out,
        reports::{
            owners_month::{About, Line, OwnersMonth},
            receipt::unix,
        },
    },
    domain::{
        allocation,
        money::Percent,
        time::{Month, Ts},
    },
    store::coop::Coop,
};

/// The form of a statement. Without a number it is a preview. `name` is the owner's real name, or what stands in for it.
pub fn paper(coop: &Coop, month: &OwnersMonth, number: Option<i64>, name: String, now: Ts) -> Result<Statement, Refusal> {
    let total = |about| month.total(about).map(|total| total.0);
    Ok(Statement {
        cooperative: coop.name.clone(),
        number: number.map(|number| format!("DZ-{}-{number:04}", month.month)).unwrap_or_default(),
        owner: name,
        grids: month.grids.join("、"),
        month: in_chinese(month.month),
        issued_date: now.day_in(coop.zone).to_string(),
        issued_unix: unix(now),
        opening_fen: month.opening.0,
        lines: month.lines.iter().map(line).collect(),
        totals: StatementTotals { sales_fen: total(About::Sale)?, refunds_fen: total(About::Refund)?, other_fen: total(About::Other)? },
        closing_fen: month.closing.0,
        payout_note: String::new(),
        head: LedgerHead { number: month.head.number.unsigned_abs(), hash_hex: month.head.hash.to_string() },
        preview: number.is_none(),
        demo: coop.is_demo,
    })
}

/// `2026年6月`.
fn in_chinese(month: Month) -> String {
    month.first_day().format("%Y年%-m月").to_string()
}

fn document(kind: &str) -> &str {
    match kind {
        "sale" => "销售",
        "refund" => "退款",
        "member_joined" => "入社转户",
        "opening_balances" => "期初余额",
        "reversal" => "冲销",
        kind if kind == allocation::KIND => "分配",
        kind => kind,
    }
}

fn line(line: &Line) -> StatementLine {
    let goods = line.goods.as_ref();
    let percent = |e6| Percent::from_e6(e6).ok().map(|percent| format!("{percent}%"));
    StatementLine {
        date: line.day.to_string(),
        entry_number: line.number.unsigned_abs(),
        document: format!("{}{}", if line.late { "补记 " } else { "" }, document(&line.kind)),
        good: goods.map(|goods| goods.name.clone()).unwrap_or_default(),
        grid: goods.map(|goods| goods.grid.clone()).unwrap_or_default(),
        quantity: goods.map(|goods| goods.quantity.clone()).unwrap_or_default(),
        base_fen: goods.map(|goods| goods.base.0),
        share_percent: goods.and_then(|goods| percent(goods.percent_e6)),
        exact_share_e8: goods.map(|goods| goods.exact_e8),
        moved_fen: goods.map_or(0, |goods| goods.moved.0),
        amount_fen: line.amount.0,
        balance_fen: line.balance.0,
    }
}

/// Lays a form out.
pub async fn print(form: Statement) -> Result<Vec<u8>, Refusal> {
    lay_out(move || statement_pdf(&form)).await
}
