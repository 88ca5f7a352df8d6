//! Amounts are whole minor units in an `i64` (CNY: fen); everything between is `Decimal` or `i128`. No binary float.
//!
//! Text from outside is held to exactly the unit's digits: `"12.50"` is money, `"12.5"`, `"1e3"` and `"+1.00"` are not.

use rust_decimal::{Decimal, RoundingStrategy};

/// Beyond ±10¹³ minor units an amount is taken for a slip of the finger.
pub const LIMIT_MINOR: i64 = 10_000_000_000_000;

/// An amount in minor units of the cooperative's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minor(pub i64);

/// The unit of pieces of a lot.
pub const PIECES: &str = "PCS";
/// The unit of training.
pub const MINUTES: &str = "MIN";

/// A sum left the range of a signed 64-bit integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an amount left the range that the books can hold")]
pub struct Overflow;

impl Minor {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// `self + other`, or [`Overflow`].
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_add(other.0).map(Self).ok_or(Overflow)
    }

    /// `self − other`, or [`Overflow`].
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_sub(other.0).map(Self).ok_or(Overflow)
    }

    /// The same amount on the other side.
    pub fn negated(self) -> Result<Self, Overflow> {
        self.0.checked_neg().map(Self).ok_or(Overflow)
    }

    /// The sum of all, or [`Overflow`].
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
        all.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// Whether there is nothing to post.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// What is counted: a currency, minutes of training (`MIN`), pieces of a lot (`PCS`). Units never mix in one balance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    /// ISO 4217 code or one of ours, e.g. `CNY`.
    pub code: String,
    /// How many digits stand after the point, e.g. 2.
    pub exponent: u32,
}

impl Unit {
    /// Renminbi: fen, two digits.
    #[must_use]
    pub fn cny() -> Self {
        Self { code: "CNY".to_owned(), exponent: 2 }
    }

    /// Reads money with exactly this unit's digits. No sign, no exponent, no spaces, at most 10¹³ minor units.
    pub fn parse(&self, text: &str) -> Result<Minor, NotMoney> {
        let digits = self.exponent as usize;
        if text.starts_with(['-', '+', '−']) {
            return Err(NotMoney::Sign);
        }
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) => (whole, fraction),
            None => (text, ""),
        };
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !plain(whole) || !plain(fraction) || (digits == 0 && text.contains('.')) {
            return Err(NotMoney::NotDigits);
        }
        if fraction.len() != digits {
            return Err(NotMoney::Digits { expected: self.exponent });
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(NotMoney::NotDigits);
        }
        let minor = if whole.len() + digits > 15 { None } else { format!("{whole}{fraction}").parse::<i64>().ok() };
        minor.filter(|minor| *minor <= LIMIT_MINOR).map(Minor).ok_or(NotMoney::TooLarge)
    }

    /// The amount with exactly this unit's digits, e.g. `-12.50`.
    #[must_use]
    pub fn format(&self, amount: Minor) -> String {
        let sign = if amount.0 < 0 { "-" } else { "" };
        let all = format!("{:0>width$}", amount.0.unsigned_abs(), width = self.exponent as usize + 1);
        let (whole, fraction) = all.split_at(all.len() - self.exponent as usize);
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}

/// Why a text is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMoney {
    /// A sign where none belongs.
    #[error("an amount has no sign here")]
    Sign,
    /// Not plain decimal digits.
    #[error("an amount is written in plain digits, like 12.50")]
    NotDigits,
    /// More or fewer digits after the point than the unit has.
    #[error("an amount has exactly {expected} digits after the point, like 12.50")]
    Digits {
        /// The unit's digits.
        expected: u32,
    },
    /// Beyond ±10¹³ minor units.
    #[error("an amount this large cannot be right")]
    TooLarge,
}

/// How much of something: thousandths of a piece or of a kilogram, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(i64);

