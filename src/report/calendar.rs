//! Reviews that are due, as a calendar that mail programs and phones read (RFC 5545).

use crate::source::Day;

use super::{Page, Report};

/// The most bytes of a line of a calendar; what is longer goes on below, behind a space.
const MOST: usize = 75;

/// A calendar has at least one component. This one, the clock that all know anyway, shows nothing: where nothing is due, programs
/// that follow the calendar take the last days out and go on following it.
const NOTHING: [&str; 8] = [
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// What a calendar needs to know besides.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// What the playbook is called, and as an id.
    pub title: &'a str,
    /// By which its events stay the same ones when the calendar is made again.
    pub id: &'a str,
    /// Where the site is published, ending in `/`, when that is known.
    pub site_url: Option<&'a str>,
    /// The day on which it is made.
    pub today: Day,
}

/// A day for each page that was reviewed: the one on which its review is due.
#[must_use]
pub fn calendar(report: &Report, about: About<'_>) -> String {
    let mut lines = vec![
        String::from("BEGIN:VCALENDAR"),
        String::from("VERSION:2.0"),
        String::from("PRODID:-//Twohats//Reviews//EN"),
        format!("X-WR-CALNAME:{}", escaped(about.title)),
    ];
    let events: Vec<String> = report.pages.iter().flat_map(|page| event(page, about)).collect();
    if events.is_empty() {
        lines.extend(NOTHING.map(String::from));
    }
    lines.extend(events);
    lines.push(String::from("END:VCALENDAR"));
    lines.iter().map(|line| folded(line)).collect()
}

fn event(page: &Page, about: About<'_>) -> Vec<String> {
    let Some(due) = page.due.as_ref() else { return Vec::new() };
    let day = |day: &str| day.replace('-', "");
    let owner = page.owner.as_ref().map(|owner| format!("{owner}: "));
    let summary = format!("{}{}", owner.unwrap_or_default(), page.title);
    let address =
        about.site_url.map(|url| format!("{url}{}", crate::model::encode(page.page.as_str())));
    let said = format!("{} ({})", page.page, page.kind);
    let mut lines = vec![
        String::from("BEGIN:VEVENT"),
        format!("UID:{}@{}", crate::model::encode(page.page.as_str()), about.id),
        format!("DTSTAMP:{}T000000Z", day(&about.today.in_digits())),
        format!("DTSTART;VALUE=DATE:{}", day(due)),
        format!("SUMMARY:{}", escaped(&summary)),
        format!("DESCRIPTION:{}", escaped(&said)),
        String::from("TRANSP:TRANSPARENT"),
    ];
    lines.extend(address.map(|address| format!("URL:{address}")));
    lines.push(String::from("END:VEVENT"));
    lines
}

/// A text with a mark before each sign that means something.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace(['\n', '\r'], " ")
}

/// A line with its end, parted where it is long and between letters.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > MOST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn a_long_line_goes_on_below_behind_a_space() {
        let line = folded(&"ä".repeat(60));
        let parts: Vec<&str> = line.trim_end().split("\r\n").collect();
        assert_eq!(parts.len(), 2);
        assert!(parts.iter().all(|part| part.len() <= 75), "{parts:?}");
        assert_eq!(parts.join("").replace(' ', ""), "ä".repeat(60));
    }
}
