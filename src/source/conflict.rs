//! The marks that git leaves in a file where two people changed the same lines. It must not know what the lines mean.

use std::ops::Range;

use super::Source;

/// How many signs make a mark.
const LENGTH: usize = 7;

/// Two versions of the same lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The line of the first mark that is there.
    pub mark: Range<usize>,
    /// The marks in the middle and at the end, with the second version between them; empty where they are gone.
    second: Range<usize>,
}

/// A conflict whose end has not come yet.
struct Open {
    mark: Range<usize>,
    second: Option<usize>,
}

impl Source {
    /// Every conflict that git left in this text. One that a fence shows as an example is none.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let text = self.text();
        // Every byte is looked at, whatever was found before: so the machine looks at many at a time.
        let may_have = text.bytes().fold(false, |found, byte| found | matches!(byte, b'<' | b'>'));
        if !may_have || !(text.contains("<<<<<<<") || text.contains(">>>>>>>")) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut open: Option<Open> = None;
        // The fence that is open, and how many conflicts stand before it.
        let mut fence: Option<(&str, usize)> = None;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            let words = line.trim_end();
            let place = start..start + words.len();
            match mark(words) {
                Some('<') => {
                    found.extend(open.take().map(Open::unfinished));
                    open = Some(Open { mark: place, second: None });
                }
                Some('>') => match open.take() {
                    Some(Open { mark, second }) => {
                        found.push(Conflict { mark, second: second.unwrap_or(start)..end });
                    }
                    // A quote in a quote may well have a sentence in it.
                    None if !words[LENGTH..].trim().contains(' ') => {
                        found.push(Conflict { mark: place, second: end..end });
                    }
                    None => {}
                },
                Some(_) => {
                    if let Some(Open { second, .. }) = &mut open {
                        second.get_or_insert(start);
                    }
                }
                None => match fence {
                    Some((sign, before)) if words.trim_start().starts_with(sign) => {
                        if open.is_none() {
                            found.truncate(before);
                        }
                        fence = None;
                    }
                    Some(_) => {}
                    None => {
                        let signs = ["```", "~~~"].into_iter();
                        let sign = signs.filter(|sign| words.trim_start().starts_with(sign));
                        fence = sign.map(|sign| (sign, found.len())).next();
                    }
                },
            }
            start = end;
        }
        found.extend(open.map(Open::unfinished));
        found
    }

    /// The same text with the first version of each conflict alone. What is left out is spaces, so that every place
    /// stays where it is.
    #[must_use]
    pub fn first_version(&self, conflicts: &[Conflict]) -> Self {
        let mut bytes = self.text().as_bytes().to_vec();
        let out = conflicts.iter().flat_map(|conflict| [&conflict.mark, &conflict.second]);
        for byte in out.flat_map(Range::clone) {
            if bytes[byte] != b'\n' {
                bytes[byte] = b' ';
            }
        }
        let text = String::from_utf8(bytes).expect("whole lines of a text are whole letters");
        Self::new(self.path(), &text)
    }
}

impl Open {
    fn unfinished(self) -> Conflict {
        let end = self.mark.end;
        Conflict { mark: self.mark, second: end..end }
    }
}

/// The sign of the mark that a line is, if it is one.
fn mark(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '<' | '|' | '=' | '>'))?;
    let rest = line.trim_start_matches(sign);
    let is_mark = line.len() - rest.len() == LENGTH
        && (rest.is_empty() || (sign != '=' && rest.starts_with(' ')));
    is_mark.then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn marks(text: &str) -> Vec<&str> {
        let found = Source::new("a", text).conflicts();
        found.iter().map(|conflict| &text[conflict.mark.clone()]).collect()
    }

    #[test]
    fn each_conflict_is_found_at_the_first_mark_that_is_left() {
        let conflict = "<<<<<<< HEAD\na\n||||||| 1a2b\nb\n=======\nc\n>>>>>>> spring\n";
        assert_eq!(marks(conflict), ["<<<<<<< HEAD"]);
        assert_eq!(marks(&conflict.repeat(2)), ["<<<<<<< HEAD"; 2]);
        assert_eq!(marks("a\n=======\nc\n>>>>>>> spring\n"), [">>>>>>> spring"]);
        assert_eq!(marks("<<<<<<< ours\na\n<<<<<<<\n"), ["<<<<<<< ours", "<<<<<<<"]);
    }

    #[test]
    fn a_heading_a_quote_and_an_example_are_no_conflicts() {
        for text in [
            "A heading\n=======\n\n>> quoted twice\n",
            ">>>>>>> Who said so was right\n",
            "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> spring\n```\n",
            "<<<<<<<<<<<<<<\n",
            "a <<<<<<< b\n",
        ] {
            assert!(marks(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_first_version_stays_where_it_is() {
        let source = Source::new("a", "a\n<<<<<<< HEAD\né\n=======\nü\n>>>>>>> spring\nb\n");
        let first = source.first_version(&source.conflicts());
        assert_eq!(first.text().split_whitespace().collect::<Vec<_>>(), ["a", "é", "b"]);
        assert_eq!(first.text().find('b'), source.text().rfind('b'));
    }
}
