//! Of which default a file of a project's theme was made: a comment at its head, which no page has.
//!
//! It must not know what is told of it.

use crate::model::Mark;

/// What stands before the mark.
const SAYS: &str = "made of twohats default ";

/// How many letters a mark has.
const LETTERS: usize = 8;

/// A file of the default theme with a comment at its head that says which one it is. What has no comments stays as it is.
pub(super) fn with_mark(path: &str, text: &str) -> String {
    let said = format!("{SAYS}{}", Mark::of(text.as_bytes()).letters());
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => format!("{{#- {said} -#}}\n{text}"),
        "css" => format!("/* {said} */\n{text}"),
        "js" => format!("// {said}\n{text}"),
        "svg" => format!("<!-- {said} -->\n{text}"),
        "toml" => format!("# {said}\n{text}"),
        _ => text.to_owned(),
    }
}

/// The mark in a file and where it stands, when its first line has one.
pub(super) fn mark_in(text: &str) -> Option<(&str, usize)> {
    let line = text.lines().next()?;
    let at = line.find(SAYS)? + SAYS.len();
    let mark = line.get(at..at + LETTERS)?;
    mark.bytes().all(|letter| letter.is_ascii_hexdigit()).then_some((mark, at))
}

/// A file without the line that says of which default it was made.
pub(super) fn without_mark(text: &str) -> &str {
    mark_in(text).and_then(|_| text.split_once('\n')).map_or(text, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::{mark_in, with_mark, without_mark};
    use crate::model::Mark;

    #[test]
    fn a_file_knows_of_which_default_it_was_made() {
        for path in
            ["layouts/a.html", "styles/a.css", "scripts/a.js", "assets/a.svg", "wording/a.toml"]
        {
            let marked = with_mark(path, "words\n");
            let (mark, at) = mark_in(&marked).expect("it is there");
            assert_eq!(mark, Mark::of(b"words\n").letters());
            assert_eq!(&marked[at..at + 8], mark);
            assert_eq!(without_mark(&marked), "words\n");
        }
        assert_eq!(mark_in("words\n"), None);
        assert_eq!(mark_in("/* made of twohats default 12 */"), None);
        assert_eq!(without_mark("words\n"), "words\n");
    }
}
