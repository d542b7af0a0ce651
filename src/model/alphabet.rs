//! The order of titles as the readers of a language look for them. It must not know what the titles are of.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::LanguageIdentifier;

use crate::markdown::is_mark;

/// The alphabet of a language. It is part of the program, so every system has the same order.
#[derive(Debug)]
pub struct Alphabet(CollatorBorrowed<'static>);

impl Alphabet {
    /// The alphabet of the language with this tag; of one that nobody knows, the order that most have in common.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let language = LanguageIdentifier::try_from_str(tag).unwrap_or(LanguageIdentifier::UNKNOWN);
        let mut preferences = CollatorPreferences::from(language);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = Collator::try_new(preferences, CollatorOptions::default());
        Self(collator.expect("the data for all languages are part of the program"))
    }

    /// What a title is sorted by: letters with their marks beside those without, numbers by their value, and no other
    /// signs.
    ///
    /// ```
    /// use twohats::model::Alphabet;
    /// let german = Alphabet::of("de");
    /// let mut titles = ["Zorn", "Ärger", "„Nein“ sagen", "10 Fragen", "Apfel", "9 Fragen"];
    /// titles.sort_by_cached_key(|title| german.key(title));
    /// assert_eq!(titles, ["9 Fragen", "10 Fragen", "Apfel", "Ärger", "„Nein“ sagen", "Zorn"]);
    /// ```
    #[must_use]
    pub fn key(&self, title: &str) -> Key<'_> {
        Key { words: words(title), alphabet: self }
    }
}

/// What a title is sorted by. Two that are equal may be written in two ways.
#[derive(Debug)]
pub struct Key<'a> {
    words: String,
    alphabet: &'a Alphabet,
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.alphabet.0.compare(&self.words, &other.words)
    }
}

impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key<'_> {}

/// The words of a title with one space between two. What joins words parts them too.
fn words(title: &str) -> String {
    let mut words = String::with_capacity(title.len());
    for sign in title.chars() {
        if sign.is_alphanumeric() || is_mark(sign) {
            words.push(sign);
        } else if is_gap(sign) && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words
}

/// Whether a sign parts words; brackets and quotes stand in the middle of some.
fn is_gap(sign: char) -> bool {
    let joins =
        matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '/' | '&' | '+' | '_' | '.' | ',' | ':');
    sign.is_whitespace() || joins
}

#[cfg(test)]
mod tests {
    use super::Alphabet;

    fn sorted(tag: &str, titles: &str) -> String {
        let alphabet = Alphabet::of(tag);
        let mut titles: Vec<&str> = titles.split(", ").collect();
        titles.sort_by_cached_key(|title| alphabet.key(title));
        titles.join(", ")
    }

    fn backwards(titles: &str) -> String {
        let titles: Vec<&str> = titles.split(", ").collect();
        titles.into_iter().rev().collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn every_language_has_its_own_alphabet() {
        for (tag, order) in [
            ("en", "ape, äpple, bee, Coop, ñame, orb, zoo"),
            ("de", "Apfel, Ärger, Öfter, Ordnung, Straße, Strasse b, Zorn"),
            ("sv", "Ask, Zon, Ål, Ärta, Öl"),
            ("nb", "Zoo, Ær, Øl, Ål"),
            ("da", "Zoo, Ære, Øl, Aalborg, Århus"),
            ("es", "nube, ñandú, oso"),
            ("es-MX", "nube, ñandú, oso"),
            ("cs", "cena, den, hlas, chata, jaro"),
            ("tr", "ılık, iyi, jale"),
            ("fr", "côte, coteau, été, zone"),
            ("pl", "lato, łan, mama"),
            ("uk", "гора, ґанок, дім"),
            ("zh", "阿, 北, 中"),
            ("zh-Hant", "一, 中, 北"),
            ("ja", "あさ, いぬ, うみ"),
        ] {
            assert_eq!(sorted(tag, &backwards(order)), order, "{tag}");
        }
    }

    #[test]
    fn signs_do_not_count_and_words_stay_words() {
        let order = "¿Ask?, “Be”, (c), Neu anfangen, Neu-bau, Neubau, 🚚 Oak, pay, Pay, …so";
        assert_eq!(sorted("en", &backwards(order)), order);
    }

    #[test]
    fn numbers_stand_by_their_value() {
        assert_eq!(
            sorted("en", "Day 10, Day 2, Day 1, 3.10, 3.9, 100, ٣"),
            "٣, 3.9, 3.10, 100, Day 1, Day 2, Day 10"
        );
    }

    #[test]
    fn a_language_that_nobody_knows_has_an_order_too() {
        for tag in ["", "xx", "qqq-Latn", "no tag"] {
            assert_eq!(sorted(tag, "b, ä, a"), "a, ä, b", "{tag}");
        }
    }
}
