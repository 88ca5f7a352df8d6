//! Marks of a page into printpdf's drawing operators: y turned upwards, positions to a hundredth of a point.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::subset::font_id;
use crate::canvas::{Area, Mark, Page};
use crate::fonts::Run;
use crate::palette::Ink;
use printpdf::{
    Color, Line, LinePoint, Op, PaintMode, PdfFontHandle, PdfPage, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextRenderingMode,
    WindingOrder,
};

pub(super) fn page(page: &Page) -> PdfPage {
    let mut press = Press { height: page.height, ops: Vec::with_capacity(page.marks.len() * 6), ink: None };
    for mark in &page.marks {
        match mark {
            Mark::Text { x, y, size, ink, runs } => press.text((*x, *y), *size, *ink, runs),
            Mark::Fill { area, ink } => press.fill(*area, *ink),
            Mark::Rule { from, to, width, ink } => press.rule(*from, *to, *width, *ink),
            Mark::Cells { areas, ink } => press.cells(areas, *ink),
        }
    }
    PdfPage::new(Pt(page.width).into(), Pt(page.height).into(), press.ops)
}

struct Press {
    height: f32,
    ops: Vec<Op>,
    /// Colour that fills now; saves repeating it.
    ink: Option<Ink>,
}

impl Press {
    fn point(&self, x: f32, y: f32) -> Point {
        Point { x: Pt(hundredth(x)), y: Pt(hundredth(self.height - y)) }
    }

    fn fill_with(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.ops.push(Op::SetFillColor { col: colour(ink) });
            self.ink = Some(ink);
        }
    }

    fn text(&mut self, (x, y): (f32, f32), size: f32, ink: Ink, runs: &[Run]) {
        self.fill_with(ink);
        let start = self.point(x, y);
        self.ops.extend([Op::StartTextSection, Op::SetTextCursor { pos: start }]);
        for run in runs {
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(hundredth(size)) });
            let words = Op::ShowText { items: vec![TextItem::Text(run.text.clone())] };
            if run.thicken {
                self.ops.extend([
                    Op::SetOutlineColor { col: colour(ink) },
                    Op::SetOutlineThickness { pt: Pt(size * 0.035) },
                    Op::SetTextRenderingMode { mode: TextRenderingMode::FillStroke },
                    words,
                    Op::SetTextRenderingMode { mode: TextRenderingMode::Fill },
                ]);
            } else {
                self.ops.push(words);
            }
        }
        self.ops.push(Op::EndTextSection);
    }

    fn fill(&mut self, [x, y, width, height]: Area, ink: Ink) {
        self.fill_with(ink);
        let corner = self.point(x, y + height);
        let mut rectangle = Rect::from_xywh(corner.x, corner.y, Pt(hundredth(width)), Pt(hundredth(height)));
        rectangle.mode = Some(PaintMode::Fill);
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, ink: Ink) {
        let points = [from, to].map(|(x, y)| LinePoint { p: self.point(x, y), bezier: false });
        self.ops.extend([
            Op::SetOutlineColor { col: colour(ink) },
            Op::SetOutlineThickness { pt: Pt(width) },
            Op::DrawLine { line: Line { points: points.to_vec(), is_closed: false } },
        ]);
    }

    fn cells(&mut self, areas: &[Area], ink: Ink) {
        self.fill_with(ink);
        let rings = areas.iter().map(|&[x, y, width, height]| {
            let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
            PolygonRing { points: corners.map(|(x, y)| LinePoint { p: self.point(x, y), bezier: false }).to_vec() }
        });
        let polygon = Polygon { rings: rings.collect(), mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }
}

fn colour([red, green, blue]: Ink) -> Color {
    let part = |value: u8| f32::from(value) / 255.0;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}

fn hundredth(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
