//! The page of the guide that says what a theme is made of: read off the default theme and the types that layouts are
//! given.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use twohats::theme::{default_file, default_files, shipped_files, shipped_themes, to_change};

/// Where the types stand that layouts are given.
const FOLDERS: [&str; 2] = ["src/render/view", "src/render/entries"];

/// A type that a layout is given.
struct Given {
    /// What it is called in the page: the name in layouts, where it has one of its own.
    title: String,
    about: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    kind: String,
    about: String,
}

/// The page without its head.
pub fn page() -> String {
    let mut page = String::from(
        "\nAll of it is the default theme's, and a theme of yours lies over it: see [Making a theme](making-a-theme.md). \
         `twohats theme show FILE` prints a file of it.\n\n## Blocks\n\nA layout that begins with \
         `{% extends \"default/NAME\" %}` can replace any of these, and `{{ super() }}` is what ours has there. All layouts \
         but `redirect.html` and `search-panel.html` have the blocks of `base.html` too.\n\n| layout | blocks |\n|---|---|\n",
    );
    for (path, text) in layouts().filter(|(path, _)| !path.contains('/')) {
        let blocks = after(text, "{% block ");
        if !blocks.is_empty() {
            let _ = writeln!(page, "| `{path}` | {} |", quoted(&blocks));
        }
    }
    page.push_str(
        "\n## Components\n\nPieces that layouts use, as in `{{ <hat role=\"leader\" /> }}`. A file of the same name in \
         your `layouts/components/` takes the place of ours everywhere. Names with `@` are there by themselves.\n\n\
         | component | given |\n|---|---|\n",
    );
    for (path, text) in layouts().filter(|(path, _)| path.contains('/')) {
        for said in text.split("{% component ").skip(1) {
            let (name, rest) = said.split_once('(').expect("a component has arguments");
            let given = rest.split_once(')').expect("they end").0;
            let given: Vec<&str> = given.split(", ").filter(|one| !one.is_empty()).collect();
            let file = path.trim_start_matches("components/");
            let is_alone = file == format!("{name}.html");
            let file = if is_alone { String::new() } else { format!(", in `{file}`") };
            let _ = writeln!(page, "| `{name}`{file} | {} |", quoted(&given));
        }
    }
    page.push_str(
        "\n## Styles\n\nThose of a folder are loaded by pages that need them, and all others by every page. \
         A class stands where a file first says something of it.\n\n| file | | classes |\n|---|---|---|\n",
    );
    let mut known = Vec::new();
    for path in default_files().filter(|path| path.starts_with("styles/")) {
        let text = default_file(path).expect("it is there");
        let mut new = classes(text);
        new.retain(|class| !known.contains(class));
        let _ = writeln!(page, "| `{path}` | {} | {} |", about(text), quoted(&new));
        // What bare elements are within is said of elsewhere.
        if !path.ends_with("base.css") {
            known.extend(new);
        }
    }
    let layers = default_file("styles/00-layers.css").expect("it is there");
    let layers = layers.split_once("@layer ").and_then(|(_, rest)| rest.split_once(';'));
    let (layers, _) = layers.expect("it names the layers");
    let _ = write!(
        page,
        "\n## Layers and tokens\n\nOur styles stand in these layers, and later ones win: {}. A style of yours that is in \
         none wins over all, also over what pages of one kind and paper say: put one that is for all pages into the \
         layer of ours.\n\n| token | value |\n|---|---|\n",
        quoted(&layers.split(", ").collect::<Vec<_>>())
    );
    let tokens = default_file("styles/10-tokens.css").expect("it is there");
    let tokens = tokens.lines().filter_map(|line| line.trim().strip_suffix(';'));
    for (token, value) in tokens.filter_map(|line| line.split_once(": ")) {
        if token.starts_with("--") {
            let _ = writeln!(page, "| `{token}` | `{value}` |");
        }
    }
    page.push_str("\n## Other themes\n\nWhat they have in the place of files of the default theme, and beside them.\n");
    for theme in shipped_themes() {
        let _ = write!(page, "\n### {theme}\n\n| file | |\n|---|---|\n");
        for path in shipped_files(theme) {
            let text = to_change(theme, path).expect("it is a text");
            // The first comment says of which default it was made.
            let text = text.split_once('\n').map_or("", |(_, rest)| rest);
            let _ = writeln!(page, "| `{path}` | {} |", about(text));
        }
    }
    page.push_str(
        "\n## What layouts are given\n\nEvery layout has `site`, `page`, `here`, `look` and `words`, which are the wording \
         file of the language; those of a kind have one name more. What is not there is null, and a list \
         without anything is empty.\n",
    );
    let given = given();
    let titles: BTreeMap<&str, &str> =
        given.iter().map(|(name, one)| (name.as_str(), one.title.as_str())).collect();
    for (_, one) in &given {
        let _ = write!(
            page,
            "\n### {}\n\n{}\n\n| name | is | |\n|---|---|---|\n",
            one.title, one.about
        );
        for Field { name, kind, about } in &one.fields {
            let _ = writeln!(
                page,
                "| `{name}` | {} | {} |",
                words(kind, &titles),
                about.replace('|', "\\|")
            );
        }
    }
    page
}

