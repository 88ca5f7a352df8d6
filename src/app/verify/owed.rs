//! What each issued statement says is owed, against the entries that it and those before it listed: dated up to the end of its
//! month, and numbered up to its head.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Fault, Verdict};
use crate::{
    app::Refusal,
    domain::{
        id::CoopId,
        time::{Date, Month},
    },
    store::{
        Tx,
        audit::{self, IssuedRow, Leg},
    },
};

struct Issued {
    row: IssuedRow,
    upto: Option<Date>,
    sum: i64,
}

/// The issued statements by owner.
pub(super) struct Owed {
    accounts: Vec<String>,
    unit: String,
    of: HashMap<Uuid, Vec<Issued>>,
}

impl Owed {
    pub(super) async fn load(tx: &mut Tx, coop: CoopId, accounts: Vec<String>, unit: String) -> Result<Self, Refusal> {
        let mut of: HashMap<Uuid, Vec<Issued>> = HashMap::new();
        for row in audit::issued(tx, coop).await? {
            let upto = Month::parse(&row.month).map(Month::last_day);
            of.entry(row.owner_id.0).or_default().push(Issued { row, upto, sum: 0 });
        }
        Ok(Self { accounts, unit, of })
    }

    pub(super) fn add(&mut self, leg: &Leg) {
        let Some(issued) = leg.posting.party.and_then(|party| self.of.get_mut(&party)) else { return };
        if leg.posting.unit != self.unit || !self.accounts.contains(&leg.posting.account) {
            return;
        }
        for issued in issued.iter_mut().filter(|issued| leg.number <= issued.row.head_number && Some(leg.day) <= issued.upto) {
            issued.sum = issued.sum.saturating_sub(leg.posting.amount.0);
        }
    }

    pub(super) fn compare(self, verdict: &mut Verdict) {
        let all = self.of.into_values().flatten();
        let mut wrong: Vec<i64> = all.filter(|issued| issued.sum != issued.row.closing.0).map(|issued| issued.row.number).collect();
        wrong.sort_unstable();
        for number in wrong {
            verdict.blame(Fault::StatementClosing(number));
        }
    }
}
