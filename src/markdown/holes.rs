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
/// `src`; where it gives a hole, the address is taken out too.
pub fn find_holes(
    html: &str,
    mut address: impl FnMut(&str) -> Option<Hole>,
) -> (String, Vec<(usize, Hole)>) {
    let mut done = String::with_capacity(html.len());
    let mut holes = Vec::new();
    let mut rest = html;
    let mut inside_tag = false;
    while let Some(at) = rest.find(['<', '>', '"', WORD_MARKS.0]) {
        let (before, mark) = rest.split_at(at);
        done.push_str(before);
        let letter = mark.chars().next().expect("it was just found");
        rest = &mark[letter.len_utf8()..];
        match letter {
            '"' if inside_tag => {
                let value = rest.split('"').next().unwrap_or_default();
                done.push('"');
                let hole = (done.ends_with("href=\"") || done.ends_with("src=\""))
                    .then(|| address(&unescape(value)));
                match hole.flatten() {
                    Some(hole) => holes.push((done.len(), hole)),
                    None => done.push_str(value),
                }
                rest = &rest[value.len()..];
                if let Some(after) = rest.strip_prefix('"') {
                    done.push('"');
                    rest = after;
                }
            }
            _ if letter == WORD_MARKS.0 && !inside_tag => {
                let key = rest.split(WORD_MARKS.1).next().unwrap_or_default();
                if let Some(word) = WORDS.into_iter().find(|word| *word == key) {
                    holes.push((done.len(), Hole::Word(word)));
                    rest = &rest[key.len() + WORD_MARKS.1.len_utf8()..];
                } else {
                    done.push(letter);
                }
            }
            _ => {
                inside_tag = match letter {
                    '<' => true,
                    '>' => false,
                    _ => inside_tag,
                };
                done.push(letter);
            }
        }
    }
    done.push_str(rest);
    (done, holes)
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
