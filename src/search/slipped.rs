//! Which words of the index are to be compared with one that was typed. They stand in their order, so that those that
//! begin in a way are found at once, however many others there are.
//!
//! It must not know how similar they are.

use super::index::Term;

/// So few words are compared sooner than they are told apart.
const FEW: usize = 64;

/// Those that begin so.
pub(super) fn beginning<'a>(terms: &'a [Term], start: &str) -> &'a [Term] {
    let rest = &terms[terms.partition_point(|term| term.word.as_str() < start)..];
    &rest[..rest.partition_point(|term| term.word.starts_with(start))]
}

/// All from which this word may have slipped, and perhaps others; some come more than once. They begin with it but for one
/// letter that is missing, too many, another, or swapped with the next.
pub(super) fn slipped<'a>(terms: &'a [Term], word: &[char]) -> Vec<&'a Term> {
    let mut found: Vec<&Term> = Vec::new();
    let mut same = terms;
    for at in 0..word.len() {
        let (start, rest) = word.split_at(at);
        let start: String = start.iter().collect();
        let text = |head: &str, rest: &[char]| -> String {
            head.chars().chain(rest.iter().copied()).collect()
        };
        same = beginning(same, &start);
        if same.len() <= FEW {
            found.extend(same);
            break;
        }
        found.extend(beginning(same, &text(&start, &rest[1..])));
        if let [first, second, rest @ ..] = rest {
            let swapped = format!("{start}{second}{first}");
            found.extend(beginning(same, &text(&swapped, rest)));
        }
        let mut others = &same[same.partition_point(|term| term.word == start)..];
        while let Some(letter) = others.first().and_then(|term| term.word.chars().nth(at)) {
            let head = format!("{start}{letter}");
            let alike = beginning(others, &head);
            found.extend(beginning(alike, &text(&head, &rest[1..])));
            found.extend(beginning(alike, &text(&head, rest)));
            others = &others[alike.len()..];
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use testkit::chance::Chance;

    use super::super::index::Term;
    use super::super::postings::Postings;
    use super::super::similarity::slip;
    use super::slipped;

    #[test]
    fn no_word_is_passed_over_from_which_it_slipped() {
        let mut chance = Chance::new(16);
        for letters in [&['a', 'b'][..], &['a', 'b', 'é'], &['0', '1', '2', '3']] {
            let mut made =
                || -> String { (0..=chance.below(8)).map(|_| *chance.pick(letters)).collect() };
            let mut words: Vec<String> = (0..2000).map(|_| made()).collect();
            words.sort();
            words.dedup();
            let terms: Vec<Term> = words
                .into_iter()
                .map(|word| Term {
                    word,
                    others: Vec::new(),
                    rarity: 1,
                    postings: Postings::new(&[]),
                })
                .collect();
            for word in (0..60).map(|_| made().chars().collect::<Vec<char>>()) {
                let slips = |term: &&Term| slip(&word, &term.word) > 0;
                let all: Vec<&str> = terms.iter().filter(slips).map(|term| &*term.word).collect();
                let found = slipped(&terms, &word).into_iter().filter(slips);
                let mut found: Vec<&str> = found.map(|term| &*term.word).collect();
                found.sort_unstable();
                found.dedup();
                assert_eq!(found, all, "{word:?}");
            }
        }
    }
}
