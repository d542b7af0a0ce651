//! The smallest part in which a text is not another one. It must not know what the texts are.

/// The bytes of the first text that are not the same in the second, and what the second has there.
#[must_use]
pub fn difference<'a>(before: &str, after: &'a str) -> ((usize, usize), &'a str) {
    let is_same = |(one, other): &(u8, u8)| one == other;
    let start = before.bytes().zip(after.bytes()).take_while(is_same).count();
    let start = before.floor_char_boundary(start);
    let ends = before[start..].bytes().rev().zip(after[start..].bytes().rev());
    let mut end = ends.take_while(is_same).count();
    // Bytes that are the same may be those of letters that are not.
    while !before.is_char_boundary(before.len() - end) {
        end -= 1;
    }
    ((start, before.len() - end), &after[start..after.len() - end])
}

/// Where the byte `at` of the first text is in the second. What is the same at both ends moves along; between them it goes with
/// the nearest line that is the same, and where there is none, to where the texts begin to differ.
#[must_use]
pub fn moved(before: &str, at: usize, after: &str) -> usize {
    let ((start, end), put) = difference(before, after);
    if at <= start {
        return at;
    }
    if at >= end {
        return at - end + start + put.len();
    }
    let begin = before[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = before[begin..].split('\n').next().unwrap_or_default();
    let lines = after.split('\n').scan(0, |from, line| {
        let begin = *from;
        *from += line.len() + 1;
        Some((begin, line))
    });
    let between = lines.filter(|(from, _)| (start..=start + put.len()).contains(from));
    let same = between.filter(|(_, other)| *other == line).map(|(from, _)| from);
    same.min_by_key(|from| from.abs_diff(begin)).map_or(start, |from| from + at - begin)
}

#[cfg(test)]
mod tests {
    use super::{difference, moved};

    #[test]
    fn a_place_moves_along_with_its_line() {
        let before = "one\ntwo\nthree\ntwo\nfive\n";
        for (after, word, there) in [
            ("one\ntwo\nthree\ntwo\nfive\n", "three", Some(8)),
            ("new\none\ntwo\nthree\ntwo\nfive\n", "three", Some(12)),
            ("one\ntwo\nthree\ntwo\nfive and more\n", "three", Some(8)),
            ("One\ntwo\nnew\nthree\ntwo\nFive\n", "three", Some(12)),
            ("One\ntwo\n3\ntwo\nFive\n", "three", None),
            ("", "three", None),
        ] {
            let at = before.find(word).expect("it is there");
            assert_eq!(moved(before, at, after), there.unwrap_or(0), "{after}");
        }
    }

    #[test]
    fn what_is_the_same_at_both_ends_is_left_and_letters_stay_whole() {
        for (before, after, cut, put) in [
            ("one two", "one 2 two", (4, 4), "2 "),
            ("aa", "aaa", (2, 2), "a"),
            ("é", "è", (0, 2), "è"),
            ("Ã©", "Ã¨x", (2, 4), "¨x"),
            ("", "a", (0, 0), "a"),
            ("a", "a", (1, 1), ""),
        ] {
            assert_eq!(difference(before, after), (cut, put), "{before} {after}");
        }
    }
}
