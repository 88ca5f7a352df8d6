//! The demo cooperative: an invented shop with three months behind it, to look around in.
//!
//! It has no door of its own: its people ask and its tills report through the same use cases as the API. Ids and figures follow
//! from a seed and from the day of the first start; only passwords, tokens and keys are random. Told again after an interruption,
//! it goes on where it was.

mod basket;
mod cast;
mod dice;
mod office;
mod plan;
mod setting;
mod stories;
mod supporters;
mod teller;
mod till_book;
mod trade;

use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::AtomicI64},
};

pub use cast::{CASHIER, FREE_TILL, HELPER, LOGINS};
pub use plan::{Good, Plan, ZONE, goods};
pub use setting::Secrets;

use self::{
    basket::{Shelf, Voucher, Ware},
    cast::{FAMILIES, PICTURED, PLACES},
    dice::Dice,
    teller::Teller,
    till_book::TillBook,
    trade::Day,
};
use crate::{
    app::{
        Refusal, Service,
        clock::{Chance, Clock},
        found::{Founding, found},
    },
    auth::picture::Picture,
    domain::{id::PersonId, money::Unit},
    store::{
        commands,
        coop::{self, Coop},
    },
};

/// Its name for sign-ins.
pub const CODE: &str = "demo";
/// Days of trade: thirteen weeks.
pub const DAYS: u32 = 91;

/// The cooperatives of a database, as far as the demo has to know.
pub enum Found {
    /// None: the demo may move in.
    Nothing,
    /// The demo.
    Demo(Coop),
    /// Real books: the demo keeps out.
    RealBooks,
}

/// Looks who lives in a database.
pub async fn look(service: &Service) -> Result<Found, Refusal> {
    let mut tx = service.db.snapshot().await?;
    let all = coop::all(&mut tx).await?;
    if all.iter().any(|coop| !coop.is_demo) {
        return Ok(Found::RealBooks);
    }
    Ok(all.into_iter().find(|coop| coop.code == CODE).map_or(Found::Nothing, Found::Demo))
}

/// Whether the story was told to its end.
pub async fn is_told(service: &Service, coop: &Coop, plan: Plan) -> Result<bool, Refusal> {
    let mut tx = service.db.snapshot().await?;
    Ok(commands::find(&mut tx, coop.id, plan.end()).await?.is_some())
}

/// Tells the story, from its beginning or from where it was interrupted. `at` hears of the days told and of all.
pub async fn tell(service: &Service, plan: Plan, secrets: &Secrets, mut at: impl FnMut(u32, u32)) -> Result<Coop, Refusal> {
    let hand = Arc::new(AtomicI64::new(plan.eve().0));
    let past = |chance| Service::new(service.db.clone(), Clock::Hand(hand.clone()), chance, service.keys.clone());
    let coop = match look(service).await? {
        Found::Demo(coop) => coop,
        Found::Nothing => found(&past(Chance::seeded(dice::SEED)), founding()).await?,
        Found::RealBooks => return Err(Refusal::NotFound("demo")),
    };
    let teller = Teller::new(past(Chance::System), coop.id, hand.clone());
    setting::set(&teller, plan, secrets).await?;

    let mut sites = sites(plan, &coop);
    let mut vouchers = Vec::new();
    for after in 0..plan.days {
        at(after, plan.days);
        office::morning(&teller, plan, after).await?;
        supporters::morning(&teller, plan, after).await?;
        a_day(&teller, plan, after, &mut sites, &mut vouchers).await?;
    }
    a_day(&teller, plan, plan.days, &mut sites, &mut vouchers).await?;
    teller.it_is(plan.until);
    office::next(&teller, plan).await?;
    at(plan.days, plan.days);
    teller.service.writer.stop().await;
    Ok(coop)
}

fn founding() -> Founding {
    let name = "梧桐格子铺合作社（演示）".to_owned();
    Founding { code: CODE.to_owned(), name, zone: ZONE, is_demo: true }
}

/// A till's token for whoever tries the demo.
pub async fn token(service: &Service, coop: &Coop, plan: Plan) -> Result<String, Refusal> {
    let teller = Teller::new(service.clone(), coop.id, Arc::default());
    setting::token(&teller, plan.till(FREE_TILL)).await
}

/// What stands at a site, who works there, and its tills.
struct Site {
    shelves: Vec<Shelf>,
    people: Vec<PersonId>,
    books: Vec<TillBook>,
}

fn sites(plan: Plan, coop: &Coop) -> Vec<Site> {
    let mut shelves: BTreeMap<&str, Vec<Ware>> = BTreeMap::new();
    for good in plan::goods() {
        let ware = Ware { good: plan.good(&good), name: good.name.to_owned(), measure: good.measure, price: good.price };
        shelves.entry(good.grid).or_default().push(ware);
    }
    let site = |place: &cast::Place| {
        let here = |code: &str| code.starts_with(place.letter);
        let owners = plan::grids().into_iter().zip(FAMILIES.iter().cycle()).filter(|(code, _)| here(code));
        Site {
            people: owners.take(6).map(|(_, family)| plan.person(family.code)).chain([plan.person(CASHIER)]).collect(),
            shelves: (shelves.iter().filter(|(code, _)| here(code)))
                .map(|(code, goods)| Shelf { grid: plan.grid(code), goods: goods.clone() })
                .collect(),
            books: place.tills.iter().map(|till| TillBook::new(till, coop.id, plan.till(till), 1)).collect(),
        }
    };
    PLACES.iter().map(site).collect()
}

/// Families that tap pictures at the till: what they are called there, and which.
pub fn pictured() -> impl Iterator<Item = (&'static str, [Picture; 3])> {
    let called = |code| FAMILIES.iter().find(|family| family.code == code).map_or(code, |family| family.nickname);
    PICTURED.iter().map(move |(code, pictures)| (called(code), *pictures))
}

/// All tills trade, and deliver in the evening; on the last day as far as it has come.
async fn a_day(teller: &Teller, plan: Plan, after: u32, sites: &mut [Site], vouchers: &mut Vec<Voucher>) -> Result<(), Refusal> {
    let (date, unit) = (plan.day(after), Unit::cny());
    let until = Plan::evening(date).min(plan.until);
    teller.it_is(until);
    let mut reports = Vec::new();
    for Site { shelves, people, books } in sites {
        for book in books {
            let label = format!("approval/{}", trade::label(&book.label, date));
            let comes_back = until >= trade::closing(Plan::opening(date)) && Dice::new(&label).one_in(4);
            let approval = if comes_back { Some(teller.approves(plan.person(HELPER), book.till, &label).await?) } else { None };
            let day =
                Day { date, opens_at: Plan::opening(date), until, is_last: date == plan.last(), shelves, people, approval, unit: &unit };
            reports.extend(trade::trade(book, &day, vouchers)?);
        }
    }
    teller.delivers(reports).await
}