/// Why a text is not a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotQuantity {
    /// Not a plain decimal number of at most three decimals and six digits before the point, or zero or less.
    #[error("a quantity is a number above zero with at most three decimals, like 2 or 1.250")]
    NotANumber,
    /// Pieces are whole.
    #[error("pieces are counted whole, like 2")]
    NotWhole,
}

impl Quantity {
    /// One piece.
    pub const ONE: Self = Self(1000);

    /// From thousandths; `None` unless above zero and below a million.
    #[must_use]
    pub fn from_milli(milli: i64) -> Option<Self> {
        (1..1_000_000_000).contains(&milli).then_some(Self(milli))
    }

    /// In thousandths.
    #[must_use]
    pub const fn milli(self) -> i64 {
        self.0
    }

    /// Reads `2` or `1.250`.
    pub fn parse(text: &str) -> Result<Self, NotQuantity> {
        scaled(text, 3).and_then(Self::from_milli).ok_or(NotQuantity::NotANumber)
    }

    /// Refuses a fraction of a piece.
    pub fn whole(self) -> Result<Self, NotQuantity> {
        if self.0 % 1000 == 0 { Ok(self) } else { Err(NotQuantity::NotWhole) }
    }

    /// `quantity × price`, rounded half-up to the minor unit, once per line.
    pub fn times(self, price: Minor) -> Result<Minor, Overflow> {
        half_up(Decimal::new(self.0, 3).checked_mul(Decimal::from(price.0)).ok_or(Overflow)?)
    }
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 % 1000 == 0 { write!(f, "{}", self.0 / 1000) } else { write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000) }
    }
}

/// Thousandths as people read them; `0` for none.
#[must_use]
pub fn quantity_text(milli: i64) -> String {
    Quantity::from_milli(milli).map_or_else(|| "0".to_owned(), |quantity| quantity.to_string())
}

/// A share or a discount in percent with up to six decimals, kept in millionths of a percent (100 % = 10⁸).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

/// Not a percentage from 0 to 100 with at most six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a percentage is a number from 0 to 100 with at most six decimals, like 85 or 12.5")]
pub struct NotPercent;

impl Percent {
    /// The whole.
    pub const HUNDRED: Self = Self(100_000_000);

    /// From millionths of a percent.
    pub fn from_e6(e6: i64) -> Result<Self, NotPercent> {
        if (0..=Self::HUNDRED.0).contains(&e6) { Ok(Self(e6)) } else { Err(NotPercent) }
    }

    /// In millionths of a percent.
    #[must_use]
    pub const fn e6(self) -> i64 {
        self.0
    }

    /// Reads `85` or `12.5`.
    pub fn parse(text: &str) -> Result<Self, NotPercent> {
        scaled(text, 6).ok_or(NotPercent).and_then(Self::from_e6)
    }

    /// This percentage of an amount, rounded half-up.
    pub fn of(self, amount: Minor) -> Result<Minor, Overflow> {
        half_up(Decimal::new(self.0, 8).checked_mul(Decimal::from(amount.0)).ok_or(Overflow)?)
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Decimal::new(self.0, 6).normalize().fmt(f)
    }
}

/// Reads plain digits with at most so many decimals, e.g. `1.25` with 3 as 1250. No sign, no bare point, nothing rounded.
fn scaled(text: &str, decimals: usize) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > decimals {
        return None;
    }
    format!("{whole}{fraction:0<decimals$}").parse().ok()
}

fn half_up(exact: Decimal) -> Result<Minor, Overflow> {
    // Nothing negative comes here, so away-from-zero is half-up.
    let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    i64::try_from(rounded).map(Minor).map_err(|_| Overflow)
}

/// `half_up(amount × numerator ÷ denominator)` of whole non-negative numbers; 0 where the denominator is 0.
pub fn half_up_ratio(amount: Minor, numerator: i64, denominator: i64) -> Result<Minor, Overflow> {
    if denominator == 0 {
        return Ok(Minor::ZERO);
    }
    let doubled = 2 * i128::from(amount.0) * i128::from(numerator) + i128::from(denominator);
    i64::try_from(doubled.div_euclid(2 * i128::from(denominator))).map(Minor).map_err(|_| Overflow)
}

