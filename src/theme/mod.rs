//! How a playbook looks: layouts, styles, scripts and wording, from the default theme and the project's own.
//!
//! A project's theme lies over the default one file by file, and so do others that are part of the program. This room
//! must not know which files there are: a folder's name says what is done with what is in it.

mod addresses;
mod colours;
mod contrast;
mod different_places;
mod embedded;
mod faint_text;
mod file;
mod hooks;
mod invalid_script;
mod invalid_style;
mod joined;
mod line_difference;
mod look;
mod made_of;
mod minify_css;
mod minify_script;
mod nearest_colour;
mod on_paper;
mod overrides;
mod own_style;
mod own_styles;
mod palette;
mod roles;
mod stale_override;
mod style;
mod style_addresses;
mod unknown_token;
mod unused_colour;
mod unused_theme_file;
mod woff2;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use crate::diagnostic::rules::dangling_reference::dangling_reference;
use crate::diagnostic::rules::git_conflict::git_conflicts;
use crate::diagnostic::rules::missing_wording::missing_wording;
use crate::diagnostic::{Diagnostic, Names, Noted};
use crate::model::{Book, SitePath};
use crate::source::{Asset, Source, Sources, Spanned};

pub use addresses::Addresses;
pub use colours::Colours;
pub use embedded::{file as default_file, shipped_themes};
pub use hooks::{HOOKS, Hook};
pub use on_paper::OnPaper;
pub use overrides::{Override, default_files, overrides, shipped_files, to_change};
pub use wording::{Word, Wording};

use addresses::{NamedIn, published};
use colours::coloured;
use file::File;
use joined::Joined;

/// The style that every page has, by its path in the site.
const STYLE: &str = "assets/style.css";

/// A theme, put together.
#[derive(Debug, Default)]
pub struct Theme {
    /// Layouts of the default theme, by their path in `layouts/`.
    pub default_layouts: BTreeMap<String, Arc<Source>>,
    /// Layouts of the project's theme. They come before the default ones of the same path, and may extend
    /// them.
    pub own_layouts: BTreeMap<String, Arc<Source>>,
    /// Styles, scripts and pictures, by the paths in the site that they are published under.
    pub assets: BTreeMap<SitePath, Asset>,
    /// What their plain paths lead to.
    pub addresses: Arc<Addresses>,
    /// The colours of pictures.
    pub colours: Colours,
    /// The colours of bars on paper, where the owner gives some.
    pub on_paper: Option<OnPaper>,
    /// The words of the interface, in the language of the book.
    pub wording: Wording,
    /// The words of the languages that the book is translated into, by their tags.
    translated: BTreeMap<String, Wording>,
}

impl Theme {
    /// The theme of a translation: the layouts are the original's.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Self {
        let wording = self.translated.get(tag).cloned().unwrap_or_default();
        Self {
            assets: self.assets.clone(),
            addresses: Arc::clone(&self.addresses),
            colours: self.colours,
            on_paper: self.on_paper,
            wording,
            ..Self::default()
        }
    }
}

