//! `unused-theme-file`: files of a project's theme that take the place of nothing, most often since their names are
//! misspelt.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::rules::unused_theme_file::unused_theme_file;
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{Source, Sources, Span};

use super::embedded::shipped;
use super::file::File;

/// The folders of a theme, each with how its files end; those of an empty ending may end in any way.
const FOLDERS: [(&str, &str); 6] = [
    ("assets", ""),
    ("layouts", "html"),
    ("scripts", "js"),
    ("styles", "css"),
    ("wording", "toml"),
    ("look", "css"),
];

/// Endings of texts for whoever keeps the theme.
const FOR_KEEPERS: [&str; 2] = ["md", "txt"];

/// The files of a project's theme, beside which others are.
pub(super) struct Files<'f> {
    /// The folder of the theme, ending in `/`.
    pub folder: &'f str,
    pub own: &'f BTreeMap<String, File>,
    pub default: &'f BTreeMap<String, File>,
    /// The files of words that are read.
    pub wording: &'f [String],
}

/// Reports what nothing uses.
pub(super) fn note(files: &Files<'_>, notes: &mut Vec<Diagnostic>) {
    let Files { folder, own, default, wording } = files;
    let mut told = BTreeSet::new();
    let named = Named::of(own);
    for path in own.keys() {
        let (top, name) = path.split_once('/').unwrap_or(("", path));
        let help = match FOLDERS.iter().find(|(folder, _)| *folder == top) {
            _ if top.is_empty() && default.contains_key(path) => None,
            _ if top.is_empty() => at_the_top(name, default),
            None => told.insert(top).then(|| no_folder(top)),
            Some((_, ending)) if !has_ending(name, ending) => Some(another_ending(top, name)),
            Some(("layouts", _)) if !default.contains_key(path) && !named.layout(path, name) => {
                Some(no_layout(path, default))
            }
            Some(("look", _)) if !default.contains_key(path) => Some(no_key(default)),
            Some(("wording", _)) if !default.contains_key(path) && !wording.contains(path) => {
                Some(no_language(path, wording))
            }
            Some(("scripts" | "styles", _)) if !told.contains(bundle(path)) => {
                let help = not_loaded(path, files, &named);
                told.extend(help.is_some().then(|| bundle(path)));
                help
            }
            Some(_) => None,
        };
        if let Some(help) = help {
            notes.push(unused(folder, (path, &own[path]), help));
        }
    }
}

/// Reports themes that the book does not name, when it names none.
pub(super) fn note_unnamed(sources: &Sources, notes: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    let paths = sources.texts.keys().chain(sources.assets.keys());
    for path in paths {
        let mut parts = path.splitn(4, '/');
        let (Some("themes"), Some(name), Some(top)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let is_theme = name != "default" && FOLDERS.iter().any(|(folder, _)| *folder == top);
        // A copy of a file of the program is nobody's theme.
        let text = sources.texts.get(path).map(|source| source.text());
        let of_program = |rest| shipped(name)?.get(&format!("{top}/{rest}"))?.text();
        let Some(rest) = parts.next() else { continue };
        if is_theme && of_program(rest).is_none_or(|ours| Some(ours) != text) && told.insert(name) {
            let source = sources.texts.get(path).cloned();
            let source = source.unwrap_or_else(|| Arc::new(Source::new(path.clone(), "")));
            let help = format!("write `theme = \"{name}\"` below `[book]` in `book.toml`");
            notes.push(unused_theme_file(Span::new(&source, 0..0), help));
        }
    }
}

fn unused(folder: &str, (path, file): (&str, &File), help: String) -> Diagnostic {
    let source = match file {
        File::Text(source) => Arc::clone(source),
        File::Bytes(_) => Arc::new(Source::new(format!("{folder}{path}"), "")),
    };
    unused_theme_file(Span::new(&source, 0..0), help)
}

/// What is published together with a file: the folder that it is in, or itself.
fn bundle(path: &str) -> &str {
    let folder = path.match_indices('/').nth(1).map(|(at, _)| &path[..at]);
    folder.unwrap_or(path.rsplit_once('.').map_or(path, |(stem, _)| stem))
}

/// A style or a script that no layout loads. Styles beside the folders are loaded by every page.
fn not_loaded(path: &str, files: &Files<'_>, named: &Named<'_>) -> Option<String> {
    let (top, name) = bundle(path).split_once('/')?;
    if top == "styles" && path.matches('/').count() == 1 {
        return None;
    }
    let is_ours = files.default.keys().any(|ours| bundle(ours) == bundle(path));
    let ending = if top == "styles" { "css" } else { "js" };
    let asset = format!("{name}.{ending}");
    let line = match top {
        "styles" => format!(
            "{{% block styles %}}{{{{ super() }}}}<link rel=\"stylesheet\" \
             href=\"{{{{ page.root }}}}assets/{asset}\">{{% endblock styles %}}"
        ),
        _ => format!(
            "{{% block scripts %}}{{{{ super() }}}}<script defer \
             src=\"{{{{ page.root }}}}assets/{asset}\"></script>{{% endblock scripts %}}"
        ),
    };
    (!is_ours && !named.loads(&asset))
        .then(|| format!("no layout loads it; write this in one that shall: `{line}`"))
}

/// A file in a folder of files that end otherwise.
fn another_ending(top: &str, name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_ascii_lowercase();
    match home(&ending) {
        home if home == top => format!("did you mean `{top}/{stem}.{ending}`?"),
        "assets"
            if matches!(ending.as_str(), "scss" | "sass" | "less" | "ts" | "yaml" | "json") =>
        {
            let ending = FOLDERS.iter().find(|(folder, _)| *folder == top);
            let ending = ending.map_or("", |(_, ending)| ending);
            format!("files in `{top}/` end in `.{ending}`")
        }
        home => format!("did you mean `{home}/{name}`?"),
    }
}

/// The folder of files that end so.
fn home(ending: &str) -> &'static str {
    FOLDERS.iter().find(|(_, wanted)| *wanted == ending).map_or("assets", |(folder, _)| folder)
}

