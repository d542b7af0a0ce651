//! The paths of the pages that are no file's own, and what the site keeps for itself.

use crate::source::PUBLISHED;

use super::{Kind, SitePath};

/// The name of the list in the site: the same as that of the copy beside `book.toml`.
pub const LIST: SitePath = SitePath::of(PUBLISHED);

/// The page that everybody meets first.
pub const HOME: SitePath = SitePath::of("index.html");

/// What is shown at an address that is none.
pub const NOT_FOUND: SitePath = SitePath::of("404.html");

/// The list of all pages, for search engines.
pub const SITEMAP: SitePath = SitePath::of("sitemap.xml");

/// All copies on the reader's device.
pub const COPIES: SitePath = SitePath::of("copies.html");

/// The page to search on.
pub const SEARCH: SitePath = SitePath::of("search.html");

/// Where signs are ticked.
pub const FINDER: SitePath = SitePath::of("finder.html");

/// Which hat first?, over all scenarios that say so.
pub const DRILL: SitePath = SitePath::of("practise.html");

/// Cards to play situations with; and all of them on one page, for paper.
pub const CARDS: SitePath = SitePath::of("cards.html");
pub const PRINTED_CARDS: SitePath = SitePath::of("print/cards.html");

/// The whole playbook on one page, for paper.
pub const PRINT: SitePath = SitePath::of("print.html");

/// The files of the site that are made of no single file.
pub const OWN_FILES: [SitePath; 10] =
    [SEARCH, DRILL, CARDS, HOME, NOT_FOUND, FINDER, SITEMAP, COPIES, PRINT, LIST];

/// The folders of the site in which nothing of `content/` can stand.
pub const OWN_FOLDERS: [&str; 6] = ["assets", "lists", "print", "search", "social", "topics"];

impl Kind {
    /// The path of the page that lists all of it.
    #[must_use]
    pub fn list(self) -> SitePath {
        list_path(self, 0)
    }
}

/// Where the part of a long list stands that comes at `part`, from 0.
#[must_use]
pub fn list_path(kind: Kind, part: usize) -> SitePath {
    match part {
        0 => SitePath::made(format!("{}/index.html", kind.folder())),
        _ => SitePath::made(format!("lists/{}-{}.html", kind.folder(), part + 1)),
    }
}

#[must_use]
pub fn topic_path(topic: &str, part: usize) -> SitePath {
    match part {
        0 => SitePath::made(format!("topics/{topic}.html")),
        _ => SitePath::made(format!("lists/topics/{topic}-{}.html", part + 1)),
    }
}

/// Where the signs of a part of the scenarios are ticked.
#[must_use]
pub fn finder_path(part: usize) -> SitePath {
    match part {
        0 => FINDER,
        _ => SitePath::made(format!("lists/finder-{}.html", part + 1)),
    }
}

/// Where a part of the cards stands.
#[must_use]
pub fn cards_path(part: usize) -> SitePath {
    match part {
        0 => CARDS,
        _ => SitePath::made(format!("lists/cards-{}.html", part + 1)),
    }
}

/// All of one kind on one page, for paper.
#[must_use]
pub fn print_path(kind: Kind) -> SitePath {
    SitePath::made(format!("print/{}.html", kind.folder()))
}
