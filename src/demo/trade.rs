//! A day at a till: counted and opened, sold and taken back, counted again and closed.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    basket::{self, Bought, Returnable, Shelf, Voucher},
    dice::{self, Dice},
    till_book::{Around, TillBook, counted},
};
use crate::{
    app::{
        Refusal,
        facts::{Arrived, FactKind},
        format::{
            cash::{CloseShift, MoveCash, OpenShift, TenderTotal},
            fields::{Money, NewTender},
            refund::{NewRefund, ReturnedLine},
            sale::NewSale,
        },
    },
    domain::{
        id::{CommandId, PersonId},
        money::{Minor, Unit},
        reason::RefundReason,
        time::{Date, Ts},
    },
};

/// What every drawer starts with.
const FLOAT: Minor = Minor(20_000);
/// The till whose drawer was 0.50 short yesterday.
const SHORT: &str = "一号收银台";
/// The till with which somebody slipped yesterday.
const SLIPPED: &str = "二号收银台";
/// The till at which somebody forgot the practice mode yesterday.
const FORGETFUL: &str = "三号收银台";
/// Sales of one till on Monday to Sunday.
const BUSY: [i64; 7] = [14, 15, 15, 16, 19, 26, 23];

/// Number of the sale whose owner nobody knows, beyond those of a day.
const NOBODYS: i64 = 1_000;

/// Everything that a day at a till depends on.
pub struct Day<'a> {
    /// Which.
    pub date: Date,
    /// When the shop opens.
    pub opens_at: Ts,
    /// How far it has come.
    pub until: Ts,
    /// Whether it is yesterday, whose mistakes are still to be mended.
    pub is_last: bool,
    /// What stands at the site.
    pub shelves: &'a [Shelf],
    /// Who may be at the till.
    pub people: &'a [PersonId],
    /// A helper's approval, where something comes back today.
    pub approval: Option<Uuid>,
    /// The currency.
    pub unit: &'a Unit,
}

/// The label of a day at a till; its closing is labelled `close` + this.
#[must_use]
pub fn label(till: &str, date: Date) -> String {
    format!("{till}/{date}")
}

/// When a shift that opened then closes.
#[must_use]
pub const fn closing(opens_at: Ts) -> Ts {
    opens_at.plus_seconds(9 * 3600)
}

/// The day's reports, as far as it has come: a shift that goes on stays open. Vouchers that were sold today can be used from tomorrow on: tills do not wait for each other.
pub fn trade(book: &mut TillBook, day: &Day<'_>, vouchers: &mut Vec<Voucher>) -> Result<Vec<Arrived>, Refusal> {
    if day.until < day.opens_at {
        return Ok(Vec::new());
    }
    let label = label(&book.label, day.date);
    let mut dice = Dice::new(&label);
    let actor = dice.pick(day.people).copied().ok_or_else(|| Refusal::Broken("nobody is at the till".to_owned()))?;
    let mut shift = Shift { book, day, label, actor, takings: BTreeMap::new(), reports: Vec::new(), returnable: Vec::new() };
    shift.open()?;

    let weekday = usize::try_from(chrono::Datelike::weekday(&day.date).num_days_from_monday()).unwrap_or(0);
    let count = (BUSY.get(weekday).copied().unwrap_or(15) + dice.between(-2, 4)).max(1);
    let pause = 8 * 3600 / count;
    let mut sold_today = Vec::new();
    for number in 0..count {
        let at = day.opens_at.plus_seconds(600 + number * pause + dice.between(0, pause / 2));
        if at > day.until {
            break;
        }
        if dice.one_in(110) {
            let voucher = Voucher { number: voucher_number(&shift.label, number, at), left: Minor(3_000) };
            shift.sell(number, at, &mut dice, basket::voucher(&voucher.number, voucher.left, day.unit))?;
            sold_today.push(voucher);
        } else {
            let bought = basket::shop(&mut dice, day.shelves, vouchers, day.unit)?;
            shift.sell(number, at, &mut dice, bought)?;
        }
    }
    if day.until >= closing(day.opens_at) {
        shift.ends(&mut dice)?;
    }
    vouchers.extend(sold_today);
    Ok(shift.reports)
}