/// Spreads `amount` over `weights` by largest remainder, ties in order; the parts sum to `amount` exactly.
///
/// Returns `None` if the amount exceeds the sum of the weights: more than is left to pay cannot be taken off.
pub fn spread(amount: Minor, weights: &[Minor]) -> Result<Option<Vec<Minor>>, Overflow> {
    let total = Minor::sum(weights.iter().copied())?;
    if amount > total || amount.0 < 0 {
        return Ok(None);
    }
    if amount.is_zero() {
        return Ok(Some(vec![Minor::ZERO; weights.len()]));
    }
    let product = |weight: &Minor| i128::from(amount.0) * i128::from(weight.0);
    let mut parts: Vec<i64> = Vec::with_capacity(weights.len());
    for weight in weights {
        parts.push(i64::try_from(product(weight) / i128::from(total.0)).map_err(|_| Overflow)?);
    }
    let mut spare = amount.0 - parts.iter().sum::<i64>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|&at| std::cmp::Reverse(product(&weights[at]) % i128::from(total.0)));
    for at in by_remainder {
        if spare == 0 {
            break;
        }
        parts[at] += 1;
        spare -= 1;
    }
    Ok(Some(parts.into_iter().map(Minor).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_held_to_exactly_its_digits() {
        let cny = Unit::cny();
        assert_eq!(cny.parse("12.50"), Ok(Minor(1250)));
        assert_eq!(cny.parse("0.00"), Ok(Minor(0)));
        assert_eq!(cny.parse("100000000000.00"), Ok(Minor(LIMIT_MINOR)));
        assert_eq!(cny.parse("12.5"), Err(NotMoney::Digits { expected: 2 }));
        assert_eq!(cny.parse("12.500"), Err(NotMoney::Digits { expected: 2 }));
        assert_eq!(cny.parse("12"), Err(NotMoney::Digits { expected: 2 }));
        assert_eq!(cny.parse("-1.00"), Err(NotMoney::Sign));
        assert_eq!(cny.parse("1e2.00"), Err(NotMoney::NotDigits));
        assert_eq!(cny.parse("01.00"), Err(NotMoney::NotDigits));
        assert_eq!(cny.parse(".50"), Err(NotMoney::NotDigits));
        assert_eq!(cny.parse("１.00"), Err(NotMoney::NotDigits));
        assert_eq!(cny.parse("100000000000.01"), Err(NotMoney::TooLarge));
        assert_eq!(cny.parse(&"9".repeat(400)), Err(NotMoney::Digits { expected: 2 }));
        assert_eq!(cny.format(Minor(-5)), "-0.05");
        assert_eq!(cny.format(Minor(i64::MIN)), "-92233720368547758.08");
    }

    #[test]
    fn weight_times_price_rounds_half_up_once() {
        let times = |quantity: &str, price| Quantity::parse(quantity).unwrap().times(Minor(price)).unwrap();
        assert_eq!(times("1.250", 880), Minor(1100));
        assert_eq!(times("0.005", 100), Minor(1));
        assert_eq!(times("0.004", 100), Minor(0));
        assert!(Quantity::parse("-1").is_err() && Quantity::parse("0").is_err() && Quantity::parse("1.2345").is_err());
        assert_eq!(Quantity::parse("1.5").unwrap().whole(), Err(NotQuantity::NotWhole));
    }

    #[test]
    fn an_order_discount_is_spread_by_largest_remainder() {
        assert_eq!(spread(Minor(200), &[Minor(1280), Minor(730)]), Ok(Some(vec![Minor(127), Minor(73)])));
        assert_eq!(spread(Minor(1), &[Minor(1), Minor(1)]), Ok(Some(vec![Minor(1), Minor(0)])));
        assert_eq!(spread(Minor(3), &[Minor(1), Minor(1)]), Ok(None));
    }
}
