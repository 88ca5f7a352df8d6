//! A small shop to print for: invented people and goods, the same on every call. Used by tests and examples.
#![allow(dead_code, reason = "each test and example uses a part")]

use receipts::{
    Labelled, LedgerHead, SaleLine, SaleReceipt, ShiftClosing, ShiftDrawer, ShiftMovement, ShiftOwner, ShiftReport, Statement,
    StatementLine, StatementTotals, Takings,
};

const GOODS: [(&str, &str, i64); 8] = [
    ("手工布老虎", "A-07", 2_350),
    ("酱黄瓜", "A-07", 490),
    ("钩针杯垫（一套六个，颜色随机）", "B-12", 888),
    ("土鸡蛋", "A-07", 1_280),
    ("玉米饼", "B-12", 730),
    ("老粗布围裙", "A-07", 3_000),
    ("红豆包", "B-12", 250),
    ("旧书：平凡的世界（三册全）", "A-07", 1_760),
];

/// Numbers that look random and never change.
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) % sides
    }
}

pub fn head() -> LedgerHead {
    LedgerHead { number: 10_482, hash_hex: "3f2a9c0151be774d0c6a18e29b5f4d7093ac12ee80d164b5f7c2093a77be10aa".to_owned() }
}

pub fn sale() -> SaleReceipt {
    SaleReceipt {
        cooperative: "柳树巷互助合作社".to_owned(),
        site: "东门站点".to_owned(),
        till: "一号收银台".to_owned(),
        receipt_number: "0630-0042".to_owned(),
        business_date: "2026-06-30".to_owned(),
        local_time: "2026-06-30 14:05".to_owned(),
        seller: "小梅".to_owned(),
        lines: vec![
            SaleLine {
                grid: "A-07".to_owned(),
                name: "手工布老虎".to_owned(),
                quantity: "2".to_owned(),
                unit: "件".to_owned(),
                unit_price_fen: 2_350,
                gross_fen: 4_700,
                discounts: vec![Labelled { label: "铺主让利 10%".to_owned(), fen: 470 }],
                total_fen: 4_230,
            },
            SaleLine {
                grid: "B-12".to_owned(),
                name: "土鸡蛋（散养，易碎，请轻拿轻放，整板更划算）".to_owned(),
                quantity: "1.250".to_owned(),
                unit: "公斤".to_owned(),
                unit_price_fen: 1_280,
                gross_fen: 1_600,
                discounts: Vec::new(),
                total_fen: 1_600,
            },
        ],
        order_discount_fen: 200,
        rounding_off_fen: 30,
        total_fen: 5_600,
        tenders: vec![Labelled { label: "微信".to_owned(), fen: 3_000 }, Labelled { label: "现金".to_owned(), fen: 5_000 }],
        change_fen: 2_400,
        qr_payload: Some("https://shop.example/r/0190f1c2-7b1a-7c3e-9a55-2f6f0a1b2c3d".to_owned()),
        head: Some(head()),
        issued_unix: 1_782_799_500,
        ..SaleReceipt::default()
    }
}

/// A month with `rows` lines: mostly sales, some refunds, now and then a payout.
pub fn statement(rows: usize) -> Statement {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (opening, mut carry) = (12_345, 0);
    let (mut balance, mut totals, mut lines) = (opening, StatementTotals::default(), Vec::with_capacity(rows));
    for place in 0..rows {
        let (good, grid, price) = GOODS[usize::try_from(dice.throw(8)).unwrap_or(0)];
        let pieces = i64::try_from(1 + dice.throw(3)).unwrap_or(1);
        let mut line = StatementLine {
            date: format!("2026-06-{:02}", 1 + place * 30 / rows.max(1)),
            entry_number: 9_800 + u64::try_from(place).unwrap_or(0) * 2,
            ..StatementLine::default()
        };
        if place % 40 == 39 {
            (line.document, line.amount_fen) = ("结款（现金领取）".to_owned(), -(balance / 2));
            totals.other_fen += line.amount_fen;
        } else {
            let back = dice.throw(12) == 0;
            let base = price * pieces * if back { -1 } else { 1 };
            let exact = i128::from(base) * 85_000_000;
            if back { "退款" } else { "销售" }.clone_into(&mut line.document);
            (line.good, line.grid, line.quantity) = (good.to_owned(), grid.to_owned(), format!("{pieces} 件"));
            line.base_fen = Some(base);
            line.share_percent = Some("85%".to_owned());
            line.exact_share_e8 = Some(exact);
            let credited = (exact + carry).div_euclid(100_000_000);
            carry += exact - credited * 100_000_000;
            line.amount_fen = i64::try_from(credited).unwrap_or(0);
            *(if back { &mut totals.refunds_fen } else { &mut totals.sales_fen }) += line.amount_fen;
        }
        balance += line.amount_fen;
        line.balance_fen = balance;
        lines.push(line);
    }
    Statement {
        cooperative: "柳树巷互助合作社".to_owned(),
        number: "DZ-2026-06-0012".to_owned(),
        owner: "陈桂芳".to_owned(),
        grids: "A-07、B-12".to_owned(),
        month: "2026年6月".to_owned(),
        issued_date: "2026-07-02".to_owned(),
        issued_unix: 1_782_972_000,
        opening_fen: opening,
        lines,
        totals,
        closing_fen: balance,
        payout_note: "7月5日上午九点起，可到东门站点前台领现金；也可以请帮手一起来。".to_owned(),
        head: head(),
        ..Statement::default()
    }
}

