//! A version is tried on what was sold already, before anybody signs: who got what, and who would have got what. Writes nothing.

use std::collections::HashSet;

use super::{
    NewShare,
    version::{check_parties, owner_of, read},
};
use crate::{
    app::{Refusal, format::fields::day, words::Words},
    auth::policy::{Allowed, ReadAgreements},
    domain::{
        agreement::check,
        dry_run::{self, ByParty, Event, What},
        id::{DocumentId, GridId, PersonId},
        money::Minor,
        time::{Date, Month},
    },
    store::{
        Tx,
        books::Days,
        dry_run::{EventPart, limits, parts, versions, waiting},
    },
};

/// A trial ends at so many parts of lines, which is some twenty thousand lines of three parties.
const PARTS: i64 = 60_000;
/// And at so many days.
const DAYS: i64 = 366;
/// So many lines are shown as examples.
const EXAMPLES: usize = 8;

/// What is tried, and on what.
#[derive(Clone, Debug)]
pub struct DryRun {
    /// Whose goods it splits.
    pub grid: GridId,
    /// Its first day: whoever has the grid then is its owner.
    pub effective_on: Date,
    /// In the order of the agreement.
    pub shares: Vec<NewShare>,
    /// The first day of the sales; the first of last month where it is missing.
    pub from: Option<Date>,
    /// The last; the last of last month.
    pub to: Option<Date>,
}

/// A line, with what each party got of it and would have got.
#[derive(Clone, Debug)]
pub struct Example {
    /// The entry's day.
    pub day: Date,
    /// Where it was sold.
    pub document: DocumentId,
    /// As sold.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// Thousandths.
    pub milli: i64,
    /// What is split of it.
    pub base: Minor,
    /// Who got what.
    pub parties: ByParty,
}

/// What a trial came to.
#[derive(Clone, Debug)]
pub struct Tried {
    /// Whose goods.
    pub owner: PersonId,
    /// Which days.
    pub days: Days,
    /// How many sales had lines that were split anew.
    pub sales: usize,
    /// How many lines.
    pub lines: usize,
    /// How many of them came back, in whole or in part.
    pub returns: usize,
    /// Lines of the grid that wait for an owner, and are not in here.
    pub waiting: i64,
    /// Who got what.
    pub parties: ByParty,
    /// What all of them got together; the same before and after.
    pub total: Minor,
    /// The latest line of each good, a few.
    pub examples: Vec<Example>,
}

/// Tries a version.
pub async fn dry_run(tx: &mut Tx, allowed: &Allowed<ReadAgreements>, today: Date, trial: &DryRun) -> Result<Tried, Refusal> {
    let effective_on = day(trial.effective_on, "effective_on")?;
    let days = period(trial, today)?;
    let owner = owner_of(tx, allowed.coop(), trial.grid, effective_on).await?;
    if !allowed.covers(owner) {
        return Err(Refusal::NotFound("grid"));
    }
    check_parties(tx, allowed.coop(), &trial.shares).await?;
    let shares = read(&trial.shares, owner)?;
    check(&shares)?;

    let known = versions(tx, allowed, trial.grid, owner).await?;
    let found = parts(tx, allowed, &known, days, PARTS).await?;
    let most = usize::try_from(PARTS).unwrap_or(usize::MAX);
    if found.iter().map(|(_, rows)| rows.len()).sum::<usize>() >= most {
        let zh = "这段时间卖得太多，一次算不完：请选短一点的时间，例如半个月";
        return Err(Refusal::not_now(
            "too_much_to_try",
            zh,
            "too much was sold in that time to try at once: choose fewer days, e.g. half a month",
        ));
    }
    let events = in_order(found)?;
    let limits = limits(tx, allowed.coop(), &shares).await?;
    let only_events: Vec<Event> = events.iter().map(|(_, event)| event.clone()).collect();

    let outcome = dry_run::try_out(&shares, &limits, &only_events)?;
    let totals = outcome.totals()?;
    // Both sides divide the same money, or the paper says nothing.
    if totals.before != totals.after {
        return Err(Refusal::Broken(format!("a trial divides {} where the books divide {}", totals.after.0, totals.before.0)));
    }
    let sold: Vec<_> = events.iter().zip(&outcome.events).filter(|((_, event), _)| event.what == What::Sold).collect();
    Ok(Tried {
        owner,
        days,
        sales: sold.iter().map(|((_, event), _)| event.line.0).collect::<HashSet<_>>().len(),
        lines: sold.len(),
        returns: events.len() - sold.len(),
        waiting: waiting(tx, allowed, trial.grid, days).await?,
        examples: examples(&sold),
        parties: outcome.parties,
        total: totals.after,
    })
}

/// Last month, unless other days are named.
fn period(trial: &DryRun, today: Date) -> Result<Days, Refusal> {
    let last = Month::of(today).previous();
    let from = trial.from.map_or(Ok(last.first_day()), |from| day(from, "from"))?;
    let to = trial.to.map_or(Ok(last.last_day()), |to| day(to, "to"))?;
    if (0..DAYS).contains(&(to - from).num_days()) {
        return Ok(Days { from, to });
    }
    let words = Words::new("从哪天到哪天要顺着写，最多一年", "the days run from the first to the last, a year at most");
    Err(Refusal::invalid(if trial.from.is_some() { "from" } else { "to" }, words))
}

/// Parts of one line become one event; events stand in the order of the books.
fn in_order(found: Vec<(What, Vec<EventPart>)>) -> Result<Vec<(EventPart, Event)>, Refusal> {
    let mut events = Vec::new();
    for (what, rows) in found {
        for rows in rows.chunk_by(|one, next| (one.number, one.at) == (next.number, next.at)) {
            let [first, ..] = rows else { continue };
            let parts = rows.iter().map(|row| row.part.part()).collect::<Result<_, _>>()?;
            let event = Event { line: (first.document_id, first.line), what, day: first.day, base: first.base, parts };
            events.push((first.clone(), event));
        }
    }
    events.sort_by_key(|(row, _)| (row.number, row.at));
    Ok(events)
}

/// The latest line of each good, the largest first: a person knows them again.
fn examples(sold: &[(&(EventPart, Event), &ByParty)]) -> Vec<Example> {
    let mut seen = HashSet::new();
    let mut examples: Vec<Example> = Vec::new();
    for ((row, event), parties) in sold.iter().rev() {
        let name = row.name.clone().unwrap_or_default();
        if name.is_empty() || !seen.insert(name.clone()) {
            continue;
        }
        examples.push(Example {
            day: event.day,
            document: event.line.0,
            name,
            measure: row.measure.clone().unwrap_or_default(),
            milli: row.milli,
            base: event.base,
            parties: (*parties).clone(),
        });
        if examples.len() == EXAMPLES {
            break;
        }
    }
    examples.sort_by_key(|example| std::cmp::Reverse(example.base));
    examples
}
