//! A cooperative in memory: baskets in, journal text out. It keeps what the store keeps, and nothing else.
//!
//! People are letters: A and B are members with a grid each, N is no member, S shares in sales, T is the till. Grid X
//! exists without an agreement; grid Z does not exist. Every refund has a helper's approval unless it says otherwise.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use uuid::Uuid;

use crate::domain::{
    account::{CN_COOP, Chart},
    agreement::{InForce, Party, Share, Stake},
    cash::{Effects, Means, OpenItem, Origin, Tender},
    entry::{Document, Entry, Heading, NotAnEntry, Postings},
    id::{CommandId, CoopId, DocumentId, GridId, InstrumentId, PersonId, ShiftId, TillId, VersionId},
    money::{Minor, Percent, Quantity, Unit},
    refund::{self, LineFacts, Refund, Rest, SaleFacts},
    sale::{self, Basket, Sale},
    time::{Date, Ts, parse_date},
};

use super::shop_text::{back, basket};

/// What a letter is called in the books.
pub fn person(letter: char) -> PersonId {
    PersonId(Uuid::from_u128(letter.into()))
}

/// The grid of a letter.
pub fn grid(letter: char) -> GridId {
    GridId(Uuid::from_u128(0x1000 + u128::from(u32::from(letter))))
}

/// The only till.
pub fn till() -> TillId {
    TillId(person('T').0)
}

/// Yuan as on a receipt, with a sign where there is one.
pub fn yuan(text: &str) -> Minor {
    match text.strip_prefix('-') {
        Some(rest) => yuan(rest).negated().unwrap(),
        None => Unit::cny().parse(text).unwrap_or_else(|why| panic!("{text}: {why}")),
    }
}

pub fn show(amount: Minor) -> String {
    Unit::cny().format(amount)
}

/// Shares like `85/10/5`: the owner's, the cooperative's, S's, then any number of funds (a, b, c…).
pub fn shares(owner: char, text: &str) -> Vec<Share> {
    let parties = [Party::Owner(person(owner)), Party::Cooperative, Party::Supporter(person('S'))];
    let funds = ('a'..='z').map(|letter| Party::Supporter(person(letter)));
    let percents = text.split('/').map(|percent| Percent::parse(percent).unwrap());
    let all = parties.into_iter().chain(funds).zip(percents);
    all.map(|(party, percent)| Share { party, percent, instrument: None, fallback: 0 }).collect()
}

/// The shares in force from today, with carries at 0.
pub fn in_force(shares: &[Share], is_member: bool) -> InForce {
    let stake = |share: &Share| Stake { share: *share, account: share.party.account(is_member) };
    InForce { stakes: shares.iter().map(stake).collect(), carry_e8: vec![0; shares.len()] }
}

/// The instrument of a letter.
pub fn instrument(letter: char) -> InstrumentId {
    InstrumentId(person(letter).0)
}

/// A cooperative in memory.
pub struct Shop {
    /// What a sale is decided from.
    pub facts: sale::Facts,
    /// What has been sold, as refunds need to know it.
    pub sales: Vec<SaleFacts>,
    /// The shift of each sale.
    pub shifts: Vec<u128>,
    /// Balances by account and party.
    pub balances: BTreeMap<(String, Option<Uuid>), Minor>,
    /// Net receipts of each instrument.
    pub received: HashMap<InstrumentId, Minor>,
    /// What waits on 21108.
    pub open: Vec<(DocumentId, OpenItem)>,
    /// Today.
    pub date: Date,
    /// The shift of today.
    pub shift: u128,
    ids: u128,
}

impl Shop {
    /// A fresh cooperative: A's, B's and N's grids at 85/10/5.
    pub fn new(date: &str) -> Self {
        let mut shop = Self {
            facts: sale::Facts { rounding_limit: Minor(100), ..sale::Facts::default() },
            sales: Vec::new(),
            shifts: Vec::new(),
            balances: BTreeMap::new(),
            received: HashMap::new(),
            open: Vec::new(),
            date: parse_date(date).unwrap(),
            shift: 1,
            ids: 0x10_0000,
        };
        for letter in ['A', 'B', 'N'] {
            shop.agree(letter, &shares(letter, "85/10/5"));
        }
        shop.facts.grids.insert(grid('X'), None);
        shop
    }

    /// Puts a new version in force for a grid.
    pub fn agree(&mut self, owner: char, shares: &[Share]) -> VersionId {
        let version = VersionId(self.next());
        self.facts.terms.versions.insert(version, in_force(shares, owner != 'N'));
        self.facts.grids.insert(grid(owner), Some(version));
        version
    }

