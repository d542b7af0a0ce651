//! What begins a line and is no heading, box or quote: a space is missing, or is another sign than it looks.

use crate::source;

use super::super::callouts;
use super::block::{Block, HIDDEN, Line, Place, SLANT, Stray};

pub(super) fn find(block: &Block<'_>, found: &mut Vec<Stray>) {
    if matches!(block.place, Place::Cell | Place::Heading) {
        return;
    }
    // A letter begins none of them.
    let begins =
        |line: &Line<'_>| !line.words.starts_with(|first: char| first.is_ascii_alphabetic());
    let mut lines = block.lines.iter().enumerate().filter(|(_, line)| begins(line));
    // One is told of in each block: the lines below it were very likely written alike.
    let stray = lines.find_map(|(number, &line)| {
        let is_first = number == 0;
        unseen(block, line)
            .or_else(|| task(block, line, is_first))
            .or_else(|| heading(block, line))
            .or_else(|| callout(block, line, is_first))
            .or_else(|| in_a_line(block, line, is_first))
    });
    found.extend(stray);
}

/// The name of a sign that looks like a space or like nothing.
pub(super) fn unseen_name(letter: char) -> Option<String> {
    let sign = source::unseen(letter).filter(|sign| sign.plain != ":")?;
    Some(format!("{} (U+{:04X})", sign.name, u32::from(letter)))
}

/// The mark of a block at the start of a line: its length, and whether a digit begins it.
fn mark(words: &str) -> Option<usize> {
    let hashes = words.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes) {
        return Some(hashes);
    }
    if words.starts_with(['-', '*', '+']) {
        return Some(1);
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=3).contains(&digits) && words[digits..].starts_with(['.', ')']);
    is_number.then_some(digits + 1)
}

/// `##` with a no-break space behind it, or any such sign before a mark.
fn unseen(block: &Block<'_>, line: Line<'_>) -> Option<Stray> {
    let words = line.words;
    let bare = words.trim_start_matches(|letter| unseen_name(letter).is_some());
    let before = words.len() - bare.len();
    let length = mark(bare)?;
    let behind = bare[length..].chars().next();
    let name = behind.and_then(unseen_name);
    let is_number = bare.starts_with(|first: char| first.is_ascii_digit());
    let (sign_at, sign, place) = match (name, before) {
        // A date may well have such a space: `1. Mai` at the beginning of a line.
        (Some(_), _) if is_number && !is_followed(block, line) => return None,
        (Some(_), 0) => (line.at + length, behind?, "behind"),
        (None, 1..) if behind.is_some_and(char::is_whitespace) => {
            (line.at, words.chars().next()?, "before")
        }
        _ => return None,
    };
    let mark = &bare[..length];
    let name = unseen_name(sign)?;
    let message = format!(
        "{} {name} stands {place} `{mark}`, so it is shown as it was typed",
        article(&name)
    );
    let sign = sign_at..sign_at + sign.len_utf8();
    let (help, put) = match place {
        "behind" => (format!("write `{mark} ` with an ordinary space"), " "),
        _ => (format!("take it out, so that the line begins with `{mark} `"), ""),
    };
    let at = line.to(before + length + if before == 0 { sign.len() } else { 0 });
    Some(Stray { at, message, help, fix: Some((sign, put.to_owned())) })
}

fn article(name: &str) -> &'static str {
    if name.starts_with(['e', 'i']) { "an" } else { "a" }
}

/// Whether another number stands at the start of the next line, or of the one before.
fn is_followed(block: &Block<'_>, line: Line<'_>) -> bool {
    let is_number = |other: &Line<'_>| {
        other.at != line.at
            && other.words.starts_with(|first: char| first.is_ascii_digit())
            && mark(other.words).is_some()
    };
    block.lines.iter().any(is_number)
}

