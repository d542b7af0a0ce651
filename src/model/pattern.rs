//! A pattern of `book.toml`, in which `*` stands for anything.

/// Whether a text has the form of a pattern, in which `*` stands for anything, and for nothing.
#[must_use]
pub(crate) fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_anything_and_for_nothing() {
        for (pattern, text) in
            [("/old/*", "/old/a.md"), ("*.pdf", "a.pdf"), ("a*b*c", "abc"), ("*", ""), ("a", "a")]
        {
            assert!(fits(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in
            [("/old/*", "/new/a.md"), ("a", "ab"), ("a*ba", "aba.md"), ("ab*ba", "aba")]
        {
            assert!(!fits(pattern, text), "{pattern} {text}");
        }
    }
}
