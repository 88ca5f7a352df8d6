//! The answer first: who, how much, and the equation that leads to it.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::Statement;
use super::frame::{LEFT, RIGHT, owner};
use crate::canvas::{Align, Canvas, Pen};
use crate::money::{capitals, yuan, yuan_of};
use crate::palette::{BRAND, BRAND_SOFT, CARE, INK, LINE, SOFT, STOP, SUNKEN};

const BOX: f32 = 92.0;
/// Where the right part of the box starts.
const SPLIT: f32 = LEFT + 318.0;

/// Draws from `y` on; returns where the table starts.
pub(super) fn draw(canvas: &mut Canvas<'_>, statement: &Statement, y: f32) -> f32 {
    let y = facts(canvas, statement, y);
    answer(canvas, statement, y);
    let y = equation(canvas, statement, y + BOX + 10.0);
    how_to_read(canvas, statement, y)
}

fn facts(canvas: &mut Canvas<'_>, statement: &Statement, y: f32) -> f32 {
    let (label, value) = (Pen::regular(8.5, SOFT), Pen::bold(11.5, INK));
    let mut deepest = y;
    let columns = [
        ("铺主", owner(statement), 0.0, 168.0),
        ("格子", &statement.grids, 180.0, 156.0),
        ("月份", &statement.month, 348.0, 84.0),
        (if statement.preview { "预览日期" } else { "签发日期" }, &statement.issued_date, 440.0, 83.0),
    ];
    for (name, text, left, room) in columns {
        canvas.text(LEFT + left, y + 4.0, Align::Left, label, name);
        let lines = canvas.lines(value, room, 3, if text.trim().is_empty() { "—" } else { text });
        let below = canvas.paragraph(LEFT + left, y + 19.0, value, 14.5, &lines);
        deepest = deepest.max(below);
    }
    deepest - 4.0
}

fn answer(canvas: &mut Canvas<'_>, statement: &Statement, y: f32) {
    canvas.fill([LEFT, y, RIGHT - LEFT, BOX], SUNKEN);
    canvas.fill([LEFT, y, 5.0, BOX], BRAND);
    let owed = statement.closing_fen >= 0;
    let (title, ink) =
        if owed { ("期末应付：合作社应该付给您", INK) } else { ("期末为负：转到下个月，不向您收钱", STOP) };
    let (left, room) = (LEFT + 18.0, SPLIT - LEFT - 32.0);
    canvas.text(left, y + 20.0, Align::Left, Pen::bold(10.5, SOFT), title);
    canvas.fitted(left, y + 58.0, Align::Left, Pen::bold(34.0, ink), room, &format!("¥ {}", yuan(statement.closing_fen)));
    canvas.fitted(left, y + 79.0, Align::Left, Pen::regular(10.0, INK), room, &format!("大写　{}", capitals(statement.closing_fen)));

    canvas.rule((SPLIT, y + 12.0), (SPLIT, y + BOX - 12.0), 0.8, LINE);
    let (left, room) = (SPLIT + 14.0, RIGHT - SPLIT - 26.0);
    let earned = i128::from(statement.totals.sales_fen) + i128::from(statement.totals.refunds_fen);
    canvas.text(left, y + 20.0, Align::Left, Pen::bold(10.5, SOFT), "本月应得：销售减退款");
    canvas.fitted(left, y + 42.0, Align::Left, Pen::bold(17.0, BRAND), room, &format!("¥ {}", yuan_of(earned)));
    let note = Pen::regular(9.0, INK);
    let lines = canvas.lines(note, room, 3, &statement.payout_note);
    canvas.paragraph(left, y + 58.0, note, 12.0, &lines);
}

/// Opening + sales − refunds ± other = closing, as a row of boxes.
fn equation(canvas: &mut Canvas<'_>, statement: &Statement, y: f32) -> f32 {
    const GAP: f32 = 20.0;
    const CELL: f32 = (RIGHT - LEFT - 4.0 * GAP) / 5.0;
    let totals = statement.totals;
    let signed =
        |fen: i64, plus: bool| if (fen >= 0) == plus || fen == 0 { fen.unsigned_abs().into() } else { -i128::from(fen.unsigned_abs()) };
    let other_sign = if totals.other_fen < 0 { "−" } else { "+" };
    let cells: [(&str, &str, i128); 5] = [
        ("", "上期结余", statement.opening_fen.into()),
        ("+", "本月销售分成", totals.sales_fen.into()),
        ("−", "本月退款", signed(totals.refunds_fen, false)),
        (other_sign, "其他（结款、格租等）", totals.other_fen.unsigned_abs().into()),
        ("=", "期末应付", statement.closing_fen.into()),
    ];
    let mut x = LEFT;
    for (operator, label, fen) in cells {
        let (ground, ink) = if operator == "=" { (BRAND_SOFT, BRAND) } else { (SUNKEN, INK) };
        if !operator.is_empty() {
            canvas.text(x - GAP / 2.0, y + 25.0, Align::Centre, Pen::bold(14.0, SOFT), operator);
        }
        canvas.fill([x, y, CELL, 40.0], ground);
        canvas.fitted(x + CELL / 2.0, y + 14.5, Align::Centre, Pen::regular(8.5, SOFT), CELL - 8.0, label);
        let ink = if fen < 0 { STOP } else { ink };
        canvas.fitted(x + CELL / 2.0, y + 31.0, Align::Centre, Pen::bold(12.0, ink), CELL - 10.0, &yuan_of(fen));
        x += CELL + GAP;
    }
    y + 40.0
}

fn how_to_read(canvas: &mut Canvas<'_>, statement: &Statement, y: f32) -> f32 {
    let pen = Pen::regular(8.5, SOFT);
    let moved = if statement.lines.iter().any(|line| line.moved_fen != 0) {
        "爱心股东的分成到了封顶，多出来的转给您，写在货品下面的“另加封顶转入”里，和分成一起记入。"
    } else {
        ""
    };
    let text = format!(
        "每一行：卖出金额 × 您的分成 = 精确分成。钱只能记到分，多记或少记的零头写在“尾差”里，下次补回来，一分不会丢。{moved}有不明白的地方，请在前台问，我们一行一行对给您看。"
    );
    canvas.text(LEFT, y + 18.0, Align::Left, Pen::bold(8.5, CARE), "怎么看");
    let lines = canvas.lines(pen, RIGHT - LEFT - 36.0, 4, &text);
    canvas.paragraph(LEFT + 36.0, y + 18.0, pen, 12.0, &lines) + 1.0
}
