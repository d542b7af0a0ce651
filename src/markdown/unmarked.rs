//! Texts in which nothing is Markdown, but for words in bold that a line begins with. Most texts of a playbook are plain
//! sentences: what their HTML is can be told from their bytes, and the parser, which takes ten times as long, need not
//! look.

use std::borrow::Cow;
use std::ops::Range;

use super::bare_links;
use super::marks::Gap;
use super::writing::Extent;

/// Whether a byte means nothing, wherever it stands in a line: no mark of Markdown or of other tools, no letter that is
/// written in another way in HTML, no control character, none of the marks of slots, none of an address.
const IS_PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut at = 0;
    let marks = b"\\`*_~|&<>[]{}^$@\x7f\xee";
    while at < marks.len() {
        plain[marks[at] as usize] = false;
        at += 1;
    }
    let mut control = 0;
    while control < 0x20 {
        plain[control] = control == b'\n' as usize;
        control += 1;
    }
    plain
};

/// Where the tags of HTML are, and what each parts.
type Tags = Vec<(Range<usize>, Gap)>;

/// The HTML of a text of which every reading of Markdown makes the same, and its tags. `None` when the parser has to
/// look.
pub(super) fn html(text: &str, extent: Extent) -> Option<(Cow<'_, str>, Tags)> {
    let are_plain = is_plain(text) || text.split('\n').all(is_plain_line);
    if !are_plain || bare_links::may_be_in(text) || has_picture(text) || has_mark(text) {
        return None;
    }
    match extent {
        Extent::Inline => line(text),
        Extent::Block | Extent::Script | Extent::Document => {
            paragraphs(text).map(|(html, tags)| (html.into(), tags))
        }
    }
}

/// Whether a mark of another program may be in a text that has no other sign: Markdown shows it as it is, and its author is told.
fn has_mark(text: &str) -> bool {
    let begins =
        |line: &str| ["import ", "export "].iter().any(|word| line.trim_start().starts_with(word));
    text.contains("==") || text.contains('【') || text.split('\n').any(begins)
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| IS_PLAIN[usize::from(byte)])
}

fn is_plain_line(line: &str) -> bool {
    led(line).map_or_else(|| is_plain(line), |(lead, rest)| is_plain(lead) && is_plain(rest))
}

/// HTML that is written, and its tags.
#[derive(Default)]
struct Written {
    html: String,
    tags: Tags,
}

impl Written {
    fn tag(&mut self, tag: &str, gap: Gap) {
        let start = self.html.len();
        self.html.push_str(tag);
        self.tags.push((start..start + tag.trim_end().len(), gap));
    }

    fn words(&mut self, line: &str) {
        let Some((lead, rest)) = led(line) else { return self.html.push_str(line) };
        self.tag("<strong>", Gap::Plain);
        self.html.push_str(lead);
        self.tag("</strong>", Gap::Plain);
        self.html.push_str(rest);
    }
}

/// One line, whatever lines it was written in.
fn line(text: &str) -> Option<(Cow<'_, str>, Tags)> {
    let text = text.trim_end();
    if begins_line(text) && !text.contains('\n') && led(text).is_none() {
        return Some((text.into(), Tags::default()));
    }
    let mut written = Written::default();
    written.html.reserve(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if !line.is_empty() && !begins_line(line) && led(line).is_none() {
            return None;
        }
        if at > 0 {
            written.html.push(' ');
        }
        written.words(line);
    }
    Some((written.html.into(), written.tags))
}

/// Paragraphs, when no line begins as anything else begins, or ends in spaces, which may break it.
fn paragraphs(text: &str) -> Option<(String, Tags)> {
    let mut written = Written::default();
    written.html.reserve(text.len() + "<p></p>".len());
    let mut is_open = false;
    for line in text.split('\n').chain([""]) {
        if line.is_empty() {
            if is_open {
                written.tag("</p>\n", Gap::Line);
            }
            is_open = false;
            continue;
        }
        if !begins_words(line) && led(line).is_none() || line.ends_with(' ') {
            return None;
        }
        if is_open {
            written.html.push('\n');
        } else {
            written.tag("<p>", Gap::Plain);
        }
        written.words(line);
        is_open = true;
    }
    Some((written.html, written.tags))
}

