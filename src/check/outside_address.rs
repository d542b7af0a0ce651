//! Addresses outside the book that were written without their beginning: hosts, mail addresses, telephone numbers.
//! It must not know what the book has.

use crate::model::{Href, decode};

/// Endings of files, which are no ends of hosts even where there is such a country.
const ENDINGS: [&str; 38] = [
    "asp", "aspx", "avif", "bmp", "css", "csv", "doc", "docx", "gif", "heic", "htm", "html",
    "jpeg", "jpg", "js", "json", "jsp", "markdown", "md", "mp3", "mp4", "odt", "pdf", "php", "png",
    "ppt", "pptx", "svg", "toml", "txt", "webm", "webp", "xls", "xlsx", "xml", "yaml", "yml",
    "zip",
];

/// The whole address, where a link can be nothing but one without its beginning, or with a slip in it.
pub(super) fn whole_address(link: &str) -> Option<String> {
    let lower = link.to_ascii_lowercase();
    for scheme in ["https", "http"] {
        let after = lower.strip_prefix(scheme).filter(|after| after.starts_with([':', '/']));
        let host = after.map_or("", |after| after.trim_start_matches([':', '/']));
        if is_host(host) {
            return Some(format!("{scheme}://{}", &link[link.len() - host.len()..]));
        }
    }
    if lower.starts_with("www.") {
        return Some(format!("https://{link}"));
    }
    mail(link).or_else(|| telephone(link))
}

/// The whole address of a link that may begin with a host: `example.org/plan`.
pub(super) fn with_host(link: &str) -> Option<String> {
    let host = Href::cut(link).path.split('/').next().unwrap_or_default();
    is_host(host).then(|| format!("https://{link}"))
}

/// Whether a text begins with a host that has a name: `example.org/plan`, `maps.example.org:8080`.
fn is_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
    };
    name.rsplit_once('.').is_some_and(|(labels, last)| {
        let ending = last.to_lowercase();
        let is_last = last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
        is_last && !ENDINGS.contains(&ending.as_str()) && labels.split('.').all(is_label)
    })
}

fn mail(link: &str) -> Option<String> {
    let link = link.strip_prefix("mailto://").unwrap_or(link);
    let (name, host) = Href::cut(link).path.split_once('@')?;
    let is_name =
        !name.is_empty() && !name.contains(['/', '\\', ':']) && !name.contains(char::is_whitespace);
    (is_name && !host.contains(['/', '@']) && is_host(host)).then(|| format!("mailto:{link}"))
}

fn telephone(link: &str) -> Option<String> {
    let written = decode(link);
    let number =
        written.strip_prefix("tel").unwrap_or(&written).trim_start_matches(['.', '/', ' ']);
    let is_number =
        |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | ' ' | '-' | '/' | '(' | ')');
    let digits: String =
        number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    (digits.len() >= 3 && number.chars().all(is_number)).then(|| format!("tel:{digits}"))
}

#[cfg(test)]
mod tests {
    use super::{whole_address, with_host};

    #[test]
    fn an_address_without_its_beginning_gets_it() {
        for (link, whole) in [
            ("help@example.org", "mailto:help@example.org"),
            ("mailto://help@example.org", "mailto:help@example.org"),
            ("help@example.org?subject=a@b", "mailto:help@example.org?subject=a@b"),
            ("WWW.example.org", "https://WWW.example.org"),
            ("http//example.org", "http://example.org"),
            ("https:/Example.org/A", "https://Example.org/A"),
            ("https:example.org:8080/a", "https://example.org:8080/a"),
            ("tel%200123", "tel:0123"),
            ("+49 30 1234", "tel:+49301234"),
        ] {
            assert_eq!(whole_address(link).as_deref(), Some(whole), "{link}");
        }
        for link in [
            "rules",
            "rules@",
            "@rules",
            "a/b@example.org",
            "http/rules",
            "https.md",
            "12",
            "telephone.md",
        ] {
            assert_eq!(whole_address(link), None, "{link}");
        }
    }

    #[test]
    fn a_file_is_no_host() {
        for (link, is_host) in [
            ("example.org/plan", true),
            ("example.org", true),
            ("zürich.example/a?b#c", true),
            ("rules.md/plan", false),
            ("rules.PDF", false),
            ("v1.2/rules", false),
            ("..", false),
            ("../example.org", false),
            ("plan", false),
            (".org", false),
        ] {
            assert_eq!(with_host(link).is_some(), is_host, "{link}");
        }
    }
}
