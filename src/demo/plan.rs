//! What things of the story are called: ids follow from labels and from the day on which it begins, so nobody has to look them up.

use chrono::{Days, NaiveTime, TimeZone};
use uuid::Uuid;

use super::{cast::GOODS, dice};
use crate::domain::{
    id::{CommandId, GoodId, GridId, PersonId, SiteId, TillId, VersionId},
    money::{Minor, Unit},
    sale::Measure,
    time::{Date, Ts},
};

/// Where the story plays.
pub const ZONE: chrono_tz::Tz = chrono_tz::Asia::Shanghai;

/// When the story plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The first day of trade.
    pub first: Date,
    /// So many whole days of it.
    pub days: u32,
    /// The moment of the first start: the day after the whole ones is told up to here.
    pub until: Ts,
}

/// A line of the list of goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Good {
    /// Its grid's code.
    pub grid: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How it is measured.
    pub measure: Measure,
    /// Per piece or kilogram.
    pub price: Minor,
    /// If it has a label.
    pub barcode: Option<&'static str>,
    /// What it looks like.
    pub drawing: Option<&'static str>,
}

impl Plan {
    /// So many whole days up to yesterday, and today up to now.
    #[must_use]
    pub fn until(now: Ts, days: u32) -> Self {
        let today = now.day_in(ZONE);
        Self { first: today.checked_sub_days(Days::new(u64::from(days))).unwrap_or(today), days, until: now }
    }

    /// So many days after the first.
    #[must_use]
    pub fn day(self, after: u32) -> Date {
        self.first.checked_add_days(Days::new(u64::from(after))).unwrap_or(self.first)
    }

    /// The last whole day of trade.
    #[must_use]
    pub fn last(self) -> Date {
        self.day(self.days.saturating_sub(1))
    }

    /// When everything is set up: the morning before the first day.
    #[must_use]
    pub fn eve(self) -> Ts {
        local(self.first.pred_opt().unwrap_or(self.first), 8)
    }

    /// When the shop opens on a day.
    #[must_use]
    pub fn opening(day: Date) -> Ts {
        local(day, 9)
    }

    /// When a day's reports are delivered.
    #[must_use]
    pub fn evening(day: Date) -> Ts {
        local(day, 20)
    }

    /// The id of something that is set up on the eve.
    #[must_use]
    pub fn id(self, label: &str) -> Uuid {
        dice::id(label, self.eve())
    }

    /// A person by code.
    #[must_use]
    pub fn person(self, code: &str) -> PersonId {
        PersonId(self.id(&person(code)))
    }

    /// A site by the letter of its grids.
    #[must_use]
    pub fn site(self, letter: char) -> SiteId {
        SiteId(self.id(&site(letter)))
    }

    /// A grid by code.
    #[must_use]
    pub fn grid(self, code: &str) -> GridId {
        GridId(self.id(&grid(code)))
    }

    /// A good.
    #[must_use]
    pub fn good(self, listed: &Good) -> GoodId {
        GoodId(self.id(&good(listed)))
    }

    /// A till by name.
    #[must_use]
    pub fn till(self, name: &str) -> TillId {
        TillId(self.id(&till(name)))
    }

    /// The first version of a grid's agreement.
    #[must_use]
    pub fn version(self, code: &str) -> VersionId {
        VersionId(self.id(&version(code)))
    }

    /// What is asked for last.
    #[must_use]
    pub fn end(self) -> CommandId {
        CommandId(dice::id(super::office::LAST, self.until))
    }
}

/// The label of a person.
#[must_use]
pub fn person(code: &str) -> String {
    format!("person {code}")
}

/// The label of a site.
#[must_use]
pub fn site(letter: char) -> String {
    format!("site {letter}")
}

/// The label of a grid.
#[must_use]
pub fn grid(code: &str) -> String {
    format!("grid {code}")
}

/// The label of a good.
#[must_use]
pub fn good(good: &Good) -> String {
    format!("good {}/{}", good.grid, good.name)
}

/// The label of a till.
#[must_use]
pub fn till(name: &str) -> String {
    format!("till {name}")
}

/// The label of the first version of a grid's agreement.
#[must_use]
pub fn version(grid: &str) -> String {
    format!("version {grid}")
}

/// The list of goods. A line that cannot be read is left out; a test reads them all.
#[must_use]
pub fn goods() -> Vec<Good> {
    let read = |line: &'static str| {
        let mut fields = line.split(',');
        let (grid, name) = (fields.next()?, fields.next()?);
        let measure = Measure::parse(fields.next()?)?;
        let price = Unit::cny().parse(fields.next()?).ok()?;
        let barcode = fields.next().filter(|barcode| !barcode.is_empty());
        let drawing = fields.next().filter(|drawing| !drawing.is_empty());
        Some(Good { grid, name, measure, price, barcode, drawing })
    };
    GOODS.lines().skip(1).filter_map(read).collect()
}

/// The codes of all grids, in order.
#[must_use]
pub fn grids() -> Vec<&'static str> {
    let mut codes: Vec<&str> = goods().iter().map(|good| good.grid).collect();
    codes.dedup();
    codes
}

fn local(day: Date, hour: u32) -> Ts {
    let time = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
    ZONE.from_local_datetime(&time).earliest().map_or_else(|| Ts::of(time.and_utc()), |instant| Ts::of(instant.to_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_goods_is_read_whole() {
        assert_eq!(goods().len(), GOODS.lines().count() - 1);
        assert_eq!(grids().len(), 24);
        let barcodes: Vec<_> = goods().iter().filter_map(|good| good.barcode).collect();
        let mut unique = barcodes.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), barcodes.len());
        assert!(goods().iter().all(|good| good.drawing.is_some()), "a shop without blank tiles");
        assert!(goods().iter().all(|good| good.price.0 % 10 == 0), "nobody carries fen");
    }

    #[test]
    fn its_last_whole_day_is_yesterday() {
        let noon = Ts::of("2026-11-25T12:00:00+08:00".parse().unwrap());
        let plan = Plan::until(noon, 91);
        assert_eq!((plan.first.to_string().as_str(), plan.last().to_string().as_str()), ("2026-08-26", "2026-11-24"));
        assert_eq!(Plan::evening(plan.last()).day_in(ZONE), plan.last());
    }
}
