//! An owner's month: what was owed before, every line that changed it, and what is owed now. What a statement prints.
//!
//! A statement lists the entries dated up to its month's end that no earlier one listed; so what arrived late, dated before
//! the month, stands on it as well, and it opens where the one before closed.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    app::{Refusal, words::Words},
    domain::{
        account::{Chart, Role},
        agreement::{LinePart, Party, credited},
        allocation,
        id::{CoopId, DocumentId, PersonId},
        money::{Minor, quantity_text},
        time::{Date, Month},
    },
    store::{
        Tx, balances,
        books::Of,
        coop::{Coop, Head},
        owners_month::{self, OwnPart, OwnPosting},
        people::{self, PersonRow},
        statements::{self, StatementRow},
    },
};

/// How many documents are looked up at once.
const DOCUMENTS: usize = 512;

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The owner's part of a sale.
    Sale,
    /// Taken back with a refund.
    Refund,
    /// Everything else.
    Other,
}

/// What was sold or came back in a line.
#[derive(Clone, Debug)]
pub struct Goods {
    /// As sold.
    pub name: String,
    /// The grid's code.
    pub grid: String,
    /// E.g. `2 件`; empty where an amount was stated.
    pub quantity: String,
    /// As sold, per piece or kilogram.
    pub price: Option<Minor>,
    /// Quantity × price of the whole line as sold.
    pub gross: Option<Minor>,
    /// What the owner gave away of the whole line as sold.
    pub owner_discount: Option<Minor>,
    /// What was split; negative where it came back.
    pub base: Minor,
    /// The owner's share, in millionths of a percent.
    pub percent_e6: i64,
    /// Base × share, in 10⁻⁸ fen.
    pub exact_e8: i128,
    /// What a full cap moved to the owner beside their share.
    pub moved: Minor,
}

/// A line of the month.
#[derive(Clone, Debug)]
pub struct Line {
    /// The entry's day.
    pub day: Date,
    /// Dated before the month: it came after the statement that would have listed it.
    pub late: bool,
    /// The entry.
    pub number: i64,
    /// What happened, e.g. `sale`.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// The goods, where there are some.
    pub goods: Option<Goods>,
    /// What it adds to what is owed.
    pub amount: Minor,
    /// What is owed after it.
    pub balance: Minor,
}

/// An owner's month.
#[derive(Clone, Debug)]
pub struct OwnersMonth {
    /// Whose.
    pub owner: PersonRow,
    /// Which.
    pub month: Month,
    /// The statement that it follows.
    pub previous: Option<StatementRow>,
    /// The last entry that it knows.
    pub head: Head,
    /// Codes of the owner's grids.
    pub grids: Vec<String>,
    /// What was owed before.
    pub opening: Minor,
    /// By day, then number.
    pub lines: Vec<Line>,
    /// What is owed after.
    pub closing: Minor,
}

impl OwnersMonth {
    /// The lines about something, added up.
    pub fn total(&self, about: About) -> Result<Minor, Refusal> {
        Ok(Minor::sum(self.lines.iter().filter(|line| line.about == about).map(|line| line.amount))?)
    }
}

/// Why it is gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To look at; a month that is not over will do.
    Preview,
    /// To be issued: in order, and over.
    Issue,
}

/// What is known of the cooperative while it is gathered.
#[derive(Clone, Copy, Debug)]
pub struct Books<'a> {
    /// The cooperative.
    pub coop: &'a Coop,
    /// Its chart.
    pub chart: &'a Chart,
    /// Its head.
    pub head: Head,
}

/// Gathers a month of an owner.
pub async fn gather(tx: &mut Tx, books: Books<'_>, owner: PersonId, month: Month, purpose: Purpose) -> Result<OwnersMonth, Refusal> {
    let coop = books.coop.id;
    let person = people::get(tx, coop, owner).await?.ok_or(Refusal::NotFound("person"))?;
    let latest = statements::latest(tx, coop, owner).await?;
    not_behind(tx, coop, month, latest.as_ref()).await?;
    let previous = latest.filter(|latest| latest.month == month.previous().to_string());
    if purpose == Purpose::Issue {
        in_order(tx, coop, owner, month, previous.is_some()).await?;
    }
    let accounts = own_accounts(books.chart)?;
    let mut postings = owners_month::postings(tx, coop, owner, month, books.head.number).await?;
    let opening = match &previous {
        Some(previous) => {
            let late = owners_month::late(tx, coop, owner, month, previous.head_number, books.head.number).await?;
            postings.splice(0..0, late);
            previous.closing
        }
        None => owed_before(tx, books, &accounts, owner, month).await?,
    };
    let unit = &books.coop.unit.code;
    postings.retain(|posting| accounts.contains(&posting.account) && posting.unit == *unit);
    let details = details(tx, coop, owner, &postings).await?;
    let lines = lines(month, opening, &postings, details)?;
    let closing = lines.last().map_or(opening, |line| line.balance);
    // The paper, the sum of its lines and the books say one thing, or there is no paper.
    let owed = owed_before(tx, books, &accounts, owner, month.next()).await?;
    if owed != closing {
        return Err(Refusal::Broken(format!("a statement comes to {} and the books to {}", closing.0, owed.0)));
    }
    let grids = owners_month::grids(tx, coop, owner, month).await?;
    if lines.is_empty() && grids.is_empty() && !owners_month::is_owner(tx, coop, owner, &accounts).await? {
        let words = Words::new(
            "这个人没有过格子，也没有过应付款，所以没有对账单；请看看有没有选错人",
            "this person never had a grid nor anything owed to them, so there is no statement: see whether it is the right person",
        );
        return Err(Refusal::NotNow { slug: "no_owner", words });
    }
    Ok(OwnersMonth { owner: person, month, previous, head: books.head, grids, opening, lines, closing })
}

