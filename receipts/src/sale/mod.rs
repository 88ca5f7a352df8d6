//! The receipt of one sale (小票), on a slip printer's columns or on an 80 mm page.
//!
//! Picture the slip that comes with the goods: who sold, what, for how much, how it was paid. It is a proof of purchase and no tax
//! invoice, says so, and shows no tax. Sellers and owners appear by nickname and grid only.
//!
//! All amounts are whole fen. What lowers the price (discounts, rounding-off) is given as a positive amount and printed with a minus.

mod page;
mod slip;

pub use page::{receipt_pdf, receipt_pdf_with};

pub use slip::{Width, receipt_text};

use crate::LedgerHead;
use crate::money::yuan;

/// What every receipt must say.
pub(crate) const NOT_AN_INVOICE: &str = "本小票为购物凭证，不是发票";
pub(crate) const DEMO: &str = "演示 DEMO 不是真账";
pub(crate) const REPRINT: &str = "重打";

/// A sale as it is printed. Texts are printed as they come; an empty text leaves its line out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaleReceipt {
    /// Name of the cooperative.
    pub cooperative: String,
    /// Name of the site, e.g. `东门站点`.
    pub site: String,
    /// Label of the till, e.g. `一号收银台`.
    pub till: String,
    /// Receipt number or sale id, as people quote it.
    pub receipt_number: String,
    /// Business day, `2026-06-30`. Printed only when `local_time` does not begin with it.
    pub business_date: String,
    /// When it was sold, in the cooperative's time, e.g. `2026-06-30 14:05`.
    pub local_time: String,
    /// Nickname of the person at the till.
    pub seller: String,
    /// In the order of the sale.
    pub lines: Vec<SaleLine>,
    /// Taken off the whole order by the shop (店铺优惠), ≥ 0.
    pub order_discount_fen: i64,
    /// 抹零, ≥ 0.
    pub rounding_off_fen: i64,
    /// Given by the customer on top (捐款), ≥ 0.
    pub donation_fen: i64,
    /// What the customer pays: lines − order discount − rounding-off + donation.
    pub total_fen: i64,
    /// Means of payment as handed over, before change. Their sum − change = total.
    pub tenders: Vec<Labelled>,
    /// 找零, ≥ 0.
    pub change_fen: i64,
    /// Paid back so far, ≥ 0; `None` when nothing was returned.
    pub refunded_fen: Option<i64>,
    /// What the QR code holds, at most about 2,300 bytes. Not on the text receipt: a slip printer draws its own code.
    pub qr_payload: Option<String>,
    /// Where the books stood.
    pub head: Option<LedgerHead>,
    /// Practice data: every receipt says 演示 DEMO.
    pub demo: bool,
    /// Printed before: says 重打.
    pub reprint: bool,
    /// Seconds since 1970-01-01 UTC, for the dates inside the PDF.
    pub issued_unix: i64,
}

/// One line of a sale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaleLine {
    /// Code of the grid, e.g. `A-07`.
    pub grid: String,
    /// Name of the good.
    pub name: String,
    /// Quantity as text, e.g. `2` or `0.350`.
    pub quantity: String,
    /// Unit of the quantity, e.g. `件` or `公斤`.
    pub unit: String,
    /// Price of one unit.
    pub unit_price_fen: i64,
    /// Quantity × price, rounded to the fen once.
    pub gross_fen: i64,
    /// Discounts of this line, positive: by the owner (铺主让利) or the shop (店铺优惠).
    pub discounts: Vec<Labelled>,
    /// Gross − discounts.
    pub total_fen: i64,
}

/// An amount with its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labelled {
    pub label: String,
    pub fen: i64,
}

impl SaleReceipt {
    /// The steps between the lines and the total, ready to print: label and signed amount. Empty when there are none.
    pub(crate) fn steps(&self) -> Vec<(&'static str, String)> {
        let steps = [
            ("整单优惠", -i128::from(self.order_discount_fen)),
            ("抹零", -i128::from(self.rounding_off_fen)),
            ("捐款", self.donation_fen.into()),
        ];
        steps.into_iter().filter(|(_, fen)| *fen != 0).map(|(label, fen)| (label, crate::money::yuan_of(fen))).collect()
    }

    pub(crate) fn lines_total(&self) -> i128 {
        self.lines.iter().map(|line| i128::from(line.total_fen)).sum()
    }

    /// Figures of the form that contradict each other, in words.
    pub(crate) fn contradictions(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (place, line) in self.lines.iter().enumerate() {
            let discounts: i128 = line.discounts.iter().map(|discount| i128::from(discount.fen)).sum();
            if i128::from(line.gross_fen) - discounts != i128::from(line.total_fen) {
                found.push(format!("第 {} 行：金额减优惠不等于 {}", place + 1, yuan(line.total_fen)));
            }
        }
        let steps = i128::from(self.donation_fen) - i128::from(self.order_discount_fen) - i128::from(self.rounding_off_fen);
        if self.lines_total() + steps != i128::from(self.total_fen) {
            found.push(format!("各行合计与应付 {} 不符", yuan(self.total_fen)));
        }
        let tendered: i128 = self.tenders.iter().map(|tender| i128::from(tender.fen)).sum();
        if tendered - i128::from(self.change_fen) != i128::from(self.total_fen) {
            found.push(format!("收款减找零与应付 {} 不符", yuan(self.total_fen)));
        }
        found
    }
}

/// `2 件 x 12.00`
fn quantity_and_price(line: &SaleLine, times: &str) -> String {
    format!("{} {} {times} {}", line.quantity, line.unit, yuan(line.unit_price_fen))
}