/// `[x]Task`, `-[ ] task` and `[] task`.
fn task(block: &Block<'_>, line: Line<'_>, is_first: bool) -> Option<Stray> {
    let words = line.words;
    let is_item = block.place == Place::Item && is_first;
    let dash = words.strip_prefix(['-', '*', '+']).unwrap_or(words);
    let dash = dash.strip_prefix(' ').unwrap_or(dash);
    let boxes = ["[ ]", "[x]", "[X]", "[]"];
    let tick = boxes.into_iter().find(|tick| dash.starts_with(tick))?;
    let rest = &dash[tick.len()..];
    let is_task = rest.starts_with(|next: char| {
        next.is_alphanumeric() || next.is_whitespace() || matches!(next, HIDDEN | SLANT)
    });
    let is_box = tick != "[]" || is_item || dash.len() < words.len();
    let task = block.source[line.at + words.len() - rest.len()..line.whole().end].trim();
    if !is_task || !is_box || task.is_empty() {
        return None;
    }
    let at = line.to(words.len() - rest.len());
    if block.place == Place::Line {
        return Some(block.shown(at, "take it out: only a list in a longer text has boxes"));
    }
    let tick = if tick == "[]" { "[ ]" } else { tick };
    let help = format!("write `- {tick} {task}`");
    Some(block.shown(at, help))
}

/// `##Heading`, and seven marks.
fn heading(block: &Block<'_>, line: Line<'_>) -> Option<Stray> {
    let words = line.words.trim_end();
    let hashes = words.bytes().take_while(|byte| *byte == b'#').count();
    let (mark, rest) = words.split_at(hashes);
    let title = rest.trim().trim_end_matches('#').trim_end();
    if hashes == 0 || title.is_empty() {
        return None;
    }
    if block.place == Place::Line {
        let is_number = hashes == 1 && !rest.trim_start().starts_with(char::is_uppercase);
        let is_mark = rest.starts_with(' ') && !is_number;
        return (is_mark || hashes > 1).then(|| {
            block.shown(line.to(hashes), "take it out: this text is one line, without headings")
        });
    }
    if hashes > 6 {
        let message = format!("`{mark}` begins no heading: there are six levels");
        let help = format!("write `## {title}`, with as many marks as it is deep, and six at most");
        return Some(Stray { at: line.to(hashes), message, help, fix: None });
    }
    if rest.starts_with(' ') {
        return None;
    }
    // `#1`, `#channel` and `#Label` are words.
    let is_title = || {
        block.lines.len() == 1
            && title.starts_with(char::is_uppercase)
            && title.contains(' ')
            && !title.contains('#')
            && !title.ends_with(['.', ',', ';', '!'])
    };
    if hashes == 1 && !is_title() {
        return None;
    }
    let mut stray = block.shown(line.whole(), format!("write `{mark} {title}`, with a space"));
    let behind = line.at + hashes;
    stray.fix = (hashes > 1).then(|| (behind..behind, String::from(" ")));
    Some(stray)
}

/// `[!NOTE]` that stands in no quote, or names no callout.
fn callout(block: &Block<'_>, line: Line<'_>, is_first: bool) -> Option<Stray> {
    let name = line.words.strip_prefix("[!").filter(|_| is_first)?;
    let name = &name[..name.find(']')?];
    if name.is_empty()
        || !name.chars().all(char::is_alphabetic)
        || line.words[name.len() + 3..].starts_with(['(', '['])
    {
        return None;
    }
    let is_known = callouts::kind(name).is_some();
    let help = if is_known {
        format!(
            "write `> [!{}]`, with the words below it, each line with `> ` before it",
            name.to_uppercase()
        )
    } else {
        "a callout is one of `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` and `[!CAUTION]`"
            .to_owned()
    };
    Some(block.shown(line.to(name.len() + "[!]".len()), help))
}

/// A mark of a block in a text that is one line.
fn in_a_line(block: &Block<'_>, line: Line<'_>, is_first: bool) -> Option<Stray> {
    if block.place != Place::Line {
        return None;
    }
    let (mark, rest) = line.words.split_at_checked(2)?;
    let is_quote = mark == "> ";
    let is_item = matches!(mark, "- " | "* " | "+ ") && (is_first || mark != "+ ");
    let is_words =
        rest.starts_with(|first: char| first.is_alphabetic() || matches!(first, '“' | '"' | '['));
    let is_alone = is_first && mark == "* ";
    if !(is_quote || is_item) || !is_words || is_alone || rest.trim_end().ends_with('-') {
        return None;
    }
    let help = if is_quote {
        "take it out: this text is one line, without quotes; quotation marks do as well"
    } else {
        "take it out: this text is one line, without lists"
    };
    Some(block.shown(line.to(1), help))
}
