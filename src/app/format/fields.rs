//! Fields as they come over the wire, and how each becomes a word of the domain.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::{
        Refusal,
        words::{Say, Words},
    },
    domain::{
        cash::{Means, Tender},
        money::{Minor, Percent, Quantity, Unit},
        sale::Discount,
        shift::{Count, MAX_DENOMINATIONS},
        time::Date,
    },
};

/// A field that cannot be read: where, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// E.g. `lines[2].price`.
    pub at: String,
    /// Why, in words.
    pub words: Words,
}

impl Invalid {
    /// At a field, with what is wrong there.
    pub fn new(at: impl Into<String>, words: Words) -> Self {
        Self { at: at.into(), words }
    }

    /// At a field, in the domain's words.
    pub fn saying(at: impl Into<String>, said: &impl Say) -> Self {
        Self::new(at, said.say())
    }
}

impl From<Invalid> for Refusal {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid { at: invalid.at, words: invalid.words }
    }
}

/// Money as a decimal string with exactly the unit's digits and no sign, e.g. `"12.50"`.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, ToSchema)]
#[schema(value_type = String, pattern = r"^(0|[1-9][0-9]{0,12})\.[0-9]{2}$", example = "12.50")]
pub struct Money(pub String);

impl Money {
    /// Reads it.
    pub fn read(&self, at: &str, unit: &Unit) -> Result<Minor, Invalid> {
        unit.parse(&self.0).map_err(|wrong| Invalid::saying(at, &wrong))
    }

    /// Reads it, and refuses nothing at all.
    pub fn read_above_zero(&self, at: &str, unit: &Unit) -> Result<Minor, Invalid> {
        let amount = self.read(at, unit)?;
        if amount.is_zero() {
            return Err(Invalid::new(at, Words::new("金额要大于零", "the amount must be above zero")));
        }
        Ok(amount)
    }

    /// Writes it.
    #[must_use]
    pub fn of(amount: Minor, unit: &Unit) -> Self {
        Self(unit.format(amount))
    }
}

/// Reads money that may be missing as nothing.
pub fn money_or_zero(money: Option<&Money>, at: &str, unit: &Unit) -> Result<Minor, Invalid> {
    money.map_or(Ok(Minor::ZERO), |money| money.read(at, unit))
}

/// Reads a quantity.
pub fn quantity(text: &str, at: &str) -> Result<Quantity, Invalid> {
    Quantity::parse(text).map_err(|wrong| Invalid::saying(at, &wrong))
}

/// A percentage from 0 to 100 with at most six decimals, e.g. `"12.5"`.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, ToSchema)]
#[schema(value_type = String, pattern = r"^[0-9]{1,3}(\.[0-9]{1,6})?$", example = "10")]
pub struct PercentText(pub String);

/// A discount: an amount or a percentage, one of the two.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum NewDiscount {
    /// So much.
    Amount(Money),
    /// Percent of what it is taken from.
    Percent(PercentText),
}

impl NewDiscount {
    /// Reads it; none where it is missing.
    pub fn read(discount: Option<&Self>, at: &str, unit: &Unit) -> Result<Discount, Invalid> {
        match discount {
            None => Ok(Discount::None),
            Some(Self::Amount(money)) => money.read(&format!("{at}.amount"), unit).map(Discount::Amount),
            Some(Self::Percent(text)) => {
                Percent::parse(&text.0).map(Discount::Percent).map_err(|wrong| Invalid::saying(format!("{at}.percent"), &wrong))
            }
        }
    }
}

/// A payment.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTender {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    #[schema(pattern = "^(cash|wechat|alipay|voucher)$", example = "cash")]
    pub means: String,
    /// What was handed over (for cash: before change).
    pub amount: Money,
    /// The voucher's number, with `voucher` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 64)]
    pub voucher: Option<String>,
}

/// Reads payments.
pub fn tenders(tenders: &[NewTender], unit: &Unit) -> Result<Vec<Tender>, Invalid> {
    let read = |(at, tender): (usize, &NewTender)| {
        let at = format!("tenders[{at}]");
        let number = tender.voucher.as_deref().map(|number| voucher_number(number, &format!("{at}.voucher"))).transpose()?;
        let means = Means::of(&tender.means, number).ok_or_else(|| {
            let words = Words::new(
                "收款方式是 cash、wechat、alipay，或 voucher 加券号",
                "a means of payment is cash, wechat, alipay, or voucher with its number",
            );
            Invalid::new(format!("{at}.means"), words)
        })?;
        Ok(Tender { means, amount: tender.amount.read(&format!("{at}.amount"), unit)? })
    };
    tenders.iter().enumerate().map(read).collect()
}

