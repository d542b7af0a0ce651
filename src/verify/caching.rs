//! What is right in `Cache-Control`: what has a mark in its address may be kept for ever, and all else is asked for anew.

use crate::model::SitePath;

use super::finding::{Finding, Kind, Weight};

/// For how many seconds nobody minds an old page.
const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

/// The folder of what has a mark in its name, or behind it wherever a page or the search names it.
const ASSETS: &str = "assets/";

/// Whether an address changes with its bytes.
pub(super) fn is_marked(path: &SitePath) -> bool {
    path.as_str().starts_with(ASSETS) || path.as_str().contains("/assets/")
}

/// What is wrong with how long a host lets browsers keep a file.
pub(super) fn judge(path: &SitePath, said: &str) -> Option<Finding> {
    let words: Vec<String> = said.split(',').map(|word| word.trim().to_ascii_lowercase()).collect();
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let age =
        words.iter().find_map(|word| word.strip_prefix("max-age=")?.trim_matches('"').parse().ok());
    let age: u64 = age.unwrap_or(0);
    let name = path.as_str();
    let found = |weight, message: String, help| {
        Some(Finding::new((weight, Kind::WrongCache), name, message, help))
    };
    if is_marked(path) {
        let is_lost = has("no-store");
        let help =
            "send `Cache-Control: public, max-age=31536000, immutable` with files of `assets/`";
        return is_lost.then(|| {
            let message = format!("`{name}` may not be kept, and never changes under its address");
            found(Weight::Warning, message, help)
        })?;
    }
    let help = "send `Cache-Control: no-cache` with all that is not in `assets/`";
    if has("no-cache") || has("no-store") {
        return None;
    }
    if has("immutable") || age > DAY {
        let message =
            format!("`{name}` may be kept by `{said}`: readers will not see what changes");
        return found(Weight::Error, message, help);
    }
    if age > HOUR {
        let message = format!("`{name}` may be kept for more than an hour, by `{said}`");
        return found(Weight::Warning, message, help);
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::model::SitePath;

    use super::super::finding::Weight;
    use super::judge;

    #[test]
    fn what_has_a_mark_may_be_kept_for_ever_and_a_page_may_not() {
        let (error, warning) = (Some(Weight::Error), Some(Weight::Warning));
        for (path, said, wanted) in [
            ("index.html", "no-cache", None),
            ("index.html", "public, max-age=600", None),
            ("index.html", "max-age=0, must-revalidate", None),
            ("index.html", "max-age=14400", warning),
            ("index.html", "max-age=31536000", error),
            ("index.html", "max-age=600, immutable", error),
            ("assets/style.1a2b3c4d.css", "max-age=31536000, immutable", None),
            ("assets/style.1a2b3c4d.css", "no-store", warning),
            ("de/assets/search/terms-1.js", "max-age=31536000, immutable", None),
            ("assets/search/start.js", "max-age=31536000, immutable", None),
        ] {
            let found = judge(&SitePath::of(path), said).map(|one| one.weight);
            assert_eq!(found, wanted, "{path}: {said}");
        }
    }
}
