//! Marks round words: stars, underscores, tildes and backticks that are left over.

use std::ops::Range;

use super::block::{Block, HIDDEN, MARGIN, Place, SLANT, Stray};

/// What is known of the stars of a text so far: one behind a word may lead to a note below, which begins with it.
#[derive(Default)]
pub(super) struct Delimiters {
    has_note_stars: bool,
    /// Double marks behind a word that nothing opens.
    ends: Vec<(usize, Stray)>,
}

/// A mark of one sign, and how it stands.
#[derive(Clone)]
struct Mark {
    at: Range<usize>,
    sign: char,
    side: Side,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Before a word.
    Opens,
    /// Behind a word.
    Closes,
    /// Between spaces.
    Alone,
    /// Within a word.
    Within,
}

impl Delimiters {
    pub(super) fn find(&mut self, block: &Block<'_>, base: usize, found: &mut Vec<Stray>) {
        let marks = marks(block.words);
        let mut marks = marks.iter().peekable();
        let mut has_backtick = false;
        while let Some(mark) = marks.next() {
            let is_same = |next: &&&Mark| next.sign == mark.sign && next.at.len() == mark.at.len();
            let stray = match (mark.sign, mark.at.len()) {
                // The next one is very likely the other end of the same.
                ('`', _) if has_backtick => None,
                ('`', _) => {
                    has_backtick = true;
                    backtick(block, mark)
                }
                ('*', 1) => self.star(block, mark),
                ('*' | '_' | '~', 2) | ('*', 3) => {
                    let pair =
                        marks.peek().filter(is_same).and_then(|next| pair(block, mark, next));
                    if pair.is_some() {
                        marks.next();
                        pair
                    } else {
                        self.double(block, base, mark)
                    }
                }
                _ => None,
            };
            found.extend(stray);
        }
    }

    /// Those that turn out to lead to no note, with the place of their block.
    pub(super) fn finish(self) -> Vec<(usize, Stray)> {
        if self.has_note_stars { Vec::new() } else { self.ends }
    }

    fn star(&mut self, block: &Block<'_>, mark: &Mark) -> Option<Stray> {
        let (before, after) = around(block.words, &mark.at);
        if before == Some(SLANT) || after == Some(SLANT) {
            let help =
                "write as many stars behind the words as before them: `*words*` or `**words**`";
            return Some(block.shown(mark.at.clone(), help));
        }
        match mark.side {
            Side::Closes => {
                self.has_note_stars = true;
                None
            }
            Side::Opens if !self.is_note(block, mark) && is_letter(after) => open(block, mark),
            Side::Opens | Side::Alone | Side::Within => None,
        }
    }

    fn double(&mut self, block: &Block<'_>, base: usize, mark: &Mark) -> Option<Stray> {
        match mark.side {
            Side::Opens if block.begins_line(mark.at.start) && !self.ends.is_empty() => {
                self.has_note_stars = true;
                None
            }
            Side::Opens => open(block, mark),
            Side::Closes if mark.sign == '_' => None,
            Side::Closes => {
                let word =
                    block.words[..mark.at.start].trim_end_matches(|letter| !is_gap(letter)).len();
                let sign = &block.source[mark.at.clone()];
                let help =
                    format!("write `{sign}` before the first word too, or take this one out");
                self.ends.push((base, block.shown(word..mark.at.end, help)));
                None
            }
            Side::Alone | Side::Within => None,
        }
    }

    /// Whether it may begin a note to which a star leads.
    fn is_note(&self, block: &Block<'_>, mark: &Mark) -> bool {
        block.begins_line(mark.at.start) && (self.has_note_stars || block.place == Place::Line)
    }
}

fn marks(words: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (at, sign) in words.match_indices(['*', '_', '~', '`']) {
        let sign = char::from(sign.as_bytes()[0]);
        match marks.last_mut() {
            Some(last) if last.sign == sign && last.at.end == at => last.at.end += 1,
            _ => marks.push(Mark { at: at..at + 1, sign, side: Side::Alone }),
        }
    }
    for mark in &mut marks {
        mark.side = side(words, &mark.at);
    }
    marks
}

