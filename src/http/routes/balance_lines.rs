//! The trial balance of a span of days: what stood on every account before it, what moved in it, what stood after it. A list, and so a table.

use axum::Json;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::entries::{amount_text, sides};
use crate::{
    app::{
        Refusal,
        reports::trial_balance::{self, Moved},
    },
    auth::policy::ReadBooks,
    domain::money::Minor,
    http::{
        page::Page,
        problem::Problem,
        read::{self, Query, Reading},
    },
};

/// An account in one unit over a span of days. What is not there is blank.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BalanceLine {
    /// The account's code.
    #[schema(example = "11401")]
    pub account: String,
    /// Its name.
    pub account_name: String,
    /// In English.
    pub account_name_en: String,
    /// The unit's code.
    pub unit: String,
    /// 期初借方: what stood there before the span.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_debit: Option<String>,
    /// 期初贷方.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_credit: Option<String>,
    /// 本期借方: debited within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debit: Option<String>,
    /// 本期贷方.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// 期末借方: what stands there at its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing_debit: Option<String>,
    /// 期末贷方.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing_credit: Option<String>,
}

/// Which days.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BalanceLineQuery {
    /// From this day on.
    #[serde(default, deserialize_with = "read::day")]
    from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default, deserialize_with = "read::day")]
    to: Option<NaiveDate>,
    /// Rows a page, 1 to 200; 50 where it is missing.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before.
    #[param(max_length = 300)]
    after: Option<String>,
}

/// The trial balance of a span of days by account and unit: opening, movement, closing.
#[utoipa::path(get, path = "/trial-balance-lines", tag = "books", params(BalanceLineQuery), responses(
    (status = 200, body = Page<BalanceLine>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_balance_lines(
    mut reading: Reading<ReadBooks>,
    query: Query<BalanceLineQuery>,
) -> Result<Json<Page<BalanceLine>>, Problem> {
    let BalanceLineQuery { from, to, limit, after } = query.0;
    let (paging, days) = (read::paging(limit, after), read::days(from, to));
    let (limit, place) = (paging.rows()?, paging.cursor::<(String, String)>()?);
    let mut lines = trial_balance::over(&mut reading.tx, &reading.allowed, days).await?;
    if let Some(place) = place {
        lines.retain(|line| (&line.account.code, &line.unit) > (&place.0, &place.1));
    }
    let coop = &reading.coop;
    let view = |line: Moved| {
        let moved = |amount: Minor| (!amount.is_zero()).then(|| amount_text(coop, &line.unit, amount));
        let (opening_debit, opening_credit) = line.opening.map_or((None, None), |opening| sides(coop, &line.unit, opening));
        let (closing_debit, closing_credit) = sides(coop, &line.unit, line.closing()?);
        Ok(BalanceLine {
            opening_debit,
            opening_credit,
            debit: moved(line.debit),
            credit: moved(line.credit),
            closing_debit,
            closing_credit,
            account: line.account.code,
            account_name: line.account.name_zh,
            account_name_en: line.account.name_en,
            unit: line.unit,
        })
    };
    let page = Page::of(lines, limit, |line| (line.account.code.clone(), line.unit.clone()), view);
    Ok(Json(Page { items: page.items.into_iter().collect::<Result<_, Refusal>>()?, next: page.next }))
}
