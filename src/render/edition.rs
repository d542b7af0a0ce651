//! The site in one language: its plan, its layouts, and the files of its index.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::{Context, Tera};

use crate::diagnostic::Diagnostic;
use crate::model::{Kind, SitePath};
use crate::plan::Plan;
use crate::search::{FOLDER, File};

use super::body::PrintedBody;
use super::engine::Engine;
use super::ids::Ids;
use super::menus::Menus;
use super::shared::shared;

/// The site in one language.
pub(super) struct Edition {
    pub plan: Plan,
    pub engine: Arc<Engine>,
    layouts: Arc<Tera>,
    /// What every layout is given, whatever the page.
    pub common: Context,
    pub menus: Menus,
    pub printed: Printed,
    pub ids: Ids,
}

/// What stands on pages for paper, by its place in the list of its kind: it is made once for all of them.
type Printed = BTreeMap<Kind, Vec<OnceLock<Result<PrintedBody, Box<Diagnostic>>>>>;

impl Edition {
    pub(super) fn new(plan: Plan, engine: Arc<Engine>) -> Self {
        let (common, menus) = (shared(&plan), Menus::new(&plan));
        let (printed, ids) = (printed(&plan), Ids::new(&plan));
        let layouts = engine.layouts(&common);
        Self { plan, engine, layouts, common, menus, printed, ids }
    }

    pub(super) fn layout(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.page(&self.layouts, name, context)
    }

    pub(super) fn main(&self, layout: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.body(&self.layouts, layout, context)
    }

    /// The paths of all files of the index in the whole site.
    pub(super) fn index_paths(&self) -> impl Iterator<Item = SitePath> {
        let paths = self.plan.index().paths().into_iter();
        paths.map(|path| self.plan.folder().whole(&path))
    }

    /// The file of the index at a path below the folder of this language.
    pub(super) fn index_at(&self, path: &SitePath) -> Option<File<'_>> {
        // The index is not made for a path that cannot be of it.
        path.is_in(FOLDER).then(|| self.plan.index().at(path))?
    }
}

fn printed(plan: &Plan) -> Printed {
    let bodies = |kind| plan.listed(kind).iter().map(|_| OnceLock::new()).collect();
    Kind::ALL.into_iter().map(|kind| (kind, bodies(kind))).collect()
}