/// Reads a voucher's number: 1 to 64 letters, digits or hyphens, so that it can be printed, scanned and hashed.
pub fn voucher_number(number: &str, at: &str) -> Result<String, Invalid> {
    let plain = (1..=64).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain {
        return Ok(number.to_owned());
    }
    let words = Words::new("券号是 1 到 64 位字母、数字或连字符", "a voucher's number is 1 to 64 letters, digits or hyphens");
    Err(Invalid::new(at, words))
}

/// So many pieces of one note or coin.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountedPieces {
    /// The note or coin.
    pub denomination: Money,
    /// How many of it.
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub pieces: i64,
}

/// Reads a count by denomination.
pub fn count(pieces: &[CountedPieces], unit: &Unit) -> Result<Count, Invalid> {
    if pieces.len() > MAX_DENOMINATIONS {
        return Err(Invalid::new("count", Words::new("面额种类太多", "more denominations than there are")));
    }
    let mut count = BTreeMap::new();
    for (at, counted) in pieces.iter().enumerate() {
        let denomination = counted.denomination.read_above_zero(&format!("count[{at}].denomination"), unit)?;
        if !(0..=1_000_000).contains(&counted.pieces) {
            let words = Words::new("张数在 0 到 1000000 之间", "pieces are between 0 and 1000000");
            return Err(Invalid::new(format!("count[{at}].pieces"), words));
        }
        if count.insert(denomination, counted.pieces).is_some() {
            let words = Words::new("同一面额写了两次", "this denomination is listed twice");
            return Err(Invalid::new(format!("count[{at}].denomination"), words));
        }
    }
    Ok(Count(count))
}

/// Refuses a unit that is not the cooperative's.
pub fn check_unit(stated: Option<&str>, unit: &Unit) -> Result<(), Invalid> {
    match stated {
        Some(stated) if stated != unit.code => {
            let zh = format!("合作社的账用 {}，这里写的是另一种货币", unit.code);
            let en = format!("the cooperative's books are in {}, this is another currency", unit.code);
            Err(Invalid::new("unit", Words::new(zh, en)))
        }
        _ => Ok(()),
    }
}

/// Refuses text that is empty, too long, or has control characters.
pub fn text(text: &str, at: &str, longest: usize) -> Result<String, Invalid> {
    let trimmed = text.trim();
    let length = trimmed.chars().count();
    if length == 0 || length > longest || trimmed.chars().any(char::is_control) {
        let zh = format!("请写 1 到 {longest} 个字，不含换行等控制字符");
        let en = format!("1 to {longest} characters, without line breaks or other control characters");
        return Err(Invalid::new(at, Words::new(zh, en)));
    }
    Ok(trimmed.to_owned())
}

/// Refuses a longer text that is empty, too long, or has control characters other than line breaks.
pub fn paragraphs(text: &str, at: &str, longest: usize) -> Result<String, Invalid> {
    let trimmed = text.replace("\r\n", "\n").trim().to_owned();
    let length = trimmed.chars().count();
    if length == 0 || length > longest || trimmed.chars().any(|letter| letter.is_control() && letter != '\n') {
        let zh = format!("请写 1 到 {longest} 个字，可以换行，不含其他控制字符");
        let en = format!("1 to {longest} characters; line breaks, but no other control characters");
        return Err(Invalid::new(at, Words::new(zh, en)));
    }
    Ok(trimmed)
}

/// Refuses a day outside the years 2000 to 2199: a slip of the finger.
pub fn day(day: Date, at: &str) -> Result<Date, Invalid> {
    if (2000..2200).contains(&day.year()) {
        return Ok(day);
    }
    Err(Invalid::new(at, Words::new("日期在 2000 年到 2199 年之间", "a day lies between the years 2000 and 2199")))
}

/// Refuses a word that is none of these.
pub fn one_of(word: &str, at: &str, known: &[&str]) -> Result<String, Invalid> {
    if known.contains(&word) {
        return Ok(word.to_owned());
    }
    let all = known.join("、");
    Err(Invalid::new(at, Words::new(format!("这里写 {all} 之一"), format!("one of {}", known.join(", ")))))
}
