//! The hosts that can be told of old addresses.

/// A host that reads `_redirects`. They write it alike and follow it differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Cloudflare Pages, which follows every line.
    Cloudflare,
    /// GitLab Pages, which serves a file that is there before it looks at the lines.
    Gitlab,
    /// Netlify, which does that too unless a line ends in `!`.
    Netlify,
}

impl Host {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Cloudflare, Self::Gitlab, Self::Netlify];

    /// The word for it in `book.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cloudflare => "cloudflare",
            Self::Gitlab => "gitlab",
            Self::Netlify => "netlify",
        }
    }

    /// What a line of `_redirects` ends in: the page has moved for good, whatever file stands at the old address.
    #[must_use]
    pub fn moved(self) -> &'static str {
        match self {
            Self::Cloudflare | Self::Gitlab => "301",
            Self::Netlify => "301!",
        }
    }
}
