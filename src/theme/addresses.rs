//! Under which addresses the files of a theme are published: each changes when the bytes behind it change, and only then.
//!
//! What is made of styles and scripts has its mark in its name: an old page that asks for more is never given what
//! fits no more. What is carried along in `assets/` keeps its name, by which others may know it, and has its mark behind
//! it. It must not know which files there are.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{Href, Mark, SitePath, decode};
use crate::source::Asset;

use super::style::Style;

/// The folder of the site that all of them are in.
const FOLDER: &str = "assets";

/// What a name in a script stands in.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// No name in a script is longer.
const MOST_LETTERS: usize = 255;

/// How the address of a file is made of its path.
#[derive(Clone, Copy, Debug)]
enum Way {
    InName(Mark),
    Behind(Mark),
}

/// Where pages name files of a theme.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum NamedIn {
    /// In their heads alone, as our own layouts do: the rest of a page need not be looked at.
    #[default]
    Heads,
    /// Anywhere.
    Pages,
}

/// The files of a theme by their plain paths, each with the way to its address.
#[derive(Debug, Default)]
pub struct Addresses {
    ways: BTreeMap<SitePath, Way>,
    named_in: NamedIn,
}

/// The files by the paths that they are published under, and their addresses, which are written into the styles and
/// scripts that name them. `made` are the paths of what is made of styles and scripts.
pub(super) fn published(
    plain: BTreeMap<SitePath, Asset>,
    made: &BTreeSet<SitePath>,
    named_in: NamedIn,
) -> (BTreeMap<SitePath, Asset>, Addresses) {
    let mut addresses = Addresses { ways: BTreeMap::new(), named_in };
    let mut files = BTreeMap::new();
    let (made, carried): (BTreeMap<_, _>, BTreeMap<_, _>) =
        plain.into_iter().partition(|(path, _)| made.contains(path));
    for (path, bytes) in carried {
        addresses.ways.insert(path.clone(), Way::Behind(Mark::of(bytes.head())));
        files.insert(path, bytes);
    }
    let text = |bytes: &Asset| String::from_utf8_lossy(bytes.head()).into_owned();
    let (styles, scripts): (Vec<_>, Vec<_>) = made
        .iter()
        .map(|(path, bytes)| (path, text(bytes)))
        .partition(|(path, _)| path.ending() == "css");
    for (path, style) in styles {
        let style = addresses.written_into(&style, named_by_style(&style));
        let mark = Mark::of(style.as_bytes());
        files.insert(path.marked(mark), Asset::from(style.into_bytes()));
        addresses.ways.insert(path.clone(), Way::InName(mark));
    }
    let scripts: BTreeMap<&SitePath, String> = scripts.into_iter().collect();
    let marks: Vec<_> = scripts
        .keys()
        .map(|path| ((*path).clone(), mark_of_script(path, &scripts, &addresses)))
        .collect();
    addresses.ways.extend(marks.into_iter().map(|(path, mark)| (path, Way::InName(mark))));
    for (path, script) in scripts {
        let script = addresses.written_into(&script, named_by_script(&script));
        files.insert(addresses.path(path), Asset::from(script.into_bytes()));
    }
    (files, addresses)
}

impl Addresses {
    /// A page with the addresses of files in the place of their plain ones. `root` leads from it to the root of the site.
    #[must_use]
    pub fn in_page(&self, mut page: String, root: &str) -> String {
        let plain = format!("{root}{FOLDER}/");
        let end = match self.named_in {
            NamedIn::Heads => page.find("</head>").unwrap_or(page.len()),
            NamedIn::Pages => page.len(),
        };
        let found = page[..end].match_indices(&plain).filter_map(|(at, _)| {
            let quote =
                page[..at].chars().next_back().filter(|quote| ['"', '\''].contains(quote))?;
            let is_in_tag = page[..at - 1].ends_with('=')
                && page[..at].rfind(['<', '>']).is_some_and(|at| page[at..].starts_with('<'));
            let start = at + root.len();
            let end = start + page[start..].find(quote)?;
            is_in_tag.then(|| named(&page, start..end, ""))?
        });
        let addresses = found.filter_map(|name| Some((self.address(&page, &name)?, name.place)));
        let addresses: Vec<_> = addresses.collect();
        // From the last to the first, so that places stay true. What follows is moved, and no second page is made.
        for (address, place) in addresses.into_iter().rev() {
            page.replace_range(place, &address);
        }
        page
    }

