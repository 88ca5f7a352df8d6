//! The stock book of owners' goods: they bring some and take some home, somebody counts, and another person decides what a difference is.

use super::{
    ctx::{About, Ctx, Done},
    execute::UseCase,
    format::fields::{day, one_of, quantity},
    refusal::Refusal,
    repairs::signer,
    two_people,
    words::Words,
};
use crate::{
    auth::policy::{CountStock, KeepLots},
    domain::{
        agreement::Party,
        id::{CommandId, DocumentId, GoodId, GridId},
        money::Quantity,
        stock::{Decision, LOST, Moved, Owed, StockKind},
        time::Date,
    },
    store::{agreements, goods, stock, stock::CountRow},
};

/// What a difference is: the shop is liable for what is gone; the owner took it or gives it up; there was more than the book had; or
/// somebody counts again.
pub const OUTCOMES: &[&str] = &["shop", "owner", "found", "counted_again"];

/// A good with a book of its own, and its measure: pieces come whole.
async fn read(ctx: &mut Ctx<'_>, good: GoodId, said: &str, at: &str) -> Result<(GridId, i64), Refusal> {
    let row = goods::load(ctx.tx, ctx.batch.coop.id, good).await?.ok_or(Refusal::NotFound("good"))?;
    if row.lot_id.is_some() {
        let (zh, en) = ("这种货属于一个批次，件数记在批次上", "this good is of a lot, whose pieces are counted there");
        return Err(Refusal::not_now("of_a_lot", zh, en));
    }
    let milli = if said == "0" { 0 } else { read_quantity(said, at, &row.measure)?.milli() };
    Ok((row.grid_id, milli))
}

/// What the stock book of a good has; refuses one that has none.
async fn book(ctx: &mut Ctx<'_>, good: GoodId) -> Result<i64, Refusal> {
    let coop = ctx.coop();
    stock::on_hand(ctx.tx, coop, &[good]).await?.get(&good).copied().ok_or_else(|| {
        let (zh, en) = ("这种货还没有库存账，请先登记收货", "this good has no stock book yet: record what its owner brought");
        Refusal::not_now("no_stock_book", zh, en)
    })
}

fn read_quantity(said: &str, at: &str, measure: &str) -> Result<Quantity, Refusal> {
    let amount = quantity(said, at)?;
    if measure == "piece" && amount.whole().is_err() {
        return Err(Refusal::invalid(at, Words::new("按件的货写整数", "goods by the piece are whole")));
    }
    Ok(amount)
}

/// Goods come from their owner, or go home with them.
#[derive(Clone, Debug)]
pub struct MoveGoods {
    /// Which.
    pub good: GoodId,
    /// Pieces or kilograms.
    pub quantity: String,
    /// Whether they go home.
    pub goes_home: bool,
    /// When; today where it is missing.
    pub day: Option<Date>,
}

impl UseCase for MoveGoods {
    const KIND: &'static str = "goods_moved";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<CountStock>()?;
        let (_, milli) = read(ctx, self.good, &self.quantity, "quantity").await?;
        let today = ctx.today();
        let day = day(self.day.unwrap_or(today), "day")?;
        if milli == 0 || day > today {
            let at = if milli == 0 { "quantity" } else { "day" };
            return Err(Refusal::invalid(at, Words::new("数量要大于零，日期不晚于今天", "some goods, and not after today")));
        }
        let (kind, milli) = if self.goes_home { (StockKind::TakenHome, -milli) } else { (StockKind::Received, milli) };
        if self.goes_home && book(ctx, self.good).await? + milli < 0 {
            let (zh, en) = ("账上没有这么多，请先盘点", "the book has less than that: count it first");
            return Err(Refusal::not_now("beyond_stock", zh, en));
        }
        let moved = Moved { good: self.good, kind, milli };
        stock::save(ctx.tx, allowed.coop(), DocumentId(id.0), &[moved], day, ctx.actor.person(), ctx.now).await?;
        Ok(Done { document: id.0, entry: None, day: Some(day) })
    }
}

/// From when on there is little of a good.
#[derive(Clone, Debug)]
pub struct SetLow {
    /// Which.
    pub good: GoodId,
    /// At so much and below; never where it is missing.
    pub low: Option<String>,
}

impl UseCase for SetLow {
    const KIND: &'static str = "stock_level_set";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<CountStock>()?;
        let (_, low) = read(ctx, self.good, self.low.as_deref().unwrap_or("0"), "low").await?;
        book(ctx, self.good).await?;
        stock::set_low(ctx.tx, &allowed, self.good, self.low.is_some().then_some(low)).await?;
        Ok(Done::made(self.good.0))
    }
}

/// Somebody counts a good. Where it is not what the book has, another person decides.
#[derive(Clone, Debug)]
pub struct CountGood {
    /// Which.
    pub good: GoodId,
    /// What was there; `"0"` where there was none.
    pub counted: String,
}

