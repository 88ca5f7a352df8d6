//! The sheets of a shift's report, from the letterhead to the signatures.
#![expect(clippy::float_arithmetic, reason = "positions on paper in points; no money here")]

use super::blocks::{self, Block, difference};
use super::{ShiftReport, checks, owners};
use crate::canvas::{Align, Canvas, Pen};
use crate::fonts::FontBook;
use crate::letterhead::{self, BOTTOM, HEIGHT, LEFT, PROOF, RIGHT, SIGNATURES, WIDTH};
use crate::money::{yuan, yuan_of};
use crate::palette::{BRAND, BRAND_SOFT, CARE, CARE_SOFT, INK, Ink, LINE, PLAY, SOFT, SUNKEN, WHITE};
use crate::{Document, PaperError, pdf};

const GAP: f32 = 16.0;
const COLUMN: f32 = (RIGHT - LEFT - GAP) / 2.0;
const BOX: f32 = 50.0;
/// The proof of the ledger and the signatures.
const END: f32 = PROOF + SIGNATURES;
/// Rows of owners that go along to the sheet that is signed.
const TAKEN_ALONG: usize = 3;

pub(super) fn document(book: &FontBook, report: &ShiftReport) -> Result<Document, PaperError> {
    let mut sheet = Sheet { canvas: Canvas::new(book), report, y: 0.0 };
    sheet.first();
    sheet.facts();
    sheet.key_figures();
    sheet.pair(&blocks::takings(report), &blocks::drawer(report));
    sheet.pair(&blocks::count(report), &blocks::moved(report));
    sheet.owners();
    sheet.end();
    sheet.footers();
    let about = pdf::About {
        title: format!("{} {} {}", title(report), report.till, report.business_date),
        author: report.cooperative.clone(),
        subject: report.number.clone(),
        issued_unix: report.issued_unix,
    };
    pdf::document(book, &sheet.canvas, &about, checks::contradictions(report))
}

fn title(report: &ShiftReport) -> &'static str {
    if report.closing.is_some() { "班次报表 Z" } else { "班次报表 X" }
}

fn number(report: &ShiftReport) -> String {
    match (report.number.as_str(), report.before.as_str()) {
        ("", _) => format!("印于 Printed {}", report.printed),
        (number, "") => format!("编号 No. {number}　这台收银台的第一张 First"),
        (number, before) => format!("编号 No. {number}　上一张 Before {before}"),
    }
}

struct Sheet<'b, 'r> {
    canvas: Canvas<'b>,
    report: &'r ShiftReport,
    y: f32,
}

impl Sheet<'_, '_> {
    fn bands(&mut self) -> f32 {
        let open = self.report.closing.is_none().then_some(("班次还开着：这是中途看一眼，数字还会变　X: still open", CARE, CARE_SOFT));
        let demo = self.report.demo.then_some(("演示 DEMO：练习用的数据，不是真账", WHITE, PLAY));
        letterhead::bands(&mut self.canvas, open.into_iter().chain(demo))
    }

    fn first(&mut self) {
        self.canvas.add_page(WIDTH, HEIGHT);
        let y = self.bands() + 4.0;
        self.canvas.text(RIGHT, y + 17.0, Align::Right, Pen::bold(19.0, BRAND), title(self.report));
        self.canvas.fitted(RIGHT, y + 31.0, Align::Right, Pen::regular(9.0, SOFT), 230.0, &number(self.report));
        let place = format!("{} · {}", self.report.site, self.report.till);
        self.y = letterhead::head(&mut self.canvas, &self.report.cooperative, &place, y);
    }

    fn turn(&mut self) {
        self.canvas.add_page(WIDTH, HEIGHT);
        let y = self.bands();
        let head = format!("{}（续 continued）· {} · {}", title(self.report), self.report.cooperative, self.report.till);
        self.canvas.fitted(LEFT, y + 13.0, Align::Left, Pen::bold(9.5, INK), 330.0, &head);
        self.canvas.fitted(RIGHT, y + 13.0, Align::Right, Pen::regular(9.0, SOFT), 180.0, &self.report.business_date);
        self.canvas.rule((LEFT, y + 20.0), (RIGHT, y + 20.0), 1.0, BRAND);
        self.y = y + 30.0;
    }

