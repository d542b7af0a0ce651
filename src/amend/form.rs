//! The forms in which YAML can write a text, and which of them holds which text. It must not know where the text stands
//! in its file.

use crate::tree::Style;

use super::typed::is_control;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

impl Form {
    /// Whether the text stands in lines of its own.
    pub(super) fn is_block(self) -> bool {
        matches!(self, Self::Literal | Self::Folded)
    }
}

/// What is known of the place for which a form is chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// In `[]` or `{}` there are no lines of text, and more signs mean something.
    pub in_brackets: bool,
    /// Whether a number, a day or a yes is meant as one.
    pub is_data: bool,
    /// Whether lines can stand below the key or dash.
    pub has_lines: bool,
}

impl Room {
    /// The form for a text: that of the old one if it can hold it, else the next of plain, lines, and quotes.
    /// `writes_ends` says whether the old one had ends of lines written out.
    pub(super) fn form(self, old: Style, writes_ends: bool, text: &str) -> Form {
        let lines = text.contains('\n');
        let literal = !self.in_brackets && can_stand(text);
        match old {
            Style::Plain if !text.is_empty() && self.holds_plain(text) => Form::Plain,
            Style::Single if !lines && text.chars().all(is_seen) => Form::Single,
            Style::Double if !lines || writes_ends => Form::Double,
            Style::Folded(_) if holds_folded(text) => Form::Folded,
            Style::Literal(_) | Style::Folded(_) if literal && !text.is_empty() => Form::Literal,
            Style::Plain | Style::Single | Style::Double if lines && literal && self.has_lines => {
                Form::Literal
            }
            _ if !lines && text.chars().all(is_seen) && text.contains(['"', '\\']) => Form::Single,
            _ => Form::Double,
        }
    }

    /// Whether a text can stand without quotes, and is one to other programs too.
    fn holds_plain(self, text: &str) -> bool {
        if text.contains('\n') || !text.chars().all(is_seen) {
            return false;
        }
        if is_more_than_text(text) {
            return self.is_data;
        }
        let is_opened = text.starts_with(|sign| "[]{},#&*!|>'\"%@`-?:".contains(sign));
        let is_edge = text.starts_with("---") || text.starts_with("...");
        let is_cut = text.contains(": ") || text.contains(" #") || text.ends_with(':');
        let has_space_at_end = text.trim().len() < text.len();
        let is_parted = self.in_brackets && text.contains([',', '[', ']', '{', '}', ':']);
        !(is_opened || is_edge || is_cut || has_space_at_end || is_parted)
    }
}

/// Whether a sign needs no escape to stand on one line.
pub(super) fn is_seen(sign: char) -> bool {
    !(sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}') || is_none(sign))
}

/// Whether every sign can stand in lines of their own.
fn can_stand(text: &str) -> bool {
    !text.contains(|sign| is_control(sign) || is_none(sign))
}

/// What is no letter of Unicode, and never will be.
fn is_none(sign: char) -> bool {
    matches!(sign, '\u{fffe}' | '\u{ffff}')
}

/// Whether lines that are folded give this text again. A list would need a blank line between its items.
fn holds_folded(text: &str) -> bool {
    let mut lines = text.split('\n');
    let has_space = |line: &str| {
        let is_space = |sign: char| matches!(sign, ' ' | '\t');
        line.starts_with(is_space) || line.ends_with(is_space)
    };
    let is_list = text.contains('\n') && text.split('\n').any(is_item);
    can_stand(text) && !text.starts_with('\n') && !is_list && !lines.any(has_space)
}

/// Whether a line begins as an item does in Markdown.
fn is_item(line: &str) -> bool {
    let digits = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || (digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") ")))
}

/// Whether a text without quotes is a number, a day, a yes or nothing to a program that reads YAML 1.1 or 1.2.
fn is_more_than_text(text: &str) -> bool {
    const WORDS: [&str; 12] =
        ["~", "null", "y", "n", "yes", "no", "on", "off", "true", "false", "=", "<<"];
    if !text.is_ascii() {
        return false;
    }
    let small = text.to_ascii_lowercase();
    if WORDS.contains(&small.as_str()) {
        return true;
    }
    let number = small.trim_start_matches(['+', '-']);
    let is_signed_once = small.len() - number.len() <= 1;
    is_signed_once && is_number(number) || is_day(text)
}

/// Whether a text without its sign, and in small letters, is a number.
fn is_number(number: &str) -> bool {
    const TEN: &str = "0123456789";
    let all = |text: &str, digits: &str| {
        text.starts_with(|first: char| first != '_')
            && text.chars().all(|sign| sign == '_' || digits.contains(sign))
    };
    if matches!(number, ".inf" | ".nan") {
        return true;
    }
    for (mark, digits) in [("0x", "0123456789abcdef"), ("0o", "01234567"), ("0b", "01")] {
        if number.strip_prefix(mark).is_some_and(|rest| all(rest, digits)) {
            return true;
        }
    }
    // Hours and minutes are one number to YAML 1.1.
    let (hours, fraction) = number.split_once('.').unwrap_or((number, ""));
    if let Some((first, rest)) = hours.split_once(':') {
        let is_part = |part: &str| part.len() < 3 && all(part, TEN);
        return all(first, TEN)
            && rest.split(':').all(is_part)
            && (fraction.is_empty() || all(fraction, TEN));
    }
    let (number, power) = number.split_once('e').map_or((number, None), |(n, e)| (n, Some(e)));
    let is_power = |power: &str| all(power.strip_prefix(['+', '-']).unwrap_or(power), TEN);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let are_digits = |part: &str| part.is_empty() || all(part, TEN);
    let has_digit = number.contains(|sign: char| sign.is_ascii_digit());
    has_digit && are_digits(whole) && are_digits(fraction) && power.is_none_or(is_power)
}

/// A day, with or without a time behind it.
fn is_day(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let number = |part: Option<&str>, lengths: &[usize]| {
        part.is_some_and(|part| {
            lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    if !number(parts.next(), &[4]) || !number(parts.next(), &[1, 2]) {
        return false;
    }
    let rest = parts.next().unwrap_or_default();
    let day = rest.bytes().take_while(u8::is_ascii_digit).count();
    let time = &rest[day..];
    let is_time = time.is_empty()
        || time.trim_start_matches(['T', 't', ' ', '\t']).starts_with(|c: char| c.is_ascii_digit())
            && time.contains(':');
    matches!(day, 1 | 2) && is_time
}
