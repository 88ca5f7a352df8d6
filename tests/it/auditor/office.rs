//! The office: money of supporters and members, deposits, rent, donations, bills, with what each must post, or why it must not.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    books::{Account, Books},
    command::{Command, Fate},
};
use crate::harness::{Dice, Shop, Who, yuan};

const SAFE: Account = ("10101", None);
const BANK: Account = ("102", None);
const COSTS: Account = ("522", None);

/// An agreement that brings money, and what came in and went out under it.
pub struct Agreement {
    pub id: Uuid,
    pub kind: &'static str,
    pub account: Account,
    pub cap: i64,
    pub received: i64,
    pub used: i64,
}

/// Who is there, and what was agreed and wished.
pub struct Office {
    pub organiser: Who,
    pub treasurer: Who,
    pub owner: Who,
    pub supporter: Who,
    /// Two members, and an owner who is none.
    pub people: [Uuid; 3],
    pub agreements: Vec<Agreement>,
    pub waives: bool,
    pub redonates: bool,
    /// Numbers of entries that may still be reversed, with what they posted.
    pub reversible: Vec<(Uuid, Vec<(Account, i64)>)>,
}

/// What is asked for, and what must become of it.
type Asked = (&'static str, Value, Fate);

fn moves(debit: Account, credit: Account, amount: i64) -> Fate {
    Fate::Posted(vec![(debit, amount), (credit, -amount)])
}

fn allowed(is: bool, fate: Fate) -> Fate {
    if is { fate } else { Fate::Refused(409) }
}

impl Office {
    /// The next thing that somebody asks for.
    pub async fn next(&mut self, shop: &Shop, books: &Books, dice: &mut Dice) -> Command {
        let (path, body, fate) = match dice.below(12) {
            0..=5 => self.under_an_agreement(books, dice),
            6 => self.speaks_for_the_supporter(dice),
            7 if !self.reversible.is_empty() => self.undoes(shop, dice).await,
            8 => return self.nonsense(shop, dice),
            _ => self.settles(books, dice),
        };
        let who = if path == "/supporter-wishes" { &self.organiser } else { &self.treasurer };
        let command = asks(shop, who, path, &body, fate);
        if let (Fate::Posted(legs), "/bill-payments" | "/cash-bankings") = (&command.fate, path) {
            self.reversible.push((command.key, legs.clone()));
        }
        command
    }

    fn under_an_agreement(&mut self, books: &Books, dice: &mut Dice) -> Asked {
        let waives = self.waives;
        let at = usize::try_from(dice.below(self.agreements.len() as u64)).expect("an agreement");
        let agreement = &mut self.agreements[at];
        let (amount, held) = (dice.between(1, 60_000), agreement.received - agreement.used);
        let (through, money) = *dice.pick(&[("bank", BANK), ("safe", SAFE)]);
        let body = json!({ "instrument_id": agreement.id, "amount": yuan(amount), "through": through });
        match dice.below(5) {
            0 | 1 => {
                let may = agreement.received + amount <= agreement.cap;
                agreement.received += if may { amount } else { 0 };
                ("/instrument-receipts", body, allowed(may, moves(money, agreement.account, amount)))
            }
            2 => {
                let is_loan = agreement.kind == "loan";
                let may = (is_loan && !waives || agreement.kind == "share_capital") && amount <= held;
                agreement.used += if may { amount } else { 0 };
                ("/instrument-repayments", body, allowed(may, moves(agreement.account, money, amount)))
            }
            3 => {
                let purpose = *dice.pick(&["training", "training", "health"]);
                let may = agreement.kind == "restricted_gift" && purpose == "training" && amount <= held;
                agreement.used += if may { amount } else { 0 };
                let mut body = body;
                body["purpose"] = json!(purpose);
                let legs = vec![(COSTS, amount), (money, -amount), (agreement.account, amount), (("50202", None), -amount)];
                ("/gift-spendings", body, allowed(may, Fate::Posted(legs)))
            }
            _ => {
                let rest = -books.on(agreement.account);
                let may = agreement.kind == "loan" && waives && rest > 0;
                agreement.used += if may { rest } else { 0 };
                let fund = ("31101", Some(self.supporter.id));
                ("/loan-waivers", json!({ "instrument_id": agreement.id }), allowed(may, moves(agreement.account, fund, rest)))
            }
        }
    }

    /// From now on, until they say something else.
    fn speaks_for_the_supporter(&mut self, dice: &mut Dice) -> Asked {
        let loan = self.agreements.iter().find(|agreement| agreement.kind == "loan").map(|agreement| agreement.id);
        let (wish, about) = *dice.pick(&[("redonate", None), ("pay_out", None), ("waive", loan), ("pay_back", loan)]);
        match wish {
            "redonate" | "pay_out" => self.redonates = wish == "redonate",
            _ => self.waives = wish == "waive",
        }
        let body = json!({ "supporter_id": self.supporter.id, "instrument_id": about, "wish": wish, "manner": "spoken" });
        ("/supporter-wishes", body, Fate::Posted(Vec::new()))
    }

    /// What moves under no agreement.
    fn settles(&self, books: &Books, dice: &mut Dice) -> Asked {
        let (amount, person) = (dice.between(1, 6_000), *dice.pick(&self.people));
        let (through, money) = *dice.pick(&[("bank", BANK), ("safe", SAFE)]);
        let with = json!({ "person_id": person, "amount": yuan(amount), "through": through });
        let without = json!({ "person_id": person, "amount": yuan(amount) });
        let (deposit, rent, capital) = (("21103", Some(person)), ("11403", Some(person)), ("30101", Some(person)));
        let (share, held) = (("21102", Some(self.supporter.id)), ("21104", None));
        let holds = |account: Account| amount <= -books.on(account);
        match dice.below(11) {
            0 => ("/deposits", with, moves(money, deposit, amount)),
            1 => ("/deposit-returns", with, allowed(holds(deposit), moves(deposit, money, amount))),
            2 => ("/rent-payments", with, allowed(amount <= books.on(rent), moves(money, rent, amount))),
            3 => ("/rent-waivers", without, allowed(amount <= books.on(rent), moves(("50102", None), rent, amount))),
            4 if person == self.people[2] => ("/member-capital-payments", with, Fate::Refused(422)),
            4 => ("/member-capital-payments", with, moves(money, capital, amount)),
            5 => ("/member-capital-withdrawals", with, allowed(holds(capital), moves(capital, money, amount))),
            6 => {
                let body = json!({ "person_id": self.supporter.id, "amount": yuan(amount), "through": through });
                ("/share-payments", body, allowed(!self.redonates && holds(share), moves(share, money, amount)))
            }
            7 => {
                let body = json!({ "person_id": self.supporter.id, "amount": yuan(amount) });
                let fund = ("31103", Some(self.supporter.id));
                ("/share-redonations", body, allowed(self.redonates && holds(share), moves(share, fund, amount)))
            }
            8 => ("/donation-transfers", json!({ "amount": yuan(amount) }), allowed(holds(held), moves(held, BANK, amount))),
            9 => ("/cash-bankings", json!({ "amount": yuan(amount) }), moves(BANK, SAFE, amount)),
            _ => {
                let body = json!({ "bill": "supplies", "amount": yuan(amount), "through": through });
                ("/bill-payments", body, moves(COSTS, money, amount))
            }
        }
    }

    /// A bill or cash for the bank is undone, once.
    async fn undoes(&mut self, shop: &Shop, dice: &mut Dice) -> Asked {
        let at = usize::try_from(dice.below(self.reversible.len() as u64)).expect("an entry");
        let (document, legs) = self.reversible[at].clone();
        let found = shop.get(&self.treasurer, &format!("/entries?document_id={document}")).await.is(200);
        let body = json!({ "entry_number": found["items"][0]["number"], "reason": "twice" });
        // It stays in the list without its legs: undone again, it is refused.
        let fate = allowed(!legs.is_empty(), Fate::Posted(legs.into_iter().map(|(account, amount)| (account, -amount)).collect()));
        self.reversible[at].1.clear();
        ("/reversals", body, fate)
    }

    /// What nobody may, or nobody can read.
    fn nonsense(&self, shop: &Shop, dice: &mut Dice) -> Command {
        let (deposit, stranger) = ("/deposits", shop.id());
        let of = |person: Uuid, amount: &str| json!({ "person_id": person, "amount": amount });
        let person = self.people[0];
        let (who, path, body, status) = match dice.below(9) {
            0 => (&self.owner, deposit, of(person, "10.00"), 403),
            1 => (&self.supporter, "/bill-payments", json!({ "bill": "supplies", "amount": "10.00" }), 403),
            2 => (&Who::nobody(), deposit, of(person, "10.00"), 401),
            3 => (&self.treasurer, deposit, of(stranger, "10.00"), 404),
            4 => (&self.treasurer, deposit, of(person, "0.00"), 422),
            5 => (&self.treasurer, deposit, of(person, "-10.00"), 422),
            6 => (&self.treasurer, deposit, of(person, "10.0"), 422),
            7 => (&self.treasurer, "/instrument-receipts", json!({ "instrument_id": stranger, "amount": "10.00" }), 404),
            _ => (&self.treasurer, deposit, json!({ "person_id": person, "amount": "10.00", "day": "2026-07-01" }), 422),
        };
        asks(shop, who, path, &body, Fate::Refused(status))
    }
}

fn asks(shop: &Shop, who: &Who, path: &str, body: &Value, fate: Fate) -> Command {
    Command { who: who.clone(), path: path.to_owned(), key: shop.id(), bytes: body.to_string().into_bytes(), fate }
}
