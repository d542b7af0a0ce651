//! A fault that was seen on a page is told with the page's name, and with a picture of how it looked.

use std::fs;
use std::path::Path;

use testkit::browser::Page;
use testkit::outcome::{Outcome, because};

/// The faults that a test has just found on a page, which is still as it was then.
pub fn named(
    mut faults: Vec<String>,
    page: &mut Page,
    test: &str,
    name: &str,
) -> Outcome<Vec<String>> {
    if faults.is_empty() {
        return Ok(faults);
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).map_err(because("no folder for pictures"))?;
    let file = folder.join(format!("{}.png", name.replace(['/', '.'], "-")));
    fs::write(&file, page.picture()?).map_err(because("no picture"))?;
    for fault in &mut faults {
        *fault = format!("{name}: {fault}");
    }
    faults.push(format!("  seen in {}", file.display()));
    Ok(faults)
}
