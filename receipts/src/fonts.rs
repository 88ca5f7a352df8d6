//! A shelf of faces, and for every character the first face that can draw it.
//!
//! Picture two rows of books, one for regular and one for bold text, read from left to right: Noto Sans SC (inside the crate: all of
//! GB 2312, the 8,105 standard characters, 5,401 common traditional ones in regular), then whatever rare-name faces the machine has
//! (`HanaMinA` and `HanaMinB`). The bold row ends with the regular faces, which are then thickened. The shelf is read once, in about 20 ms,
//! and never changes after: any number of threads may look things up.
//!
//! Widths are in em (1.0 is the type size). `fonts/README.md` says how the two files were made.
#![expect(clippy::float_arithmetic, reason = "widths of type in em; no money here")]

use crate::error::PaperError;
use std::path::Path;
use std::sync::LazyLock;
use ttf_parser::{Face, GlyphId, name_id};

const REGULAR: &[u8] = include_bytes!("../fonts/NotoSansSC-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/NotoSansSC-Bold.ttf");

/// Where Debian's `fonts-hanazono` puts the rare-name faces.
pub const RARE_NAME_FACES: [&str; 2] =
    ["/usr/share/fonts/truetype/hanazono/HanaMinA.ttf", "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"];

static BOOK: LazyLock<Result<FontBook, PaperError>> = LazyLock::new(|| FontBook::with_fallbacks(&RARE_NAME_FACES));

/// The process's own book: the embedded faces, and [`RARE_NAME_FACES`] as far as they are installed.
pub fn book() -> Result<&'static FontBook, PaperError> {
    BOOK.as_ref().map_err(Clone::clone)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// One glyph of one face. Glyph 0 is the face's "missing" box: it stands for "no face has it" and is never drawn.
#[derive(Debug, Clone, Copy, Default)]
struct Glyph {
    id: u16,
    /// In the face's own units.
    advance: u16,
    face: u8,
}

pub(crate) struct LoadedFace {
    pub(crate) data: &'static [u8],
    pub(crate) face: Face<'static>,
    /// PostScript name, without a subset tag.
    pub(crate) name: String,
}

/// A stretch of characters drawn with one face.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) face: usize,
    pub(crate) text: String,
    pub(crate) width_em: f32,
    /// The face has no bold cut of its own: draw it with a hairline around.
    pub(crate) thicken: bool,
}

/// Reading order for one weight, with a table for the first 65,536 characters.
struct Chain {
    faces: Vec<usize>,
    table: Vec<Glyph>,
}

/// Parsed faces and the order in which they are asked. Make one with [`FontBook::with_fallbacks`], or use [`book`].
pub struct FontBook {
    faces: Vec<LoadedFace>,
    regular: Chain,
    bold: Chain,
}

impl FontBook {
    /// The embedded faces, then those of `paths` that exist and can be read, in that order. The files stay in memory for good.
    pub fn with_fallbacks<P: AsRef<Path>>(paths: &[P]) -> Result<Self, PaperError> {
        let mut faces = vec![loaded(REGULAR, "NotoSansSC-Regular")?, loaded(BOLD, "NotoSansSC-Bold")?];
        for path in paths {
            let path = path.as_ref();
            // Missing is ordinary: the characters then appear as codes, with a warning on the document.
            let Ok(data) = std::fs::read(path) else { continue };
            let name = path.file_stem().map_or_else(|| "Fallback".to_owned(), |stem| stem.to_string_lossy().into_owned());
            faces.push(loaded(Box::leak(data.into_boxed_slice()), &name)?);
        }
        let rare = 2..faces.len();
        let regular = Chain::new(&faces, std::iter::once(0).chain(rare.clone()).collect());
        let bold = Chain::new(&faces, [1, 0].into_iter().chain(rare).collect());
        Ok(Self { faces, regular, bold })
    }

    /// PostScript names of the faces, in reading order: what a status page may show.
    pub fn face_names(&self) -> impl Iterator<Item = &str> {
        self.faces.iter().map(|face| face.name.as_str())
    }

