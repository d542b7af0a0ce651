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

/// Old addresses, for a host that reads them there.
pub const REDIRECTS: SitePath = SitePath::of("_redirects");

/// What is said beside each file, for a host that reads it there.
pub const HEADERS: SitePath = SitePath::of("_headers");

/// The icon in the tab of a browser, for those that ask for it by this name.
pub const FAVICON: SitePath = SitePath::of("favicon.ico");

/// The icon on the home screen of a device.
pub const HOME_ICON: SitePath = SitePath::of("apple-touch-icon.png");

/// What a device is told that puts the site among its programs.
pub const MANIFEST: SitePath = SitePath::of("manifest.webmanifest");

/// What programs that read sites may ask for.
pub const ROBOTS: SitePath = SitePath::of("robots.txt");

/// All copies on the reader's device.
pub const COPIES: SitePath = SitePath::of("copies.html");

/// The page to search on.
pub const SEARCH: SitePath = SitePath::of("search.html");

/// What was changed on pages, the newest first.
pub const NEWS: SitePath = SitePath::of("new.html");

/// The same for programs that look for news.
pub const FEED: SitePath = SitePath::of("feed.xml");

/// Where signs are ticked.
pub const FINDER: SitePath = SitePath::of("finder.html");

/// Which hat first?, over all scenarios that say so.
pub const DRILL: SitePath = SitePath::of("practise.html");

/// A situation with a group, by the clock, and what to print for it.
pub const GROUP: SitePath = SitePath::of("group.html");

/// The first page for role play; and all of it on one page, for paper.
pub const ROLE_PLAY: SitePath = SitePath::of("cards.html");
/// All of the role play on one page, for paper.
pub const PRINTED_ROLE_PLAY: SitePath = SitePath::of("print/cards.html");

/// The whole playbook on one page, for paper.
pub const PRINT: SitePath = SitePath::of("print.html");

/// The pages for what readers do on the site, which a search finds too.
pub const TOOLS: [SitePath; 7] = [COPIES, FINDER, DRILL, ROLE_PLAY, PRINT, GROUP, NEWS];

/// The files of the site that are made of no single file.
pub const OWN_FILES: [SitePath; 13] = [
    SEARCH, DRILL, ROLE_PLAY, GROUP, HOME, NOT_FOUND, FINDER, SITEMAP, COPIES, PRINT, LIST, NEWS,
    FEED,
];

/// The folders of the site in which nothing of `content/` can stand.
pub const OWN_FOLDERS: [&str; 6] = ["assets", "lists", "print", "search", "social", "topics"];

impl Kind {
    /// The path of the page that lists all of it.
    #[must_use]
    pub fn list(self) -> SitePath {
        list_path(self, 0)
    }
}

/// The path of a page of the list of a kind, by its number from 0.
#[must_use]
pub fn list_path(kind: Kind, number: usize) -> SitePath {
    match number {
        0 => SitePath::made(format!("{}/index.html", kind.folder())),
        _ => further_path(kind.folder(), number),
    }
}

/// The path of a further page of what lies in a folder, by its number from 0.
#[must_use]
pub fn further_path(folder: &str, number: usize) -> SitePath {
    SitePath::made(format!("lists/{folder}-{}.html", number + 1))
}

/// The path of a page of what carries a topic, by its number from 0.
#[must_use]
pub fn topic_path(topic: &str, number: usize) -> SitePath {
    match number {
        0 => SitePath::made(format!("topics/{topic}.html")),
        _ => SitePath::made(format!("lists/topics/{topic}-{}.html", number + 1)),
    }
}

/// The path of a page of the finder, by its number from 0.
#[must_use]
pub fn finder_path(number: usize) -> SitePath {
    match number {
        0 => FINDER,
        _ => SitePath::made(format!("lists/finder-{}.html", number + 1)),
    }
}

/// The path of a page of what a group can play, by its number from 0.
#[must_use]
pub fn group_path(number: usize) -> SitePath {
    match number {
        0 => GROUP,
        _ => SitePath::made(format!("lists/group-{}.html", number + 1)),
    }
}

/// The path of a page for role play, by its number from 0.
#[must_use]
pub fn role_play_path(number: usize) -> SitePath {
    match number {
        0 => ROLE_PLAY,
        _ => SitePath::made(format!("lists/cards-{}.html", number + 1)),
    }
}

/// All of one kind on one page, for paper.
#[must_use]
pub fn print_path(kind: Kind) -> SitePath {
    SitePath::made(format!("print/{}.html", kind.folder()))
}
