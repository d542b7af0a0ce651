//! The blocks of the page `hosting` of the author guide.

use std::fs;
use std::path::Path;

/// The block whose fence says this.
#[track_caller]
pub fn block(info: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/content/guidance/hosting.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let begin = format!("\n```{info}\n");
    let (_, rest) = page.split_once(&begin).unwrap_or_else(|| panic!("no block `{info}`"));
    rest.split_once("\n```\n").expect("it ends").0.to_owned()
}
