//! Lots of goods: given by supporters, left by them at cost, or bought; and where every piece went.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    app::{
        Refusal,
        format::fields::Money,
        lots::{ApproveShortage, Buy, Found, GivePieces, Leave, MissPieces, NewLot, ProposeFinding, ProposeLot, TakeIn},
        reports::supporter_months::FAMILIES,
    },
    auth::policy::{Allowed, ReadBooks, ReadLots},
    domain::{
        id::{DocumentId, LotId, PersonId},
        money::{Minor, Unit},
        time::Date,
    },
    http::{
        page::{Page, Paging},
        problem::Problem,
        read::{self, Path, Query, Reading},
    },
    store::lots::{self, LotRow, MovementRow, SoldAt},
};

/// A given lot whose value rests on an invoice.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvoicedLot {
    /// Who gives it.
    pub supporter_id: Uuid,
    /// The agreement that it comes in under: a gift of goods, or a restricted gift, which binds it to its purpose. None where it is missing.
    pub instrument_id: Option<Uuid>,
    /// What it is. No names of people.
    #[schema(min_length = 1, max_length = 80, example = "马克杯")]
    pub name: String,
    /// How many pieces.
    #[schema(minimum = 1, maximum = 100_000)]
    pub pieces: i64,
    /// What a piece is worth.
    pub value: Money,
    /// When it came in; today where it is missing.
    pub day: Option<NaiveDate>,
    /// The uploaded invoice, by its name.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub paper: String,
}

request! {
    /// Take in a given lot by its invoice. Without one, two people appraise it.
    take_in_lot, "/lots", "lots", NewInvoicedLot as body => TakeIn {
        lot: NewLot {
            supporter_id: body.supporter_id,
            instrument_id: body.instrument_id,
            name: body.name.clone(),
            pieces: body.pieces,
            value: body.value.clone(),
            day: body.day,
        },
        paper: body.paper.clone(),
    }
}

request! {
    /// Appraise a given lot: it comes in once another person agrees to the value (`POST /proposal-agreements`), under the id of this proposal.
    appraise_lot, "/lot-appraisals", "lots", NewLot as body => ProposeLot(body.clone())
}

request! {
    /// Note goods that a supporter leaves at cost recovery: they stay theirs until sold, and `value` is the cost that comes back to them.
    leave_goods, "/goods-at-cost", "lots", NewLot as body => Leave(body.clone())
}

/// Goods that are bought.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPurchase {
    /// What they are.
    #[schema(min_length = 1, max_length = 80, example = "环保袋")]
    pub name: String,
    /// How many pieces.
    #[schema(minimum = 1, maximum = 100_000)]
    pub pieces: i64,
    /// What a piece cost.
    pub cost: Money,
    /// `safe` or `bank`; the bank where it is missing.
    #[schema(pattern = "^(safe|bank)$")]
    pub through: Option<String>,
    /// When; today where it is missing.
    pub day: Option<NaiveDate>,
    /// The uploaded invoice, by its name.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub paper: Option<String>,
}

request! {
    /// Buy goods to sell them as the cooperative's own.
    buy_goods, "/goods-purchases", "lots", NewPurchase as body => Buy {
        name: body.name.clone(),
        pieces: body.pieces,
        cost: body.cost.clone(),
        through: body.through.clone(),
        day: body.day,
        paper: body.paper.clone(),
    }
}

/// Pieces that are given away.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGiving {
    /// Of which lot.
    pub lot_id: Uuid,
    /// How many.
    #[schema(minimum = 1, maximum = 100_000)]
    pub pieces: i64,
    /// To whom, where the cooperative keeps that.
    pub person_id: Option<Uuid>,
    /// When; today where it is missing.
    pub day: Option<NaiveDate>,
}

request! {
    /// Give pieces to a family.
    give_pieces, "/lot-givings", "lots", NewGiving as body => GivePieces {
        lot: LotId(body.lot_id),
        pieces: body.pieces,
        person: body.person_id.map(PersonId),
        day: body.day,
    }
}

/// Pieces that are missing.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewShortage {
    /// Of which lot.
    pub lot_id: Uuid,
    /// How many.
    #[schema(minimum = 1, maximum = 100_000)]
    pub pieces: i64,
    /// When it was noticed; today where it is missing.
    pub day: Option<NaiveDate>,
}