/// The accounts that hold what is owed to owners: members, and those who are none.
pub(super) fn own_accounts(chart: &Chart) -> Result<[String; 2], Refusal> {
    let codes = [Role::MemberPayable, Role::OwnerPayable].map(|role| chart.code(role).map(str::to_owned));
    let [member, outsider] = codes.map(|code| code.map_err(|error| Refusal::Broken(error.to_string())));
    Ok([member?, outsider?])
}

/// The month of an issued statement as the books have it: they come to its closing, or nothing is shown.
pub async fn issued(tx: &mut Tx, books: Books<'_>, statement: &StatementRow) -> Result<OwnersMonth, Refusal> {
    let (coop, owner) = (books.coop.id, statement.owner_id);
    let month = Month::parse(&statement.month).ok_or_else(|| Refusal::Broken(format!("a statement of {}", statement.month)))?;
    let person = people::get(tx, coop, owner).await?.ok_or(Refusal::NotFound("person"))?;
    let before = statements::before(tx, coop, owner, &statement.month).await?;
    let previous = before.filter(|before| before.month == month.previous().to_string());
    let accounts = own_accounts(books.chart)?;
    let head = Head { number: statement.head_number, hash: statement.head_hash, ..books.head };
    let mut postings = owners_month::postings(tx, coop, owner, month, head.number).await?;
    if let Some(previous) = &previous {
        let late = owners_month::late(tx, coop, owner, month, previous.head_number, head.number).await?;
        postings.splice(0..0, late);
    }
    postings.retain(|posting| accounts.contains(&posting.account) && posting.unit == books.coop.unit.code);
    let details = details(tx, coop, owner, &postings).await?;
    let lines = lines(month, statement.opening, &postings, details)?;
    let closing = lines.last().map_or(statement.opening, |line| line.balance);
    if closing != statement.closing {
        return Err(Refusal::Broken(format!(
            "statement {} comes to {} and the books to {}",
            statement.number, statement.closing.0, closing.0
        )));
    }
    let grids = owners_month::grids(tx, coop, owner, month).await?;
    Ok(OwnersMonth { owner: person, month, previous, head, grids, opening: statement.opening, lines, closing })
}

/// A month up to the owner's latest statement is not stated again.
pub async fn not_behind(tx: &mut Tx, coop: CoopId, month: Month, latest: Option<&StatementRow>) -> Result<(), Refusal> {
    let Some(latest) = latest.filter(|latest| latest.month >= month.to_string()) else { return Ok(()) };
    let last = statements::before(tx, coop, latest.owner_id, &month.next().to_string()).await?;
    if last.is_some_and(|last| last.month == month.to_string()) {
        return Err(Refusal::DecidedBefore("statement"));
    }
    let later = &latest.month;
    let words = Words::new(
        format!("{later} 的对账单已经签发，{month} 不再单独出单；{month} 的往来都在已签发的单子里：列在明细中，或算在期初结余中"),
        format!(
            "the statement of {later} has been issued, so {month} gets none of its own: what happened stands on an issued one, in its lines or in its opening"
        ),
    );
    Err(Refusal::NotNow { slug: "later_month_issued", words })
}

async fn in_order(tx: &mut Tx, coop: CoopId, owner: PersonId, month: Month, follows: bool) -> Result<(), Refusal> {
    let before = statements::before(tx, coop, owner, &month.to_string()).await?;
    match before.and_then(|before| Month::parse(&before.month)) {
        Some(before) if !follows => {
            let due = before.next();
            let words = Words::new(format!("请先签发 {due} 的对账单"), format!("issue the statement of {due} first"));
            Err(Refusal::NotNow { slug: "statement_out_of_order", words })
        }
        _ => Ok(()),
    }
}

