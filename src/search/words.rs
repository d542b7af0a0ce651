//! Words as they are looked for: without accents, small, and in pairs of letters where a script has no spaces.
//! A letter alone is a word too (`Q&A`, `plan B`), but beside an apostrophe, where it is what is left of another.
//!
//! `themes/default/scripts/finder+search/10-words.js` does the same in the reader's browser: change both or none.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most letters of a word that count.
const LONGEST: usize = 24;

/// Letters that are no other letter with a mark, and are written without it all the same.
const PLAIN: [(char, &str); 8] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ł', "l"),
    ('ı', "i"),
    ('ς', "σ"),
];

/// What parts words in every script; there are others.
const IS_GAP: [bool; 256] = {
    let mut is_gap = [false; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        is_gap[byte as usize] = !byte.is_ascii_alphanumeric();
        byte += 1;
    }
    is_gap
};

/// Calls `take` with every word of a text, in its order. An index is made in this loop, so it is a plain one.
pub(super) fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let text = text.to_ascii_lowercase();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        let mut all = 0;
        while at < bytes.len() && !IS_GAP[usize::from(bytes[at])] {
            all |= bytes[at];
            at += 1;
        }
        let word = &text[from..at];
        if !all.is_ascii() {
            each_folded(&text, from..at, &mut take);
        } else if word.len() > 1 || word.len() == 1 && !is_left(&text, from..at) {
            take(&word[..word.len().min(LONGEST)]);
        }
        at += 1;
    }
}

/// The same for words that are not all plain letters.
fn each_folded(text: &str, whole: Range<usize>, take: &mut impl FnMut(&str)) {
    let first = whole.start;
    let mut next = first;
    for part in text[whole].split(|letter| !is_of_a_word(letter)) {
        let from = next + text[next..].find(part).expect("a part is in its text");
        next = from + part.len();
        let folded = fold(part);
        let mut rest = folded.as_str();
        while let Some(first) = rest.chars().next() {
            let run = rest.find(|letter| has_no_spaces(letter) != has_no_spaces(first));
            let (run, after) = rest.split_at(run.unwrap_or(rest.len()));
            rest = after;
            if has_no_spaces(first) {
                each_pair(run, take);
            } else if run.chars().nth(1).is_some() || !is_left(text, from..next) {
                take(run.char_indices().nth(LONGEST).map_or(run, |(end, _)| &run[..end]));
            }
        }
    }
}

/// Whether a letter alone is what an apostrophe has left of a word, as in `l’équipe` and `don’t`.
fn is_left(text: &str, letter: Range<usize>) -> bool {
    let is_apostrophe = |sign: Option<char>| matches!(sign, Some('\'' | '’'));
    let word = &text[letter.clone()];
    !word.starts_with(|sign: char| sign.is_ascii_digit())
        && (is_apostrophe(text[..letter.start].chars().next_back())
            || is_apostrophe(text[letter.end..].chars().next()))
}

/// Whether a script is written without spaces, so that its words cannot be told apart.
pub(super) fn has_no_spaces(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

fn fold(part: &str) -> String {
    let mut folded = String::with_capacity(part.len());
    let bare: String = part.nfkd().filter(|letter| !is_combining_mark(*letter)).collect();
    for letter in bare.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()) {
        match PLAIN.iter().find(|(from, _)| *from == letter) {
            Some((_, plain)) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    folded
}

fn each_pair(run: &str, take: &mut impl FnMut(&str)) {
    let ends: Vec<usize> = run.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
    if let [_] = ends[..] {
        return take(run);
    }
    let mut from = 0;
    for pair in ends.windows(2) {
        take(&run[from..pair[1]]);
        from = pair[0];
    }
}

#[cfg(test)]
mod tests {
    use super::each_word;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn accents_and_case_do_not_count() {
        assert_eq!(
            words("Team’s RÉSUMÉ, l'équipe naïve Straße!"),
            ["team", "resume", "equipe", "naive", "strasse"]
        );
        assert_eq!(
            words("cafe\u{301} Ωμέγας İ 1:1 a ﬁnd"),
            ["cafe", "ωμεγασ", "i", "1", "1", "a", "find"]
        );
    }

    #[test]
    fn a_letter_alone_is_a_word_but_not_beside_an_apostrophe() {
        assert_eq!(words("Q&A, R & D, plan B, C++"), ["q", "a", "r", "d", "plan", "b", "c"]);
        assert_eq!(words("don't l’âge d'été ’s É"), ["don", "age", "ete", "e"]);
    }

    #[test]
    fn scripts_without_spaces_are_taken_in_pairs() {
        assert_eq!(words("会議が長い"), ["会議", "議か", "か長", "長い"]);
        assert_eq!(words("人 x1つ"), ["人", "x1", "つ"]);
        assert_eq!(words("งาน ab"), ["งา", "าน", "ab"]);
        assert_eq!(words("팀장"), [words("팀장")[0].as_str()]);
    }
}
