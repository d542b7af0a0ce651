//! The rooms of the site, and the pages of one that are read one after the other.

use tera::Value;

use super::page_context::PageContext;
use super::view::{Link, MenuGroup, MenuItem};
use crate::model::{Entry, GROUP, Kind, list_path};
use crate::plan::Page;

/// The most pages of one kind of which a menu lists all.
const MOST_IN_MENU: usize = 40;

/// How many it lists where there are more: the neighbours of the page at hand.
const NEIGHBOURS: usize = 20;

/// The rooms in the order of their doors.
const ROOMS: [Kind; 5] =
    [Kind::Scenario, Kind::Template, Kind::Comparison, Kind::SelfCheck, Kind::Guide];

impl PageContext<'_> {
    pub(super) fn menu(&self, within: Option<Kind>, root: &str, from_root: bool) -> Vec<MenuGroup> {
        let is_there = |kind: Kind| !self.plan.listed(kind).is_empty();
        // Self-checks stand beside comparisons, and have a room of their own where there are none.
        let is_room = |kind: &Kind| {
            is_there(*kind) && (*kind != Kind::SelfCheck || !is_there(Kind::Comparison))
        };
        let room = |kind| {
            let path = list_path(kind, 0);
            let open = within == Some(kind)
                || (kind == Kind::Comparison && within == Some(Kind::SelfCheck));
            MenuGroup {
                kind: kind.folder(),
                title: self.word(&format!("rooms.{}", kind.folder())).to_owned(),
                href: if from_root { format!("{root}{path}") } else { self.href(&path) },
                current: *self.path == path,
                open,
                items: match self.page {
                    Page::Entry(..) | Page::Chapter(..) if open && kind == Kind::Guide => {
                        self.guide_items()
                    }
                    _ => Vec::new(),
                },
            }
        };
        ROOMS.into_iter().filter(is_room).map(room).collect()
    }

    /// Where a group finds what it needs, from any page, where there is something to play.
    pub(super) fn group_room(&self, root: &str, from_root: bool) -> Option<Link> {
        let href = if from_root { format!("{root}{GROUP}") } else { self.href(&GROUP) };
        let link = || Link { title: self.word("rooms.group").into(), href };
        self.plan.page(&GROUP).is_some().then(link)
    }

    fn guide_items(&self) -> Vec<Value> {
        if self.plan.chapters().is_parted() {
            self.chapter_items()
        } else {
            self.menu_items(Kind::Guide)
        }
    }

    fn menu_items(&self, kind: Kind) -> Vec<Value> {
        let all = self.plan.listed(kind).len();
        let most = if all > MOST_IN_MENU { NEIGHBOURS } else { all };
        let first = self.position().saturating_sub(most / 2).min(all - most);
        let entries = self.plan.listed(kind).iter().enumerate().skip(first).take(most);
        let folder = self.path.folder();
        let items = entries.map(|(at, entry)| {
            let make = || Value::from_serializable(&self.item(entry));
            let is_beside = folder == entry.head.stem.folder();
            if !is_beside || entry.head.stem.is_of(self.path) {
                return make();
            }
            self.menus.item(kind, at, make)
        });
        items.collect()
    }

    fn item(&self, entry: &Entry) -> MenuItem {
        let path = entry.page();
        MenuItem {
            title: self.title(entry),
            href: self.href(&path),
            current: path == *self.path,
            draft: entry.head.draft,
            level: 0,
        }
    }
}