/// What a style is for: the comment that it begins with, or that its theme's mark leaves first.
fn about(style: &str) -> String {
    let about = style.split("/* ").nth(1).and_then(|rest| rest.split(" */").next());
    let about = about.expect("a style begins with what it is for");
    about.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The classes that a style names, each once.
fn classes(style: &str) -> Vec<&str> {
    let mut found = Vec::new();
    // What stands before a brace, and after all that ends there.
    for opening in style.split('{').filter_map(|before| before.rsplit(['}', ';', '/']).next()) {
        for after in opening.split('.').skip(1) {
            let is_of_class = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
            };
            let end = after.find(|letter| !is_of_class(letter));
            let class = &after[..end.unwrap_or(after.len())];
            let is_name = class.starts_with(|letter: char| letter.is_ascii_lowercase());
            if is_name && !found.contains(&class) {
                found.push(class);
            }
        }
    }
    found
}

/// Layouts by their paths in `layouts/`.
fn layouts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let paths = default_files().filter_map(|path| Some((path, path.strip_prefix("layouts/")?)));
    paths.map(|(path, name)| (name, default_file(path).expect("it is there")))
}

/// The words that follow a mark in a text, each once.
fn after<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    let mut found = Vec::new();
    for word in text.split(mark).skip(1).filter_map(|rest| rest.split(' ').next()) {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The types by their names in the code, in the order of their files.
fn given() -> Vec<(String, Given)> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in FOLDERS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = fs::read_dir(folder).expect("the room is there");
        let mut inside: Vec<PathBuf> = entries.map(|file| file.expect("a file").path()).collect();
        inside.sort();
        files.extend(inside);
    }
    files.iter().flat_map(|file| types(&fs::read_to_string(file).expect("code is text"))).collect()
}

fn types(code: &str) -> Vec<(String, Given)> {
    let (mut found, mut about, mut is_given): (Vec<(String, Given)>, String, bool) =
        (Vec::new(), String::new(), false);
    let mut is_open = false;
    for line in code.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/// ") {
            about.push_str(if about.is_empty() { "" } else { " " });
            about.push_str(words);
        } else if line.starts_with("#[derive(") {
            is_given = line.contains("Serialize");
        } else if let Some(rest) = line.split_once("struct ").filter(|_| line.ends_with('{')) {
            let name = rest.1.trim_end_matches(" {").to_owned();
            let own = about.rsplit_once(", in `").and_then(|(_, rest)| rest.split_once('`'));
            let short = name.strip_suffix("View").unwrap_or(&name).to_owned();
            let title = own.map_or(short, |(own, _)| own.to_owned());
            is_open = is_given;
            if is_open {
                let about = std::mem::take(&mut about);
                found.push((name, Given { title, about, fields: Vec::new() }));
            }
            (about, is_given) = (String::new(), false);
        } else if line == "}" {
            is_open = false;
        } else if is_open && !line.starts_with('#') {
            let field = line.trim_start_matches("pub(super) ").trim_start_matches("pub ");
            if let (Some((name, kind)), Some((_, one))) =
                (field.trim_end_matches(',').split_once(": "), found.last_mut())
            {
                let (name, kind) = (name.to_owned(), kind.to_owned());
                one.fields.push(Field { name, kind, about: std::mem::take(&mut about) });
            }
        } else if !line.starts_with("//") && !line.starts_with('#') {
            about.clear();
        }
    }
    found
}

/// A type of the code in the words of whoever writes a layout.
fn words(kind: &str, titles: &BTreeMap<&str, &str>) -> String {
    let inside = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>');
    if let Some(inner) = inside("Option<") {
        return format!("{}, or null", words(inner, titles));
    }
    if let Some(inner) = inside("Vec<") {
        return format!("a list of {}", words(inner, titles));
    }
    if let Some((_, inner)) = inside("BTreeMap<").and_then(|inner| inner.split_once(", ")) {
        return format!("{} by name", words(inner, titles));
    }
    match kind {
        "String" | "&'static str" | "Words" | "Slug" => "text".to_owned(),
        "Html" => "HTML".to_owned(),
        "bool" => "yes or no".to_owned(),
        "usize" | "u32" | "u8" | "i64" => "a number".to_owned(),
        other => match titles.get(other) {
            Some(title) => format!("[{title}](#{})", title.to_lowercase()),
            None if other == "Extra" => "your own notes".to_owned(),
            None => "see there".to_owned(),
        },
    }
}
