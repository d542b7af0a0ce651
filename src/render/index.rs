//! The files of the search's index, and the search as it stands on a page.

use crate::diagnostic::Diagnostic;
use crate::model::{Mark, SEARCH, SitePath};
use crate::plan::Page;
use crate::search::{File, Interface};

use super::edition::Edition;
use super::{Site, pages};

impl Edition {
    /// A file of the index, at a path below the folder of this language.
    pub(super) fn index_file(
        &self,
        site: &Site,
        path: &SitePath,
    ) -> Option<Result<String, Box<Diagnostic>>> {
        let file = self.index_at(path)?;
        let is_start = matches!(file, File::Start);
        let panel = if is_start { self.panel(site) } else { Ok(String::new()) };
        let wording = &self.plan.theme().wording;
        let words = is_start.then(|| serde_json::to_vec(wording).expect("texts always serialise"));
        let marked = words.map(|words| Mark::of(&words)).unwrap_or_default();
        let word = |key: &str| wording.get(key).to_owned();
        Some(panel.map(|panel| {
            let interface = Interface { word: &word, panel: panel.trim(), wording: marked };
            self.plan.index().script(path, file, &interface)
        }))
    }

    /// The search as a part of any page: its links start at the root of this language.
    pub(super) fn panel(&self, site: &Site) -> Result<String, Box<Diagnostic>> {
        let path = SEARCH;
        let context = self.context(site, &path, &Page::Search);
        self.layout("search-panel.html", &pages::search(&context))
    }
}
