//! Links and pictures that are none, because of a sign that is missing, turned round or one too many.

use std::ops::Range;

use super::super::slug::slug;
use super::block::{Block, HIDDEN, MARGIN, SLANT, Stray};

/// How far from a bracket its other one is looked for, so that no text takes long.
const WINDOW: usize = 400;

/// What files that links lead to end in, and hosts.
const ENDINGS: [&str; 47] = [
    "md", "markdown", "yaml", "yml", "html", "htm", "pdf", "doc", "docx", "xls", "xlsx", "ppt",
    "pptx", "odt", "ods", "odp", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "csv", "txt",
    "rtf", "zip", "json", "toml", "mp3", "mp4", "mov", "ics", "com", "org", "net", "gov", "edu",
    "info", "eu", "uk", "de", "fr", "nl", "ch", "at", "io",
];

pub(super) fn find(block: &Block<'_>, found: &mut Vec<Stray>) {
    for (at, sign) in block.words.match_indices(['[', ']', ')', '(']) {
        let stray = match sign {
            "[" => wiki(block, at),
            "]" => behind_words(block, at),
            ")" => turned_round(block, at),
            _ => without_bracket(block, at),
        };
        found.extend(stray);
    }
}

/// `[[page]]`, `[[page|words]]` and `![[picture.png]]`.
fn wiki(block: &Block<'_>, at: usize) -> Option<Stray> {
    let rest = window(block.words, at);
    let inside = rest.strip_prefix("[[")?;
    let inside = &inside[..inside.find("]]")?];
    let is_odd = inside.contains(['[', ']', '\n', HIDDEN])
        || inside.trim() != inside
        || !inside.contains(char::is_alphabetic);
    if is_odd || block.words[..at].ends_with('[') {
        return None;
    }
    let end = at + inside.len() + "[[]]".len();
    if block.words[end..].starts_with('(') {
        return None;
    }
    let (page, words) = inside.split_once('|').unwrap_or((inside, inside));
    if inside.trim_matches(['_', SLANT]).eq_ignore_ascii_case("toc") {
        return Some(block.shown(at..end, "take it out: a page has its contents by itself"));
    }
    if block.words[..at].ends_with('!') {
        let address = bracketed(page);
        let help = format!(
            "write `![what it shows]({address})`, with the way from this file to the picture"
        );
        return Some(block.shown(at - 1..end, help));
    }
    let (page, place) = page.split_once('#').unwrap_or((page, ""));
    let page =
        if page.contains('.') || page.is_empty() { page.to_owned() } else { format!("{page}.md") };
    let place = if place.is_empty() { String::new() } else { format!("#{}", slug(place)) };
    let address = bracketed(&format!("{page}{place}"));
    let help = format!("write `[{words}]({address})`, with the way from this file to the other");
    Some(block.shown(at..end, help))
}

/// What begins behind the `]` at this place.
fn behind_words(block: &Block<'_>, at: usize) -> Option<Stray> {
    let open = opening(block.words, at, ('[', ']'));
    let rest = window(block.words, at + 1);
    let start = open.map(|open| open - usize::from(block.words[..open].ends_with('!')));
    let written = |range: Range<usize>| &block.source[range];
    if rest.starts_with('(') {
        return in_brackets(block, at, start);
    }
    let start = start?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\n', '\u{a0}', MARGIN]).len();
    let inside =
        rest[gap..].strip_prefix('(').and_then(|inside| Some(&inside[..inside.find(')')?]));
    if let Some(inside) = inside.filter(|inside| gap > 0 && is_address(inside)) {
        let end = at + 1 + gap + inside.len() + 2;
        let help = format!(
            "write `{}({inside})`, without a space between the brackets",
            written(start..at + 1)
        );
        let mut stray = block.shown(start..end, help);
        stray.fix = Some((at + 1..at + 1 + gap, String::new()));
        return Some(stray);
    }
    let token = &rest[..rest.find([' ', '\n', ')', '(']).unwrap_or(rest.len())];
    if rest[token.len()..].starts_with(')') && is_address(token) {
        let help = format!("write `{}({token})`", written(start..at + 1));
        return Some(block.shown(start..at + token.len() + 2, help));
    }
    let defined = rest.strip_prefix(':')?.trim_start();
    let token = defined.split_whitespace().next().unwrap_or_default();
    (block.begins_line(start) && is_address(token) && !block.words[start..].starts_with("[^")).then(
        || {
            let end = at + 1 + rest.len() - defined.len() + token.len();
            block.shown(
                start..end,
                "put an empty line above it: then it says where `[words][label]` leads",
            )
        },
    )
}