    /// Caps what an instrument may receive.
    pub fn cap(&mut self, letter: char, cap: Minor) {
        self.facts.terms.left.insert(instrument(letter), cap);
    }

    /// Another day, another shift.
    pub fn next_shift(&mut self, date: &str) {
        self.date = parse_date(date).unwrap();
        self.shift += 1;
    }

    /// Records a sale: `A 23.50 | pay cash 50.00 | change 26.50`.
    pub fn sells(&mut self, text: &str) -> String {
        let (sale, effects) = self.sale(basket(text)).unwrap();
        self.journal(sale.document(), "sale", &effects)
    }

    /// Records a sale, giving back what was decided.
    pub fn sale(&mut self, basket: Basket) -> Result<(Sale, Effects), sale::ImpossibleSale> {
        let id = DocumentId(self.next());
        let (sale, effects) = sale::decide(id, self.origin(), &self.facts, basket)?;
        self.keep(id, &effects);
        let mut paid: Vec<Tender> = vec![Tender { means: Means::Cash, amount: sale.cash()? }];
        paid.extend(sale.tenders.iter().filter(|tender| tender.means != Means::Cash).cloned());
        let lot = |line: &sale::SoldLine| line.lot.map(|lot| (lot, self.facts.lots[&lot].nature, self.facts.lots[&lot].supporter));
        let lines = sale.lines.iter().map(|line| LineFacts { lot: lot(line), ..sold_line(line) }).collect();
        self.sales.push(SaleFacts { id: Some(id), lines, donation: sale.donation, same_shift: true, refunded_before: false, paid });
        self.shifts.push(self.shift);
        Ok((sale, effects))
    }

    /// Records a refund of the nth sale (from 1): `line 1: 4.44`, `line 1: 2 pieces`, `all`, `pay cash 4.40`, `without approval`.
    pub fn refunds(&mut self, nth: usize, text: &str) -> String {
        let without = text.contains("without approval");
        let (refund, effects) = self.refund(nth, back(text), !without).unwrap();
        self.journal(refund.document(), "refund", &effects)
    }

    /// Records a refund, giving back what was decided.
    pub fn refund(&mut self, nth: usize, request: refund::Request, approved: bool) -> Result<(Refund, Effects), refund::ImpossibleRefund> {
        let id = DocumentId(self.next());
        let mut sale = self.sales.get(nth.wrapping_sub(1)).cloned();
        if let Some(sale) = &mut sale {
            sale.same_shift = self.shifts[nth - 1] == self.shift;
        }
        let facts = refund::Facts {
            sale,
            approved_by: approved.then_some(person('H')),
            terms: self.facts.terms.clone(),
            vouchers: self.facts.vouchers.clone(),
            new_voucher: "NEW".to_owned(),
            lots: self.facts.lots.clone(),
            stock: self.facts.stock.clone(),
        };
        let (refund, effects) = refund::decide(id, self.origin(), &facts, request)?;
        self.keep(id, &effects);
        if let Some(sale) = self.sales.get_mut(nth.wrapping_sub(1)) {
            keep_refund(sale, &refund);
        }
        Ok((refund, effects))
    }

    /// Any other document's effects.
    pub fn posts(&mut self, document: Document, kind: &str, effects: &Effects) -> String {
        self.keep(document.id, effects);
        self.journal(document, kind, effects)
    }

    /// Where the till's next document comes from.
    pub fn origin(&self) -> Origin {
        let (till, shift, actor) = (till(), ShiftId(Uuid::from_u128(self.shift)), person('H'));
        Origin { till, epoch: 1, seq: 7, shift, business_date: self.date, occurred_at: Ts(0), received_at: Ts(0), actor }
    }

    /// A balance, debit positive.
    pub fn balance(&self, account: &str, party: Option<char>) -> Minor {
        let party = party.map(|letter| person(letter).0);
        self.balances.get(&(account.to_owned(), party)).copied().unwrap_or_default()
    }

