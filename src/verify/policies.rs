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

/// The first of these sites that a host lets show no page in a frame. `sent` are its policies, `older` its `X-Frame-Options`, which
/// browsers heed where no policy says it.
pub(super) fn unframed<'f>(
    mut frames: impl Iterator<Item = &'f str>,
    sent: &[&str],
    older: Option<&str>,
) -> Option<&'f str> {
    let policies = sent.iter().flat_map(|header| header.split(','));
    let ancestors =
        |policy| directives(policy).into_iter().find(|(name, _)| name == "frame-ancestors");
    let said: Vec<Vec<String>> = policies.filter_map(ancestors).map(|(_, words)| words).collect();
    let is_open = |site: &str| {
        if said.is_empty() {
            // It knows no other site; what it does not know browsers ignore.
            let forbids =
                |older: &str| matches!(&*older.trim().to_ascii_uppercase(), "DENY" | "SAMEORIGIN");
            return !older.is_some_and(forbids);
        }
        said.iter().all(|allowed| is_framed(&site.to_ascii_lowercase(), allowed))
    };
    frames.find(|site| !is_open(site))
}

/// Whether a list of sites has one, as [CSP] matches them: by its name, by the end of names, or by how it is asked for.
///
/// [CSP]: https://www.w3.org/TR/CSP3/#match-url-to-source-expression
fn is_framed(site: &str, allowed: &[String]) -> bool {
    let Some((scheme, name)) = site.split_once("://") else { return false };
    let usual = if scheme == "http" { "80" } else { "443" };
    let (host, port) = host_and_port(name);
    // Where it says `http`, what is safer is meant too.
    let is_scheme = |theirs: &str| theirs == scheme || theirs == "http";
    allowed.iter().any(|one| {
        if let Some(theirs) = one.strip_suffix(':') {
            return is_scheme(theirs);
        }
        let (theirs, name) =
            one.split_once("://").map_or((None, &**one), |(theirs, name)| (Some(theirs), name));
        let (wanted, at) = host_and_port(name.trim_end_matches('/'));
        let is_host = match wanted.strip_prefix('*') {
            Some(end) => host.ends_with(end),
            None => host == wanted,
        };
        let is_port = at == Some("*") || at.unwrap_or(usual) == port.unwrap_or(usual);
        one == "*" || (is_host && is_port && theirs.is_none_or(is_scheme))
    })
}

/// The name of a host, and its port where one is said.
fn host_and_port(name: &str) -> (&str, Option<&str>) {
    let is_port = |port: &str| port == "*" || port.bytes().all(|byte| byte.is_ascii_digit());
    let parts = name.rsplit_once(':').filter(|(_, port)| is_port(port));
    parts.map_or((name, None), |(host, port)| (host, Some(port)))
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
    use super::{judge, unframed};

    #[test]
    fn a_site_may_show_pages_in_a_frame_where_every_policy_lets_it() {
        let wiki = "https://wiki.example.org";
        for (sent, older, is_well) in [
            (&[][..], None, true),
            (&[], Some("SAMEORIGIN"), false),
            (&[], Some("deny"), false),
            (&["default-src 'none'"], None, true),
            (&["frame-ancestors 'self'"], None, false),
            (&["frame-ancestors 'none'"], None, false),
            (&["frame-ancestors 'self' https://wiki.example.org"], Some("DENY"), true),
            (&["frame-ancestors wiki.example.org/"], None, true),
            (&["frame-ancestors https://*.example.org"], None, true),
            (&["frame-ancestors https://*.other.org"], None, false),
            (&["frame-ancestors https:"], None, true),
            (&["frame-ancestors *"], None, true),
            (&["frame-ancestors http:"], None, true),
            (&["frame-ancestors data:"], None, false),
            (&["frame-ancestors https://*"], None, true),
            (&["frame-ancestors https://wiki.example.org:443"], None, true),
            (&["frame-ancestors wiki.example.org:*"], None, true),
            (&["frame-ancestors https://wiki.example.org:8443"], None, false),
            (&["frame-ancestors *; frame-ancestors 'self'"], None, true),
            (&["frame-ancestors *, frame-ancestors 'self'"], None, false),
            (&["frame-ancestors *", "frame-ancestors 'self'"], None, false),
        ] {
            let found = unframed([wiki].into_iter(), sent, older);
            assert_eq!(found.is_none(), is_well, "{sent:?} {older:?}");
        }
        assert_eq!(unframed([].into_iter(), &["frame-ancestors 'none'"], None), None);
    }

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
