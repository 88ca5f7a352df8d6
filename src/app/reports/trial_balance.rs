//! The trial balance (试算平衡表): what stands on every account, today or at the end of any day. Debits and credits are equal.

use std::collections::BTreeMap;

use crate::{
    app::Refusal,
    auth::policy::{Allowed, ReadBooks},
    domain::{money::Minor, time::Date},
    store::{
        Tx, balances,
        books::{self, AccountRow, Days},
    },
};

/// A line: an account in one unit.
#[derive(Clone, Debug)]
pub struct Line {
    /// The account.
    pub account: AccountRow,
    /// The unit's code.
    pub unit: String,
    /// Debited since the beginning.
    pub debit: Minor,
    /// Credited since the beginning.
    pub credit: Minor,
}

impl Line {
    /// What stands on it: debit positive.
    #[must_use]
    pub const fn balance(&self) -> Minor {
        Minor(self.debit.0 - self.credit.0)
    }
}

/// A line over a span of days: what stood there, what moved, and so what stands there.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The account.
    pub account: AccountRow,
    /// The unit's code.
    pub unit: String,
    /// Before the span: debit positive; nothing where nothing had moved.
    pub opening: Option<Minor>,
    /// Debited within it.
    pub debit: Minor,
    /// Credited within it.
    pub credit: Minor,
}

impl Moved {
    /// What stands there at its end.
    pub fn closing(&self) -> Result<Minor, Refusal> {
        Ok(self.opening.unwrap_or_default().plus(self.debit)?.minus(self.credit)?)
    }
}

/// By account and unit, over some days.
pub async fn over(tx: &mut Tx, allowed: &Allowed<ReadBooks>, days: Days) -> Result<Vec<Moved>, Refusal> {
    let before = match days.from.pred_opt() {
        Some(eve) => trial_balance(tx, allowed, Some(eve)).await?,
        None => Vec::new(),
    };
    let opening: BTreeMap<(String, String), Line> =
        before.into_iter().map(|line| ((line.account.code.clone(), line.unit.clone()), line)).collect();
    let mut lines = Vec::new();
    for line in trial_balance(tx, allowed, Some(days.to)).await? {
        let was = opening.get(&(line.account.code.clone(), line.unit.clone()));
        let (debited, credited) = was.map_or((Minor::ZERO, Minor::ZERO), |was| (was.debit, was.credit));
        let (debit, credit) = (line.debit.minus(debited)?, line.credit.minus(credited)?);
        lines.push(Moved { account: line.account, unit: line.unit, opening: was.map(Line::balance), debit, credit });
    }
    Ok(lines)
}

/// By account and unit, at the end of a day; of everything posted so far where there is none.
pub async fn trial_balance(tx: &mut Tx, allowed: &Allowed<ReadBooks>, on: Option<Date>) -> Result<Vec<Line>, Refusal> {
    let mut sums: BTreeMap<(String, String), (i64, i64)> = BTreeMap::new();
    for row in balances::all_time(tx, allowed).await? {
        sums.insert((row.account, row.unit), (row.debit.0, row.credit.0));
    }
    let later = match on {
        Some(day) => balances::after(tx, allowed, day).await?,
        None => Vec::new(),
    };
    for row in later {
        let (debit, credit) = sums.entry((row.account, row.unit)).or_default();
        *debit -= row.debit.0;
        *credit -= row.credit.0;
    }
    let accounts: BTreeMap<String, AccountRow> =
        books::accounts(tx, allowed.coop()).await?.into_iter().map(|account| (account.code.clone(), account)).collect();
    let mut lines = Vec::new();
    for ((code, unit), (debit, credit)) in sums {
        if debit == 0 && credit == 0 {
            continue;
        }
        let missing = || Refusal::Broken(format!("account {code} is not in the chart"));
        let account = accounts.get(&code).ok_or_else(missing)?.clone();
        lines.push(Line { account, unit, debit: Minor(debit), credit: Minor(credit) });
    }
    Ok(lines)
}
