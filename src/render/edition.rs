//! The site in one language: its plan, its layouts, and the files of its index.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::model::{Entry, Kind, SEARCH, SitePath, direction};
use crate::plan::{Page, Plan};
use crate::search::{Dress, FOLDER, File};

use super::body::{Body, Stand};
use super::engine::Engine;
use super::frame::{self, Scene};
use super::menu::Menus;
use super::view::{Html, OriginalView};
use super::{Site, entries, pages};

/// The site in one language.
pub struct Edition {
    pub plan: Plan,
    engine: Engine,
    menus: Menus,
    printed: Printed,
}

/// What stands on pages for paper, by its place in the list of its kind: it is made once for all of them.
type Printed = BTreeMap<Kind, Vec<OnceLock<Result<Body, Box<Diagnostic>>>>>;

impl Edition {
    pub fn new(plan: Plan, mut engine: Engine) -> Self {
        engine.share(frame::site(&plan));
        let menus = Menus::new(&plan);
        let printed = printed(&plan);
        Self { plan, engine, menus, printed }
    }

    pub fn layout(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.page(name, context)
    }

    /// The page at a path below the folder of this language.
    pub fn scene<'a>(&'a self, site: &'a Site, path: &'a SitePath, page: &'a Page) -> Scene<'a> {
        let (plan, menus, stand) = (&self.plan, &self.menus, Stand::Alone);
        Scene { site, plan, menus, folder: plan.folder(), path, page, stand }
    }

    /// The page of an entry. Where it is not translated, its body is the original's, seen from here.
    pub fn entry(&self, scene: &Scene<'_>, entry: &Entry) -> Result<String, Box<Diagnostic>> {
        let (layout, mut context) = entries::entry(scene, entry);
        if self.plan.is_untranslated(entry) {
            let language = scene.site.plan().playbook().book.language.clone();
            let html = Html(Value::safe_string(&self.body(scene, entry)?));
            let direction = direction(&language);
            context.insert("original", &OriginalView { language, direction, html });
        }
        self.layout(&layout, &context)
    }

    /// The body of an entry's page as it stands among others on pages for paper. `at` is its place in its list.
    pub fn printed(
        &self,
        scene: &Scene<'_>,
        entry: &Entry,
        at: usize,
    ) -> Result<&Body, Box<Diagnostic>> {
        let made = || Ok(Body::new(&self.body(scene, entry)?));
        self.printed[&entry.kind()][at].get_or_init(made).as_ref().map_err(Clone::clone)
    }

    /// The body of an entry's page, in the words of the original where it is not translated.
    fn body(&self, scene: &Scene<'_>, entry: &Entry) -> Result<String, Box<Diagnostic>> {
        if !self.plan.is_untranslated(entry) {
            let (layout, context) = entries::entry(scene, entry);
            return self.engine.body(&layout, &context);
        }
        let original = &scene.site.original;
        let Self { plan, menus, .. } = original;
        let page = plan.page(scene.path).expect("what is not translated has an original");
        original.body(&Scene { plan, menus, page, ..*scene }, entry)
    }

    /// The paths of all files of the index in the whole site.
    pub fn index_paths(&self) -> impl Iterator<Item = SitePath> {
        let paths = self.plan.index().paths().into_iter();
        paths.map(|path| self.plan.folder().whole(&path))
    }

    /// A file of the index, at a path below the folder of this language.
    pub fn index_file(
        &self,
        site: &Site,
        path: &SitePath,
    ) -> Option<Result<String, Box<Diagnostic>>> {
        let file = self.index_at(path)?;
        let panel = if matches!(file, File::Start) { self.panel(site) } else { Ok(String::new()) };
        let word = |key: &str| self.plan.theme().wording.get(key).to_owned();
        Some(panel.map(|panel| {
            let dress = Dress { word: &word, panel: panel.trim() };
            self.plan.index().script(path, file, &dress)
        }))
    }

    pub fn index_at(&self, path: &SitePath) -> Option<File<'_>> {
        // The index is not made for a path that cannot be of it.
        path.is_in(FOLDER).then(|| self.plan.index().at(path))?
    }

    /// The search as a part of any page: its links start at the root of this language.
    pub fn panel(&self, site: &Site) -> Result<String, Box<Diagnostic>> {
        let path = SEARCH;
        let scene = self.scene(site, &path, &Page::Search);
        self.layout("search-panel.html", &pages::search(&scene))
    }
}

fn printed(plan: &Plan) -> Printed {
    let bodies = |kind| plan.listed(kind).iter().map(|_| OnceLock::new()).collect();
    Kind::ALL.into_iter().map(|kind| (kind, bodies(kind))).collect()
}
