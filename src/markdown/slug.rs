//! Ids from words.

/// Lower-case letters, digits and single hyphens; letters of every script stay. Empty when the words hold
/// no letter and no digit.
///
/// ```
/// assert_eq!(twohats::markdown::slug("Cost in days (about)"), "cost-in-days-about");
/// ```
#[must_use]
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for letter in words.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !matches!(letter, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
