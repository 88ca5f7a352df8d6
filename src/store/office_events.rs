//! What the office itself put into the books: written once, and read by day, by agreement and by person.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, books::Days, db::Args, sold::Place};
use crate::{
    auth::policy::{Allowed, Permission, ReadBooks, ReadInstruments},
    domain::{
        chain::Hash,
        id::{CoopId, DocumentId, InstrumentId, PersonId},
        money::Minor,
        office::{Event, EventKind, Line, Through},
        time::{Date, Ts},
    },
    sql,
};

/// An event as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct EventRow {
    /// Which.
    pub id: DocumentId,
    /// What happened.
    pub kind: String,
    /// The entry's day.
    pub day: Date,
    /// The agreement whose money it is.
    pub instrument_id: Option<InstrumentId>,
    /// Whose money it is.
    pub party_id: Option<PersonId>,
    /// `safe` or `bank`.
    pub through: Option<String>,
    /// How much.
    pub amount: Minor,
    /// What for or why.
    pub code: String,
    /// The uploaded paper behind it.
    pub paper_hash: Option<Hash>,
    /// The entry that it reverses.
    pub reverses: Option<i64>,
    /// What it is about.
    pub subject_id: Option<Uuid>,
    /// Who recorded it.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Ts,
}

impl EventRow {
    /// As the domain has it, with its lines; `None` where a word of it is none that we know.
    #[must_use]
    pub fn event(&self, lines: Vec<Line>) -> Option<Event> {
        let through = match &self.through {
            Some(slug) => Some(Through::parse(slug)?),
            None => None,
        };
        let kind = EventKind::parse(&self.kind)?;
        Some(Event {
            id: self.id,
            kind,
            day: self.day,
            instrument: self.instrument_id,
            party: self.party_id,
            through,
            amount: self.amount,
            code: kind.code(&self.code)?,
            paper: self.paper_hash,
            reverses: self.reverses,
            subject: self.subject_id,
            lines,
        })
    }
}

/// A line as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct LineRow {
    /// Its event.
    pub event_id: DocumentId,
    account: String,
    party_id: Option<PersonId>,
    instrument_id: Option<InstrumentId>,
    amount: Minor,
}

impl LineRow {
    /// As the domain has it.
    #[must_use]
    pub fn line(self) -> Line {
        Line { account: self.account, party: self.party_id, instrument: self.instrument_id, amount: self.amount }
    }
}

/// Keeps an event: by whoever moves money, or by whoever agrees to what another drafted.
pub async fn save<P: Permission>(tx: &mut Tx, allowed: &Allowed<P>, event: &Event, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO office_event (coop_id, id, kind, day, instrument_id, party_id, through, amount, code, paper_hash, reverses, subject_id,
                                   made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(event.id).bind(event.kind.slug().to_owned()).bind(event.day);
    let insert = insert.bind(event.instrument).bind(event.party).bind(event.through.map(|through| through.slug().to_owned()));
    let insert = insert.bind(event.amount).bind(event.code.to_owned()).bind(event.paper).bind(event.reverses);
    insert.bind(event.subject).bind(by).bind(now).run().await?;
    let numbered: Vec<_> = (1_i64..).zip(&event.lines).collect();
    let text = sql!("INSERT INTO office_line (coop_id, event_id, place, account, party_id, instrument_id, amount) VALUES $rows");
    tx.insert(text, &numbered, |(place, line), args| {
        args.add(allowed.coop()).add(event.id).add(*place).add(line.account.clone()).add(line.party).add(line.instrument).add(line.amount);
    })
    .await
}

/// An event with the number of its entry.
#[derive(Clone, Debug, FromRow)]
pub struct PostedEvent {
    /// The event.
    #[sqlx(flatten)]
    pub event: EventRow,
    /// Its entry.
    pub entry_number: i64,
    /// The entry that undid it.
    pub reversed_by: Option<i64>,
}

/// Which events.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<String>,
    /// Of this agreement.
    pub instrument: Option<InstrumentId>,
    /// Of this person.
    pub party: Option<PersonId>,
}

/// Events of some days, newest first: up to `limit` rows after a place.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadBooks>,
    days: Days,
    filter: &Filter,
    after: Place,
    limit: i64,
) -> Result<Vec<PostedEvent>> {
    let text = sql!(
        "SELECT o.id, o.kind, o.day, o.instrument_id, o.party_id, o.through, o.amount, o.code, o.paper_hash, o.reverses, o.subject_id, o.made_by, o.made_at,
                e.number AS entry_number,
                (SELECT u.number FROM office_event r CROSS JOIN entry u
                 WHERE r.coop_id = $1 AND r.reverses = e.number AND u.coop_id = $1 AND u.document_id = r.id) AS reversed_by
         FROM office_event o CROSS JOIN entry e
         WHERE o.coop_id = $1 AND e.coop_id = o.coop_id AND e.document_id = o.id
           AND o.day >= $2 AND o.day <= $3 AND (o.day, o.made_at, o.id) < ($4, $5, $6)
           AND (CAST($7 AS TEXT) = '' OR o.kind = $7) AND ($8 OR o.instrument_id = $9) AND ($10 OR o.party_id = $11)
         ORDER BY o.day DESC, o.made_at DESC, o.id DESC LIMIT $12"
    );
    let query = tx.q(text).bind(allowed.coop()).bind(days.from).bind(days.to).bind(after.0).bind(after.1).bind(after.2);
    let query = query.bind(filter.kind.clone().unwrap_or_default());
    let query = query.bind(filter.instrument.is_none()).bind(filter.instrument.map_or(Uuid::nil(), |instrument| instrument.0));
    let query = query.bind(filter.party.is_none()).bind(filter.party.map_or(Uuid::nil(), |party| party.0));
    query.bind(limit).all().await
}

