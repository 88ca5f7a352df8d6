//! The voucher of a payout: legible, the same every time, and in capitals.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use lopdf::Document as File;
use receipts::{FontBook, PayoutVoucher, payout_pdf, payout_pdf_with};

fn voucher() -> PayoutVoucher {
    let step = |what: &str, who: &str| (what.to_owned(), who.to_owned());
    PayoutVoucher {
        cooperative: "和谐格子铺合作社".to_owned(),
        number: "01970000".to_owned(),
        owner: "小白杨（P01）".to_owned(),
        grids: "A01、A02".to_owned(),
        due_fen: 4_857,
        offset_fen: 2_000,
        paid_fen: 2_857,
        through: "现金 Cash".to_owned(),
        steps: vec![
            step("拟款 Drafted", "2026-07-31 10:00　塔小尖"),
            step("铺主确认 Confirmed", "2026-07-31 10:05　小白杨 · 收银台"),
            step("会签 Co-signed", "2026-07-31 10:06　伞小骨"),
            step("付款 Paid", "2026-07-31 10:10　算小盘"),
        ],
        warning: String::new(),
        entry: "12".to_owned(),
        issued_unix: 1_785_460_000,
        demo: false,
    }
}

#[test]
fn the_voucher_says_what_was_paid_in_figures_and_in_capitals() {
    let document = payout_pdf(&voucher()).expect("a voucher");
    assert_eq!((document.pages, &document.warnings[..]), (1, &[][..]));
    let text = File::load_mem(&document.bytes).expect("a PDF").extract_text(&[1]).expect("text").replace('\n', "");
    for part in ["48.57", "20.00", "28.57", "人民币贰拾捌元伍角柒分", "小白杨（P01）", "A01、A02", "铺主确认", "凭证 12"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(payout_pdf(&voucher()).expect("again").bytes, document.bytes, "a reprint is the same");
}

#[test]
fn figures_that_contradict_each_other_are_named_and_a_warning_stands_across_the_sheet() {
    let book = FontBook::with_fallbacks::<&str>(&[]).expect("the embedded faces");
    let wrong =
        PayoutVoucher {
            paid_fen: 2_858, warning: "还没有付，不能凭此领款".to_owned(), entry: String::new(), demo: true, ..voucher()
        };
    let document = payout_pdf_with(&book, &wrong).expect("a voucher");
    assert_eq!(document.warnings, ["应付减抵租不等于实付"]);
    let text = File::load_mem(&document.bytes).expect("a PDF").extract_text(&[1]).expect("text").replace('\n', "");
    assert!(text.contains("不能凭此领款") && text.contains("未入账") && text.contains("演示"), "{text}");
}