    /// A fresh id.
    pub fn next(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    /// What the store keeps of a decision.
    fn keep(&mut self, id: DocumentId, effects: &Effects) {
        for (&(version, place), carry) in &effects.carries {
            self.facts.terms.versions.get_mut(&version).unwrap().carry_e8[place] = *carry;
        }
        for (instrument, amount) in &effects.received {
            let received = self.received.entry(*instrument).or_default();
            *received = received.plus(*amount).unwrap();
            if let Some(left) = self.facts.terms.left.get_mut(instrument) {
                *left = left.minus(*amount).unwrap();
            }
        }
        for (number, amount) in &effects.vouchers_issued {
            assert!(self.facts.vouchers.insert(number.clone(), *amount).is_none(), "voucher {number} was issued twice");
        }
        for (number, amount) in &effects.vouchers_used {
            let remaining = self.facts.vouchers.get_mut(number).unwrap();
            *remaining = remaining.minus(*amount).unwrap();
            assert!(*remaining >= Minor::ZERO, "voucher {number} is below zero");
        }
        self.open.extend(effects.open_items.iter().map(|item| (id, item.clone())));
        if !effects.postings.is_empty() {
            for posting in entry(self.date, &effects.postings).unwrap().postings() {
                let balance = self.balances.entry((posting.account.clone(), posting.party)).or_default();
                *balance = balance.plus(posting.amount).unwrap();
            }
        }
    }

    /// The entry as text, and below it what else a decision left behind.
    fn journal(&self, document: Document, kind: &str, effects: &Effects) -> String {
        let mut text = match entry_of(document, kind, self.date, &effects.postings) {
            _ if effects.postings.is_empty() => "no entry\n".to_owned(),
            Ok(entry) => lines(&entry),
            Err(why) => panic!("{why}: {:?}", effects.postings),
        };
        for (number, amount) in &effects.vouchers_issued {
            writeln!(text, "voucher {number} issued {}", show(*amount)).unwrap();
        }
        for (number, amount) in &effects.vouchers_used {
            writeln!(text, "voucher {number} used {}", show(*amount)).unwrap();
        }
        for item in &effects.open_items {
            writeln!(text, "to be allocated, line {}: {}", item.line, show(item.amount)).unwrap();
        }
        for warning in &effects.warnings {
            writeln!(text, "! {}, line {}: {}", warning.kind.slug(), warning.line, show(warning.amount)).unwrap();
        }
        text
    }
}

/// What a refund needs to know of a line that was just sold.
pub fn sold_line(line: &sale::SoldLine) -> LineFacts {
    LineFacts {
        what: line.what.clone(),
        quantity: line.quantity,
        base: line.base,
        borne: line.borne().unwrap(),
        version: line.version,
        parts: line.parts.iter().map(Rest::of).collect(),
        refunded: Minor::ZERO,
        refunded_milli: 0,
        refunded_borne: Minor::ZERO,
        cost: line.cost,
        lot: None,
    }
}

/// What the store keeps of a refund.
fn keep_refund(sale: &mut SaleFacts, refund: &Refund) {
    for back in &refund.lines {
        let line = &mut sale.lines[back.line - 1];
        line.refunded = line.refunded.plus(back.amount).unwrap();
        line.refunded_milli += back.milli;
        line.refunded_borne = line.refunded_borne.plus(back.borne).unwrap();
        for (rest, taken) in line.parts.iter_mut().zip(&back.taken) {
            rest.uncapped = rest.uncapped.minus(taken.uncapped).unwrap();
            rest.moved = rest.moved.minus(taken.moved).unwrap();
        }
    }
    sale.donation = sale.donation.minus(refund.donation).unwrap();
    sale.refunded_before |= !refund.lines.is_empty();
    for tender in &refund.tenders {
        if let Some(paid) = sale.paid.iter_mut().find(|paid| paid.means.slug() == tender.means.slug()) {
            paid.amount = paid.amount.minus(tender.amount).unwrap();
        }
    }
}

/// The entry of some postings, with a heading that says nothing.
pub fn entry(date: Date, postings: &Postings) -> Result<Entry, NotAnEntry> {
    let id = DocumentId(Uuid::from_u128(1));
    entry_of(Document { id, hash: crate::domain::chain::Hash::ZERO }, "test", date, postings)
}

fn entry_of(document: Document, kind: &str, date: Date, postings: &Postings) -> Result<Entry, NotAnEntry> {
    let (coop, command) = (CoopId(Uuid::from_u128(2)), CommandId(Uuid::from_u128(3)));
    let heading = Heading { coop, date, kind: kind.to_owned(), document, command, memo: String::new() };
    postings.entry(heading, &Chart::of_template(CN_COOP), "CNY")
}

/// `10102/T 23.50`, a line for each posting.
pub fn lines(entry: &Entry) -> String {
    let mut text = format!("{} {}\n", entry.date, entry.kind);
    for posting in entry.postings() {
        let letter = posting.party.and_then(|party| u32::try_from(party.as_u128()).ok()).and_then(char::from_u32);
        let name = posting.account.clone() + &letter.map(|letter| format!("/{letter}")).unwrap_or_default();
        writeln!(text, "  {name:<8} {:>9}", show(posting.amount)).unwrap();
    }
    text
}

/// Pieces.
pub fn pieces(count: i64) -> Quantity {
    Quantity::from_milli(count * 1000).unwrap()
}
