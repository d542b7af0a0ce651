//! What is right in headers that forbid: whatever they add, a page may still do what its own policy says that it needs.

use super::finding::{Finding, Kind};

/// What a page of ours needs to work, each with what speaks for it where it says nothing itself.
const NEEDED: [(&str, &[&str]); 5] = [
    ("script-src", &["script-src-elem", "script-src", "default-src"]),
    ("style-src", &["style-src-elem", "style-src", "default-src"]),
    ("img-src", &["img-src", "default-src"]),
    ("font-src", &["font-src", "default-src"]),
    ("form-action", &["form-action"]),
];

/// What the policies that a host sends forbid although the page needs it. `host` is the site's own.
pub(super) fn judge<'s>(
    path: &str,
    page: &str,
    sent: impl Iterator<Item = &'s str>,
    host: &str,
) -> Option<Finding> {
    let own = directives(own_policy(page)?);
    for policy in sent.flat_map(|header| header.split(',')) {
        let theirs = directives(policy);
        let said = |names: &[&str]| {
            names.iter().find_map(|name| theirs.iter().find(|(said, _)| said == name))
        };
        let refused = NEEDED.iter().find_map(|(name, behind)| {
            let needs = own.iter().find(|(own, _)| own == name)?;
            let (_, allowed) = said(behind)?;
            let source = needs.1.iter().find(|source| !is_allowed(source, allowed, host))?;
            Some(format!("`{name}` without `{source}`"))
        });
        let is_caged = theirs.iter().any(|(name, words)| {
            name == "sandbox"
                && !["allow-scripts", "allow-same-origin"]
                    .iter()
                    .all(|word| words.contains(&(*word).to_owned()))
        });
        let refused = refused.or_else(|| is_caged.then(|| "`sandbox`".to_owned()));
        if let Some(refused) = refused {
            let message = format!(
                "`{path}` comes with a `Content-Security-Policy` that it cannot work with: {refused}"
            );
            let help =
                "pages have a policy of their own; leave the header out, or let it forbid no more";
            return Some(Finding::error(Kind::WrongPolicy, path, message, help));
        }
    }
    None
}

/// The policy that a page gives itself.
fn own_policy(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    Some(after.split_once('"')?.0)
}

/// The parts of a policy: each name with its words. The first of a name counts.
fn directives(policy: &str) -> Vec<(String, Vec<String>)> {
    let parts = policy.split(';').filter_map(|part| {
        let mut words = part.split_whitespace().map(str::to_ascii_lowercase);
        Some((words.next()?, words.collect()))
    });
    parts.collect()
}

fn is_allowed(needed: &str, allowed: &[String], host: &str) -> bool {
    let has = |wanted: &str| allowed.iter().any(|one| one == wanted);
    match needed {
        "'self'" => allowed.iter().any(|one| {
            let name = one.split_once("://").map_or(one.as_str(), |(_, name)| name);
            let name = name.trim_end_matches('/');
            let is_below = name.strip_prefix('*').is_some_and(|end| host.ends_with(end));
            matches!(one.as_str(), "'self'" | "https:" | "http:") || name == host || is_below
        }),
        "data:" => has("data:"),
        // What only a theme of the book's own asks for, its author knows.
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn a_header_may_forbid_whatever_a_page_does_not_need() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; \
             style-src 'self'; img-src 'self' data:; form-action 'self'\">";
        for (sent, is_well) in [
            ("frame-ancestors 'self'", true),
            ("default-src 'self'; img-src 'self' data:", true),
            ("default-src https:; img-src * data:", true),
            ("script-src https://book.example.org; style-src *.example.org", true),
            ("default-src 'self'", false),
            ("script-src 'none'", false),
            ("style-src https://elsewhere.example.org", false),
            ("form-action 'none'", false),
            ("frame-ancestors 'self', script-src 'nonce-a'", false),
            ("sandbox allow-forms", false),
            ("upgrade-insecure-requests", true),
        ] {
            let found = judge("a.html", page, [sent].into_iter(), "book.example.org");
            assert_eq!(found.is_none(), is_well, "{sent}: {found:?}");
        }
    }
}
