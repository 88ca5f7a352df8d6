//! split.md once more, by other hands: shares of a line, what a cap moves, and what comes back.

use super::books::Account;

/// A fen in the smallest parts that shares of six decimals make of it.
const FEN: i128 = 100_000_000;

/// A party of an agreement's version.
#[derive(Clone, Debug)]
pub struct Share {
    pub account: Account,
    /// Its percentage, in millionths of a percent: of a fen it is this many parts.
    pub parts: i128,
}

/// What a share may receive in all; the owner, who comes first, gets the rest.
#[derive(Clone, Debug)]
pub struct Cap {
    pub place: usize,
    pub most: i64,
    pub received: i64,
}

/// A grid's agreement, with what each party is still owed in parts of a fen.
#[derive(Clone, Debug)]
pub struct Version {
    pub shares: Vec<Share>,
    pub carry: Vec<i128>,
    pub cap: Option<Cap>,
}

/// A line that was split.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// By the shares alone, less what came back.
    remaining: Vec<i64>,
    /// Of the capped one, what went to the owner and has not come back.
    moved: i64,
}

fn whole(fen: i128) -> i64 {
    i64::try_from(fen).expect("a sum of money")
}

impl Version {
    /// Splits a line: who is credited how much, and what to remember of it.
    pub fn split(&mut self, amount: i64) -> (Vec<(Account, i64)>, Parts) {
        let exact: Vec<i128> = self.shares.iter().map(|share| i128::from(amount) * share.parts).collect();
        let mut parts: Vec<i128> = exact.iter().map(|exact| exact / FEN).collect();
        let spare = i128::from(amount) - parts.iter().sum::<i128>();
        let mut broken: Vec<usize> = (0..exact.len()).filter(|at| exact[*at] % FEN != 0).collect();
        // A stable sort: among equals the agreement's order counts.
        broken.sort_by_key(|at| -(self.carry[*at] + exact[*at] % FEN));
        for at in broken.into_iter().take(usize::try_from(spare).expect("less than there are parties")) {
            parts[at] += 1;
        }
        for (at, carry) in self.carry.iter_mut().enumerate() {
            *carry += exact[at] - parts[at] * FEN;
        }
        let remaining: Vec<i64> = parts.into_iter().map(whole).collect();
        let mut credited = remaining.clone();
        let mut moved = 0;
        if let Some(cap) = &mut self.cap {
            let gets = remaining[cap.place].min((cap.most - cap.received).max(0));
            moved = remaining[cap.place] - gets;
            cap.received += gets;
            credited[cap.place] = gets;
            credited[0] += moved;
        }
        (self.named(&credited), Parts { remaining, moved })
    }

    /// Takes a part of a line back: who is debited how much.
    pub fn take_back(&mut self, line: &mut Parts, amount: i64) -> Vec<(Account, i64)> {
        let all: i64 = line.remaining.iter().sum();
        let mut taken: Vec<i64> =
            line.remaining.iter().map(|left| whole(i128::from(amount) * i128::from(*left) / i128::from(all.max(1)))).collect();
        let owed = |at: usize, taken: i64, carry: i128| carry - (i128::from(amount) * self.shares[at].parts - i128::from(taken) * FEN);
        for _ in 0..amount - taken.iter().sum::<i64>() {
            let open = (0..taken.len()).filter(|at| line.remaining[*at] > taken[*at]);
            let ahead = open.min_by_key(|at| owed(*at, taken[*at], self.carry[*at])).expect("somebody has something left");
            taken[ahead] += 1;
        }
        for (at, taken) in taken.iter().enumerate() {
            self.carry[at] = owed(at, *taken, self.carry[at]);
            line.remaining[at] -= taken;
        }
        if let Some(cap) = &mut self.cap {
            let from_owner = taken[cap.place].min(line.moved);
            line.moved -= from_owner;
            taken[cap.place] -= from_owner;
            taken[0] += from_owner;
            cap.received -= taken[cap.place];
        }
        self.named(&taken)
    }

    fn named(&self, amounts: &[i64]) -> Vec<(Account, i64)> {
        self.shares.iter().map(|share| share.account).zip(amounts.iter().copied()).collect()
    }
}