    /// Goes on with another sheet where the next block does not fit.
    fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.turn();
        }
    }

    fn facts(&mut self) {
        let report = self.report;
        let by = |when: &str, who: &str| if who.is_empty() { when.to_owned() } else { format!("{when}　{who}") };
        let closed = if report.closed.is_empty() { "还没有 Not yet".to_owned() } else { by(&report.closed, &report.closed_by) };
        let facts = [
            ("营业日", "Business day", report.business_date.clone()),
            ("开班", "Opened", by(&report.opened, &report.opened_by)),
            ("结班", "Closed", closed),
        ];
        let mut x = LEFT;
        for ((zh, en, text), width) in facts.into_iter().zip([110.0, 206.0, 206.0]) {
            self.canvas.text(x, self.y + 8.0, Align::Left, Pen::bold(9.0, SOFT), zh);
            let after = x + self.canvas.width(Pen::bold(9.0, SOFT), zh) + 4.0;
            self.canvas.text(after, self.y + 8.0, Align::Left, Pen::regular(7.5, SOFT), en);
            self.canvas.fitted(x, self.y + 22.0, Align::Left, Pen::bold(10.5, INK), width - 8.0, &text);
            x += width;
        }
        self.y += 34.0;
    }

    fn key_figures(&mut self) {
        let report = self.report;
        let net = i128::from(report.takings.sold_fen) - i128::from(report.takings.paid_back_fen);
        let third: (&str, &str, String, Ink) = match &report.closing {
            Some(closing) => {
                let (zh, en, ink) = difference(closing.difference_fen);
                (zh, en, yuan(closing.difference_fen), ink)
            }
            None => ("备用金", "Float", yuan(report.drawer.float_fen), INK),
        };
        let expected = report.closing.as_ref().map_or(report.drawer.expected_fen, |closing| closing.expected_fen);
        let figures = [("净收款", "Net takings", yuan_of(net), INK), ("应有现金", "Expected in the drawer", yuan(expected), INK), third];
        let width = (RIGHT - LEFT - 2.0 * 10.0) / 3.0;
        let mut x = LEFT;
        for (place, (zh, en, figure, ink)) in figures.into_iter().enumerate() {
            self.canvas.fill([x, self.y, width, BOX], if place == 0 { BRAND_SOFT } else { SUNKEN });
            self.canvas.fitted(x + 10.0, self.y + 15.0, Align::Left, Pen::bold(9.5, INK), width - 20.0, zh);
            self.canvas.fitted(x + 10.0, self.y + 26.0, Align::Left, Pen::regular(7.5, SOFT), width - 20.0, en);
            self.canvas.fitted(x + width - 10.0, self.y + 43.0, Align::Right, Pen::bold(18.0, ink), width - 20.0, &format!("¥ {figure}"));
            x += width + 10.0;
        }
        self.y += BOX + 10.0;
    }

    /// Two columns side by side; the second alone where the first has nothing.
    fn pair(&mut self, left: &Block, right: &Block) {
        let height = left.height().max(right.height());
        self.need(height);
        if left.is_empty() {
            right.draw(&mut self.canvas, [LEFT, LEFT + COLUMN], self.y);
        } else {
            left.draw(&mut self.canvas, [LEFT, LEFT + COLUMN], self.y);
            right.draw(&mut self.canvas, [RIGHT - COLUMN, RIGHT], self.y);
        }
        self.y += height + 12.0;
    }

    fn owners(&mut self) {
        let report = self.report;
        if report.owners.is_empty() {
            return;
        }
        let end = owners::TOTAL + 12.0 + if report.closing.is_some() { END } else { 0.0 };
        self.need(owners::HEAD + owners::ROW + owners::TOTAL);
        owners::head(&mut self.canvas, self.y);
        self.y += owners::HEAD;
        for (place, owner) in report.owners.iter().enumerate() {
            // Nobody signs a sheet without figures: the last rows stand above the signatures.
            let left = report.owners.len() - place;
            let rows = if left <= TAKEN_ALONG {
                report.owners.iter().skip(place).fold(end, |height, _| height + owners::ROW)
            } else {
                owners::ROW
            };
            if self.y + rows > BOTTOM {
                self.turn();
                owners::head(&mut self.canvas, self.y);
                self.y += owners::HEAD;
            }
            owners::row(&mut self.canvas, owner, place, self.y);
            self.y += owners::ROW;
        }
        owners::total(&mut self.canvas, &report.owners, self.y);
        self.y += owners::TOTAL + 12.0;
    }

    fn end(&mut self) {
        let Some(closing) = &self.report.closing else { return };
        self.need(END);
        let words = format!("结班时账本到第 {} 号凭证。账本此后被改动，下面这串指纹就对不上。", closing.head.number);
        letterhead::proof(&mut self.canvas, &closing.head, &words, self.y);
        let places = [("收银 Till", "我数过钱箱"), ("司库 Treasurer", "核对无误"), ("见证 Witness", "我在旁边看着数的")];
        letterhead::signatures(&mut self.canvas, places, self.y + PROOF);
    }

    fn footers(&mut self) {
        let count = self.canvas.pages.len();
        let (soft, y) = (Pen::regular(8.0, SOFT), HEIGHT - 28.0);
        let name = if self.report.number.is_empty() {
            title(self.report).to_owned()
        } else {
            format!("{} {}", title(self.report), self.report.number)
        };
        let place = format!("{} · {} · {}", self.report.site, self.report.till, self.report.business_date);
        for page in 0..count {
            self.canvas.turn_to(page);
            self.canvas.rule((LEFT, y - 12.0), (RIGHT, y - 12.0), 0.6, LINE);
            self.canvas.fitted(LEFT, y, Align::Left, soft, 160.0, &name);
            self.canvas.fitted(WIDTH / 2.0, y, Align::Centre, soft, 200.0, &place);
            self.canvas.text(RIGHT, y, Align::Right, soft, &format!("第 {} 页 / 共 {count} 页", page + 1));
        }
    }
}
