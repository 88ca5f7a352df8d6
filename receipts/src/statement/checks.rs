//! Does the form contradict itself? Found faults are told, never corrected: the figures are the ledger's.

use super::Statement;
use crate::money::yuan;

/// The most that is told, so that a broken caller does not flood a log.
const MOST: usize = 8;

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
