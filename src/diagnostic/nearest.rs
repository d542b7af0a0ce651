//! "Did you mean": the nearest of the names that would have been right.

use strsim::osa_distance;

/// The candidate that is at most two slips away (one for words of up to four letters), if there is one. A slip is a
/// missing, added, changed or swapped letter. The first of equally near ones wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = if word.chars().count() <= 4 { 1 } else { 2 };
    let folded = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (osa_distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(slips, _)| *slips <= most)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_another_word_is_not() {
        let keys = ["title", "summary", "signs", "do"];
        assert_eq!(nearest("tilte", keys), Some("title"));
        assert_eq!(nearest("summry", keys), Some("summary"));
        assert_eq!(nearest("Signs", keys), Some("signs"));
        assert_eq!(nearest("dos", keys), Some("do"));
        assert_eq!(nearest("severity", keys), None);
        assert_eq!(nearest("why", keys), None);
    }
}
