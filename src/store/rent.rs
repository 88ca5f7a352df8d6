//! Contracts of grids, what a grid costs by site, who waits for one; and the months that were charged.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Result, Tx, db::Args};
use crate::{
    auth::policy::{Allowed, ManageAgreements, MoveMoney, ReadAgreements, ReadBooks, ReadPeople, ReadShop, SetUpShop},
    domain::{
        id::{ContractId, CoopId, DocumentId, GridId, InstrumentId, PersonId, SiteId},
        money::Minor,
        rent::{Contract, Met},
        time::{Date, Month, Ts},
    },
    sql,
};

/// A contract as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct ContractRow {
    /// Which.
    pub id: ContractId,
    /// The grid.
    pub grid_id: GridId,
    /// Who holds it.
    pub owner_id: PersonId,
    /// The first day.
    pub begins_on: Date,
    /// The last day, if it has one.
    pub ends_on: Option<Date>,
    /// A month's rent.
    pub rent_minor: Minor,
    /// Whether a month that is not whole is paid by its days.
    pub by_days: bool,
    /// How it is met.
    pub met: String,
    /// The gift that pays it.
    pub instrument_id: Option<InstrumentId>,
    /// Who added it.
    pub added_by: Option<PersonId>,
    /// When.
    pub added_at: Ts,
    /// Who ended it.
    pub ended_by: Option<PersonId>,
    /// When.
    pub ended_at: Option<Ts>,
}

impl ContractRow {
    /// Its terms. A word that nobody knows was put there by another hand.
    pub fn contract(&self) -> Result<Contract> {
        let met = Met::parse(&self.met).ok_or_else(|| sqlx::Error::Decode("how a stored contract's rent is met cannot be read".into()))?;
        Ok(Contract {
            id: self.id,
            grid: self.grid_id,
            owner: self.owner_id,
            begins_on: self.begins_on,
            ends_on: self.ends_on,
            rent: self.rent_minor,
            by_days: self.by_days,
            met,
            gift: self.instrument_id,
        })
    }
}

/// Adds a contract.
pub async fn add(tx: &mut Tx, allowed: &Allowed<ManageAgreements>, contract: &Contract, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO grid_contract (coop_id, id, grid_id, owner_id, begins_on, ends_on, rent_minor, by_days, met, instrument_id,
                                    added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(contract.id).bind(contract.grid).bind(contract.owner).bind(contract.begins_on);
    let insert = insert.bind(contract.ends_on).bind(contract.rent).bind(contract.by_days).bind(contract.met.slug().to_owned());
    insert.bind(contract.gift).bind(by).bind(now).run().await.map(drop)
}

/// Ends a contract on a day.
pub async fn end(tx: &mut Tx, allowed: &Allowed<ManageAgreements>, id: ContractId, on: Date, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!("UPDATE grid_contract SET ends_on = $3, ended_by = $4, ended_at = $5 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(id).bind(on).bind(by).bind(now).run().await.map(drop)
}

/// A contract, to be decided on.
pub async fn load(tx: &mut Tx, coop: CoopId, id: ContractId) -> Result<Option<ContractRow>> {
    let text = sql!(
        "SELECT id, grid_id, owner_id, begins_on, ends_on, rent_minor, by_days, met, instrument_id, added_by, added_at, ended_by, ended_at
         FROM grid_contract WHERE coop_id = $1 AND id = $2"
    );
    tx.q(text).bind(coop).bind(id).opt().await
}

/// A contract, for whoever may see it.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadAgreements>, id: ContractId) -> Result<Option<ContractRow>> {
    Ok(load(tx, allowed.coop(), id).await?.filter(|row| allowed.covers(row.owner_id)))
}

/// A grid's contracts, the first first.
pub async fn of_grid(tx: &mut Tx, coop: CoopId, grid: GridId) -> Result<Vec<ContractRow>> {
    let text = sql!(
        "SELECT id, grid_id, owner_id, begins_on, ends_on, rent_minor, by_days, met, instrument_id, added_by, added_at, ended_by, ended_at
         FROM grid_contract WHERE coop_id = $1 AND grid_id = $2 ORDER BY begins_on, id LIMIT 1000"
    );
    tx.q(text).bind(coop).bind(grid).all().await
}

/// Whose and which contracts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Contracts {
    /// Of this grid.
    pub grid: Option<GridId>,
    /// Of this owner.
    pub owner: Option<PersonId>,
}

