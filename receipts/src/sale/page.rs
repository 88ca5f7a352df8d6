//! A receipt as a PDF page, 80 mm wide and as long as its content.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::{DEMO, NOT_AN_INVOICE, REPRINT, SaleLine, SaleReceipt, quantity_and_price};
use crate::canvas::{Align, Canvas, Pen};
use crate::fonts::{self, FontBook};
use crate::money::{yuan, yuan_of};
use crate::palette::{CARE, INK, LINE, PLAY, SOFT, SUNKEN, WHITE};
use crate::{Document, PaperError, pdf};

/// 80 mm.
const WIDTH: f32 = 226.77;
const LEFT: f32 = 14.0;
const RIGHT: f32 = WIDTH - LEFT;
const MIDDLE: f32 = WIDTH / 2.0;
const ROOM: f32 = RIGHT - LEFT;
/// A PDF page ends at 14,400 points; a longer receipt goes on with another page.
const LONGEST: f32 = 14_000.0;
const QR_SIDE: f32 = 84.0;

/// The receipt as a PDF, 80 mm wide, one page unless it has hundreds of lines.
pub fn receipt_pdf(sale: &SaleReceipt) -> Result<Document, PaperError> {
    receipt_pdf_with(fonts::book()?, sale)
}

/// As [`receipt_pdf`], with a font book of the caller's.
pub fn receipt_pdf_with(book: &FontBook, sale: &SaleReceipt) -> Result<Document, PaperError> {
    let mut warnings = sale.contradictions();
    let mut strip = Strip { canvas: Canvas::new(book), y: 0.0 };
    strip.start();
    head(&mut strip, sale);
    strip.rule();
    for line in &sale.lines {
        goods(&mut strip, line);
    }
    strip.rule();
    sums(&mut strip, sale);
    foot(&mut strip, sale, &mut warnings);
    strip.end();
    let about = pdf::About {
        title: format!("小票 {}", sale.receipt_number),
        author: sale.cooperative.clone(),
        subject: NOT_AN_INVOICE.to_owned(),
        issued_unix: sale.issued_unix,
    };
    pdf::document(book, &strip.canvas, &about, warnings)
}

fn head(strip: &mut Strip<'_>, sale: &SaleReceipt) {
    if sale.demo {
        strip.band(DEMO);
    }
    strip.y += 6.0;
    strip.centred(Pen::bold(14.0, INK), 18.0, &sale.cooperative);
    strip.centred(Pen::regular(9.5, SOFT), 13.0, &sale.site);
    if sale.reprint {
        strip.y += 2.0;
        strip.centred(Pen::bold(10.0, CARE), 14.0, &format!("【{REPRINT}】"));
    }
    strip.rule();
    let soft = Pen::regular(8.5, SOFT);
    let business_day = if sale.local_time.starts_with(&sale.business_date) { "" } else { sale.business_date.as_str() };
    for (name, text) in [
        ("单号", &*sale.receipt_number),
        ("时间", &sale.local_time),
        ("营业日", business_day),
        ("收银台", &sale.till),
        ("收银", &sale.seller),
    ] {
        if !text.is_empty() {
            strip.pair((soft, name), (Pen::regular(8.5, INK), text), 12.5);
        }
    }
}

fn goods(strip: &mut Strip<'_>, line: &SaleLine) {
    strip.need(60.0);
    let name = Pen::bold(9.5, INK);
    let mut indent = 0.0;
    if !line.grid.is_empty() {
        let chip = Pen::bold(7.5, INK);
        let width = strip.canvas.width(chip, &line.grid).min(ROOM / 3.0) + 8.0;
        strip.canvas.fill([LEFT, strip.y + 1.6, width, 11.6], SUNKEN);
        strip.canvas.fitted(LEFT + width / 2.0, strip.y + 10.2, Align::Centre, chip, width - 8.0, &line.grid);
        indent = width + 5.0;
    }
    for text in strip.canvas.lines(name, ROOM - indent, usize::MAX, &line.name) {
        strip.y += 13.5;
        strip.canvas.text(LEFT + indent, strip.y - 2.8, Align::Left, name, &text);
        strip.need(40.0);
    }
    let (soft, figure) = (Pen::regular(8.5, SOFT), Pen::regular(9.0, INK));
    strip.pair((soft, &quantity_and_price(line, "×")), (figure, &yuan(line.gross_fen)), 12.5);
    for discount in &line.discounts {
        strip.pair((Pen::regular(8.5, CARE), &discount.label), (Pen::regular(9.0, CARE), &yuan(discount.fen.saturating_neg())), 12.5);
    }
    if !line.discounts.is_empty() {
        strip.pair((soft, "小计"), (Pen::bold(9.0, INK), &yuan(line.total_fen)), 12.5);
    }
    strip.y += 4.5;
}