/// The words in bold that a line begins with, as many do, and what follows them.
fn led(line: &str) -> Option<(&str, &str)> {
    let (lead, rest) = line.strip_prefix("**")?.split_once("**")?;
    let is_led = begins_words(lead) && !lead.ends_with(char::is_whitespace);
    (is_led && rest.starts_with(' ') && !rest.trim().is_empty()).then_some((lead, rest))
}

/// Whether a line surely begins with words: not with anything that begins a block, or was perhaps meant to.
fn begins_words(line: &str) -> bool {
    match line.as_bytes() {
        [first, b')', ..] if first.is_ascii_alphabetic() => false,
        [first, ..] if first.is_ascii() => first.is_ascii_alphabetic() || *first == b'"',
        _ => line.starts_with(|first: char| {
            first.is_alphanumeric()
                || matches!(first, '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '…')
        }),
    }
}

/// The same for a text of one line, in which nothing begins a block.
fn begins_line(line: &str) -> bool {
    begins_words(line) || line.starts_with(|first: char| first.is_ascii_digit() || first == '(')
}

/// Whether there may be a picture by its name, such as `:tada:`.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would look at one byte at a time")]
fn has_picture(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().zip(bytes.iter().skip(1)).fold(false, |found, (one, next)| {
        found
            | ((*one == b':')
                & ((next.is_ascii_lowercase())
                    | (*next == b'+')
                    | (*next == b'-')
                    | (*next == b'1')))
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::random::numbers;
    use super::super::read::{parse, read};
    use super::super::{Extent, Html, Prose, Writing};
    use super::html;
    use crate::diagnostic::Noted;
    use crate::source::{Source, Span};

    /// What is put together at random: words, every sign, and what begins or ends something.
    const PIECES: [&str; 48] = [
        "**Ask first.** Then",
        "**Ask who:** ",
        "**",
        "**“Yes”** ",
        "a",
        "Ask",
        "who goes",
        "1",
        "é",
        "“Yes”",
        "’s",
        "日本",
        "\u{a0}",
        "\u{2003}",
        "\u{200b}",
        "\u{e000}",
        "alert.note\u{e001}",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "\n    ",
        "\t",
        "- ",
        "+ ",
        "1. ",
        "2) ",
        ": ",
        "# ",
        "=",
        "---",
        "\"",
        "'",
        "(",
        ")",
        "!",
        "{#x}",
        "www.x.org",
        "...",
        "TODO:",
        "@",
        "==who==",
        "【4†who】",
        "\nimport A from './a';\n",
        "export default a",
    ];

    type Read = fn(&Writing<'_>) -> Noted<Prose>;

    /// What prose says of itself, and how much there is in it that is no word.
    fn told(read: Read, text: &str, extent: Extent) -> (String, Vec<String>, usize) {
        let source = Arc::new(Source::new("a.md", text));
        let place = |range| Span::new(&source, range);
        let Noted { value: prose, notes } = read(&Writing {
            text,
            extent,
            html: Html::Clean,
            prefix: "",
            title: None,
            place: &place,
        });
        let marks = prose.links().count() + prose.headings().count() + notes.len();
        (prose.html(|_| String::from("a slot")).into_owned(), prose.paragraphs(), marks)
    }

    #[test]
    fn a_text_without_a_mark_is_what_the_parser_makes_of_it() {
        let mut below = numbers(7);
        let mut count = 0;
        for _ in 0..20_000 {
            let mut text: String = (0..below(9)).map(|_| PIECES[below(PIECES.len())]).collect();
            if below(3) == 0 {
                // Any sign of ASCII, in any place.
                let sign = char::from(u8::try_from(below(128)).expect("it is ASCII"));
                text.insert(text.floor_char_boundary(below(text.len() + 1)), sign);
            }
            for extent in [Extent::Inline, Extent::Block, Extent::Document] {
                if html(&text, extent).is_some() {
                    let [ours, theirs] = [read, parse].map(|read| told(read, &text, extent));
                    assert_eq!((&ours, ours.2), (&theirs, 0), "{text:?} as {extent:?}");
                    count += 1;
                }
            }
        }
        assert!(count > 5_000, "too few texts were told without the parser: {count}");
    }
}
