//! A day of the calendar. It must not know which day it is: whoever asks says so.

/// A day, in the order in which days come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u32,
    month: u32,
    of_month: u32,
}

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
        let (year, month) = (number(0)?, number(1)?);
        let most = days(year, month);
        let day = number(2).unwrap_or(most);
        (1..=most).contains(&day).then_some(Self { year, month, of_month: day })
    }

    /// The day at this many seconds after 1970 began, in Greenwich.
    #[must_use]
    pub fn of_seconds(seconds: u64) -> Self {
        let mut left = seconds / (24 * 60 * 60);
        let mut year = 1970;
        let whole = |year| if is_leap(year) { 366 } else { 365 };
        // A time that lies thousands of years ahead is no time that anybody meant.
        while left >= whole(year) && year < 9999 {
            left -= whole(year);
            year += 1;
        }
        let mut month = 1;
        while left >= u64::from(days(year, month)) && month < 12 {
            left -= u64::from(days(year, month));
            month += 1;
        }
        let day = u32::try_from(left).unwrap_or(30) + 1;
        Self { year, month, of_month: day.min(days(year, month)) }
    }

    /// The same day so many months later, or the last of that month where it has no such day.
    #[must_use]
    pub fn later(self, months: u32) -> Self {
        let months_in_all = self.year * 12 + (self.month - 1) + months;
        let (year, month) = (months_in_all / 12, months_in_all % 12 + 1);
        Self { year, month, of_month: self.of_month.min(days(year, month)) }
    }
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap(year)),
        _ => 0,
    }
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
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
