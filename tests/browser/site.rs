//! The site under test: our own book, built once by the real program, served in two ways and crawled
//! once. Tests come to it through a `Visit`.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::{fs, io};

use tempfile::TempDir;
use testkit::browser::Chromium;
use testkit::browser::Page;
use testkit::outcome::{Outcome, because, none};
use testkit::twohats;

use crate::crawl::{Check, Facts, Place, crawl, examine};
use crate::pictures;
use crate::server::serve;

/// The page that is shown in place of one that is not there.
pub const MISSING: &str = "404.html";

/// The site, and a Chromium to look at it.
pub struct Site {
    pub chromium: Arc<Chromium>,
    /// Served below a path, as on a shared host.
    pub below_a_path: Place,
    /// Served at the root of a host, with its 404 page.
    pub at_the_root: Place,
    /// Opened from the disk.
    pub on_disk: Place,
    /// What is looked for on each page.
    checks: &'static [Check],
    pages: OnceLock<Outcome<Vec<Facts>>>,
    /// Holds the built site and is removed on drop.
    _build: TempDir,
}

impl Site {
    /// Our own book, with a theme of the program when one is named.
    pub fn open(
        chromium: Arc<Chromium>,
        checks: &'static [Check],
        theme: Option<&str>,
    ) -> Outcome<Self> {
        let build = TempDir::with_prefix("twohats-site-").map_err(because("no folder"))?;
        let folder = build.path().join("public");
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let project = match theme {
            Some(theme) => with_theme(own, theme, build.path())?,
            None => own.to_owned(),
        };
        let output = twohats()
            .current_dir(project)
            .args(["build", "--output"])
            .arg(&folder)
            .output()
            .map_err(because("cannot run twohats"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("`twohats build` of our own book failed:\n{said}"));
        }
        Ok(Site {
            chromium,
            below_a_path: serve(&folder, "/a/b/")?,
            at_the_root: serve(&folder, "/")?,
            on_disk: Place { base: format!("file://{}/", folder.display()), folder },
            checks,
            pages: OnceLock::new(),
            _build: build,
        })
    }

    /// What a check found wrong, on all pages.
    pub fn faults(&self, test: &str) -> Outcome {
        let found = self.pages()?.iter().filter_map(|page| page.faults.get(test));
        none(&found.flatten().cloned().collect::<Vec<_>>())
    }

    /// Every page that is reached from home, and the 404 page, which asks to be served at the root.
    pub fn pages(&self) -> Outcome<&[Facts]> {
        let crawled = self.pages.get_or_init(|| {
            let mut page = Page::new(&self.chromium)?;
            let mut pages = crawl(&mut page, &self.below_a_path, self.checks)?;
            pages.push(examine(&mut page, &self.at_the_root, MISSING, self.checks)?);
            Ok(pages)
        });
        crawled.as_deref().map_err(String::clone)
    }
}

/// The same book with another theme, in a folder below this one.
fn with_theme(own: &Path, theme: &str, folder: &Path) -> Outcome<PathBuf> {
    let project = folder.join("book");
    copied(&own.join("content"), &project.join("content")).map_err(because("cannot copy"))?;
    let book = fs::read_to_string(own.join("book.toml")).map_err(because("our own book"))?;
    let book = book.replacen("[book]\n", &format!("[book]\ntheme = \"{theme}\"\n"), 1);
    fs::write(project.join("book.toml"), book).map_err(because("cannot write"))?;
    Ok(project)
}

fn copied(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copied(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// One test's way through the site.
pub struct Visit<'a> {
    pub site: &'a Site,
    /// The test's name.
    pub test: &'a str,
}

impl Visit<'_> {
    pub fn new_page(&self) -> Outcome<Page> {
        Page::new(&self.site.chromium)
    }

    /// Checks what the crawl noted of every page.
    pub fn of_every_page(&self, check: impl Fn(&Facts) -> Vec<String>) -> Outcome {
        let named = |page: &Facts| {
            let faults = check(page).into_iter();
            faults.map(|fault| format!("{}: {fault}", page.name)).collect::<Vec<_>>()
        };
        none(&self.site.pages()?.iter().flat_map(named).collect::<Vec<_>>())
    }

    /// Opens one page in a tab and looks at it.
    pub fn on_page(
        &self,
        name: &str,
        mut page: Page,
        look: impl FnOnce(&mut Page) -> Outcome<Vec<String>>,
    ) -> Outcome {
        page.open(&format!("{}{name}", self.site.below_a_path.base))?;
        let faults = look(&mut page)?;
        none(&pictures::named(faults, &mut page, self.test, name)?)
    }

    /// Opens every page in a tab and looks at it, with what the crawl noted at hand. For what holds of
    /// a page as it is, a `Check` is quicker.
    pub fn on_every_page(
        &self,
        mut page: Page,
        mut look: impl FnMut(&mut Page, &Facts) -> Outcome<Vec<String>>,
    ) -> Outcome {
        let mut faults = Vec::new();
        for facts in self.site.pages()? {
            page.open(&facts.address)?;
            let found = look(&mut page, facts)?;
            faults.extend(pictures::named(found, &mut page, self.test, &facts.name)?);
        }
        none(&faults)
    }
}
