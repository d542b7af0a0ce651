//! Finds the holes in finished HTML: addresses into the book, and words of the interface.

use super::prose::Hole;

/// Stands for the address of a link while the HTML is made: `twohats-hole:3` is the third link.
pub const HOLE_SCHEME: &str = "twohats-hole";

/// Stands round the key of a word of the interface.
pub const WORD_MARKS: (char, char) = ('\u{e000}', '\u{e001}');

/// The words of the interface that prose may need.
pub const WORDS: [&str; 5] =
    ["alert.note", "alert.tip", "alert.important", "alert.warning", "alert.caution"];

/// Takes the marks out of the HTML and says where they stood. `address` is asked about every `href` and
/// `src`, however it is quoted; where it gives a hole, the address is taken out too.
pub fn find_holes(
    html: String,
    mut address: impl FnMut(&str) -> Option<Hole>,
) -> (String, Vec<(usize, Hole)>) {
    // Without an equals sign no attribute has a value, and most texts have none.
    if !html.contains('=') && !html.contains(WORD_MARKS.0) {
        return (html, Vec::new());
    }
    let mut done = String::with_capacity(html.len());
    let mut holes = Vec::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find(['<', WORD_MARKS.0]) {
        let (before, mark) = rest.split_at(at);
        done.push_str(before);
        rest = match mark.strip_prefix('<') {
            Some(_) => tag(mark, &mut done, &mut holes, &mut address),
            None => word(mark, &mut done, &mut holes),
        };
    }
    done.push_str(rest);
    (done, holes)
}

/// Reads the key between two marks. Gives what follows.
fn word<'h>(mark: &'h str, done: &mut String, holes: &mut Vec<(usize, Hole)>) -> &'h str {
    let rest = &mark[WORD_MARKS.0.len_utf8()..];
    let key = rest.split(WORD_MARKS.1).next().unwrap_or_default();
    match WORDS.into_iter().find(|word| *word == key) {
        Some(word) => {
            holes.push((done.len(), Hole::Word(word)));
            &rest[key.len() + WORD_MARKS.1.len_utf8()..]
        }
        None => {
            done.push(WORD_MARKS.0);
            rest
        }
    }
}

/// Reads a tag or a comment, or the whole of what is no HTML inside. Gives what follows.
fn tag<'h>(
    html: &'h str,
    done: &mut String,
    holes: &mut Vec<(usize, Hole)>,
    address: &mut impl FnMut(&str) -> Option<Hole>,
) -> &'h str {
    if html.starts_with("<!--") {
        return copy(html, html.find("-->").map_or(html.len(), |at| at + 3), done);
    }
    let length = html[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    if length == 0 {
        return copy(html, 1, done);
    }
    let name = html[1..=length].to_ascii_lowercase();
    let mut rest = copy(html, 1 + length, done);
    while let Some(letter) = rest.chars().next().filter(|letter| *letter != '>') {
        rest = if letter.is_whitespace() || matches!(letter, '/' | '"' | '\'' | '=') {
            copy(rest, letter.len_utf8(), done)
        } else {
            attribute(rest, done, holes, address)
        };
    }
    if matches!(name.as_str(), "script" | "style") {
        let end = rest.to_ascii_lowercase().find(&format!("</{name}"));
        return copy(rest, end.unwrap_or(rest.len()), done);
    }
    rest
}

/// Reads an attribute. An id or an address comes out in double quotes, however it was written.
fn attribute<'h>(
    html: &'h str,
    done: &mut String,
    holes: &mut Vec<(usize, Hole)>,
    address: &mut impl FnMut(&str) -> Option<Hole>,
) -> &'h str {
    let name_end = html.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'));
    let name = &html[..name_end.unwrap_or(html.len())];
    let Some(value) = html[name.len()..].trim_start().strip_prefix('=').map(str::trim_start) else {
        return copy(html, name.len(), done);
    };
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
    let inside = &value[usize::from(quote.is_some())..];
    let length = match quote {
        Some(quote) => inside.find(quote),
        None => inside.find(|c: char| c.is_whitespace() || c == '>'),
    };
    let (written, rest) = inside.split_at(length.unwrap_or(inside.len()));
    let rest = quote.and_then(|quote| rest.strip_prefix(quote)).unwrap_or(rest);
    let lower = name.to_ascii_lowercase();
    if !matches!(lower.as_str(), "href" | "src" | "id") {
        return copy(html, html.len() - rest.len(), done);
    }
    done.push_str(&lower);
    done.push_str("=\"");
    let hole = if lower == "id" { None } else { address(&unescape(written)) };
    match hole {
        Some(hole) => holes.push((done.len(), hole)),
        None => done.push_str(&written.replace('"', "&quot;")),
    }
    done.push('"');
    rest
}

/// Takes over so many bytes as they are. Gives what follows.
fn copy<'h>(html: &'h str, length: usize, done: &mut String) -> &'h str {
    let (taken, rest) = html.split_at(length);
    done.push_str(taken);
    rest
}

fn unescape(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// A text as it stands in HTML, also in an attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
