//! Holds the author guide in `docs/guide` to the program: its tables and its rules are those of the code, its
//! examples are parts of files that pass the check, and it is a playbook without fault itself.

#[path = "guide/examples.rs"]
mod examples;
#[path = "guide/recording.rs"]
mod recording;
#[path = "guide/theme.rs"]
mod theme;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use testkit::{Book, made};
use twohats::build::{Memory, Options, build, layout_faults};
use twohats::diagnostic::rules::RULES;
use twohats::diagnostic::{Style, human};
use twohats::load::{FIELD_TYPES, FieldType, File, allowed};
use twohats::model::Kind;
use twohats::schema::{Key, Map, Need, Shape};
use twohats::source::{for_hosts, read};
use twohats::theme::HOOKS;

#[test]
fn pages_that_are_made_from_the_code_are_fresh() {
    made::are_fresh(pages().into_iter().map(|(name, text)| (guidance().join(name), text)));
}

#[test]
fn every_key_is_told_of_in_words_of_its_own() {
    for (name, text) in pages().into_iter().filter(|(name, _)| *name != "rules.md") {
        let left: Vec<&str> = text.lines().filter(|line| line.contains("TODO")).collect();
        assert!(left.is_empty(), "{name}: {left:?} waits to be written in src/load/");
    }
}

