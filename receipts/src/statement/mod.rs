//! A stall owner's monthly statement (铺主对账单), on A4.
//!
//! Picture two readers with one sheet. The owner reads one large figure, what the cooperative owes, and an equation that leads to it.
//! The treasurer reads the rows, each with base, share and what was rounded, signs at the end, and finds the state of the ledger
//! there. Amounts are whole fen, exact shares 10⁻⁸ fen.
//!
//! The figures are the caller's; the crate adds them up only to put contradictions into [`crate::Document::warnings`].

mod checks;
mod closing;
mod frame;
mod paginate;
mod summary;
mod table;

use crate::canvas::Canvas;
use crate::fonts::{self, FontBook};
use crate::{Document, LedgerHead, PaperError, pdf};

/// A statement as it is printed. Texts are printed as they come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statement {
    /// Name of the cooperative.
    pub cooperative: String,
    /// Number of the statement, e.g. `DZ-2026-06-0012`; empty on a preview.
    pub number: String,
    /// Name of the owner; empty prints （未登记姓名）.
    pub owner: String,
    /// Codes of the owner's grids, e.g. `A-07、B-12`.
    pub grids: String,
    /// The month, e.g. `2026年6月`.
    pub month: String,
    /// Day of issue, e.g. `2026-07-02`.
    pub issued_date: String,
    /// Seconds since 1970-01-01 UTC, for the dates inside the PDF.
    pub issued_unix: i64,
    /// What the cooperative owed before: the closing of the statement before.
    pub opening_fen: i64,
    /// In the order of the books.
    pub lines: Vec<StatementLine>,
    /// The lines by kind.
    pub totals: StatementTotals,
    /// What the cooperative owes: opening + sales + refunds + other. Below zero it is carried forward, never collected.
    pub closing_fen: i64,
    /// When and how the owner gets the money, e.g. `7月5日起在前台领取现金`; may be empty.
    pub payout_note: String,
    /// Where the books stood at issue.
    pub head: LedgerHead,
    /// Not issued: every page says 预览，未签发.
    pub preview: bool,
    /// Practice data: every page says 演示 DEMO.
    pub demo: bool,
}

/// Signed sums of the lines, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatementTotals {
    /// The owner's part of sales, ≥ 0.
    pub sales_fen: i64,
    /// The owner's part of refunds, ≤ 0.
    pub refunds_fen: i64,
    /// Everything else: payouts and rent set off (−), compensation (+).
    pub other_fen: i64,
}

/// One line: an entry's effect on what the owner is owed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementLine {
    /// Date of the entry, `2026-06-30`.
    pub date: String,
    /// Number of the journal entry (凭证号).
    pub entry_number: u64,
    /// What happened: 销售, 退款, 分配, 结款…
    pub document: String,
    /// Name of the good; empty where there is none.
    pub good: String,
    /// Code of the grid; may be empty.
    pub grid: String,
    /// Quantity with unit, e.g. `2 件`; may be empty.
    pub quantity: String,
    /// What was split; refunds negative. `None` where nothing was split.
    pub base_fen: Option<i64>,
    /// The owner's share as printed, e.g. `85%`.
    pub share_percent: Option<String>,
    /// Base × share before rounding, in 10⁻⁸ fen; refunds negative. Printed in yuan with four decimals, beside what was rounded.
    pub exact_share_e8: Option<i128>,
    /// What a full cap moved to the owner beside that share; refunds negative. Printed under the good.
    pub moved_fen: i64,
    /// What the line adds to the balance: share, rounded, and what was moved; refunds negative.
    pub amount_fen: i64,
    /// Balance after the line.
    pub balance_fen: i64,
}

/// The statement as a PDF, A4 upright.
pub fn statement_pdf(statement: &Statement) -> Result<Document, PaperError> {
    statement_pdf_with(fonts::book()?, statement)
}

/// As [`statement_pdf`], with a font book of the caller's.
pub fn statement_pdf_with(book: &FontBook, statement: &Statement) -> Result<Document, PaperError> {
    let mut canvas = Canvas::new(book);
    let top = frame::first_page(&mut canvas, statement);
    let top = summary::draw(&mut canvas, statement, top);
    let rows = table::rows(&mut canvas, statement);
    let heights: Vec<f32> = rows.iter().map(table::Row::height).collect();
    let closing = closing::Closing::measured(&mut canvas, statement);
    let rooms =
        paginate::Rooms { first: table::room_below(top), others: table::room_below(frame::next_top(statement)), closing: closing.height() };
    let (mut y, mut zebra) = (top, 0);
    for (page, range) in paginate::pages(&heights, rooms).into_iter().enumerate() {
        if page > 0 {
            y = frame::next_page(&mut canvas, statement);
        }
        y = table::draw(&mut canvas, rows.get(range.clone()).unwrap_or_default(), y, zebra);
        zebra += range.len();
    }
    closing.draw(&mut canvas, statement, y);
    frame::footers(&mut canvas, statement);
    let about = pdf::About {
        title: format!("铺主对账单 {} {}", statement.month, statement.owner),
        author: statement.cooperative.clone(),
        subject: statement.number.clone(),
        issued_unix: statement.issued_unix,
    };
    pdf::document(book, &canvas, &about, checks::contradictions(statement))
}
