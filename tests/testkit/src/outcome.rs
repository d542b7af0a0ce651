//! How a test, and everything it is made of, says that it failed: a text that names every place.

use std::fmt::Display;

pub type Outcome<T = ()> = Result<T, String>;

/// Good without faults, else all of them, one a line.
pub fn none(faults: &[String]) -> Outcome {
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Puts before an error what was being done.
pub fn because<E: Display>(doing: &str) -> impl FnOnce(E) -> String {
    move |error| format!("{doing}: {error}")
}
