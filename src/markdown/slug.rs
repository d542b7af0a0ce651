//! Ids from words.

use super::letters::{composed, is_joiner, is_mark};

/// Lower-case letters, digits and single hyphens; letters of every script stay, with the signs that belong to
/// them. Empty when the words hold no letter and no digit.
///
/// ```
/// assert_eq!(twohats::markdown::slug("Cost in days (about)"), "cost-in-days-about");
/// ```
#[must_use]
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for letter in composed(words).chars().flat_map(char::to_lowercase) {
        let follows_letter = !slug.is_empty() && !slug.ends_with('-');
        if letter.is_alphanumeric() || (is_mark(letter) && follows_letter) {
            slug.push(letter);
            // A small letter of "İ" has its dot already.
            if slug.ends_with("i\u{307}") {
                slug.pop();
            }
        } else if !matches!(letter, '\'' | '’') && !is_joiner(letter) && follows_letter {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    composed(&slug).into_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_sign_that_belongs_to_a_letter_never_splits_a_word() {
        for (words, id) in [
            ("கூட்டங்கள்", "கூட்டங்கள்"),
            ("අත්හදා", "අත්හදා"),
            ("İstanbul", "istanbul"),
            ("I\u{307}stanbul", "istanbul"),
            ("می\u{200c}شود", "میشود"),
            ("क्\u{200d}षेत्र में", "क्षेत्र-में"),
            ("Über\u{ad}gabe", "übergabe"),
        ] {
            assert_eq!(slug(words), id, "{words}");
        }
    }

    #[test]
    fn a_letter_in_two_parts_is_the_letter() {
        for (words, id) in [
            ("Gro\u{308}ße", "größe"),
            ("U\u{308}BER", "über"),
            ("u\u{200d}\u{308}", "ü"),
            ("e\u{301}", "é"),
        ] {
            assert_eq!(slug(words), id, "{words}");
        }
    }

    #[test]
    fn a_mark_without_a_letter_and_a_picture_are_no_part_of_an_id() {
        for (words, id) in [
            ("❤\u{fe0f} Care", "care"),
            ("1\u{fe0f}\u{20e3} Start", "1-start"),
            ("a \u{308}b", "a-b"),
            ("👩\u{200d}💻 Work", "work"),
        ] {
            assert_eq!(slug(words), id, "{words}");
        }
    }
}
