//! `twohats theme`: the files of the program's themes, and what a project lays over them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::diagnostic::nearest;
use crate::edit::{create, is_there};
use crate::load;
use crate::source::find_project;
use crate::theme::{Override, default_files, overrides, shipped_files, shipped_themes, to_change};

use super::args::{Theme, ThemeCommand};
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::screen::{counted, give, say};

/// The style that a new theme begins with.
const STYLE: &str = "/* Your look. `twohats theme show styles/10-tokens.css` prints the tokens that there are; a colour is said for light and for
   dark, as in `--link: light-dark(#5a1a8a, #d9b3ff);`. */
:root {
}
";

pub(super) fn run(args: &Theme) -> Result<Outcome, Error> {
    match &args.command {
        ThemeCommand::List => list(&args.dir),
        ThemeCommand::Show { file } => {
            let named = |theme| Some((theme, file.strip_prefix(theme)?.strip_prefix('/')?));
            let (theme, file) = shipped_themes().find_map(named).unwrap_or(("default", file));
            let file = known(theme, file)?;
            give(&to_change(theme, file).unwrap_or_default());
            Ok(Outcome::Clean)
        }
        ThemeCommand::New { name, files } => new(&args.dir, name, files),
        ThemeCommand::Diff { file } => diff(&args.dir, file.as_deref()),
    }
}

/// The files of the default theme, those that the book's own theme has in their place with a mark.
fn list(dir: &Path) -> Result<Outcome, Error> {
    // The list is of use before there is a project, too.
    let own = match find_project(dir) {
        Ok(_) => {
            let sources = Project::read(dir)?.sources;
            overrides(&sources, &load::settings(&sources))
        }
        Err(_) => BTreeMap::new(),
    };
    let line = |path| format!("{} {path}\n", if own.contains_key(path) { '*' } else { ' ' });
    let others = shipped_themes()
        .flat_map(|theme| shipped_files(theme).map(move |path| format!("  {theme}/{path}\n")));
    give(&default_files().map(line).chain(others).collect::<String>());
    say(format_args!(
        "{} of the default theme; `*` marks what this book has in their place",
        counted(default_files().count(), "file")
    ));
    for theme in shipped_themes() {
        say(format_args!(
            "`theme = \"{theme}\"` below `[book]` takes another theme of the program, and `twohats \
             theme show {theme}/FILE` prints a file of it"
        ));
    }
    Ok(Outcome::Clean)
}

fn new(dir: &Path, name: &str, files: &[String]) -> Result<Outcome, Error> {
    let Project { root, sources, .. } = Project::read(dir)?;
    let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let is_name = name.split('-').all(|part| !part.is_empty() && part.bytes().all(is_letter));
    if !is_name || name == "default" {
        let help = "use small letters, digits and hyphens, as in `twohats theme new ours`";
        return Err(Error::Asked(format!("`{name}` is no name for a theme"), help.to_owned()));
    }
    let mut made = Vec::new();
    for file in files {
        let file = known(name, file)?;
        made.push((file.to_owned(), to_change(name, file).unwrap_or_default()));
    }
    let folder = format!("themes/{name}");
    if !is_there(&root.join(&folder)) {
        made.push((format!("styles/95-{name}.css"), STYLE.to_owned()));
    } else if files.is_empty() {
        let help =
            "name files of the default theme to lay into it; `twohats theme list` has them all";
        return Err(Error::is_there(folder, help));
    }
    let path = |(file, _): &(String, String)| format!("{folder}/{file}");
    if let Some(taken) = made.iter().map(path).find(|path| is_there(&root.join(path))) {
        return Err(Error::is_there(taken, "`twohats theme diff` shows how it differs"));
    }
    for one in &made {
        create(&root.join(path(one)), &one.1)?;
        say(format_args!("made `{}`", path(one)));
        let layout = one.0.strip_prefix("layouts/").filter(|layout| !layout.contains('/'));
        if let Some(layout) = layout {
            say(format_args!(
                "to change one block of it alone, leave that block in it and begin with `{{% extends \"default/{layout}\" %}}`"
            ));
        }
    }
    if load::settings(&sources).theme.is_none_or(|theme| theme.value != name) {
        say(format_args!("next: write `theme = \"{name}\"` below `[book]` in `book.toml`"));
    }
    Ok(Outcome::Clean)
}

fn diff(dir: &Path, file: Option<&str>) -> Result<Outcome, Error> {
    let Project { sources, .. } = Project::read(dir)?;
    let book = load::settings(&sources);
    let Some(theme) = &book.theme else {
        let help = "`twohats theme new ours` begins one";
        return Err(Error::Asked("this book has no theme of its own".to_owned(), help.to_owned()));
    };
    let file = file.map(|file| known(&theme.value, file)).transpose()?;
    let own = overrides(&sources, &book);
    let asked = own.iter().filter(|(path, _)| file.is_none_or(|file| file == *path));
    let changed = asked.filter(|(_, one)| !one.difference.is_empty());
    let shown: Vec<String> = changed
        .map(|(path, Override { over, difference })| {
            format!("--- {over}/{path}\n+++ {}/{path}\n{difference}", theme.value)
        })
        .collect();
    give(&shown.concat());
    if shown.is_empty() {
        say("the theme of this book has nothing else in the place of a default file");
    }
    Ok(Outcome::Clean)
}

/// The path of a file that somebody means, of those that a theme of this name lies over: by its path, or by what is only
/// its end.
fn known(theme: &str, typed: &str) -> Result<&'static str, Error> {
    let files: BTreeSet<&str> = default_files().chain(shipped_files(theme)).collect();
    let is_end = |path: &&str| *path == typed || path.ends_with(&format!("/{typed}"));
    let mut found = files.iter().copied().filter(is_end);
    let theme = shipped_themes().find(|name| *name == theme).unwrap_or("default");
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        (Some(one), Some(other)) => {
            let help = format!("write its path, as in `{one}` or `{other}`");
            let said = format!("several files of the {theme} theme are called `{typed}`");
            Err(Error::Asked(said, help))
        }
        (None, _) => {
            let near = nearest(typed, files);
            let help = near.map_or_else(
                || "`twohats theme list` has them all".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Err(Error::Asked(format!("the {theme} theme has no file `{typed}`"), help))
        }
    }
}