/// Puts the theme together that the book asks for. What is wrong with it is as bad as the book says.
#[must_use]
pub fn theme(sources: &Sources, book: &Book) -> Noted<Theme> {
    let mut notes = Vec::new();
    let name = book.theme.as_ref().map_or("default", |name| &name.value);
    let folder = format!("themes/{name}/");
    let shipped = embedded::shipped(name);
    let mut own = own_files(sources, &folder);
    // A copy of a file of the program changes nothing.
    if let Some(shipped) = shipped {
        own.retain(|path, file| shipped.get(path).is_none_or(|one| one.bytes() != file.bytes()));
    }
    let is_there = !own.is_empty() || shipped.is_some() || name == "default";
    if let Some(name) = book.theme.as_ref().filter(|_| !is_there) {
        notes.push(no_theme(sources, name));
    }
    let below = embedded::below(name);
    let words = wording::files(book);
    let files =
        unused_theme_file::Files { folder: &folder, own: &own, default: &below, wording: &words };
    unused_theme_file::note(&files, &mut notes);
    if book.theme.is_none() {
        unused_theme_file::note_unnamed(sources, &mut notes);
    }
    // In the place of a file that is two there is the default theme's.
    own.retain(|_, file| {
        let File::Text(source) = file else { return true };
        let conflicts = source.conflicts();
        notes.extend(git_conflicts(source, &conflicts));
        conflicts.is_empty()
    });
    stale_override::note(&own, &below, &mut notes);
    // What lies over the default theme, the program's own first.
    let mut over = shipped.cloned().unwrap_or_default();
    over.extend(own.clone());
    let default = &*embedded::FILES;
    let default_layouts = layouts(default);
    let own_layouts = layouts(&over).into_iter().filter(|(path, source)| {
        // A copy of a default layout changes nothing.
        default_layouts.get(path).is_none_or(|default| default.text() != source.text())
    });
    let own_layouts: BTreeMap<String, Arc<Source>> = own_layouts.collect();
    let (wording, own_is_known) = wording::wording(&over, book, &book.language, &mut notes);
    let mut translated = BTreeMap::new();
    for Spanned { value: tag, span } in &book.tags {
        let is_known = if *tag == book.language {
            own_is_known
        } else {
            let (wording, is_known) = wording::wording(&over, book, tag, &mut notes);
            translated.insert(tag.clone(), wording);
            is_known
        };
        if !is_known {
            notes.push(missing_wording(span.clone(), tag, name));
        }
    }
    let differs = |path: &String, file: &mut File| {
        default.get(path).is_none_or(|ours| ours.bytes() != file.bytes())
    };
    over.retain(differs);
    own.retain(differs);
    let ((assets, addresses), colours) = if over.is_empty() && book.look.is_none() {
        (DEFAULT_PUBLISHED.clone(), *DEFAULT_COLOURS)
    } else {
        let mut files = MINIFIED.clone().into_iter().chain(over).collect();
        let tokens = book.look.as_ref().map(|look| {
            let tokens = look::tokens(look, &files, &mut notes);
            look::lay_over(look, &tokens, sources, &mut files);
            tokens
        });
        let tokens = tokens.unwrap_or_default();
        let assets = assets(&files);
        let site_files = site_files(&assets, sources);
        own_styles::note((&own, &below), &site_files, &tokens, &mut notes);
        invalid_script::note(&own, &mut notes);
        let colours = Colours::of(style(&assets), *DEFAULT_COLOURS);
        let named_in = if own_layouts.is_empty() { NamedIn::Heads } else { NamedIn::Pages };
        (addressed(assets, &files, named_in), colours)
    };
    book.levels.apply(&mut notes);
    let on_paper = book.look.as_ref().and_then(|look| on_paper::on_paper(look, &colours));
    let theme = Theme {
        default_layouts,
        own_layouts,
        assets,
        addresses,
        colours,
        on_paper,
        wording,
        translated,
    };
    Noted::new(theme, notes)
}

/// The files of the default theme as they are published.
static MINIFIED: LazyLock<BTreeMap<String, File>> = LazyLock::new(|| {
    let files = embedded::FILES.iter();
    files.map(|(path, file)| (path.clone(), minify_script(path, file.clone()))).collect()
});

/// What is made of the default theme alone.
static DEFAULT_ASSETS: LazyLock<BTreeMap<SitePath, Asset>> = LazyLock::new(|| assets(&MINIFIED));

/// The same as it is published.
static DEFAULT_PUBLISHED: LazyLock<(BTreeMap<SitePath, Asset>, Arc<Addresses>)> =
    LazyLock::new(|| addressed(DEFAULT_ASSETS.clone(), &MINIFIED, NamedIn::Heads));

/// The colours of the default theme.
static DEFAULT_COLOURS: LazyLock<Colours> =
    LazyLock::new(|| Colours::of(style(&DEFAULT_ASSETS), Colours::default()));

/// The style of the default theme, for what is shown while there is no site.
#[must_use]
pub fn default_style() -> &'static str {
    style(&DEFAULT_ASSETS)
}

/// The style that every page has.
fn style(assets: &BTreeMap<SitePath, Asset>) -> &str {
    assets.get(STYLE).and_then(|style| std::str::from_utf8(style.head()).ok()).unwrap_or_default()
}

/// A script of ours as it is published. A project's own are published as they are.
fn minify_script(path: &str, file: File) -> File {
    match file {
        File::Text(source) if path.starts_with("scripts/") => {
            let minified = minify_script::minify_script(source.text());
            File::Text(Arc::new(Source::new(path.to_owned(), &minified)))
        }
        file @ (File::Text(_) | File::Bytes(_)) => file,
    }
}

