//! The rows: what happened, on what amount, at which share, and what was rounded.
//!
//! A row takes two lines: date over entry number, the good over what happened to it. Its figures stand on the first line. Figures
//! are never cut: a figure too long for its column is set smaller.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::frame::{BOTTOM, LEFT, RIGHT};
use super::{Statement, StatementLine};
use crate::canvas::{Align, Canvas, Pen};
use crate::money::{hundredths_of_fen, yuan, yuan_4, yuan_of};
use crate::palette::{BRAND, INK, Ink, LINE, PAPER, SOFT, STOP, WHITE};

/// Height of the head of the table.
const HEAD: f32 = 30.0;

const NAME: Pen = Pen::regular(9.0, INK);
const NAME_X: f32 = LEFT + 60.0;
const NAME_ROOM: f32 = 130.0;
const LEADING: f32 = 11.0;

/// Right edge and room of a column of figures, and its head.
pub(super) struct Column {
    pub(super) right: f32,
    pub(super) room: f32,
    head: [&'static str; 2],
}

/// Base, share, exact share, what was rounded, credited, balance.
pub(super) const COLUMNS: [Column; 6] = [
    Column { right: LEFT + 246.0, room: 54.0, head: ["卖出金额", "元"] },
    Column { right: LEFT + 284.0, room: 36.0, head: ["您的", "分成"] },
    Column { right: LEFT + 346.0, room: 60.0, head: ["精确分成", "元，四位小数"] },
    Column { right: LEFT + 394.0, room: 44.0, head: ["尾差", "记入−精确"] },
    Column { right: LEFT + 456.0, room: 60.0, head: ["记入", "元"] },
    Column { right: RIGHT - 6.0, room: 59.0, head: ["结余", "元"] },
];

/// A row with its words broken into lines.
pub(super) struct Row {
    date: String,
    entry: String,
    name: Vec<String>,
    detail: Vec<String>,
    figures: [String; 6],
    taken_back: bool,
}

impl Row {
    pub(super) fn height(&self) -> f32 {
        let lines = self.name.len() + self.detail.len();
        (0..lines.max(2)).fold(6.0, |height, _| height + LEADING)
    }
}

/// What rows may fill of a page on which the table starts at `top`.
pub(super) fn room_below(top: f32) -> f32 {
    BOTTOM - top - HEAD
}

/// Breaks the statement's lines into rows.
pub(super) fn rows(canvas: &mut Canvas<'_>, statement: &Statement) -> Vec<Row> {
    statement.lines.iter().map(|line| row(canvas, line)).collect()
}

fn row(canvas: &mut Canvas<'_>, line: &StatementLine) -> Row {
    let (name, detail) = if line.good.trim().is_empty() { (&line.document, "") } else { (&line.good, line.document.as_str()) };
    let detail: Vec<&str> = [detail, &line.grid, &line.quantity].into_iter().filter(|part| !part.trim().is_empty()).collect();
    let detail = detail.join(" · ");
    let detail = if detail.is_empty() { Vec::new() } else { canvas.lines(Pen::regular(7.8, SOFT), NAME_ROOM, 2, &detail) };
    let mut detail = detail;
    if line.moved_fen != 0 {
        let words =
            format!("{} {}", if line.moved_fen > 0 { "另加封顶转入" } else { "另减封顶转入" }, yuan_of(i128::from(line.moved_fen).abs()));
        detail.extend(canvas.lines(Pen::regular(7.8, SOFT), NAME_ROOM, 1, &words));
    }
    let exact = line.exact_share_e8.map(hundredths_of_fen);
    let figures = [
        line.base_fen.map(yuan).unwrap_or_default(),
        line.share_percent.clone().unwrap_or_default(),
        exact.map(yuan_4).unwrap_or_default(),
        exact.map(|exact| rounded(i128::from(line.amount_fen) - i128::from(line.moved_fen), exact)).unwrap_or_default(),
        yuan(line.amount_fen),
        yuan(line.balance_fen),
    ];
    Row {
        date: line.date.clone(),
        entry: format!("凭证 {}", line.entry_number),
        name: canvas.lines(NAME, NAME_ROOM, 3, name),
        detail,
        figures,
        taken_back: line.amount_fen < 0,
    }
}

/// Credited − exact, signed, `+0.0020`; exact is in hundredths of a fen.
pub(super) fn rounded(credited_fen: i128, exact: i128) -> String {
    let difference = credited_fen * 100 - exact;
    format!("{}{}", if difference > 0 { "+" } else { "" }, yuan_4(difference))
}

/// Draws the head and the rows; `zebra` is the number of rows before. Returns where the next block starts.
pub(super) fn draw(canvas: &mut Canvas<'_>, rows: &[Row], y: f32, zebra: usize) -> f32 {
    let mut y = head(canvas, y);
    for (place, row) in rows.iter().enumerate() {
        let height = row.height();
        if (zebra + place) % 2 == 1 {
            canvas.fill([LEFT, y, RIGHT - LEFT, height], PAPER);
        }
        if place > 0 {
            canvas.rule((LEFT, y), (RIGHT, y), 0.4, LINE);
        }
        draw_row(canvas, row, y + 12.0);
        y += height;
    }
    canvas.rule((LEFT, y), (RIGHT, y), 0.4, LINE);
    y
}

fn head(canvas: &mut Canvas<'_>, y: f32) -> f32 {
    canvas.fill([LEFT, y, RIGHT - LEFT, HEAD], BRAND);
    let (first, second) = (Pen::bold(8.5, WHITE), Pen::regular(7.0, WHITE));
    for (x, words) in [(LEFT + 6.0, ["日期", "凭证号"]), (NAME_X, ["货品", "单据 · 格子 · 数量"])] {
        canvas.text(x, y + 13.0, Align::Left, first, words[0]);
        canvas.text(x, y + 23.5, Align::Left, second, words[1]);
    }
    for column in &COLUMNS {
        canvas.text(column.right, y + 13.0, Align::Right, first, column.head[0]);
        canvas.text(column.right, y + 23.5, Align::Right, second, column.head[1]);
    }
    y + HEAD
}

fn draw_row(canvas: &mut Canvas<'_>, row: &Row, y: f32) {
    canvas.fitted(LEFT + 6.0, y, Align::Left, Pen::regular(8.5, INK), 50.0, &row.date);
    canvas.fitted(LEFT + 6.0, y + LEADING, Align::Left, Pen::regular(7.8, SOFT), 50.0, &row.entry);
    let below = canvas.paragraph(NAME_X, y, NAME, LEADING, &row.name);
    canvas.paragraph(NAME_X, below, Pen::regular(7.8, SOFT), LEADING, &row.detail);
    figures(canvas, &row.figures, y, if row.taken_back { STOP } else { INK }, false);
}

/// Writes figures into their columns; `ink` is for the amount credited.
pub(super) fn figures(canvas: &mut Canvas<'_>, figures: &[String; 6], y: f32, ink: Ink, bold: bool) {
    for (place, (column, figure)) in COLUMNS.iter().zip(figures).enumerate() {
        let pen = match place {
            4 => Pen::bold(9.0, ink),
            _ if bold => Pen::bold(8.8, INK),
            0 | 5 => Pen::regular(8.8, INK),
            _ => Pen::regular(8.2, SOFT),
        };
        canvas.fitted(column.right, y, Align::Right, pen, column.room, figure);
    }
}
