//! Instants, business days and months. The cooperative's time zone turns the one into the other.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// An instant: whole microseconds since 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ts(pub i64);

/// The year 1 begins.
const FIRST_MICROS: i64 = -62_135_596_800_000_000;
/// The year 9999 ends.
const LAST_MICROS: i64 = 253_402_300_799_999_999;

/// A business day.
pub type Date = NaiveDate;

impl Ts {
    /// From an instant of `chrono`.
    #[must_use]
    pub fn of(instant: DateTime<Utc>) -> Self {
        Self(instant.timestamp_micros())
    }

    /// Held to the years 1 to 9999: a till's broken clock may say anything, and one engine keeps what the other does not.
    #[must_use]
    pub fn held(self) -> Self {
        Self(self.0.clamp(FIRST_MICROS, LAST_MICROS))
    }

    /// As an instant of `chrono`, held, since `chrono` panics when it looks for the local day of one beyond.
    #[must_use]
    pub fn instant(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.held().0).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// Later by so many seconds.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// The calendar day in a zone.
    #[must_use]
    pub fn day_in(self, zone: chrono_tz::Tz) -> Date {
        self.instant().with_timezone(&zone).date_naive()
    }

    /// RFC 3339 with microseconds, UTC.
    #[must_use]
    pub fn rfc3339(self) -> String {
        self.instant().to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
    }

    /// `2026-06-30 09:15` in a zone.
    #[must_use]
    pub fn local_text(self, zone: chrono_tz::Tz) -> String {
        self.instant().with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
    }
}

/// A calendar month, the period of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month that a day lies in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// Reads `2026-06`, years 2000 to 2199.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let shaped =
            text.len() == 7 && text.bytes().enumerate().all(|(at, byte)| if at == 4 { byte == b'-' } else { byte.is_ascii_digit() });
        let first = if shaped { NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok() } else { None }?;
        (2000..2200).contains(&first.year()).then_some(Self { first })
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.next().first.pred_opt().unwrap_or(self.first)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.first.checked_add_months(chrono::Months::new(1)).unwrap_or(self.first) }
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first: self.first.checked_sub_months(chrono::Months::new(1)).unwrap_or(self.first) }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.first.format("%Y-%m").fmt(f)
    }
}

/// Reads `2026-06-30`, years 2000 to 2199.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    ((2000..2200).contains(&day.year()) && day.to_string() == text).then_some(day)
}

/// How far a till's clock may run ahead of ours before its word is not taken: 5 minutes.
const AHEAD_SECONDS: i64 = 300;

/// A till whose clock says less has lost its battery: no day before 2000 can be written in a request, or read in a list.
const FIRST_YEAR: i32 = 2000;

/// The business day of a shift, and whether the till's clock was believed.
///
/// The till's clock is believed unless its day lies in the future (`occurred_at` corrected, later than
/// `received_at` + 5 minutes and on a later day) or before the day of the till's previous close, or before 2000.
#[must_use]
pub fn business_day(corrected: Ts, received_at: Ts, previous_close: Option<Date>, zone: chrono_tz::Tz) -> (Date, bool) {
    let claimed = corrected.day_in(zone);
    let future = claimed > received_at.plus_seconds(AHEAD_SECONDS).day_in(zone);
    let past = claimed.year() < FIRST_YEAR || previous_close.is_some_and(|close| claimed < close);
    if future || past { (received_at.day_in(zone), false) } else { (claimed, true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Ts {
        Ts::of(text.parse().unwrap())
    }

    #[test]
    fn the_business_day_is_the_devices_unless_it_lies() {
        let zone = chrono_tz::Asia::Shanghai;
        let day = |text: &str| parse_date(text).unwrap();
        let received = at("2026-06-30T04:00:00Z");
        assert_eq!(business_day(at("2026-06-29T23:00:00Z"), received, None, zone), (day("2026-06-30"), true));
        assert_eq!(business_day(at("2026-06-01T01:00:00Z"), received, None, zone), (day("2026-06-01"), true));
        assert_eq!(business_day(at("2031-01-01T01:00:00Z"), received, None, zone), (day("2026-06-30"), false));
        assert_eq!(business_day(at("2026-06-28T01:00:00Z"), received, Some(day("2026-06-29")), zone), (day("2026-06-30"), false));
        assert_eq!(business_day(at("1970-01-01T00:00:05Z"), received, None, zone), (day("2026-06-30"), false), "a flat battery");
        assert_eq!(business_day(Ts(i64::MIN), received, None, zone), (day("2026-06-30"), false));
    }

    #[test]
    fn a_month_knows_its_ends() {
        let february = Month::parse("2028-02").unwrap();
        assert_eq!(february.last_day().to_string(), "2028-02-29");
        assert_eq!(february.next().to_string(), "2028-03");
        assert!(Month::parse("2026-13").is_none() && Month::parse("2026-1").is_none() && Month::parse("１０２６-01").is_none());
    }
}
