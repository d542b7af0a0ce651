//! Lines of a file, and what stands between its values: white space, comments and the signs of YAML. It must not know
//! which values there are.

/// Where the line of an offset starts.
pub(super) fn start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where the first sign stands that is no space, on the line of an offset.
pub(super) fn first(text: &str, at: usize) -> usize {
    let start = start(text, at);
    start + text[start..at].len() - text[start..at].trim_start_matches([' ', '\t']).len()
}

/// Where the line of an offset ends, before its `\n`.
pub(super) fn end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// How many columns of its line stand before an offset.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - start(text, at)
}

/// Whether nothing but spaces stands before an offset on its line.
pub(super) fn is_first(text: &str, at: usize) -> bool {
    text[start(text, at)..at].trim_matches(' ').is_empty()
}

/// Where the comments start that stand straight above the line of an offset, no further up than `from`; the line's own
/// start where there are none.
pub(super) fn with_comments(text: &str, at: usize, from: usize) -> usize {
    let mut top = start(text, at);
    while top > from {
        let above = start(text, top - 1);
        if above < from || !text[above..top].trim_start().starts_with('#') {
            break;
        }
        top = above;
    }
    top
}

/// The comment behind an offset on its line, with the white space before it; empty where there is none.
pub(super) fn comment(text: &str, at: usize) -> &str {
    let rest = &text[at..end(text, at)];
    let words = rest.trim_start_matches([' ', '\t']);
    if words.starts_with('#') && words.len() < rest.len() { rest } else { "" }
}

/// The first of these signs that is part of no comment, where nothing else but signs stands in between.
pub(super) fn sign(text: &str, from: usize, wanted: &[char]) -> Option<usize> {
    let mut at = from;
    loop {
        let next = text[at..].chars().next()?;
        if wanted.contains(&next) {
            return Some(at);
        }
        let is_comment =
            next == '#' && (at == 0 || text[..at].ends_with(|before: char| before.is_whitespace()));
        at = if is_comment { end(text, at) } else { at + next.len_utf8() };
    }
}

/// The first thing behind the line of an offset: a key, a dash or a comment.
pub(super) fn next(text: &str, at: usize) -> usize {
    let end = end(text, at);
    end + text[end..].len() - text[end..].trim_start().len()
}

/// Blank lines below the line that ends at an offset, as far as they are wider than so many columns: below lines of a
/// text they would be some of it. Gives where they end, and the same lines without spaces.
pub(super) fn wide_blanks(text: &str, at: usize, columns: usize) -> (usize, String) {
    let (mut blanks, mut count, mut next) = ((at, 0), 0, at);
    while next < text.len() {
        let line = next + 1;
        next = end(text, line);
        if !text[line..next].trim_matches([' ', '\t']).is_empty() {
            break;
        }
        count += 1;
        if next - line > columns {
            blanks = (next, count);
        }
    }
    (blanks.0, "\n".repeat(blanks.1))
}
