//! Which kind of content a file is, by where it lies; and its id, by its name.

use std::sync::Arc;

use crate::diagnostic::rules::bad_file_name::{bad_file_name, bad_folder_name, reserved_name};
use crate::diagnostic::rules::unplaced_file::unplaced_file;
use crate::diagnostic::{Diagnostic, nearest};
use crate::markdown::{composed, slug};
use crate::model::{
    Id, Kind, OWN_PAGES, PageMeant, PagePath, SitePath, Slug, is_chapter_name, is_device, is_tag,
    page_meant,
};
use crate::source::{Source, Span};

/// The folder of the content, as paths start.
pub(super) const CONTENT: &str = "content/";

/// The file of what readers may search for.
pub const QUERIES: &str = "content/queries.yaml";

/// The name of the file of the first page, in `content/` and in the folder of a language there.
pub(super) const HOME: &str = "home.yaml";

/// Pages of other programs that list the others in their order, without their ending.
const MENUS: [&str; 5] = ["SUMMARY", "_sidebar", "_Sidebar", "_navbar", "_toc"];

/// What a file of content is, as its path says.
#[derive(Debug)]
pub struct ContentPath {
    pub stem: PagePath,
    /// The language into which it translates the file of the same address.
    pub language: Option<String>,
}

/// What a file is, or was very likely meant to be.
#[derive(Debug)]
pub struct Meant {
    pub kind: Kind,
    pub id: Id,
    /// The path from `content/`, or from the folder of its language there, without the ending.
    pub stem: String,
    pub language: Option<String>,
}

impl ContentPath {
    pub fn meant(&self) -> Meant {
        let (kind, id) = (self.stem.kind(), self.stem.name().to_owned());
        Meant { kind, id, stem: self.stem.to_string(), language: self.language.clone() }
    }
}

/// A file that has no place.
#[derive(Debug)]
pub(super) struct Misplaced {
    pub faults: Vec<Misplacement>,
    /// Naming that is no second fault.
    pub meant: Option<Meant>,
}

/// Why a file has no place.
#[derive(Debug)]
pub(super) struct Misplacement {
    pub note: Diagnostic,
    /// The folder whose fault it is, if it is none of the file's: it is told of once.
    pub folder: Option<String>,
}

/// The language in whose folder a path from `content/` lies, and what follows that folder.
pub(super) fn language<'p>(languages: &[String], path: &'p str) -> (Option<String>, &'p str) {
    let found = path.split_once('/').filter(|(first, _)| languages.iter().any(|tag| tag == first));
    found.map_or((None, path), |(tag, rest)| (Some(tag.to_owned()), rest))
}

/// Whether a path is that of a translation, if the book names its language.
#[must_use]
pub fn is_translation(path: &str) -> bool {
    let inside = path.strip_prefix(CONTENT).and_then(|inside| inside.split_once('/'));
    inside.is_some_and(|(first, _)| is_tag(first))
}

/// The path of the file of the first page in a language.
pub(super) fn home(language: Option<&str>) -> String {
    language.map_or_else(|| format!("{CONTENT}{HOME}"), |tag| format!("{CONTENT}{tag}/{HOME}"))
}

/// Whether a path is that of the first page, in any of these languages.
pub(super) fn is_home(path: &str, languages: &[String]) -> bool {
    let inside = path.strip_prefix(CONTENT);
    inside.is_some_and(|inside| language(languages, inside).1 == HOME)
}

