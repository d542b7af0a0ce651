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

#[cfg(test)]
mod tests {
    use super::difference;

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
