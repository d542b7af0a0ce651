//! A link as an author wrote it, cut once into what it names.

use crate::markdown::composed;

use super::address::{decode, encode};

/// The path of a link, and what follows it with its mark: `?a=b`, `#say`, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Href<'l> {
    /// Up to the first `?` or `#`; empty when it names a place on its own page.
    pub path: &'l str,
    /// What follows the path.
    pub rest: &'l str,
}

impl<'l> Href<'l> {
    /// ```
    /// use twohats::model::Href;
    /// let href = Href::cut("late.yaml?a=b#say%20so");
    /// assert_eq!((href.path, href.rest), ("late.yaml", "?a=b#say%20so"));
    /// assert_eq!(href.anchor(), "say so");
    /// ```
    #[must_use]
    pub fn cut(link: &'l str) -> Self {
        let (path, rest) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
        Self { path, rest }
    }

    /// The same link to another file of the same folder.
    ///
    /// ```
    /// use twohats::model::Href;
    /// assert_eq!(Href::cut("./late.yaml#say").renamed("behind.yaml"), "./behind.yaml#say");
    /// ```
    #[must_use]
    pub fn renamed(&self, name: &str) -> String {
        let folder = self.path.rfind('/').map_or("", |at| &self.path[..=at]);
        format!("{folder}{name}{}", self.rest)
    }

    /// What follows the path, with the id written as the page has it.
    ///
    /// ```
    /// use twohats::model::Href;
    /// assert_eq!(Href::cut("a.md?b=c#u%CC%88ber").rest_composed(), "?b=c#über");
    /// assert_eq!(Href::cut("a.md#say%20so").rest_composed(), "#say%20so");
    /// ```
    #[must_use]
    pub fn rest_composed(&self) -> String {
        let anchor = self.anchor();
        match self.rest.split_once('#') {
            Some((query, written)) if decode(written) != anchor => {
                format!("{query}#{}", encode(&anchor))
            }
            _ => self.rest.to_owned(),
        }
    }

    /// The id that it leads to on its page; nothing when it leads to the page.
    #[must_use]
    pub fn anchor(&self) -> String {
        let anchor = self.rest.split_once('#').map(|(_, anchor)| decode(anchor));
        anchor.map(|anchor| composed(&anchor).into_owned()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Href;

    #[test]
    fn a_link_is_whole_again_when_its_parts_are_put_together() {
        for link in ["", "a.md", "#say", "?a=b", "a.md#say", "a.md?b=c#d?e", "/x/y.html#"] {
            let href = Href::cut(link);
            assert_eq!(format!("{}{}", href.path, href.rest), link);
            assert!(!href.path.contains(['?', '#']), "{link}");
        }
    }
}
