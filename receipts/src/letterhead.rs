//! What papers on A4 have in common: the sheet, the house's mark, the proof of the ledger, the places to sign.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use crate::LedgerHead;
use crate::canvas::{Align, Canvas, Pen};
use crate::palette::{BRAND, BRAND_SOFT, INK, Ink, LINE, SOFT, SUNKEN};

pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const LEFT: f32 = 36.0;
pub(crate) const RIGHT: f32 = WIDTH - LEFT;
/// Rows and blocks end above this.
pub(crate) const BOTTOM: f32 = HEIGHT - 54.0;
pub(crate) const TOP: f32 = 28.0;
pub(crate) const BAND: f32 = 20.0;
pub(crate) const PROOF: f32 = 62.0;
pub(crate) const SIGNATURES: f32 = 80.0;

/// Bars across the sheet, one below the other; returns where the next block starts.
pub(crate) fn bands(canvas: &mut Canvas<'_>, bands: impl Iterator<Item = (&'static str, Ink, Ink)>) -> f32 {
    let mut y = TOP;
    for (text, ink, ground) in bands {
        canvas.fill([LEFT, y, RIGHT - LEFT, BAND], ground);
        canvas.text(WIDTH / 2.0, y + 14.0, Align::Centre, Pen::bold(10.5, ink), text);
        y += BAND + 4.0;
    }
    y
}

/// The cooperative's name beside a shelf of nine grids, one of them taken, and a rule below; returns where the next block starts.
pub(crate) fn head(canvas: &mut Canvas<'_>, cooperative: &str, below_name: &str, y: f32) -> f32 {
    for (row, top) in [0.0, 11.0, 22.0].into_iter().enumerate() {
        for (column, left) in [0.0, 11.0, 22.0].into_iter().enumerate() {
            let ink = if (row, column) == (1, 1) { BRAND } else { BRAND_SOFT };
            canvas.fill([LEFT + left, y + top, 9.5, 9.5], ink);
        }
    }
    let name = canvas.lines(Pen::bold(14.0, INK), 290.0, 2, cooperative);
    let start = if name.len() > 1 { y + 12.0 } else { y + 15.0 };
    let below = canvas.paragraph(LEFT + 42.0, start, Pen::bold(14.0, INK), 17.0, &name);
    if name.len() == 1 {
        canvas.fitted(LEFT + 42.0, below - 1.0, Align::Left, Pen::regular(9.0, SOFT), 290.0, below_name);
    }
    canvas.rule((LEFT, y + 41.0), (RIGHT, y + 41.0), 1.4, BRAND);
    y + 54.0
}

/// Where the books stood, in a box: `words` say what that proves.
pub(crate) fn proof(canvas: &mut Canvas<'_>, head: &LedgerHead, words: &str, y: f32) {
    canvas.fill([LEFT, y, RIGHT - LEFT, PROOF - 6.0], SUNKEN);
    canvas.text(LEFT + 10.0, y + 16.0, Align::Left, Pen::bold(9.0, INK), "账本凭据");
    canvas.fitted(LEFT + 58.0, y + 16.0, Align::Left, Pen::regular(8.5, SOFT), RIGHT - LEFT - 68.0, words);
    let digits: Vec<char> = head.hash_hex.chars().collect();
    let groups: Vec<String> = digits.chunks(8).map(|group| group.iter().collect()).collect();
    let hash = if groups.is_empty() { "（无）".to_owned() } else { groups.join(" ") };
    canvas.fitted(LEFT + 10.0, y + 32.0, Align::Left, Pen::regular(10.0, INK), RIGHT - LEFT - 20.0, &hash);
    let check = format!("核对：gezi verify --head {}:<以上指纹，不带空格>", head.number);
    canvas.fitted(LEFT + 10.0, y + 46.5, Align::Left, Pen::regular(7.8, SOFT), RIGHT - LEFT - 20.0, &check);
}

/// Three places to sign: who, and what signing means.
pub(crate) fn signatures(canvas: &mut Canvas<'_>, places: [(&str, &str); 3], y: f32) {
    const GAP: f32 = 14.0;
    const CELL: f32 = (RIGHT - LEFT - 2.0 * GAP) / 3.0;
    let (title, soft) = (Pen::bold(9.5, INK), Pen::regular(8.0, SOFT));
    let mut x = LEFT;
    for (name, hint) in places {
        canvas.frame([x, y, CELL, SIGNATURES - 8.0], LINE);
        canvas.text(x + 8.0, y + 15.0, Align::Left, title, name);
        canvas.fitted(x + CELL - 8.0, y + 15.0, Align::Right, soft, CELL - 70.0, hint);
        canvas.rule((x + 8.0, y + 52.0), (x + CELL - 8.0, y + 52.0), 0.6, SOFT);
        canvas.text(x + 8.0, y + 65.0, Align::Left, soft, "日期：　　　　年　　月　　日");
        x += CELL + GAP;
    }
}
