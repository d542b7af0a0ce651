//! "Did you mean": the nearest of the names that would have been right.

use strsim::osa_distance;

/// The candidate that is at most two slips away (one for words of up to four letters), if there is one. A slip is a
/// missing, added, changed or swapped letter. The first of equally near ones wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_few(word, candidates).first().copied()
}

/// All the candidates that are equally near, and at most as far as `nearest` looks.
pub fn nearest_few<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let most = if word.chars().count() <= 4 { 1 } else { 2 };
    let folded = word.to_lowercase();
    let mut least = most;
    let mut near = Vec::new();
    for candidate in candidates {
        let slips = osa_distance(&folded, &candidate.to_lowercase());
        if slips < least {
            near.clear();
            least = slips;
        }
        if slips <= least {
            near.push(candidate);
        }
    }
    near
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