fn no_key(default: &BTreeMap<String, File>) -> String {
    let names = default.keys().filter(|name| name.starts_with("look/"));
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    format!("a style there has the name of a key of `[look]`: {}", names.join(", "))
}

fn no_language(path: &str, wording: &[String]) -> String {
    let names: Vec<String> = wording.iter().map(|name| format!("`{name}`")).collect();
    match nearest(path, wording.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the languages of this book take their words from {}", names.join(", ")),
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    ending.is_empty() || name.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

/// A layout put beside the folders, unless it is a text about the theme.
fn at_the_top(name: &str, default: &BTreeMap<String, File>) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_for_keepers = FOR_KEEPERS.contains(&ending) || matches!(stem, "LICENSE" | "NOTICE");
    let place = FOLDERS.iter().map(|(folder, _)| format!("{folder}/{name}"));
    let place = place.into_iter().find(|place| default.contains_key(place));
    (!is_for_keepers).then(|| match place {
        Some(place) => format!("did you mean `{place}`?"),
        None => format!("did you mean `{}/{name}`?", home(&ending.to_ascii_lowercase())),
    })
}

fn no_folder(folder: &str) -> String {
    match nearest(folder, FOLDERS.map(|(folder, _)| folder)) {
        Some(near) => format!("a theme has no folder `{folder}/`; did you mean `{near}/`?"),
        None => format!("a theme has no folder `{folder}/`: it has {}", folders()),
    }
}

fn folders() -> String {
    FOLDERS.map(|(folder, _)| format!("`{folder}/`")).join(", ")
}

/// What the layouts and scripts of a theme name, gathered once.
#[derive(Default)]
struct Named<'f> {
    /// What stands in quotes in layouts, and the ends of it that begin behind a `/`.
    quoted: BTreeSet<&'f str>,
    /// Words that may be the names of files.
    words: BTreeSet<&'f str>,
    /// Layouts with components, which are used by the names that they give themselves, wherever they lie.
    with_components: BTreeSet<&'f str>,
}

/// The longest path that a layout includes or extends.
const LONGEST: usize = 300;

impl<'f> Named<'f> {
    fn of(own: &'f BTreeMap<String, File>) -> Self {
        let mut named = Self::default();
        for (path, file) in own {
            let File::Text(source) = file else { continue };
            let (text, is_layout) = (source.text(), path.starts_with("layouts/"));
            if is_layout || path.starts_with("scripts/") {
                named.words.extend(words(text).filter(|word| word.contains('.')));
            }
            if !is_layout {
                continue;
            }
            if text.contains("{% component") {
                named.with_components.insert(path);
            }
            let quoted = text.split(['"', '\'']);
            for quoted in quoted.filter(|one| one.len() <= LONGEST && !one.contains('\n')) {
                let ends = quoted.match_indices('/').map(|(at, _)| &quoted[at + 1..]);
                named.quoted.extend(ends.chain([quoted]));
            }
        }
        named
    }

    /// Whether a layout of the theme includes or extends it, or uses what is in it.
    fn layout(&self, path: &str, name: &str) -> bool {
        self.quoted.contains(name) || self.with_components.contains(path)
    }

    /// Whether a layout or a script loads it.
    fn loads(&self, asset: &str) -> bool {
        words(asset).last().is_some_and(|word| self.words.contains(word))
    }
}

/// The parts of a text that may be the names of files.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '-' | '_' | '.' | '+'))
}

fn no_layout(path: &str, default: &BTreeMap<String, File>) -> String {
    let layouts = default.keys().map(String::as_str).filter(|name| name.starts_with("layouts/"));
    match nearest(path, layouts) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "no layout includes or extends it, and the default theme has none of that name"
            .to_owned(),
    }
}
