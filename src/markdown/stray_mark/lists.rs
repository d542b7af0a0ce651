//! Lines that were meant as a list and run together.

use super::block::{Block, HIDDEN, Line, Place, SLANT, Stray};

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// `-item`
    Glued(char),
    /// `1.Item`
    GluedNumber(u32),
    /// `2. Item`
    Number(u32),
    /// `a) item`
    Letter(char),
    /// `• item`
    Sign(char),
}

/// What is found in a block by itself may turn out to be a list with the next block.
pub(super) enum Found {
    Surely(Stray),
    /// When a list of this sign, or the number that follows, comes next.
    Perhaps(Stray, Next),
}

/// What must come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Bullet(char),
    Number(u32),
}

/// What a block begins with, for the one before it.
pub(super) fn beginning(block: &Block<'_>) -> Option<Next> {
    match start(*block.lines.first()?)? {
        Start::Glued(sign) => Some(Next::Bullet(sign)),
        Start::GluedNumber(number) => Some(Next::Number(number)),
        Start::Number(_) | Start::Letter(_) | Start::Sign(_) => None,
    }
}

pub(super) fn find(block: &Block<'_>, has_bullets: bool) -> Option<Found> {
    if !matches!(block.place, Place::Paragraph | Place::Item) {
        return None;
    }
    if let [line] = block.lines
        && start(*line).is_none()
    {
        return None;
    }
    let starts: Vec<(Line<'_>, Option<Start>)> =
        block.lines.iter().map(|line| (*line, start(*line))).collect();
    let runs = starts.windows(2).find_map(|two| {
        let ((line, Some(first)), (_, Some(second))) = (two[0], two[1]) else { return None };
        follows(first, second).then_some((line, first))
    });
    if let Some((line, first)) =
        runs.filter(|(_, first)| has_bullets || !matches!(first, Start::Sign(_)))
    {
        return Some(Found::Surely(stray(block, line, first)));
    }
    // A line below an item belongs to that item.
    if block.place == Place::Item {
        let lost = starts.iter().skip(1).find_map(|(line, start)| match start {
            Some(start @ (Start::Glued(_) | Start::GluedNumber(_))) => Some((*line, *start)),
            _ => None,
        });
        return lost.map(|(line, start)| Found::Surely(stray(block, line, start)));
    }
    let [(line, Some(first))] = starts[..] else { return None };
    let next = match first {
        Start::Glued(sign) => Next::Bullet(sign),
        Start::GluedNumber(number) => Next::Number(number + 1),
        Start::Number(_) | Start::Letter(_) | Start::Sign(_) => return None,
    };
    Some(Found::Perhaps(stray(block, line, first), next))
}

fn start(line: Line<'_>) -> Option<Start> {
    let mut letters = line.words.chars();
    let first = letters.next()?;
    let second = letters.next();
    let is_spaced = second.is_some_and(char::is_whitespace);
    let is_word = second.is_some_and(char::is_alphabetic);
    let is_marked = second.is_some_and(|second| matches!(second, HIDDEN | SLANT));
    match first {
        // `*item*` would be hidden marks.
        '-' | '*' | '+' if is_word => Some(Start::Glued(first)),
        '-' if is_marked => Some(Start::Glued(first)),
        '•' | '◦' | '▪' | '‣' | '·' | '●' | '○' | '✓' | '✔' | '→' | '➔' | '➢'
            if is_spaced || is_word =>
        {
            Some(Start::Sign(first))
        }
        '–' | '—' if is_spaced => Some(Start::Sign(first)),
        '0'..='9' => number(line.words),
        'a'..='z' if second == Some(')') && letters.next() == Some(' ') => {
            Some(Start::Letter(first))
        }
        _ => None,
    }
}

fn number(words: &str) -> Option<Start> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words[..digits].parse().ok().filter(|_| digits <= 3)?;
    let mut rest = words[digits..].strip_prefix(['.', ')'])?.chars();
    match rest.next()? {
        ' ' if rest.next().is_some() => Some(Start::Number(number)),
        letter if letter.is_alphabetic() => Some(Start::GluedNumber(number)),
        _ => None,
    }
}

fn follows(first: Start, second: Start) -> bool {
    match (first, second) {
        (
            Start::Number(first) | Start::GluedNumber(first),
            Start::Number(second) | Start::GluedNumber(second),
        ) => first.checked_add(1) == Some(second),
        (Start::Letter(first), Start::Letter(second)) => u32::from(first) + 1 == u32::from(second),
        _ => first == second,
    }
}

fn stray(block: &Block<'_>, line: Line<'_>, start: Start) -> Stray {
    let item = |length: usize| block.source[line.at + length..line.whole().end].trim().to_owned();
    match start {
        Start::Glued(sign) => {
            let help = format!("put a space behind each `{sign}`: `{sign} {}`", item(1));
            let mut stray = block.shown(line.whole(), help);
            stray.message = format!(
                "`{}` begins no list: behind `{sign}` comes a space",
                block.quote(&stray.at)
            );
            stray
        }
        Start::GluedNumber(number) => {
            let mark = number.to_string().len() + 1;
            let help =
                format!("put a space behind each number: `{} {}`", &line.words[..mark], item(mark));
            let mut stray = block.shown(line.whole(), help);
            stray.message = format!(
                "`{}` begins no list: behind the number comes a space",
                block.quote(&stray.at)
            );
            stray
        }
        Start::Number(number) => {
            let message = format!(
                "a list that begins with `{number}.` cannot stand right below a text, so its lines run together"
            );
            let help = "put an empty line above the list".to_owned();
            Stray { at: line.whole(), message, help, fix: None }
        }
        Start::Letter(letter) => {
            let message = format!("`{letter})` begins no list, so these lines run together");
            let help = format!("number them: `1. {}`", item(2));
            Stray { at: line.whole(), message, help, fix: None }
        }
        Start::Sign(sign) => {
            let message = format!("`{sign}` begins no list, so these lines run together");
            let help = format!("begin each line with `- `: `- {}`", item(sign.len_utf8()));
            Stray { at: line.whole(), message, help, fix: None }
        }
    }
}
