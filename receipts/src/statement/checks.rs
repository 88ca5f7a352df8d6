//! Does the form contradict itself? Found faults are told, never corrected: the figures are the ledger's.

use super::Statement;
use crate::money::yuan;

/// The most that is told, so that a broken caller does not flood a log.
const MOST: usize = 8;

/// A fen in the measure of exact shares.
const ONE_FEN: i128 = 100_000_000;

/// `33.333333%` in millionths of a percent; `None` if it is written in another way.
fn millionths(share: &str) -> Option<i128> {
    let digits = share.strip_suffix('%')?;
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(plain(whole) && plain(part) && part.len() <= 6 && whole.len() <= 9) {
        return None;
    }
    let number: i128 = whole.parse().ok()?;
    format!("{part:0<6}").parse::<i128>().ok().map(|part| number * 1_000_000 + part)
}

pub(super) fn contradictions(statement: &Statement) -> Vec<String> {
    let mut found = Vec::new();
    let totals = statement.totals;
    let moved = i128::from(totals.sales_fen) + i128::from(totals.refunds_fen) + i128::from(totals.other_fen);
    if i128::from(statement.opening_fen) + moved != i128::from(statement.closing_fen) {
        found.push(format!("期初加本月变动不等于期末 {}", yuan(statement.closing_fen)));
    }
    if statement.lines.iter().map(|line| i128::from(line.amount_fen)).sum::<i128>() != moved {
        found.push("各行合计与销售、退款、其他三项之和不符".to_owned());
    }
    for line in &statement.lines {
        let exact = line.base_fen.zip(line.share_percent.as_deref().and_then(millionths)).map(|(base, share)| i128::from(base) * share);
        if exact.zip(line.exact_share_e8).is_some_and(|(own, told)| own != told) {
            found.push(format!("凭证 {}：卖出金额 × 分成不等于精确分成", line.entry_number));
        }
        let by_share = i128::from(line.amount_fen) - i128::from(line.moved_fen);
        let rounded = line.exact_share_e8.map(|exact| (by_share * ONE_FEN).saturating_sub(exact));
        if rounded.is_some_and(|rounded| rounded.unsigned_abs() >= 2 * ONE_FEN.unsigned_abs()) {
            found.push(format!("凭证 {}：尾差有两分或更多", line.entry_number));
        }
        if found.len() >= MOST {
            break;
        }
    }
    let mut balance = i128::from(statement.opening_fen);
    for line in &statement.lines {
        balance += i128::from(line.amount_fen);
        if balance != i128::from(line.balance_fen) {
            found.push(format!("凭证 {}：余额 {} 与上一行不接", line.entry_number, yuan(line.balance_fen)));
            balance = i128::from(line.balance_fen);
        }
        if found.len() >= MOST {
            found.push("还有更多不符，未一一列出".to_owned());
            break;
        }
    }
    found
}
