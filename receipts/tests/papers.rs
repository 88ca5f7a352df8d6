//! The PDFs: the same bytes every time, small, legible to machines, and whole under any data.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod shop;

use lopdf::{Document as File, Object};
use receipts::{
    Document, FontBook, SaleReceipt, Statement, receipt_pdf, receipt_pdf_with, shift_pdf, shift_pdf_with, statement_pdf, statement_pdf_with,
};

/// The crate's own faces only, so that what is installed here does not matter.
fn bare() -> FontBook {
    FontBook::with_fallbacks::<&str>(&[]).expect("the embedded faces")
}

fn file(document: &Document) -> File {
    assert!(document.bytes.starts_with(b"%PDF-1.7"));
    let file = File::load_mem(&document.bytes).expect("a PDF that loads");
    assert_eq!(file.get_pages().len(), document.pages);
    file
}

fn text(document: &Document) -> String {
    let pages: Vec<u32> = (1..).take(document.pages).collect();
    file(document).extract_text(&pages).expect("ToUnicode on every font").replace('\n', "")
}

/// The `/BaseFont` and size of every embedded font.
fn fonts(file: &File) -> Vec<(String, usize)> {
    let descriptors = file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dictionary| dictionary.has(b"FontFile2"));
    let font = |dictionary: &lopdf::Dictionary| {
        let name = dictionary.get(b"FontName").and_then(Object::as_name).expect("a name");
        let program = dictionary.get(b"FontFile2").and_then(Object::as_reference).and_then(|at| file.get_object(at)).expect("a font file");
        (String::from_utf8_lossy(name).into_owned(), program.as_stream().expect("a stream").content.len())
    };
    descriptors.map(font).collect()
}

#[test]
fn the_same_data_make_the_same_bytes_on_any_thread() {
    let (statement, sale) = (shop::statement(60), shop::sale());
    let first = (statement_pdf(&statement).expect("a statement"), receipt_pdf(&sale).expect("a receipt"));
    assert!(first.0.warnings.is_empty() && first.1.warnings.is_empty(), "{:?} {:?}", first.0.warnings, first.1.warnings);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!((statement_pdf(&statement).expect("again"), receipt_pdf(&sale).expect("again")), first));
        }
    });
}

#[test]
fn another_figure_makes_another_file_identity() {
    let id = |statement: &Statement| file(&statement_pdf(statement).expect("a statement")).trailer.get(b"ID").cloned().expect("an id");
    let (one, mut other) = (shop::statement(3), shop::statement(3));
    assert_eq!(id(&one), id(&one));
    other.closing_fen += 1;
    assert_ne!(id(&one), id(&other));
    let later = Statement { issued_unix: one.issued_unix + 1, ..one.clone() };
    assert_ne!(id(&one), id(&later));
}

#[test]
fn only_the_glyphs_in_use_are_embedded() {
    for document in [statement_pdf(&shop::statement(7)).expect("a statement"), receipt_pdf(&shop::sale()).expect("a receipt")] {
        assert_eq!(document.pages, 1);
        assert!(document.bytes.len() < 120_000, "{} bytes: is a whole font inside?", document.bytes.len());
        let fonts = fonts(&file(&document));
        assert_eq!(fonts.len(), 2);
        for (name, size) in fonts {
            let (tag, face) = name.split_once('+').expect("a subset tag");
            assert!(tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()), "{name}");
            assert!(face.starts_with("NotoSansSC-") && size < 60_000, "{name}: {size} bytes");
        }
    }
}

#[test]
fn a_machine_can_read_the_text() {
    let statement = text(&statement_pdf(&shop::statement(30)).expect("a statement"));
    for words in ["陈桂芳", "期末应付", "手工布老虎", "第 2 页 / 共 2 页", "DZ-2026-06-0012", "3f2a9c01 51be774d", "铺主确认", "人民币"]
    {
        assert!(statement.contains(words), "{words} is not in {statement}");
    }
    let receipt = text(&receipt_pdf(&shop::sale()).expect("a receipt"));
    for words in ["本小票为购物凭证，不是发票", "¥ 56.00", "铺主让利 10%", "小梅"] {
        assert!(receipt.contains(words), "{words} is not in {receipt}");
    }
}