#[test]
fn the_guide_is_a_playbook_without_fault() {
    let sources = read(&root(), allowed).expect("the guide can be read");
    let made = build(&sources, &Options::default(), &mut Memory::default());
    let told: Vec<String> = made.notes.iter().map(|note| human(note, Style::Plain)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    let faults = layout_faults(&made.value.expect("it has no faults"));
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn an_example_that_names_a_file_is_a_part_of_it() {
    let mut seen = 0;
    for (page, text) in written() {
        for Fence { info, text: block, .. } in fences(&text) {
            let Some(path) = info.strip_prefix("yaml content/") else { continue };
            let file = fs::read_to_string(root().join("content").join(path)).expect("a file");
            assert!(file.contains(&block), "{page} shows what is not in {path}:\n{block}");
            seen += 1;
        }
    }
    assert!(seen > 10, "only {seen} examples are found");
}

#[test]
fn every_file_that_hosts_look_for_is_named() {
    let page = fs::read_to_string(guidance().join("publishing.md")).expect("a page");
    let missing: Vec<&str> =
        for_hosts().filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_themes_that_the_guide_makes_are_without_fault() {
    let mut seen = 0;
    for (page, text) in written() {
        let mut book = Book::small()
            .file("book.toml", "[book]\ntitle = \"Ours\"\ntheme = \"ours\"\n")
            .file("themes/ours/assets/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        for Fence { info, text: block, .. } in fences(&text) {
            let Some((_, path)) = info.split_once(' ') else { continue };
            if path.starts_with("themes/") {
                book = book.file(path, block);
                seen += 1;
            }
        }
        let told: Vec<&str> = book.diagnostics().iter().map(|one| one.rule.name).collect();
        assert!(told.iter().all(|rule| *rule == "thin-side"), "{page}: {}", book.told());
    }
    assert!(seen >= 5, "only {seen} files of themes are found");
}

#[test]
fn every_example_is_what_it_says_it_is() {
    let readme = root().join("../../README.md");
    let readme = fs::read_to_string(readme).expect("the README is there");
    let texts = written().into_iter().chain([("README.md".to_owned(), readme)]);
    let texts: Vec<(String, String)> = texts.collect();
    let faults = texts.iter().flat_map(|(page, text)| examples::faults(page, text));
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    let number: usize = texts.iter().map(|(_, text)| examples::number(text)).sum();
    assert!(number > 30, "only {number} examples are found");
}

#[test]
fn every_example_of_a_key_passes_the_check() {
    let faults = examples::faults_of_keys();
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n\n"));
}

#[test]
fn every_command_is_told_of() {
    let text: String = written().into_iter().map(|(_, text)| text).collect();
    for command in [
        "init",
        "new",
        "serve",
        "check",
        "explain",
        "build",
        "mv",
        "report",
        "schema",
        "theme",
        "translate",
        "verify",
    ] {
        assert!(
            text.contains(&format!("twohats {command}")),
            "the guide has no `twohats {command}`"
        );
    }
}

/// The pages that people wrote.
fn written() -> Vec<(String, String)> {
    let made: Vec<&str> = pages().iter().map(|(name, _)| *name).collect();
    let files = fs::read_dir(guidance()).expect("the guide is there");
    let names = files.map(|file| file.expect("a file").file_name().into_string().expect("UTF-8"));
    let names = names.filter(|name| !made.contains(&name.as_str()));
    names
        .map(|name| (name.clone(), fs::read_to_string(guidance().join(&name)).expect("UTF-8")))
        .collect()
}

/// The pages that are made from the code.
fn pages() -> Vec<(&'static str, String)> {
    vec![
        ("keys-of-a-scenario.md", scenario()),
        ("keys-of-a-template.md", template()),
        ("keys-of-the-other-kinds.md", others()),
        ("keys-of-the-first-page.md", first_page()),
        ("keys-of-book-toml.md", book()),
        ("rules.md", rules()),
        ("what-scripts-look-for.md", hooks()),
        ("what-a-theme-is-made-of.md", theme_parts()),
    ]
}

fn scenario() -> String {
    let file = File::Content(Kind::Scenario);
    let mut page = head("The keys of a scenario", file.map().about, 21);
    keys(&mut page, file.map(), "##", "yaml");
    groups(file.map(), "", &mut |title, map| {
        let _ = write!(page, "\n## {title}\n\n{}\n", map.about);
        keys(&mut page, map, "###", "yaml");
    });
    page
}

/// Tells of every group of keys in a group, and of those in them, each by a title. `place` is where the group is.
fn groups(map: &'static Map, place: &str, tell: &mut impl FnMut(&str, &'static Map)) {
    for key in map.all() {
        let Some(inner) = key.shape.map() else { continue };
        let name = key.name;
        let title = match key.shape {
            Shape::Groups(_) if name == format!("{}s", inner.name) => format!("A line of `{name}`"),
            Shape::Groups(_) => format!("A {} of `{name}`", inner.name),
            _ => format!("Below `{name}`"),
        };
        tell(&format!("{title}{place}"), inner);
        groups(inner, &format!(", below `{name}`"), tell);
    }
}

fn template() -> String {
    let file = File::Content(Kind::Template);
    let mut page = head("The keys of a template", file.map().about, 22);
    keys(&mut page, file.map(), "##", "yaml");
    page.push_str("\n## Types of fields\n\nA field starts with its type and its label. A column of a table can be one of: ");
    let columns: Vec<String> = FIELD_TYPES
        .iter()
        .filter(|one| one.in_tables)
        .map(|one| format!("`{}`", one.map.name))
        .collect();
    let _ = writeln!(page, "{}.", columns.join(", "));
    for one in &FIELD_TYPES {
        field_type(&mut page, one);
    }
    page.push_str("\n## Keys that every field may have\n");
    let common = FIELD_TYPES[0].map.keys.last().expect("every type has the common keys");
    for key in *common {
        one_key(&mut page, key, "###", "yaml");
    }
    page
}

fn field_type(page: &mut String, one: &FieldType) {
    let label = one.label();
    let _ = write!(
        page,
        "\n### {}\n\n{}\n\n```yaml\n{}\n```\n",
        label.name, label.about, label.example
    );
    let own: Vec<&Key> = one.map.keys[1].iter().collect();
    if own.is_empty() {
        return;
    }
    page.push_str("\n| key | what it is | how it looks |\n|---|---|---|\n");
    for key in own {
        let example = key.example.replace('\n', " ↵ ").replace('|', "\\|");
        let need = if key.need == Need::Needed { " Needed." } else { "" };
        let _ = writeln!(page, "| `{}` | {}{need} | `{example}` |", key.name, key.about);
    }
    if !one.map.one_of.is_empty() {
        let names: Vec<String> = one.map.one_of.iter().map(|name| format!("`{name}`")).collect();
        let _ = write!(page, "\nExactly one of {} is written.\n", names.join(", "));
    }
}

fn others() -> String {
    let about = "The keys of guides, comparisons and self-checks.";
    let mut page = head("The keys of the other kinds", about, 23);
    for kind in [Kind::Guide, Kind::Comparison, Kind::SelfCheck] {
        let title = format!("A {}", kind.name());
        let map = File::Content(kind).map();
        let folder = format!("content/{}/", kind.folder());
        let _ = write!(page, "\n## {title}\n\n{} It lies in `{folder}`.\n", map.about);
        let own = |key: &&'static Key| kind == Kind::Guide || !common_with_guides(key);
        for key in map.all().filter(own) {
            one_key(&mut page, key, "###", "yaml");
        }
        if kind != Kind::Guide {
            let common = map.all().filter(|key| common_with_guides(key));
            let names: Vec<String> = common.map(|key| format!("`{}`", key.name)).collect();
            let _ = write!(page, "\nAs in [a guide](#a-guide): {}.\n", names.join(", "));
        }
        groups(map, "", &mut |title, map| {
            let _ = write!(page, "\n### {title}\n");
            keys(&mut page, map, "####", "yaml");
        });
    }
    page
}

fn common_with_guides(key: &Key) -> bool {
    File::Content(Kind::Guide).map().all().any(|one| one.name == key.name && one.about == key.about)
}

fn first_page() -> String {
    let map = File::Home.map();
    let mut page = head("The keys of the first page", map.about, 24);
    page.push_str("\nThey stand in `content/home.yaml`, and none of them is needed.\n");
    keys(&mut page, map, "##", "yaml");
    groups(map, "", &mut |title, map| {
        let _ = write!(page, "\n## {title}\n\n{}\n", map.about);
        keys(&mut page, map, "###", "yaml");
    });
    page
}

fn book() -> String {
    let map = File::Book.map();
    let mut page = head("The keys of `book.toml`", map.about, 25);
    for key in map.all() {
        let _ = write!(
            page,
            "\n## `[{}]`\n\n{}\n\n```toml\n{}\n```\n",
            key.name, key.about, key.example
        );
        if let Some(map) = key.shape.map() {
            for key in map.all() {
                one_key(&mut page, key, "###", "toml");
            }
        }
    }
    page
}

fn rules() -> String {
    let about =
        "Every rule that `twohats check` holds a playbook to: what is wrong, and how it is mended.";
    let mut page = head("All rules", about, 25);
    page.push_str("\n`twohats explain RULE` prints the same in the terminal.\n");
    for rule in RULES {
        let text = rule.page.trim_end().replacen("# ", "## ", 1);
        // What closes the block that is open.
        let mut open: Option<&str> = None;
        page.push('\n');
        for line in text.lines() {
            let marks = &line[..line.len() - line.trim_start_matches('`').len()];
            let line = match (line, line.split_once(' '), open) {
                ("## Wrong", _, None) => "**Wrong**".to_owned(),
                ("## Mended", _, None) => "**Mended**".to_owned(),
                // The file that a block belongs to stands above it.
                (_, Some((fence, path)), None) if marks.len() >= 3 => {
                    format!("In `{path}`:\n\n{fence}")
                }
                _ => line.to_owned(),
            };
            open = match open {
                None if marks.len() >= 3 => Some(marks),
                Some(fence) if line.trim_end() == fence => None,
                open => open,
            };
            let _ = writeln!(page, "{line}");
        }
    }
    page
}

fn hooks() -> String {
    let about = "What layouts of your own have to keep, so that everything on a page works.";
    let mut page = head("What scripts look for", about, 16);
    page.push_str(
        "\nEach line is a mark on an element. Where it is missing the script leaves that part alone, and \
         `twohats check` says so. *Every* is each page but those for paper and old addresses; *practise* is a \
         page on which one can practise.\n",
    );
    let mut told = ("", "");
    for hook in HOOKS.iter() {
        if told != (hook.script, hook.on) {
            told = (hook.script, hook.on);
            let _ =
                write!(page, "\n## {}, {}\n\n| mark | without it |\n|---|---|\n", told.0, told.1);
        }
        let _ = writeln!(page, "| `{}` | {} |", hook.written, hook.without);
    }
    page
}

fn theme_parts() -> String {
    let about =
        "Every block, component and token of the default theme, and what its layouts are given.";
    head("What a theme is made of", about, 15) + &theme::page()
}

fn head(title: &str, summary: &str, order: usize) -> String {
    let title = title.replace('`', "");
    format!(
        "---\ntitle: {title}\nsummary: {}\norder: {order}\n---\n\n<!-- Made from the code: see tests/guide.rs. -->\n",
        quoted(summary)
    )
}

fn quoted(text: &str) -> String {
    serde_json::json!(text).to_string()
}

fn keys(page: &mut String, map: &'static Map, level: &str, language: &str) {
    for key in map.all() {
        one_key(page, key, level, language);
    }
    if !map.one_of.is_empty() {
        let names: Vec<String> = map.one_of.iter().map(|name| format!("`{name}`")).collect();
        let _ = write!(page, "\nExactly one of {} is written.\n", names.join(" and "));
    }
}

fn one_key(page: &mut String, key: &Key, level: &str, language: &str) {
    let need = if key.need == Need::Needed { "Needed: " } else { "" };
    let _ = write!(
        page,
        "\n{level} {}\n\n*{need}{}.* {}\n\n```{language}\n{}\n```\n",
        key.name,
        key.shape.words(),
        key.about,
        key.example
    );
}

/// A block of a page.
struct Fence<'t> {
    /// How many headings of the second level are above it.
    section: usize,
    /// The line above it that is not empty.
    above: &'t str,
    /// What stands behind its opening marks.
    info: &'t str,
    text: String,
}

fn fences(page: &str) -> Vec<Fence<'_>> {
    let mut found: Vec<Fence> = Vec::new();
    // The line above, and the marks that close the block that is open.
    let (mut above, mut open, mut section) = ("", None, 0);
    for line in page.lines() {
        let info = line.trim_start_matches('`');
        let marks = &line[..line.len() - info.len()];
        match open {
            Some(fence) if line == fence => open = None,
            Some(_) => found.last_mut().expect("one is open").text.extend([line, "\n"]),
            None if marks.len() >= 3 => {
                open = Some(marks);
                found.push(Fence { section, above, info, text: String::new() });
            }
            None => section += usize::from(line.starts_with("## ")),
        }
        above = if line.is_empty() { above } else { line };
    }
    found
}

fn guidance() -> PathBuf {
    root().join("content/guidance")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide")
}
