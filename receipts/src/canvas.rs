//! A drawing board: pages as lists of simple marks, measured in points (1/72 inch) from the top left corner.
//!
//! Picture a clerk who places words, bars and hairlines on a sheet and pins a number under each; nothing here knows PDF. `y` of text
//! is its baseline. Text that no face can draw is made legible on the way in and remembered in `missing`.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use crate::fonts::{FontBook, Run, Weight};
use crate::palette::{BLACK, Ink};
use crate::text;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A rectangle: left, top, width, height.
pub(crate) type Area = [f32; 4];

#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Text {
        x: f32,
        y: f32,
        size: f32,
        ink: Ink,
        runs: Vec<Run>,
    },
    Fill {
        area: Area,
        ink: Ink,
    },
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        ink: Ink,
    },
    /// Many rectangles in one path: a QR code.
    Cells {
        areas: Vec<Area>,
        ink: Ink,
    },
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// Size in points, weight and colour of a piece of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pen {
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
}

impl Pen {
    pub(crate) const fn regular(size: f32, ink: Ink) -> Self {
        Self { size, weight: Weight::Regular, ink }
    }

    pub(crate) const fn bold(size: f32, ink: Ink) -> Self {
        Self { size, weight: Weight::Bold, ink }
    }
}

pub(crate) struct Canvas<'b> {
    book: &'b FontBook,
    pub(crate) pages: Vec<Page>,
    pub(crate) missing: BTreeSet<char>,
    /// Index of the page that marks go to.
    current: usize,
}

impl<'b> Canvas<'b> {
    pub(crate) fn new(book: &'b FontBook) -> Self {
        Self { book, pages: Vec::new(), missing: BTreeSet::new(), current: 0 }
    }

    /// Adds a page and turns to it.
    pub(crate) fn add_page(&mut self, width: f32, height: f32) {
        self.current = self.pages.len();
        self.pages.push(Page { width, height, marks: Vec::new() });
    }

    /// Turns back to a page, for footers that need the number of pages.
    pub(crate) fn turn_to(&mut self, page: usize) {
        self.current = page;
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.get_mut(self.current) {
            page.marks.push(mark);
        }
    }

    fn legible<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let book = self.book;
        let (text, missing) = text::legible(text, |c| book.has(c));
        self.missing.extend(missing);
        text
    }

    /// Width in points.
    pub(crate) fn width(&mut self, pen: Pen, text: &str) -> f32 {
        let text = self.legible(text);
        self.book.width_em(pen.weight, &text) * pen.size
    }

    /// Writes one line.
    pub(crate) fn text(&mut self, x: f32, y: f32, align: Align, pen: Pen, text: &str) {
        let text = self.legible(text);
        let runs = self.book.runs(pen.weight, &text);
        if runs.is_empty() {
            return;
        }
        let width = runs.iter().map(|run| run.width_em).sum::<f32>() * pen.size;
        let x = match align {
            Align::Left => x,
            Align::Centre => x - width / 2.0,
            Align::Right => x - width,
        };
        self.mark(Mark::Text { x, y, size: pen.size, ink: pen.ink, runs });
    }

    /// Writes one line in at most `max` points, smaller if it must be. For figures and codes, where nothing may be left out.
    pub(crate) fn fitted(&mut self, x: f32, y: f32, align: Align, pen: Pen, max: f32, text: &str) {
        let width = self.width(pen, text);
        let size = if width > max { pen.size * max / width } else { pen.size };
        self.text(x, y, align, Pen { size, ..pen }, text);
    }

    /// Breaks a text into lines of at most `max` points. Beyond `most` lines the last one ends in ….
    pub(crate) fn lines(&mut self, pen: Pen, max: f32, most: usize, text: &str) -> Vec<String> {
        let text = self.legible(text);
        let book = self.book;
        let fits = |line: &str| book.width_em(pen.weight, line) * pen.size <= max;
        let mut lines = text::wrapped(&text, fits);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && !fits(&format!("{last}…")) {
                    last.pop();
                }
                last.push('…');
            }
        }
        lines
    }

    /// Writes lines below each other, `leading` points apart; returns the baseline after the last.
    pub(crate) fn paragraph(&mut self, x: f32, y: f32, pen: Pen, leading: f32, lines: &[String]) -> f32 {
        let mut baseline = y;
        for line in lines {
            self.text(x, baseline, Align::Left, pen, line);
            baseline += leading;
        }
        baseline
    }

    pub(crate) fn fill(&mut self, area: Area, ink: Ink) {
        self.mark(Mark::Fill { area, ink });
    }

    pub(crate) fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, ink: Ink) {
        self.mark(Mark::Rule { from, to, width, ink });
    }

    /// A hairline box.
    pub(crate) fn frame(&mut self, [x, y, width, height]: Area, ink: Ink) {
        let (right, bottom) = (x + width, y + height);
        for (from, to) in [((x, y), (right, y)), ((right, y), (right, bottom)), ((right, bottom), (x, bottom)), ((x, bottom), (x, y))] {
            self.rule(from, to, 0.6, ink);
        }
    }

    /// A QR code, `side` points wide, without its quiet zone. False if the payload is empty or too long for one.
    #[expect(clippy::cast_precision_loss, reason = "a QR code has at most 177 modules a side")]
    pub(crate) fn qr(&mut self, x: f32, y: f32, side: f32, payload: &str) -> bool {
        let built = fast_qr::QRBuilder::new(payload).ecl(fast_qr::ECL::M).build();
        let Some(code) = built.ok().filter(|code| !payload.is_empty() && code.size > 0) else { return false };
        let module = side / code.size as f32;
        let mut areas = Vec::new();
        for (row, cells) in code.data.chunks(code.size).take(code.size).enumerate() {
            let top = y + row as f32 * module;
            let mut column = 0;
            for stretch in cells.chunk_by(|a, b| a.value() == b.value()) {
                if stretch.first().is_some_and(|cell| cell.value()) {
                    areas.push([x + column as f32 * module, top, stretch.len() as f32 * module, module]);
                }
                column += stretch.len();
            }
        }
        self.mark(Mark::Cells { areas, ink: BLACK });
        true
    }
}
