//! A book that never was on a disk: a test adds files and asks what Twohats makes of them.

use std::collections::BTreeMap;

use twohats::build::{Memory, Options, build, layout_faults, search_faults};
use twohats::diagnostic::{Diagnostic, Noted, Style, human, sort};
use twohats::render::Site;
use twohats::source::{Day, Lost, PROJECT_FILE, Sources};

use crate::Project;

/// Files by path, with a `book.toml` unless the test gives its own.
#[must_use]
pub struct Book {
    files: BTreeMap<String, Vec<u8>>,
    lost: BTreeMap<String, String>,
}

/// The day on which every book of the tests is read.
const TODAY: &str = "2026-12-01";

impl Book {
    /// A book with a title and nothing else.
    pub fn new() -> Self {
        Self { files: BTreeMap::new(), lost: BTreeMap::new() }
            .file(PROJECT_FILE, "[book]\ntitle = \"Test\"\n")
    }

    /// A book with one small scenario, one guide and one template.
    pub fn small() -> Self {
        Self::new()
            .file("content/scenarios/late.yaml", scenario("Late again"))
            .file(
                "content/guidance/why.md",
                "---\ntitle: Why\n---\n\nSee [late](../scenarios/late.yaml), [sheet](../templates/sheet.yaml).\n",
            )
            .file("content/templates/sheet.yaml", "title: Sheet\nfields:\n  - text: Name\n")
    }

    /// Adds a file, or puts it in the place of one that was there.
    pub fn file(mut self, path: impl Into<String>, content: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.into(), content.as_ref().to_owned());
        self
    }

    /// Adds a file that is there and cannot be read, with the reason.
    pub fn lost(mut self, path: impl Into<String>, why: &str) -> Self {
        self.lost.insert(path.into(), why.to_owned());
        self
    }

    pub fn files<P: Into<String>, C: AsRef<[u8]>>(
        self,
        files: impl IntoIterator<Item = (P, C)>,
    ) -> Self {
        files.into_iter().fold(self, |book, (path, content)| book.file(path, content))
    }

    /// The same book in a folder of its own, on which the program can be run.
    pub fn on_disk(&self) -> Project {
        Project::of(&self.files)
    }

    /// The site as `build` gives it, with what was noticed on the way.
    pub fn make(&self) -> Noted<Option<Site>> {
        let options = Options { today: Day::last_of(TODAY), ..Options::default() };
        build(&self.sources(), &options, &mut Memory::default())
    }

    /// The files as they are read from a disk.
    pub fn sources(&self) -> Sources {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes));
        let mut sources = Sources::in_memory(files);
        let lost = self.lost.iter();
        sources.lost =
            lost.map(|(path, why)| (path.clone(), Lost::Unreadable(why.clone()))).collect();
        sources
    }

    /// All that `twohats check` would tell, in its order.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let Noted { value: site, notes: mut diagnostics } = self.make();
        diagnostics.extend(site.iter().flat_map(layout_faults));
        diagnostics.extend(site.iter().flat_map(search_faults));
        sort(&mut diagnostics);
        diagnostics
    }

    /// The same as people without colour read it.
    pub fn told(&self) -> String {
        told(&self.diagnostics())
    }

    /// The files that can be mended for certain, as they are when nothing more can.
    pub fn mended(&self) -> BTreeMap<String, String> {
        let mut book = Self { files: self.files.clone(), lost: self.lost.clone() };
        let mut mended = BTreeMap::new();
        while let Some(fix) = book.diagnostics().into_iter().find_map(|one| one.fix) {
            let source = fix.span.source();
            let mut text = source.text().to_owned();
            text.replace_range(fix.span.range(), &fix.text);
            let path = source.path().to_owned();
            book = book.file(&path, &text);
            assert_ne!(mended.insert(path, text.clone()), Some(text), "it is mended for ever");
        }
        mended
    }

    /// The text of one page of the site.
    #[track_caller]
    pub fn page(&self, path: &str) -> String {
        let Noted { value: site, notes } = self.make();
        let Some(site) = site else { panic!("the book has faults:\n{}", told(&notes)) };
        let Some(page) = site.render(path) else { panic!("the site has no page `{path}`") };
        let bytes = page.unwrap_or_else(|fault| panic!("{}", told(&[*fault])));
        String::from_utf8(bytes.into_owned()).expect("a page is UTF-8")
    }
}

/// The smallest scenario.
pub fn scenario(title: &str) -> String {
    format!(
        "title: {title}\nsummary: It happens.\nleader:\n  say: Why?\nmanager:\n  say: By when?\n"
    )
}

/// What people read of these, without colour.
#[must_use]
pub fn told(diagnostics: &[Diagnostic]) -> String {
    let each: Vec<String> = diagnostics.iter().map(|one| human(one, Style::Plain)).collect();
    each.join("\n")
}
