//! The table of what was measured, as Markdown.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use testkit::cost::Cost;

/// What was measured at one size of book.
pub struct Size {
    pub scenarios: usize,
    pub files: usize,
    pub bytes: u64,
    /// The floor is the first.
    pub rows: [Row; 4],
}

pub struct Row {
    pub what: &'static str,
    pub written: usize,
    pub cost: Cost,
}

pub fn table(sizes: &[Size]) -> String {
    let mut table = String::from(
        "| scenarios | build | wall s | CPU s | CPU to the floor | CPU ms a file | peak MiB | files written |\n\
         | --: | --- | --: | --: | --: | --: | --: | --: |\n",
    );
    for size in sizes {
        let [floor, ..] = &size.rows;
        for row in &size.rows {
            let _ = writeln!(
                table,
                "| {} | {} | {:.2} | {:.2} | {:.1} | {:.2} | {} | {} |",
                size.scenarios,
                row.what,
                row.cost.wall.as_secs_f64(),
                row.cost.cpu.as_secs_f64(),
                ratio(row.cost.cpu, floor.cost.cpu),
                row.cost.cpu.as_secs_f64() * 1000.0 / share(size.files),
                row.cost.peak >> 20,
                row.written,
            );
        }
    }
    for size in sizes {
        let (scenarios, files) = (size.scenarios, size.files);
        let _ = write!(
            table,
            "\n{scenarios} scenarios are {files} files, {} MB.",
            size.bytes / 1_000_000
        );
    }
    table.push('\n');
    table
}

fn ratio(cost: Duration, floor: Duration) -> f64 {
    cost.as_secs_f64() / floor.as_secs_f64().max(1e-3)
}

fn share(files: usize) -> f64 {
    u32::try_from(files.max(1)).map_or(f64::INFINITY, f64::from)
}

/// Puts a table in its place in `docs/speed.md`: between the marks of the command that makes it.
pub fn keep(command: &str, table: &str) -> Result<(), String> {
    let (first, last) = (format!("<!-- {command} writes from here -->\n"), "<!-- to here -->");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/speed.md");
    let fail = |what: &str| format!("{}: {what}", file.display());
    let page = fs::read_to_string(&file).map_err(|error| fail(&error.to_string()))?;
    let (before, rest) = page.split_once(&first).ok_or_else(|| fail("it has no place for it"))?;
    let (_, after) = rest.split_once(last).ok_or_else(|| fail("its place has no end"))?;
    let page = format!("{before}{first}\n{table}\n{last}{after}");
    fs::write(&file, page).map_err(|error| fail(&error.to_string()))
}