fn sums(strip: &mut Strip<'_>, sale: &SaleReceipt) {
    strip.need(120.0);
    let (soft, figure) = (Pen::regular(9.0, SOFT), Pen::regular(9.5, INK));
    let steps = sale.steps();
    if !steps.is_empty() {
        strip.pair((soft, "小计"), (figure, &yuan_of(sale.lines_total())), 13.5);
    }
    for (label, amount) in &steps {
        let ink = if amount.starts_with('-') { CARE } else { INK };
        strip.pair((soft, label), (Pen::regular(9.5, ink), amount), 13.5);
    }
    strip.pair((Pen::bold(12.0, INK), "合计"), (Pen::bold(18.0, INK), &format!("¥ {}", yuan(sale.total_fen))), 25.0);
    strip.y += 3.0;
    for tender in &sale.tenders {
        strip.pair((soft, &tender.label), (figure, &yuan(tender.fen)), 13.5);
    }
    if sale.change_fen != 0 {
        strip.pair((soft, "找零"), (Pen::bold(9.5, INK), &yuan(sale.change_fen)), 13.5);
    }
    if let Some(refunded) = sale.refunded_fen {
        strip.pair((Pen::regular(9.0, CARE), "已退款"), (Pen::bold(9.5, CARE), &yuan(refunded.saturating_neg())), 13.5);
    }
}

fn foot(strip: &mut Strip<'_>, sale: &SaleReceipt, warnings: &mut Vec<String>) {
    strip.rule();
    strip.need(QR_SIDE + 80.0);
    if let Some(payload) = sale.qr_payload.as_deref() {
        if strip.canvas.qr(MIDDLE - QR_SIDE / 2.0, strip.y + 6.0, QR_SIDE, payload) {
            strip.y += QR_SIDE + 10.0;
            strip.centred(Pen::regular(8.0, SOFT), 12.0, "扫码看小票，退换货请出示");
        } else {
            warnings.push("二维码内容为空或太长，没有印".to_owned());
        }
    }
    strip.y += 3.0;
    strip.centred(Pen::bold(9.0, INK), 13.0, NOT_AN_INVOICE);
    strip.centred(Pen::regular(9.0, SOFT), 13.0, "谢谢惠顾");
    if let Some(head) = &sale.head {
        strip.centred(Pen::regular(7.0, SOFT), 11.0, &format!("账本 {} · {}", head.number, head.short_hash()));
    }
    if sale.demo {
        strip.y += 5.0;
        strip.band(DEMO);
    }
}

/// A roll of paper and how far down it is written.
struct Strip<'b> {
    canvas: Canvas<'b>,
    y: f32,
}

impl Strip<'_> {
    fn start(&mut self) {
        self.canvas.add_page(WIDTH, 0.0);
        self.y = 12.0;
    }

    /// Cuts the paper where the writing ends.
    fn end(&mut self) {
        if let Some(page) = self.canvas.pages.last_mut() {
            page.height = self.y + 14.0;
        }
    }

    fn need(&mut self, height: f32) {
        if self.y + height > LONGEST {
            self.end();
            self.start();
        }
    }

    fn rule(&mut self) {
        self.y += 5.0;
        self.canvas.rule((LEFT, self.y), (RIGHT, self.y), 0.8, LINE);
        self.y += 4.0;
    }

    fn band(&mut self, text: &str) {
        self.canvas.fill([LEFT, self.y, ROOM, 19.0], PLAY);
        self.canvas.fitted(MIDDLE, self.y + 13.2, Align::Centre, Pen::bold(10.0, WHITE), ROOM - 12.0, text);
        self.y += 19.0;
    }

    fn centred(&mut self, pen: Pen, leading: f32, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        for line in self.canvas.lines(pen, ROOM, usize::MAX, text) {
            self.y += leading;
            self.canvas.text(MIDDLE, self.y - leading * 0.22, Align::Centre, pen, &line);
            self.need(leading);
        }
    }

    /// A label, broken into lines as needed, and a figure on the right of the last one.
    fn pair(&mut self, (label_pen, label): (Pen, &str), (figure_pen, figure): (Pen, &str), leading: f32) {
        let room_for_figure = ROOM * 0.74;
        let taken = self.canvas.width(figure_pen, figure).min(room_for_figure);
        for (place, line) in self.canvas.lines(label_pen, ROOM - taken - 8.0, usize::MAX, label).into_iter().enumerate() {
            self.need(leading);
            if place > 0 {
                self.y += label_pen.size * 1.35 - leading;
            }
            self.y += leading;
            self.canvas.text(LEFT, self.y - leading * 0.24, Align::Left, label_pen, &line);
        }
        self.canvas.fitted(RIGHT, self.y - leading * 0.24, Align::Right, figure_pen, room_for_figure, figure);
    }
}
