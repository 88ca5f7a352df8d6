//! What is said to people when something is wrong, in Chinese and English.
//!
//! The domain's errors say themselves in English; here they learn Chinese. Nobody is blamed, and each says what to do.

use crate::domain::{
    agreement::NotAVersion,
    allocation::CannotAllocate,
    money::{Minor, NotMoney, NotPercent, NotQuantity, Unit},
    refund::ImpossibleRefund,
    sale::ImpossibleSale,
};

/// One sentence in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// From two texts.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

/// What can say itself in two languages.
pub trait Say: std::fmt::Display {
    /// In Chinese.
    fn zh(&self) -> String;

    /// In both.
    fn say(&self) -> Words {
        Words { zh: self.zh(), en: self.to_string() }
    }
}

impl Say for NotMoney {
    fn zh(&self) -> String {
        match self {
            Self::Sign => "这里的金额不带正负号".to_owned(),
            Self::NotDigits => "金额用数字书写，例如 12.50".to_owned(),
            Self::Digits { expected } => format!("金额小数点后正好 {expected} 位，例如 12.50"),
            Self::TooLarge => "这个金额大得不像真的，请检查".to_owned(),
        }
    }
}

impl Say for NotQuantity {
    fn zh(&self) -> String {
        match self {
            Self::NotANumber => "数量要大于零，最多三位小数，例如 2 或 1.250".to_owned(),
            Self::NotWhole => "按件卖的数量是整数，例如 2".to_owned(),
        }
    }
}

impl Say for NotPercent {
    fn zh(&self) -> String {
        "百分比在 0 到 100 之间，最多六位小数，例如 85 或 12.5".to_owned()
    }
}

impl Say for ImpossibleSale {
    fn zh(&self) -> String {
        match self {
            Self::NoLines => "销售单里还没有商品".to_owned(),
            Self::TooMany => "一张销售单最多 200 行、20 种收款".to_owned(),
            Self::DiscountTooLarge { line: 0 } => "整单优惠或抹零比应付的还多".to_owned(),
            Self::DiscountTooLarge { line } => format!("第 {line} 行：优惠比货款还多"),
            Self::VoucherNotPlain { line } => format!("第 {line} 行：代金券一张一张卖，不打折"),
            Self::TendersDoNotMeetTotal { .. } => "收款减找零和应收的钱对不上".to_owned(),
            Self::Negative => "单价、优惠、收款、找零和捐款都不能小于零".to_owned(),
            Self::Overflow(_) => "金额大得账本放不下".to_owned(),
        }
    }
}

/// Why a sale cannot be, with its amounts as people write them.
#[must_use]
pub fn impossible_sale(impossible: &ImpossibleSale, unit: &Unit) -> Words {
    match impossible {
        ImpossibleSale::TendersDoNotMeetTotal { paid, total } => {
            let [paid, total] = [paid, total].map(|amount| unit.format(Minor(*amount)));
            let (zh, en) = if unit.code == "CNY" { ("元", "yuan") } else { (&*unit.code, &*unit.code) };
            Words::new(
                format!("收款减找零是 {paid} {zh}，应收 {total} {zh}，两个数要一样"),
                format!("what was paid less the change is {paid} {en}, the sale comes to {total} {en}: the two must be the same"),
            )
        }
        _ => impossible.say(),
    }
}

impl Say for ImpossibleRefund {
    fn zh(&self) -> String {
        match self {
            Self::Nothing => "退款要写明退哪一行，或者退了多少钱".to_owned(),
            Self::TooMany => "一张退款单最多 200 行、20 种付款".to_owned(),
            Self::NoSuchLine { line } => format!("原销售单没有第 {line} 行"),
            Self::Negative => "退的数量和付的钱都不能小于零".to_owned(),
            Self::Overflow(_) => "金额大得账本放不下".to_owned(),
        }
    }
}

impl Say for NotAVersion {
    fn zh(&self) -> String {
        match self {
            Self::NotAHundred { sum } => format!("各方分成加起来是 {sum}%，应当正好是 100%"),
            Self::HowMany => "一份协议有 1 到 20 方".to_owned(),
            Self::Twice(place) => format!("第 {place} 方重复了"),
            Self::BadFallback(place) => format!("第 {place} 方封顶后的余额没有可以接收的一方"),
            Self::TooEarly => "新版本最早从明天起生效".to_owned(),
        }
    }
}

impl Say for CannotAllocate {
    fn zh(&self) -> String {
        match self {
            Self::WrongSide => "销售要分配给格子，退出去的钱要分配给销售单的一行".to_owned(),
            Self::LineWithoutParts => "那一行还没有分账，请先分配那张销售单".to_owned(),
            Self::NotEnoughLeft => "那一行剩下的不够这么多".to_owned(),
            Self::Overflow(_) => "金额大得账本放不下".to_owned(),
        }
    }
}
