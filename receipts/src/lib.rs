//! Paper for a grid shop: plain data in, documents out.
//!
//! Picture a printer's workshop with one door. A form with every figure already filled in comes through the door (a
//! [`SaleReceipt`], a [`Statement`]); a sheet goes out ([`Document`], or a `String` for a slip printer). The workshop does not know
//! the time, opens no database and asks nobody back; what it adds up, it adds up only to warn when the form contradicts itself.
//!
//! - [`money`]: figures, and amounts in capitals (人民币大写)
//! - [`payout`]: the voucher of a payout
//! - [`sale`]: the receipt of a sale, as text on a grid of columns and as an 80 mm page
//! - [`shift`]: the report of a shift, X and Z, on A4
//! - [`statement`]: a stall owner's monthly statement, on A4
//! - [`fonts`]: one book of faces, parsed once, shared by every thread
//!
//! The one rule: **the same data make the same bytes**, on any day and in any process, as long as the same fonts are at hand. A
//! reprint is then a proof. Dates in the files come from `issued_unix` in the data.
//!
//! A character that no face has is printed as its code, 〔U+20BB7〕, and named in [`Document::warnings`]: never a box, never a gap.

mod canvas;
mod error;
pub mod fonts;
mod letterhead;
pub mod money;
mod palette;
pub mod payout;
mod pdf;
pub mod sale;
pub mod shift;
pub mod statement;
mod text;

pub use error::PaperError;
pub use fonts::FontBook;
pub use payout::{PayoutVoucher, payout_pdf, payout_pdf_with};
pub use sale::{Labelled, SaleLine, SaleReceipt, Width, receipt_pdf, receipt_pdf_with, receipt_text};
pub use shift::{ShiftClosing, ShiftDrawer, ShiftMovement, ShiftOwner, ShiftReport, Takings, shift_pdf, shift_pdf_with};
pub use statement::{Statement, StatementLine, StatementTotals, statement_pdf, statement_pdf_with};

/// A finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// A whole PDF 1.7 file.
    pub bytes: Vec<u8>,
    /// Number of pages, at least 1.
    pub pages: usize,
    /// For the log of the job that asked, in Chinese: characters without a glyph, figures that do not add up. Empty when all is well.
    pub warnings: Vec<String>,
}

/// Where the books stood when a document was issued, so that paper can be held against them later.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerHead {
    /// Number of the last journal entry.
    pub number: u64,
    /// Its hash: 64 lower-case hexadecimal digits.
    pub hash_hex: String,
}

impl LedgerHead {
    /// First and last eight digits, `3f2a9c01…77be10aa`; a short hash is returned whole.
    #[must_use]
    pub fn short_hash(&self) -> String {
        let digits: Vec<char> = self.hash_hex.chars().collect();
        match (digits.first_chunk::<8>(), digits.last_chunk::<8>()) {
            (Some(first), Some(last)) if digits.len() > 16 => {
                format!("{}…{}", first.iter().collect::<String>(), last.iter().collect::<String>())
            }
            _ => self.hash_hex.clone(),
        }
    }
}
