//! Signs that cannot be seen where keys, dashes and colons stand, so that a line is not what it looks like.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unseen_sign::unseen_sign;
use crate::edit::Edit;
use crate::source::{Source, Span, unseen};

use super::node::{Node, Text, Value};

/// Tells of such signs in a part of a YAML file, one a line. In texts they do no harm.
pub(super) fn in_yaml(source: &Arc<Source>, part: Range<usize>) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    let mut start = part.start;
    // How far in the key begins whose text stands below it, after `|` or `>`.
    let mut block = None;
    for line in source.text()[part].split_inclusive('\n') {
        let words = line.trim_end_matches('\n');
        let indent = words.len() - words.trim_start_matches(' ').len();
        if block.is_some_and(|key| indent > key) || words.trim().is_empty() {
            start += line.len();
            continue;
        }
        block = opens_block(words).then_some(indent);
        if !words.is_ascii()
            && let Some(found) = structure(words)
        {
            notes.push(note(source, start + found.start..start + found.end, "YAML"));
        }
        start += line.len();
    }
    notes
}

/// Tells of the first such sign outside the quotes of a line of a TOML file.
pub(super) fn in_toml(source: &Arc<Source>, line: Range<usize>) -> Option<Diagnostic> {
    let mut quote = None;
    let mut found: Option<Range<usize>> = None;
    for (at, letter) in source.text()[line.clone()].char_indices() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (None, '#') => break,
            (Some(open), _) if open == letter => quote = None,
            (None, _) if unseen(letter).is_some() => {
                let place = line.start + at..line.start + at + letter.len_utf8();
                match &mut found {
                    None => found = Some(place),
                    Some(run) if run.end == place.start => run.end = place.end,
                    Some(_) => break,
                }
            }
            _ => {}
        }
    }
    Some(note(source, found?, "TOML"))
}

/// Whether a text begins with a dash that such a sign makes part of it.
pub(super) fn is_dash(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|text| text.starts_with(|sign| unseen(sign).is_some()))
}

/// Tells of such signs in a text that stands where keys are to stand.
#[must_use]
pub fn unseen_in_place_of_keys(node: &Node) -> Vec<Diagnostic> {
    let range = node.span.range();
    let source = node.span.source();
    if !matches!(node.value, Value::Text(_)) || source.text()[range.clone()].is_ascii() {
        return Vec::new();
    }
    let start = source.text()[..range.start].rfind('\n').map_or(0, |at| at + 1);
    in_yaml(source, start..range.end)
}

/// Tells of the first such sign in a text that is a name, a number or one of a few words.
#[must_use]
pub fn unseen_in_name(text: &Text) -> Option<Diagnostic> {
    if text.text.is_ascii() {
        return None;
    }
    let sign = text.text.chars().find(|sign| unseen(*sign).is_some())?;
    let place = text.span.range();
    let source = text.span.source();
    // It stands as it is, or as an escape, which can be seen.
    let written = source.text()[place.clone()].find(sign)?;
    let start = place.start + written;
    let is_toml = source.path().rsplit('.').next() == Some("toml");
    let language = if is_toml { "TOML" } else { "YAML" };
    Some(note(source, start..start + sign.len_utf8(), language))
}

/// The message points at the run; what is done with it is known where no line and no colon comes of it.
fn note(source: &Arc<Source>, run: Range<usize>, language: &str) -> Diagnostic {
    let written = &source.text()[run.clone()];
    let signs = || written.chars().filter_map(|sign| Some((sign, unseen(sign)?)));
    let (sign, first) = signs().next().expect("a run begins with a sign that cannot be seen");
    let plain: String =
        written.chars().map(|sign| unseen(sign).map_or(" ", |unseen| unseen.plain)).collect();
    let is_certain = plain.chars().all(|letter| letter == ' ');
    let fix = is_certain.then(|| Edit::new(source, run.clone(), plain));
    unseen_sign(Span::new(source, run), sign, first, language).fix(fix)
}

/// Whether the text of a line's key stands on the lines below it.
fn opens_block(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or_default().trim_end();
    let sign = line.trim_end_matches(|letter: char| matches!(letter, '-' | '+' | '1'..='9'));
    let before = sign.strip_suffix(['|', '>']).unwrap_or_default();
    before.trim_end().ends_with([':', '-']) && before.ends_with(' ')
}