/// Contracts by id, which is by age, after one of them.
pub async fn list(tx: &mut Tx, allowed: &Allowed<ReadAgreements>, of: Contracts, after: Uuid, limit: i64) -> Result<Vec<ContractRow>> {
    let text = sql!(
        "SELECT id, grid_id, owner_id, begins_on, ends_on, rent_minor, by_days, met, instrument_id, added_by, added_at, ended_by, ended_at
         FROM grid_contract
         WHERE coop_id = $1 AND id > $2 AND (grid_id = $3 OR $3 IS NULL) AND (owner_id = $4 OR $4 IS NULL) AND ($5 OR owner_id IN ($list))
         ORDER BY id LIMIT $6"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after).add(of.grid).add(of.owner).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}

/// A grid in a month: with each of its contracts that covers a day of it, or with none.
#[derive(Clone, Debug, FromRow)]
pub struct GridMonth {
    /// The grid.
    pub grid_id: GridId,
    /// What is written on it.
    pub code: String,
    /// Where it stands.
    pub site_id: SiteId,
    /// The contract.
    pub contract_id: Option<ContractId>,
    /// The charge of the month that stands.
    pub charge_id: Option<DocumentId>,
    /// How many charges of the month were made so far.
    pub turn: i64,
    /// Whose the grid is on the last day.
    pub holder_id: Option<PersonId>,
}

/// All grids by code with their contracts of a month, those by their first day.
pub async fn grids_in(tx: &mut Tx, coop: CoopId, month: Month) -> Result<Vec<GridMonth>> {
    let text = sql!(
        "SELECT g.id AS grid_id, g.code, g.site_id, c.id AS contract_id,
                (SELECT r.id FROM rent_charge r CROSS JOIN entry e
                 WHERE r.coop_id = $1 AND r.contract_id = c.id AND r.month = $2 AND e.coop_id = $1 AND e.document_id = r.id
                   AND NOT EXISTS (SELECT 1 FROM office_event u WHERE u.coop_id = $1 AND u.reverses = e.number)
                 ORDER BY r.turn DESC LIMIT 1) AS charge_id,
                (SELECT count(*) FROM rent_charge r WHERE r.coop_id = $1 AND r.contract_id = c.id AND r.month = $2) AS turn,
                (SELECT o.owner_id FROM grid_owner o WHERE o.coop_id = $1 AND o.grid_id = g.id AND o.from_day <= $4
                 ORDER BY o.from_day DESC LIMIT 1) AS holder_id
         FROM grid g
         LEFT JOIN grid_contract c ON c.coop_id = g.coop_id AND c.grid_id = g.id AND c.begins_on <= $4
           AND (c.ends_on IS NULL OR c.ends_on >= $3)
         WHERE g.coop_id = $1 ORDER BY g.code, c.begins_on, c.id LIMIT 100000"
    );
    tx.q(text).bind(coop).bind(month.to_string()).bind(month.first_day()).bind(month.last_day()).all().await
}

/// The contracts that cover a day of a month.
pub async fn contracts_in(tx: &mut Tx, coop: CoopId, month: Month) -> Result<Vec<ContractRow>> {
    let text = sql!(
        "SELECT id, grid_id, owner_id, begins_on, ends_on, rent_minor, by_days, met, instrument_id, added_by, added_at, ended_by, ended_at
         FROM grid_contract WHERE coop_id = $1 AND begins_on <= $3 AND (ends_on IS NULL OR ends_on >= $2) ORDER BY id LIMIT 100000"
    );
    tx.q(text).bind(coop).bind(month.first_day()).bind(month.last_day()).all().await
}

/// The last month that a contract was charged for, and that charge stands.
pub async fn charged_upto(tx: &mut Tx, coop: CoopId, contract: ContractId) -> Result<Option<String>> {
    let text = sql!(
        "SELECT r.month FROM rent_charge r CROSS JOIN entry e
         WHERE r.coop_id = $1 AND r.contract_id = $2 AND e.coop_id = $1 AND e.document_id = r.id
           AND NOT EXISTS (SELECT 1 FROM office_event u WHERE u.coop_id = $1 AND u.reverses = e.number)
         ORDER BY r.month DESC LIMIT 1"
    );
    tx.q(text).bind(coop).bind(contract).maybe_scalar().await
}

/// A run of a month.
#[derive(Clone, Debug, FromRow)]
pub struct RunRow {
    /// Which.
    pub id: Uuid,
    /// `2026-07`.
    pub month: String,
    /// How many contracts it charged.
    pub charges: i64,
    /// What that came to.
    pub charged_minor: Minor,
    /// What gifts paid of it.
    pub sponsored_minor: Minor,
    /// Who ran it.
    pub run_by: Option<PersonId>,
    /// When.
    pub run_at: Ts,
}

/// Keeps a run.
pub async fn save_run(tx: &mut Tx, allowed: &Allowed<MoveMoney>, row: &RunRow) -> Result<()> {
    let text = sql!(
        "INSERT INTO rent_run (coop_id, id, month, charges, charged_minor, sponsored_minor, run_by, run_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.month.clone()).bind(row.charges).bind(row.charged_minor);
    insert.bind(row.sponsored_minor).bind(row.run_by).bind(row.run_at).run().await.map(drop)
}

/// Runs by id, which is by age, after one of them.
pub async fn runs(tx: &mut Tx, allowed: &Allowed<ReadBooks>, after: Uuid, limit: i64) -> Result<Vec<RunRow>> {
    let text = sql!(
        "SELECT id, month, charges, charged_minor, sponsored_minor, run_by, run_at
         FROM rent_run WHERE coop_id = $1 AND id > $2 ORDER BY id LIMIT $3"
    );
    tx.q(text).bind(allowed.coop()).bind(after).bind(limit).all().await
}

/// What a run charged under a contract.
#[derive(Clone, Copy, Debug)]
pub struct ChargeRow {
    /// The event.
    pub id: DocumentId,
    /// The run.
    pub run: Uuid,
    /// The contract.
    pub contract: ContractId,
    /// The month.
    pub month: Month,
    /// How many charges of the month came before it.
    pub turn: i64,
    /// The days held.
    pub days: i64,
}

/// Keeps a charge.
pub async fn charge(tx: &mut Tx, allowed: &Allowed<MoveMoney>, row: ChargeRow) -> Result<()> {
    let text = sql!("INSERT INTO rent_charge (coop_id, id, run_id, contract_id, month, turn, days) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.run).bind(row.contract).bind(row.month.to_string());
    insert.bind(row.turn).bind(row.days).run().await.map(drop)
}

/// What a grid costs a month at a site, from a day on.
#[derive(Clone, Debug, FromRow)]
pub struct SiteRentRow {
    /// Which.
    pub id: Uuid,
    /// The site.
    pub site_id: SiteId,
    /// From this day on.
    pub from_day: Date,
    /// How much.
    pub rent_minor: Minor,
    /// Who set it.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Ts,
}

/// Sets a price.
pub async fn set_price(tx: &mut Tx, allowed: &Allowed<SetUpShop>, row: &SiteRentRow) -> Result<()> {
    let text =
        sql!("INSERT INTO site_rent (coop_id, id, site_id, from_day, rent_minor, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.site_id).bind(row.from_day).bind(row.rent_minor);
    insert.bind(row.set_by).bind(row.set_at).run().await.map(drop)
}

/// What a grid costs at the site where it stands, on a day.
pub async fn price_on(tx: &mut Tx, coop: CoopId, grid: GridId, day: Date) -> Result<Option<Minor>> {
    let text = sql!(
        "SELECT r.rent_minor FROM grid g JOIN site_rent r ON r.coop_id = g.coop_id AND r.site_id = g.site_id
         WHERE g.coop_id = $1 AND g.id = $2 AND r.from_day <= $3 ORDER BY r.from_day DESC, r.set_at DESC, r.id DESC LIMIT 1"
    );
    tx.q(text).bind(coop).bind(grid).bind(day).maybe_scalar().await
}

/// Prices by id, which is by age, after one of them.
pub async fn prices(tx: &mut Tx, allowed: &Allowed<ReadShop>, after: Uuid, limit: i64) -> Result<Vec<SiteRentRow>> {
    let text = sql!(
        "SELECT id, site_id, from_day, rent_minor, set_by, set_at FROM site_rent
         WHERE coop_id = $1 AND id > $2 ORDER BY id LIMIT $3"
    );
    tx.q(text).bind(allowed.coop()).bind(after).bind(limit).all().await
}

/// Somebody who waits for a grid.
#[derive(Clone, Debug, FromRow)]
pub struct WishRow {
    /// Which.
    pub id: Uuid,
    /// Who.
    pub person_id: PersonId,
    /// Where.
    pub site_id: SiteId,
    /// What they would like.
    pub wish: String,
    /// Since when.
    pub since: Date,
    /// `given` or `withdrawn` once it is over.
    pub outcome: Option<String>,
    /// Who wrote it down.
    pub added_by: Option<PersonId>,
}

/// Puts somebody on the waiting list.
pub async fn wait(tx: &mut Tx, allowed: &Allowed<SetUpShop>, row: &WishRow, now: Ts) -> Result<()> {
    let text = sql!(
        "INSERT INTO grid_wish (coop_id, id, person_id, site_id, wish, since, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    );
    let insert = tx.q(text).bind(allowed.coop()).bind(row.id).bind(row.person_id).bind(row.site_id).bind(row.wish.clone());
    insert.bind(row.since).bind(row.added_by).bind(now).run().await.map(drop)
}

/// Whether somebody waits for a grid at a site.
pub async fn waits(tx: &mut Tx, coop: CoopId, person: PersonId, site: SiteId) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM grid_wish WHERE coop_id = $1 AND person_id = $2 AND site_id = $3 AND outcome IS NULL");
    Ok(tx.q(text).bind(coop).bind(person).bind(site).scalar::<i64>().await? > 0)
}

/// Whether somebody still waits; `None` where nobody of that id was on the list.
pub async fn still_waits(tx: &mut Tx, coop: CoopId, id: Uuid) -> Result<Option<bool>> {
    let text = sql!("SELECT count(*) - count(outcome) FROM grid_wish WHERE coop_id = $1 AND id = $2 GROUP BY id");
    Ok(tx.q(text).bind(coop).bind(id).maybe_scalar::<i64>().await?.map(|open| open > 0))
}

/// Takes somebody off the list.
pub async fn end_wait(tx: &mut Tx, allowed: &Allowed<SetUpShop>, id: Uuid, outcome: &str, by: Option<PersonId>, now: Ts) -> Result<()> {
    let text = sql!("UPDATE grid_wish SET outcome = $3, ended_by = $4, ended_at = $5 WHERE coop_id = $1 AND id = $2");
    tx.q(text).bind(allowed.coop()).bind(id).bind(outcome.to_owned()).bind(by).bind(now).run().await.map(drop)
}

/// Who waits, longest first, after a place.
pub async fn waiting(tx: &mut Tx, allowed: &Allowed<ReadPeople>, after: (Date, Uuid), limit: i64) -> Result<Vec<WishRow>> {
    let text = sql!(
        "SELECT id, person_id, site_id, wish, since, outcome, added_by FROM grid_wish
         WHERE coop_id = $1 AND outcome IS NULL AND (since, id) > ($2, $3) AND ($4 OR person_id IN ($list))
         ORDER BY since, id LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(after.0).add(after.1).add(allowed.only().is_none()).add(limit);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}
