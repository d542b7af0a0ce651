//! Which files hosts and those who ask them look for at the root of a site, by their names. The page `publishing` of
//! the author guide lists them.

/// What hosts take in for themselves, and most do not hand out.
pub const TAKEN_IN: [&str; 9] = [
    "CNAME",
    "_headers",
    "_redirects",
    "_routes.json",
    ".domains",
    ".htaccess",
    ".nojekyll",
    "staticwebapp.config.json",
    "web.config",
];

/// What others ask hosts for.
const ASKED_FOR: [&str; 15] = [
    "BingSiteAuth.xml",
    "ads.txt",
    "app-ads.txt",
    "apple-touch-icon-precomposed.png",
    "apple-touch-icon.png",
    "browserconfig.xml",
    "favicon.ico",
    "favicon.png",
    "favicon.svg",
    "humans.txt",
    "llms.txt",
    "manifest.webmanifest",
    "robots.txt",
    "security.txt",
    "site.webmanifest",
];

/// Whole names, as hosts and those who ask them want them.
pub fn for_hosts() -> impl Iterator<Item = &'static str> {
    TAKEN_IN.into_iter().chain(ASKED_FOR)
}

/// The folder of what is known by its address alone.
pub(super) const WELL_KNOWN: &str = ".well-known";

/// Files that prove who owns a site: what their names start and end with.
const PROOFS: [(&str, &str); 5] = [
    ("google", ".html"),
    ("yandex_", ".html"),
    ("pinterest-", ".html"),
    ("baidu_verify_", ".html"),
    ("naver", ".html"),
];

/// Whether a file, by its path from `content/`, is looked for by hosts and the like.
pub(crate) fn is_for_hosts(path: &str) -> bool {
    let is_proof = |(start, end): &(&str, &str)| {
        let middle = path.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        middle.is_some_and(|middle| {
            middle.len() >= 4 && middle.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    for_hosts().any(|name| name == path)
        || path.strip_prefix(WELL_KNOWN).is_some_and(|rest| rest.starts_with('/'))
        || PROOFS.iter().any(is_proof)
}

/// Whether a name begins with a full stop because hosts want it so.
pub(super) fn is_hidden_for_hosts(name: &str) -> bool {
    name.starts_with('.') && (name == WELL_KNOWN || for_hosts().any(|one| one == name))
}

#[cfg(test)]
mod tests {
    use super::is_for_hosts;

    #[test]
    fn hosts_look_at_the_root_and_for_their_own_names() {
        for path in
            ["CNAME", "robots.txt", ".well-known/security.txt", "google1a2b3c4d5e6f7a8b.html"]
        {
            assert!(is_for_hosts(path), "{path}");
        }
        for path in ["cname.txt", "guidance/CNAME", "google.html", "google-map.html", ".well-known"]
        {
            assert!(!is_for_hosts(path), "{path}");
        }
    }
}
