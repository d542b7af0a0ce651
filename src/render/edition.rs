//! The site in one language: its plan, its layouts, and the files of its index.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tera::Context;

use crate::diagnostic::Diagnostic;
use crate::model::{Entry, Kind, SEARCH, print_path};
use crate::plan::{Page, Plan};
use crate::search::{Dress, FOLDER, File};

use super::engine::Engine;
use super::frame::{self, Scene};
use super::menu::Menus;
use super::{Site, entries, pages, print};

/// The site in one language.
pub struct Edition {
    pub plan: Plan,
    engine: Engine,
    menus: Menus,
    printed: Printed,
}

/// Pages of entries, by their paths, that stand on pages for paper too: each is rendered once for all.
type Printed = BTreeMap<String, OnceLock<Result<String, Box<Diagnostic>>>>;

impl Edition {
    pub fn new(plan: Plan, mut engine: Engine) -> Self {
        engine.share(frame::site(&plan));
        let menus = Menus::new(&plan);
        let printed = printed(&plan);
        Self { plan, engine, menus, printed }
    }

    pub fn layout(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.render(name, context)
    }

    /// The page at a path, which starts with the folder of this language.
    pub fn scene<'a>(&'a self, site: &'a Site, path: &'a str, page: &'a Page) -> Scene<'a> {
        let folder = self.plan.folder();
        let path = path.strip_prefix(folder).unwrap_or(path);
        Scene { site, plan: &self.plan, menus: &self.menus, folder, path, page }
    }

    /// The page of an entry.
    pub fn entry(&self, scene: &Scene<'_>, entry: &Entry) -> Result<String, Box<Diagnostic>> {
        match self.printed.get(scene.path) {
            Some(page) => page.get_or_init(|| self.render(scene, entry)).clone(),
            None => self.render(scene, entry),
        }
    }

    /// Where an entry is not translated, the main part is the original's, seen from here.
    fn render(&self, scene: &Scene<'_>, entry: &Entry) -> Result<String, Box<Diagnostic>> {
        let (layout, mut context) = entries::entry(scene, entry);
        if self.plan.is_untranslated(entry) {
            let original = {
                let Self { plan, menus, .. } = &scene.site.original;
                let page = plan.page(scene.path).expect("what is not translated has an original");
                Scene { plan, menus, page, ..*scene }
            };
            let (layout, there) = entries::entry(&original, entry);
            let page = scene.site.original.layout(layout, &there)?;
            context.insert("original", &print::original(&original, &page));
        }
        self.layout(layout, &context)
    }

    /// The paths of all files of the index in the whole site.
    pub fn index_paths(&self) -> impl Iterator<Item = String> {
        let paths = self.plan.index().paths().into_iter();
        paths.map(|path| format!("{}{path}", self.plan.folder()))
    }

    /// A file of the index.
    pub fn index_file(&self, site: &Site, path: &str) -> Option<Result<String, Box<Diagnostic>>> {
        let file = self.index_at(path)?;
        let path = path.strip_prefix(self.plan.folder())?;
        let panel = if matches!(file, File::Start) { self.panel(site) } else { Ok(String::new()) };
        let word = |key: &str| self.plan.theme().wording.get(key).to_owned();
        Some(panel.map(|panel| {
            let dress = Dress { word: &word, panel: panel.trim() };
            self.plan.index().script(path, file, &dress)
        }))
    }

    pub fn index_at(&self, path: &str) -> Option<File<'_>> {
        // The index is not made for a path that cannot be of it.
        let path = path.strip_prefix(self.plan.folder())?;
        let is_of_it = path.starts_with(FOLDER);
        is_of_it.then(|| self.plan.index().at(path))?
    }

    /// The search as a part of any page: its links start at the root of this language.
    pub fn panel(&self, site: &Site) -> Result<String, Box<Diagnostic>> {
        let scene = self.scene(site, SEARCH, &Page::Search);
        self.layout("search-panel.html", &pages::search(&scene))
    }
}

fn printed(plan: &Plan) -> Printed {
    let is_printed = |kind: &Kind| matches!(plan.page(&print_path(*kind)), Some(Page::Print(_)));
    let entries = Kind::ALL.into_iter().filter(is_printed).flat_map(|kind| plan.listed(kind));
    entries.map(|entry| (entry.page(), OnceLock::new())).collect()
}
