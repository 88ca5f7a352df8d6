//! The end of a statement: totals, capitals, the proof of the ledger, and the signatures. One block, never split over pages.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::frame::{LEFT, RIGHT};
use super::table::{figures, rounded};
use super::{Statement, StatementLine};
use crate::canvas::{Align, Canvas, Pen};
use crate::letterhead::{self, PROOF, SIGNATURES};
use crate::money::{capitals, hundredths_of_fen, yuan, yuan_4, yuan_of};
use crate::palette::{BRAND, BRAND_SOFT, CARE, INK, LINE, SOFT};

const TOTAL: f32 = 24.0;
const CAPITALS: f32 = 36.0;
const NOTE: Pen = Pen::regular(9.0, INK);
const NOTE_LEADING: f32 = 13.0;

pub(super) struct Closing {
    note: Vec<String>,
}

impl Closing {
    pub(super) fn measured(canvas: &mut Canvas<'_>, statement: &Statement) -> Self {
        let note = statement.payout_note.trim();
        let note = if note.is_empty() { Vec::new() } else { canvas.lines(NOTE, RIGHT - LEFT, 4, &format!("领款：{note}")) };
        Self { note }
    }

    pub(super) fn height(&self) -> f32 {
        let note = self.note.iter().fold(0.0, |height, _| height + NOTE_LEADING);
        TOTAL + CAPITALS + note + PROOF + SIGNATURES + 10.0
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, statement: &Statement, y: f32) {
        total(canvas, statement, y);
        let mut y = y + TOTAL + 6.0;
        canvas.fill([LEFT, y, RIGHT - LEFT, CAPITALS - 6.0], BRAND_SOFT);
        canvas.text(LEFT + 10.0, y + 19.5, Align::Left, Pen::regular(9.5, SOFT), "期末应付（大写）");
        canvas.fitted(LEFT + 96.0, y + 19.5, Align::Left, Pen::bold(12.0, INK), RIGHT - LEFT - 220.0, &capitals(statement.closing_fen));
        canvas.fitted(RIGHT - 10.0, y + 20.0, Align::Right, Pen::bold(13.0, BRAND), 106.0, &format!("¥ {}", yuan(statement.closing_fen)));
        y += CAPITALS;
        if !self.note.is_empty() {
            y = canvas.paragraph(LEFT, y + 8.0, NOTE, NOTE_LEADING, &self.note) - 8.0;
        }
        let words = format!("本单按账本第 {} 号凭证为止的记录制成。账本此后被改动，下面这串指纹就对不上。", statement.head.number);
        letterhead::proof(canvas, &statement.head, &words, y + 4.0);
        if statement.preview {
            canvas.text(LEFT, y + PROOF + 24.0, Align::Left, Pen::bold(9.5, CARE), "这是预览，不用签名；签发以后会有签名的地方。");
        } else {
            let places = [("制单", "做这张单的人"), ("复核", "司库核对无误"), ("铺主确认", "我看过了（签名或按手印）")];
            letterhead::signatures(canvas, places, y + PROOF + 12.0);
        }
    }
}

/// Sums over the lines. Bases and shares of refunds count against those of sales.
fn total(canvas: &mut Canvas<'_>, statement: &Statement, y: f32) {
    let lines = &statement.lines;
    let base: i128 = lines.iter().filter_map(|line| line.base_fen).map(i128::from).sum();
    let amount: i128 = lines.iter().map(|line| i128::from(line.amount_fen)).sum();
    let shared = lines.iter().filter_map(|line| line.exact_share_e8.map(|exact| (hundredths_of_fen(exact), by_share(line))));
    let (exact, credited) = shared.fold((0, 0), |(exact, credited), line| (exact + line.0, credited + line.1));
    let sums = [yuan_of(base), String::new(), yuan_4(exact), rounded(credited, exact), yuan_of(amount), yuan(statement.closing_fen)];
    canvas.rule((LEFT, y + 0.6), (RIGHT, y + 0.6), 1.2, BRAND);
    let mut words = if lines.is_empty() { "本月没有明细".to_owned() } else { format!("合计 {} 行", lines.len()) };
    if lines.iter().any(|line| line.moved_fen != 0) {
        let moved = lines.iter().map(|line| i128::from(line.moved_fen)).sum();
        words = format!("{words}，含封顶转入 {}", yuan_of(moved));
    }
    canvas.fitted(LEFT + 6.0, y + 16.0, Align::Left, Pen::bold(9.5, INK), 182.0, &words);
    figures(canvas, &sums, y + 16.0, INK, true);
    canvas.rule((LEFT, y + TOTAL), (RIGHT, y + TOTAL), 0.6, LINE);
}

/// What a line's share alone brought.
fn by_share(line: &StatementLine) -> i128 {
    i128::from(line.amount_fen) - i128::from(line.moved_fen)
}