/// What was owed before a month: credit positive.
pub(super) async fn owed_before(
    tx: &mut Tx,
    books: Books<'_>,
    accounts: &[String],
    owner: PersonId,
    month: Month,
) -> Result<Minor, Refusal> {
    let mut owed = Minor::ZERO;
    for account in accounts {
        let of = Of { account, party: Some(owner.0) };
        owed = owed.minus(balances::before(tx, books.coop.id, of, &books.coop.unit.code, month.first_day()).await?)?;
    }
    Ok(owed)
}

/// The owner's parts of each document: the goods and what was credited for them.
pub(super) type Details = HashMap<DocumentId, Vec<(Goods, Minor)>>;

pub(super) async fn details(tx: &mut Tx, coop: CoopId, owner: PersonId, postings: &[OwnPosting]) -> Result<Details, Refusal> {
    let of_kind = |kind: &str| -> Vec<Uuid> {
        let mut ids: Vec<Uuid> = postings.iter().filter(|posting| posting.kind == kind).map(|posting| posting.document_id.0).collect();
        ids.dedup();
        ids
    };
    let mut details = Details::new();
    for ids in of_kind("sale").chunks(DOCUMENTS) {
        add(&mut details, owner, 1, owners_month::sold(tx, coop, ids).await?)?;
    }
    for ids in of_kind("refund").chunks(DOCUMENTS) {
        add(&mut details, owner, -1, owners_month::returned(tx, coop, ids).await?)?;
    }
    for ids in of_kind(allocation::KIND).chunks(DOCUMENTS) {
        add(&mut details, owner, 1, owners_month::allocated(tx, coop, ids).await?)?;
        add(&mut details, owner, -1, owners_month::returned(tx, coop, ids).await?)?;
    }
    Ok(details)
}

/// Adds the owner's part of each line. `sign` is −1 where the parts were taken back.
fn add(details: &mut Details, owner: PersonId, sign: i64, rows: Vec<OwnPart>) -> Result<(), Refusal> {
    let mut rows = rows.into_iter().peekable();
    while let Some(first) = rows.next() {
        let (document, line) = (first.document_id, first.line);
        let mut parts = vec![first.part.part()?];
        while let Some(next) = rows.next_if(|row| (row.document_id, row.line) == (document, line)) {
            parts.push(next.part.part()?);
        }
        if let Some(detail) = own(owner, sign, &first, &parts)? {
            details.entry(document).or_default().push(detail);
        }
    }
    Ok(())
}

fn own(owner: PersonId, sign: i64, row: &OwnPart, parts: &[LinePart]) -> Result<Option<(Goods, Minor)>, Refusal> {
    let Some(place) = parts.iter().position(|part| part.share.party == Party::Owner(owner)) else { return Ok(None) };
    let Some((part, credit)) = parts.get(place).zip(credited(parts)?.get(place).copied()) else { return Ok(None) };
    let percent_e6 = part.share.percent.e6();
    let exact = i128::from(row.base.0) * i128::from(percent_e6);
    let moved = credit.minus(part.uncapped)?;
    let unit = super::receipt::measure_name(row.measure.as_deref().unwrap_or_default());
    let goods = Goods {
        name: row.name.clone().unwrap_or_default(),
        grid: row.grid.clone().unwrap_or_default(),
        quantity: if row.milli == 0 { String::new() } else { format!("{} {unit}", quantity_text(row.milli)) },
        price: row.price,
        gross: row.gross,
        owner_discount: row.owner_discount,
        base: Minor(sign * row.base.0),
        percent_e6,
        exact_e8: i128::from(sign) * exact,
        moved: Minor(sign * moved.0),
    };
    Ok(Some((goods, Minor(sign * credit.0))))
}

pub(super) fn lines(month: Month, opening: Minor, postings: &[OwnPosting], mut details: Details) -> Result<Vec<Line>, Refusal> {
    let mut lines = Vec::new();
    let mut balance = opening;
    for entry in postings.chunk_by(|one, next| one.number == next.number) {
        let [first, ..] = entry else { continue };
        let net = Minor::sum(entry.iter().map(|posting| posting.amount_minor))?.negated()?;
        let about = match first.kind.as_str() {
            "sale" => About::Sale,
            "refund" => About::Refund,
            kind if kind == allocation::KIND => {
                if net.0 < 0 {
                    About::Refund
                } else {
                    About::Sale
                }
            }
            _ => About::Other,
        };
        let known = details.remove(&first.document_id).unwrap_or_default();
        // Details that do not come to the posting are not shown: the entry is right, and one line says it.
        let comes_to_net = !known.is_empty() && Minor::sum(known.iter().map(|(_, credit)| *credit))? == net;
        let shown = if comes_to_net { known.into_iter().map(|(goods, credit)| (Some(goods), credit)).collect() } else { vec![(None, net)] };
        for (goods, amount) in shown {
            balance = balance.plus(amount)?;
            let (day, late) = (first.day, first.day < month.first_day());
            lines.push(Line { day, late, number: first.number, kind: first.kind.clone(), about, goods, amount, balance });
        }
    }
    Ok(lines)
}
