//! What supporters and the cooperative agreed, what came in under it, and what supporters want done.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, ManageAgreements, ReadInstruments, SayWish},
    domain::{
        id::{CoopId, InstrumentId, PersonId},
        money::Minor,
        office::{Agreed, Book, Instalment, InstrumentKind},
        reason::Purpose,
        time::{Date, Ts},
    },
    sql,
};

/// An agreement with a love shareholder.
#[derive(Clone, Debug, FromRow)]
pub struct InstrumentRow {
    /// The instrument.
    pub id: InstrumentId,
    /// Whose.
    pub supporter_id: PersonId,
    /// Of what kind.
    pub kind: String,
    /// What a restricted gift is for.
    pub purpose: Option<String>,
    /// Whether a loan runs for more than a year.
    pub is_long: bool,
    /// What may come in, in all; no limit where there is none.
    pub cap_minor: Option<Minor>,
    /// The first day.
    pub begins_on: Date,
    /// The last day on which it receives; no end where there is none.
    pub ends_on: Option<Date>,
    /// What came in, less what was refunded or undone.
    pub received_minor: Minor,
    /// What was spent, paid back, withdrawn or waived; of goods, what has left the shelf.
    pub used_minor: Minor,
    /// What of it lies in lots.
    pub goods_minor: Minor,
    /// Who added it.
    pub added_by: Option<PersonId>,
    /// When.
    pub created_at: Ts,
    /// Who ended it.
    pub ended_by: Option<PersonId>,
    /// When.
    pub ended_at: Option<Ts>,
}

impl InstrumentRow {
    /// Its terms. A kind or a purpose that nobody knows was put there by another hand.
    pub fn agreed(&self) -> Result<Agreed> {
        let corrupt = || sqlx::Error::Decode("a stored instrument's kind or purpose cannot be read".into());
        let purpose = self.purpose.as_deref().map(|slug| Purpose::parse(slug).ok_or_else(corrupt)).transpose()?;
        Ok(Agreed {
            kind: InstrumentKind::parse(&self.kind).ok_or_else(corrupt)?,
            cap: self.cap_minor,
            purpose,
            is_long: self.is_long,
            begins_on: self.begins_on,
            ends_on: self.ends_on,
        })
    }

    /// What came in and went out.
    #[must_use]
    pub const fn book(&self) -> Book {
        Book { received: self.received_minor, used: self.used_minor, goods: self.goods_minor }
    }
}

/// Adds an instrument with its schedule.
pub async fn add(tx: &mut Tx, allowed: &Allowed<ManageAgreements>, row: &InstrumentRow, schedule: &[Instalment]) -> Result<()> {
    let text = sql!(
        "INSERT INTO instrument (coop_id, id, supporter_id, kind, purpose, is_long, cap_minor, begins_on, ends_on,
                                 received_minor, used_minor, goods_minor, added_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $14, $12, $13)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.supporter_id).bind(row.kind.clone()).bind(row.purpose.clone());
    let insert = insert.bind(row.is_long).bind(row.cap_minor).bind(row.begins_on).bind(row.ends_on).bind(row.received_minor);
    insert.bind(row.used_minor).bind(row.added_by).bind(row.created_at).bind(row.goods_minor).run().await?;
    let numbered: Vec<_> = (1_i64..).zip(schedule).collect();
    let text = sql!("INSERT INTO instalment (coop_id, instrument_id, place, due_on, amount_minor) VALUES $rows");
    tx.insert(text, &numbered, |(place, instalment), args| {
        args.add(allowed.coop()).add(row.id).add(*place).add(instalment.due_on).add(instalment.amount);
    })
    .await
}