/// An agreement's events, newest first, for whoever may see the agreement.
pub async fn of_instrument(
    tx: &mut Tx,
    allowed: &Allowed<ReadInstruments>,
    instrument: InstrumentId,
    after: Place,
    limit: i64,
) -> Result<Vec<PostedEvent>> {
    let text = sql!(
        "SELECT o.id, o.kind, o.day, o.instrument_id, o.party_id, o.through, o.amount, o.code, o.paper_hash, o.reverses, o.subject_id, o.made_by, o.made_at,
                e.number AS entry_number,
                (SELECT u.number FROM office_event r CROSS JOIN entry u
                 WHERE r.coop_id = $1 AND r.reverses = e.number AND u.coop_id = $1 AND u.document_id = r.id) AS reversed_by
         FROM office_event o CROSS JOIN entry e
         WHERE o.coop_id = $1 AND e.coop_id = o.coop_id AND e.document_id = o.id
           AND o.instrument_id = $2 AND (o.day, o.made_at, o.id) < ($3, $4, $5)
         ORDER BY o.day DESC, o.made_at DESC, o.id DESC LIMIT $6"
    );
    let query = tx.q(text).bind(allowed.coop()).bind(instrument).bind(after.0).bind(after.1).bind(after.2);
    query.bind(limit).all().await
}

/// One event.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadBooks>, id: DocumentId) -> Result<Option<PostedEvent>> {
    let text = sql!(
        "SELECT o.id, o.kind, o.day, o.instrument_id, o.party_id, o.through, o.amount, o.code, o.paper_hash, o.reverses, o.subject_id, o.made_by, o.made_at,
                e.number AS entry_number,
                (SELECT u.number FROM office_event r CROSS JOIN entry u
                 WHERE r.coop_id = $1 AND r.reverses = e.number AND u.coop_id = $1 AND u.document_id = r.id) AS reversed_by
         FROM office_event o CROSS JOIN entry e
         WHERE o.coop_id = $1 AND o.id = $2 AND e.coop_id = o.coop_id AND e.document_id = o.id"
    );
    tx.q(text).bind(allowed.coop()).bind(id).opt().await
}

/// The event behind an entry.
pub async fn load(tx: &mut Tx, coop: CoopId, id: DocumentId) -> Result<Option<EventRow>> {
    let text = sql!(
        "SELECT id, kind, day, instrument_id, party_id, through, amount, code, paper_hash, reverses, subject_id, made_by, made_at
         FROM office_event WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(id).opt().await
}

/// Whether an entry is undone.
pub async fn is_reversed(tx: &mut Tx, coop: CoopId, number: i64) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM office_event WHERE coop_id = $1 AND reverses = $2");
    Ok(tx.q(text).bind(coop).bind(number).scalar::<i64>().await? > 0)
}

/// Whether the rest of a loan is waived, and that not undone.
pub async fn is_waived(tx: &mut Tx, coop: CoopId, loan: InstrumentId) -> Result<bool> {
    let text = sql!(
        "SELECT count(*) FROM office_event o CROSS JOIN entry e
         WHERE o.coop_id = $1 AND o.instrument_id = $2 AND o.kind = 'loan_waived' AND e.coop_id = o.coop_id AND e.document_id = o.id
           AND NOT EXISTS (SELECT 1 FROM office_event u WHERE u.coop_id = $1 AND u.reverses = e.number)"
    );
    Ok(tx.q(text).bind(coop).bind(loan).scalar::<i64>().await? > 0)
}

/// Which of some entries are undone, and by which: (entry, the one that reverses it).
pub async fn reversed(tx: &mut Tx, allowed: &Allowed<ReadBooks>, numbers: &[i64]) -> Result<Vec<(i64, i64)>> {
    #[derive(FromRow)]
    struct PairRow {
        reverses: i64,
        number: i64,
    }
    let text = sql!(
        "SELECT o.reverses, e.number FROM office_event o CROSS JOIN entry e
         WHERE o.coop_id = $1 AND o.reverses IN ($list) AND e.coop_id = o.coop_id AND e.document_id = o.id
         ORDER BY o.reverses LIMIT 1000"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    let rows = tx.q_list(text, bind, numbers).all::<PairRow>().await?;
    Ok(rows.into_iter().map(|row| (row.reverses, row.number)).collect())
}

/// Whether something of a kind was ever recorded.
pub async fn is_recorded(tx: &mut Tx, coop: CoopId, kind: EventKind) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM office_event WHERE coop_id = $1 AND kind = $2");
    Ok(tx.q(text).bind(coop).bind(kind.slug().to_owned()).scalar::<i64>().await? > 0)
}
