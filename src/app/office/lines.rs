//! Lines that a person wrote: the opening balances, once, and entries for what no event covers. One person drafts, another agrees.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{papers, refuse::refused};
use crate::{
    app::{
        ctx::{About, Ctx, Done},
        execute::UseCase,
        format::fields::{Money, text},
        refusal::Refusal,
        repairs::{Proposed, propose},
        words::{Say, Words},
    },
    auth::policy::{Allowed, MoveMoney, Repair},
    domain::{
        account::Role,
        entry::Entry,
        id::{CommandId, DocumentId, InstrumentId, PersonId, ProposalId},
        money::Minor,
        office::{self, AccountTerms, Book, CannotWrite, Event, EventKind, Line},
        time::Date,
    },
    store::{books, instruments, office_events, people},
};

/// A line of an entry that a person writes: a debit or a credit.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenLine {
    /// The account's code.
    #[schema(example = "102", min_length = 1, max_length = 40)]
    pub account: String,
    /// Whose balance, where the account has one for each person.
    pub person_id: Option<Uuid>,
    /// Of which agreement, where opening balances stand on an account of loans, supporters' capital or restricted gifts.
    pub instrument_id: Option<Uuid>,
    /// 借, or
    pub debit: Option<Money>,
    /// 贷.
    pub credit: Option<Money>,
}

/// What one person drafts and another agrees to.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The entry's day.
    pub day: NaiveDate,
    /// Its lines.
    pub lines: Vec<WrittenLine>,
    /// What it is about, for who agrees.
    pub note: Option<String>,
    /// The uploaded paper behind it.
    pub paper: Option<String>,
}

/// Drafts the opening balances or a manual entry.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Whether these are the opening balances.
    pub is_opening: bool,
    /// When; today where it is missing.
    pub day: Option<Date>,
    /// The lines.
    pub lines: Vec<WrittenLine>,
    /// What it is about.
    pub note: Option<String>,
    /// The uploaded paper behind it; a manual entry has one.
    pub paper: Option<String>,
}

impl Draft {
    const fn kind(&self) -> EventKind {
        if self.is_opening { EventKind::OpeningBalances } else { EventKind::ManualEntry }
    }
}

impl UseCase for Draft {
    const KIND: &'static str = "entry_drafted";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        ctx.allow::<MoveMoney>()?;
        let allowed = ctx.allow::<Repair>()?;
        let kind = self.kind();
        let day = ctx.happened_on(self.day)?;
        let note = self.note.as_deref().map(|note| text(note, "note", 200)).transpose()?;
        if kind == EventKind::ManualEntry && (note.is_none() || self.paper.is_none()) {
            let at = if note.is_none() { "note" } else { "paper" };
            let words = Words::new("手工凭证要写摘要、附单据", "a manual entry says what it is about and has a paper");
            return Err(Refusal::invalid(at, words));
        }
        let written = Written { day, lines: self.lines, note, paper: self.paper };
        // Nobody is asked to agree to what cannot be posted.
        Sheet::read(ctx, kind, &written).await?;
        // There is one opening, so there is one draft of it; manual entries do not wait for each other.
        let subject = if self.is_opening { ctx.coop().0 } else { id.0 };
        let proposed = if self.is_opening { Proposed::Opening(written) } else { Proposed::Entry(written) };
        propose(ctx, &allowed, id, subject, proposed).await
    }
}

/// Another person agrees: the lines are posted. The document takes the id of its draft.
pub async fn post_written(
    ctx: &mut Ctx<'_>,
    allowed: &Allowed<Repair>,
    id: CommandId,
    draft: ProposalId,
    kind: EventKind,
    written: &Written,
) -> Result<Done, Refusal> {
    let sheet = Sheet::read(ctx, kind, written).await?;
    let (coop, unit) = (allowed.coop(), ctx.batch.coop.unit.code.clone());
    let event = Event {
        id: DocumentId(draft.0),
        kind,
        day: written.day,
        instrument: None,
        party: None,
        through: None,
        amount: sheet.debit,
        code: "",
        paper: sheet.paper,
        reverses: None,
        subject: None,
        lines: sheet.lines,
    };
    let about = About { kind: kind.slug(), day: event.day, document: event.document(), command: id, memo: "" };
    let entry = Entry::balanced(ctx.heading(&about), office::postings_of(&event.lines, &unit))?;
    for (instrument, book) in sheet.books {
        instruments::keep_book(ctx.tx, coop, instrument, book).await?;
    }
    office_events::save(ctx.tx, allowed, &event, ctx.actor.person(), ctx.now).await?;
    let entry = ctx.append(&entry).await?;
    Ok(Done { document: event.id.0, entry: Some(entry), day: Some(event.day) })
}

/// Lines that were read and found good.
struct Sheet {
    lines: Vec<Line>,
    debit: Minor,
    paper: Option<crate::domain::chain::Hash>,
    /// What agreements' books are after the opening.
    books: BTreeMap<InstrumentId, Book>,
}