/// `](` at this place begins what is no address.
fn in_brackets(block: &Block<'_>, at: usize, start: Option<usize>) -> Option<Stray> {
    let inside_at = at + 2;
    let rest = window(block.words, inside_at);
    let inside = closing(rest).map(|end| &rest[..end]);
    let Some(start) = start else {
        let inside = inside.filter(|inside| is_address(inside))?;
        let help = format!("write `[` before the first word of the link: `[words]({inside})`");
        return Some(block.shown(at..inside_at + inside.len() + 1, help));
    };
    let words = &block.source[start..=at];
    let token = rest.split([' ', '\n', ')']).next().unwrap_or_default();
    let token = token.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let open = |token: &str| {
        let help = format!("write `{words}({token})`: the address ends in `)`");
        block.shown(start..inside_at + token.len(), help)
    };
    let Some(inside) = inside else {
        return is_address(token).then(|| open(token));
    };
    let end = inside_at + inside.len() + 1;
    let (address, title) = cut_title(inside);
    if !address.contains(char::is_whitespace) {
        return None;
    }
    let name = &words[words.find('[').map_or(0, |at| at + 1)..words.len() - 1];
    if is_file(address) || address.split_whitespace().last().is_some_and(|last| last.contains('/'))
    {
        let whole = format!("{}{title}", bracketed(address));
        let help = format!("an address with a space stands in `<` and `>`: `{words}({whole})`");
        let message = format!("the address `{address}` has a space, so this is no link");
        let at = inside_at..inside_at + address.len();
        let fix =
            (!address.contains(['<', '>', '\n', HIDDEN])).then(|| (at.clone(), bracketed(address)));
        return Some(Stray { at, message, help, fix });
    }
    if is_address(name) {
        let help = format!("the words come first: `[{}]({name})`", address.trim());
        return Some(block.shown(start..end, help));
    }
    if !is_address(token) {
        return None;
    }
    let behind = inside[token.len()..].trim();
    if behind.starts_with(['"', '\'', '“', '”', '„', '‘', '«']) {
        let title = behind.trim_matches(['"', '\'', '“', '”', '„', '‘', '’', '«', '»']);
        let help =
            format!("write `{words}({token} \"{title}\")`, with straight quotes at both ends");
        return Some(block.shown(start..end, help));
    }
    Some(open(token))
}

/// `(words)[address]`: the `)` is at this place.
fn turned_round(block: &Block<'_>, at: usize) -> Option<Stray> {
    let rest = window(block.words, at + 1).strip_prefix('[')?;
    let address = &rest[..rest.find(']')?];
    let open = opening(block.words, at, ('(', ')')).filter(|_| is_address(address))?;
    let help = format!("write `[{}]({address})`", &block.source[open + 1..at]);
    Some(block.shown(open..at + address.len() + 3, help))
}

/// `[words(address)`: the `(` is at this place.
fn without_bracket(block: &Block<'_>, at: usize) -> Option<Stray> {
    if block.words[..at].ends_with([']', ' ']) {
        return None;
    }
    let rest = window(block.words, at + 1);
    let address = &rest[..closing(rest)?];
    if !is_address(address) || rest[address.len()..].contains(']') {
        return None;
    }
    let from = block.words.floor_char_boundary(at.saturating_sub(WINDOW));
    let open = from
        + block.words[from..at]
            .rfind(['[', ']'])
            .filter(|open| block.words[from + open..].starts_with('['))?;
    let help = format!("write `{}]({address})`", &block.source[open..at]);
    Some(block.shown(open..at + address.len() + 2, help))
}

/// What follows, up to where it is looked at.
fn window(words: &str, from: usize) -> &str {
    let rest = &words[from..];
    &rest[..rest.floor_char_boundary(WINDOW)]
}

/// The bracket that is closed at this place.
fn opening(words: &str, at: usize, (open, close): (char, char)) -> Option<usize> {
    let from = words.floor_char_boundary(at.saturating_sub(WINDOW));
    let mut depth = 0_usize;
    for (place, sign) in words[from..at].rmatch_indices([open, close]) {
        if sign.starts_with(close) {
            depth += 1;
        } else if depth == 0 {
            return Some(from + place);
        } else {
            depth -= 1;
        }
    }
    None
}

/// Where the bracket that was opened before this closes.
fn closing(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, sign) in rest.match_indices(['(', ')']) {
        match sign {
            "(" => depth += 1,
            _ if depth == 0 => return Some(place),
            _ => depth -= 1,
        }
    }
    None
}

/// An address, and the title behind it with the space before it.
fn cut_title(inside: &str) -> (&str, &str) {
    let trimmed = inside.trim_end();
    let title = trimmed.ends_with('"').then(|| trimmed.find(" \"")).flatten();
    let (address, title) = trimmed.split_at(title.unwrap_or(trimmed.len()));
    (address, title)
}

/// An address as it stands in brackets.
fn bracketed(address: &str) -> String {
    if address.contains(char::is_whitespace) { format!("<{address}>") } else { address.to_owned() }
}

/// Whether this is surely an address and no words.
fn is_address(text: &str) -> bool {
    if text.is_empty() || text.contains(|letter: char| letter.is_whitespace() || letter == HIDDEN) {
        return false;
    }
    let is_way = |start: &str| {
        text.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    };
    text.contains("://")
        || ["mailto:", "www.", "../", "./", "/"].into_iter().any(is_way)
        || text.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        || is_file(text)
}

/// Whether it ends as a file or a host does, whatever its name is.
fn is_file(text: &str) -> bool {
    let path = &text[..text.find(['#', '?']).unwrap_or(text.len())];
    path.rsplit_once('.').is_some_and(|(stem, ending)| {
        let is_known = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
        is_known
            && stem.ends_with(|letter: char| {
                letter.is_alphanumeric() || matches!(letter, ')' | '_' | '-')
            })
    })
}
