//! Blocks that Markdown makes of a text by accident: lists, headings and boxes of code.

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::Stray;
use super::lists::Next;
use super::programs::drawing;

/// The numbers with which lists ended so far: one that goes on with the next is meant.
#[derive(Default)]
pub(super) struct Numbers(BTreeSet<u32>);

/// A list that is being read.
pub(super) struct Numbered {
    sign: char,
    /// The number of its first item, when it has numbers.
    first: Option<u32>,
    pub items: u32,
}

impl Numbered {
    pub(super) fn new(text: &str, range: &Range<usize>, first: Option<u64>) -> Self {
        let sign = text[range.clone()].chars().next().unwrap_or('-');
        Self { sign, first: first.and_then(|first| u32::try_from(first).ok()), items: 0 }
    }

    pub(super) fn beginning(&self) -> Next {
        self.first.map_or(Next::Bullet(self.sign), Next::Number)
    }

    /// What would go on with it.
    pub(super) fn next(&self) -> Next {
        let next = |first: u32| Next::Number(first.saturating_add(self.items));
        self.first.map_or(Next::Bullet(self.sign), next)
    }
}

impl Numbers {
    /// A list has ended: perhaps its one number was meant as a date.
    pub(super) fn end(
        &mut self,
        text: &str,
        range: &Range<usize>,
        list: &Numbered,
    ) -> Option<(usize, Stray)> {
        let first = list.first?;
        let goes_on = first <= 1 || self.0.contains(&(first - 1));
        self.0.insert(first.saturating_add(list.items).saturating_sub(1));
        let written = text[range.clone()].trim_end();
        // An item of several paragraphs is no date. Lists in lists begin alike, so each is looked at only so far.
        if goes_on || list.items > 1 || written[..written.floor_char_boundary(500)].contains("\n\n")
        {
            return None;
        }
        let mark = written.find(['.', ')'])? + 1;
        let (number, sign) = written[..mark].split_at(mark - 1);
        let message = format!("`{number}{sign}` at the beginning of a line makes a list of it");
        let help = format!("where no list is meant, write `{number}\\{sign}`");
        Some((range.start, Stray { at: 0..mark, message, help, fix: None }))
    }
}

/// A heading without words, and a text that lines of dashes below it make a heading.
pub(super) fn heading(text: &str, range: &Range<usize>, has_words: bool) -> Option<(usize, Stray)> {
    let written = text[range.clone()].trim_end();
    let found = |at, message: &str, help: String| {
        Some((range.start, Stray { at, message: message.to_owned(), help, fix: None }))
    };
    if !has_words {
        let help = "write its words behind the mark, or take it out".to_owned();
        return found(0..written.len(), "this heading has no words", help);
    }
    if written.starts_with('#') {
        return None;
    }
    let at = written.rfind('\n')?;
    let (title, line) = (written[..at].trim_end(), &written[at + 1..]);
    let dashes = line.trim_start_matches(|sign| sign != '-' && sign != '=');
    let is_as_long = dashes.chars().count().abs_diff(title.chars().count()) <= 2;
    let is_text =
        title.ends_with(['.', ',', ';', ':', '…']) || title.contains('\n') || title.len() > 100;
    if !dashes.starts_with('-') || is_as_long || !is_text {
        return None;
    }
    let help =
        format!("for a line across the page, put an empty line above `{}`", dashes.trim_end());
    let start = written.len() - dashes.len();
    found(start..written.len(), "dashes right below a text make a heading of it", help)
}

/// Words beside the id or the class of a heading, in the braces behind it: `{#costs of the depot}`.
pub(super) fn beside_id(text: &str, range: &Range<usize>) -> Option<(usize, Stray)> {
    let written = &text[range.clone()];
    let (open, close) = (written.rfind('{')?, written.rfind('}')?);
    let words = written.get(open + 1..close)?.split_whitespace();
    let words: Vec<&str> = words.filter(|word| !word.starts_with(['#', '.'])).collect();
    let message =
        format!("`{}` is not shown: braces behind a heading are for its id", words.join(" "));
    let help =
        "write words before the braces, and in them one id alone, as in `{#costs}`".to_owned();
    Some((range.start, Stray { at: open..close + 1, message, help, fix: None }))
}

/// Text that four spaces in front put into a box of code.
pub(super) fn indented(text: &str, range: &Range<usize>) -> Option<(usize, Stray)> {
    let written = text[range.clone()].trim_end();
    let is_prose = |letter: char| {
        letter.is_alphabetic()
            || letter.is_ascii_digit()
            || matches!(
                letter,
                ' ' | '.'
                    | ','
                    | ';'
                    | ':'
                    | '?'
                    | '!'
                    | '\''
                    | '’'
                    | '"'
                    | '“'
                    | '”'
                    | '–'
                    | '—'
                    | '-'
                    | '\n'
                    | '('
                    | ')'
                    | '*'
            )
    };
    let first = written.lines().next()?.trim();
    let words = first.trim_start_matches(['"', '“', '*', '-', ' ']);
    let begins = words.starts_with(char::is_uppercase) && first.split_whitespace().count() > 3;
    let ends = written.trim_end_matches(['"', '”', '*', ')']).ends_with(['.', '?', '!', ':']);
    // The sentence goes on in the next line.
    let behind = text[range.start + written.len()..].split('\n').nth(1).unwrap_or_default();
    let ends = ends || behind.starts_with(char::is_alphabetic);
    if !begins || !ends || !written.chars().all(is_prose) || written.contains("--") {
        return None;
    }
    let message = "four spaces in front make a box of code of this text".to_owned();
    let help = format!("take them out; words that somebody says begin with `> `: `> {first}`");
    Some((range.start, Stray { at: 0..first.len(), message, help, fix: None }))
}

/// Words behind the language of a box of code: what is no setting of a program was meant to be read. And a language that
/// is drawn elsewhere.
pub(super) fn beside_fence(text: &str, range: &Range<usize>) -> Option<(usize, Stray)> {
    if let Some(drawing) = drawing(text, range) {
        return Some(drawing);
    }
    let first = text[range.clone()].lines().next()?;
    let info = first.trim_start_matches(['`', '~']);
    let (_, words) = info.trim().split_once([' ', '\t'])?;
    let words = words.trim();
    let is_setting = |word: &str| {
        let inside = word.trim_end_matches(['.', ',', ';', ':', '?', '!']);
        word.starts_with('{') || word.ends_with('}') || inside.contains(['=', '/', '.', ':', '#'])
    };
    if words.is_empty() || words.split_whitespace().all(is_setting) {
        return None;
    }
    let message = format!("`{words}` stands beside a fence, so it is on no page");
    let help = "code begins on the line below the fence; beside it stands the language alone";
    let at = first.len() - first.trim_end().len();
    let at = first.len() - at - words.len()..first.len() - at;
    Some((range.start, Stray { at, message, help: help.to_owned(), fix: None }))
}
