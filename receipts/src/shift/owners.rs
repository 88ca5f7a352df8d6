//! What each owner sold, over as many pages as it takes.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::ShiftOwner;
use crate::canvas::{Align, Canvas, Pen};
use crate::letterhead::{LEFT, RIGHT};
use crate::money::{yuan, yuan_of};
use crate::palette::{BRAND, CARE, INK, LINE, PAPER, SOFT, STOP, WHITE};

pub(super) const HEAD: f32 = 22.0;
pub(super) const ROW: f32 = 16.5;
pub(super) const TOTAL: f32 = 20.0;

/// Right ends of the figures' columns.
const COLUMNS: [(f32, &str, &str); 4] =
    [(RIGHT - 244.0, "行数", "Lines"), (RIGHT - 164.0, "卖出", "Sold"), (RIGHT - 84.0, "退回", "Returned"), (RIGHT - 6.0, "净额", "Net")];
const NAME_ROOM: f32 = 118.0;
const GRIDS_X: f32 = LEFT + 130.0;
const GRIDS_ROOM: f32 = COLUMNS[0].0 - 34.0 - GRIDS_X;

pub(super) fn head(canvas: &mut Canvas<'_>, y: f32) {
    canvas.fill([LEFT, y, RIGHT - LEFT, HEAD], BRAND);
    let (pen, soft) = (Pen::bold(9.0, WHITE), Pen::regular(7.2, WHITE));
    for (x, zh, en) in [(LEFT + 6.0, "铺主", "Owner"), (GRIDS_X, "格子", "Grids")] {
        canvas.text(x, y + 14.5, Align::Left, pen, zh);
        canvas.text(x + 22.0, y + 14.5, Align::Left, soft, en);
    }
    for (right, zh, en) in COLUMNS {
        canvas.text(right, y + 14.5, Align::Right, soft, en);
        let width = canvas.width(soft, en);
        canvas.text(right - width - 3.0, y + 14.5, Align::Right, pen, zh);
    }
}

pub(super) fn row(canvas: &mut Canvas<'_>, owner: &ShiftOwner, place: usize, y: f32) {
    if place % 2 == 1 {
        canvas.fill([LEFT, y, RIGHT - LEFT, ROW], PAPER);
    }
    let (name, ink) = if owner.name.is_empty() { ("还不知道是谁的 Not known yet", CARE) } else { (&*owner.name, INK) };
    canvas.fitted(LEFT + 6.0, y + 12.0, Align::Left, Pen::bold(9.5, ink), NAME_ROOM, name);
    canvas.fitted(GRIDS_X, y + 12.0, Align::Left, Pen::regular(9.0, SOFT), GRIDS_ROOM, &owner.grids);
    let net = i128::from(owner.sold_fen) - i128::from(owner.returned_fen);
    let back = if owner.returned_fen == 0 { INK } else { STOP };
    let figures = [
        (owner.lines.to_string(), Pen::regular(9.0, SOFT)),
        (yuan(owner.sold_fen), Pen::regular(9.5, INK)),
        (yuan(owner.returned_fen.saturating_neg()), Pen::regular(9.5, back)),
        (yuan_of(net), Pen::bold(9.5, INK)),
    ];
    draw(canvas, figures, y + 12.0);
    canvas.rule((LEFT, y + ROW), (RIGHT, y + ROW), 0.3, LINE);
}

pub(super) fn total(canvas: &mut Canvas<'_>, owners: &[ShiftOwner], y: f32) {
    let of = |figure: fn(&ShiftOwner) -> i64| owners.iter().map(|owner| i128::from(figure(owner))).sum::<i128>();
    let (sold, returned) = (of(|owner| owner.sold_fen), of(|owner| owner.returned_fen));
    canvas.rule((LEFT, y + 0.6), (RIGHT, y + 0.6), 1.2, BRAND);
    canvas.text(LEFT + 6.0, y + 14.0, Align::Left, Pen::bold(9.5, INK), &format!("合计 Total　{}", owners.len()));
    let pen = Pen::bold(9.5, INK);
    let figures = [of(|owner| owner.lines).to_string(), yuan_of(sold), yuan_of(-returned), yuan_of(sold - returned)];
    draw(canvas, figures.map(|figure| (figure, pen)), y + 14.0);
}

fn draw(canvas: &mut Canvas<'_>, figures: [(String, Pen); 4], y: f32) {
    for ((right, _, _), (figure, pen)) in COLUMNS.into_iter().zip(figures) {
        canvas.fitted(right, y, Align::Right, pen, 74.0, &figure);
    }
}