/// What is printed on a voucher: plain letters and digits.
fn voucher_number(label: &str, number: i64, at: Ts) -> String {
    let id = dice::id(&format!("voucher {number}/{label}"), at).simple().to_string().to_uppercase();
    format!("V{}", id.get(20..).unwrap_or(&id))
}

struct Shift<'a> {
    book: &'a mut TillBook,
    day: &'a Day<'a>,
    label: String,
    actor: PersonId,
    takings: BTreeMap<&'static str, Minor>,
    reports: Vec<Arrived>,
    returnable: Vec<(Uuid, Returnable)>,
}

impl Shift<'_> {
    fn around(&self, what: &str, at: Ts) -> Around {
        let id = CommandId(dice::id(&format!("{what}/{}", self.label), at));
        Around { id, at, actor: self.actor, receipt_token: None, approval: None, practice: false }
    }

    fn takes(&mut self, means: &'static str, amount: Minor) -> Result<(), Refusal> {
        let sum = self.takings.entry(means).or_default();
        *sum = sum.plus(amount)?;
        if means == "cash" {
            self.book.drawer = self.book.drawer.plus(amount)?;
        }
        Ok(())
    }

    /// Counts the drawer and brings it to its float.
    fn open(&mut self) -> Result<(), Refusal> {
        let found = self.book.drawer;
        let missing = FLOAT.minus(found)?;
        let unit = self.day.unit;
        let body = OpenShift {
            unit: None,
            count: counted(found, unit),
            counted: None,
            brought: (missing.0 > 0).then(|| Money::of(missing, unit)),
            taken: None,
        };
        self.book.drawer = found.plus(Minor(missing.0.max(0)))?;
        let around = self.around("open", self.day.opens_at);
        self.reports.push(self.book.report(FactKind::ShiftOpened, around, body)?);
        Ok(())
    }

    fn sell(&mut self, number: i64, at: Ts, dice: &mut Dice, bought: Bought) -> Result<(), Refusal> {
        for (means, amount) in bought.net {
            self.takes(means, amount)?;
        }
        let around = Around { receipt_token: Some(dice.token()), ..self.around(&format!("sale {number}"), at) };
        self.returnable.extend(bought.returnable.map(|line| (around.id.0, line)));
        self.reports.push(self.book.report(FactKind::Sale, around, bought.sale)?);
        Ok(())
    }

    fn ends(&mut self, dice: &mut Dice) -> Result<(), Refusal> {
        let forgets = dice.one_in(60);
        if forgets || (self.day.is_last && self.book.label == FORGETFUL) {
            self.practise(dice)?;
        }
        if self.day.is_last && self.book.label != SLIPPED {
            self.nobodys(dice)?;
        }
        if self.day.is_last && self.book.label == SLIPPED {
            self.slip(dice)?;
        }
        self.take_back(dice)?;
        self.move_cash(dice)?;
        self.close(dice)
    }

    /// Somebody leaves out a figure of what the phone shows: the sale does not add up, and is set aside whole.
    fn slip(&mut self, dice: &mut Dice) -> Result<(), Refusal> {
        let mut bought = basket::shop(dice, self.day.shelves, &mut Vec::new(), self.day.unit)?;
        let paid: i64 = bought.net.iter().map(|(_, amount)| amount.0).sum();
        let wrong = NewTender { means: "wechat".to_owned(), amount: Money::of(Minor(paid / 10 + 1), self.day.unit), voucher: None };
        bought.sale = NewSale { rounding_off: None, donation: None, tenders: vec![wrong], change: None, ..bought.sale };
        let around = self.around("slip", self.day.opens_at.plus_seconds(30_900));
        self.reports.push(self.book.report(FactKind::Sale, around, bought.sale)?);
        Ok(())
    }

    /// Something without a label, and nobody knows whose it was: its money waits to be allocated.
    fn nobodys(&mut self, dice: &mut Dice) -> Result<(), Refusal> {
        let bought = basket::nobodys(Minor(dice.between(6, 14) * 100), self.day.unit);
        self.sell(NOBODYS, self.day.opens_at.plus_seconds(30_600), dice, bought)
    }

    /// Somebody forgets to leave the practice mode: such a sale is set aside and moves nothing.
    fn practise(&mut self, dice: &mut Dice) -> Result<(), Refusal> {
        let bought = basket::shop(dice, self.day.shelves, &mut Vec::new(), self.day.unit)?;
        let around = Around { practice: true, ..self.around("practice", self.day.opens_at.plus_seconds(31_000)) };
        self.reports.push(self.book.report(FactKind::Sale, around, bought.sale)?);
        Ok(())
    }

    /// One piece of something sold today comes back, if a helper approved it.
    fn take_back(&mut self, dice: &mut Dice) -> Result<(), Refusal> {
        let Some(approval) = self.day.approval else { return Ok(()) };
        let Some((sale, line)) = dice.pick(&self.returnable).cloned() else { return Ok(()) };
        self.takes(line.means, line.price.negated()?)?;
        let unit = self.day.unit;
        let body = NewRefund {
            unit: None,
            sale_id: Some(sale),
            lines: vec![ReturnedLine { line: line.line, quantity: Some("1".to_owned()), amount: None, restock: None }],
            whole_sale: false,
            tenders: vec![NewTender { means: line.means.to_owned(), amount: Money::of(line.price, unit), voucher: None }],
            reason: dice.pick(RefundReason::ALL).map(|reason| reason.slug().to_owned()),
        };
        let around = Around { approval: Some(approval), ..self.around("refund", self.day.opens_at.plus_seconds(31_200)) };
        self.reports.push(self.book.report(FactKind::Refund, around, body)?);
        Ok(())
    }

    /// A small expense now and then, and what is above the float goes to the safe.
    fn move_cash(&mut self, dice: &mut Dice) -> Result<(), Refusal> {
        if dice.one_in(12) && self.book.drawer.0 > FLOAT.0 {
            self.moves("pay_out", Minor(dice.between(5, 30) * 50), 31_500)?;
        }
        let above = Minor((self.book.drawer.0 - FLOAT.0) / 10_000 * 10_000);
        if above.0 > 0 {
            self.moves("drop", above, 31_800)?;
        }
        Ok(())
    }

    fn moves(&mut self, movement: &str, amount: Minor, after: i64) -> Result<(), Refusal> {
        self.book.drawer = self.book.drawer.minus(amount)?;
        let reason = (movement == "pay_out").then(|| "supplies".to_owned());
        let body = MoveCash { unit: None, movement: movement.to_owned(), amount: Money::of(amount, self.day.unit), reason };
        let around = self.around(movement, self.day.opens_at.plus_seconds(after));
        self.reports.push(self.book.report(FactKind::CashMoved, around, body)?);
        Ok(())
    }

    /// Counts blind: now and then a coin is missing or too many.
    fn close(&mut self, dice: &mut Dice) -> Result<(), Refusal> {
        let slip = if self.day.is_last && self.book.label == SHORT {
            -50
        } else if dice.one_in(10) {
            dice.between(-20, 12) * 10
        } else {
            0
        };
        self.book.drawer = self.book.drawer.plus(Minor(slip))?;
        let unit = self.day.unit;
        let total = |(means, amount): (&&'static str, &Minor)| TenderTotal { means: (*means).to_owned(), amount: unit.format(*amount) };
        let body = CloseShift {
            unit: None,
            count: counted(self.book.drawer, unit),
            last_seq: self.book.last_seq(),
            tenders: self.takings.iter().map(total).collect(),
        };
        let around = self.around("close", closing(self.day.opens_at));
        self.reports.push(self.book.report(FactKind::ShiftClosed, around, body)?);
        Ok(())
    }
}