/// The paths of the site that a style can name: what is published of the theme, and of the content beside pages.
fn site_files<'f>(assets: &'f BTreeMap<SitePath, Asset>, sources: &'f Sources) -> Vec<&'f str> {
    let content = sources.assets.keys().filter_map(|path| path.strip_prefix("content/"));
    assets.keys().map(SitePath::as_str).chain(content).collect()
}

fn layouts(files: &BTreeMap<String, File>) -> BTreeMap<String, Arc<Source>> {
    let layouts = files.iter().filter_map(|(path, file)| match file {
        File::Text(source) => Some((path.strip_prefix("layouts/")?.to_owned(), Arc::clone(source))),
        File::Bytes(_) => None,
    });
    layouts.collect()
}

fn own_files(sources: &Sources, folder: &str) -> BTreeMap<String, File> {
    let texts = sources.texts.iter().map(|(path, source)| (path, File::Text(Arc::clone(source))));
    let bytes = sources.assets.iter().map(|(path, bytes)| (path, File::Bytes(bytes.clone())));
    let own = texts
        .chain(bytes)
        .filter_map(|(path, file)| Some((path.strip_prefix(folder)?.to_owned(), file)));
    own.collect()
}

fn no_theme(sources: &Sources, name: &Spanned<String>) -> Diagnostic {
    let paths = sources.texts.keys().chain(sources.assets.keys());
    let mut names: Vec<&str> =
        paths.filter_map(|path| path.strip_prefix("themes/")?.split('/').next()).collect();
    embedded::shipped_themes().chain(["default"]).for_each(|name| names.push(name));
    names.sort_unstable();
    names.dedup();
    dangling_reference(name.span.clone(), "theme", &name.value, &Names::of(names))
}

/// The files with their addresses: those that are made of styles and scripts of these.
fn addressed(
    assets: BTreeMap<SitePath, Asset>,
    files: &BTreeMap<String, File>,
    named_in: NamedIn,
) -> (BTreeMap<SitePath, Asset>, Arc<Addresses>) {
    let made: BTreeSet<SitePath> =
        files.keys().flat_map(|path| made_of(path)).map(SitePath::made).collect();
    let (assets, addresses) = published(assets, &made, named_in);
    (assets, Arc::new(addresses))
}

/// The paths of what is made of a style or a script, of which a folder such as `copies+ways` is part of two; none for
/// other files.
fn made_of(path: &str) -> Vec<String> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match (path.split_once('/'), ending) {
        (Some(("styles", rest)), "css") => match rest.split_once('/') {
            Some((bundles, _)) => {
                bundles.split('+').map(|bundle| format!("assets/{bundle}.css")).collect()
            }
            None => vec![STYLE.to_owned()],
        },
        (Some(("scripts", rest)), "js") => match rest.split_once('/') {
            Some((bundles, _)) => {
                bundles.split('+').map(|bundle| format!("assets/{bundle}.js")).collect()
            }
            None => vec![format!("assets/{rest}")],
        },
        _ => Vec::new(),
    }
}

/// What there is to publish: `styles/*` joined into one file, `styles/a/*` as `a.css`, `scripts/b.js` and
/// `scripts/c/*` as `b.js` and `c.js`, what lies in `c+d/` in both, and `assets/*` as they are, SVG with the tokens' colours. Files are joined in the order of their names.
fn assets(files: &BTreeMap<String, File>) -> BTreeMap<SitePath, Asset> {
    let mut joined: BTreeMap<String, Joined> = BTreeMap::new();
    for (path, file) in files {
        let carried = path.starts_with("assets/").then(|| path.clone());
        for target in made_of(path).into_iter().chain(carried) {
            let joined = joined.entry(target).or_default();
            match file {
                File::Text(source) if path.rsplit('.').next() == Some("css") => {
                    joined.add_style(source.text());
                }
                File::Text(_) | File::Bytes(_) => joined.add(file.bytes()),
            }
        }
    }
    let joined = joined.into_iter();
    let mut assets: BTreeMap<SitePath, Asset> = joined
        .map(|(path, joined)| (SitePath::made(path), Asset::from(joined.into_bytes())))
        .collect();
    for (path, file) in files {
        let path = SitePath::made(path.clone());
        if let File::Text(picture) = file
            && path.is_in("assets")
            && path.ending() == "svg"
        {
            let coloured = coloured(picture.text(), style(&assets));
            assets.insert(path, Asset::from(coloured.into_bytes()));
        }
    }
    assets
}
