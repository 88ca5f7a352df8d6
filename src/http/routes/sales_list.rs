//! Sales, looked for: the list with its filters and orders, and what all that match come to.

use std::collections::HashMap;

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    sales::{SaleHeading, within},
    shifts::MeansTotal,
};
use crate::{
    app::{Refusal, format::fields::Money},
    auth::policy::ReadSales,
    domain::{
        id::{DocumentId, GridId, PersonId, ShiftId, TillId},
        money::{LIMIT_MINOR, Minor},
        time::Ts,
    },
    http::{
        page::{Page, Paging, TimeOrder},
        problem::Problem,
        read::{self, Query, Reading},
    },
    store::{
        looking::Way,
        sales_list::{self, After, Good, Matching},
        sold::SaleRow,
    },
};

/// A sale in a list: its heading, what was in it, and how it was paid.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SaleInList {
    /// Its heading.
    #[serde(flatten)]
    pub heading: SaleHeading,
    /// Names of goods, in the order of the receipt.
    pub goods: Vec<String>,
    /// Codes of the grids that they were of, each once.
    pub grids: Vec<String>,
    /// `cash`, `wechat`, `alipay` or `voucher`, each once.
    pub means: Vec<String>,
    /// What the shop bears of it: discounts and rounding-off.
    pub given: String,
}

/// What belongs to a page of sales.
#[derive(Default)]
struct Details {
    goods: HashMap<DocumentId, Vec<Good>>,
    means: HashMap<DocumentId, Vec<String>>,
}

impl Details {
    async fn of(reading: &mut Reading<ReadSales>, rows: &[SaleRow]) -> Result<Self, Problem> {
        let ids: Vec<DocumentId> = rows.iter().map(|row| row.heading.id).collect();
        let mut details = Self::default();
        for good in sales_list::goods(&mut reading.tx, &reading.allowed, &ids).await? {
            details.goods.entry(good.sale_id).or_default().push(good);
        }
        for (sale, means) in sales_list::means(&mut reading.tx, &reading.allowed, &ids).await? {
            details.means.entry(sale).or_default().push(means);
        }
        Ok(details)
    }

    fn shown(&mut self, reading: &Reading<ReadSales>, heading: SaleHeading) -> SaleInList {
        let id = DocumentId(heading.heading.id);
        let goods = self.goods.remove(&id).unwrap_or_default();
        let given = goods.iter().map(|good| good.given.0).sum();
        SaleInList {
            grids: once(goods.iter().filter_map(|good| good.grid.clone())),
            goods: goods.into_iter().map(|good| good.name).collect(),
            means: once(self.means.remove(&id).unwrap_or_default().into_iter()),
            given: reading.money(Minor(given)),
            heading,
        }
    }
}

fn once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
pub enum SaleOrder {
    /// Newest first.
    #[default]
    #[serde(rename = "-time")]
    Newest,
    /// Oldest first.
    #[serde(rename = "time")]
    Oldest,
    /// The largest first.
    #[serde(rename = "-total")]
    Largest,
    /// The smallest first.
    #[serde(rename = "total")]
    Smallest,
}

/// Which sales.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SaleQuery {
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Sold at this moment or later.
    since: Option<DateTime<Utc>>,
    /// Sold before this moment.
    before: Option<DateTime<Utc>>,
    /// Of this shift only.
    shift_id: Option<Uuid>,
    /// Of this till only.
    till_id: Option<Uuid>,
    /// With a good of this grid.
    grid_id: Option<Uuid>,
    /// With a part for this person: an owner or a supporter. A till is not told.
    person_id: Option<Uuid>,
    /// Paid by this means, in whole or in part.
    #[param(pattern = "^(cash|wechat|alipay|voucher)$")]
    means: Option<String>,
    /// Of this amount only: what the customer paid.
    #[param(value_type = Option<String>, pattern = r"^(0|[1-9][0-9]{0,12})\.[0-9]{2}$", example = "12.50")]
    total: Option<Money>,
    /// Of this amount or more.
    #[param(value_type = Option<String>, pattern = r"^(0|[1-9][0-9]{0,12})\.[0-9]{2}$", example = "10.00")]
    at_least: Option<Money>,
    /// Of this amount or less.
    #[param(value_type = Option<String>, pattern = r"^(0|[1-9][0-9]{0,12})\.[0-9]{2}$", example = "20.00")]
    at_most: Option<Money>,
    /// A receipt's number (单号) like `1-27`, or a part of a good's name.
    #[param(max_length = 100)]
    text: Option<String>,
    /// Newest first where it is missing.
    #[serde(default)]
    #[param(inline)]
    sort: SaleOrder,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// The receipt's number, if it is one: enrolment and running number.
fn receipt(text: &str) -> Option<(i64, i64)> {
    let (epoch, seq) = text.split_once('-')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(epoch) && is_number(seq)).then(|| Some((epoch.parse().ok()?, seq.parse().ok()?)))?
}

