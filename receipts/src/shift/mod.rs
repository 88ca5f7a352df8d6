//! The report of a shift (班次报表) on A4: X while it is open, Z once it is closed.
//!
//! Picture the end of a market day. The helper counts, the treasurer reads: what customers paid, by which means, for whose goods; what
//! should lie in the drawer, what does, and why the two differ. They sign, and the state of the ledger stands above their names.
//!
//! Every label is Chinese with English beside it. The figures are the caller's; the crate adds them up only to put contradictions into
//! [`crate::Document::warnings`].

mod blocks;
mod checks;
mod owners;
mod page;

use crate::fonts::{self, FontBook};
use crate::{Document, Labelled, LedgerHead, PaperError};

/// A shift's report as it is printed. Amounts are whole fen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShiftReport {
    /// Name of the cooperative.
    pub cooperative: String,
    /// Where the till stands.
    pub site: String,
    /// The till.
    pub till: String,
    /// Number of the Z, e.g. `1-0042`; empty on an X.
    pub number: String,
    /// Number of this till's Z before; may be empty.
    pub before: String,
    /// The day that the shift counts for.
    pub business_date: String,
    /// When it was opened, in the cooperative's time.
    pub opened: String,
    /// Who opened it.
    pub opened_by: String,
    /// When it was closed; empty on an X.
    pub closed: String,
    /// Who closed it.
    pub closed_by: String,
    /// When an X was printed; empty on a Z, which is the same on any day.
    pub printed: String,
    /// Seconds since 1970-01-01 UTC, for the dates inside the PDF.
    pub issued_unix: i64,
    /// From the goods to what customers paid.
    pub takings: Takings,
    /// Net takings by means: sales less change and refunds. Labels in both languages, e.g. `现金 Cash`.
    pub tenders: Vec<Labelled>,
    /// What each owner sold.
    pub owners: Vec<ShiftOwner>,
    /// What should lie in the drawer.
    pub drawer: ShiftDrawer,
    /// Cash without a sale, in order.
    pub moved: Vec<ShiftMovement>,
    /// The closing; `None` on an X.
    pub closing: Option<ShiftClosing>,
    /// Practice data: every page says 演示 DEMO.
    pub demo: bool,
}

/// From the goods to what customers paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Takings {
    /// Goods, less what owners gave away.
    pub goods_fen: i64,
    /// Vouchers sold.
    pub vouchers_fen: i64,
    /// Borne by the shop, ≥ 0.
    pub discounts_fen: i64,
    /// Taken off to round sums, ≥ 0.
    pub rounding_fen: i64,
    /// Rounded up for charity, ≥ 0.
    pub donations_fen: i64,
    /// Number of sales.
    pub sales: i64,
    /// What customers paid for them.
    pub sold_fen: i64,
    /// Number of refunds.
    pub refunds: i64,
    /// What customers got back, ≥ 0.
    pub paid_back_fen: i64,
}

/// What one owner sold in the shift.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShiftOwner {
    /// What the owner wants to be called; empty where nobody has the grid.
    pub name: String,
    /// Codes of the grids, e.g. `A-07、B-12`.
    pub grids: String,
    /// Lines sold.
    pub lines: i64,
    /// What they came to.
    pub sold_fen: i64,
    /// What came back, ≥ 0.
    pub returned_fen: i64,
}

/// What should lie in the drawer by the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ShiftDrawer {
    /// Counted at the opening.
    pub counted_fen: i64,
    /// Brought from the safe; below zero: taken to it.
    pub brought_fen: i64,
    /// The two together.
    pub float_fen: i64,
    /// Cash sales less change.
    pub cash_sales_fen: i64,
    /// Cash paid back, ≥ 0.
    pub cash_refunds_fen: i64,
    /// From the safe, ≥ 0.
    pub paid_in_fen: i64,
    /// Small expenses, ≥ 0.
    pub paid_out_fen: i64,
    /// To the safe, ≥ 0.
    pub dropped_fen: i64,
    /// Of repaired commands, what the float holds already.
    pub counted_before_fen: i64,
    /// By the books as they are today.
    pub expected_fen: i64,
}

/// Cash that moved without a sale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShiftMovement {
    /// Time of day, `14:05`.
    pub time: String,
    /// What it was, in both languages, e.g. `支出 · 用品 Paid out · supplies`.
    pub what: String,
    /// Into the drawer above zero.
    pub fen: i64,
}

/// How the shift was closed. These figures never change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShiftClosing {
    /// By the books at that moment.
    pub expected_fen: i64,
    /// Cash of set-aside documents at that moment.
    pub waiting_fen: i64,
    /// Found.
    pub counted_fen: i64,
    /// Counted − waiting − expected.
    pub difference_fen: i64,
    /// Denomination in fen, and pieces; largest first.
    pub count: Vec<(i64, i64)>,
    /// Where the books stood.
    pub head: LedgerHead,
}

/// The report as a PDF, A4 upright.
pub fn shift_pdf(report: &ShiftReport) -> Result<Document, PaperError> {
    shift_pdf_with(fonts::book()?, report)
}

/// As [`shift_pdf`], with a font book of the caller's.
pub fn shift_pdf_with(book: &FontBook, report: &ShiftReport) -> Result<Document, PaperError> {
    page::document(book, report)
}
