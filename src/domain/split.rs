//! The split to the last fen. Each part is the floor or the ceiling of its exact share, the parts sum to the line, and the
//! carry remembers in 10⁻⁸ fen what rounding still owes to each party, so that no family loses over a month.
//!
//! `t` fen by a share of `e6` millionths of a percent is exactly `t · e6` in 10⁻⁸ fen: all arithmetic is in whole numbers.

use super::money::{Minor, Overflow, Percent};

/// One fen in the carry's unit.
const FEN_E8: i128 = 100_000_000;

/// Splits `base` (≥ 0) by `percents`, which sum to 100 %, and moves the carry on.
pub fn split(base: Minor, percents: &[Percent], carry_e8: &mut [i64]) -> Result<Vec<Minor>, Overflow> {
    let exact: Vec<i128> = percents.iter().map(|percent| i128::from(base.0) * i128::from(percent.e6())).collect();
    let mut parts: Vec<i128> = exact.iter().map(|exact| exact / FEN_E8).collect();
    let spare = i128::from(base.0) - parts.iter().sum::<i128>();

    // A spare fen goes only to a party whose exact share has a fraction: a share of 0 never receives.
    let mut waiting: Vec<usize> = (0..parts.len()).filter(|&at| exact[at] % FEN_E8 != 0).collect();
    // The sort is stable, so ties stay in the order of the agreement.
    waiting.sort_by_key(|&at| std::cmp::Reverse(i128::from(carry_e8[at]) + exact[at] % FEN_E8));
    for (_, at) in (0..spare).zip(waiting) {
        parts[at] += 1;
    }
    for (at, carry) in carry_e8.iter_mut().enumerate() {
        *carry = narrow(i128::from(*carry) + exact[at] - parts[at] * FEN_E8)?;
    }
    parts.into_iter().map(|part| narrow(part).map(Minor)).collect()
}

/// Takes `amount` (≥ 0) back from what remains of a line's parts, and moves the carry back.
///
/// `amount` is at most the sum of `remaining`; taking back all of it leaves exactly zero everywhere.
pub fn take_back(amount: Minor, percents: &[Percent], remaining: &[Minor], carry_e8: &mut [i64]) -> Result<Vec<Minor>, Overflow> {
    let total: i128 = remaining.iter().map(|part| i128::from(part.0)).sum();
    if i128::from(amount.0) > total || amount.0 < 0 {
        return Err(Overflow);
    }
    let refund = i128::from(amount.0);
    let mut parts: Vec<i128> = remaining.iter().map(|part| if total == 0 { 0 } else { refund * i128::from(part.0) / total }).collect();
    // How far ahead a party would be after giving `part`: the smallest is furthest ahead.
    let behind = |at: usize, part: i128, carry: &[i64]| i128::from(carry[at]) - (refund * i128::from(percents[at].e6()) - part * FEN_E8);

    for _ in 0..refund - parts.iter().sum::<i128>() {
        let able = (0..parts.len()).filter(|&at| i128::from(remaining[at].0) > parts[at]);
        let Some(at) = able.min_by_key(|&at| behind(at, parts[at], carry_e8)) else { return Err(Overflow) };
        parts[at] += 1;
    }
    let moved: Vec<i128> = (0..parts.len()).map(|at| behind(at, parts[at], carry_e8)).collect();
    for (carry, moved) in carry_e8.iter_mut().zip(moved) {
        *carry = narrow(moved)?;
    }
    parts.into_iter().map(|part| narrow(part).map(Minor)).collect()
}

fn narrow(wide: i128) -> Result<i64, Overflow> {
    i64::try_from(wide).map_err(|_| Overflow)
}