impl Sheet {
    async fn read(ctx: &mut Ctx<'_>, kind: EventKind, written: &Written) -> Result<Self, Refusal> {
        let coop = ctx.coop();
        if kind == EventKind::OpeningBalances && office_events::is_recorded(ctx.tx, coop, kind).await? {
            return Err(Refusal::DecidedBefore("opening balances"));
        }
        let accounts: HashMap<String, AccountTerms> =
            books::accounts(ctx.tx, coop).await?.into_iter().map(|row| (row.code.clone(), row.terms())).collect();
        let mut lines = Vec::with_capacity(written.lines.len());
        for (at, line) in written.lines.iter().enumerate() {
            lines.push((read_line(ctx, at, line)?, accounts.get(&line.account).copied()));
        }
        let debit = office::check_lines(kind, &lines).map_err(cannot_write)?;
        let mut books = BTreeMap::new();
        for (at, (line, terms)) in lines.iter().enumerate() {
            check_party(ctx, at, line, terms.and_then(|terms| terms.role)).await?;
            if let Some(instrument) = line.instrument {
                opens(ctx, at, line, instrument, written.day, &mut books).await?;
            }
        }
        let paper = match &written.paper {
            Some(paper) => Some(papers::known(ctx.tx, coop, paper).await?),
            None => None,
        };
        Ok(Self { lines: lines.into_iter().map(|(line, _)| line).collect(), debit, paper, books })
    }
}

fn read_line(ctx: &Ctx<'_>, at: usize, line: &WrittenLine) -> Result<Line, Refusal> {
    let unit = &ctx.batch.coop.unit;
    let amount = match (&line.debit, &line.credit) {
        (Some(debit), None) => debit.read_above_zero(&format!("lines[{at}].debit"), unit)?,
        (None, Some(credit)) => credit.read_above_zero(&format!("lines[{at}].credit"), unit)?.negated()?,
        _ => {
            let words = Words::new("每一行写借方或贷方，二选一", "a line is a debit or a credit, one of the two");
            return Err(Refusal::invalid(format!("lines[{at}].debit"), words));
        }
    };
    Ok(Line {
        account: line.account.clone(),
        party: line.person_id.map(PersonId),
        instrument: line.instrument_id.map(InstrumentId),
        amount,
    })
}

/// Whether the person is one of ours, and stands on the account of members or on that of others, as they are.
async fn check_party(ctx: &mut Ctx<'_>, at: usize, line: &Line, role: Option<Role>) -> Result<(), Refusal> {
    let Some(person) = line.party else { return Ok(()) };
    let row = people::get(ctx.tx, ctx.batch.coop.id, person).await?.ok_or(Refusal::NotFound("person"))?;
    let fits = match role {
        Some(Role::MemberPayable | Role::MemberCapital) => row.joined_on.is_some(),
        Some(Role::OwnerPayable) => row.joined_on.is_none(),
        _ => true,
    };
    if fits {
        return Ok(());
    }
    let words = Words::new(
        "成员的钱记成员科目，非成员的钱记非成员科目",
        "a member's money stands on the members' account, anybody else's on the other",
    );
    Err(Refusal::invalid(format!("lines[{at}].account"), words))
}

/// What stood under an agreement when the books began counts as received.
async fn opens(
    ctx: &mut Ctx<'_>,
    at: usize,
    line: &Line,
    instrument: InstrumentId,
    day: Date,
    books: &mut BTreeMap<InstrumentId, Book>,
) -> Result<(), Refusal> {
    let coop = ctx.coop();
    let row = instruments::load(ctx.tx, coop, instrument).await?.ok_or(Refusal::NotFound("instrument"))?;
    let agreed = row.agreed()?;
    let account = agreed.account().and_then(|role| ctx.batch.chart.code(role).ok());
    if account != Some(&*line.account) || line.party != Some(row.supporter_id) {
        let words = Words::new("这个约定记在另一个科目或另一个人名下", "this agreement stands on another account, or is another person's");
        return Err(Refusal::invalid(format!("lines[{at}].instrument_id"), words));
    }
    let before = books.get(&instrument).copied().unwrap_or_else(|| row.book());
    let unit = &ctx.batch.coop.unit;
    agreed.check_begun(day).map_err(|cannot| refused(&cannot, unit))?;
    let (_, book) = office::receive(&agreed, before, day, line.amount.negated()?).map_err(|cannot| refused(&cannot, unit))?;
    books.insert(instrument, book);
    Ok(())
}

fn cannot_write(wrong: CannotWrite) -> Refusal {
    let at = match wrong {
        CannotWrite::HowMany | CannotWrite::Unbalanced => "lines".to_owned(),
        CannotWrite::Line { place, .. } => format!("lines[{place}]"),
    };
    Refusal::invalid(at, wrong.say())
}
