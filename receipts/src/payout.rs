//! The voucher of a payout (结款单): what was due, what went to rent, what was paid, in figures and in capitals, and who agreed.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use crate::canvas::{Align, Canvas, Pen};
use crate::fonts::{self, FontBook};
use crate::letterhead::{self, LEFT, RIGHT, SIGNATURES, WIDTH};
use crate::money::{capitals, yuan};
use crate::palette::{BRAND, CARE, CARE_SOFT, INK, LINE, PLAY, SOFT, SUNKEN, WHITE};
use crate::{Document, PaperError, pdf};

/// Half a sheet of A4: two vouchers fit on one.
const HEIGHT: f32 = 480.0;

/// A payout with every figure filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PayoutVoucher {
    /// The cooperative's name.
    pub cooperative: String,
    /// What the payout is called on paper.
    pub number: String,
    /// Whom it is paid to: nickname and list number.
    pub owner: String,
    /// Codes of their grids.
    pub grids: String,
    /// What was due.
    pub due_fen: i64,
    /// What of it went to rent.
    pub offset_fen: i64,
    /// What is paid.
    pub paid_fen: i64,
    /// Cash or a transfer.
    pub through: String,
    /// Who did what and when, in order.
    pub steps: Vec<(String, String)>,
    /// Said across the sheet while it is not paid, or once it did not arrive; empty where all is well.
    pub warning: String,
    /// The journal entry; empty before it is paid.
    pub entry: String,
    /// For the file's own dates.
    pub issued_unix: i64,
    /// Practice figures.
    pub demo: bool,
}

/// The voucher, in the fonts of the house.
pub fn payout_pdf(voucher: &PayoutVoucher) -> Result<Document, PaperError> {
    payout_pdf_with(fonts::book()?, voucher)
}

/// The voucher, in a book of faces.
pub fn payout_pdf_with(book: &FontBook, voucher: &PayoutVoucher) -> Result<Document, PaperError> {
    let mut canvas = Canvas::new(book);
    canvas.add_page(WIDTH, HEIGHT);
    let mut y = letterhead::bands(&mut canvas, voucher.demo.then_some(("演示 DEMO：练习用的数据，不是真账", WHITE, PLAY)).into_iter());
    if !voucher.warning.is_empty() {
        canvas.fill([LEFT, y, RIGHT - LEFT, letterhead::BAND], CARE_SOFT);
        canvas.fitted(WIDTH / 2.0, y + 14.0, Align::Centre, Pen::bold(10.5, CARE), RIGHT - LEFT - 16.0, &voucher.warning);
        y += letterhead::BAND + 4.0;
    }
    y += 4.0;
    canvas.text(RIGHT, y + 17.0, Align::Right, Pen::bold(19.0, BRAND), "结款单");
    canvas.fitted(RIGHT, y + 31.0, Align::Right, Pen::regular(9.0, SOFT), 230.0, &format!("编号：{}", voucher.number));
    y = letterhead::head(&mut canvas, &voucher.cooperative, "格子铺 · 合作社账务", y);
    canvas.fitted(LEFT, y + 10.0, Align::Left, Pen::bold(13.0, INK), 330.0, &format!("付给　{}", voucher.owner));
    canvas.fitted(RIGHT, y + 10.0, Align::Right, Pen::regular(10.0, SOFT), 180.0, &format!("格子　{}", voucher.grids));
    y += 24.0;
    for (what, fen) in [("应付 Due", voucher.due_fen), ("抵格租 Rent", voucher.offset_fen)] {
        canvas.text(LEFT + 10.0, y + 12.0, Align::Left, Pen::regular(11.0, INK), what);
        canvas.text(RIGHT - 10.0, y + 12.0, Align::Right, Pen::regular(12.0, INK), &yuan(fen));
        canvas.rule((LEFT, y + 19.0), (RIGHT, y + 19.0), 0.6, LINE);
        y += 21.0;
    }
    canvas.fill([LEFT, y + 2.0, RIGHT - LEFT, 52.0], SUNKEN);
    canvas.text(LEFT + 10.0, y + 22.0, Align::Left, Pen::bold(12.0, INK), "实付 Paid");
    canvas.fitted(LEFT + 90.0, y + 22.0, Align::Left, Pen::regular(10.0, SOFT), 220.0, &voucher.through);
    canvas.text(RIGHT - 10.0, y + 24.0, Align::Right, Pen::bold(18.0, BRAND), &yuan(voucher.paid_fen));
    canvas.fitted(
        LEFT + 10.0,
        y + 44.0,
        Align::Left,
        Pen::bold(11.0, INK),
        RIGHT - LEFT - 20.0,
        &format!("大写　{}", capitals(voucher.paid_fen)),
    );
    y += 64.0;
    for (what, who) in &voucher.steps {
        canvas.fitted(LEFT + 10.0, y + 10.0, Align::Left, Pen::bold(9.5, SOFT), 120.0, what);
        canvas.fitted(LEFT + 140.0, y + 10.0, Align::Left, Pen::regular(9.5, INK), RIGHT - LEFT - 150.0, who);
        y += 15.0;
    }
    let entry = if voucher.entry.is_empty() { "未入账".to_owned() } else { format!("凭证 {}", voucher.entry) };
    canvas.fitted(RIGHT, HEIGHT - 20.0, Align::Right, Pen::regular(8.0, SOFT), 200.0, &entry);
    let places = [("铺主", "收到实付金额"), ("会签", "按支持计划"), ("司库", "已付款")];
    letterhead::signatures(&mut canvas, places, HEIGHT - SIGNATURES - 30.0);
    let adds_up = i128::from(voucher.due_fen) - i128::from(voucher.offset_fen) == i128::from(voucher.paid_fen);
    let wrong = if adds_up { Vec::new() } else { vec!["应付减抵租不等于实付".to_owned()] };
    let about = pdf::About {
        title: format!("结款单 {}", voucher.number),
        author: voucher.cooperative.clone(),
        subject: voucher.number.clone(),
        issued_unix: voucher.issued_unix,
    };
    pdf::document(book, &canvas, &about, wrong)
}