/// A day at a till, closed 0.50 short, with so many owners.
pub fn shift(owners: i64) -> ShiftReport {
    let mut dice = Dice(42);
    let owner = |place: i64| ShiftOwner {
        name: ["小满", "刘奶奶", "兰姐", "大勇", "方爷爷", "阿梅"][usize::try_from(place).unwrap_or_default() % 6].to_owned(),
        grids: format!("A-{:02}、B-{:02}", place + 1, place + 1),
        lines: 1 + i64::try_from(dice.throw(9)).unwrap_or_default(),
        sold_fen: 500 + i64::try_from(dice.throw(20_000)).unwrap_or_default(),
        returned_fen: if place % 5 == 0 { 250 } else { 0 },
    };
    let mut owners: Vec<ShiftOwner> = (0..owners).map(owner).collect();
    owners.push(ShiftOwner { lines: 1, sold_fen: 990, ..ShiftOwner::default() });
    let goods_fen = owners.iter().map(|owner| owner.sold_fen).sum();
    let takings = Takings {
        goods_fen,
        vouchers_fen: 3_000,
        discounts_fen: 200,
        rounding_fen: 8,
        donations_fen: 40,
        sales: 18,
        sold_fen: goods_fen + 3_000 - 208 + 40,
        refunds: 2,
        paid_back_fen: 490,
    };
    let (wechat, alipay) = (6_450, 1_800);
    let cash = takings.sold_fen - takings.paid_back_fen - wechat - alipay;
    let drawer = ShiftDrawer {
        counted_fen: 3_000,
        brought_fen: 17_000,
        float_fen: 20_000,
        cash_sales_fen: cash + 490,
        cash_refunds_fen: 490,
        paid_in_fen: 5_000,
        paid_out_fen: 1_250,
        dropped_fen: 10_000,
        counted_before_fen: 0,
        expected_fen: 20_000 + cash + 5_000 - 1_250 - 10_000,
    };
    let counted_fen = drawer.expected_fen - 50;
    let moved = |time: &str, what: &str, fen: i64| ShiftMovement { time: time.to_owned(), what: what.to_owned(), fen };
    ShiftReport {
        cooperative: "柳树巷互助合作社".to_owned(),
        site: "东门站点".to_owned(),
        till: "一号收银台".to_owned(),
        number: "1-0042".to_owned(),
        before: "1-0021".to_owned(),
        business_date: "2026-06-30".to_owned(),
        opened: "2026-06-30 08:55".to_owned(),
        opened_by: "小满".to_owned(),
        closed: "2026-06-30 18:02".to_owned(),
        closed_by: "阿梅".to_owned(),
        printed: String::new(),
        issued_unix: 1_782_813_720,
        takings,
        tenders: [("现金 Cash", cash), ("微信 WeChat", wechat), ("支付宝 Alipay", alipay)]
            .map(|(label, fen)| Labelled { label: label.to_owned(), fen })
            .into(),
        owners,
        drawer,
        moved: vec![
            moved("10:12", "从保险柜存入 From the safe", 5_000),
            moved("13:40", "支出 · 用品 Supplies", -1_250),
            moved("16:05", "取走放保险柜 To the safe", -10_000),
        ],
        closing: Some(ShiftClosing {
            expected_fen: drawer.expected_fen,
            waiting_fen: 0,
            counted_fen,
            difference_fen: -50,
            count: vec![
                (10_000, counted_fen / 10_000),
                (100, counted_fen % 10_000 / 100),
                (10, counted_fen % 100 / 10),
                (1, counted_fen % 10),
            ],
            head: head(),
        }),
        demo: false,
    }
}