fn around(words: &str, at: &Range<usize>) -> (Option<char>, Option<char>) {
    (words[..at.start].chars().next_back(), words[at.end..].chars().next())
}

fn side(words: &str, at: &Range<usize>) -> Side {
    let (before, after) = around(words, at);
    let [gap_before, gap_after] = [before, after].map(|letter| letter.is_none_or(is_gap));
    let [word_before, word_after] = [before, after]
        .map(|letter| letter.is_some_and(|one| one.is_alphanumeric() || one == HIDDEN));
    let ends = |letter: Option<char>| {
        letter.is_some_and(|one| matches!(one, '.' | ',' | ';' | ':' | '?' | '!' | ')'))
    };
    match (gap_before, gap_after) {
        (true, true) => Side::Alone,
        // A space inside, and the sentence goes on: `** words **,`.
        (true, false) if ends(after) => Side::Alone,
        (true, false) => Side::Opens,
        (false, false) if word_before && word_after => Side::Within,
        (false, false) if word_after => Side::Opens,
        (false, true | false) => Side::Closes,
    }
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || letter == MARGIN
}

fn is_letter(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphabetic() || letter == HIDDEN)
}

/// Two marks that were to stand round words, and do not.
fn pair(block: &Block<'_>, mark: &Mark, next: &Mark) -> Option<Stray> {
    let fits = matches!(mark.side, Side::Opens | Side::Alone)
        && matches!(next.side, Side::Closes | Side::Alone | Side::Within);
    let inside = &block.source[mark.at.end..next.at.start];
    let words = inside.trim();
    let is_number = words.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if !fits || is_number || words.chars().nth(1).is_none() || inside.contains('\n') {
        return None;
    }
    let sign = &block.source[mark.at.clone()];
    let at = mark.at.start..next.at.end;
    if words.len() < inside.len() {
        let help = format!("write `{sign}{words}{sign}`, without a space inside the marks");
        Some(block.shown(at, help))
    } else {
        let help =
            format!("put a space behind it, or its last sign outside: `{sign}{words}{sign} `");
        Some(block.shown(at, help))
    }
}

/// A mark before a word that nothing closes.
fn open(block: &Block<'_>, mark: &Mark) -> Option<Stray> {
    let rest = &block.words[mark.at.end..];
    let word = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
    let (sign, word) = (&block.source[mark.at.clone()], &rest[..word]);
    // `*nix` is a name, `__init__` one of code.
    if word == "nix" || rest[word.len()..].starts_with(['_', '(', '=']) {
        return None;
    }
    let help = format!("write `{sign}` behind the last word too, with no space before it");
    Some(block.shown(mark.at.start..mark.at.end + word.len(), help))
}

fn backtick(block: &Block<'_>, mark: &Mark) -> Option<Stray> {
    let before = block.words[..mark.at.start].chars().next_back();
    let (where_to, word) = match mark.side {
        Side::Opens => {
            let rest = &block.words[mark.at.end..];
            let word = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
            ("before", &rest[..word])
        }
        // `5`` is a length.
        Side::Closes if !before.is_some_and(char::is_numeric) => {
            let rest = &block.words[..mark.at.start];
            let word = rest.trim_end_matches(char::is_alphanumeric).len();
            ("behind", &rest[word..])
        }
        Side::Closes | Side::Alone | Side::Within => return None,
    };
    let message = match word {
        "" => String::from("a backtick is shown as it was typed"),
        word => format!("the backtick {where_to} `{word}` is shown as it was typed"),
    };
    let help = "what is code has the same backticks before and behind it, in the same paragraph";
    Some(Stray { at: mark.at.clone(), message, help: help.to_owned(), fix: None })
}
