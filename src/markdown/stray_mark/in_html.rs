//! Markdown within a block of raw HTML, where it is not read.

use std::ops::Range;

/// What begins a line of Markdown.
const STARTS: [&str; 10] = ["- ", "* ", "+ ", "> ", "# ", "## ", "### ", "1. ", "1) ", "```"];

/// The first mark in the words between two tags, with what stands round it.
pub(in super::super) fn find(words: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in words.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start().len();
        let text = line.trim();
        let is_start = STARTS.iter().any(|mark| text.starts_with(mark) && text.len() > mark.len());
        // The first line goes on from the tag before it.
        if is_start && start > 0 {
            return Some(at..at + text.len());
        }
        if let Some(mark) = link(text).or_else(|| bold(text)) {
            return Some(at + mark.start..at + mark.end);
        }
        start += line.len();
    }
    None
}

/// `[words](address)`
fn link(text: &str) -> Option<Range<usize>> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')? + 1;
    Some(start..end)
}

/// `**words**`
fn bold(text: &str) -> Option<Range<usize>> {
    let start = text.find("**")?;
    let inside = &text[start + 2..];
    let length = inside.find("**").filter(|length| *length > 0)?;
    let is_tight = !inside.starts_with(' ') && !inside[..length].ends_with(' ');
    is_tight.then(|| start..start + length + "****".len())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn marks_are_found_and_what_only_looks_like_them_is_not() {
        for (words, mark) in [
            ("\n- one\n- two\n", "- one"),
            (" See [the rota](a.md).\n", "[the rota](a.md)"),
            ("\n## Why\n", "## Why"),
            ("so **very** late", "**very**"),
        ] {
            assert_eq!(find(words).map(|at| &words[at]), Some(mark), "{words}");
        }
        for words in ["\n", "a - b", "- one", "2 ** 3 ** 4", "f(x)[1] (see)", "\n-5 degrees\n"] {
            assert_eq!(find(words), None, "{words}");
        }
    }
}
