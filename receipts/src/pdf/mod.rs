//! Pages of marks into the bytes of a PDF.
//!
//! Picture a press: the glyphs that the pages use are cut out of the faces ([`subset`]), the marks become drawing operators
//! ([`operators`]), and the file is trimmed, dated, numbered and packed ([`finish`]). One rule: nothing enters that the pages and
//! [`About`] do not hold, so the same document is the same file.
//!
//! printpdf ignores its own `subset_fonts` without its layout engine and would put 3 MB of font into every page; that is why the
//! faces are cut before it sees them, and why a test weighs the result.

mod finish;
mod operators;
mod subset;

use crate::canvas::Canvas;
use crate::fonts::FontBook;
use crate::{Document, PaperError, text};
use printpdf::{OffsetDateTime, PdfDocument, PdfSaveOptions};

/// What the file says of itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    /// Seconds since 1970-01-01 UTC: creation and modification date.
    pub(crate) issued_unix: i64,
}

const PRODUCER: &str = concat!("Gezi ", env!("CARGO_PKG_VERSION"));

/// Prints what is on the canvas. `warnings` of the layout are passed on, after those about missing glyphs.
pub(crate) fn document(book: &FontBook, canvas: &Canvas<'_>, about: &About, warnings: Vec<String>) -> Result<Document, PaperError> {
    let mut pdf = PdfDocument::new(&about.title);
    let info = &mut pdf.metadata.info;
    info.author.clone_from(&about.author);
    info.subject.clone_from(&about.subject);
    PRODUCER.clone_into(&mut info.creator);
    PRODUCER.clone_into(&mut info.producer);
    if let Ok(date) = OffsetDateTime::from_unix_timestamp(about.issued_unix) {
        info.creation_date = date;
        info.modification_date = date;
        info.metadata_date = date;
    }
    subset::add_fonts(&mut pdf, book, &canvas.pages)?;
    pdf.pages = canvas.pages.iter().map(operators::page).collect();

    let options = PdfSaveOptions { subset_fonts: false, image_optimization: None, ..PdfSaveOptions::default() };
    let mut printer_notes = Vec::new();
    let file = printpdf::serialize::to_lopdf_doc(&pdf, &options, &mut printer_notes);
    let bytes = finish::bytes(file)?;
    let glyphs = canvas.missing.iter().map(|&c| format!("字体里没有「{c}」，印成{}", text::code(c)));
    Ok(Document { bytes, pages: canvas.pages.len(), warnings: glyphs.chain(warnings).collect() })
}
