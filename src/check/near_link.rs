//! What a link that leads nowhere was very likely meant to lead to.

use std::collections::BTreeMap;

use crate::diagnostic::Names;
use crate::markdown::slug;
use crate::model::{Href, Kind, PagePath, Playbook, SitePath, decode};

use super::broken_anchor::Places;
use super::outside_address::{whole_address, with_host};

/// What was very likely meant; a guess is made only where little else can be.
pub(super) enum Meant {
    /// The address of something outside the book, whole.
    Outside(String),
    /// A place on the page of the link.
    Place(String),
    /// The page that has the name which was written.
    Page(PagePath),
    /// Files that have nearly the name which was written, or several that have it; perhaps none.
    Near(Vec<SitePath>),
}

/// The most files that are named.
const MOST: usize = 3;

/// Endings under which other programs have pages.
const ENDINGS: [&str; 12] =
    ["", "asp", "aspx", "htm", "html", "jsp", "markdown", "md", "mdx", "php", "yaml", "yml"];

/// The files of a book by their names, to find the one that was meant. They are gathered when the first
/// link is broken.
#[derive(Default)]
pub(super) struct Files {
    known: Option<Known>,
    /// The places of pages, for links that lead to a place.
    pub places: Places,
}

#[derive(Default)]
struct Known {
    /// By the name of the file, in small letters.
    files: BTreeMap<String, Vec<SitePath>>,
    /// By the name of the page.
    pages: BTreeMap<String, Vec<PagePath>>,
    /// By the title, as an id.
    titles: BTreeMap<String, Vec<PagePath>>,
    /// The names of files and of pages, to find one that is nearly written.
    file_names: Names,
    page_names: Names,
}

impl Known {
    fn of(playbook: &Playbook) -> Self {
        let mut names = Self::default();
        for entry in playbook.entries.values().filter(|entry| !playbook.leaves_out(entry)) {
            let stem = &entry.head.stem;
            names.pages.entry(stem.name().to_owned()).or_default().push(stem.clone());
            names.titles.entry(slug(&entry.head.title.value)).or_default().push(stem.clone());
        }
        for path in playbook.files() {
            names.files.entry(path.name().to_lowercase()).or_default().push(path);
        }
        names.file_names = Names::of(names.files.keys().map(String::as_str));
        names.page_names = Names::of(names.pages.keys().map(String::as_str));
        names
    }
}

impl Files {
    /// What was meant by a link in the file with the address `from`, or without one in `content/` itself.
    pub(super) fn meant(
        &mut self,
        playbook: &Playbook,
        from: Option<&PagePath>,
        link: &str,
    ) -> Meant {
        if let Some(whole) = whole_address(link) {
            return Meant::Outside(whole);
        }
        let written = decode(Href::cut(link).path).replace('\\', "/");
        let path = written.trim_end_matches('/');
        let path = path.strip_suffix("/index.html").unwrap_or(path);
        let folder = from.map_or("", PagePath::folder);
        if let Some(path) = SitePath::resolve(folder, path) {
            let whole = playbook.at(path.as_str());
            let there = whole.or_else(|| is_page(&path).then(|| playbook.at(path.stem()))?);
            if let Some(entry) = there.filter(|entry| !playbook.leaves_out(entry)) {
                return Meant::Page(entry.head.stem.clone());
            }
        }
        if written.contains('/')
            && let Some(whole) = with_host(link)
        {
            return Meant::Outside(whole);
        }
        let named = SitePath::made(path.to_owned());
        let names = self.known.get_or_insert_with(|| Known::of(playbook));
        if let Some(found) = names.files.get(&named.name().to_lowercase()) {
            return Meant::Near(few(found.clone(), folder));
        }
        let id = slug(if is_page(&named) { named.short_name() } else { named.name() });
        let pages =
            names.pages.get(&id).or_else(|| names.titles.get(&id)).filter(|_| !id.is_empty());
        match pages.map_or(&[][..], Vec::as_slice) {
            [] => {}
            [one] => return Meant::Page(one.clone()),
            several => {
                let paths = several.iter().map(PagePath::source).collect();
                return Meant::Near(few(paths, folder));
            }
        }
        let own = from.and_then(|from| playbook.at(from.as_str()));
        if own.is_some_and(|own| own.has_place(&id)) {
            return Meant::Place(id);
        }
        let wanted = named.name().to_lowercase();
        let files = names.file_names.nearest_few(&wanted).into_iter();
        let mut near: Vec<SitePath> = files.flat_map(|name| &names.files[name]).cloned().collect();
        // A slip in a name of one or two letters makes any other.
        if near.is_empty() && is_page(&named) && id.chars().count() > 2 {
            let pages = names.page_names.nearest_few(&id).into_iter();
            near = pages.flat_map(|id| &names.pages[id]).map(PagePath::source).collect();
        }
        match with_host(link) {
            Some(whole) if near.is_empty() => Meant::Outside(whole),
            _ => Meant::Near(few(near, folder)),
        }
    }
}

/// Whether a path may have been that of a page, here or elsewhere.
fn is_page(path: &SitePath) -> bool {
    let ending = path.name().rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending.to_lowercase().as_str())
}

/// The first few, those of the same folder before all others, then those of the same kind.
fn few(mut paths: Vec<SitePath>, folder: &str) -> Vec<SitePath> {
    let kind = folder.split('/').next().and_then(Kind::of_folder).map(Kind::folder);
    let is_of_kind = |path: &SitePath| path.parts().next() == kind;
    paths.sort_by_cached_key(|path| (path.folder() != folder, !is_of_kind(path), path.clone()));
    paths.truncate(MOST);
    paths
}
