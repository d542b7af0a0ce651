//! The main menu: every kind, and the pages of the kind at hand.

use tera::Value;

use crate::model::{Entry, Kind, SitePath};
use crate::plan::Page;

use super::page_context::PageContext;
use super::view::{MenuGroup, MenuItem};

/// The most pages of one kind of which a menu lists all.
const MOST_IN_MENU: usize = 40;

/// How many it lists where there are more: the neighbours of the page at hand.
const NEIGHBOURS: usize = 20;

impl PageContext<'_> {
    pub(super) fn menu(&self, within: Option<Kind>, root: &str, from_root: bool) -> Vec<MenuGroup> {
        let href =
            |path: &SitePath| if from_root { format!("{root}{path}") } else { self.href(path) };
        let kinds = Kind::ALL.into_iter().filter(|kind| !self.plan.listed(*kind).is_empty());
        kinds
            .map(|kind| {
                let path = kind.list();
                let open = within == Some(kind);
                MenuGroup {
                    kind: kind.folder(),
                    title: self.word(&format!("kinds.{}", kind.folder())).to_owned(),
                    href: href(&path),
                    current: *self.path == path,
                    beside: open && !matches!(self.page, Page::Entry(..)),
                    open,
                    items: if open { self.menu_items(kind) } else { Vec::new() },
                }
            })
            .collect()
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
        }
    }
}
