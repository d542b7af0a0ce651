//! Marks that other tools read and Twohats does not.

use std::ops::Range;

use super::block::{Block, HIDDEN, Line, Place, Sign, Stray, WINDOW};

/// Names of pictures that are surely no words between colons.
const PICTURES: [&str; 40] = [
    "+1",
    "-1",
    "100",
    "beers",
    "bell",
    "book",
    "bug",
    "bulb",
    "calendar",
    "clap",
    "construction",
    "cry",
    "eyes",
    "fire",
    "grin",
    "heart",
    "heavy_check_mark",
    "information_source",
    "joy",
    "key",
    "laughing",
    "lock",
    "mega",
    "memo",
    "no_entry",
    "ok_hand",
    "point_right",
    "pray",
    "question",
    "rocket",
    "rotating_light",
    "slightly_smiling_face",
    "smile",
    "sparkles",
    "star",
    "tada",
    "thumbsup",
    "warning",
    "wave",
    "white_check_mark",
];

pub(super) fn find(block: &Block<'_>, found: &mut Vec<Stray>) {
    if block.signs.has(Sign::Brace) {
        found.extend(shortcode(block));
        found.extend(attributes(block));
    }
    if block.signs.has(Sign::Colon) {
        found.extend(picture(block));
    }
    if block.signs.has(Sign::Ampersand) {
        found.extend(entity(block));
    }
    if [Sign::Bracket, Sign::Lenticular].iter().any(|sign| block.signs.has(*sign)) {
        found.extend(source_of_a_chat(block));
    }
    if block.place == Place::Cell {
        return;
    }
    for line in block.lines.iter().filter(|line| line.words.starts_with(['!', '?', ':'])) {
        found.extend(box_of_text(block, *line));
    }
    if let [line] = block.lines
        && line.words.starts_with(['[', '{', '$', '@'])
        && ["[toc]", "[[toc]]", "{{toc}}", "${toc}", "@[toc]"]
            .iter()
            .any(|toc| line.words.trim_end().eq_ignore_ascii_case(toc))
    {
        found.push(block.shown(line.whole(), "take it out: a page has its contents by itself"));
    }
}

/// `{{< figure >}}`, `{% include %}`, `{{ page.title }}` and `{/* a comment */}`.
fn shortcode(block: &Block<'_>) -> Option<Stray> {
    let opens = block.words.match_indices('{').map(|(at, _)| at);
    let is_name = |rest: &str| rest.trim_start().starts_with(|first: char| first.is_alphabetic());
    let is_one = |at: &usize| {
        let rest = &block.source[*at..];
        ["{{<", "{{%", "{%", "{/*"].iter().any(|open| rest.starts_with(open))
            || rest.strip_prefix("{{").is_some_and(is_name)
    };
    let at = opens.into_iter().find(is_one)?;
    let rest = block.source[at..].split('\n').next().unwrap_or_default();
    let close = match rest {
        _ if rest.starts_with("{%") => "%}",
        _ if rest.starts_with("{/*") => "*/}",
        _ => "}}",
    };
    let end = at + rest.find(close)? + close.len();
    Some(block.shown(
        at..end,
        "take it out, or write in Markdown what it stood for: it is another tool’s",
    ))
}

/// `{: .note}` and `{.note}`.
fn attributes(block: &Block<'_>) -> Option<Stray> {
    let is_one = |at: &usize| {
        let rest = &block.words[*at..];
        let rest = &rest[..rest.floor_char_boundary(WINDOW)];
        let inside = rest.find('}').map_or("", |end| &rest[1..end]);
        let name = inside.strip_prefix(['.', '#']).unwrap_or_default();
        let is_name = |name: &str| {
            !name.is_empty()
                && name
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        };
        let is_last = rest.find('}').is_some_and(|end| {
            rest[end + 1..].lines().next().unwrap_or_default().trim().is_empty()
        });
        let is_kramdown = inside.strip_prefix(':').is_some_and(|inside| {
            inside.trim_start().starts_with(['.', '#'])
                || inside.contains('=')
                || matches!(inside.trim(), "toc")
        });
        is_kramdown || (is_name(name) && is_last && block.place != Place::Heading)
    };
    let at = block.words.match_indices('{').map(|(at, _)| at).find(is_one)?;
    let end = at + block.words[at..].find('}')? + 1;
    Some(
        block.shown(
            at..end,
            "take it out: only a heading has such braces, as in `## Who comes {#who}`",
        ),
    )
}

