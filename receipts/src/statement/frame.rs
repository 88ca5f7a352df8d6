//! What frames every page of a statement: bands, headers, footers.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::Statement;
use crate::canvas::{Align, Canvas, Pen};
use crate::palette::{BRAND, CARE, CARE_SOFT, INK, Ink, LINE, PLAY, SOFT, WHITE};

use crate::letterhead::{self, BAND, TOP};
pub(super) use crate::letterhead::{BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH};

/// The owner's name, or what stands in for it.
pub(super) fn owner(statement: &Statement) -> &str {
    if statement.owner.trim().is_empty() { "（未登记姓名）" } else { &statement.owner }
}

fn number(statement: &Statement) -> String {
    match (statement.number.trim(), statement.preview) {
        ("", true) => "编号：签发时编".to_owned(),
        ("", false) => "编号：无".to_owned(),
        (number, _) => format!("编号：{number}"),
    }
}

fn bands(statement: &Statement) -> impl Iterator<Item = (&'static str, Ink, Ink)> {
    let preview = statement.preview.then_some(("预览，未签发：数字还可能改变，不能凭此领款", CARE, CARE_SOFT));
    let demo = statement.demo.then_some(("演示 DEMO：练习用的数据，不是真账", WHITE, PLAY));
    preview.into_iter().chain(demo)
}

/// Draws the head of the first page; returns where the next block starts.
pub(super) fn first_page(canvas: &mut Canvas<'_>, statement: &Statement) -> f32 {
    canvas.add_page(WIDTH, HEIGHT);
    let y = letterhead::bands(canvas, bands(statement)) + 4.0;
    canvas.text(RIGHT, y + 17.0, Align::Right, Pen::bold(19.0, BRAND), "铺主对账单");
    let soft = Pen::regular(9.0, SOFT);
    canvas.fitted(RIGHT, y + 31.0, Align::Right, soft, 200.0, &number(statement));
    letterhead::head(canvas, &statement.cooperative, "格子铺 · 合作社账务", y)
}

/// Where the table starts on every page but the first.
pub(super) fn next_top(statement: &Statement) -> f32 {
    bands(statement).fold(TOP, |y, _| y + BAND + 4.0) + 28.0
}

/// Adds a page with its short head; returns where the table starts.
pub(super) fn next_page(canvas: &mut Canvas<'_>, statement: &Statement) -> f32 {
    canvas.add_page(WIDTH, HEIGHT);
    let y = letterhead::bands(canvas, bands(statement));
    let room = (RIGHT - LEFT) / 2.0 - 8.0;
    let title = Pen::bold(9.5, INK);
    let lines = canvas.lines(title, room, 1, &format!("铺主对账单（续）· {}", statement.cooperative));
    canvas.paragraph(LEFT, y + 13.0, title, 0.0, &lines);
    canvas.fitted(RIGHT, y + 13.0, Align::Right, Pen::regular(9.0, SOFT), room, &format!("{}　{}", owner(statement), statement.month));
    canvas.rule((LEFT, y + 20.0), (RIGHT, y + 20.0), 1.0, BRAND);
    next_top(statement)
}

/// Writes the footers, once the number of pages is known.
pub(super) fn footers(canvas: &mut Canvas<'_>, statement: &Statement) {
    let count = canvas.pages.len();
    let soft = Pen::regular(8.0, SOFT);
    let y = HEIGHT - 28.0;
    let head = format!("账本第 {} 号 · {}", statement.head.number, statement.head.short_hash());
    for page in 0..count {
        canvas.turn_to(page);
        canvas.rule((LEFT, y - 12.0), (RIGHT, y - 12.0), 0.6, LINE);
        canvas.fitted(LEFT, y, Align::Left, soft, 180.0, &number(statement));
        canvas.fitted(WIDTH / 2.0, y, Align::Centre, soft, 170.0, &head);
        canvas.text(RIGHT, y, Align::Right, soft, &format!("第 {} 页 / 共 {count} 页", page + 1));
    }
}