/// Ends an instrument on a day.
pub async fn end(
    tx: &mut Tx,
    allowed: &Allowed<ManageAgreements>,
    id: InstrumentId,
    on: Date,
    by: Option<PersonId>,
    now: Ts,
) -> Result<()> {
    let text = sql!("UPDATE instrument SET ends_on = $3, ended_by = $4, ended_at = $5 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(id).bind(on).bind(by).bind(now).run().await.map(drop)
}

/// An instrument, to be decided on.
pub async fn load(tx: &mut Tx, coop: CoopId, instrument: InstrumentId) -> Result<Option<InstrumentRow>> {
    let text = sql!(
        "SELECT id, supporter_id, kind, purpose, is_long, cap_minor, begins_on, ends_on, received_minor, used_minor, goods_minor,
                added_by, created_at, ended_by, ended_at
         FROM instrument WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(instrument).opt().await
}

/// Keeps what came in under an instrument and went out of it.
pub async fn keep_book(tx: &mut Tx, coop: CoopId, instrument: InstrumentId, book: Book) -> Result<()> {
    let text = sql!("UPDATE instrument SET received_minor = $3, used_minor = $4 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(coop).bind(instrument).bind(book.received).bind(book.used).run().await.map(drop)
}

/// Goods that came in under an agreement, or left the shelf: what is added to its book.
pub async fn add_goods(tx: &mut Tx, coop: CoopId, instrument: InstrumentId, received: Minor, used: Minor) -> Result<()> {
    let text = sql!(
        "UPDATE instrument SET received_minor = received_minor + $3, used_minor = used_minor + $4, goods_minor = goods_minor + $3 - $4
         WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(instrument).bind(received).bind(used).run().await.map(drop)
}

/// An instrument, for whoever may see it.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, instrument: InstrumentId) -> Result<Option<InstrumentRow>> {
    let row = load(tx, allowed.coop(), instrument).await?;
    Ok(row.filter(|row| allowed.covers(row.supporter_id)))
}

/// When a loan is paid back, by day.
pub async fn schedule(tx: &mut Tx, coop: CoopId, instrument: InstrumentId) -> Result<Vec<Instalment>> {
    #[derive(FromRow)]
    struct InstalmentRow {
        due_on: Date,
        amount_minor: Minor,
    }
    let text = sql!("SELECT due_on, amount_minor FROM instalment WHERE coop_id = $1 AND instrument_id = $2 ORDER BY place LIMIT 1000");
    let rows = tx.q(text).bind(coop).bind(instrument).all::<InstalmentRow>().await?;
    Ok(rows.into_iter().map(|row| Instalment { due_on: row.due_on, amount: row.amount_minor }).collect())
}

/// A supporter's shares of sales, by id.
pub async fn shares_of(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, supporter: PersonId, limit: i64) -> Result<Vec<InstrumentRow>> {
    let text = sql!(
        "SELECT id, supporter_id, kind, purpose, is_long, cap_minor, begins_on, ends_on, received_minor, used_minor, goods_minor,
                added_by, created_at, ended_by, ended_at
         FROM instrument WHERE coop_id = $1 AND supporter_id = $2 AND kind = 'share_of_sales' ORDER BY id LIMIT $3"
    );
    tx.q(text).bind(allowed.coop()).bind(supporter).bind(limit).all().await
}

/// Instruments by id, after one of them: everybody's that the permission covers, or one supporter's.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadInstruments>,
    supporter: Option<PersonId>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<InstrumentRow>> {
    let text = sql!(
        "SELECT id, supporter_id, kind, purpose, is_long, cap_minor, begins_on, ends_on, received_minor, used_minor, goods_minor,
                added_by, created_at, ended_by, ended_at
         FROM instrument WHERE coop_id = $1 AND id > $2 AND ($3 OR supporter_id IN ($list)) ORDER BY id LIMIT $4"
    );
    let some = allowed.narrowed(supporter);
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after).add(some.is_none()).add(limit);
    };
    tx.q_list(text, bind, some.as_deref().unwrap_or_default()).all().await
}

/// What a supporter wants done.
#[derive(Clone, Debug, FromRow)]
pub struct WishRow {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub supporter_id: PersonId,
    /// Of which loan; of the shares of sales where there is none.
    pub instrument_id: Option<InstrumentId>,
    /// `redonate`, `pay_out`, `waive` or `pay_back`.
    pub wish: String,
    /// `self`, `paper` or `spoken`.
    pub manner: String,
    /// Who logged it.
    pub logged_by: Option<PersonId>,
    /// When.
    pub logged_at: Ts,
}

/// Logs a wish.
pub async fn log_wish(tx: &mut Tx, allowed: &Allowed<SayWish>, row: &WishRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO supporter_wish (coop_id, id, supporter_id, instrument_id, wish, manner, logged_by, logged_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.supporter_id).bind(row.instrument_id).bind(row.wish.clone());
    insert.bind(row.manner.clone()).bind(row.logged_by).bind(row.logged_at).run().await.map(drop)
}

/// A supporter's last word on a loan, or on their shares of sales.
pub async fn wish(tx: &mut Tx, coop: CoopId, supporter: PersonId, instrument: Option<InstrumentId>) -> Result<Option<String>> {
    let text = sql!(
        "SELECT wish FROM supporter_wish
         WHERE coop_id = $1 AND supporter_id = $2 AND COALESCE(instrument_id, $3) = $4
         ORDER BY logged_at DESC, id DESC LIMIT 1"
    );
    let nil = Uuid::nil();
    let of = instrument.map_or(nil, |instrument| instrument.0);
    tx.q(text).bind(coop).bind(supporter).bind(nil).bind(of).maybe_scalar().await
}

/// Everything that supporters wanted, by id, after one of them.
pub async fn wishes(tx: &mut Tx, allowed: &Allowed<ReadInstruments>, after: Uuid, limit: i64) -> Result<Vec<WishRow>> {
    let text = sql!(
        "SELECT id, supporter_id, instrument_id, wish, manner, logged_by, logged_at
         FROM supporter_wish WHERE coop_id = $1 AND id > $2 AND ($3 OR supporter_id IN ($list)) ORDER BY id LIMIT $4"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}