#[test]
fn exact_shares_stand_beside_what_was_rounded() {
    // 4.90 at 85 % is 4.165 yuan: half a fen is carried, or the half from before is paid out.
    for (credited, figures) in [(416, "4.1650-0.00504.16"), (417, "4.1650+0.00504.17")] {
        let mut statement = shop::statement(1);
        let line = &mut statement.lines[0];
        (line.base_fen, line.exact_share_e8, line.amount_fen) = (Some(490), Some(490 * 85_000_000), credited);
        let printed = text(&statement_pdf(&statement).expect("a statement"));
        assert!(printed.contains(figures), "{figures} is not in {printed}");
    }
}

#[test]
fn what_a_cap_moved_is_added_beside_the_share() {
    let mut statement = shop::statement(1);
    let line = &mut statement.lines[0];
    (line.base_fen, line.share_percent, line.exact_share_e8) = (Some(5_800), Some("86%".to_owned()), Some(5_800 * 86_000_000));
    (line.moved_fen, line.amount_fen, line.balance_fen) = (232, 5_220, statement.opening_fen + 5_220);
    (statement.totals.sales_fen, statement.totals.refunds_fen) = (5_220, 0);
    statement.closing_fen = statement.opening_fen + 5_220;
    let document = statement_pdf(&statement).expect("a statement");
    assert_eq!(document.warnings, Vec::<String>::new());
    let printed = text(&document);
    for words in ["49.88000.000052.20", "另加封顶转入 2.32", "合计 1 行，含封顶转入 2.32", "爱心股东的分成到了封顶"]
    {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
    // As it was before: base × share is not what stands beside it.
    statement.lines[0].exact_share_e8 = Some(522_000_000_000);
    assert_eq!(statement_pdf(&statement).expect("a statement").warnings.len(), 2);
    assert!(!text(&statement_pdf(&shop::statement(30)).expect("a statement")).contains("封顶"));
}

#[test]
fn a_character_without_a_glyph_shows_its_code_and_a_warning() {
    let book = bare();
    let mut statement = shop::statement(2);
    "李㛃\u{20bb7}".clone_into(&mut statement.owner);
    let document = statement_pdf_with(&book, &statement).expect("a statement");
    assert_eq!(document.warnings, ["字体里没有「\u{20bb7}」，印成〔U+20BB7〕"]);
    assert!(text(&document).contains("〔U+20BB7〕"));
    let sale = SaleReceipt { seller: "\u{20bb7}\u{20bb7}".to_owned(), ..shop::sale() };
    assert_eq!(receipt_pdf_with(&book, &sale).expect("a receipt").warnings.len(), 1);
}

#[test]
fn practice_and_preview_are_on_every_page() {
    let statement = Statement { demo: true, preview: true, number: String::new(), ..shop::statement(60) };
    let document = statement_pdf(&statement).expect("a statement");
    let file = file(&document);
    assert!(document.pages >= 3);
    for page in (1..).take(document.pages) {
        let text = file.extract_text(&[page]).expect("text");
        assert!(text.contains("预览，未签发") && text.contains("演示 DEMO"), "page {page}");
        assert!(!text.contains("铺主确认"), "a preview is not signed");
    }
    let sale = SaleReceipt { demo: true, reprint: true, ..shop::sale() };
    let receipt = text(&receipt_pdf(&sale).expect("a receipt"));
    assert!(receipt.contains("演示 DEMO") && receipt.contains("重打"));
}

#[test]
fn empty_long_and_huge_statements_are_whole() {
    let none = statement_pdf(&Statement::default()).expect("nothing filled in");
    assert_eq!((none.pages, none.warnings.len()), (1, 0));
    assert!(text(&none).contains("（未登记姓名）"));

    let many = statement_pdf(&shop::statement(2_000)).expect("2,000 lines");
    assert!(many.pages > 60 && many.bytes.len() < 1_000_000, "{} pages, {} bytes", many.pages, many.bytes.len());
    assert!(text(&many).contains(&format!("第 {0} 页 / 共 {0} 页", many.pages)));

    let mut huge = shop::statement(1);
    let fen = 10_000_000_000_000;
    (huge.opening_fen, huge.closing_fen, huge.totals.sales_fen) = (-fen, 0, fen);
    let line = &mut huge.lines[0];
    (line.base_fen, line.exact_share_e8, line.amount_fen, line.balance_fen) = (Some(fen), Some(i128::from(fen) * 100_000_000), fen, 0);
    line.share_percent = Some("100%".to_owned());
    line.good = "很长的名字，".repeat(200);
    huge.owner = "阿依古丽".repeat(60);
    huge.cooperative = "Very long names without a break ".repeat(20);
    let huge = statement_pdf(&huge).expect("huge figures");
    assert!(huge.warnings.is_empty() && text(&huge).contains("100,000,000,000.0000"), "{:?}", huge.warnings);

    let mut extreme = shop::statement(5);
    for line in &mut extreme.lines {
        (line.base_fen, line.exact_share_e8, line.amount_fen, line.balance_fen) = (Some(i64::MIN), Some(i128::MAX), i64::MIN, i64::MAX);
    }
    (extreme.opening_fen, extreme.closing_fen) = (i64::MIN, i64::MIN);
    assert!(!statement_pdf(&extreme).expect("nonsense is printed, with warnings").warnings.is_empty());
}

#[test]
fn figures_that_contradict_each_other_are_told() {
    let mut statement = shop::statement(3);
    statement.lines[1].balance_fen += 1;
    statement.closing_fen -= 1;
    assert_eq!(statement_pdf(&statement).expect("a statement").warnings.len(), 3);
    let sale = SaleReceipt { total_fen: 5_599, ..shop::sale() };
    assert_eq!(receipt_pdf(&sale).expect("a receipt").warnings.len(), 2);
}

#[test]
fn a_receipt_of_a_thousand_lines_goes_on_with_another_page() {
    let mut sale = shop::sale();
    let line = sale.lines[0].clone();
    sale.lines = vec![line; 1_000];
    let document = receipt_pdf(&sale).expect("a receipt");
    assert!(document.pages > 1);
    for page in file(&document).get_pages().values() {
        let loaded = file(&document);
        let size = loaded.get_dictionary(*page).and_then(|page| page.get(b"MediaBox")).and_then(Object::as_array).cloned().expect("a size");
        let numbers: Vec<f32> = size.iter().map(|number| number.as_float().expect("a number")).collect();
        assert!((numbers[2] - 226.77).abs() < 0.1 && numbers[3] <= 14_400.0, "{numbers:?}");
    }
}

#[test]
fn a_payload_too_long_for_a_code_is_told() {
    let sale = SaleReceipt { qr_payload: Some("x".repeat(5_000)), ..shop::sale() };
    assert_eq!(receipt_pdf(&sale).expect("a receipt").warnings, ["二维码内容为空或太长，没有印"]);
}

#[test]
fn a_shifts_report_says_what_is_to_be_signed_and_names_its_own_contradictions() {
    let z = shop::shift(4);
    let paper = shift_pdf_with(&bare(), &z).expect("a report");
    assert_eq!((paper.warnings.clone(), paper.pages), (Vec::new(), 1));
    let said = text(&paper);
    for words in ["班次报表 Z", "1-0042", "1-0021", "小满", "短款", "-0.50", "净收款", "Expected", "司库 Treasurer", "3f2a9c01"]
    {
        assert!(said.contains(words), "{words} is missing: {said}");
    }
    assert_eq!(shift_pdf(&z).expect("again").bytes, shift_pdf(&z).expect("again").bytes);
    let mut wrong = z.clone();
    wrong.takings.goods_fen += 1;
    wrong.drawer.expected_fen += 1;
    let told = shift_pdf_with(&bare(), &wrong).expect("a report").warnings;
    assert_eq!(told, ["货款减优惠、抹零加捐款不等于销售收款", "各铺主之和不等于货款", "钱箱各项之和不等于应有现金"]);
}

#[test]
fn a_shift_of_sixty_owners_goes_over_pages_and_an_open_one_is_not_signed() {
    let mut report = shop::shift(60);
    let paper = shift_pdf_with(&bare(), &report).expect("a report");
    assert!(paper.pages > 1 && text(&paper).contains("续 continued"));
    report.closing = None;
    report.number.clear();
    let said = text(&shift_pdf_with(&bare(), &report).expect("a report"));
    assert!(said.contains("班次报表 X") && said.contains("班次还开着") && !said.contains("司库"), "{said}");
}
