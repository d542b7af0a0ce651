//! `list-in-a-text`: lists that are one text to YAML, where a list is wanted and where a text is.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::list_in_a_text::{joined_lines, list_in_a_text, marked_twice};
use crate::edit::Edit;
use crate::tree::{self, By, Pasted, Text};

use super::key::{Key, Need, Shape};

/// What parts words of a list on one line.
const COMMAS: [char; 6] = [',', ';', '、', '，', '；', '\u{61b}'];

/// Those of them that mean nothing to YAML.
const WIDE_COMMAS: [char; 3] = ['、', '，', '；'];

/// What parts more than words.
const SEMICOLONS: [char; 2] = [';', '；'];

/// Signs that begin nothing but a part of a list.
const BULLETS: [char; 2] = ['•', '·'];

/// The most words of what is found by its name.
const NAME: usize = 3;

/// The most words of a short line.
const LINE: usize = 9;

/// The list that one text was meant as, below a key that wants a list.
pub(super) fn meant<V>(text: &Text, key: &Key<V>) -> Option<Pasted> {
    let is_one_line = text.text.starts_with(BULLETS) && !written(text).contains('\n');
    let parts = is_one_line.then(|| text.split(&BULLETS, |_| true)).flatten();
    let lines = parts.or_else(|| text.pasted());
    let words = || text.split(&COMMAS, is_name);
    match key.shape {
        Shape::Ids(_) | Shape::Texts => {
            lines.or_else(|| text.short_lines(NAME)).or_else(|| tags(text)).or_else(words)
        }
        _ => lines
            .or_else(|| text.short_lines(LINE).filter(|lines| lines.items.iter().all(begins)))
            .or_else(|| {
                let is_short = |part: &str| part.split_whitespace().count() <= NAME + 1;
                text.split(&SEMICOLONS, is_short).filter(|parts| parts.items.len() > 2)
            })
            // Who must make a list does not leave it at one.
            .or_else(|| words().filter(|_| key.need == Need::Needed)),
    }
}

/// What a list that is one text is taken as: all that was meant, where nothing else is in the text.
pub(super) fn taken<V>(list: Pasted, texts: Vec<Text>, key: &Key<V>) -> Vec<Text> {
    if !list.is_whole {
        return texts;
    }
    let mut items = list.items;
    if let Shape::Ids(_) | Shape::Texts = key.shape {
        for item in &mut items {
            item.text = item.text.trim_start_matches('#').to_owned();
        }
    }
    items
}

/// Tells of a list that is one text below a key.
pub(super) fn note<V>(text: &Text, list: &Pasted, key: &Key<V>, path: String) -> Diagnostic {
    let (source, range) = (text.span.source(), text.span.range());
    if list.first.range() == range {
        let words = format!("[{}]", in_brackets(text, list).join(", "));
        // No id has a comma.
        let fix =
            matches!(key.shape, Shape::Ids(_)).then(|| Edit::new(source, range, words.as_str()));
        let words = format!("`{words}`");
        return list_in_a_text(list.first.clone(), key.name, path, &words).fix(fix);
    }
    let items = items(list);
    let words = format!("`- ` before each item:\n{}", items.join("\n"));
    let (_, column) = list.first.line_and_column();
    let lines = items.join(&format!("\n{}", " ".repeat(column - 1)));
    let end = range.start + written(text).trim_end().len();
    let is_plain = !text.style.is_block() && !written(text).starts_with(['"', '\'']);
    let fix = (list.is_whole && is_plain && list.by != By::Shortness)
        .then(|| Edit::new(source, list.first.range().start..end, lines));
    list_in_a_text(list.first.clone(), key.name, path, &words).fix(fix)
}

/// A list of lines that begin with `- ` below a `|`: the help, and what takes the sign out.
pub(super) fn block(text: &Text) -> Option<(String, Edit)> {
    text.pasted().filter(|list| list.is_whole && text.style.is_block())?;
    let source = text.span.source();
    let start = text.span.range().start;
    let before = &source.text()[..start];
    let colon = before.rfind(':')?;
    let sign = before[colon + 1..].trim();
    if !sign.starts_with(['|', '>']) {
        return None;
    }
    let lines = &before[colon + 1 + before[colon + 1..].find('\n')?..];
    let fix = Edit::new(source, colon + 1..start, lines);
    Some((format!("take the `{sign}` out: the lines below it are a list already"), fix))
}

/// Tells of lines of a list that become one in a text of this shape.
pub(super) fn note_joined(
    text: &Text,
    shape: &Shape,
    path: impl FnOnce() -> String,
) -> Option<Diagnostic> {
    let list = text.joined()?;
    let items = if list.by == By::Numbers {
        let items = list.items.iter().zip(1..);
        items.map(|(item, number)| format!("{number}. {}", item.text)).collect()
    } else {
        items(&list)
    };
    let help = match shape {
        Shape::Prose => format!(
            "write `|` behind the key, which keeps lines apart, and the list below an empty line:\n{}",
            items.join("\n")
        ),
        _ => "make a sentence of them: this key is one line, and has no room for a list".to_owned(),
    };
    Some(joined_lines(list.first, path(), help))
}

/// Tells of the first item that has a bullet or number beside that of its list, or is a list of its own.
pub(super) fn note_items<V>(texts: &[Text], key: &Key<V>, path: String) -> Option<Diagnostic> {
    if let Some((item, words)) = tree::marked_twice(texts) {
        let first = words.lines().next().unwrap_or_default();
        return Some(marked_twice(item.span.clone(), path, &tree::item(first)));
    }
    if let ([text], Shape::Ids(_) | Shape::Texts) = (texts, key.shape) {
        let list = text.split(&WIDE_COMMAS, |_| true)?;
        let words = format!("`[{}]`", in_brackets(text, &list).join(", "));
        return Some(list_in_a_text(list.first.clone(), key.name, path, &words));
    }
    texts.iter().find_map(|text| note_joined(text, &Shape::Line, || path.clone()))
}

/// `#delivery #people`.
fn tags(text: &Text) -> Option<Pasted> {
    let are_tags = text.text.split_whitespace().all(|word| word.starts_with('#') && word.len() > 1);
    are_tags.then(|| text.split(&[' '], |_| true)).flatten()
}

/// Whether it is as short as what is found by its name.
fn is_name(part: &str) -> bool {
    let mut words = part.split_whitespace();
    words.clone().count() <= NAME
        && !words.any(|word| matches!(word, "and" | "or" | "und" | "oder" | "&"))
}

/// Whether a line begins as a sentence does.
fn begins(line: &Text) -> bool {
    let first = line.text.chars().next();
    let is_open = line.text.ends_with([',', ';', ':', '-', '–']);
    !is_open && first.is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
}

fn items(list: &Pasted) -> Vec<String> {
    list.items.iter().map(|item| format!("- {}", tree::item(&item.text))).collect()
}

/// The items as they stand in brackets: in quotes where the text had some.
fn in_brackets(text: &Text, list: &Pasted) -> Vec<String> {
    let is_quoted = written(text).starts_with(['"', '\'']);
    let is_tag = |item: &Text| item.text.starts_with('#');
    let words = |item: &Text| item.text.trim_start_matches('#').to_owned();
    let item = |item: &Text| {
        if is_quoted && !is_tag(item) {
            format!("\"{}\"", item.text)
        } else {
            tree::item(&words(item))
        }
    };
    list.items.iter().map(item).collect()
}

fn written(text: &Text) -> &str {
    &text.span.source().text()[text.span.range()]
}