impl SaleQuery {
    async fn matching(&self, reading: &mut Reading<ReadSales>) -> Result<Matching, Problem> {
        if self.person_id.is_some() && reading.caller.actor.till().is_some() {
            return Err(Problem::unreadable("收银台不能按人查销售", "a till cannot look for sales by person"));
        }
        let amount = |money: &Option<Money>, at: &str| {
            money.as_ref().map(|money| money.read(at, &reading.coop.unit)).transpose().map_err(Refusal::from)
        };
        let exactly = amount(&self.total, "total")?;
        let least = exactly.or(amount(&self.at_least, "at_least")?).unwrap_or(Minor(-LIMIT_MINOR));
        let most = exactly.or(amount(&self.at_most, "at_most")?).unwrap_or(Minor(LIMIT_MINOR));
        let text = self.text.as_deref().unwrap_or_default().trim();
        let receipt = receipt(text);
        let (days, shift) = within(reading, read::days(self.from, self.to), self.shift_id.map(ShiftId)).await?;
        let sold = (self.since.map_or(Ts(i64::MIN), Ts::of), self.before.map_or(Ts(i64::MAX), Ts::of));
        Ok(Matching {
            days,
            shift,
            till: self.till_id.map(TillId),
            total: (least, most),
            sold: (sold.0.held(), sold.1.held()),
            receipt,
            means: self.means.clone().unwrap_or_default(),
            name: if receipt.is_some() { String::new() } else { text.to_owned() },
            grid: self.grid_id.map(GridId),
            person: self.person_id.map(PersonId),
        })
    }

    fn place(&self, paging: &Paging, matching: &Matching) -> Result<(After, Way), Problem> {
        let by_total = |way: Way| -> Result<(After, Way), Problem> {
            let first = way.first((i64::MIN, Uuid::nil()), (i64::MAX, Uuid::max()));
            let (total, id) = paging.cursor::<(i64, Uuid)>()?.unwrap_or(first);
            Ok((After::Total(Minor(total), DocumentId(id)), way))
        };
        let by_time = |order: TimeOrder| paging.in_time(order, matching.days).map(|place| (After::Time(place), order.way()));
        match self.sort {
            SaleOrder::Newest => by_time(TimeOrder::Newest),
            SaleOrder::Oldest => by_time(TimeOrder::Oldest),
            SaleOrder::Largest => by_total(Way::Down),
            SaleOrder::Smallest => by_total(Way::Up),
        }
    }
}

/// Where a page ended, by the order that it has.
#[derive(Serialize)]
#[serde(untagged)]
enum Ended {
    Time(NaiveDate, i64, Uuid),
    Total(i64, Uuid),
}

/// Sales, newest first or as `sort` says. A till sees those of its open shift: whoever takes one away learns nothing of a grid's trade.
#[utoipa::path(get, path = "/sales", tag = "books", params(SaleQuery), responses(
    (status = 200, body = Page<SaleInList>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_sales(mut reading: Reading<ReadSales>, query: Query<SaleQuery>) -> Result<Json<Page<SaleInList>>, Problem> {
    let query = query.0;
    let paging = read::paging(query.limit, query.after.clone());
    let limit = paging.rows()?;
    let matching = query.matching(&mut reading).await?;
    let after = query.place(&paging, &matching)?;
    let rows = sales_list::sales(&mut reading.tx, &reading.allowed, &matching, after, limit + 1).await?;
    let mut details = Details::of(&mut reading, &rows).await?;
    let key = |row: &SaleRow| match query.sort {
        SaleOrder::Newest | SaleOrder::Oldest => Ended::Time(row.heading.business_date, row.heading.received_at.0, row.heading.id.0),
        SaleOrder::Largest | SaleOrder::Smallest => Ended::Total(row.total.0, row.heading.id.0),
    };
    Ok(Json(Page::of(rows, limit, key, |row| details.shown(&reading, SaleHeading::of(&reading, &row)))))
}

/// What sales come to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SaleTotals {
    /// How many.
    pub sales: i64,
    /// What customers paid.
    pub total: String,
    /// Paid back of these sales, whenever.
    pub refunded: String,
    /// By means, less change: they add up to the total.
    pub tenders: Vec<MeansTotal>,
}

/// What all sales that match come to, however many pages they fill. `sort`, `limit` and `after` change nothing.
#[utoipa::path(get, path = "/sale-totals", tag = "books", params(SaleQuery), responses(
    (status = 200, body = SaleTotals),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn total_sales(mut reading: Reading<ReadSales>, query: Query<SaleQuery>) -> Result<Json<SaleTotals>, Problem> {
    let matching = query.0.matching(&mut reading).await?;
    let sums = sales_list::sums(&mut reading.tx, &reading.allowed, &matching).await?;
    let mut tenders = Vec::new();
    for paid in sales_list::paid(&mut reading.tx, &reading.allowed, &matching).await? {
        let change = if paid.means == "cash" { sums.change_given } else { Minor::ZERO };
        let amount = paid.amount.minus(change).map_err(Refusal::from)?;
        tenders.push(MeansTotal { means: paid.means, amount: reading.money(amount) });
    }
    let (total, refunded) = (reading.money(sums.total), reading.money(sums.refunded));
    Ok(Json(SaleTotals { sales: sums.sales, total, refunded, tenders }))
}
