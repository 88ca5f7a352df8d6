//! Does the form contradict itself? Found faults are told, never corrected: the figures are the ledger's.

use super::ShiftReport;

pub(super) fn contradictions(report: &ShiftReport) -> Vec<String> {
    let wide = i128::from;
    let takings = &report.takings;
    let goods = wide(takings.goods_fen) + wide(takings.vouchers_fen);
    let paid = goods - wide(takings.discounts_fen) - wide(takings.rounding_fen) + wide(takings.donations_fen);
    let drawer = &report.drawer;
    let come = wide(drawer.float_fen) + wide(drawer.cash_sales_fen) + wide(drawer.paid_in_fen);
    let gone = wide(drawer.cash_refunds_fen) + wide(drawer.paid_out_fen) + wide(drawer.dropped_fen) + wide(drawer.counted_before_fen);
    let net = wide(takings.sold_fen) - wide(takings.paid_back_fen);
    let mut checks = vec![
        (paid == wide(takings.sold_fen), "货款减优惠、抹零加捐款不等于销售收款"),
        (report.tenders.iter().map(|tender| wide(tender.fen)).sum::<i128>() == net, "各收款方式之和不等于净收款"),
        (report.owners.iter().map(|owner| wide(owner.sold_fen)).sum::<i128>() == wide(takings.goods_fen), "各铺主之和不等于货款"),
        (wide(drawer.counted_fen) + wide(drawer.brought_fen) == wide(drawer.float_fen), "开班数到加拿来不等于备用金"),
        (come - gone == wide(drawer.expected_fen), "钱箱各项之和不等于应有现金"),
    ];
    if let Some(closing) = &report.closing {
        let counted: i128 = closing.count.iter().map(|(note, pieces)| wide(*note) * wide(*pieces)).sum();
        let difference = wide(closing.counted_fen) - wide(closing.waiting_fen) - wide(closing.expected_fen);
        checks.push((counted == wide(closing.counted_fen), "各面额之和不等于数到的现金"));
        checks.push((difference == wide(closing.difference_fen), "数到减应有不等于差额"));
    }
    checks.into_iter().filter(|(holds, _)| !holds).map(|(_, words)| words.to_owned()).collect()
}
