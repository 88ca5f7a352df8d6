//! What an owner sees on their phone: what is due, what each day brought, and why every line came to what it is.

use axum::{Json, extract::State};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::statements::exact;
use crate::{
    app::{
        Refusal, Service,
        reports::{
            earnings,
            owners_month::{Goods, Line},
        },
    },
    auth::policy::ReadStatements,
    domain::{
        id::PersonId,
        money::{Minor, Percent},
        time::Month,
    },
    http::{
        problem::Problem,
        read::{self, Query, Reading},
    },
};

/// Whose, and which day.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EarningsQuery {
    /// Whose; the sender's own where it is missing.
    owner_id: Option<Uuid>,
    /// The day whose lines are wanted, and its month; today where it is missing.
    #[serde(default, deserialize_with = "read::day")]
    day: Option<NaiveDate>,
}

/// What an owner has earned.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EarningsView {
    /// Whose.
    pub owner_id: Uuid,
    /// What they are called at the till.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Codes of their grids in the month.
    pub grids: Vec<String>,
    /// What the cooperative owes them now (应得); below zero it is carried forward, never collected.
    pub due: String,
    /// What rounding still owes them (分厘结转), in hundredths of a yuan, over all their agreements; it comes with later sales.
    #[schema(example = "0.35")]
    pub carry: String,
    /// The day of `lines`.
    pub day: NaiveDate,
    /// What that day changed, in the order of the books.
    pub lines: Vec<EarningLine>,
    /// The day's lines added up.
    pub total: String,
    /// The month of `days`.
    #[schema(example = "2026-06")]
    pub month: String,
    /// The owner's part of the month's sales.
    pub month_sales: String,
    /// Taken back with the month's refunds, zero or below.
    pub month_refunds: String,
    /// Everything else of the month.
    pub month_other: String,
    /// Days of the month that changed what is owed, newest first.
    pub days: Vec<EarningDay>,
}

/// One day.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EarningDay {
    /// Which.
    pub day: NaiveDate,
    /// Lines.
    pub lines: i64,
    /// What they add to what is owed.
    pub amount: String,
}

/// A line, with the way to its amount: quantity × price = gross; gross − discount = base; base × percent = exact; exact + rounded + moved = amount.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EarningLine {
    /// The entry.
    pub entry_number: i64,
    /// `sale`, `refund`, or what else happened.
    pub kind: String,
    /// As sold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good: Option<String>,
    /// The grid's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid: Option<String>,
    /// E.g. `2 件`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<String>,
    /// Per piece or kilogram; missing where goods came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
    /// Quantity × price; missing where goods came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gross: Option<String>,
    /// 铺主让利; missing where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_discount: Option<String>,
    /// What was split; below zero where it came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The owner's share in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<String>,
    /// Base × share before rounding.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "7.5480000000")]
    pub exact: Option<String>,
    /// What rounding added or left for a later sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "-0.0080000000")]
    pub rounded: Option<String>,
    /// What a full cap (封顶) moved to the owner beside their share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<String>,
    /// What it adds to what is owed.
    pub amount: String,
}

/// What is due to an owner now, and a day line by line with the way to each amount. A stallholder sees their own, a guardian the wards'.
#[utoipa::path(get, path = "/earnings", tag = "statements", params(EarningsQuery), responses(
    (status = 200, body = EarningsView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn show_earnings(
    State(service): State<Service>,
    mut reading: Reading<ReadStatements>,
    query: Query<EarningsQuery>,
) -> Result<Json<EarningsView>, Problem> {
    let owner = query.0.owner_id.map(PersonId).or(reading.caller.actor.person()).ok_or(Refusal::NotFound("person"))?;
    if !reading.allowed.covers(owner) {
        return Err(Refusal::NotFound("person").into());
    }
    let day = query.0.day.unwrap_or_else(|| service.clock.now().day_in(reading.coop.zone));
    let earned = earnings::gather(&mut reading.tx, reading.coop.id, owner, day).await?;
    let money = |amount: Minor| reading.money(amount);
    let lines = earned.lines.iter().map(|line| line_view(&reading, line)).collect::<Result<_, Refusal>>()?;
    let total = Minor::sum(earned.lines.iter().map(|line| line.amount)).map_err(Refusal::from)?;
    let day_view = |sum: &earnings::DaySum| EarningDay { day: sum.day, lines: sum.lines, amount: money(sum.amount) };
    Ok(Json(EarningsView {
        owner_id: earned.owner.id.0,
        nickname: earned.owner.nickname,
        grids: earned.grids,
        due: money(earned.due),
        carry: Decimal::new(earned.carry_e8, 8).normalize().to_string(),
        day,
        lines,
        total: money(total),
        month: Month::of(day).to_string(),
        month_sales: money(earned.totals.sales),
        month_refunds: money(earned.totals.refunds),
        month_other: money(earned.totals.other),
        days: earned.days.iter().map(day_view).collect(),
    }))
}

fn line_view(reading: &Reading<ReadStatements>, line: &Line) -> Result<EarningLine, Refusal> {
    let money = |amount: Minor| reading.money(amount);
    let goods = line.goods.as_ref();
    let sold = goods.filter(|goods| goods.base.0 >= 0);
    let rounded = |goods: &Goods| -> Result<String, Refusal> {
        let by_share = i128::from(line.amount.minus(goods.moved)?.0) * 100_000_000;
        Ok(exact(&reading.coop.unit, by_share - goods.exact_e8))
    };
    Ok(EarningLine {
        entry_number: line.number,
        kind: line.kind.clone(),
        good: goods.map(|goods| goods.name.clone()),
        grid: goods.map(|goods| goods.grid.clone()),
        quantity: goods.map(|goods| goods.quantity.clone()),
        price: sold.and_then(|goods| goods.price).map(money),
        gross: sold.and_then(|goods| goods.gross).map(money),
        owner_discount: sold.and_then(|goods| goods.owner_discount).filter(|discount| !discount.is_zero()).map(money),
        base: goods.map(|goods| money(goods.base)),
        percent: goods.and_then(|goods| Percent::from_e6(goods.percent_e6).ok()).map(|percent| percent.to_string()),
        exact: goods.map(|goods| exact(&reading.coop.unit, goods.exact_e8)),
        rounded: goods.map(rounded).transpose()?,
        moved: goods.filter(|goods| !goods.moved.is_zero()).map(|goods| money(goods.moved)),
        amount: money(line.amount),
    })
}
