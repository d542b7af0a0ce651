//! A call of a component: its name, and the texts of the values that it gives.
//!
//! It must not know what components there are.

use super::names::{quoted, values};

/// A value that a call gives.
pub(super) struct Argument<'t> {
    pub name: &'t str,
    value: &'t str,
}

/// What a tag calls, and what it gives. A call that gives a value by its name alone is not understood.
pub(super) fn call(said: &str) -> Option<(&str, Vec<Argument<'_>>)> {
    let said = said.strip_prefix('<')?.strip_suffix('>')?;
    let said = said.strip_suffix('/').unwrap_or(said).trim();
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let end = said.find(|letter| !is_of_name(letter)).unwrap_or(said.len());
    let (name, mut rest) = said.split_at(end);
    let mut arguments = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return (!name.is_empty()).then_some((name, arguments));
        }
        let (name, value) = rest.split_once('=')?;
        let (name, value) = (name.trim(), value.trim_start());
        let length = if value.starts_with('{') { braced(value)? } else { quoted(value) };
        let is_whole = value.starts_with(['{', '"', '\'', '`']);
        if !is_whole || !name.chars().all(is_of_name) {
            return None;
        }
        let (value, after) = value.split_at(length);
        arguments.push(Argument { name, value });
        rest = after;
    }
}

/// The length of a text in braces, with them.
fn braced(text: &str) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(letter) = text[at..].chars().next() {
        match letter {
            '"' | '\'' | '`' => at += quoted(&text[at..]),
            _ => at += letter.len_utf8(),
        }
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

impl Argument<'_> {
    /// The value as it can stand in the place of a name. What asks how far a loop is, or calls in turn, cannot.
    pub(super) fn text(&self) -> Text {
        let braced = self.value.strip_prefix('{').and_then(|value| value.strip_suffix('}'));
        let Some(value) = braced.map(str::trim) else { return Text::Whole(self.value.to_owned()) };
        let is_of_path = |letter: char| letter.is_ascii_alphanumeric() || "_.".contains(letter);
        let is_bound = value.contains('<') || value.contains("loop");
        match values(value).as_slice() {
            _ if is_bound => Text::None,
            [_] if value.chars().all(is_of_path) => Text::Path(value.to_owned()),
            _ => Text::Whole(format!("({value})")),
        }
    }
}

/// How a value can be written in the place of a name.
pub(super) enum Text {
    /// Anywhere.
    Path(String),
    /// Where no part of it is asked for.
    Whole(String),
    /// Nowhere.
    None,
}

#[cfg(test)]
mod tests {
    use super::{Text, call};

    #[test]
    fn a_call_is_its_name_and_what_it_gives() {
        let cases = [
            ("<hat role=\"leader\" />", "hat: role=\"leader\""),
            (
                "<card card={one.card} heading={\"}\"} ways={ true }/>",
                "card: card=one.card heading=(\"}\") ways=(true)",
            ),
            ("<said />", "said:"),
            ("<fold\ntitle='a > b'>", "fold: title='a > b'"),
            ("<mark at={loop.index} in={<said />} />", "mark: at? in?"),
        ];
        for (said, told) in cases {
            let (name, arguments) = call(said).expect("it is a call");
            let arguments = arguments.iter().map(|argument| match argument.text() {
                Text::Path(text) | Text::Whole(text) => format!(" {}={text}", argument.name),
                Text::None => format!(" {}?", argument.name),
            });
            assert_eq!(format!("{name}:{}", arguments.collect::<String>()), told);
        }
        for other in ["</fold>", "a < b", "<card card />", "<card {...all} />", "<card.small />"] {
            assert!(call(other).is_none(), "{other}");
        }
    }
}
