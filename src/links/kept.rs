//! What was heard before, so that no host is asked again soon. It must not know where it is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::heard::Heard;

/// The name of its file.
pub const NAME: &str = "links.json";

/// What the list says that it is.
const FORMAT: &str = "twohats-links";

/// Which form of the list this program writes; one of another form is not read, and made anew.
const VERSION: u32 = 1;

/// For how many days it counts that something stands at an address, and that nothing does.
const DAYS_WELL: u64 = 7;
const DAYS_GONE: u64 = 1;

/// What was heard of addresses, and on which day since 1970.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kept {
    format: String,
    version: u32,
    links: BTreeMap<String, One>,
}

#[derive(Debug, Serialize, Deserialize)]
struct One {
    heard: Heard,
    day: u64,
}

impl Kept {
    /// What a text holds that still counts on a day.
    #[must_use]
    pub fn read(text: Option<&str>, today: u64) -> Self {
        let kept = text.and_then(|text| serde_json::from_str::<Self>(text).ok());
        let kept = kept.filter(|kept| kept.format == FORMAT && kept.version == VERSION);
        let mut links = kept.map(|kept| kept.links).unwrap_or_default();
        links.retain(|_, one| {
            let days = match one.heard {
                Heard::Well | Heard::Moved(_) => DAYS_WELL,
                Heard::Gone(_) | Heard::NoName => DAYS_GONE,
                Heard::Unknown(_) => 0,
            };
            today.checked_sub(one.day).is_some_and(|age| age < days)
        });
        Self { format: FORMAT.to_owned(), version: VERSION, links }
    }

    /// What was heard of an address.
    #[must_use]
    pub fn heard(&self, link: &str) -> Option<&Heard> {
        self.links.get(link).map(|one| &one.heard)
    }

    /// Notes what was heard on a day.
    pub fn note(&mut self, link: &str, heard: Heard, day: u64) {
        self.links.insert(link.to_owned(), One { heard, day });
    }

    /// The same as a text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("texts always serialise");
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Heard, Kept};

    #[test]
    fn what_was_heard_counts_for_its_days_and_no_longer() {
        let mut kept = Kept::read(None, 100);
        kept.note("well", Heard::Well, 100);
        kept.note("gone", Heard::Gone(404), 100);
        kept.note("unknown", Heard::Unknown("busy".to_owned()), 100);
        let text = kept.text();
        for (day, known) in
            [(100, vec!["well", "gone"]), (101, vec!["well"]), (107, vec![]), (99, vec![])]
        {
            let kept = Kept::read(Some(&text), day);
            let found =
                ["well", "gone", "unknown"].into_iter().filter(|link| kept.heard(link).is_some());
            assert_eq!(found.collect::<Vec<_>>(), known, "on day {day}");
        }
        assert!(Kept::read(Some("{"), 100).links.is_empty());
        assert!(
            Kept::read(Some(&text.replace("\"version\": 1", "\"version\": 2")), 100)
                .links
                .is_empty()
        );
    }
}