    /// The path that a file is published under now, which had another name before or has its plain one.
    #[must_use]
    pub fn now(&self, path: &SitePath) -> Option<SitePath> {
        let plain = path.unmarked().unwrap_or_else(|| path.clone());
        self.ways.contains_key(&plain).then(|| self.path(&plain))
    }

    fn path(&self, plain: &SitePath) -> SitePath {
        match self.ways.get(plain) {
            Some(Way::InName(mark)) => plain.marked(*mark),
            Some(Way::Behind(_)) | None => plain.clone(),
        }
    }

    /// A text in which files are named at these places, with their addresses there.
    fn written_into(&self, text: &str, names: impl Iterator<Item = Name>) -> String {
        let mut written = String::with_capacity(text.len() + 256);
        let mut done = 0;
        for name in names {
            let Some(address) = self.address(text, &name) else { continue };
            written.push_str(&text[done..name.place.start]);
            written.push_str(&address);
            done = name.place.end;
        }
        written.push_str(&text[done..]);
        written
    }

    /// The address of a file that is named in a text.
    fn address(&self, text: &str, Name { place, plain }: &Name) -> Option<String> {
        let name = &text[place.clone()];
        let address = match self.ways.get(plain)? {
            Way::InName(mark) => SitePath::made(name.to_owned()).marked(*mark).to_string(),
            // What has a query of its own keeps it.
            Way::Behind(_) if text[place.end..].starts_with('?') => name.to_owned(),
            Way::Behind(mark) => format!("{name}?v={}", mark.letters()),
        };
        Some(address)
    }
}

/// A place at which a file is named, and its plain path.
struct Name {
    place: Range<usize>,
    plain: SitePath,
}

/// The name in an address at a place of a text, as seen from a folder.
fn named(text: &str, place: Range<usize>, folder: &str) -> Option<Name> {
    let path = Href::cut(&text[place.clone()]).path;
    let plain = SitePath::resolve(folder, &decode(path))?;
    Some(Name { place: place.start..place.start + path.len(), plain })
}

/// What a style names in `url()`.
fn named_by_style(style: &str) -> impl Iterator<Item = Name> {
    let read = if style.contains("url(") { Style::read(style) } else { Style::default() };
    read.addresses.into_iter().filter_map(move |one| {
        let start = one.place.start + style[one.place].find(&*one.written)?;
        named(style, start..start + one.written.len(), FOLDER)
    })
}

/// What a script names: `assets/NAME` up to the end of its quotes, and a module beside it, `./NAME`.
fn named_by_script(script: &str) -> impl Iterator<Item = Name> {
    script.match_indices('/').filter_map(move |(at, _)| {
        let before = &script[..at];
        let is_other = |letter: char| letter.is_alphanumeric() || letter == '-';
        let whole = before.strip_suffix(FOLDER).filter(|whole| !whole.ends_with(is_other));
        let beside = before.strip_suffix('.').filter(|rest| rest.ends_with(QUOTES));
        let (start, folder) = match (whole, beside) {
            (Some(whole), _) => (whole.len(), ""),
            (None, Some(beside)) => (beside.len(), FOLDER),
            (None, None) => return None,
        };
        let mut letters = script[at..].char_indices().take(MOST_LETTERS);
        let (length, _) = letters.find(|(_, letter)| QUOTES.contains(letter))?;
        named(script, start..at + length, folder)
    })
}

/// The mark of a script: of its bytes and of all that it names, straight or through other scripts. Two may name each other.
fn mark_of_script(
    path: &SitePath,
    scripts: &BTreeMap<&SitePath, String>,
    addresses: &Addresses,
) -> Mark {
    let mut reached = BTreeSet::from([path.clone()]);
    let mut next = vec![path.clone()];
    while let Some(path) = next.pop() {
        let Some(script) = scripts.get(&path) else { continue };
        for Name { plain, .. } in named_by_script(script) {
            if reached.insert(plain.clone()) {
                next.push(plain);
            }
        }
    }
    reached.iter().fold(Mark::of(scripts[path].as_bytes()), |mark, one| {
        let mark = mark.and(one.as_str().as_bytes());
        match (scripts.get(one), addresses.ways.get(one)) {
            (Some(script), _) => mark.and(script.as_bytes()),
            (None, Some(Way::InName(of) | Way::Behind(of))) => mark.and(of.letters().as_bytes()),
            (None, None) => mark,
        }
    })
}
