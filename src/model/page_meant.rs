//! Which page a file with another ending was very likely meant to be.

use crate::markdown::slug;

use super::{Kind, SitePath};

/// A page that a file was meant to be, by its path in the same folder of `content/`.
#[derive(Debug, PartialEq, Eq)]
pub enum PageMeant {
    /// The file would be that page if it were called so.
    Renamed(SitePath),
    /// The page has yet to be written: this is how another program keeps texts.
    Rewritten(SitePath),
}

/// Endings that mean Markdown elsewhere.
const MARKDOWN: [&str; 10] =
    ["md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mdtext", "mdtxt", "mdx", "rmd"];

/// Endings that mean YAML elsewhere.
const YAML: [&str; 2] = ["yaml", "yml"];

/// What stands behind the ending of a page when a program has saved it in its own way.
const BEHIND: [&str; 6] = ["txt", "bak", "backup", "bk", "old", "save"];

/// Endings of texts that other programs keep.
const TEXTS: [&str; 8] = ["html", "htm", "docx", "doc", "odt", "rtf", "pages", "txt"];

/// The page that a file of a kind's folder was meant to be; the path is from `content/` or the folder of a language.
#[must_use]
pub fn page_meant(path: &SitePath) -> Option<PageMeant> {
    let kind =
        path.parts().next().and_then(Kind::of_content).filter(|_| path.as_str().contains('/'))?;
    let lower = path.name().to_lowercase();
    let mut name = lower.as_str();
    while let Some((stem, _)) =
        name.rsplit_once('.').filter(|(stem, ending)| BEHIND.contains(ending) && stem.contains('.'))
    {
        name = stem;
    }
    let (stem, ending) = name.rsplit_once('.')?;
    let stem = slug(stem);
    let page = || SitePath::made(format!("{}/{stem}.{}", path.folder(), kind.extension()));
    let endings = match kind {
        Kind::Guide => &MARKDOWN[..],
        Kind::Scenario | Kind::Template | Kind::Comparison | Kind::SelfCheck => &YAML[..],
    };
    match ending {
        _ if stem.is_empty() => None,
        ending if endings.contains(&ending) => Some(PageMeant::Renamed(page())),
        ending if TEXTS.contains(&ending) => Some(PageMeant::Rewritten(page())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{PageMeant, page_meant};
    use crate::model::SitePath;

    #[test]
    fn the_name_of_a_page_is_found_below_what_programs_put_behind_it() {
        for (path, meant) in [
            ("guidance/plan.markdown", "guidance/plan.md"),
            ("guidance/deep/Plan B.MD", "guidance/deep/plan-b.md"),
            ("guidance/plan.md.txt", "guidance/plan.md"),
            ("scenarios/late.yaml.txt", "scenarios/late.yaml"),
            ("scenarios/late.yml.bak", "scenarios/late.yaml"),
        ] {
            let meant = PageMeant::Renamed(SitePath::of(meant));
            assert_eq!(page_meant(&SitePath::of(path)), Some(meant), "{path}");
        }
        let meant = PageMeant::Rewritten(SitePath::of("scenarios/late.yaml"));
        assert_eq!(page_meant(&SitePath::of("scenarios/late.docx")), Some(meant));
        for path in
            ["plan.markdown", "downloads/plan.md.txt", "guidance/late.yaml.bak", "guidance/van.png"]
        {
            assert_eq!(page_meant(&SitePath::of(path)), None, "{path}");
        }
    }
}
