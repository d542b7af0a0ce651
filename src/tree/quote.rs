//! The one thing that can be mended for certain: a text that YAML takes for something else gets quotes.

use std::sync::Arc;

use crate::edit::Edit;
use crate::source::Source;

/// Why a text is not what somebody typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// ` #` makes a comment of the rest.
    Hash,
    /// `[` makes a list of it.
    Bracket,
    /// It begins with a word in quotes: `"Late" is relative`.
    Quote,
    /// Any other sign: the whole line is the text.
    Sign,
}

/// Quotes round the text that starts at an offset and goes to the end of its line. `None` unless it is certain that
/// the whole rest of the line is one text, and the next line none of it.
pub(super) fn quoted(source: &Arc<Source>, start: usize, reason: Reason) -> Option<Edit> {
    let text = source.text();
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let (before, value) = line.split_at(start - line_start);
    let column = owner(before)?;
    let value = value.trim_end();
    let is_doubtful = value.is_empty()
        || (value.starts_with(['"', '\'']) && !(reason == Reason::Quote && is_word_first(value)))
        || (reason != Reason::Hash && (value.contains(" #") || value.ends_with([',', '}'])))
        || (reason == Reason::Sign && value.ends_with(']'))
        || value.chars().any(char::is_control);
    let after = text[line_start + line.len()..].lines().find(|line| !line.trim().is_empty());
    let goes_on = after.is_some_and(|after| after.len() - after.trim_start().len() > column);
    if is_doubtful || goes_on {
        return None;
    }
    Some(Edit::new(source, start..start + value.len(), in_quotes(value)))
}

/// Whether what stands in quotes at a text's start is a word of it, and not one of several texts.
fn is_word_first(text: &str) -> bool {
    let mut parts = text.splitn(3, &text[..1]).skip(1);
    let is_word = parts.next().is_some_and(|word| !word.is_empty() && !word.ends_with(' '));
    is_word
        && parts.next().is_some_and(|rest| rest.starts_with([' ', '.', '!', '?', '-']))
        && !text.contains('\\')
}

/// A text as an item of a list is written: in quotes where it would be something else without them.
#[must_use]
pub fn item(text: &str) -> String {
    let is_else = text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':')
        || text.starts_with(|sign: char| "#&*!|>'\"%@`{}[],?".contains(sign));
    if is_else || text.starts_with("- ") { in_quotes(text) } else { text.to_owned() }
}

/// The text in quotes in which it means itself.
pub(super) fn in_quotes(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// A text in quotes that a quote of the same kind inside it cuts short.
pub(super) struct QuoteInside<'t> {
    /// The word that the quote stands in.
    pub word: &'t str,
    /// Where the quote is in the text.
    pub at: usize,
    /// The text in quotes in which it means itself.
    pub mended: String,
    /// Whether it can be nothing else: the other kind of quotes is not in the text.
    pub is_certain: bool,
}

/// `'We don't ask'` and `"The "late" van"`: the first quote inside that is not written as one, where the text ends in
/// the same quote.
pub(super) fn quote_inside(text: &str) -> Option<QuoteInside<'_>> {
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let inside = text[1..].strip_suffix(quote)?;
    let mut letters = inside.char_indices().peekable();
    let at = loop {
        match letters.next()? {
            (_, '\\') if quote == '"' => _ = letters.next(),
            (_, '\'') if quote == '\'' && letters.next_if(|(_, next)| *next == '\'').is_some() => {}
            (at, letter) if letter == quote => break at,
            _ => {}
        }
    };
    let start = inside[..at].rfind(' ').map_or(0, |space| space + 1);
    let end = inside[at..].find(' ').map_or(inside.len(), |space| at + space);
    let word = inside[start..end].trim_end_matches(['.', ',', ';', '!', '?']);
    let other = if quote == '"' { '\'' } else { '"' };
    let is_certain = !inside.contains([other, '\\']);
    // Two commas apart it may well be several texts.
    let is_one = !inside[at + 1..].trim_start().starts_with([',', ':', ']', '}', '#']);
    let mended = match (is_certain, quote) {
        // The quotes at both ends are those of two words.
        _ if is_word_first(text) => in_quotes(text),
        (true, '"') => format!("'{inside}'"),
        (true, _) => format!("\"{}\"", inside.replace("''", "'")),
        (false, '"') => format!("\"{}\"", inside.replace("\\\"", "\"").replace('"', "\\\"")),
        (false, _) => format!("'{}'", inside.replace("''", "'").replace('\'', "''")),
    };
    Some(QuoteInside { word, at: at + 1, mended, is_certain }).filter(|_| is_one)
}

/// The column of the key or dash that a text on the same line belongs to. `None` when there is none, or what stands
/// before the text is more than a plain key.
fn owner(before: &str) -> Option<usize> {
    let mut column = before.len() - before.trim_start_matches(' ').len();
    let mut rest = &before[column..];
    let mut owner = None;
    while let Some(after) = rest.strip_prefix('-').filter(|after| after.starts_with(' ')) {
        owner = Some(column);
        let spaces = after.len() - after.trim_start_matches(' ').len();
        column += 1 + spaces;
        rest = &after[spaces..];
    }
    let key = rest.trim_end_matches(' ');
    if key.is_empty() {
        return owner;
    }
    let name = key.strip_suffix(':').filter(|_| rest.len() > key.len())?;
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    (is_plain && !name.is_empty()).then_some(column)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Reason, quoted};
    use crate::source::Source;

    /// What becomes of the text behind `§`.
    fn mended(text: &str, reason: Reason) -> Option<String> {
        let start = text.find('§').expect("the place is marked");
        let source = Arc::new(Source::new("a.yaml", &text.replace('§', "")));
        quoted(&source, start, reason).map(|fix| fix.text)
    }

    #[test]
    fn a_whole_line_is_quoted_and_what_is_doubtful_is_left() {
        let sign = |text| mended(text, Reason::Sign);
        assert_eq!(sign("title: §@depot\n").as_deref(), Some("\"@depot\""));
        assert_eq!(sign("a:\n  - §*Late* one\n  - b\n").as_deref(), Some("\"*Late* one\""));
        assert_eq!(sign("- text: §@x: \"y\"\n  hint: b\n").as_deref(), Some("'@x: \"y\"'"));
        assert_eq!(sign("title: §@don't say \"no\"\n").as_deref(), Some("'@don''t say \"no\"'"));
        for doubtful in [
            "title: §@depot # really\n",
            "title: §@depot\n  is late\n",
            "options: [§@depot, b]\n",
            "{title: §@depot}\n",
            "title: §@depot,\n",
            "\"my: key\": §@depot\n",
            "  §@depot\n",
            "title: §\"Late\" one\n",
        ] {
            assert_eq!(sign(doubtful), None, "{doubtful}");
        }
        let hash = |text| mended(text, Reason::Hash);
        assert_eq!(hash("title: §Van #2\n").as_deref(), Some("\"Van #2\""));
        assert_eq!(hash("title: §Van #2\n  is late\n"), None);
    }
}
