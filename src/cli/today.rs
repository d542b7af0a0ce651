//! Which day it is, for pages that are due for a review.

use std::time::SystemTime;

use crate::source::Day;

use super::outcome::Error;

/// The name of the variable that says, in seconds, which time it is to be.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day that the environment says, else today's.
pub(super) fn today() -> Result<Day, Error> {
    seconds().map(Day::of_seconds)
}

/// The same as a number of days since 1970.
pub(super) fn day() -> Result<u64, Error> {
    Ok(seconds()? / (24 * 60 * 60))
}

fn seconds() -> Result<u64, Error> {
    let Some(said) = std::env::var_os(EPOCH) else {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        return Ok(now.map_or(0, |now| now.as_secs()));
    };
    let seconds = said.to_str().and_then(|said| said.trim().parse().ok());
    Ok(seconds.ok_or_else(|| format!("`{EPOCH}` is not a number of seconds"))?)
}
