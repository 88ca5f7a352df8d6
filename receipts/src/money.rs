//! Amounts as people read them: `1,234.50` in figures, 人民币壹仟贰佰叁拾肆元伍角整 in capitals.
//!
//! In: whole fen (分) as `i64`, or an exact share in 10⁻⁸ fen as `i128`. Out: text. Integers only: no float comes near money, on
//! paper either.

/// Figures with thousands separators and two decimals: `123450` fen is `"1,234.50"`, `-320` is `"-3.20"`. No currency sign.
#[must_use]
pub fn yuan(fen: i64) -> String {
    yuan_of(i128::from(fen))
}

/// As [`yuan`], for sums that may exceed an `i64`.
pub(crate) fn yuan_of(fen: i128) -> String {
    let size = fen.unsigned_abs();
    format!("{}{}.{:02}", sign(fen), grouped(size / 100), size % 100)
}

/// An exact share in 10⁻⁸ fen, brought to hundredths of a fen (half away from zero): what [`yuan_4`] prints.
pub(crate) fn hundredths_of_fen(exact_e8: i128) -> i128 {
    const UNIT: i128 = 1_000_000;
    let (whole, rest) = (exact_e8 / UNIT, exact_e8 % UNIT);
    if rest.abs() * 2 >= UNIT { whole + rest.signum() } else { whole }
}

/// Hundredths of a fen in yuan with four decimals: `75_480` is `"7.5480"`.
pub(crate) fn yuan_4(hundredths: i128) -> String {
    let size = hundredths.unsigned_abs();
    format!("{}{}.{:04}", sign(hundredths), grouped(size / 10_000), size % 10_000)
}

fn sign(value: i128) -> &'static str {
    if value < 0 { "-" } else { "" }
}

fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// 人民币大写 of whole fen, always with the prefix: `140950` is `人民币壹仟肆佰零玖元伍角整`.
///
/// Source: 正确填写票据和结算凭证的基本规定. Where it allows two forms, the first of its printed examples is used: 整 after 元 and after
/// 角, never after 分; 零 between a 元 that ends in 0 and its 角. A negative amount reads 人民币负….
#[must_use]
pub fn capitals(fen: i64) -> String {
    let size = fen.unsigned_abs();
    let (whole, jiao, cents) = (size / 100, size / 10 % 10, size % 10);
    let mut out = String::from(if fen < 0 { "人民币负" } else { "人民币" });
    if whole > 0 {
        out.push_str(&hundred_millions(whole));
        out.push('元');
    }
    let gap = if whole > 0 && whole.is_multiple_of(10) { "零" } else { "" };
    match (jiao, cents) {
        (0, 0) if whole == 0 => out.push_str("零元整"),
        (0, 0) => out.push('整'),
        (jiao, 0) => out.extend([gap, digit(jiao), "角整"]),
        (0, cents) => out.extend([if whole > 0 { "零" } else { "" }, digit(cents), "分"]),
        (jiao, cents) => out.extend([gap, digit(jiao), "角", digit(cents), "分"]),
    }
    out
}

fn digit(value: u64) -> &'static str {
    match value {
        1 => "壹",
        2 => "贰",
        3 => "叁",
        4 => "肆",
        5 => "伍",
        6 => "陆",
        7 => "柒",
        8 => "捌",
        9 => "玖",
        _ => "零",
    }
}

/// Groups of 亿; above 亿亿 the word repeats, which no till will see.
fn hundred_millions(number: u64) -> String {
    const UNIT: u64 = 100_000_000;
    joined(number / UNIT, hundred_millions, "亿", number % UNIT, UNIT / 10, ten_thousands)
}

fn ten_thousands(number: u64) -> String {
    joined(number / 10_000, thousands, "万", number % 10_000, 1_000, thousands)
}

/// `high unit low`, with one 零 where the low part does not reach its first place.
fn joined(high: u64, say_high: fn(u64) -> String, unit: &str, low: u64, first_place: u64, say_low: fn(u64) -> String) -> String {
    let mut out = String::new();
    if high > 0 {
        out.push_str(&say_high(high));
        out.push_str(unit);
    }
    if low > 0 {
        if high > 0 && low < first_place {
            out.push('零');
        }
        out.push_str(&say_low(low));
    }
    out
}

/// 1 to 9,999, inner zeros collapsed, none at either end.
fn thousands(number: u64) -> String {
    let (mut out, mut zero) = (String::new(), false);
    for (place, unit) in [(1_000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let value = number / place % 10;
        if value == 0 {
            zero = !out.is_empty();
            continue;
        }
        if zero {
            out.push('零');
            zero = false;
        }
        out.extend([digit(value), unit]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{capitals, hundredths_of_fen, yuan, yuan_4};

    #[test]
    fn capitals_follow_every_vector() {
        let vectors = include_str!("../tests/fixtures/rmb-capitals.csv");
        let mut rows = 0;
        for row in vectors.lines().skip(1).filter(|row| !row.is_empty()) {
            let (amount, expected) = row.split_once(',').expect("two columns");
            let fen: i64 = amount.replace('.', "").parse().expect("an amount with two decimals");
            assert_eq!(capitals(fen), expected, "{amount}");
            rows += 1;
        }
        assert_eq!(rows, 15);
    }

    #[test]
    fn capitals_of_the_corners() {
        for (fen, expected) in [
            (1_050, "人民币壹拾元零伍角整"),
            (50, "人民币伍角整"),
            (55, "人民币伍角伍分"),
            (-1, "人民币负壹分"),
            (100_100, "人民币壹仟零壹元整"),
            (10_001_000_000, "人民币壹亿零壹万元整"),
            (1_001_100_100, "人民币壹仟零壹万壹仟零壹元整"),
            (10_000_123_400, "人民币壹亿零壹仟贰佰叁拾肆元整"),
            (10_000_000_000_000, "人民币壹仟亿元整"),
            (123_456_780_000_000_000, "人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌亿元整"),
            (i64::MIN, "人民币负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"),
        ] {
            assert_eq!(capitals(fen), expected, "{fen}");
        }
    }

    #[test]
    fn figures_are_grouped_and_signed() {
        assert_eq!(
            [0, 5, -5, -320, 123_450, 10_000_000_000_000, i64::MIN].map(yuan),
            ["0.00", "0.05", "-0.05", "-3.20", "1,234.50", "100,000,000,000.00", "-92,233,720,368,547,758.08"]
        );
    }

    #[test]
    fn an_exact_share_shows_four_decimals() {
        // 8.88 yuan at 85 %: 754.8 fen. 8.88 at 33.333333 %: 295.99999704 fen, which rounds up to a whole fen.
        for (exact_e8, expected) in
            [(75_480_000_000, "7.5480"), (29_599_999_704, "2.9600"), (-75_480_000_000, "-7.5480"), (-499_999, "0.0000")]
        {
            assert_eq!(yuan_4(hundredths_of_fen(exact_e8)), expected);
        }
        assert_eq!(yuan_4(hundredths_of_fen(-500_000)), "-0.0001");
    }
}
