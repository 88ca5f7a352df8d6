//! Cuts the glyphs that a document uses out of the faces it uses, and names the cut as PDF asks: six capitals, a plus, the name.

use crate::PaperError;
use crate::canvas::{Mark, Page};
use crate::fonts::{FontBook, LoadedFace};
use printpdf::{FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use subsetter::GlyphRemapper;

/// The name of a face inside the file.
pub(super) fn font_id(face: usize) -> FontId {
    FontId(format!("T{face}"))
}

/// Puts one small font per used face into `pdf`.
pub(super) fn add_fonts(pdf: &mut PdfDocument, book: &FontBook, pages: &[Page]) -> Result<(), PaperError> {
    let mut used: BTreeMap<usize, BTreeSet<char>> = BTreeMap::new();
    for mark in pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Text { runs, .. } = mark {
            for run in runs {
                used.entry(run.face).or_default().extend(run.text.chars());
            }
        }
    }
    for (face, characters) in used {
        if let Some(loaded) = book.face(face) {
            pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(cut(loaded, &characters)?));
        }
    }
    Ok(())
}

fn cut(loaded: &LoadedFace, characters: &BTreeSet<char>) -> Result<ParsedFont, PaperError> {
    let face = &loaded.face;
    let units = face.units_per_em();
    let mut remapper = GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    let mut widths = BTreeMap::from([(0, units)]);
    for &c in characters {
        let Some(old) = face.glyph_index(c) else { continue };
        let new = remapper.remap(old.0);
        glyphs.insert(u32::from(c), new);
        widths.insert(new, face.glyph_hor_advance(old).unwrap_or(0));
    }
    let bytes = subsetter::subset(loaded.data, 0, &remapper)
        .map_err(|cause| PaperError::SubsetFailed { font: loaded.name.clone(), cause: cause.to_string() })?;
    let name = format!("{}+{}", tag(characters), loaded.name);
    let metrics = FontMetrics { ascent: face.ascender(), descent: face.descender() };
    let mut font = ParsedFont::with_glyph_data(bytes, 0, Some(name), glyphs, widths, units, metrics);
    let bounds = face.global_bounding_box();
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: units,
        x_min: bounds.x_min,
        y_min: bounds.y_min,
        x_max: bounds.x_max,
        y_max: bounds.y_max,
        caret_slope_rise: 1,
        caret_slope_run: 0,
        us_weight_class: face.weight().to_number(),
    };
    Ok(font)
}

/// Six capitals from the characters, so that two cuts of one face never bear one name and one cut always bears the same.
fn tag(characters: &BTreeSet<char>) -> String {
    let digest = Sha256::digest(characters.iter().collect::<String>().as_bytes());
    digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
