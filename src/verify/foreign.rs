//! Which files that no build has made do harm: those that a browser shows or runs as a part of the site, where the copies
//! of readers lie.

use crate::source::is_for_hosts;

use super::finding::{Finding, Kind, Weight};

/// Endings of what runs in the name of the site, or is shown as a page of it.
const RUNS: [&str; 9] = ["htm", "html", "js", "mjs", "shtml", "svg", "swf", "xhtml", "xml"];

/// The folder in which nothing is but what was built.
const ASSETS: &str = "assets/";

/// What is told of a file that no list names. Of what versions are kept in, nothing.
pub(super) fn foreign(path: &str) -> Option<Finding> {
    if path == ".git" || path.starts_with(".git/") {
        return None;
    }
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let is_harm =
        !is_for_hosts(path) && (path.starts_with(ASSETS) || RUNS.contains(&ending.as_str()));
    let (weight, help) = if is_harm {
        (
            Weight::Error,
            "remove it; what belongs to the book is carried along when it lies in `content/`",
        )
    } else {
        (Weight::Note, "builds leave it where it is; `content/` can carry it along")
    };
    let message = format!("no build has made `{path}`");
    Some(Finding::new((weight, Kind::Foreign), path, message, help))
}

#[cfg(test)]
mod tests {
    use super::{Weight, foreign};

    #[test]
    fn what_runs_in_the_name_of_the_site_is_harm_and_what_hosts_want_is_none() {
        for (path, weight) in [
            ("old.html", Some(Weight::Error)),
            ("assets/note.txt", Some(Weight::Error)),
            ("sw.js", Some(Weight::Error)),
            ("a/b.SVG", Some(Weight::Error)),
            ("google1a2b3c4d5e6f7a8b.html", Some(Weight::Note)),
            ("CNAME", Some(Weight::Note)),
            (".well-known/security.txt", Some(Weight::Note)),
            ("papers/plan.pdf", Some(Weight::Note)),
            (".git/HEAD", None),
        ] {
            assert_eq!(foreign(path).map(|found| found.weight), weight, "{path}");
        }
    }
}
