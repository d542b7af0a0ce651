//! The pages that have a word, as they stand in the files of the index: so they are small in memory too, and are written
//! out once.
//!
//! The reader of files has its twin in `themes/default/scripts/search/20-find.js`. It must not know what a query is.

use super::labels::Labels;

/// The digits of a number in one letter: what can stand in quotes and is no digit.
const CODES: &[u8; 80] =
    b"!#$%&()*+,-./:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// The number of each of those letters.
const NUMBERS: [u8; 128] = {
    let mut numbers = [0; 128];
    let mut number: u8 = 0;
    while (number as usize) < CODES.len() {
        numbers[CODES[number as usize] as usize] = number;
        number += 1;
    }
    numbers
};

/// What stands before the number of a label: no digit either, and no code.
const LABEL: u8 = b'\'';

/// A page that has a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Posting {
    /// The page's number.
    pub page: u32,
    /// How much the word weighs there, from 1 to `WEIGHTS`.
    pub weight: u8,
    /// 1 when it stands in the leader's answer, 2 in the manager's, 3 in both.
    pub roles: u8,
    /// The labels of the page in which it stands.
    pub labels: Labels,
}

/// The pages that have a word, in their order: for each how many are left out before it, when there are any, what the
/// word weighs there, with whose answer it stands in, and each of the labels in which it stands, behind a sign.
#[derive(Debug)]
pub struct Postings(Box<str>);

impl Postings {
    pub(super) fn new(all: &[Posting]) -> Self {
        let mut text = String::with_capacity(2 * all.len());
        let mut next = 0;
        for posting in all {
            if posting.page > next {
                push_number(&mut text, posting.page - next);
            }
            text.push(code(usize::from(posting.weight - 1) * 4 + usize::from(posting.roles)));
            for label in posting.labels.numbers() {
                text.push(char::from(LABEL));
                text.push(code(label));
            }
            next = posting.page + 1;
        }
        Self(text.into())
    }

    /// As they stand in a file.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Posting> {
        let (mut rest, mut next) = (self.0.bytes().peekable(), 0);
        std::iter::from_fn(move || {
            let mut left_out = 0;
            while let Some(digit) = rest.next_if(u8::is_ascii_digit) {
                left_out = 10 * left_out + u32::from(digit - b'0');
            }
            let code = number(rest.next()?);
            let mut labels = Labels::default();
            while rest.next_if_eq(&LABEL).is_some() {
                labels = labels.and(Labels::one(number(rest.next()?).into()));
            }
            let page = next + left_out;
            next = page + 1;
            Some(Posting { page, weight: code / 4 + 1, roles: code % 4, labels })
        })
    }
}

/// A number below 80 in one letter.
pub(super) fn code(number: usize) -> char {
    char::from(CODES[number])
}

fn number(code: u8) -> u8 {
    NUMBERS[usize::from(code)]
}

fn push_number(text: &mut String, number: u32) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.extend(char::from_digit(number % 10, 10));
}

#[cfg(test)]
mod tests {
    use super::{Labels, Posting, Postings};

    #[test]
    fn postings_are_read_as_they_were_written() {
        let labels = Labels::one(0).and(Labels::one(63));
        let all = [(0, 1, 0), (1, 20, 3), (12, 7, 1), (1_000_000, 20, 2), (1_000_001, 2, 0)];
        let all = all.map(|(page, weight, roles)| {
            let labels = if roles == 3 { labels } else { Labels::default() };
            Posting { page, weight, roles, labels }
        });
        let told = |one: Posting| (one.page, one.weight, one.roles, one.labels);
        let read: Vec<_> = Postings::new(&all).iter().map(told).collect();
        assert_eq!(read, all.map(told));
    }
}
