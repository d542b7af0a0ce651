//! A layout as its texts and tags, with the space round tags already as they ask for it, and without its comments.
//!
//! It must not know what a tag says.

/// A piece of a layout. What a tag says is kept without its signs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    /// `{{ … }}`.
    Shown(String),
    /// `{% … %}`.
    Tag(String),
}

/// Cuts a layout. One that has text in which tags are no tags is not understood.
pub(super) fn pieces(layout: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = layout;
    let mut trims_next = false;
    while !rest.is_empty() {
        let is_start = |at: &usize| rest[at + 1..].starts_with(['{', '%', '#']);
        let start = rest.match_indices('{').map(|(at, _)| at).find(is_start);
        let (text, tag) = rest.split_at(start.unwrap_or(rest.len()));
        let is_trimmed = tag.get(2..).is_some_and(|inner| inner.starts_with('-'));
        if !text.is_empty() {
            let text = if trims_next { text.trim_start() } else { text };
            let text = if is_trimmed { text.trim_end() } else { text };
            pieces.push(Piece::Text(text.to_owned()));
            trims_next = false;
        }
        if tag.is_empty() {
            break;
        }
        let (sign, inner) = tag.split_at(2);
        let end = if sign == "{#" { inner.find("#}")? } else { end(inner, sign)? };
        let (said, after) = (&inner[..end], &inner[end + 2..]);
        let trims = said.ends_with('-');
        let said = said.strip_prefix('-').unwrap_or(said);
        let said = said.strip_suffix('-').unwrap_or(said).trim().to_owned();
        rest = after;
        if sign == "{#" {
            trims_next |= trims;
            continue;
        }
        trims_next = trims;
        if said == "raw" {
            return None;
        }
        pieces.push(if sign == "{{" { Piece::Shown(said) } else { Piece::Tag(said) });
    }
    Some(pieces)
}

/// Where a tag ends: signs within quotes are not its end.
fn end(inner: &str, sign: &str) -> Option<usize> {
    let end = if sign == "{{" { "}}" } else { "%}" };
    let mut quote = None;
    let mut letters = inner.char_indices();
    while let Some((at, letter)) = letters.next() {
        match (quote, letter) {
            (Some(_), '\\') => {
                letters.next();
            }
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(letter),
            (None, _) if inner[at..].starts_with(end) => return Some(at),
            (None | Some(_), _) => {}
        }
    }
    None
}

/// The layout that is cut into these.
pub(super) fn joined(pieces: &[Piece]) -> String {
    let mut layout = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => layout.push_str(text),
            Piece::Shown(said) => layout.extend(["{{ ", said, " }}"]),
            Piece::Tag(said) => layout.extend(["{% ", said, " %}"]),
        }
    }
    layout
}

#[cfg(test)]
mod tests {
    use super::{Piece, joined, pieces};

    #[test]
    fn space_goes_where_a_tag_asks_for_it() {
        let cases = [
            ("a {{ b }} c", "a {{ b }} c"),
            ("a {{- b -}} c", "a{{ b }}c"),
            ("a {%- if b -%} c {% endif %} d", "a{% if b %}c {% endif %} d"),
            ("a {#- why -#} c", "ac"),
            ("a {{ b -}}{# why #} c", "a {{ b }}c"),
            ("a {{ b -}}{{ c }} d", "a {{ b }}{{ c }} d"),
            (r#"{{ "}}" ~ '\'}}' }}"#, r#"{{ "}}" ~ '\'}}' }}"#),
        ];
        for (layout, plain) in cases {
            let cut = pieces(layout).expect("it can be cut");
            assert_eq!(joined(&cut), plain, "{layout}");
        }
        assert_eq!(pieces("a {%- raw %}{{ b }}{% endraw %}"), None);
        assert_eq!(pieces("{{ a"), None);
        assert_eq!(pieces(""), Some(Vec::<Piece>::new()));
    }
}