request! {
    /// Record that pieces are missing. They leave the shelf; that they are gone waits for another person's approval.
    miss_pieces, "/lot-shortages", "lots", NewShortage as body => MissPieces {
        lot: LotId(body.lot_id),
        pieces: body.pieces,
        day: body.day,
    }
}

/// A shortage to be approved.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShortageApproval {
    /// Which shortage.
    pub shortage_id: Uuid,
}

request! {
    /// Approve that missing pieces are gone: by another person than who recorded it.
    approve_shortage, "/shortage-approvals", "lots", ShortageApproval as body =>
        ApproveShortage { shortage: DocumentId(body.shortage_id) }
}

request! {
    /// Propose that missing pieces turned up at a count; another person agrees.
    propose_finding, "/lot-findings", "lots", Found as body => ProposeFinding(*body)
}

/// A lot.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LotView {
    /// Which.
    pub id: Uuid,
    /// `donated`, `at_cost` or `own`.
    #[schema(example = "donated")]
    pub nature: String,
    /// What it is.
    pub name: String,
    /// When it came in.
    pub day: NaiveDate,
    /// Who gave it or left it.
    pub supporter_id: Option<Uuid>,
    /// The agreement that it came in under.
    pub instrument_id: Option<Uuid>,
    /// Whether it is for that agreement's purpose only.
    pub is_restricted: bool,
    /// What a piece is worth or cost.
    pub value: String,
    /// `invoice`, `appraisal` or `price`.
    pub basis: String,
    /// The invoice, by its name.
    pub paper: Option<String>,
    /// The two who took it for its value.
    pub appraisers: Vec<Uuid>,
    /// Pieces that came in: always what is in stock, sold, given and lost together.
    pub received: i64,
    /// Pieces on the shelf by the books; below zero where a till sold what the books did not have.
    pub stock: i64,
    /// Pieces sold, less what came back.
    pub sold: i64,
    /// Pieces given to families.
    pub given: i64,
    /// Pieces gone.
    pub lost: i64,
    /// When it was written down.
    pub made_at: DateTime<Utc>,
}

/// A supporter sees neither papers nor who signed.
fn view(row: LotRow, unit: &Unit, allowed: &Allowed<ReadLots>) -> LotView {
    let (stock, is_office) = (row.pieces().stock(), allowed.only().is_none());
    let appraisers = [row.appraised_by, row.also_appraised_by];
    LotView {
        id: row.id.0,
        nature: row.nature,
        name: row.name,
        day: row.day,
        supporter_id: row.supporter_id.map(|person| person.0),
        instrument_id: row.instrument_id.map(|instrument| instrument.0),
        is_restricted: row.is_restricted,
        value: unit.format(row.value_minor),
        basis: row.basis,
        paper: row.paper_hash.filter(|_| is_office).map(|paper| paper.to_string()),
        appraisers: appraisers.into_iter().flatten().filter(|_| is_office).map(|person| person.0).collect(),
        received: row.received,
        stock,
        sold: row.sold,
        given: row.given,
        lost: row.lost,
        made_at: row.made_at.instant(),
    }
}

/// Which lots.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LotQuery {
    /// Of this supporter only.
    supporter_id: Option<Uuid>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// Lots in the order in which they came in. A love shareholder sees their own.
#[utoipa::path(get, path = "/lots", tag = "lots", params(LotQuery), responses(
    (status = 200, body = Page<LotView>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_lots(mut reading: Reading<ReadLots>, query: Query<LotQuery>) -> Result<Json<Page<LotView>>, Problem> {
    let LotQuery { supporter_id, limit, after } = query.0;
    let paging = read::paging(limit, after);
    let limit = paging.rows()?;
    let rows = lots::list(&mut reading.tx, &reading.allowed, supporter_id.map(PersonId), paging.id_cursor()?, limit + 1).await?;
    Ok(Json(Page::of(rows, limit, |row| row.id.0, |row| view(row, &reading.coop.unit, &reading.allowed))))
}

/// What was sold of a lot, in all or at a grid.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LotSales {
    /// The grid's code; missing in the total, and where the till named none.
    #[schema(required = true, nullable)]
    pub grid: Option<String>,
    /// Pieces, less what went back on the shelf.
    pub pieces: i64,
    /// What they brought, less what was given back.
    pub brought: String,
    /// Of it, what families and others got.
    pub shared: String,
    /// Of it, what the supporter got back as cost.
    pub cost: String,
    /// Of it, what stayed with the cooperative.
    pub kept: String,
}

