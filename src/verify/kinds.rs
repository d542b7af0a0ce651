//! What is right in `Content-Type`: which type a file has, and what goes wrong with another.

use crate::web::media_type;

use super::finding::{Finding, Kind, Weight};

/// Types that browsers take for the same.
const ALIKE: [&[&str]; 4] = [
    &["application/javascript", "application/x-javascript", "text/javascript"],
    &["application/xml", "text/xml"],
    &["application/font-woff2", "font/woff2"],
    &["image/vnd.microsoft.icon", "image/x-icon"],
];

/// Endings of what a browser shows or runs only when the type says what it is.
const NEEDS_TYPE: [&str; 5] = ["css", "html", "js", "mjs", "svg"];

/// What is wrong with what a host says a file is. `is_strict`: it lets browsers guess nothing (`nosniff`).
pub(super) fn judge(path: &str, said: Option<&str>, is_strict: bool) -> Option<Finding> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let needs = NEEDS_TYPE.contains(&ending.as_str());
    let wanted = media_type(path);
    let found = |weight, message: String| {
        let help = "let the host send the type of each file by its ending";
        Some(Finding::new((weight, Kind::WrongType), path, message, help))
    };
    let Some(said) = said else {
        let weight = if needs && is_strict { Weight::Error } else { Weight::Warning };
        return found(weight, format!("`{path}` comes without a `Content-Type`"));
    };
    let (one, other) = (essence(said), essence(&wanted));
    let is_alike =
        one == other || ALIKE.iter().any(|all| all.contains(&&*one) && all.contains(&&*other));
    let is_picture = other.starts_with("image/") || other.starts_with("font/");
    if !is_alike {
        let harms = needs || (is_picture && is_strict);
        let weight = if harms { Weight::Error } else { Weight::Warning };
        // What is only downloaded is well as bytes, and so is what nobody knows.
        let is_download = one == "application/octet-stream" && !harms && !is_picture;
        let is_unknown = other == "application/octet-stream";
        return if is_download || is_unknown {
            None
        } else {
            found(weight, format!("`{path}` comes as `{one}`, and is `{other}`"))
        };
    }
    let letters = said.split(';').skip(1).find_map(|part| part.trim().strip_prefix("charset="));
    let letters = letters.map(|name| name.trim_matches('"').to_ascii_lowercase());
    let letters =
        letters.filter(|name| wanted.contains("charset") && name != "utf-8" && name != "utf8")?;
    found(Weight::Error, format!("`{path}` comes in the letters of `{letters}`, and is in UTF-8"))
}

fn essence(said: &str) -> String {
    said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::finding::Weight;
    use super::judge;

    #[test]
    fn a_type_is_wrong_where_a_browser_would_do_otherwise_with_it() {
        let weight = |path, said: &str, strict| {
            judge(path, Some(said).filter(|said| !said.is_empty()), strict).map(|one| one.weight)
        };
        let (error, warning) = (Some(Weight::Error), Some(Weight::Warning));
        for (path, said, is_strict, wanted) in [
            ("a.html", "text/html; charset=utf-8", true, None),
            ("a.html", "text/html", true, None),
            ("a.html", "Text/HTML;charset=\"UTF-8\"", false, None),
            ("a.html", "text/html; charset=iso-8859-1", false, error),
            ("a.html", "text/plain", false, error),
            ("a.js", "application/javascript", true, None),
            ("a.js", "text/plain", false, error),
            ("a.css", "", true, error),
            ("a.css", "", false, warning),
            ("a.png", "text/plain", false, warning),
            ("a.png", "text/plain", true, error),
            ("a.pdf", "application/octet-stream", true, None),
            ("a.docx", "application/zip", false, warning),
            ("a.svg", "application/octet-stream", false, error),
            ("a.strange", "text/plain", true, None),
        ] {
            assert_eq!(weight(path, said, is_strict), wanted, "{path} as {said}");
        }
    }
}
