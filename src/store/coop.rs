//! A cooperative and its head: the row that every batch of writes locks first.

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    domain::{
        account::{Chart, Role, Template},
        chain::Hash,
        id::CoopId,
        money::{Minor, Unit},
        time::Ts,
    },
    sql,
};

/// What every decision needs to know of its cooperative.
#[derive(Clone, Debug)]
pub struct Coop {
    /// Which.
    pub id: CoopId,
    /// A short name for sign-ins, e.g. `hexie`.
    pub code: String,
    /// Its name on paper.
    pub name: String,
    /// Turns instants into business days.
    pub zone: chrono_tz::Tz,
    /// The currency of its books.
    pub unit: Unit,
    /// Rounding-off and donation stay below this.
    pub rounding_limit: Minor,
    /// Whether it is made up.
    pub is_demo: bool,
}

/// The last entry's number and hash, and the last statement's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Head {
    /// Number of the last entry; 0 before the first.
    pub number: i64,
    /// Its hash; zeros before the first.
    pub hash: Hash,
    /// Number of the last statement.
    pub statements: i64,
}

#[derive(FromRow)]
struct CoopRow {
    coop_id: CoopId,
    code: String,
    name: String,
    time_zone: String,
    unit: String,
    exponent: i64,
    rounding_limit: Minor,
    is_demo: bool,
}

impl CoopRow {
    fn into_coop(self) -> Result<Coop> {
        let zone = self.time_zone.parse().map_err(|_| sqlx::Error::Decode(format!("no time zone {}", self.time_zone).into()))?;
        let exponent = u32::try_from(self.exponent).map_err(|error| sqlx::Error::Decode(error.into()))?;
        let unit = Unit { code: self.unit, exponent };
        let Self { coop_id: id, code, name, rounding_limit, is_demo, .. } = self;
        Ok(Coop { id, code, name, zone, unit, rounding_limit, is_demo })
    }
}

/// Locks the head: two services must not take one number. The first statement of every batch.
pub async fn lock(tx: &mut Tx, coop: CoopId) -> Result<Option<Head>> {
    // An UPDATE, because SQLite has no SELECT … FOR UPDATE.
    tx.q(sql!("UPDATE coop_head SET number = number WHERE coop_id = $1 RETURNING number, hash, statements")).bind(coop).opt().await
}

/// The head, without a lock.
pub async fn head(tx: &mut Tx, coop: CoopId) -> Result<Option<Head>> {
    tx.q(sql!("SELECT number, hash, statements FROM coop_head WHERE coop_id = $1")).bind(coop).opt().await
}

/// Moves the head to the last entry of a batch.
pub async fn move_head(tx: &mut Tx, coop: CoopId, head: Head) -> Result<()> {
    let text = sql!("UPDATE coop_head SET number = $2, hash = $3, statements = $4 WHERE coop_id = $1");
    tx.q(text).bind(coop).bind(head.number).bind(head.hash).bind(head.statements).run().await.map(drop)
}

/// A cooperative by id.
pub async fn find(tx: &mut Tx, coop: CoopId) -> Result<Option<Coop>> {
    let text = sql!(
        "SELECT coop_id, code, name, time_zone, unit, exponent, rounding_limit, is_demo
         FROM coop WHERE coop_id = $1"
    );
    tx.q(text).bind(coop).opt::<CoopRow>().await?.map(CoopRow::into_coop).transpose()
}

/// A cooperative by its short name. Reads across cooperatives: for sign-ins, enrolments and the addresses that anybody may open.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Coop>> {
    let text = sql!(
        "SELECT coop_id, code, name, time_zone, unit, exponent, rounding_limit, is_demo
         FROM coop WHERE code = $1"
    );
    tx.q(text).bind(code.to_owned()).opt::<CoopRow>().await?.map(CoopRow::into_coop).transpose()
}

/// All cooperatives of this service. Reads across cooperatives: for sign-in, the command line and the start only.
pub async fn all(tx: &mut Tx) -> Result<Vec<Coop>> {
    let text = sql!(
        "SELECT coop_id, code, name, time_zone, unit, exponent, rounding_limit, is_demo
         FROM coop ORDER BY created_at, coop_id LIMIT 10000"
    );
    tx.q(text).all::<CoopRow>().await?.into_iter().map(CoopRow::into_coop).collect()
}

/// Which master keys seal the names of this database: one mark, or none before the first cooperative. Reads across cooperatives.
pub async fn key_marks(tx: &mut Tx) -> Result<Vec<String>> {
    tx.q(sql!("SELECT DISTINCT key_mark FROM coop ORDER BY key_mark LIMIT 100")).scalars().await
}

/// A cooperative with its chart, in one statement: every batch begins with it.
pub async fn with_chart(tx: &mut Tx, coop: CoopId) -> Result<Option<(Coop, Chart)>> {
    #[derive(FromRow)]
    struct AccountRow {
        #[sqlx(flatten)]
        coop: CoopRow,
        role: Option<String>,
        account: Option<String>,
    }
    let text = sql!(
        "SELECT c.coop_id, c.code, c.name, c.time_zone, c.unit, c.exponent, c.rounding_limit, c.is_demo, a.role, a.code AS account
         FROM coop c LEFT JOIN account a ON a.coop_id = c.coop_id AND a.role IS NOT NULL
         WHERE c.coop_id = $1 ORDER BY a.code LIMIT 1000"
    );
    let rows = tx.q(text).bind(coop).all::<AccountRow>().await?;
    let roles = rows.iter().filter_map(|row| Some((Role::parse(row.role.as_deref()?)?, row.account.clone()?)));
    let chart = Chart::new(roles);
    rows.into_iter().next().map(|row| Ok((row.coop.into_coop()?, chart))).transpose()
}

/// Writes a new cooperative with its chart and an empty head.
pub async fn create(tx: &mut Tx, coop: &Coop, template: (&str, &[Template]), key_mark: &str, now: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO coop (coop_id, code, name, time_zone, unit, exponent, template, rounding_limit, is_demo, key_mark, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    );
    let insert = tx.q(text).bind(coop.id).bind(coop.code.clone()).bind(coop.name.clone()).bind(coop.zone.name().to_owned());
    let insert = insert.bind(coop.unit.code.clone()).bind(i64::from(coop.unit.exponent)).bind(template.0.to_owned());
    insert.bind(coop.rounding_limit).bind(coop.is_demo).bind(key_mark.to_owned()).bind(now).run().await?;
    let text = sql!("INSERT INTO coop_head (coop_id, number, hash, statements) VALUES ($1, 0, $2, 0)");
    tx.q(text).bind(coop.id).bind(Hash::ZERO).run().await?;
    let text = sql!("INSERT INTO account (coop_id, code, role, name_zh, name_en, open_to, holder) VALUES $rows");
    tx.insert(text, template.1, |account, args| {
        args.add(coop.id).add(account.code.to_owned()).add(account.role.map(|role| role.slug().to_owned()));
        args.add(account.name_zh.to_owned()).add(account.name_en.to_owned());
        args.add(account.open_to.slug().to_owned()).add(account.holder.slug().to_owned());
    })
    .await
}
