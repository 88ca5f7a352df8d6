//! Writes sample papers into a folder: `cargo run --release -p receipts --example samples -- out`.

#[path = "../tests/shop/mod.rs"]
mod shop;

use receipts::{Width, receipt_pdf, receipt_text, shift_pdf, statement_pdf};
use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;

    let sale = shop::sale();
    let mut practice = sale.clone();
    (practice.demo, practice.reprint, practice.refunded_fen, practice.donation_fen) = (true, true, Some(2_115), 0);
    "李㛃\u{20bb7}".clone_into(&mut practice.seller);
    for (name, sale) in [("receipt", &sale), ("receipt-practice", &practice)] {
        std::fs::write(folder.join(format!("{name}-58.txt")), receipt_text(sale, Width::Mm58))?;
        std::fs::write(folder.join(format!("{name}-80.txt")), receipt_text(sale, Width::Mm80))?;
        save(&folder, name, &receipt_pdf(sale)?)?;
    }

    for rows in [0, 7, 30, 250] {
        let mut statement = shop::statement(rows);
        statement.demo = rows == 7;
        save(&folder, &format!("statement-{rows}"), &statement_pdf(&statement)?)?;
    }
    save(&folder, "statement-hard", &statement_pdf(&hard())?)?;

    for owners in [0, 4, 60] {
        save(&folder, &format!("shift-z-{owners}"), &shift_pdf(&shop::shift(owners))?)?;
    }
    let mut open = shop::shift(4);
    (open.closing, open.demo) = (None, true);
    open.number.clear();
    open.closed.clear();
    "2026-06-30 12:00".clone_into(&mut open.printed);
    save(&folder, "shift-x", &shift_pdf(&open)?)
}

/// Long names, huge and negative amounts, a rare character, preview and practice at once.
fn hard() -> receipts::Statement {
    let mut hard = shop::statement(6);
    "柳树巷街道社区残疾人家庭互助合作社联合社（东门、西门、南门、北门四个站点合并记账）".clone_into(&mut hard.cooperative);
    "阿依古丽·买买提江·吐尔逊娜依 李㛃\u{20bb7}".clone_into(&mut hard.owner);
    "A-01、A-02、A-03、B-07、B-08、C-11、C-12、D-20、D-21".clone_into(&mut hard.grids);
    (hard.preview, hard.demo) = (true, true);
    hard.number.clear();
    let huge = 10_000_000_000_000;
    if let [first, second, third, ..] = &mut hard.lines[..] {
        "纯手工编织的超大号加厚珊瑚绒毛线毯（可以拆洗，送同色小枕头一个，颜色请在前台挑选）".clone_into(&mut first.good);
        (first.base_fen, first.exact_share_e8, first.amount_fen) = (Some(huge), Some(i128::from(huge) * 85_000_000), huge / 100 * 85);
        second.share_percent = Some("33.333333%".to_owned());
        (third.base_fen, third.amount_fen) = (Some(-huge), -huge);
    }
    hard.opening_fen = -320;
    hard.totals.other_fen = -huge;
    hard.closing_fen = -123_456;
    hard
}

fn save(folder: &Path, name: &str, document: &receipts::Document) -> Result<(), Box<dyn Error>> {
    std::fs::write(folder.join(format!("{name}.pdf")), &document.bytes)?;
    println!("{name}: {} pages, {} bytes, {:?}", document.pages, document.bytes.len(), document.warnings);
    Ok(())
}