/// Finds the place of a text file in `content/`, or in the folder that one of these languages has there.
pub(super) fn content_path(
    source: &Arc<Source>,
    languages: &[String],
) -> Result<ContentPath, Box<Misplaced>> {
    let here = || Span::new(source, 0..0);
    let path = &*composed(source.path());
    let (language, inside) = language(languages, path.strip_prefix(CONTENT).unwrap_or(path));
    let outside = &path[..path.len() - inside.len()];
    let (name, ending) = inside.rsplit_once('.').unwrap_or((inside, ""));
    let meant = |kind: Kind| {
        let id = slug(name.rsplit('/').next().unwrap_or(name));
        Some(Meant { kind, id, stem: name.to_owned(), language: language.clone() })
    };
    let misplaced = |note, folder, meant| {
        Err(Box::new(Misplaced { faults: vec![Misplacement { note, folder }], meant }))
    };
    if ending == "md" && MENUS.contains(&name.rsplit('/').next().unwrap_or(name)) {
        let kind = name.split_once('/').and_then(|(folder, _)| Kind::of_content(folder));
        let mut help =
            "it is the menu of another program: delete it, and give pages their places by `order`"
                .to_owned();
        if kind.is_none_or(|kind| kind == Kind::Guide) {
            help += "; a folder is a chapter, and its `index.md` has the chapter’s title and place";
        }
        return misplaced(unplaced_file(here(), &help), None, kind.and_then(meant));
    }
    let Some((folder, name)) = name.split_once('/') else {
        if name == "queries" && language.is_none() {
            let note = unplaced_file(here(), &format!("rename it to `{QUERIES}`"));
            return misplaced(note, None, None);
        }
        if name == "home" {
            let note = unplaced_file(here(), &format!("rename it to `{outside}{HOME}`"));
            return misplaced(note, None, None);
        }
        let note = unplaced_file(here(), &format!("move it into one of {}", folders()));
        return misplaced(note, None, None);
    };
    let Some(kind) = Kind::of_content(folder) else {
        let near = nearest(folder, Kind::ALL.map(Kind::folder).into_iter().chain([OWN_PAGES]));
        let what = format!("`content/{folder}/` is no kind of content");
        let is_kind = |part: &str| Kind::of_content(part).is_some();
        let help = match near {
            _ if is_tag(folder) && name.split('/').next().is_some_and(is_kind) => {
                format!("{what}; for a translation, name it in `book.toml`: `[languages.{folder}]`")
            }
            Some(near) => format!("{what}; did you mean `content/{near}/`?"),
            None => format!("{what}: there is {}", folders()),
        };
        let kind = near.and_then(Kind::of_content);
        let folder = Some(format!("{outside}{folder}"));
        return misplaced(unplaced_file(here(), &help), folder, kind.and_then(meant));
    };
    if ending != kind.extension() {
        let extension = kind.extension();
        let what = format!("files in `content/{folder}/` end in `.{extension}`");
        let help = match page_meant(&SitePath::made(inside.to_owned())) {
            Some(PageMeant::Renamed(page)) => format!("{what}: rename it to `{}`", page.name()),
            Some(PageMeant::Rewritten(_)) | None => format!("{what}: move it"),
        };
        return misplaced(unplaced_file(here(), &help), None, meant(kind));
    }
    let is_guidance = folder == Kind::Guide.folder();
    let mut faults = Vec::new();
    let mut start = path.len() - inside.len() + folder.len() + 1;
    for part in name.split('/') {
        let end = start + part.len();
        let is_folder = path[end..].contains('/');
        let folder = is_folder.then(|| path[..end].to_owned());
        let is_of_folder = is_guidance && !is_folder && is_chapter_name(part);
        if Slug::parse(part).is_none() && !is_of_folder {
            let better = Some(slug(part)).filter(|better| !better.is_empty());
            let note = if is_folder {
                bad_folder_name(here(), part, better.as_deref())
            } else {
                let better = better.map(|better| format!("{better}.{ending}"));
                bad_file_name(here(), part, better.as_deref())
            };
            faults.push(Misplacement { note, folder });
        } else if is_device(part) {
            let note = reserved_name(here(), part, "Windows keeps it for a device");
            faults.push(Misplacement { note, folder });
        }
        start = end + 1;
    }
    if name == "index" && !is_guidance {
        let note = reserved_name(here(), name, "the list of the folder's pages is made there");
        faults.push(Misplacement { note, folder: None });
    }
    if !faults.is_empty() {
        return Err(Box::new(Misplaced { faults, meant: meant(kind) }));
    }
    let stem = PagePath::parse(&format!("{folder}/{name}"));
    Ok(ContentPath {
        stem: stem.expect("its folder is a kind's and its parts are names"),
        language,
    })
}

fn folders() -> String {
    let folders = Kind::ALL.map(Kind::folder).into_iter().chain([OWN_PAGES]);
    folders.map(|folder| format!("`content/{folder}/`")).collect::<Vec<_>>().join(", ")
}
