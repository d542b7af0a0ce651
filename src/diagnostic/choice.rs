//! Names in a sentence: what was meant, or what there is to choose from. It must not know of what.

use super::nearest;

/// "did you mean `title`?", or the list of what there is when nothing is near.
pub(super) fn did_you_mean<'a>(
    word: &str,
    allowed: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<String> {
    if let Some(near) = nearest(word, allowed.clone()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let all: Vec<String> = allowed.into_iter().map(|name| format!("`{name}`")).collect();
    match all.len() {
        0 => None,
        1..=24 => Some(format!("write {}", list(&all, "or"))),
        many => Some(format!("there are {many} to choose from, such as {}", list(&all[..8], "or"))),
    }
}

/// `a`, `b` or `c`; the last word may be another.
pub(super) fn list(names: &[String], last_word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {last_word} {last}", first.join(", ")),
    }
}