/// `:tada:`
fn picture(block: &Block<'_>) -> Option<Stray> {
    let words = block.words;
    words.match_indices(':').find_map(|(at, _)| {
        let rest = &words[at + 1..];
        let name = &rest[..rest.get(..rest.floor_char_boundary(40))?.find(':')?];
        let is_apart = |letter: Option<char>| {
            letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != ':')
        };
        let end = at + name.len() + 2;
        let is_word =
            is_apart(words[..at].chars().next_back()) && is_apart(words[end..].chars().next());
        let is_one = is_word && PICTURES.contains(&name);
        is_one.then(|| {
            block.shown(at..end, "type the emoji itself: names between colons are another tool’s")
        })
    })
}

/// `【4†source】`, `:contentReference[oaicite:0]{index=0}` and `[cite: 3]`: how chats note what they have read.
fn source_of_a_chat(block: &Block<'_>) -> Option<Stray> {
    const NOTES: [(&str, &str, &str); 4] = [
        ("【", "†", "】"),
        (":contentReference[", "oaicite", "}"),
        ("[cite:", "", "]"),
        ("[cite_start", "", "]"),
    ];
    let note = NOTES.iter().find_map(|(open, inside, close)| {
        block.words.match_indices(open).find_map(|(at, _)| {
            let rest = &block.words[at..];
            let rest = &rest[..rest.floor_char_boundary(WINDOW)];
            let end = rest.find(close)? + close.len();
            rest[..end].contains(inside).then_some(at..at + end)
        })
    })?;
    Some(block.shown(
        note,
        "take it out: a chat notes with it what it has read; readers need a name or a link",
    ))
}

/// `&nbsp` without its end.
fn entity(block: &Block<'_>) -> Option<Stray> {
    const NAMES: [&str; 9] =
        ["nbsp", "amp", "lt", "gt", "quot", "mdash", "ndash", "hellip", "copy"];
    block.words.match_indices('&').find_map(|(at, _)| {
        let rest = &block.words[at + 1..];
        let length =
            rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = &rest[..length];
        let is_one = NAMES.contains(&name) && !rest[length..].starts_with(';');
        is_one.then(|| {
            block.shown(at..at + 1 + length, format!("write `&{name};`, with `;` at its end"))
        })
    })
}

/// A box of colons below a text, which Markdown takes for the explanation of that text.
pub(super) fn box_below_text(text: &str, range: &Range<usize>) -> Option<(usize, Stray)> {
    let line = text[range.clone()].lines().next()?.trim_end();
    let colons = line.bytes().take_while(|byte| *byte == b':').count();
    let message = format!("`{line}` is no box here: it explains the text above it");
    let stray = Stray { at: 0..line.len(), message, help: CALLOUT.to_owned(), fix: None };
    // Colons alone end a box that was told of where it begins.
    (colons >= 3 && line.len() > colons).then_some((range.start, stray))
}

/// What to write in the place of a box of another tool.
const CALLOUT: &str =
    "write a callout: a line `> [!NOTE]`, and below it the words, each line with `> ` before it";

/// `!!! note`, `??? note` and `:::note`.
fn box_of_text(block: &Block<'_>, line: Line<'_>) -> Option<Stray> {
    let words = line.words.trim_end();
    let is_named =
        |rest: &str| rest.starts_with(|first: char| first.is_ascii_lowercase() || first == '{');
    let admonition =
        ["!!! ", "???+ ", "!!!+ ", "??? "].iter().find_map(|mark| words.strip_prefix(mark));
    if admonition.is_some_and(is_named) {
        return Some(block.shown(line.whole(), CALLOUT));
    }
    let colons = words.trim_start_matches(':');
    let count = words.len() - colons.len();
    (count >= 3 && is_named(colons.trim_start()) && !colons.contains(HIDDEN))
        .then(|| block.shown(line.whole(), CALLOUT))
}
