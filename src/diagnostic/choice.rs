//! Names in a sentence: what was meant, or what there is to choose from. It must not know of what.

use super::Names;

/// "did you mean `title`?", or the list of what there is when nothing is near.
pub(super) fn did_you_mean(word: &str, allowed: &Names) -> Option<String> {
    if let Some(near) = allowed.nearest(word) {
        return Some(format!("did you mean `{near}`?"));
    }
    match allowed.all() {
        [] => None,
        few if few.len() <= 24 => Some(format!("write {}", list_of(few, "or"))),
        many => {
            let some = list_of(&many[..8], "or");
            Some(format!("there are {} to choose from, such as {some}", many.len()))
        }
    }
}

/// The same with the marks round each name.
pub(super) fn list_of(names: &[String], last_word: &str) -> String {
    let marked: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    list(&marked, last_word)
}

/// `a`, `b` or `c`; the last word may be another.
pub(super) fn list(names: &[String], last_word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {last_word} {last}", first.join(", ")),
    }
}
