//! The blocks of the page `hosting` of the author guide.

use std::fs;
use std::path::Path;

/// The block of this language that stands at this place among those of it.
#[track_caller]
pub fn block(language: &str, place: usize) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/content/guidance/hosting.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let begin = format!("\n```{language}\n");
    let rest = page.split(&begin).nth(place + 1);
    let rest = rest.unwrap_or_else(|| panic!("no block {place} of {language}"));
    rest.split_once("\n```\n").expect("it ends").0.to_owned()
}
