//! Callouts: quotes that begin with `[!NOTE]`, with or without a title of their own behind it.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Tag, TagEnd};

/// The names of callouts, as they stand in wording files and classes.
const NAMES: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// Stands round the key of a word of the interface.
pub(super) const WORD_MARKS: (char, char) = ('\u{e000}', '\u{e001}');

/// What begins a title.
pub(super) const TITLE: &str = "<p class=\"alert-title\">";

/// The callout of a name, whatever the size of its letters.
pub(super) fn kind(name: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|known| name.eq_ignore_ascii_case(known))
}

/// The callout that a quote is whose first line goes on behind the mark, and where that stands in it.
pub(super) fn titled(quote: &str) -> Option<(&'static str, Range<usize>)> {
    let inside = quote.strip_prefix('>')?.trim_start_matches([' ', '\t']);
    let start = quote.len() - inside.len();
    let name = inside.strip_prefix("[!")?;
    let name = &name[..name.find(']')?];
    let end = start + name.len() + "[!]".len();
    let rest = &quote[end..];
    // Some tools fold what has a `-` or `+` there.
    let fold = rest.len() - rest.strip_prefix(['-', '+']).unwrap_or(rest).len();
    let is_apart = rest[fold..].chars().next().is_none_or(char::is_whitespace);
    kind(name).filter(|_| is_apart).map(|kind| (kind, start..end + fold))
}

/// The quotes that are open in a text, and the title that is being read.
#[derive(Default)]
pub(super) struct Callouts {
    /// Of each quote, whether it is a callout.
    open: Vec<bool>,
    /// Up to where words belong to the mark.
    marked_to: usize,
    title: Title,
}

/// How far the title of a callout is read.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Title {
    #[default]
    None,
    /// The paragraph that begins with it comes next.
    Next,
    /// It goes to the end of the line, when so many marks round words are closed.
    Open(usize),
}

impl Callouts {
    /// What begins a callout in HTML. `None` for a quote.
    pub(super) fn begin(
        &mut self,
        untitled: Option<BlockQuoteKind>,
        quote: &str,
        at: usize,
    ) -> Option<String> {
        let untitled = untitled.map(|kind| match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        });
        let titled = titled(quote).filter(|_| untitled.is_none());
        self.open.push(untitled.is_some() || titled.is_some());
        if let Some((name, mark)) = titled {
            self.marked_to = at + mark.end;
            let title = quote[mark.end..].lines().next().unwrap_or_default();
            if !title.trim().is_empty() {
                self.title = Title::Next;
                return Some(format!("<div class=\"alert alert-{name}\">"));
            }
            return Some(worded(name));
        }
        untitled.map(worded)
    }

    /// Whether what ends is a callout.
    pub(super) fn end(&mut self) -> bool {
        self.open.pop().unwrap_or_default()
    }

    /// What is left of words that may belong to a mark.
    pub(super) fn behind_mark<'t>(
        &self,
        words: CowStr<'t>,
        range: &Range<usize>,
    ) -> Option<CowStr<'t>> {
        if range.start > self.marked_to || self.marked_to == 0 {
            return Some(words);
        }
        let cut = self.marked_to.min(range.end) - range.start;
        let rest = words.get(cut..).unwrap_or_default().trim_start();
        (!rest.is_empty()).then(|| rest.to_owned().into())
    }

    /// Whether the paragraph that begins is a title. From then on it is being read.
    pub(super) fn has_title(&mut self) -> bool {
        let is_next = self.title == Title::Next;
        if is_next {
            self.title = Title::Open(0);
        }
        is_next
    }

    /// A mark round words opens.
    pub(super) fn open(&mut self, tag: &Tag<'_>) {
        let is_one = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if let Title::Open(depth) = &mut self.title {
            *depth += usize::from(is_one);
        }
    }

    /// A mark round words closes.
    pub(super) fn close(&mut self, tag: TagEnd) {
        let is_one = matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        );
        if let Title::Open(depth) = &mut self.title {
            *depth = depth.saturating_sub(usize::from(is_one));
        }
    }

    /// What parts a title from the words below it, where a line ends.
    pub(super) fn end_line(&mut self) -> Option<&'static str> {
        (self.title == Title::Open(0)).then(|| {
            self.title = Title::None;
            "</p>\n<p>"
        })
    }

    /// Whether the paragraph that ends is all title.
    pub(super) fn end_title(&mut self) -> bool {
        matches!(std::mem::take(&mut self.title), Title::Open(_))
    }
}

/// A callout whose title is a word of the interface.
fn worded(name: &str) -> String {
    let (open, close) = WORD_MARKS;
    format!("<div class=\"alert alert-{name}\">{TITLE}{open}alert.{name}{close}</p>\n")
}
