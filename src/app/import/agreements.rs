//! Agreements that were signed on paper: a line per share; lines of one grid and first day that follow each other are one version.

use super::{
    Comes,
    book::{Book, day},
    people::word,
    table::{Column, Row, needed, optional, wrong},
};
use crate::{
    app::{
        Refusal,
        agreements::{ApproveVersion, LogConsent, NewShare, ProposeVersion},
        format::fields::{Money, PercentText},
        office::AddInstrument,
    },
    domain::{
        id::{InstrumentId, PersonId, VersionId},
        money::Minor,
        time::Date,
    },
};

pub(super) const COLUMNS: &[Column] = &[
    needed("grid", "格子"),
    needed("effective_on", "生效日期"),
    needed("party", "一方"),
    optional("person", "人员"),
    needed("percent", "分成"),
    optional("cap", "封顶"),
    optional("ends_on", "到期日"),
    needed("proposed_by", "提出人"),
    needed("approved_by", "批准人"),
    needed("consent", "同意方式"),
];

const PARTIES: &[(&str, &str)] = &[("铺主", "owner"), ("合作社", "cooperative"), ("爱心股东", "supporter")];
const MANNERS: &[(&str, &str)] = &[("纸面", "paper"), ("口头", "spoken")];

/// Instruments that this file made: the same supporter, cap and end are one.
type Made = Vec<((PersonId, Option<Minor>, Option<Date>), InstrumentId)>;

pub(super) async fn import(book: &mut Book<'_, '_>, rows: &[Row]) -> Result<(), Refusal> {
    let mut made = Made::new();
    let versions = rows.chunk_by(|one, other| ["grid", "effective_on"].iter().all(|column| one.get(column) == other.get(column)));
    for lines in versions {
        let Some(first) = lines.first() else { continue };
        let (line, result) = version(book, lines, first, &mut made).await;
        book.note(line, result.map(|()| Comes::New))?;
        if book.is_full() {
            break;
        }
    }
    Ok(())
}

/// Imports a version; tells the line that a refusal is about.
async fn version(book: &mut Book<'_, '_>, lines: &[Row], first: &Row, made: &mut Made) -> (u64, Result<(), Refusal>) {
    let mut shares = Vec::with_capacity(lines.len());
    for row in lines {
        match share(book, row, made).await {
            Ok(share) => shares.push(share),
            Err(refusal) => return (row.line, Err(refusal)),
        }
    }
    let result = sign(book, first, shares).await;
    match result {
        // `shares[2].percent` is the third line's column `percent`.
        Err(Refusal::Invalid { at, words }) => {
            let share = at.strip_prefix("shares[").and_then(|rest| rest.split_once("]."));
            let found = share.and_then(|(at, column)| Some((lines.get(at.parse::<usize>().ok()?)?, column.to_owned())));
            match found {
                Some((row, column)) => (row.line, Err(Refusal::Invalid { at: column, words })),
                None => (first.line, Err(Refusal::Invalid { at, words })),
            }
        }
        result => (first.line, result),
    }
}

async fn share(book: &mut Book<'_, '_>, row: &Row, made: &mut Made) -> Result<NewShare, Refusal> {
    let person = match row.get("person") {
        Some(code) => Some(book.person("person", code).await?),
        None => None,
    };
    let party = word(row, "party", PARTIES, "");
    let cap = row.text("cap").map(Money);
    let ends_on = day(row, "ends_on")?;
    let instrument = match (cap, ends_on, person) {
        (None, None, _) => None,
        (cap, ends_on, Some(supporter)) if party == "supporter" => {
            let unit = book.unit();
            let amount = cap.as_ref().map(|cap| cap.read_above_zero("cap", &unit)).transpose()?;
            let key = (supporter, amount, ends_on);
            let known = made.iter().find(|(other, _)| *other == key).map(|(_, instrument)| *instrument);
            let instrument = match known {
                Some(instrument) => instrument,
                None => InstrumentId(book.run(row, AddInstrument::share_of_sales(supporter, cap, ends_on)).await?.document),
            };
            if known.is_none() {
                made.push((key, instrument));
            }
            Some(instrument)
        }
        _ => return Err(wrong("cap", "只有爱心股东的分成可以封顶或到期", "only a supporter's share has a cap or an end")),
    };
    // The owner is whoever has the grid: a code would only say it twice.
    let person = if party == "owner" { None } else { person };
    Ok(NewShare { party, person, percent: PercentText(row.needs("percent")?), instrument, fallback: None })
}

async fn sign(book: &mut Book<'_, '_>, first: &Row, shares: Vec<NewShare>) -> Result<(), Refusal> {
    let grid = book.grid("grid", &first.needs("grid")?).await?;
    first.needs("effective_on")?;
    let Some(effective_on) = day(first, "effective_on")? else { return Ok(()) };
    let proposer = book.person("proposed_by", &first.needs("proposed_by")?).await?;
    let approver = book.person("approved_by", &first.needs("approved_by")?).await?;
    first.needs("consent")?;
    let manner = Some(word(first, "consent", MANNERS, ""));

    let proposal = ProposeVersion { grid, lot: None, effective_on, shares, signed_by: Some(proposer) };
    let version = VersionId(book.run(first, proposal).await?.document);
    book.run(first, ApproveVersion { version, signed_by: Some(approver) }).await?;
    book.run(first, LogConsent { version, manner, signed_by: Some(proposer) }).await.map(drop)
}
