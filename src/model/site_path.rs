//! The path of a file in the site, or below `content/`: made or parsed once, and passed on.

use std::borrow::Borrow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::markdown::composed;

use super::address::{push_encoded, root};
use super::shared_text::SharedText;

/// A path with `/` and without a step back: `scenarios/a.html`. It is empty for the root itself. What somebody wrote
/// has its letters composed, so that an address is one whatever program wrote the name of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SitePath(SharedText);

impl SitePath {
    /// A path that Twohats itself gives.
    #[must_use]
    pub const fn of(path: &'static str) -> Self {
        Self(SharedText::Ours(path))
    }

    /// A path that was put together of parts that were parsed.
    #[must_use]
    pub fn made(path: String) -> Self {
        Self(SharedText::Made(path.into()))
    }

    /// A path that somebody wrote: every part of it is a name, and none leads out.
    ///
    /// ```
    /// use twohats::model::SitePath;
    /// let path = SitePath::parse("scenarios/a.html").expect("a file of the site");
    /// assert_eq!((path.folder(), path.stem(), path.ending()), ("scenarios", "scenarios/a", "html"));
    /// assert_eq!(SitePath::parse("scenarios/../../a.html"), None);
    /// ```
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let is_name = |part| !matches!(part, "" | "." | "..");
        let is_path = path.split('/').all(is_name) && !path.contains(['\\', ':']);
        is_path.then(|| Self::made(composed(path).into_owned()))
    }

    /// What a written path means in a folder, or from the root with a `/` in front. `None` when it leads out.
    ///
    /// ```
    /// use twohats::model::SitePath;
    /// let found = SitePath::resolve("scenarios/deep", "../a.html");
    /// assert_eq!(found, Some(SitePath::of("scenarios/a.html")));
    /// assert_eq!(SitePath::resolve("scenarios", "../../a.html"), None);
    /// ```
    #[must_use]
    pub fn resolve(folder: &str, path: &str) -> Option<Self> {
        let from = if path.starts_with('/') { "" } else { folder };
        let mut parts: Vec<&str> = Vec::new();
        for part in from.split('/').chain(path.split('/')) {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Some(Self::made(composed(&parts.join("/")).into_owned()))
    }

    /// The path with `/` between its parts, and none before the first.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that it is in, without a `/` at its end; nothing for the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Every folder that it is in, the innermost first.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.rmatch_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// The names on the way to it, its own the last.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// Its own name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// Its own name without the ending.
    #[must_use]
    pub fn short_name(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(short, _)| short)
    }

    /// What follows its last full stop, or nothing.
    #[must_use]
    pub fn ending(&self) -> &str {
        self.0.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// Whether it is a page.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.ending() == "html"
    }

    /// The path without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.0.rsplit_once('.').map_or(&self.0, |(stem, _)| stem)
    }

    /// The folder whose `index.html` it is, with its `/`, which need not be said in an address.
    #[must_use]
    pub fn folder_of_index(&self) -> Option<&str> {
        let folder = self.0.strip_suffix("index.html")?;
        (folder.is_empty() || folder.ends_with('/')).then_some(folder)
    }

    /// Whether it lies in a folder, however deep.
    #[must_use]
    pub fn is_in(&self, folder: &str) -> bool {
        self.0.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// What comes before all that lies in it, in the order of paths, if it is a folder.
    #[must_use]
    pub fn first_inside(&self) -> Self {
        Self::made(format!("{self}/"))
    }

    /// The same in lower case: some systems do not tell the two apart.
    #[must_use]
    pub fn to_lowercase(&self) -> Self {
        Self::made(self.0.to_lowercase())
    }

    /// The same from a folder that it lies in.
    #[must_use]
    pub fn below(&self, folder: &str) -> Option<Self> {
        let inside = self.0.strip_prefix(folder)?.strip_prefix('/')?;
        Some(Self::made(inside.to_owned()))
    }

    /// The address of another path of the site as seen from this one.
    ///
    /// ```
    /// use twohats::model::SitePath;
    /// let (a, b) = (SitePath::of("scenarios/a.html"), SitePath::of("templates/b.html"));
    /// assert_eq!(a.href(&b), "../templates/b.html");
    /// assert_eq!(SitePath::resolve(a.folder(), &a.href(&b)), Some(b));
    /// ```
    #[must_use]
    pub fn href(&self, to: &Self) -> String {
        let both = self.0.bytes().zip(to.0.bytes());
        let alike = both.take_while(|(from, to)| from == to).count();
        let folders = self.0.as_bytes()[..alike].iter().rposition(|byte| *byte == b'/');
        let rest = folders.map_or(0, |last| last + 1);
        let mut address = root(&self.0[rest..]);
        push_encoded(&mut address, &to.0[rest..]);
        address
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<SitePath> for String {
    fn from(path: SitePath) -> Self {
        path.as_str().to_owned()
    }
}

impl TryFrom<String> for SitePath {
    type Error = String;

    fn try_from(path: String) -> Result<Self, String> {
        Self::parse(&path).ok_or_else(|| format!("`{path}` is no path of a site"))
    }
}

#[cfg(test)]
mod tests {
    use super::SitePath;

    #[test]
    fn a_path_is_whole_again_when_its_parts_are_put_together() {
        for path in ["index.html", "scenarios/a.html", "de/scenarios/x/y.html", "a", "a.b/c"] {
            let path = SitePath::parse(path).expect("it is a path");
            let parts: Vec<&str> = path.parts().collect();
            assert_eq!(parts.join("/"), path.as_str());
            assert_eq!(parts.last(), Some(&path.name()));
            assert_eq!(SitePath::resolve(path.folder(), path.name()).as_ref(), Some(&path));
            assert!(path.folders().all(|folder| path.is_in(folder)), "{path}");
        }
    }

    #[test]
    fn an_address_leads_from_any_page_to_any_other_and_back() {
        let all = ["index.html", "scenarios/a.html", "scenarios/x/y.html", "de/scenarios/a.html"];
        for from in all.map(SitePath::of) {
            for to in all.map(SitePath::of) {
                let found = SitePath::resolve(from.folder(), &from.href(&to));
                assert_eq!(found, Some(to), "from {from}");
            }
        }
    }

    #[test]
    fn what_leads_out_of_a_folder_or_is_no_name_is_no_path() {
        for path in ["", "/a", "a/", "a//b", "../a", "a/./b", "C:/a", "a\\b"] {
            assert_eq!(SitePath::parse(path), None, "{path}");
            assert!(serde_json::from_value::<SitePath>(path.into()).is_err(), "{path}");
        }
    }

    #[test]
    fn only_a_file_that_is_called_index_is_the_folder_itself() {
        for (path, folder) in [
            ("index.html", Some("")),
            ("scenarios/index.html", Some("scenarios/")),
            ("scenarios/an-index.html", None),
            ("scenarios/a.html", None),
        ] {
            assert_eq!(SitePath::of(path).folder_of_index(), folder);
        }
    }
}
