//! An address of the web, parsed once.

use std::fmt;

use url::Url;

/// A whole address that begins with `http://` or `https://`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(Url);

impl Address {
    /// ```
    /// use twohats::web::Address;
    /// let address = Address::parse("https://example.org/a/b.html#say").expect("it is one");
    /// assert_eq!(address.to_string(), "https://example.org/a/b.html");
    /// assert!(Address::parse("mailto:a@example.org").is_none());
    /// ```
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let mut url = Url::parse(written).ok()?;
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
            return None;
        }
        url.set_fragment(None);
        Some(Self(url))
    }

    /// The address of a site: what is in it lies below.
    #[must_use]
    pub fn of_site(written: &str) -> Option<Self> {
        let mut url = Self::parse(written)?.0;
        url.set_query(None);
        let path = url.path();
        let folder = match path.rsplit_once('/') {
            Some((folder, "index.html")) => format!("{folder}/"),
            _ => format!("{}/", path.trim_end_matches('/')),
        };
        url.set_path(&folder);
        Some(Self(url))
    }

    /// Where a link that stands at this address leads.
    #[must_use]
    pub fn join(&self, link: &str) -> Option<Self> {
        Self::parse(self.0.join(link).ok()?.as_str())
    }

    /// The address of a path that is below this one, as it is, without what letters mean in addresses.
    #[must_use]
    pub fn below(&self, path: &str) -> Self {
        let mut url = self.0.clone();
        if let Ok(mut parts) = url.path_segments_mut() {
            parts.pop_if_empty().extend(path.split('/'));
        }
        Self(url)
    }

    /// Whether it lies below a site, at the same host. A host that answers by `https` alone may be named by `http`.
    #[must_use]
    pub fn is_in(&self, site: &Self) -> bool {
        let (here, there) = (&self.0, &site.0);
        let is_safer = here.scheme() == "https" && there.scheme() == "http";
        let is_there = here.origin() == there.origin()
            || (is_safer && here.host() == there.host() && there.port().is_none());
        let is_folder = here.path() == there.path().trim_end_matches('/');
        is_there && (is_folder || here.path().starts_with(there.path()))
    }

    /// The host, with its port where it has one of its own.
    #[must_use]
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        self.0.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Whether its host is of those that never are anywhere (RFC 6761), so that nobody need be asked.
    pub(super) fn is_nowhere(&self) -> bool {
        self.0.host_str().is_some_and(|host| host.trim_end_matches('.').ends_with(".invalid"))
    }

    /// The address as it is asked for.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn address(written: &str) -> Address {
        Address::parse(written).expect("it is an address")
    }

    #[test]
    fn a_site_is_its_folder_however_it_was_written() {
        for written in ["https://a.org/b", "https://a.org/b/", "https://a.org/b/index.html?c#d"] {
            let site = Address::of_site(written).expect("it is an address");
            assert_eq!(site.as_str(), "https://a.org/b/", "{written}");
            assert_eq!(site.below("c d/%.html").as_str(), "https://a.org/b/c%20d/%25.html");
        }
    }

    #[test]
    fn a_site_ends_where_its_folder_and_its_host_do() {
        let site = Address::of_site("http://a.org/b/").expect("it is an address");
        for (other, is_in) in [
            ("http://a.org/b/c", true),
            ("http://a.org/b", true),
            ("https://a.org/b/c", true),
            ("http://a.org/bc", false),
            ("http://b.org/b/c", false),
            ("http://a.org:8080/b/c", false),
        ] {
            assert_eq!(address(other).is_in(&site), is_in, "{other}");
        }
        let safe = Address::of_site("https://a.org/b/").expect("it is an address");
        assert!(!address("http://a.org/b/c").is_in(&safe));
    }
}
