//! The blanks in the short form of what a hat says: words in braces, which a reader puts in. It must not know what
//! stands around them.

/// Marks what stands in braces in inline HTML. A blank keeps brackets, so that it is seen as one on paper too, and
/// where it is copied to. Braces that do not close, or have nothing or a mark within, stay as they are.
pub(super) fn with_blanks(html: &str) -> String {
    let mut marked = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['{', '<']) {
        let (before, from) = rest.split_at(at);
        marked.push_str(before);
        let end = if from.starts_with('<') { from.find('>') } else { blank(from) };
        let (piece, after) = from.split_at(end.map_or(1, |end| end + 1));
        match piece.strip_prefix('{').and_then(|piece| piece.strip_suffix('}')) {
            Some(name) => marked.extend(["<span class=\"gap\">[", name, "]</span>"]),
            None => marked.push_str(piece),
        }
        rest = after;
    }
    marked + rest
}

/// Where the blank ends that a text begins with.
fn blank(text: &str) -> Option<usize> {
    let end = text[1..].find(['{', '}', '<'])? + 1;
    let name = &text[1..end];
    (text[end..].starts_with('}') && !name.trim().is_empty()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::with_blanks;

    #[test]
    fn words_in_braces_are_blanks_and_nothing_else_is() {
        let gap = |name| format!("<span class=\"gap\">[{name}]</span>");
        assert_eq!(
            with_blanks("On {day} at {ten}."),
            format!("On {} at {}.", gap("day"), gap("ten"))
        );
        for plain in ["", "{", "}", "{}", "{ }", "{a", "a}", "{a<b>c</b>}", "<a href=\"{x}\">y</a>"]
        {
            assert_eq!(with_blanks(plain), plain);
        }
        assert_eq!(with_blanks("{a {b}"), format!("{{a {}", gap("b")));
    }
}
