//! The text receipt: exact at both widths, and never wider than the paper.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod shop;

use receipts::{Labelled, SaleLine, SaleReceipt, Width, receipt_text};
use shop::Dice;

const AT_58_MM: &str = "        柳树巷互助合作社
            东门站点
--------------------------------
单号 0630-0042
2026-06-30 14:05      一号收银台
收银 小梅
--------------------------------
[A-07] 手工布老虎
  2 件 x 23.50             47.00
  铺主让利 10%             -4.70
  小计                     42.30
[B-12] 土鸡蛋（散养，易碎，请轻
拿轻放，整板更划算）
  1.250 公斤 x 12.80       16.00
--------------------------------
小计                       58.30
整单优惠                   -2.00
抹零                       -0.30
合计                     ￥56.00
微信                       30.00
现金                       50.00
找零                       24.00
--------------------------------
   本小票为购物凭证，不是发票
            谢谢惠顾
 账本 10482 3f2a9c01…77be10aa
";

const PRACTICE_AT_80_MM: &str = "           *** 演示 DEMO 不是真账 ***
                柳树巷互助合作社
                    东门站点
                    【重打】
------------------------------------------------
单号 0630-0042
2026-07-01 00:20                      一号收银台
营业日 2026-06-30
收银 小梅
------------------------------------------------
[A-07] 手工布老虎
  2 件 x 23.50                             47.00
  铺主让利 10%                             -4.70
  小计                                     42.30
[B-12] 土鸡蛋（散养，易碎，请轻拿轻放，整板更划
算）
  1.250 公斤 x 12.80                       16.00
------------------------------------------------
小计                                       58.30
捐款                                        0.70
合计                                     ￥59.00
现金                                       59.00
已退款                                    -21.15
------------------------------------------------
           本小票为购物凭证，不是发票
                    谢谢惠顾
           *** 演示 DEMO 不是真账 ***
";

#[test]
fn a_sale_at_58_mm() {
    assert_eq!(receipt_text(&shop::sale(), Width::Mm58), AT_58_MM);
}

#[test]
fn a_reprinted_practice_sale_at_80_mm() {
    let sale = SaleReceipt {
        local_time: "2026-07-01 00:20".to_owned(),
        order_discount_fen: 0,
        rounding_off_fen: 0,
        donation_fen: 70,
        total_fen: 5_900,
        tenders: vec![Labelled { label: "现金".to_owned(), fen: 5_900 }],
        change_fen: 0,
        refunded_fen: Some(2_115),
        head: None,
        demo: true,
        reprint: true,
        ..shop::sale()
    };
    assert_eq!(receipt_text(&sale, Width::Mm80), PRACTICE_AT_80_MM);
}

#[test]
fn signs_that_a_slip_printer_lacks_are_replaced() {
    let sale = SaleReceipt { site: "¥ − – \u{a0}\u{200b}东\n门".to_owned(), ..shop::sale() };
    assert!(receipt_text(&sale, Width::Mm58).contains("￥ - -  东 门\n"));
}

#[test]
fn no_line_is_wider_than_the_paper_whatever_the_names() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for _ in 0..2_000 {
        let sale = random_sale(&mut dice);
        for width in [Width::Mm58, Width::Mm80] {
            let text = receipt_text(&sale, width);
            assert!(text.contains("不是发票") && text.contains("合计") && text.ends_with('\n'));
            for line in text.lines() {
                let columns: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
                assert!(columns <= width.columns(), "{columns} columns: {line}\n{sale:?}");
                assert!(!line.ends_with(' ') && !line.contains('\t'), "{line:?}");
            }
        }
    }
}

fn random_sale(dice: &mut Dice) -> SaleReceipt {
    let lines = (0..dice.throw(4))
        .map(|_| SaleLine {
            grid: words(dice),
            name: words(dice),
            quantity: words(dice),
            unit: words(dice),
            unit_price_fen: fen(dice),
            gross_fen: fen(dice),
            discounts: (0..dice.throw(3)).map(|_| Labelled { label: words(dice), fen: fen(dice) }).collect(),
            total_fen: fen(dice),
        })
        .collect();
    SaleReceipt {
        cooperative: words(dice),
        site: words(dice),
        till: words(dice),
        receipt_number: words(dice),
        business_date: words(dice),
        local_time: words(dice),
        seller: words(dice),
        lines,
        order_discount_fen: fen(dice),
        rounding_off_fen: fen(dice),
        donation_fen: fen(dice),
        total_fen: fen(dice),
        tenders: (0..dice.throw(4)).map(|_| Labelled { label: words(dice), fen: fen(dice) }).collect(),
        change_fen: fen(dice),
        refunded_fen: (dice.throw(2) == 0).then(|| fen(dice)),
        demo: dice.throw(2) == 0,
        reprint: dice.throw(2) == 0,
        head: (dice.throw(2) == 0).then(shop::head),
        ..SaleReceipt::default()
    }
}

fn words(dice: &mut Dice) -> String {
    const SIGNS: [char; 24] = [
        '铺',
        '镕',
        '\u{20bb7}',
        '，',
        '（',
        '）',
        '“',
        '”',
        '。',
        '…',
        'W',
        'i',
        '9',
        '.',
        ',',
        '-',
        '%',
        ' ',
        '\n',
        '\t',
        '\u{200b}',
        'é',
        '¥',
        '👍',
    ];
    let length = if dice.throw(8) == 0 { 120 } else { 24 };
    (0..dice.throw(length)).map(|_| SIGNS[usize::try_from(dice.throw(24)).expect("small")]).collect()
}

fn fen(dice: &mut Dice) -> i64 {
    let size = i64::try_from(dice.throw(u64::from(u32::MAX))).expect("small");
    match dice.throw(5) {
        0 => 0,
        1 => -size,
        2 => i64::MAX,
        3 => i64::MIN,
        _ => size,
    }
}
