//! The site in one language: its plan, its layouts, and the files of its index.

use tera::Context;

use crate::diagnostic::Diagnostic;
use crate::model::{Key, SEARCH};
use crate::plan::Plan;
use crate::search::{Dress, FOLDER, File};

use super::engine::Engine;
use super::frame::{self, Scene};
use super::{Site, entries, pages, print};

/// The site in one language.
pub struct Edition {
    pub plan: Plan,
    engine: Engine,
}

impl Edition {
    pub fn new(plan: Plan, mut engine: Engine) -> Self {
        engine.share(frame::site(&plan));
        Self { plan, engine }
    }

    pub fn layout(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.render(name, context)
    }

    /// The page at a path, which starts with the folder of this language.
    pub fn scene<'a>(&'a self, site: &'a Site, path: &'a str) -> Scene<'a> {
        let folder = self.plan.folder();
        Scene { site, plan: &self.plan, folder, path: path.strip_prefix(folder).unwrap_or(path) }
    }

    /// The page of an entry. Where it is not translated, the main part is the original's, seen from here.
    pub fn entry(&self, scene: &Scene<'_>, key: &Key) -> Result<String, Box<Diagnostic>> {
        let (layout, mut context) = entries::entry(scene, key);
        if self.plan.is_untranslated(key) {
            let original = Scene { plan: scene.site.plan(), ..*scene };
            let (layout, there) = entries::entry(&original, key);
            let page = scene.site.original.layout(layout, &there)?;
            context.insert("original", &print::original(&original, &page));
        }
        self.layout(layout, &context)
    }

    /// The paths of all files of the index in the whole site.
    pub fn index_paths(&self) -> impl Iterator<Item = String> {
        let paths = self.plan.index().paths(self.plan.playbook()).into_iter();
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
            self.plan.index().script(path, file, self.plan.playbook(), &dress)
        }))
    }

    pub fn index_at(&self, path: &str) -> Option<File<'_>> {
        // The index is not made for a path that cannot be of it.
        let path = path.strip_prefix(self.plan.folder())?;
        let is_of_it = path.starts_with(FOLDER);
        is_of_it.then(|| self.plan.index().at(path, self.plan.playbook()))?
    }

    /// The search as a part of any page: its links start at the root of this language.
    pub fn panel(&self, site: &Site) -> Result<String, Box<Diagnostic>> {
        let scene = Scene { site, plan: &self.plan, folder: self.plan.folder(), path: SEARCH };
        self.layout("search-panel.html", &pages::search(&scene))
    }
}
