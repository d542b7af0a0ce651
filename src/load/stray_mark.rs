//! `stray-mark` in titles: they are no Markdown, so any mark of it is shown as it was typed.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::stray_mark::marked_title;
use crate::markdown::{Extent, Html, Writing, read};
use crate::tree::Text;

/// Reports a title that Markdown would show in another way than it was typed.
pub(super) fn note_in_title(title: &Text, key: String, notes: &mut Vec<Diagnostic>) {
    let text = title.text.trim();
    if !text.contains(['*', '_', '~', '`', '&', '<', '[', '\\']) {
        return;
    }
    let place = |_: Range<usize>| title.span.clone();
    let writing = Writing {
        text,
        extent: Extent::Inline,
        html: Html::Clean,
        prefix: "",
        title: None,
        place: &place,
    };
    let plain = read(&writing).value.plain();
    if let Some(mark) = marked(text, &plain) {
        let at = title.text.len() - title.text.trim_start().len();
        notes.push(marked_title(
            title.place(at + mark.start..at + mark.end),
            &text[mark],
            key,
            &plain,
        ));
    }
}

/// The part of a title that is not its words as they are, without what is the same at both ends.
fn marked(text: &str, plain: &str) -> Option<Range<usize>> {
    let words: String = text.split_whitespace().collect();
    if words == plain.split_whitespace().collect::<String>() {
        return None;
    }
    let same = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
        one.zip(other)
            .take_while(|(one, other)| one == other)
            .map(|(one, _)| one.len_utf8())
            .sum::<usize>()
    };
    let start = same(&mut text.chars(), &mut plain.chars());
    let end = text.len() - same(&mut text[start..].chars().rev(), &mut plain.chars().rev());
    let start = if text[..start].ends_with('&') { start - 1 } else { start };
    // `2*3*4` is no emphasis.
    let is_sum = text[..start].ends_with(|before: char| before.is_ascii_digit());
    (!is_sum).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn what_is_a_mark_in_a_title_is_found_without_the_words_round_it() {
        for (text, plain, mark) in [
            ("Start **here** now", "Start here now", Some("**here**")),
            ("Lists &amp; tables", "Lists & tables", Some("&amp;")),
            ("`make` it", "make it", Some("`make`")),
            ("A & B", "A & B", None),
            ("2*3*4", "234", None),
        ] {
            assert_eq!(marked(text, plain).map(|at| &text[at]), mark, "{text}");
        }
    }
}
