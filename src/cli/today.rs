//! Which day it is, for pages that are due for a review.

use std::time::SystemTime;

use crate::source::Day;

use super::screen::say;

/// The name of the variable that says, in seconds, which time it is to be.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day that the environment says, else today's. `None`, with the reason said, when what it says is no time.
pub fn today() -> Option<Day> {
    let Some(said) = std::env::var_os(EPOCH) else {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        return Some(Day::of_seconds(now.map_or(0, |now| now.as_secs())));
    };
    let seconds = said.to_str().and_then(|said| said.trim().parse().ok());
    if seconds.is_none() {
        say(format_args!("error: `{EPOCH}` is not a number of seconds"));
    }
    seconds.map(Day::of_seconds)
}