/// The first run of such signs that belongs to what a line is made of: before its dash or key, in the key, and right
/// behind the dash or colon.
fn structure(line: &str) -> Option<Range<usize>> {
    let spaces = |at: usize| {
        let is_space = |letter: char| {
            letter == ' ' || unseen(letter).is_some_and(|unseen| unseen.plain != ":")
        };
        let rest = &line[at..];
        at + rest.len() - rest.trim_start_matches(is_space).len()
    };
    let mut at = spaces(0);
    // At the very start of a line no text goes on from the one above.
    let mut found = run(line, 0..at).filter(|run| run.start == 0);
    let indented = run(line, 0..at);
    while line[at..].starts_with('-') {
        let after = spaces(at + 1);
        if after == at + 1 {
            break;
        }
        found = found.or_else(|| indented.clone()).or_else(|| behind(line, at + 1..after));
        at = after;
    }
    let rest = &line[at..];
    let Some(colon) = rest.find([':', '\u{ff1a}']) else { return found };
    let name = &rest[..colon];
    let letters: String = name.chars().filter(|letter| unseen(*letter).is_none()).collect();
    let is_key = !letters.is_empty()
        && letters.trim_end().chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if !is_key {
        return found;
    }
    let colon = at + colon;
    let sign = line[colon..].chars().next()?;
    let value = spaces(colon + sign.len_utf8());
    found
        .or(indented)
        .or_else(|| run(line, at..colon))
        .or_else(|| (sign != ':').then_some(colon..colon + sign.len_utf8()))
        .or_else(|| behind(line, colon + 1..value))
        .or_else(|| two_lines(line, value))
}

/// The run behind a dash or colon that has no plain space right behind it.
fn behind(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    let start = range.start;
    run(line, range).filter(|run| run.start == start)
}

/// What parts two lines to an eye, and not to YAML.
fn two_lines(line: &str, value: usize) -> Option<Range<usize>> {
    let is_end = |letter| unseen(letter).is_some_and(|unseen| unseen.plain == "\n");
    let at = value + line[value..].find(is_end)?;
    let end = at + line[at..].chars().next()?.len_utf8();
    let key = line[end..].split_once(": ")?.0;
    let is_key = !key.is_empty() && key.bytes().all(|c| c.is_ascii_lowercase() || c == b'_');
    is_key.then_some(at..end)
}

/// From the first such sign in a range to the last that only plain spaces part from it.
fn run(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    let signs = line[range.clone()].char_indices().filter(|(_, sign)| unseen(*sign).is_some());
    let mut found: Option<Range<usize>> = None;
    for (at, sign) in signs {
        let place = range.start + at..range.start + at + sign.len_utf8();
        match &mut found {
            None => found = Some(place),
            Some(run) if line[run.end..place.start].trim_matches(' ').is_empty() => {
                run.end = place.end;
            }
            Some(_) => break,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::in_yaml;
    use crate::source::Source;

    /// The lines that are told of, with what they are when they are mended.
    fn told(text: &str) -> Vec<(usize, Option<String>)> {
        let source = Arc::new(Source::new("a.yaml", text));
        let notes = in_yaml(&source, 0..text.len());
        let line = |at: usize| text.lines().nth(at - 1).unwrap_or_default();
        let start =
            |at: usize| text.split_inclusive('\n').take(at - 1).map(str::len).sum::<usize>();
        let told = notes.iter().map(|note| {
            let (at, _) = note.span.line_and_column();
            let range = note.span.range();
            let mended = note.fix.as_ref().map(|fix| {
                let mut mended = line(at).to_owned();
                mended.replace_range(range.start - start(at)..range.end - start(at), &fix.text);
                mended
            });
            (at, mended)
        });
        told.collect()
    }

    #[test]
    fn what_only_looks_like_the_start_of_a_line_is_told_and_mended() {
        let mended = |text: &str| told(text).pop().and_then(|(_, mended)| mended);
        assert_eq!(mended("a:\n\u{a0} \u{a0}say: x\n").as_deref(), Some("   say: x"));
        assert_eq!(mended("-\u{202f}Late\n").as_deref(), Some("- Late"));
        assert_eq!(mended("title:\u{3000}Late\n").as_deref(), Some("title: Late"));
        assert_eq!(mended("ti\u{ad}tle: Late\n").as_deref(), Some("title: Late"));
        assert_eq!(mended("title\u{200b}: Late\n").as_deref(), Some("title: Late"));
        assert_eq!(mended("a: # note\n  -\u{a0}b: x\n").as_deref(), Some("  - b: x"));
        assert_eq!(told("title\u{ff1a}Late\n"), [(1, None)]);
        assert_eq!(told("title: Late\u{2028}summary: Full\n"), [(1, None)]);
    }

    #[test]
    fn in_a_text_such_signs_are_right() {
        for text in [
            "title: 5\u{a0}km: a way\n",
            "title: \u{a0}Late\n",
            "say: |\n  -\u{a0}one\n\n  a:\u{a0}b\n",
            "say: Late\n  \u{a0}and later\n",
            "title: 说\u{ff1a}好\n",
            "- \u{200b}Late\n",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
