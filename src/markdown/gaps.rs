//! Words that belong to the case alone: `[Kaya]{the person}` in what is said. Readers see the words, marked, and whoever
//! takes the script along gets the name of the gap.

use std::borrow::Cow;
use std::ops::Range;

/// Between the words of a gap and its name.
const BETWEEN: &str = "]{";

/// A gap in a text: where it stands, its words and its name.
#[derive(Debug, PartialEq, Eq)]
pub struct Gap {
    /// The whole of it.
    pub range: Range<usize>,
    /// What readers see.
    pub words: Range<usize>,
    /// What stands for it elsewhere.
    pub name: Range<usize>,
}

/// The gaps of a text, in their order. `is_end` says what no gap goes beyond.
pub fn gaps(text: &str, is_end: impl Fn(char) -> bool) -> Vec<Gap> {
    let mut found: Vec<Gap> = Vec::new();
    for (at, _) in text.match_indices(BETWEEN) {
        let from = found.last().map_or(0, |gap| gap.range.end);
        if at < from {
            continue;
        }
        let stops = |sign: char| is_end(sign) || matches!(sign, '[' | ']' | '{' | '}');
        let Some(open) = text[from..at].rfind(stops).map(|open| from + open) else { continue };
        let start = at + BETWEEN.len();
        let Some(close) = text[start..].find(stops).map(|close| start + close) else { continue };
        let (words, name) = (open + 1..at, start..close);
        let is_one = text[open..].starts_with('[') && text[close..].starts_with('}');
        if is_one && !text[words.clone()].trim().is_empty() && !text[name.clone()].trim().is_empty()
        {
            found.push(Gap { range: open..close + 1, words, name });
        }
    }
    found
}

/// The HTML with every gap as an element that holds its words and knows its name.
pub(super) fn marked(html: &str) -> Cow<'_, str> {
    let gaps = gaps(html, |sign| matches!(sign, '<' | '>'));
    if gaps.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut made = String::with_capacity(html.len() + 40 * gaps.len());
    let mut from = 0;
    for Gap { range, words, name } in gaps {
        made.push_str(&html[from..range.start]);
        let name = html[name].split_whitespace().collect::<Vec<_>>().join(" ");
        made.extend(["<span class=\"case\" data-gap=\"", &name.replace('"', "&quot;"), "\">"]);
        made.extend([&html[words], "</span>"]);
        from = range.end;
    }
    made.push_str(&html[from..]);
    Cow::Owned(made)
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn words_in_brackets_with_a_name_in_braces_are_a_gap_and_nothing_else_is() {
        for (html, wanted) in [
            (
                "<p>Ask [Kaya]{the person} now</p>",
                "<p>Ask <span class=\"case\" data-gap=\"the person\">Kaya</span> now</p>",
            ),
            (
                "[a]{b}[c]{d}",
                "<span class=\"case\" data-gap=\"b\">a</span><span class=\"case\" data-gap=\"d\">c</span>",
            ),
            ("[a]{b", "[a]{b"),
            ("a]{b}", "a]{b}"),
            ("[]{b}", "[]{b}"),
            ("[a]{}", "[a]{}"),
            ("[a] {b}", "[a] {b}"),
            ("[a<em>b</em>]{c}", "[a<em>b</em>]{c}"),
        ] {
            assert_eq!(marked(html), wanted);
        }
    }
}
