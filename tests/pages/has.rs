//! What a page has and what it has not, with the page in the message.

#[track_caller]
pub fn holds(page: &str, part: &str) {
    assert!(page.contains(part), "`{part}` is not in the page:\n{page}");
}

#[track_caller]
pub fn lacks(page: &str, part: &str) {
    assert!(!page.contains(part), "`{part}` is in the page:\n{page}");
}
