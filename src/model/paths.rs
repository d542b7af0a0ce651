//! The paths of the pages that are no file's own, and what the site keeps for itself.

use super::{Kind, LIST};

/// All copies on the reader's device.
pub const COPIES: &str = "copies.html";

/// The page to search on.
pub const SEARCH: &str = "search.html";

/// Where signs are ticked.
pub const FINDER: &str = "finder.html";

/// Which hat first?, over all scenarios that say so.
pub const DRILL: &str = "practise.html";

/// Cards to play situations with; and all of them on one page, for paper.
pub const CARDS: &str = "cards.html";
pub const PRINTED_CARDS: &str = "print/cards.html";

/// The whole playbook on one page, for paper.
pub const PRINT: &str = "print.html";

/// The files of the site that are made of no single file.
pub const OWN_FILES: [&str; 10] =
    [SEARCH, DRILL, CARDS, "index.html", "404.html", FINDER, "sitemap.xml", COPIES, PRINT, LIST];

/// The folders of the site in which nothing of `content/` can stand.
pub const OWN_FOLDERS: [&str; 6] = ["assets", "lists", "print", "search", "social", "topics"];

/// Where the part of a long list stands that comes at `part`, from 0.
#[must_use]
pub fn list_path(kind: Kind, part: usize) -> String {
    match part {
        0 => format!("{}/index.html", kind.folder()),
        _ => format!("lists/{}-{}.html", kind.folder(), part + 1),
    }
}

#[must_use]
pub fn topic_path(topic: &str, part: usize) -> String {
    match part {
        0 => format!("topics/{topic}.html"),
        _ => format!("lists/topics/{topic}-{}.html", part + 1),
    }
}

/// Where the signs of a part of the scenarios are ticked.
#[must_use]
pub fn finder_path(part: usize) -> String {
    match part {
        0 => FINDER.to_owned(),
        _ => format!("lists/finder-{}.html", part + 1),
    }
}

/// Where a part of the cards stands.
#[must_use]
pub fn cards_path(part: usize) -> String {
    match part {
        0 => CARDS.to_owned(),
        _ => format!("lists/cards-{}.html", part + 1),
    }
}

/// All of one kind on one page, for paper.
#[must_use]
pub fn print_path(kind: Kind) -> String {
    format!("print/{}.html", kind.folder())
}
