//! The main menu: every kind, and the pages of the kind at hand.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tera::Value;

use crate::model::{Entry, Kind, SitePath};
use crate::plan::{Page, Plan};

use super::frame::Scene;
use super::view::{MenuGroup, MenuItem};

/// The most pages of one kind of which a menu lists all.
const MOST_IN_MENU: usize = 40;

/// How many it lists where there are more: the neighbours of the page at hand.
const NEIGHBOURS: usize = 20;

/// Items of menus. A page stands in the menus of many others, and is the same item in all that lie in its
/// folder: it is made when the first of them is rendered.
pub struct Menus(BTreeMap<Kind, Vec<OnceLock<Value>>>);

impl Menus {
    pub fn new(plan: &Plan) -> Self {
        let items = |kind: Kind| plan.listed(kind).iter().map(|_| OnceLock::new()).collect();
        Self(Kind::ALL.into_iter().map(|kind| (kind, items(kind))).collect())
    }
}

impl Scene<'_> {
    pub fn menu(&self, within: Option<Kind>, root: &str, from_root: bool) -> Vec<MenuGroup> {
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
        (first..first + most).map(|at| self.menu_item(kind, at)).collect()
    }

    fn menu_item(&self, kind: Kind, at: usize) -> Value {
        let entry = &self.plan.listed(kind)[at];
        let make = || Value::from_serializable(&self.item(entry));
        let is_beside = self.path.folder() == entry.head.stem.folder();
        if !is_beside || entry.head.stem.is_of(self.path) {
            return make();
        }
        self.menus.0[&kind][at].get_or_init(make).clone()
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
