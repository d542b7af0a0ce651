//! What a search knows of a language: the words without weight, the endings of words, and how words are put together.
//!
//! It must not know any page.

use fnv::FnvHashSet;

use super::words::each_word;

/// Endings that an English word may change for one another and stay the same word, in two sets: `agree`, `agreed`,
/// `agreement`; `reply`, `replies`.
const ENGLISH: [&str; 2] = [
    " s e es ed d r rs er ers or ors ing ings ly ion ions ation ations ment ments ement ements al als ance ise ship \
     ership ness able se ze ses zes sed zed sing zing sation zation ur urs re me mes",
    "y ies ied ier iest ily ys",
];

const GERMAN: [&str; 1] =
    [" e en n er ern es em s st t te ten tet et ung ungen erin in innen erinnen lich end ende"];

/// Words without weight that the list of a language lacks.
const UNLISTED: [(&str, &str); 1] = [("en", "can't i'm i've i'd cannot simply seem seems really")];

/// What may stand between the parts of a word.
const BETWEEN_GERMAN: [&str; 7] = ["", "s", "es", "n", "en", "er", "e"];
const BETWEEN_DUTCH: [&str; 4] = ["", "s", "e", "en"];
const BETWEEN_NORTHERN: [&str; 3] = ["", "s", "e"];

/// A language as far as a search knows it.
#[derive(Debug)]
pub(super) struct Language {
    /// Words that stand everywhere and say nothing, as they are looked for.
    pub weightless: FnvHashSet<String>,
    /// Sets of endings; none where they are not known.
    pub endings: &'static [&'static str],
    /// What may stand between the parts of a word that is put together; none where words are not.
    pub between: &'static [&'static str],
}

impl Language {
    /// What is known of the language with a tag.
    pub(super) fn of(tag: &str) -> Self {
        let tag = tag.split('-').next().unwrap_or(tag);
        let listed = stop_words::lookup(if matches!(tag, "nb" | "nn") { "no" } else { tag });
        let mut weightless = FnvHashSet::default();
        let unlisted = UNLISTED.iter().filter(|(of, _)| *of == tag);
        let unlisted = unlisted.flat_map(|(_, words)| words.split(' '));
        for text in listed.into_iter().flatten().copied().chain(unlisted) {
            // `don't` is also typed as `dont`.
            for text in [text.to_owned(), text.replace(['\'', '’'], "")] {
                each_word(&text, |word| {
                    weightless.insert(word.to_owned());
                });
            }
        }
        let (endings, between): (&[&str], &[&str]) = match tag {
            "en" => (&ENGLISH, &[]),
            "de" => (&GERMAN, &BETWEEN_GERMAN),
            "nl" => (&[], &BETWEEN_DUTCH),
            "sv" | "da" | "no" | "nb" | "nn" => (&[], &BETWEEN_NORTHERN),
            "fi" | "hu" | "et" => (&[], &[""]),
            _ => (&[], &[]),
        };
        Self { weightless, endings, between }
    }

    /// The words and phrases that mean the same in the language, a group a line, with commas between them.
    pub(super) fn same(tag: &str) -> &'static str {
        match tag.split('-').next().unwrap_or(tag) {
            "en" => include_str!("same/en.txt"),
            "de" => include_str!("same/de.txt"),
            _ => "",
        }
    }
}