fn sales(row: &SoldAt, grid: Option<String>, unit: &Unit) -> LotSales {
    let kept = Minor(row.brought.0 - row.shared.0 - row.cost.0);
    LotSales {
        grid,
        pieces: row.pieces,
        brought: unit.format(row.brought),
        shared: unit.format(row.shared),
        cost: unit.format(row.cost),
        kept: unit.format(kept),
    }
}

/// A lot with where its pieces went.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LotInFull {
    /// The lot.
    #[serde(flatten)]
    pub lot: LotView,
    /// What was sold of it in all.
    pub sales: LotSales,
    /// The same by grid, for the office; for its supporter once at least 5 families sold of it.
    pub by_grid: Vec<LotSales>,
}

/// A lot with where its pieces went: pieces and money by destination.
#[utoipa::path(get, path = "/lots/{id}", tag = "lots", params(("id" = Uuid, Path)), responses(
    (status = 200, body = LotInFull),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn get_lot(mut reading: Reading<ReadLots>, Path(id): Path<Uuid>) -> Result<Json<LotInFull>, Problem> {
    let (tx, allowed, unit) = (&mut reading.tx, &reading.allowed, &reading.coop.unit);
    let row = lots::find(tx, allowed, LotId(id)).await?.ok_or(Refusal::NotFound("lot"))?;
    let rows = lots::sold_at(tx, allowed, row.id).await?;
    let by_grid = allowed.only().is_none() || lots::families(tx, allowed, row.id).await? >= FAMILIES;
    let mut total = SoldAt::default();
    for row in &rows {
        total.pieces += row.pieces;
        total.brought.0 += row.brought.0;
        total.shared.0 += row.shared.0;
        total.cost.0 += row.cost.0;
    }
    let grids = rows.iter().filter(|_| by_grid).map(|row| sales(row, row.grid.clone(), unit)).collect();
    Ok(Json(LotInFull { sales: sales(&total, None, unit), by_grid: grids, lot: view(row, unit, allowed) }))
}

/// Something that happened to pieces of a lot.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LotMovement {
    /// Its day.
    pub day: NaiveDate,
    /// `sold`, `returned`, `lot_given`, `lot_missing`, `lot_written_off` or `lot_found`.
    #[schema(example = "sold")]
    pub kind: String,
    /// The sale, refund or event.
    pub document_id: Uuid,
    /// Its journal entry.
    pub entry_number: i64,
    /// Pieces that left the shelf; below zero where they came back.
    pub pieces: i64,
    /// Where they were sold.
    #[schema(required = true, nullable)]
    pub grid: Option<String>,
    /// What was paid for them, or given back.
    pub amount: String,
    /// Of it, what families and others got or gave back.
    pub shared: String,
    /// Who got them.
    #[schema(required = true, nullable)]
    pub person_id: Option<Uuid>,
}

/// What happened to a lot piece by piece and fen by fen, from the first day on. For the office.
#[utoipa::path(get, path = "/lots/{id}/movements", tag = "lots", params(("id" = Uuid, Path), Paging), responses(
    (status = 200, body = Page<LotMovement>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn lot_movements(
    mut reading: Reading<ReadBooks>,
    Path(id): Path<Uuid>,
    Query(paging): Query<Paging>,
) -> Result<Json<Page<LotMovement>>, Problem> {
    let (coop, unit, limit) = (reading.coop.id, &reading.coop.unit, paging.rows()?);
    lots::load(&mut reading.tx, coop, LotId(id)).await?.ok_or(Refusal::NotFound("lot"))?;
    let after = paging.cursor::<(Date, i64, i64)>()?.unwrap_or((read::days(None, None).from, 0, 0));
    let rows = lots::movements(&mut reading.tx, coop, LotId(id), after, limit + 1).await?;
    let view = |row: MovementRow| LotMovement {
        day: row.day,
        kind: row.kind,
        document_id: row.document_id.0,
        entry_number: row.number,
        pieces: row.pieces,
        grid: row.grid,
        amount: unit.format(row.amount),
        shared: unit.format(row.shared),
        person_id: row.person_id.map(|person| person.0),
    };
    Ok(Json(Page::of(rows, limit, |row| (row.day, row.number, row.place), view)))
}
