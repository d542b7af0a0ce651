//! Words and phrases that mean the same: those that come with a language, and those of the book.
//!
//! It must not know which page has which.

use fnv::FnvHashMap;

use super::language::Language;
use super::similarity::JOINT;
use super::words::each_word;

/// Groups of words and phrases that mean the same.
#[derive(Debug, Default)]
pub(super) struct Same {
    /// Each group's members as they are looked for: the words of a phrase are one.
    pub groups: Vec<Vec<String>>,
    /// The phrases by the first of their words, each with its words; longer ones first.
    phrases: FnvHashMap<String, Vec<Vec<String>>>,
    /// Whether the first word of a phrase may be of this look: nearly all words of a text begin none.
    looks: Vec<bool>,
}

/// A phrase of which the first words have stood in a text.
struct Begun<'s> {
    phrase: &'s [String],
    next: usize,
}

impl Same {
    /// The groups of a language, and those that a book adds.
    pub(super) fn new(language: &str, of_book: &[Vec<String>]) -> Self {
        let listed = Language::same(language).lines();
        let listed = listed.map(|line| line.split(',').filter_map(member).collect());
        let own =
            of_book.iter().map(|group| group.iter().filter_map(|text| member(text)).collect());
        Self::of(listed.chain(own).collect())
    }

    fn of(groups: Vec<Vec<String>>) -> Self {
        let mut phrases: FnvHashMap<String, Vec<Vec<String>>> = FnvHashMap::default();
        for phrase in groups.iter().flatten().filter(|member| member.contains(JOINT)) {
            let words: Vec<String> = phrase.split(JOINT).map(str::to_owned).collect();
            phrases.entry(words[0].clone()).or_default().push(words);
        }
        for phrases in phrases.values_mut() {
            phrases.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            phrases.dedup();
        }
        let mut looks = vec![false; LOOKS];
        for word in phrases.keys() {
            looks[look(word)] = true;
        }
        Self { groups, phrases, looks }
    }

    /// Those groups of which a book has something.
    pub(super) fn of_which(self, is_there: impl Fn(&str) -> bool) -> Self {
        let is_alive = |group: &Vec<String>| group.iter().any(|member| is_there(member));
        Self::of(self.groups.into_iter().filter(is_alive).collect())
    }

    /// The phrases that stand in words of a text, each as one word.
    pub(super) fn follow<'s>(
        &'s self,
        reading: &mut Reading<'s>,
        word: &str,
        mut take: impl FnMut(&str),
    ) {
        if !reading.0.is_empty() {
            reading.0.retain_mut(|begun| {
                if begun.phrase[begun.next] != word {
                    return false;
                }
                begun.next += 1;
                let is_whole = begun.next == begun.phrase.len();
                if is_whole {
                    take(&begun.phrase.join(JOINT));
                }
                !is_whole
            });
        }
        if !self.looks.get(look(word)).is_some_and(|is_there| *is_there) {
            return;
        }
        let begun = self.phrases.get(word).into_iter().flatten();
        reading.0.extend(begun.map(|phrase| Begun { phrase, next: 1 }));
    }

    /// The words of a query, in which each phrase is one word.
    pub(super) fn joined(&self, words: &[String]) -> Vec<String> {
        let mut joined = Vec::new();
        let mut rest = words;
        while let Some(first) = rest.first() {
            let phrases = self.phrases.get(first).into_iter().flatten();
            let phrase = phrases.into_iter().find(|phrase| rest.starts_with(phrase));
            joined.push(phrase.map_or_else(|| first.clone(), |phrase| phrase.join(JOINT)));
            rest = &rest[phrase.map_or(1, Vec::len)..];
        }
        joined
    }

    /// All phrases, each as one word, in their order.
    pub(super) fn phrases(&self) -> Vec<&str> {
        let members = self.groups.iter().flatten().map(String::as_str);
        let mut phrases: Vec<&str> = members.filter(|member| member.contains(JOINT)).collect();
        phrases.sort_unstable();
        phrases.dedup();
        phrases
    }
}

/// How many looks of words are told apart.
const LOOKS: usize = 1 << 12;

/// A number that few words share, made of the length and of two bytes: quick, where a hash reads all of them.
fn look(word: &str) -> usize {
    let bytes = word.as_bytes();
    let (first, last) = (bytes.first().copied(), bytes.last().copied());
    let byte = |byte: Option<u8>| byte.map_or(0, usize::from);
    (byte(first) * 129 + byte(last) * 17 + bytes.len()) % LOOKS
}

/// How far the phrases of a text have been read.
#[derive(Default)]
pub(super) struct Reading<'s>(Vec<Begun<'s>>);

/// A word or a phrase as it is looked for; `None` where there is nothing but signs.
fn member(text: &str) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    each_word(text, |word| words.push(word.to_owned()));
    (!words.is_empty()).then(|| words.join(JOINT))
}

#[cfg(test)]
mod tests {
    use super::Same;

    #[test]
    fn a_phrase_is_one_word_and_the_longest_counts() {
        let groups =
            [vec!["1on1".to_owned(), "one to one".to_owned(), "one to one talk".to_owned()]];
        let same = Same::new("", &groups);
        let words = ["a", "one", "to", "one", "talk", "one", "to"].map(String::from);
        assert_eq!(same.joined(&words), ["a", "one+to+one+talk", "one", "to"]);
        assert_eq!(same.groups, [["1on1", "one+to+one", "one+to+one+talk"]]);
    }
}
