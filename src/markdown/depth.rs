//! How deep raw HTML is nested: sorting it out takes longer with every level.

/// The most tags that may be open inside each other.
pub(super) const MOST_DEPTH: usize = 200;

/// Elements that have no end, or may go without one.
const WITHOUT_END: [&str; 24] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "optgroup", "option", "p", "param", "rp", "rt", "source", "td", "th", "tr", "wbr",
];

/// The tags that are open in what was read so far.
#[derive(Default)]
pub(super) struct Depth {
    open: usize,
    too_deep: bool,
}

impl Depth {
    /// Reads on. Whether this is where it gets too deep.
    pub(super) fn is_passed_by(&mut self, html: &str) -> bool {
        for tag in html.split('<').skip(1) {
            if tag.starts_with('/') {
                self.open = self.open.saturating_sub(1);
            } else if is_opened(tag) {
                self.open += 1;
            }
        }
        let passed = self.open > MOST_DEPTH && !self.too_deep;
        self.too_deep |= passed;
        passed
    }

    pub(super) fn is_too_deep(&self) -> bool {
        self.too_deep
    }
}

fn is_opened(tag: &str) -> bool {
    let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let name = tag[..end].to_ascii_lowercase();
    let is_closed = tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
    !name.is_empty() && !is_closed && !WITHOUT_END.contains(&name.as_str())
}