impl UseCase for CountGood {
    const KIND: &'static str = "stock_counted";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<CountStock>()?;
        let counted_by = signer(ctx)?;
        let (_, counted) = read(ctx, self.good, &self.counted, "counted").await?;
        let expected = book(ctx, self.good).await?;
        if stock::waits(ctx.tx, allowed.coop(), self.good).await? {
            let (zh, en) = ("这种货盘过，差异还等另一个人定", "a count of this good waits for another person's decision");
            return Err(Refusal::not_now("already_proposed", zh, en));
        }
        let day = ctx.today();
        let row = CountRow {
            id: DocumentId(id.0),
            good_id: self.good,
            expected_milli: expected,
            counted_milli: counted,
            day,
            counted_by,
            counted_at: ctx.now,
            outcome: None,
            decided_by: None,
            amount: None,
        };
        stock::save_count(ctx.tx, &allowed, &row).await?;
        Ok(Done { document: id.0, entry: None, day: Some(day) })
    }
}

/// Another person decides what a count's difference is.
#[derive(Clone, Debug)]
pub struct DecideCount {
    /// Which count.
    pub count: DocumentId,
    /// One of [`OUTCOMES`].
    pub outcome: String,
}

impl UseCase for DecideCount {
    const KIND: &'static str = "stock_decided";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<KeepLots>()?;
        let (coop, second, day) = (allowed.coop(), signer(ctx)?, ctx.today());
        let outcome = one_of(&self.outcome, "outcome", OUTCOMES)?;
        let count = stock::count(ctx.tx, coop, self.count).await?.ok_or(Refusal::NotFound("count"))?;
        let difference = count.counted_milli - count.expected_milli;
        if count.outcome.is_some() || difference == 0 {
            return Err(Refusal::DecidedBefore("count"));
        }
        two_people::check::<CountStock>(ctx, count.counted_by, second).await?;
        let fits = match outcome.as_str() {
            "found" => difference > 0,
            "shop" | "owner" => difference < 0,
            _ => true,
        };
        if !fits {
            let words = Words::new(
                "多出来的写 found，少了的写 shop 或 owner",
                "what is more was found; for what is less it is the shop or the owner",
            );
            return Err(Refusal::invalid("outcome", words));
        }

        let is_moved = outcome != "counted_again";
        let (owed, account) = match outcome.as_str() {
            "shop" => liable(ctx, count.good_id, difference, day).await?,
            _ => (None, None),
        };
        let milli = if is_moved { difference } else { 0 };
        let decision = Decision { id: DocumentId(id.0), count: count.id, day, good: count.good_id, milli, owed };

        stock::save_decision(ctx.tx, &allowed, &decision, &outcome, second, ctx.now).await?;
        if is_moved {
            let kind = if milli > 0 { StockKind::Found } else { StockKind::Lost };
            let gone = Moved { good: count.good_id, kind, milli };
            stock::save(ctx.tx, coop, decision.id, &[gone], day, Some(second), ctx.now).await?;
        }
        let about = About { kind: LOST, day, document: decision.document(), command: id, memo: "" };
        let entry = match account {
            Some(account) => ctx.post(about, &decision.postings(account)?).await?,
            None => None,
        };
        Ok(Done { document: id.0, entry, day: Some(day) })
    }
}

/// What the shop owes the owner for what is gone: E15.
async fn liable(
    ctx: &mut Ctx<'_>,
    good: GoodId,
    difference: i64,
    day: Date,
) -> Result<(Option<Owed>, Option<crate::domain::account::Role>), Refusal> {
    let coop = ctx.coop();
    let (grid, price) = goods::grid_and_price(ctx.tx, coop, good).await?.ok_or(Refusal::NotFound("good"))?;
    let price = price.ok_or_else(|| Refusal::not_now("no_price", "这种货没有定价，请先定价", "this good has no price: set one first"))?;
    let in_force = agreements::in_force(ctx.tx, coop, &[grid], day).await?;
    let none = || Refusal::not_now("no_agreement", "这个格子今天没有生效的分账协议", "this grid has no agreement in force today");
    let version = in_force.get(&grid).copied().flatten().ok_or_else(none)?;
    let terms = agreements::terms(ctx.tx, coop, &[version], day).await?;
    let stakes = terms.versions.get(&version).map(|in_force| in_force.stakes.clone()).unwrap_or_default();
    let owners = stakes.iter().find_map(|stake| match stake.share.party {
        Party::Owner(owner) => Some((owner, stake.share.percent, stake.account)),
        Party::Cooperative | Party::Supporter(_) => None,
    });
    let (owner, percent, account) = owners.ok_or_else(none)?;
    let lost = Quantity::from_milli(-difference).ok_or_else(none)?;
    Ok((Some(Owed::of(owner, price, lost, percent)?), Some(account)))
}
