//! The first sentence of prose, parted from what follows.

use std::ops::Range;

use super::marks::Slot;
use super::prose::Prose;
use super::sentence::first_sentence;

/// Prose that begins with a sentence.
#[derive(Debug)]
pub struct Opening {
    /// The sentence as inline HTML.
    pub first: String,
    /// The paragraphs that follow it; empty when there are none.
    pub rest: String,
    /// Whether the first of them is the rest of the sentence's own paragraph.
    pub goes_on: bool,
}

impl Prose {
    /// Where the first sentence of a first paragraph ends, and where it starts; nothing where it begins otherwise, or where a
    /// part of it that stands out goes on behind the sentence.
    fn opening(&self) -> Option<Range<usize>> {
        const PARAGRAPH: &str = "<p>";
        let html = self.written();
        let rest = html.strip_prefix(PARAGRAPH)?;
        let start = PARAGRAPH.len();
        let end = start + rest.find("</p>")?;
        // Words that stand out as a whole say how to say it.
        if rest.starts_with("<em>") && html[..end].ends_with("</em>") {
            return None;
        }
        let tags = self.tags().iter().map(|tag| tag.place().0);
        let tags: Vec<Range<usize>> =
            tags.filter(|tag| (start..end).contains(&tag.start)).collect();
        let mut words = String::new();
        let mut from = start;
        for tag in &tags {
            words.push_str(&html[from..tag.start]);
            from = tag.end;
        }
        words.push_str(&html[from..end]);
        let Some(mut at) = first_sentence(&words).map(|length| start + length) else {
            return Some(start..end);
        };
        let mut open = 0_usize;
        for tag in tags {
            let is_end = html[tag.start..].starts_with("</");
            // What ends right behind the sentence ends with it.
            if tag.start > at || (tag.start == at && !is_end) {
                break;
            }
            at += tag.len();
            let is_void = html[..tag.end].ends_with("/>");
            open = if is_end { open.saturating_sub(1) } else { open + usize::from(!is_void) };
        }
        (open == 0).then_some(start..at)
    }

    /// Its first sentence and what follows, each with its slots filled by what `fill` gives; nothing where it does not begin
    /// with a sentence.
    #[must_use]
    pub fn parted(&self, mut fill: impl FnMut(&Slot) -> String) -> Option<Opening> {
        let opening = self.opening()?;
        let first = self.filled(opening.clone(), &mut fill);
        let rest = self.filled(opening.end..self.written().len(), &mut fill);
        let rest = rest.trim_start();
        Some(match rest.strip_prefix("</p>") {
            Some(rest) => Opening { first, rest: rest.trim_start().to_owned(), goes_on: false },
            None => Opening { first, rest: format!("<p>{rest}"), goes_on: true },
        })
    }
}
