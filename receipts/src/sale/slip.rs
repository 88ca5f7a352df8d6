//! A receipt as text on a grid of columns: what a slip printer prints and a terminal shows.
//!
//! An ASCII character takes one column, every other two, as in a printer's built-in GBK font. No line is ever wider than the paper.
//! Signs that such a font lacks are replaced: ¥ by ￥, the minus and dashes by `-`.

use super::{DEMO, NOT_AN_INVOICE, REPRINT, SaleLine, SaleReceipt, quantity_and_price};
use crate::money::yuan;
use crate::text::{legible, wrapped};

/// Width of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 58 mm: 32 columns.
    Mm58,
    /// 80 mm: 48 columns.
    Mm80,
}

impl Width {
    /// Columns of single width.
    #[must_use]
    pub const fn columns(self) -> usize {
        match self {
            Self::Mm58 => 32,
            Self::Mm80 => 48,
        }
    }
}

/// The receipt as lines of at most 32 or 48 columns, each ended by `\n`, without trailing spaces.
#[must_use]
pub fn receipt_text(sale: &SaleReceipt, width: Width) -> String {
    let mut slip = Slip { columns: width.columns(), out: String::new() };
    head(&mut slip, sale);
    slip.rule();
    for line in &sale.lines {
        goods(&mut slip, line);
    }
    slip.rule();
    sums(&mut slip, sale);
    slip.rule();
    slip.centred(NOT_AN_INVOICE);
    slip.centred("谢谢惠顾");
    if let Some(head) = &sale.head {
        slip.centred(&format!("账本 {} {}", head.number, head.short_hash()));
    }
    if sale.demo {
        slip.centred(&format!("*** {DEMO} ***"));
    }
    slip.out
}

fn head(slip: &mut Slip, sale: &SaleReceipt) {
    if sale.demo {
        slip.centred(&format!("*** {DEMO} ***"));
    }
    slip.centred(&sale.cooperative);
    slip.centred(&sale.site);
    if sale.reprint {
        slip.centred(&format!("【{REPRINT}】"));
    }
    slip.rule();
    slip.named("单号", &sale.receipt_number);
    slip.pair(&sale.local_time, &sale.till);
    if !sale.business_date.is_empty() && !sale.local_time.starts_with(&sale.business_date) {
        slip.named("营业日", &sale.business_date);
    }
    slip.named("收银", &sale.seller);
}

fn goods(slip: &mut Slip, line: &SaleLine) {
    let grid = if line.grid.is_empty() { String::new() } else { format!("[{}] ", line.grid) };
    slip.plain(&format!("{grid}{}", line.name));
    slip.pair(&format!("  {}", quantity_and_price(line, "x")), &yuan(line.gross_fen));
    for discount in &line.discounts {
        slip.pair(&format!("  {}", discount.label), &yuan(discount.fen.saturating_neg()));
    }
    if !line.discounts.is_empty() {
        slip.pair("  小计", &yuan(line.total_fen));
    }
}

fn sums(slip: &mut Slip, sale: &SaleReceipt) {
    let steps = sale.steps();
    if !steps.is_empty() {
        slip.pair("小计", &crate::money::yuan_of(sale.lines_total()));
    }
    for (label, amount) in &steps {
        slip.pair(label, amount);
    }
    slip.pair("合计", &format!("￥{}", yuan(sale.total_fen)));
    for tender in &sale.tenders {
        slip.pair(&tender.label, &yuan(tender.fen));
    }
    if sale.change_fen != 0 {
        slip.pair("找零", &yuan(sale.change_fen));
    }
    if let Some(refunded) = sale.refunded_fen {
        slip.pair("已退款", &yuan(refunded.saturating_neg()));
    }
}

struct Slip {
    columns: usize,
    out: String,
}

impl Slip {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn rule(&mut self) {
        self.line(&"-".repeat(self.columns));
    }

    fn cut(&self, text: &str) -> Vec<String> {
        wrapped(text, |line| columns(line) <= self.columns)
    }

    fn plain(&mut self, text: &str) {
        for line in self.cut(printable(text).trim_end()) {
            self.line(&line);
        }
    }

    fn named(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.plain(&format!("{name} {text}"));
        }
    }

    fn centred(&mut self, text: &str) {
        let text = printable(text);
        if text.trim().is_empty() {
            return;
        }
        for line in self.cut(text.trim()) {
            let indent = self.columns.saturating_sub(columns(&line)) / 2;
            self.line(&format!("{}{line}", " ".repeat(indent)));
        }
    }

    /// Left and right on one line, or the right part on a line of its own below.
    fn pair(&mut self, left: &str, right: &str) {
        let (left, right) = (printable(left), printable(right));
        let used = columns(&left) + columns(&right);
        let gap = usize::from(!left.is_empty() && !right.is_empty());
        if used + gap <= self.columns {
            self.line(&format!("{left}{}{right}", " ".repeat(self.columns - used)));
            return;
        }
        self.plain(&left);
        for line in self.cut(&right) {
            let indent = self.columns.saturating_sub(columns(&line));
            self.line(&format!("{}{line}", " ".repeat(indent)));
        }
    }
}

/// Columns that a printer needs for `text`.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn printable(text: &str) -> String {
    let (text, _) = legible(text, |_| true);
    let replaced = text.chars().map(|c| match c {
        '¥' => '￥',
        '\u{2010}'..='\u{2013}' | '−' => '-',
        '\u{a0}' => ' ',
        c => c,
    });
    replaced.collect()
}