    /// Whether some face draws `c`.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.glyph(Weight::Regular, c).is_some()
    }

    pub(crate) fn face(&self, index: usize) -> Option<&LoadedFace> {
        self.faces.get(index)
    }

    fn glyph(&self, weight: Weight, c: char) -> Option<Glyph> {
        let chain = self.chain(weight);
        match chain.table.get(c as usize) {
            Some(glyph) => (glyph.id != 0).then_some(*glyph),
            None => chain.faces.iter().find_map(|&index| look_up(&self.faces, index, c)),
        }
    }

    fn chain(&self, weight: Weight) -> &Chain {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    fn advance_em(&self, glyph: Glyph) -> f32 {
        let units = self.faces.get(usize::from(glyph.face)).map_or(1000, |face| face.face.units_per_em());
        f32::from(glyph.advance) / f32::from(units.max(1))
    }

    /// Width of `text` in em. Give it text that went through [`crate::text::legible`].
    pub(crate) fn width_em(&self, weight: Weight, text: &str) -> f32 {
        text.chars().filter_map(|c| self.glyph(weight, c)).map(|glyph| self.advance_em(glyph)).sum()
    }

    /// Cuts `text` into stretches of one face. Give it text that went through [`crate::text::legible`]: what no face has is skipped.
    pub(crate) fn runs(&self, weight: Weight, text: &str) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::with_capacity(1);
        for c in text.chars() {
            let Some(glyph) = self.glyph(weight, c) else { continue };
            let (face, advance) = (usize::from(glyph.face), self.advance_em(glyph));
            match runs.last_mut() {
                Some(run) if run.face == face => {
                    run.text.push(c);
                    run.width_em += advance;
                }
                _ => runs.push(Run { face, text: c.to_string(), width_em: advance, thicken: weight == Weight::Bold && face != 1 }),
            }
        }
        runs
    }
}

impl Chain {
    fn new(faces: &[LoadedFace], order: Vec<usize>) -> Self {
        let table = (0..=u32::from(u16::MAX))
            .map(|code| char::from_u32(code).and_then(|c| order.iter().find_map(|&index| look_up(faces, index, c))).unwrap_or_default())
            .collect();
        Self { faces: order, table }
    }
}

fn look_up(faces: &[LoadedFace], index: usize, c: char) -> Option<Glyph> {
    let face = &faces.get(index)?.face;
    let id = face.glyph_index(c).filter(|id| id.0 != 0)?;
    Some(Glyph { id: id.0, advance: face.glyph_hor_advance(GlyphId(id.0)).unwrap_or(0), face: u8::try_from(index).ok()? })
}

fn loaded(data: &'static [u8], name: &str) -> Result<LoadedFace, PaperError> {
    let face = Face::parse(data, 0).map_err(|cause| PaperError::FontUnreadable { font: name.to_owned(), cause: cause.to_string() })?;
    let own_name = face.names().into_iter().find(|entry| entry.name_id == name_id::POST_SCRIPT_NAME && entry.is_unicode());
    let name = own_name.and_then(|entry| entry.to_string()).unwrap_or_else(|| name.to_owned());
    Ok(LoadedFace { data, face, name })
}

#[cfg(test)]
mod tests {
    use super::{FontBook, Weight};

    fn bare() -> FontBook {
        FontBook::with_fallbacks::<&str>(&[]).expect("the embedded faces parse")
    }

    #[test]
    fn every_character_of_the_lists_has_a_glyph() {
        let book = bare();
        let standard = include_str!("../fonts/charset.txt");
        let traditional = include_str!("../fonts/charset-traditional.txt");
        assert!(standard.chars().count() > 9_600 && traditional.chars().count() > 2_000);
        for c in standard.chars().chain(traditional.chars()).filter(|c| *c != '\n') {
            assert!(book.has(c), "{c} U+{:04X}", u32::from(c));
            assert!(book.glyph(Weight::Bold, c).is_some(), "{c} in bold");
        }
        assert_eq!(book.face_names().collect::<Vec<_>>(), ["NotoSansSC-Regular", "NotoSansSC-Bold"]);
    }

    #[test]
    fn figures_have_one_width_so_that_decimals_line_up() {
        let book = bare();
        for weight in [Weight::Regular, Weight::Bold] {
            let one = book.width_em(weight, "1");
            for digit in '0'..='9' {
                assert!((book.width_em(weight, &digit.to_string()) - one).abs() < f32::EPSILON);
            }
        }
    }

    #[test]
    fn a_traditional_character_in_bold_comes_thickened_from_the_regular_face() {
        let runs = bare().runs(Weight::Bold, "铺陳");
        let faces: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.face, run.thicken)).collect();
        assert_eq!(faces, [("铺", 1, false), ("陳", 0, true)]);
    }

    #[test]
    fn an_unreadable_fallback_is_an_error_and_a_missing_one_is_not() {
        assert!(FontBook::with_fallbacks(&["/nowhere/HanaMinA.ttf"]).is_ok());
        assert!(FontBook::with_fallbacks(&[concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")]).is_err());
    }
}
