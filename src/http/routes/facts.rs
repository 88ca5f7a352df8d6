//! What a till reports. Five endpoints of one shape; the envelope is the same for all.

use axum::{Json, extract::State};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::{
        Refusal, Service,
        facts::{self, FactKind},
        format::{
            TillCommand,
            cash::{CloseShift, MoveCash, OpenShift},
            refund::NewRefund,
            sale::NewSale,
        },
        words::Words,
    },
    auth::{actor::Who, policy::Sell},
    domain::{
        id::GoodId,
        sale::{SoldLine, What},
    },
    http::{
        command::{Asked, TillReport},
        problem::Problem,
        reply::{FactReply, KeptFact, PostedFact, RaisedTask},
    },
    store::{coop, till_shop, tills},
};

// Every till report has the same answers.
macro_rules! report {
    ($(#[$doc:meta])* $name:ident, $path:literal, $body:ty, $kind:expr, $example:tt) => {
        $(#[$doc])*
        #[utoipa::path(post, path = $path, tag = "till",
            request_body(content = TillCommand<$body>, example = json!({
                "till_id": "0198a3f0-0000-7000-8000-000000000001", "epoch": 1, "seq": 1,
                "prev_hash": "0000000000000000000000000000000000000000000000000000000000000000",
                "occurred_at": "2026-06-30T01:00:00Z", "actor": "0198a3f0-0000-7000-8000-000000000002", "body": $example })),
            params(("Idempotency-Key" = uuid::Uuid, Header, description = "The sender's own id for the command; the document takes it")),
            responses(
                (status = 201, description = "Posted, with tasks if any", body = PostedFact),
                (status = 202, description = "Kept: early, or quarantined with the reason", body = KeptFact),
                (status = "4XX", description = "Nothing is kept", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "Send the same again", body = Problem, content_type = "application/problem+json")))]
        pub async fn $name(State(service): State<Service>, report: TillReport) -> Result<FactReply, Problem> {
            report.deliver(&service, $kind).await
        }
    };
}

report! {
    /// A shift opens: the cash counted in the drawer, and what is brought from the safe or taken to it.
    open_shift, "/shift-openings", OpenShift, FactKind::ShiftOpened,
    { "counted": "0.00", "brought": "200.00" }
}
report! {
    /// Goods were sold. Money is in the cooperative's unit, e.g. `"12.50"`. Repeating the key returns the first answer.
    sell, "/sales", NewSale, FactKind::Sale,
    { "lines": [{ "grid_id": "0198a3f0-0000-7000-8000-000000000003", "name": "玉米", "measure": "piece", "quantity": "2", "price": "3.30" }],
      "tenders": [{ "means": "cash", "amount": "10.00" }], "change": "3.40" }
}
report! {
    /// Goods came back.
    refund, "/refunds", NewRefund, FactKind::Refund,
    { "sale_id": "0198a3f0-0000-7000-8000-000000000004", "lines": [{ "line": 1, "quantity": "1" }],
      "tenders": [{ "means": "cash", "amount": "3.30" }] }
}
report! {
    /// Cash moved without a sale: from the safe, to the safe, or for a small expense.
    move_cash, "/cash-movements", MoveCash, FactKind::CashMoved,
    { "movement": "pay_in", "amount": "50.00" }
}
report! {
    /// A shift closes with a blind count by denomination.
    close_shift, "/shift-closings", CloseShift, FactKind::ShiftClosed,
    { "count": [{ "denomination": "100.00", "pieces": 2 }, { "denomination": "0.10", "pieces": 33 }], "last_seq": 2 }
}

/// A sale to be quoted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuoteRequest {
    /// The business day; where it is missing that of the till's open shift, else today.
    pub day: Option<NaiveDate>,
    /// As it would be sent.
    pub sale: NewSale,
}

/// What a sale would come to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Quote {
    /// What the customer pays.
    pub total: String,
    /// Each line: what it is worth, and what the shop bears of it.
    pub lines: Vec<QuotedLine>,
    /// What would be raised as a task.
    pub warnings: Vec<RaisedTask>,
}

/// A line of a quote.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuotedLine {
    /// What the office says that the good costs, per piece or kilogram; missing without a good or a price.
    pub list_price: Option<String>,
    /// Quantity × price.
    pub gross: String,
    /// Less the owner's discount: what is split.
    pub base: String,
    /// Shop discount and rounding: the cooperative's cost.
    pub borne_by_shop: String,
    /// What the customer pays for it.
    pub to_pay: String,
}

/// Ask before the money moves: the same decision, with nothing written.
#[utoipa::path(post, path = "/sales/quote", tag = "till", request_body = QuoteRequest, responses(
    (status = 200, body = Quote),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn quote(
    State(service): State<Service>,
    Asked { caller, allowed, body: asked }: Asked<Sell, QuoteRequest>,
) -> Result<Json<Quote>, Problem> {
    let mut tx = service.db.snapshot().await?;
    let coop = coop::find(&mut tx, allowed.coop()).await?.ok_or(Refusal::NotFound("cooperative"))?;
    let now = service.clock.now();
    let open_day = match caller.actor.who {
        Who::Till { id, epoch } => tills::state(&mut tx, &allowed, id, epoch).await?.and_then(|state| state.business_date),
        Who::Person { .. } | Who::Operator => None,
    };
    let day = asked.day.or(open_day).unwrap_or_else(|| now.day_in(coop.zone));
    if !(2000..2200).contains(&day.year()) {
        let words = Words::new("日期在 2000 年到 2199 年之间", "a day lies in the years 2000 to 2199");
        return Err(Refusal::invalid("day", words).into());
    }
    let (sale, effects) = facts::quote(&mut tx, &allowed, &coop, &asked.sale, day, now).await?;
    let good = |line: &SoldLine| if let What::Goods { good, .. } = line.what { good } else { None };
    let goods: Vec<GoodId> = sale.lines.iter().filter_map(good).collect();
    let prices = till_shop::prices(&mut tx, &allowed, &goods).await?;
    let text = |amount| coop.unit.format(amount);
    let quoted = |line: &SoldLine| -> Result<QuotedLine, Refusal> {
        let borne = line.borne()?;
        Ok(QuotedLine {
            list_price: good(line).and_then(|good| prices.get(&good)).map(|price| text(*price)),
            gross: text(line.gross),
            base: text(line.base),
            borne_by_shop: text(borne),
            to_pay: text(line.base.minus(borne)?),
        })
    };
    let warning = |warning: &crate::domain::cash::Warning| {
        RaisedTask::of(warning.kind.slug().to_owned(), i64::try_from(warning.line).unwrap_or(i64::MAX), text(warning.amount))
    };
    Ok(Json(Quote {
        total: text(sale.total),
        lines: sale.lines.iter().map(quoted).collect::<Result<_, _>>()?,
        warnings: effects.warnings.iter().map(warning).collect(),
    }))
}
