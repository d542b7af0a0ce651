//! A day of the calendar. It must not know which day it is: whoever asks says so.

use std::fmt;

use chrono::{DateTime, Datelike, Months, NaiveDate};

/// A day, in the order in which days come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(NaiveDate);

impl Day {
    /// The last day that a month such as `2025-06`, or a day such as `2025-06-30`, can mean. `None` when it is
    /// neither, or there is no such day.
    ///
    /// ```
    /// use twohats::source::Day;
    /// assert_eq!(Day::last_of("2024-02"), Day::last_of("2024-02-29"));
    /// assert_eq!(Day::last_of("2023-02-29"), None);
    /// ```
    #[must_use]
    pub fn last_of(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !matches!(lengths[..], [4, 2] | [4, 2, 2]) || !parts.iter().all(digits) {
            return None;
        }
        let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
        let first = NaiveDate::from_ymd_opt(parts[0].parse().ok()?, number(1)?, 1)?;
        first.with_day(number(2).unwrap_or(first.num_days_in_month().into())).map(Self)
    }

    /// The day at this many seconds after 1970 began, in Greenwich.
    #[must_use]
    pub fn of_seconds(seconds: u64) -> Self {
        let time =
            i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        // A time that lies thousands of years ahead is no time that anybody meant.
        Self(time.map_or(NaiveDate::MAX, |time| time.date_naive()))
    }

    /// The day as `2026-06-30`.
    #[must_use]
    pub fn in_digits(self) -> String {
        let Self(day) = self;
        format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
    }

    /// The same day so many months later, or the last of that month where it has no such day.
    #[must_use]
    pub fn later(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_date_is_a_month_or_a_day_that_exists() {
        for good in ["2025-06", "2025-06-30", "2024-02-29"] {
            assert!(Day::last_of(good).is_some(), "{good}");
        }
        for bad in
            ["2025", "2025-13", "2025-02-30", "2023-02-29", "25-06", "2025-6", "June", "2025-06-00"]
        {
            assert!(Day::last_of(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn seconds_and_months_are_counted_as_the_calendar_counts_them() {
        assert_eq!(Some(Day::of_seconds(0)), Day::last_of("1970-01-01"));
        assert_eq!(Some(Day::of_seconds(1_709_164_799)), Day::last_of("2024-02-28"));
        assert_eq!(Some(Day::of_seconds(1_709_164_800)), Day::last_of("2024-02-29"));
        assert!(Day::of_seconds(u64::MAX) > Day::of_seconds(0));
        let day = Day::last_of("2025-11-30").expect("it is a day");
        assert_eq!(Some(day.later(3)), Day::last_of("2026-02-28"));
        assert_eq!(Some(day.later(13)), Day::last_of("2026-12-30"));
    }
}
