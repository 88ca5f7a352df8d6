//! The sums of a shift as columns of rows: what came in, what lies in the drawer, notes and coins, cash in and out.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::ShiftReport;
use crate::canvas::{Align, Canvas, Pen};
use crate::money::{yuan, yuan_of};
use crate::palette::{BRAND, CARE, INK, Ink, LINE, PAPER, SOFT, STOP};

const TITLE: f32 = 21.0;
const LINE_HEIGHT: f32 = 15.0;
/// More movements than this are summed up.
const MOST_MOVED: usize = 12;

/// A column with a title.
pub(super) struct Block {
    title: &'static str,
    title_en: &'static str,
    rows: Vec<Row>,
}

struct Row {
    label: String,
    label_en: String,
    figure: String,
    ink: Ink,
    is_sum: bool,
}

impl Row {
    fn new(label: impl Into<String>, label_en: impl Into<String>, figure: String) -> Self {
        Self { label: label.into(), label_en: label_en.into(), figure, ink: INK, is_sum: false }
    }

    fn sum(self) -> Self {
        Self { is_sum: true, ..self }
    }

    fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

fn less(label: &str, label_en: &str, fen: i64) -> Row {
    Row::new(label, label_en, yuan(fen.saturating_neg())).inked(if fen == 0 { INK } else { STOP })
}

impl Block {
    pub(super) fn height(&self) -> f32 {
        self.rows.iter().fold(TITLE, |height, _| height + LINE_HEIGHT)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, [left, right]: [f32; 2], y: f32) {
        canvas.text(left, y + 13.0, Align::Left, Pen::bold(11.0, BRAND), self.title);
        let after = left + canvas.width(Pen::bold(11.0, BRAND), self.title) + 5.0;
        canvas.text(after, y + 13.0, Align::Left, Pen::regular(8.0, SOFT), self.title_en);
        canvas.rule((left, y + 18.0), (right, y + 18.0), 0.8, BRAND);
        let mut y = y + TITLE;
        for row in &self.rows {
            if row.is_sum {
                canvas.fill([left, y, right - left, LINE_HEIGHT], PAPER);
                canvas.rule((left, y), (right, y), 0.6, INK);
            }
            row.draw(canvas, [left, right], y + 11.0);
            y += LINE_HEIGHT;
            canvas.rule((left, y), (right, y), 0.3, LINE);
        }
    }
}

impl Row {
    fn draw(&self, canvas: &mut Canvas<'_>, [left, right]: [f32; 2], y: f32) {
        let (label, figure) = if self.is_sum {
            (Pen::bold(9.5, INK), Pen::bold(10.0, self.ink))
        } else {
            (Pen::regular(9.2, INK), Pen::regular(9.5, self.ink))
        };
        let room = right - left - canvas.width(figure, &self.figure) - 18.0;
        let width = canvas.width(label, &self.label).min(room);
        canvas.fitted(left + 4.0, y, Align::Left, label, room, &self.label);
        if room - width > 24.0 {
            canvas.fitted(left + 9.0 + width, y, Align::Left, Pen::regular(7.2, SOFT), room - width - 5.0, &self.label_en);
        }
        canvas.text(right - 4.0, y, Align::Right, figure, &self.figure);
    }
}

/// From the goods to what customers paid, and by which means.
pub(super) fn takings(report: &ShiftReport) -> Block {
    let takings = &report.takings;
    let mut rows = vec![Row::new("货款", "Goods", yuan(takings.goods_fen))];
    if takings.vouchers_fen != 0 {
        rows.push(Row::new("卖出代金券", "Vouchers sold", yuan(takings.vouchers_fen)));
    }
    rows.push(less("店铺优惠", "Shop discounts", takings.discounts_fen));
    rows.push(less("抹零", "Rounding off", takings.rounding_fen));
    if takings.donations_fen != 0 {
        rows.push(Row::new("代收捐款", "Donations held", yuan(takings.donations_fen)));
    }
    rows.push(Row::new(format!("销售收款 {} 单", takings.sales), "Sales", yuan(takings.sold_fen)).sum());
    rows.push(less(&format!("退款 {} 单", takings.refunds), "Refunds", takings.paid_back_fen));
    let net = i128::from(takings.sold_fen) - i128::from(takings.paid_back_fen);
    rows.push(Row::new("净收款", "Net takings", yuan_of(net)).sum());
    for tender in &report.tenders {
        let (label, label_en) = tender.label.split_once(' ').unwrap_or((&tender.label, ""));
        rows.push(Row::new(format!("　{label}"), label_en, yuan(tender.fen)));
    }
    Block { title: "收款", title_en: "Takings", rows }
}

/// What should lie in the drawer, what does, and the difference.
pub(super) fn drawer(report: &ShiftReport) -> Block {
    let drawer = &report.drawer;
    let mut rows = vec![
        Row::new("开班数到", "Counted at opening", yuan(drawer.counted_fen)),
        Row::new("从保险柜拿来", "From the safe", yuan(drawer.brought_fen)),
        Row::new("备用金", "Float", yuan(drawer.float_fen)).sum(),
        Row::new("现金收款", "Cash sales", yuan(drawer.cash_sales_fen)),
        less("现金退款", "Cash refunds", drawer.cash_refunds_fen),
        Row::new("存入", "Paid in", yuan(drawer.paid_in_fen)),
        less("支出", "Paid out", drawer.paid_out_fen),
        less("取走放保险柜", "To the safe", drawer.dropped_fen),
    ];
    if drawer.counted_before_fen != 0 {
        rows.push(less("开班时已数到的补记", "Counted at opening already", drawer.counted_before_fen));
    }
    let Some(closing) = &report.closing else {
        rows.push(Row::new("应有现金", "Expected", yuan(drawer.expected_fen)).sum());
        return Block { title: "钱箱", title_en: "Drawer", rows };
    };
    let later = i128::from(closing.expected_fen) - i128::from(drawer.expected_fen);
    if later != 0 {
        rows.push(Row::new("结班以后补记", "Posted after closing", yuan_of(later)).inked(CARE));
    }
    rows.push(Row::new("应有现金", "Expected", yuan(closing.expected_fen)).sum());
    if closing.waiting_fen != 0 {
        rows.push(Row::new("待修复单据的现金", "Of set-aside documents", yuan(closing.waiting_fen)).inked(CARE));
    }
    rows.push(Row::new("数到现金", "Counted", yuan(closing.counted_fen)));
    let (label, label_en, ink) = difference(closing.difference_fen);
    rows.push(Row::new(label, label_en, yuan(closing.difference_fen)).sum().inked(ink));
    Block { title: "钱箱", title_en: "Drawer", rows }
}

/// How a difference is called. It is never the seller's.
pub(super) fn difference(fen: i64) -> (&'static str, &'static str, Ink) {
    match fen {
        0 => ("差额：一分不差", "Difference: none", INK),
        1.. => ("长款", "Over", CARE),
        _ => ("短款（不由收银的人赔）", "Short: never charged", STOP),
    }
}

/// Notes and coins as they were counted.
pub(super) fn count(report: &ShiftReport) -> Block {
    let counted = report.closing.as_ref().map_or(&[][..], |closing| &closing.count);
    let row = |(note, pieces): &(i64, i64)| {
        Row::new(format!("{} 元 × {pieces}", yuan(*note)), String::new(), yuan_of(i128::from(*note) * i128::from(*pieces)))
    };
    let mut rows: Vec<Row> = counted.iter().map(row).collect();
    if let Some(closing) = &report.closing {
        rows.push(Row::new("数到现金", "Counted", yuan(closing.counted_fen)).sum());
    }
    Block { title: "点钞", title_en: "Notes and coins", rows }
}

/// Cash in and out without a sale.
pub(super) fn moved(report: &ShiftReport) -> Block {
    let (shown, rest) = report.moved.split_at(report.moved.len().min(MOST_MOVED));
    let row = |moved: &super::ShiftMovement| {
        let (what, what_en) = split(&moved.what);
        Row::new(format!("{} {what}", moved.time), what_en, yuan(moved.fen)).inked(if moved.fen < 0 { STOP } else { INK })
    };
    let mut rows: Vec<Row> = shown.iter().map(row).collect();
    if !rest.is_empty() {
        let sum = rest.iter().map(|moved| i128::from(moved.fen)).sum();
        rows.push(Row::new(format!("还有 {} 笔", rest.len()), "More", yuan_of(sum)));
    }
    if rows.is_empty() {
        rows.push(Row::new("没有", "None", String::new()));
    }
    Block { title: "现金进出", title_en: "Cash in and out", rows }
}

/// The English of a label begins at its first Latin letter.
fn split(label: &str) -> (&str, &str) {
    let at = label.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(label.len());
    let (zh, en) = label.split_at(at);
    (zh.trim_end(), en)
}
