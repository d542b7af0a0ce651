//! `cargo xtask new-key KIND NAME`: a key of a kind of content, declared and read and kept as one line of Markdown. The
//! compiler and the tests are red wherever somebody has to say what becomes of it.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use crate::insert::{Insert, Side, read, write};

/// A kind of content: its word, the file of its keys, the file of its model, and the type there.
type Kind = (&'static str, &'static str, &'static str, &'static str);

const KINDS: [Kind; 5] = [
    ("scenario", "src/load/scenario/mod.rs", "src/model/scenario.rs", "Scenario"),
    ("template", "src/load/template.rs", "src/model/template.rs", "Template"),
    ("guide", "src/load/guide.rs", "src/model/guide.rs", "Guide"),
    ("comparison", "src/load/comparison.rs", "src/model/comparison.rs", "Comparison"),
    ("self_check", "src/load/self_check.rs", "src/model/self_check.rs", "SelfCheck"),
];

const NEXT: &str = "
next:
  1. say in the declaration what the key is for and how it looks; choose its shape, and its type in the model
  2. `cargo check` is red where somebody has to say what becomes of it: make it a part of the page
  3. hand it to the layout in `src/render/`, show it in `themes/default/layouts/`, and give it its words in
     `themes/default/wording/en.toml` and `de.toml`
  4. `cargo xtask bless` tells editors and authors of it
  5. a line in `CHANGELOG.md`";

pub fn run(words: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let words: Vec<String> = words.filter_map(|word| word.into_string().ok()).collect();
    let [kind, name] = &words[..] else { return Err(usage()) };
    let is_name = name
        .split('_')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()));
    let kind = KINDS.iter().find(|one| one.0 == kind).filter(|_| is_name).ok_or_else(usage)?;
    write(&[], &inserts(kind, name, &read(kind.1)?))?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let formatted = Command::new(cargo).args(["fmt", "--package", "twohats"]).status();
    if !formatted.is_ok_and(|status| status.success()) {
        return Err("`cargo fmt` failed".into());
    }
    println!("{NEXT}");
    Ok(ExitCode::SUCCESS)
}

fn usage() -> String {
    let kinds = KINDS.map(|one| one.0).join(", ");
    format!(
        "usage: cargo xtask new-key KIND NAME, as in `scenario use_when`; the kinds are {kinds}"
    )
}

/// What goes into the two files. `keys` is the text of the first.
fn inserts(&(kind, file, model, kept): &Kind, name: &str, keys: &str) -> Vec<Insert> {
    let constant = name.to_uppercase();
    let insert =
        |path: &str, mark: String, side, text| Insert { path: path.into(), mark, side, text };
    let declared = format!(
        "const {constant}: Key<Line> = Key::new(\"{name}\", \"TODO: what it is for.\", \"{name}: TODO\");\n\n"
    );
    let kept_as = format!("    /// TODO: what it is.\n    pub {name}: Option<Prose>,\n");
    let mut inserts = vec![
        insert(file, "TOPICS.any(),".into(), Side::After, format!(" {constant}.any(),")),
        insert(file, format!("pub(super) fn {kind}("), Side::Before, declared),
        insert(
            file,
            format!("({kept} {{"),
            Side::After,
            format!("{name}: reader.line(keys, &{constant}),"),
        ),
        insert(model, format!("pub struct {kept} {{\n"), Side::After, kept_as),
    ];
    if !keys.contains(" Line,") {
        inserts.push(insert(file, "\nuse crate::schema::{".into(), Side::After, "Line, ".into()));
    }
    inserts
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{KINDS, inserts};

    #[test]
    fn every_kind_has_a_place_for_a_new_key() {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("it has a folder above it");
        let text = |path: &str| fs::read_to_string(root.join(path)).expect("the file is there");
        for kind in &KINDS {
            for insert in inserts(kind, "new_key", &text(kind.1)) {
                insert.made(&text(&insert.path)).expect("there is one place for it");
            }
        }
    }
}
